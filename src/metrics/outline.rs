//! What a team needs to see while it outlines its process: each stage's facts beside what is believed, and where the map has gaps.

use super::census::Census;
use super::figures::Rate;
use super::funnel::{Rule, funnel};
use super::stages::{Span, stage_time};
use crate::model::{Lane, PhaseId, PipelineId, Rung, Stage, StageId, Workspace};

/// What the deals say of a stage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StageFacts {
    /// The stage; one in use.
    pub stage: StageId,
    /// The deals that went on to the next rung of those that came here, by [`Rule::Furthest`].
    pub went_on: Rate,
    /// The median of the visits that are over, in days of 24 hours; `None` if there are none.
    pub median: Option<f64>,
    /// How many deals were lost from here.
    pub lost: u64,
    /// How many open deals are here.
    pub open: u64,
}

/// The facts of the stages in use, in the order of the ladder (method rows 19 and 22). The figures are those of Insights: the
/// funnel's share, the median of the time in a stage, the losses by the stage that the deals were lost from.
pub fn stage_facts(census: &Census) -> Vec<StageFacts> {
    let ladder = census.ladder();
    let mut here = vec![(0u64, 0u64); ladder.len()];
    for case in census.cases() {
        if let Some((lost, open)) = case.stage.and_then(|at| here.get_mut(at)) {
            *lost += u64::from(case.is_lost());
            *open += u64::from(case.is_open());
        }
    }
    let steps = funnel(census, Rule::Furthest).steps;
    let times = stage_time(census);
    let facts = steps.into_iter().zip(here).filter_map(|(step, (lost, open))| {
        let Rung::Stage(stage) = step.rung else { return None };
        let time = times.iter().find(|time| time.stage == stage);
        let median = time.and_then(|time| time.over(Span::Visit).0.median);
        (!step.retired).then(|| StageFacts {
            stage,
            went_on: step.next.unwrap_or_default(),
            median,
            lost,
            open,
        })
    });
    facts.collect()
}

/// What is missing in a phase of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gap {
    /// No stage is linked to it.
    Stages,
    /// Nothing is written in a row.
    Notes(Lane),
    /// Nobody said what moves a buyer on.
    ExitAction,
}

/// The rows that the guided mapping asks for.
pub const ASKED: [Lane; 4] = [Lane::Questions, Lane::Actions, Lane::PainPoints, Lane::Response];

/// What is still missing on the map of a pipeline, phase by phase, of what the guided mapping asks for (method row 17).
pub fn gaps(workspace: &Workspace, pipeline: PipelineId) -> Vec<(PhaseId, Gap)> {
    let mut found = Vec::new();
    let ladder = workspace.ladder(pipeline);
    for phase in workspace.phases(pipeline) {
        let linked = |stage: &&std::sync::Arc<Stage>| stage.phase == Some(phase.id);
        if !ladder.iter().any(linked) {
            found.push((phase.id, Gap::Stages));
        }
        let bare = ASKED.into_iter().filter(|lane| workspace.notes(phase.id, *lane).is_empty());
        found.extend(bare.map(|lane| (phase.id, Gap::Notes(lane))));
        if phase.exit_action.trim().is_empty() {
            found.push((phase.id, Gap::ExitAction));
        }
    }
    found
}
