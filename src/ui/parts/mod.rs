//! Controls that know nothing of deals.
//!
//! A field shows what is stored. It commits when it is left or Enter is pressed, by a callback that says whether the value
//! was accepted; if not, it shows again what is stored.

mod add_line;
mod ask;
mod badge;
mod capture;
mod check;
mod choice;
mod date_field;
mod focus;
mod icon;
mod in_place;
mod line;
mod modal;
mod number_field;
mod popup;
mod printed;
mod reorder;
mod tabs;
mod text_field;

pub use add_line::AddLine;
pub use ask::AskDialog;
pub use badge::{Badge, Tone};
pub use capture::Capture;
pub use check::Check;
pub use choice::{Choice, Offer};
pub use date_field::DateField;
pub use focus::{back_to, focus_beside, focus_button, focus_drawn, focus_found, stand_in_front};
pub use icon::{Icon, Sign};
pub use in_place::{How, InPlace, InPlaceField};
pub use modal::Modal;
pub use number_field::{MoneyField, MoneyOrNone, NumberField};
pub use popup::{Popup, below};
pub use printed::{PrintedHead, print_drawn, printing};
pub use reorder::{Handle, Reorder};
pub use tabs::{TabName, Tabs, panel_id, tab_id};
pub use text_field::{KnownTexts, TextArea, TextField};

use std::sync::atomic::{AtomicU64, Ordering};

use super::desk::Desk;

/// How many characters fit into a field that a whole list is pasted into.
pub const LIST: usize = 20_000;

/// Says that a field is full: the browser takes no more than fits, and says nothing.
fn say_if_full(desk: Desk, text: &str, longest: usize) {
    // Counted as the browser counts.
    if text.encode_utf16().count() >= longest {
        desk.warn(desk.t().field_full(longest as u64));
    }
}

/// An id for an element of a part that may stand on the page more than once.
pub fn own_id(name: &str) -> String {
    static LAST: AtomicU64 = AtomicU64::new(0);
    format!("stageline-part-{}-{name}", LAST.fetch_add(1, Ordering::Relaxed))
}
