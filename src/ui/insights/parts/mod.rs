//! What the tabs are made of: a card with a chart, its numbers as a table, numbers that lead to their deals.

mod card;
mod export;
mod grid;
mod numbers;
mod opens;
mod written;

pub use card::{ChartCard, Drawing};
pub use export::Export;
pub use grid::{Cell, Grid, GridRow, Mark, grid_table};
pub use numbers::{Numbers, Way};
pub use opens::Opens;
pub use written::Pen;
