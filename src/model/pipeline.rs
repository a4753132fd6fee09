//! Pipelines and their stages.

use serde::{Deserialize, Serialize};

use super::{Currency, PhaseId, PipelineId, Rank, StageId};

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
}
