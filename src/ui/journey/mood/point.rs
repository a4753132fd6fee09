//! A point of a curve: a slider from −2 to +2.

use leptos::prelude::*;

use crate::browser::page::{self, KeyboardEvent, PointerEvent};
use crate::chart::mood::{HIGHEST, LOWEST, Slots, mood_at};
use crate::model::PhaseId;

use super::super::use_map;
use super::{Curves, Held, Which, percent, set_mood};

/// The point of a phase.
#[component]
pub fn Point(
    /// The phase and its number.
    entry: (usize, PhaseId),
    /// On which curve.
    which: Which,
    /// The curves.
    curves: Curves,
) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let (number, id) = entry;
    let Curves { held, track, .. } = curves;
    let name = map.name(id);
    let mood = Memo::new(move |_| curves.value(id, which));
    let unsaid = Memo::new(move |_| which == Which::Aim && curves.mood(id).aim.is_none());
    // Where both stand at one place, the one that is to be stands beside.
    let beside = Memo::new(move |_| which == Which::Aim && curves.value(id, Which::Now) == mood.get());
    let under = move |event: &PointerEvent| {
        let track = track.get_untracked()?;
        let (_, top, _, height) = page::rect(&track);
        Some(mood_at((f64::from(event.client_y()) - top) / height.max(1.0)))
    };
    let is_mine = move |held: &Held| held.phase == id && held.which == which;
    let mine = move |event: &PointerEvent| {
        held.get_untracked().filter(|held| is_mine(held) && held.pointer == event.pointer_id())
    };
    let press = move |event: PointerEvent| {
        if event.button() != 0 || held.get_untracked().is_some() {
            return;
        }
        if let Some(point) = page::closest(&event, ".mood-point") {
            page::capture_pointer(&point, event.pointer_id());
            page::focus(&point);
            let mood = mood.get_untracked();
            held.set(Some(Held { phase: id, which, pointer: event.pointer_id(), mood }));
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
            set_mood(map, id, which, Some(last.mood));
            held.set(None);
        }
    };
    let key = move |event: KeyboardEvent| {
        let now = mood.get_untracked();
        let pressed = event.key();
        let to = match pressed.as_str() {
            "ArrowUp" | "ArrowRight" | "PageUp" => Some(now + 1),
            "ArrowDown" | "ArrowLeft" | "PageDown" => Some(now - 1),
            "Home" => Some(LOWEST),
            "End" => Some(HIGHEST),
            "Delete" | "Backspace" if which == Which::Aim => None,
            "Escape" if held.get_untracked().is_some() => {
                held.set(None);
                Some(now)
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if held.get_untracked().is_none() && pressed != "Escape" {
            set_mood(map, id, which, to);
        }
    };
    let label = move || match which {
        Which::Now => t.mood_in(&name.get()),
        Which::Aim => t.drawn_aim_in(&name.get()),
    };
    let said = move || match unsaid.get() {
        true => t.drawn_aim_unsaid().to_owned(),
        false => t.mood_words(mood.get()),
    };
    let across = move || format!("{}%", curves.slots.with(|slots: &Slots| slots.share(number)) * 100.0);
    view! {
        <div
            class="mood-point"
            class:is-aim=which == Which::Aim
            class:is-unsaid=move || unsaid.get()
            class:is-beside=move || beside.get()
            class:is-held=move || held.get().is_some_and(|held| is_mine(&held))
            class:is-high=move || { mood.get() > 0 }
            class:is-low=move || { mood.get() < 0 }
            role="slider"
            tabindex="0"
            data-phase=id.to_string()
            data-mood=if which == Which::Aim { "aim" } else { "now" }
            aria-orientation="vertical"
            aria-label=label
            aria-valuemin=LOWEST.to_string()
            aria-valuemax=HIGHEST.to_string()
            aria-valuenow=move || mood.get().to_string()
            aria-valuetext=said
            title=move || t.mood_words(mood.get())
            style:inset-inline-start=across
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
            <span class="mood-figure" dir="ltr" aria-hidden="true">
                {move || if unsaid.get() { String::new() } else { t.mood_figure(mood.get()) }}
            </span>
        </div>
    }
}
