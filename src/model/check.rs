//! What is true of every workspace, after every command.

use super::columns::Columns;
use super::{Deal, DealId, Happened, MAX_VALUE, NoteId, Outcome, PhaseId, PipelineId, StageId, Workspace};

/// A rule that a workspace breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Breach {
    /// A stage names a pipeline that is not there, or a phase that is not there or of another pipeline.
    Stage(StageId),
    /// A deal names a pipeline or stage that is not there or not part of that pipeline, has a blank title, or a value or chance
    /// out of range.
    Deal(DealId),
    /// A deal's history does not lead to the stage and the outcome that it has.
    History(DealId),
    /// A phase names a pipeline that is not there, or has a mood out of range.
    Phase(PhaseId),
    /// A note names a phase that is not there, or is blank.
    Note(NoteId),
    /// A pipeline's name is blank.
    Pipeline(PipelineId),
    /// The order of the cards differs from the deals' ranks.
    Columns,
}

/// Every rule that a workspace breaks; none, if it was changed by commands alone.
pub fn check(workspace: &Workspace) -> Vec<Breach> {
    let mut breaches = check_records(workspace);
    if workspace.columns != Columns::of_all(workspace.deals.values()) {
        breaches.push(Breach::Columns);
    }
    breaches
}

/// Every rule that the records break, without a look at the columns derived from them.
pub(super) fn check_records(workspace: &Workspace) -> Vec<Breach> {
    let mut breaches = Vec::new();
    let has = |pipeline| workspace.pipelines.contains_key(&pipeline);
    for pipeline in workspace.pipelines.values().filter(|p| p.name.trim().is_empty()) {
        breaches.push(Breach::Pipeline(pipeline.id));
    }
    for stage in workspace.stages.values() {
        let phase_fits = stage
            .phase
            .is_none_or(|id| workspace.phases.get(&id).is_some_and(|phase| phase.pipeline == stage.pipeline));
        if !has(stage.pipeline) || !phase_fits || stage.chance > 100 || stage.name.trim().is_empty() {
            breaches.push(Breach::Stage(stage.id));
        }
    }
    for deal in workspace.deals.values() {
        let placed = workspace.stages.get(&deal.stage).is_some_and(|stage| stage.pipeline == deal.pipeline);
        let sound = (0..=MAX_VALUE).contains(&deal.value) && deal.chance.is_none_or(|percent| percent <= 100);
        if !has(deal.pipeline) || !placed || !sound || deal.title.trim().is_empty() {
            breaches.push(Breach::Deal(deal.id));
        }
        if !history_fits(deal) {
            breaches.push(Breach::History(deal.id));
        }
    }
    for phase in workspace.phases.values() {
        if !has(phase.pipeline) || !(-2..=2).contains(&phase.mood) || phase.name.trim().is_empty() {
            breaches.push(Breach::Phase(phase.id));
        }
    }
    for note in workspace.notes.values() {
        if !workspace.phases.contains_key(&note.phase) || note.text.trim().is_empty() {
            breaches.push(Breach::Note(note.id));
        }
    }
    breaches
}

/// Whether a deal's history starts with its creation and leads to the stage and the outcome that it has.
pub(super) fn history_fits(deal: &Deal) -> bool {
    let mut events = deal.history.iter();
    let Some(Happened::Created { stage }) = events.next().map(|event| &event.what) else { return false };
    let mut stage = *stage;
    let mut outcome = Outcome::Open;
    for event in events {
        match (&event.what, &outcome) {
            (Happened::Moved { from, to }, Outcome::Open) if *from == stage => stage = *to,
            (Happened::Won, Outcome::Open) => outcome = Outcome::Won { at: event.at },
            (Happened::Lost { reason }, Outcome::Open) => {
                outcome = Outcome::Lost { at: event.at, reason: reason.clone() };
            }
            (Happened::Reopened, Outcome::Won { .. } | Outcome::Lost { .. }) => outcome = Outcome::Open,
            (Happened::Revalued { .. } | Happened::Rescheduled { .. }, _) => {}
            _ => return false,
        }
    }
    stage == deal.stage && outcome == deal.outcome
}
