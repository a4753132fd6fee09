//! Where the deals go: a new pipeline with a name and a currency, or one that is there.

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::csv_fields::Field;
use crate::model::Currency;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Choice, Offer};

use super::draft::Draft;

/// Currencies to choose from besides those that the file and the workspace name.
const CURRENCIES: [&str; 10] = ["EUR", "USD", "GBP", "CHF", "SEK", "PLN", "INR", "JPY", "CAD", "AUD"];
/// The key of the entry for a currency that is not in the list.
const OTHER: &str = "other";

fn pipelines(desk: Desk) -> Vec<Offer> {
    let all = desk.pipelines_in_use().into_iter();
    all.map(|pipeline| (pipeline.id.to_string(), pipeline.name.clone())).collect()
}

/// The pipeline, its name and currency, and which rows of the file are meant.
#[component]
pub fn TargetFields(
    /// The decisions.
    draft: Draft,
) -> impl IntoView {
    let desk = draft.desk;
    let t = desk.t();
    let places = Signal::derive(move || {
        let new = (String::new(), t.import_new_pipeline().to_owned());
        std::iter::once(new).chain(pipelines(desk)).collect::<Vec<_>>()
    });
    let place = Signal::derive(move || draft.place.get().map(|id| id.to_string()).unwrap_or_default());
    let has_places = Memo::new(move |_| places.with(|places| places.len() > 1));
    let only_offers = Signal::derive(move || {
        let all = (String::new(), t.import_only_all().to_owned());
        let named = draft.pipelines.get().into_iter().filter(|(name, _)| !name.is_empty());
        let named = named.map(|(name, rows)| {
            let rows = t.import_rows(rows as u64, &desk.formats().count(rows as u64));
            (name.clone(), format!("{name} ({rows})"))
        });
        std::iter::once(all).chain(named).collect::<Vec<_>>()
    });
    let several = Memo::new(move |_| {
        draft.mapping.with(|m| m.has(Field::Pipeline)) && only_offers.with(|offers| offers.len() > 2)
    });
    view! {
        <div class="import-fields">
            <Show when=move || has_places.get()>
                <Choice
                    name="place"
                    label=t.import_into()
                    offers=places
                    value=place
                    on_choose=move |key: String| {
                        draft.place.set(key.parse().ok());
                        true
                    }
                />
            </Show>
            <Show when=move || draft.place.with(Option::is_none)>
                <label class="field import-name">
                    <span>{move || if has_places.get() { t.import_pipeline_name() } else { t.import_new_pipeline() }}</span>
                    <input
                        type="text"
                        dir="auto"
                        maxlength="500"
                        autocomplete="off"
                        data-import="name"
                        prop:value=move || draft.name.get()
                        on:input=move |event| draft.name.set(page::value_of(&event))
                    />
                </label>
                <CurrencyFields code=draft.code likely=draft.likely_currency />
            </Show>
            <Show when=move || several.get()>
                <Choice
                    name="only"
                    label=t.import_only()
                    offers=only_offers
                    value=Signal::derive(move || draft.only.get().unwrap_or_default())
                    on_choose=move |name: String| {
                        draft.only.set((!name.is_empty()).then_some(name));
                        true
                    }
                />
            </Show>
        </div>
    }
}

/// A currency: one of a list, or any by its code.
#[component]
pub fn CurrencyFields(
    /// The code that was chosen, which may be none yet.
    code: RwSignal<Option<String>>,
    /// The currency that counts until then.
    likely: Memo<Currency>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let other = RwSignal::new(false);
    let listed = Memo::new(move |_| {
        let mut codes = vec![likely.get().to_string()];
        let here: Vec<Currency> =
            desk.with(|session| session.workspace().pipelines().iter().map(|p| p.currency).collect());
        let known = here.into_iter().map(|currency| currency.to_string());
        for other in known.chain(CURRENCIES.map(str::to_owned)) {
            if !codes.contains(&other) {
                codes.push(other);
            }
        }
        codes
    });
    let offers = Signal::derive(move || {
        let codes = listed.get().into_iter().map(|code| (code.clone(), code));
        codes.chain([(OTHER.to_owned(), t.import_other_currency().to_owned())]).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || {
        if other.get() {
            return OTHER.to_owned();
        }
        code.get().unwrap_or_else(|| likely.get().to_string())
    });
    view! {
        <div class="import-currency">
            <Choice
                name="currency"
                label=t.import_currency()
                offers=offers
                value=value
                on_choose=move |key: String| {
                    other.set(key == OTHER);
                    code.set(Some(if key == OTHER { String::new() } else { key }));
                    true
                }
            />
        </div>
        <Show when=move || other.get()>
            <label class="field import-currency">
                <span>{t.import_currency_code()}</span>
                <input
                    type="text"
                    maxlength="3"
                    autocomplete="off"
                    autocapitalize="characters"
                    data-import="currency-code"
                    prop:value=move || code.get().unwrap_or_default()
                    on:input=move |event| code.set(Some(page::value_of(&event)))
                />
            </label>
        </Show>
    }
}
