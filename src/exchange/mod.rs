//! Stored and exchanged forms: the journal's operations, the workspace as a file and its parts, CSV.
//!
//! Text and typed errors only; where the text comes from and goes to is not known here, and sentences are made in `i18n`.

pub mod document;
mod ops;
pub mod values;

pub use ops::{Deed, Entry, OpError, Turn};
