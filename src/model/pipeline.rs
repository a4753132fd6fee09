//! Pipelines and their stages: the process of selling and what it teaches.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    CriterionId, Currency, Day, Goals, Guide, Involved, ItemId, Note, Parked, Participant, Phase, PhaseId,
    PipelineId, Proposal, Rank, Row, RowStyle, StageId, Step, TaskId, Timestamp, Workshop,
};

/// How many colours stages can have.
pub const COLOURS: u8 = 8;

/// A process of selling: an ordered ladder of stages, and the currency that its deals are counted in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pipeline {
    /// Its id.
    pub id: PipelineId,
    /// Its place among the pipelines.
    pub rank: Rank,
    /// Its name; never blank.
    pub name: String,
    /// The currency of all its deals.
    pub currency: Currency,
    /// Which questions qualify its deals.
    #[serde(default, skip_serializing_if = "is_default")]
    pub qualification: Qualification,
    /// How its process is drawn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub diagram: Diagram,
    /// Since when it is put away; `None` while it is in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<Timestamp>,
    /// What was changed in the process, and why.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reviews: BTreeMap<ItemId, Review>,
    /// How mature the team found its process, over time.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub assessments: BTreeMap<ItemId, Assessment>,
    /// What the team sets itself to reach.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goals: Goals,
    /// The findings that the team has seen and put away, each with the state that it was in: it shows again once it differs.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dismissed: BTreeMap<String, String>,
    /// How the rows of the journey map stand, where the team changed them, and the rows of its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rows: BTreeMap<Row, RowStyle>,
    /// What a workshop left beside the map.
    #[serde(default, skip_serializing_if = "is_default")]
    pub workshop: Workshop,
    /// How far the guided mapping came.
    #[serde(default, skip_serializing_if = "is_default")]
    pub guide: Guide,
}

impl Pipeline {
    /// A pipeline without anything that is optional.
    pub fn new(id: PipelineId, rank: Rank, name: impl Into<String>, currency: Currency) -> Pipeline {
        Pipeline {
            id,
            rank,
            name: name.into(),
            currency,
            qualification: Qualification::default(),
            diagram: Diagram::default(),
            archived: None,
            reviews: BTreeMap::new(),
            assessments: BTreeMap::new(),
            goals: Goals::default(),
            dismissed: BTreeMap::new(),
            rows: BTreeMap::new(),
            workshop: Workshop::default(),
            guide: Guide::default(),
        }
    }
}

pub(super) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Which questions qualify the deals of a pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualification {
    /// None.
    #[default]
    None,
    /// Budget, authority, need and timescale.
    Bant,
    /// Interested, has recognised the need, can afford it, decides or leads to who decides.
    FourQuestions,
    /// Both.
    Both,
}

/// How the process of a pipeline is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Diagram {
    /// A path from stage to stage.
    #[default]
    Path,
    /// A baseball diamond: the stages as the ways to the bases.
    Diamond,
}

/// A dated note on what was changed in the process and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The day of the change.
    pub day: Day,
    /// What was changed and why; never blank.
    pub text: String,
    /// The stages that it is about; none for the whole process.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<StageId>,
}

/// A self-assessment of the process: four statements, each of which builds on the one before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    /// The day of the assessment.
    pub day: Day,
    /// Whether there is a process at all, all work by the same one, it is enforced, and feedback improves it.
    pub holds: [bool; 4],
    /// What the team said about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Assessment {
    /// The level from 1 to 5: none · not standardised · standard, not enforced · standard and enforced · improved by
    /// feedback. A statement counts only if all before it hold.
    pub fn level(&self) -> u8 {
        1 + u8::try_from(self.holds.iter().take_while(|holds| **holds).count()).unwrap_or(4)
    }
}

/// A rung of the ladder between the first contact and the win.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Its id.
    pub id: StageId,
    /// The pipeline that it is part of.
    pub pipeline: PipelineId,
    /// Its place on the ladder.
    pub rank: Rank,
    /// Its name; never blank.
    pub name: String,
    /// What it means that a deal is here: the team's common vocabulary.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub definition: String,
    /// The phase of the buyer's journey that it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<PhaseId>,
    /// The chance in percent (0–100) that a deal here is won.
    pub chance: u8,
    /// Days in the stage after which a deal counts as stale; 0 for never.
    #[serde(default)]
    pub stale_days: u16,
    /// Its colour, below [`COLOURS`]; by its place if none was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<u8>,
    /// The action that moves a buyer to the next stage.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub exit_action: String,
    /// Days that a deal usually spends here; 0 if nobody said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expected_days: u16,
    /// How many open deals the stage should hold at most; 0 for any number. Advice, not a barrier.
    #[serde(default, skip_serializing_if = "is_default")]
    pub wip_limit: u16,
    /// Whether a deal may leave towards the win before its criteria are met.
    #[serde(default, skip_serializing_if = "is_default")]
    pub gate: Gate,
    /// What must be true for a deal to leave.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub criteria: BTreeMap<CriterionId, Criterion>,
    /// The to-do list that stands on each deal here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub tasks: BTreeMap<TaskId, Task>,
    /// Which departments take part, and how.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub duties: BTreeMap<ItemId, Duty>,
    /// The playbook.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub plays: BTreeMap<ItemId, Play>,
    /// What a workshop proposes as criteria.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub proposals: BTreeMap<ItemId, Proposal>,
    /// What worked here so far, as the team looks back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub worked: String,
    /// Where buyers dropped out here, and why, as the team looks back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dropped: String,
    /// Since when no deal enters it any more; it stays because deals have been there. `None` while it is in use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retired: Option<Timestamp>,
    /// The stage that it became part of: who was here counts as having been there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<StageId>,
}

impl Stage {
    /// A stage in use with a name and nothing else.
    pub fn new(id: StageId, pipeline: PipelineId, rank: Rank, name: impl Into<String>) -> Stage {
        Stage {
            id,
            pipeline,
            rank,
            name: name.into(),
            definition: String::new(),
            phase: None,
            chance: 0,
            stale_days: 0,
            colour: None,
            exit_action: String::new(),
            expected_days: 0,
            wip_limit: 0,
            gate: Gate::Free,
            criteria: BTreeMap::new(),
            tasks: BTreeMap::new(),
            duties: BTreeMap::new(),
            plays: BTreeMap::new(),
            proposals: BTreeMap::new(),
            worked: String::new(),
            dropped: String::new(),
            retired: None,
            merged_into: None,
        }
    }

    /// Whether deals can be in it.
    pub fn in_use(&self) -> bool {
        self.retired.is_none()
    }
}

/// Items of a map by their ranks, and by their ids where ranks are equal.
pub fn in_order<I: Copy + Ord, T: Ranked>(items: &BTreeMap<I, T>) -> Vec<(I, &T)> {
    let mut found: Vec<(I, &T)> = items.iter().map(|(id, item)| (*id, item)).collect();
    found.sort_unstable_by(|a, b| (a.1.rank(), a.0).cmp(&(b.1.rank(), b.0)));
    found
}

/// What has a place among its like.
pub trait Ranked {
    /// Its place.
    fn rank(&self) -> &Rank;
    /// Gives it another place.
    fn set_rank(&mut self, rank: Rank);
}

macro_rules! ranked {
    ($($kind:ident)*) => {
        $(impl Ranked for $kind {
            fn rank(&self) -> &Rank {
                &self.rank
            }
            fn set_rank(&mut self, rank: Rank) {
                self.rank = rank;
            }
        })*
    };
}
ranked!(Stage Phase Note Criterion Task Duty Play Step RowStyle Participant Parked Proposal Involved);

/// Whether a deal may leave a stage towards the win before the stage's criteria are met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gate {
    /// It may.
    #[default]
    Free,
    /// It may, and the page says what is missing.
    Warn,
    /// It may not, unless somebody overrides the gate with a note.
    Block,
}

/// An exit criterion: something that is true of a deal or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its place among the stage's.
    pub rank: Rank,
    /// What must be true; never blank.
    pub name: String,
    /// What it adds to a deal's chance, in percent. All of a pipeline's add up to 100, or to 0 if it does not weigh them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weight: u8,
}

/// A task of a stage's to-do list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// Its place in the list.
    pub rank: Rank,
    /// What is to be done; never blank.
    pub name: String,
}

/// What a department does in a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// Its place among the stage's.
    pub rank: Rank,
    /// The department; never blank.
    pub department: String,
    /// What it does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub does: String,
}

/// An item of a stage's playbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Play {
    /// Its place among those of its kind.
    pub rank: Rank,
    /// What kind it is.
    pub kind: PlayKind,
    /// What it is for; of an objection the buyer's words. Never blank.
    pub title: String,
    /// Of an objection its kind; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// Of a message its text with placeholders, of an objection the answer, else what to do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

/// What kind of item of a playbook it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlayKind {
    /// A message template.
    Message,
    /// An objection with its answer.
    Objection,
    /// The outline of a presentation.
    Outline,
    /// A way to close.
    Close,
}

impl PlayKind {
    /// All kinds in the order in which they are shown.
    pub const ALL: [PlayKind; 4] =
        [PlayKind::Message, PlayKind::Objection, PlayKind::Outline, PlayKind::Close];
}
