//! The order of the cards, derived from the deals and kept in step with every change.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Deal, DealId, OutcomeKind, Rank, StageId};

/// For each stage and outcome the deals there, by rank.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Columns {
    places: BTreeMap<(StageId, OutcomeKind), Vec<(Rank, DealId)>>,
}

/// From this many changed deals on, sorting everything anew is cheaper than moving each.
const BULK: usize = 400;

impl Columns {
    /// The columns of all these deals.
    pub fn of_all<'a>(deals: impl Iterator<Item = &'a Arc<Deal>>) -> Columns {
        let mut columns = Columns::default();
        for deal in deals {
            columns
                .places
                .entry((deal.stage, deal.outcome.kind()))
                .or_default()
                .push((deal.rank.clone(), deal.id));
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

    /// Takes in that a deal was `from` and is `to`.
    pub fn follow(&mut self, from: Option<&Deal>, to: Option<&Deal>) {
        if let (Some(a), Some(b)) = (from, to)
            && a.stage == b.stage
            && a.rank == b.rank
            && a.outcome.kind() == b.outcome.kind()
        {
            return;
        }
        if let Some(deal) = from {
            let key = (deal.stage, deal.outcome.kind());
            if let Some(column) = self.places.get_mut(&key) {
                if let Ok(at) = column.binary_search_by(|(rank, id)| (rank, *id).cmp(&(&deal.rank, deal.id)))
                {
                    column.remove(at);
                }
                if column.is_empty() {
                    self.places.remove(&key);
                }
            }
        }
        if let Some(deal) = to {
            let column = self.places.entry((deal.stage, deal.outcome.kind())).or_default();
            if let Err(at) = column.binary_search_by(|(rank, id)| (rank, *id).cmp(&(&deal.rank, deal.id))) {
                column.insert(at, (deal.rank.clone(), deal.id));
            }
        }
    }
}
