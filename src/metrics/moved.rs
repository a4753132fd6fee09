//! From the moves of a matrix to the deals that made them.
//!
//! A deal's moves are read from its history as [`crate::model::Workspace::trace`] does, which [`super::moves()`] counts.

use super::census::{Case, Census};
use super::drill::Left;
use super::ladder::Ladder;
use crate::model::{Happened, StageId};

/// A kind of move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MoveFigure {
    /// The deal was created in a stage.
    Created(StageId),
    /// It came to a stage from another pipeline.
    Arrived(StageId),
    /// It was re-opened into a stage.
    Reopened(StageId),
    /// It went from one stage to another; from a stage to itself, its work began anew.
    Between(StageId, StageId),
    /// It was won from a stage.
    Won(StageId),
    /// It was lost from a stage.
    Lost(StageId),
    /// It went from a stage to the nurture list.
    Nurtured(StageId),
}

/// A move by the numbers of rungs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Created(usize),
    Arrived(usize),
    Reopened(usize),
    Between(usize, usize),
    Won(usize),
    Lost(usize),
    Nurtured(usize),
}

impl MoveFigure {
    /// The stage that is left, or entered where none is left.
    fn place(&self) -> StageId {
        match *self {
            MoveFigure::Created(stage)
            | MoveFigure::Arrived(stage)
            | MoveFigure::Reopened(stage)
            | MoveFigure::Between(stage, _)
            | MoveFigure::Won(stage)
            | MoveFigure::Lost(stage)
            | MoveFigure::Nurtured(stage) => stage,
        }
    }

    fn step(&self, ladder: &Ladder) -> Option<Step> {
        let at = ladder.stage(self.place())?;
        Some(match *self {
            MoveFigure::Created(_) => Step::Created(at),
            MoveFigure::Arrived(_) => Step::Arrived(at),
            MoveFigure::Reopened(_) => Step::Reopened(at),
            MoveFigure::Between(_, to) => Step::Between(at, ladder.stage(to)?),
            MoveFigure::Won(_) => Step::Won(at),
            MoveFigure::Lost(_) => Step::Lost(at),
            MoveFigure::Nurtured(_) => Step::Nurtured(at),
        })
    }

    /// How often a deal made the move.
    pub fn times(&self, census: &Census, case: &Case<'_>) -> u64 {
        let ladder = census.ladder();
        let Some(wanted) = self.step(ladder) else { return 0 };
        steps(ladder, case).filter(|step| *step == wanted).count() as u64
    }

    pub(super) fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        if self.times(census, case) > 0 {
            return Ok(());
        }
        let at = census.ladder().stage(self.place()).ok_or(Left::NotConcerned)?;
        Err(if case.touched(at) { Left::OtherWay } else { Left::NeverThere })
    }
}

/// The moves of a deal in order.
fn steps<'a>(ladder: &'a Ladder, case: &Case<'a>) -> impl Iterator<Item = Step> + 'a {
    let deal = case.deal;
    let mut stage = deal.stage;
    deal.history.iter().filter_map(move |event| {
        let from = ladder.part(stage);
        match event.what {
            Happened::Created { stage: first } => {
                stage = first;
                ladder.part(first).map(Step::Created)
            }
            Happened::Moved { to: next, .. } => {
                let again = stage == next;
                stage = next;
                match (from, ladder.part(next)) {
                    (Some(from), Some(to)) if from == to && !again => None,
                    (Some(from), Some(to)) => Some(Step::Between(from, to)),
                    (None, Some(to)) => Some(Step::Arrived(to)),
                    (_, None) => None,
                }
            }
            Happened::Won => from.map(Step::Won),
            Happened::Lost { .. } => from.map(Step::Lost),
            Happened::Nurtured { .. } => from.map(Step::Nurtured),
            Happened::Reopened => from.map(Step::Reopened),
            Happened::Overridden { .. } | Happened::Revalued { .. } | Happened::Rescheduled { .. } => None,
        }
    })
}
