//! Where the cells of the map stand, so that a carried note finds its place and the frame scrolls at its edges.

use crate::browser::page::{self, HtmlElement};
use crate::model::{Cell, NoteId};

use super::cell::{cell_name, cell_of_name};

/// Distance from an edge within which the map scrolls under what is carried, in CSS pixels.
const EDGE: f64 = 48.0;
/// Fastest scrolling at an edge, in CSS pixels a frame.
const SPEED: f64 = 18.0;

/// A rectangle in CSS pixels: left, top, width, height.
pub type Rect = (f64, f64, f64, f64);

/// The frame of the map with the cells or heads as they stood when something was lifted.
pub struct Ground {
    frame: HtmlElement,
    scroll: (f64, f64),
    cells: Vec<(Cell, HtmlElement, Rect)>,
    heads: Vec<Rect>,
}

fn scroll_of(frame: &HtmlElement) -> (f64, f64) {
    (page::scrolled(frame, true), page::scrolled(frame, false))
}

/// How far a point lies outside of a span; 0 within.
fn outside(at: f64, from: f64, size: f64) -> f64 {
    (from - at).max(at - from - size).max(0.0)
}

/// The part of the frame that its heads leave free.
fn open_part(frame: &HtmlElement) -> Rect {
    let (left, top, width, height) = page::rect(frame);
    let size = |selector| {
        page::find(frame, selector).map_or((0.0, 0.0), |head| (page::rect(&head).2, page::rect(&head).3))
    };
    let ((lanes, _), (_, heads)) = (size(".map-corner"), size("thead"));
    let left = if page::is_rtl(frame) { left } else { left + lanes };
    (left, top + heads, width - lanes, height - heads)
}

impl Ground {
    /// Measures the cells and the heads of the phases.
    pub fn measure(frame: HtmlElement) -> Ground {
        let found = page::find_all(&frame, "[data-cell]").into_iter();
        let cells = found.filter_map(|element| {
            let cell = cell_of_name(&page::data(&element, "cell")?)?;
            let rect = page::rect(&element);
            Some((cell, element, rect))
        });
        let heads = page::find_all(&frame, ".phase-head").iter().map(|head| page::rect(head)).collect();
        Ground { scroll: scroll_of(&frame), cells: cells.collect(), heads, frame }
    }

    /// A point of the window as it was when the ground was measured.
    fn then(&self, at: (f64, f64)) -> (f64, f64) {
        let now = scroll_of(&self.frame);
        (at.0 + now.0 - self.scroll.0, at.1 + now.1 - self.scroll.1)
    }

    /// The cell nearest to a point of the window, and how many of its notes, without the carried one, lie above.
    pub fn slot_at(&self, at: (f64, f64), held: NoteId) -> Option<(Cell, usize)> {
        let (x, y) = self.then(at);
        let far = |rect: &Rect| outside(x, rect.0, rect.2) + outside(y, rect.1, rect.3);
        let (cell, element, _) = self.cells.iter().min_by(|a, b| far(&a.2).total_cmp(&far(&b.2)))?;
        let notes = others(element, held);
        let above = notes.iter().filter(|note| {
            let (_, top, _, height) = page::rect(note);
            top + height / 2.0 < at.1
        });
        Some((*cell, above.count()))
    }

    /// How many phases, without the carried one, lie before a point of the window.
    pub fn phases_before(&self, at: (f64, f64), held: usize) -> usize {
        let (x, _) = self.then(at);
        let rtl = page::is_rtl(&self.frame);
        let others = self.heads.iter().enumerate().filter(|(index, _)| *index != held);
        others.filter(|(_, (left, _, width, _))| (left + width / 2.0 < x) != rtl).count()
    }

    /// Scrolls the map under a point that is near an edge; says whether it did.
    pub fn scroll_at(&self, at: (f64, f64)) -> bool {
        let (left, top, width, height) = open_part(&self.frame);
        let push = |at: f64, from: f64, size: f64| {
            let toward = |distance: f64| SPEED * (1.0 - (distance / EDGE).clamp(0.0, 1.0));
            (toward(from + size - at) - toward(at - from)).round()
        };
        let (across, down) = (push(at.0, left, width), push(at.1, top, height));
        let mut scrolled = across != 0.0 && page::scroll_along(&self.frame, true, across);
        scrolled |= down != 0.0 && page::scroll_along(&self.frame, false, down);
        scrolled
    }
}

/// The notes of a cell without the carried one.
fn others(cell: &HtmlElement, held: NoteId) -> Vec<HtmlElement> {
    let held = held.to_string();
    let notes = page::find_all(cell, "[data-note]").into_iter();
    notes.filter(|note| page::data(note, "note").is_none_or(|id| id != held)).collect()
}

/// A rectangle of the window in the coordinates of what the frame scrolls.
fn within(frame: &HtmlElement, rect: Rect) -> Rect {
    let (left, top, ..) = page::rect(frame);
    let scroll = scroll_of(frame);
    (rect.0 - left + scroll.0, rect.1 - top + scroll.1, rect.2, rect.3)
}

/// Where to draw that a note would land before the `slot`-th of the others: the cell, and the line in it.
pub fn note_mark(frame: &HtmlElement, cell: Cell, slot: usize, held: NoteId) -> Option<(Rect, Rect)> {
    let element = page::find(frame, &format!("[data-cell='{}']", cell_name(cell)))?;
    let around = page::rect(&element);
    let notes = others(&element, held);
    let rect = |at: usize| notes.get(at).map(|note| page::rect(note));
    let y = match (slot.checked_sub(1).and_then(rect), rect(slot)) {
        (Some(above), Some(below)) => (above.1 + above.3 + below.1) / 2.0,
        (None, Some(below)) => below.1 - 2.0,
        (Some(above), None) => above.1 + above.3 + 2.0,
        (None, None) => around.1 + 4.0,
    };
    let line = (around.0 + 8.0, y - 1.0, around.2 - 16.0, 2.0);
    Some((within(frame, around), within(frame, line)))
}

/// Where to draw that a phase would land before the `slot`-th of the others.
pub fn phase_mark(frame: &HtmlElement, slot: usize, held: usize) -> Option<Rect> {
    let heads: Vec<Rect> = page::find_all(frame, ".phase-head").iter().map(|head| page::rect(head)).collect();
    let others: Vec<&Rect> =
        heads.iter().enumerate().filter(|(index, _)| *index != held).map(|(_, head)| head).collect();
    let rtl = page::is_rtl(frame);
    let x = match (others.get(slot), others.last()) {
        (Some(next), _) => {
            if rtl {
                next.0 + next.2
            } else {
                next.0
            }
        }
        (None, Some(last)) => {
            if rtl {
                last.0
            } else {
                last.0 + last.2
            }
        }
        (None, None) => return None,
    };
    let table = page::find(frame, "table")?;
    let table = page::rect(&table);
    Some(within(frame, (x - 1.0, table.1, 2.0, table.3)))
}

/// Scrolls the frame so that a rectangle of what it scrolls is in sight beside the heads.
pub fn reveal(frame: &HtmlElement, rect: Rect) {
    let ((left, top, ..), scroll) = (page::rect(frame), scroll_of(frame));
    let (x, y) = (rect.0 + left - scroll.0, rect.1 + top - scroll.1);
    let open = open_part(frame);
    let push = |at: f64, size: f64, from: f64, room: f64| {
        if at < from || size > room { at - from - 8.0 } else { (at + size + 8.0 - from - room).max(0.0) }
    };
    let (across, down) = (push(x, rect.2, open.0, open.2), push(y, rect.3, open.1, open.3));
    if across != 0.0 {
        page::scroll_along(frame, true, across);
    }
    if down != 0.0 {
        page::scroll_along(frame, false, down);
    }
}
