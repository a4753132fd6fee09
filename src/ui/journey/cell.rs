//! A cell of the map: short notes that are written in place.

use std::sync::Arc;

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, Lane, Note, NoteId, PhaseId};
use crate::ui::parts::{Icon, Sign};

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
    format!("{phase}-{}", lane.key())
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
        if desk.dispatch(Command::EditNote { note: id, text: typed }, Deed::EditJourney) && gone {
            desk.notify_undo(t.note_deleted().into());
        }
    };
    view! {
        <li class="note-item" data-note=id.to_string()>
            <Show
                when=move || editing.get()
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            class="note-text note-stop"
                            dir="auto"
                            aria-describedby=hint.clone()
                            on:click=move |_| map.editing.set(Some(spot))
                            on:keydown=move |event| {
                                if event.key() == "F2" {
                                    event.prevent_default();
                                    map.editing.set(Some(spot));
                                }
                            }
                        >
                            {text}
                        </button>
                    }
                }
            >
                <Field
                    label=Signal::derive(move || t.note_in(&t.lane(lane), &name.get()))
                    text=note.get_untracked().map(|note| note.text.clone()).unwrap_or_default()
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
            </Show>
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
                <Field
                    label
                    text=String::new()
                    on_done=move |(typed, how): (String, How)| match how {
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
                    }
                />
            </Show>
        </div>
    }
}

/// Adds what was typed: a note a line, so that a list can be pasted. Says whether there was anything.
fn add(map: Map, phase: PhaseId, lane: Lane, typed: &str) -> bool {
    let desk = map.desk;
    let lines: Vec<String> = typed.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    let Some(last) = lines.last().cloned() else { return false };
    let notes = lines.into_iter().map(|text| {
        let id = NoteId(desk.new_id());
        Command::AddNote { id, phase, lane, text }
    });
    if desk.dispatch(Command::Batch(notes.collect()), Deed::EditJourney) {
        desk.say(desk.t().note_added(&last));
    }
    true
}

/// How the writing ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// By Enter.
    Entered,
    /// By Escape: what was typed does not count.
    Escaped,
    /// The focus went elsewhere.
    Left,
}

/// A field that takes the focus, for as long as something is written.
#[component]
fn Field<F>(label: Signal<String>, text: String, on_done: F) -> impl IntoView
where
    F: Fn((String, How)) + Copy + 'static,
{
    let node = NodeRef::<Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = node.get() {
            page::focus_in_sight(&area);
        }
    });
    view! {
        <textarea
            class="note-field"
            dir="auto"
            rows="1"
            maxlength="500"
            autocomplete="off"
            node_ref=node
            aria-label=label
            prop:value=text
            on:keydown=move |event| {
                let how = match event.key().as_str() {
                    "Enter" if !event.is_composing() => How::Entered,
                    "Escape" if !event.is_composing() => How::Escaped,
                    _ => return,
                };
                event.prevent_default();
                event.stop_propagation();
                on_done((page::value_of(&event), how));
                // Where the field stays, it is for the next.
                if let Some(area) = node.try_get_untracked().flatten() {
                    area.set_value("");
                }
            }
            on:blur=move |event| on_done((page::value_of(&event), How::Left))
        ></textarea>
    }
}
