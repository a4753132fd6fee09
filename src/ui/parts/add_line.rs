//! "Add …": a quiet button that becomes a field. Type, Enter, type the next.

use leptos::html::{Button, Input};
use leptos::prelude::*;

use super::{Icon, Sign, focus_button};
use crate::browser::page;

/// The button, or while something is added the field in its place. Escape closes the field and gives the focus back to
/// the button; leaving it adds what was typed.
#[component]
pub fn AddLine(
    /// What stands on the button.
    #[prop(into)]
    label: Signal<String>,
    /// What the field is called.
    #[prop(into)]
    field: Signal<String>,
    /// What stands in the field while it is empty.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Adds what was typed, which is not blank; says whether it was accepted. What was refused stays in the field.
    #[prop(into)]
    on_add: Callback<String, bool>,
    /// Called when the field closes.
    #[prop(optional, into)]
    on_close: Option<Callback<()>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let button = NodeRef::<Button>::new();
    Effect::new(move |_| {
        if open.get()
            && let Some(input) = input.get()
        {
            page::focus(&input);
        }
    });
    let add = move || {
        if let Some(input) = input.get_untracked() {
            let text = input.value();
            if !text.trim().is_empty() && on_add.run(text) {
                input.set_value("");
            }
        }
    };
    let close = move || {
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    let back = move || {
        close();
        focus_button(button);
    };
    view! {
        <Show
            when=move || open.get()
            fallback=move || {
                view! {
                    <button type="button" class="add" node_ref=button on:click=move |_| open.set(true)>
                        <Icon sign=Sign::Plus />
                        {move || label.get()}
                    </button>
                }
            }
        >
            <input
                type="text"
                class="add-input"
                dir="auto"
                maxlength="500"
                autocomplete="off"
                node_ref=input
                aria-label=move || field.get()
                placeholder=move || hint.map(|hint| hint.get())
                on:keydown=move |event| {
                    match event.key().as_str() {
                        "Enter" if !event.is_composing() => add(),
                        "Escape" if !event.is_composing() => back(),
                        _ => return,
                    }
                    event.stop_propagation();
                    event.prevent_default();
                }
                on:blur=move |_| {
                    // A field that is closed loses the focus too; what was typed then does not count.
                    if open.try_get_untracked() == Some(true) {
                        add();
                        close();
                    }
                }
            />
        </Show>
    }
}
