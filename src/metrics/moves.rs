//! The moves that deals really made, from stage to stage, and how long their histories are: the figures that programs for process
//! mining compute from an event log, of the same events.

use super::case::Move;
use super::census::Census;
use super::figures::Days;

/// How often deals went from each stage to each, and how they came and ended there. Stages are numbered as on the
/// [`super::Ladder`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Moves {
    /// How many stages there are.
    pub stages: usize,
    /// For each stage how many deals were created in it.
    pub created: Vec<u64>,
    /// For each stage how often a deal came to it from another pipeline.
    pub arrived: Vec<u64>,
    /// For each stage how often a deal was won from it.
    pub won: Vec<u64>,
    /// For each stage how often a deal was lost from it.
    pub lost: Vec<u64>,
    /// For each stage how often a deal went from it to the nurture list.
    pub nurtured: Vec<u64>,
    /// For each stage how often a deal was re-opened into it.
    pub reopened: Vec<u64>,
    /// How long the histories are, from their first event to their last: what programs for process mining call the duration of a
    /// case. Open deals count with what has happened so far.
    pub duration: Days,
    /// Row by row, the stages that were left; in a row the stages that were entered.
    between: Vec<u64>,
}

impl Moves {
    /// How often a deal went straight from one stage to another; of one stage to itself how often its work began anew. 0 for
    /// numbers that are no stages.
    pub fn between(&self, from: usize, to: usize) -> u64 {
        if to >= self.stages {
            return 0;
        }
        self.between.get(from * self.stages + to).copied().unwrap_or(0)
    }

    /// All moves that were made at least once: from, to, how often. By the stage that was left, then by the one entered.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize, u64)> + '_ {
        let width = self.stages.max(1);
        let counted = self.between.iter().enumerate().filter(|(_, count)| **count > 0);
        counted.map(move |(at, count)| (at / width, at % width, *count))
    }

    /// How often deals went towards the win.
    pub fn forward(&self) -> u64 {
        self.pairs().filter(|(from, to, _)| from < to).map(|(_, _, count)| count).sum()
    }

    /// How often deals went back.
    pub fn back(&self) -> u64 {
        self.pairs().filter(|(from, to, _)| from > to).map(|(_, _, count)| count).sum()
    }

    /// How often the work of a stage began anew.
    pub fn repeated(&self) -> u64 {
        self.pairs().filter(|(from, to, _)| from == to).map(|(_, _, count)| count).sum()
    }
}

/// Counts the moves of a population. Every move counts, so that a deal that goes back and forth counts more than once; moves
/// between stages of other pipelines do not.
pub fn moves(census: &Census) -> Moves {
    let stages = census.ladder().won();
    let none = vec![0; stages];
    let mut found = Moves {
        stages,
        created: none.clone(),
        arrived: none.clone(),
        won: none.clone(),
        lost: none.clone(),
        nurtured: none.clone(),
        reopened: none,
        duration: Days::default(),
        between: vec![0; stages * stages],
    };
    let mut spans = Vec::with_capacity(census.len());
    for case in census.cases() {
        for made in case.moves {
            let (counts, at) = match *made {
                Move::Created(at) => (&mut found.created, at.into()),
                Move::Arrived(at) => (&mut found.arrived, at.into()),
                Move::Won(at) => (&mut found.won, at.into()),
                Move::Lost(at) => (&mut found.lost, at.into()),
                Move::Nurtured(at) => (&mut found.nurtured, at.into()),
                Move::Reopened(at) => (&mut found.reopened, at.into()),
                Move::Between(from, to) => (&mut found.between, usize::from(from) * stages + usize::from(to)),
            };
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        spans.extend(case.lasted());
    }
    Moves { duration: Days::of(spans), ..found }
}
