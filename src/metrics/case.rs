//! A deal that is counted, with what the reports ask of it.

use std::ops::Range;
use std::sync::Arc;

use super::census::Census;
use super::ladder::Ladder;
use crate::model::{ActivityKind, Day, Deal, DealId, Month, OutcomeKind, ProcessStep, StageId, Timestamp};

/// One stay of a deal on one rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The number of the rung; `None` for a stage of another pipeline.
    pub rung: Option<usize>,
    /// When the deal came.
    pub entered: Timestamp,
    /// When it left, or was closed there; `None` while it is there.
    pub left: Option<Timestamp>,
}

impl Stay {
    /// How long it took, or has taken up to `now`, in milliseconds; never below 0.
    pub fn span(&self, now: Timestamp) -> i64 {
        self.left.unwrap_or(now).0.saturating_sub(self.entered.0).max(0)
    }
}

/// An activity that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// Who did it, by the number among [`super::Census::people`]: who is named with it, else the owner of its deal.
    pub by: usize,
    /// What kind of activity it was.
    pub kind: ActivityKind,
}

/// A move that a deal made, by the numbers of the stages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    /// It was created in a stage.
    Created(u16),
    /// It came to a stage from another pipeline.
    Arrived(u16),
    /// It was re-opened into a stage.
    Reopened(u16),
    /// It went from a stage to another, or its work began anew in the same.
    Between(u16, u16),
    /// It was won from a stage.
    Won(u16),
    /// It was lost from a stage.
    Lost(u16),
    /// It went from a stage to the nurture list.
    Nurtured(u16),
}

impl Move {
    /// What a step of a deal's trace is on a ladder; `None` where it is on none of its stages.
    pub(super) fn of(ladder: &Ladder, step: ProcessStep<'_>) -> Option<Move> {
        let place = |stage: StageId| ladder.stage(stage).and_then(small);
        match step {
            ProcessStep::Created { stage } => place(stage).map(Move::Created),
            ProcessStep::Won { from } => place(from).map(Move::Won),
            ProcessStep::Lost { from, .. } => place(from).map(Move::Lost),
            ProcessStep::Nurtured { from, .. } => place(from).map(Move::Nurtured),
            ProcessStep::Reopened { to } => place(to).map(Move::Reopened),
            ProcessStep::Moved { from, to } => {
                let to = place(to)?;
                Some(place(from).map_or(Move::Arrived(to), |from| Move::Between(from, to)))
            }
        }
    }
}

/// A rung's number in little room; there is no ladder with more rungs than that.
pub(super) fn small(rung: usize) -> Option<u16> {
    u16::try_from(rung).ok()
}

/// The deals' stays, activities and moves, those of one deal behind those of another.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    pub stays: Vec<Stay>,
    pub done: Vec<Done>,
    pub moves: Vec<Move>,
}

/// What most reports ask of a deal, taken from it once. Deals are large and lie all over the memory, these lie side by side: a report
/// that asks no more never fetches a deal, and with ten thousand of them the fetching is what takes the time.
#[derive(Debug, Clone)]
pub(super) struct Facts {
    pub id: DealId,
    pub deal: Arc<Deal>,
    pub stays: Range<u32>,
    pub done: Range<u32>,
    pub moves: Range<u32>,
    /// From the first event of its trace to the last, in milliseconds.
    pub lasted: Option<i64>,
    /// A bit for each of the first 64 rungs that it has been on.
    pub been: u64,
    pub created: Timestamp,
    pub closed: Option<Timestamp>,
    pub closed_in: Option<Month>,
    pub value: i64,
    pub expected: Option<Day>,
    pub owner: u32,
    pub source: u32,
    pub reason: Option<u32>,
    pub stage: Option<u16>,
    pub top: Option<u16>,
    pub outcome: OutcomeKind,
    pub step: Option<Option<Day>>,
    pub slips: Option<(u32, u32)>,
    pub chance: u8,
    pub said_no: bool,
    pub objected: bool,
    pub revalued: bool,
}

/// A deal that is counted.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// Its id.
    pub id: DealId,
    /// The deal.
    pub deal: &'a Arc<Deal>,
    /// The number of the stage that it is in, or was in when it was closed.
    pub stage: Option<usize>,
    /// Its chance in percent.
    pub chance: u8,
    /// Its stays in order.
    pub stays: &'a [Stay],
    /// The activities that were done on it.
    pub done: &'a [Done],
    pub(super) moves: &'a [Move],
    facts: &'a Facts,
}

impl<'a> Case<'a> {
    pub(super) fn new(facts: &'a Facts, columns: &'a Columns) -> Case<'a> {
        fn part<'a, T>(all: &'a [T], range: &Range<u32>) -> &'a [T] {
            all.get(range.start as usize..range.end as usize).unwrap_or_default()
        }
        Case {
            id: facts.id,
            deal: &facts.deal,
            stage: facts.stage.map(usize::from),
            chance: facts.chance,
            stays: part(&columns.stays, &facts.stays),
            done: part(&columns.done, &facts.done),
            moves: part(&columns.moves, &facts.moves),
            facts,
        }
    }

    /// The highest rung that it ever was on.
    pub fn furthest(&self) -> Option<usize> {
        self.facts.top.map(usize::from)
    }

    /// Whether it has been on a rung.
    pub fn touched(&self, rung: usize) -> bool {
        match bit(rung) {
            0 => self.stays.iter().any(|stay| stay.rung == Some(rung)),
            bit => self.facts.been & bit != 0,
        }
    }

    /// What became of it.
    pub fn outcome(&self) -> OutcomeKind {
        self.facts.outcome
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.outcome() == OutcomeKind::Open
    }

    /// Whether it is won.
    pub fn is_won(&self) -> bool {
        self.outcome() == OutcomeKind::Won
    }

    /// Whether it is lost.
    pub fn is_lost(&self) -> bool {
        self.outcome() == OutcomeKind::Lost
    }

    /// Whether it is won or lost.
    pub fn is_closed(&self) -> bool {
        self.is_won() || self.is_lost()
    }

    /// When it came to be.
    pub fn created(&self) -> Timestamp {
        self.facts.created
    }

    /// When it was won or lost; `None` for one that is not closed.
    pub fn closed(&self) -> Option<Timestamp> {
        self.facts.closed
    }

    /// The viewer's month in which it was won or lost.
    pub fn closed_in(&self) -> Option<Month> {
        self.facts.closed_in
    }

    /// The day on which it is expected to close.
    pub fn expected(&self) -> Option<Day> {
        self.facts.expected
    }

    /// What it is worth, in minor units.
    pub fn value(&self) -> i64 {
        self.facts.value
    }

    /// Its owner, by the number among [`super::Census::people`].
    pub fn owner(&self) -> usize {
        self.facts.owner as usize
    }

    /// Its source, by the number among [`super::Census::sources`].
    pub fn source(&self) -> usize {
        self.facts.source as usize
    }

    /// The reason that it was lost for, by the number among [`super::Census::reasons`]; `None` for one that is not lost.
    pub fn reason(&self) -> Option<usize> {
        self.facts.reason.map(|reason| reason as usize)
    }

    /// The same reason as a text; empty where nobody said one.
    pub fn lost_for(&self, census: &'a Census) -> Option<&'a str> {
        census.reasons().get(self.reason()?).map(String::as_str)
    }

    /// Whether anything was objected.
    pub fn was_objected(&self) -> bool {
        self.facts.objected
    }

    /// From the first event of its history to the last, in milliseconds, of those that lead to a stage or close it.
    pub fn lasted(&self) -> Option<i64> {
        self.facts.lasted
    }

    /// For when its next step is planned, if for a day; `None` without a next step.
    pub fn next_step(&self) -> Option<Option<Day>> {
        self.facts.step
    }

    /// Whether a qualifying question was answered with no.
    pub fn said_no(&self) -> bool {
        self.facts.said_no
    }

    /// Whether its value was ever changed.
    pub fn was_revalued(&self) -> bool {
        self.facts.revalued
    }

    /// How often its expected month moved later, and by how many months in all; `None` if it never had an expected close.
    pub fn slips(&self) -> Option<(u32, u32)> {
        self.facts.slips
    }

    /// When something was last done on it.
    pub fn last_contact(&self) -> Option<Timestamp> {
        self.done.iter().map(|done| done.at).max()
    }

    /// From its creation to its closing in milliseconds; `None` for one that is not closed. A closing dated back before the
    /// creation took no time.
    pub fn cycle(&self) -> Option<i64> {
        self.closed().map(|at| at.0.saturating_sub(self.created().0).max(0))
    }

    /// Value × chance in hundredths of a minor unit, so that sums are exact: [`super::whole_units`] gives the sum.
    pub fn weighted(&self) -> i128 {
        i128::from(self.value()) * i128::from(self.chance)
    }
}

/// The bit of a rung; 0 for those that have none.
pub(super) fn bit(rung: usize) -> u64 {
    u32::try_from(rung).ok().and_then(|rung| 1u64.checked_shl(rung)).unwrap_or(0)
}

/// For when the next of some planned activities is: that which is due first, one without a day last.
#[derive(Default)]
pub(super) struct NextStep(Option<Option<Day>>);

impl NextStep {
    /// Looks at one that is planned.
    pub(super) fn add(&mut self, due: Option<Day>) {
        self.0 = Some(match (self.0.flatten(), due) {
            (Some(one), Some(other)) => Some(one.min(other)),
            (one, other) => one.or(other),
        });
    }

    /// The day of the next one, if it is for a day; `None` if nothing is planned.
    pub(super) fn day(&self) -> Option<Option<Day>> {
        self.0
    }
}
