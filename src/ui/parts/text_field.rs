//! Fields for text.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::line::{Line, Look, Typed};
use super::own_id;
use crate::browser::page;

/// A line of text. It commits when it is left or Enter is pressed, and shows what is stored if that was refused.
#[component]
pub fn TextField(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is stored.
    #[prop(into)]
    value: Signal<String>,
    /// Stores a new text; says whether it was accepted.
    #[prop(into)]
    on_change: Callback<String, bool>,
    /// Texts to choose from.
    #[prop(optional, into)]
    known: Option<Signal<Vec<String>>>,
    /// The id of a [`KnownTexts`] that several fields share.
    #[prop(optional, into)]
    list: Option<String>,
    /// What stands in the field while it is empty.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether the label is spoken only and the edge quiet, for dense editors and tables.
    #[prop(optional)]
    bare: bool,
    /// Whether it is the heading.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let own = known.map(|texts| (own_id(name), texts));
    let list = list.or(own.as_ref().map(|(id, _)| id.clone()));
    let look = if large { Look::Heading } else { Look::bare(bare) };
    let line = Line {
        name,
        label,
        stored: value,
        commit: on_change,
        typed: Typed::Text,
        hint,
        unit: None,
        list,
        look,
    };
    view! {
        {line.view()}
        {own.map(|(id, texts)| view! { <KnownTexts id texts /> })}
    }
}

/// Texts that fields offer, by the list's id. One list serves many fields.
#[component]
pub fn KnownTexts(
    /// Its id, such as [`own_id`] makes.
    id: String,
    /// The texts.
    #[prop(into)]
    texts: Signal<Vec<String>>,
) -> impl IntoView {
    view! {
        <datalist id=id>
            {move || texts.get().into_iter().map(|text| view! { <option value=text></option> }).collect_view()}
        </datalist>
    }
}

/// Text of several lines; the field grows with it. It commits when it is left.
#[component]
pub fn TextArea(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is stored.
    #[prop(into)]
    value: Signal<String>,
    /// Stores a new text; says whether it was accepted.
    #[prop(into)]
    on_change: Callback<String, bool>,
    /// What stands in the field while it is empty.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Lines that it has room for at least.
    #[prop(default = 4)]
    rows: u16,
    /// Whether the label is spoken only and the edge quiet, for dense editors and tables.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let node = NodeRef::<Textarea>::new();
    view! {
        <label class=Look::bare(bare).class()>
            <span class="field-name">{move || label.get()}</span>
            <textarea
                dir="auto"
                rows=rows
                style:--rows=rows.to_string()
                data-field=name
                placeholder=move || hint.map(|hint| hint.get())
                node_ref=node
                prop:value=move || value.get()
                on:change=move |event| {
                    let text = page::value_of(&event);
                    // As it goes with its view, nobody asks any more.
                    let (Some(kept), Some(now)) = (on_change.try_run(text.clone()), value.try_get_untracked()) else {
                        return;
                    };
                    if (!kept || now.trim() == text.trim()) && let Some(area) = node.try_get_untracked().flatten() {
                        area.set_value(&now);
                    }
                }
            ></textarea>
        </label>
    }
}
