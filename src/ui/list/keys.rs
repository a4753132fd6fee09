//! The table by keyboard: arrows walk from cell to cell, Enter opens or edits, Space ticks.

use leptos::prelude::*;

use crate::browser::page::{self, KeyboardEvent};
use crate::metrics::table::Column;
use crate::model::{Deal, DealId};

use super::action::act;
use super::bulk::Bulk;
use super::cell::{Frame, action_of, is_editable};
use super::grid::{page_rows, reveal};
use super::state::{At, List};

/// A key goes down in the table.
pub fn pressed(list: List, event: &KeyboardEvent) {
    if event.alt_key() {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    let handled = match event.key().as_str() {
        "a" | "A" if command => {
            if list.ticked.with_untracked(|ticked| ticked.len()) < list.rows.with_untracked(|rows| rows.len())
            {
                list.tick_all();
            }
            true
        }
        "Home" if command => row(list, 0),
        "End" if command => row(list, usize::MAX),
        _ if command => false,
        key => plain(list, event, key),
    };
    if handled {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn plain(list: List, event: &KeyboardEvent, key: &str) -> bool {
    let rtl = list.grid.get_untracked().is_some_and(|grid| page::is_rtl(&grid));
    let at = list.at.get_untracked();
    match key {
        "ArrowDown" | "ArrowUp" => {
            if event.shift_key()
                && let Some(deal) = at.deal
                && !list.ticked.with_untracked(|ticked| ticked.contains(&deal))
            {
                list.tick(deal, false);
            }
            step(list, if key == "ArrowDown" { 1 } else { -1 });
            if event.shift_key()
                && let Some(deal) = list.at.get_untracked().deal.filter(|deal| Some(*deal) != at.deal)
            {
                list.tick(deal, true);
            }
        }
        "PageDown" => step(list, page_rows(list)),
        "PageUp" => step(list, -page_rows(list)),
        "ArrowRight" | "ArrowLeft" => aside(list, if (key == "ArrowRight") == rtl { -1 } else { 1 }),
        "Home" => aside(list, isize::MIN),
        "End" => aside(list, isize::MAX),
        "Enter" => enter(list, at),
        "F2" => edit(list, at),
        " " => match at.deal {
            Some(deal) => list.tick(deal, event.shift_key()),
            None => enter(list, at),
        },
        "Delete" if list.ticked.with_untracked(|ticked| !ticked.is_empty()) => {
            list.bulk.set(Some(Bulk::Delete))
        }
        "Escape" if list.ticked.with_untracked(|ticked| !ticked.is_empty()) => list.tick_none(),
        _ => return false,
    }
    true
}

/// Goes up or down by rows; above the first is the head.
pub fn step(list: List, by: isize) {
    let at = list.at.get_untracked();
    let (here, len) = list
        .rows
        .with_untracked(|rows| (at.deal.and_then(|deal| rows.iter().position(|id| *id == deal)), rows.len()));
    // The head is row 0 here.
    let here = here.map_or(0, |index| index + 1);
    let next = here.saturating_add_signed(by).min(len);
    let next = if by < -1 { next.max(1).min(len) } else { next };
    go(list, next);
}

/// Goes to a row, counted from 0.
fn row(list: List, index: usize) -> bool {
    let len = list.rows.with_untracked(|rows| rows.len());
    go(list, index.saturating_add(1).min(len));
    true
}

fn go(list: List, row: usize) {
    let deal = row.checked_sub(1).and_then(|index| list.rows.with_untracked(|rows| rows.get(index).copied()));
    list.go(At { deal, ..list.at.get_untracked() });
    reveal(list);
}

/// Goes sideways by columns.
pub fn aside(list: List, by: isize) {
    let at = list.at.get_untracked();
    let last = untrack(|| list.width()).saturating_sub(1);
    list.go(At { column: at.column.saturating_add_signed(by).min(last), ..at });
    reveal(list);
}

fn enter(list: List, at: At) {
    let column = list.column_at(at.column);
    match (at.deal, column) {
        (None, Some(column)) => list.sort(&column),
        (None, None) if at.column == 0 => list.tick_all(),
        (None, None) => {}
        (Some(deal), Some(Column::Title)) => list.desk.open_deal.set(Some(deal)),
        (Some(deal), Some(column)) => {
            if with(list, deal, |deal| is_editable(deal, &column)) {
                edit(list, at);
            } else {
                list.desk.open_deal.set(Some(deal));
            }
        }
        (Some(deal), None) if at.column == 0 => list.tick(deal, false),
        (Some(deal), None) => {
            let scope = list.scope.get_untracked();
            let frame = Frame::new(list.desk);
            if with(list, deal, |deal| action_of(&frame, scope, deal).is_some()) {
                act(list, deal, scope);
            }
        }
    }
}

fn with(list: List, deal: DealId, ask: impl FnOnce(&Deal) -> bool) -> bool {
    list.desk.with(|session| session.workspace().get::<Deal>(deal).is_some_and(|deal| ask(deal)))
}

/// Begins to edit a cell, or says that it follows from others.
pub fn edit(list: List, at: At) {
    let (Some(id), Some(column)) = (at.deal, list.column_at(at.column)) else { return };
    list.go(at);
    if column == Column::Referral {
        super::action::ask_referral(list, id);
    } else if with(list, id, |deal| is_editable(deal, &column)) {
        list.editing.set(true);
    } else {
        list.desk.notify(list.desk.t().not_editable().into());
    }
}
