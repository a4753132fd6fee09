//! The key figures.

use leptos::prelude::*;

use crate::metrics::Days;
use crate::ui::desk::Desk;

use super::report::Report;
use super::written::Pen;

/// A figure: its name, its number as it is to be read, and the bare number for whoever measures the page.
struct Figure {
    metric: &'static str,
    name: &'static str,
    text: String,
    value: Option<String>,
    /// What the number rests on, beside it.
    beside: Option<String>,
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

fn days(pen: &Pen, metric: &'static str, name: &'static str, days: Days, main: bool) -> Figure {
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
    }
}

fn made(pen: &Pen, report: &Report) -> Vec<Tile> {
    let t = pen.t;
    let Report { outcomes, cycle, .. } = report;
    let lost = outcomes.lost;
    let known = |share: Option<f64>| share.map(|share| share.to_string());
    let (rate, by_value, mean) = (outcomes.win_rate(), outcomes.win_rate_by_value(), outcomes.mean_won());
    let money = |metric, name, minor: i64, beside| Figure {
        metric,
        name,
        text: pen.money(minor),
        value: Some(minor.to_string()),
        beside,
    };
    vec![
        Tile {
            main: Figure {
                metric: "win-rate",
                name: t.win_rate(),
                text: pen.share(rate.value()),
                value: known(rate.value()),
                beside: (rate.of > 0).then(|| t.share_of(&pen.count(rate.part), &pen.count(rate.of))),
            },
            more: vec![Figure {
                metric: "win-rate-value",
                name: t.win_rate_by_value(),
                text: pen.share(by_value.value()),
                value: known(by_value.value()),
                // Lists often leave the value of a lost deal out: the rate is then true and says nothing.
                beside: (by_value.of > 0 && lost.count > 0 && lost.value == 0)
                    .then(|| t.lost_without_value().to_owned()),
            }],
            rule: None,
            small: rate.of > 0 && report.is_small(),
        },
        Tile {
            more: vec![money("won-value", t.won_in_all(), outcomes.won.value, None)],
            ..Tile::of(Figure {
                metric: "mean-won",
                name: t.mean_won(),
                text: mean.value().map_or_else(|| pen.none(), |minor| pen.mean_money(minor)),
                value: known(mean.value()),
                beside: (mean.count > 0).then(|| t.of_won_deals(&pen.deals(mean.count))),
            })
        },
        Tile {
            more: vec![
                days(pen, "cycle-lost", t.cycle_lost(), cycle.lost, false),
                days(pen, "cycle-all", t.cycle_all(), cycle.all, false),
            ],
            ..Tile::of(days(pen, "cycle-won", t.cycle_won(), cycle.won, true))
        },
        Tile {
            rule: Some(t.velocity_more()),
            ..Tile::of(Figure {
                metric: "velocity",
                name: t.velocity(),
                text: report.velocity.map_or_else(|| pen.none(), |minor| pen.mean_money(minor)),
                value: known(report.velocity),
                beside: report.velocity.map(|_| t.a_day().to_owned()),
            })
        },
        Tile::of(money(
            "open-value",
            t.open_value(),
            outcomes.open.value,
            Some(pen.deals(outcomes.open.count)),
        )),
        Tile {
            rule: Some(t.weighted_more()),
            ..Tile::of(money("weighted-value", t.weighted_value(), outcomes.weighted, None))
        },
    ]
}

/// The key figures, as a list.
pub fn tiles(desk: Desk, report: &Report) -> impl IntoView + use<> {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let tile = |tile: Tile| {
        view! {
            <li class="tile">
                <dl>
                    <div class="tile-main">
                        <dt>{tile.main.name}</dt>
                        <dd class="tile-figure" data-metric=tile.main.metric data-value=tile.main.value>
                            {tile.main.text}
                        </dd>
                        {tile.main.beside.map(|text| view! { <dd class="tile-beside">{text}</dd> })}
                    </div>
                    {tile
                        .more
                        .into_iter()
                        .map(|figure| {
                            view! {
                                <div class="tile-more">
                                    <dt>{figure.name}</dt>
                                    <dd data-metric=figure.metric data-value=figure.value>{figure.text}</dd>
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
