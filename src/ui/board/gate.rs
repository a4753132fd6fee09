//! Gates: what a deal needs to leave a stage. Every move and every win passes here; where a gate is shut, a dialog says what
//! is missing, and lets the user tick it or a manager override it.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{
    Barrier, Command, CriterionId, Deal, DealEdit, DealId, Gate, Role, Rung, Stage, StageId, barriers,
};
use crate::ui::desk::{Desk, Dialog, use_desk};
use crate::ui::parts::{Check, Choice, Modal, Offer, TextArea, TextField};

use super::drag::stage_name;

/// What a deal is to do once the gate lets it.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// Whose.
    pub deal: DealId,
    /// Where it goes.
    pub to: Rung,
    /// What takes it there.
    pub command: Command,
    /// What that is called when it is undone.
    pub deed: Deed,
    /// What is said once it is there; nothing where it is seen.
    pub told: Option<String>,
}

/// The gates on the way with criteria missing.
fn on_the_way(desk: Desk, deal: DealId, to: Rung) -> Vec<Barrier> {
    desk.with(|session| {
        let workspace = session.workspace();
        workspace.get::<Deal>(deal).map(|deal| barriers(workspace, deal, to)).unwrap_or_default()
    })
}

fn is_shut(barriers: &[Barrier]) -> bool {
    barriers.iter().any(|barrier| barrier.gate == Gate::Block)
}

/// Lets a deal pass, or opens the dialog of the gate that is shut. Says whether the deal is there now. A gate that only warns lets
/// it pass and a message says what is missing.
pub fn pass(desk: Desk, passage: Passage) -> bool {
    let found = on_the_way(desk, passage.deal, passage.to);
    if is_shut(&found) {
        desk.dialog.set(Some(Dialog::Gate(Box::new(passage))));
        return false;
    }
    let Passage { command, deed, told, .. } = passage;
    if !desk.dispatch(command, deed) {
        return false;
    }
    let missing: Vec<String> = found.iter().flat_map(|barrier| missing_names(desk, barrier)).collect();
    match (told, missing.is_empty()) {
        (Some(told), true) => desk.notify_undo(told),
        (Some(told), false) => {
            desk.notify_undo(format!("{told}. {}", desk.t().deal_gate_warned(&missing.join(", "))))
        }
        (None, false) => desk.notify_undo(desk.t().deal_gate_warned(&missing.join(", "))),
        (None, true) => {}
    }
    true
}

fn missing_names(desk: Desk, barrier: &Barrier) -> Vec<String> {
    barrier.missing.iter().filter_map(|id| criterion_name(desk, barrier.stage, *id)).collect()
}

fn criterion_name(desk: Desk, stage: StageId, criterion: CriterionId) -> Option<String> {
    desk.with(|session| {
        let stage = session.workspace().get::<Stage>(stage)?;
        stage.criteria.get(&criterion).map(|criterion| criterion.name.clone())
    })
}

/// The names of the team's managers; none if nobody is one.
fn managers(desk: Desk) -> Vec<String> {
    desk.with(|session| {
        let people = session.workspace().meta().people.values();
        let mut names: Vec<String> =
            people.filter(|person| person.role == Role::Manager).map(|person| person.name.clone()).collect();
        names.sort_unstable();
        names
    })
}

/// Says what is missing, and what can be done about it.
#[component]
pub fn GateDialog(
    /// What the deal is to do.
    passage: Passage,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let (id, to) = (passage.deal, passage.to);
    let Some(title) = desk.with(|session| session.workspace().get::<Deal>(id).map(|deal| deal.title.clone()))
    else {
        return ().into_any();
    };
    let deal = RwSignal::from(desk.deal(id));
    // What was missing at first stays in sight when it is ticked.
    let asked = on_the_way(desk, id, to);
    let shut = Memo::new(move |_| {
        desk.structure.track();
        deal.with(|deal| {
            deal.as_ref()
                .is_some_and(|deal| desk.with(|session| is_shut(&barriers(session.workspace(), deal, to))))
        })
    });
    let passage = StoredValue::new(passage);
    let close = Callback::new(move |()| {
        on_close.run(());
        desk.focus_card(id);
    });
    let go = move |_| {
        on_close.run(());
        if pass(desk, passage.get_value()) {
            desk.focus_card(id);
        }
    };
    let onward = match to {
        Rung::Stage(stage) => t.deal_move_on(&stage_name(desk, stage)),
        Rung::Won => t.mark_won().to_owned(),
    };
    let groups = asked
        .into_iter()
        .map(|barrier| {
            let stage = stage_name(desk, barrier.stage);
            let rule = if barrier.gate == Gate::Block { t.deal_gate_blocks() } else { t.deal_gate_warns() };
            let checks = barrier.missing.iter().filter_map(|criterion| {
                let (criterion, name) = (*criterion, criterion_name(desk, barrier.stage, *criterion)?);
                let met = Signal::derive(move || {
                    deal.with(|deal| {
                        deal.as_ref().is_some_and(|deal| deal.story.met.contains_key(&criterion))
                    })
                });
                let tick = move |met: bool| {
                    let edit = DealEdit::Met(criterion, met);
                    desk.dispatch(Command::EditDeal { deal: id, edit }, Deed::EditDeal)
                };
                Some(view! { <Check name="criterion" label=name value=met on_change=tick /> })
            });
            let checks = checks.collect_view();
            view! {
                <fieldset class="checks" data-gate=barrier.stage.to_string()>
                    <legend><span dir="auto">{stage}</span> <span class="part-note">" " {rule}</span></legend>
                    {checks}
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <Modal title=t.deal_gate_title() on_close=close>
            <div class="form" data-dialog="gate">
                <p class="form-lead" dir="auto">{title}</p>
                <p>{t.deal_gate_more()}</p>
                {groups}
                <div class="button-row">
                    <button
                        type="button"
                        class="button button-main"
                        data-action="pass"
                        disabled=move || shut.get()
                        on:click=go
                    >
                        {onward}
                    </button>
                    <button type="button" class="button" on:click=move |_| close.run(())>{t.deal_gate_stay()}</button>
                </div>
                <Show when=move || shut.get()>
                    <Override passage on_close />
                </Show>
            </div>
        </Modal>
    }
    .into_any()
}

/// Lets a manager decide otherwise, with a note that stays in the history.
#[component]
fn Override(passage: StoredValue<Passage>, on_close: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let names = managers(desk);
    let any = !names.is_empty();
    let by = RwSignal::new(names.first().cloned().unwrap_or_default());
    let note = RwSignal::new(String::new());
    let submit = move || {
        if note.with_untracked(|note| note.trim().is_empty()) {
            return desk.warn(t.deal_gate_note_missing().into());
        }
        let Passage { deal, to, command, told, .. } = passage.get_value();
        let allow = Command::OverrideGate { deal, to, by: by.get_untracked(), note: note.get_untracked() };
        if desk.dispatch(Command::Batch(vec![allow, command]), Deed::OverrideGate) {
            on_close.run(());
            desk.notify_undo(told.unwrap_or_else(|| t.deal_gate_overridden()));
            desk.focus_card(deal);
        }
    };
    let set_by = move |name: String| {
        by.set(name);
        true
    };
    let who = if any {
        let offers: Vec<Offer> = names.into_iter().map(|name| (name.clone(), name)).collect();
        view! { <Choice name="manager" label=t.deal_gate_manager() offers value=by on_choose=set_by /> }
            .into_any()
    } else {
        view! { <TextField name="manager" label=t.deal_gate_by() value=by on_change=set_by /> }.into_any()
    };
    view! {
        <details class="fold" data-part="override">
            <summary>{t.deal_gate_override()}</summary>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    submit();
                }
            >
                {who}
                <TextArea
                    name="note"
                    label=t.deal_gate_note()
                    value=note
                    on_change=move |v| {
                        note.set(v);
                        true
                    }
                    rows=2
                />
                <div class="button-row">
                    <button type="submit" class="button" data-action="override">{t.deal_gate_override_yes()}</button>
                </div>
            </form>
        </details>
    }
}
