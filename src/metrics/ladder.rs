//! The ladder of a pipeline, and where on it a deal has been.

use crate::model::{Deal, PipelineId, Rung, StageId, Workspace};

/// The stages of a pipeline in order, and won on top.
pub(super) struct Ladder {
    stages: Vec<StageId>,
}

impl Ladder {
    pub(super) fn of(workspace: &Workspace, pipeline: PipelineId) -> Ladder {
        Ladder { stages: workspace.ladder(pipeline).iter().map(|stage| stage.id).collect() }
    }

    /// All rungs from the lowest.
    pub(super) fn rungs(&self) -> impl Iterator<Item = Rung> + '_ {
        self.stages.iter().copied().map(Rung::Stage).chain([Rung::Won])
    }

    /// How many rungs there are, won included.
    pub(super) fn len(&self) -> usize {
        self.stages.len() + 1
    }

    /// Where a stage stands. A ladder has few rungs: searching it is quicker than hashing.
    pub(super) fn stage(&self, stage: StageId) -> Option<usize> {
        self.stages.iter().position(|id| *id == stage)
    }

    /// Where a rung stands; `None` for a stage that is no part of this pipeline (any more).
    pub(super) fn position(&self, rung: Rung) -> Option<usize> {
        match rung {
            Rung::Stage(stage) => self.stage(stage),
            Rung::Won => Some(self.stages.len()),
        }
    }

    /// The rungs that a deal has been on, in order, written over `climb`.
    pub(super) fn climb(&self, deal: &Deal, climb: &mut Vec<Option<usize>>) {
        climb.clear();
        climb.extend(deal.visits().iter().map(|visit| self.position(visit.rung)));
    }
}
