//! The buyer's journey: a map of phases and lanes, joined to the stages and their deals.

use leptos::prelude::*;

/// The view of the map.
#[component]
pub fn JourneyView() -> impl IntoView {
    view! { <section class="journey" data-view="journey"></section> }
}
