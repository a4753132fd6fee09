//! How much time goes to deals that somebody found unqualified.

use std::collections::BTreeMap;

use super::activity::{is_contact, months_to};
use super::census::{Case, Census};
use super::figures::{DAY, Rate};
use super::span::TimeSpan;
use crate::model::{Answer, Deal, Month, Timestamp};

/// Whether a qualifying question of a deal was answered with no.
pub fn said_no(deal: &Deal) -> bool {
    deal.story.answers.values().any(|answer| answer.yes == Some(false))
}

/// What went to unqualified deals, of all that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spent {
    /// How many unqualified deals there were, of all deals that were open or worked on.
    pub deals: Rate,
    /// Activities with buyers (all but notes).
    pub activities: Rate,
    /// How many of the activities on unqualified deals came after the first no.
    pub after: u64,
    /// For how long deals were open, in milliseconds.
    pub open: Rate,
}

impl Spent {
    /// For how many days of 24 hours unqualified deals were open.
    pub fn days(&self) -> f64 {
        self.open.part as f64 / DAY
    }

    fn join(&mut self, other: &Spent) {
        let rates = [
            (&mut self.deals, other.deals),
            (&mut self.activities, other.activities),
            (&mut self.open, other.open),
        ];
        for (rate, more) in rates {
            rate.part = rate.part.saturating_add(more.part);
            rate.of = rate.of.saturating_add(more.of);
        }
        self.after += other.after;
    }

    /// Adds what was spent on a deal within a span; `no` if one of its answers is no.
    fn add(&mut self, deal: &Deal, (open, activities): (u64, u64), (span, no): (TimeSpan, bool)) {
        if (open, activities) == (0, 0) {
            return;
        }
        for (rate, more) in [(&mut self.deals, 1), (&mut self.activities, activities), (&mut self.open, open)]
        {
            rate.of = rate.of.saturating_add(more);
            rate.part = rate.part.saturating_add(if no { more } else { 0 });
        }
        if no {
            self.after += after_no(deal, span);
        }
    }
}

/// For how many milliseconds a deal was open within a span, and how many activities with the buyer were done in it.
pub(super) fn spent_within(census: &Census, case: &Case<'_>, span: TimeSpan) -> (u64, u64) {
    let mut done = Vec::new();
    contacts(case, &mut done);
    spent(census, case, &done, span)
}

/// When activities with the buyer were done, put into `done`.
fn contacts(case: &Case<'_>, done: &mut Vec<Timestamp>) {
    done.clear();
    let activities = case.deal.story.activities.values().filter(|activity| is_contact(activity.kind));
    done.extend(activities.filter_map(|activity| activity.done));
}

fn spent(census: &Census, case: &Case<'_>, done: &[Timestamp], span: TimeSpan) -> (u64, u64) {
    let won = Some(census.ladder().won());
    let stays = case.stays.iter().filter(|stay| stay.rung != won);
    let open: i64 = stays.map(|stay| span.part_of(stay.entered, stay.left.unwrap_or(census.now()))).sum();
    let activities = done.iter().filter(|at| span.holds(**at)).count();
    (u64::try_from(open).unwrap_or(0), activities as u64)
}

/// How many activities of a span came after the first no.
fn after_no(deal: &Deal, span: TimeSpan) -> u64 {
    let said = |answer: &&Answer| answer.yes == Some(false);
    let Some(first) = deal.story.answers.values().filter(said).map(|answer| answer.at).min() else {
        return 0;
    };
    let done = deal.story.activities.values().filter(|done| is_contact(done.kind));
    done.filter(|done| done.done.is_some_and(|at| at > first && span.holds(at))).count() as u64
}

/// What went to unqualified deals: in all, by the deals' owners, and month by month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnqualifiedReport {
    /// In all time.
    pub team: Spent,
    /// On the deals of each owner, in all time, by name; the empty name is nobody's.
    pub owners: Vec<(String, Spent)>,
    /// In each of some calendar months of the viewer, the oldest first.
    pub months: Vec<(Month, Spent)>,
}

/// What went to unqualified deals, with the `count` months that end with `last`.
pub fn unqualified(census: &Census, last: Month, count: u16) -> UnqualifiedReport {
    let spans =
        months_to(last, count).into_iter().map(|month| (month, TimeSpan::month(month, census.zone())));
    let mut months: Vec<(Month, TimeSpan, Spent)> =
        spans.map(|(m, span)| (m, span, Spent::default())).collect();
    let mut team = Spent::default();
    let mut owners: BTreeMap<&str, Spent> = BTreeMap::new();
    let mut done = Vec::new();
    for case in census.cases() {
        let no = said_no(case.deal);
        contacts(&case, &mut done);
        let all = spent(census, &case, &done, TimeSpan::ALWAYS);
        owners.entry(&case.deal.owner).or_default().add(case.deal, all, (TimeSpan::ALWAYS, no));
        // Something may have been done on it before it was created or after it was closed.
        let created = case.deal.created;
        let (first, last) = done
            .iter()
            .fold((created, created), |(first, last), at: &Timestamp| (first.min(*at), last.max(*at)));
        let first = case.stays.first().map_or(first, |stay| first.min(stay.entered));
        // A closing dated back before the last move ends no visit before it began.
        let left = case.stays.last().map_or(last, |stay| last.max(stay.entered));
        let ended = case.deal.outcome.closed().map(|at| at.max(left));
        for (_, span, spent) in &mut months {
            let before = span.to.is_some_and(|to| first >= to);
            let over = ended.zip(span.from).is_some_and(|(at, from)| at < from);
            if !before && !over {
                spent.add(case.deal, self::spent(census, &case, &done, *span), (*span, no));
            }
        }
    }
    // Every deal has one owner, if only the empty name: together they are the team.
    for spent in owners.values() {
        team.join(spent);
    }
    UnqualifiedReport {
        team,
        owners: owners.into_iter().map(|(name, spent)| (name.to_owned(), spent)).collect(),
        months: months.into_iter().map(|(month, _, spent)| (month, spent)).collect(),
    }
}
