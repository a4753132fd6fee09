//! After a win: what closed it, when the customer is spoken to next, and whether a referral was asked for.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Activity, ActivityKind, Care, Command, Day, DealEdit, ItemId, OutcomeKind};
use crate::ui::parts::{Check, Choice, DateField, Offer, TextField};

use super::section::Section;
use super::subject::Subject;

/// The section; there for won deals only.
#[component]
pub fn AfterWinSection(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let care = Memo::new(move |_| subject.read(|deal| deal.story.care).flatten());
    let due = Signal::derive(move || care.get().is_some_and(|care| care.next < subject.today()));
    let count =
        Signal::derive(move || care.get().map(|care| subject.written_day(care.next)).unwrap_or_default());
    view! {
        <Show when=move || subject.outcome.get() == OutcomeKind::Won>
            <Section name="after-win" title=t.deal_after_win() count urgent=due open=true>
                <div class="panel-grid">
                    <TextField
                        name="pain"
                        label=t.deal_pain_won()
                        value=subject.text(|d| &d.story.pain)
                        known=subject.known(|d| vec![d.story.pain.clone()])
                        on_change=move |v| subject.edit(DealEdit::Pain(v))
                    />
                    <TextField
                        name="motive"
                        label=t.deal_motive()
                        value=subject.text(|d| &d.story.motive)
                        known=subject.known(|d| vec![d.story.motive.clone()])
                        on_change=move |v| subject.edit(DealEdit::Motive(v))
                    />
                </div>
                <CareFields subject care />
                <Referral subject />
            </Section>
        </Show>
    }
}

#[component]
fn CareFields(subject: Subject, care: Memo<Option<Care>>) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let offers = Signal::derive(move || {
        let none: Offer = ("0".to_owned(), t.deal_care_none().to_owned());
        std::iter::once(none)
            .chain((1..=3u8).map(|n| (n.to_string(), t.deal_care_every(n))))
            .collect::<Vec<_>>()
    });
    let choose = move |key: String| {
        let today = subject.today();
        let months = key.parse::<u8>().unwrap_or(0);
        subject.edit(DealEdit::Care((months > 0).then(|| Care { months, next: today }.after(today))))
    };
    let set_next = move |next: Option<Day>| {
        let (Some(care), Some(next)) = (care.get_untracked(), next) else { return false };
        subject.edit(DealEdit::Care(Some(Care { next, ..care })))
    };
    let contacted = move |_| {
        let Some(care) = care.get_untracked() else { return };
        let activity = Activity {
            kind: ActivityKind::Call,
            text: t.deal_care_activity().to_owned(),
            by: subject.peek(|deal| deal.owner.clone()).unwrap_or_default(),
            due: Some(care.next),
            done: Some(desk.now()),
        };
        let edits = [
            DealEdit::Activity(ItemId(desk.new_id()), Some(activity)),
            DealEdit::Care(Some(care.after(subject.today()))),
        ];
        let batch = edits.map(|edit| Command::EditDeal { deal: subject.id, edit }).into();
        desk.dispatch(Command::Batch(batch), Deed::EditDeal);
    };
    let late = move || {
        let days = subject.today().days_since(care.get()?.next);
        (days > 0).then(|| view! { <p class="item-late">{t.deal_care_overdue(days)}</p> })
    };
    let some = Memo::new(move |_| care.get().is_some());
    view! {
        <div class="field-row">
            <Choice
                name="care"
                label=t.deal_care()
                offers
                value=Signal::derive(move || care.get().map_or(0, |care| care.months).to_string())
                on_choose=choose
            />
            <Show when=move || some.get()>
                <DateField
                    name="care-next"
                    label=t.deal_care_next()
                    value=Signal::derive(move || care.get().map(|care| care.next))
                    on_change=set_next
                />
                <button type="button" class="button" data-action="contacted" on:click=contacted>{t.deal_contacted()}</button>
            </Show>
        </div>
        {late}
    }
}

#[component]
fn Referral(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let asked = Signal::derive(move || subject.read(|deal| deal.story.referral_asked).flatten());
    view! {
        <Check
            name="referral"
            label=t.deal_referral()
            value=Signal::derive(move || asked.get().is_some())
            on_change=move |yes| subject.edit(DealEdit::ReferralAsked(yes))
        >
            {move || asked.get().map(|at| t.deal_since(&subject.written(at)))}
        </Check>
    }
}
