//! How deals go from stage to stage: the funnel, any two stages, the chances of the past, the moves.

mod card;
mod chances;
mod flow;
mod matrix;
mod moved;
mod pair;

use leptos::prelude::*;

use crate::i18n::Texts;
use crate::metrics::Ladder;

use super::use_insights;

pub use card::FunnelFigure;
use chances::Chances;
use flow::Flow;
use matrix::Matrix;
use pair::AnyPair;

/// From how many closed deals on a rate says something.
const ENOUGH: u64 = 20;

/// The tab.
#[component]
pub fn FunnelTab() -> impl IntoView {
    let insights = use_insights();
    let there = Memo::new(move |_| {
        insights.census.with(|census| census.as_ref().is_some_and(|census| !census.is_empty()))
    });
    let moves = moved::Report::of(insights);
    view! {
        <Show when=move || there.get()>
            <FunnelFigure />
            <div class="insights-pair">
                <AnyPair />
                <Chances />
            </div>
            <Flow report=moves />
            <Matrix report=moves />
        </Show>
    }
}

/// The name of a rung for the reader.
fn rung_name(t: &'static dyn Texts, ladder: &Ladder, at: usize) -> String {
    ladder.place(at).map_or_else(|| t.won().to_owned(), |place| place.name.clone())
}
