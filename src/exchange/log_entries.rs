//! A deal's trace as the events of a case: what [`super::log_write`] and [`super::log_xes`] write.

use std::collections::{BTreeMap, HashSet};

use crate::model::{Deal, PipelineId, ProcessStep, Stage, StageId, Timestamp, Workspace};

/// The activity of a win.
pub const WON: &str = "Won";
/// The activity of a loss.
pub const LOST: &str = "Lost";
/// The activity of a deal that goes to the nurture list.
pub const NURTURE: &str = "Nurture";

/// An event of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// When it was; never before the event in front of it.
    pub at: Timestamp,
    /// What it was: `created`, `moved`, `won`, `lost`, `nurtured` or `re-opened`.
    pub kind: &'static str,
    /// The name of the stage that it leads to, or the word for the closing. A deal that is re-opened enters its stage again.
    pub activity: &'a str,
    /// Why, of a loss or of a deal put on the nurture list; empty if nobody said.
    pub reason: &'a str,
}

/// What the stages are called as activities: by their names, with a number behind a name that another stage or a closing has.
#[derive(Debug)]
pub struct Activities {
    names: BTreeMap<StageId, String>,
}

impl Activities {
    /// For the deals of a pipeline: its ladder first, then the stages of other pipelines, where deals may have come from.
    pub fn of(workspace: &Workspace, pipeline: PipelineId) -> Activities {
        let mut taken: HashSet<String> = [WON, LOST, NURTURE].map(str::to_lowercase).into();
        let mut names = BTreeMap::new();
        let own = workspace.whole_ladder(pipeline).into_iter();
        let others = workspace.all::<Stage>().values().filter(|stage| stage.pipeline != pipeline);
        for stage in own.chain(others.filter(|stage| workspace.part_of(stage.id) == stage.id)) {
            let plain = stage.name.trim();
            let numbered = (2..).map(|number| format!("{plain} ({number})"));
            let mut free = std::iter::once(plain.to_owned()).chain(numbered);
            if let Some(name) = free.find(|name| taken.insert(name.to_lowercase())) {
                names.insert(stage.id, name);
            }
        }
        // A history can name stages of a pipeline that is gone: they are called by their ids.
        for event in workspace.deals(pipeline).flat_map(|deal| workspace.trace(deal)) {
            if let ProcessStep::Created { stage }
            | ProcessStep::Moved { to: stage, .. }
            | ProcessStep::Reopened { to: stage } = event.step
            {
                names.entry(stage).or_insert_with(|| stage.to_string());
            }
        }
        Activities { names }
    }

    /// What a stage is called; empty for one that the pipeline's deals cannot have been in.
    pub fn name(&self, stage: StageId) -> &str {
        self.names.get(&stage).map_or("", String::as_str)
    }
}

/// The events of a deal, in order.
pub fn entries<'a>(
    workspace: &'a Workspace,
    deal: &'a Deal,
    activities: &'a Activities,
) -> impl Iterator<Item = Entry<'a>> {
    workspace.trace(deal).map(move |event| {
        let (kind, activity, reason) = match event.step {
            ProcessStep::Created { stage } => ("created", activities.name(stage), ""),
            ProcessStep::Moved { to, .. } => ("moved", activities.name(to), ""),
            ProcessStep::Reopened { to } => ("re-opened", activities.name(to), ""),
            ProcessStep::Won { .. } => ("won", WON, ""),
            ProcessStep::Lost { reason, .. } => ("lost", LOST, reason),
            ProcessStep::Nurtured { reason, .. } => ("nurtured", NURTURE, reason),
        };
        Entry { at: event.at, kind, activity, reason }
    })
}
