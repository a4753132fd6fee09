//! The timer: minutes that run down by the desk's clock. It is no data and is kept nowhere.

use leptos::prelude::*;

use crate::browser::page;
use crate::model::Timestamp;
use crate::ui::desk::Desk;
use crate::ui::parts::NumberField;

use super::use_room;

/// How often the clock is looked at, in milliseconds.
const TICK_MS: u32 = 200;
const MINUTE_MS: i64 = 60_000;
/// How long it is at first, and at most, in minutes.
const AT_FIRST: i64 = 10;
const AT_MOST: i64 = 240;

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Still; with so many milliseconds left.
    Still(i64),
    /// It ends then.
    Until(Timestamp),
    /// Time is up.
    Up,
}

/// The timer.
#[derive(Clone, Copy)]
pub struct Timer {
    desk: Desk,
    minutes: RwSignal<i64>,
    stand: RwSignal<Stand>,
    /// What is left, in milliseconds.
    left: RwSignal<i64>,
}

impl Timer {
    /// A timer that stands still.
    pub fn new(desk: Desk) -> Timer {
        let minutes =
            desk.prefs.get::<i64>("workshop-minutes").filter(|minutes| (1..=AT_MOST).contains(minutes));
        let minutes = minutes.unwrap_or(AT_FIRST);
        let left = minutes * MINUTE_MS;
        Timer {
            desk,
            minutes: RwSignal::new(minutes),
            stand: RwSignal::new(Stand::Still(left)),
            left: RwSignal::new(left),
        }
    }

    fn set(self, minutes: i64) {
        self.minutes.set(minutes);
        self.desk.prefs.set("workshop-minutes", minutes);
        self.reset();
    }

    fn reset(self) {
        let left = self.minutes.get_untracked() * MINUTE_MS;
        self.left.set(left);
        self.stand.set(Stand::Still(left));
    }

    fn start(self) {
        let Stand::Still(left) = self.stand.get_untracked() else { return };
        let until = Timestamp(self.desk.now().0 + left);
        self.stand.set(Stand::Until(until));
        page::spawn(async move {
            // Ends with another stand, or with the view.
            while self.stand.try_get_untracked() == Some(Stand::Until(until)) {
                let before = self.left.get_untracked();
                let left = until.0 - self.desk.now().0;
                self.left.set(left.max(0));
                if left <= 0 {
                    self.stand.set(Stand::Up);
                    self.desk.say(self.desk.t().workshop_time_up().into());
                    return;
                }
                if before > MINUTE_MS && left <= MINUTE_MS {
                    self.desk.say(self.desk.t().workshop_minute_left().into());
                }
                page::sleep(TICK_MS).await;
            }
        });
    }

    fn pause(self) {
        if let Stand::Until(until) = self.stand.get_untracked() {
            let left = (until.0 - self.desk.now().0).max(0);
            self.left.set(left);
            self.stand.set(Stand::Still(left));
        }
    }
}

/// The time that is left, and what can be done with it.
#[component]
pub fn TimerBar() -> impl IntoView {
    let room = use_room();
    let timer = room.timer;
    let desk = timer.desk;
    let t = desk.t();
    let runs = Memo::new(move |_| matches!(timer.stand.get(), Stand::Until(_)));
    let up = Memo::new(move |_| timer.stand.get() == Stand::Up);
    let begun = Memo::new(move |_| timer.stand.get() != Stand::Still(timer.minutes.get() * MINUTE_MS));
    // A second that has begun still counts.
    let seconds = Memo::new(move |_| timer.left.get().saturating_add(999) / 1000);
    let written = move || {
        let seconds = seconds.get();
        format!("{}:{:02}", seconds / 60, seconds % 60)
    };
    let word = move || match timer.stand.get() {
        Stand::Until(_) => t.workshop_pause(),
        Stand::Still(_) if begun.get() => t.workshop_go_on(),
        _ => t.workshop_start(),
    };
    let press = move |_| match timer.stand.get_untracked() {
        Stand::Until(_) => timer.pause(),
        Stand::Still(_) => timer.start(),
        Stand::Up => {
            timer.reset();
            timer.start();
        }
    };
    view! {
        <div
            class="timer"
            class:is-up=move || up.get()
            role="group"
            aria-label=t.workshop_timer()
            data-timer=move || if up.get() { "up" } else if runs.get() { "runs" } else { "still" }
        >
            <span class="timer-left" role="timer" aria-live="off" data-seconds=move || seconds.get().to_string()>
                {written}
            </span>
            {move || up.get().then(|| view! { <strong class="timer-up">{t.workshop_time_up()}</strong> })}
            <div class="timer-minutes">
                <NumberField
                    name="workshop-minutes"
                    label=t.workshop_minutes()
                    value=Signal::derive(move || Some(timer.minutes.get()))
                    min=1
                    max=AT_MOST
                    unit=t.workshop_minutes()
                    on_change={move |minutes: Option<i64>| {
                        minutes.is_some_and(|minutes| {
                            timer.set(minutes);
                            true
                        })
                    }}
                    bare=true
                />
            </div>
            <button type="button" class="button" data-action="timer" on:click=press>{word}</button>
            <button
                type="button"
                class="button"
                data-action="timer-reset"
                disabled=move || !begun.get()
                on:click=move |_| timer.reset()
            >
                {t.workshop_reset()}
            </button>
        </div>
    }
}
