//! The funnel: a bar a stage, won as the last, and between them the share that goes on and who does not.

use leptos::prelude::*;

use crate::chart::{Fill, Ink, Part, Row, RowChart, Table, Words};
use crate::metrics::{
    Census, Figure, FunnelFigure as Deals, FunnelReport, Ladder, Rule, Step, funnel, outcomes,
};
use crate::model::{Currency, OutcomeKind, Rung};
use crate::ui::desk::Desk;

use super::super::parts::{ChartCard, Drawing, Opens, Pen, Way};
use super::super::use_insights;
use super::{ENOUGH, rung_name};

/// Under which key the counting rule is kept.
const KEPT: &str = "funnel-rule";

#[derive(Debug, Clone, PartialEq)]
struct Report {
    funnel: FunnelReport,
    ladder: Ladder,
    currency: Currency,
    closed: u64,
}

impl Report {
    fn of(census: &Census, rule: Rule) -> Report {
        let outcomes = outcomes(census);
        Report {
            funnel: funnel(census, rule),
            ladder: census.ladder().clone(),
            currency: census.currency(),
            closed: outcomes.won.count + outcomes.lost.count,
        }
    }
}

fn key(rule: Rule) -> &'static str {
    match rule {
        Rule::Furthest => "furthest",
        Rule::Touched => "touched",
        Rule::Strict => "strict",
        Rule::Direct => "direct",
        Rule::Progressed => "progressed",
    }
}

/// The funnel with its finding, its counting rule and its numbers.
#[component]
pub fn FunnelFigure() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let kept = desk.prefs.get::<String>(KEPT);
    let rule = RwSignal::new(
        Rule::ALL.into_iter().find(|rule| Some(key(*rule)) == kept.as_deref()).unwrap_or_default(),
    );
    let report = insights.report(move |census| Report::of(census, rule.get()));
    let title = Signal::derive(move || {
        report.with(|report| report.as_ref().map(|report| finding(desk, report)).unwrap_or_default())
    });
    let note = Signal::derive(move || {
        let counts = report.with(|report| report.as_ref().map(|report| (report.funnel.deals, report.closed)));
        let word = match counts {
            Some((1..ENOUGH, _)) => t.few_deals(),
            Some((ENOUGH.., ..ENOUGH)) => t.funnel_few_closed(),
            _ => "",
        };
        word.to_owned()
    });
    let rows = move || report.with(|report| report.as_ref().map(|report| rows(desk, report)));
    let table =
        Signal::derive(move || report.with(|report| report.as_ref().map(|report| table(desk, report))));
    let way = Way::new(move |at: (usize, usize)| {
        report.with(|report| report.as_ref().and_then(|report| figure(report, at)))
    });
    let draw = move |drawing: Drawing| {
        let words = Words {
            title: title.get(),
            description: t.funnel_rule_more(rule.get()),
            heads: table.get().map(|table| table.headers).unwrap_or_default(),
        };
        report.with(|report| {
            let report = report.as_ref()?;
            Some(chart(desk, report, words).svg(drawing.width, drawing.rtl, &drawing.prefix))
        })
    };
    let tools = move || {
        let choose = move |chosen: Rule| {
            rule.set(chosen);
            desk.prefs.set(KEPT, key(chosen));
        };
        view! {
            <div class="segments funnel-rules" role="group" aria-label=t.funnel_count_by()>
                {Rule::ALL
                    .map(|own| {
                        view! {
                            <button
                                type="button"
                                class="segment"
                                data-rule=key(own)
                                aria-pressed=move || (rule.get() == own).to_string()
                                on:click=move |_| choose(own)
                            >
                                {t.funnel_rule_name(own)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
        }
    };
    let heads = [
        ("funnel-name", t.head_stage()),
        ("funnel-count", t.head_deals()),
        ("funnel-value", t.head_value()),
        ("funnel-share", t.head_of_all()),
    ];
    view! {
        <ChartCard
            key="funnel"
            name=t.funnel().to_owned()
            title=title
            rule=Signal::derive(move || t.funnel_rule_more(rule.get()))
            note=note
            draw=Callback::new(draw)
            table=table
            way=way
            tools=tools
        >
            <div class="funnel-grid">
                <div class="funnel-row funnel-heads" aria-hidden="true">
                    {heads.map(|(class, head)| view! { <span class=class>{head}</span> })}
                </div>
                <ol class="funnel-rows">{rows}</ol>
            </div>
        </ChartCard>
    }
}

/// The step that the smallest share goes through; of equal ones that of most deals.
fn finding(desk: Desk, report: &Report) -> String {
    let t = desk.t();
    if report.closed < ENOUGH {
        return t.funnel_unclosed().to_owned();
    }
    let steps = report.funnel.steps.iter().enumerate();
    let shares = steps.filter_map(|(at, step)| Some((at, step.next?.value()?)));
    // The first of equal ones, which most deals came to.
    let Some((at, share)) = shares.reduce(|least, next| if next.1 < least.1 { next } else { least }) else {
        return t.funnel_unclosed().to_owned();
    };
    let Some(to) = report.ladder.next(at).filter(|_| share < 1.0) else {
        return t.funnel_even().to_owned();
    };
    let (from, to) = (rung_name(t, &report.ladder, at), rung_name(t, &report.ladder, to));
    t.narrowest_step(&from, &to, &desk.formats().percent_whole(share))
}

/// A part of a whole for a bar's length.
fn percent(part: u64, of: u64) -> String {
    if of == 0 { "0%".into() } else { format!("{}%", (part as f64 * 100.0 / of as f64).min(100.0)) }
}

/// The most deals that a rung counts: by some rules a funnel grows.
fn most(report: &Report) -> u64 {
    report.funnel.steps.iter().map(|step| step.reached.count).max().unwrap_or(0)
}

fn rows(desk: Desk, report: &Report) -> impl IntoView + use<> {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let rule = report.funnel.rule;
    let most = most(report);
    let row = |(at, step): (usize, &Step)| {
        let Step { rung, reached, skipped, dropped, next, stopped, cumulative, .. } = *step;
        let rung_key = match rung {
            Rung::Stage(stage) => stage.to_string(),
            Rung::Won => "won".to_owned(),
        };
        let name = rung_name(t, &report.ladder, at);
        let of = |what: &str| t.funnel_at(&name, what);
        let figure = |figure: Deals| Figure::Funnel(figure);
        let next = next.filter(|next| next.of > 0).map(|next| {
            let text = t.goes_on(&pen.share(next.value()), &pen.count(next.part), &pen.count(next.of));
            let value = next.value().map(|share| share.to_string());
            view! {
                <span class="funnel-next">
                    <Opens
                        figure=figure(Deals::GoesOn { rule, rung })
                        title=of(t.head_next())
                        text=text
                        metric="goes-on"
                        value=value
                    />
                </span>
            }
        });
        let stops: Vec<_> = OutcomeKind::ALL
            .into_iter()
            .zip(stopped)
            .filter(|(_, count)| *count > 0)
            .map(|(became, count)| {
                let text = t.funnel_stopped(became, &pen.count(count));
                view! {
                    <Opens
                        figure=figure(Deals::Stops { rule, rung, became })
                        title=of(&text)
                        text=text.clone()
                        metric="stopped"
                        value=Some(count.to_string())
                    />
                }
            })
            .collect();
        let stops = (!stops.is_empty())
            .then(|| view! { <span class="funnel-stops"><span>{t.funnel_not_on()}</span>{stops}</span> });
        let jumped = (skipped > 0).then(|| {
            let text = t.jumped_over(skipped, &pen.count(skipped));
            view! {
                <span class="funnel-jumped">
                    <i class="hatched" aria-hidden="true"></i>
                    <Opens
                        figure=figure(Deals::Skipped(rung))
                        title=of(&text)
                        text=text.clone()
                        metric="jumped-over"
                        value=Some(skipped.to_string())
                    />
                </span>
            }
        });
        let fewer = (dropped > 0).then(|| {
            let text = t.funnel_dropped(dropped, &pen.count(dropped));
            view! {
                <Opens
                    figure=figure(Deals::Dropped { rule, rung })
                    title=of(&text)
                    text=text.clone()
                    metric="fewer"
                    value=Some(dropped.to_string())
                />
            }
        });
        view! {
            <li
                class=format!("funnel-step hue-{}", report.ladder.place(at).map_or(0, |place| place.hue))
                class:funnel-won=rung == Rung::Won
                data-metric="funnel"
                data-rung=rung_key
                data-value=reached.count.to_string()
            >
                <div class="funnel-row">
                    <span class="funnel-name" dir="auto">{name.clone()}</span>
                    <span class="funnel-track" aria-hidden="true">
                        <span class="funnel-bar" style:inline-size=percent(reached.count, most)>
                            <span class="hatched" style:inline-size=percent(skipped, reached.count)></span>
                        </span>
                    </span>
                    <span class="funnel-count">
                        <Hidden text=t.head_deals() />
                        <Opens
                            figure=figure(Deals::Rung { rule, rung })
                            title=of(t.head_deals())
                            text=pen.count(reached.count)
                            metric="rung-count"
                            value=Some(reached.count.to_string())
                        />
                    </span>
                    <span class="funnel-value"><Hidden text=t.head_value() />{pen.money_fit(reached.value)}</span>
                    <span class="funnel-share"><Hidden text=t.head_of_all() />{pen.share(cumulative.value())}</span>
                </div>
                <p class="funnel-between">{next}{stops}{jumped}{fewer}</p>
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

/// What the fourth column tells: by the default rule who jumped over, by another whom the default counts besides.
fn apart(report: &Report, step: &Step) -> (Deals, u64) {
    match report.funnel.rule {
        Rule::Furthest => (Deals::Skipped(step.rung), step.skipped),
        rule => (Deals::Dropped { rule, rung: step.rung }, step.dropped),
    }
}

fn table(desk: Desk, report: &Report) -> Table {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let fourth = if report.funnel.rule == Rule::Furthest { t.head_skipped() } else { t.funnel_head_fewer() };
    let heads = [t.head_stage(), t.head_deals(), t.head_value(), fourth, t.head_next(), t.head_of_all()];
    let row = |(at, step): (usize, &Step)| {
        vec![
            rung_name(t, &report.ladder, at),
            pen.count(step.reached.count),
            pen.money(step.reached.value),
            pen.count(apart(report, step).1),
            pen.share(step.next.and_then(|next| next.value())),
            pen.share(step.cumulative.value()),
        ]
    };
    Table {
        headers: heads.map(str::to_owned).to_vec(),
        rows: report.funnel.steps.iter().enumerate().map(row).collect(),
    }
}

/// The figure in a cell of the table.
fn figure(report: &Report, (row, column): (usize, usize)) -> Option<Figure> {
    let step = report.funnel.steps.get(row)?;
    let (rule, rung) = (report.funnel.rule, step.rung);
    let figure = match column {
        3 => apart(report, step).0,
        4 => step.next.map(|_| Deals::GoesOn { rule, rung })?,
        _ => Deals::Rung { rule, rung },
    };
    Some(Figure::Funnel(figure))
}

/// The drawing for files.
fn chart(desk: Desk, report: &Report, words: Words) -> RowChart {
    let pen = Pen::new(desk, report.currency);
    let cells = table(desk, report).rows;
    let row = |((at, step), cells): ((usize, &Step), Vec<String>)| {
        let place = report.ladder.place(at);
        let fill = place.map_or(Fill::Ink(Ink::Won), |place| Fill::Hue(place.hue));
        let part = |count: u64, soft| Part { value: count as f64, fill, soft };
        let share = pen.share(step.cumulative.value());
        Row {
            name: rung_name(pen.t, &report.ladder, at),
            parts: vec![
                part(step.reached.count.saturating_sub(step.skipped), false),
                part(step.skipped, true),
            ],
            text: pen.t.funnel_count_share(&pen.count(step.reached.count), &share),
            cells: cells.into_iter().skip(1).collect(),
            ..Row::default()
        }
    };
    let rows = report.funnel.steps.iter().enumerate().zip(cells).map(row).collect();
    RowChart { words, rows, most: Some(most(report) as f64) }
}
