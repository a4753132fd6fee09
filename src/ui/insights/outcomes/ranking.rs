//! A card of rows that lead to their deals.

use leptos::prelude::*;

use super::super::parts::{ChartCard, Drawing, Way};
use crate::chart::RowChart;
use crate::metrics::Figure;
use crate::ui::desk::use_desk;

/// What a card shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The finding.
    pub title: String,
    /// The rows; nothing is drawn where there are none.
    pub chart: RowChart,
    /// For each row the figures behind its cells, from the second column on.
    pub ways: Vec<Vec<Option<Figure>>>,
}

/// The card.
#[component]
pub fn Ranking(
    /// The figure's name for scripts.
    key: &'static str,
    /// What it is called.
    #[prop(into)]
    name: Signal<String>,
    /// What is counted and how.
    rule: &'static str,
    /// What is said where there are no rows.
    empty: &'static str,
    /// What it shows.
    ranked: Memo<Option<Ranked>>,
    /// How many rows are drawn; the table has all.
    #[prop(default = 14)]
    most: usize,
    /// What stands beside the title.
    #[prop(optional, into)]
    tools: Option<ViewFn>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let some = Memo::new(move |_| ranked.get().filter(|ranked| !ranked.chart.rows.is_empty()));
    let title = Signal::derive(move || {
        some.with(|some| some.as_ref().map(|some| some.title.clone())).unwrap_or_else(|| name.get())
    });
    let note = Signal::derive(move || {
        let rows = some.with(|some| some.as_ref().map_or(0, |some| some.chart.rows.len()));
        if rows <= most {
            return String::new();
        }
        let formats = desk.formats();
        t.outcomes_drawn_some(&formats.count(most as u64), &formats.count(rows as u64))
    });
    let draw = move |drawing: Drawing| {
        some.with(|some| {
            let mut chart = some.as_ref()?.chart.clone();
            chart.rows.truncate(most);
            Some(chart.svg(drawing.width, drawing.rtl, &drawing.prefix))
        })
    };
    let table = Signal::derive(move || some.with(|some| some.as_ref().map(|some| some.chart.table())));
    let way = move |(row, column): (usize, usize)| {
        some.with(|some| some.as_ref()?.ways.get(row)?.get(column.checked_sub(1)?)?.clone())
    };
    let tools = tools.unwrap_or_else(|| ViewFn::from(|| ()));
    view! {
        <ChartCard key name title rule note draw=Callback::new(draw) empty table way=Way::new(way) tools />
    }
}
