//! Reports as drawings: marks, scales and labels from figures, as SVG text with the same numbers as a table.
//!
//! Pure. plotters lays the axes out and draws through a backend of our own ([`svg`]) that writes classes instead of colours,
//! so that themes cost nothing, measures text by a table of widths instead of asking the page, and gives the same
//! bytes natively and in the browser. Every text of a chart comes in as it is to be read: locales stay outside.
//!
//! A drawing has the size that it is drawn for and no other: draw it again, or draw two and show one, where it is to be read
//! on a narrow and on a wide screen. Its text is then as large as the page's.

mod bars;
mod columns;

pub mod diamond;
mod flow;
mod frame;
mod histogram;
mod lines;
pub mod map_picture;
pub mod marks;
mod months;
pub mod mood;
pub mod overlay;
pub mod path;
mod picture;
mod rows;
mod scale;
mod spread;
mod stage_time;
pub mod svg;
#[cfg(test)]
mod tests;
mod text;
pub mod way;

pub use bars::{Bar, BarChart};
pub use columns::{Column, ColumnChart, Piece};
pub use flow::{FlowBand, FlowChart, FlowKind, FlowNode};
pub use frame::Frame;
pub use histogram::{Histogram, HistogramBin, HistogramMark};
pub use lines::{Line, LineChart, Point};
pub use months::{MonthTexts, cycle_chart, won_chart};
pub use picture::{Paint, TOKENS, picture_size, standalone};
pub use rows::{Fill, Part, Row, RowChart};
pub use scale::{Axis, Tick};
pub use spread::{Spread, SpreadBar, SpreadLine};
pub use stage_time::{StageRow, StageTimeChart};
pub use svg::Ink;
pub use text::{fit, text_width, wrap};

/// What a chart is called and says, for readers and for those who are read to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The finding, as a sentence.
    pub title: String,
    /// What is drawn and how it was counted.
    pub description: String,
    /// The heads of the table's columns: the first for the categories, then one for each number.
    pub heads: Vec<String>,
}

/// A place on the axis of categories.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Slot {
    /// The short label below the axis, such as `Mar`.
    pub label: String,
    /// A second line below the label, where a group of slots begins, such as the year under January; mostly empty.
    pub group: String,
    /// The name in full, such as `March 2026`, for the table and the pointer.
    pub name: String,
    /// Whether it is none of a row such as months, which every second label would do for: it keeps its label as long as there is room.
    pub apart: bool,
}

/// The numbers of a chart as text, for a table beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The heads of the columns.
    pub headers: Vec<String>,
    /// The rows, each as long as the heads; the first cell names the row.
    pub rows: Vec<Vec<String>>,
}
