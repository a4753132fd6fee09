//! What follows from the stages and is asked for every deal: which stages became part of which, and what criteria weigh.
//! Derived, and made anew whenever a stage changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{CriterionId, PipelineId, Stage, StageId};

/// What follows from the stages.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Ladders {
    merged: BTreeMap<StageId, StageId>,
    weights: BTreeMap<CriterionId, (PipelineId, u8)>,
    weighing: BTreeSet<PipelineId>,
}

impl Ladders {
    pub(super) fn of(stages: &BTreeMap<StageId, Arc<Stage>>) -> Ladders {
        let mut ladders = Ladders::default();
        for stage in stages.values() {
            let mut end = stage.id;
            // A chain is never longer than there are stages; damaged data with a circle ends anywhere on it.
            for _ in 0..stages.len() {
                match stages
                    .get(&end)
                    .and_then(|stage| stage.merged_into)
                    .filter(|id| stages.contains_key(id))
                {
                    Some(next) => end = next,
                    None => break,
                }
            }
            if end != stage.id {
                ladders.merged.insert(stage.id, end);
            }
            for (id, criterion) in &stage.criteria {
                if criterion.weight > 0 {
                    ladders.weighing.insert(stage.pipeline);
                }
                ladders.weights.insert(*id, (stage.pipeline, criterion.weight));
            }
        }
        ladders
    }

    /// The stage that a stage is part of by now: mostly itself.
    #[inline]
    pub(super) fn stage(&self, stage: StageId) -> StageId {
        if self.merged.is_empty() { stage } else { self.merged.get(&stage).copied().unwrap_or(stage) }
    }

    /// Whether the criteria of a pipeline carry weights.
    #[inline]
    pub(super) fn weighs(&self, pipeline: PipelineId) -> bool {
        self.weighing.contains(&pipeline)
    }

    /// The weight of a criterion within a pipeline, in percent; 0 if it is of another one or gone.
    #[inline]
    pub(super) fn weight(&self, pipeline: PipelineId, criterion: CriterionId) -> u8 {
        self.weights.get(&criterion).filter(|(of, _)| *of == pipeline).map_or(0, |(_, weight)| *weight)
    }
}
