//! The figures: funnel, outcomes, time, money by month.

use leptos::prelude::*;

/// The view of the figures.
#[component]
pub fn InsightsView() -> impl IntoView {
    view! { <section class="insights" data-view="insights"></section> }
}
