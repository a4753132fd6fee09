//! The buyer's mood: a curve over the phases as it is and one as it is to be, with a point on each for each phase that arrows or a
//! pointer move; and below them the deals that leave.

mod leave;
mod point;

use leptos::html::Div;
use leptos::prelude::*;

use crate::chart::mood::{Curve, HIGHEST, LOWEST, Plot, Slots, curve};
use crate::exchange::Deed;
use crate::model::{Command, Mood, PersonaId, Phase, PhaseEdit, PhaseId, Row};
use crate::ui::desk::Desk;

use super::lanes::LaneSign;
use super::{Map, use_map};

pub use leave::sentence;
use leave::{Finding, LeaveBand};
use point::Point;

/// Width of a column and height of a drawing in its own units; it is stretched to fit.
const UNIT: f64 = 100.0;

/// Which of the two curves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Which {
    /// As it is.
    Now,
    /// As it is to be.
    Aim,
}

/// A point that a pointer holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Held {
    phase: PhaseId,
    which: Which,
    pointer: i32,
    mood: i8,
}

/// What the parts of the row share.
#[derive(Clone, Copy)]
struct Curves {
    /// The moods of the phases in order, with the one that is being dragged.
    moods: Memo<Vec<(PhaseId, Mood)>>,
    /// The phases as slots of the drawing.
    slots: Memo<Slots>,
    held: RwSignal<Option<Held>>,
    track: NodeRef<Div>,
}

impl Curves {
    fn mood(self, phase: PhaseId) -> Mood {
        let found =
            |moods: &Vec<(PhaseId, Mood)>| moods.iter().find(|(id, _)| *id == phase).map(|(_, mood)| *mood);
        self.moods.with(found).unwrap_or_default()
    }

    /// The value of a point; as it is to be, where nobody said, as it is.
    fn value(self, phase: PhaseId, which: Which) -> i8 {
        let mood = self.mood(phase);
        match which {
            Which::Now => mood.now,
            Which::Aim => mood.aim.unwrap_or(mood.now),
        }
    }
}

/// The row of the curves.
#[component]
pub fn MoodRow(
    /// How many columns it runs over.
    count: Memo<usize>,
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let held = RwSignal::new(None::<Held>);
    let track = NodeRef::<Div>::new();
    let moods = Memo::new(move |_| {
        desk.structure.track();
        let (held, persona) = (held.get(), persona(map));
        let shown = |phase: PhaseId| {
            let mood = mood_of(desk, phase, persona);
            match held.filter(|held| held.phase == phase) {
                Some(Held { which: Which::Now, mood: now, .. }) => Mood { now, ..mood },
                Some(Held { which: Which::Aim, mood: aim, .. }) => Mood { aim: Some(aim), ..mood },
                None => mood,
            }
        };
        map.phases.get().into_iter().map(|phase| (phase, shown(phase))).collect::<Vec<_>>()
    });
    let asked = RwSignal::new(false);
    let has_aims = Memo::new(move |_| moods.with(|moods| moods.iter().any(|(_, mood)| mood.aim.is_some())));
    let aiming = Memo::new(move |_| asked.get() || has_aims.get());
    let curves = Curves { moods, slots: slots(map), held, track };
    let across = move || curves.slots.with(Slots::columns) * UNIT;
    let plot = Plot::of_moods(UNIT, UNIT);
    let drawn = Memo::new(move |_| {
        let values: Vec<_> =
            moods.with(|moods| moods.iter().map(|(_, mood)| Some(f64::from(mood.now))).collect());
        curves.slots.with(|slots| curve(&values, slots, &plot))
    });
    let aimed = Memo::new(move |_| {
        if !has_aims.get() {
            return Curve::default();
        }
        let value = |mood: &Mood| Some(f64::from(mood.aim.unwrap_or(mood.now)));
        let values: Vec<_> = moods.with(|moods| moods.iter().map(|(_, mood)| value(mood)).collect());
        curves.slots.with(|slots| curve(&values, slots, &plot))
    });
    let level = move |moods: &[i8]| {
        moods.iter().map(|mood| format!("M0 {}H{}", plot.y(f64::from(*mood)), across())).collect::<String>()
    };
    let name = map.row_name(Row::Mood);
    view! {
        <tr class="map-row row-mood" data-row=Row::Mood.to_string()>
            <th class="lane-head" scope="row">
                <span class="lane-title">
                    <LaneSign row=Row::Mood />
                    <span class="lane-name">{move || name.get()}</span>
                </span>
                <span class="mood-scale" aria-hidden="true">
                    {[HIGHEST, 0, LOWEST]
                        .map(|mood| {
                            view! { <span dir="ltr" style:inset-block-start=percent(mood)>{t.mood_figure(mood)}</span> }
                        })
                        .collect_view()}
                </span>
                <span class="leave-head">{t.drawn_leave()}</span>
            </th>
            <td class="mood-cell" colspan=move || count.get().to_string()>
                <div class="mood-say">
                    <Finding curves />
                    <AimButton asked has_aims />
                </div>
                <div class="mood-track" class:has-aims=move || aiming.get() node_ref=track>
                    <svg
                        class="mood-drawing"
                        viewBox=move || format!("0 0 {} {UNIT}", across())
                        preserveAspectRatio="none"
                        aria-hidden="true"
                    >
                        <path class="mood-level" d=move || level(&[HIGHEST, 1, -1, LOWEST]) />
                        <path class="mood-above" d=move || drawn.get().above />
                        <path class="mood-below" d=move || drawn.get().below />
                        <path class="mood-zero" d=move || level(&[0]) />
                        <path class="mood-aim-line" d=move || aimed.get().line />
                        <path class="mood-line" d=move || drawn.get().line />
                    </svg>
                    <For each=move || map.phases.get().into_iter().enumerate() key=|entry| *entry let:entry>
                        <Point entry which=Which::Now curves />
                    </For>
                    <Show when=move || aiming.get()>
                        <For each=move || map.phases.get().into_iter().enumerate() key=|entry| *entry let:entry>
                            <Point entry which=Which::Aim curves />
                        </For>
                    </Show>
                </div>
                <LeaveBand curves />
            </td>
        </tr>
    }
}

/// Shows the curve as it is to be, or takes it away.
#[component]
fn AimButton(asked: RwSignal<bool>, has_aims: Memo<bool>) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let press = move |_| {
        if !has_aims.get_untracked() {
            asked.update(|asked| *asked = !*asked);
            return;
        }
        let persona = untrack(|| persona(map));
        let phases = map.phases.get_untracked();
        let drop = phases.into_iter().filter_map(|phase| {
            let mood = mood_of(desk, phase, persona);
            mood.aim?;
            Some(edit(phase, persona, Mood { aim: None, ..mood }, Which::Aim))
        });
        asked.set(false);
        desk.dispatch(Command::Batch(drop.collect()), Deed::EditJourney);
    };
    view! {
        <button type="button" class="aim-button" data-action="aim" on:click=press>
            {move || match (has_aims.get(), asked.get()) {
                (true, _) => t.drawn_aim_drop(),
                (false, true) => t.drawn_aim_hide(),
                (false, false) => t.drawn_aim_add(),
            }}
        </button>
    }
}

/// The persona whose moods are shown; `None` for those of all buyers.
pub fn persona(map: Map) -> Option<PersonaId> {
    map.persona.get()
}

/// The phases as slots, each as wide as its columns.
fn slots(map: Map) -> Memo<Slots> {
    let desk = map.desk;
    Memo::new(move |_| {
        desk.structure.track();
        let phases = map.phases.get();
        desk.with(|session| {
            let columns =
                |id: PhaseId| session.workspace().get::<Phase>(id).map_or(1, |phase| phase.columns().len());
            Slots::new(phases.into_iter().map(columns))
        })
    })
}

fn mood_of(desk: Desk, phase: PhaseId, persona: Option<PersonaId>) -> Mood {
    desk.with(|session| {
        session.workspace().get::<Phase>(phase).map(|phase| phase.mood_of(persona)).unwrap_or_default()
    })
}

/// Where a mood stands below the top of the drawing.
fn percent(mood: i8) -> String {
    format!("{}%", Plot::of_moods(1.0, 100.0).y(f64::from(mood)))
}

/// The command that sets one of the moods of a phase.
fn edit(phase: PhaseId, persona: Option<PersonaId>, mood: Mood, which: Which) -> Command {
    let edit = match (persona, which) {
        (Some(persona), _) => PhaseEdit::PersonaMood(persona, Some(mood)),
        (None, Which::Now) => PhaseEdit::Mood(mood.now),
        (None, Which::Aim) => PhaseEdit::Aim(mood.aim),
    };
    Command::EditPhase { phase, edit }
}

/// Sets a mood; `None` takes an aim back.
fn set_mood(map: Map, phase: PhaseId, which: Which, to: Option<i8>) {
    let persona = untrack(|| persona(map));
    let before = mood_of(map.desk, phase, persona);
    let to = to.map(|mood| mood.clamp(LOWEST, HIGHEST));
    let mood = match which {
        Which::Now => Mood { now: to.unwrap_or(before.now), ..before },
        Which::Aim => Mood { aim: to, ..before },
    };
    if mood != before {
        map.desk.dispatch(edit(phase, persona, mood, which), Deed::EditJourney);
    }
}
