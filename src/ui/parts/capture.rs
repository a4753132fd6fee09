//! A field that is always open and takes one thing after the other: type, Enter, type the next.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::{LIST, say_if_full};
use crate::browser::page;
use crate::ui::desk::use_desk;

/// The field. Each line that was typed or pasted is one thing. What is in it when it is left counts too.
#[component]
pub fn Capture(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in the field while it is empty.
    #[prop(into)]
    hint: Signal<String>,
    /// Adds the lines, of which none is blank; says whether that was accepted. What was refused stays in the field.
    #[prop(into)]
    on_add: Callback<Vec<String>, bool>,
) -> impl IntoView {
    let desk = use_desk();
    let node = NodeRef::<Textarea>::new();
    let add = move || {
        let Some(area) = node.try_get_untracked().flatten() else { return };
        let typed = area.value();
        let lines = typed.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        if lines.is_empty() || on_add.try_run(lines) == Some(true) {
            area.set_value("");
        }
    };
    view! {
        <textarea
            class="capture"
            dir="auto"
            rows="1"
            maxlength=LIST.to_string()
            autocomplete="off"
            data-field=name
            node_ref=node
            aria-label=move || label.get()
            placeholder=move || hint.get()
            on:keydown=move |event| {
                match event.key().as_str() {
                    "Enter" if !event.is_composing() && !event.shift_key() => add(),
                    // What was begun goes first; then Escape is for what is around the field.
                    "Escape" if !page::value_of(&event).is_empty() => {
                        if let Some(area) = node.get_untracked() {
                            area.set_value("");
                        }
                    }
                    _ => return,
                }
                event.prevent_default();
                event.stop_propagation();
            }
            on:input=move |event| say_if_full(desk, &page::value_of(&event), LIST)
            on:blur=move |_| add()
        ></textarea>
    }
}
