//! The funnel seen from the buyer's side (method row 18): map and funnel drawn over one another, with the numbers as a table.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page;
use crate::chart::Words;
use crate::chart::overlay::{Overlay as Drawing, OverlayPhase, OverlayStage};
use crate::metrics::{Census, Figure, FunnelFigure, PhaseFigures, Rule, drop_off, funnel, leaving};
use crate::model::{Lane, Mood, Note, Phase, Row, Rung, Stage, StageId};
use crate::ui::insights::{Export, Numbers, Way};

use super::mood::{persona, sentence};
use super::{Map, use_map};

/// How many moments of truth and pains of a phase are named.
const NAMED: usize = 2;
/// The width of a drawing until the browser has measured, and at least in a file, in CSS pixels.
const WIDTH: u32 = 960;

/// Whether the picture is shown; shared by the button and the picture.
#[derive(Clone, Copy)]
pub struct OverlayShown(RwSignal<bool>);

impl OverlayShown {
    /// Makes it known to the parts of the map.
    pub fn provide() {
        provide_context(OverlayShown(RwSignal::new(false)));
    }
}

/// The button that shows the picture and takes it away.
#[component]
pub fn OverlayButton() -> impl IntoView {
    let map = use_map();
    let OverlayShown(shown) = expect_context();
    let panel = map.desk.element_id("overlay");
    view! {
        <button
            type="button"
            class="button"
            data-action="map-overlay"
            aria-expanded=move || shown.get().to_string()
            aria-controls=panel
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {map.desk.t().drawn_overlay()}
        </button>
    }
}

/// The picture, where it was asked for.
#[component]
pub fn Overlay() -> impl IntoView {
    let map = use_map();
    let OverlayShown(shown) = expect_context();
    view! {
        <div class="overlay" class:is-shown=move || shown.get() id=map.desk.element_id("overlay")>
            <Show when=move || shown.get()>
                <Figure />
            </Show>
        </div>
    }
}

#[component]
fn Figure() -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let room = NodeRef::<Div>::new();
    let width = RwSignal::new(WIDTH);
    let rtl = RwSignal::new(false);
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(element) = room.get() {
            rtl.set(page::is_rtl(&element));
            watch.set_value(page::SizeWatch::new(&element.clone(), move || {
                let now = u32::try_from(element.client_width()).unwrap_or(0);
                if now > 0 && width.try_get_untracked().is_some_and(|before| before != now) {
                    width.set(now);
                }
            }));
        }
    });
    let shown = map.insights.census;
    let made = Memo::new(move |_| {
        desk.structure.track();
        shown.with(|census| census.as_ref().map(|census| drawing(map, census)))
    });
    let drawing = Memo::new(move |_| made.with(|made| made.as_ref().map(|(drawing, _)| drawing.clone())));
    // The counts lead to their deals.
    let way = Way::new(move |(row, column): (usize, usize)| {
        let rung = made.with(|made| made.as_ref()?.1.get(row).copied().flatten());
        let figure = |rung| Figure::Funnel(FunnelFigure::Rung { rule: Rule::Furthest, rung });
        rung.filter(|_| column == 2).map(figure)
    });
    let svg = move || {
        let prefix = desk.element_id("overlay-drawing");
        drawing.with(|drawing| Some(drawing.as_ref()?.svg(width.get(), rtl.get(), &prefix)))
    };
    let for_files = Callback::new(move |()| {
        let prefix = desk.element_id("overlay-file");
        let wide = width.get_untracked().max(WIDTH);
        drawing.with_untracked(|drawing| Some(drawing.as_ref()?.svg(wide, rtl.get_untracked(), &prefix)))
    });
    let title = Signal::derive(move || {
        drawing
            .with(|drawing| drawing.as_ref().map(|drawing| drawing.words.title.clone()).unwrap_or_default())
    });
    let table = Signal::derive(move || drawing.with(|drawing| drawing.as_ref().map(Drawing::table)));
    let name = Signal::stored(t.drawn_overlay_name().to_owned());
    let rule = Signal::stored(t.drawn_overlay_rule().to_owned());
    view! {
        <figure class="insight overlay-figure" data-chart="journey-funnel">
            <figcaption>
                <div class="insight-head">
                    <h2>{move || title.get()}</h2>
                    <Export key="journey-funnel" name title rule table draw=for_files has_drawing=true />
                </div>
                <p class="insight-rule">{t.drawn_overlay_rule()}</p>
            </figcaption>
            <div class="overlay-drawing" node_ref=room role="group" aria-label=t.drawn_overlay_name() tabindex="0">
                // It is our own markup: `chart` writes a fixed set of elements and escapes every text in it.
                {move || svg().map(|svg| view! { <div inner_html=svg></div> })}
            </div>
            <Numbers name table way=Some(way) />
        </figure>
    }
}

/// What is drawn, of the map that is shown, and which rung each row of the table is of. Tracks the map.
fn drawing(map: Map, census: &Census) -> (Drawing, Vec<Option<Rung>>) {
    let desk = map.desk;
    let t = desk.t();
    let formats = desk.formats();
    let persona = persona(map);
    let steps = funnel(census, Rule::Furthest).steps;
    let reached =
        |rung: Rung| steps.iter().find(|step| step.rung == rung).map_or(0, |step| step.reached.count);
    let figures = map.figures.get();
    let phases = map.phases.get();
    let stage = |id: &StageId| {
        let stage = desk.with(|session| session.workspace().get::<Stage>(*id).cloned())?;
        let count = reached(Rung::Stage(*id));
        let shown = OverlayStage {
            name: stage.name.clone(),
            hue: desk.colour(&stage),
            count,
            text: formats.count(count),
        };
        Some((Some(Rung::Stage(*id)), shown))
    };
    let notes = desk.with(|session| {
        let pipeline = census.population().pipeline;
        let notes = session.workspace().map_notes(pipeline, persona).into_iter();
        notes.flat_map(|(_, notes)| notes.into_iter().cloned()).collect::<Vec<_>>()
    });
    let mut moods: Vec<Mood> = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut rungs: Vec<Option<Rung>> = Vec::new();
    let mut drawn: Vec<OverlayPhase> = Vec::new();
    for id in &phases {
        let Some(phase) = desk.with(|session| session.workspace().get::<Phase>(*id).cloned()) else {
            continue;
        };
        let of = figures.iter().find(|found| found.phase == *id);
        let own = of.into_iter().flat_map(|found: &PhaseFigures| found.stages.iter().filter_map(stage));
        let (own_rungs, stages): (Vec<_>, Vec<_>) = own.unzip();
        rungs.extend(own_rungs);
        let share = of.map(drop_off).and_then(|rate| Some((rate.value()?, rate)));
        let written =
            share.map(|(share, rate)| t.drawn_left(&formats.percent_whole(share), rate.part, rate.of));
        let own = || notes.iter().filter(|note| note.phase == *id);
        let text = |note: &std::sync::Arc<Note>| note.text.clone();
        let mut pains: Vec<_> = own().filter(|note| note.lane == Lane::PainPoints).collect();
        // What was voted for comes first; else as the map has them.
        pains.sort_by_key(|note| std::cmp::Reverse(note.vote_count()));
        let mood = phase.mood_of(persona);
        moods.push(mood);
        let leave = written.clone().unwrap_or_else(|| t.no_figure().into());
        let row = |stage: &str, count: &str| {
            [&phase.name, stage, count, &t.mood_figure(mood.now), &leave].map(str::to_owned).to_vec()
        };
        rows.extend(stages.iter().map(|stage| row(&stage.name, &stage.text)));
        if stages.is_empty() {
            rungs.push(None);
            rows.push(row(t.no_figure(), t.no_figure()));
        }
        drawn.push(OverlayPhase {
            name: phase.name.clone(),
            mood: mood.now,
            mood_text: t.mood_figure(mood.now),
            aim: mood.aim,
            stages,
            leave: written.map(|written| t.drawn_overlay_leave(&written)).unwrap_or_default(),
            moments: own().filter(|note| note.moment).take(NAMED).map(text).collect(),
            pains: pains.into_iter().take(NAMED).map(text).collect(),
        });
    }
    let won = reached(Rung::Won);
    let none = t.no_figure().to_owned();
    rows.push(vec![t.won().into(), none.clone(), formats.count(won), none.clone(), none]);
    let now: Vec<i8> = moods.iter().map(|mood| mood.now).collect();
    let heads = [t.drawn_head_phase(), t.head_stage(), t.head_deals(), t.mood(), t.drawn_leave()];
    let title = sentence(desk, leaving(&figures, &now));
    let row_name = |row: Row| map.row_name(row).get_untracked();
    rungs.push(Some(Rung::Won));
    let drawing = Drawing {
        words: Words {
            title,
            description: t.drawn_overlay_rule().into(),
            heads: heads.map(str::to_owned).to_vec(),
        },
        phases: drawn,
        won: (won, t.drawn_overlay_won(won)),
        heads: (t.drawn_moments().into(), row_name(Row::Notes(Lane::PainPoints))),
        rows,
    };
    (drawing, rungs)
}
