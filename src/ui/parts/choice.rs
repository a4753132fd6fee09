//! A list to choose from, of which both the entries and the choice may change.

use leptos::html::Select;
use leptos::prelude::*;

use super::line::Look;
use crate::browser::page;

/// What a list offers: a key and the text that stands for it.
pub type Offer = (String, String);

/// The list. A key that is not among the entries shows the first: offer an entry for "none" where there may be none.
#[component]
pub fn Choice(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose.
    #[prop(into)]
    offers: Signal<Vec<Offer>>,
    /// The key of the choice.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the key that the user chose; says whether it was accepted.
    #[prop(into)]
    on_choose: Callback<String, bool>,
    /// Whether the label is spoken only, for dense editors and tables.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let node = NodeRef::<Select>::new();
    // Entries that did not change stay as they are, also while the list is open.
    let offers = Memo::new(move |_| offers.get());
    let value = Memo::new(move |_| value.get());
    view! {
        <label class=Look::bare(bare).class()>
            <span class="field-name">{move || label.get()}</span>
            <select
                dir="auto"
                data-field=name
                node_ref=node
                on:change=move |event| {
                    if !on_choose.run(page::value_of(&event)) && let Some(select) = node.get_untracked() {
                        select.set_value(&value.get_untracked());
                    }
                }
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
        </label>
    }
}
