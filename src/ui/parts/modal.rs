//! A modal dialog: the browser's own, so that focus stays in it, Escape closes it and the rest is inert.

use leptos::prelude::*;

use super::{Icon, Sign, stand_in_front};
use crate::browser::page::Event;
use crate::ui::desk::use_desk;
use crate::ui::frame::{Messages, step_back};

/// A dialog that is open as long as it is mounted.
#[component]
pub fn Modal(
    /// Its heading.
    #[prop(into)]
    title: String,
    /// Called when the user closes it without a decision.
    on_close: Callback<()>,
    /// Whether it is wide.
    #[prop(optional)]
    wide: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    stand_in_front(desk);
    let node = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    let label = desk.element_id("dialog-title");
    let heading = label.clone();
    view! {
        <dialog
            class="modal"
            class:modal-wide=wide
            aria-labelledby=label
            node_ref=node
            on:cancel=move |event: Event| {
                event.prevent_default();
                on_close.run(());
            }
            // A browser closes at the second Escape in a row without asking.
            on:close=move |_: Event| on_close.run(())
            on:keydown=move |event| {
                if !step_back(desk, &event) {
                    event.stop_propagation();
                }
            }
        >
            <div class="modal-head">
                <h2 id=heading>{title}</h2>
                <button type="button" class="icon-button" aria-label=t.close() on:click=move |_| on_close.run(())>
                    <Icon sign=Sign::Close />
                </button>
            </div>
            {children()}
            // What is behind is inert: who is in the dialog could neither hear nor press it.
            <Messages />
        </dialog>
    }
}
