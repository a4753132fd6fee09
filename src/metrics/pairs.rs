//! From one rung to any other: of the deals that were there, those that later came here (method rows 22 and 42).

use super::case::Case;
use super::census::Census;
use super::drill::Left;
use super::figures::{Rate, Tally};
use crate::model::{OutcomeKind, Rung};

/// What became of a deal after it was on a rung, with a view to another. Each deal has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It later was on the other rung.
    Came,
    /// It was lost from the first one, without coming to the other.
    LostThere,
    /// It was lost from elsewhere, without coming to the other.
    LostLater,
    /// It was won without coming to the other.
    Won,
    /// It went to the nurture list, and is there.
    Nurtured,
    /// It is open and has not come to the other so far.
    Open,
}

impl Fate {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Fate; 6] =
        [Fate::Came, Fate::LostThere, Fate::LostLater, Fate::Won, Fate::Nurtured, Fate::Open];

    /// What became of a deal; `None` if it never was on the first rung. A deal that is there only once has not come there later.
    fn of(case: &Case<'_>, from: usize, to: usize) -> Option<Fate> {
        let mut since = case.stays.iter().skip_while(|stay| stay.rung != Some(from));
        since.next()?;
        if since.any(|stay| stay.rung == Some(to)) {
            return Some(Fate::Came);
        }
        Some(match case.outcome() {
            OutcomeKind::Won => Fate::Won,
            OutcomeKind::Lost if case.stage == Some(from) => Fate::LostThere,
            OutcomeKind::Lost => Fate::LostLater,
            OutcomeKind::Nurture => Fate::Nurtured,
            OutcomeKind::Open => Fate::Open,
        })
    }
}

/// The deals that were on a rung, with a view to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairFigure {
    /// Where they were.
    pub from: Rung,
    /// Where they might have come.
    pub to: Rung,
    /// What became of them; all of them if `None`.
    pub fate: Option<Fate>,
}

impl PairFigure {
    pub(super) fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let place = |rung| census.ladder().position(rung).ok_or(Left::NotConcerned);
        let found = Fate::of(case, place(self.from)?, place(self.to)?).ok_or(Left::NeverThere)?;
        match self.fate {
            Some(wanted) if wanted != found => Err(match found {
                Fate::Came => Left::GoneOn,
                Fate::Won => Left::IsWon,
                Fate::LostThere | Fate::LostLater => Left::IsLost,
                Fate::Nurtured => Left::IsNurtured,
                Fate::Open => Left::IsOpen,
            }),
            _ => Ok(()),
        }
    }
}

/// What became of the deals that were on a rung, with a view to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PairReport {
    /// Where they were.
    pub from: Rung,
    /// Where they might have come.
    pub to: Rung,
    /// How many there were.
    pub of: Tally,
    /// How many of them by what became of them, in the order of [`Fate::ALL`].
    pub fates: [Tally; 6],
}

impl PairReport {
    /// How many of one fate.
    pub fn tally(&self, fate: Fate) -> Tally {
        let at = Fate::ALL.iter().position(|other| *other == fate);
        at.and_then(|at| self.fates.get(at)).copied().unwrap_or_default()
    }

    /// Those of one fate ÷ all that were there.
    pub fn share(&self, fate: Fate) -> Rate {
        Rate { part: self.tally(fate).count, of: self.of.count }
    }
}

/// Counts what became of the deals that were on a rung; `None` if one of the two is no rung of the pipeline.
pub fn pair(census: &Census, from: Rung, to: Rung) -> Option<PairReport> {
    let (start, end) = (census.ladder().position(from)?, census.ladder().position(to)?);
    let mut found = PairReport { from, to, of: Tally::default(), fates: [Tally::default(); 6] };
    for case in census.cases() {
        let Some(fate) = Fate::of(&case, start, end) else { continue };
        found.of.add(case.value());
        let tallies = Fate::ALL.iter().zip(&mut found.fates);
        for (_, tally) in tallies.filter(|(other, _)| **other == fate) {
            tally.add(case.value());
        }
    }
    Some(found)
}
