//! What was won and lost, and why.

mod ranking;
mod rates;
mod reasons;
mod words;

use leptos::prelude::*;

use super::parts::Pen;
use super::use_insights;

use rates::{RateBy, RateBySegment, Rated};
use reasons::{LostFrom, Reasons};
use words::{Motives, Objected, Pains};

/// From how many closed deals on a finding says something.
const ENOUGH: u64 = 20;

/// Whether deals are counted or their values summed. Kept in this browser.
#[derive(Clone, Copy)]
struct ByValue(RwSignal<bool>);

/// The tab.
#[component]
pub fn OutcomesTab() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let by_value = RwSignal::new(desk.prefs.get::<bool>("outcomes-by-value").unwrap_or_default());
    Effect::new(move |_| {
        desk.prefs.set("outcomes-by-value", by_value.get());
    });
    let by = ByValue(by_value);
    view! {
        <div class="insights-pair">
            <Reasons by />
            <LostFrom by />
        </div>
        <div class="insights-pair">
            <RateBy key="rate-source" rated=Rated::Source />
            <RateBy key="rate-owner" rated=Rated::Owner />
        </div>
        <div class="insights-pair">
            <RateBy key="rate-size" rated=Rated::Size />
            <RateBySegment />
        </div>
        <div class="insights-pair">
            <Motives />
            <Pains />
        </div>
        <Objected />
    }
}

/// A user's word, or what is said where there is none.
fn word_or(word: &str, none: &str) -> String {
    if word.is_empty() { none.to_owned() } else { word.to_owned() }
}

/// A share of a count in whole percent.
fn whole(pen: &Pen, part: u64, of: u64) -> String {
    let share = crate::metrics::Rate { part, of }.value();
    share.map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share))
}
