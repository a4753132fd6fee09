//! New deals by month, and how far each month's target was attained.

use leptos::prelude::*;

use crate::chart::{Axis, Bar, BarChart, Fill, Frame, Ink, Part, Row, RowChart, Slot, Words};
use crate::metrics::{Ask, KpiMonth, TeamFigure, TimeSpan};
use crate::model::{Month, OutcomeKind};
use crate::ui::insights::parts::{ChartCard, Drawing, Pen, Way};
use crate::ui::insights::use_insights;

use super::kpis::Months;

const HEIGHT: u32 = 240;

/// New deals by month.
#[component]
pub fn NewDeals(
    /// The months, the oldest first.
    months: Memo<Option<Months>>,
) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let chart = Memo::new(move |_| {
        let pen = insights.pen();
        months.with(|months| months.as_ref().and_then(|months| new_chart(months, &pen)))
    });
    let draw = move |drawing: Drawing| {
        let frame = Frame::new(drawing.width, HEIGHT, drawing.prefix).rtl(drawing.rtl);
        chart.with(|chart| chart.as_ref().map(|chart| chart.svg(&frame)))
    };
    let way = move |(row, column): (usize, usize)| {
        let span = months.with(|months| months.as_ref()?.get(row).map(|(_, span)| *span))?;
        let ask = if column == 2 { Ask::Referred(span) } else { Ask::Created(span) };
        Some(TeamFigure::team(ask).into())
    };
    let title = move || {
        let title = chart.with(|chart| chart.as_ref().map(|chart| chart.words.title.clone()));
        title.unwrap_or_else(|| t.kpi_new_name().to_owned())
    };
    view! {
        <ChartCard
            key="new-deals"
            name=Signal::stored(t.kpi_new_name().to_owned())
            title=Signal::derive(title)
            rule=Signal::stored(t.kpi_new_rule().to_owned())
            note=insights.own_dates_note()
            draw=Callback::new(draw)
            empty=Signal::stored(t.kpi_new_empty().to_owned())
            table=Signal::derive(move || chart.with(|chart| chart.as_ref().map(BarChart::table)))
            way=Way::new(way)
        />
    }
}

fn new_chart(months: &Months, pen: &Pen) -> Option<BarChart> {
    let sum = |pick: fn(&KpiMonth) -> u64| months.iter().map(|(found, _)| pick(found)).sum::<u64>();
    let (all, referred) = (sum(|found| found.created.count), sum(|found| found.referred.part));
    if all == 0 {
        return None;
    }
    let share = pen.formats.percent_whole(referred as f64 / all as f64);
    let most = months.iter().map(|(found, _)| found.created.count).max().unwrap_or(0);
    let heads = [pen.t.head_month(), pen.t.kpi_new(), pen.t.kpi_referred()];
    let bar = |(index, (found, _)): (usize, &(KpiMonth, TimeSpan))| Bar {
        slot: Slot {
            label: pen.formats.month_short(found.month),
            group: if index == 0 || found.month.month == 1 {
                pen.formats.year(found.month)
            } else {
                String::new()
            },
            name: pen.formats.month(found.month),
            apart: false,
        },
        value: found.created.count as f64,
        text: pen.count(found.created.count),
        cells: vec![pen.count(found.created.count), pen.share(found.referred.value())],
        ink: Ink::Plain,
    };
    Some(BarChart {
        words: Words {
            title: pen.t.kpi_new_title(all, &pen.count(all), &share),
            description: pen.t.kpi_new_rule().to_owned(),
            heads: heads.map(str::to_owned).to_vec(),
        },
        axis: Axis::new(most as f64, 1.0, 4, |value| pen.count(value as u64)),
        bars: months.iter().enumerate().map(bar).collect(),
    })
}

/// How far the target of each month was attained.
#[component]
pub fn Attainment(
    /// The months, the oldest first.
    months: Memo<Option<Months>>,
) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let with_target = Memo::new(move |_| {
        let months = months.get().unwrap_or_default();
        months.into_iter().filter(|(found, _)| found.attainment().is_some()).rev().collect::<Months>()
    });
    let chart = Memo::new(move |_| {
        let pen = insights.pen();
        let today = insights.desk.zone().day(insights.desk.now()).month();
        with_target.with(|months| attained_chart(months, &pen, today))
    });
    let draw = move |drawing: Drawing| {
        chart.with(|chart| chart.as_ref().map(|chart| chart.svg(drawing.width, drawing.rtl, &drawing.prefix)))
    };
    let way = move |(row, column): (usize, usize)| {
        let span =
            with_target.with(|months| months.get(row).map(|(_, span)| *span)).filter(|_| column == 1)?;
        Some(TeamFigure::team(Ask::EndedIn(OutcomeKind::Won, span)).into())
    };
    let title = move || {
        let title = chart.with(|chart| chart.as_ref().map(|chart| chart.words.title.clone()));
        title.unwrap_or_else(|| t.kpi_attained_name().to_owned())
    };
    view! {
        <ChartCard
            key="attainment"
            name=Signal::stored(t.kpi_attained_name().to_owned())
            title=Signal::derive(title)
            rule=Signal::stored(t.kpi_attained_rule().to_owned())
            note=insights.own_dates_note()
            draw=Callback::new(draw)
            empty=Signal::stored(t.kpi_attained_empty().to_owned())
            table=Signal::derive(move || chart.with(|chart| chart.as_ref().map(RowChart::table)))
            way=Way::new(way)
        />
    }
}

fn attained_chart(months: &Months, pen: &Pen, today: Month) -> Option<RowChart> {
    if months.is_empty() {
        return None;
    }
    let row = |(found, _): &(KpiMonth, TimeSpan)| {
        let share = found.attainment();
        let reached = share.is_some_and(|share| share >= 1.0);
        let (won, target) = (found.won.value, found.target.unwrap_or(0));
        let written = share.map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share));
        let ink = if reached { Ink::Won } else { Ink::Plain };
        Row {
            name: pen.formats.month(found.month),
            parts: vec![Part { value: won.max(0) as f64, fill: Fill::Ink(ink), soft: found.month == today }],
            mark: Some(target as f64),
            text: if reached { format!("{written} ✓") } else { written.clone() },
            cells: vec![pen.money(won), pen.money(target), written],
            ..Row::default()
        }
    };
    let over = || months.iter().filter(|(found, _)| found.month < today);
    let reached = over().filter(|(found, _)| found.attainment().is_some_and(|share| share >= 1.0)).count();
    let heads = [pen.t.head_month(), pen.t.head_won_value(), pen.t.kpi_target(), pen.t.kpi_attained()];
    let title = match over().count() {
        0 => pen.t.kpi_attained_name().to_owned(),
        of => pen.t.kpi_attained_title(reached as u64, of as u64),
    };
    Some(RowChart {
        words: Words {
            title,
            description: pen.t.kpi_attained_rule().to_owned(),
            heads: heads.map(str::to_owned).to_vec(),
        },
        rows: months.iter().map(row).collect(),
        most: None,
    })
}
