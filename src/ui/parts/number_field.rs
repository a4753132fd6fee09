//! Fields for whole numbers and for money.

use leptos::prelude::*;

use super::line::{Line, Look, Typed};
use crate::exchange::typed_amount::{amount_text, read_amount};
use crate::model::Currency;
use crate::ui::desk::use_desk;

/// A whole number, or none where the field is empty. What is no number or out of range is refused with a message.
#[component]
pub fn NumberField(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is stored.
    #[prop(into)]
    value: Signal<Option<i64>>,
    /// Stores a new number; says whether it was accepted. Refuse `None` where there must be one.
    #[prop(into)]
    on_change: Callback<Option<i64>, bool>,
    /// The least that is accepted.
    #[prop(optional)]
    min: i64,
    /// The most that is accepted.
    #[prop(default = 1_000_000)]
    max: i64,
    /// What stands in the field while it is empty.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What stands behind the number, such as "%".
    #[prop(optional, into)]
    unit: Option<Signal<String>>,
    /// Whether the label is spoken only and the edge quiet, for dense editors and tables.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let desk = use_desk();
    let stored = Signal::derive(move || value.get().map(|number| number.to_string()).unwrap_or_default());
    let commit = Callback::new(move |text: String| {
        let text = text.trim().trim_end_matches('%').trim_end();
        let number = text.parse::<i64>().ok().filter(|number| (min..=max).contains(number));
        if number.is_none() && !text.is_empty() {
            desk.warn(desk.t().number_between(min, max));
            return false;
        }
        // "07" is 7, and is written so.
        number != value.get_untracked() && on_change.run(number)
    });
    Line { name, label, stored, commit, typed: Typed::Whole, hint, unit, list: None, look: Look::bare(bare) }
        .view()
}

/// An amount in a currency, which stands behind the label.
#[component]
pub fn MoneyField(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// The currency.
    #[prop(into)]
    currency: Signal<Currency>,
    /// What is stored, in minor units.
    #[prop(into)]
    value: Signal<i64>,
    /// Stores a new value; says whether it was accepted.
    #[prop(into)]
    on_change: Callback<i64, bool>,
    /// Whether the label is spoken only and the edge quiet, for dense editors and tables.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let desk = use_desk();
    let label = Signal::derive(move || format!("{} ({})", label.get(), currency.get()));
    let stored = Signal::derive(move || amount_text(value.get(), currency.get()));
    let commit = Callback::new(move |text: String| {
        let Some(minor) = read_amount(&text, currency.get_untracked()) else {
            desk.warn(desk.t().value_unreadable().into());
            return false;
        };
        minor != value.get_untracked() && on_change.run(minor)
    });
    let look = Look::bare(bare);
    Line { name, label, stored, commit, typed: Typed::Decimal, hint: None, unit: None, list: None, look }
        .view()
}

/// An amount in a currency, or none where the field is empty. The label is spoken only: it is for tables.
#[component]
pub fn MoneyOrNone(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// The currency.
    #[prop(into)]
    currency: Signal<Currency>,
    /// What is stored, in minor units.
    #[prop(into)]
    value: Signal<Option<i64>>,
    /// What stands in the field while it is empty, such as what follows from other fields.
    #[prop(into)]
    hint: Signal<String>,
    /// Stores a new value, or that there is none; says whether it was accepted.
    #[prop(into)]
    on_change: Callback<Option<i64>, bool>,
) -> impl IntoView {
    let desk = use_desk();
    let label = Signal::derive(move || format!("{} ({})", label.get(), currency.get()));
    let stored = Signal::derive(move || {
        value.get().map(|minor| amount_text(minor, currency.get())).unwrap_or_default()
    });
    let commit = Callback::new(move |text: String| {
        let minor = if text.trim().is_empty() {
            None
        } else {
            let Some(minor) = read_amount(&text, currency.get_untracked()) else {
                desk.warn(desk.t().value_unreadable().into());
                return false;
            };
            Some(minor)
        };
        minor != value.get_untracked() && on_change.run(minor)
    });
    let (typed, hint, look) = (Typed::Decimal, Some(hint), Look::Bare);
    Line { name, label, stored, commit, typed, hint, unit: None, list: None, look }.view()
}
