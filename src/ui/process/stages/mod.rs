//! The stages: all of them in a strip, and one of them with everything that belongs to it.

mod strip;

use leptos::prelude::*;

use strip::Strip;

/// The tab.
#[component]
pub fn StagesTab() -> impl IntoView {
    view! { <Strip /> }
}
