//! What the desk tells its user: at the bottom of the page and to screen readers.

use leptos::prelude::*;

use super::{Desk, Toast};
use crate::model::Rejection;

impl Desk {
    /// Says something at the bottom and to screen readers.
    pub fn notify(self, text: String) {
        self.show_toast(text, false, false);
    }

    /// As [`Desk::notify`], with a button to take the step back.
    pub fn notify_undo(self, text: String) {
        self.show_toast(text, true, false);
    }

    /// Tells of trouble.
    pub fn warn(self, text: String) {
        self.show_toast(text, false, true);
    }

    /// Tells why a command was refused.
    pub fn refuse(self, rejection: Rejection) {
        self.warn(self.t().rejection(rejection));
    }

    /// Has screen readers say something.
    pub fn say(self, text: String) {
        self.spoken.set(text);
    }

    fn show_toast(self, text: String, undo: bool, trouble: bool) {
        self.spoken.set(text.clone());
        self.toast.update(|toast| {
            let number = toast.as_ref().map_or(0, |toast| toast.number.wrapping_add(1));
            *toast = Some(Toast { text, undo, trouble, number });
        });
    }
}
