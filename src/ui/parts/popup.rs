//! A pop-up at a point of the window: the browser's own modal dialog, so that the focus stays in it and comes back.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::stand_in_front;
use crate::browser::page::{self, Event};
use crate::ui::desk::use_desk;
use crate::ui::frame::{Messages, step_back};

/// What arrow keys walk through.
const STOPS: &str = "button:not(:disabled), input:not(:disabled)";

/// A pop-up that is open as long as it is mounted. Escape and a click outside of it close it; arrows walk through its
/// buttons and boxes.
#[component]
pub fn Popup(
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// Its end corner, in CSS pixels of the window; it is moved to stay within it. See [`below`].
    at: (i32, i32),
    /// Called when the user closes it. Its owner unmounts it then.
    #[prop(into)]
    on_close: Callback<()>,
    /// A class of its own, beside those that all have.
    #[prop(optional)]
    class: &'static str,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let desk = use_desk();
    stand_in_front(desk);
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
            page::place_within_window(&dialog, at);
        }
    });
    view! {
        <dialog
            class=format!("menu popup {class}")
            aria-label=move || label.get()
            node_ref=node
            on:cancel=move |event: Event| {
                event.prevent_default();
                on_close.run(());
            }
            // A browser closes at the second Escape in a row without asking.
            on:close=move |_: Event| on_close.run(())
            on:click=move |event| {
                // The backdrop is the dialog's own; what was pressed within it may be gone by now.
                if page::is_on_itself(&event) {
                    on_close.run(());
                }
            }
            on:keydown=move |event| {
                if step_back(desk, &event) {
                    return;
                }
                match event.key().as_str() {
                    // A list and a field for text have a use for arrows of their own.
                    _ if page::closest(&event, "select, textarea, input:not([type='checkbox'])").is_some() => {
                        event.stop_propagation();
                        return;
                    }
                    "ArrowDown" => page::focus_next(&event, STOPS, 1),
                    "ArrowUp" => page::focus_next(&event, STOPS, -1),
                    _ => {
                        event.stop_propagation();
                        return;
                    }
                }
                event.prevent_default();
                event.stop_propagation();
            }
        >
            <div class="popup-body">{children()}</div>
            <Messages />
        </dialog>
    }
}

/// The point below the end of an element, for a pop-up that belongs to it.
pub fn below(element: &page::HtmlElement) -> (i32, i32) {
    let (x, y, width, height) = page::rect(element);
    ((x + width) as i32, (y + height) as i32 + 4)
}
