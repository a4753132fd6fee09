//! How much time goes to deals that somebody found unqualified.

use leptos::prelude::*;

use crate::chart::{Axis, Bar, BarChart, Fill, Frame, Ink, Part, Row, RowChart, Slot, Words};
use crate::metrics::{
    Ask, Figure, Spent, TeamFigure, TimeSpan, UnqualifiedReport, latest_unqualified, unqualified,
};
use crate::model::Month;
use crate::ui::insights::parts::{ChartCard, Drawing, Pen, Way};
use crate::ui::insights::use_insights;

use super::MONTHS;

const HEIGHT: u32 = 240;

/// What was counted.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    report: UnqualifiedReport,
    /// The spans of its months.
    spans: Vec<TimeSpan>,
    /// The stretch of time that team and owners are of.
    within: TimeSpan,
    /// Whether any time ever went to one.
    ever: bool,
}

/// Both cards.
#[component]
pub fn Unqualified() -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let found = insights.report_dated(|dated| {
        let census = dated.all;
        let latest = latest_unqualified(census);
        let (last, _) = dated.last_of(MONTHS, latest);
        let report = unqualified(census, dated.span(), last, MONTHS);
        let spans = report.months.iter().map(|(month, _)| TimeSpan::month(*month, census.zone())).collect();
        Shown { report, spans, within: dated.span(), ever: latest.is_some() }
    });
    let owners = Memo::new(move |_| {
        let pen = insights.pen();
        found.with(|found| found.as_ref().and_then(|found| owner_chart(&found.report, &pen)))
    });
    let by_month = Memo::new(move |_| {
        let pen = insights.pen();
        found.with(|found| found.as_ref().and_then(|found| month_chart(&found.report, &pen)))
    });
    let draw_owners = move |drawing: Drawing| {
        owners
            .with(|chart| chart.as_ref().map(|chart| chart.svg(drawing.width, drawing.rtl, &drawing.prefix)))
    };
    let draw_months = move |drawing: Drawing| {
        let frame = Frame::new(drawing.width, HEIGHT, drawing.prefix).rtl(drawing.rtl);
        by_month.with(|chart| chart.as_ref().map(|chart| chart.svg(&frame)))
    };
    let owner_way = move |(row, column): (usize, usize)| -> Option<Figure> {
        found.with(|found| {
            let found = found.as_ref().filter(|_| column == 1)?;
            let (owner, _) = found.report.owners.get(row)?;
            Some(TeamFigure::of(Some(owner), Ask::SaidNo(found.within)).into())
        })
    };
    let month_way = move |(row, column): (usize, usize)| -> Option<Figure> {
        let span = found.with(|found| found.as_ref()?.spans.get(row).copied()).filter(|_| column == 1)?;
        Some(TeamFigure::team(Ask::SaidNo(span)).into())
    };
    let titled = move |title: Option<String>, otherwise: &str| title.unwrap_or_else(|| otherwise.to_owned());
    let title = Signal::derive(move || {
        let title = owners.with(|chart| chart.as_ref().map(|chart| chart.words.title.clone()));
        titled(title, t.unqualified_name())
    });
    let month_title = Signal::derive(move || {
        let title = by_month.with(|chart| chart.as_ref().map(|chart| chart.words.title.clone()));
        titled(title, t.unqualified_month_name())
    });
    let empty = Signal::derive(move || {
        let ever = found.with(|found| found.as_ref().is_some_and(|found| found.ever));
        if ever { t.unqualified_none() } else { t.unqualified_empty() }.to_owned()
    });
    view! {
        <div class="insights-pair">
            <ChartCard
                key="unqualified"
                name=Signal::stored(t.unqualified_name().to_owned())
                title
                rule=Signal::stored(t.unqualified_rule().to_owned())
                draw=Callback::new(draw_owners)
                empty
                table=Signal::derive(move || owners.with(|chart| chart.as_ref().map(RowChart::table)))
                way=Way::new(owner_way)
            />
            <ChartCard
                key="unqualified-months"
                name=Signal::stored(t.unqualified_month_name().to_owned())
                title=month_title
                rule=Signal::stored(t.unqualified_month_rule().to_owned())
                note=insights.own_dates_note()
                draw=Callback::new(draw_months)
                empty
                table=Signal::derive(move || by_month.with(|chart| chart.as_ref().map(BarChart::table)))
                way=Way::new(month_way)
            />
        </div>
    }
}

/// The numbers of a table's row.
fn cells(spent: &Spent, pen: &Pen) -> Vec<String> {
    vec![
        pen.count(spent.deals.part),
        pen.count(spent.activities.part),
        pen.share(spent.activities.value()),
        pen.count(spent.after),
        pen.formats.decimal(spent.days()),
        pen.share(spent.open.value()),
    ]
}

fn heads(first: &str, pen: &Pen) -> Vec<String> {
    let t = pen.t;
    let heads = [
        first,
        t.unqualified_deals(),
        t.unqualified_activities(),
        t.unqualified_share_activities(),
        t.unqualified_after(),
        t.unqualified_days(),
        t.unqualified_share_days(),
    ];
    heads.map(str::to_owned).to_vec()
}

fn whole(share: Option<f64>, pen: &Pen) -> String {
    share.map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share))
}

fn owner_chart(found: &UnqualifiedReport, pen: &Pen) -> Option<RowChart> {
    if found.team.deals.part == 0 {
        return None;
    }
    let row = |(name, spent): &(String, Spent)| Row {
        name: if name.is_empty() { pen.t.no_owner().to_owned() } else { name.clone() },
        parts: vec![Part {
            value: spent.open.value().unwrap_or(0.0),
            fill: Fill::Ink(Ink::Warn),
            soft: false,
        }],
        mark: found.team.open.value(),
        text: pen.t.unqualified_of(&whole(spent.open.value(), pen), &pen.days_short(spent.days().round())),
        cells: cells(spent, pen),
        ..Row::default()
    };
    let (activities, days) = (found.team.activities.value(), found.team.open.value());
    Some(RowChart {
        words: Words {
            title: pen.t.unqualified_title(&whole(activities, pen), &whole(days, pen)),
            description: pen.t.unqualified_rule().to_owned(),
            heads: heads(pen.t.owner(), pen),
        },
        rows: found.owners.iter().map(row).collect(),
        most: None,
    })
}

fn month_chart(found: &UnqualifiedReport, pen: &Pen) -> Option<BarChart> {
    let days = |spent: &Spent| spent.days();
    let most = found.months.iter().max_by(|a, b| days(&a.1).total_cmp(&days(&b.1)));
    let most = most.filter(|(_, spent)| spent.open.part > 0)?;
    let written = |days: f64| pen.count(days.round().max(0.0) as u64);
    let bar = |(index, (month, spent)): (usize, &(Month, Spent))| Bar {
        slot: Slot {
            label: pen.formats.month_short(*month),
            group: if index == 0 || month.month == 1 { pen.formats.year(*month) } else { String::new() },
            name: pen.formats.month(*month),
            apart: false,
        },
        value: spent.days(),
        text: written(spent.days()),
        cells: cells(spent, pen),
        ink: Ink::Warn,
    };
    Some(BarChart {
        words: Words {
            title: pen
                .t
                .unqualified_month_title(&pen.formats.month(most.0), most.1.days().round().max(0.0) as u64),
            description: pen.t.unqualified_month_rule().to_owned(),
            heads: heads(pen.t.head_month(), pen),
        },
        axis: Axis::new(most.1.days(), 1.0, 4, |value| pen.days_short(value)),
        bars: found.months.iter().enumerate().map(bar).collect(),
    })
}
