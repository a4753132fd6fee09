//! A population as a reader chooses it: in words that stay true as days go by.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::population::{Basis, Period, Population};
use crate::model::{Day, Month, PersonaId, PipelineId, Term, Zone};

/// A stretch of days as somebody chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stretch {
    /// All time.
    #[default]
    Always,
    /// The seven days up to today.
    Week,
    /// The calendar month of today.
    ThisMonth,
    /// The calendar month before.
    LastMonth,
    /// The quarter of today.
    ThisQuarter,
    /// The quarter before.
    LastQuarter,
    /// The calendar year of today.
    ThisYear,
    /// The calendar year before.
    LastYear,
    /// The twelve calendar months up to that of today.
    TwelveMonths,
    /// From the first day on, up to and with the last.
    Between(Option<Day>, Option<Day>),
}

impl Stretch {
    /// Those that need no days to be named, in the order in which they are offered.
    pub const FIXED: [Stretch; 9] = [
        Stretch::Always,
        Stretch::Week,
        Stretch::ThisMonth,
        Stretch::LastMonth,
        Stretch::ThisQuarter,
        Stretch::LastQuarter,
        Stretch::ThisYear,
        Stretch::LastYear,
        Stretch::TwelveMonths,
    ];

    /// The word that names it.
    pub fn key(self) -> &'static str {
        match self {
            Stretch::Always => "always",
            Stretch::Week => "week",
            Stretch::ThisMonth => "this-month",
            Stretch::LastMonth => "last-month",
            Stretch::ThisQuarter => "this-quarter",
            Stretch::LastQuarter => "last-quarter",
            Stretch::ThisYear => "this-year",
            Stretch::LastYear => "last-year",
            Stretch::TwelveMonths => "twelve-months",
            Stretch::Between(..) => "between",
        }
    }

    /// Its first day, and the first day after it; `None` where it has no end.
    pub fn days(self, today: Day) -> (Option<Day>, Option<Day>) {
        let month = today.month();
        let quarter = Term::quarter_of(month);
        let term = |term: Term| (term.first_day(), term.end());
        let year = |year: i32| (Day::new(year, 1, 1), Day::new(year + 1, 1, 1));
        let later = |day: Day, by: i64| Day::from_number(day.number() + by);
        match self {
            Stretch::Always => (None, None),
            Stretch::Week => (later(today, -6), later(today, 1)),
            Stretch::ThisMonth => term(Term::Month(month)),
            Stretch::LastMonth => term(Term::Month(month.back(1))),
            Stretch::ThisQuarter => term(quarter),
            Stretch::LastQuarter => term(quarter.back(1)),
            Stretch::ThisYear => year(month.year),
            Stretch::LastYear => year(month.year - 1),
            Stretch::TwelveMonths => (month.back(11).first_day(), month.next().first_day()),
            Stretch::Between(from, to) => (from, to.and_then(|day| later(day, 1))),
        }
    }
}

/// What came before a stretch of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Back {
    /// A week earlier.
    Week,
    /// A month earlier.
    Month,
    /// A quarter earlier.
    Quarter,
    /// A year earlier.
    Year,
}

impl Back {
    /// All, in the order in which they are offered.
    pub const ALL: [Back; 4] = [Back::Week, Back::Month, Back::Quarter, Back::Year];

    /// A day so much earlier; of a shorter month its last.
    pub fn from(self, day: Day) -> Option<Day> {
        let months = match self {
            Back::Week => return Day::from_number(day.number() - 7),
            Back::Month => 1,
            Back::Quarter => 3,
            Back::Year => 12,
        };
        let (_, _, of_month) = day.parts();
        let Month { year, month } = day.month().back(months);
        (28..=of_month.max(28)).rev().find_map(|last| Day::new(year, month, of_month.min(last)))
    }
}

/// The population that a reader looks at, whichever pipeline it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// The owners; everybody if none is named.
    pub owners: Vec<String>,
    /// The sources; all if none is named.
    pub sources: Vec<String>,
    /// The values of the segments by their kind; all if none is named.
    pub segments: BTreeMap<String, Vec<String>>,
    /// The kind of buyer; all if none is named.
    pub persona: Option<PersonaId>,
    /// The stretch of days.
    pub stretch: Stretch,
    /// What it asks of a deal.
    pub basis: Basis,
}

impl Choice {
    /// Whether it is everything.
    pub fn is_all(&self) -> bool {
        self.limits() == 0
    }

    /// How many of its parts leave something out: owners, sources, persona, stretch, and each kind of segment.
    pub fn limits(&self) -> usize {
        let parts = [
            !self.owners.is_empty(),
            !self.sources.is_empty(),
            self.persona.is_some(),
            self.stretch != Stretch::Always,
        ];
        let segments = self.segments.values().filter(|values| !values.is_empty());
        parts.into_iter().filter(|limits| *limits).count() + segments.count()
    }

    /// The population that it means today.
    pub fn population(&self, pipeline: PipelineId, today: Day, zone: &Zone) -> Population {
        self.over(pipeline, self.stretch.days(today), zone)
    }

    /// As [`Choice::population`], over other days: from the first up to, without, the second.
    pub fn over(
        &self,
        pipeline: PipelineId,
        (from, to): (Option<Day>, Option<Day>),
        zone: &Zone,
    ) -> Population {
        let bounded = from.is_some() || to.is_some();
        Population {
            pipeline,
            owners: self.owners.clone(),
            sources: self.sources.clone(),
            segments: self.segments.clone(),
            persona: self.persona,
            period: bounded.then(|| Period::days(self.basis, from, to, zone)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_stretch_is_whole_calendar_units() {
        let today = day("2026-11-22");
        let days = |stretch: Stretch| {
            let (from, to) = stretch.days(today);
            (from.expect("a start").to_string(), to.expect("an end").to_string())
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(Stretch::Always.days(today), (None, None));
        assert_eq!(days(Stretch::Week), pair("2026-11-16", "2026-11-23"));
        assert_eq!(days(Stretch::ThisMonth), pair("2026-11-01", "2026-12-01"));
        assert_eq!(days(Stretch::LastMonth), pair("2026-10-01", "2026-11-01"));
        assert_eq!(days(Stretch::ThisQuarter), pair("2026-10-01", "2027-01-01"));
        assert_eq!(days(Stretch::LastQuarter), pair("2026-07-01", "2026-10-01"));
        assert_eq!(days(Stretch::ThisYear), pair("2026-01-01", "2027-01-01"));
        assert_eq!(days(Stretch::TwelveMonths), pair("2025-12-01", "2026-12-01"));
        let one = Stretch::Between(Some(today), Some(today));
        assert_eq!(days(one), pair("2026-11-22", "2026-11-23"));
    }

    #[test]
    fn a_day_a_month_earlier_is_in_the_month_before() {
        assert_eq!(Back::Month.from(day("2026-03-31")), Some(day("2026-02-28")));
        assert_eq!(Back::Month.from(day("2024-03-31")), Some(day("2024-02-29")));
        assert_eq!(Back::Quarter.from(day("2026-01-31")), Some(day("2025-10-31")));
        assert_eq!(Back::Year.from(day("2024-02-29")), Some(day("2023-02-28")));
        assert_eq!(Back::Week.from(day("2026-01-03")), Some(day("2025-12-27")));
    }

    #[test]
    fn a_choice_reads_back() {
        let mut choice =
            Choice { stretch: Stretch::Between(None, Some(day("2026-11-22"))), ..Choice::default() };
        choice.segments.insert("region".into(), vec!["north".into(), String::new()]);
        choice.persona = Some(PersonaId(7));
        let text = serde_json::to_string(&choice).unwrap();
        assert_eq!(serde_json::from_str::<Choice>(&text).unwrap(), choice);
        assert_eq!(serde_json::from_str::<Choice>("{}").unwrap(), Choice::default());
        assert!(Choice { basis: Basis::Closed, ..Choice::default() }.is_all() && !choice.is_all());
        // The stretch, the persona, and a kind of segment; a kind that nothing is named of leaves nobody out.
        choice.segments.insert("size".into(), Vec::new());
        assert_eq!((choice.limits(), Choice::default().limits()), (3, 0));
    }
}
