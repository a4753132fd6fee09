//! The parking lot: thoughts without a place yet, and the way into a cell of the map.

use leptos::prelude::*;

use crate::model::{ItemId, Parked, PipelineEdit, Rank, in_order};
use crate::ui::parts::Capture;

use super::notes::CellPicks;
use super::row::Row;
use super::use_room;

/// Where the next one is written.
pub const FIELD: &str = "[data-field='park']";

/// The thoughts, and the cell that they can go to.
#[component]
pub fn Parking() -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let ids = Memo::new(move |_| {
        room.pipeline.with(|pipeline| {
            let parked =
                pipeline.as_ref().map(|pipeline| in_order(&pipeline.workshop.parked)).unwrap_or_default();
            parked.into_iter().rev().map(|(id, _)| id).collect::<Vec<_>>()
        })
    });
    let add = move |lines: Vec<String>| {
        let Some(pipeline) = room.pipeline.get_untracked() else { return false };
        let last = in_order(&pipeline.workshop.parked).last().map(|(_, last)| last.rank.clone());
        let ranks = Rank::spread(last.as_ref(), lines.len()).unwrap_or_default();
        let said = lines.last().cloned().unwrap_or_default();
        let commands = lines.into_iter().zip(ranks).filter_map(|(text, rank)| {
            room.edit(PipelineEdit::Parked(ItemId(desk.new_id()), Some(Parked { rank, text })))
        });
        let commands = commands.collect();
        let added = room.dispatch(commands);
        if added {
            desk.say(t.workshop_parked_one(&said));
        }
        added
    };
    let target = Memo::new(move |_| {
        let column = room.chosen_column()?;
        Some(t.workshop_in(&room.lane_name(room.chosen_lane()), &room.column_name(column)))
    });
    view! {
        <div class="workshop-split">
            <div class="workshop-side">
                <Show when=move || target.get().is_some()>
                    <p class="workshop-target">
                        {t.workshop_to_cell()} " " <b dir="auto">{move || target.get()}</b>
                    </p>
                    <CellPicks />
                </Show>
            </div>
            <div class="workshop-main">
                <Capture name="park" label=t.workshop_park() hint=t.workshop_park_hint() on_add={move |lines: Vec<String>| add(lines)} />
                <Show when=move || ids.with(Vec::is_empty)>
                    <p class="workshop-none">{t.workshop_no_parked()}</p>
                </Show>
                <ul class="workshop-list" data-list="parked">
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Thought id target />
                    </For>
                </ul>
            </div>
        </div>
    }
}

/// A parked thought.
#[component]
fn Thought(id: ItemId, target: Memo<Option<String>>) -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let parked = Memo::new(move |_| {
        room.pipeline.with(|pipeline| pipeline.as_ref()?.workshop.parked.get(&id).cloned())
    });
    let text = Memo::new(move |_| parked.get().map(|parked| parked.text).unwrap_or_default());
    let make_note = move |said: String| {
        let Some((column, lane)) =
            untrack(|| room.chosen_column().map(|column| (column, room.chosen_lane())))
        else {
            return;
        };
        let mut commands = room.notes(column, lane, vec![said.clone()]);
        commands.extend(room.edit(PipelineEdit::Parked(id, None)));
        if room.dispatch(commands) {
            let (row, phase) = untrack(|| (room.lane_name(lane), room.column_name(column)));
            desk.notify_undo(t.workshop_became_note(&said, &row, &phase));
            room.focus(FIELD.into());
        }
    };
    let write = move |text: String| {
        let parked = parked.get_untracked();
        parked.is_some_and(|parked| room.change(PipelineEdit::Parked(id, Some(Parked { text, ..parked }))))
    };
    view! {
        <li class="workshop-row" data-parked=id.to_string()>
            <Row
                name="parked"
                label=t.workshop_parked_text()
                text
                on_change=Callback::new(write)
                action=("make-note", t.workshop_make_note())
                on_make=Callback::new(make_note)
                into=target
                on_delete=Callback::new(move |()| room.change(PipelineEdit::Parked(id, None)))
                focus=FIELD
            />
        </li>
    }
}
