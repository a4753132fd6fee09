//! The forecast as columns: won, expected, and the target as a line.

use leptos::prelude::*;

use crate::chart::{Axis, Column, ColumnChart, Frame, Ink, Piece, Slot, Words};
use crate::metrics::{Expected, Figure, Forecast, ForecastFigure, ForecastPart, Pace, Rate, TermForecast};
use crate::model::{Month, Term};

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::{Ahead, name};
use crate::ui::parts::Choice;

const HEIGHT: u32 = 300;

/// The drawing, what stands above it, and what each column is of.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    title: String,
    note: String,
    chart: Option<ColumnChart>,
    parts: Vec<Part>,
}

/// What a column is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Overdue,
    Of(Term),
    After(Term),
    Undated,
}

/// The card.
#[component]
pub fn ForecastColumns(ahead: Ahead) -> impl IntoView {
    let insights = ahead.insights;
    let t = insights.desk.t();
    let shown = Memo::new(move |_| {
        let pen = insights.pen();
        ahead.report.with(|report| report.as_ref().map(|report| shown(&pen, report)))
    });
    let text = move |pick: fn(&Shown) -> &String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(pick).cloned().unwrap_or_default()))
    };
    let draw = move |drawing: Drawing| {
        let frame = Frame::new(drawing.width, HEIGHT, drawing.prefix).rtl(drawing.rtl);
        shown.with(|shown| shown.as_ref()?.chart.as_ref().map(|chart| chart.svg(&frame)))
    };
    let table =
        Signal::derive(move || shown.with(|shown| shown.as_ref()?.chart.as_ref().map(ColumnChart::table)));
    let way = move |(row, column): (usize, usize)| {
        let part = shown.with(|shown| shown.as_ref()?.parts.get(row).copied())?;
        let part = match (part, column) {
            (Part::Of(term), 1) => ForecastPart::Both(term),
            (Part::Of(term), 2 | 3) => ForecastPart::Won(term),
            (Part::Of(term), 4 | 5) => ForecastPart::Expected(term),
            (Part::Overdue, 1 | 4 | 5) => ForecastPart::Overdue,
            (Part::After(term), 1 | 4 | 5) => ForecastPart::After(term),
            (Part::Undated, 1 | 4 | 5) => ForecastPart::Undated,
            _ => return None,
        };
        Some(Figure::Forecast(ForecastFigure::of_all(part)))
    };
    let tools = ViewFn::from(move || {
        let offers = Pace::ALL.map(|pace| (key(pace).to_owned(), t.forecast_pace_word(pace)));
        let choose = move |chosen: String| {
            ahead.pace.set(if chosen == key(Pace::Quarter) { Pace::Quarter } else { Pace::Month });
            true
        };
        view! {
            <Choice
                name="forecast-pace"
                label=t.forecast_pace()
                offers=Signal::stored(offers.to_vec())
                value=Signal::derive(move || key(ahead.pace.get()).to_owned())
                on_choose=Callback::new(choose)
            />
        }
    });
    view! {
        <ChartCard
            key="forecast"
            name=t.forecast_name()
            title=text(|shown| &shown.title)
            rule=t.forecast_rule()
            note=text(|shown| &shown.note)
            draw=Callback::new(draw)
            empty=t.forecast_empty()
            table
            way=Way::new(way)
            tools
        />
    }
}

fn key(pace: Pace) -> &'static str {
    match pace {
        Pace::Month => "month",
        Pace::Quarter => "quarter",
    }
}

/// The finding of the present term.
fn finding(pen: &Pen, now: &TermForecast) -> String {
    let t = pen.t;
    let term = name(pen, now.term);
    let share = |part: i64, of: i64| {
        let rate = Rate { part: u64::try_from(part).unwrap_or(0), of: u64::try_from(of).unwrap_or(0) };
        rate.value().map(|share| pen.formats.percent_whole(share))
    };
    let shares = now.target.and_then(|target| share(now.won.value, target).zip(share(now.sum(), target)));
    match shares {
        Some((won, _)) if now.target.is_some_and(|target| now.won.value >= target) => {
            t.forecast_target_reached(&term, &won)
        }
        Some((won, both)) => t.forecast_of_target(&term, &won, &both),
        None if now.sum() == 0 => t.forecast_nothing(&term),
        None => t.forecast_without_target(&term, &pen.money_fit(now.won.value), &pen.money_fit(now.sum())),
    }
}

fn shown(pen: &Pen, report: &Forecast) -> Shown {
    let t = pen.t;
    let title = report.now().map(|now| finding(pen, now)).unwrap_or_default();
    let overdue = report.overdue.deals.count;
    let note = if overdue == 0 {
        String::new()
    } else {
        t.forecast_overdue_note(&pen.deals(overdue), &pen.money(report.overdue.weighted()))
    };
    if report.is_empty() && report.terms.iter().all(|row| row.target.is_none()) {
        return Shown { title: t.forecast_name().into(), note, chart: None, parts: Vec::new() };
    }
    let apart = |part: Part, name: &str, expected: Expected| {
        (expected.deals.count > 0).then(|| (part, beside(pen, name, expected, part == Part::Overdue)))
    };
    let last = report.terms.last().map(|row| row.term);
    let terms = report.terms.iter().enumerate();
    let terms = terms.map(|(at, row)| (Part::Of(row.term), column(pen, row, at == 0, at == report.current)));
    let (parts, columns): (Vec<Part>, Vec<Column>) =
        apart(Part::Overdue, t.forecast_overdue(), report.overdue)
            .into_iter()
            .chain(terms)
            .chain(last.and_then(|last| apart(Part::After(last), t.forecast_later(), report.later)))
            .chain(apart(Part::Undated, t.forecast_undated(), report.undated))
            .unzip();
    let height = |column: &Column| {
        let sum: f64 = column.pieces.iter().map(|piece| piece.value).sum();
        column.mark.map_or(sum, |mark| sum.max(mark))
    };
    let most = columns.iter().map(height).fold(0.0, f64::max);
    let heads = [
        t.forecast_head_term(),
        t.forecast_head_sum(),
        t.forecast_head_won(),
        t.forecast_head_won_deals(),
        t.forecast_head_open(),
        t.forecast_head_open_deals(),
        t.forecast_head_target(),
    ];
    let words = Words {
        title: title.clone(),
        description: t.forecast_rule().to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    let axis = Axis::new(most, pen.currency.scale() as f64, 4, |value| pen.money_short(value as i64));
    let chart = ColumnChart { words, axis, columns, mark: t.forecast_mark().to_owned() };
    Shown { title, note, chart: Some(chart), parts }
}

/// The column of a term.
fn column(pen: &Pen, row: &TermForecast, first: bool, now: bool) -> Column {
    let t = pen.t;
    let months = row.term.months();
    let month = months.first().copied().unwrap_or(Month { year: 1, month: 1 });
    let label = match row.term {
        Term::Month(month) => pen.formats.month_short(month),
        Term::Quarter(_, quarter) => t.forecast_quarter_short(&pen.count(u64::from(quarter))),
    };
    let weighted = row.open.weighted();
    let money = |minor: i64| pen.money(minor);
    Column {
        slot: Slot {
            label,
            group: if first || month.month == 1 { pen.formats.year(month) } else { String::new() },
            name: name(pen, row.term),
            apart: false,
        },
        pieces: vec![
            Piece { value: row.won.value as f64, ink: Ink::Won, name: t.forecast_part_won().to_owned() },
            Piece { value: weighted as f64, ink: Ink::Likely, name: t.forecast_part_open().to_owned() },
        ],
        mark: row.target.map(|target| target as f64),
        text: pen.money_short(row.sum()),
        cells: vec![
            money(row.sum()),
            money(row.won.value),
            pen.count(row.won.count),
            money(weighted),
            pen.count(row.open.deals.count),
            row.target.map_or_else(|| pen.none(), money),
        ],
        strong: now,
    }
}

/// A column beside the terms.
fn beside(pen: &Pen, name: &str, expected: Expected, late: bool) -> Column {
    let weighted = expected.weighted();
    let ink = if late { Ink::Late } else { Ink::Someday };
    Column {
        slot: Slot { label: name.to_owned(), group: String::new(), name: name.to_owned(), apart: true },
        pieces: vec![Piece { value: weighted as f64, ink, name: String::new() }],
        mark: None,
        text: pen.money_short(weighted),
        cells: vec![
            pen.money(weighted),
            pen.none(),
            pen.none(),
            pen.money(weighted),
            pen.count(expected.deals.count),
            pen.none(),
        ],
        strong: false,
    }
}
