//! How often the expected month moved later.

use std::collections::BTreeMap;

use super::census::Census;
use crate::model::{Deal, DealId, Happened, Month};

/// How often, and by how much, expected closes moved to a later month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SlipTally {
    /// The deals that have, or had, an expected close.
    pub dated: u64,
    /// Those of them that slipped at least once.
    pub slipped: u64,
    /// How often they slipped in all.
    pub slips: u64,
    /// By how many months in all.
    pub months: u64,
}

impl SlipTally {
    fn add(&mut self, slips: u32, months: u32) {
        self.dated += 1;
        self.slipped += u64::from(slips > 0);
        self.slips += u64::from(slips);
        self.months += u64::from(months);
    }
}

/// A deal that slipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slip {
    /// The deal.
    pub deal: DealId,
    /// How often.
    pub slips: u32,
    /// By how many months in all.
    pub months: u32,
}

/// The slips of a population.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slips {
    /// All of them.
    pub all: SlipTally,
    /// By owner, those that slip most first; the empty name for deals without one.
    pub owners: Vec<(String, SlipTally)>,
    /// The deals that slipped: the open ones first, of them those that slipped most often, then by most months.
    pub deals: Vec<Slip>,
}

/// How often the expected month of a deal moved later, and by how many months in all; `None` for one that never had an expected
/// close. A day that moves within its month is no slip, and one that moves back takes none away.
pub(super) fn slips_of(deal: &Deal) -> Option<(u32, u32)> {
    let number = |month: Month| month.year * 12 + month.month as i32;
    let mut dated = deal.expected.is_some();
    let (mut slips, mut months) = (0, 0);
    for event in &deal.history {
        let Happened::Rescheduled { from, to } = &event.what else { continue };
        dated = true;
        let Some((from, to)) = from.zip(*to) else { continue };
        if let Ok(later @ 1..) = u32::try_from(number(to.month()) - number(from.month())) {
            slips += 1;
            months += later;
        }
    }
    dated.then_some((slips, months))
}

/// The slips of a population.
pub fn slips(census: &Census) -> Slips {
    let mut all = SlipTally::default();
    let mut owners: BTreeMap<&str, SlipTally> = BTreeMap::new();
    let mut deals = Vec::new();
    for case in census.cases() {
        let Some((slips, months)) = slips_of(case.deal) else { continue };
        all.add(slips, months);
        owners.entry(case.deal.owner.as_str()).or_default().add(slips, months);
        if slips > 0 {
            deals.push((!case.is_open(), Slip { deal: case.deal.id, slips, months }));
        }
    }
    deals.sort_by_key(|(closed, slip)| (*closed, std::cmp::Reverse((slip.slips, slip.months)), slip.deal));
    let mut owners: Vec<(String, SlipTally)> =
        owners.into_iter().map(|(owner, tally)| (owner.to_owned(), tally)).collect();
    owners.sort_by_key(|(_, tally)| std::cmp::Reverse((tally.slips, tally.months)));
    Slips { all, owners, deals: deals.into_iter().map(|(_, slip)| slip).collect() }
}
