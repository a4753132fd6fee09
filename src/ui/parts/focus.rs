//! Where the focus goes after a change that draws anew what had it.

use std::cell::RefCell;

use leptos::html::Button;
use leptos::prelude::*;
use leptos::task::tick;

use crate::browser::page::{self, HtmlElement, MouseEvent};
use crate::ui::desk::Desk;

thread_local! {
    /// What had the focus last outside of dialogs and menus: a menu's item that opened a dialog is gone when it closes.
    static OUTSIDE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

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

/// Gives the focus where the change that was just made took it from something and nobody gave it to anything.
fn if_lost(give: impl FnOnce() + 'static) {
    page::spawn(async move {
        // Whoever gives it to something does so a tick after the change.
        tick().await;
        tick().await;
        if page::is_focus_lost() {
            give();
        }
    });
}

/// Gives the focus back to what has it now, once the calling dialog or pop-up is gone: a browser does so where one is closed, not where it is
/// removed. If that is gone too, to what had it before the menu or dialog that it was in, or to the card of the same deal; and to
/// nothing if something else was given it.
fn give_back(desk: Desk) {
    let own = page::focused().filter(page::can_have_focus);
    if let Some(own) = own.as_ref().filter(|own| !page::is_within(own, ":is(dialog,[role='menu'])")) {
        OUTSIDE.with_borrow_mut(|outside| *outside = Some(own.clone()));
    }
    let outside = OUTSIDE.with_borrow(Option::clone);
    let before: Vec<HtmlElement> = own.into_iter().chain(outside).collect();
    let deals: Vec<String> = before.iter().filter_map(|element| page::data(element, "deal")).collect();
    let before = StoredValue::new_local(before);
    on_cleanup(move || {
        let before = before.try_get_value().unwrap_or_default();
        if_lost(move || {
            let there = before.into_iter().find(page::can_have_focus);
            let card = || {
                let found = |deal: &String| {
                    desk.root
                        .try_with_value(|root| page::find(root, &format!("[data-deal='{deal}']")))
                        .flatten()
                };
                deals.iter().find_map(found)
            };
            if let Some(element) = there.or_else(card) {
                page::focus_in_sight(&element);
            }
        });
    });
}

/// For as long as the calling dialog or pop-up stands, it is what messages stand in; and then the focus is given back.
pub fn stand_in_front(desk: Desk) {
    give_back(desk);
    desk.modals.update(|count| *count += 1);
    on_cleanup(move || {
        desk.modals.try_update(|count| *count = count.saturating_sub(1));
    });
}

/// As a button removes the item of a list that it is in: gives the focus to the same button of the item beside it, or where it was the last to
/// the button that adds one; unless the item stays.
pub fn focus_beside(event: &MouseEvent, item: &str) {
    let Some(own) = page::closest(event, item) else { return };
    let (beside, around) = (page::beside(&own), page::closest(event, ":is(section,dialog)"));
    if_lost(move || {
        let next = beside.and_then(|beside| page::find(&beside, "button.icon-button:not(.reorder-handle)"));
        let add = || around.and_then(|around| page::find(&around, "button.add"));
        if let Some(button) = next.or_else(add) {
            page::focus_in_sight(&button);
        }
    });
}

/// Gives the focus to an element that had it before the one that was just removed, unless it is somewhere by then.
pub fn back_to(before: Option<HtmlElement>) {
    if_lost(move || {
        if let Some(element) = before.filter(page::can_have_focus) {
            page::focus(&element);
        }
    });
}
