//! A number that leads to its deals.

use leptos::prelude::*;

use super::super::use_insights;
use crate::metrics::{Figure, Population};

/// A number as a button that lists the deals behind it.
#[component]
pub fn Opens(
    /// The figure.
    figure: Figure,
    /// What the figure is called above its deals.
    #[prop(into)]
    title: String,
    /// The number as it is to be read.
    #[prop(into)]
    text: String,
    /// The name of the figure for scripts.
    #[prop(optional, into)]
    metric: Option<&'static str>,
    /// The bare number for scripts.
    #[prop(optional_no_strip)]
    value: Option<String>,
    /// Of whom the number is, if not of the deals that the view counts.
    #[prop(optional_no_strip)]
    population: Option<Population>,
) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let label = t.opens_deals(&title, &text);
    view! {
        <button
            type="button"
            class="opens"
            data-metric=metric
            data-value=value
            aria-label=label
            on:click=move |_| insights.open_of(population.clone(), figure.clone(), title.clone())
        >
            {text.clone()}
        </button>
    }
}
