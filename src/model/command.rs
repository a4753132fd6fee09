//! What a user, an import or a host page can ask of a workspace, and why it can be refused.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Activity, Answer, Assessment, Care, Cell, Criterion, CriterionId, Currency, Day, Deal, DealId, Diagram,
    Document, Duty, Evidence, Gate, Involved, ItemId, ListKind, Meta, Mood, Note, NoteId, Objection, Parked,
    Participant, Person, PersonId, Persona, PersonaId, Phase, PhaseId, Pipeline, PipelineId, Play, Proposal,
    Qualification, Question, Review, Row, RowStyle, Rung, Stage, StageId, Step, TargetKey, Task, TaskId,
    Timestamp,
};

/// A request to change the workspace. Applied whole or not at all by [`super::apply()`].
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Several as one: one undo step, all or nothing.
    Batch(Vec<Command>),
    /// Sets the workspace's own particulars; the id stays.
    SetMeta(Meta),
    /// Puts somebody into the team, changes them, or takes them out. Deals keep the name of their owner.
    SetPerson(PersonId, Option<Person>),
    /// Gives an owner another name, in the team, on all their deals and on all that they did. An empty `to` leaves the deals without an
    /// owner; what was done keeps the name.
    RenameOwner {
        /// The name so far.
        from: String,
        /// The new name.
        to: String,
    },
    /// Adds a persona, changes it, or takes it away. Deals of that persona keep none.
    SetPersona(PersonaId, Option<Persona>),
    /// Sets a list of words to choose from. Blank words and repeated ones are left out; an empty list brings the interface's back.
    SetList(ListKind, Vec<String>),
    /// Adds a pipeline as it is given.
    AddPipeline(Pipeline),
    /// Changes a pipeline.
    EditPipeline {
        /// Which.
        pipeline: PipelineId,
        /// How.
        edit: PipelineEdit,
    },
    /// Removes a pipeline in which no deal is or has been, with its stages and its map. Refused for others: archive it.
    RemovePipeline(PipelineId),
    /// Adds a stage as it is given. Weights of its criteria must be 0 unless the pipeline has no others.
    AddStage(Stage),
    /// Changes a stage.
    EditStage {
        /// Which.
        stage: StageId,
        /// How.
        edit: StageEdit,
    },
    /// Puts a stage to another place on its ladder: before that stage, or last.
    MoveStage {
        /// Which.
        stage: StageId,
        /// The stage that it comes before; `None` for the end.
        before: Option<StageId>,
    },
    /// Makes a stage part of another one of its pipeline: its deals are there from now on, and who was here counts as having
    /// been there. Its criteria, tasks, departments and plays go along; expected and stale days add up. No deal and no
    /// history changes.
    MergeStages {
        /// The stage that is given up.
        stage: StageId,
        /// The stage that it becomes part of.
        into: StageId,
    },
    /// Divides a stage in two: a new one right behind it takes over some of its criteria, tasks and open deals.
    SplitStage {
        /// The stage that is divided.
        stage: StageId,
        /// The new stage; its pipeline and rank are set by the command.
        new: Box<Stage>,
        /// The criteria that go to the new stage.
        criteria: Vec<CriterionId>,
        /// The tasks that go to the new stage.
        tasks: Vec<TaskId>,
        /// The open deals that go to the new stage.
        deals: Vec<DealId>,
    },
    /// Takes a stage out of use. Its open deals go to `to`; closed ones stay in its history. A stage where no deal has ever
    /// been is removed. The weights of its criteria go to the others in proportion.
    RetireStage {
        /// Which.
        stage: StageId,
        /// Where its open deals go; needed if there are any.
        to: Option<StageId>,
    },
    /// Puts a retired stage, also one that was merged into another, back into use.
    RestoreStage(StageId),
    /// Sets what the criteria of a pipeline weigh, in percent. Those that are not named weigh nothing. Refused unless they add
    /// up to 100, or to 0 for a pipeline that does not weigh its criteria.
    SetWeights {
        /// Which.
        pipeline: PipelineId,
        /// The weights.
        weights: BTreeMap<CriterionId, u8>,
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
    /// Puts an open deal into a stage of another pipeline, below the others there. The stages that it has been in stay in
    /// its history.
    TransferDeal {
        /// Which.
        deal: DealId,
        /// Where to.
        stage: StageId,
        /// What it is worth in the other pipeline's currency, in minor units.
        value: i64,
    },
    /// Lets an open deal leave its present stage although criteria are missing. Stays in the history.
    OverrideGate {
        /// Which.
        deal: DealId,
        /// Where the deal is to go: the criteria that are missing on the way are noted.
        to: Rung,
        /// Who decides so; a manager, if the team has any.
        by: String,
        /// Why; not blank.
        note: String,
    },
    /// Puts an open deal on the nurture list.
    NurtureDeal {
        /// Which.
        deal: DealId,
        /// Why; empty if it was not said.
        reason: String,
        /// The day to come back to it.
        until: Option<Day>,
    },
    /// Opens a deal that is closed or on the nurture list, in the stage that it left, or, where that is retired, in the
    /// nearest one in use below it. What it was before stays in the history.
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
    /// Puts a phase to another place on its map: before that phase, or last.
    MovePhase {
        /// Which.
        phase: PhaseId,
        /// The phase that it comes before; `None` for the end.
        before: Option<PhaseId>,
    },
    /// Takes a phase off the map with its notes. Stages that were linked to it are linked to none.
    RemovePhase(PhaseId),
    /// Adds a note to a cell of the map, behind the others there.
    AddNote(NewNote),
    /// Adds notes as they are given.
    ImportNotes(Vec<Note>),
    /// Changes a note.
    EditNote {
        /// Which.
        note: NoteId,
        /// How.
        edit: NoteEdit,
    },
    /// Puts a note into a cell, also the one that it is in.
    MoveNote {
        /// Which.
        note: NoteId,
        /// Where to; a cell of the same pipeline's map.
        to: Cell,
        /// The note of that cell that it comes before; `None` for the end.
        before: Option<NoteId>,
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

/// A new note on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewNote {
    /// Its id.
    pub id: NoteId,
    /// Its cell.
    pub cell: Cell,
    /// The persona of whom it is true; `None` for all buyers.
    pub persona: Option<PersonaId>,
    /// The text; not blank.
    pub text: String,
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
    /// When and why to come back to a deal on the nurture list; refused for others.
    Nurture {
        /// The day.
        until: Option<Day>,
        /// Why it is there.
        reason: String,
    },
    /// Whether it meets a criterion; dated now.
    Met(CriterionId, bool),
    /// Whether a task is done; dated now.
    Done(TaskId, bool),
    /// The answer to a qualifying question, or none.
    Answer(Question, Option<Answer>),
    /// An activity as it is now, or none.
    Activity(ItemId, Option<Activity>),
    /// An objection as it is now, or none.
    Objection(ItemId, Option<Objection>),
    /// A document as it is now, or none. The link must be one that [`super::is_safe_link`] accepts.
    Document(ItemId, Option<Document>),
    /// The persona.
    Persona(Option<PersonaId>),
    /// What it is by a kind of segment; an empty value for nothing.
    Segment {
        /// The kind, such as region.
        kind: String,
        /// The value, such as north.
        value: String,
    },
    /// The labels. Blank ones are left out.
    Tags(BTreeSet<String>),
    /// The problem that the buyer wants solved; of a won deal the pain point that closed it.
    Pain(String),
    /// The motive that closed a won deal.
    Motive(String),
    /// How a won deal's customer is looked after; refused for others.
    Care(Option<Care>),
    /// Whether a won deal's customer was asked for a referral, dated now; refused for others.
    ReferralAsked(bool),
    /// Whether it is put away; refused for open deals.
    Archived(bool),
}

/// A change of one field of a pipeline.
#[derive(Debug, Clone, PartialEq)]
pub enum PipelineEdit {
    /// The name; not blank.
    Name(String),
    /// The currency. Values stay as they are, in minor units.
    Currency(Currency),
    /// Which questions qualify its deals.
    Qualification(Qualification),
    /// How its process is drawn.
    Diagram(Diagram),
    /// Whether it is put away.
    Archived(bool),
    /// A review as it is now, or none.
    Review(ItemId, Option<Review>),
    /// An assessment as it is now, or none.
    Assessment(ItemId, Option<Assessment>),
    /// What is to be won in a term, in minor units, or that nobody says; 0 or more, at most [`super::MAX_VALUE`].
    Target(TargetKey, Option<i64>),
    /// How many calls each owner is to make in a month; 0 for unsaid.
    CallsGoal(u16),
    /// The industry's mean cycle of won deals in days; 0 for unsaid.
    IndustryCycle(u16),
    /// How a row of the journey map stands, or none: a row that every map has stands as at first then, one of the team's own goes
    /// with its notes. A row of the team's own needs a name.
    Row(Row, Option<RowStyle>),
    /// How many votes each participant of the workshop has.
    VotesEach(u8),
    /// Somebody who takes part in the workshop, or no more; their votes go with them.
    Participant(ItemId, Option<Participant>),
    /// A thought on the parking lot, or none.
    Parked(ItemId, Option<Parked>),
    /// Whether a criterion was made in this workshop.
    WorkshopCriterion(CriterionId, bool),
    /// The step of the guided mapping to go on with, 0 to 6.
    GuideStep(u8),
    /// What the team wants to reach by mapping its process.
    GuideGoals(String),
    /// Somebody who is involved, or no more.
    Involved(ItemId, Option<Involved>),
    /// What to watch from now on.
    GuideWatch(String),
    /// The day to look at the process again.
    ReviewOn(Option<Day>),
    /// Puts a finding away in the state that it is in, or brings it back.
    Dismiss {
        /// Which finding.
        finding: String,
        /// Its state; `None` to show it again.
        state: Option<String>,
    },
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
    /// The colour, below [`super::COLOURS`]; `None` for the one by its place.
    Colour(Option<u8>),
    /// The action that moves a buyer on.
    ExitAction(String),
    /// Days that a deal usually spends here; 0 for unsaid.
    ExpectedDays(u16),
    /// How many open deals it should hold at most; 0 for any number.
    WipLimit(u16),
    /// The gate.
    Gate(Gate),
    /// A criterion as it is now, or none. Its weight stays what it was, 0 for a new one: [`Command::SetWeights`] sets it. The
    /// weight of one that goes is shared out among the others in proportion.
    Criterion(CriterionId, Option<Criterion>),
    /// A task as it is now, or none.
    Task(TaskId, Option<Task>),
    /// A department's part as it is now, or none.
    Duty(ItemId, Option<Duty>),
    /// An item of the playbook as it is now, or none.
    Play(ItemId, Option<Play>),
    /// An answer to "what must be true to leave this stage?", or none.
    Proposal(ItemId, Option<Proposal>),
    /// What worked here so far.
    Worked(String),
    /// Where buyers dropped out here, and why.
    Dropped(String),
}

/// A change of one field of a phase.
#[derive(Debug, Clone, PartialEq)]
pub enum PhaseEdit {
    /// The name; not blank.
    Name(String),
    /// The mood of all buyers as it is, −2 to +2.
    Mood(i8),
    /// The mood of all buyers as it is to be, −2 to +2.
    Aim(Option<i8>),
    /// The mood of a persona, or `None` where it feels as all do.
    PersonaMood(PersonaId, Option<Mood>),
    /// A step as it is now, or none: its notes go to the first step that is left. The first step of a phase takes over the
    /// notes that were there.
    Step(ItemId, Option<Step>),
    /// Who answers for it.
    Owner(String),
    /// What moves a buyer on.
    ExitAction(String),
    /// How well it is known.
    Evidence(Option<Evidence>),
}

/// A change of one field of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteEdit {
    /// The text; a blank one removes the note.
    Text(String),
    /// The persona of whom it is true; `None` for all buyers.
    Persona(Option<PersonaId>),
    /// The channel.
    Channel(String),
    /// Whether it is a moment of truth.
    Moment(bool),
    /// How many of their votes a participant of the workshop gives it.
    Votes(ItemId, u8),
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
    /// The deal is open (or won), and the command is for closed (or lost) ones, or those on the nurture list.
    NotClosed,
    /// A deal to import does not fit its own history.
    BrokenHistory(DealId),
    /// Deals are, or have been, in the pipeline.
    PipelineNotEmpty,
    /// The stage holds open deals, and it was not said where they go.
    StageNotEmpty(StageId),
    /// The stage is retired.
    StageRetired(StageId),
    /// The last stage of a pipeline cannot go.
    LastStage,
    /// A stage cannot become part of itself.
    SameStage,
    /// The weights of a pipeline's criteria add up to this many percent, not to 100.
    WeightsOff(u32),
    /// Another stage has that criterion.
    ForeignCriterion(CriterionId),
    /// The gate of that stage is shut: criteria are missing.
    GateShut(StageId),
    /// Only a manager may override a gate.
    NotAManager,
    /// The link is none that may be kept: http, https and mailto may.
    UnsafeLink,
    /// A period of care is not 1, 2 or 3 months.
    MonthsOutOfRange,
    /// The deal is not won.
    NotWon,
    /// There is no such persona.
    UnknownPersona(PersonaId),
    /// There is no such row of notes on the map.
    UnknownLane,
    /// There is no such participant of the workshop.
    UnknownParticipant,
    /// The participant has given all their votes.
    NoVotesLeft,
    /// A step of the guide is none of 0 to 6.
    StepOutOfRange,
    /// There is no room for a rank; the column holds too many cards.
    ColumnFull,
}
