//! From a template to the command that adds its pipeline.

use super::Template;
use crate::model::{
    Command, Currency, Ids, Note, NoteId, Phase, PhaseId, Pipeline, PipelineId, Rank, Stage, StageId,
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
    let mut commands =
        vec![Command::AddPipeline(Pipeline::new(pipeline, behind(after), template.pipeline, currency))];

    let mut phases = Vec::with_capacity(template.phases.len());
    let mut notes = Vec::new();
    let mut ranks = Ranks::default();
    for spec in template.phases {
        let phase = PhaseId(ids.next());
        phases.push(phase);
        commands.push(Command::AddPhase(Phase {
            id: phase,
            pipeline,
            rank: ranks.next(),
            name: spec.name.to_owned(),
            mood: spec.mood,
        }));
        for (lane, texts) in spec.cells {
            let mut ranks = Ranks::default();
            notes.extend(texts.iter().map(|text| Note {
                id: NoteId(ids.next()),
                phase,
                lane: *lane,
                rank: ranks.next(),
                text: (*text).to_owned(),
            }));
        }
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
            ..Stage::new(stage, pipeline, ranks.next(), spec.name)
        }));
    }
    commands.push(Command::ImportNotes(notes));
    Built { pipeline, stages, command: Command::Batch(commands) }
}

/// Rising ranks, one after another.
#[derive(Default)]
pub(super) struct Ranks(Option<Rank>);

impl Ranks {
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
    use crate::model::{Lane, SeededIds, Timestamp, Workspace, WorkspaceId, apply, check};

    const NOW: Timestamp = Timestamp(1_795_348_800_000);

    #[test]
    fn every_template_becomes_a_sound_workspace_that_says_what_it_says() {
        for template in all() {
            let mut ids = SeededIds::new(NOW, 1);
            let mut workspace = Workspace::empty(WorkspaceId(1));
            let built = from_template(template, Currency::EUR, None, &mut ids);
            apply(&mut workspace, built.command, NOW).unwrap();
            assert_eq!(check(&workspace), [], "{}", template.key);

            let ladder = workspace.ladder(built.pipeline);
            assert_eq!(ladder.iter().map(|stage| stage.id).collect::<Vec<_>>(), built.stages);
            assert_eq!(ladder.len(), template.stages.len());
            let phases = workspace.phases(built.pipeline);
            assert_eq!(phases.len(), template.phases.len());
            for (stage, spec) in ladder.iter().zip(template.stages) {
                assert_eq!((stage.name.as_str(), stage.definition.as_str()), (spec.name, spec.definition));
                assert_eq!((stage.chance, stage.stale_days), (spec.chance, spec.stale_days));
                assert_eq!(stage.phase, Some(phases[spec.phase].id));
            }
            for (phase, spec) in phases.iter().zip(template.phases) {
                assert_eq!((phase.name.as_str(), phase.mood), (spec.name, spec.mood));
                for lane in Lane::ALL {
                    let found: Vec<String> =
                        workspace.notes(phase.id, lane).iter().map(|note| note.text.clone()).collect();
                    let expected =
                        spec.cells.iter().find(|(of, _)| *of == lane).map_or(&[][..], |(_, texts)| texts);
                    assert_eq!(found, expected);
                }
            }
        }
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
