//! Asks for what is needed to do something with many deals, and says beforehand what will come of it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Day, DealId, ListKind, StageId};
use crate::ui::desk::use_desk;
use crate::ui::parts::{Choice, DateField, Modal, TextField};

use super::bulk::{Bulk, Order, carry_out, plan};
use super::editor::words;
use super::state::List;

/// The dialog.
#[component]
pub fn BulkDialog(list: List, bulk: Bulk) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let deals: StoredValue<Arc<[DealId]>> = StoredValue::new(
        // In the order of the table.
        list.rows.with_untracked(|rows| {
            list.ticked
                .with_untracked(|ticked| rows.iter().copied().filter(|id| ticked.contains(id)).collect())
        }),
    );
    let count = deals.with_value(|deals| deals.len()) as u64;
    let (text, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let until = RwSignal::new(None::<Day>);
    if bulk == Bulk::Move {
        let first = untrack(|| desk.ladder()).first().map(|stage| stage.id.to_string());
        text.set(first.unwrap_or_default());
    }
    let order = Memo::new(move |_| {
        let text = text.get();
        match bulk {
            Bulk::Move => text.parse::<StageId>().ok().map(Order::Move),
            Bulk::Owner => Some(Order::Owner(text.trim().to_owned())),
            Bulk::Tags => Some(Order::Tags(words(&text), words(&other.get()))),
            Bulk::Win => Some(Order::Win),
            Bulk::Lose => Some(Order::Lose(text.trim().to_owned())),
            Bulk::Nurture => Some(Order::Nurture(text.trim().to_owned(), until.get())),
            Bulk::Archive => Some(Order::Archive),
            Bulk::Delete => Some(Order::Delete),
        }
    });
    let outlook = Memo::new(move |_| {
        desk.revision.get();
        let deals = deals.get_value();
        order.get().map(|order| plan(desk, &order, &deals)).unwrap_or_default()
    });
    let close = Callback::new(move |()| {
        list.bulk.set(None);
        list.focus_back();
    });
    let go = move || {
        let Some(order) = order.get_untracked() else { return };
        let plan = outlook.get_untracked();
        if carry_out(desk, &order, plan) {
            if bulk == Bulk::Delete {
                desk.open_deal.set(None);
            }
            close.run(());
        }
    };
    let owners = move || {
        let mut names = list.known(|deal, add| add(&deal.owner));
        names.extend(untrack(|| desk.members()));
        names.sort_unstable();
        names.dedup();
        names
    };
    let tags = move || list.known(|deal, add| deal.story.tags.iter().for_each(|tag| add(tag)));
    let set = move |value: String| {
        text.set(value);
        true
    };
    let set_until = move |day: Option<Day>| {
        until.set(day);
        true
    };
    let fields = match bulk {
        Bulk::Move => {
            let offers = Signal::derive(move || {
                let ladder = desk.ladder().into_iter();
                ladder.map(|stage| (stage.id.to_string(), stage.name.clone())).collect::<Vec<_>>()
            });
            view! { <Choice name="bulk-stage" label=t.bulk_stage() offers value=text on_choose=set /> }
                .into_any()
        }
        Bulk::Owner => view! {
            <TextField
                name="bulk-owner"
                label=t.owner()
                value=text
                known=Signal::derive(owners)
                hint=t.bulk_owner_hint()
                on_change=set
            />
        }
        .into_any(),
        Bulk::Tags => view! {
            <TextField
                name="tags-add"
                label=t.tags_add()
                value=text
                known=Signal::derive(tags)
                hint=t.tags_hint()
                on_change=set
            />
            <TextField
                name="tags-remove"
                label=t.tags_remove()
                value=other
                known=Signal::derive(tags)
                hint=t.tags_hint()
                on_change=move |value: String| {
                    other.set(value);
                    true
                }
            />
        }
        .into_any(),
        Bulk::Lose => {
            let known = Signal::derive(move || desk.list_words(ListKind::LossReasons));
            view! { <TextField name="bulk-reason" label=t.reason() value=text known on_change=set /> }
                .into_any()
        }
        Bulk::Nurture => {
            let known = Signal::derive(move || desk.list_words(ListKind::NurtureReasons));
            view! {
                <TextField name="bulk-reason" label=t.nurture_reason() value=text known on_change=set />
                <DateField
                    name="bulk-until"
                    label=t.nurture_until()
                    value=until
                    on_change=set_until
                />
            }
            .into_any()
        }
        Bulk::Win | Bulk::Archive | Bulk::Delete => ().into_any(),
    };
    let main = if bulk == Bulk::Delete { "button button-bad" } else { "button button-main" };
    view! {
        <Modal title=t.bulk_title(bulk.name(desk), count) on_close=close>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    go();
                }
            >
                {fields}
                <ul class="bulk-outlook">
                    <li data-metric="bulk-changes" data-value=move || outlook.with(|plan| plan.deals.len().to_string())>
                        {move || t.bulk_changes(outlook.with(|plan| plan.deals.len() as u64))}
                    </li>
                    {move || {
                        outlook
                            .with(|plan| plan.stay.clone())
                            .into_iter()
                            .map(|why| view! { <li class="bulk-stay">{why}</li> })
                            .collect_view()
                    }}
                </ul>
                <div class="button-row">
                    <button type="submit" class=main data-action="bulk">{t.apply_bulk()}</button>
                    <button type="button" class="button" on:click=move |_| close.run(())>{t.cancel()}</button>
                </div>
            </form>
        </Modal>
    }
}
