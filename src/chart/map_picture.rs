//! The map as one picture, to be printed large: phases across, rows down, everything that stands on the page and is not hidden.

mod cells;
mod pen;

use super::mood::Slots;
use super::picture::{Paint, painted};
use super::text::wrap;
use crate::model::{Lane, Row, Sheet, SheetCells, SheetPhase, SheetRow, SheetWords};

use cells::Block;
use pen::{Pen, Style};

/// A drawing and its size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The drawing, as SVG that stands alone: its colours are attributes, nothing is loaded.
    pub svg: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

const MARGIN: f64 = 28.0;
/// The width of the rows' heads.
const LANE: f64 = 148.0;
/// How wide the whole is if the columns are neither too narrow nor too wide then: A3 at 96 pixels an inch.
const SHEET: f64 = 1587.0;
/// The narrowest and the widest column.
const COLUMN: (f64, f64) = (168.0, 340.0);

const TITLE: Style = Style { size: 22.0, line: 28.0, class: "ch-text ch-strong" };
const ABOUT: Style = Style { size: 13.0, line: 18.0, class: "ch-text" };
const HEAD: Style = Style { size: 16.0, line: 21.0, class: "ch-text ch-strong" };
const STEP: Style = Style { size: 12.5, line: 17.0, class: "ch-text ch-strong" };
const NAME: Style = Style { size: 13.0, line: 18.0, class: "ch-text ch-strong" };

/// How much wider bold letters are than those that are measured; and how much wider some fonts are, of what stands in a frame.
const BOLD: f64 = 1.12;
const ROOMY: f64 = 1.07;

/// Where the columns of a map stand.
struct Grid {
    slots: Slots,
    /// The width of a column.
    column: f64,
}

impl Grid {
    /// Where a phase begins and how wide it is, in pixels from the first column.
    fn phase(&self, at: usize) -> (f64, f64) {
        let (from, to) = self.slots.span(at);
        (from * self.column, (to - from) * self.column)
    }

    fn width(&self) -> f64 {
        self.slots.columns() * self.column
    }
}

/// Draws the map; from right to left if asked.
pub fn map_picture(sheet: &Sheet, words: &dyn SheetWords, paints: &[Paint], rtl: bool) -> Picture {
    let slots = Slots::new(sheet.phases.iter().map(SheetPhase::columns));
    let column = ((SHEET - 2.0 * MARGIN - LANE) / slots.columns().max(1.0)).clamp(COLUMN.0, COLUMN.1).floor();
    let grid = Grid { slots, column };
    let inside = LANE + grid.width();
    let width = inside + 2.0 * MARGIN;
    let mut pen = Pen::new(width, rtl);
    let mut y = MARGIN;
    for (text, style) in [(words.title(sheet), TITLE), (words.about(sheet), ABOUT)] {
        let lines = wrap(&text, style.size * BOLD, inside as u32, 4);
        pen.lines(&lines, MARGIN, y, &style);
        y += lines.len() as f64 * style.line;
    }
    y += 12.0;
    let top = y;
    y = head(&mut pen, sheet, &grid, y);
    for row in &sheet.rows {
        let block = Block::of(sheet, row, words, &grid);
        let name = words.row(row);
        let names = wrap(&name, NAME.size * BOLD, (LANE - 20.0) as u32, 12);
        let height = block.height().max(names.len() as f64 * NAME.line + 16.0).ceil();
        pen.rect("map-head", (MARGIN, y), (LANE, height), 0.0);
        if let Some(tint) = tint(row.row) {
            pen.rect(tint, (MARGIN + LANE, y), (grid.width(), height), 0.0);
        }
        pen.lines(&names, MARGIN + 12.0, y + 8.0, &NAME);
        block.draw(&mut pen, &grid, (MARGIN + LANE, y), height);
        y += height;
        pen.line("map-rule", (MARGIN, y), (MARGIN + inside, y));
    }
    // The lines between phases, and the fainter ones between their steps, are left out where a curve runs over them.
    pen.line("map-rule", (MARGIN + LANE, top), (MARGIN + LANE, y));
    pen.frame("map-frame", (MARGIN, top), (inside, y - top));
    let height = y + MARGIN;
    Picture {
        svg: painted(&pen.finish(height, &words.title(sheet)), paints),
        width: width.ceil() as u32,
        height: height.ceil() as u32,
    }
}

/// The moods and the deals that leave alone, without heads, with columns of that many pixels.
pub fn mood_strip(sheet: &Sheet, words: &dyn SheetWords, column: f64, paints: &[Paint], rtl: bool) -> String {
    let grid = Grid { slots: Slots::new(sheet.phases.iter().map(SheetPhase::columns)), column };
    let row = SheetRow { row: Row::Mood, name: String::new(), cells: SheetCells::Mood };
    let block = Block::of(sheet, &row, words, &grid);
    let height = block.height();
    let mut pen = Pen::new(grid.width(), rtl);
    block.draw(&mut pen, &grid, (0.0, 0.0), height);
    painted(&pen.finish(height, &words.row(&row)), paints)
}

/// The names of the phases and of their steps; gives where they end.
fn head(pen: &mut Pen, sheet: &Sheet, grid: &Grid, y: f64) -> f64 {
    let names: Vec<Vec<String>> = sheet
        .phases
        .iter()
        .enumerate()
        .map(|(at, phase)| wrap(&phase.name, HEAD.size * BOLD, (grid.phase(at).1 - 24.0) as u32, 4))
        .collect();
    let steps: Vec<Vec<String>> = sheet
        .phases
        .iter()
        .flat_map(|phase| {
            let none = phase.steps.is_empty().then(Vec::new);
            let own =
                phase.steps.iter().map(|step| wrap(step, STEP.size * BOLD, (grid.column - 24.0) as u32, 4));
            none.into_iter().chain(own).collect::<Vec<_>>()
        })
        .collect();
    let most = |all: &[Vec<String>]| all.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let names_high = most(&names) * HEAD.line + 18.0;
    let steps_high = if most(&steps) > 0.0 { most(&steps) * STEP.line + 12.0 } else { 0.0 };
    let height = names_high + steps_high;
    let left = MARGIN + LANE;
    pen.rect("map-head", (MARGIN, y), (LANE + grid.width(), height), 0.0);
    for (at, lines) in names.iter().enumerate() {
        pen.lines(lines, left + grid.phase(at).0 + 12.0, y + 9.0, &HEAD);
    }
    for (at, lines) in steps.iter().enumerate() {
        pen.lines(lines, left + at as f64 * grid.column + 12.0, y + names_high + 2.0, &STEP);
    }
    pen.line("map-strong", (MARGIN, y + height), (left + grid.width(), y + height));
    y + height
}

/// The ground of a row of notes.
fn tint(row: Row) -> Option<&'static str> {
    match row {
        Row::Notes(Lane::Questions) => Some("map-tint-accent"),
        Row::Notes(Lane::PainPoints | Lane::Obstacles) => Some("map-tint-bad"),
        Row::Notes(Lane::Response) => Some("map-tint-good"),
        Row::Notes(Lane::Touchpoints | Lane::Own(_)) => Some("map-tint-sunk"),
        Row::Stages | Row::Figures => Some("map-head"),
        _ => None,
    }
}
