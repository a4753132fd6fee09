//! The fourth step: the buyer's journey, phase by phase, written as fast as Enter.

use std::sync::Arc;

use leptos::prelude::*;

use crate::metrics::{ASKED, Gap, gaps};
use crate::model::{
    Cell, Command, Lane, NewNote, NoteId, Phase, PhaseEdit, PhaseId, Rank, Row, StageEdit, StageId,
};
use crate::ui::desk::Desk;
use crate::ui::parts::{AddLine, Capture, TextField};

use super::{Guided, use_guide};

/// A phase behind the others.
fn new_phase(desk: Desk, name: &str) -> Option<Command> {
    let pipeline = desk.pipeline.get_untracked()?;
    let last =
        desk.with(|session| session.workspace().phases(pipeline).last().map(|phase| phase.rank.clone()));
    let rank = Rank::between(last.as_ref(), None)?;
    Some(Command::AddPhase(Phase::new(PhaseId(desk.new_id()), pipeline, rank, name)))
}

/// What a row of notes is called on the map that is shown, to be tracked.
pub fn lane_name(desk: Desk, lane: Lane) -> String {
    desk.structure.track();
    let rows = desk.pipeline.get().map(|pipeline| desk.with(|session| session.workspace().rows(pipeline)));
    let row = rows.into_iter().flatten().find(|(row, _)| *row == Row::Notes(lane));
    row.map(|(_, style)| style.name).filter(|name| !name.is_empty()).unwrap_or_else(|| desk.t().lane(lane))
}

/// The phases, and what is asked of the one that is chosen.
#[component]
pub fn Buyer() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let wanted = RwSignal::new(None::<PhaseId>);
    let phases = Memo::new(move |_| {
        desk.structure.track();
        let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
        desk.with(|session| {
            let phases = session.workspace().phases(pipeline).into_iter();
            phases.map(|phase| (phase.id, phase.name.clone())).collect::<Vec<_>>()
        })
    });
    let chosen = Memo::new(move |_| {
        phases.with(|phases| {
            let wanted = wanted.get().filter(|id| phases.iter().any(|(other, _)| other == id));
            wanted.or(phases.first().map(|(id, _)| *id))
        })
    });
    let bare = Memo::new(move |_| {
        desk.structure.track();
        let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
        desk.with(|session| gaps(session.workspace(), pipeline))
    });
    let choose = move |id: PhaseId| {
        guided.settle_fields();
        wanted.set(Some(id));
    };
    let add = move |name: String| {
        let command = new_phase(desk, name.trim());
        command.is_some_and(|command| guided.dispatch(command))
    };
    let add_usual = move |_| {
        let names = [t.awareness(), t.consideration(), t.decision()];
        let Some(pipeline) = desk.pipeline.get_untracked() else { return };
        let ranks = Rank::spread(None, names.len()).unwrap_or_default();
        let phases = names
            .into_iter()
            .zip(ranks)
            .map(|(name, rank)| Command::AddPhase(Phase::new(PhaseId(desk.new_id()), pipeline, rank, name)));
        guided.dispatch(Command::Batch(phases.collect()));
    };
    view! {
        <Show
            when=move || !phases.with(Vec::is_empty)
            fallback=move || {
                view! {
                    <button type="button" class="button button-main" data-action="guide-phases" on:click=add_usual>
                        {t.add_phases()}
                    </button>
                }
            }
        >
            <div class="segments guide-phases" role="group" aria-label=t.guide_phases()>
                <For each=move || phases.get() key=|phase| phase.clone() let:phase>
                    {
                        let (id, name) = phase;
                        let missing = Memo::new(move |_| {
                            bare.with(|bare| bare.iter().filter(|(phase, _)| *phase == id).count() as u64)
                        });
                        view! {
                            <button
                                type="button"
                                class="segment"
                                data-guide-phase=id.to_string()
                                aria-pressed=move || (chosen.get() == Some(id)).to_string()
                                on:click=move |_| choose(id)
                            >
                                <span dir="auto">{name}</span>
                                {move || {
                                    let missing = missing.get();
                                    (missing > 0)
                                        .then(|| {
                                            view! {
                                                <span class="guide-count" title=t.guide_gaps_in(missing)>
                                                    {desk.formats().count(missing)}
                                                    <span class="hidden">{t.guide_gaps_in(missing)}</span>
                                                </span>
                                            }
                                        })
                                }}
                            </button>
                        }
                    }
                </For>
            </div>
        </Show>
        {move || chosen.get().map(|id| view! { <PhaseForm id /> })}
        <AddLine label=t.guide_add_phase() field=t.guide_phase_name() on_add=add />
        <Missing phases=Signal::from(phases) bare choose=Callback::new(choose) />
    }
}

/// What is still empty, each leading to its field.
#[component]
fn Missing(
    phases: Signal<Vec<(PhaseId, String)>>,
    bare: Memo<Vec<(PhaseId, Gap)>>,
    choose: Callback<PhaseId>,
) -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let go = move |phase: PhaseId, gap: Gap| {
        choose.run(phase);
        let selector = match gap {
            Gap::Stages => ".guide-links .stage-chip",
            Gap::ExitAction => "[data-field='guide-exit']",
            Gap::Notes(Lane::Questions) => "[data-guide-lane='questions'] .capture",
            Gap::Notes(Lane::Actions) => "[data-guide-lane='actions'] .capture",
            Gap::Notes(Lane::PainPoints) => "[data-guide-lane='pain_points'] .capture",
            Gap::Notes(_) => "[data-guide-lane='response'] .capture",
        };
        guided.focus(selector);
    };
    let what = move |gap: Gap| match gap {
        Gap::Stages => t.lane_stages().to_owned(),
        Gap::ExitAction => t.map_row(Row::ExitAction),
        Gap::Notes(lane) => lane_name(desk, lane),
    };
    view! {
        <Show when=move || !phases.with(Vec::is_empty)>
            <div class="guide-gaps" data-gaps=move || bare.with(Vec::len).to_string()>
                <p>
                    {move || match bare.with(Vec::len) {
                        0 => t.guide_no_gaps().to_owned(),
                        count => t.guide_gaps(count as u64),
                    }}
                </p>
                <ul>
                    <For each=move || bare.get() key=|gap| *gap let:gap>
                        {
                            let (phase, gap) = gap;
                            let name = move || {
                                let name = phases.with(|phases| {
                                    phases.iter().find(|(id, _)| *id == phase).map(|(_, name)| name.clone())
                                });
                                t.guide_gap(&name.unwrap_or_default(), &what(gap))
                            };
                            view! {
                                <li>
                                    <button type="button" class="link-button" on:click=move |_| go(phase, gap)>
                                        {name}
                                    </button>
                                </li>
                            }
                        }
                    </For>
                </ul>
            </div>
        </Show>
    }
}

/// What is asked of a phase.
#[component]
fn PhaseForm(id: PhaseId) -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let phase: Memo<Option<Arc<Phase>>> = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().get::<Phase>(id).cloned())
    });
    let exit = Memo::new(move |_| {
        phase.with(|phase| phase.as_ref().map(|p| p.exit_action.clone())).unwrap_or_default()
    });
    let stages = Memo::new(move |_| {
        let ladder = desk.ladder().into_iter();
        ladder.map(|stage| (stage.id, stage.name.clone(), desk.colour(&stage))).collect::<Vec<_>>()
    });
    let lanes = ASKED.into_iter().map(|lane| view! { <LaneForm phase=id lane /> }).collect_view();
    view! {
        <div class="guide-phase" data-guide-form=id.to_string()>
            <div class="guide-links" role="group" aria-label=t.guide_links()>
                <span class="guide-label" aria-hidden="true">{t.guide_links()}</span>
                <For each=move || stages.get() key=|stage| stage.clone() let:stage>
                    {
                        let (stage, name, hue) = stage;
                        view! { <StageLink phase=id stage name hue /> }
                    }
                </For>
            </div>
            {lanes}
            <TextField
                name="guide-exit"
                label=t.map_row(Row::ExitAction)
                hint=t.guide_exit_hint()
                value=exit
                on_change=move |text: String| {
                    guided.dispatch(Command::EditPhase { phase: id, edit: PhaseEdit::ExitAction(text) })
                }
            />
        </div>
    }
}

/// A stage that belongs to the phase or not.
#[component]
fn StageLink(phase: PhaseId, stage: StageId, name: String, hue: u8) -> impl IntoView {
    let guided = use_guide();
    let found = guided.stage(stage);
    let on = Memo::new(move |_| {
        found.with(|found| found.as_ref().is_some_and(|found| found.phase == Some(phase)))
    });
    view! {
        <button
            type="button"
            class=format!("stage-chip hue-{hue}")
            dir="auto"
            data-stage=stage.to_string()
            aria-pressed=move || on.get().to_string()
            on:click=move |_| {
                let to = (!on.get_untracked()).then_some(phase);
                guided.change_stage(stage, StageEdit::Phase(to));
            }
        >
            {name}
        </button>
    }
}

/// Adds notes to the first cell of a phase in a row, as one step.
fn write(guided: Guided, phase: PhaseId, lane: Lane, lines: Vec<String>) -> bool {
    let desk = guided.desk;
    let step = desk.with(|session| {
        let phase = session.workspace().get::<Phase>(phase);
        phase.and_then(|phase| phase.columns().first().copied().flatten())
    });
    let cell = Cell { phase, step, lane };
    let last = lines.last().cloned().unwrap_or_default();
    let notes = lines
        .into_iter()
        .map(|text| Command::AddNote(NewNote { id: NoteId(desk.new_id()), cell, persona: None, text }));
    let added = guided.dispatch(Command::Batch(notes.collect()));
    if added {
        desk.say(desk.t().note_added(&last));
    }
    added
}

/// A row of notes of a phase: what is there, and the field for the next.
#[component]
fn LaneForm(phase: PhaseId, lane: Lane) -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let notes = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| {
            let notes = session.workspace().notes(phase, lane).into_iter();
            notes.map(|note| (note.id, note.text.clone())).collect::<Vec<_>>()
        })
    });
    let name = Memo::new(move |_| lane_name(desk, lane));
    let title = desk.with(|session| session.workspace().get::<Phase>(phase).map(|phase| phase.name.clone()));
    let title = title.unwrap_or_default();
    view! {
        <div class="guide-lane" data-guide-lane=lane.to_string()>
            <h4 class="guide-label">{move || name.get()}</h4>
            <ul class="guide-notes">
                <For each=move || notes.get() key=|note| note.clone() let:note>
                    <li dir="auto">{note.1}</li>
                </For>
            </ul>
            <Capture
                name="guide-note"
                label=Signal::derive(move || t.workshop_write(&name.get(), &title))
                hint=t.guide_asks(lane)
                on_add={move |lines: Vec<String>| write(guided, phase, lane, lines)}
            />
        </div>
    }
}
