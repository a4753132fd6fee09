//! Each owner's figures beside the team's.

use leptos::prelude::*;

use crate::metrics::{Ask, OwnerFigures, TimeSpan, owner_figures, recent};
use crate::model::OutcomeKind;
use crate::ui::insights::parts::{Cell, ChartCard, Grid, GridRow, Mark, Pen, grid_table};
use crate::ui::insights::use_insights;

/// From how many closed deals on an owner's rate says something.
const ENOUGH: u64 = 20;

/// The card.
#[component]
pub fn Owners() -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let found = insights.report_dated(|dated| (owner_figures(dated), recent(dated.all)));
    let rows = Memo::new(move |_| {
        let pen = insights.pen();
        found.with(|found| found.as_ref().map(|(found, span)| rows(found, *span, &pen)).unwrap_or_default())
    });
    let heads = [
        t.owner(),
        t.owners_open(),
        t.owners_open_value(),
        t.owners_weighted(),
        t.owners_won(),
        t.owners_win_rate(),
        t.owners_mean(),
        t.owners_cycle(),
        t.owners_activities(),
        t.owners_overdue(),
        t.owners_no_step(),
    ];
    let heads = StoredValue::new(heads.map(str::to_owned).to_vec());
    let title = move || {
        let pen = insights.pen();
        let title = found.with(|found| found.as_ref().and_then(|(found, _)| title(found, &pen)));
        title.unwrap_or_else(|| t.owners_name().to_owned())
    };
    let name = Signal::stored(t.owners_name().to_owned());
    view! {
        <ChartCard
            key="owners"
            name
            title=Signal::derive(title)
            rule=Signal::stored(t.owners_rule().to_owned())
            table=Signal::derive(move || Some(rows.with(|rows| grid_table(&heads.get_value(), rows))))
            is_table=true
        >
            <Grid name heads=Signal::derive(move || heads.get_value()) rows />
        </ChartCard>
    }
}

/// Who holds the most open value; nothing to say of one owner.
fn title(found: &[OwnerFigures], pen: &Pen) -> Option<String> {
    let (team, members) = found.split_first()?;
    let named = || members.iter().filter(|row| row.owner.as_ref().is_some_and(|name| !name.is_empty()));
    let most = named().max_by_key(|row| row.open.value).filter(|row| row.open.value > 0)?;
    if named().count() < 2 {
        return None;
    }
    let share = pen.formats.percent_whole(most.open.value as f64 / team.open.value as f64);
    Some(pen.t.owners_title(most.owner.as_deref()?, &pen.money_fit(most.open.value), &share))
}

fn rows(found: &[OwnerFigures], recent: TimeSpan, pen: &Pen) -> Vec<GridRow> {
    let row = |found: &OwnerFigures| {
        let leads = |text: String, value: Option<f64>, ask: Ask| {
            let cell = Cell::of(text, found.figure(ask));
            value.map_or_else(|| Cell { value: None, ..cell.clone() }, |value| cell.clone().value(value))
        };
        let (open, won) = (Ask::Outcome(OutcomeKind::Open), Ask::Outcome(OutcomeKind::Won));
        let rate = found.win_rate();
        let few = rate.of > 0 && rate.of < ENOUGH && found.owner.is_some();
        let win_rate = leads(pen.share(rate.value()), rate.value(), Ask::Closed);
        let win_rate = if few {
            win_rate.saying(pen.t.compare_sample(&pen.count(rate.of)), Mark::Plain)
        } else {
            win_rate
        };
        let mean = found.mean_won().value();
        let count = |count: u64, ask: Ask| leads(pen.count(count), Some(count as f64), ask);
        let watched = |cell: Cell, count: u64| {
            if count > 0 && found.owner.is_some() { Cell { mark: Mark::Warn, ..cell } } else { cell }
        };
        let name = match found.owner.as_deref() {
            None => pen.t.owners_team().to_owned(),
            Some("") => pen.t.no_owner().to_owned(),
            Some(name) => name.to_owned(),
        };
        GridRow {
            name,
            key: found.owner.clone().unwrap_or_else(|| "team".to_owned()),
            cells: vec![
                count(found.open.count, open),
                leads(pen.money_fit(found.open.value), Some(found.open.value as f64), open),
                leads(pen.money_fit(found.weighted), Some(found.weighted as f64), open),
                count(found.won.count, won),
                win_rate,
                leads(mean.map_or_else(|| pen.none(), |minor| pen.mean_money(minor)), mean, won),
                leads(pen.days(found.cycle.mean), found.cycle.mean, won),
                count(found.activities, Ask::Done(None, recent)),
                watched(count(found.overdue, Ask::Overdue), found.overdue),
                watched(count(found.no_step, Ask::NoStep), found.no_step),
            ],
            strong: found.owner.is_none(),
        }
    };
    found.iter().map(row).collect()
}
