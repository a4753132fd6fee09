//! Ready-made maps, to be put onto the pipeline that is shown.

use leptos::html::Button;
use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{PipelineId, SeededIds, Timestamp};
use crate::templates::{MapChange, MapTemplate, apply_map, map_templates};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Modal, focus_button};

/// The way to the ready-made maps: a button, and the dialog that it opens.
#[component]
pub fn MapTemplates() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let is_open = RwSignal::new(false);
    let button = NodeRef::<Button>::new();
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus_button(button);
    });
    view! {
        <button
            type="button"
            class="button"
            data-action="map-templates"
            aria-haspopup="dialog"
            node_ref=button
            on:click=move |_| is_open.set(true)
        >
            {t.template_maps()}
        </button>
        {move || {
            is_open
                .get()
                .then(|| {
                    view! {
                        <Modal title=t.template_maps_title() on_close=close wide=true>
                            <p class="map-templates-more soft">{t.template_maps_more()}</p>
                            <MapList on_close=close />
                        </Modal>
                    }
                })
        }}
    }
}

/// The maps, each with what it would add.
#[component]
fn MapList(on_close: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let entries = move || {
        let pipeline = desk.pipeline.get_untracked()?;
        Some(map_templates().iter().map(|map| view! { <MapEntry map pipeline on_close /> }).collect_view())
    };
    view! { <ul class="templates">{entries()}</ul> }
}

/// One map.
#[component]
fn MapEntry(map: &'static MapTemplate, pipeline: PipelineId, on_close: Callback<()>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    // Counted with ids that nobody will see.
    let adds = desk.with(|session| {
        apply_map(map, pipeline, session.workspace(), &mut SeededIds::new(Timestamp::default(), 0))
    });
    let nothing = adds.is_empty();
    let names = map.phases.iter().map(|phase| phase.name).collect::<Vec<_>>().join(" · ");
    let says = t.template_map_adds(adds.phases as u64, adds.notes as u64, nothing);
    let put = move |_| {
        if !nothing {
            // First, so that a view that goes with the change is done with its dialog.
            on_close.run(());
            put_map(desk, map, pipeline);
        }
    };
    view! {
        <li>
            <button
                type="button"
                class="template map-template"
                data-map-template=map.key
                aria-disabled=nothing.then_some("true")
                on:click=put
            >
                <strong>{map.name}</strong>
                <span>{map.summary}</span>
                <small class="map-template-phases">{names}</small>
                <small data-note="adds">{says}</small>
            </button>
        </li>
    }
}

/// Puts a map onto a pipeline, as one step.
fn put_map(desk: Desk, map: &MapTemplate, pipeline: PipelineId) {
    let workspace = desk.with(|session| session.workspace().clone());
    let Some(change) = desk.with_ids(|ids| apply_map(map, pipeline, &workspace, ids)) else { return };
    let MapChange { command, phases, notes, .. } = change;
    if desk.dispatch(command, Deed::EditJourney) {
        desk.notify_undo(desk.t().template_map_done(map.name, phases as u64, notes as u64));
    }
}
