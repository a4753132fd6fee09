//! What is done with a stage as a whole: merged, split, taken out of use. Each asks first and says what will be.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{OutcomeKind, Stage, StageId};
use crate::ui::desk::Desk;
use crate::ui::process::use_process;

use super::merge::MergeDialog;
use super::retire::RetireDialog;
use super::split::SplitDialog;

/// Which dialog is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asking {
    Merge,
    Split,
    Retire,
}

impl Asking {
    /// The `data-action` of the button that asks for it.
    fn key(self) -> &'static str {
        match self {
            Asking::Merge => "merge-stage",
            Asking::Split => "split-stage",
            Asking::Retire => "retire-stage",
        }
    }
}

/// The buttons, and the dialog of the one that was pressed.
#[component]
pub fn StageChanges(
    /// The stage.
    id: StageId,
) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let asking = RwSignal::new(None::<Asking>);
    let alone = Memo::new(move |_| desk.ladder().len() < 2);
    let close = Callback::new(move |()| {
        if let Some(what) = asking.try_get_untracked().flatten() {
            asking.set(None);
            process.focus_soon(format!("[data-action='{}']", what.key()));
        }
    });
    let button = move |what: Asking, name: &'static str| {
        view! {
            <button
                type="button"
                class="button"
                data-action=what.key()
                disabled=move || what != Asking::Split && alone.get()
                on:click=move |_| asking.set(Some(what))
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="button-row" role="group" aria-label=t.change_stage()>
            {button(Asking::Merge, t.merge_stage())}
            {button(Asking::Split, t.split_stage())}
            {button(Asking::Retire, t.retire_stage())}
            <Show when=move || alone.get()>
                <small class="editor-why">{t.last_stage()}</small>
            </Show>
        </div>
        {move || {
            asking
                .get()
                .map(|what| match what {
                    Asking::Merge => view! { <MergeDialog id close /> }.into_any(),
                    Asking::Split => view! { <SplitDialog id close /> }.into_any(),
                    Asking::Retire => view! { <RetireDialog id close /> }.into_any(),
                })
        }}
    }
}

/// A stage as it is now.
pub fn stage_now(desk: Desk, id: StageId) -> Option<Arc<Stage>> {
    desk.with(|session| session.workspace().get::<Stage>(id).cloned())
}

/// How many open deals a stage has now.
pub fn open_now(desk: Desk, id: StageId) -> u64 {
    desk.with(|session| session.workspace().column_len(id, OutcomeKind::Open)) as u64
}

/// The other stages in use, to choose from, and the nearest one: that below, else that above.
pub fn others(desk: Desk, id: StageId) -> (Vec<(String, String)>, Option<StageId>) {
    let ladder = untrack(|| desk.ladder());
    let here = ladder.iter().position(|stage| stage.id == id).unwrap_or(0);
    let nearest = here.checked_sub(1).or(Some(here + 1)).and_then(|at| ladder.get(at)).map(|stage| stage.id);
    let others = ladder.iter().filter(|stage| stage.id != id);
    (others.map(|stage| (stage.id.to_string(), stage.name.clone())).collect(), nearest)
}
