//! The moves that deals really made, for the picture and for the matrix.

use leptos::prelude::*;

use crate::i18n::Texts;
use crate::metrics::{Ladder, MoveFigure, Moves, moves};

use super::super::Insights;

/// The moves of the deals that are counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The moves.
    pub moves: Moves,
    /// The stages that they are between.
    pub ladder: Ladder,
}

impl Report {
    /// Counts them, for as long as the calling component stands.
    pub fn of(insights: Insights) -> Memo<Option<Report>> {
        insights.report(move |census| Report { moves: moves(census), ladder: census.ladder().clone() })
    }

    /// How often a move was made.
    pub fn times(&self, figure: MoveFigure) -> u64 {
        let moves = &self.moves;
        let of = |counts: &[u64], stage| {
            self.ladder.stage(stage).and_then(|at| counts.get(at)).copied().unwrap_or(0)
        };
        match figure {
            MoveFigure::Created(stage) => of(&moves.created, stage),
            MoveFigure::Arrived(stage) => of(&moves.arrived, stage),
            MoveFigure::Reopened(stage) => of(&moves.reopened, stage),
            MoveFigure::Won(stage) => of(&moves.won, stage),
            MoveFigure::Lost(stage) => of(&moves.lost, stage),
            MoveFigure::Nurtured(stage) => of(&moves.nurtured, stage),
            MoveFigure::Between(from, to) => {
                let places = self.ladder.stage(from).zip(self.ladder.stage(to));
                places.map_or(0, |(from, to)| moves.between(from, to))
            }
        }
    }

    /// From where to where, in words.
    pub fn ends(&self, t: &'static dyn Texts, figure: MoveFigure) -> (String, String) {
        let name = |stage| {
            let place = self.ladder.stage(stage).and_then(|at| self.ladder.place(at));
            place.map(|place| place.name.clone()).unwrap_or_default()
        };
        match figure {
            MoveFigure::Created(to) => (t.funnel_move_created().to_owned(), name(to)),
            MoveFigure::Arrived(to) => (t.funnel_move_arrived().to_owned(), name(to)),
            MoveFigure::Reopened(to) => (t.funnel_move_reopened().to_owned(), name(to)),
            MoveFigure::Between(from, to) => (name(from), name(to)),
            MoveFigure::Won(from) => (name(from), t.funnel_move_won().to_owned()),
            MoveFigure::Lost(from) => (name(from), t.funnel_move_lost().to_owned()),
            MoveFigure::Nurtured(from) => (name(from), t.funnel_move_nurtured().to_owned()),
        }
    }

    /// The stages that are in use or that deals have been in.
    pub fn stages(&self) -> Vec<usize> {
        let moves = &self.moves;
        let met = |at: usize| {
            let sums = [&moves.created, &moves.arrived, &moves.reopened];
            sums.iter().any(|counts| counts.get(at).is_some_and(|count| *count > 0))
                || moves.pairs().any(|(from, to, _)| from == at || to == at)
        };
        (0..self.ladder.won()).filter(|at| !self.ladder.is_retired(*at) || met(*at)).collect()
    }
}
