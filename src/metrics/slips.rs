//! How often the expected month moved later.

use super::census::{Census, by_name};
use crate::model::{Day, DealId};

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

/// How often the expected month of a deal moved later, and by how many months in all. A day that moves within its month is no slip, and
/// one that moves back takes none away.
#[derive(Default)]
pub(super) struct DateMoves {
    dated: bool,
    slips: u32,
    months: u32,
}

impl DateMoves {
    /// Counts a change of the expected close.
    pub(super) fn add(&mut self, from: Option<Day>, to: Option<Day>) {
        let number = |day: Day| day.month().year * 12 + day.month().month as i32;
        self.dated = true;
        let Some((from, to)) = from.zip(to) else { return };
        if let Ok(later @ 1..) = u32::try_from(number(to) - number(from)) {
            self.slips += 1;
            self.months += later;
        }
    }

    /// All of them, of a deal that is expected to close then; `None` for one that never had an expected close.
    pub(super) fn slips(&self, expected: Option<Day>) -> Option<(u32, u32)> {
        (self.dated || expected.is_some()).then_some((self.slips, self.months))
    }
}

/// The slips of a population.
pub fn slips(census: &Census) -> Slips {
    let mut all = SlipTally::default();
    let mut owners = vec![SlipTally::default(); census.people().len()];
    let mut deals = Vec::new();
    for case in census.cases() {
        let Some((slips, months)) = case.slips() else { continue };
        all.add(slips, months);
        if let Some(tally) = owners.get_mut(case.owner()) {
            tally.add(slips, months);
        }
        if slips > 0 {
            deals.push((!case.is_open(), Slip { deal: case.id, slips, months }));
        }
    }
    deals.sort_by_key(|(closed, slip)| (*closed, std::cmp::Reverse((slip.slips, slip.months)), slip.deal));
    let rows = by_name(census.people(), owners).into_iter().filter(|(_, tally)| tally.dated > 0);
    let mut owners: Vec<(String, SlipTally)> = rows.map(|(name, tally)| (name.clone(), tally)).collect();
    owners.sort_by_key(|(_, tally)| std::cmp::Reverse((tally.slips, tally.months)));
    Slips { all, owners, deals: deals.into_iter().map(|(_, slip)| slip).collect() }
}
