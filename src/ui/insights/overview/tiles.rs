//! The key figures.

use leptos::prelude::*;

use crate::metrics::{Ask, Days, Figure as Deals, Key, TeamFigure};
use crate::model::OutcomeKind;

use super::super::Insights;
use super::super::compare::Chips;
use super::super::parts::{Opens, Pen};
use super::report::Report;

/// A figure: its name, its number as it is to be read, and the bare number for whoever measures the page.
struct Figure {
    metric: &'static str,
    name: &'static str,
    text: String,
    value: Option<String>,
    /// What the number rests on, beside it.
    beside: Option<String>,
    /// The deals that it is of.
    deals: Deals,
}

/// A figure and those that belong to it.
struct Tile {
    main: Figure,
    more: Vec<Figure>,
    /// How it was counted.
    rule: Option<&'static str>,
    /// Whether it is a rate of few deals.
    small: bool,
}

impl Tile {
    fn of(main: Figure) -> Tile {
        Tile { main, more: Vec::new(), rule: None, small: false }
    }
}

fn days(
    pen: &Pen,
    metric: &'static str,
    name: &'static str,
    (days, deals): (Days, Deals),
    main: bool,
) -> Figure {
    let median = days.median.map(|median| {
        if main {
            pen.t.median_below(&pen.days(Some(median)))
        } else {
            pen.t.median_beside(&pen.formats.decimal(median))
        }
    });
    Figure {
        metric,
        name,
        text: pen.days(days.mean),
        value: days.mean.map(|mean| mean.to_string()),
        beside: median,
        deals,
    }
}

fn made(pen: &Pen, report: &Report) -> Vec<Tile> {
    let t = pen.t;
    let Report { outcomes, cycle, .. } = report;
    let lost = outcomes.lost;
    let known = |share: Option<f64>| share.map(|share| share.to_string());
    let (rate, by_value, mean) = (outcomes.win_rate(), outcomes.win_rate_by_value(), outcomes.mean_won());
    let (is_won, is_open) = (Deals::Outcome(OutcomeKind::Won), Deals::Outcome(OutcomeKind::Open));
    let money = |metric, name, minor: i64, beside, deals: &Deals| Figure {
        metric,
        name,
        text: pen.money(minor),
        value: Some(minor.to_string()),
        beside,
        deals: deals.clone(),
    };
    vec![
        Tile {
            main: Figure {
                metric: "win-rate",
                name: t.win_rate(),
                text: pen.share(rate.value()),
                value: known(rate.value()),
                beside: (rate.of > 0).then(|| t.share_of(&pen.count(rate.part), &pen.count(rate.of))),
                deals: Deals::Closed,
            },
            more: vec![Figure {
                metric: "win-rate-value",
                name: t.win_rate_by_value(),
                text: pen.share(by_value.value()),
                value: known(by_value.value()),
                // Lists often leave the value of a lost deal out: the rate is then true and says nothing.
                beside: (by_value.of > 0 && lost.count > 0 && lost.value == 0)
                    .then(|| t.lost_without_value().to_owned()),
                deals: Deals::Closed,
            }],
            rule: None,
            small: rate.of > 0 && report.is_small(),
        },
        Tile {
            more: vec![money("won-value", t.won_in_all(), outcomes.won.value, None, &is_won)],
            ..Tile::of(Figure {
                metric: "mean-won",
                name: t.mean_won(),
                text: mean.value().map_or_else(|| pen.none(), |minor| pen.mean_money(minor)),
                value: known(mean.value()),
                beside: (mean.count > 0).then(|| t.of_won_deals(&pen.deals(mean.count))),
                deals: is_won.clone(),
            })
        },
        Tile {
            more: vec![
                days(
                    pen,
                    "cycle-lost",
                    t.cycle_lost(),
                    (cycle.lost, Deals::Outcome(OutcomeKind::Lost)),
                    false,
                ),
                days(pen, "cycle-all", t.cycle_all(), (cycle.all, Deals::Closed), false),
            ],
            ..Tile::of(days(pen, "cycle-won", t.cycle_won(), (cycle.won, is_won.clone()), true))
        },
        Tile {
            rule: Some(t.velocity_more()),
            ..Tile::of(Figure {
                metric: "velocity",
                name: t.velocity(),
                text: report.velocity.map_or_else(|| pen.none(), |minor| pen.mean_money(minor)),
                value: known(report.velocity),
                beside: report.velocity.map(|_| t.a_day().to_owned()),
                // All that is open now, whatever the period.
                deals: TeamFigure::team(Ask::Outcome(OutcomeKind::Open)).into(),
            })
        },
        Tile::of(money(
            "open-value",
            t.open_value(),
            outcomes.open.value,
            Some(pen.deals(outcomes.open.count)),
            &is_open,
        )),
        Tile {
            rule: Some(t.weighted_more()),
            ..Tile::of(money("weighted-value", t.weighted_value(), outcomes.weighted, None, &is_open))
        },
    ]
}

/// The key figures, as a list.
pub fn tiles(insights: Insights, report: &Report) -> impl IntoView + use<> {
    let desk = insights.desk;
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let chips = Chips::of(insights);
    let chip = |metric: &str| {
        let key = match metric {
            "win-rate" => Key::WinRate,
            "mean-won" => Key::MeanWon,
            "cycle-won" => Key::MeanCycle,
            _ => return None,
        };
        let chip = chips.as_ref()?.chip(key, (&report.outcomes, &report.cycle), &pen)?;
        Some(view! { <dd class=chip.mark.class() data-chip=metric.to_owned()>{chip.text}</dd> })
    };
    let tile = |tile: Tile| {
        let changed = chip(tile.main.metric);
        let of = tile.main.name;
        view! {
            <li class="tile">
                <dl>
                    <div class="tile-main">
                        <dt>{tile.main.name}</dt>
                        <dd class="tile-figure">
                            <Opens
                                figure=tile.main.deals
                                title=tile.main.name
                                text=tile.main.text
                                metric=tile.main.metric
                                value=tile.main.value
                            />
                        </dd>
                        {tile.main.beside.map(|text| view! { <dd class="tile-beside">{text}</dd> })}
                        {changed}
                    </div>
                    {tile
                        .more
                        .into_iter()
                        .map(|figure| {
                            view! {
                                <div class="tile-more">
                                    <dt>{figure.name}</dt>
                                    <dd>
                                        <Opens
                                            figure=figure.deals
                                            title=t.figure_of(of, figure.name)
                                            text=figure.text
                                            metric=figure.metric
                                            value=figure.value
                                        />
                                    </dd>
                                    {figure.beside.map(|text| view! { <dd class="tile-beside">{text}</dd> })}
                                </div>
                            }
                        })
                        .collect_view()}
                </dl>
                {tile.rule.map(|rule| view! { <p class="tile-rule">{rule}</p> })}
                {tile.small.then(|| view! { <p class="few">{t.few_deals()}</p> })}
            </li>
        }
    };
    view! { <ul class="tiles">{made(&pen, report).into_iter().map(tile).collect_view()}</ul> }
}
