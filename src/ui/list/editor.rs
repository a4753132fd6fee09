//! Editing in place: a field in the cell. Enter keeps what was typed and goes down, Tab goes right, Escape leaves it as it was.

use std::sync::Arc;

use leptos::html::{Input, Select};
use leptos::prelude::*;

use crate::browser::page::{self, KeyboardEvent};
use crate::exchange::Deed;
use crate::exchange::typed_amount::{amount_text, read_amount};
use crate::metrics::table::Column;
use crate::model::{
    Care, Command, Currency, Day, Deal, DealEdit, DealId, Outcome, Pipeline, Place, StageId, Timestamp,
};
use crate::ui::board::move_deal;
use crate::ui::desk::Desk;
use crate::ui::parts::{KnownTexts, own_id};

use super::cell::tags;
use super::keys;
use super::state::List;

/// How many months lie between contacts after a win until somebody says otherwise.
const MONTHS: u8 = 3;

/// The field of a cell.
pub fn editor(list: List, deal: &Arc<Deal>, column: &Column) -> AnyView {
    match column {
        Column::Stage | Column::Persona => choice(list, deal, column),
        _ => line(list, deal, column),
    }
}

/// Takes what was typed, once: a field that goes loses the focus too.
fn keep(list: List, done: StoredValue<bool>, deal: DealId, column: &Column, text: &str) -> bool {
    if done.try_update_value(|done| std::mem::replace(done, true)) != Some(false) {
        return false;
    }
    list.editing.set(false);
    list.hold();
    commit(list, deal, column, text)
}

/// The keys that end an edit. Others stay within the field.
fn ending(list: List, done: StoredValue<bool>, event: &KeyboardEvent, keep: impl FnOnce() -> bool) {
    event.stop_propagation();
    // Enter and Escape are for what a keyboard composes, as long as it does.
    if event.is_composing() {
        return;
    }
    match event.key().as_str() {
        "Escape" => {
            done.set_value(true);
            list.editing.set(false);
        }
        "Enter" => {
            if keep() {
                keys::step(list, 1);
            }
        }
        "Tab" => {
            if keep() {
                keys::aside(list, if event.shift_key() { -1 } else { 1 });
            }
        }
        _ => return,
    }
    event.prevent_default();
    list.focus();
}

fn line(list: List, deal: &Arc<Deal>, column: &Column) -> AnyView {
    let t = list.desk.t();
    let node = NodeRef::<Input>::new();
    let done = StoredValue::new(false);
    let id = deal.id;
    let column = StoredValue::new(column.clone());
    let (kind, keys) = match column.get_value() {
        Column::Expected | Column::Until | Column::Care | Column::Closed => ("date", None),
        Column::Value => ("text", Some("decimal")),
        Column::Chance => ("text", Some("numeric")),
        _ => ("text", None),
    };
    let known = list_of(list, &column.get_value());
    let known = known.map(|texts| (own_id("cell"), texts));
    let options = known.as_ref().map(|(id, _)| id.clone());
    let now = stored(list.desk, deal, &column.get_value());
    let begun = now.clone();
    Effect::new(move |_| {
        if let Some(input) = node.get() {
            // A value that came later would take the selection away.
            input.set_value(&begun);
            page::focus(&input);
            input.select();
        }
    });
    let take = move || {
        let text = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        keep(list, done, id, &column.get_value(), &text)
    };
    view! {
        <input
            class="cell-editor"
            type=kind
            inputmode=keys
            dir=if kind == "date" { None } else { Some("auto") }
            autocomplete="off"
            data-edit=column.with_value(Column::key)
            aria-label=t.column_head(&column.get_value())
            list=options
            value=now
            node_ref=node
            on:keydown=move |event| ending(list, done, &event, take)
            on:blur=move |_| {
                take();
            }
            on:click=move |event| event.stop_propagation()
            on:dblclick=move |event| event.stop_propagation()
        />
        {known.map(|(id, texts)| view! { <KnownTexts id texts=Signal::derive(move || texts.clone()) /> })}
    }
    .into_any()
}

fn choice(list: List, deal: &Arc<Deal>, column: &Column) -> AnyView {
    let desk = list.desk;
    let t = desk.t();
    let node = NodeRef::<Select>::new();
    let done = StoredValue::new(false);
    // With keys each arrow changes the choice: only Enter or leaving the field takes it then.
    let keyed = StoredValue::new(false);
    let id = deal.id;
    let column = StoredValue::new(column.clone());
    let offers: Vec<(String, String)> = if column.with_value(|column| *column == Column::Stage) {
        untrack(|| desk.ladder()).iter().map(|stage| (stage.id.to_string(), stage.name.clone())).collect()
    } else {
        let personas = desk.with(|session| session.workspace().meta().personas.clone());
        let named = personas.into_iter().map(|(id, persona)| (id.to_string(), persona.name));
        std::iter::once((String::new(), t.filter_none().to_owned())).chain(named).collect()
    };
    let now = column.with_value(|column| stored(desk, deal, column));
    Effect::new(move |_| {
        if let Some(select) = node.get() {
            page::focus(&select);
        }
    });
    let take = move || {
        let text = node.get_untracked().map(|select| select.value()).unwrap_or_default();
        keep(list, done, id, &column.get_value(), &text)
    };
    view! {
        <select
            class="cell-editor"
            dir="auto"
            data-edit=column.with_value(Column::key)
            aria-label=t.column_head(&column.get_value())
            node_ref=node
            on:keydown=move |event| {
                keyed.set_value(true);
                ending(list, done, &event, take);
            }
            on:change=move |_| {
                if !keyed.get_value() && take() {
                    list.focus();
                }
            }
            on:blur=move |_| {
                take();
            }
            on:click=move |event| event.stop_propagation()
            on:dblclick=move |event| event.stop_propagation()
        >
            {offers
                .into_iter()
                .map(|(key, name)| {
                    let chosen = key == now;
                    view! { <option value=key prop:selected=chosen>{name}</option> }
                })
                .collect_view()}
        </select>
    }
    .into_any()
}

/// The texts that a field offers.
fn list_of(list: List, column: &Column) -> Option<Vec<String>> {
    let known = |pick: fn(&Deal) -> &str| Some(untrack(|| list.known(|deal, add| add(pick(deal)))));
    match column {
        Column::Owner => {
            let mut names = known(|deal| &deal.owner)?;
            names.extend(untrack(|| list.desk.members()));
            names.sort_unstable();
            names.dedup();
            Some(names)
        }
        Column::Company => known(|deal| &deal.company),
        Column::Source => known(|deal| &deal.source),
        Column::Product => known(|deal| &deal.product),
        Column::Segment(kind) => Some(untrack(|| {
            list.known(|deal, add| {
                if let Some(value) = deal.story.segments.get(&**kind) {
                    add(value);
                }
            })
        })),
        _ => None,
    }
}

fn currency(desk: Desk, deal: &Deal) -> Currency {
    desk.with(|session| session.workspace().get::<Pipeline>(deal.pipeline).map(|pipeline| pipeline.currency))
        .unwrap_or(Currency::EUR)
}

/// What is stored, as it stands in the field.
fn stored(desk: Desk, deal: &Deal, column: &Column) -> String {
    let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
    match column {
        Column::Title => deal.title.clone(),
        Column::Company => deal.company.clone(),
        Column::Contact => deal.contact.clone(),
        Column::Owner => deal.owner.clone(),
        Column::Source => deal.source.clone(),
        Column::Product => deal.product.clone(),
        Column::Tags => tags(deal),
        Column::Segment(kind) => deal.story.segments.get(&**kind).cloned().unwrap_or_default(),
        Column::Persona => deal.story.persona.map(|id| id.to_string()).unwrap_or_default(),
        Column::Stage => desk.stage_of(deal).to_string(),
        Column::Value => amount_text(deal.value, currency(desk, deal)),
        Column::Chance => deal.chance.map(|chance| chance.to_string()).unwrap_or_default(),
        Column::Expected => day(deal.expected),
        Column::Closed => day(deal.outcome.closed().map(|at| desk.zone().day(at))),
        Column::Care => day(deal.story.care.map(|care| care.next)),
        Column::Reason => match &deal.outcome {
            Outcome::Lost { reason, .. } | Outcome::Nurture { reason, .. } => reason.clone(),
            Outcome::Open | Outcome::Won { .. } => String::new(),
        },
        Column::Until => match deal.outcome {
            Outcome::Nurture { until, .. } => day(until),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// Stores what was typed into a cell. Says whether that was accepted; if not, a message has told why.
fn commit(list: List, id: DealId, column: &Column, text: &str) -> bool {
    let desk = list.desk;
    let Some(deal) = desk.with(|session| session.workspace().get::<Deal>(id).cloned()) else { return false };
    let text = text.trim();
    if text == stored(desk, &deal, column).trim() {
        return true;
    }
    if *column == Column::Stage {
        let Ok(stage) = text.parse::<StageId>() else { return false };
        move_deal(desk, id, stage, Place::First);
        return desk.with(|session| {
            let workspace = session.workspace();
            workspace.get::<Deal>(id).is_some_and(|deal| workspace.stage_of(deal) == stage)
        });
    }
    match edit_of(desk, &deal, column, text) {
        Ok(Some(edit)) => desk.dispatch(Command::EditDeal { deal: id, edit }, Deed::EditDeal),
        Ok(None) => true,
        Err(why) => {
            desk.warn(why);
            false
        }
    }
}

/// What a text asks for in a cell; `None` for nothing.
fn edit_of(desk: Desk, deal: &Deal, column: &Column, text: &str) -> Result<Option<DealEdit>, String> {
    let t = desk.t();
    let day = || match text.parse::<Day>() {
        Ok(day) => Ok(Some(day)),
        Err(_) if text.is_empty() => Ok(None),
        Err(_) => Err(t.date_unreadable().to_owned()),
    };
    let own = text.to_owned();
    Ok(Some(match column {
        Column::Title => DealEdit::Title(own),
        Column::Company => DealEdit::Company(own),
        Column::Contact => DealEdit::Contact(own),
        Column::Owner => DealEdit::Owner(own),
        Column::Source => DealEdit::Source(own),
        Column::Product => DealEdit::Product(own),
        Column::Tags => DealEdit::Tags(words(text)),
        Column::Segment(kind) => DealEdit::Segment { kind: kind.to_string(), value: own },
        Column::Persona => DealEdit::Persona(text.parse().ok()),
        Column::Value => DealEdit::Value(
            read_amount(text, currency(desk, deal)).ok_or_else(|| t.value_unreadable().to_owned())?,
        ),
        Column::Chance => {
            let number = text.trim_end_matches('%').trim_end();
            let percent = number.parse::<u8>().ok().filter(|percent| *percent <= 100);
            if percent.is_none() && !number.is_empty() {
                return Err(t.number_between(0, 100));
            }
            DealEdit::Chance(percent)
        }
        Column::Expected => DealEdit::Expected(day()?),
        Column::Closed => match day()? {
            Some(day) => DealEdit::Closed(Timestamp::on(day)),
            None => return Ok(None),
        },
        Column::Care => {
            let months = deal.story.care.map_or(MONTHS, |care| care.months);
            DealEdit::Care(day()?.map(|next| Care { months, next }))
        }
        Column::Reason => match deal.outcome {
            Outcome::Nurture { until, .. } => DealEdit::Nurture { until, reason: own },
            _ => DealEdit::LossReason(own),
        },
        Column::Until => match &deal.outcome {
            Outcome::Nurture { reason, .. } => DealEdit::Nurture { until: day()?, reason: reason.clone() },
            _ => return Ok(None),
        },
        _ => return Ok(None),
    }))
}

/// Labels as they are typed, with commas between them.
pub fn words(text: &str) -> std::collections::BTreeSet<String> {
    text.split([',', ';']).map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
