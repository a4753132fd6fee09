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
mod gate;
mod goals;
mod ids;
mod journey;
mod ladders;
mod money;
mod pipeline;
mod rank;
mod sheet;
mod story;
mod team;
mod time;
mod trace;
mod weights;
mod workspace;

pub use apply::apply;
pub use change::{Change, Edit, Edits};
pub use check::{Breach, check, keeps_sound};
pub use columns::Columns;
pub use command::{
    Command, DealEdit, NewDeal, NewNote, NoteEdit, PhaseEdit, PipelineEdit, Place, Rejection, StageEdit,
};
pub use deal::{Deal, Outcome, OutcomeKind, Rung, Visit};
pub use event::{Event, Happened, Override};
pub use gate::{Barrier, barriers, criteria_of, missing};
pub use goals::{Goals, TargetKey, Term};
pub use ids::{
    CriterionId, DealId, Ids, ItemId, NoteId, PersonId, PersonaId, PhaseId, PipelineId, SeededIds, StageId,
    TaskId, WorkspaceId,
};
pub use journey::{
    Cell, Evidence, Guide, Involved, Lane, Mood, Note, Parked, Participant, Phase, Proposal, Row, RowStyle,
    Step, Workshop,
};
pub use money::{Currency, MAX_VALUE};
pub use pipeline::{
    Assessment, COLOURS, Criterion, Diagram, Duty, Gate, Pipeline, Play, PlayKind, Qualification, Ranked,
    Review, Stage, Task, in_order,
};
pub use rank::Rank;
pub use sheet::{Sheet, SheetCells, SheetNote, SheetPhase, SheetRow, SheetText, SheetWords};
pub use story::{
    Activity, ActivityKind, Answer, Care, Document, DocumentState, Objection, Question, Story, Verdict,
    is_safe_link,
};
pub use team::{FORM, ListKind, Meta, Person, Persona, Role};
pub use time::{Day, Month, Timestamp, Zone};
pub use trace::{ProcessEvent, ProcessStep};
pub use weights::balanced;
pub use workspace::{ChanceSource, Record, Table, Workspace};

/// Longest name or title, in characters.
pub const MAX_NAME: usize = 500;
/// Longest note, in characters.
pub const MAX_TEXT: usize = 100_000;
