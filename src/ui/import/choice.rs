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
            prop:value=move || {
                // A list that is made anew forgets its choice.
                offers.track();
                value.get()
            }
            on:change=move |event| on_choose(page::value_of(&event))
        >
            {move || {
                let chosen = value.get_untracked();
                offers
                    .get()
                    .into_iter()
                    .map(|(key, text)| {
                        let selected = key == chosen;
                        view! { <option value=key selected=selected>{text}</option> }
                    })
                    .collect_view()
            }}
        </select>
    }
}
