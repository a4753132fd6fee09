//! What became of the deals, how long it took, and what that earns a day.

use super::case::Case;
use super::census::Census;
use super::figures::{Days, Mean, Rate, Tally, whole_units};
use crate::model::{Month, OutcomeKind};

/// What became of the deals, by their present outcome: a deal that was won, re-opened and lost is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outcomes {
    /// The won ones.
    pub won: Tally,
    /// The lost ones.
    pub lost: Tally,
    /// The open ones.
    pub open: Tally,
    /// Those on the nurture list; neither open nor closed.
    pub nurture: Tally,
    /// Value × chance of the open ones, in minor units, rounded once.
    pub weighted: i64,
}

impl Outcomes {
    /// Won ÷ (won + lost) by count.
    pub fn win_rate(&self) -> Rate {
        Rate { part: self.won.count, of: self.won.count + self.lost.count }
    }

    /// Won ÷ (won + lost) by value.
    pub fn win_rate_by_value(&self) -> Rate {
        Rate { part: self.won.worth(), of: self.won.worth().saturating_add(self.lost.worth()) }
    }

    /// The mean value of a won deal, in minor units.
    pub fn mean_won(&self) -> Mean {
        self.won.mean()
    }
}

/// Counts and sums the deals of a population by what became of them.
pub fn outcomes(census: &Census) -> Outcomes {
    let mut found = Outcomes::default();
    let mut weighted: i128 = 0;
    for case in census.cases() {
        let tally = match case.outcome() {
            OutcomeKind::Won => &mut found.won,
            OutcomeKind::Lost => &mut found.lost,
            OutcomeKind::Nurture => &mut found.nurture,
            OutcomeKind::Open => {
                weighted += case.weighted();
                &mut found.open
            }
        };
        tally.add(case.value());
    }
    Outcomes { weighted: whole_units(weighted), ..found }
}

/// How long closed deals took from their creation to their closing, in days of 24 hours.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Cycle {
    /// The won ones; shown first.
    pub won: Days,
    /// The lost ones.
    pub lost: Days,
    /// All closed ones.
    pub all: Days,
}

/// How long the closed deals of a population took.
pub fn cycle(census: &Census) -> Cycle {
    cycle_of(census.cases())
}

/// How long the deals took that were closed in the viewer's months from `first` up to and with `last`.
pub fn cycle_within(census: &Census, first: Month, last: Month) -> Cycle {
    let within = |case: &Case<'_>| case.closed_in().is_some_and(|month| (first..=last).contains(&month));
    cycle_of(census.cases().filter(within))
}

/// How long closed deals took, in milliseconds.
#[derive(Clone, Default)]
pub(super) struct Spans {
    won: Vec<i64>,
    lost: Vec<i64>,
}

impl Spans {
    /// Adds a deal if it is closed.
    pub(super) fn add(&mut self, case: &Case<'_>) {
        let spans = if case.is_won() { &mut self.won } else { &mut self.lost };
        spans.extend(case.cycle());
    }

    /// Whether none is closed.
    pub(super) fn is_empty(&self) -> bool {
        self.won.is_empty() && self.lost.is_empty()
    }

    pub(super) fn cycle(self) -> Cycle {
        let all = [&self.won[..], &self.lost].concat();
        Cycle { won: Days::of(self.won), lost: Days::of(self.lost), all: Days::of(all) }
    }
}

/// How long the closed ones of some deals took.
fn cycle_of<'a>(cases: impl Iterator<Item = Case<'a>>) -> Cycle {
    let mut spans = Spans::default();
    cases.for_each(|case| spans.add(&case));
    spans.cycle()
}

/// What the open deals promise in minor units a day: open deals × mean won value × win rate ÷ mean won cycle in days.
/// `None` without a won deal, or if the won ones took no time.
pub fn velocity(outcomes: &Outcomes, cycle: &Cycle) -> Option<f64> {
    let days = cycle.won.mean.filter(|days| *days > 0.0)?;
    let won = outcomes.mean_won().value()? * outcomes.win_rate().value()?;
    Some(outcomes.open.count as f64 * won / days)
}
