//! What a team sets itself to reach, and what it measures itself by.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Day, Month};

/// A calendar month or quarter, as targets are set for. Written as `2026-11` and `2026-Q4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Term {
    /// A month.
    Month(Month),
    /// The quarter (1–4) of a year.
    Quarter(i32, u32),
}

impl Term {
    /// The quarter that a month is in.
    pub fn quarter_of(month: Month) -> Term {
        Term::Quarter(month.year, (month.month.max(1) - 1) / 3 + 1)
    }

    /// Its months in order: one, or three.
    pub fn months(self) -> Vec<Month> {
        match self {
            Term::Month(month) => vec![month],
            Term::Quarter(year, quarter) => {
                (1..=3).map(|place| Month { year, month: (quarter.max(1) - 1) * 3 + place }).collect()
            }
        }
    }

    /// Its first day.
    pub fn first_day(self) -> Option<Day> {
        self.months().first().and_then(|month| month.first_day())
    }

    /// The first day after it.
    pub fn end(self) -> Option<Day> {
        self.months().last().and_then(|month| month.next().first_day())
    }

    /// The one of the same length that lies `count` of them before it; after it for a negative count.
    pub fn back(self, count: i32) -> Term {
        match self {
            Term::Month(month) => Term::Month(month.back(count)),
            Term::Quarter(year, quarter) => {
                let month = Month { year, month: quarter * 3 }.back(count.saturating_mul(3));
                Term::quarter_of(month)
            }
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Term::Month(Month { year, month }) => write!(f, "{year:04}-{month:02}"),
            Term::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
        }
    }
}

/// What was given as a term is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotATerm;

impl FromStr for Term {
    type Err = NotATerm;
    fn from_str(text: &str) -> Result<Term, NotATerm> {
        let (year, rest) = text.split_once('-').ok_or(NotATerm)?;
        let digits = |text: &str, width: usize| -> Option<u32> {
            (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
        };
        let year = digits(year, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| *year > 0);
        let term = match (year, rest.strip_prefix('Q')) {
            (Some(year), Some(quarter)) => {
                digits(quarter, 1).filter(|q| (1..=4).contains(q)).map(|quarter| Term::Quarter(year, quarter))
            }
            (Some(year), None) => digits(rest, 2)
                .filter(|month| (1..=12).contains(month))
                .map(|month| Term::Month(Month { year, month })),
            (None, _) => None,
        };
        term.ok_or(NotATerm)
    }
}

/// Whose target for which term. Written as `2026-11 Ada`, and as `2026-11` for the whole team.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TargetKey {
    /// The month or quarter.
    pub term: Term,
    /// The owner; empty for the whole team.
    pub owner: String,
}

impl Serialize for TargetKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.owner.is_empty() {
            return serializer.collect_str(&self.term);
        }
        serializer.collect_str(&format_args!("{} {}", self.term, self.owner))
    }
}

impl<'de> Deserialize<'de> for TargetKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let (term, owner) = text.split_once(' ').unwrap_or((&text, ""));
        let term = term.parse().map_err(|_| {
            de::Error::invalid_value(de::Unexpected::Str(&text), &"a month or quarter, and an owner")
        })?;
        Ok(TargetKey { term, owner: owner.to_owned() })
    }
}

/// What the team of a pipeline sets itself to reach.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goals {
    /// What is to be won, in minor units of the pipeline's currency.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub targets: BTreeMap<TargetKey, i64>,
    /// How many calls each owner is to make in a month; 0 if nobody said.
    #[serde(default, skip_serializing_if = "super::pipeline::is_default")]
    pub calls: u16,
    /// The mean cycle of won deals in the industry, in days; 0 if nobody said.
    #[serde(default, skip_serializing_if = "super::pipeline::is_default")]
    pub industry_cycle: u16,
}

impl Goals {
    /// What is to be won in a term by an owner, or by the team (the empty name), in minor units: what was set; else for a quarter
    /// the sum of its months, as far as they were set; else for the team the sum of its owners. `None` if nobody said.
    pub fn target(&self, term: Term, owner: &str) -> Option<i64> {
        let set = |term: Term| self.targets.get(&TargetKey { term, owner: owner.to_owned() }).copied();
        let sum = |parts: &mut dyn Iterator<Item = i64>| {
            parts.fold(None, |sum: Option<i64>, part| Some(sum.unwrap_or(0).saturating_add(part)))
        };
        let of_months = || match term {
            Term::Month(_) => None,
            Term::Quarter(..) => {
                sum(&mut term.months().into_iter().filter_map(|month| set(Term::Month(month))))
            }
        };
        let of_owners = || {
            let owners: std::collections::BTreeSet<&str> =
                self.targets.keys().map(|key| key.owner.as_str()).filter(|owner| !owner.is_empty()).collect();
            sum(&mut owners.into_iter().filter_map(|owner| self.target(term, owner)))
        };
        set(term).or_else(of_months).or_else(|| if owner.is_empty() { of_owners() } else { None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(term: &str, owner: &str) -> TargetKey {
        TargetKey { term: term.parse().expect("a term"), owner: owner.into() }
    }

    #[test]
    fn a_term_reads_back_and_refuses_what_is_none() {
        for text in ["2026-01", "2026-12", "2026-Q1", "2026-Q4", "0999-02"] {
            assert_eq!(text.parse::<Term>().unwrap().to_string(), text);
        }
        for text in
            ["2026-13", "2026-00", "2026-Q5", "2026-Q0", "2026", "26-01", "0000-01", "2026-1", "2026-q1", ""]
        {
            assert_eq!(text.parse::<Term>(), Err(NotATerm), "{text}");
        }
        let quarter: Term = "2026-Q1".parse().unwrap();
        assert_eq!(quarter.back(1).to_string(), "2025-Q4");
        assert_eq!(quarter.back(-4).to_string(), "2027-Q1");
        assert_eq!(quarter.end(), Day::new(2026, 4, 1));
        assert_eq!("2025-12".parse::<Term>().unwrap().end(), Day::new(2026, 1, 1));
    }

    #[test]
    fn method_row_5_targets_by_month_and_quarter_per_person_and_for_the_team() {
        let mut goals = Goals::default();
        let target = |goals: &Goals, term: &str, owner: &str| goals.target(term.parse().unwrap(), owner);
        assert_eq!(target(&goals, "2026-Q4", ""), None);
        goals.targets.insert(key("2026-10", "Ada"), 100);
        goals.targets.insert(key("2026-11", "Ada"), 50);
        goals.targets.insert(key("2026-10", "Ben"), 30);
        assert_eq!(target(&goals, "2026-10", ""), Some(130));
        assert_eq!(target(&goals, "2026-Q4", "Ada"), Some(150));
        assert_eq!(target(&goals, "2026-Q4", ""), Some(180));
        // An owner's target for the quarter counts for the team's, also where others have months only.
        goals.targets.insert(key("2026-Q3", "Ben"), 70);
        goals.targets.insert(key("2026-09", "Ada"), 20);
        assert_eq!(target(&goals, "2026-Q3", ""), Some(90));
        goals.targets.insert(key("2026-Q4", ""), 500);
        goals.targets.insert(key("2026-Q4", "Ada"), 0);
        assert_eq!(target(&goals, "2026-Q4", ""), Some(500));
        assert_eq!(target(&goals, "2026-Q4", "Ada"), Some(0));
        assert_eq!(target(&goals, "2026-Q2", "Ada"), None);
        let text = serde_json::to_string(&goals).unwrap();
        assert!(text.contains(r#""2026-Q4 Ada":0"#) && text.contains(r#""2026-Q4":500"#), "{text}");
        assert_eq!(serde_json::from_str::<Goals>(&text).unwrap(), goals);
    }
}
