//! What a user, an import or a host page can ask of a workspace, and why it can be refused.

use super::{
    Currency, Day, Deal, DealId, Lane, Meta, Note, NoteId, Phase, PhaseId, Pipeline, PipelineId, Stage,
    StageId, Timestamp,
};

/// A request to change the workspace. Applied whole or not at all by [`super::apply()`].
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Several as one: one undo step, all or nothing.
    Batch(Vec<Command>),
    /// Sets the workspace's own particulars; the id stays.
    SetMeta(Meta),
    /// Adds a pipeline as it is given.
    AddPipeline(Pipeline),
    /// Changes a pipeline.
    EditPipeline {
        /// Which.
        pipeline: PipelineId,
        /// How.
        edit: PipelineEdit,
    },
    /// Adds a stage as it is given.
    AddStage(Stage),
    /// Changes a stage.
    EditStage {
        /// Which.
        stage: StageId,
        /// How.
        edit: StageEdit,
    },
    /// Adds an open deal; its history starts now.
    AddDeal(NewDeal),
    /// Adds deals that come with their own history, as from a file.
    ImportDeals(Vec<Deal>),
    /// Changes a field of a deal.
    EditDeal {
        /// Which.
        deal: DealId,
        /// How.
        edit: DealEdit,
    },
    /// Puts a deal to a place in a stage of its pipeline. An open deal that changes its stage has it in its history; a
    /// closed one keeps its stage (it can be placed anew within it) until it is re-opened.
    MoveDeal {
        /// Which.
        deal: DealId,
        /// Where to.
        stage: StageId,
        /// The place among the cards there.
        place: Place,
    },
    /// Closes an open deal as won.
    WinDeal {
        /// Which.
        deal: DealId,
        /// When it was won; not in the future.
        at: Timestamp,
        /// What it was worth in the end, in minor units.
        value: i64,
    },
    /// Closes an open deal as lost.
    LoseDeal {
        /// Which.
        deal: DealId,
        /// When it was lost; not in the future.
        at: Timestamp,
        /// Why; empty if it was not said.
        reason: String,
    },
    /// Opens a closed deal again in the stage that it was closed in; the closing stays in the history.
    ReopenDeal {
        /// Which.
        deal: DealId,
    },
    /// Removes deals with their histories.
    RemoveDeals(Vec<DealId>),
    /// Adds a phase to a pipeline's journey map.
    AddPhase(Phase),
    /// Changes a phase.
    EditPhase {
        /// Which.
        phase: PhaseId,
        /// How.
        edit: PhaseEdit,
    },
    /// Adds a note to a cell of the map, behind the others there.
    AddNote {
        /// Its id.
        id: NoteId,
        /// The column.
        phase: PhaseId,
        /// The row.
        lane: Lane,
        /// The text.
        text: String,
    },
    /// Adds notes as they are given.
    ImportNotes(Vec<Note>),
    /// Changes the text of a note; a blank text removes it.
    EditNote {
        /// Which.
        note: NoteId,
        /// The new text.
        text: String,
    },
    /// Removes everything but the workspace's id.
    Clear,
}

/// The particulars of a new, open deal.
#[derive(Debug, Clone, PartialEq)]
pub struct NewDeal {
    /// Its id.
    pub id: DealId,
    /// The stage that it starts in, and by it the pipeline.
    pub stage: StageId,
    /// Its place there.
    pub place: Place,
    /// Its title.
    pub title: String,
}

/// A place among the cards of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Above all others.
    First,
    /// Below all others.
    Last,
    /// Directly above that deal.
    Before(DealId),
    /// Directly below that deal.
    After(DealId),
}

/// A change of one field of a deal.
#[derive(Debug, Clone, PartialEq)]
pub enum DealEdit {
    /// The title; not blank.
    Title(String),
    /// The company.
    Company(String),
    /// The contact.
    Contact(String),
    /// The owner.
    Owner(String),
    /// The value in minor units.
    Value(i64),
    /// The lead source.
    Source(String),
    /// The product.
    Product(String),
    /// The expected close.
    Expected(Option<Day>),
    /// The chance in percent that overrides the stage's.
    Chance(Option<u8>),
    /// The notes.
    Notes(String),
    /// Why a lost deal was lost; refused for others.
    LossReason(String),
    /// When a closed deal was closed; refused for open ones.
    Closed(Timestamp),
}

/// A change of one field of a pipeline.
#[derive(Debug, Clone, PartialEq)]
pub enum PipelineEdit {
    /// The name; not blank.
    Name(String),
    /// The currency. Values stay as they are, in minor units.
    Currency(Currency),
}

/// A change of one field of a stage.
#[derive(Debug, Clone, PartialEq)]
pub enum StageEdit {
    /// The name; not blank.
    Name(String),
    /// The definition.
    Definition(String),
    /// The phase of the journey, of the same pipeline.
    Phase(Option<PhaseId>),
    /// The chance in percent.
    Chance(u8),
    /// Days until a deal is stale; 0 for never.
    StaleDays(u16),
}

/// A change of one field of a phase.
#[derive(Debug, Clone, PartialEq)]
pub enum PhaseEdit {
    /// The name; not blank.
    Name(String),
    /// The mood, −2 to +2.
    Mood(i8),
}

/// Why a command was refused. Nothing has changed then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// There is no such pipeline.
    UnknownPipeline(PipelineId),
    /// There is no such stage.
    UnknownStage(StageId),
    /// There is no such deal.
    UnknownDeal(DealId),
    /// There is no such phase.
    UnknownPhase(PhaseId),
    /// There is no such note.
    UnknownNote(NoteId),
    /// The id is taken.
    DuplicateId,
    /// The stage or phase is part of another pipeline.
    OtherPipeline,
    /// A name or title is blank.
    Blank,
    /// A text is longer than [`super::MAX_NAME`] or [`super::MAX_TEXT`] allow.
    TooLong,
    /// A value is negative or above [`super::MAX_VALUE`].
    ValueOutOfRange,
    /// A chance is above 100 percent.
    ChanceOutOfRange,
    /// A mood is not within −2 and +2.
    MoodOutOfRange,
    /// The date of a closing lies in the future.
    InTheFuture,
    /// The deal is closed, and the command is for open ones.
    Closed,
    /// The deal is open (or won), and the command is for closed (or lost) ones.
    NotClosed,
    /// A deal to import does not fit its own history.
    BrokenHistory(DealId),
    /// There is no room for a rank; the column holds too many cards.
    ColumnFull,
}
