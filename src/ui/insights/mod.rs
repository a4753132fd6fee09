//! The figures: funnel, outcomes, time, money by month.
//!
//! One report is counted some moments after the last change; each part of the view makes its drawing and its table from
//! that same report.

mod funnel;
mod months;
mod numbers;
mod report;
mod tiles;
mod written;

use leptos::prelude::*;

use crate::ui::desk::{View, use_desk};

use funnel::FunnelFigure;
use months::{CycleByMonth, WonByMonth};
use report::Report;
use tiles::tiles;
use written::Pen;

/// The view of the figures.
#[component]
pub fn InsightsView() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let report = Memo::new(move |_| {
        desk.settled.track();
        desk.structure.track();
        let pipeline = desk.pipeline.get()?;
        desk.with(|session| Report::of(session.workspace(), pipeline, session.now(), &session.zone()))
    });
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
    let figures = move || report.with(|report| report.as_ref().map(|report| tiles(desk, report)));
    let label = desk.element_id("insights");
    let heading = label.clone();
    view! {
        <section class="insights" data-view="insights" aria-labelledby=label>
            <div class="insights-body">
                <header class="insights-head">
                    <h2 id=heading>{t.key_figures()}</h2>
                    <p class="insights-line">{line}</p>
                </header>
                <Show when=move || !has_deals.get()>
                    <div class="insights-hint">
                        <p>{t.insights_empty()}</p>
                        <button type="button" class="button" on:click=move |_| desk.view.set(View::Board)>
                            {t.insights_go()}
                        </button>
                    </div>
                </Show>
                {move || {
                    unclosed().then(|| view! { <div class="insights-hint"><p>{t.insights_no_closed()}</p></div> })
                }}
                {figures}
                <Show when=move || has_deals.get()>
                    <FunnelFigure report />
                    <div class="insights-pair">
                        <WonByMonth report />
                        <CycleByMonth report />
                    </div>
                </Show>
            </div>
        </section>
    }
}
