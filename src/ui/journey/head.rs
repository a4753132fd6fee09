//! The heads of the columns: phases and their steps, each with a name to write in place and a menu.

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, ItemId, Phase, PhaseEdit, PhaseId, Rank, Step, in_order};
use crate::ui::parts::{How, Icon, InPlace, Popup, Sign, below, focus_found};

use super::carry::{Carry, move_phase};
use super::state::{Column, Map, Spot, use_map};

/// The heads: phases, and where one has steps a second row for these.
#[component]
pub fn Heads(carry: Carry) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let deep =
        Memo::new(move |_| map.columns.with(|columns| columns.iter().any(|column| column.step.is_some())));
    let rows = move || if deep.get() { "2" } else { "1" };
    view! {
        <thead>
            <tr>
                <th class="lane-head map-corner" scope="col" rowspan=rows>
                    <span class="hidden">{t.lane_word()}</span>
                </th>
                <For each=move || map.phases.get() key=|id| *id let:id>
                    <PhaseHead id deep carry />
                </For>
            </tr>
            <Show when=move || deep.get()>
                <tr class="step-row">
                    <For
                        each=move || map.columns.get().into_iter().filter_map(|column| Some((column.phase, column.step?)))
                        key=|step| *step
                        let:step
                    >
                        <StepHead phase=step.0 step=step.1 />
                    </For>
                </tr>
            </Show>
        </thead>
    }
}

/// The name at the top of the columns of a phase. It is dragged to another place.
#[component]
fn PhaseHead(id: PhaseId, deep: Memo<bool>, carry: Carry) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let spot = Spot::Name(id);
    let name = map.name(id);
    let colspan = map.colspan(id);
    let bare =
        Memo::new(move |_| map.columns.with(|columns| columns.contains(&Column { phase: id, step: None })));
    let keep = move |typed: String| {
        if typed != name.get_untracked() {
            edit(map, id, PhaseEdit::Name(typed));
        }
    };
    view! {
        <th
            class="phase-head"
            scope=move || if bare.get() { "col" } else { "colgroup" }
            colspan=move || colspan.get()
            rowspan=move || if deep.get() && bare.get() { "2" } else { "1" }
            data-phase=id.to_string()
        >
            <div class="head-line">
                <InPlace
                    editing=map.is_editing(spot)
                    text=name
                    label=t.rename_phase()
                    class="phase-name"
                    field_class="phase-field"
                    title=t.rename_phase()
                    on_edit=move |()| {
                        if carry.is_click() {
                            map.editing.set(Some(spot));
                        }
                    }
                    on_done=move |(typed, how): (String, How)| {
                        named(map, spot, format!("[data-phase='{id}'] .phase-name"), typed, how, keep);
                    }
                />
                <More column=Column { phase: id, step: None } label=Signal::derive(move || t.map_menu_of(&name.get())) />
            </div>
        </th>
    }
}

/// The name of a step.
#[component]
fn StepHead(phase: PhaseId, step: ItemId) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let spot = Spot::Step(phase, step);
    let name = map.step_name(phase, step);
    let keep = move |typed: String| {
        let found = step_of(map, phase, step).filter(|found| found.name != typed);
        if let Some(found) = found {
            edit(map, phase, PhaseEdit::Step(step, Some(Step { name: typed, ..found })));
        }
    };
    view! {
        <th class="step-head" scope="col" data-step=step.to_string()>
            <div class="head-line">
                <InPlace
                    editing=map.is_editing(spot)
                    text=name
                    label=t.map_rename_step()
                    class="step-title"
                    field_class="step-field"
                    title=t.map_rename_step()
                    on_edit=move |()| map.editing.set(Some(spot))
                    on_done=move |(typed, how): (String, How)| {
                        named(map, spot, format!("[data-step='{step}'] .step-title"), typed, how, keep);
                    }
                />
                <More
                    column=Column { phase, step: Some(step) }
                    label=Signal::derive(move || t.map_menu_of(&name.get()))
                />
            </div>
        </th>
    }
}

/// The writing of a name in place is over.
pub fn named(map: Map, spot: Spot, back: String, typed: String, how: How, keep: impl Fn(String)) {
    if map.end(spot) {
        if how != How::Left {
            map.focus(back);
        }
        if how != How::Escaped {
            keep(typed.trim().to_owned());
        }
    }
}

/// The button that opens the menu of a phase or a step.
#[component]
fn More(column: Column, label: Signal<String>) -> impl IntoView {
    let map = use_map();
    view! {
        <button
            type="button"
            class="icon-button head-more"
            aria-haspopup="dialog"
            aria-label=move || label.get()
            on:click=move |event| {
                if let Some(button) = page::closest(&event, "button") {
                    map.head_menu.set(Some((column, below(&button))));
                }
            }
        >
            <Icon sign=Sign::Dots />
        </button>
    }
}

/// One edit of a phase.
pub fn edit(map: Map, phase: PhaseId, edit: PhaseEdit) -> bool {
    map.desk.dispatch(Command::EditPhase { phase, edit }, Deed::EditJourney)
}

fn steps_of(map: Map, phase: PhaseId) -> Vec<(ItemId, Step)> {
    map.desk.with(|session| {
        let phase = session.workspace().get::<Phase>(phase);
        let steps = phase.map(|phase| in_order(&phase.steps)).unwrap_or_default();
        steps.into_iter().map(|(id, step)| (id, step.clone())).collect()
    })
}

fn step_of(map: Map, phase: PhaseId, step: ItemId) -> Option<Step> {
    steps_of(map, phase).into_iter().find(|(id, _)| *id == step).map(|(_, step)| step)
}

/// Adds a step behind the others of a phase, and lets it be named.
fn add_step(map: Map, phase: PhaseId) {
    let steps = steps_of(map, phase);
    let last = steps.last().map(|(_, step)| step.rank.clone());
    let Some(rank) = Rank::between(last.as_ref(), None) else { return };
    let id = ItemId(map.desk.new_id());
    let name = map.desk.t().map_new_step(steps.len() as u64 + 1);
    if edit(map, phase, PhaseEdit::Step(id, Some(Step { rank, name }))) {
        map.editing.set(Some(Spot::Step(phase, id)));
    }
}

/// Puts a step to another place among those of its phase, counted from 0.
fn move_step(map: Map, phase: PhaseId, step: ItemId, to: usize) {
    let mut steps = steps_of(map, phase);
    let Some(from) = steps.iter().position(|(id, _)| *id == step) else { return };
    let moved = steps.remove(from);
    steps.insert(to.min(steps.len()), moved);
    let Some(ranks) = Rank::spread(None, steps.len()) else { return };
    let total = steps.len();
    let name = map.step_words(phase, step);
    let edits = steps.into_iter().zip(ranks).map(|((id, step), rank)| Command::EditPhase {
        phase,
        edit: PhaseEdit::Step(id, Some(Step { rank, ..step })),
    });
    if map.desk.dispatch(Command::Batch(edits.collect()), Deed::EditJourney) {
        map.desk.say(map.desk.t().reordered(&name, to + 1, total));
    }
}

/// What has the focus once a phase or a step is gone: the menu of the next, else of the one before; for the last step that of its
/// phase, for the last phase what adds some.
fn after(map: Map, column: Column) -> String {
    fn beside<T: Copy + PartialEq>(all: &[T], gone: T) -> Option<T> {
        let at = all.iter().position(|one| *one == gone)?;
        all.get(at + 1).or(at.checked_sub(1).and_then(|before| all.get(before))).copied()
    }
    let Column { phase, step } = column;
    match step {
        Some(step) => {
            let steps: Vec<ItemId> = steps_of(map, phase).into_iter().map(|(id, _)| id).collect();
            match beside(&steps, step) {
                Some(next) => format!("[data-step='{next}'] .head-more"),
                None => format!("[data-phase='{phase}'] .head-more"),
            }
        }
        None => match map.phases.with_untracked(|phases| beside(phases, phase)) {
            Some(next) => format!("[data-phase='{next}'] .head-more"),
            None => "[data-action='add-phases']".into(),
        },
    }
}

/// The menu of a phase or of a step.
#[component]
pub fn HeadMenu(
    /// Of which column.
    column: Column,
    /// Where it opens, in the window.
    at: (i32, i32),
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let Column { phase, step } = column;
    let (name, spot, head) = match step {
        Some(step) => {
            (map.step_words(phase, step), Spot::Step(phase, step), format!("[data-step='{step}'] .head-more"))
        }
        None => (map.phase_words(phase), Spot::Name(phase), format!("[data-phase='{phase}'] .head-more")),
    };
    let (here, count) = match step {
        Some(step) => {
            let steps = steps_of(map, phase);
            (steps.iter().position(|(id, _)| *id == step), steps.len())
        }
        None => map.phases.with_untracked(|phases| (phases.iter().position(|id| *id == phase), phases.len())),
    };
    let (here, last) = (here.unwrap_or(0), count.saturating_sub(1));
    let head = StoredValue::new(head);
    let gone = move || map.head_menu.set(None);
    let close = move || {
        gone();
        map.focus(head.get_value());
    };
    let put = move |to: usize| {
        close();
        match step {
            Some(step) => move_step(map, phase, step, to),
            None => {
                move_phase(map, phase, to);
            }
        }
    };
    let title = t.map_menu_of(&name);
    let remove = move |_| {
        gone();
        let after = after(map, column);
        let (command, told) = match step {
            Some(step) => {
                let edit = PhaseEdit::Step(step, None);
                (Command::EditPhase { phase, edit }, t.map_step_removed(&name, count == 1))
            }
            None => (Command::RemovePhase(phase), t.map_phase_removed(&name)),
        };
        if desk.dispatch(command, Deed::EditJourney) {
            focus_found(desk, format!("[data-view='journey'] :is({after})"));
            desk.notify_undo(told);
        }
    };
    let stages = step.is_none().then(|| {
        let link = move |_| {
            gone();
            map.linking.set(Some((phase, at)));
        };
        view! { <button type="button" data-do="stages" on:click=link>{t.map_stages()}</button> }
    });
    let rename = move |_| {
        gone();
        map.editing.set(Some(spot));
    };
    let add = move |_| {
        gone();
        add_step(map, phase);
    };
    view! {
        <Popup label=title at on_close=move |()| close() class="head-menu">
            <button type="button" data-do="earlier" disabled=here == 0 on:click=move |_| put(here.saturating_sub(1))>
                {t.map_earlier()}
            </button>
            <button type="button" data-do="later" disabled=here == last on:click=move |_| put(here + 1)>
                {t.map_later()}
            </button>
            <hr />
            <button type="button" data-do="rename" on:click=rename>{t.map_rename()}</button>
            <button type="button" data-do="add-step" on:click=add>{t.map_add_step()}</button>
            {stages}
            <hr />
            <button type="button" data-do="remove" on:click=remove>
                {if step.is_some() { t.map_remove_step() } else { t.map_remove_phase() }}
            </button>
        </Popup>
    }
}
