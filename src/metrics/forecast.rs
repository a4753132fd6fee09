//! What is to be expected: won so far and weighted open value, by month or by quarter.
//!
//! A forecast looks forward: the population's owners, sources and segments hold, its period does not
//! ([`Population::without_period`](super::Population::without_period)).

use serde::{Deserialize, Serialize};

use super::case::Case;
use super::census::Census;
use super::drill::Left;
use super::figures::{Tally, whole_units};
use super::targets::target_of;
use crate::model::{Day, Goals, Month, Term};

/// How long the terms of a forecast are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Calendar months.
    #[default]
    Month,
    /// Calendar quarters.
    Quarter,
}

impl Pace {
    /// Both, in the order in which they are offered.
    pub const ALL: [Pace; 2] = [Pace::Month, Pace::Quarter];

    /// How long a term is.
    pub fn of(term: Term) -> Pace {
        match term {
            Term::Month(_) => Pace::Month,
            Term::Quarter(..) => Pace::Quarter,
        }
    }

    /// The term of this length that a day is in.
    pub fn term(self, day: Day) -> Term {
        self.of_month(day.month())
    }

    fn of_month(self, month: Month) -> Term {
        match self {
            Pace::Month => Term::Month(month),
            Pace::Quarter => Term::quarter_of(month),
        }
    }

    /// The terms that are shown: three months back and five ahead, or two quarters back and three ahead.
    pub fn around(self, today: Day) -> Vec<Term> {
        let (back, ahead) = match self {
            Pace::Month => (3, 5),
            Pace::Quarter => (2, 3),
        };
        (-ahead..=back).rev().map(|count| self.term(today).back(count)).collect()
    }
}

/// Open deals, with what they are worth and what that is by their chances.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Expected {
    /// The deals.
    pub deals: Tally,
    /// Σ value × chance in hundredths of a minor unit, so that sums are exact.
    hundredths: i128,
}

impl Expected {
    /// Counts an open deal in.
    pub(super) fn add(&mut self, case: &Case<'_>) {
        self.deals.add(case.value());
        self.hundredths += case.weighted();
    }

    /// Σ value × chance in minor units, rounded once.
    pub fn weighted(&self) -> i64 {
        whole_units(self.hundredths)
    }
}

/// What is to be expected of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermForecast {
    /// The term.
    pub term: Term,
    /// What was won in it, at full value.
    pub won: Tally,
    /// The open deals that are expected to close in it; overdue ones are not among them.
    pub open: Expected,
    /// What is to be won in it, in minor units; `None` if nobody said, or if the population is not one that targets are set for.
    pub target: Option<i64>,
}

impl TermForecast {
    /// Won, and weighted what is expected: the forecast, in minor units.
    pub fn sum(&self) -> i64 {
        self.won.value.saturating_add(self.open.weighted())
    }
}

/// What is to be expected, term by term. Each open deal is in exactly one of its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forecast {
    /// The terms in order.
    pub terms: Vec<TermForecast>,
    /// Which of them today is in.
    pub current: usize,
    /// The open deals whose expected close has passed.
    pub overdue: Expected,
    /// The open deals without an expected close.
    pub undated: Expected,
    /// The open deals that are expected after the last of the terms.
    pub later: Expected,
}

impl Forecast {
    /// The term that today is in.
    pub fn now(&self) -> Option<&TermForecast> {
        self.terms.get(self.current)
    }

    /// Whether there is nothing in it at all.
    pub fn is_empty(&self) -> bool {
        let open = |expected: &Expected| expected.deals.count == 0;
        [&self.overdue, &self.undated, &self.later].into_iter().all(open)
            && self.terms.iter().all(|term| open(&term.open) && term.won.count == 0)
    }
}

/// A number of a forecast whose deals can be listed, of one owner's deals or of everybody's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForecastFigure {
    /// What it counts.
    pub part: ForecastPart,
    /// Whose deals; the empty name for those without an owner, `None` for everybody's.
    pub owner: Option<String>,
}

/// What a number of a forecast counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForecastPart {
    /// Won in a term.
    Won(Term),
    /// Open and expected to close in a term, today or later.
    Expected(Term),
    /// Both of these.
    Both(Term),
    /// Open, with an expected close before today.
    Overdue,
    /// Open, without an expected close.
    Undated,
    /// Open and expected after a term.
    After(Term),
    /// Those that have, or had, an expected close.
    Dated,
    /// Those whose expected close has moved to a later month at least once.
    Slipped,
}

impl ForecastFigure {
    /// A number of everybody's deals.
    pub fn of_all(part: ForecastPart) -> ForecastFigure {
        ForecastFigure { part, owner: None }
    }

    /// Whether the figure counts a deal.
    ///
    /// # Errors
    /// Why it does not.
    pub fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        if self.owner.as_ref().is_some_and(|owner| *owner != case.deal.owner) {
            return Err(Left::Owner);
        }
        let won = |term: Term| match won_in(case, Pace::of(term)) {
            Some(at) if at == term => Ok(()),
            Some(_) => Err(Left::OtherTime),
            None => Err(Left::by(case.outcome())),
        };
        let open = |wanted: fn(Due, Term) -> bool, term: Term| match due(census, case, Pace::of(term)) {
            None => Err(Left::by(case.outcome())),
            Some(due) if wanted(due, term) => Ok(()),
            Some(Due::Never) => Err(Left::NoDate),
            Some(_) => Err(Left::OtherTime),
        };
        let within = |due: Due, term: Term| due == Due::In(term);
        let today = Term::Month(census.today().month());
        match self.part {
            ForecastPart::Won(term) => won(term),
            ForecastPart::Expected(term) => open(within, term),
            ForecastPart::Both(term) => won(term).or_else(|_| open(within, term)).map_err(|left| {
                // A won deal is left out for its time, not for being won.
                if left == Left::IsWon { Left::OtherTime } else { left }
            }),
            ForecastPart::Overdue => open(|due, _| due == Due::Overdue, today),
            ForecastPart::Undated => match open(|due, _| due == Due::Never, today) {
                Err(Left::OtherTime) => Err(Left::NotConcerned),
                found => found,
            },
            ForecastPart::After(term) => open(|due, term| matches!(due, Due::In(at) if at > term), term),
            ForecastPart::Dated => case.slips().map(drop).ok_or(Left::NoDate),
            ForecastPart::Slipped => match case.slips() {
                None => Err(Left::NoDate),
                Some((0, _)) => Err(Left::NotConcerned),
                Some(_) => Ok(()),
            },
        }
    }
}

/// When an open deal is expected to close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Due {
    /// Before today.
    Overdue,
    /// Nobody said.
    Never,
    /// In this term, today or later.
    In(Term),
}

/// When a deal is expected to close; `None` for one that is not open.
pub(super) fn due(census: &Census, case: &Case<'_>, pace: Pace) -> Option<Due> {
    if !case.is_open() {
        return None;
    }
    Some(match case.expected() {
        None => Due::Never,
        Some(day) if day < census.today() => Due::Overdue,
        Some(day) => Due::In(pace.term(day)),
    })
}

/// The viewer's term in which a deal was won; `None` for one that is not won.
pub(super) fn won_in(case: &Case<'_>, pace: Pace) -> Option<Term> {
    case.closed_in().filter(|_| case.is_won()).map(|month| pace.of_month(month))
}

/// The forecast of a population without a period.
pub fn forecast(census: &Census, goals: &Goals, pace: Pace) -> Forecast {
    let today = census.today();
    let terms = pace.around(today);
    let current = terms.iter().position(|term| *term == pace.term(today)).unwrap_or(0);
    let row = |term: Term| TermForecast {
        term,
        won: Tally::default(),
        open: Expected::default(),
        target: target_of(goals, census.population(), term),
    };
    let [overdue, undated, later] = [Expected::default(); 3];
    let mut found =
        Forecast { terms: terms.into_iter().map(row).collect(), current, overdue, undated, later };
    for case in census.cases() {
        if let Some(term) = won_in(&case, pace) {
            if let Some(row) = found.terms.iter_mut().find(|row| row.term == term) {
                row.won.add(case.value());
            }
            continue;
        }
        match due(census, &case, pace) {
            None => {}
            Some(Due::Overdue) => found.overdue.add(&case),
            Some(Due::Never) => found.undated.add(&case),
            Some(Due::In(term)) => match found.terms.iter_mut().find(|row| row.term == term) {
                Some(row) => row.open.add(&case),
                None => found.later.add(&case),
            },
        }
    }
    found
}
