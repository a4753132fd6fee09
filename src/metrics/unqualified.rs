//! How much time goes to deals that somebody found unqualified.

use super::activity::{is_contact, months_to};
use super::case::Case;
use super::census::{Census, by_name};
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

    /// Adds what was spent on a deal within a span.
    fn add(&mut self, case: &Case<'_>, (open, activities): (u64, u64), span: TimeSpan) {
        let no = case.said_no();
        if (open, activities) == (0, 0) {
            return;
        }
        for (rate, more) in [(&mut self.deals, 1), (&mut self.activities, activities), (&mut self.open, open)]
        {
            rate.of = rate.of.saturating_add(more);
            rate.part = rate.part.saturating_add(if no { more } else { 0 });
        }
        if no {
            self.after += after_no(case, span);
        }
    }
}

/// For how many milliseconds a deal was open within a span, and how many activities with the buyer were done in it.
pub(super) fn spent_within(census: &Census, case: &Case<'_>, span: TimeSpan) -> (u64, u64) {
    let won = Some(census.ladder().won());
    let stays = case.stays.iter().filter(|stay| stay.rung != won);
    let open: i64 = stays.map(|stay| span.part_of(stay.entered, stay.left.unwrap_or(census.now()))).sum();
    let activities = contacts(case).filter(|at| span.holds(*at)).count();
    (u64::try_from(open).unwrap_or(0), activities as u64)
}

/// When the activities with the buyer were done.
fn contacts(case: &Case<'_>) -> impl Iterator<Item = Timestamp> {
    case.done.iter().filter(|done| is_contact(done.kind)).map(|done| done.at)
}

/// How many activities of a span came after the first no.
fn after_no(case: &Case<'_>, span: TimeSpan) -> u64 {
    let said = |answer: &&Answer| answer.yes == Some(false);
    let Some(first) = case.deal.story.answers.values().filter(said).map(|answer| answer.at).min() else {
        return 0;
    };
    contacts(case).filter(|at| *at > first && span.holds(*at)).count() as u64
}

/// The month in which time went to an unqualified deal last: the present one if one is open; `None` if there never was one.
pub fn latest_unqualified(census: &Census) -> Option<Month> {
    let day = |at: Timestamp| census.zone().day(at).month();
    let last = |case: Case<'_>| match case.is_open() {
        true => Some(census.today().month()),
        false => case.stays.iter().filter_map(|stay| stay.left).chain(contacts(&case)).max().map(day),
    };
    census.cases().filter(Case::said_no).filter_map(last).max()
}

/// What went to unqualified deals: in all, by the deals' owners, and month by month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnqualifiedReport {
    /// In a stretch of time.
    pub team: Spent,
    /// On the deals of each owner, in the same, by name; the empty name is nobody's.
    pub owners: Vec<(String, Spent)>,
    /// In each of some calendar months of the viewer, the oldest first.
    pub months: Vec<(Month, Spent)>,
}

/// What went to unqualified deals within a span, and in each of the `count` months that end with `last`. The census is best one of all time.
pub fn unqualified(census: &Census, within: TimeSpan, last: Month, count: u16) -> UnqualifiedReport {
    let spans =
        months_to(last, count).into_iter().map(|month| (month, TimeSpan::month(month, census.zone())));
    let mut months: Vec<(Month, TimeSpan, Spent)> =
        spans.map(|(m, span)| (m, span, Spent::default())).collect();
    let mut team = Spent::default();
    let mut owners: Vec<Option<Spent>> = vec![None; census.people().len()];
    for case in census.cases() {
        let all = spent_within(census, &case, within);
        if let Some(spent) = owners.get_mut(case.owner()).filter(|_| all != (0, 0)) {
            spent.get_or_insert_default().add(&case, all, within);
        }
        // Something may have been done on it before it was created or after it was closed.
        let created = case.created();
        let (first, last) =
            contacts(&case).fold((created, created), |(first, last), at| (first.min(at), last.max(at)));
        let first = case.stays.first().map_or(first, |stay| first.min(stay.entered));
        // A closing dated back before the last move ends no visit before it began.
        let left = case.stays.last().map_or(last, |stay| last.max(stay.entered));
        let ended = case.closed().map(|at| at.max(left));
        for (_, span, spent) in &mut months {
            let before = span.to.is_some_and(|to| first >= to);
            let over = ended.zip(span.from).is_some_and(|(at, from)| at < from);
            if !before && !over {
                spent.add(&case, spent_within(census, &case, *span), *span);
            }
        }
    }
    // Every deal has one owner, if only the empty name: together they are the team.
    for spent in owners.iter().flatten() {
        team.join(spent);
    }
    let owners = by_name(census.people(), owners).into_iter();
    let owners = owners.filter_map(|(name, spent)| Some((name.clone(), spent?)));
    UnqualifiedReport {
        team,
        owners: owners.collect(),
        months: months.into_iter().map(|(month, _, spent)| (month, spent)).collect(),
    }
}
