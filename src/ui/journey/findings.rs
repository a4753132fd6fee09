//! What the map and the deals say of one another: a quiet line above the map, and behind it the findings with the way to each.

use std::sync::Arc;

use leptos::prelude::*;

use crate::metrics::{Flaw, MapEvidence, MapFinding, map_findings};
use crate::model::{Cell, PhaseId, Row, RowStyle, Stage};
use crate::ui::desk::View;
use crate::ui::insights::{FindingList, SIGN, Said, map_said};
use crate::ui::parts::Icon;

use super::cell::cell_name;
use super::state::{Map, use_map};

/// The line, and what is behind it. Nothing while there is nothing to say.
#[component]
pub fn MapFindings() -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let found =
        map.insights.report(move |census| desk.with(|session| map_findings(session.workspace(), census)));
    let (open, with_dismissed) = (RwSignal::new(false), RwSignal::new(false));
    // The names of stages, phases and rows stand in them: what else changes on the map draws nothing anew.
    let names = Memo::new(move |_| {
        let phases = map.phases.get().into_iter().map(|phase| map.phase_words(phase));
        let stages = desk.ladder().into_iter().map(|stage| stage.name.clone());
        let rows = map.rows.get().into_iter().map(|(_, style)| style.name);
        phases.chain(stages).chain(rows).collect::<Vec<_>>()
    });
    let put_away = Memo::new(move |_| desk.current_pipeline().map(|pipeline| pipeline.dismissed.clone()));
    let all = move || {
        let said = |finding: &MapFinding| Said { next: next(map, finding), ..map_said(desk, finding) };
        found.with(|found| found.iter().flatten().map(said).collect::<Vec<_>>())
    };
    let line = move || {
        names.with(|_| ());
        put_away.with(|_| ());
        found.with(|_| ());
        let all = untrack(all);
        let count = untrack(|| all.iter().filter(|said| !said.is_away(desk)).count()) as u64;
        let away = all.len() as u64 - count;
        let text = match count {
            0 => t.finding_dismissed(away, &desk.formats().count(away)),
            _ => t.mapfind_count(count, &desk.formats().count(count)),
        };
        (!all.is_empty()).then(|| {
            let all = StoredValue::new(all);
            view! {
                <button
                    type="button"
                    class="link-button map-findings-line"
                    data-action="map-findings"
                    data-value=count.to_string()
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| {
                        with_dismissed.set(count == 0);
                        open.update(|open| *open = !*open);
                    }
                >
                    {text}
                </button>
                {move || {
                    open.get()
                        .then(|| {
                            view! {
                                <div class="map-findings-list">
                                    <FindingList all=all.get_value() with_dismissed />
                                </div>
                            }
                        })
                }}
            }
        })
    };
    view! {
        <section class="map-findings" data-part="map-findings" aria-label=t.mapfind_title()>
            <Unlinked />
            {line}
        </section>
    }
}

/// Says at once, before the figures have settled, which stages have no phase; unless that was put away.
#[component]
fn Unlinked() -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let unlinked = Memo::new(move |_| {
        let phases = map.phases.get();
        let linked = |stage: &Stage| stage.phase.is_some_and(|phase| phases.contains(&phase));
        let unlinked = desk.ladder().into_iter().filter(|stage| !linked(stage));
        unlinked.map(|stage| (desk.colour(&stage), stage)).collect::<Vec<(u8, Arc<Stage>)>>()
    });
    let dismissed = Memo::new(move |_| {
        let key = Flaw::StagesWithoutPhase.kind();
        desk.current_pipeline().is_some_and(|pipeline| pipeline.dismissed.contains_key(key))
    });
    move || {
        let stages = unlinked.get();
        (!stages.is_empty() && !dismissed.get()).then(|| {
            let count = stages.len() as u64;
            let chips = stages.into_iter().map(|(number, stage)| {
                view! {
                    <li class=format!("phase-chip hue-{}", number) data-stage=stage.id.to_string() dir="auto">
                        {stage.name.clone()}
                    </li>
                }
            });
            view! {
                <div class="map-unlinked" data-note="unlinked">
                    <Icon sign=SIGN />
                    <p>{t.stages_without_phase(count)}</p>
                    <ul class="phase-chips">{chips.collect_view()}</ul>
                </div>
            }
        })
    }
}

/// What to do about a finding: what it is called, and the way to the place where it is done.
fn next(map: Map, finding: &MapFinding) -> Option<(String, Callback<()>)> {
    let t = map.desk.t();
    let to = |selector: String| Callback::new(move |()| map.focus(selector.clone()));
    let stages_of = |phase: Option<&PhaseId>| {
        let own = phase.map(|phase| format!("[data-phase='{phase}'] ")).unwrap_or_default();
        to(format!("{own}.phase-link"))
    };
    let write = |cell: &Cell| {
        let row = map.row_name(Row::Notes(cell.lane)).get_untracked();
        let name = t.mapfind_fill(&row, &map.name(cell.phase).get_untracked());
        (name, to(format!("[data-cell='{}'] .note-add", cell_name(*cell))))
    };
    let said = |row: Row, phase: &PhaseId| {
        let name = t.mapfind_fill(&map.row_name(row).get_untracked(), &map.name(*phase).get_untracked());
        (name, to(format!("[data-said='{phase}-{row}'] .said-text")))
    };
    match (&finding.flaw, &finding.evidence) {
        (Flaw::StagesWithoutPhase, _) => Some((t.mapfind_choose_phase().to_owned(), stages_of(None))),
        (Flaw::Order, _) => Some((t.mapfind_check_stages().to_owned(), stages_of(None))),
        (Flaw::PhasesWithoutStages, MapEvidence::Phases(phases)) => {
            let phase = phases.first()?;
            Some((t.mapfind_choose_stages(&map.name(*phase).get_untracked()), stages_of(Some(phase))))
        }
        (Flaw::NoExit, MapEvidence::Phases(phases)) => Some(said(Row::ExitAction, phases.first()?)),
        (Flaw::NoOwner, MapEvidence::Phases(phases)) => Some(said(Row::Owner, phases.first()?)),
        (_, MapEvidence::Empty { cells, .. }) => cells.first().map(write),
        (_, MapEvidence::Pain { cell, .. }) => {
            let cell = cell.as_ref()?;
            let row = Row::Notes(cell.lane);
            let shown = |(other, style): &(Row, RowStyle)| *other == row && !style.hidden;
            map.rows.with_untracked(|rows| rows.iter().any(shown)).then(|| write(cell))
        }
        (Flaw::BareStages, _) => {
            let desk = map.desk;
            let to = Callback::new(move |()| desk.view.set(View::Process));
            Some((t.mapfind_to_process().to_owned(), to))
        }
        _ => None,
    }
}
