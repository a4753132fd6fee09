//! Notes, as fast as people speak: a cell of the map, a field, and what was written with the newest in view.

use leptos::prelude::*;

use crate::model::{Cell, Command, Lane, MAX_TEXT, Note, NoteEdit, NoteId};
use crate::ui::parts::{Capture, How, InPlace};

use super::{Column, Pick, Room, use_room, usual_phases};

/// Where the next one is written.
pub const FIELD: &str = "[data-field='workshop-note']";

/// The cell that is written to.
#[component]
pub fn Notes() -> impl IntoView {
    let room = use_room();
    let t = room.desk.t();
    view! {
        <Show
            when=move || !room.columns.with(Vec::is_empty)
            fallback=move || {
                view! {
                    <div class="workshop-empty">
                        <p>{t.workshop_no_phases()}</p>
                        <button
                            type="button"
                            class="button button-main"
                            on:click=move |_| {
                                usual_phases(room);
                                room.enter();
                            }
                        >
                            {t.add_phases()}
                        </button>
                    </div>
                }
            }
        >
            <Writing />
        </Show>
    }
}

/// The notes of a cell, the newest first.
fn newest(room: Room, column: Column, lane: Lane) -> Vec<NoteId> {
    room.desk.structure.track();
    room.desk.with(|session| {
        let cell = Cell { phase: column.0, step: column.1, lane };
        session.workspace().cell_notes(cell).into_iter().rev().map(|note| note.id).collect()
    })
}

/// The choices of the cell: its column, and its row.
#[component]
pub fn CellPicks() -> impl IntoView {
    let room = use_room();
    let t = room.desk.t();
    let count = move |column: Column, lane: Lane| newest(room, column, lane).len() as u64;
    let columns = Signal::derive(move || {
        let columns = room.columns.get().into_iter();
        columns.map(|(column, name)| (column, name, None)).collect::<Vec<_>>()
    });
    let lanes = Signal::derive(move || {
        let column = room.chosen_column();
        let lanes = room.lanes.get().into_iter();
        lanes.map(|(lane, name)| (lane, name, column.map(|column| count(column, lane)))).collect::<Vec<_>>()
    });
    view! {
        <Pick
            name="workshop-phase"
            label=t.workshop_phase()
            offers=columns
            chosen=Signal::derive(move || room.chosen_column())
            on_choose=Callback::new(move |column| room.column.set(Some(column)))
        />
        <Pick
            name="workshop-row"
            label=t.workshop_row()
            offers=lanes
            chosen=Signal::derive(move || Some(room.chosen_lane()))
            on_choose=Callback::new(move |lane| room.lane.set(lane))
        />
    }
}

/// The next of a list, round at its ends.
fn step<T: Copy + PartialEq>(all: &[T], here: T, by: isize) -> Option<T> {
    let at = all.iter().position(|one| *one == here)? as isize;
    all.get((at + by).rem_euclid(all.len() as isize) as usize).copied()
}

#[component]
fn Writing() -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let cell = Memo::new(move |_| room.chosen_column().map(|column| (column, room.chosen_lane())));
    let notes =
        Memo::new(move |_| cell.get().map(|(column, lane)| newest(room, column, lane)).unwrap_or_default());
    let title = Memo::new(move |_| {
        let Some((column, lane)) = cell.get() else { return String::new() };
        t.workshop_in(&room.lane_name(lane), &room.column_name(column))
    });
    let label = Signal::derive(move || {
        let Some((column, lane)) = cell.get() else { return String::new() };
        t.workshop_write(&room.lane_name(lane), &room.column_name(column))
    });
    let add = move |lines: Vec<String>| {
        let Some((column, lane)) = cell.get_untracked() else { return false };
        let last = lines.last().cloned().unwrap_or_default();
        let added = room.dispatch(room.notes(column, lane, lines));
        if added {
            desk.say(t.note_added(&last));
        }
        added
    };
    let walk = move |column_by: isize, lane_by: isize| {
        let Some((column, lane)) = cell.get_untracked() else { return };
        if column_by != 0 {
            let all: Vec<Column> =
                room.columns.with_untracked(|all| all.iter().map(|(column, _)| *column).collect());
            room.column.set(step(&all, column, column_by));
        } else {
            let all: Vec<Lane> = room.lanes.with_untracked(|all| all.iter().map(|(lane, _)| *lane).collect());
            if let Some(lane) = step(&all, lane, lane_by) {
                room.lane.set(lane);
            }
        }
        desk.say(title.get_untracked());
    };
    let editing = RwSignal::new(None::<NoteId>);
    view! {
        <div
            class="workshop-split"
            on:keydown=move |event| {
                if !event.alt_key() {
                    return;
                }
                let on = if event.current_target().is_some() && is_rtl(&event) { -1 } else { 1 };
                match event.key().as_str() {
                    "ArrowUp" => walk(0, -1),
                    "ArrowDown" => walk(0, 1),
                    "ArrowLeft" => walk(-on, 0),
                    "ArrowRight" => walk(on, 0),
                    _ => return,
                }
                event.prevent_default();
                event.stop_propagation();
            }
        >
            <div class="workshop-side">
                <CellPicks />
                <p class="workshop-hint">{t.workshop_keys()}</p>
            </div>
            <div class="workshop-main">
                <h3 class="workshop-title" dir="auto">{move || title.get()}</h3>
                <Capture name="workshop-note" label hint=t.workshop_write_hint() on_add={move |lines: Vec<String>| add(lines)} />
                <ul class="workshop-cards" data-list="workshop-notes" aria-label=move || title.get()>
                    <For each=move || notes.get() key=|id| *id let:id>
                        <Card id editing title />
                    </For>
                </ul>
                <Show when=move || notes.with(Vec::is_empty)>
                    <p class="workshop-none">{t.workshop_no_notes()}</p>
                </Show>
            </div>
        </div>
    }
}

fn is_rtl(event: &crate::browser::page::KeyboardEvent) -> bool {
    crate::browser::page::closest(event, ".workshop")
        .is_some_and(|frame| crate::browser::page::is_rtl(&frame))
}

/// A note, to be corrected in place; emptied it goes.
#[component]
fn Card(id: NoteId, editing: RwSignal<Option<NoteId>>, title: Memo<String>) -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let text = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().get::<Note>(id).map(|note| note.text.clone()))
            .unwrap_or_default()
    });
    let done = move |(typed, how): (String, How)| {
        if editing.try_get_untracked().flatten() != Some(id) {
            return;
        }
        editing.set(None);
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if how != How::Escaped && typed != text.get_untracked() {
            let gone = typed.is_empty();
            let command = Command::EditNote { note: id, edit: NoteEdit::Text(typed) };
            if room.dispatch(vec![command]) && gone {
                desk.notify_undo(t.note_deleted().into());
            }
        }
        if how != How::Left {
            room.focus(FIELD.into());
        }
    };
    view! {
        <li class="workshop-card" data-note=id.to_string()>
            <InPlace
                editing=Signal::derive(move || editing.get() == Some(id))
                text
                label=title
                class="workshop-text"
                field_class="workshop-field"
                lines=true
                longest=MAX_TEXT
                on_edit=move |()| editing.set(Some(id))
                on_done=done
            />
        </li>
    }
}
