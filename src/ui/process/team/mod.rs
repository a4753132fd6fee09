//! The people, the buyer personas, and the lists of words that the team chooses from.

mod lists;
mod people;
pub mod personas;

use leptos::prelude::*;

use lists::Lists;
use people::People;
use personas::Personas;

/// The tab.
#[component]
pub fn TeamTab() -> impl IntoView {
    view! {
        <div class="team">
            <People />
            <Personas />
            <Lists />
        </div>
    }
}
