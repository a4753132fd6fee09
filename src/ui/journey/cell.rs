//! A cell of the map: short notes that are written in place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Cell as Place, Command, Lane, NewNote, Note, NoteEdit, NoteId, PhaseId};
use crate::ui::parts::{How, Icon, InPlace, InPlaceField, Sign};

use super::{Map, Spot, use_map};

/// The notes of a phase in a lane, and the way to add one.
#[component]
pub fn Cell(
    /// The column.
    phase: PhaseId,
    /// The row.
    lane: Lane,
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let notes = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| {
            session.workspace().notes(phase, lane).iter().map(|note| note.id).collect::<Vec<_>>()
        })
    });
    let is_empty = Memo::new(move |_| notes.with(Vec::is_empty));
    view! {
        <td class="map-cell" class:is-empty=move || is_empty.get() data-cell=cell_name(phase, lane)>
            <div class="note-stack">
                <ul class="note-list">
                    <For each=move || notes.get() key=|id| *id let:id>
                        <NoteItem id phase lane />
                    </For>
                </ul>
                <NewNote phase lane />
            </div>
        </td>
    }
}

fn cell_name(phase: PhaseId, lane: Lane) -> String {
    format!("{phase}-{lane}")
}

/// What finds a cell's button for a new note.
fn add_button(phase: PhaseId, lane: Lane) -> String {
    format!("[data-cell='{}'] .note-add", cell_name(phase, lane))
}

/// One line of what was typed or pasted.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A note: its text, or while it is written a field in its place.
#[component]
fn NoteItem(id: NoteId, phase: PhaseId, lane: Lane) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let spot = Spot::Note(id);
    let note: Memo<Option<Arc<Note>>> = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().get::<Note>(id).cloned())
    });
    let text = move || note.get().map(|note| note.text.clone()).unwrap_or_default();
    let name = map.name(phase);
    let editing = map.is_editing(spot);
    let hint = desk.element_id("note-hint");
    let keep = move |typed: &str| {
        let typed = one_line(typed);
        let before = note.try_get_untracked().flatten();
        if before.is_none_or(|note| note.text == typed) {
            return;
        }
        let gone = typed.is_empty();
        if desk.dispatch(Command::EditNote { note: id, edit: NoteEdit::Text(typed) }, Deed::EditJourney)
            && gone
        {
            desk.notify_undo(t.note_deleted().into());
        }
    };
    view! {
        <li class="note-item" data-note=id.to_string()>
            <InPlace
                editing
                text=Signal::derive(text)
                label=Signal::derive(move || t.note_in(&t.lane(lane), &name.get()))
                class="note-text note-stop"
                field_class="note-field"
                lines=true
                described_by=hint
                on_edit=move |()| map.editing.set(Some(spot))
                on_done=move |(typed, how): (String, How)| {
                    if !map.end(spot) {
                        return;
                    }
                    match how {
                        How::Entered if one_line(&typed).is_empty() => map.focus(add_button(phase, lane)),
                        How::Entered => map.editing.set(Some(Spot::New(phase, lane))),
                        How::Escaped => {
                            map.focus(format!("[data-note='{id}'] .note-text"));
                            return;
                        }
                        How::Left => {}
                    }
                    keep(&typed);
                }
            />
        </li>
    }
}

/// The last place of a cell: a button, or a field for the next note.
#[component]
fn NewNote(phase: PhaseId, lane: Lane) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let spot = Spot::New(phase, lane);
    let name = map.name(phase);
    let editing = map.is_editing(spot);
    let label = Signal::derive(move || t.add_note_to(&t.lane(lane), &name.get()));
    let done = Callback::new(move |(typed, how): (String, How)| match how {
        // The field stays for the next note.
        How::Entered if add(map, phase, lane, &typed) => {}
        How::Left if one_line(&typed).is_empty() => map.end_soon(spot),
        How::Left => {
            if map.end(spot) {
                add(map, phase, lane, &typed);
            }
        }
        How::Entered | How::Escaped => {
            if map.end(spot) {
                map.focus(add_button(phase, lane));
            }
        }
    });
    view! {
        <div class="note-new">
            <Show
                when=move || editing.get()
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            class="note-add note-stop"
                            aria-label=label
                            on:click=move |_| map.editing.set(Some(spot))
                        >
                            <Icon sign=Sign::Plus />
                            <span aria-hidden="true">{t.add_note()}</span>
                        </button>
                    }
                }
            >
                <InPlaceField label class="note-field" lines=true on_done=done />
            </Show>
        </div>
    }
}

/// Adds what was typed: a note a line, so that a list can be pasted. Says whether there was anything.
fn add(map: Map, phase: PhaseId, lane: Lane, typed: &str) -> bool {
    let desk = map.desk;
    let lines: Vec<String> = typed.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    let Some(last) = lines.last().cloned() else { return false };
    let cell = Place { phase, step: None, lane };
    let notes = lines.into_iter().map(|text| {
        let id = NoteId(desk.new_id());
        Command::AddNote(NewNote { id, cell, persona: None, text })
    });
    if desk.dispatch(Command::Batch(notes.collect()), Deed::EditJourney) {
        desk.say(desk.t().note_added(&last));
    }
    true
}
