//! The ladder of a pipeline, and what its rungs are called.

use crate::model::{PhaseId, PipelineId, Rung, StageId, Workspace};

/// The stages of a pipeline in order, the retired ones too, and won on top. Rungs are numbered from 0, the lowest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ladder {
    stages: Vec<Place>,
}

/// A stage as a rung of a ladder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The stage.
    pub stage: StageId,
    /// Its name.
    pub name: String,
    /// The number of its colour.
    pub hue: u8,
    /// Days in the stage after which a deal counts as stale; 0 for never.
    pub stale_days: u16,
    /// The chance in percent that is set for it.
    pub chance: u8,
    /// The phase of the buyer's journey that it belongs to.
    pub phase: Option<PhaseId>,
    /// Whether it is out of use: no deal enters it any more.
    pub retired: bool,
}

impl Ladder {
    pub(super) fn of(workspace: &Workspace, pipeline: PipelineId) -> Ladder {
        let places = workspace.whole_ladder(pipeline).into_iter().map(|stage| Place {
            stage: stage.id,
            name: stage.name.clone(),
            hue: workspace.colour(stage),
            stale_days: stage.stale_days,
            chance: stage.chance,
            phase: stage.phase,
            retired: !stage.in_use(),
        });
        Ladder { stages: places.collect() }
    }

    /// The stages from the lowest.
    pub fn stages(&self) -> &[Place] {
        &self.stages
    }

    /// The stage on a rung; `None` for won.
    pub fn place(&self, at: usize) -> Option<&Place> {
        self.stages.get(at)
    }

    /// Whether a rung is a stage out of use: no deal enters it any more.
    pub fn is_retired(&self, at: usize) -> bool {
        self.stages.get(at).is_some_and(|place| place.retired)
    }

    /// The next rung above that is in use; won is.
    pub fn next(&self, at: usize) -> Option<usize> {
        (at + 1..self.len()).find(|next| !self.is_retired(*next))
    }

    /// All rungs from the lowest.
    pub fn rungs(&self) -> impl Iterator<Item = Rung> + '_ {
        self.stages.iter().map(|place| Rung::Stage(place.stage)).chain([Rung::Won])
    }

    /// How many rungs there are, won included.
    pub fn len(&self) -> usize {
        self.stages.len() + 1
    }

    /// Never: won is always there.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The number of the rung won.
    pub fn won(&self) -> usize {
        self.stages.len()
    }

    /// Where a stage stands. A ladder has few rungs: searching it is quicker than hashing.
    pub fn stage(&self, stage: StageId) -> Option<usize> {
        self.stages.iter().position(|place| place.stage == stage)
    }

    /// Where a rung stands; `None` for a stage that is no part of this pipeline (any more).
    pub fn position(&self, rung: Rung) -> Option<usize> {
        match rung {
            Rung::Stage(stage) => self.stage(stage),
            Rung::Won => Some(self.won()),
        }
    }
}
