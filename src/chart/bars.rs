//! Columns over categories, such as months.

use plotters::style::text_anchor::{HPos, VPos};

use super::frame::{Frame, Plan, Room, TEXT, draw};
use super::scale::Axis;
use super::svg::Ink;
use super::text::text_width;
use super::{Slot, Table, Words};

/// A column of a [`BarChart`].
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Where it stands.
    pub slot: Slot,
    /// How high it is; 0 or more.
    pub value: f64,
    /// The value in short, to stand above the column where there is room.
    pub text: String,
    /// The numbers of the table's row in full, as many as the heads less the first.
    pub cells: Vec<String>,
    /// What it stands for.
    pub ink: Ink,
}

/// A chart of columns with an axis of values.
#[derive(Debug, Clone, PartialEq)]
pub struct BarChart {
    /// Its texts.
    pub words: Words,
    /// The axis that all columns stand on.
    pub axis: Axis,
    /// The columns in order.
    pub bars: Vec<Bar>,
}

/// The widest column, in pixels.
const WIDEST: i32 = 56;

impl BarChart {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let row = |bar: &Bar| [std::slice::from_ref(&bar.slot.name), &bar.cells].concat();
        Table { headers: self.words.heads.clone(), rows: self.bars.iter().map(row).collect() }
    }

    /// The drawing as SVG.
    pub fn svg(&self, frame: &Frame) -> String {
        let plan = Plan {
            words: &self.words,
            slots: self.bars.iter().map(|bar| &bar.slot).collect(),
            axis: &self.axis,
            titles: titles(&self.table()),
            right: 2,
        };
        draw(frame, plan, |plot| {
            let slot = plot.slot_width();
            let half = (slot * 36 / 100).clamp(1, WIDEST / 2);
            let mut room = Room::default();
            let mut tops = Vec::with_capacity(self.bars.len());
            for (index, bar) in self.bars.iter().enumerate() {
                let (x, base) = plot.at(index, 0.0);
                let (_, mut top) = plot.at(index, bar.value);
                if bar.value > 0.0 {
                    // What is more than nothing is seen, however little.
                    top = top.min(base - 1);
                    plot.bar((x - half, top), (x + half, base), bar.ink)?;
                    room.take([x - half, top, x + half, base]);
                }
                tops.push((x, top - 2));
            }
            let highest = (0..self.bars.len()).rev().max_by(|a, b| {
                let value = |index: &usize| self.bars.get(*index).map_or(0.0, |bar| bar.value);
                value(a).total_cmp(&value(b))
            });
            let all_fit = self.bars.iter().all(|bar| text_width(&bar.text, TEXT) as i32 + 4 <= slot);
            let ends = [highest, self.bars.len().checked_sub(1)].into_iter().flatten();
            let rest = if all_fit { 0..self.bars.len() } else { 0..0 };
            let mut labelled = Vec::new();
            for index in ends.chain(rest) {
                let (Some(bar), Some(top)) = (self.bars.get(index), tops.get(index)) else { continue };
                if bar.value <= 0.0 || labelled.contains(&index) {
                    continue;
                }
                labelled.push(index);
                let ink = if Some(index) == highest { Ink::Strong } else { Ink::Value };
                if let Some(at) = room.above(&bar.text, *top, plot) {
                    plot.text(&bar.text, at, ink, HPos::Center, VPos::Bottom)?;
                }
            }
            Ok(())
        })
    }
}

/// What the pointer reads over each row of a table: its name, then each number after its head.
pub(super) fn titles(table: &Table) -> Vec<String> {
    let title = |row: &Vec<String>| {
        let numbers = table.headers.iter().zip(row).skip(1).map(|(head, cell)| format!("\n{head}: {cell}"));
        row.first().cloned().into_iter().chain(numbers).collect()
    };
    table.rows.iter().map(title).collect()
}
