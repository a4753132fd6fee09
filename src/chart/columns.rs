//! Columns of several parts, one on the other, with a mark to reach: such as won and expected against a target.

use plotters::style::text_anchor::{HPos, VPos};

use super::bars::titles;
use super::frame::{Failed, Frame, LINE, Plan, Plot, Room, TEXT, draw};
use super::scale::Axis;
use super::svg::Ink;
use super::text::text_width;
use super::{Slot, Table, Words};

/// A part of a [`Column`].
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// How high it is; 0 or more.
    pub value: f64,
    /// What it stands for.
    pub ink: Ink,
    /// What it is called: written into the highest piece of this name, where there is room.
    pub name: String,
}

/// A column of a [`ColumnChart`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// Where it stands.
    pub slot: Slot,
    /// Its parts from the axis up.
    pub pieces: Vec<Piece>,
    /// What is to be reached, as a line across.
    pub mark: Option<f64>,
    /// The number above it, where there is room.
    pub text: String,
    /// The numbers of the table's row in full, as many as the heads less the first.
    pub cells: Vec<String>,
    /// Whether it is the one that matters most.
    pub strong: bool,
}

impl Column {
    fn height(&self) -> f64 {
        self.pieces.iter().map(|piece| piece.value).sum()
    }
}

/// A chart of columns of several parts.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnChart {
    /// Its texts.
    pub words: Words,
    /// The axis that all columns stand on.
    pub axis: Axis,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// What the marks are called; written at one of them.
    pub mark: String,
}

/// The widest column, in pixels.
const WIDEST: i32 = 64;

impl ColumnChart {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let row = |column: &Column| [std::slice::from_ref(&column.slot.name), &column.cells].concat();
        Table { headers: self.words.heads.clone(), rows: self.columns.iter().map(row).collect() }
    }

    /// The drawing as SVG.
    pub fn svg(&self, frame: &Frame) -> String {
        let plan = Plan {
            words: &self.words,
            slots: self.columns.iter().map(|column| &column.slot).collect(),
            axis: &self.axis,
            titles: titles(&self.table()),
            right: 2,
        };
        draw(frame, plan, |plot| self.marks(plot))
    }

    fn marks(&self, plot: &Plot<'_, '_>) -> Result<(), Failed> {
        let slot = plot.slot_width();
        let half = (slot * 36 / 100).clamp(1, WIDEST / 2);
        let mut room = Room::default();
        for (index, _) in self.columns.iter().enumerate().filter(|(_, column)| column.strong) {
            let (x, base) = plot.at(index, 0.0);
            let (_, top) = plot.at(index, self.axis.top());
            plot.bar((x - slot / 2, top), (x + slot / 2, base), Ink::Track)?;
        }
        for (index, column) in self.columns.iter().enumerate() {
            let (x, base) = plot.at(index, 0.0);
            let mut low = 0.0;
            let mut under = base;
            for piece in column.pieces.iter().filter(|piece| piece.value > 0.0) {
                low += piece.value;
                // What is more than nothing is seen, however little.
                let top = plot.at(index, low).1.min(under - 1);
                plot.bar((x - half, top), (x + half, under), piece.ink)?;
                let fits = text_width(&piece.name, TEXT) as i32 <= 2 * half;
                // Where the mark does not cross it.
                let crossed = |y: i32| {
                    column.mark.is_some_and(|mark| plot.at(index, mark).1.abs_diff(y) < LINE as u32 / 2 + 2)
                };
                let (middle, inside) = ((top + under) / 2, top + LINE / 2..=under - LINE / 2);
                let place = [middle, middle - LINE, middle + LINE]
                    .into_iter()
                    .find(|y| inside.contains(y) && !crossed(*y));
                if let Some(y) = place.filter(|_| fits && self.names(index, piece)) {
                    // What is fainter has the page's ink on it, what is not has the ground's.
                    plot.text(&piece.name, (x, y), on(piece.ink), HPos::Center, VPos::Center)?;
                }
                under = top;
            }
            room.take([x - half, under, x + half, base]);
        }
        for (index, column) in self.columns.iter().enumerate() {
            let Some(mark) = column.mark else { continue };
            let (x, y) = plot.at(index, mark);
            let reach = (half + 6).min(slot / 2);
            plot.line(vec![(x - reach, y), (x + reach, y)], Ink::Mark)?;
            room.take([x - reach, y - 1, x + reach, y + 1]);
        }
        let order = |index: &usize| self.columns.get(*index).is_none_or(|column| !column.strong);
        let mut indexes: Vec<usize> = (0..self.columns.len()).collect();
        indexes.sort_by_key(order);
        let all_fit = self.columns.iter().all(|column| text_width(&column.text, TEXT) as i32 + 4 <= slot);
        for index in indexes {
            let Some(column) = self.columns.get(index) else { continue };
            let (x, top) = plot.at(index, column.height());
            if column.height() > 0.0 && (all_fit || column.strong) {
                let ink = if column.strong { Ink::Strong } else { Ink::Value };
                // Above the mark where the mark is in the way.
                let over = column.mark.map(|mark| plot.at(index, mark).1 - 2);
                let places = [Some(top - 2), over];
                let found = places.into_iter().flatten().find_map(|y| room.above(&column.text, (x, y), plot));
                if let Some(at) = found {
                    plot.text(&column.text, at, ink, HPos::Center, VPos::Bottom)?;
                }
            }
        }
        // Once, where there is room: at what matters most, else as late as can be.
        let order = |column: &(usize, &Column)| (!column.1.strong, usize::MAX - column.0);
        let mut marked: Vec<(usize, &Column)> = self.columns.iter().enumerate().collect();
        marked.sort_by_key(order);
        for (index, column) in marked {
            let Some(mark) = column.mark else { continue };
            let (x, y) = plot.at(index, mark);
            if let Some(at) = room.above(&self.mark, (x, y - 2), plot) {
                plot.text(&self.mark, at, Ink::Tick, HPos::Center, VPos::Bottom)?;
                break;
            }
        }
        Ok(())
    }

    /// Whether a piece is the highest of its name, of equal ones the first.
    fn names(&self, index: usize, piece: &Piece) -> bool {
        let all = self.columns.iter().enumerate().flat_map(|(at, column)| {
            column.pieces.iter().filter(|other| other.name == piece.name).map(move |other| (at, other.value))
        });
        let highest = all.reduce(|best, next| if next.1 > best.1 { next } else { best });
        highest.is_some_and(|(at, _)| at == index)
    }
}

/// The ink of a text that stands on a piece.
fn on(ink: Ink) -> Ink {
    if matches!(ink, Ink::Likely | Ink::Late | Ink::Someday) { Ink::Value } else { Ink::Ground }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> ColumnChart {
        let piece = |value, ink, name: &str| Piece { value, ink, name: name.into() };
        let column = |name: &str, pieces, strong: bool| Column {
            slot: Slot { label: name.into(), name: name.into(), ..Slot::default() },
            pieces,
            mark: strong.then_some(80.0),
            text: "T".into(),
            cells: vec!["<1>".into()],
            strong,
        };
        ColumnChart {
            words: Words {
                title: "T".into(),
                description: "D".into(),
                heads: vec!["Month".into(), "Won".into()],
            },
            axis: Axis::new(100.0, 1.0, 4, |value| value.to_string()),
            columns: vec![
                column("Jan", vec![piece(50.0, Ink::Won, "Won")], false),
                column("Feb", vec![piece(20.0, Ink::Won, "Won"), piece(40.0, Ink::Likely, "Open")], true),
                column("Mar", Vec::new(), false),
            ],
            mark: "Target".into(),
        }
    }

    #[test]
    fn what_stands_apart_keeps_its_label_where_months_lose_theirs() {
        let mut chart = chart();
        let column = |slot: Slot| Column { slot, ..chart.columns[2].clone() };
        let apart = |name: &str| {
            column(Slot { label: name.into(), name: name.into(), apart: true, ..Slot::default() })
        };
        let months = (1..=9).map(|month| {
            let group =
                if month == 1 || month == 4 { format!("{}", 2025 + month / 4) } else { String::new() };
            column(Slot { label: format!("Mo{month}"), group, name: format!("Month {month}"), apart: false })
        });
        let columns = [apart("Overdue")].into_iter().chain(months).chain([apart("Later"), apart("No date")]);
        chart.columns = columns.collect();
        for width in [700, 480, 330, 280] {
            let svg = chart.svg(&Frame::new(width, 240, "p"));
            for label in ["Overdue", "Later", "No date"] {
                assert!(svg.contains(&format!(">{label}</text>")), "{label} at {width}");
            }
        }
    }

    #[test]
    fn parts_stand_on_each_other_to_one_scale() {
        let svg = chart().svg(&Frame::new(600, 260, "p"));
        let heights = |class: &str| -> Vec<(f64, f64)> {
            let number = |rest: &str, name: &str| -> f64 {
                let (_, rest) = rest.split_once(&format!(" {name}=\"")).expect("an attribute");
                rest.split('"').next().unwrap().parse().unwrap()
            };
            let bars =
                svg.split("<rect ").filter(|rest| rest.starts_with(&format!("class=\"ch-bar {class}\"")));
            bars.map(|rest| (number(rest, "y"), number(rest, "height"))).collect()
        };
        let (won, open) = (heights("ch-won"), heights("ch-open ch-soft"));
        assert_eq!((won.len(), open.len()), (2, 1));
        assert!((won[1].1 - won[0].1 * 0.4).abs() <= 1.0, "{won:?}");
        assert!((open[0].1 - won[1].1 * 2.0).abs() <= 1.0 && (open[0].0 + open[0].1 - won[1].0).abs() < 0.1);
        assert_eq!(svg.matches("ch-line ch-mark").count(), 1);
        assert_eq!(svg.matches(">Target</text>").count(), 1);
        // Each part is named once, in the highest of its kind.
        assert_eq!((svg.matches(">Won</text>").count(), svg.matches(">Open</text>").count()), (1, 1));
        assert!(svg.contains("&lt;1&gt;") && !svg.contains("<1>"), "{svg}");
    }
}
