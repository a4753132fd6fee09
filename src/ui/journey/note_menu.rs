//! What can be done with a note beside writing and carrying it.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Cell, Command, Lane, Note, NoteEdit, NoteId, Row};
use crate::ui::parts::{Check, Choice, Popup, TextField};

use super::carry::move_note;
use super::cell::{add_button, cell_name, cell_of_name};
use super::state::{Map, use_map};

/// The menu of a note.
#[component]
pub fn NoteMenu(
    /// Whose.
    id: NoteId,
    /// Where it opens, in the window.
    at: (i32, i32),
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let note = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().get::<Note>(id).cloned())
    });
    let close = move || {
        map.menu.set(None);
        map.focus(format!("[data-note='{id}'] .note-text"));
    };
    let change = move |edit| desk.dispatch(Command::EditNote { note: id, edit }, Deed::EditJourney);
    let text = note.with_untracked(|note| note.as_ref().map(|note| note.text.clone())).unwrap_or_default();
    let remove = move |_| {
        map.menu.set(None);
        let after = after(map, id);
        if change(NoteEdit::Text(String::new())) {
            map.focus(after);
            desk.notify_undo(t.note_deleted().into());
        }
    };
    let moment = Signal::derive(move || note.with(|note| note.as_ref().is_some_and(|note| note.moment)));
    let channel = Signal::derive(move || {
        note.with(|note| note.as_ref().map(|note| note.channel.clone())).unwrap_or_default()
    });
    let has_channel = note.with_untracked(|note| {
        note.as_ref().is_some_and(|note| note.lane == Lane::Touchpoints || !note.channel.is_empty())
    });
    let persona = Signal::derive(move || {
        let whose = note.with(|note| note.as_ref().and_then(|note| note.persona));
        whose.map(|id| id.to_string()).unwrap_or_default()
    });
    let personas = Signal::derive(move || {
        let everybody = (String::new(), t.map_everybody().to_owned());
        let named = map.personas.get().into_iter().map(|(id, persona)| (id.to_string(), persona.name));
        std::iter::once(everybody).chain(named).collect::<Vec<_>>()
    });
    let cell = move || {
        note.with(|note| {
            let note = note.as_ref()?;
            Some(desk.with(|session| session.workspace().cell_of(note)))
        })
    };
    view! {
        <Popup label=t.map_note_menu(&text) at on_close=move |()| close() class="note-menu">
            <p class="note-menu-text" dir="auto">{text.clone()}</p>
            <Check name="moment" label=t.map_moment() value=moment on_change=move |on| change(NoteEdit::Moment(on)) />
            {has_channel
                .then(|| {
                    view! {
                        <TextField
                            name="channel"
                            label=t.map_channel()
                            value=channel
                            on_change=move |text: String| change(NoteEdit::Channel(text))
                            known=Signal::derive(move || channels(map))
                            hint=t.map_channel_hint()
                        />
                    }
                })}
            {map
                .personas
                .with_untracked(|personas| !personas.is_empty())
                .then(|| {
                    view! {
                        <Choice
                            name="note-persona"
                            label=t.map_true_of()
                            offers=personas
                            value=persona
                            on_choose=move |key: String| change(NoteEdit::Persona(key.parse().ok()))
                        />
                    }
                })}
            <Choice
                name="note-column"
                label=t.map_move_column()
                offers=Signal::derive(move || columns(map, cell()))
                value=Signal::derive(move || cell().map(cell_name).unwrap_or_default())
                on_choose=move |key: String| go(map, id, &key)
            />
            <Choice
                name="note-row"
                label=t.map_move_row()
                offers=Signal::derive(move || rows(map, cell()))
                value=Signal::derive(move || cell().map(cell_name).unwrap_or_default())
                on_choose=move |key: String| go(map, id, &key)
            />
            <hr />
            <button
                type="button"
                data-do="edit"
                on:click=move |_| {
                    map.menu.set(None);
                    map.editing.set(Some(super::state::Spot::Note(id)));
                }
            >
                {t.map_edit_note()}
            </button>
            <button type="button" data-do="delete" on:click=remove>
                {t.map_delete_note()}
            </button>
        </Popup>
    }
}

/// What has the focus once a note is gone: the next of its cell, else the one before, else the cell's button for a new one.
fn after(map: Map, id: NoteId) -> String {
    map.notes.with_untracked(|notes| {
        let found = notes.iter().find_map(|(cell, notes)| {
            let at = notes.iter().position(|note| note.id == id)?;
            Some((*cell, notes.get(at + 1).or(at.checked_sub(1).and_then(|before| notes.get(before)))))
        });
        match found {
            Some((_, Some(next))) => format!("[data-note='{}'] .note-text", next.id),
            Some((cell, None)) => add_button(cell),
            None => ".note-text, .note-add".into(),
        }
    })
}

/// The cells of the same row.
fn columns(map: Map, cell: Option<Cell>) -> Vec<(String, String)> {
    let Some(cell) = cell else { return Vec::new() };
    let columns = map.columns.get().into_iter();
    columns.map(|column| (cell_name(column.cell(cell.lane)), map.column_words(column))).collect()
}

/// The cells of the same column; those of hidden rows too.
fn rows(map: Map, cell: Option<Cell>) -> Vec<(String, String)> {
    let Some(cell) = cell else { return Vec::new() };
    let rows = map.rows.get().into_iter().filter_map(|(row, _)| match row {
        Row::Notes(lane) => Some((cell_name(Cell { lane, ..cell }), map.row_words(row))),
        _ => None,
    });
    rows.collect()
}

fn go(map: Map, id: NoteId, key: &str) -> bool {
    let Some(cell) = cell_of_name(key) else { return false };
    move_note(map, id, cell, usize::MAX);
    true
}

/// The channels to offer: those of the workspace's notes, then common ones.
fn channels(map: Map) -> Vec<String> {
    map.desk.structure.track();
    let mut found: Vec<String> = map.desk.with(|session| {
        let notes = session.workspace().all::<Note>().values();
        notes.map(|note| note.channel.trim().to_owned()).filter(|channel| !channel.is_empty()).collect()
    });
    found.sort();
    let common = map.desk.t().map_channels();
    found.extend(common.lines().map(str::to_owned));
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|channel| seen.insert(channel.to_lowercase()));
    found
}
