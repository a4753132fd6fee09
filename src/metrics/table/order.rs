//! In what order a table shows its deals.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::sync::Arc;

use super::{Column, Context, age_days};
use crate::metrics::stage_days;
use crate::model::{Deal, DealId, Outcome, PipelineId, Rank, Stage, StageId, missing};

/// An order by a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the greatest comes first.
    pub descending: bool,
}

/// How many orders are remembered: what is equal by the first stands by the second, and so on.
const REMEMBERED: usize = 3;

impl Sort {
    /// Orders by a column what was ordered by others before: once more turns it round.
    pub fn by(sorts: &mut Vec<Sort>, column: &Column) {
        match sorts.first_mut() {
            Some(first) if first.column == *column => first.descending = !first.descending,
            _ => {
                sorts.retain(|sort| sort.column != *column);
                sorts.insert(0, Sort { column: column.clone(), descending: false });
                sorts.truncate(REMEMBERED);
            }
        }
    }
}

/// What a cell is ordered by. `None` of these is a blank cell.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i128),
    Text(Box<str>),
}

struct Row<'a> {
    keys: Vec<Option<Key>>,
    place: usize,
    rank: &'a Rank,
    id: DealId,
}

/// The deals in the order of these sorts. Each cell is looked at once.
pub(super) fn ordered<'a>(
    context: &Context<'_>,
    pipeline: PipelineId,
    deals: impl Iterator<Item = &'a Arc<Deal>>,
    sorts: &[Sort],
) -> Vec<DealId> {
    let ladder = context.workspace.whole_ladder(pipeline);
    let places: HashMap<StageId, usize> =
        ladder.iter().enumerate().map(|(at, stage)| (stage.id, at)).collect();
    let mut rows: Vec<Row<'_>> = deals
        .map(|deal| {
            let stage = context.workspace.stage_of(deal);
            let place = places.get(&stage).copied().unwrap_or(usize::MAX);
            let keys = sorts.iter().map(|sort| key(context, deal, place, &sort.column)).collect();
            Row { keys, place, rank: &deal.rank, id: deal.id }
        })
        .collect();
    rows.sort_unstable_by(|a, b| {
        let cells = sorts.iter().zip(a.keys.iter().zip(&b.keys));
        cells
            .map(|(sort, (a, b))| compare(a.as_ref(), b.as_ref(), sort.descending))
            .find(|order| order.is_ne())
            .unwrap_or_else(|| (a.place, a.rank, a.id).cmp(&(b.place, b.rank, b.id)))
    });
    rows.into_iter().map(|row| row.id).collect()
}

/// Blank cells are last in either direction.
fn compare(a: Option<&Key>, b: Option<&Key>, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => b.cmp(a),
        (Some(a), Some(b)) => a.cmp(b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// What a deal's cell of a column is ordered by.
fn key(context: &Context<'_>, deal: &Deal, place: usize, column: &Column) -> Option<Key> {
    let number = |number: i64| Some(Key::Number(i128::from(number)));
    match column {
        Column::Title => text(&deal.title),
        Column::Company => text(&deal.company),
        Column::Contact => text(&deal.contact),
        Column::Owner => text(&deal.owner),
        Column::Source => text(&deal.source),
        Column::Product => text(&deal.product),
        Column::Tags => text(&deal.story.tags.iter().map(String::as_str).collect::<Vec<_>>().join(", ")),
        Column::Segment(kind) => text(deal.story.segments.get(&**kind)?),
        Column::Persona => text(&context.workspace.meta().personas.get(&deal.story.persona?)?.name),
        Column::Reason => match &deal.outcome {
            Outcome::Lost { reason, .. } | Outcome::Nurture { reason, .. } => text(reason),
            Outcome::Open | Outcome::Won { .. } => None,
        },
        Column::Stage => Some(Key::Number(place as i128)),
        Column::Outcome => number(deal.outcome.kind() as i64),
        Column::Value => (deal.value != 0).then_some(Key::Number(i128::from(deal.value))),
        Column::Chance => open(deal).then(|| Key::Number(i128::from(context.workspace.chance(deal)))),
        Column::Weighted => open(deal).then(|| Key::Number(context.workspace.weighted(deal))),
        Column::InStage => number(stage_days(context.workspace, deal, context.zone, context.now)),
        Column::Age => number(age_days(deal, context.zone, context.now)),
        Column::Created => number(deal.created.0),
        Column::Closed => number(deal.outcome.closed()?.0),
        Column::LastContact => number(deal.story.last_contact()?.0),
        Column::Activities => {
            let done = deal.story.activities.values().filter(|activity| activity.done.is_some());
            number(i64::try_from(done.count()).ok().filter(|count| *count > 0)?)
        }
        Column::Lacks => {
            let stage =
                context.workspace.get::<Stage>(context.workspace.stage_of(deal)).filter(|_| open(deal))?;
            number(i64::try_from(missing(stage, deal).len()).ok().filter(|count| *count > 0)?)
        }
        Column::Referral => number(deal.story.referral_asked?.0),
        Column::Expected => number(deal.expected?.number()),
        Column::Care => number(deal.story.care?.next.number()),
        // A step without a day comes behind all that have one.
        Column::NextStep => number(deal.story.next_step()?.1.due.map_or(i64::MAX, |day| day.number())),
        Column::Since => match deal.outcome {
            Outcome::Nurture { since, .. } => number(since.0),
            _ => None,
        },
        Column::Until => match deal.outcome {
            Outcome::Nurture { until, .. } => number(until?.number()),
            _ => None,
        },
    }
}

fn open(deal: &Deal) -> bool {
    deal.outcome == Outcome::Open
}

/// Without regard to capitals.
fn text(text: &str) -> Option<Key> {
    let text = text.trim();
    (!text.is_empty()).then(|| Key::Text(text.to_lowercase().into()))
}
