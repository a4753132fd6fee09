//! The order of the cards, derived from the deals and kept in step with every change.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ladders::Ladders;
use super::{Deal, DealId, OutcomeKind, Rank, StageId};

/// For each stage and outcome the deals there, by rank. Archived deals are nowhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Columns {
    places: BTreeMap<(StageId, OutcomeKind), Vec<(Rank, DealId)>>,
}

/// From this many changed deals on, sorting everything anew is cheaper than moving each.
const BULK: usize = 400;

impl Columns {
    /// The columns of all these deals.
    pub(super) fn of_all<'a>(deals: impl Iterator<Item = &'a Arc<Deal>>, ladders: &Ladders) -> Columns {
        let mut columns = Columns::default();
        for deal in deals {
            if let Some(key) = key(deal, ladders) {
                columns.places.entry(key).or_default().push((deal.rank.clone(), deal.id));
            }
        }
        columns.places.values_mut().for_each(|column| column.sort_unstable());
        columns
    }

    /// One column, by rank and then id.
    pub fn of(&self, stage: StageId, outcome: OutcomeKind) -> &[(Rank, DealId)] {
        self.places.get(&(stage, outcome)).map_or(&[], Vec::as_slice)
    }

    /// Whether so many changes are better followed by [`Columns::of_all`] than by [`Columns::follow`].
    pub fn is_bulk(changes: usize) -> bool {
        changes > BULK
    }

    /// Takes in that a deal was `from` and is `to`, on ladders that stay as they are.
    pub(super) fn follow(&mut self, from: Option<&Deal>, to: Option<&Deal>, ladders: &Ladders) {
        let place = |deal: &Deal| key(deal, ladders).map(|key| (key, deal.rank.clone(), deal.id));
        let (from, to) = (from.and_then(place), to.and_then(place));
        if from == to {
            return;
        }
        if let Some((key, rank, id)) = from
            && let Some(column) = self.places.get_mut(&key)
        {
            if let Ok(at) = column.binary_search(&(rank, id)) {
                column.remove(at);
            }
            if column.is_empty() {
                self.places.remove(&key);
            }
        }
        if let Some((key, rank, id)) = to {
            let column = self.places.entry(key).or_default();
            let entry = (rank, id);
            if let Err(at) = column.binary_search(&entry) {
                column.insert(at, entry);
            }
        }
    }
}

fn key(deal: &Deal, ladders: &Ladders) -> Option<(StageId, OutcomeKind)> {
    deal.story.archived.is_none().then(|| (ladders.stage(deal.stage), deal.outcome.kind()))
}
