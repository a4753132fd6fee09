//! What is true of every workspace, after every command.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::columns::Columns;
use super::ladders::Ladders;
use super::{
    Change, Day, Deal, DealId, Happened, MAX_VALUE, Note, NoteId, Outcome, Phase, PhaseId, Pipeline,
    PipelineId, Stage, StageId, Timestamp, Workspace,
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
    let pipelines = workspace.pipelines.values().filter_map(|pipeline| of_pipeline(pipeline));
    let stages = workspace.stages.values().filter_map(|stage| of_stage(workspace, stage));
    let deals = workspace.deals.values().flat_map(|deal| of_deal(workspace, deal)).flatten();
    let phases = workspace.phases.values().filter_map(|phase| of_phase(workspace, phase));
    let notes = workspace.notes.values().filter_map(|note| of_note(workspace, note));
    pipelines.chain(stages).chain(deals).chain(phases).chain(notes).collect()
}

/// Whether a workspace that was sound is so after this change, which has been applied to it. Looks only at what the change touched,
/// and at what refers to it where that can matter.
pub fn keeps_sound(workspace: &Workspace, change: &Change) -> bool {
    // What others refer to has gone, or leads elsewhere.
    let gone = change.pipelines.values().any(|edit| edit.to.is_none())
        || change.stages.values().any(|edit| {
            let leads = |stage: &Arc<Stage>| (stage.pipeline, stage.merged_into);
            edit.from.is_some() && edit.to.as_ref().map(leads) != edit.from.as_ref().map(leads)
        })
        || change.phases.values().any(|edit| {
            let of = |phase: &Arc<Phase>| phase.pipeline;
            edit.from.is_some() && edit.to.as_ref().map(of) != edit.from.as_ref().map(of)
        });
    let records_fit = if gone {
        check_records(workspace).is_empty()
    } else {
        // Loops, for iterators over each kind of record would be a good deal of wasm.
        let mut breach = false;
        for pipeline in change.pipelines.values().filter_map(|edit| edit.to.as_ref()) {
            breach |= of_pipeline(pipeline).is_some();
        }
        for stage in change.stages.values().filter_map(|edit| edit.to.as_ref()) {
            breach |= of_stage(workspace, stage).is_some();
        }
        for deal in change.deals.values().filter_map(|edit| edit.to.as_ref()) {
            breach |= of_deal(workspace, deal).iter().any(Option::is_some);
        }
        for phase in change.phases.values().filter_map(|edit| edit.to.as_ref()) {
            breach |= of_phase(workspace, phase).is_some();
        }
        for note in change.notes.values().filter_map(|edit| edit.to.as_ref()) {
            breach |= of_note(workspace, note).is_some();
        }
        !breach
    };
    records_fit && stages_lead_somewhere(workspace, change) && weights_fit(workspace, change)
}

/// Whether no stage that the change touched became part of itself by way of others, as when two pages merge the same two stages
/// into one another.
fn stages_lead_somewhere(workspace: &Workspace, change: &Change) -> bool {
    change.stages.keys().all(|id| {
        let mut end = *id;
        for _ in 0..workspace.stages.len() {
            match workspace.stages.get(&end).and_then(|stage| stage.merged_into) {
                Some(next) if next == *id => return false,
                Some(next) => end = next,
                None => return true,
            }
        }
        true
    })
}

/// Whether the weights of each pipeline whose stages the change touched add up, or did not before either: data that was damaged
/// otherwise can still be changed.
fn weights_fit(workspace: &Workspace, change: &Change) -> bool {
    let weight = |stage: &Arc<Stage>| -> u32 {
        stage.criteria.values().map(|criterion| u32::from(criterion.weight)).sum()
    };
    let edits = || change.stages.values();
    let touched: BTreeSet<PipelineId> =
        edits().flat_map(|edit| [&edit.from, &edit.to]).flatten().map(|stage| stage.pipeline).collect();
    touched.into_iter().all(|pipeline| {
        let of = |stage: &&Arc<Stage>| stage.pipeline == pipeline;
        let now: u32 = workspace.stages.values().filter(of).map(weight).sum();
        let come: u32 = edits().filter_map(|edit| edit.to.as_ref()).filter(of).map(weight).sum();
        let gone: u32 = edits().filter_map(|edit| edit.from.as_ref()).filter(of).map(weight).sum();
        matches!(now, 0 | 100) || !matches!((now + gone).saturating_sub(come), 0 | 100)
    })
}

fn of_pipeline(pipeline: &Pipeline) -> Option<Breach> {
    pipeline.name.trim().is_empty().then_some(Breach::Pipeline(pipeline.id))
}

fn of_stage(workspace: &Workspace, stage: &Stage) -> Option<Breach> {
    let phase_fits = stage
        .phase
        .is_none_or(|id| workspace.phases.get(&id).is_some_and(|phase| phase.pipeline == stage.pipeline));
    let placed = workspace.pipelines.contains_key(&stage.pipeline) && phase_fits;
    (!placed || stage.chance > 100 || stage.name.trim().is_empty()).then_some(Breach::Stage(stage.id))
}

fn of_deal(workspace: &Workspace, deal: &Deal) -> [Option<Breach>; 2] {
    let placed = workspace.pipelines.contains_key(&deal.pipeline)
        && workspace.stages.get(&deal.stage).is_some_and(|stage| stage.pipeline == deal.pipeline);
    let sound = (0..=MAX_VALUE).contains(&deal.value) && deal.chance.is_none_or(|percent| percent <= 100);
    let fits = history_fits(deal, |stage| workspace.part_of(stage));
    [
        (!placed || !sound || deal.title.trim().is_empty()).then_some(Breach::Deal(deal.id)),
        (!fits).then_some(Breach::History(deal.id)),
    ]
}

fn of_phase(workspace: &Workspace, phase: &Phase) -> Option<Breach> {
    let all = phase.moods.values().flat_map(|mood| [Some(mood.now), mood.aim]);
    let mut moods = all.chain([Some(phase.mood), phase.aim]).flatten();
    let fits = moods.all(|mood| (-2..=2).contains(&mood));
    let placed = workspace.pipelines.contains_key(&phase.pipeline);
    (!placed || !fits || phase.name.trim().is_empty()).then_some(Breach::Phase(phase.id))
}

fn of_note(workspace: &Workspace, note: &Note) -> Option<Breach> {
    let placed = workspace.phases.contains_key(&note.phase);
    (!placed || note.text.trim().is_empty()).then_some(Breach::Note(note.id))
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
