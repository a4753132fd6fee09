//! What was typed and is not saved yet. It stays while steps, tabs and views come and go, for each pipeline by itself. It is no data:
//! a page that is closed forgets it.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::model::{CriterionId, Day, PipelineId, StageId};

use super::desk::Desk;

/// A note on a change of the process that is being written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewDraft {
    /// The day that was chosen; `None` for today.
    pub day: Option<Day>,
    /// The text.
    pub text: String,
    /// The stages that it is about.
    pub stages: Vec<StageId>,
}

/// A self-assessment that is being made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AssessmentDraft {
    /// The day that was chosen; `None` for today.
    pub day: Option<Day>,
    /// The note.
    pub note: String,
    /// Which statements are ticked.
    pub holds: [bool; 4],
}

/// One form of each pipeline. Copies are the same.
pub struct Draft<T: Send + Sync + 'static> {
    desk: Desk,
    all: RwSignal<BTreeMap<PipelineId, T>>,
}

impl<T: Send + Sync + 'static> Clone for Draft<T> {
    fn clone(&self) -> Draft<T> {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Draft<T> {}

impl<T: Clone + Default + Send + Sync + 'static> Draft<T> {
    fn new(desk: Desk) -> Draft<T> {
        Draft { desk, all: RwSignal::new(BTreeMap::new()) }
    }

    /// What stands in the form of the pipeline that is shown, to be tracked.
    pub fn get(self) -> T {
        let pipeline = self.desk.pipeline.get();
        let found = self.all.with(|all| pipeline.and_then(|pipeline| all.get(&pipeline).cloned()));
        found.unwrap_or_default()
    }

    /// What stands in it now.
    pub fn now(self) -> T {
        untrack(|| self.get())
    }

    /// Changes what stands in it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        if let Some(pipeline) = self.desk.pipeline.get_untracked() {
            self.all.update(|all| change(all.entry(pipeline).or_default()));
        }
    }

    /// Empties it.
    pub fn clear(self) {
        if let Some(pipeline) = self.desk.pipeline.get_untracked() {
            self.all.update(|all| drop(all.remove(&pipeline)));
        }
    }
}

/// All forms that views take up again where they were left.
#[derive(Clone, Copy)]
pub struct Drafts {
    /// What is changed now, in the last step of the guide.
    pub change: Draft<String>,
    /// A note on a change.
    pub review: Draft<ReviewDraft>,
    /// A self-assessment.
    pub assessment: Draft<AssessmentDraft>,
    /// Weights of criteria as they are typed. Criteria that nobody touched are not in it.
    pub weights: Draft<BTreeMap<CriterionId, String>>,
}

impl Drafts {
    /// Empty forms for the components below the calling one.
    pub fn provide(desk: Desk) {
        provide_context(Drafts {
            change: Draft::new(desk),
            review: Draft::new(desk),
            assessment: Draft::new(desk),
            weights: Draft::new(desk),
        });
    }
}

/// The forms of this instance.
pub fn use_drafts() -> Drafts {
    expect_context::<Drafts>()
}
