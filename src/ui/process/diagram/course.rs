//! What the drawings show: the stages in order, and on each its open deals with what they have met.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::marks::{Mark, place};
use crate::metrics::Rate;
use crate::model::{Currency, Deal, DealId, Diagram, OutcomeKind, StageId};
use crate::ui::process::Process;

/// A deal on its way.
#[derive(Debug, Clone, PartialEq)]
pub struct OnWay {
    /// Which.
    pub id: DealId,
    /// Its title.
    pub title: String,
    /// What it is worth, in minor units.
    pub value: i64,
    /// How many of the stage's criteria it meets.
    pub met: usize,
}

/// A stage with its deals.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Which.
    pub stage: StageId,
    /// Its place, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// The number of its colour.
    pub hue: u8,
    /// Its open deals, in the order of the board.
    pub deals: Vec<OnWay>,
    /// What they are worth together, in minor units.
    pub value: i64,
    /// How many criteria it has.
    pub criteria: usize,
    /// Days that a deal usually spends here; 0 if nobody said.
    pub days: u16,
    /// The action that moves a buyer on.
    pub exit: String,
    /// The departments that take part.
    pub departments: Vec<String>,
    /// The share that goes on to the next stage, or is won.
    pub next: Option<Rate>,
}

impl Section {
    /// The share of criteria that its deals meet on average; `None` without deals or criteria.
    pub fn met(&self) -> Option<f64> {
        let all = self.criteria * self.deals.len();
        let met: usize = self.deals.iter().map(|deal| deal.met).sum();
        (all > 0).then(|| met as f64 / all as f64)
    }

    /// Where its deals stand on a way of so many slots and rows.
    pub fn marks(&self, slots: usize, rows: usize) -> Vec<Mark> {
        let share = |deal: &OnWay| (self.criteria > 0).then(|| deal.met as f64 / self.criteria as f64);
        place(&self.deals.iter().map(share).collect::<Vec<_>>(), slots, rows)
    }
}

/// The whole process.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// How it is drawn.
    pub diagram: Diagram,
    /// The currency of all money.
    pub currency: Currency,
    /// The stages in use, in order.
    pub sections: Vec<Section>,
    /// How many deals were won.
    pub won: u64,
}

impl Course {
    /// The section of a stage.
    pub fn section(&self, stage: StageId) -> Option<&Section> {
        self.sections.iter().find(|section| section.stage == stage)
    }
}

/// The course of the pipeline that is shown; follows all changes.
pub fn course(process: Process) -> Memo<Option<Arc<Course>>> {
    let desk = process.desk;
    Memo::new(move |_| {
        desk.revision.track();
        let pipeline = desk.current_pipeline()?;
        let rates = desk.conversions.get();
        let ladder = desk.ladder();
        let course = desk.with(|session| {
            let workspace = session.workspace();
            let section = |(at, stage): (usize, &Arc<crate::model::Stage>)| {
                let deals: Vec<OnWay> = workspace
                    .column(stage.id, OutcomeKind::Open)
                    .filter_map(|id| workspace.get::<Deal>(id))
                    .map(|deal| OnWay {
                        id: deal.id,
                        title: deal.title.clone(),
                        value: deal.value,
                        met: stage.criteria.keys().filter(|id| deal.story.met.contains_key(id)).count(),
                    })
                    .collect();
                let mut duties: Vec<_> = stage.duties.values().collect();
                duties.sort_by(|a, b| a.rank.cmp(&b.rank));
                Section {
                    stage: stage.id,
                    number: at + 1,
                    name: stage.name.clone(),
                    hue: workspace.colour(stage),
                    value: deals.iter().fold(0, |sum: i64, deal| sum.saturating_add(deal.value)),
                    deals,
                    criteria: stage.criteria.len(),
                    days: stage.expected_days,
                    exit: stage.exit_action.clone(),
                    departments: duties.into_iter().map(|duty| duty.department.clone()).collect(),
                    next: rates.get(&stage.id).copied().filter(|rate| rate.of > 0),
                }
            };
            let won = workspace
                .whole_ladder(pipeline.id)
                .iter()
                .map(|stage| workspace.column_len(stage.id, OutcomeKind::Won) as u64)
                .sum();
            Course {
                diagram: pipeline.diagram,
                currency: pipeline.currency,
                sections: ladder.iter().enumerate().map(section).collect(),
                won,
            }
        });
        Some(Arc::new(course))
    })
}
