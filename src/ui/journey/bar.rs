//! Above the map: for whom it is shown, which rows, one more phase, and the ways to its other uses.

use leptos::html::Button;
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, Phase, PhaseId, Rank};
use crate::ui::guide::GuideButton;
use crate::ui::parts::{AddLine, Choice, Icon, Modal, Popup, Sign, below, focus_button};
use crate::ui::process::Personas;
use crate::ui::workshop::WorkshopButton;

use super::export::ExportMenu;
use super::overlay::OverlayButton;
use super::rows::RowsDialog;
use super::state::{Map, use_map};
use super::templates::MapTemplates;

/// The key of everybody among the personas.
const EVERYBODY: &str = "";

/// What the bar has opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Personas,
    Rows,
    Phase((i32, i32)),
}

/// The bar.
#[component]
pub fn MapBar() -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let asked = RwSignal::new(None::<Asked>);
    let (personas, rows, phase) =
        (NodeRef::<Button>::new(), NodeRef::<Button>::new(), NodeRef::<Button>::new());
    let close = Callback::new(move |()| {
        let button = match asked.get_untracked() {
            Some(Asked::Personas) => personas,
            Some(Asked::Rows) => rows,
            _ => phase,
        };
        asked.set(None);
        focus_button(button);
    });
    view! {
        <div class="map-bar" role="group" aria-label=t.map_bar()>
            <Whose map />
            <button
                type="button"
                class="button"
                data-action="map-personas"
                aria-haspopup="dialog"
                node_ref=personas
                on:click=move |_| asked.set(Some(Asked::Personas))
            >
                {move || if map.personas.with(Vec::is_empty) { t.map_add_persona() } else { t.map_personas() }}
            </button>
            <button
                type="button"
                class="button"
                data-action="map-rows"
                aria-haspopup="dialog"
                node_ref=rows
                on:click=move |_| asked.set(Some(Asked::Rows))
            >
                {t.map_rows()}
            </button>
            <button
                type="button"
                class="button"
                data-action="map-add-phase"
                aria-haspopup="dialog"
                node_ref=phase
                on:click=move |event| {
                    if let Some(button) = page::closest(&event, "button") {
                        asked.set(Some(Asked::Phase(below(&button))));
                    }
                }
            >
                {t.map_add_phase()}
            </button>
            // What else the map is for: each a component of its own, one line each.
            <div class="map-tools">
                <MapTemplates />
                <OverlayButton />
                <ExportMenu />
                <GuideButton />
                <WorkshopButton />
            </div>
        </div>
        {move || {
            asked
                .get()
                .map(|what| match what {
                    Asked::Personas => {
                        view! {
                            <Modal title=t.map_personas() on_close=close>
                                <Personas />
                            </Modal>
                        }
                            .into_any()
                    }
                    Asked::Rows => view! { <RowsDialog on_close=close /> }.into_any(),
                    Asked::Phase(at) => view! { <AddPhase at on_close=close /> }.into_any(),
                })
        }}
    }
}

/// For whom the map is shown; there once there is a persona.
#[component]
fn Whose(map: Map) -> impl IntoView {
    let t = map.desk.t();
    let some = Memo::new(move |_| !map.personas.with(Vec::is_empty));
    let offers = Signal::derive(move || {
        let everybody = (EVERYBODY.to_owned(), t.map_everybody().to_owned());
        let named = map.personas.get().into_iter().map(|(id, persona)| (id.to_string(), persona.name));
        std::iter::once(everybody).chain(named).collect::<Vec<_>>()
    });
    let value =
        Signal::derive(move || map.persona.get().map_or_else(|| EVERYBODY.to_owned(), |id| id.to_string()));
    let choose = move |key: String| {
        map.choose(key.parse().ok());
        true
    };
    view! {
        <Show when=move || some.get()>
            <div class="map-whose">
                <Choice name="map-persona" label=t.map_whose() offers value on_choose=choose bare=true />
            </div>
        </Show>
    }
}

/// A name for one more phase: some that many maps have, or any.
#[component]
fn AddPhase(at: (i32, i32), on_close: Callback<()>) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let add = move |name: String| {
        on_close.run(());
        add_phase(map, name)
    };
    let known = move || {
        let desk = map.desk;
        let taken = |name: &&str| {
            desk.with(|session| {
                let phases = map.phases.get_untracked().into_iter();
                phases.filter_map(|id| session.workspace().get::<Phase>(id)).any(|phase| phase.name == **name)
            })
        };
        let names = [t.awareness(), t.consideration(), t.decision(), t.map_retention(), t.map_advocacy()];
        names.into_iter().filter(|name| !taken(name)).collect::<Vec<_>>()
    };
    view! {
        <Popup label=t.map_add_phase() at on_close class="map-phases">
            {known()
                .into_iter()
                .map(|name| {
                    view! {
                        <button type="button" on:click=move |_| {
                                add(name.to_owned());
                            }>
                            <Icon sign=Sign::Plus />
                            {name}
                        </button>
                    }
                })
                .collect_view()}
            <hr />
            <AddLine label=t.map_own_phase() field=t.map_phase_name() on_add=add />
        </Popup>
    }
}

/// Adds a phase behind the others, and leads to its head. Says whether the name was accepted.
fn add_phase(map: Map, name: String) -> bool {
    let desk = map.desk;
    let Some(pipeline) = desk.pipeline.get_untracked() else { return false };
    let last =
        desk.with(|session| session.workspace().phases(pipeline).last().map(|phase| phase.rank.clone()));
    let Some(rank) = Rank::between(last.as_ref(), None) else { return false };
    let id = PhaseId(desk.new_id());
    let done =
        desk.dispatch(Command::AddPhase(Phase::new(id, pipeline, rank, name.trim())), Deed::EditJourney);
    if done {
        map.focus(format!("[data-phase='{id}'] .phase-name"));
    }
    done
}
