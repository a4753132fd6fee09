//! Stored and exchanged forms: the journal's operations, the workspace as a file, CSV.
//!
//! Text and typed errors only; where the text comes from and goes to is not known here.

mod ops;

pub use ops::{Deed, Entry, OpError, Turn};
