//! What brings the newest snapshot up to date: entries of the journal behind it, and those that only the tail has.

use std::collections::HashSet;

use super::Entry;

/// What the store and the tail held, sorted by what is to be done with it.
#[derive(Debug, Default, PartialEq)]
pub struct Sorted {
    /// To be replayed on the snapshot, in the order of their ids.
    pub newer: Vec<Entry>,
    /// Those of them that only the tail has, in the same order; they are to be written.
    pub unsaved: Vec<Entry>,
    /// Ids that the tail can forget: the journal has them, or had them before its beginning was let go.
    pub settled: Vec<String>,
}

/// Sorts what was found at an opening. `held` are the ids of the entries that the snapshot holds, `newer` the entries behind them,
/// `pruned` says whether the journal's beginning was let go. An entry may be journalled twice, when one page took another's tail for
/// left behind; it counts where it stands first, so that nothing is applied again.
pub fn sort_out(held: &HashSet<&str>, newer: Vec<Entry>, tails: Vec<Entry>, pruned: bool) -> Sorted {
    let journalled: HashSet<&str> =
        held.iter().copied().chain(newer.iter().map(|entry| entry.id.as_str())).collect();
    // Nothing that the tail has can be older than a journal that is whole.
    let oldest = if pruned { journalled.iter().min().copied() } else { None };
    let is_settled = |id: &str| journalled.contains(id) || oldest.is_some_and(|oldest| id < oldest);
    let (settled, mut unsaved): (Vec<Entry>, Vec<Entry>) =
        tails.into_iter().partition(|entry| is_settled(&entry.id));
    unsaved.sort_by(|a, b| a.id.cmp(&b.id));
    let settled = settled.into_iter().map(|entry| entry.id).collect();
    let mut newer: Vec<Entry> = newer
        .into_iter()
        .filter(|entry| !held.contains(entry.id.as_str()))
        .chain(unsaved.iter().cloned())
        .collect();
    newer.sort_by(|a, b| a.id.cmp(&b.id));
    newer.dedup_by(|a, b| a.id == b.id);
    Sorted { newer, unsaved, settled }
}

#[cfg(test)]
mod tests {
    use super::super::{Deed, Turn};
    use super::*;

    fn entries(ids: &[&str]) -> Vec<Entry> {
        let entry = |id: &&str| Entry {
            id: (*id).to_owned(),
            turn: Turn::Do,
            deed: Deed::Other,
            text: String::new(),
        };
        ids.iter().map(entry).collect()
    }

    fn ids(entries: &[Entry]) -> Vec<&str> {
        entries.iter().map(|entry| entry.id.as_str()).collect()
    }

    #[test]
    fn what_only_the_tail_has_is_replayed_and_written() {
        let sorted =
            sort_out(&HashSet::from(["a", "b"]), entries(&["c", "e"]), entries(&["d", "c", "b"]), false);
        assert_eq!(ids(&sorted.newer), ["c", "d", "e"]);
        assert_eq!(ids(&sorted.unsaved), ["d"]);
        assert_eq!(sorted.settled, ["c", "b"]);
    }

    #[test]
    fn an_entry_that_is_journalled_twice_is_not_applied_after_a_snapshot_that_holds_it() {
        let sorted = sort_out(&HashSet::from(["a", "b"]), entries(&["c", "a", "c"]), Vec::new(), false);
        assert_eq!(ids(&sorted.newer), ["c"]);
    }

    #[test]
    fn a_tail_older_than_the_journal_is_forgotten_only_where_the_journals_beginning_was_let_go() {
        let held = HashSet::from(["m"]);
        let whole = sort_out(&held, Vec::new(), entries(&["a"]), false);
        assert_eq!((ids(&whole.newer), whole.settled.len()), (vec!["a"], 0));
        let pruned = sort_out(&held, Vec::new(), entries(&["a"]), true);
        assert_eq!((pruned.newer.len(), pruned.settled), (0, vec![String::from("a")]));
        let first = sort_out(&HashSet::new(), Vec::new(), entries(&["b", "a"]), false);
        assert_eq!((ids(&first.newer), ids(&first.unsaved)), (vec!["a", "b"], vec!["a", "b"]));
    }
}
