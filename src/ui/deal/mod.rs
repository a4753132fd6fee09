//! A deal beside the board: every field, what became of it, its history.

mod history;

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::metrics::stage_days;
use crate::model::{Command, Day, Deal, DealEdit, DealId, Outcome, Pipeline, Place, StageId, Timestamp};
use crate::ui::board::move_deal;
use crate::ui::desk::{Desk, Dialog, use_desk};
use crate::ui::parts::{
    Badge, Choice, DateField, Icon, MoneyField, NumberField, Sign, TextArea, TextField, Tone,
};

use history::History;

impl Desk {
    /// Closes the open deal and gives the focus back to its card.
    pub fn close_deal(self) {
        let Some(deal) = self.open_deal.get_untracked() else { return };
        self.open_deal.set(None);
        self.focus_card(deal);
    }

    /// Gives the focus to a card of this instance, if it is in sight.
    pub fn focus_card(self, deal: DealId) {
        page::spawn(async move {
            page::next_frame().await;
            let card = self.root.try_with_value(|root| page::find(root, &format!("[data-deal='{deal}']")));
            if let Some(card) = card.flatten() {
                page::focus(&card);
            }
        });
    }
}

/// The panel; empty while no deal is open.
#[component]
pub fn DealPanel() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    move || {
        desk.open_deal.get().map(|id| {
            let deal = RwSignal::from(desk.deal(id));
            view! {
                <aside class="panel" aria-label=move || deal.get().map(|deal| deal.title.clone()) data-panel=id.to_string()>
                    <div class="panel-head">
                        <StageLine deal />
                        <button
                            type="button"
                            class="icon-button"
                            aria-label=t.close_panel()
                            title=t.close_panel()
                            on:click=move |_| desk.close_deal()
                        >
                            <Icon sign=Sign::Close />
                        </button>
                    </div>
                    <Show
                        when=move || deal.with(Option::is_some)
                        fallback=move || view! { <p class="panel-gone">{t.deal_gone()}</p> }
                    >
                        <Body id deal />
                    </Show>
                </aside>
            }
        })
    }
}

/// The stage that the deal is in, and for how long.
#[component]
fn StageLine(deal: RwSignal<Option<Arc<Deal>>>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <p class="panel-stage">
            {move || {
                desk.structure.track();
                deal.get()
                    .map(|deal| {
                        let (stage, days) = desk
                            .with(|session| {
                                let workspace = session.workspace();
                                let stage = workspace.get::<crate::model::Stage>(workspace.stage_of(&deal));
                                let days = stage_days(workspace, &deal, &session.zone(), session.now());
                                (stage.map(|stage| stage.name.clone()).unwrap_or_default(), days)
                            });
                        t.stage_of(&stage, days)
                    })
            }}
        </p>
    }
}

#[component]
fn Body(id: DealId, deal: RwSignal<Option<Arc<Deal>>>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let text = move |pick: fn(&Deal) -> &String| {
        Signal::derive(move || {
            deal.with(|deal| deal.as_ref().map(|deal| pick(deal).clone()).unwrap_or_default())
        })
    };
    let edit = move |edit: DealEdit| desk.dispatch(Command::EditDeal { deal: id, edit }, Deed::EditDeal);
    let currency = move || {
        desk.structure.track();
        let pipeline = deal.with(|deal| deal.as_ref().map(|deal| deal.pipeline));
        desk.with(|session| Some(session.workspace().get::<Pipeline>(pipeline?)?.currency))
            .unwrap_or(crate::model::Currency::EUR)
    };
    let set_chance =
        move |v: Option<i64>| edit(DealEdit::Chance(v.and_then(|percent| u8::try_from(percent).ok())));
    let outcome = Memo::new(move |_| deal.with(|deal| deal.as_ref().map(|deal| deal.outcome.clone())));
    let known = move |pick: fn(&Deal) -> &String| {
        Memo::new(move |_| {
            desk.settled.track();
            desk.with(|session| {
                let deals = session.workspace().all::<Deal>().values();
                let mut names: Vec<String> =
                    deals.map(|deal| pick(deal)).filter(|name| !name.is_empty()).cloned().collect();
                names.sort_unstable();
                names.dedup();
                names
            })
        })
    };
    let delete = move || {
        let title =
            deal.with_untracked(|deal| deal.as_ref().map(|deal| deal.title.clone()).unwrap_or_default());
        if desk.dispatch(Command::RemoveDeals(vec![id]), Deed::RemoveDeals) {
            desk.open_deal.set(None);
            desk.notify_undo(t.removed_toast(&title));
        }
    };
    view! {
        <div class="panel-body">
            <TextField name="title" label=t.deal_title() value=text(|d| &d.title) on_change=move |v| edit(DealEdit::Title(v)) large=true />
            <div class="panel-outcome">
                {move || match outcome.get() {
                    Some(Outcome::Open) => {
                        view! {
                            <StageField id deal />
                            <button
                                type="button"
                                class="button button-good"
                                on:click=move |_| desk.dialog.set(Some(Dialog::Win(id)))
                            >
                                {t.win_deal()}
                            </button>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| desk.dialog.set(Some(Dialog::Lose(id)))
                            >
                                {t.lose_deal()}
                            </button>
                        }
                            .into_any()
                    }
                    Some(closed) => {
                        let lost = matches!(closed, Outcome::Lost { .. });
                        let on = closed.closed().map(|at| desk.zone().day(at));
                        let set_closed = move |day: Option<Day>| {
                            let day = day.filter(|day| Some(*day) != on);
                            day.is_none_or(|day| edit(DealEdit::Closed(Timestamp::on(day))))
                        };
                        let word = if lost { t.lost() } else { t.won() };
                        view! {
                            <Badge tone=if lost { Tone::Bad } else { Tone::Good }>{word}</Badge>
                            <DateField
                                name="closed"
                                label=t.closed_on()
                                value=Signal::derive(move || on)
                                on_change=set_closed
                            />
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| {
                                    desk.dispatch(Command::ReopenDeal { deal: id }, Deed::ReopenDeal);
                                }
                            >
                                {t.reopen()}
                            </button>
                            {match closed {
                                Outcome::Lost { reason, .. } => {
                                    Some(
                                        view! {
                                            <TextField
                                                name="loss-reason"
                                                label=t.loss_reason()
                                                value=Signal::derive(move || reason.clone())
                                                on_change=move |v| edit(DealEdit::LossReason(v))
                                            />
                                        },
                                    )
                                }
                                _ => None,
                            }}
                        }
                            .into_any()
                    }
                    None => ().into_any(),
                }}
            </div>
            <div class="panel-grid">
                <MoneyField
                    name="value"
                    label=t.value()
                    currency=Signal::derive(currency)
                    value=Signal::derive(move || deal.with(|deal| deal.as_ref().map_or(0, |deal| deal.value)))
                    on_change=move |v| edit(DealEdit::Value(v))
                />
                <DateField
                    name="expected"
                    label=t.expected()
                    value=Signal::derive(move || deal.with(|deal| deal.as_ref().and_then(|deal| deal.expected)))
                    on_change=move |v| edit(DealEdit::Expected(v))
                />
                <TextField name="company" label=t.company() value=text(|d| &d.company) on_change=move |v| edit(DealEdit::Company(v)) />
                <TextField name="contact" label=t.contact() value=text(|d| &d.contact) on_change=move |v| edit(DealEdit::Contact(v)) />
                <TextField name="owner" label=t.owner() value=text(|d| &d.owner) known=known(|d| &d.owner) on_change=move |v| edit(DealEdit::Owner(v)) />
                <TextField name="source" label=t.source() value=text(|d| &d.source) known=known(|d| &d.source) on_change=move |v| edit(DealEdit::Source(v)) />
                <TextField name="product" label=t.product_field() value=text(|d| &d.product) known=known(|d| &d.product) on_change=move |v| edit(DealEdit::Product(v)) />
                <NumberField
                    name="chance"
                    label=t.chance()
                    value=Signal::derive(move || {
                        deal.with(|deal| deal.as_ref().and_then(|deal| deal.chance)).map(i64::from)
                    })
                    on_change=set_chance
                    max=100
                    hint=t.chance_hint()
                />
            </div>
            <TextArea name="notes" label=t.notes() value=text(|d| &d.notes) on_change=move |v| edit(DealEdit::Notes(v)) />
            <Show when=move || deal.with(|deal| deal.as_ref().is_some_and(|deal| !deal.reference.is_empty()))>
                <p class="panel-reference">
                    {t.reference()} " "
                    {move || deal.with(|deal| deal.as_ref().map(|deal| deal.reference.clone()))}
                </p>
            </Show>
            <History deal />
            <button type="button" class="button button-quiet-bad" on:click=move |_| delete()>{t.delete_deal()}</button>
        </div>
    }
}

/// Moves the deal by choosing its stage.
#[component]
fn StageField(id: DealId, deal: RwSignal<Option<Arc<Deal>>>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let offers = Signal::derive(move || {
        let ladder = desk.ladder().into_iter();
        ladder.map(|stage| (stage.id.to_string(), stage.name.clone())).collect::<Vec<_>>()
    });
    let here = move || {
        let stage = deal.with(|deal| deal.as_ref().map(|deal| desk.stage_of(deal)));
        stage.map(|stage| stage.to_string()).unwrap_or_default()
    };
    view! {
        <Choice
            name="stage"
            label=t.stage_field()
            offers
            value=Signal::derive(here)
            on_choose=move |key: String| {
                let stage = key.parse::<StageId>().ok();
                stage.is_some_and(|stage| {
                    move_deal(desk, id, stage, Place::First);
                    true
                })
            }
        />
    }
}
