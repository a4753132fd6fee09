//! One of several: a phase, a row, a stage, an order.

use leptos::prelude::*;

use crate::ui::desk::use_desk;
use crate::ui::parts::own_id;

/// Something to choose one of: the browser's own radio buttons, so that arrows walk through them.
#[component]
pub fn Pick<K>(
    /// The name of the group, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What there is to choose, with a count beside each.
    offers: Signal<Vec<(K, String, Option<u64>)>>,
    /// The choice.
    chosen: Signal<Option<K>>,
    /// Chooses.
    on_choose: Callback<K>,
) -> impl IntoView
where
    K: Copy + PartialEq + Send + Sync + 'static,
{
    let desk = use_desk();
    let group = own_id(name);
    let list = move || {
        let group = group.clone();
        let option = move |(key, text, count): (K, String, Option<u64>)| {
            view! {
                <label class="pick-option">
                    <input
                        type="radio"
                        name=group.clone()
                        data-field=name
                        prop:checked=move || chosen.get() == Some(key)
                        on:change=move |_| on_choose.run(key)
                    />
                    <span dir="auto">{text}</span>
                    {count.map(|count| view! { <small>{desk.formats().count(count)}</small> })}
                </label>
            }
        };
        offers.get().into_iter().map(option).collect_view()
    };
    view! {
        <fieldset class="pick" data-pick=name>
            <legend>{move || label.get()}</legend>
            <div class="pick-options">{list}</div>
        </fieldset>
    }
}
