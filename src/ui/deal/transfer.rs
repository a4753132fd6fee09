//! Moving a deal to another pipeline.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Currency, Deal, DealId, Pipeline, PipelineId, Rung, Stage, StageId};
use crate::ui::board::{Passage, pass};
use crate::ui::desk::use_desk;
use crate::ui::parts::{AskDialog, Choice, MoneyField, Offer};

/// Asks for the pipeline, the stage, and for the value anew where the currencies differ.
#[component]
pub fn TransferDialog(
    /// Whose.
    id: DealId,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let found = desk.with(|session| {
        let workspace = session.workspace();
        let deal = workspace.get::<Deal>(id)?.clone();
        let own = workspace.get::<Pipeline>(deal.pipeline)?.currency;
        let pipelines = workspace.pipelines().into_iter();
        let others: Vec<Arc<Pipeline>> =
            pipelines.filter(|p| p.id != deal.pipeline && p.archived.is_none()).cloned().collect();
        Some((deal, own, others))
    });
    let Some((deal, own, others)) = found.filter(|(.., others)| !others.is_empty()) else {
        return ().into_any();
    };
    let deal_value = deal.value;
    let pipeline = RwSignal::new(others.first().map(|pipeline| pipeline.id));
    let ladder = Memo::new(move |_| {
        let Some(pipeline) = pipeline.get() else { return Vec::new() };
        desk.with(|session| {
            session.workspace().ladder(pipeline).into_iter().cloned().collect::<Vec<Arc<Stage>>>()
        })
    });
    let chosen = RwSignal::new(None::<StageId>);
    let stage = Memo::new(move |_| {
        let ladder = ladder.get();
        let chosen = chosen.get().filter(|id| ladder.iter().any(|stage| stage.id == *id));
        chosen.or_else(|| ladder.first().map(|stage| stage.id))
    });
    let offers: Vec<Offer> = others.iter().map(|p| (p.id.to_string(), p.name.clone())).collect();
    let names = StoredValue::new(others);
    let currency = Memo::new(move |_| {
        let now = pipeline.get();
        names.with_value(|all| all.iter().find(|p| Some(p.id) == now).map_or(own, |p| p.currency))
    });
    // The same number of whole units to begin with: what it is worth there only the user knows.
    let suggested = move |to: Currency| deal_value.saturating_mul(to.scale()) / own.scale();
    let value = RwSignal::new(suggested(currency.get_untracked()));
    let title = deal.title.clone();
    let submit = move |()| {
        let Some(stage) = stage.get_untracked() else { return };
        let worth = if currency.get_untracked() == own { deal_value } else { value.get_untracked() };
        let command = Command::TransferDeal { deal: id, stage, value: worth };
        let to = pipeline.get_untracked();
        let name = names.with_value(|all| all.iter().find(|p| Some(p.id) == to).map(|p| p.name.clone()));
        let told = Some(t.deal_transferred_toast(&title, &name.unwrap_or_default()));
        let to = Rung::Stage(stage);
        if pass(desk, Passage { deal: id, to, command, deed: Deed::TransferDeal, told }) {
            on_close.run(());
        }
    };
    let before = desk.formats().money(deal.value, own);
    view! {
        <AskDialog
            title=t.deal_transfer_title()
            yes=t.deal_transfer_yes()
            action="transfer"
            on_yes=Callback::new(submit)
            on_close
        >
                <p class="form-lead" dir="auto">{deal.title.clone()}</p>
                <Choice
                    name="pipeline"
                    label=t.pipeline()
                    offers
                    value=Signal::derive(move || pipeline.get().map(|id| id.to_string()).unwrap_or_default())
                    on_choose=move |key: String| {
                        let found = key.parse::<PipelineId>().ok();
                        let before = currency.get_untracked();
                        pipeline.set(found);
                        let now = currency.get_untracked();
                        if now != before {
                            value.set(suggested(now));
                        }
                        found.is_some()
                    }
                />
                <Choice
                    name="stage"
                    label=t.stage_field()
                    offers=Signal::derive(move || {
                        ladder.get().iter().map(|stage| (stage.id.to_string(), stage.name.clone())).collect::<Vec<_>>()
                    })
                    value=Signal::derive(move || stage.get().map(|id| id.to_string()).unwrap_or_default())
                    on_choose=move |key: String| {
                        chosen.set(key.parse::<StageId>().ok());
                        true
                    }
                />
                <Show when=move || currency.get() != own>
                    <p>{let before = before.clone(); move || t.deal_other_currency(&before, &code(currency.get()))}</p>
                    <MoneyField
                        name="value"
                        label=t.value()
                        currency
                        value
                        on_change=move |v| {
                            value.set(v);
                            true
                        }
                    />
                </Show>
                <p class="part-note">{t.deal_transfer_more()}</p>
        </AskDialog>
    }
    .into_any()
}

/// The code of a currency, such as EUR.
fn code(currency: Currency) -> String {
    currency.to_string()
}
