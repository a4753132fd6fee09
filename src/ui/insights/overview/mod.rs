//! The dashboard: what the page says unasked, the key figures, the funnel, the months.

mod months;
mod report;
mod tiles;

use leptos::prelude::*;

use super::findings::{Findings, OnTheMap};
use super::funnel::FunnelFigure;
use super::parts::Pen;
use super::use_insights;

pub use months::cycle_trend;
use months::{CycleByMonth, WonByMonth};
use report::Report;
use tiles::tiles;

/// The tab.
#[component]
pub fn OverviewTab() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let report = insights.report_dated(Report::of);
    let has_deals =
        Memo::new(move |_| report.with(|report| report.as_ref().is_some_and(|report| report.deals > 0)));
    let line = move || {
        report.with(|report| {
            let report = report.as_ref()?;
            let pen = Pen::new(desk, report.currency);
            let [won, lost, open] = [report.outcomes.won, report.outcomes.lost, report.outcomes.open]
                .map(|tally| pen.count(tally.count));
            Some(t.outcome_line(&pen.deals(report.deals), &won, &lost, &open))
        })
    };
    let unclosed = move || {
        report.with(|report| report.as_ref().is_some_and(|report| report.deals > 0 && report.closed() == 0))
    };
    let figures = move || report.with(|report| report.as_ref().map(|report| tiles(insights, report)));
    view! {
        <Findings />
        <OnTheMap />
        <header class="insights-head">
            <h2>{t.key_figures()}</h2>
            <p class="insights-line">{line}</p>
        </header>
        {move || {
            unclosed().then(|| view! { <div class="insights-hint"><p>{t.insights_no_closed()}</p></div> })
        }}
        {figures}
        <Show when=move || has_deals.get()>
            <FunnelFigure />
            <div class="insights-pair">
                <WonByMonth report />
                <CycleByMonth report />
            </div>
        </Show>
    }
}
