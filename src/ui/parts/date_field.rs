//! A field for a day.

use leptos::prelude::*;

use super::line::{Line, Look, Typed};
use crate::model::Day;
use crate::ui::desk::use_desk;

/// A day, or none.
#[component]
pub fn DateField(
    /// The field's name, for scripts.
    name: &'static str,
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is stored.
    #[prop(into)]
    value: Signal<Option<Day>>,
    /// Stores a new day; says whether it was accepted. Refuse `None` where there must be one.
    #[prop(into)]
    on_change: Callback<Option<Day>, bool>,
    /// Whether the label is spoken only and the edge quiet, for dense editors and tables.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let desk = use_desk();
    let stored = Signal::derive(move || value.get().map(|day| day.to_string()).unwrap_or_default());
    let commit = Callback::new(move |text: String| {
        let day = text.parse::<Day>().ok();
        if day.is_none() && !text.is_empty() {
            desk.warn(desk.t().date_unreadable().into());
            return false;
        }
        on_change.run(day)
    });
    let look = Look::bare(bare);
    Line { name, label, stored, commit, typed: Typed::Day, hint: None, unit: None, list: None, look }.view()
}
