//! Targets of a term, to be typed into a table, and what became of them.

use leptos::prelude::*;

use crate::chart::{Fill, Ink, Part, Row, RowChart, Words};
use crate::exchange::Deed;
use crate::metrics::{Attainment, Figure, ForecastFigure, ForecastPart, attainments, has_targets};
use crate::model::{Command, PipelineEdit, TargetKey, Term};
use crate::ui::parts::{Choice, MoneyOrNone};

use super::super::parts::{ChartCard, Drawing, Opens, Pen, Way};
use super::{Ahead, name};

/// The rows, and whether targets can be held against what is counted.
#[derive(Debug, Clone, PartialEq)]
struct Report {
    rows: Vec<Attainment>,
    held: bool,
}

/// The card.
#[component]
pub fn TargetsCard(ahead: Ahead) -> impl IntoView {
    let insights = ahead.insights;
    let desk = insights.desk;
    let t = desk.t();
    let report = insights.report_all_time(move |census| {
        let people = desk.members();
        let Some(term) = ahead.term.get() else { return Report { rows: Vec::new(), held: false } };
        let rows = ahead.goals.with(|goals| attainments(census, goals, &people, term));
        Report { rows, held: has_targets(census.population()) }
    });
    let rows = Memo::new(move |_| {
        let mut report = report.get().unwrap_or(Report { rows: Vec::new(), held: true });
        if !report.held {
            report.rows.iter_mut().for_each(|row| row.target = None);
        }
        report.rows
    });
    let held = Memo::new(move |_| report.with(|report| report.as_ref().is_none_or(|report| report.held)));
    let title = Signal::derive(move || match held.get() {
        true => rows.with(|rows| finding(&insights.pen(), rows, &ahead.term_name())),
        false => t.targets_title_narrowed(&ahead.term_name()),
    });
    let note =
        Signal::derive(move || if held.get() { String::new() } else { t.targets_narrowed().to_owned() });
    let chart = Memo::new(move |_| rows.with(|rows| chart(&insights.pen(), rows, title.get())));
    let draw = move |drawing: Drawing| {
        chart.with(|chart| Some(chart.svg(drawing.width, drawing.rtl, &drawing.prefix)))
    };
    let table = Signal::derive(move || {
        chart.with(|chart| Some(chart.table()).filter(|table| !table.rows.is_empty()))
    });
    let way = move |(row, column): (usize, usize)| {
        let owner = rows.with(|rows| rows.get(row).map(|row| row.owner.clone()))?;
        let term = ahead.term.get()?;
        let part = match column {
            2 => ForecastPart::Won(term),
            5 => ForecastPart::Both(term),
            _ => return None,
        };
        Some(Figure::Forecast(ForecastFigure { part, owner }))
    };
    let tools = ViewFn::from(move || {
        let offers = Signal::derive(move || {
            let pen = insights.pen();
            let terms = ahead.report.with(|report| {
                let terms = report.iter().flat_map(|report| &report.terms);
                terms.map(|row| row.term).collect::<Vec<Term>>()
            });
            terms.into_iter().map(|term| (term.to_string(), name(&pen, term))).collect()
        });
        let value = Signal::derive(move || ahead.term.get().map(|term| term.to_string()).unwrap_or_default());
        let choose = move |key: String| {
            ahead.chosen.set(key.parse().ok());
            true
        };
        view! { <Choice name="targets-term" label=t.targets_term() offers value on_choose=Callback::new(choose) /> }
    });
    let owners =
        Memo::new(move |_| rows.with(|rows| rows.iter().map(|row| row.owner.clone()).collect::<Vec<_>>()));
    let heads = [
        ("target-who", t.targets_head_who()),
        ("target-set", t.forecast_head_target()),
        ("target-bars", ""),
        ("target-won", t.targets_head_won()),
        ("target-share", t.targets_head_share()),
        ("target-missing", t.targets_head_missing()),
        ("target-sum", t.targets_head_sum()),
        ("target-outlook", t.targets_head_outlook()),
    ];
    view! {
        <ChartCard
            key="targets"
            name=t.targets_name()
            title
            rule=t.targets_rule()
            note
            draw=Callback::new(draw)
            table
            way=Way::new(way)
            tools
        >
            <div class="targets-room" role="group" aria-label=t.targets_name() tabindex="0">
                <table class="targets">
                    <thead>
                        <tr>
                            {heads
                                .map(|(class, head)| {
                                    if head.is_empty() {
                                        view! { <td class=class></td> }.into_any()
                                    } else {
                                        view! { <th class=class scope="col">{head}</th> }.into_any()
                                    }
                                })}
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || owners.get() key=|owner| owner.clone() let:owner>
                            <TargetRow ahead rows owner />
                        </For>
                    </tbody>
                </table>
            </div>
        </ChartCard>
    }
}

/// What a row is called.
fn who(pen: &Pen, owner: Option<&str>) -> String {
    match owner {
        None => pen.t.targets_team().to_owned(),
        Some("") => pen.t.targets_nobody().to_owned(),
        Some(owner) => owner.to_owned(),
    }
}

/// How the term is likely to end, and whether well.
fn outlook(pen: &Pen, row: &Attainment) -> Option<(String, bool)> {
    let target = row.target?;
    Some(if row.won.value >= target {
        (pen.t.targets_reached().to_owned(), true)
    } else if row.sum() >= target {
        (pen.t.targets_in_sight().to_owned(), true)
    } else {
        (pen.t.targets_short_by(&pen.money(target.saturating_sub(row.sum()))), false)
    })
}

fn finding(pen: &Pen, rows: &[Attainment], term: &str) -> String {
    let t = pen.t;
    let whole =
        |share: Option<f64>| share.map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share));
    match rows.first() {
        Some(team) if team.owner.is_none() && team.target.is_some_and(|target| target > 0) => {
            let share = whole(team.attained().and_then(|rate| rate.value()));
            match team.missing().filter(|missing| *missing > 0) {
                Some(missing) => t.targets_title(term, &share, &pen.money(missing)),
                None => t.targets_title_reached(term, &share),
            }
        }
        _ => {
            let with = rows.iter().filter(|row| row.target.is_some_and(|target| target > 0));
            let count = with.clone().count() as u64;
            if count == 0 {
                return t.targets_title_none(term);
            }
            let good = with.filter(|row| row.target.is_some_and(|target| row.sum() >= target)).count() as u64;
            t.targets_title_owners(term, &pen.count(good), &pen.count(count))
        }
    }
}

/// The rows for files and as a table.
fn chart(pen: &Pen, rows: &[Attainment], title: String) -> RowChart {
    let t = pen.t;
    let heads = [
        t.targets_head_who(),
        t.forecast_head_target(),
        t.targets_head_won(),
        t.targets_head_share(),
        t.targets_head_missing(),
        t.targets_head_sum(),
        t.targets_head_outlook(),
    ];
    let money = |minor: Option<i64>| minor.map_or_else(|| pen.none(), |minor| pen.money(minor));
    let row = |row: &Attainment| {
        let share = pen.share(row.attained().and_then(|rate| rate.value()));
        Row {
            name: who(pen, row.owner.as_deref()),
            parts: vec![
                Part { value: row.won.value as f64, fill: Fill::Ink(Ink::Won), soft: false },
                Part { value: row.open.weighted() as f64, fill: Fill::Ink(Ink::Open), soft: true },
            ],
            mark: row.target.map(|target| target as f64),
            text: share.clone(),
            cells: vec![
                money(row.target),
                pen.money(row.won.value),
                share,
                money(row.missing()),
                pen.money(row.sum()),
                outlook(pen, row).map_or_else(|| pen.none(), |(text, _)| text),
            ],
            ..Row::default()
        }
    };
    let words =
        Words { title, description: t.targets_rule().to_owned(), heads: heads.map(str::to_owned).to_vec() };
    let rows: Vec<Row> = rows.iter().map(row).collect();
    RowChart { words, rows, most: None }
}

/// A part of the row's room in percent.
fn percent(part: i64, of: i64) -> String {
    if of <= 0 { "0%".into() } else { format!("{:.2}%", (part as f64 / of as f64).clamp(0.0, 1.0) * 100.0) }
}

#[component]
fn TargetRow(ahead: Ahead, rows: Memo<Vec<Attainment>>, owner: Option<String>) -> impl IntoView {
    let insights = ahead.insights;
    let desk = insights.desk;
    let t = desk.t();
    let own = owner.clone();
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.owner == own).cloned()));
    let called = who(&insights.pen(), owner.as_deref());
    let kept = StoredValue::new(owner.clone());
    let label = called.clone();
    let label = Signal::derive(move || t.targets_field(&label, &ahead.term_name()));
    let hint = Signal::derive(move || {
        let derived = row.with(|row| row.as_ref()?.target);
        derived.map(|minor| insights.pen().money(minor)).unwrap_or_default()
    });
    let store = move |target: Option<i64>| {
        let (Some(pipeline), Some(term)) = (desk.pipeline.get_untracked(), ahead.term.get_untracked()) else {
            return false;
        };
        let key = TargetKey { term, owner: kept.get_value().unwrap_or_default() };
        desk.dispatch(
            Command::EditPipeline { pipeline, edit: PipelineEdit::Target(key, target) },
            Deed::SetTarget,
        )
    };
    let field = (owner.as_deref() != Some("")).then(|| {
        view! {
            <MoneyOrNone
                name="target"
                label
                currency=Signal::derive(move || desk.currency())
                value=Signal::derive(move || row.with(|row| row.as_ref()?.set))
                hint
                on_change=Callback::new(store)
            />
        }
    });
    let cells = move || {
        let row = row.get()?;
        let term = ahead.term.get()?;
        let pen = insights.pen();
        let called = who(&pen, row.owner.as_deref());
        let (sum, target) = (row.sum(), row.target);
        let whole = sum.max(target.unwrap_or(0));
        let figure = |part| Figure::Forecast(ForecastFigure { part, owner: row.owner.clone() });
        let number = |metric, head: &str, minor: i64, part| {
            view! {
                <Opens
                    figure=figure(part)
                    title=t.figure_of(&called, head)
                    text=pen.money(minor)
                    metric
                    value=Some(minor.to_string())
                />
            }
        };
        let won = number("target-won", t.targets_head_won(), row.won.value, ForecastPart::Won(term));
        let both = number("target-sum", t.targets_head_sum(), sum, ForecastPart::Both(term));
        let share = row.attained().and_then(|rate| rate.value());
        let value = share.map(|share| share.to_string());
        let missing = row.missing();
        let bar = view! {
            <span class="target-bar" aria-hidden="true">
                <span class="target-done" style:inline-size=percent(row.won.value, whole)></span>
                <span class="target-likely" style:inline-size=percent(row.open.weighted(), whole)></span>
                {target
                    .map(|target| {
                        view! { <span class="target-mark" style:inset-inline-start=percent(target, whole)></span> }
                    })}
            </span>
        };
        let end = outlook(&pen, &row).map(|(text, good)| {
            let class = if good { "target-good" } else { "target-short" };
            view! { <span class=class data-metric="target-outlook">{text}</span> }
        });
        Some(view! {
            <td class="target-bars">{bar}</td>
            <td class="target-won">{won}</td>
            <td class="target-share" data-metric="target-share" data-value=value>{pen.share(share)}</td>
            <td
                class="target-missing"
                data-metric="target-missing"
                data-value=missing.map(|minor| minor.to_string())
            >
                {missing.map_or_else(|| pen.none(), |minor| pen.money(minor))}
            </td>
            <td class="target-sum">{both}</td>
            <td class="target-outlook">{end}</td>
        })
    };
    let team = owner.is_none();
    view! {
        <tr class="target-row" class:target-team=team data-owner=owner.clone().unwrap_or_default()>
            <th class="target-who" scope="row" dir="auto">{called}</th>
            <td class="target-set">{field}</td>
            {cells}
        </tr>
    }
}
