//! The buyer's journey: a map of phases and lanes, joined to the stages and their deals.
//!
//! Each cell, note and figure has a memo of its own: writing one note leaves the elements of all others alone.

mod bar;
mod carry;
mod cell;
mod export;
mod figures;
mod findings;
mod ghost;
mod head;
mod lanes;
mod link;
mod measure;
mod mood;
mod note_menu;
mod overlay;
mod phase;
mod rows;
mod said;
mod state;
mod step;
mod templates;
mod turn;

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Lane, Phase, PhaseId, Rank, Row};
use crate::ui::desk::use_desk;
use crate::ui::guide::{GuideButton, GuideInvite, GuidePanel, Guided};
use crate::ui::insights::DrillPanel;
use crate::ui::parts::{How, InPlace};
use crate::ui::workshop::{Room, WorkshopButton, WorkshopMode};

use bar::MapBar;
use carry::Carry;
use cell::Cell;
use export::PrintedMap;
use figures::PhaseDeals;
use findings::MapFindings;
use ghost::{DropMark, Ghost};
use head::{HeadMenu, Heads};
use lanes::LaneSign;
use link::LinkMenu;
use mood::MoodRow;
use note_menu::NoteMenu;
use overlay::{Overlay, OverlayShown};
use phase::PhaseStages;
use said::{PhaseEvidence, PhaseText};
use state::{Map, Spot, use_map};
use templates::MapTemplates;

/// The view of the map.
#[component]
pub fn JourneyView() -> impl IntoView {
    let map = Map::new();
    provide_context(map);
    provide_context(map.insights);
    let carry = Carry::new(map);
    provide_context(carry);
    on_cleanup(move || carry.cancel());
    OverlayShown::provide();
    Guided::provide();
    Room::provide();
    let (desk, phases) = (map.desk, map.phases);
    let t = desk.t();
    let is_empty = Memo::new(move |_| phases.with(Vec::is_empty));
    view! {
        <section class="journey" data-view="journey" aria-label=t.journey()>
            <GuideInvite />
            <Show when=move || !is_empty.get() fallback=|| view! { <NoPhases /> }>
                <MapBar />
                <Overlay />
                <PrintedMap />
                <MapFindings />
                <div
                    class="map-frame"
                    class:is-carrying=move || carry.lift.with(Option::is_some)
                    node_ref=map.frame
                    on:pointerdown=move |event| carry.press(&event)
                    on:pointermove=move |event| carry.moved(&event)
                    on:pointerup=move |event| carry.released(&event)
                    on:pointercancel=move |event| carry.lost(&event)
                    on:touchmove=move |event| {
                        if carry.is_dragged() {
                            event.prevent_default();
                        }
                    }
                    on:click=move |event| step::clicked(map, &event)
                    on:contextmenu=move |event| step::asked(map, carry, &event)
                    on:keydown=move |event| step::pressed(map, carry, &event)
                    on:keyup=move |event| step::let_go(&event)
                    on:focusout=move |_| step::left(carry)
                >
                    <Table carry />
                    <DropMark carry />
                </div>
            </Show>
            {move || map.insights.drilled.get().map(|drilled| view! { <DrillPanel drilled /> })}
            {move || map.linking.get().map(|(phase, at)| view! { <LinkMenu phase at /> })}
            {move || map.menu.get().map(|(id, at)| view! { <NoteMenu id at /> })}
            {move || map.head_menu.get().map(|(column, at)| view! { <HeadMenu column at /> })}
            <GuidePanel />
            <WorkshopMode />
        </section>
        <Ghost carry />
    }
}

/// Phases as columns, lanes as rows.
#[component]
fn Table(carry: Carry) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
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
        <table class="map" data-whose=move || map.persona.get().map(|_| "one") style:--phases=move || count.get().to_string()>
            <caption class="hidden">{t.journey()}</caption>
            <Heads carry />
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
            let turn = Memo::new(move |_| map.waiting.with(|waiting| !waiting.contains(&lane)));
            view! {
                <For each=move || map.columns.get() key=|column| *column let:column>
                    <Cell place=column.cell(lane) turn />
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
        Row::Owner | Row::ExitAction => {
            view! { <For each=move || phases.get() key=|id| *id let:id><PhaseText id row /></For> }.into_any()
        }
        Row::Evidence => {
            view! { <For each=move || phases.get() key=|id| *id let:id><PhaseEvidence id /></For> }.into_any()
        }
        Row::Mood => ().into_any(),
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
        Row::Owner | Row::ExitAction | Row::Evidence => String::from("row-said"),
        Row::Mood => String::new(),
    }
}

/// The head of a row; its name is written in place.
#[component]
fn LaneHead(row: Row) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let name = map.row_name(row);
    let spot = Spot::Row(row);
    view! {
        <th class="lane-head" scope="row">
            <div class="lane-title">
                <LaneSign row />
                <InPlace
                    editing=map.is_editing(spot)
                    text=name
                    label=t.map_row_name()
                    class="lane-name"
                    field_class="lane-field"
                    title=t.map_rename_row()
                    on_edit=move |()| map.editing.set(Some(spot))
                    on_done=move |(typed, how): (String, How)| {
                        head::named(map, spot, format!("[data-row='{row}'] .lane-name"), typed, how, |typed| {
                            if typed != name.get_untracked() {
                                rows::rename_row(map, row, &typed);
                            }
                        });
                    }
                />
            </div>
        </th>
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
            <div class="journey-empty-ways">
                <button type="button" class="button button-main" data-action="add-phases" on:click=add>
                    {t.add_phases()}
                </button>
                <MapTemplates />
                <GuideButton />
                <WorkshopButton />
            </div>
        </div>
    }
}
