//! A cell of the map: short notes that are written in place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Cell as Place, Command, MAX_TEXT, NewNote, Note, NoteEdit, NoteId, Row};
use crate::ui::parts::{How, Icon, InPlace, InPlaceField, LIST, Sign};

use super::carry::Carry;
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
    /// Whether the row's turn has come: until then it shows what it did.
    turn: Memo<bool>,
) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let notes = Memo::new(move |before: Option<&Vec<Arc<Note>>>| match turn.get() {
        true => map.notes.with(|notes| notes.get(&place).cloned().unwrap_or_default()),
        false => before.cloned().unwrap_or_default(),
    });
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
            <div
                class="note-stack"
                class:is-adding=move || editing.get() == Some(Spot::New(place))
                style:--notes=move || ids.with(Vec::len).to_string()
            >
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

/// The cell of that name.
pub fn cell_of_name(name: &str) -> Option<Place> {
    let (phase, rest) = name.split_once('-')?;
    let phase = phase.parse().ok()?;
    if let Ok(lane) = rest.parse() {
        return Some(Place { phase, step: None, lane });
    }
    let (step, lane) = rest.split_once('-')?;
    Some(Place { phase, step: Some(step.parse().ok()?), lane: lane.parse().ok()? })
}

/// What finds a cell's button for a new note.
pub fn add_button(place: Place) -> String {
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
    let carry = expect_context::<Carry>();
    let desk = map.desk;
    let t = desk.t();
    let spot = Spot::Note(id);
    let note =
        Memo::new(move |_| within.notes.with(|notes| notes.iter().find(|note| note.id == id).cloned()));
    let text = move || note.with(|note| note.as_ref().map(|note| note.text.clone()).unwrap_or_default());
    let editing = Memo::new(move |_| within.editing.get() == Some(spot));
    let hint = desk.element_id("note-hint");
    let marks = desk.element_id(&format!("note-{id}"));
    let described = format!("{hint} {marks}");
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
                longest=MAX_TEXT
                described_by=described
                on_edit=move |()| {
                    if carry.is_click() {
                        map.editing.set(Some(spot));
                    }
                }
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
            {move || note.with(|note| note.as_ref().and_then(|note| marks_of(map, note, &marks)))}
            // Not among the stops of the Tab key, which are many: Alt+Enter on the note opens the same menu.
            <button
                type="button"
                class="note-more"
                tabindex="-1"
                aria-haspopup="dialog"
                aria-label=t.map_note_more()
            ></button>
        </li>
    }
}

/// What a note carries beside its text: none for most.
fn marks_of(map: Map, note: &Note, id: &str) -> Option<AnyView> {
    let t = map.desk.t();
    let votes = note.vote_count();
    // Hidden by the style sheet on the map of one persona: thousands of notes need not look whose map it is.
    let whose = note.persona.and_then(|whose| {
        map.personas
            .with(|all| all.iter().find(|(id, _)| *id == whose).map(|(_, persona)| persona.name.clone()))
    });
    if !note.moment && note.channel.is_empty() && whose.is_none() && votes == 0 {
        return None;
    }
    let id = id.to_owned();
    let class = match !note.moment && note.channel.is_empty() && votes == 0 {
        true => "note-marks is-whose",
        false => "note-marks",
    };
    let moment = note.moment.then(|| {
        view! {
            <span class="note-moment" title=t.map_moment()>
                <Icon sign=Sign::Star />
                {t.map_moment_word()}
            </span>
        }
    });
    let channel = (!note.channel.is_empty()).then(|| {
        view! { <span class="note-channel" dir="auto" title=t.map_channel()>{note.channel.clone()}</span> }
    });
    let whose = whose.map(|name| {
        let (title, label) = (name.clone(), name.clone());
        view! { <span class="note-persona" role="img" title=title aria-label=label>{initials(&name)}</span> }
    });
    let votes = (votes > 0).then(|| {
        let words = t.map_votes(u64::from(votes));
        let label = words.clone();
        view! {
            <span class="note-votes" role="img" data-votes=votes.to_string() title=words aria-label=label>
                {map.desk.formats().count(u64::from(votes))}
            </span>
        }
    });
    Some(view! { <span class=class id=id>{moment}{channel}{whose}{votes}</span> }.into_any())
}

/// The first letters of the first two words of a name.
fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
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
                <InPlaceField label class="note-field" lines=true longest=LIST on_done=done />
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
