//! The records of a workspace and the commands that change them.
//!
//! Pure: no clock, no randomness, no input or output, no signals. Time and ids come in with the [`Command`] and
//! its [`Timestamp`]; what happened comes out as a [`Change`] that can be reversed.
//!
//! A change of data has one way in: [`apply()`]. It validates first and mutates after, so that a rejected command
//! leaves the workspace as it was.

mod apply;
mod change;
mod check;
mod columns;
mod command;
mod deal;
mod event;
mod ids;
mod journey;
mod money;
mod pipeline;
mod rank;
mod time;
mod workspace;

pub use apply::apply;
pub use change::{Change, Edit, Edits};
pub use check::{Breach, check};
pub use columns::Columns;
pub use command::{Command, DealEdit, NewDeal, PhaseEdit, PipelineEdit, Place, Rejection, StageEdit};
pub use deal::{Deal, Outcome, OutcomeKind, Rung, Visit};
pub use event::{Event, Happened};
pub use ids::{DealId, Ids, NoteId, PhaseId, PipelineId, SeededIds, StageId, WorkspaceId};
pub use journey::{Lane, Note, Phase};
pub use money::{Currency, MAX_VALUE};
pub use pipeline::{Pipeline, Stage};
pub use rank::Rank;
pub use time::{Day, Month, Timestamp, Zone};
pub use workspace::{Meta, Record, Table, Workspace};

/// Longest name or title, in characters.
pub const MAX_NAME: usize = 500;
/// Longest note, in characters.
pub const MAX_TEXT: usize = 100_000;
