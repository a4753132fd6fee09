//! From the moves of a matrix to the deals that made them.
//!
//! A deal's moves are those of [`crate::model::Workspace::trace`], which [`super::moves()`] counts.

use super::case::{Case, Move, small};
use super::census::Census;
use super::drill::Left;
use super::ladder::Ladder;
use crate::model::StageId;

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

    fn made(&self, ladder: &Ladder) -> Option<Move> {
        let place = |stage: StageId| ladder.stage(stage).and_then(small);
        let at = place(self.place())?;
        Some(match *self {
            MoveFigure::Created(_) => Move::Created(at),
            MoveFigure::Arrived(_) => Move::Arrived(at),
            MoveFigure::Reopened(_) => Move::Reopened(at),
            MoveFigure::Between(_, to) => Move::Between(at, place(to)?),
            MoveFigure::Won(_) => Move::Won(at),
            MoveFigure::Lost(_) => Move::Lost(at),
            MoveFigure::Nurtured(_) => Move::Nurtured(at),
        })
    }

    /// How often a deal made the move.
    pub fn times(&self, census: &Census, case: &Case<'_>) -> u64 {
        let Some(wanted) = self.made(census.ladder()) else { return 0 };
        case.moves.iter().filter(|made| **made == wanted).count() as u64
    }

    pub(super) fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        if self.times(census, case) > 0 {
            return Ok(());
        }
        let at = census.ladder().stage(self.place()).ok_or(Left::NotConcerned)?;
        Err(if case.touched(at) { Left::OtherWay } else { Left::NeverThere })
    }
}
