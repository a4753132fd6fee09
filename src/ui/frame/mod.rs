//! What stands around the views: header, messages, dialogs, shortcuts.

mod dialogs;
mod files;
mod header;
mod notices;
mod save_state;

pub use dialogs::{Dialogs, TemplateList};
pub use files::{FileButton, FileKind, download_csv, download_workspace};
pub use header::Header;
pub use notices::{Notices, SampleBar};
pub use save_state::SaveSign;

use leptos::prelude::*;

use crate::browser::page::{self, KeyboardEvent};

use super::desk::{Desk, Dialog};

/// The shortcuts that hold everywhere.
pub fn shortcuts(desk: Desk, event: &KeyboardEvent) {
    let command = event.ctrl_key() || event.meta_key();
    let key = event.key().to_lowercase();
    match key.as_str() {
        // Within a field the browser's own undo of typing is meant.
        "z" if command && !event.shift_key() && !page::is_typing(event) => desk.undo(),
        "z" if command && !page::is_typing(event) => desk.redo(),
        "y" if command && !page::is_typing(event) => desk.redo(),
        "?" if !page::is_typing(event) => desk.dialog.set(Some(Dialog::Shortcuts)),
        "escape" if desk.open_deal.get_untracked().is_some() => desk.close_deal(),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}
