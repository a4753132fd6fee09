//! The deals that leave, below the mood on the same axis, and what both say together.

use leptos::prelude::*;

use crate::chart::mood::{Curve, Plot, Slots, curve, top_share};
use crate::i18n::Texts;
use crate::metrics::{Figure, JourneyFigure, Leaving, PhaseFigures, Rate, drop_off, leaving};
use crate::model::{Phase, PhaseId};
use crate::ui::desk::Desk;
use crate::ui::insights::Opens;

use super::super::use_map;
use super::{Curves, UNIT};

/// The finding as a sentence.
pub fn sentence(desk: Desk, found: Leaving) -> String {
    let t: &dyn Texts = desk.t();
    match found {
        Leaving::NoStages => t.drawn_leaving_no_stages().into(),
        Leaving::TooFew(came) => t.drawn_leaving_few(came),
        Leaving::Nobody => t.drawn_leaving_nobody().into(),
        Leaving::Most { phase, share, mood, before } => {
            let name =
                desk.with(|session| session.workspace().get::<Phase>(phase).map(|phase| phase.name.clone()));
            let share = desk.formats().percent_whole(share.value().unwrap_or(0.0));
            t.drawn_leaving_most(&name.unwrap_or_default(), &share, mood, before)
        }
    }
}

/// The finding.
#[component]
pub fn Finding(curves: Curves) -> impl IntoView {
    let map = use_map();
    let found = Memo::new(move |_| {
        let moods: Vec<i8> = curves.moods.with(|moods| moods.iter().map(|(_, mood)| mood.now).collect());
        map.figures.with(|figures| leaving(figures, &moods))
    });
    let said = Memo::new(move |_| {
        map.desk.structure.track();
        sentence(map.desk, found.get())
    });
    view! { <p class="mood-finding" data-finding="leaving">{move || said.get()}</p> }
}

/// The share of its deals that leaves each phase, as a curve.
#[component]
pub fn LeaveBand(curves: Curves) -> impl IntoView {
    let map = use_map();
    let t = map.desk.t();
    let rate_of = move |phase: PhaseId| {
        let found =
            |figures: &Vec<PhaseFigures>| figures.iter().find(|found| found.phase == phase).map(drop_off);
        map.figures.with(found).unwrap_or_default()
    };
    let shares = Memo::new(move |_| {
        let phases = map.phases.get();
        phases.into_iter().map(|phase| rate_of(phase).value()).collect::<Vec<Option<f64>>>()
    });
    let top = Memo::new(move |_| shares.with(|shares| top_share(shares.iter().flatten().copied())));
    let plot = move || Plot { column: UNIT, top: 0.0, height: UNIT, range: (0.0, top.get() * 1.6) };
    let drawn = Memo::new(move |_| {
        if shares.with(|shares| shares.iter().all(Option::is_none)) {
            return Curve::default();
        }
        shares.with(|shares| curves.slots.with(|slots| curve(shares, slots, &plot())))
    });
    let across = move || curves.slots.with(Slots::columns) * UNIT;
    let mark = move |(number, phase): (usize, PhaseId)| {
        let rate = Memo::new(move |_| rate_of(phase));
        let name = map.name(phase);
        let place = move || format!("{}%", curves.slots.with(|slots| slots.share(number)) * 100.0);
        view! {
            <p class="leave-mark" data-phase=phase.to_string() style:inset-inline-start=place>
                {move || written(map.desk, phase, &name.get(), rate.get())}
            </p>
        }
    };
    view! {
        <div class="leave-band" title=t.drawn_leave_rule()>
            <p class="hidden">{t.drawn_leave_rule()}</p>
            <svg
                class="mood-drawing"
                viewBox=move || format!("0 0 {} {UNIT}", across())
                preserveAspectRatio="none"
                aria-hidden="true"
            >
                <path class="leave-area" d=move || drawn.get().above />
                <path class="leave-line" d=move || drawn.get().line />
            </svg>
            <For each=move || map.phases.get().into_iter().enumerate() key=|entry| *entry let:entry>
                {mark(entry)}
            </For>
        </div>
    }
}

/// A share, which leads to its deals, and its sample.
fn written(desk: Desk, phase: PhaseId, name: &str, rate: Rate) -> AnyView {
    let t = desk.t();
    let Some(share) = rate.value() else {
        return view! { <span data-metric="phase-leave" data-value="">{t.no_figure()}</span> }.into_any();
    };
    let figure = Figure::Journey(JourneyFigure::Lost { phase, reason: None });
    let (title, text) = (t.figure_of(name, t.drawn_leave()), desk.formats().percent_whole(share));
    view! {
        <strong><Opens figure title text metric="phase-leave" value=Some(share.to_string()) /></strong>
        <small dir="auto">{t.drawn_left_of(rate.part, rate.of)}</small>
    }
    .into_any()
}
