//! The ladder of a pipeline, and where on it a deal has been.

use crate::model::{Deal, PipelineId, Rung, StageId, Workspace};

/// The stages of a pipeline in order, the retired ones too, and won on top.
pub(super) struct Ladder {
    stages: Vec<StageId>,
    retired: Vec<bool>,
}

impl Ladder {
    pub(super) fn of(workspace: &Workspace, pipeline: PipelineId) -> Ladder {
        let stages = workspace.whole_ladder(pipeline);
        Ladder {
            retired: stages.iter().map(|stage| !stage.in_use()).collect(),
            stages: stages.iter().map(|stage| stage.id).collect(),
        }
    }

    /// Whether a rung is a stage out of use: no deal enters it any more.
    pub(super) fn is_retired(&self, at: usize) -> bool {
        self.retired.get(at).copied().unwrap_or(false)
    }

    /// The next rung above that is in use; won is.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        (at + 1..self.len()).find(|next| !self.is_retired(*next))
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
    pub(super) fn climb(&self, workspace: &Workspace, deal: &Deal, climb: &mut Vec<Option<usize>>) {
        climb.clear();
        climb.extend(workspace.visits(deal).iter().map(|visit| self.position(visit.rung)));
    }
}
