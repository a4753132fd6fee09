//! What each member of the team does and needs, beside the team.

mod activities;
mod by_month;
mod coaching;
mod kpis;
mod owners;
mod unqualified;

use leptos::prelude::*;

use super::use_insights;

use activities::Activities;
use by_month::{Attainment, NewDeals};
use coaching::Coaching;
use kpis::{Kpis, months};
use owners::Owners;
use unqualified::Unqualified;

/// How many months the key figures go back.
const MONTHS: u16 = 12;

/// The tab.
#[component]
pub fn TeamTab() -> impl IntoView {
    let insights = use_insights();
    let there = Memo::new(move |_| {
        insights.all_time.with(|census| census.as_ref().is_some_and(|census| !census.is_empty()))
    });
    let months = months(insights);
    view! {
        <Show when=move || there.get()>
            <Owners />
            <Coaching />
            <Activities />
            <Kpis months />
            <div class="insights-pair">
                <NewDeals months />
                <Attainment months />
            </div>
            <Unqualified />
        </Show>
    }
}
