//! Fields of the panel. Each commits when it is left or Enter is pressed, and shows what is stored if that was refused.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use crate::browser::page;
use crate::model::{Currency, Day};
use crate::ui::desk::use_desk;

use super::amount::{amount_text, read_amount};

/// A line of text.
#[component]
pub fn TextField<F>(
    /// The field's name, for scripts.
    name: &'static str,
    /// What stands above it.
    label: &'static str,
    /// What is stored.
    value: Signal<String>,
    /// Stores a new text; says whether it was accepted.
    on_change: F,
    /// Texts to choose from.
    #[prop(optional)]
    known: Option<Memo<Vec<String>>>,
    /// Whether it is the heading.
    #[prop(optional)]
    large: bool,
) -> impl IntoView
where
    F: Fn(String) -> bool + 'static,
{
    let desk = use_desk();
    let node = NodeRef::<Input>::new();
    let list = known.map(|_| desk.element_id(&format!("known-{name}")));
    view! {
        <label class="field" class:field-large=large>
            <span>{label}</span>
            <input
                type="text"
                dir="auto"
                maxlength="500"
                autocomplete="off"
                data-field=name
                list=list.clone()
                node_ref=node
                prop:value=move || value.get()
                on:change=move |event| {
                    if !on_change(page::value_of(&event)) && let Some(input) = node.get_untracked() {
                        input.set_value(&value.get_untracked());
                    }
                }
            />
            {known
                .zip(list)
                .map(|(known, id)| {
                    view! {
                        <datalist id=id>
                            {move || known.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
                        </datalist>
                    }
                })}
        </label>
    }
}

/// Text of several lines.
#[component]
pub fn TextArea<F>(
    /// The field's name, for scripts.
    name: &'static str,
    /// What stands above it.
    label: &'static str,
    /// What is stored.
    value: Signal<String>,
    /// Stores a new text; says whether it was accepted.
    on_change: F,
) -> impl IntoView
where
    F: Fn(String) -> bool + 'static,
{
    let node = NodeRef::<Textarea>::new();
    view! {
        <label class="field">
            <span>{label}</span>
            <textarea
                dir="auto"
                rows="4"
                data-field=name
                node_ref=node
                prop:value=move || value.get()
                on:change=move |event| {
                    if !on_change(page::value_of(&event)) && let Some(area) = node.get_untracked() {
                        area.set_value(&value.get_untracked());
                    }
                }
            ></textarea>
        </label>
    }
}

/// An amount in a currency.
#[component]
pub fn MoneyField<F>(
    /// The currency.
    currency: Signal<Currency>,
    /// What is stored, in minor units.
    value: Signal<i64>,
    /// Stores a new value; says whether it was accepted.
    on_change: F,
) -> impl IntoView
where
    F: Fn(i64) -> bool + 'static,
{
    let desk = use_desk();
    let t = desk.t();
    let node = NodeRef::<Input>::new();
    view! {
        <label class="field">
            <span>{move || format!("{} ({})", t.value(), currency.get())}</span>
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                data-field="value"
                node_ref=node
                prop:value=move || amount_text(value.get(), currency.get())
                on:change=move |event| {
                    let read = read_amount(&page::value_of(&event), currency.get_untracked());
                    if read.is_none() {
                        desk.warn(t.value_unreadable().into());
                    }
                    let accepted = read.is_some_and(&on_change);
                    if let Some(input) = node.get_untracked().filter(|_| !accepted || read == Some(value.get_untracked())) {
                        input.set_value(&amount_text(value.get_untracked(), currency.get_untracked()));
                    }
                }
            />
        </label>
    }
}

/// A day, or none.
#[component]
pub fn DateField<F>(
    /// The field's name, for scripts.
    name: &'static str,
    /// What stands above it.
    label: &'static str,
    /// What is stored.
    value: Signal<Option<Day>>,
    /// Stores a new day; says whether it was accepted.
    on_change: F,
) -> impl IntoView
where
    F: Fn(Option<Day>) -> bool + 'static,
{
    let desk = use_desk();
    let node = NodeRef::<Input>::new();
    let stored = move || value.get().map(|day| day.to_string()).unwrap_or_default();
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="date"
                data-field=name
                node_ref=node
                prop:value=stored
                on:change=move |event| {
                    let text = page::value_of(&event);
                    let day = text.parse::<Day>().ok();
                    if day.is_none() && !text.is_empty() {
                        desk.warn(desk.t().date_unreadable().into());
                    } else if on_change(day) {
                        return;
                    }
                    if let Some(input) = node.get_untracked() {
                        input.set_value(&untrack(stored));
                    }
                }
            />
        </label>
    }
}

/// A chance in percent that overrides the stage's; empty for the stage's.
#[component]
pub fn ChanceField<F>(
    /// What is stored.
    value: Signal<Option<u8>>,
    /// Stores a new chance; says whether it was accepted.
    on_change: F,
) -> impl IntoView
where
    F: Fn(Option<u8>) -> bool + 'static,
{
    let desk = use_desk();
    let t = desk.t();
    let node = NodeRef::<Input>::new();
    let stored = move || value.get().map(|percent| percent.to_string()).unwrap_or_default();
    view! {
        <label class="field">
            <span>{t.chance()}</span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                data-field="chance"
                placeholder=t.chance_hint()
                node_ref=node
                prop:value=stored
                on:change=move |event| {
                    let text = page::value_of(&event);
                    let text = text.trim().trim_end_matches('%').trim();
                    let percent = text.parse::<u8>().ok();
                    if percent.is_none() && !text.is_empty() {
                        desk.warn(t.chance_unreadable().into());
                    } else if on_change(percent) {
                        return;
                    }
                    if let Some(input) = node.get_untracked() {
                        input.set_value(&untrack(stored));
                    }
                }
            />
        </label>
    }
}
