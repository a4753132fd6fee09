//! A cell of the map: short notes that are written in place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Cell as Place, Command, NewNote, Note, NoteEdit, NoteId, Row};
use crate::ui::parts::{How, Icon, InPlace, InPlaceField, Sign};

use super::state::{Column, Map, Spot, use_map};

/// What the notes of a cell share: so that what happens elsewhere on the map costs a cell one look, and not each of its notes.
#[derive(Clone, Copy)]
struct Within {
    place: Place,
    notes: Memo<Vec<Arc<Note>>>,
    /// What is being written, if it is here.
    editing: Memo<Option<Spot>>,
    /// The row and the column in words.
    label: Memo<String>,
}

/// The notes of a cell, and the way to add one.
#[component]
pub fn Cell(
    /// Which.
    place: Place,
) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let notes = Memo::new(move |_| map.notes.with(|notes| notes.get(&place).cloned().unwrap_or_default()));
    let ids = Memo::new(move |_| notes.with(|notes| notes.iter().map(|note| note.id).collect::<Vec<_>>()));
    let editing = Memo::new(move |_| {
        let here = |spot: &Spot| match spot {
            Spot::Note(id) => ids.with(|ids| ids.contains(id)),
            Spot::New(other) => *other == place,
            _ => false,
        };
        map.editing.get().filter(here)
    });
    let row = map.row_name(Row::Notes(place.lane));
    let column = map.column_name(Column { phase: place.phase, step: place.step });
    let label = Memo::new(move |_| t.note_in(&row.get(), &column.get()));
    let within = Within { place, notes, editing, label };
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty));
    view! {
        <td class="map-cell" class:is-empty=move || is_empty.get() data-cell=cell_name(place)>
            <div class="note-stack">
                <ul class="note-list">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <NoteItem id within />
                    </For>
                </ul>
                <NewNote within />
            </div>
        </td>
    }
}

/// A cell's name for scripts and selectors.
pub fn cell_name(place: Place) -> String {
    match place.step {
        None => format!("{}-{}", place.phase, place.lane),
        Some(step) => format!("{}-{step}-{}", place.phase, place.lane),
    }
}

/// What finds a cell's button for a new note.
fn add_button(place: Place) -> String {
    format!("[data-cell='{}'] .note-add", cell_name(place))
}

/// One line of what was typed or pasted.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A note: its text, or while it is written a field in its place.
#[component]
fn NoteItem(id: NoteId, within: Within) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let spot = Spot::Note(id);
    let note =
        Memo::new(move |_| within.notes.with(|notes| notes.iter().find(|note| note.id == id).cloned()));
    let text = move || note.with(|note| note.as_ref().map(|note| note.text.clone()).unwrap_or_default());
    let editing = Memo::new(move |_| within.editing.get() == Some(spot));
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
                label=within.label
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
                        How::Entered if one_line(&typed).is_empty() => map.focus(add_button(within.place)),
                        How::Entered => map.editing.set(Some(Spot::New(within.place))),
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
fn NewNote(within: Within) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let place = within.place;
    let spot = Spot::New(place);
    let editing = Memo::new(move |_| within.editing.get() == Some(spot));
    let label = Signal::derive(move || t.map_add_note(&within.label.get()));
    let done = Callback::new(move |(typed, how): (String, How)| match how {
        // The field stays for the next note.
        How::Entered if add(map, place, &typed) => {}
        How::Left if one_line(&typed).is_empty() => map.end_soon(spot),
        How::Left => {
            if map.end(spot) {
                add(map, place, &typed);
            }
        }
        How::Entered | How::Escaped => {
            if map.end(spot) {
                map.focus(add_button(place));
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

/// Adds what was typed: a note a line, so that a list can be pasted. Says whether there was anything. On the map of a persona
/// a new note is of that persona.
fn add(map: Map, cell: Place, typed: &str) -> bool {
    let desk = map.desk;
    let lines: Vec<String> = typed.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    let Some(last) = lines.last().cloned() else { return false };
    let persona = map.persona.get_untracked();
    let notes = lines.into_iter().map(|text| {
        let id = NoteId(desk.new_id());
        Command::AddNote(NewNote { id, cell, persona, text })
    });
    if desk.dispatch(Command::Batch(notes.collect()), Deed::EditJourney) {
        desk.say(desk.t().note_added(&last));
    }
    true
}
