//! The buyer's mood: one curve over the phases, and a point on it for each that arrows or a pointer move.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page::{self, KeyboardEvent, PointerEvent};
use crate::chart::curve::{HEIGHT, SLOT, curve, height_of, value_at};
use crate::exchange::Deed;
use crate::model::{Command, Phase, PhaseEdit, PhaseId, Row};
use crate::ui::desk::Desk;

use super::lanes::LaneSign;
use super::{Map, use_map};

const LOWEST: i8 = -2;
const HIGHEST: i8 = 2;

/// A point that a pointer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    phase: PhaseId,
    pointer: i32,
    mood: i8,
}

/// The row of the curve.
#[component]
pub fn MoodRow(
    /// How many phases it runs over.
    count: Memo<usize>,
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let held = RwSignal::new(None::<Held>);
    let track = NodeRef::<Div>::new();
    let moods = Memo::new(move |_| {
        desk.structure.track();
        let held = held.get();
        let phases = map.phases.get();
        let shown = |phase: PhaseId| match held {
            Some(held) if held.phase == phase => held.mood,
            _ => mood_of(desk, phase),
        };
        phases.into_iter().map(|phase| (phase, shown(phase))).collect::<Vec<_>>()
    });
    let drawn = Memo::new(move |_| {
        let values: Vec<f64> = moods.with(|moods| moods.iter().map(|(_, mood)| f64::from(*mood)).collect());
        curve(&values)
    });
    let across = move || count.get() as f64 * SLOT;
    let level = move |moods: &[i8]| {
        moods
            .iter()
            .map(|mood| format!("M0 {}H{}", height_of(f64::from(*mood)), across()))
            .collect::<String>()
    };
    view! {
        <tr class="map-row row-mood">
            <th class="lane-head" scope="row">
                <span class="lane-title"><LaneSign row=Row::Mood /><span class="lane-name">{t.mood()}</span></span>
                <span class="mood-scale" aria-hidden="true">
                    {[HIGHEST, 0, LOWEST]
                        .map(|mood| {
                            view! { <span dir="ltr" style:inset-block-start=percent(mood)>{t.mood_figure(mood)}</span> }
                        })
                        .collect_view()}
                </span>
            </th>
            <td class="mood-cell" colspan=move || count.get().to_string()>
                <div class="mood-track" node_ref=track>
                    <svg
                        class="mood-drawing"
                        viewBox=move || format!("0 0 {} {HEIGHT}", across())
                        preserveAspectRatio="none"
                        aria-hidden="true"
                    >
                        <path class="mood-level" d=move || level(&[HIGHEST, 1, -1, LOWEST]) />
                        <path class="mood-above" d=move || drawn.get().above />
                        <path class="mood-below" d=move || drawn.get().below />
                        <path class="mood-zero" d=move || level(&[0]) />
                        <path class="mood-line" d=move || drawn.get().line />
                    </svg>
                    <For each=move || map.phases.get().into_iter().enumerate() key=|entry| *entry let:entry>
                        <Point entry count moods held track />
                    </For>
                </div>
            </td>
        </tr>
    }
}

fn mood_of(desk: Desk, phase: PhaseId) -> i8 {
    desk.with(|session| session.workspace().get::<Phase>(phase).map_or(0, |phase| phase.mood))
}

/// Where a mood stands below the top of the drawing.
fn percent(mood: i8) -> String {
    format!("{}%", height_of(f64::from(mood)) / HEIGHT * 100.0)
}

fn set_mood(map: Map, phase: PhaseId, mood: i8) {
    let mood = mood.clamp(LOWEST, HIGHEST);
    if mood != mood_of(map.desk, phase) {
        map.desk.dispatch(Command::EditPhase { phase, edit: PhaseEdit::Mood(mood) }, Deed::EditJourney);
    }
}

/// A point of the curve: a slider from −2 to +2.
#[component]
fn Point(
    entry: (usize, PhaseId),
    count: Memo<usize>,
    moods: Memo<Vec<(PhaseId, i8)>>,
    held: RwSignal<Option<Held>>,
    track: NodeRef<Div>,
) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let (number, id) = entry;
    let name = map.name(id);
    let mood = Memo::new(move |_| {
        moods.with(|moods| moods.iter().find(|(phase, _)| *phase == id).map_or(0, |(_, mood)| *mood))
    });
    let under = move |event: &PointerEvent| {
        let track = track.get_untracked()?;
        let (_, top, _, height) = page::rect(&track);
        let part = (f64::from(event.client_y()) - top) / height.max(1.0);
        Some(value_at(part) as i8)
    };
    let mine = move |event: &PointerEvent| {
        held.get_untracked().filter(|held| held.phase == id && held.pointer == event.pointer_id())
    };
    let press = move |event: PointerEvent| {
        if event.button() != 0 || held.get_untracked().is_some() {
            return;
        }
        if let Some(point) = page::closest(&event, ".mood-point") {
            page::capture_pointer(&point, event.pointer_id());
            page::focus(&point);
            held.set(Some(Held { phase: id, pointer: event.pointer_id(), mood: mood.get_untracked() }));
        }
    };
    let drag = move |event: PointerEvent| {
        if let (Some(before), Some(mood)) = (mine(&event), under(&event))
            && before.mood != mood
        {
            held.set(Some(Held { mood, ..before }));
        }
    };
    let release = move |event: PointerEvent| {
        if let Some(last) = mine(&event) {
            set_mood(map, id, last.mood);
            held.set(None);
        }
    };
    let key = move |event: KeyboardEvent| {
        let now = mood.get_untracked();
        let to = match event.key().as_str() {
            "ArrowUp" | "ArrowRight" | "PageUp" => now + 1,
            "ArrowDown" | "ArrowLeft" | "PageDown" => now - 1,
            "Home" => LOWEST,
            "End" => HIGHEST,
            "Escape" if held.get_untracked().is_some() => {
                held.set(None);
                now
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if held.get_untracked().is_none() && event.key() != "Escape" {
            set_mood(map, id, to);
        }
    };
    view! {
        <div
            class="mood-point"
            class:is-held=move || held.get().is_some_and(|held| held.phase == id)
            class:is-high=move || { mood.get() > 0 }
            class:is-low=move || { mood.get() < 0 }
            role="slider"
            tabindex="0"
            data-phase=id.to_string()
            aria-orientation="vertical"
            aria-label=move || t.mood_in(&name.get())
            aria-valuemin=LOWEST.to_string()
            aria-valuemax=HIGHEST.to_string()
            aria-valuenow=move || mood.get().to_string()
            aria-valuetext=move || t.mood_words(mood.get())
            style:inset-inline-start=move || format!("{}%", (number as f64 + 0.5) / count.get().max(1) as f64 * 100.0)
            style:inset-block-start=move || percent(mood.get())
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=release
            on:pointercancel=move |event| {
                if mine(&event).is_some() {
                    held.set(None);
                }
            }
            on:keydown=key
        >
            <span class="mood-dot"></span>
            <span class="mood-figure" dir="ltr" aria-hidden="true">{move || t.mood_figure(mood.get())}</span>
        </div>
    }
}
