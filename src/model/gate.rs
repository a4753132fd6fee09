//! What stands between a deal and its next stage.

use super::{CriterionId, Deal, Gate, Happened, Rung, Stage, StageId, Workspace, in_order};

/// A stage that a deal would leave without meeting its criteria.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barrier {
    /// The stage.
    pub stage: StageId,
    /// Its gate: to warn or to block, never free.
    pub gate: Gate,
    /// The criteria that the deal does not meet, in order; never empty.
    pub missing: Vec<CriterionId>,
}

/// The criteria of a stage in order, with whether a deal meets each.
#[inline]
pub fn criteria_of(stage: &Stage, deal: &Deal) -> Vec<(CriterionId, bool)> {
    in_order(&stage.criteria).into_iter().map(|(id, _)| (id, deal.story.met.contains_key(&id))).collect()
}

/// The criteria of a stage that a deal does not meet, in order.
#[inline]
pub fn missing(stage: &Stage, deal: &Deal) -> Vec<CriterionId> {
    criteria_of(stage, deal).into_iter().filter(|(_, met)| !met).map(|(id, _)| id).collect()
}

/// The gates that a deal would pass on its way up to a rung with criteria missing, from the stage that it is in to the one
/// below the rung; into another pipeline from the first stage there. Going down, or staying, passes none. Gates of the present stage that were overridden since the deal entered it
/// count as open, and so do those of the stages that the same move jumps over.
#[inline]
pub fn barriers(workspace: &Workspace, deal: &Deal, to: Rung) -> Vec<Barrier> {
    let target = match to {
        Rung::Stage(stage) => workspace.get::<Stage>(workspace.part_of(stage)),
        Rung::Won => None,
    };
    let elsewhere = target.map(|stage| stage.pipeline).filter(|pipeline| *pipeline != deal.pipeline);
    let ladder = workspace.ladder(elsewhere.unwrap_or(deal.pipeline));
    let place = |id: StageId| ladder.iter().position(|stage| stage.id == id);
    let from = if elsewhere.is_some() { Some(0) } else { place(workspace.stage_of(deal)) };
    let Some(here) = from else { return Vec::new() };
    let there = match to {
        Rung::Stage(stage) => place(workspace.part_of(stage)).unwrap_or(here),
        Rung::Won => ladder.len(),
    };
    if there <= here || is_overridden(workspace, deal) {
        return Vec::new();
    }
    let on_the_way = ladder.get(here..there).unwrap_or_default().iter();
    on_the_way
        .filter(|stage| stage.gate != Gate::Free)
        .map(|stage| Barrier { stage: stage.id, gate: stage.gate, missing: missing(stage, deal) })
        .filter(|barrier| !barrier.missing.is_empty())
        .collect()
}

/// Whether somebody overrode the gate since the deal entered its stage.
#[inline]
fn is_overridden(workspace: &Workspace, deal: &Deal) -> bool {
    let entered = deal.history.iter().rposition(|event| match &event.what {
        Happened::Created { .. } | Happened::Reopened => true,
        Happened::Moved { from, to } => workspace.part_of(*from) != workspace.part_of(*to),
        _ => false,
    });
    let since = deal.history.get(entered.unwrap_or(0)..).unwrap_or_default();
    since.iter().any(|event| matches!(event.what, Happened::Overridden(_)))
}
