//! One of the population's fields: a button that says what is chosen, and a list to tick.

use leptos::html::Button;
use leptos::prelude::*;

use crate::ui::desk::use_desk;
use crate::ui::parts::{Check, Popup, below};

/// The field. Nothing ticked means everything.
#[component]
pub fn Pick(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    label: String,
    /// What the empty text is called.
    none: &'static str,
    /// What there is to tick.
    texts: Memo<Vec<String>>,
    /// What is ticked.
    chosen: Signal<Vec<String>>,
    /// Stores what is ticked.
    on_pick: Callback<Vec<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let button = NodeRef::<Button>::new();
    let at = RwSignal::new(None::<(i32, i32)>);
    let word = move |text: &str| if text.is_empty() { none.to_owned() } else { text.to_owned() };
    let said = move || {
        let chosen = chosen.get();
        match chosen.as_slice() {
            [] => t.population_everything().to_owned(),
            [one] => word(one),
            more => t.population_some(&desk.formats().count(more.len() as u64)),
        }
    };
    // A list of one kind tells nothing apart; what is ticked stays to be unticked.
    let there =
        Memo::new(move |_| texts.with(|texts| texts.len() > 1) || chosen.with(|chosen| !chosen.is_empty()));
    let label = StoredValue::new(label);
    view! {
        <Show when=move || there.get()>
            <div class="field">
                <span class="field-name" aria-hidden="true" dir="auto">{label.get_value()}</span>
                <button
                    type="button"
                    class="pick"
                    data-field=name
                    aria-haspopup="dialog"
                    aria-label=move || format!("{}: {}", label.get_value(), said())
                    node_ref=button
                    on:click=move |_| at.set(button.get_untracked().map(|button| below(&button)))
                >
                    <span dir="auto">{said}</span>
                </button>
            </div>
        </Show>
        {move || {
            at.get()
                .map(|point| {
                    let rows = move || {
                        let mut all = texts.get();
                        let ticked = chosen.with_untracked(Clone::clone);
                        all.extend(ticked.into_iter().filter(|text| !texts.with_untracked(|texts| texts.contains(text))));
                        all.into_iter()
                            .map(|text| {
                                let (own, flip) = (text.clone(), text.clone());
                                let on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&own)));
                                let tick = move |ticked: bool| {
                                    let mut now = chosen.get_untracked();
                                    now.retain(|other| *other != flip);
                                    if ticked {
                                        now.push(flip.clone());
                                    }
                                    on_pick.run(now);
                                    true
                                };
                                view! { <Check name="pick" label=word(&text) value=on on_change=tick /> }
                            })
                            .collect_view()
                    };
                    view! {
                        <Popup label=label.get_value() at=point on_close=move |()| at.set(None) class="pick-menu">
                            {rows}
                            <hr />
                            <button
                                type="button"
                                on:click=move |_| {
                                    on_pick.run(Vec::new());
                                    at.set(None);
                                }
                            >
                                {t.population_everything()}
                            </button>
                            <button type="button" on:click=move |_| at.set(None)>{t.done()}</button>
                        </Popup>
                    }
                })
        }}
    }
}
