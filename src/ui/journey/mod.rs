//! The buyer's journey: a map of phases and lanes, joined to the stages and their deals.
//!
//! Each cell, note and figure has a memo of its own: writing one note leaves the elements of all others alone.

mod bar;
mod cell;
mod lanes;
mod link;
mod mood;
mod phase;
mod rows;
mod state;
mod step;

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Cell as Place, Command, Lane, Phase, PhaseId, Rank, Row, Stage};
use crate::ui::desk::use_desk;
use crate::ui::parts::{Icon, Sign};

use bar::MapBar;
use cell::Cell;
use lanes::LaneSign;
use link::LinkMenu;
use mood::MoodRow;
use phase::{PhaseDeals, PhaseName, PhaseStages};
use state::{Map, use_map};

/// The view of the map.
#[component]
pub fn JourneyView() -> impl IntoView {
    let map = Map::new();
    provide_context(map);
    let (desk, phases) = (map.desk, map.phases);
    let t = desk.t();
    let is_empty = Memo::new(move |_| phases.with(Vec::is_empty));
    view! {
        <section class="journey" data-view="journey" aria-label=t.journey()>
            <Show when=move || !is_empty.get() fallback=|| view! { <NoPhases /> }>
                <MapBar />
                <Unlinked />
                <div class="map-frame" node_ref=map.frame on:keydown=move |event| step::pressed(&event)>
                    <Table />
                </div>
            </Show>
            {move || map.linking.get().map(|(phase, at)| view! { <LinkMenu phase at /> })}
        </section>
    }
}

/// Phases as columns, lanes as rows.
#[component]
fn Table() -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let phases = map.phases;
    let count = Memo::new(move |_| map.columns.with(Vec::len));
    let rows = Memo::new(move |_| {
        map.rows.with(|rows| {
            let shown = rows.iter().filter(|(_, style)| !style.hidden);
            shown.map(|(row, _)| *row).collect::<Vec<_>>()
        })
    });
    let hint = desk.element_id("note-hint");
    view! {
        <p class="hidden" id=hint>{t.note_hint()}</p>
        <table class="map" style:--phases=move || count.get().to_string()>
            <caption class="hidden">{t.journey()}</caption>
            <thead>
                <tr>
                    <th class="lane-head map-corner" scope="col"><span class="hidden">{t.lane_word()}</span></th>
                    <For each=move || phases.get() key=|id| *id let:id>
                        <PhaseName id />
                    </For>
                </tr>
            </thead>
            <tbody>
                <For each=move || rows.get() key=|row| *row let:row>
                    <MapRow row count />
                </For>
            </tbody>
        </table>
    }
}

/// A row of the map.
#[component]
fn MapRow(row: Row, count: Memo<usize>) -> impl IntoView {
    let map = use_map();
    let phases = map.phases;
    let cells = move || match row {
        Row::Notes(lane) => {
            let place = move |column: state::Column| Place { phase: column.phase, step: column.step, lane };
            view! {
                <For each=move || map.columns.get() key=|column| *column let:column>
                    <Cell place=place(column) />
                </For>
            }
            .into_any()
        }
        Row::Stages => {
            view! { <For each=move || phases.get() key=|id| *id let:id><PhaseStages id /></For> }.into_any()
        }
        Row::Figures => {
            view! { <For each=move || phases.get() key=|id| *id let:id><PhaseDeals id /></For> }.into_any()
        }
        Row::Mood | Row::Owner | Row::ExitAction | Row::Evidence => ().into_any(),
    };
    match row {
        Row::Mood => view! { <MoodRow count /> }.into_any(),
        _ => {
            let lane = matches!(row, Row::Notes(_)).then(|| row.to_string());
            view! {
                <tr class=format!("map-row {}", class_of(row)) data-row=row.to_string() data-lane=lane>
                    <LaneHead row />
                    {cells()}
                </tr>
            }
            .into_any()
        }
    }
}

/// The classes of a row; those of the team's own look alike.
fn class_of(row: Row) -> String {
    match row {
        Row::Notes(Lane::Own(_)) => String::from("lane-own"),
        Row::Notes(lane) => format!("lane-{lane}"),
        Row::Stages => String::from("row-stages"),
        Row::Figures => String::from("row-deals"),
        Row::Mood | Row::Owner | Row::ExitAction | Row::Evidence => String::new(),
    }
}

/// The head of a row.
#[component]
fn LaneHead(row: Row) -> impl IntoView {
    let name = use_map().row_name(row);
    view! {
        <th class="lane-head" scope="row">
            <span class="lane-title"><LaneSign row /><span class="lane-name">{move || name.get()}</span></span>
        </th>
    }
}

/// Says which stages have no phase.
#[component]
fn Unlinked() -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let unlinked = Memo::new(move |_| {
        let phases = map.phases.get();
        let linked = |stage: &Stage| stage.phase.is_some_and(|phase| phases.contains(&phase));
        let unlinked = desk.ladder().into_iter().filter(|stage| !linked(stage));
        unlinked.map(|stage| (desk.colour(&stage), stage)).collect::<Vec<(u8, Arc<Stage>)>>()
    });
    move || {
        let stages = unlinked.get();
        (!stages.is_empty()).then(|| {
            let count = stages.len() as u64;
            let chips = stages.into_iter().map(|(number, stage)| {
                view! {
                    <li class=format!("phase-chip hue-{}", number) data-stage=stage.id.to_string() dir="auto">
                        {stage.name.clone()}
                    </li>
                }
            });
            view! {
                <div class="journey-bar" data-note="unlinked">
                    <Icon sign=Sign::Warning />
                    <p>{t.stages_without_phase(count)}</p>
                    <ul class="phase-chips">{chips.collect_view()}</ul>
                </div>
            }
        })
    }
}

/// A pipeline without phases: one sentence and the next step.
#[component]
fn NoPhases() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let add = move |_| {
        let Some(pipeline) = desk.pipeline.get_untracked() else { return };
        let names = [t.awareness(), t.consideration(), t.decision()];
        let ranks = Rank::spread(None, names.len()).unwrap_or_default();
        let phases = names.into_iter().zip(ranks).map(|(name, rank)| {
            let id = PhaseId(desk.new_id());
            Command::AddPhase(Phase::new(id, pipeline, rank, name))
        });
        desk.dispatch(Command::Batch(phases.collect()), Deed::EditJourney);
    };
    view! {
        <div class="journey-empty">
            <p>{t.no_phases()}</p>
            <button type="button" class="button button-main" data-action="add-phases" on:click=add>
                {t.add_phases()}
            </button>
        </div>
    }
}
