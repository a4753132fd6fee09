//! What can be done with many deals at once, found out before it is done: one batch, one step to undo.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::exchange::Deed;
use crate::model::{
    Command, Day, Deal, DealEdit, DealId, Gate, Outcome, OutcomeKind, Place, Rung, Stage, StageId, Workspace,
    barriers,
};
use crate::ui::desk::Desk;

/// Something done with all ticked deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// Moved to a stage.
    Move,
    /// Given to an owner.
    Owner,
    /// Labels added and removed.
    Tags,
    /// Won, today and at their values.
    Win,
    /// Lost, for a reason.
    Lose,
    /// Put on the nurture list.
    Nurture,
    /// Put away.
    Archive,
    /// Deleted.
    Delete,
}

impl Bulk {
    /// All in the order in which they are offered.
    pub const ALL: [Bulk; 8] = [
        Bulk::Move,
        Bulk::Owner,
        Bulk::Tags,
        Bulk::Win,
        Bulk::Lose,
        Bulk::Nurture,
        Bulk::Archive,
        Bulk::Delete,
    ];

    /// The word that names it.
    pub fn key(self) -> &'static str {
        match self {
            Bulk::Move => "move",
            Bulk::Owner => "owner",
            Bulk::Tags => "tags",
            Bulk::Win => "win",
            Bulk::Lose => "lose",
            Bulk::Nurture => "nurture",
            Bulk::Archive => "archive",
            Bulk::Delete => "delete",
        }
    }

    /// What it is called.
    pub fn name(self, desk: Desk) -> &'static str {
        let t = desk.t();
        match self {
            Bulk::Move => t.bulk_move(),
            Bulk::Owner => t.bulk_owner(),
            Bulk::Tags => t.bulk_tags(),
            Bulk::Win => t.bulk_win(),
            Bulk::Lose => t.bulk_lose(),
            Bulk::Nurture => t.bulk_nurture(),
            Bulk::Archive => t.bulk_archive(),
            Bulk::Delete => t.bulk_delete(),
        }
    }
}

/// What is to be done with the deals.
#[derive(Debug, Clone, PartialEq)]
pub enum Order {
    /// Move them there.
    Move(StageId),
    /// Give them to somebody, or nobody.
    Owner(String),
    /// Add and remove labels.
    Tags(BTreeSet<String>, BTreeSet<String>),
    /// Mark them as won.
    Win,
    /// Mark them as lost for a reason.
    Lose(String),
    /// Put them on the nurture list, with reason and day.
    Nurture(String, Option<Day>),
    /// Put them away.
    Archive,
    /// Delete them.
    Delete,
}

/// What will come of an order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// The commands, one a deal at least.
    commands: Vec<Command>,
    /// The deals that change.
    pub deals: Vec<DealId>,
    /// What is told of those that do not.
    pub stay: Vec<String>,
}

/// Finds out which deals an order can change, and why the others stay.
pub fn plan(desk: Desk, order: &Order, deals: &[DealId]) -> Plan {
    let mut plan = Plan::default();
    let (mut not_open, mut not_closed, mut there) = (0, 0, 0);
    let mut shut: BTreeMap<(StageId, String), u64> = BTreeMap::new();
    desk.with(|session| {
        let workspace = session.workspace();
        let now = session.now();
        for deal in deals.iter().filter_map(|id| workspace.get::<Deal>(*id)) {
            let id = deal.id;
            let edit = |edit| Command::EditDeal { deal: id, edit };
            let open = deal.outcome == Outcome::Open;
            let command = match order {
                Order::Move(_) | Order::Win | Order::Lose(_) | Order::Nurture(..) if !open => {
                    not_open += 1;
                    continue;
                }
                Order::Archive if !matches!(deal.outcome.kind(), OutcomeKind::Won | OutcomeKind::Lost) => {
                    not_closed += 1;
                    continue;
                }
                Order::Move(stage) if workspace.stage_of(deal) == *stage => {
                    there += 1;
                    continue;
                }
                Order::Owner(owner) if deal.owner == *owner => {
                    there += 1;
                    continue;
                }
                Order::Archive if deal.story.archived.is_some() => {
                    there += 1;
                    continue;
                }
                Order::Move(stage) => match gate(workspace, deal, Rung::Stage(*stage)) {
                    Some(gate) => {
                        *shut.entry(gate).or_default() += 1;
                        continue;
                    }
                    None => Command::MoveDeal { deal: id, stage: *stage, place: Place::First },
                },
                Order::Win => match gate(workspace, deal, Rung::Won) {
                    Some(gate) => {
                        *shut.entry(gate).or_default() += 1;
                        continue;
                    }
                    None => Command::WinDeal { deal: id, at: now, value: deal.value },
                },
                Order::Owner(owner) => edit(DealEdit::Owner(owner.clone())),
                Order::Tags(add, remove) => {
                    let kept = deal.story.tags.difference(remove).chain(add).cloned();
                    let tags: BTreeSet<String> = kept.collect();
                    if tags == deal.story.tags {
                        there += 1;
                        continue;
                    }
                    edit(DealEdit::Tags(tags))
                }
                Order::Lose(reason) => Command::LoseDeal { deal: id, at: now, reason: reason.clone() },
                Order::Nurture(reason, until) => {
                    Command::NurtureDeal { deal: id, reason: reason.clone(), until: *until }
                }
                Order::Archive => edit(DealEdit::Archived(true)),
                Order::Delete => {
                    plan.deals.push(id);
                    continue;
                }
            };
            plan.commands.push(command);
            plan.deals.push(id);
        }
        let t = desk.t();
        for ((stage, missing), count) in shut {
            let name = workspace.get::<Stage>(stage).map(|stage| stage.name.clone()).unwrap_or_default();
            plan.stay.push(t.stay_gate(count, &name, &missing));
        }
        if not_open > 0 {
            plan.stay.push(t.stay_closed(not_open));
        }
        if not_closed > 0 {
            plan.stay.push(t.stay_open(not_closed));
        }
        if there > 0 {
            plan.stay.push(t.stay_there(there));
        }
    });
    if *order == Order::Delete {
        plan.commands.push(Command::RemoveDeals(plan.deals.clone()));
    }
    plan
}

/// The first gate on the way that is shut, with the names of what is missing.
fn gate(workspace: &Workspace, deal: &Arc<Deal>, to: Rung) -> Option<(StageId, String)> {
    let barrier = barriers(workspace, deal, to).into_iter().find(|barrier| barrier.gate == Gate::Block)?;
    let stage = workspace.get::<Stage>(barrier.stage)?;
    let names = barrier.missing.iter().filter_map(|id| stage.criteria.get(id));
    let names: Vec<&str> = names.map(|criterion| criterion.name.as_str()).collect();
    Some((barrier.stage, names.join(", ")))
}

/// Does what was planned as one step, and says what became of it.
pub fn carry_out(desk: Desk, order: &Order, plan: Plan) -> bool {
    let count = plan.deals.len() as u64;
    if count == 0 {
        desk.warn(std::iter::once(desk.t().bulk_none()).chain(plan.stay).collect::<Vec<_>>().join(" "));
        return false;
    }
    let t = desk.t();
    let done = match order {
        Order::Move(stage) => t.bulk_moved(count, &crate::ui::board::stage_name(desk, *stage)),
        Order::Owner(owner) => t.bulk_owned(count, owner),
        Order::Tags(..) => t.bulk_tagged(count),
        Order::Win => t.bulk_won(count),
        Order::Lose(_) => t.bulk_lost(count),
        Order::Nurture(..) => t.bulk_nurtured(count),
        Order::Archive => t.bulk_archived(count),
        Order::Delete => t.bulk_removed(count),
    };
    if !desk.dispatch(Command::Batch(plan.commands), Deed::EditDeals) {
        return false;
    }
    desk.notify_undo(if plan.stay.is_empty() { done } else { format!("{done}. {}", plan.stay.join(" ")) });
    true
}
