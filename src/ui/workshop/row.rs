//! A row of a workshop's list: a text that can be changed in place, what can be made of it, and the way to delete it.

use leptos::prelude::*;

use super::use_room;
use crate::ui::parts::{Icon, Sign, TextField};

/// What stands in the row.
#[component]
pub fn Row(
    /// The field's name, and what is written in it.
    name: &'static str,
    label: &'static str,
    text: Memo<String>,
    /// Called with a new text; whether it was taken.
    on_change: Callback<String, bool>,
    /// The button's `data-action` and its word.
    action: (&'static str, &'static str),
    /// Called with the text when the button is pressed.
    on_make: Callback<String>,
    /// Whether the button can be pressed, and what it says then.
    #[prop(optional)]
    into: Option<Memo<Option<String>>>,
    /// Deletes it; whether that was done.
    on_delete: Callback<(), bool>,
    /// What has the focus after that.
    focus: &'static str,
) -> impl IntoView {
    let room = use_room();
    let t = room.desk.t();
    let (key, word) = action;
    let delete = move |_| {
        let said = text.get_untracked();
        if on_delete.run(()) {
            room.desk.notify_undo(t.workshop_deleted(&said));
            room.focus(focus.into());
        }
    };
    view! {
        <TextField name label value=text on_change=move |text: String| on_change.run(text) bare=true />
        <button
            type="button"
            class="button"
            data-action=key
            disabled=move || into.is_some_and(|into| into.with(Option::is_none))
            title=move || into.and_then(|into| into.get())
            on:click=move |_| on_make.run(text.get_untracked())
        >
            {word}
        </button>
        <button
            type="button"
            class="icon-button"
            aria-label=move || t.remove_row(&text.get())
            title=t.workshop_delete()
            on:click=delete
        >
            <Icon sign=Sign::Close />
        </button>
    }
}
