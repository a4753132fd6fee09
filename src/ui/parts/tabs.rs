//! Tabs: which of several parts of a view is shown.

use leptos::prelude::*;

use crate::browser::page;

/// A tab's key and name.
pub type TabName = (&'static str, String);

/// The row of tabs. What they show is the caller's: an element with the role `tabpanel` and the id that [`panel_id`] gives.
/// Arrows, Home and End lead from tab to tab and choose it.
#[component]
pub fn Tabs(
    /// The id that those of tabs and panel are made of, such as [`super::own_id`] makes.
    #[prop(into)]
    id: String,
    /// What the row is called.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs in order.
    #[prop(into)]
    tabs: Signal<Vec<TabName>>,
    /// The key of the one that is shown.
    #[prop(into)]
    chosen: Signal<&'static str>,
    /// Shows another.
    #[prop(into)]
    on_choose: Callback<&'static str>,
    /// Called after a tab was pressed, by a pointer, Enter or Space; not for arrows, which only walk by.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let panel = panel_id(&id);
    view! {
        <div
            class="tab-row"
            role="tablist"
            aria-label=move || label.get()
            on:keydown=move |event| {
                let rtl = page::closest(&event, "[role='tablist']").is_some_and(|row| page::is_rtl(&row));
                let step = match (event.key().as_str(), rtl) {
                    ("ArrowRight", false) | ("ArrowLeft", true) => Some(1),
                    ("ArrowLeft", false) | ("ArrowRight", true) => Some(-1),
                    ("Home" | "End", _) => None,
                    _ => return,
                };
                let row = page::closest(&event, "[role='tablist']");
                let all = row.map(|row| page::find_all(&row, "[role='tab']")).unwrap_or_default();
                let end = if event.key() == "Home" { all.first() } else { all.last() };
                match (step, end) {
                    (Some(step), _) => page::focus_next(&event, "[role='tab']", step),
                    (None, Some(tab)) => page::focus_in_sight(tab),
                    (None, None) => {}
                }
                event.prevent_default();
                event.stop_propagation();
            }
        >
            <For each=move || tabs.get() key=|tab| tab.clone() let:tab>
                {
                    let (key, name) = tab;
                    let choose = move || {
                        if chosen.get_untracked() != key {
                            on_choose.run(key);
                        }
                    };
                    view! {
                        <button
                            type="button"
                            class="tab-name"
                            role="tab"
                            id=tab_id(&id, key)
                            data-tab=key
                            aria-controls=panel.clone()
                            aria-selected=move || (chosen.get() == key).to_string()
                            tabindex=move || if chosen.get() == key { "0" } else { "-1" }
                            on:click=move |_| {
                                choose();
                                if let Some(on_press) = on_press {
                                    on_press.run(());
                                }
                            }
                            on:focus=move |_| choose()
                        >
                            {name}
                        </button>
                    }
                }
            </For>
        </div>
    }
}

/// The id of a tab.
pub fn tab_id(id: &str, key: &str) -> String {
    format!("{id}-{key}")
}

/// The id of what tabs show.
pub fn panel_id(id: &str) -> String {
    format!("{id}-panel")
}
