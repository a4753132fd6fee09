//! What was done with the buyers, by whom, month by month.

use std::collections::BTreeMap;

use super::census::{Census, by_name};
use super::span::TimeSpan;
use super::team::{Ask, TeamFigure};
use crate::model::{ActivityKind, Month};

/// Whether a kind of activity is one with the buyer: all but notes.
pub fn is_contact(kind: ActivityKind) -> bool {
    kind != ActivityKind::Note
}

/// How often something was done in each of some months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityReport {
    /// What is counted; everything but notes if `None`.
    pub kind: Option<ActivityKind>,
    /// The viewer's calendar months, the oldest first.
    pub months: Vec<Month>,
    /// Everybody of the team, and who owns an open deal or did something of any kind in these months, by name. Deals without an owner have a
    /// row, with the empty name, where nobody is named with something that was done on them.
    pub rows: Vec<Doing>,
    /// How often all of them did it in each month.
    pub team: Vec<u64>,
}

/// How often somebody did something in each of some months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doing {
    /// Who; empty for nobody.
    pub name: String,
    /// How often, month by month.
    pub counts: Vec<u64>,
}

impl ActivityReport {
    /// The deals of one of its numbers; of the team's if nobody is named.
    pub fn figure(&self, name: Option<&str>, month: Month, census: &Census) -> TeamFigure {
        TeamFigure::of(name, Ask::Done(self.kind, TimeSpan::month(month, census.zone())))
    }
}

/// The `count` months that end with `last`, the oldest first.
pub(super) fn months_to(last: Month, count: u16) -> Vec<Month> {
    (0..i32::from(count)).rev().map(|back| last.back(back)).collect()
}

/// The month in which something was done last with a buyer; `None` if nothing ever was.
pub fn latest_activity(census: &Census) -> Option<Month> {
    let done = census.cases().flat_map(|case| case.done).filter(|done| is_contact(done.kind));
    done.map(|done| done.at).max().map(|at| census.zone().day(at).month())
}

/// How often everybody did something of a kind (of all kinds but notes if `None`) in each of the `count` months that end with `last`. Of
/// the `team`, those that the population names have a row, whatever they did.
pub fn activity(
    census: &Census,
    kind: Option<ActivityKind>,
    team: &[String],
    last: Month,
    count: u16,
) -> ActivityReport {
    let named = team;
    let months = months_to(last, count);
    let spans: Vec<TimeSpan> = months.iter().map(|month| TimeSpan::month(*month, census.zone())).collect();
    // The row of each of the people who has one.
    let mut rows: Vec<Option<Vec<u64>>> = vec![None; census.people().len()];
    let mut team = vec![0; months.len()];
    let none = || vec![0; months.len()];
    for case in census.cases() {
        // Nobody is to call on a deal that nobody owns.
        if let Some(row) =
            rows.get_mut(case.owner()).filter(|_| case.is_open() && !case.deal.owner.is_empty())
        {
            row.get_or_insert_with(none);
        }
        for done in case.done.iter().filter(|done| is_contact(done.kind) || kind == Some(done.kind)) {
            let Some(index) = TimeSpan::find(&spans, done.at) else { continue };
            let Some(row) = rows.get_mut(done.by) else { continue };
            let counts = row.get_or_insert_with(none);
            if kind.is_some_and(|kind| kind != done.kind) {
                continue;
            }
            for counts in [counts, &mut team] {
                if let Some(count) = counts.get_mut(index) {
                    *count += 1;
                }
            }
        }
    }
    let rows = by_name(census.people(), rows).into_iter();
    let found = rows.filter_map(|(name, counts)| Some((name.as_str(), counts?)));
    let mut rows: BTreeMap<&str, Vec<u64>> = found.collect();
    for name in named.iter().filter(|name| !name.is_empty() && census.population().asks_for(name)) {
        rows.entry(name).or_insert_with(none);
    }
    let rows = rows.into_iter().map(|(name, counts)| Doing { name: name.to_owned(), counts });
    ActivityReport { kind, rows: rows.collect(), months, team }
}
