//! The map by keyboard: arrows lead from note to note, as in a table of a spreadsheet; Space lifts a note, arrows carry it, Space
//! puts it down, Escape puts it back; Alt+Enter opens its menu.

use leptos::prelude::*;

use crate::browser::page::{self, HtmlElement, KeyboardEvent, MouseEvent};
use crate::model::{Cell, NoteId};
use crate::ui::parts::below;

use super::carry::{Carry, Held, Lift, Target, move_phase};
use super::state::{Column, Map};

/// What the arrows lead to within a cell.
const STOPS: &str = ".note-stop";

/// A key is pressed in the map.
pub fn pressed(map: Map, carry: Carry, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        return;
    }
    let handled = match carry.lift.get_untracked() {
        Some(lift) if lift.keyboard => carried(map, carry, &lift, event),
        Some(_) if event.key() == "Escape" => {
            carry.cancel();
            true
        }
        Some(_) => false,
        None => {
            carry.begin_anew();
            walked(map, carry, event)
        }
    };
    if handled {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Where a button is pressed at the key's way up, Space on a note would write it.
pub fn let_go(event: &KeyboardEvent) {
    if event.key() == " " && page::closest(event, ".note-text").is_some() {
        event.prevent_default();
    }
}

/// A click on the sign of a note opens its menu; one listener for all notes.
pub fn clicked(map: Map, event: &MouseEvent) {
    let Some(button) = page::closest(event, ".note-more") else { return };
    let note = page::closest(event, "[data-note]").and_then(|note| page::data(&note, "note"));
    if let Some(id) = note.and_then(|id| id.parse().ok()) {
        map.menu.set(Some((id, below(&button))));
    }
}

/// The menu of a note is asked for: by a right click, the key for that, or Shift+F10. A finger that rests lifts the note instead.
pub fn asked(map: Map, carry: Carry, event: &MouseEvent) {
    let note = page::closest(event, "[data-note]").filter(|_| !page::is_typing(event));
    let Some(note) = note else { return };
    event.prevent_default();
    if carry.is_pressed() || carry.lift.with_untracked(Option::is_some) {
        return;
    }
    if let Some(id) = page::data(&note, "note").and_then(|id| id.parse().ok()) {
        map.menu.set(Some((id, below(&note))));
    }
}

/// The focus goes elsewhere: a note that keys carry goes back.
pub fn left(carry: Carry) {
    if carry.lift.try_with_untracked(|lift| lift.as_ref().is_some_and(|lift| lift.keyboard)) == Some(true) {
        carry.cancel();
    }
}

/// The note that the focus is on.
fn note_at(event: &KeyboardEvent) -> Option<(NoteId, HtmlElement)> {
    let note = page::closest(event, ".note-text").and_then(|_| page::closest(event, "[data-note]"))?;
    Some((page::data(&note, "note")?.parse().ok()?, note))
}

fn walked(map: Map, carry: Carry, event: &KeyboardEvent) -> bool {
    let key = event.key();
    if event.alt_key() {
        return match key.as_str() {
            "Enter" => note_at(event).is_some_and(|(note, element)| {
                map.menu.set(Some((note, below(&element))));
                true
            }),
            "ArrowLeft" | "ArrowRight" => step_phase(map, event),
            _ => false,
        };
    }
    let to = match key.as_str() {
        " " => return note_at(event).is_some_and(|(note, _)| carry.lift_note(note, true)),
        "ArrowDown" => along(event, 1),
        "ArrowUp" => along(event, -1),
        "ArrowRight" => across(event, 1),
        "ArrowLeft" => across(event, -1),
        _ => return false,
    };
    to.is_some_and(|to| {
        page::focus_in_sight(&to);
        true
    })
}

/// Alt with an arrow on the name of a phase moves the phase.
fn step_phase(map: Map, event: &KeyboardEvent) -> bool {
    let head = page::closest(event, ".phase-name").and_then(|_| page::closest(event, ".phase-head"));
    let Some(head) = head else { return false };
    let Some(id) = page::data(&head, "phase").and_then(|id| id.parse().ok()) else { return false };
    let on = (event.key() == "ArrowRight") != page::is_rtl(&head);
    let at = map.phases.with_untracked(|phases| phases.iter().position(|other| *other == id));
    let to = at.and_then(|at| at.checked_add_signed(if on { 1 } else { -1 }));
    if to.is_some_and(|to| move_phase(map, id, to)) {
        map.focus(format!("[data-phase='{id}'] .phase-name"));
    }
    true
}

/// How many notes a cell shows without the carried one.
fn len(map: Map, cell: Cell, held: NoteId) -> usize {
    map.notes.with_untracked(|notes| {
        notes.get(&cell).map_or(0, |notes| notes.iter().filter(|note| note.id != held).count())
    })
}

fn carried(map: Map, carry: Carry, lift: &Lift, event: &KeyboardEvent) -> bool {
    let (Held::Note(id, from, index), Some(Target::Cell(cell, slot))) =
        (lift.held, carry.target.get_untracked())
    else {
        return false;
    };
    let key = event.key();
    let rtl = page::closest(event, "table").is_some_and(|table| page::is_rtl(&table));
    let next = match key.as_str() {
        " " | "Enter" => {
            carry.put_down();
            return true;
        }
        "Escape" | "Tab" => {
            carry.cancel();
            return key == "Escape";
        }
        "ArrowUp" if slot > 0 => Some((cell, slot - 1)),
        "ArrowDown" if slot < len(map, cell, id) => Some((cell, slot + 1)),
        "ArrowUp" => beside(map, cell, -1, 0).map(|cell| (cell, len(map, cell, id))),
        "ArrowDown" => beside(map, cell, 1, 0).map(|cell| (cell, 0)),
        "ArrowLeft" | "ArrowRight" => {
            let step = if (key == "ArrowRight") != rtl { 1 } else { -1 };
            let to = beside(map, cell, 0, step);
            to.map(|to| (to, if to == from { index } else { slot.min(len(map, to, id)) }))
        }
        _ => None,
    };
    if let Some((cell, slot)) = next {
        carry.target.set(Some(Target::Cell(cell, slot)));
        let t = map.desk.t();
        map.desk.say(t.map_over(&map.cell_words(cell), slot + 1, len(map, cell, id) + 1));
    }
    true
}

/// The cell so many rows of notes down and so many columns on.
fn beside(map: Map, cell: Cell, down: isize, on: isize) -> Option<Cell> {
    let (lanes, columns) = (map.lanes(), map.columns.get_untracked());
    let here = Column { phase: cell.phase, step: cell.step };
    let row = lanes.iter().position(|lane| *lane == cell.lane)?.checked_add_signed(down)?;
    let column = columns.iter().position(|column| *column == here)?.checked_add_signed(on)?;
    let Column { phase, step } = *columns.get(column)?;
    Some(Cell { phase, step, lane: *lanes.get(row)? })
}

/// The next stop of the column, over the edges of its cells.
fn along(event: &KeyboardEvent, step: isize) -> Option<HtmlElement> {
    let here = page::closest(event, STOPS)?;
    let cell = page::closest(event, "[data-cell]")?;
    let stops = page::find_all(&cell, STOPS);
    let at = stops.iter().position(|stop| *stop == here)?;
    if let Some(next) = at.checked_add_signed(step).and_then(|at| stops.get(at)) {
        return Some(next.clone());
    }
    let table = page::closest(event, "table")?;
    let column = page::position_among(&cell, "[data-cell]")?;
    let rows = page::find_all(&table, "[data-lane]");
    let row = page::closest(event, "[data-lane]")?;
    let at = rows.iter().position(|other| *other == row)?.checked_add_signed(step)?;
    let cell = page::find_all(rows.get(at)?, "[data-cell]").into_iter().nth(column)?;
    let stops = page::find_all(&cell, STOPS);
    if step > 0 { stops.into_iter().next() } else { stops.into_iter().next_back() }
}

/// The first stop of the cell beside, where the text runs to.
fn across(event: &KeyboardEvent, step: isize) -> Option<HtmlElement> {
    page::closest(event, STOPS)?;
    let cell = page::closest(event, "[data-cell]")?;
    let row = page::closest(event, "[data-lane]")?;
    let step = if page::is_rtl(&cell) { -step } else { step };
    let column = page::position_among(&cell, "[data-cell]")?.checked_add_signed(step)?;
    let beside = page::find_all(&row, "[data-cell]").into_iter().nth(column)?;
    page::find(&beside, STOPS)
}
