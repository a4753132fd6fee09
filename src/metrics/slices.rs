//! The win rate of parts of the deals: by source, owner, segment and size.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::census::{Case, Census};
use super::drill::Left;
use super::figures::{Rate, Tally};

/// By what the deals are cut into slices.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Cut {
    /// Where they came from (method row 13).
    Source,
    /// Who works, or worked, on them.
    Owner,
    /// A kind of segment (method row 47).
    Segment(String),
    /// What they are worth.
    Size,
}

/// A part of the deals.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slice {
    /// From a source; the empty name for deals without one.
    Source(String),
    /// Of an owner; the empty name for deals without one.
    Owner(String),
    /// Of a kind of segment the value; the empty value for deals without one.
    Segment(String, String),
    /// Worth so much in minor units or more, and less than the second if there is one.
    Size(i64, Option<i64>),
}

impl Slice {
    /// Whether a deal is in it.
    pub fn holds(&self, case: &Case<'_>) -> bool {
        let deal = case.deal;
        match self {
            Slice::Source(source) => deal.source == *source,
            Slice::Owner(owner) => deal.owner == *owner,
            Slice::Segment(kind, value) => segment(case, kind) == value,
            Slice::Size(from, to) => deal.value >= *from && to.is_none_or(|to| deal.value < to),
        }
    }

    /// Why a deal is not in it.
    pub(super) fn left(&self) -> Left {
        match self {
            Slice::Source(_) => Left::Source,
            Slice::Owner(_) => Left::Owner,
            Slice::Segment(..) => Left::Segment,
            Slice::Size(..) => Left::OtherKind,
        }
    }
}

fn segment<'a>(case: &Case<'a>, kind: &str) -> &'a str {
    case.deal.story.segments.get(kind).map_or("", String::as_str)
}

/// What became of the closed deals of a slice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sliced {
    /// The slice.
    pub slice: Slice,
    /// The won ones.
    pub won: Tally,
    /// The lost ones.
    pub lost: Tally,
}

impl Sliced {
    /// Won ÷ (won + lost).
    pub fn win_rate(&self) -> Rate {
        Rate { part: self.won.count, of: self.closed() }
    }

    /// How many are closed.
    pub fn closed(&self) -> u64 {
        self.won.count + self.lost.count
    }
}

/// The closed deals of a population in slices: those with most closed deals first, then by name; sizes from the smallest. Each closed
/// deal is in exactly one; slices without a closed deal are not there.
pub fn sliced(census: &Census, cut: &Cut) -> Vec<Sliced> {
    let limits = if *cut == Cut::Size { size_limits(census) } else { Vec::new() };
    let mut named: BTreeMap<&str, [Tally; 2]> = BTreeMap::new();
    let mut sizes = vec![[Tally::default(); 2]; limits.len() + 1];
    for case in census.cases().filter(|case| case.is_won() || case.is_lost()) {
        let deal = case.deal;
        let tallies = match cut {
            Cut::Source => Some(named.entry(deal.source.as_str()).or_default()),
            Cut::Owner => Some(named.entry(deal.owner.as_str()).or_default()),
            Cut::Segment(kind) => Some(named.entry(segment(&case, kind)).or_default()),
            Cut::Size => sizes.get_mut(limits.partition_point(|limit| *limit <= deal.value)),
        };
        if let Some([won, lost]) = tallies {
            if case.is_won() { won.add(deal) } else { lost.add(deal) }
        }
    }
    if *cut == Cut::Size {
        let from = [0].into_iter().chain(limits.iter().copied());
        let to = limits.iter().copied().map(Some).chain([None]);
        let rows = from.zip(to).zip(sizes);
        let rows = rows.map(|((from, to), [won, lost])| Sliced { slice: Slice::Size(from, to), won, lost });
        return rows.filter(|row| row.closed() > 0).collect();
    }
    let slice = |name: &str| match cut {
        Cut::Source => Slice::Source(name.to_owned()),
        Cut::Segment(kind) => Slice::Segment(kind.clone(), name.to_owned()),
        Cut::Owner | Cut::Size => Slice::Owner(name.to_owned()),
    };
    let mut rows: Vec<Sliced> =
        named.into_iter().map(|(name, [won, lost])| Sliced { slice: slice(name), won, lost }).collect();
    rows.sort_by_key(|row| Reverse(row.closed()));
    rows
}

/// The limits between sizes, in minor units: near the quartiles of the closed deals that have a value, rounded to 1, 2 or 5 times a power of
/// ten. The first stands between deals without a value and those with one, if there are both.
fn size_limits(census: &Census) -> Vec<i64> {
    let closed = census.cases().filter(|case| case.is_won() || case.is_lost());
    let mut values: Vec<i64> = closed.map(|case| case.deal.value).collect();
    values.sort_unstable();
    let worthless = values.partition_point(|value| *value <= 0);
    let worth = values.get(worthless..).unwrap_or_default();
    let quartile = |part: usize| worth.get((worth.len() * part).div_ceil(4).saturating_sub(1));
    let mut limits: Vec<i64> = (1..=3).filter_map(quartile).map(|value| round(*value)).collect();
    limits.dedup();
    // A limit that all lie above tells nothing apart.
    limits.retain(|limit| worth.first().is_some_and(|least| least < limit));
    if worthless > 0 && !worth.is_empty() {
        limits.insert(0, 1);
    }
    limits
}

/// The nearest of 1, 2 and 5 times a power of ten.
fn round(value: i64) -> i64 {
    let mut power = 1_i64;
    while power <= value / 10 {
        power *= 10;
    }
    [1, 2, 5, 10]
        .map(|factor: i64| factor.saturating_mul(power))
        .into_iter()
        .min_by_key(|limit| limit.abs_diff(value))
        .unwrap_or(power)
}

/// The kinds of segments that closed deals of a population have, by name.
pub fn segment_kinds(census: &Census) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for case in census.cases().filter(|case| case.is_won() || case.is_lost()) {
        for kind in case.deal.story.segments.keys() {
            if let Err(at) = kinds.binary_search(kind) {
                kinds.insert(at, kind.clone());
            }
        }
    }
    kinds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_round() {
        assert_eq!(
            [1, 3, 4, 7, 8, 1_480, 36_400, 99_999].map(round),
            [1, 2, 5, 5, 10, 1_000, 50_000, 100_000]
        );
        assert!(round(i64::MAX) > 0);
    }
}
