//! Closing a deal: what it was worth in the end and what closed it, or why it was lost.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::exchange::typed_amount::{amount_text, read_amount};
use crate::model::{Command, Currency, Day, Deal, DealEdit, DealId, ListKind, Pipeline, Rung, Timestamp};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{AskDialog, TextField, own_id};

use super::gate::{Passage, pass};

struct Closing {
    title: String,
    value: i64,
    currency: Currency,
    today: Day,
    pain: String,
    motive: String,
}

fn closing(desk: Desk, id: DealId) -> Option<Closing> {
    desk.with(|session| {
        let workspace = session.workspace();
        let deal = workspace.get::<Deal>(id)?;
        let currency = workspace.get::<Pipeline>(deal.pipeline)?.currency;
        let today = session.zone().day(session.now());
        Some(Closing {
            title: deal.title.clone(),
            value: deal.value,
            currency,
            today,
            pain: deal.story.pain.clone(),
            motive: deal.story.motive.clone(),
        })
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

/// What deals have in a field, each text once: to choose from.
fn known(desk: Desk, pick: fn(&Deal) -> &String) -> Vec<String> {
    desk.with(|session| {
        let deals = session.workspace().all::<Deal>().values();
        let mut texts: Vec<String> =
            deals.map(|deal| pick(deal)).filter(|text| !text.is_empty()).cloned().collect();
        texts.sort_unstable();
        texts.dedup();
        texts
    })
}

/// Asks for the final value, the date, and what closed it; all but the value can be left as it is.
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
    let (pain, motive) = (RwSignal::new(deal.pain.clone()), RwSignal::new(deal.motive.clone()));
    let title = deal.title.clone();
    let submit = move |()| {
        let (Some(value), Some(date)) = (value.get_untracked(), date.get_untracked()) else { return };
        let Some(worth) = read_amount(&value.value(), deal.currency) else {
            return desk.warn(t.value_unreadable().into());
        };
        let Ok(day) = date.value().parse::<Day>() else { return desk.warn(t.date_unreadable().into()) };
        let at = closed_at(desk, day, deal.today);
        let edit = |edit| Command::EditDeal { deal: id, edit };
        let command = Command::Batch(vec![
            Command::WinDeal { deal: id, at, value: worth },
            edit(DealEdit::Pain(pain.get_untracked())),
            edit(DealEdit::Motive(motive.get_untracked())),
        ]);
        let told = Some(t.won_toast(&title));
        let passage = Passage { deal: id, to: Rung::Won, command, deed: Deed::WinDeal, told };
        if pass(desk, passage) {
            on_close.run(());
        }
    };
    let take = move |text: RwSignal<String>| {
        Callback::new(move |v: String| {
            text.set(v);
            true
        })
    };
    view! {
        <AskDialog title=t.win_title() yes=t.mark_won() action="win" on_yes=Callback::new(submit) on_close>
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
                <TextField
                    name="pain"
                    label=t.deal_pain_won()
                    hint=t.deal_can_be_skipped()
                    value=pain
                    known=Signal::derive(move || known(desk, |deal| &deal.story.pain))
                    on_change=take(pain)
                />
                <TextField
                    name="motive"
                    label=t.deal_motive()
                    hint=t.deal_can_be_skipped()
                    value=motive
                    known=Signal::derive(move || known(desk, |deal| &deal.story.motive))
                    on_change=take(motive)
                />
        </AskDialog>
    }
    .into_any()
}

/// Reasons to choose from, and a field for another one, which counts if something is in it.
#[component]
pub fn Reasons(
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// The reasons that the team has.
    words: Vec<String>,
    /// The one that is chosen.
    chosen: RwSignal<String>,
    /// What was typed instead.
    other: RwSignal<String>,
) -> impl IntoView {
    let t = use_desk().t();
    let group = own_id("reason");
    let rows = words.into_iter().map(|reason| {
        let (group, text) = (group.clone(), reason.clone());
        let own = reason.clone();
        view! {
            <label class="reason">
                <input
                    type="radio"
                    name=group
                    value=reason
                    prop:checked=move || chosen.with(|chosen| *chosen == own)
                    on:change=move |event| chosen.set(page::value_of(&event))
                />
                <span dir="auto">{text}</span>
            </label>
        }
    });
    view! {
        <fieldset class="reasons">
            <legend>{legend}</legend>
            {rows.collect_view()}
        </fieldset>
        <TextField
            name="reason"
            label=t.reason_other()
            value=other
            on_change=move |v| {
                other.set(v);
                true
            }
        />
    }
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
    let date = NodeRef::<Input>::new();
    let (chosen, other) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
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
    let words = untrack(|| desk.list_words(ListKind::LossReasons));
    view! {
        <AskDialog
            title=t.lose_title()
            yes=t.mark_lost()
            action="lose"
            on_yes=Callback::new(move |()| {
                let typed = other.get_untracked();
                lose(if typed.trim().is_empty() { chosen.get_untracked() } else { typed });
            })
            or=(t.skip_reason(), Callback::new(move |()| lose(String::new())))
            on_close
        >
                <p class="form-lead" dir="auto">{deal.title.clone()}</p>
                <Reasons legend=t.reason() words chosen other />
                <CloseDate today=deal.today node=date />
        </AskDialog>
    }
    .into_any()
}
