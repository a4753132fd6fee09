//! Pipelines in use and those that were put away.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::model::Pipeline;

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
}
