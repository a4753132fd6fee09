//! Won value and cycle by month.

use leptos::prelude::*;

use crate::chart::{BarChart, Frame, LineChart, MonthTexts, Table, Words, cycle_chart, won_chart};
use crate::metrics::{Days, Figure, Trend, trend};
use crate::model::{Month, OutcomeKind};
use crate::ui::desk::{Desk, use_desk};

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::super::use_insights;
use super::report::Report;

const HEIGHT: u32 = 240;

/// A drawing by months.
#[derive(Debug, Clone, PartialEq)]
enum Chart {
    Bars(BarChart),
    Line(LineChart),
    /// There is nothing to draw; this is said instead.
    Said(&'static str),
}

/// A drawing and what stands above it.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    title: String,
    rule: &'static str,
    dated_back: Option<String>,
    drawing: Chart,
    months: Vec<Month>,
}

/// Won value by month.
#[component]
pub fn WonByMonth(
    /// What is counted.
    report: Memo<Option<Report>>,
) -> impl IntoView {
    let desk = use_desk();
    let shown = Memo::new(move |_| report.with(|report| report.as_ref().map(|report| won(desk, report))));
    let way = move |(row, column): (usize, usize)| {
        let month = shown.with(|shown| shown.as_ref()?.months.get(row).copied())?;
        let outcome = if column == 3 { OutcomeKind::Lost } else { OutcomeKind::Won };
        Some(Figure::ClosedIn(month, outcome))
    };
    view! { <Months name=desk.t().won_by_month() key="won-by-month" shown way=Way::new(way) /> }
}

/// The median cycle by month.
#[component]
pub fn CycleByMonth(
    /// What is counted.
    report: Memo<Option<Report>>,
) -> impl IntoView {
    let desk = use_desk();
    let shown = Memo::new(move |_| report.with(|report| report.as_ref().map(|report| times(desk, report))));
    let way = move |(row, _): (usize, usize)| {
        let month = shown.with(|shown| shown.as_ref()?.months.get(row).copied())?;
        Some(Figure::ClosedIn(month, OutcomeKind::Won))
    };
    view! { <Months name=desk.t().cycle_by_month() key="cycle-by-month" shown way=Way::new(way) /> }
}

#[component]
fn Months(name: &'static str, key: &'static str, shown: Memo<Option<Shown>>, way: Way) -> impl IntoView {
    let text = move |pick: fn(&Shown) -> String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(pick).unwrap_or_default()))
    };
    let draw = move |drawing: Drawing| {
        let frame = Frame::new(drawing.width, HEIGHT, drawing.prefix).rtl(drawing.rtl);
        shown.with(|shown| match &shown.as_ref()?.drawing {
            Chart::Bars(chart) => Some(chart.svg(&frame)),
            Chart::Line(chart) => Some(chart.svg(&frame)),
            Chart::Said(_) => None,
        })
    };
    let table = Signal::derive(move || {
        shown.with(|shown| -> Option<Table> {
            match &shown.as_ref()?.drawing {
                Chart::Bars(chart) => Some(chart.table()),
                Chart::Line(chart) => Some(chart.table()),
                Chart::Said(_) => None,
            }
        })
    });
    let note = use_insights().own_dates_note_or(text(|shown| shown.dated_back.clone().unwrap_or_default()));
    let said = |shown: &Shown| match shown.drawing {
        Chart::Said(text) => text.to_owned(),
        _ => String::new(),
    };
    view! {
        <ChartCard
            key
            name=name
            title=text(|shown| shown.title.clone())
            rule=text(|shown| shown.rule.to_owned())
            note
            empty=text(said)
            draw=Callback::new(draw)
            table
            way
        />
    }
}

/// Writes months and their numbers.
fn with_texts<T>(pen: &Pen, draw: impl FnOnce(&MonthTexts<'_>) -> T) -> T {
    let formats = &pen.formats;
    draw(&MonthTexts {
        label: &|month: Month| formats.month_short(month),
        name: &|month: Month| formats.month(month),
        year: &|month: Month| formats.year(month),
        money: &|minor| pen.money(minor),
        short_money: &|minor| pen.money_short(minor),
        count: &|count| pen.count(count),
        days: &|days| pen.days_short(days),
        none: pen.t.no_figure(),
    })
}

fn words(title: &str, rule: &str, heads: &[&str]) -> Words {
    Words {
        title: title.to_owned(),
        description: rule.to_owned(),
        heads: heads.iter().map(|head| (*head).to_owned()).collect(),
    }
}

fn months(report: &Report) -> Vec<Month> {
    report.months.iter().map(|month| month.month).collect()
}

fn dated_back(pen: &Pen, report: &Report) -> Option<String> {
    let last = report.months.last().filter(|_| report.dated_back)?;
    Some(pen.t.months_dated_back(&pen.formats.month(last.month)))
}

fn won(desk: Desk, report: &Report) -> Shown {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let rule = t.won_by_month_more();
    let none = |text| Shown {
        title: t.won_by_month().to_owned(),
        rule,
        dated_back: None,
        drawing: Chart::Said(text),
        months: Vec::new(),
    };
    let count: u64 = report.months.iter().map(|month| month.won.count).sum();
    if count == 0 {
        return none(if report.ever_won { t.won_by_month_none() } else { t.won_by_month_empty() });
    }
    let total: i64 = report.months.iter().map(|month| month.won.value).sum();
    // Of equal months the later one.
    let best = report.months.iter().max_by_key(|month| month.won.value);
    let Some(best) = best.filter(|month| month.won.value > 0) else {
        return none(t.won_by_month_no_value());
    };
    let title = t.won_title(
        &pen.money_fit(total),
        &pen.formats.month(best.month),
        &pen.money_like(best.won.value, total),
    );
    let heads = [t.head_month(), t.head_won_value(), t.head_won(), t.head_lost()];
    let words = words(&title, rule, &heads);
    let chart = with_texts(&pen, |texts| won_chart(&report.months, words, report.currency.scale(), texts));
    Shown {
        title,
        rule,
        dated_back: dated_back(&pen, report),
        drawing: Chart::Bars(chart),
        months: months(report),
    }
}

/// What became of the cycle in twelve months, as a sentence.
pub fn cycle_trend(pen: &Pen, trend: Trend, later: &Days, earlier: &Days) -> String {
    let (is, was) = (pen.days(later.median), pen.days(earlier.median));
    match trend {
        Trend::Longer => pen.t.cycle_longer(&is, &was),
        Trend::Shorter => pen.t.cycle_shorter(&is, &was),
        Trend::Steady => pen.t.cycle_steady(&is, &was),
    }
}

fn times(desk: Desk, report: &Report) -> Shown {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let rule = t.cycle_by_month_more();
    let none = |text| Shown {
        title: t.cycle_by_month().to_owned(),
        rule,
        dated_back: None,
        drawing: Chart::Said(text),
        months: Vec::new(),
    };
    let mut medians = report.months.iter().filter_map(|month| month.won_cycle.median).peekable();
    if medians.peek().is_none() {
        return none(if report.ever_won { t.won_by_month_none() } else { t.cycle_by_month_empty() });
    }
    if medians.all(|median| median <= 0.0) {
        return none(t.cycle_by_month_no_time());
    }
    let [all, earlier, later] = report.won_cycles;
    let title = match trend(&earlier, &later) {
        Some(trend) => cycle_trend(&pen, trend, &later, &earlier),
        None => t.cycle_title(&pen.days(all.median)),
    };
    let words = words(&title, rule, &[t.head_month(), t.head_median(), t.head_won()]);
    let mut chart = with_texts(&pen, |texts| cycle_chart(&report.months, words, texts));
    // The drawing has room for round days only; the table says them as the key figures do.
    let cells =
        report.months.iter().map(|month| vec![pen.days(month.won_cycle.median), pen.count(month.won.count)]);
    chart.cells = cells.collect();
    Shown {
        title,
        rule,
        dated_back: dated_back(&pen, report),
        drawing: Chart::Line(chart),
        months: months(report),
    }
}
