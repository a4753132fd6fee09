//! The buyer's journey: phases as columns, lanes as rows, notes in the cells.

use serde::{Deserialize, Serialize};

use super::{NoteId, PhaseId, PipelineId, Rank};

/// A phase of the buyer's way, such as awareness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Its id.
    pub id: PhaseId,
    /// The pipeline whose buyers it describes.
    pub pipeline: PipelineId,
    /// Its place among the phases.
    pub rank: Rank,
    /// Its name; never blank.
    pub name: String,
    /// The buyer's mood in it, from −2 to +2.
    #[serde(default)]
    pub mood: i8,
}

/// A row of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lane {
    /// What the buyer asks.
    Questions,
    /// What the buyer does.
    Actions,
    /// Where buyer and seller meet.
    Touchpoints,
    /// What hurts or holds back.
    PainPoints,
    /// What we do about it.
    Response,
}

impl Lane {
    /// All lanes, from the top of the map.
    pub const ALL: [Lane; 5] =
        [Lane::Questions, Lane::Actions, Lane::Touchpoints, Lane::PainPoints, Lane::Response];

    /// The word that the lane has in stored data.
    pub fn key(self) -> &'static str {
        match self {
            Lane::Questions => "questions",
            Lane::Actions => "actions",
            Lane::Touchpoints => "touchpoints",
            Lane::PainPoints => "pain_points",
            Lane::Response => "response",
        }
    }
}

/// A short item in a cell of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The column of its cell.
    pub phase: PhaseId,
    /// The row of its cell.
    pub lane: Lane,
    /// Its place in the cell.
    pub rank: Rank,
    /// Its text; never blank.
    pub text: String,
}
