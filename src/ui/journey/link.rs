//! Which stages belong to a phase.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, PhaseId, Stage, StageEdit, StageId};
use crate::ui::parts::Popup;

use super::use_map;

/// The stages of the pipeline to tick, beside the button that opened it. Each tick counts at once.
#[component]
pub fn LinkMenu(
    /// The phase that they are ticked for.
    phase: PhaseId,
    /// Where it opens, in the window.
    at: (i32, i32),
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let close = move || {
        map.linking.set(None);
        map.focus(format!("[data-phase='{phase}'] .phase-link"));
    };
    let name = map.name(phase);
    let stages = Memo::new(move |_| desk.ladder().into_iter().map(|stage| stage.id).collect::<Vec<_>>());
    view! {
        <Popup label=Signal::derive(move || t.stages_of_phase(&name.get())) at on_close=move |()| close() class="link-menu">
            <p class="link-title" dir="auto">{move || t.stages_of_phase(&name.get())}</p>
            <For each=move || stages.get() key=|id| *id let:id>
                <LinkRow phase id />
            </For>
            <hr />
            <button type="button" on:click=move |_| close()>{t.done()}</button>
        </Popup>
    }
}

/// A stage with its tick.
#[component]
fn LinkRow(phase: PhaseId, id: StageId) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let stage = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().get::<Stage>(id).cloned())
    });
    let linked = move || stage.get().and_then(|stage| stage.phase);
    let elsewhere = Memo::new(move |_| {
        let other = linked().filter(|other| *other != phase)?;
        desk.with(|session| Some(session.workspace().get::<crate::model::Phase>(other)?.name.clone()))
    });
    view! {
        <label class=move || format!("link-row hue-{}", stage.with(|stage| stage.as_ref().map_or(0, |stage| desk.colour(stage))))>
            <input
                type="checkbox"
                data-stage=id.to_string()
                prop:checked=move || linked() == Some(phase)
                on:change=move |_| {
                    let to = (stage.get_untracked().and_then(|stage| stage.phase) != Some(phase)).then_some(phase);
                    let command = Command::EditStage { stage: id, edit: StageEdit::Phase(to) };
                    desk.dispatch(command, Deed::EditJourney);
                }
            />
            <span class="phase-chip" dir="auto">{move || stage.get().map(|stage| stage.name.clone())}</span>
            {move || elsewhere.get().map(|name| view! { <small>{t.stage_elsewhere(&name)}</small> })}
        </label>
    }
}
