//! The workshop: the whole window, type that can be read from the back of the room, and everything as fast as Enter.

mod exits;
mod notes;
mod parking;
mod pick;
mod results;
mod row;
mod timer;
mod votes;

use std::sync::Arc;

use leptos::html::{Button, Dialog};
use leptos::prelude::*;

use crate::browser::page::{self, Event, HtmlElement};
use crate::exchange::Deed;
use crate::model::{
    Cell, Command, ItemId, Lane, NewNote, NoteId, Phase, PhaseId, Pipeline, PipelineEdit, PipelineId, Row,
    Step, Workspace, in_order,
};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::frame::{Notices, shortcuts};
use crate::ui::parts::{Icon, Sign, Tabs, focus_button, focus_drawn, own_id, panel_id, tab_id};

use pick::Pick;
use timer::{Timer, TimerBar};

/// A part of the workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Notes,
    Votes,
    Parking,
    Exits,
    Results,
}

impl Tab {
    const ALL: [Tab; 5] = [Tab::Notes, Tab::Votes, Tab::Parking, Tab::Exits, Tab::Results];

    fn key(self) -> &'static str {
        match self {
            Tab::Notes => "notes",
            Tab::Votes => "votes",
            Tab::Parking => "parking",
            Tab::Exits => "exits",
            Tab::Results => "results",
        }
    }

    /// What is written in there, if anything.
    fn field(self) -> Option<&'static str> {
        match self {
            Tab::Notes => Some(notes::FIELD),
            Tab::Parking => Some(parking::FIELD),
            Tab::Exits => Some(exits::FIELD),
            Tab::Votes | Tab::Results => None,
        }
    }
}

/// A column of the map: a phase, or a step of one.
type Column = (PhaseId, Option<ItemId>);

/// What the parts of the workshop share.
#[derive(Clone, Copy)]
pub struct Room {
    desk: Desk,
    open: RwSignal<bool>,
    tab: RwSignal<Tab>,
    timer: Timer,
    pipeline: Memo<Option<Arc<Pipeline>>>,
    /// The columns of the map with their names.
    columns: Memo<Vec<(Column, String)>>,
    /// The rows of notes with their names.
    lanes: Memo<Vec<(Lane, String)>>,
    /// The cell that notes go to.
    column: RwSignal<Option<Column>>,
    lane: RwSignal<Lane>,
    /// What is voted on: pain points or ideas.
    ballot: RwSignal<Lane>,
    voter: RwSignal<Option<ItemId>>,
    frame: NodeRef<Dialog>,
    button: NodeRef<Button>,
}

impl Room {
    /// A workshop for the components below the calling one. Its timer goes on while it is left.
    pub fn provide() {
        provide_context(Room::new());
    }

    fn new() -> Room {
        let desk = use_desk();
        let columns = Memo::new(move |_| {
            desk.structure.track();
            let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
            desk.with(|session| columns(session.workspace(), pipeline, desk))
        });
        let lanes = Memo::new(move |_| {
            desk.structure.track();
            let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
            desk.with(|session| lanes(session.workspace(), pipeline, desk))
        });
        Room {
            desk,
            open: RwSignal::new(false),
            tab: RwSignal::new(Tab::Notes),
            timer: Timer::new(desk),
            pipeline: Memo::new(move |_| desk.current_pipeline()),
            columns,
            lanes,
            column: RwSignal::new(None),
            lane: RwSignal::new(Lane::PainPoints),
            ballot: RwSignal::new(Lane::PainPoints),
            voter: RwSignal::new(None),
            frame: NodeRef::new(),
            button: NodeRef::new(),
        }
    }

    /// The chosen column, or the first one.
    fn chosen_column(self) -> Option<Column> {
        self.columns.with(|columns| {
            let wanted = self.column.get().filter(|column| columns.iter().any(|(other, _)| other == column));
            wanted.or(columns.first().map(|(column, _)| *column))
        })
    }

    /// The chosen row of notes, or the first one.
    fn chosen_lane(self) -> Lane {
        self.lanes.with(|lanes| {
            let wanted = self.lane.get();
            let there = lanes.iter().any(|(lane, _)| *lane == wanted);
            lanes.first().filter(|_| !there).map_or(wanted, |(lane, _)| *lane)
        })
    }

    fn column_name(self, column: Column) -> String {
        self.columns.with(|columns| {
            let found = columns.iter().find(|(other, _)| *other == column);
            found.map(|(_, name)| name.clone()).unwrap_or_default()
        })
    }

    fn lane_name(self, lane: Lane) -> String {
        let found = self
            .lanes
            .with(|lanes| lanes.iter().find(|(other, _)| *other == lane).map(|(_, name)| name.clone()));
        found.unwrap_or_else(|| self.desk.t().lane(lane))
    }

    fn dispatch(self, commands: Vec<Command>) -> bool {
        self.desk.dispatch(Command::Batch(commands), Deed::HoldWorkshop)
    }

    /// A change of the pipeline that is shown.
    fn edit(self, edit: PipelineEdit) -> Option<Command> {
        Some(Command::EditPipeline { pipeline: self.desk.pipeline.get_untracked()?, edit })
    }

    fn change(self, edit: PipelineEdit) -> bool {
        self.edit(edit).is_some_and(|command| self.dispatch(vec![command]))
    }

    /// What shows a row on the map that is hidden, such as the ideas before somebody works with them.
    fn show_lane(self, lane: Lane) -> Option<Command> {
        let pipeline = self.desk.pipeline.get_untracked()?;
        let row = Row::Notes(lane);
        let rows = self.desk.with(|session| session.workspace().rows(pipeline));
        let (_, style) = rows.into_iter().find(|(other, style)| *other == row && style.hidden)?;
        self.edit(PipelineEdit::Row(row, Some(crate::model::RowStyle { hidden: false, ..style })))
    }

    /// The commands that write notes into a cell.
    fn notes(self, column: Column, lane: Lane, lines: Vec<String>) -> Vec<Command> {
        let cell = Cell { phase: column.0, step: column.1, lane };
        let notes = lines.into_iter().map(|text| {
            Command::AddNote(NewNote { id: NoteId(self.desk.new_id()), cell, persona: None, text })
        });
        self.show_lane(lane).into_iter().chain(notes).collect()
    }

    fn focus(self, selector: String) {
        focus_drawn(move || {
            let frame = self.frame.try_get_untracked().flatten()?;
            page::find(&frame, &selector)
        });
    }

    /// Gives the focus to what is written in on the part that is shown. Whoever walks through the tabs by arrows stays on them.
    fn enter(self) {
        if let Some(field) = self.tab.get_untracked().field() {
            self.focus(field.into());
        }
    }

    /// A field that is being written keeps what was typed before it goes.
    fn settle_fields(self) {
        if let Some(frame) = self.frame.try_get_untracked().flatten() {
            page::settle_fields(&frame);
        }
    }

    fn leave(self) {
        if !self.open.get_untracked() {
            return;
        }
        self.settle_fields();
        self.open.set(false);
        focus_button(self.button);
    }
}

fn columns(workspace: &Workspace, pipeline: PipelineId, desk: Desk) -> Vec<(Column, String)> {
    let mut found = Vec::new();
    for phase in workspace.phases(pipeline) {
        if phase.steps.is_empty() {
            found.push(((phase.id, None), phase.name.clone()));
            continue;
        }
        let name = |step: &Step| desk.t().workshop_step(&phase.name, &step.name);
        found.extend(in_order(&phase.steps).into_iter().map(|(id, step)| ((phase.id, Some(id)), name(step))));
    }
    found
}

/// The rows of notes that the map shows, and the ideas, which a workshop is for.
fn lanes(workspace: &Workspace, pipeline: PipelineId, desk: Desk) -> Vec<(Lane, String)> {
    let rows = workspace.rows(pipeline).into_iter().filter_map(|(row, style)| match row {
        Row::Notes(lane) if !style.hidden || lane == Lane::Ideas => Some((lane, style.name)),
        _ => None,
    });
    rows.map(|(lane, name)| (lane, if name.is_empty() { desk.t().lane(lane) } else { name })).collect()
}

fn use_room() -> Room {
    expect_context::<Room>()
}

/// Opens the workshop.
#[component]
pub fn WorkshopButton() -> impl IntoView {
    let room = use_room();
    let t = room.desk.t();
    view! {
        <button
            type="button"
            class="button"
            data-action="workshop"
            aria-haspopup="dialog"
            node_ref=room.button
            on:click=move |_| room.open.set(true)
        >
            {t.workshop()}
        </button>
    }
}

/// The workshop, while it is open. It stands apart from its button, which comes and goes with the map's bar.
#[component]
pub fn WorkshopMode() -> impl IntoView {
    let room = use_room();
    view! {
        <Show when=move || room.open.get()>
            <Mode />
        </Show>
    }
}

/// The mode: the browser's own modal dialog over the whole window.
#[component]
fn Mode() -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    Effect::new(move |_| {
        if let Some(dialog) = room.frame.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
            room.enter();
        }
    });
    let label = desk.element_id("workshop");
    let heading = label.clone();
    let id = own_id("workshop");
    let panel = panel_id(&id);
    let named = {
        let id = id.clone();
        move || tab_id(&id, room.tab.get().key())
    };
    let names = [
        t.workshop_notes(),
        t.workshop_votes(),
        t.workshop_parking(),
        t.workshop_exits(),
        t.workshop_results(),
    ];
    let tabs = Tab::ALL.into_iter().zip(names).map(|(tab, name)| (tab.key(), name.to_owned()));
    let tabs = Signal::stored(tabs.collect::<Vec<_>>());
    let title = Memo::new(move |_| {
        let name = room.pipeline.with(|pipeline| pipeline.as_ref().map(|pipeline| pipeline.name.clone()));
        t.workshop_title(&name.unwrap_or_default())
    });
    view! {
        <dialog
            class="workshop"
            aria-labelledby=label
            data-part="workshop"
            node_ref=room.frame
            on:cancel=move |event: Event| {
                event.prevent_default();
                room.leave();
            }
            // A browser closes at the second Escape in a row without asking.
            on:close=move |_: Event| room.leave()
            on:keydown=move |event| {
                if event.key() != "Escape" {
                    shortcuts(desk, &event);
                }
                event.stop_propagation();
            }
        >
            <header class="workshop-head">
                <h2 id=heading dir="auto">{move || title.get()}</h2>
                <TimerBar />
                <button
                    type="button"
                    class="icon-button"
                    data-action="leave-workshop"
                    aria-label=t.workshop_leave()
                    title=t.workshop_leave()
                    on:click=move |_| room.leave()
                >
                    <Icon sign=Sign::Close />
                </button>
            </header>
            <Tabs
                id=id.clone()
                label=t.workshop_parts()
                tabs
                chosen=Signal::derive(move || room.tab.get().key())
                on_choose=move |key: &'static str| {
                    if let Some(tab) = Tab::ALL.into_iter().find(|tab| tab.key() == key) {
                        room.tab.set(tab);
                    }
                }
                on_press=move |()| room.enter()
            />
            <div class="workshop-body" role="tabpanel" id=panel aria-labelledby=named>
                {move || match room.tab.get() {
                    Tab::Notes => view! { <notes::Notes /> }.into_any(),
                    Tab::Votes => view! { <votes::Votes /> }.into_any(),
                    Tab::Parking => view! { <parking::Parking /> }.into_any(),
                    Tab::Exits => view! { <exits::Exits /> }.into_any(),
                    Tab::Results => view! { <results::Results /> }.into_any(),
                }}
            </div>
            <Notices />
        </dialog>
    }
}

/// Whether keys go into a field to type in; choices are none.
fn is_typing(event: &Event) -> bool {
    let typing: Option<HtmlElement> = page::closest(event, "textarea, select, input:not([type='radio'])");
    typing.is_some()
}

/// A phase's first three, for a map without any.
fn usual_phases(room: Room) {
    let t = room.desk.t();
    let names = [t.awareness(), t.consideration(), t.decision()];
    let Some(pipeline) = room.desk.pipeline.get_untracked() else { return };
    let ranks = crate::model::Rank::spread(None, names.len()).unwrap_or_default();
    let phases = names
        .into_iter()
        .zip(ranks)
        .map(|(name, rank)| Command::AddPhase(Phase::new(PhaseId(room.desk.new_id()), pipeline, rank, name)));
    room.dispatch(phases.collect());
}
