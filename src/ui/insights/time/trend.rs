//! The cycle of won deals over time: is it shortening?

use leptos::prelude::*;

use super::super::overview::cycle_trend;
use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::super::use_insights;
use super::Switch;
use crate::chart::{Axis, Frame, Ink, Line, LineChart, Point, Slot, Words};
use crate::metrics::{CycleTerms, Dated, Figure, TermCycle, TimeFigure, cycle_by_term, latest_win, trend};
use crate::model::{Month, Term};

const HEIGHT: u32 = 240;

/// How fine the time is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grain {
    Months,
    Quarters,
}

impl Grain {
    fn term(self, month: Month) -> Term {
        match self {
            Grain::Months => Term::Month(month),
            Grain::Quarters => Term::quarter_of(month),
        }
    }

    /// How many are shown.
    fn count(self) -> u16 {
        match self {
            Grain::Months => 12,
            Grain::Quarters => 8,
        }
    }

    /// The terms up to this one, or to the end of a period that is over; or, if nothing was won up to this one, up to that of the latest
    /// win, and whether that is so, and whether there is one.
    fn report(self, dated: Dated<'_>) -> Report {
        let now = self.term(dated.all.today().month());
        let first = now.back(i32::from(self.count()) - 1).months().first().copied();
        let latest = latest_win(dated.all);
        let (last, back) = dated.last_month(first.unwrap_or(dated.all.today().month()), latest);
        let terms = cycle_by_term(dated.all, self.term(last), self.count());
        Report { terms, back, ever: latest.is_some() }
    }
}

/// What was counted.
#[derive(Debug, Clone, PartialEq)]
struct Report {
    terms: CycleTerms,
    /// Whether the terms end where something was won last.
    back: bool,
    /// Whether any deal was ever won.
    ever: bool,
}

/// What stands in the card.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    title: String,
    note: String,
    chart: Option<LineChart>,
    terms: Vec<Term>,
}

/// The card.
#[component]
pub fn CycleOverTime() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let grain = RwSignal::new(Grain::Months);
    let report = insights.report_dated(move |dated| grain.get().report(dated));
    let shown = Memo::new(move |_| {
        let (pen, grain) = (insights.pen(), grain.get());
        report.with(|report| report.as_ref().map(|report| shown(&pen, grain, &report.terms, report.back)))
    });
    let text = move |pick: fn(&Shown) -> String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(pick).unwrap_or_default()))
    };
    let note = insights.own_dates_note_or(text(|shown| shown.note.clone()));
    let empty = Signal::derive(move || {
        let ever = report.with(|report| report.as_ref().is_some_and(|report| report.ever));
        if ever { t.won_by_month_none() } else { t.time_trend_empty() }.to_owned()
    });
    let draw = move |drawing: Drawing| {
        let frame = Frame::new(drawing.width, HEIGHT, drawing.prefix).rtl(drawing.rtl);
        shown.with(|shown| Some(shown.as_ref()?.chart.as_ref()?.svg(&frame)))
    };
    let table = Signal::derive(move || shown.with(|shown| Some(shown.as_ref()?.chart.as_ref()?.table())));
    let way = move |(row, _): (usize, usize)| {
        let term = shown.with(|shown| shown.as_ref()?.terms.get(row).copied())?;
        Some(Figure::Time(TimeFigure::WonIn(term)))
    };
    let tools = move || {
        let offers = vec![
            (Grain::Months, "months", t.time_months()),
            (Grain::Quarters, "quarters", t.time_quarters()),
        ];
        view! { <Switch label=t.time_grain() offers value=grain /> }.into_any()
    };
    view! {
        <ChartCard
            key="cycle-over-time"
            name=t.time_trend()
            title=text(|shown| shown.title.clone())
            rule=t.time_trend_rule()
            note
            empty
            draw=Callback::new(draw)
            table
            way=Way::new(way)
            tools=ViewFn::from(tools)
        />
    }
}

fn slot(pen: &Pen, first: bool, term: Term) -> Slot {
    let month = term.months().first().copied().unwrap_or(Month { year: 0, month: 1 });
    let year = pen.formats.year(month);
    let (label, name) = match term {
        Term::Month(month) => (pen.formats.month_short(month), pen.formats.month(month)),
        Term::Quarter(_, quarter) => (pen.t.time_quarter_short(quarter), pen.t.time_quarter(quarter, &year)),
    };
    Slot { label, group: if first || month.month == 1 { year } else { String::new() }, name, apart: false }
}

fn shown(pen: &Pen, grain: Grain, report: &CycleTerms, back: bool) -> Shown {
    let t = pen.t;
    let CycleTerms { terms, all, earlier, later } = report;
    let title = match (trend(earlier, later), grain) {
        _ if all.count == 0 => t.time_trend().to_owned(),
        (Some(trend), Grain::Months) => cycle_trend(pen, trend, later, earlier),
        (Some(trend), Grain::Quarters) => {
            t.time_trend_quarters(trend, &pen.days(later.median), &pen.days(earlier.median))
        }
        (None, _) => t.cycle_title(&pen.days(all.median)),
    };
    let slots: Vec<Slot> =
        terms.iter().enumerate().map(|(at, TermCycle { term, .. })| slot(pen, at == 0, *term)).collect();
    let note = match slots.last() {
        Some(last) if back => t.time_trend_back(&last.name),
        _ => String::new(),
    };
    let medians = || terms.iter().map(|term| term.won.median);
    let point = |median: Option<f64>| median.map(|value| Point { value, text: pen.days_short(value) });
    let head = match grain {
        Grain::Months => t.head_month(),
        Grain::Quarters => t.time_head_quarter(),
    };
    let chart = LineChart {
        words: Words {
            title: title.clone(),
            description: t.time_trend_rule().to_owned(),
            heads: [head, t.head_median(), t.head_won()].map(str::to_owned).to_vec(),
        },
        axis: Axis::new(medians().flatten().fold(0.0, f64::max), 1.0, 4, |days| pen.days_short(days)),
        slots,
        lines: vec![Line { name: String::new(), ink: Ink::Won, points: medians().map(point).collect() }],
        cells: terms.iter().map(|term| vec![pen.days(term.won.median), pen.count(term.won.count)]).collect(),
    };
    Shown {
        title,
        note,
        chart: (all.count > 0).then_some(chart),
        terms: terms.iter().map(|term| term.term).collect(),
    }
}
