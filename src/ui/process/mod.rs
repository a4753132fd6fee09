//! The stages themselves: what they teach, what they ask, who takes part.

use leptos::prelude::*;

use crate::ui::desk::use_desk;

/// The view.
#[component]
pub fn ProcessView() -> impl IntoView {
    let desk = use_desk();
    view! { <section class="process-view" data-view="process" aria-label=desk.t().process()></section> }
}
