//! Lines over categories, such as a median by month.

use plotters::style::text_anchor::{HPos, VPos};

use super::bars::titles;
use super::frame::{Frame, LINE, Plan, Room, TEXT, draw};
use super::scale::Axis;
use super::svg::Ink;
use super::text::{fit, text_width};
use super::{Slot, Table, Words};

/// A point of a [`Line`].
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// How high it stands; 0 or more.
    pub value: f64,
    /// The value in short, to stand beside the point.
    pub text: String,
}

/// A line of a [`LineChart`].
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is called; written at its end where there are several.
    pub name: String,
    /// What it stands for.
    pub ink: Ink,
    /// A point for each slot; where there is no figure the line is interrupted, never drawn through 0.
    pub points: Vec<Option<Point>>,
}

/// A chart of lines with an axis of values.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChart {
    /// Its texts.
    pub words: Words,
    /// The axis of values.
    pub axis: Axis,
    /// The places on the other axis, in order.
    pub slots: Vec<Slot>,
    /// The lines.
    pub lines: Vec<Line>,
    /// The numbers of the table's rows, one row for each slot.
    pub cells: Vec<Vec<String>>,
}

impl LineChart {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let row = |(slot, cells): (&Slot, &Vec<String>)| [std::slice::from_ref(&slot.name), cells].concat();
        Table {
            headers: self.words.heads.clone(),
            rows: self.slots.iter().zip(&self.cells).map(row).collect(),
        }
    }

    /// The drawing as SVG.
    pub fn svg(&self, frame: &Frame) -> String {
        let named = self.lines.len() > 1;
        let longest = self.lines.iter().map(|line| text_width(&line.name, TEXT)).max().unwrap_or(0);
        let plan = Plan {
            words: &self.words,
            slots: self.slots.iter().collect(),
            axis: &self.axis,
            titles: titles(&self.table()),
            right: if named { longest + 10 } else { 6 },
        };
        draw(frame, plan, |plot| {
            let mut room = Room::default();
            let mut ends = Vec::new();
            for line in &self.lines {
                let places: Vec<_> = line
                    .points
                    .iter()
                    .enumerate()
                    .take(self.slots.len())
                    .map(|(slot, point)| point.as_ref().map(|point| plot.at(slot, point.value)))
                    .collect();
                for run in places.split(Option::is_none).filter(|run| run.len() > 1) {
                    plot.line(run.iter().flatten().copied().collect(), line.ink)?;
                }
                for (x, y) in places.iter().flatten() {
                    plot.dot((*x, *y), line.ink)?;
                    room.take([x - 4, y - 4, x + 4, y + 4]);
                }
                for pair in places.windows(2) {
                    if let [Some(a), Some(b)] = pair {
                        take_line(&mut room, *a, *b);
                    }
                }
                ends.extend(places.iter().flatten().last().map(|end| (*end, line)));
            }
            if named {
                // From the top down, each name at least a line below the one before.
                ends.sort_by_key(|((_, y), _)| *y);
                let mut free = 0;
                for ((x, y), line) in ends {
                    let y = y.max(free + LINE / 2);
                    free = y + LINE / 2;
                    let name = fit(&line.name, TEXT, u32::try_from(plot.width - x - 8).unwrap_or(0));
                    plot.text(&name, (x + 8, y), Ink::Value, HPos::Left, VPos::Center)?;
                }
                return Ok(());
            }
            let Some(line) = self.lines.first() else { return Ok(()) };
            let known = || line.points.iter().take(self.slots.len()).enumerate();
            let known = || known().filter_map(|(slot, point)| point.as_ref().map(|point| (slot, point)));
            let highest = known().rev().max_by(|(_, a), (_, b)| a.value.total_cmp(&b.value));
            let last =
                known().next_back().filter(|(slot, _)| highest.is_none_or(|(other, _)| other != *slot));
            for (ink, label) in [(Ink::Strong, highest), (Ink::Value, last)] {
                let Some((slot, point)) = label else { continue };
                let (x, y) = plot.at(slot, point.value);
                let above = room.above(&point.text, (x, y - 5), plot);
                let (_, base) = plot.at(slot, 0.0);
                let below = (x, y + 5 + LINE);
                let at = above.or_else(|| room.above(&point.text, below, plot).filter(|at| at.1 <= base));
                if let Some(at) = at {
                    plot.text(&point.text, at, ink, HPos::Center, VPos::Bottom)?;
                }
            }
            Ok(())
        })
    }
}

/// Marks the way of a line as taken, in small pieces.
fn take_line(room: &mut Room, a: (i32, i32), b: (i32, i32)) {
    let pieces = (b.0 - a.0).abs().max((b.1 - a.1).abs()) / 4 + 1;
    for piece in 0..=pieces {
        let x = a.0 + (b.0 - a.0) * piece / pieces;
        let y = a.1 + (b.1 - a.1) * piece / pieces;
        room.take([x - 1, y - 1, x + 1, y + 1]);
    }
}
