//! The team's key figures, month by month.

use leptos::prelude::*;

use crate::metrics::{Ask, KpiMonth, TeamFigure, TimeSpan, kpis, latest_news};
use crate::model::{Month, OutcomeKind, Term};
use crate::ui::insights::parts::{Cell, ChartCard, Grid, GridRow, Mark, Pen, grid_table};
use crate::ui::insights::{Insights, use_insights};

use super::MONTHS;

/// The months, each with its time.
pub type Months = Vec<(KpiMonth, TimeSpan)>;

/// The key figures of the months that are shown, the oldest first. Follows the targets.
pub fn months(insights: Insights) -> Memo<Option<Months>> {
    let goals = Memo::new(move |_| {
        insights.desk.current_pipeline().map(|pipeline| pipeline.goals.clone()).unwrap_or_default()
    });
    insights.report_dated(move |dated| {
        let census = dated.all;
        let (last, _) = dated.last_of(MONTHS, latest_news(census));
        let found = goals.with(|goals| kpis(census, goals, last, MONTHS));
        found.into_iter().map(|found| (found, TimeSpan::month(found.month, census.zone()))).collect()
    })
}

/// The card.
#[component]
pub fn Kpis(
    /// The months, the oldest first.
    months: Memo<Option<Months>>,
) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let today = move || insights.desk.zone().day(insights.desk.now()).month();
    let grid = Memo::new(move |_| {
        let pen = insights.pen();
        months.with(|months| months.as_ref().map(|months| rows(months, &pen, today())).unwrap_or_default())
    });
    let heads = [
        t.head_month(),
        t.head_won(),
        t.head_won_value(),
        t.kpi_growth(),
        t.kpi_new(),
        t.kpi_referred(),
        t.kpi_target(),
        t.kpi_attained(),
    ];
    let heads = StoredValue::new(heads.map(str::to_owned).to_vec());
    let title = move || {
        let pen = insights.pen();
        months.with(|months| months.as_ref().map(|months| title(months, &pen, today())).unwrap_or_default())
    };
    let name = Signal::stored(t.kpi_name().to_owned());
    view! {
        <ChartCard
            key="kpis"
            name
            title=Signal::derive(title)
            rule=Signal::stored(t.kpi_rule().to_owned())
            note=insights.own_dates_note()
            table=Signal::derive(move || Some(grid.with(|rows| grid_table(&heads.get_value(), rows))))
            is_table=true
        >
            <Grid name heads=Signal::derive(move || heads.get_value()) rows=grid />
        </ChartCard>
    }
}

/// What the last month that is over brought.
fn title(months: &Months, pen: &Pen, today: Month) -> String {
    let over = months.iter().rev().map(|(found, _)| found).find(|found| found.month < today);
    let Some(found) = over.filter(|found| found.won.count > 0 || found.growth.is_some()) else {
        return pen.t.kpi_name().to_owned();
    };
    let (month, won) = (pen.formats.month(found.month), pen.money_fit(found.won.value));
    match found.growth {
        Some(growth) if growth > 0.0 => {
            pen.t.kpi_title_more(&month, &won, &pen.formats.percent_whole(growth))
        }
        Some(growth) if growth < 0.0 => {
            pen.t.kpi_title_less(&month, &won, &pen.formats.percent_whole(-growth))
        }
        _ => pen.t.kpi_title(&month, &won),
    }
}

/// The latest month on top.
fn rows(months: &Months, pen: &Pen, today: Month) -> Vec<GridRow> {
    let row = |(found, span): &(KpiMonth, TimeSpan)| {
        let cell = |text: String, value: Option<f64>, ask: Ask| {
            let cell = Cell::of(text, TeamFigure::team(ask));
            match value {
                Some(value) => cell.value(value),
                None => cell,
            }
        };
        let won = Ask::EndedIn(OutcomeKind::Won, *span);
        let plain = |text: Option<String>, value: Option<f64>| {
            let cell = Cell::text(text.unwrap_or_else(|| pen.none()));
            match value {
                Some(value) => cell.value(value),
                None => cell,
            }
        };
        let growth = found.growth.map(|growth| pen.signed(growth, |share| pen.formats.percent_whole(share)));
        let attained = found.attainment();
        let reached = plain(attained.map(|share| pen.formats.percent_whole(share)), attained);
        let reached = if attained.is_some_and(|share| share >= 1.0) {
            reached.saying(pen.t.activity_reached().to_owned(), Mark::Good)
        } else {
            reached
        };
        let count = |count: u64| Some(count as f64);
        let referred = found.referred;
        GridRow {
            name: if found.month == today {
                pen.t.kpi_so_far(&pen.formats.month(found.month))
            } else {
                pen.formats.month(found.month)
            },
            key: Term::Month(found.month).to_string(),
            cells: vec![
                cell(pen.count(found.won.count), count(found.won.count), won),
                cell(pen.money_fit(found.won.value), count(u64::try_from(found.won.value).unwrap_or(0)), won),
                plain(growth, found.growth),
                cell(pen.count(found.created.count), count(found.created.count), Ask::Created(*span)),
                cell(pen.share(referred.value()), referred.value(), Ask::Referred(*span)),
                plain(
                    found.target.map(|target| pen.money_fit(target)),
                    found.target.map(|target| target as f64),
                ),
                reached,
            ],
            strong: false,
        }
    };
    months.iter().rev().map(row).collect()
}
