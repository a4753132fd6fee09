//! The deals of a pipeline as a table: which are found, in what order, and what they come to.

mod column;
mod filter;
mod order;

pub use column::Column;
pub use filter::{Attention, Filter, Scope};
pub use order::Sort;

use super::figures::whole_units;
use crate::model::{Day, Deal, DealId, PipelineId, Timestamp, Workspace, Zone};

/// What is asked of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// Which deals by what became of them.
    pub scope: Scope,
    /// What else they must be.
    pub filter: Filter,
    /// The orders, the one that counts first at the front; the others order what is equal by it. None: as on the board.
    pub sort: Vec<Sort>,
}

/// What filters and orders look at beside the deal.
pub(super) struct Context<'a> {
    workspace: &'a Workspace,
    zone: &'a Zone,
    now: Timestamp,
    today: Day,
}

/// The deals of a pipeline that a query finds, in its order. Blank cells come last in either direction, and deals that are equal
/// by all of the query's orders stand as on the board: by stage, then by place.
pub fn rows(
    workspace: &Workspace,
    pipeline: PipelineId,
    query: &Query,
    zone: &Zone,
    now: Timestamp,
) -> Vec<DealId> {
    let context = Context { workspace, zone, now, today: zone.day(now) };
    let filter = filter::Ready::new(&query.filter, workspace, pipeline);
    let found = workspace.deals(pipeline);
    let found = found.filter(|deal| query.scope.holds(deal) && filter.holds(&context, deal));
    order::ordered(&context, pipeline, found, &query.sort)
}

/// What some deals come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// How many.
    pub count: u64,
    /// Their values, in minor units.
    pub value: i64,
    /// Their values × chances, in minor units, rounded once.
    pub weighted: i64,
}

/// What deals come to. Only open ones have a weighted value: a closed deal has no chance any more.
pub fn sum(workspace: &Workspace, deals: impl Iterator<Item = DealId>) -> Sum {
    let (mut sum, mut weighted) = (Sum::default(), 0);
    for deal in deals.filter_map(|id| workspace.get::<Deal>(id)) {
        sum.count += 1;
        sum.value = sum.value.saturating_add(deal.value);
        if deal.outcome == crate::model::Outcome::Open {
            weighted += workspace.weighted(deal);
        }
    }
    sum.weighted = whole_units(weighted);
    sum
}

/// For how many of the viewer's calendar days a deal has been there: since it was created, until `now` or until it was closed.
pub fn age_days(deal: &Deal, zone: &Zone, now: Timestamp) -> i64 {
    let until = deal.outcome.closed().unwrap_or(now);
    zone.day(until).days_since(zone.day(deal.created)).max(0)
}
