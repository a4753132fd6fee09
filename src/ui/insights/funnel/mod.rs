//! The funnel: a bar a stage, won as the last, and between them the share that goes on.

use leptos::prelude::*;

use crate::chart::Table;
use crate::metrics::{Census, FunnelReport, Ladder, Rule, Step, funnel, outcomes};
use crate::model::{Currency, Rung};
use crate::ui::desk::Desk;

use super::parts::{Numbers, Pen};
use super::use_insights;

/// From how many closed deals on a rate says something.
const ENOUGH: u64 = 20;

#[derive(Debug, Clone, PartialEq)]
struct Report {
    funnel: FunnelReport,
    ladder: Ladder,
    currency: Currency,
    closed: u64,
}

impl Report {
    fn of(census: &Census) -> Report {
        let outcomes = outcomes(census);
        Report {
            funnel: funnel(census, Rule::Furthest),
            ladder: census.ladder().clone(),
            currency: census.currency(),
            closed: outcomes.won.count + outcomes.lost.count,
        }
    }
}

/// The tab.
#[component]
pub fn FunnelTab() -> impl IntoView {
    view! { <FunnelFigure /> }
}

/// The funnel with its finding, its counting rule and its numbers.
#[component]
pub fn FunnelFigure() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let report = insights.report(Report::of);
    let title = move || report.with(|report| report.as_ref().map(|report| finding(desk, report)));
    let small = move || {
        report.with(|report| {
            report.as_ref().is_some_and(|report| report.funnel.deals > 0 && report.closed < ENOUGH)
        })
    };
    let rows = move || report.with(|report| report.as_ref().map(|report| rows(desk, report)));
    let table =
        Signal::derive(move || report.with(|report| report.as_ref().map(|report| table(desk, report))));
    let heads = [
        ("funnel-name", t.head_stage()),
        ("funnel-count", t.head_deals()),
        ("funnel-value", t.head_value()),
        ("funnel-share", t.head_of_all()),
    ];
    view! {
        <figure class="insight funnel" data-chart="funnel">
            <figcaption>
                <h2>{title}</h2>
                <p class="insight-rule">{t.funnel_rule()}</p>
                {move || small().then(|| view! { <p class="few">{t.few_deals()}</p> })}
            </figcaption>
            <div class="funnel-grid">
                <div class="funnel-row funnel-heads" aria-hidden="true">
                    {heads.map(|(class, head)| view! { <span class=class>{head}</span> })}
                </div>
                <ol class="funnel-rows">{rows}</ol>
            </div>
            <Numbers name=t.funnel() table way=None />
        </figure>
    }
}

/// The name of a rung for the reader.
fn name(desk: Desk, report: &Report, at: usize) -> String {
    report.ladder.place(at).map_or_else(|| desk.t().won().to_owned(), |place| place.name.clone())
}

/// The step that the smallest share goes through; of equal ones that of most deals.
fn finding(desk: Desk, report: &Report) -> String {
    let t = desk.t();
    if report.closed == 0 {
        return t.funnel_unclosed().to_owned();
    }
    let steps = report.funnel.steps.iter().enumerate();
    let shares = steps.filter_map(|(at, step)| Some((at, step.next?.value()?)));
    // The first of equal ones, which most deals came to.
    let Some((at, share)) = shares.reduce(|least, next| if next.1 < least.1 { next } else { least }) else {
        return t.funnel_unclosed().to_owned();
    };
    if share >= 1.0 {
        return t.funnel_even().to_owned();
    }
    let (from, to) = (name(desk, report, at), name(desk, report, at + 1));
    t.narrowest_step(&from, &to, &desk.formats().percent_whole(share))
}

/// A part of a whole for a bar's length.
fn percent(part: u64, of: u64) -> String {
    if of == 0 { "0%".into() } else { format!("{}%", part as f64 * 100.0 / of as f64) }
}

fn rows(desk: Desk, report: &Report) -> impl IntoView + use<> {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let row = |(at, step): (usize, &Step)| {
        let rung = match step.rung {
            Rung::Stage(stage) => stage.to_string(),
            Rung::Won => "won".to_owned(),
        };
        let Step { reached, skipped, next, cumulative, .. } = *step;
        let next = next.filter(|next| next.of > 0).map(|next| {
            let text = t.goes_on(&pen.share(next.value()), &pen.count(next.part), &pen.count(next.of));
            let value = next.value().map(|share| share.to_string());
            view! { <span class="funnel-next" data-metric="goes-on" data-value=value>{text}</span> }
        });
        let jumped = (skipped > 0).then(|| {
            let text = t.jumped_over(skipped, &pen.count(skipped));
            view! {
                <span class="funnel-jumped" data-metric="jumped-over" data-value=skipped.to_string()>
                    <i class="hatched" aria-hidden="true"></i>
                    {text}
                </span>
            }
        });
        view! {
            <li
                class=format!("funnel-step hue-{}", report.ladder.place(at).map_or(0, |place| place.hue))
                class:funnel-won=step.rung == Rung::Won
                data-metric="funnel"
                data-rung=rung
                data-value=reached.count.to_string()
            >
                <div class="funnel-row">
                    <span class="funnel-name" dir="auto">{name(desk, report, at)}</span>
                    <span class="funnel-track" aria-hidden="true">
                        <span class="funnel-bar" style:inline-size=percent(cumulative.part, cumulative.of)>
                            <span class="hatched" style:inline-size=percent(skipped, reached.count)></span>
                        </span>
                    </span>
                    <span class="funnel-count"><Hidden text=t.head_deals() />{pen.count(reached.count)}</span>
                    <span class="funnel-value"><Hidden text=t.head_value() />{pen.money_fit(reached.value)}</span>
                    <span class="funnel-share"><Hidden text=t.head_of_all() />{pen.share(cumulative.value())}</span>
                </div>
                <p class="funnel-between">{next}{jumped}</p>
            </li>
        }
    };
    report.funnel.steps.iter().enumerate().map(row).collect_view()
}

/// A word for those who cannot see the head of the column.
#[component]
fn Hidden(text: &'static str) -> impl IntoView {
    view! { <span class="hidden">{format!("{text}: ")}</span> }
}

fn table(desk: Desk, report: &Report) -> Table {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let heads =
        [t.head_stage(), t.head_deals(), t.head_value(), t.head_skipped(), t.head_next(), t.head_of_all()];
    let row = |(at, step): (usize, &Step)| {
        vec![
            name(desk, report, at),
            pen.count(step.reached.count),
            pen.money(step.reached.value),
            pen.count(step.skipped),
            pen.share(step.next.and_then(|next| next.value())),
            pen.share(step.cumulative.value()),
        ]
    };
    Table {
        headers: heads.map(str::to_owned).to_vec(),
        rows: report.funnel.steps.iter().enumerate().map(row).collect(),
    }
}
