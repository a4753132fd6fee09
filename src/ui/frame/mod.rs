//! What stands around the views: header, messages, dialogs, shortcuts.

mod dialogs;
mod files;
mod header;
mod notices;
mod save_state;

pub use dialogs::{Dialogs, TemplateList};
pub use files::{FileButton, FileKind, download_csv, download_workspace};
pub use header::Header;
pub use notices::{Messages, Notices, SampleBar};
pub use save_state::SaveSign;

use leptos::prelude::*;

use crate::browser::page::{self, KeyboardEvent};

use super::desk::{Desk, Dialog};

/// The shortcuts that hold everywhere.
pub fn shortcuts(desk: Desk, event: &KeyboardEvent) {
    if step_back(desk, event) {
        return;
    }
    match event.key().to_lowercase().as_str() {
        "?" if !page::is_typing(event) => desk.dialog.set(Some(Dialog::Shortcuts)),
        "escape" if desk.open_deal.get_untracked().is_some() => desk.close_deal(),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The shortcuts of undo and redo, which hold in dialogs too. Says whether it was one.
pub fn step_back(desk: Desk, event: &KeyboardEvent) -> bool {
    // Within a field the browser's own undo of typing is meant.
    if !(event.ctrl_key() || event.meta_key()) || page::is_writing(event) {
        return false;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => desk.undo(),
        ("z", true) | ("y", _) => desk.redo(),
        _ => return false,
    }
    event.prevent_default();
    event.stop_propagation();
    true
}
