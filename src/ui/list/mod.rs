//! The deals as a table.

use leptos::prelude::*;

use crate::ui::desk::use_desk;

/// The view.
#[component]
pub fn ListView() -> impl IntoView {
    let desk = use_desk();
    view! { <section class="list-view" data-view="list" aria-label=desk.t().list()></section> }
}
