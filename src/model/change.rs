//! What a command did, as records from and to. Reversing it is undo; applying it is redo, replay and merge.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::columns::Columns;
use super::ladders::Ladders;
use super::{Deal, Meta, Note, Phase, Pipeline, Record, Stage, Workspace};

/// What became of one record: added (`from` is `None`), changed, or removed (`to` is `None`).
#[derive(Debug, Clone, PartialEq)]
pub struct Edit<R> {
    /// The record before.
    pub from: Option<Arc<R>>,
    /// The record after.
    pub to: Option<Arc<R>>,
}

/// What became of the records of a kind.
pub type Edits<R> = BTreeMap<<R as Record>::Id, Edit<R>>;

/// What became of a workspace. Each record stands in it at most once, and only if it differs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// The workspace's own particulars, before and after.
    pub meta: Option<(Meta, Meta)>,
    /// Pipelines.
    pub pipelines: Edits<Pipeline>,
    /// Stages.
    pub stages: Edits<Stage>,
    /// Deals.
    pub deals: Edits<Deal>,
    /// Phases of the journey.
    pub phases: Edits<Phase>,
    /// Notes on the map.
    pub notes: Edits<Note>,
}

// Here and in `difference` entries are inserted one by one: `collect` would bring a copy of the standard library's sort for
// each kind of record, 4 kB of wasm apiece.
fn reversed<R: Record>(edits: &Edits<R>) -> Edits<R> {
    let mut reversed = Edits::<R>::new();
    for (id, edit) in edits {
        reversed.insert(*id, Edit { from: edit.to.clone(), to: edit.from.clone() });
    }
    reversed
}

fn follow<R: Record>(edits: &mut Edits<R>, later: Edits<R>) {
    for (id, edit) in later {
        note(edits, id, edit);
    }
}

/// Adds what became of a record to what had become of it before.
pub(super) fn note<R: Record>(edits: &mut Edits<R>, id: R::Id, edit: Edit<R>) {
    let from = match edits.remove(&id) {
        Some(earlier) => earlier.from,
        None => edit.from,
    };
    if from != edit.to {
        edits.insert(id, Edit { from, to: edit.to });
    }
}

fn put<R: Record>(workspace: &mut Workspace, edits: &Edits<R>) {
    let table = R::table_mut(workspace);
    for (id, edit) in edits {
        match &edit.to {
            Some(record) => table.insert(*id, Arc::clone(record)),
            None => table.remove(id),
        };
    }
}

impl Change {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.meta.is_none() && self.len() == 0
    }

    /// How many records changed.
    pub fn len(&self) -> usize {
        self.pipelines.len() + self.stages.len() + self.deals.len() + self.phases.len() + self.notes.len()
    }

    /// The change that takes this one back.
    pub fn reverse(&self) -> Change {
        Change {
            meta: self.meta.clone().map(|(from, to)| (to, from)),
            pipelines: reversed(&self.pipelines),
            stages: reversed(&self.stages),
            deals: reversed(&self.deals),
            phases: reversed(&self.phases),
            notes: reversed(&self.notes),
        }
    }

    /// This change followed by a later one, as one.
    pub fn then(mut self, later: Change) -> Change {
        if let Some((from, to)) = later.meta {
            let first = self.meta.take().map_or(from, |(first, _)| first);
            self.meta = (first != to).then_some((first, to));
        }
        follow(&mut self.pipelines, later.pipelines);
        follow(&mut self.stages, later.stages);
        follow(&mut self.deals, later.deals);
        follow(&mut self.phases, later.phases);
        follow(&mut self.notes, later.notes);
        self
    }

    /// Makes every record that it names what it says it became.
    pub fn apply_to(&self, workspace: &mut Workspace) {
        if let Some((_, to)) = &self.meta {
            workspace.meta = to.clone();
        }
        put(workspace, &self.pipelines);
        put(workspace, &self.stages);
        put(workspace, &self.phases);
        put(workspace, &self.notes);
        let ladders = match self.stages.is_empty() {
            true => None,
            false => Some(Ladders::of(&workspace.stages)).filter(|ladders| *ladders != workspace.ladders),
        };
        if Columns::is_bulk(self.deals.len()) || ladders.is_some() {
            put(workspace, &self.deals);
            workspace.ladders = ladders.unwrap_or_else(|| std::mem::take(&mut workspace.ladders));
            workspace.columns = Columns::of_all(workspace.deals.values(), &workspace.ladders);
        } else {
            for (id, edit) in &self.deals {
                let old = match &edit.to {
                    Some(deal) => workspace.deals.insert(*id, Arc::clone(deal)),
                    None => workspace.deals.remove(id),
                };
                workspace.columns.follow(old.as_deref(), edit.to.as_deref(), &workspace.ladders);
            }
        }
    }

    /// The change from one state of a workspace to another.
    pub fn between(from: &Workspace, to: &Workspace) -> Change {
        Change {
            meta: (from.meta != to.meta).then(|| (from.meta.clone(), to.meta.clone())),
            pipelines: difference(from, to),
            stages: difference(from, to),
            deals: difference(from, to),
            phases: difference(from, to),
            notes: difference(from, to),
        }
    }
}

fn difference<R: Record>(from: &Workspace, to: &Workspace) -> Edits<R> {
    let (old, new) = (R::table(from), R::table(to));
    let mut edits = Edits::<R>::new();
    for (id, record) in old.iter().filter(|(id, _)| !new.contains_key(id)) {
        edits.insert(*id, Edit { from: Some(Arc::clone(record)), to: None });
    }
    for (id, record) in new.iter().filter(|(id, record)| old.get(id) != Some(record)) {
        edits.insert(*id, Edit { from: old.get(id).cloned(), to: Some(Arc::clone(record)) });
    }
    edits
}
