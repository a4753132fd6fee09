//! The stages: all of them in a strip, and one of them with everything that belongs to it.

mod change;
mod editor;
mod looks;
mod merge;
mod retire;
mod rows;
mod split;
mod strip;
mod unused;
mod weights;

use leptos::prelude::*;

use crate::ui::process::use_process;

use editor::Editor;
use strip::Strip;
use unused::UnusedStages;
use weights::{Draft, Weights};

/// The tab.
#[component]
pub fn StagesTab() -> impl IntoView {
    let process = use_process();
    provide_context(Draft::new());
    view! {
        <Strip />
        {move || {
            process
                .chosen
                .get()
                .map(|id| view! { <Editor id /> })
        }}
        <Weights />
        <UnusedStages />
    }
}
