//! The deals whose expected close moved to a later month, and how often that happens to whom.

use leptos::prelude::*;

use crate::chart::{Fill, Ink, Part, Row, RowChart, Words};
use crate::metrics::{Figure, ForecastFigure, ForecastPart, Slip, Slips, slips};
use crate::model::{Deal, Stage};

use super::super::Insights;
use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::Ahead;

/// How many deals are listed.
const LISTED: usize = 8;

/// The card.
#[component]
pub fn SlipsCard(ahead: Ahead) -> impl IntoView {
    let insights = ahead.insights;
    let t = insights.desk.t();
    let report = insights.report_all_time(slips);
    let some = Memo::new(move |_| report.get().filter(|report| report.all.slips > 0));
    let title = Signal::derive(move || {
        let pen = insights.pen();
        some.with(|some| {
            let Some(Slips { all, .. }) = some else { return t.slips_name().to_owned() };
            let (slipped, dated) = (pen.count(all.slipped), pen.deals(all.dated));
            t.slips_title(&slipped, &dated, all.slips, &pen.count(all.slips))
        })
    });
    let chart = Memo::new(move |_| {
        let pen = insights.pen();
        some.with(|some| some.as_ref().map(|some| chart(&pen, some, title.get())))
    });
    let draw = move |drawing: Drawing| {
        chart.with(|chart| chart.as_ref().map(|chart| chart.svg(drawing.width, drawing.rtl, &drawing.prefix)))
    };
    let table = Signal::derive(move || chart.with(|chart| chart.as_ref().map(RowChart::table)));
    let way = move |(row, column): (usize, usize)| {
        let owner = some.with(|some| some.as_ref()?.owners.get(row).map(|(owner, _)| owner.clone()))?;
        let part = if column == 1 { ForecastPart::Dated } else { ForecastPart::Slipped };
        Some(Figure::Forecast(ForecastFigure { part, owner: Some(owner) }))
    };
    let list = move || {
        let pen = insights.pen();
        report.with(|report| {
            let report = report.as_ref()?;
            if report.deals.is_empty() {
                let text = if report.all.dated == 0 { t.slips_undated() } else { t.slips_none() };
                return Some(view! { <p class="insight-empty">{text}</p> }.into_any());
            }
            let rows = report.deals.iter().take(LISTED);
            let rows = rows.filter_map(|slip| listed(insights, &pen, slip)).collect_view();
            Some(view! { <ul class="slips" aria-label=t.slips_list()>{rows}</ul> }.into_any())
        })
    };
    view! {
        <ChartCard
            key="slips"
            name=t.slips_name()
            title
            rule=t.slips_rule()
            draw=Callback::new(draw)
            table
            way=Way::new(way)
        >
            {list}
        </ChartCard>
    }
}

/// A deal that slipped, as a button that opens it.
fn listed(insights: Insights, pen: &Pen, slip: &Slip) -> Option<impl IntoView + use<>> {
    let desk = insights.desk;
    let (title, about) = desk.with(|session| {
        let workspace = session.workspace();
        let deal = workspace.get::<Deal>(slip.deal)?;
        let stage = workspace.get::<Stage>(workspace.stage_of(deal)).map(|stage| stage.name.clone());
        let about = [stage.unwrap_or_default(), deal.owner.clone(), pen.money(deal.value)];
        let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
        Some((deal.title.clone(), about.join(" · ")))
    })?;
    let (times, months) = (u64::from(slip.slips), u64::from(slip.months));
    let often = pen.t.slips_of_deal(times, &pen.count(times), months, &pen.count(months));
    let id = slip.deal;
    Some(view! {
        <li>
            <button
                type="button"
                class="slip"
                data-deal=id.to_string()
                on:click=move |_| desk.open_deal.set(Some(id))
            >
                <span class="slip-title" dir="auto">{title}</span>
                <span class="slip-often">{often}</span>
                <span class="slip-about" dir="auto">{about}</span>
            </button>
        </li>
    })
}

/// The slips by owner, for files and as a table.
fn chart(pen: &Pen, report: &Slips, title: String) -> RowChart {
    let t = pen.t;
    let heads = [
        t.slips_head_owner(),
        t.slips_head_dated(),
        t.slips_head_slipped(),
        t.slips_head_times(),
        t.slips_head_months(),
    ];
    let rows = report.owners.iter().map(|(owner, tally)| Row {
        name: if owner.is_empty() { t.slips_no_owner().to_owned() } else { owner.clone() },
        parts: vec![Part { value: tally.slips as f64, fill: Fill::Ink(Ink::Warn), soft: false }],
        text: pen.count(tally.slips),
        cells: [tally.dated, tally.slipped, tally.slips, tally.months].map(|count| pen.count(count)).to_vec(),
        ..Row::default()
    });
    RowChart {
        words: Words {
            title,
            description: t.slips_rule().to_owned(),
            heads: heads.map(str::to_owned).to_vec(),
        },
        rows: rows.collect(),
        most: None,
    }
}
