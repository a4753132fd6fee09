//! The only room that names web APIs: time, ids, storage, files, formats, the page itself.
//!
//! Each file answers one question; JavaScript values stay in here. Nothing in this room knows a view.

pub mod clipboard;
pub mod clock;
pub mod files;
pub mod format;
pub mod ids;
pub mod page;
pub mod picture;
pub mod prefs;
pub mod vault;
