//! What is true of every workspace, after every command.

use super::columns::Columns;
use super::ladders::Ladders;
use super::{
    Day, Deal, DealId, Happened, MAX_VALUE, NoteId, Outcome, PhaseId, PipelineId, StageId, Timestamp,
    Workspace,
};

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
    /// The weights of a pipeline's criteria add up to neither 100 nor 0.
    Weights(PipelineId),
    /// The order of the cards differs from the deals' ranks, or what follows from the stages is out of date.
    Columns,
}

/// Every rule that a workspace breaks; none, if it was changed by commands alone.
pub fn check(workspace: &Workspace) -> Vec<Breach> {
    let mut breaches = check_records(workspace);
    let ladders = Ladders::of(&workspace.stages);
    if workspace.columns != Columns::of_all(workspace.deals.values(), &ladders)
        || workspace.ladders != ladders
    {
        breaches.push(Breach::Columns);
    }
    for pipeline in workspace.pipelines.keys() {
        let of = |stage: &&std::sync::Arc<super::Stage>| stage.pipeline == *pipeline;
        let weights = workspace.stages.values().filter(of).flat_map(|stage| stage.criteria.values());
        if !matches!(weights.map(|criterion| u32::from(criterion.weight)).sum(), 0 | 100) {
            breaches.push(Breach::Weights(*pipeline));
        }
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
        if !history_fits(deal, |stage| workspace.part_of(stage)) {
            breaches.push(Breach::History(deal.id));
        }
    }
    for phase in workspace.phases.values() {
        let all = phase.moods.values().flat_map(|mood| [Some(mood.now), mood.aim]);
        let mut moods = all.chain([Some(phase.mood), phase.aim]).flatten();
        let fits = moods.all(|mood| (-2..=2).contains(&mood));
        if !has(phase.pipeline) || !fits || phase.name.trim().is_empty() {
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

/// Whether a deal's history starts with its creation and leads to the stage and the outcome that it has. `part_of` says what
/// stage a stage is part of by now.
pub(super) fn history_fits(deal: &Deal, part_of: impl Fn(StageId) -> StageId) -> bool {
    /// The outcome as the history tells it.
    #[derive(PartialEq)]
    enum Told<'a> {
        Open,
        Won(Timestamp),
        Lost(Timestamp, &'a str),
        Nurture(Timestamp, Option<Day>, &'a str),
    }
    let mut events = deal.history.iter();
    let Some(Happened::Created { stage }) = events.next().map(|event| &event.what) else { return false };
    let mut stage = *stage;
    let mut told = Told::Open;
    for event in events {
        match (&event.what, &told) {
            // Where it came from is not asked: stages become parts of others, and parts of their own again.
            (Happened::Moved { to, .. }, Told::Open) => stage = *to,
            (Happened::Won, Told::Open) => told = Told::Won(event.at),
            (Happened::Lost { reason }, Told::Open) => told = Told::Lost(event.at, reason),
            (Happened::Nurtured { reason, until }, Told::Open) => {
                told = Told::Nurture(event.at, *until, reason)
            }
            (Happened::Reopened, Told::Won(_) | Told::Lost(..) | Told::Nurture(..)) => told = Told::Open,
            (Happened::Overridden(_), Told::Open) => {}
            (Happened::Revalued { .. } | Happened::Rescheduled { .. }, _) => {}
            _ => return false,
        }
    }
    let is = match &deal.outcome {
        Outcome::Open => Told::Open,
        Outcome::Won { at } => Told::Won(*at),
        Outcome::Lost { at, reason } => Told::Lost(*at, reason),
        Outcome::Nurture { since, until, reason } => Told::Nurture(*since, *until, reason),
    };
    part_of(stage) == part_of(deal.stage) && told == is
}
