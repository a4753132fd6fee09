//! What the list shows and what is chosen in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::page;
use crate::metrics::table::{Column, Filter, Query, Scope, Sort, Sum, rows, sum};
use crate::model::{Deal, DealId, ListKind, PipelineId};
use crate::ui::desk::Desk;
use crate::ui::parts::focus_drawn;

use super::bulk::Bulk;

/// Where preferences keep the list.
const KEY: &str = "list";

/// The columns and orders of a scope.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// The columns; the title is the first.
    pub columns: Vec<Column>,
    /// The orders.
    pub sort: Vec<Sort>,
}

impl Look {
    fn of(scope: Scope) -> Look {
        let sort = match scope {
            Scope::Open => None,
            Scope::Won | Scope::Lost | Scope::Archived => Some((Column::Closed, true)),
            Scope::Nurture => Some((Column::Until, false)),
            Scope::All => Some((Column::Created, true)),
        };
        let sort = sort.into_iter().map(|(column, descending)| Sort { column, descending }).collect();
        Look { columns: Column::defaults(scope), sort }
    }
}

/// A filter with a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Saved {
    /// Its name.
    pub name: String,
    /// The scope that it is for.
    pub scope: Scope,
    /// What is asked of the deals.
    pub filter: Filter,
    /// What is searched for.
    #[serde(default)]
    pub search: String,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    scope: Scope,
    filter: Filter,
    looks: BTreeMap<Scope, KeptLook>,
    saved: Vec<Saved>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct KeptLook {
    columns: Vec<String>,
    sort: Vec<(String, bool)>,
}

/// The cell that keys go to. Column 0 holds the ticks, then come the columns of the look, then the row's action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At {
    /// The deal of the row; `None` for the head.
    pub deal: Option<DealId>,
    /// The column.
    pub column: usize,
}

/// The list. Copies are the same.
#[derive(Clone, Copy)]
pub struct List {
    /// The desk.
    pub desk: Desk,
    /// Which deals by what became of them.
    pub scope: RwSignal<Scope>,
    /// What else they must be.
    pub filter: RwSignal<Filter>,
    /// How each scope looks, where that differs from the beginning.
    pub looks: RwSignal<BTreeMap<Scope, Look>>,
    /// The filters with names.
    pub saved: RwSignal<Vec<Saved>>,
    /// The deals that are found, in order.
    pub rows: RwSignal<Arc<[DealId]>>,
    /// The columns that are shown.
    pub columns: Memo<Vec<Column>>,
    /// The deals that are ticked; all of them are found.
    pub ticked: RwSignal<BTreeSet<DealId>>,
    /// The cell that keys go to.
    pub at: RwSignal<At>,
    /// Whether that cell is being edited.
    pub editing: RwSignal<bool>,
    /// What the ticked deals are about to undergo.
    pub bulk: RwSignal<Option<Bulk>>,
    /// The element that scrolls and has the focus.
    pub grid: NodeRef<Div>,
    /// Where the row of the cell was, for when its deal has gone.
    index: StoredValue<usize>,
    /// The row that a range of ticks starts from.
    pub anchor: StoredValue<Option<DealId>>,
    /// Whether the next change of data leaves the rows in their order: an edit in place must not carry its row away.
    hold: StoredValue<bool>,
}

impl List {
    /// The list as it was left in this browser.
    pub fn new(desk: Desk) -> List {
        let kept: Kept = desk.prefs.get(KEY).unwrap_or_default();
        let looks: BTreeMap<Scope, Look> =
            kept.looks.into_iter().map(|(scope, look)| (scope, read(look))).collect();
        let (scope, looks) = (RwSignal::new(kept.scope), RwSignal::new(looks));
        let columns = Memo::new(move |_| {
            let scope = scope.get();
            looks.with(|looks| looks.get(&scope).cloned().unwrap_or_else(|| Look::of(scope)).columns)
        });
        let list = List {
            desk,
            scope,
            filter: RwSignal::new(kept.filter),
            looks,
            saved: RwSignal::new(kept.saved),
            rows: RwSignal::new(Arc::from([])),
            columns,
            ticked: RwSignal::new(BTreeSet::new()),
            at: RwSignal::new(At { deal: None, column: 1 }),
            editing: RwSignal::new(false),
            bulk: RwSignal::new(None),
            grid: NodeRef::new(),
            index: StoredValue::new(0),
            anchor: StoredValue::new(None),
            hold: StoredValue::new(false),
        };
        list.watch();
        list
    }

    fn watch(self) {
        let query = Memo::new(move |_| self.query());
        let first = self.find(
            &query.get_untracked(),
            self.desk.pipeline.get_untracked(),
            &self.desk.search.get_untracked(),
        );
        self.put(first);
        Effect::new(move |before: Option<(Query, Option<PipelineId>, String)>| {
            self.desk.revision.get();
            let asked = (query.get(), self.desk.pipeline.get(), self.desk.search.get());
            let mut found = self.find(&asked.0, asked.1, &asked.2);
            let hold = self.hold.try_update_value(std::mem::take).unwrap_or(false);
            if hold && before.as_ref() == Some(&asked) {
                let there: BTreeSet<DealId> = found.iter().copied().collect();
                let old = self.rows.get_untracked();
                let mut held: Vec<DealId> = old.iter().copied().filter(|id| there.contains(id)).collect();
                if held.len() == found.len() {
                    std::mem::swap(&mut held, &mut found);
                }
            }
            self.put(found);
            asked
        });
        Effect::new(move |before: Option<()>| {
            let looks =
                self.looks.with(|looks| looks.iter().map(|(scope, look)| (*scope, write(look))).collect());
            let kept =
                Kept { scope: self.scope.get(), filter: self.filter.get(), looks, saved: self.saved.get() };
            if before.is_some() {
                self.desk.prefs.set(KEY, kept);
            }
        });
    }

    /// What is asked for. Follows its changes.
    pub fn query(self) -> Query {
        let scope = self.scope.get();
        Query { scope, filter: self.filter.get(), sort: self.look(scope).sort }
    }

    /// How a scope looks. Follows its changes.
    pub fn look(self, scope: Scope) -> Look {
        self.looks.with(|looks| looks.get(&scope).cloned()).unwrap_or_else(|| Look::of(scope))
    }

    /// Changes how the scope that is shown looks.
    pub fn change_look(self, change: impl FnOnce(&mut Look)) {
        let scope = self.scope.get_untracked();
        self.looks.update(|looks| change(looks.entry(scope).or_insert_with(|| Look::of(scope))));
    }

    /// Brings back the columns and orders of the scope's beginning.
    pub fn reset_look(self) {
        let scope = self.scope.get_untracked();
        self.looks.update(|looks| {
            looks.remove(&scope);
        });
    }

    fn find(self, query: &Query, pipeline: Option<PipelineId>, search: &str) -> Vec<DealId> {
        let Some(pipeline) = pipeline else { return Vec::new() };
        let mut found = self
            .desk
            .with(|session| rows(session.workspace(), pipeline, query, &session.zone(), session.now()));
        self.desk.keep_found(&mut found, search);
        found
    }

    /// Shows these rows. Ticks of others go: what is not seen is not acted upon.
    fn put(self, found: Vec<DealId>) {
        if self.rows.with_untracked(|rows| **rows != *found) {
            self.rows.set(found.into());
        }
        self.rows.with_untracked(|rows| {
            if self.ticked.with_untracked(|ticked| !ticked.is_empty()) {
                let there: BTreeSet<DealId> = rows.iter().copied().collect();
                if self.ticked.with_untracked(|ticked| !ticked.is_subset(&there)) {
                    self.ticked.update(|ticked| ticked.retain(|id| there.contains(id)));
                }
            }
            let at = self.at.get_untracked();
            if let Some(deal) = at.deal {
                match rows.iter().position(|id| *id == deal) {
                    Some(index) => self.index.set_value(index),
                    None => {
                        let index = self.index.get_value().min(rows.len().saturating_sub(1));
                        self.editing.set(false);
                        self.at.set(At { deal: rows.get(index).copied(), ..at });
                    }
                }
            }
        });
    }

    /// Leaves the rows in their order at the next change of data.
    pub fn hold(self) {
        self.hold.set_value(true);
    }

    /// How many columns there are with that of the ticks and, where rows have one, that of their action.
    pub fn width(self) -> usize {
        self.columns.with(Vec::len) + 1 + usize::from(self.has_actions())
    }

    /// Whether rows have an action. Follows the scope.
    pub fn has_actions(self) -> bool {
        !matches!(self.scope.get(), Scope::Open | Scope::All)
    }

    /// The column that the cell is in, if it is one of the look's.
    pub fn column_at(self, column: usize) -> Option<Column> {
        self.columns.with_untracked(|columns| columns.get(column.checked_sub(1)?).cloned())
    }

    /// Makes another cell the one that keys go to.
    pub fn go(self, at: At) {
        self.editing.set(false);
        if let Some(deal) = at.deal
            && let Some(index) = self.rows.with_untracked(|rows| rows.iter().position(|id| *id == deal))
        {
            self.index.set_value(index);
        }
        if self.at.get_untracked() != at {
            self.at.set(at);
        }
    }

    /// Gives the table the focus.
    pub fn focus(self) {
        if let Some(grid) = self.grid.get_untracked() {
            page::focus(&grid);
        }
    }

    /// Gives the table the focus once a dialog before it has gone.
    pub fn focus_back(self) {
        focus_drawn(move || self.grid.try_get_untracked().flatten().map(Into::into));
    }

    /// Orders by a column; once more turns it round.
    pub fn sort(self, column: &Column) {
        self.change_look(|look| Sort::by(&mut look.sort, column));
        let descending = self.query_untracked().sort.first().is_some_and(|sort| sort.descending);
        let t = self.desk.t();
        self.desk.say(t.sort_said(&t.column_head(column), descending));
    }

    fn query_untracked(self) -> Query {
        untrack(|| self.query())
    }

    /// Ticks a deal or takes its tick away; with `range` all from the last one that was ticked up to this.
    pub fn tick(self, deal: DealId, range: bool) {
        let anchor = self.anchor.get_value().filter(|_| range);
        let place = |id: DealId| self.rows.with_untracked(|rows| rows.iter().position(|row| *row == id));
        match (anchor.and_then(place), place(deal)) {
            (Some(from), Some(to)) => self.ticked.update(|ticked| {
                self.rows.with_untracked(|rows| {
                    ticked.extend(rows.get(from.min(to)..=from.max(to)).unwrap_or_default());
                });
            }),
            _ => {
                self.anchor.set_value(Some(deal));
                self.ticked.update(|ticked| {
                    if !ticked.remove(&deal) {
                        ticked.insert(deal);
                    }
                });
            }
        }
        self.say_ticked();
    }

    /// Ticks all that are found, or, if they are, none.
    pub fn tick_all(self) {
        let all = self.rows.with_untracked(|rows| rows.len());
        let whole = self.ticked.with_untracked(BTreeSet::len) == all;
        self.ticked.set(if whole {
            BTreeSet::new()
        } else {
            self.rows.with_untracked(|rows| rows.iter().copied().collect())
        });
        self.say_ticked();
    }

    /// Takes all ticks away.
    pub fn tick_none(self) {
        self.ticked.set(BTreeSet::new());
        self.say_ticked();
    }

    fn say_ticked(self) {
        let count = self.ticked.with_untracked(BTreeSet::len) as u64;
        self.desk.say(self.desk.t().selected_deals(count));
    }

    /// What some deals come to.
    pub fn sum_of(self, deals: impl Iterator<Item = DealId>) -> Sum {
        self.desk.with(|session| sum(session.workspace(), deals))
    }

    /// The kinds of segments: those of the team's list, and those that deals have beside them. Follows the list.
    pub fn segment_kinds(self) -> Vec<String> {
        let mut kinds = self.desk.list_words(ListKind::SegmentKinds);
        let Some(pipeline) = self.desk.pipeline.get() else { return kinds };
        self.desk.with(|session| {
            for deal in session.workspace().deals(pipeline) {
                for kind in deal.story.segments.keys() {
                    if !kinds.contains(kind) {
                        kinds.push(kind.clone());
                    }
                }
            }
        });
        kinds
    }

    /// The texts that deals of the pipeline have, each once, in order. Follows the data, some moments later.
    pub fn known(self, pick: impl Fn(&Deal, &mut dyn FnMut(&str))) -> Vec<String> {
        self.desk.settled.get();
        let Some(pipeline) = self.desk.pipeline.get() else { return Vec::new() };
        let mut texts = BTreeSet::new();
        self.desk.with(|session| {
            for deal in session.workspace().deals(pipeline) {
                pick(deal, &mut |text| {
                    if !text.is_empty() && !texts.contains(text) {
                        texts.insert(text.to_owned());
                    }
                });
            }
        });
        texts.into_iter().collect()
    }
}

fn read(kept: KeptLook) -> Look {
    let mut columns: Vec<Column> = kept.columns.iter().filter_map(|key| Column::of_key(key)).collect();
    columns.retain(|column| *column != Column::Title);
    columns.insert(0, Column::Title);
    let sort = kept.sort.into_iter();
    let sort = sort
        .filter_map(|(key, descending)| Some(Sort { column: Column::of_key(&key)?, descending }))
        .collect();
    Look { columns, sort }
}

fn write(look: &Look) -> KeptLook {
    KeptLook {
        columns: look.columns.iter().map(Column::key).collect(),
        sort: look.sort.iter().map(|sort| (sort.column.key(), sort.descending)).collect(),
    }
}
