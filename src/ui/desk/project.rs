//! How a change reaches the signals that it concerns, and no other.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::search::has_words;
use super::{Column, Desk, Inner};
use crate::browser::page;
use crate::metrics::whole_units;
use crate::model::{Change, Columns, Deal, OutcomeKind, Pipeline, PipelineId, Stage, StageId};

/// How long costly figures wait for the user to pause, in milliseconds.
const SETTLE_MS: u32 = 150;

impl Desk {
    pub(super) fn refresh_steps(self) {
        let (undoable, redoable) = self.with(|session| (session.undoable(), session.redoable()));
        self.undoable.set(undoable);
        self.redoable.set(redoable);
    }

    pub(super) fn project(self, change: &Change) {
        self.refresh_steps();
        if change.is_empty() {
            return;
        }
        let cards: Vec<_> = self.inner.with_value(|inner| {
            change
                .deals
                .iter()
                .filter_map(|(id, edit)| Some((inner.cards.get(id)?.0.clone(), edit.to.clone())))
                .collect()
        });
        self.inner.try_update_value(|inner| {
            change.deals.keys().for_each(|id| {
                inner.hay.remove(id);
            });
        });
        let process = !change.stages.is_empty() || !change.pipelines.is_empty();
        let structure =
            process || change.meta.is_some() || !change.phases.is_empty() || !change.notes.is_empty();
        if structure {
            self.choose_pipeline();
        }
        if process || Columns::is_bulk(change.deals.len()) {
            self.refresh_columns(None);
        } else {
            let touched = change.deals.values().flat_map(|edit| [&edit.from, &edit.to]).flatten();
            self.refresh_columns(Some(touched.map(|deal| self.stage_of(deal)).collect()));
        }
        // The board shows a retired stage as long as it holds deals.
        let structure = structure || self.touches_retired(change);
        cards.into_iter().for_each(|(signal, deal)| signal.set(deal));
        if structure {
            self.structure.update(|n| *n += 1);
        }
        self.revision.update(|n| *n += 1);
        self.settle();
    }

    fn touches_retired(self, change: &Change) -> bool {
        let touched = change.deals.values().flat_map(|edit| [&edit.from, &edit.to]).flatten();
        self.with(|session| {
            let workspace = session.workspace();
            let retired = |stage: StageId| workspace.get::<Stage>(stage).is_some_and(|stage| !stage.in_use());
            workspace.all::<Stage>().values().any(|stage| !stage.in_use())
                && touched.map(|deal| workspace.stage_of(deal)).any(retired)
        })
    }

    /// Sees to it that the pipeline that is shown is there and in use.
    fn choose_pipeline(self) {
        let shown = self.pipeline.get_untracked();
        let first = self.with(|session| {
            let workspace = session.workspace();
            let in_use =
                |id: &PipelineId| workspace.get(*id).is_some_and(|p: &Arc<Pipeline>| p.archived.is_none());
            shown.filter(in_use).or_else(|| {
                let pipelines = workspace.pipelines();
                let first = pipelines.iter().find(|pipeline| pipeline.archived.is_none());
                first.or(pipelines.first()).map(|pipeline| pipeline.id)
            })
        });
        if first != shown {
            self.pipeline.set(first);
        }
    }

    fn settle(self) {
        let seen = self.revision.get_untracked();
        page::spawn(async move {
            page::sleep(SETTLE_MS).await;
            if self.revision.try_get_untracked() == Some(seen) {
                self.settled.set(seen);
            }
        });
    }

    /// Makes columns anew: those of some stages, or all that anybody looks at.
    pub(super) fn refresh_columns(self, stages: Option<BTreeSet<StageId>>) {
        let shown = self.shown.get_untracked();
        let fresh: Vec<_> = self
            .inner
            .try_update_value(|inner| {
                let stages: Vec<StageId> = match stages {
                    Some(stages) => stages.into_iter().filter(|id| inner.columns.contains_key(id)).collect(),
                    None => inner.columns.keys().copied().collect(),
                };
                stages
                    .into_iter()
                    .filter_map(|stage| {
                        let column = inner.make_column(stage, shown);
                        Some((inner.columns.get(&stage)?.clone(), column))
                    })
                    .collect()
            })
            .unwrap_or_default();
        for (signal, column) in fresh {
            if signal.with_untracked(|old| *old != column) {
                signal.set(column);
            }
        }
    }
}

impl Inner {
    pub(super) fn make_column(&mut self, stage: StageId, shown: OutcomeKind) -> Column {
        let workspace = self.session.workspace();
        let mut column = Column::default();
        let mut weighted = 0i128;
        let mut cards = Vec::with_capacity(workspace.column_len(stage, shown));
        for id in workspace.column(stage, shown) {
            // What is put away is counted by the figures, but stands on no board.
            let Some(deal) = workspace.get::<Deal>(id).filter(|deal| deal.story.archived.is_none()) else {
                continue;
            };
            column.count += 1;
            column.total += deal.value;
            weighted += workspace.weighted(deal);
            if self.needle.is_empty() || has_words(&mut self.hay, deal, &self.needle) {
                cards.push(id);
            }
        }
        column.weighted = whole_units(weighted);
        column.cards = cards.into();
        column
    }
}
