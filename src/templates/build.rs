//! From a template to the command that adds its pipeline.

use std::collections::BTreeMap;

use super::{NoteSpec, PhaseSpec, StageSpec, Template};
use crate::model::{
    Cell, Command, Criterion, CriterionId, Currency, Duty, Ids, ItemId, Lane, Note, NoteId, Phase, PhaseId,
    Pipeline, PipelineId, Play, Rank, Stage, StageId, Step, Task, TaskId,
};

/// A pipeline that is ready to be added.
#[derive(Debug, Clone, PartialEq)]
pub struct Built {
    /// The id that the pipeline will have.
    pub pipeline: PipelineId,
    /// The ids that its stages will have, in the order of the template's.
    pub stages: Vec<StageId>,
    /// Adds the pipeline with its phases, stages and notes, as one batch.
    pub command: Command,
}

/// Makes a pipeline out of a template, with ids from `ids`, to stand behind the pipeline ranked `after` (`None` in a
/// workspace without pipelines). The command is accepted by every workspace in which the ids are new.
pub fn from_template(
    template: &Template,
    currency: Currency,
    after: Option<&Rank>,
    ids: &mut dyn Ids,
) -> Built {
    let pipeline = PipelineId(ids.next());
    let mut commands = vec![Command::AddPipeline(Pipeline {
        qualification: template.qualification,
        diagram: template.diagram,
        ..Pipeline::new(pipeline, behind(after), template.pipeline, currency)
    })];

    let mut phases = Vec::with_capacity(template.phases.len());
    let mut notes = Vec::new();
    let mut ranks = Ranks::default();
    for spec in template.phases {
        let (phase, steps) = phase(spec, pipeline, ranks.next(), ids);
        phases.push(phase.id);
        for (lane, specs) in spec.cells {
            let mut ranks = Ranks::default();
            notes.extend(
                specs.iter().map(|spec| note(spec, phase.id, &steps, *lane, ranks.next(), ids.next())),
            );
        }
        commands.push(Command::AddPhase(phase));
    }

    let mut stages = Vec::with_capacity(template.stages.len());
    let mut ranks = Ranks::default();
    for spec in template.stages {
        let stage = StageId(ids.next());
        stages.push(stage);
        commands.push(Command::AddStage(Stage {
            definition: spec.definition.to_owned(),
            phase: phases.get(spec.phase).copied(),
            chance: spec.chance,
            stale_days: spec.stale_days,
            expected_days: spec.expected_days,
            exit_action: spec.exit_action.to_owned(),
            gate: spec.gate,
            criteria: criteria(spec, ids),
            tasks: tasks(spec, ids),
            duties: duties(spec, ids),
            plays: plays(spec, ids),
            ..Stage::new(stage, pipeline, ranks.next(), spec.name)
        }));
    }
    commands.push(Command::ImportNotes(notes));
    Built { pipeline, stages, command: Command::Batch(commands) }
}

/// The phase that a template describes, without its notes, and the ids of its steps in order.
pub(super) fn phase(
    spec: &PhaseSpec,
    pipeline: PipelineId,
    rank: Rank,
    ids: &mut dyn Ids,
) -> (Phase, Vec<ItemId>) {
    let id = PhaseId(ids.next());
    let (steps, order) = steps(spec, ids);
    let phase = Phase {
        mood: spec.mood,
        aim: spec.aim,
        steps,
        owner: spec.owner.to_owned(),
        exit_action: spec.exit_action.to_owned(),
        evidence: spec.evidence,
        ..Phase::new(id, pipeline, rank, spec.name)
    };
    (phase, order)
}

/// The steps of a phase, and their ids in order.
pub(super) fn steps(spec: &PhaseSpec, ids: &mut dyn Ids) -> (BTreeMap<ItemId, Step>, Vec<ItemId>) {
    let mut ranks = Ranks::default();
    let made: Vec<(ItemId, Step)> = spec
        .steps
        .iter()
        .map(|name| (ItemId(ids.next()), Step { rank: ranks.next(), name: (*name).to_owned() }))
        .collect();
    let order = made.iter().map(|(id, _)| *id).collect();
    (made.into_iter().collect(), order)
}

/// The note that a template describes, in a phase with these steps.
pub(super) fn note(
    spec: &NoteSpec,
    phase: PhaseId,
    steps: &[ItemId],
    lane: Lane,
    rank: Rank,
    id: u64,
) -> Note {
    let cell = Cell { phase, step: steps.get(spec.step).copied(), lane };
    Note {
        channel: spec.channel.to_owned(),
        moment: spec.moment,
        ..Note::new(NoteId(id), cell, rank, spec.text)
    }
}

fn criteria(spec: &StageSpec, ids: &mut dyn Ids) -> BTreeMap<CriterionId, Criterion> {
    let mut ranks = Ranks::default();
    let made = spec.criteria.iter().map(|(name, weight)| {
        let criterion = Criterion { rank: ranks.next(), name: (*name).to_owned(), weight: *weight };
        (CriterionId(ids.next()), criterion)
    });
    made.collect()
}

fn tasks(spec: &StageSpec, ids: &mut dyn Ids) -> BTreeMap<TaskId, Task> {
    let mut ranks = Ranks::default();
    let made = spec.tasks.iter().map(|name| {
        let task = Task { rank: ranks.next(), name: (*name).to_owned() };
        (TaskId(ids.next()), task)
    });
    made.collect()
}

fn duties(spec: &StageSpec, ids: &mut dyn Ids) -> BTreeMap<ItemId, Duty> {
    let mut ranks = Ranks::default();
    let made = spec.duties.iter().map(|(department, does)| {
        let duty =
            Duty { rank: ranks.next(), department: (*department).to_owned(), does: (*does).to_owned() };
        (ItemId(ids.next()), duty)
    });
    made.collect()
}

fn plays(spec: &StageSpec, ids: &mut dyn Ids) -> BTreeMap<ItemId, Play> {
    let mut ranks = Ranks::default();
    let made = spec.playbook.iter().map(|play| {
        let made = Play {
            rank: ranks.next(),
            kind: play.kind,
            title: play.title.to_owned(),
            topic: play.topic.to_owned(),
            text: play.text.to_owned(),
        };
        (ItemId(ids.next()), made)
    });
    made.collect()
}

/// Rising ranks, one after another.
#[derive(Default)]
pub(super) struct Ranks(Option<Rank>);

impl Ranks {
    /// Ranks behind another.
    pub(super) fn behind(rank: Option<Rank>) -> Ranks {
        Ranks(rank)
    }

    pub(super) fn next(&mut self) -> Rank {
        let rank = behind(self.0.as_ref());
        self.0 = Some(rank.clone());
        rank
    }
}

/// The rank behind another. At the very end of the scale it is that other's own: records of one rank keep the order
/// of their ids, so nothing is lost or refused.
fn behind(after: Option<&Rank>) -> Rank {
    Rank::between(after, None).or_else(|| after.cloned()).unwrap_or_else(Rank::middle)
}

#[cfg(test)]
mod tests {
    use super::super::{all, by_key};
    use super::*;
    use crate::model::{
        Deal, DealEdit, DealId, NewDeal, Place, SeededIds, Timestamp, Workspace, WorkspaceId, apply, check,
        in_order,
    };

    const NOW: Timestamp = Timestamp(1_795_348_800_000);

    #[test]
    fn every_template_becomes_a_sound_workspace_that_says_what_it_says() {
        for template in all() {
            let mut ids = SeededIds::new(NOW, 1);
            let mut workspace = Workspace::empty(WorkspaceId(1));
            let built = from_template(template, Currency::EUR, None, &mut ids);
            apply(&mut workspace, built.command, NOW).unwrap();
            assert_eq!(check(&workspace), [], "{}", template.key);

            let pipeline = workspace.get::<Pipeline>(built.pipeline).unwrap();
            assert_eq!(pipeline.qualification, template.qualification);
            assert_eq!(pipeline.diagram, template.diagram);
            assert_eq!(workspace.weighs_criteria(built.pipeline), template.key != "blank");

            let ladder = workspace.ladder(built.pipeline);
            assert_eq!(ladder.iter().map(|stage| stage.id).collect::<Vec<_>>(), built.stages);
            assert_eq!(ladder.len(), template.stages.len());
            let phases = workspace.phases(built.pipeline);
            assert_eq!(phases.len(), template.phases.len());
            for (stage, spec) in ladder.iter().zip(template.stages) {
                assert_eq!((stage.name.as_str(), stage.definition.as_str()), (spec.name, spec.definition));
                assert_eq!((stage.chance, stage.stale_days), (spec.chance, spec.stale_days));
                assert_eq!((stage.expected_days, stage.gate), (spec.expected_days, spec.gate));
                assert_eq!(stage.exit_action, spec.exit_action);
                assert_eq!((stage.wip_limit, stage.colour, stage.retired), (0, None, None));
                let criteria: Vec<(&str, u8)> =
                    in_order(&stage.criteria).into_iter().map(|(_, c)| (c.name.as_str(), c.weight)).collect();
                assert_eq!(criteria, spec.criteria);
                let tasks: Vec<&str> =
                    in_order(&stage.tasks).into_iter().map(|(_, task)| task.name.as_str()).collect();
                assert_eq!(tasks, spec.tasks);
                let duties: Vec<(&str, &str)> = in_order(&stage.duties)
                    .into_iter()
                    .map(|(_, duty)| (duty.department.as_str(), duty.does.as_str()))
                    .collect();
                assert_eq!(duties, spec.duties);
                let plays: Vec<_> = in_order(&stage.plays)
                    .into_iter()
                    .map(|(_, p)| (p.kind, p.title.as_str(), p.topic.as_str(), p.text.as_str()))
                    .collect();
                let expected: Vec<_> =
                    spec.playbook.iter().map(|p| (p.kind, p.title, p.topic, p.text)).collect();
                assert_eq!(plays, expected);
                assert_eq!(stage.phase, Some(phases[spec.phase].id));
            }
            for (phase, spec) in phases.iter().zip(template.phases) {
                assert_eq!((phase.name.as_str(), phase.mood), (spec.name, spec.mood));
                assert_eq!((phase.aim, phase.evidence), (spec.aim, spec.evidence));
                assert_eq!((&*phase.owner, &*phase.exit_action), (spec.owner, spec.exit_action));
                assert!(phase.moods.is_empty());
                let steps: Vec<&str> =
                    in_order(&phase.steps).into_iter().map(|(_, step)| step.name.as_str()).collect();
                assert_eq!(steps, spec.steps);
                for lane in Lane::ALL {
                    let found: Vec<(String, String, bool)> = workspace
                        .notes(phase.id, lane)
                        .iter()
                        .map(|note| (note.text.clone(), note.channel.clone(), note.moment))
                        .collect();
                    let specs = spec.cells.iter().find(|(of, _)| *of == lane).map_or(&[][..], |(_, of)| of);
                    let expected: Vec<(String, String, bool)> =
                        specs.iter().map(|n| (n.text.to_owned(), n.channel.to_owned(), n.moment)).collect();
                    assert_eq!(found, expected);
                }
            }
        }
    }

    #[test]
    fn a_deal_that_meets_all_criteria_up_to_a_stage_has_the_chance_of_that_stage_method_row_35() {
        let mut ids = SeededIds::new(NOW, 1);
        let mut workspace = Workspace::empty(WorkspaceId(1));
        let template = by_key("bases").unwrap();
        let built = from_template(template, Currency::EUR, None, &mut ids);
        apply(&mut workspace, built.command, NOW).unwrap();
        let deal = DealId(ids.next());
        let new = NewDeal { id: deal, stage: built.stages[0], place: Place::First, title: "One".into() };
        apply(&mut workspace, Command::AddDeal(new), NOW).unwrap();
        let chance = |workspace: &Workspace| workspace.chance(workspace.get::<Deal>(deal).unwrap());
        assert_eq!(chance(&workspace), 0);
        let mut found = Vec::new();
        for stage in &built.stages {
            let criteria: Vec<CriterionId> =
                workspace.get::<Stage>(*stage).unwrap().criteria.keys().copied().collect();
            for criterion in criteria {
                let edit = DealEdit::Met(criterion, true);
                apply(&mut workspace, Command::EditDeal { deal, edit }, NOW).unwrap();
            }
            found.push(chance(&workspace));
        }
        assert_eq!(found, [25, 55, 75, 90, 100]);
    }

    #[test]
    fn another_template_stands_behind_the_pipelines_that_are_there() {
        let mut ids = SeededIds::new(NOW, 1);
        let mut workspace = Workspace::empty(WorkspaceId(1));
        let mut expected = Vec::new();
        for template in all() {
            let last = workspace.pipelines().last().map(|pipeline| pipeline.rank.clone());
            let built = from_template(template, Currency::USD, last.as_ref(), &mut ids);
            expected.push(built.pipeline);
            apply(&mut workspace, built.command, NOW).unwrap();
        }
        assert_eq!(workspace.pipelines().iter().map(|pipeline| pipeline.id).collect::<Vec<_>>(), expected);
        assert_eq!(check(&workspace), []);
    }

    #[test]
    fn one_step_back_takes_the_whole_template_away() {
        let mut ids = SeededIds::new(NOW, 1);
        let mut workspace = Workspace::empty(WorkspaceId(1));
        let before = workspace.clone();
        let built = from_template(by_key("simple").unwrap(), Currency::EUR, None, &mut ids);
        let change = apply(&mut workspace, built.command, NOW).unwrap();
        assert_ne!(workspace, before);
        change.reverse().apply_to(&mut workspace);
        assert_eq!(workspace, before);
    }
}
