//! Why deals are lost, and from where; what closed the won ones; what was objected and left unanswered.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::case::Case;
use super::census::Census;
use super::drill::Left;
use super::figures::Tally;
use super::slices::Slice;
use crate::model::{Objection, OutcomeKind, StageId};

/// A number of what became of deals, and why, whose deals can be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OutcomesFigure {
    /// Lost: for a reason, from a stage; any of them if none is named.
    Lost {
        /// The reason; empty where nobody said one.
        reason: Option<String>,
        /// The stage that they were lost from.
        from: Option<StageId>,
    },
    /// Won by a motive; empty where nobody said one.
    Motive(String),
    /// Won, with a pain point; empty where nobody said one.
    Pain(String),
    /// Lost with an objection of a kind, of any kind if none is named.
    Objected {
        /// The kind; empty where nobody said one.
        kind: Option<String>,
        /// Whether one of them was left without an answer.
        unanswered: bool,
    },
    /// Of a slice of the deals those that became this; all closed ones if nothing is named.
    Of(Slice, Option<OutcomeKind>),
}

impl OutcomesFigure {
    /// Whether the figure counts a deal.
    ///
    /// # Errors
    /// Why it does not.
    pub fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let outcome = case.outcome();
        let is = |wanted: OutcomeKind| if outcome == wanted { Ok(()) } else { Err(Left::by(outcome)) };
        let fits = |fits: bool| if fits { Ok(()) } else { Err(Left::OtherKind) };
        match self {
            OutcomesFigure::Lost { reason, from } => {
                is(OutcomeKind::Lost)?;
                fits(reason.as_ref().is_none_or(|reason| case.lost_for(census) == Some(reason)))?;
                let stage = case.stage.and_then(|at| census.ladder().place(at)).map(|place| place.stage);
                if from.is_none() || *from == stage { Ok(()) } else { Err(Left::Elsewhere) }
            }
            OutcomesFigure::Motive(motive) => {
                is(OutcomeKind::Won)?;
                fits(case.deal.story.motive.trim() == motive)
            }
            OutcomesFigure::Pain(pain) => {
                is(OutcomeKind::Won)?;
                fits(case.deal.story.pain.trim() == pain)
            }
            OutcomesFigure::Objected { kind, unanswered } => {
                is(OutcomeKind::Lost)?;
                let mut objections = case.deal.story.objections.values();
                fits(objections.any(|objection| {
                    kind.as_ref().is_none_or(|kind| *kind == objection.kind.trim())
                        && (!unanswered || is_unanswered(objection))
                }))
            }
            OutcomesFigure::Of(slice, kind) => {
                match (kind, outcome) {
                    (Some(kind), _) => is(*kind)?,
                    (None, OutcomeKind::Won | OutcomeKind::Lost) => {}
                    (None, _) => return Err(Left::by(outcome)),
                }
                if slice.holds(case) { Ok(()) } else { Err(slice.left()) }
            }
        }
    }
}

/// Whether nobody answered an objection, nor overcame it.
pub(super) fn is_unanswered(objection: &Objection) -> bool {
    objection.overcome.is_none() && objection.answer.trim().is_empty()
}

/// A reason for losses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LossReason {
    /// The reason; empty where nobody said one.
    pub reason: String,
    /// The deals that were lost for it.
    pub lost: Tally,
    /// The same by the stage that they were lost from, as numbered by the ladder.
    pub from: Vec<Tally>,
}

/// What was lost, why, and from where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Losses {
    /// All lost deals.
    pub lost: Tally,
    /// By reason: most deals first, then most value, then by name.
    pub reasons: Vec<LossReason>,
    /// By the stage that they were lost from, as numbered by the ladder.
    pub from: Vec<Tally>,
}

/// Why the lost deals of a population were lost, and from where.
pub fn losses(census: &Census) -> Losses {
    let stages = census.ladder().stages().len();
    let mut found = Losses { from: vec![Tally::default(); stages], ..Losses::default() };
    let row = |reason: &String| LossReason {
        reason: reason.clone(),
        from: vec![Tally::default(); stages],
        ..LossReason::default()
    };
    found.reasons = census.reasons().iter().map(row).collect();
    for case in census.cases() {
        let Some(row) = case.reason().and_then(|at| found.reasons.get_mut(at)) else { continue };
        found.lost.add(case.value());
        row.lost.add(case.value());
        for tallies in [&mut row.from, &mut found.from] {
            if let Some(tally) = case.stage.and_then(|at| tallies.get_mut(at)) {
                tally.add(case.value());
            }
        }
    }
    let size = |row: &LossReason| (row.lost.count, row.lost.value);
    found
        .reasons
        .sort_by(|one, other| size(other).cmp(&size(one)).then_with(|| one.reason.cmp(&other.reason)));
    found
}

/// A word that won deals have in common.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WonBy {
    /// The motive or the pain point; empty where nobody said one.
    pub word: String,
    /// The deals won.
    pub won: Tally,
}

/// What closed the won deals of a population (method row 23).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wins {
    /// All won deals.
    pub won: Tally,
    /// By the motive: most deals first, then most value; where nobody said one is last.
    pub motives: Vec<WonBy>,
    /// By the pain point, likewise.
    pub pains: Vec<WonBy>,
}

/// What closed the won deals of a population.
pub fn wins(census: &Census) -> Wins {
    let mut won = Tally::default();
    let (mut motives, mut pains) = (BTreeMap::new(), BTreeMap::new());
    for case in census.cases().filter(Case::is_won) {
        let story = &case.deal.story;
        won.add(case.value());
        for (words, word) in [(&mut motives, story.motive.trim()), (&mut pains, story.pain.trim())] {
            words.entry(word).or_insert_with(Tally::default).add(case.value());
        }
    }
    let sorted = |words: BTreeMap<&str, Tally>| {
        let mut rows: Vec<WonBy> =
            words.into_iter().map(|(word, won)| WonBy { word: word.to_owned(), won }).collect();
        rows.sort_by_key(|row| (row.word.is_empty(), Reverse((row.won.count, row.won.value))));
        rows
    };
    Wins { won, motives: sorted(motives), pains: sorted(pains) }
}

/// A kind of objection in lost deals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Objected {
    /// The kind; empty where nobody said one.
    pub kind: String,
    /// The lost deals that had one of it.
    pub lost: Tally,
    /// Those of them in which one of it was left without an answer.
    pub unanswered: Tally,
}

/// What was objected in lost deals (method rows 3 and 7).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Objections {
    /// All lost deals.
    pub lost: Tally,
    /// Those of them with an objection, and those with one that was left without an answer.
    pub any: Objected,
    /// By kind: most deals first, then by name. A deal with objections of two kinds stands in both.
    pub kinds: Vec<Objected>,
}

/// What was objected in the lost deals of a population, and what was left unanswered.
pub fn objections(census: &Census) -> Objections {
    let mut found = Objections::default();
    let mut kinds: BTreeMap<&str, Objected> = BTreeMap::new();
    for case in census.cases().filter(Case::is_lost) {
        found.lost.add(case.value());
        if !case.was_objected() {
            continue;
        }
        // Of each kind that this deal has, whether one was left without an answer.
        let mut own: BTreeMap<&str, bool> = BTreeMap::new();
        for objection in case.deal.story.objections.values() {
            *own.entry(objection.kind.trim()).or_default() |= is_unanswered(objection);
        }
        found.any.lost.add(case.value());
        if own.values().any(|unanswered| *unanswered) {
            found.any.unanswered.add(case.value());
        }
        for (kind, unanswered) in own {
            let row = kinds.entry(kind).or_default();
            row.lost.add(case.value());
            if unanswered {
                row.unanswered.add(case.value());
            }
        }
    }
    found.kinds = kinds.into_iter().map(|(kind, row)| Objected { kind: kind.to_owned(), ..row }).collect();
    found.kinds.sort_by_key(|row| Reverse((row.lost.count, row.unanswered.count)));
    found
}
