//! Pipelines in use and those that were put away; a new stage.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::model::{Pipeline, Rank, Stage, StageId};

impl Desk {
    /// The pipelines in order, without those that were put away; follows their changes.
    pub fn pipelines_in_use(self) -> Vec<Arc<Pipeline>> {
        self.pipelines_that(|pipeline| pipeline.archived.is_none())
    }

    /// The pipelines that were put away, in order; follows their changes.
    pub fn archived_pipelines(self) -> Vec<Arc<Pipeline>> {
        self.pipelines_that(|pipeline| pipeline.archived.is_some())
    }

    fn pipelines_that(self, which: fn(&Pipeline) -> bool) -> Vec<Arc<Pipeline>> {
        self.structure.track();
        self.with(|session| {
            let all = session.workspace().pipelines().into_iter();
            all.filter(|pipeline| which(pipeline)).cloned().collect()
        })
    }

    /// A stage for the pipeline that is shown: behind all others, as likely as the one before it. `None` where there is no room.
    pub fn new_stage(self, name: &str) -> Option<Stage> {
        let pipeline = self.pipeline.get_untracked()?;
        let (last, chance) = self.with(|session| {
            let workspace = session.workspace();
            let of = workspace.all::<Stage>().values().filter(|stage| stage.pipeline == pipeline);
            let chance = workspace.ladder(pipeline).last().map_or(0, |stage| stage.chance);
            (of.map(|stage| stage.rank.clone()).max(), chance)
        });
        let rank = Rank::between(last.as_ref(), None)?;
        Some(Stage { chance, ..Stage::new(StageId(self.new_id()), pipeline, rank, name) })
    }
}
