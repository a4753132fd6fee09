//! Everything that a user keeps: the records by id, and the order of the cards.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::check::check_records;
use super::columns::Columns;
use super::{
    Breach, Deal, DealId, Note, NoteId, OutcomeKind, Phase, PhaseId, Pipeline, PipelineId, Stage, StageId,
    WorkspaceId,
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

/// What is known of the workspace as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Its id; two copies of one workspace share it.
    pub id: WorkspaceId,
    /// Its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it still holds the sample's deals, which one click clears.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

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
}

impl Workspace {
    /// A workspace with nothing in it.
    pub fn empty(id: WorkspaceId) -> Workspace {
        Workspace {
            meta: Meta { id, name: String::new(), sample: false },
            pipelines: Table::<Pipeline>::new(),
            stages: Table::<Stage>::new(),
            deals: Table::<Deal>::new(),
            phases: Table::<Phase>::new(),
            notes: Table::<Note>::new(),
            columns: Columns::default(),
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
        let columns = Columns::of_all(deals.values());
        let workspace = Workspace { meta, pipelines, stages, deals, phases, notes, columns };
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
    pub fn get<R: Record>(&self, id: R::Id) -> Option<&Arc<R>> {
        R::table(self).get(&id)
    }

    /// The pipelines in order.
    pub fn pipelines(&self) -> Vec<&Arc<Pipeline>> {
        let mut found: Vec<_> = self.pipelines.values().collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The ladder of a pipeline: its stages in order, without won.
    pub fn ladder(&self, pipeline: PipelineId) -> Vec<&Arc<Stage>> {
        let mut found: Vec<_> = self.stages.values().filter(|s| s.pipeline == pipeline).collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The phases of a pipeline's map in order.
    pub fn phases(&self, pipeline: PipelineId) -> Vec<&Arc<Phase>> {
        let mut found: Vec<_> = self.phases.values().filter(|p| p.pipeline == pipeline).collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The notes of a cell of the map in order.
    pub fn notes(&self, phase: PhaseId, lane: super::Lane) -> Vec<&Arc<Note>> {
        let mut found: Vec<_> = self.notes.values().filter(|n| n.phase == phase && n.lane == lane).collect();
        found.sort_unstable_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    /// The deals of a pipeline, in the order of their ids.
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

    /// The chance of a deal in percent: its own if it has one, else its stage's.
    pub fn chance(&self, deal: &Deal) -> u8 {
        deal.chance.unwrap_or_else(|| self.stages.get(&deal.stage).map_or(0, |stage| stage.chance))
    }

    /// Value × chance of a deal in hundredths of a minor unit, so that sums are exact; divide by 100 to show.
    pub fn weighted(&self, deal: &Deal) -> i128 {
        i128::from(deal.value) * i128::from(self.chance(deal))
    }
}
