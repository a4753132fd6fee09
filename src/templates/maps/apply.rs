//! Puts a map onto a pipeline: adds what is missing, changes nothing that somebody wrote, deletes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{DECISION, MapTemplate, PURCHASE};
use crate::model::{
    Command, Ids, ItemId, Phase, PhaseEdit, PhaseId, PipelineId, Rank, StageEdit, Workspace, in_order,
};
use crate::templates::build::{self, Ranks};
use crate::templates::{NoteSpec, PhaseSpec};

/// What putting a map onto a pipeline does.
#[derive(Debug, Clone, PartialEq)]
pub struct MapChange {
    /// Does it, as one step.
    pub command: Command,
    /// How many phases it adds.
    pub phases: usize,
    /// How many notes it adds.
    pub notes: usize,
    /// How many stages it gives a phase.
    pub stages: usize,
    /// How many phases that are there get an owner, an exit action, a mood to aim at, steps or the like.
    pub completed: usize,
}

impl MapChange {
    /// Whether everything is there already.
    pub fn is_empty(&self) -> bool {
        self.phases + self.notes + self.stages + self.completed == 0
    }
}

/// What has to be done for a map to stand on a pipeline.
///
/// Phases are known by their names, without regard to case and spaces; a purchase is a decision. A missing one comes
/// where the map has it. A phase that is there keeps what is written in it: only what is empty is filled in, and its
/// mood only if nothing at all was said of it. A note whose text is in its cell already is not written twice. If no
/// stage of the pipeline has a phase, all get one: by their names where they are those of the map's own process,
/// otherwise evenly along the ladder.
///
/// Applied a second time it is empty, and so it is for a pipeline that is not in the workspace. The command is accepted
/// by the workspace as it stands if the ids are new.
pub fn apply_map(
    template: &MapTemplate,
    pipeline: PipelineId,
    workspace: &Workspace,
    ids: &mut dyn Ids,
) -> MapChange {
    let mut change =
        MapChange { command: Command::Batch(Vec::new()), phases: 0, notes: 0, stages: 0, completed: 0 };
    if !workspace.all::<crate::model::Pipeline>().contains_key(&pipeline) {
        return change;
    }
    let mut commands = Vec::new();
    let mut notes = Vec::new();
    let there = workspace.phases(pipeline);
    let known = matches(template.phases, &there);
    // Behind which phases a missing one comes; a map of which nothing is there comes behind all of them.
    let mut order: Vec<(PhaseId, Rank)> = there.iter().map(|phase| (phase.id, phase.rank.clone())).collect();
    let mut at = if known.iter().any(Option::is_some) { 0 } else { order.len() };
    let mut placed = Vec::with_capacity(template.phases.len());
    for (spec, known) in template.phases.iter().zip(known) {
        let (id, steps) = match known {
            Some(phase) => {
                at = order.iter().position(|(id, _)| *id == phase.id).map_or(at, |found| found + 1);
                let (edits, steps) = complete(spec, phase, workspace, ids);
                change.completed += usize::from(!edits.is_empty());
                commands.extend(edits.into_iter().map(|edit| Command::EditPhase { phase: phase.id, edit }));
                (phase.id, steps)
            }
            None => {
                let rank = between(&order, at);
                let (phase, steps) = build::phase(spec, pipeline, rank.clone(), ids);
                order.insert(at.min(order.len()), (phase.id, rank));
                at += 1;
                change.phases += 1;
                let id = phase.id;
                commands.push(Command::AddPhase(phase));
                (id, steps)
            }
        };
        placed.push(id);
        for (lane, specs) in spec.cells {
            let there = workspace.notes(id, *lane);
            let mut ranks = Ranks::behind(there.last().map(|note| note.rank.clone()));
            let said: BTreeSet<String> = there.iter().map(|note| folded(&note.text)).collect();
            let missing = specs.iter().filter(|spec: &&NoteSpec| !said.contains(&folded(spec.text)));
            notes.extend(missing.map(|spec| build::note(spec, id, &steps, *lane, ranks.next(), ids.next())));
        }
    }
    let linked = links(template, pipeline, workspace, &placed);
    change.stages = linked.len();
    commands.extend(linked);
    change.notes = notes.len();
    if !notes.is_empty() {
        commands.push(Command::ImportNotes(notes));
    }
    change.command = Command::Batch(commands);
    change
}

/// For each phase of a map the one that is there and is the same, if any. None is taken twice.
fn matches<'a>(specs: &[PhaseSpec], there: &[&'a Arc<Phase>]) -> Vec<Option<&'a Arc<Phase>>> {
    let mut taken = BTreeSet::new();
    let names: BTreeSet<String> = specs.iter().map(|spec| folded(spec.name)).collect();
    let mut found = Vec::with_capacity(specs.len());
    for spec in specs {
        let name = folded(spec.name);
        let free = |phase: &&&Arc<Phase>| !taken.contains(&phase.id);
        let exact = there.iter().filter(free).find(|phase| folded(&phase.name) == name);
        let other = || {
            let other = folded(other_name(spec.name)?);
            // The name that belongs to another phase of this map is not this one's.
            let is_other = |phase: &&&Arc<Phase>| folded(&phase.name) == other && !names.contains(&other);
            there.iter().filter(free).find(is_other)
        };
        let phase = exact.or_else(other).copied();
        taken.extend(phase.map(|phase| phase.id));
        found.push(phase);
    }
    found
}

/// The other name of a phase that has two.
fn other_name(name: &str) -> Option<&'static str> {
    match name {
        PURCHASE => Some(DECISION),
        DECISION => Some(PURCHASE),
        _ => None,
    }
}

/// What is empty in a phase that is there and not in the map, and the ids of the map's steps in the phase.
fn complete(
    spec: &PhaseSpec,
    phase: &Phase,
    workspace: &Workspace,
    ids: &mut dyn Ids,
) -> (Vec<PhaseEdit>, Vec<ItemId>) {
    let mut edits = Vec::new();
    let has_notes = workspace.all::<crate::model::Note>().values().any(|note| note.phase == phase.id);
    let has_mood = phase.mood != 0 || phase.aim.is_some() || !phase.moods.is_empty();
    if !has_notes && !has_mood && spec.mood != 0 {
        edits.push(PhaseEdit::Mood(spec.mood));
    }
    if phase.aim.is_none() && spec.aim.is_some() {
        edits.push(PhaseEdit::Aim(spec.aim));
    }
    if phase.owner.is_empty() && !spec.owner.is_empty() {
        edits.push(PhaseEdit::Owner(spec.owner.to_owned()));
    }
    if phase.exit_action.is_empty() && !spec.exit_action.is_empty() {
        edits.push(PhaseEdit::ExitAction(spec.exit_action.to_owned()));
    }
    if phase.evidence.is_none() && spec.evidence.is_some() {
        edits.push(PhaseEdit::Evidence(spec.evidence));
    }
    if phase.steps.is_empty() && !has_notes {
        let (steps, order) = build::steps(spec, ids);
        edits.extend(steps.into_iter().map(|(id, step)| PhaseEdit::Step(id, Some(step))));
        return (edits, order);
    }
    // Steps of the same name, the first for any other.
    let there = in_order(&phase.steps);
    let named: BTreeMap<String, ItemId> =
        there.iter().rev().map(|(id, step)| (folded(&step.name), *id)).collect();
    let first = there.first().map(|(id, _)| *id);
    let steps = spec.steps.iter().filter_map(|name| named.get(&folded(name)).copied().or(first));
    (edits, steps.collect())
}

/// A rank before the phase at that place, behind the one before it. Where there is no room, that of its neighbour: phases of
/// one rank keep the order of their ids.
fn between(order: &[(PhaseId, Rank)], at: usize) -> Rank {
    let above = at.checked_sub(1).and_then(|above| order.get(above)).map(|(_, rank)| rank);
    let below = order.get(at).map(|(_, rank)| rank);
    Rank::between(above, below).or_else(|| above.or(below).cloned()).unwrap_or_else(Rank::middle)
}

/// Gives each stage a phase, if none has one so far.
fn links(
    template: &MapTemplate,
    pipeline: PipelineId,
    workspace: &Workspace,
    placed: &[PhaseId],
) -> Vec<Command> {
    let ladder = workspace.ladder(pipeline);
    let buying = template.buying.min(placed.len());
    if ladder.iter().any(|stage| stage.phase.is_some()) || buying == 0 {
        return Vec::new();
    }
    let mut reached = 0;
    let mut commands = Vec::with_capacity(ladder.len());
    for (index, stage) in ladder.iter().enumerate() {
        let name = folded(&stage.name);
        let own = template.stages.iter().find(|spec| folded(spec.name) == name).map(|spec| spec.phase);
        // Never back: a buyer's way runs along the ladder.
        reached = own.unwrap_or(index * buying / ladder.len()).clamp(reached, buying - 1);
        let edit = StageEdit::Phase(placed.get(reached).copied());
        commands.push(Command::EditStage { stage: stage.id, edit });
    }
    commands
}

/// A text without regard to case, to spaces, and to how an apostrophe is written.
fn folded(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.to_lowercase().replace('’', "'")
}
