//! How the process changed, why, and how mature the team finds it.

mod maturity;
mod notes;

use leptos::prelude::*;

use maturity::Maturity;
use notes::Notes;

/// The tab.
#[component]
pub fn ReviewsTab() -> impl IntoView {
    view! {
        <div class="reviews">
            <Maturity />
            <Notes />
        </div>
    }
}
