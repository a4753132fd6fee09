//! What became of the deal: the buttons that close it, or what is known of its closing.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Day, DealEdit, ListKind, Outcome, OutcomeKind, Place, StageId, Timestamp};
use crate::ui::board::move_deal;
use crate::ui::desk::Dialog;
use crate::ui::parts::{Choice, DateField, TextField};

use super::subject::Subject;

/// The line below the title.
#[component]
pub fn OutcomeLine(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    view! {
        <div class="panel-outcome">
            {move || match subject.outcome.get() {
                OutcomeKind::Open => {
                    view! {
                        <StageField subject />
                        <button
                            type="button"
                            class="button button-good"
                            on:click=move |_| desk.dialog.set(Some(Dialog::Win(subject.id)))
                        >
                            {t.win_deal()}
                        </button>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| desk.dialog.set(Some(Dialog::Lose(subject.id)))
                        >
                            {t.lose_deal()}
                        </button>
                    }
                        .into_any()
                }
                OutcomeKind::Nurture => view! { <Nurtured subject /> }.into_any(),
                kind => view! { <Closed subject lost=kind == OutcomeKind::Lost /> }.into_any(),
            }}
        </div>
    }
}

/// Opens the deal again.
fn reopen(subject: Subject) {
    let desk = subject.desk;
    if desk.dispatch(Command::ReopenDeal { deal: subject.id }, Deed::ReopenDeal) {
        let title = subject.peek(|deal| deal.title.clone()).unwrap_or_default();
        let stage = subject.stage.with_untracked(|stage| stage.as_ref().map(|stage| stage.name.clone()));
        desk.notify_undo(desk.t().reopened_toast(&title, &stage.unwrap_or_default()));
        subject.focus("[data-field='stage']".to_owned());
    }
}

#[component]
fn Closed(subject: Subject, lost: bool) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let on = Signal::derive(move || {
        subject.read(|deal| deal.outcome.closed().map(|at| desk.zone().day(at))).flatten()
    });
    let set_closed = move |day: Option<Day>| {
        // What is closed was closed on some day.
        day.is_some_and(|day| {
            Some(day) == on.get_untracked() || subject.edit(DealEdit::Closed(Timestamp::on(day)))
        })
    };
    let reason = Signal::derive(move || {
        let reason = subject.read(|deal| match &deal.outcome {
            Outcome::Lost { reason, .. } => Some(reason.clone()),
            _ => None,
        });
        reason.flatten().unwrap_or_default()
    });
    let word = if lost { t.lost() } else { t.won() };
    let away = move || subject.read(|deal| deal.story.archived).flatten();
    view! {
        <span class=if lost { "badge badge-bad" } else { "badge badge-good" }>{word}</span>
        <DateField name="closed" label=t.closed_on() value=on on_change=set_closed />
        <button type="button" class="button" on:click=move |_| reopen(subject)>{t.reopen()}</button>
        {lost
            .then(|| {
                view! {
                    <TextField
                        name="loss-reason"
                        label=t.loss_reason()
                        value=reason
                        known=Signal::derive(move || desk.list_words(ListKind::LossReasons))
                        on_change=move |v| subject.edit(DealEdit::LossReason(v))
                    />
                }
            })}
        {move || {
            away().map(|at| view! { <p class="part-note" data-part="archived">{t.deal_put_away_since(&subject.written(at))}</p> })
        }}
    }
}

#[component]
fn Nurtured(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let now = Memo::new(move |_| {
        subject
            .read(|deal| match &deal.outcome {
                Outcome::Nurture { since, until, reason } => Some((*since, *until, reason.clone())),
                _ => None,
            })
            .flatten()
    });
    let until = Signal::derive(move || now.get().and_then(|(_, until, _)| until));
    let reason = Signal::derive(move || now.get().map(|(.., reason)| reason).unwrap_or_default());
    let since = move || now.get().map(|(since, ..)| t.deal_nurtured_since(&subject.written(since)));
    let due = move || until.get().is_some_and(|day| day <= subject.today());
    let edit = move |until: Option<Day>, reason: String| subject.edit(DealEdit::Nurture { until, reason });
    view! {
        <span class="badge" data-part="nurtured">{since}</span>
        <button type="button" class="button button-main" data-action="bring-back" on:click=move |_| reopen(subject)>
            {t.deal_bring_back()}
        </button>
        {move || due().then(|| view! { <p class="item-late">{t.deal_nurture_due()}</p> })}
        <div class="field-row">
            <DateField
                name="nurture-until"
                label=t.deal_nurture_until()
                value=until
                on_change=move |v| edit(v, reason.get_untracked())
            />
            <TextField
                name="nurture-reason"
                label=t.loss_reason()
                value=reason
                known=Signal::derive(move || desk.list_words(ListKind::NurtureReasons))
                on_change=move |v| edit(until.get_untracked(), v)
            />
        </div>
    }
}

/// Moves the deal by choosing its stage.
#[component]
fn StageField(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let offers = Signal::derive(move || {
        subject
            .ladder()
            .into_iter()
            .map(|stage| (stage.id.to_string(), stage.name.clone()))
            .collect::<Vec<_>>()
    });
    let here = move || {
        subject.stage.with(|stage| stage.as_ref().map(|stage| stage.id.to_string())).unwrap_or_default()
    };
    view! {
        <Choice
            name="stage"
            label=t.stage_field()
            offers
            value=Signal::derive(here)
            on_choose=move |key: String| {
                let stage = key.parse::<StageId>().ok();
                stage.is_some_and(|stage| move_deal(desk, subject.id, stage, Place::First))
            }
        />
    }
}
