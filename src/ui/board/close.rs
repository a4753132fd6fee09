//! Closing a deal: what it was worth in the end, or why it was lost.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, Currency, Day, Deal, DealId, Pipeline, Timestamp};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Modal, amount_text, read_amount};

struct Closing {
    title: String,
    value: i64,
    currency: Currency,
    today: Day,
}

fn closing(desk: Desk, id: DealId) -> Option<Closing> {
    desk.with(|session| {
        let workspace = session.workspace();
        let deal = workspace.get::<Deal>(id)?;
        let currency = workspace.get::<Pipeline>(deal.pipeline)?.currency;
        let today = session.zone().day(session.now());
        Some(Closing { title: deal.title.clone(), value: deal.value, currency, today })
    })
}

/// When a deal was closed: now, if it was today; else on that day.
fn closed_at(desk: Desk, day: Day, today: Day) -> Timestamp {
    if day == today { desk.now() } else { Timestamp::on(day) }
}

/// The day of the closing: today, or an earlier one.
#[component]
fn CloseDate(today: Day, node: NodeRef<Input>) -> impl IntoView {
    let t = use_desk().t();
    view! {
        <label class="field">
            <span>{t.close_date()}</span>
            <input type="date" data-field="date" node_ref=node value=today.to_string() max=today.to_string() />
        </label>
    }
}

/// Asks for the final value and the date.
#[component]
pub fn WinDialog(
    /// Whose.
    id: DealId,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let Some(deal) = closing(desk, id) else { return ().into_any() };
    let (value, date) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let title = deal.title.clone();
    let submit = move || {
        let (Some(value), Some(date)) = (value.get_untracked(), date.get_untracked()) else { return };
        let Some(worth) = read_amount(&value.value(), deal.currency) else {
            return desk.warn(t.value_unreadable().into());
        };
        let Ok(day) = date.value().parse::<Day>() else { return desk.warn(t.date_unreadable().into()) };
        let at = closed_at(desk, day, deal.today);
        if desk.dispatch(Command::WinDeal { deal: id, at, value: worth }, Deed::WinDeal) {
            on_close.run(());
            desk.notify_undo(t.won_toast(&title));
        }
    };
    view! {
        <Modal title=t.win_title() on_close=on_close>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                <p class="form-lead" dir="auto">{deal.title.clone()}</p>
                <label class="field">
                    <span>{format!("{} ({})", t.final_value(), deal.currency)}</span>
                    <input
                        type="text"
                        inputmode="decimal"
                        data-field="value"
                        node_ref=value
                        value=amount_text(deal.value, deal.currency)
                    />
                </label>
                <CloseDate today=deal.today node=date />
                <div class="button-row">
                    <button type="submit" class="button button-main" data-action="win">{t.mark_won()}</button>
                    <button type="button" class="button" on:click=move |_| on_close.run(())>{t.cancel()}</button>
                </div>
            </form>
        </Modal>
    }
    .into_any()
}

/// Asks for the reason at once; it can be skipped.
#[component]
pub fn LoseDialog(
    /// Whose.
    id: DealId,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let Some(deal) = closing(desk, id) else { return ().into_any() };
    let (date, other) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let chosen = RwSignal::new(String::new());
    let title = StoredValue::new(deal.title.clone());
    let lose = move |reason: String| {
        let Some(date) = date.get_untracked() else { return };
        let Ok(day) = date.value().parse::<Day>() else { return desk.warn(t.date_unreadable().into()) };
        let at = closed_at(desk, day, deal.today);
        if desk.dispatch(Command::LoseDeal { deal: id, at, reason }, Deed::LoseDeal) {
            on_close.run(());
            desk.notify_undo(title.with_value(|title| t.lost_toast(title)));
        }
    };
    let group = desk.element_id("reason");
    view! {
        <Modal title=t.lose_title() on_close=on_close>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    let typed = other.get_untracked().map(|input| input.value()).unwrap_or_default();
                    let chosen = chosen.get_untracked();
                    lose(if typed.trim().is_empty() { chosen } else { typed });
                }
            >
                <p class="form-lead" dir="auto">{deal.title.clone()}</p>
                <fieldset class="reasons">
                    <legend>{t.reason()}</legend>
                    {t
                        .loss_reasons()
                        .lines()
                        .map(|reason| {
                            let (value, group) = (reason.to_owned(), group.clone());
                            view! {
                                <label class="reason">
                                    <input
                                        type="radio"
                                        name=group
                                        value=value.clone()
                                        on:change=move |event| chosen.set(page::value_of(&event))
                                    />
                                    <span>{value}</span>
                                </label>
                            }
                        })
                        .collect_view()}
                </fieldset>
                <label class="field">
                    <span>{t.reason_other()}</span>
                    <input type="text" data-field="reason" dir="auto" maxlength="500" node_ref=other />
                </label>
                <CloseDate today=deal.today node=date />
                <div class="button-row">
                    <button type="submit" class="button button-main" data-action="lose">{t.mark_lost()}</button>
                    <button type="button" class="button" on:click=move |_| lose(String::new())>{t.skip_reason()}</button>
                    <button type="button" class="button" on:click=move |_| on_close.run(())>{t.cancel()}</button>
                </div>
            </form>
        </Modal>
    }
    .into_any()
}
