//! Where the focus goes after a change that draws anew what had it.

use leptos::html::Button;
use leptos::prelude::*;
use leptos::task::tick;

use crate::browser::page::{self, HtmlElement};
use crate::ui::desk::Desk;

/// Gives the focus to what is found once the change that was just made is drawn: before the next key counts. After the next
/// frame once more, should it be drawn later or anew; a focus that was moved elsewhere meanwhile stays there.
pub fn focus_drawn(find: impl Fn() -> Option<HtmlElement> + 'static) {
    let give = move || find().inspect(page::focus_in_sight).is_some();
    page::spawn(async move {
        tick().await;
        let given = give();
        let at = page::focused();
        page::next_frame().await;
        if page::is_focus_lost() || (!given && page::focused() == at) {
            give();
        }
    });
}

/// As [`focus_drawn`], to what a selector names first within this instance.
pub fn focus_found(desk: Desk, selector: String) {
    focus_drawn(move || desk.root.try_with_value(|root| page::find(root, &selector)).flatten());
}

/// As [`focus_drawn`], to a button of the caller: mostly the one that opened what has just gone.
pub fn focus_button(button: NodeRef<Button>) {
    focus_drawn(move || button.try_get_untracked().flatten().map(Into::into));
}
