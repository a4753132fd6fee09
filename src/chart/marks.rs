//! Marks on a way: which deal stands where, and which stand together as a number.

use std::collections::BTreeMap;

/// How many slots side by side those that stand at the same point may take.
const WIDEST: usize = 3;

/// A mark in a place of a way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// How far along, from 0.
    pub slot: usize,
    /// How far beside the way, from 0 on it.
    pub row: usize,
    /// Those that it stands for, by their numbers; one, or several that found no room of their own.
    pub of: Vec<usize>,
}

/// Gives each of several a place on a way of `slots` × `rows`, both at least 1. `shares` says how far along each has come, from
/// 0 to 1; those without a share are spread out evenly. Where more are at a point than there is room for, the last place
/// there stands for all that are left.
pub fn place(shares: &[Option<f64>], slots: usize, rows: usize) -> Vec<Mark> {
    let (slots, rows) = (slots.max(1), rows.max(1));
    let unshared = shares.iter().filter(|share| share.is_none()).count();
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut spread = 0;
    for (number, share) in shares.iter().enumerate() {
        let wanted = match share {
            Some(share) => (share.clamp(0.0, 1.0) * (slots - 1) as f64).round() as usize,
            None => {
                spread += 1;
                (spread * 2 - 1) * slots / (unshared * 2)
            }
        };
        groups.entry(wanted.min(slots - 1)).or_default().push(number);
    }
    let points: Vec<usize> = groups.keys().copied().collect();
    let mut marks = Vec::new();
    for (at, (point, members)) in groups.into_iter().enumerate() {
        // Each point has the slots that are nearer to it than to its neighbours.
        let before = at.checked_sub(1).and_then(|before| points.get(before));
        let from = before.map_or(0, |before| (before + point) / 2 + 1);
        let to = points.get(at + 1).map_or(slots - 1, |next| (point + next) / 2);
        let mut own: Vec<usize> = (from..=to).collect();
        own.sort_by_key(|slot| slot.abs_diff(point));
        own.truncate(members.len().div_ceil(rows).clamp(1, WIDEST));
        own.sort_unstable();
        let room = own.len() * rows;
        let places = (0..room).map(|n| (own.get(n % own.len()).copied().unwrap_or(point), n / own.len()));
        for (n, (slot, row)) in places.enumerate() {
            let of = match members.get(n) {
                Some(_) if n + 1 == room => members.get(n..).unwrap_or_default().to_vec(),
                Some(member) => vec![*member],
                None => break,
            };
            marks.push(Mark { slot, row, of });
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn deals_stand_by_what_they_have_met() {
        let marks = place(&[Some(0.0), Some(1.0), Some(0.5)], 9, 2);
        let places: Vec<_> = marks.iter().map(|mark| (mark.of.clone(), mark.slot, mark.row)).collect();
        assert_eq!(places, [(vec![0], 0, 0), (vec![2], 4, 0), (vec![1], 8, 0)]);
    }

    #[test]
    fn those_without_criteria_spread_evenly() {
        let marks = place(&[None, None, None], 9, 2);
        assert_eq!(marks.iter().map(|mark| mark.slot).collect::<Vec<_>>(), [1, 4, 7]);
    }

    #[test]
    fn a_crowd_takes_the_slots_beside_it_and_then_becomes_a_number() {
        let marks = place(&[Some(0.5); 20], 9, 2);
        assert_eq!(marks.len(), 6);
        assert_eq!(marks.iter().map(|mark| mark.slot).collect::<BTreeSet<_>>(), BTreeSet::from([3, 4, 5]));
        assert_eq!(marks.last().map(|mark| mark.of.len()), Some(15));
        let single = place(&[Some(0.2), Some(0.9)], 1, 1);
        assert_eq!(single, [Mark { slot: 0, row: 0, of: vec![0, 1] }]);
    }

    proptest! {
        #[test]
        fn everyone_has_one_place_and_no_place_has_two(
            shares in prop::collection::vec(prop::option::of(0.0..=1.0), 0..200),
            slots in 0usize..20,
            rows in 0usize..4,
        ) {
            let marks = place(&shares, slots, rows);
            let places: BTreeSet<_> = marks.iter().map(|mark| (mark.slot, mark.row)).collect();
            prop_assert_eq!(places.len(), marks.len());
            prop_assert!(places.iter().all(|(slot, row)| *slot < slots.max(1) && *row < rows.max(1)));
            let mut all: Vec<usize> = marks.into_iter().flat_map(|mark| mark.of).collect();
            all.sort_unstable();
            prop_assert_eq!(all, (0..shares.len()).collect::<Vec<_>>());
        }
    }
}
