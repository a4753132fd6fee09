//! Text that is written in place: a button that shows it, and while it is written a field instead.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use super::say_if_full;
use crate::browser::page::{self, Event, KeyboardEvent};
use crate::ui::desk::use_desk;

/// How much fits into a field if nothing else is said.
const LONGEST: usize = 500;

/// How the writing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// By Enter.
    Entered,
    /// By Escape: what was typed does not count.
    Escaped,
    /// The focus went elsewhere.
    Left,
}

/// A text, or while it is written a field in its place. A click, Enter and F2 begin. The caller ends the writing.
#[component]
pub fn InPlace(
    /// Whether it is being written.
    #[prop(into)]
    editing: Signal<bool>,
    /// The text as it is stored.
    #[prop(into)]
    text: Signal<String>,
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// The class of the button, by which the caller finds it.
    class: &'static str,
    /// The class of the field.
    field_class: &'static str,
    /// Whether the field has several lines.
    #[prop(optional)]
    lines: bool,
    /// What the button says when it is pointed at.
    #[prop(optional)]
    title: Option<&'static str>,
    /// How many characters fit into the field; when it is full, the page says so.
    #[prop(default = LONGEST)]
    longest: usize,
    /// What stands on the button while there is no text.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The id of what describes the button.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// Called when the writing shall begin.
    #[prop(into)]
    on_edit: Callback<()>,
    /// Called with what was typed; it may be called again when the field goes.
    #[prop(into)]
    on_done: Callback<(String, How)>,
) -> impl IntoView {
    let shown = move || match hint {
        None => (move || text.get()).into_any(),
        Some(hint) => (move || match text.get() {
            text if text.is_empty() => view! { <span class="in-place-hint">{hint}</span> }.into_any(),
            text => text.into_any(),
        })
        .into_any(),
    };
    view! {
        <Show
            when=move || editing.get()
            fallback=move || {
                view! {
                    <button
                        type="button"
                        class=class
                        dir="auto"
                        title=title
                        aria-describedby=described_by.clone()
                        on:click=move |_| on_edit.run(())
                        on:keydown=move |event| {
                            if event.key() == "F2" {
                                event.prevent_default();
                                on_edit.run(());
                            }
                        }
                    >
                        {shown()}
                    </button>
                }
            }
        >
            <InPlaceField label text=text.get_untracked() class=field_class lines longest on_done />
        </Show>
    }
}

/// A field that takes the focus, for as long as something is written.
#[component]
pub fn InPlaceField(
    /// What it is called.
    label: Signal<String>,
    /// What stands in it at first.
    #[prop(optional)]
    text: String,
    /// Its class.
    class: &'static str,
    /// Whether it has several lines.
    #[prop(optional)]
    lines: bool,
    /// How many characters fit in; when it is full, the page says so.
    #[prop(default = LONGEST)]
    longest: usize,
    /// Called with what was typed. Where the field stays after Enter, it is empty then, for the next.
    on_done: Callback<(String, How)>,
) -> impl IntoView {
    let (line, area) = (NodeRef::<Input>::new(), NodeRef::<Textarea>::new());
    Effect::new(move |_| {
        if let Some(line) = line.get() {
            page::focus_in_sight(&line);
        }
        if let Some(area) = area.get() {
            page::focus_in_sight(&area);
        }
    });
    let key = move |event: KeyboardEvent| {
        let how = match event.key().as_str() {
            "Enter" if !event.is_composing() => How::Entered,
            "Escape" if !event.is_composing() => How::Escaped,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        on_done.run((page::value_of(&event), how));
        if let Some(line) = line.try_get_untracked().flatten() {
            line.set_value("");
        }
        if let Some(area) = area.try_get_untracked().flatten() {
            area.set_value("");
        }
    };
    let desk = use_desk();
    let typed = move |event: Event| say_if_full(desk, &page::value_of(&event), longest);
    let left = move |event: Event| {
        on_done.try_run((page::value_of(&event), How::Left));
    };
    if lines {
        view! {
            <textarea
                class=class
                dir="auto"
                rows="1"
                maxlength=longest.to_string()
                autocomplete="off"
                node_ref=area
                aria-label=move || label.get()
                prop:value=text
                on:keydown=key
                on:input=typed
                on:blur=move |event| left(event.into())
            ></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                type="text"
                class=class
                dir="auto"
                maxlength=longest.to_string()
                autocomplete="off"
                node_ref=line
                aria-label=move || label.get()
                prop:value=text
                on:keydown=key
                on:input=typed
                on:blur=move |event| left(event.into())
            />
        }
        .into_any()
    }
}
