//! Which rows the map has: shown or hidden, renamed, in another order, and rows of the team's own.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, ItemId, Lane, PipelineEdit, Rank, Row, RowStyle};
use crate::ui::parts::{AddLine, Check, Handle, Icon, Modal, Reorder, Sign, TextField, focus_beside};

use super::lanes::LaneSign;
use super::state::{Map, use_map};

/// A row's number in a list. Numbers of own rows are theirs; those that every map has stand at the other end.
fn number(row: Row) -> u64 {
    match row {
        Row::Notes(Lane::Own(id)) => id.0,
        _ => u64::MAX - Row::ALL.iter().position(|other| *other == row).unwrap_or_default() as u64,
    }
}

/// Changes how a row stands; several as one step.
fn restyle(map: Map, styles: Vec<(Row, Option<RowStyle>)>) -> bool {
    let Some(pipeline) = map.desk.pipeline.get_untracked() else { return false };
    let edits = styles
        .into_iter()
        .map(|(row, style)| Command::EditPipeline { pipeline, edit: PipelineEdit::Row(row, style) });
    map.desk.dispatch(Command::Batch(edits.collect()), Deed::EditJourney)
}

fn style_of(map: Map, row: Row) -> RowStyle {
    let found = map.rows.with_untracked(|rows| rows.iter().find(|(other, _)| *other == row).cloned());
    found.map_or_else(|| row.style(), |(_, style)| style)
}

/// Renames a row; an empty name brings the interface's back, where it has one.
pub fn rename_row(map: Map, row: Row, name: &str) -> bool {
    let (style, name) = (style_of(map, row), name.trim());
    let own = map.desk.t().map_row(row);
    let name = if name == own && !is_own(row) { String::new() } else { name.to_owned() };
    style.name == name || restyle(map, vec![(row, Some(RowStyle { name, ..style }))])
}

/// Shows a row or hides it.
pub fn show_row(map: Map, row: Row, shown: bool) -> bool {
    restyle(map, vec![(row, Some(RowStyle { hidden: !shown, ..style_of(map, row) }))])
}

/// Whether a row is one of the team's own.
pub fn is_own(row: Row) -> bool {
    matches!(row, Row::Notes(Lane::Own(_)))
}

/// Takes one of the team's own rows off the map with its notes, and offers to take that back.
pub fn remove_row(map: Map, row: Row) {
    let t = map.desk.t();
    let name = style_of(map, row).name;
    if restyle(map, vec![(row, None)]) {
        map.desk.notify_undo(t.map_row_removed(&name));
    }
}

/// Puts the row at the first place to the second, both counted from 0 among all rows.
pub fn move_row(map: Map, from: usize, to: usize) -> bool {
    let mut rows = map.rows.get_untracked();
    if from >= rows.len() || to >= rows.len() {
        return false;
    }
    let (row, style) = rows.remove(from);
    let rank = |at: Option<usize>| at.and_then(|at| rows.get(at)).map(|(_, style)| style.rank.clone());
    let (above, below) = (rank(to.checked_sub(1)), rank(Some(to)));
    if let Some(rank) = Rank::between(above.as_ref(), below.as_ref()) {
        return restyle(map, vec![(row, Some(RowStyle { rank, ..style }))]);
    }
    rows.insert(to, (row, style));
    let Some(ranks) = Rank::spread(None, rows.len()) else { return false };
    let anew =
        rows.into_iter().zip(ranks).map(|((row, style), rank)| (row, Some(RowStyle { rank, ..style })));
    restyle(map, anew.collect())
}

/// Adds a row of the team's own behind the others.
fn add_row(map: Map, name: String) -> bool {
    let last = map.rows.with_untracked(|rows| rows.last().map(|(_, style)| style.rank.clone()));
    let Some(rank) = Rank::between(last.as_ref(), None) else { return false };
    let row = Row::Notes(Lane::Own(ItemId(map.desk.new_id())));
    restyle(map, vec![(row, Some(RowStyle { rank, name, hidden: false }))])
}

/// All rows in order, to tick, rename, move, add and remove.
#[component]
pub fn RowsDialog(on_close: Callback<()>) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let ids = Signal::derive(move || {
        map.rows.with(|rows| rows.iter().map(|(row, _)| number(*row)).collect::<Vec<_>>())
    });
    let of =
        move |id: u64| map.rows.with(|rows| rows.iter().map(|(row, _)| *row).find(|row| number(*row) == id));
    let name = move |id: u64| of(id).map(|row| map.row_name(row).get()).unwrap_or_default();
    let moved = move |(from, to): (usize, usize)| move_row(map, from, to);
    view! {
        <Modal title=t.map_rows_title() on_close>
            <p class="soft">{t.map_rows_more()}</p>
            <Reorder
                ids
                label=t.map_rows_title()
                name
                on_move=moved
                class="map-row-list"
                children=move |id| untrack(|| of(id)).map(|row| view! { <Entry row /> })
            />
            <AddLine label=t.map_add_row() field=t.map_row_name() on_add=move |name: String| add_row(map, name) />
        </Modal>
    }
}

#[component]
fn Entry(row: Row) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let name = map.row_name(row);
    let shown = Memo::new(move |_| {
        map.rows.with(|rows| rows.iter().any(|(other, style)| *other == row && !style.hidden))
    });
    view! {
        <div class="map-row-entry" data-row=row.to_string()>
            <Handle id=number(row) />
            <Check
                name="row-shown"
                label=Signal::derive(move || t.map_show_row(&name.get()))
                value=shown
                on_change=move |shown| show_row(map, row, shown)
                bare=true
            />
            <LaneSign row />
            <TextField
                name="row-name"
                label=t.map_row_name()
                value=name
                on_change=move |name: String| rename_row(map, row, &name)
                hint=t.map_row(row)
                bare=true
            />
            {is_own(row)
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="icon-button"
                            title=t.map_remove_row()
                            aria-label=t.map_remove_row()
                            on:click=move |event| {
                                focus_beside(&event, ".reorder-item");
                                remove_row(map, row);
                            }
                        >
                            <Icon sign=Sign::Close />
                        </button>
                    }
                })}
        </div>
    }
}
