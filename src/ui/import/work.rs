//! The rows become deals in steps, so that the page never waits: first to show what would come in, then for good.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::csv_fields::Mapping;
use crate::exchange::csv_options::Options;
use crate::exchange::csv_plan::{Plan, Planner, Report};
use crate::model::{Currency, Deal, MAX_NAME, Stage};

use super::draft::Draft;
use super::foot::{State, take_in};

/// Rows that are worked on in one go; some milliseconds of work.
const STEP: usize = 500;
/// How long the work waits for the user to pause, in milliseconds.
const PAUSE_MS: u32 = 150;
/// Long enough for the full bar to be drawn before the last and longest piece of work, in milliseconds.
const FRAME_MS: u32 = 30;
/// Deals that are shown before they come in.
const SHOWN: usize = 5;

/// What would come in.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// How many deals.
    pub deals: usize,
    /// The counts and problems.
    pub report: Report,
    /// The first deals, each with its stage's name.
    pub first: Vec<(Deal, String)>,
    /// The currency of their values.
    pub currency: Currency,
}

/// The work on an import. Copies are the same work.
#[derive(Clone, Copy)]
pub struct Work {
    draft: Draft,
    /// How far it is.
    pub state: RwSignal<State>,
    /// What would come in, as of the last time that all rows were read.
    pub outlook: RwSignal<Option<Arc<Outlook>>>,
    /// Whether the user has said to go on.
    pub importing: RwSignal<bool>,
    plan: StoredValue<Option<Plan>>,
    run: StoredValue<u32>,
}

impl Work {
    /// Begins to read the rows, and again whenever a decision changes.
    pub fn new(draft: Draft, importing: RwSignal<bool>) -> Work {
        let work = Work {
            draft,
            state: RwSignal::new(State::Waiting),
            outlook: RwSignal::new(None),
            importing,
            plan: StoredValue::new(None),
            run: StoredValue::new(0),
        };
        Effect::new(move |before: Option<()>| {
            let wanted = draft.wanted.get();
            let mapping = draft.mapping.get();
            // Another tab may change the stages meanwhile.
            draft.desk.revision.track();
            let run = work.run.with_value(|run| run.wrapping_add(1));
            work.run.set_value(run);
            work.plan.set_value(None);
            let Ok(options) = wanted else {
                work.outlook.set(None);
                work.state.set(State::Waiting);
                return;
            };
            work.state.set(State::Reading(0));
            page::spawn(work.read(run, mapping, options, before.is_some()));
        });
        work
    }

    /// Whether another run has begun since, or the dialog is gone.
    fn is_over(self, run: u32) -> bool {
        self.run.try_get_value() != Some(run)
    }

    async fn read(self, run: u32, mapping: Mapping, options: Options, later: bool) {
        page::sleep(if later { PAUSE_MS } else { 0 }).await;
        if self.is_over(run) {
            return;
        }
        let desk = self.draft.desk;
        let table = self.draft.table.get_value();
        let total = table.len();
        let workspace = desk.with(|session| session.workspace().clone());
        let now = desk.now();
        let begun = desk.with_ids(|ids| Planner::new(table, &mapping, options, &workspace, ids, now));
        drop(workspace);
        let mut planner = match begun {
            Some(Ok(planner)) => planner,
            Some(Err(error)) => {
                return self.state.set(State::Failed(self.draft.desk.t().import_plan_error(error)));
            }
            None => return,
        };
        loop {
            let done = desk.with_ids(|ids| planner.step(STEP, ids)).unwrap_or(total);
            if done >= total {
                break;
            }
            self.state.set(State::Reading(done));
            page::sleep(0).await;
            if self.is_over(run) {
                return;
            }
        }
        match desk.with_ids(|ids| planner.finish(ids)) {
            Some(Ok(plan)) => {
                self.outlook.set(Some(Arc::new(self.look(&plan))));
                self.plan.set_value(Some(plan));
                self.state.set(State::Done);
                if self.importing.get_untracked() {
                    self.bring_in().await;
                }
            }
            Some(Err(error)) => self.state.set(State::Failed(self.draft.desk.t().import_plan_error(error))),
            None => {}
        }
    }

    fn look(self, plan: &Plan) -> Outlook {
        let desk = self.draft.desk;
        let stage_name = |deal: &Deal| {
            let new = plan.stages.iter().find(|stage| stage.id == deal.stage).map(|stage| stage.name.clone());
            let old =
                || desk.with(|s| s.workspace().get::<Stage>(deal.stage).map(|stage| stage.name.clone()));
            new.or_else(old).unwrap_or_default()
        };
        Outlook {
            deals: plan.deals.len(),
            report: plan.report.clone(),
            first: plan.deals.iter().take(SHOWN).map(|deal| (deal.clone(), stage_name(deal))).collect(),
            currency: untrack(|| self.draft.currency()),
        }
    }

    /// Brings the deals in as soon as all rows are read.
    pub fn start(self) {
        self.importing.set(true);
        if self.state.with_untracked(|state| *state == State::Done) {
            page::spawn(self.bring_in());
        }
    }

    async fn bring_in(self) {
        page::sleep(FRAME_MS).await;
        // The user may have stopped it, or closed the dialog.
        if self.importing.try_get_untracked() != Some(true) {
            return;
        }
        let desk = self.draft.desk;
        let Some(mut plan) = self.plan.try_update_value(Option::take).flatten() else {
            return self.importing.set(false);
        };
        if let Some(pipeline) = &mut plan.pipeline {
            let name = self.draft.name.get_untracked();
            pipeline.name = name.trim().chars().take(MAX_NAME).collect();
        }
        let (target, count) = (plan.target, plan.deals.len() as u64);
        if let Err(why) = take_in(desk, plan.command(), target, count) {
            self.importing.set(false);
            self.state.set(State::Failed(why));
        }
    }
}
