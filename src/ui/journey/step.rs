//! Arrow keys lead from note to note, as in a table of a spreadsheet.

use crate::browser::page::{self, HtmlElement, KeyboardEvent};

/// What the arrows lead to within a cell.
const STOPS: &str = ".note-stop";

/// A key is pressed in the map.
pub fn pressed(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
        return;
    }
    let to = match event.key().as_str() {
        "ArrowDown" => along(event, 1),
        "ArrowUp" => along(event, -1),
        "ArrowRight" => across(event, 1),
        "ArrowLeft" => across(event, -1),
        _ => return,
    };
    if let Some(to) = to {
        page::focus_in_sight(&to);
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The next stop of the column, over the edges of its cells.
fn along(event: &KeyboardEvent, step: isize) -> Option<HtmlElement> {
    let here = page::closest(event, STOPS)?;
    let cell = page::closest(event, "[data-cell]")?;
    let table = page::closest(event, "table")?;
    let column = page::position_among(&cell, "[data-cell]")?;
    let stops: Vec<HtmlElement> = page::find_all(&table, "[data-lane]")
        .into_iter()
        .filter_map(|row| page::find_all(&row, "[data-cell]").into_iter().nth(column))
        .flat_map(|cell| page::find_all(&cell, STOPS))
        .collect();
    let at = stops.iter().position(|stop| *stop == here)?;
    stops.get(at.checked_add_signed(step)?).cloned()
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
