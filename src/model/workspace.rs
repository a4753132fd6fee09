//! Everything that a user keeps: the records by id, and the order of the cards.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::check_records;
use super::columns::Columns;
use super::ladders::Ladders;
use super::{
    Breach, Cell, Deal, DealId, Lane, Meta, Note, NoteId, OutcomeKind, PersonaId, Phase, PhaseId, Pipeline,
    PipelineId, Row, RowStyle, Rung, Stage, StageId, Timestamp, Visit, WorkspaceId,
};

/// Records of one kind by their id.
pub type Table<R> = BTreeMap<<R as Record>::Id, Arc<R>>;

/// A kind of record that a workspace keeps.
pub trait Record: Clone + PartialEq + Sized + 'static {
    /// What names such a record.
    type Id: Copy + Ord + std::fmt::Debug;
    /// The record's own id.
    fn id(&self) -> Self::Id;
    /// Where such records are kept.
    fn table(workspace: &Workspace) -> &Table<Self>;
    /// Where such records are kept, to be changed.
    #[doc(hidden)]
    fn table_mut(workspace: &mut Workspace) -> &mut Table<Self>;
}

macro_rules! record {
    ($record:ident, $id:ident, $field:ident) => {
        impl Record for $record {
            type Id = $id;
            fn id(&self) -> $id {
                self.id
            }
            fn table(workspace: &Workspace) -> &Table<Self> {
                &workspace.$field
            }
            fn table_mut(workspace: &mut Workspace) -> &mut Table<Self> {
                &mut workspace.$field
            }
        }
    };
}

record!(Pipeline, PipelineId, pipelines);
record!(Stage, StageId, stages);
record!(Deal, DealId, deals);
record!(Phase, PhaseId, phases);
record!(Note, NoteId, notes);

/// All that a user keeps. Changed by [`super::apply()`] and by applying a [`super::Change`], by nothing else.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    pub(super) meta: Meta,
    pub(super) pipelines: Table<Pipeline>,
    pub(super) stages: Table<Stage>,
    pub(super) deals: Table<Deal>,
    pub(super) phases: Table<Phase>,
    pub(super) notes: Table<Note>,
    pub(super) columns: Columns,
    pub(super) ladders: Ladders,
}

impl Workspace {
    /// A workspace with nothing in it.
    pub fn empty(id: WorkspaceId) -> Workspace {
        Workspace {
            meta: Meta::new(id),
            pipelines: Table::<Pipeline>::new(),
            stages: Table::<Stage>::new(),
            deals: Table::<Deal>::new(),
            phases: Table::<Phase>::new(),
            notes: Table::<Note>::new(),
            columns: Columns::default(),
            ladders: Ladders::default(),
        }
    }

    /// The workspace of these records, as read from a file or a snapshot.
    ///
    /// # Errors
    /// Every rule that the records break.
    pub fn from_records(
        meta: Meta,
        pipelines: Table<Pipeline>,
        stages: Table<Stage>,
        phases: Table<Phase>,
        notes: Table<Note>,
        deals: Table<Deal>,
    ) -> Result<Workspace, Vec<Breach>> {
        let ladders = Ladders::of(&stages);
        let columns = Columns::of_all(deals.values(), &ladders);
        let workspace = Workspace { meta, pipelines, stages, deals, phases, notes, columns, ladders };
        let breaches = check_records(&workspace);
        if breaches.is_empty() { Ok(workspace) } else { Err(breaches) }
    }

    /// What is known of it as a whole.
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// The records of a kind, by id.
    pub fn all<R: Record>(&self) -> &Table<R> {
        R::table(self)
    }

    /// The record of that id.
    #[inline]
    pub fn get<R: Record>(&self, id: R::Id) -> Option<&Arc<R>> {
        R::table(self).get(&id)
    }

    /// The pipelines in order.
    pub fn pipelines(&self) -> Vec<&Arc<Pipeline>> {
        let mut found: Vec<_> = self.pipelines.values().collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The ladder of a pipeline: its stages in use in order, without won.
    pub fn ladder(&self, pipeline: PipelineId) -> Vec<&Arc<Stage>> {
        let mut found = self.whole_ladder(pipeline);
        found.retain(|stage| stage.in_use());
        found
    }

    /// The ladder of a pipeline with the stages that were retired but not those that became part of others: what a history
    /// can refer to.
    pub fn whole_ladder(&self, pipeline: PipelineId) -> Vec<&Arc<Stage>> {
        let of = |s: &&Arc<Stage>| s.pipeline == pipeline && self.ladders.stage(s.id) == s.id;
        let mut found: Vec<_> = self.stages.values().filter(of).collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The phases of a pipeline's map in order.
    pub fn phases(&self, pipeline: PipelineId) -> Vec<&Arc<Phase>> {
        let mut found: Vec<_> = self.phases.values().filter(|p| p.pipeline == pipeline).collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The notes of a phase in a lane in order, of all its steps and all personas.
    pub fn notes(&self, phase: PhaseId, lane: super::Lane) -> Vec<&Arc<Note>> {
        let mut found: Vec<_> = self.notes.values().filter(|n| n.phase == phase && n.lane == lane).collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The cell that a note stands in: where its phase has steps and it names none of them, the first one's.
    pub fn cell_of(&self, note: &Note) -> Cell {
        let steps = self.phases.get(&note.phase).map(|phase| &phase.steps).filter(|steps| !steps.is_empty());
        let step = steps.and_then(|steps| match note.step.filter(|step| steps.contains_key(step)) {
            Some(step) => Some(step),
            None => super::in_order(steps).first().map(|(id, _)| *id),
        });
        Cell { phase: note.phase, step, lane: note.lane }
    }

    /// The notes that stand in a cell in order, those of all personas.
    pub fn cell_notes(&self, cell: Cell) -> Vec<&Arc<Note>> {
        let mut found = self.notes(cell.phase, cell.lane);
        found.retain(|note| self.cell_of(note) == cell);
        found
    }

    /// The notes of a pipeline's map by their cells, each cell's in order: all of them, or for a persona its own and those of
    /// all buyers. A note of a persona that is not known (any more) is one of all buyers.
    pub fn map_notes(
        &self,
        pipeline: PipelineId,
        persona: Option<PersonaId>,
    ) -> BTreeMap<Cell, Vec<&Arc<Note>>> {
        let mut found: BTreeMap<Cell, Vec<&Arc<Note>>> = BTreeMap::new();
        let of = |id: PhaseId| self.phases.get(&id).is_some_and(|phase| phase.pipeline == pipeline);
        for note in self.notes.values().filter(|note| of(note.phase)) {
            let whose = note.persona.filter(|id| self.meta.personas.contains_key(id));
            if persona.is_none() || whose.is_none() || whose == persona {
                found.entry(self.cell_of(note)).or_default().push(note);
            }
        }
        for notes in found.values_mut() {
            notes.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        }
        found
    }

    /// The rows of a pipeline's map from the top, the hidden ones too: those that every map has, and the team's own.
    pub fn rows(&self, pipeline: PipelineId) -> Vec<(Row, RowStyle)> {
        let changed = self.pipelines.get(&pipeline).map(|pipeline| &pipeline.rows);
        let style =
            |row: Row| changed.and_then(|rows| rows.get(&row)).cloned().unwrap_or_else(|| row.style());
        let own = changed.into_iter().flat_map(|rows| rows.keys());
        let own = own.copied().filter(|row| !Row::ALL.contains(row));
        let mut found: Vec<(Row, RowStyle)> =
            Row::ALL.into_iter().chain(own).map(|row| (row, style(row))).collect();
        found.sort_by(|a, b| (&a.1.rank, a.0).cmp(&(&b.1.rank, b.0)));
        found
    }

    /// How many votes a participant of a pipeline's workshop has given to notes of the rows that are voted on.
    pub fn votes_given(&self, pipeline: PipelineId, participant: super::ItemId) -> u32 {
        let of = |id: PhaseId| self.phases.get(&id).is_some_and(|phase| phase.pipeline == pipeline);
        let votes = self.notes.values().filter(|note| Lane::VOTED.contains(&note.lane) && of(note.phase));
        votes.filter_map(|note| note.votes.get(&participant)).map(|votes| u32::from(*votes)).sum()
    }

    /// The deals of a pipeline, in the order of their ids.
    #[inline]
    pub fn deals(&self, pipeline: PipelineId) -> impl Iterator<Item = &Arc<Deal>> {
        self.deals.values().filter(move |d| d.pipeline == pipeline)
    }

    /// The deals of a stage with that outcome, in the order of their ranks.
    pub fn column(
        &self,
        stage: StageId,
        outcome: OutcomeKind,
    ) -> impl DoubleEndedIterator<Item = DealId> + '_ {
        self.columns.of(stage, outcome).iter().map(|(_, id)| *id)
    }

    /// How many deals a stage has with that outcome.
    pub fn column_len(&self, stage: StageId, outcome: OutcomeKind) -> usize {
        self.columns.of(stage, outcome).len()
    }

    /// The stage that a deal is in, or was in when it was closed: the one that its stage is part of by now.
    #[inline]
    pub fn stage_of(&self, deal: &Deal) -> StageId {
        self.ladders.stage(deal.stage)
    }

    /// The stage that a stage is part of by now: itself, unless it was merged into another.
    #[inline]
    pub fn part_of(&self, stage: StageId) -> StageId {
        self.ladders.stage(stage)
    }

    /// The rungs that a deal has been on, in order, as in [`Deal::visits`]; a stage that became part of another counts as that.
    pub fn visits(&self, deal: &Deal) -> Vec<Visit> {
        deal.visits_as(|stage| self.ladders.stage(stage))
    }

    /// As [`Workspace::visits`], put behind what `visits` holds.
    #[inline]
    pub fn visits_onto(&self, deal: &Deal, visits: &mut Vec<Visit>) {
        deal.visits_onto(|stage| self.ladders.stage(stage), visits);
    }

    /// When a deal entered the stage that it is in, or was in when it was closed.
    #[inline]
    pub fn entered_stage(&self, deal: &Deal) -> Timestamp {
        let visits = self.visits(deal);
        let last = visits.iter().rev().find(|visit| visit.rung != Rung::Won);
        last.map_or(deal.created, |visit| visit.entered)
    }

    /// The colour of a stage, below [`super::COLOURS`]: the chosen one, else by its place on the ladder.
    pub fn colour(&self, stage: &Stage) -> u8 {
        let by_place = || {
            let place = self.whole_ladder(stage.pipeline).iter().position(|other| other.id == stage.id);
            u8::try_from(place.unwrap_or(0) % usize::from(super::COLOURS)).unwrap_or(0)
        };
        stage.colour.filter(|colour| *colour < super::COLOURS).unwrap_or_else(by_place)
    }

    /// Whether the criteria of a pipeline carry weights, so that a deal's chance is earned by meeting them.
    #[inline]
    pub fn weighs_criteria(&self, pipeline: PipelineId) -> bool {
        self.ladders.weighs(pipeline)
    }

    /// The chance of a deal in percent, and where it comes from: its own if it has one, else the sum of the weights of the
    /// criteria that it meets if its pipeline weighs them, else its stage's.
    #[inline]
    pub fn chance_of(&self, deal: &Deal) -> (u8, ChanceSource) {
        if let Some(own) = deal.chance {
            return (own, ChanceSource::Own);
        }
        if self.ladders.weighs(deal.pipeline) {
            let met = deal.story.met.keys().map(|id| u16::from(self.ladders.weight(deal.pipeline, *id)));
            return (u8::try_from(met.sum::<u16>().min(100)).unwrap_or(100), ChanceSource::Criteria);
        }
        let stage = self.stages.get(&self.stage_of(deal));
        (stage.map_or(0, |stage| stage.chance), ChanceSource::Stage)
    }

    /// The chance of a deal in percent: [`Workspace::chance_of`] without where it comes from.
    #[inline]
    pub fn chance(&self, deal: &Deal) -> u8 {
        self.chance_of(deal).0
    }

    /// Value × chance of a deal in hundredths of a minor unit, so that sums are exact; divide by 100 to show.
    #[inline]
    pub fn weighted(&self, deal: &Deal) -> i128 {
        i128::from(deal.value) * i128::from(self.chance(deal))
    }
}

/// Where the chance of a deal comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChanceSource {
    /// Somebody set it for this deal.
    Own,
    /// The criteria that it meets.
    Criteria,
    /// The stage that it is in.
    Stage,
}
