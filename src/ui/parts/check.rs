//! A box to tick.

use leptos::html::Input;
use leptos::prelude::*;

/// A box to tick with its label; what is given as children stands behind the label, quietly.
#[component]
pub fn Check(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    value: Signal<bool>,
    /// Stores the tick; says whether it was accepted.
    #[prop(into)]
    on_change: Callback<bool, bool>,
    /// Whether the label is spoken only, for tables.
    #[prop(optional)]
    bare: bool,
    /// What stands behind the label.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let node = NodeRef::<Input>::new();
    let class = if bare { "check check-bare" } else { "check" };
    view! {
        <label class=class>
            <input
                type="checkbox"
                data-field=name
                node_ref=node
                prop:checked=move || value.get()
                on:change=move |_| {
                    if let Some(input) = node.get_untracked() && !on_change.run(input.checked()) {
                        input.set_checked(value.get_untracked());
                    }
                }
            />
            <span class="field-name" dir="auto">{move || label.get()}</span>
            {children.map(|children| view! { <span class="check-more">{children()}</span> })}
        </label>
    }
}
