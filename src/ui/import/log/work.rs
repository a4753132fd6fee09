//! The rows become a log in steps, and the log becomes deals whenever a decision changes.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::log_fields::is_own;
use crate::exchange::log_options::LogOptions;
use crate::exchange::log_plan::{LogPlan, LogReport, plan};
use crate::exchange::log_read::{Log, Reader};
use crate::model::{Currency, Deal, MAX_NAME, Stage};

use super::super::foot::{State, take_in};
use super::draft::LogDraft;

/// Rows that are read in one go; some milliseconds of work.
const STEP: usize = 1_000;
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
    /// The counts, and the problems of the cases.
    pub report: LogReport,
    /// The log that was read.
    pub log: Arc<Log>,
    /// The first deals.
    pub first: Vec<Deal>,
    /// The stages.
    pub stages: Vec<Stage>,
    /// The currency of the values.
    pub currency: Currency,
}

/// The work on a log. Copies are the same work.
#[derive(Clone, Copy)]
pub struct LogWork {
    draft: LogDraft,
    /// How far it is.
    pub state: RwSignal<State>,
    /// What would come in, as of the last time that it was known.
    pub outlook: RwSignal<Option<Arc<Outlook>>>,
    /// Whether the user has said to go on.
    pub importing: RwSignal<bool>,
    plan: StoredValue<Option<LogPlan>>,
    run: StoredValue<u32>,
}

impl LogWork {
    /// Begins to read the rows, and again whenever columns or the order of dates change; makes the deals anew whenever something
    /// else does.
    pub fn new(draft: LogDraft, importing: RwSignal<bool>) -> LogWork {
        let work = LogWork {
            draft,
            state: RwSignal::new(State::Waiting),
            outlook: RwSignal::new(None),
            importing,
            plan: StoredValue::new(None),
            run: StoredValue::new(0),
        };
        let order = Memo::new(move |_| draft.ways().date_order());
        Effect::new(move |before: Option<()>| {
            draft.mapping.with(|_| ());
            let order = order.get();
            let run = work.next_run();
            draft.log.set(None);
            work.outlook.set(None);
            work.plan.set_value(None);
            if !draft
                .mapping
                .with(|m| crate::exchange::log_fields::LogField::NEEDED.iter().all(|f| m.has(*f)))
            {
                return work.state.set(State::Waiting);
            }
            work.state.set(State::Reading(0));
            page::spawn(work.read(run, order, before.is_some()));
        });
        Effect::new(move |_| {
            let wanted = draft.wanted();
            // Another tab may add a pipeline meanwhile.
            draft.desk.revision.track();
            let Some(log) = draft.log.get() else { return };
            let run = work.next_run();
            work.plan.set_value(None);
            match wanted {
                Ok(options) => page::spawn(work.make(run, log, options)),
                Err(_) => {
                    work.outlook.set(None);
                    work.state.set(State::Waiting);
                }
            }
        });
        work
    }

    /// Says that all work before is over.
    fn next_run(self) -> u32 {
        let run = self.run.with_value(|run| run.wrapping_add(1));
        self.run.set_value(run);
        run
    }

    /// Whether another run has begun since, or the dialog is gone.
    fn is_over(self, run: u32) -> bool {
        self.run.try_get_value() != Some(run)
    }

    async fn read(self, run: u32, order: crate::exchange::values::DateOrder, later: bool) {
        page::sleep(if later { PAUSE_MS } else { 0 }).await;
        if self.is_over(run) {
            return;
        }
        let draft = self.draft;
        let table = draft.table.get_value();
        let mut reader =
            Reader::new(Arc::clone(&table), draft.mapping.get_untracked(), order, draft.desk.now());
        loop {
            let done = reader.step(STEP);
            if done >= reader.total() {
                break;
            }
            self.state.set(State::Reading(done));
            page::sleep(0).await;
            if self.is_over(run) {
                return;
            }
        }
        let log = reader.finish();
        let (currency, mark) =
            (draft.likely_currency.get_untracked(), untrack(|| draft.ways().decimal_mark()));
        let fresh =
            LogOptions::suggest(&log, is_own(&table), draft.desk.t().import_new_pipeline(), currency, mark);
        let kept = draft.options.get_untracked().ok();
        // What was said of the activities holds as long as they are the same ones.
        let options = match (fresh, kept) {
            (Ok(fresh), Some(kept)) if fresh.becomes.keys().eq(kept.becomes.keys()) => Ok(kept),
            (fresh, _) => fresh,
        };
        draft.options.set(options);
        draft.log.set(Some(Arc::new(log)));
    }

    async fn make(self, run: u32, log: Arc<Log>, options: LogOptions) {
        page::sleep(0).await;
        if self.is_over(run) {
            return;
        }
        let draft = self.draft;
        let currency = options.currency;
        let table = draft.table.get_value();
        let mapping = draft.mapping.get_untracked();
        let workspace = draft.desk.with(|session| session.workspace().clone());
        let made = draft.desk.with_ids(|ids| plan(&log, &table, &mapping, &options, &workspace, ids));
        match made {
            Some(Ok(plan)) => {
                self.outlook.set(Some(Arc::new(Outlook {
                    deals: plan.deals.len(),
                    report: plan.report.clone(),
                    log,
                    first: plan.deals.iter().take(SHOWN).cloned().collect(),
                    stages: plan.stages.clone(),
                    currency,
                })));
                self.plan.set_value(Some(plan));
                self.state.set(State::Done);
                if self.importing.get_untracked() {
                    self.bring_in().await;
                }
            }
            Some(Err(error)) => {
                self.outlook.set(None);
                self.state.set(State::Failed(self.draft.desk.t().log_error(error)));
            }
            None => {}
        }
    }

    /// Brings the deals in as soon as they are made.
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
        plan.pipeline.name = self.draft.name.get_untracked().trim().chars().take(MAX_NAME).collect();
        let (target, count) = (plan.pipeline.id, plan.deals.len() as u64);
        if let Err(why) = take_in(desk, plan.command(), target, count) {
            self.importing.set(false);
            self.state.set(State::Failed(why));
        }
    }
}
