//! What the term may bring, played through many times.

use leptos::prelude::*;

use crate::chart::{Spread, SpreadBar, SpreadLine, Words};
use crate::metrics::{Figure, ForecastFigure, ForecastPart, Simulation, simulate, target_of};

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::Ahead;

/// The simulation, and the target that it is held against.
#[derive(Debug, Clone, PartialEq)]
struct Report {
    simulation: Simulation,
    target: Option<i64>,
}

/// The card.
#[component]
pub fn Played(ahead: Ahead) -> impl IntoView {
    let insights = ahead.insights;
    let t = insights.desk.t();
    let report = insights.report_all_time(move |census| {
        let term = ahead.term.get()?;
        let target = ahead.goals.with(|goals| target_of(goals, census.population(), term));
        Some(Report { simulation: simulate(census, term, target), target })
    });
    let played = Memo::new(move |_| report.get().flatten().filter(|report| report.simulation.open.count > 0));
    let title = Signal::derive(move || {
        let term = ahead.term_name();
        let pen = insights.pen();
        played.with(|played| {
            let Some(Report { simulation, .. }) = played else { return t.simulation_name().to_owned() };
            match simulation.reached.and_then(|rate| rate.value()) {
                Some(share) => t.simulation_title_target(&term, &pen.formats.percent_whole(share)),
                None => {
                    t.simulation_title(&term, &pen.money_fit(simulation.low), &pen.money_fit(simulation.high))
                }
            }
        })
    });
    let rule = Signal::derive(move || {
        let runs = played.with(|played| played.as_ref().map(|played| played.simulation.runs));
        // What was not played is not explained.
        runs.map(|runs| t.simulation_rule(&insights.pen().count(runs))).unwrap_or_default()
    });
    let chart = Memo::new(move |_| {
        let pen = insights.pen();
        played.with(|played| played.as_ref().map(|played| chart(&pen, played, (title.get(), rule.get()))))
    });
    let draw = move |drawing: Drawing| {
        chart.with(|chart| chart.as_ref().map(|chart| chart.svg(drawing.width, drawing.rtl, &drawing.prefix)))
    };
    let table = Signal::derive(move || chart.with(|chart| chart.as_ref().map(Spread::table)));
    let empty = Signal::derive(move || t.simulation_empty(&ahead.term_name()));
    let way = move |(row, _): (usize, usize)| {
        let term = ahead.term.get()?;
        let part = match row {
            0 => ForecastPart::Won(term),
            4 => ForecastPart::Both(term),
            _ => return None,
        };
        Some(Figure::Forecast(ForecastFigure::of_all(part)))
    };
    view! {
        <ChartCard
            key="simulation"
            name=t.simulation_name()
            title
            rule
            draw=Callback::new(draw)
            empty
            table
            way=Way::new(way)
        />
    }
}

fn chart(pen: &Pen, report: &Report, (title, rule): (String, String)) -> Spread {
    let t = pen.t;
    let Report { simulation: found, target } = report;
    let line = |at: i64, what: &str, target: bool| SpreadLine {
        at: at as f64,
        text: t.simulation_line(what, &pen.money_fit(at)),
        target,
    };
    let lines = [line(found.median, t.simulation_median(), false)].into_iter();
    let lines = lines.chain(target.map(|target| line(target, t.simulation_target(), true)));
    let ends = [(found.low, t.simulation_low()), (found.high, t.simulation_high())];
    // A percentile that is the median says nothing more.
    let ends = ends.into_iter().filter(|(at, _)| *at != found.median);
    let lines = lines.chain(ends.map(|(at, what)| line(at, what, false))).collect();
    let row = |what: &str, minor: i64| vec![what.to_owned(), pen.money(minor)];
    let mut rows = vec![
        row(t.simulation_won(), found.won.value),
        row(t.simulation_low(), found.low),
        row(t.simulation_median(), found.median),
        row(t.simulation_high(), found.high),
        row(t.simulation_most(), found.won.value.saturating_add(found.open.value)),
    ];
    if let Some(target) = target {
        rows.push(row(t.simulation_target(), *target));
        let share = pen.share(found.reached.and_then(|rate| rate.value()));
        rows.push(vec![t.simulation_chance().to_owned(), share]);
    }
    let heads = [t.simulation_head_figure(), t.simulation_head_amount()];
    Spread {
        words: Words { title, description: rule, heads: heads.map(str::to_owned).to_vec() },
        bars: found
            .bars
            .iter()
            .map(|bar| SpreadBar { from: bar.from as f64, to: bar.to as f64, count: bar.runs })
            .collect(),
        band: (found.low as f64, found.high as f64),
        lines,
        rows,
    }
}
