//! Stored and exchanged forms: the journal's operations, the workspace as a file and its parts, CSV.
//!
//! Text and typed errors only; where the text comes from and goes to is not known here, and sentences are made in `i18n`.
//!
//! An import of CSV goes by steps, each of which a user may correct: [`csv_read::sniff`] → [`csv_fields::suggest`] →
//! [`csv_options::Options::suggest`] → [`csv_plan::Planner`] → [`csv_plan::Plan::command`]. A file with one event a row goes another
//! way: [`log_fields::suggest`] → [`log_read::Reader`] → [`log_options::LogOptions::suggest`] → [`log_plan::plan`] → [`log_plan::LogPlan::command`].

pub mod csv_fields;
pub mod csv_kind;
pub mod csv_options;
pub mod csv_plan;
pub mod csv_read;
mod csv_row;
pub mod csv_write;
pub mod document;
pub mod log_entries;
pub mod log_fields;
pub mod log_options;
pub mod log_plan;
pub mod log_read;
pub mod log_write;
pub mod log_xes;
pub mod map_markdown;
pub mod migrations;
pub mod opening;
mod ops;
pub mod plain_text;
pub mod typed_amount;
pub mod values;

pub use csv_write::{UTF8_MARK, table_csv};
pub use ops::{Deed, Entry, OpError, Turn};
