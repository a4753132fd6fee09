//! A list to choose from, of which both the entries and the choice may change.

use leptos::prelude::*;

use crate::browser::page;

/// What a list offers: a key and the text that stands for it.
pub type Offer = (String, String);

/// The list.
#[component]
pub fn Choice<F>(
    /// Its name, for scripts.
    name: &'static str,
    /// What it is for, where no label stands around it.
    #[prop(optional, into)]
    label: Option<String>,
    /// What there is to choose.
    offers: Signal<Vec<Offer>>,
    /// The key of the choice.
    value: Signal<String>,
    /// Called with the key that the user chose.
    on_choose: F,
) -> impl IntoView
where
    F: Fn(String) + 'static,
{
    view! {
        <select
            dir="auto"
            data-import=name
            aria-label=label
            on:change=move |event| on_choose(page::value_of(&event))
        >
            {move || {
                offers
                    .get()
                    .into_iter()
                    .map(|(key, text)| {
                        // Said of each entry and not of the list, which forgets its choice when the entries change.
                        let own = key.clone();
                        let selected = move || value.with(|value| *value == own);
                        view! { <option value=key prop:selected=selected>{text}</option> }
                    })
                    .collect_view()
            }}
        </select>
    }
}
