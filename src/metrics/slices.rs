//! The win rate of parts of the deals: by source, owner, segment and size.

use std::collections::BTreeMap;

use super::case::Case;
use super::census::Census;
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
    let mut segments: BTreeMap<&str, [Tally; 2]> = BTreeMap::new();
    let count = match cut {
        Cut::Source => census.sources().len(),
        Cut::Owner => census.people().len(),
        Cut::Segment(_) => 0,
        Cut::Size => limits.len() + 1,
    };
    let mut numbered = vec![[Tally::default(); 2]; count];
    for case in census.cases().filter(Case::is_closed) {
        let tallies = match cut {
            Cut::Source => numbered.get_mut(case.source()),
            Cut::Owner => numbered.get_mut(case.owner()),
            Cut::Segment(kind) => Some(segments.entry(segment(&case, kind)).or_default()),
            Cut::Size => numbered.get_mut(limits.partition_point(|limit| *limit <= case.value())),
        };
        if let Some([won, lost]) = tallies {
            if case.is_won() { won.add(case.value()) } else { lost.add(case.value()) }
        }
    }
    let row = |(slice, [won, lost]): (Slice, [Tally; 2])| Sliced { slice, won, lost };
    let slices: Vec<Slice> = match cut {
        Cut::Source => census.sources().iter().cloned().map(Slice::Source).collect(),
        Cut::Owner => census.people().iter().cloned().map(Slice::Owner).collect(),
        Cut::Segment(kind) => {
            numbered = segments.values().copied().collect();
            segments.keys().map(|value| Slice::Segment(kind.clone(), (*value).to_owned())).collect()
        }
        Cut::Size => {
            let to = limits.iter().copied().map(Some).chain([None]);
            std::iter::once(0)
                .chain(limits.iter().copied())
                .zip(to)
                .map(|(from, to)| Slice::Size(from, to))
                .collect()
        }
    };
    let mut rows: Vec<Sliced> =
        slices.into_iter().zip(numbered).map(row).filter(|row| row.closed() > 0).collect();
    if *cut != Cut::Size {
        rows.sort_by(|one, other| {
            other.closed().cmp(&one.closed()).then_with(|| one.slice.cmp(&other.slice))
        });
    }
    rows
}

/// The limits between sizes, in minor units: near the quartiles of the closed deals that have a value, rounded to 1, 2 or 5 times a power of
/// ten. The first stands between deals without a value and those with one, if there are both.
fn size_limits(census: &Census) -> Vec<i64> {
    let closed = census.cases().filter(Case::is_closed);
    let mut values: Vec<i64> = closed.map(|case| case.value()).collect();
    let closed = values.len();
    values.retain(|value| *value > 0);
    let Some(least) = values.iter().min().copied() else { return Vec::new() };
    // Finding three places takes less than putting everything in order.
    let place = |part: usize| (values.len() * part).div_ceil(4).saturating_sub(1);
    let mut limits = [1, 2, 3].map(place).map(|at| round(*values.select_nth_unstable(at).1)).to_vec();
    limits.dedup();
    // A limit that all lie above tells nothing apart.
    limits.retain(|limit| least < *limit);
    if values.len() < closed {
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
    for case in census.cases().filter(Case::is_closed) {
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
