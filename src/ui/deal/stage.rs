//! Where the deal stands: the stage, what it takes to leave it, the chance, and what is to be done there.

use std::sync::Arc;

use leptos::prelude::*;

use crate::metrics::stage_days;
use crate::model::{
    ChanceSource, Deal, DealEdit, Gate, OutcomeKind, Place, Stage, StageId, Task, TaskId, in_order, missing,
};
use crate::ui::board::move_deal;
use crate::ui::desk::Dialog;
use crate::ui::parts::{Check, NumberField};

use super::section::Section;
use super::subject::Subject;

/// The section.
#[component]
pub fn StageSection(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let title = Signal::derive(move || {
        let name = subject.stage.with(|stage| stage.as_ref().map(|stage| stage.name.clone()));
        t.deal_stage_title(&name.unwrap_or_default())
    });
    let count = Signal::derive(move || {
        let stage = subject.stage.get();
        stage.and_then(|stage| subject.read(|deal| progress(&stage, deal))).unwrap_or_default()
    });
    view! {
        <Section name="stage" title count open=true>
            <About subject />
            <Criteria subject />
            <Chance subject />
            <Tasks subject />
            <MoveOn subject />
        </Section>
    }
}

/// How much of what a stage asks for is there, such as 2/3; empty if it asks for nothing.
fn progress(stage: &Stage, deal: &Deal) -> String {
    let all = stage.criteria.len() + stage.tasks.len();
    let met = stage.criteria.keys().filter(|id| deal.story.met.contains_key(id)).count();
    let done = stage.tasks.keys().filter(|id| deal.story.done.contains_key(id)).count();
    if all == 0 { String::new() } else { format!("{}/{all}", met + done) }
}

/// How long it has been here, what the stage means and what moves a buyer on.
#[component]
fn About(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let days = move || {
        let stage = subject.stage.get()?;
        let days = subject.read(|deal| {
            desk.with(|session| stage_days(session.workspace(), deal, &session.zone(), session.now()))
        })?;
        Some(t.deal_days_here(days, stage.expected_days))
    };
    let text = move |pick: fn(&Stage) -> &String| {
        subject
            .stage
            .with(|stage| stage.as_ref().map(|stage| pick(stage).clone()))
            .filter(|text| !text.is_empty())
    };
    view! {
        <p class="part-note">{days}</p>
        {move || text(|stage| &stage.definition).map(|text| view! { <p dir="auto" data-part="definition">{text}</p> })}
        {move || {
            text(|stage| &stage.exit_action)
                .map(|text| {
                    view! {
                        <p>
                            <span class="part-word">{t.deal_exit_action()}</span>
                            " "
                            <span dir="auto" data-part="exit-action">{text}</span>
                        </p>
                    }
                })
        }}
    }
}

/// The criteria of the present stage, and those of earlier ones that were left behind unmet.
#[component]
fn Criteria(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let here = move || subject.stage.get().filter(|stage| !stage.criteria.is_empty());
    let earlier = Memo::new(move |_| {
        let stage = subject.stage.get()?.id;
        let ladder = subject.ladder();
        let below: Vec<Arc<Stage>> = ladder.into_iter().take_while(|other| other.id != stage).collect();
        subject.read(|deal| {
            below.iter().filter(|stage| !missing(stage, deal).is_empty()).cloned().collect::<Vec<_>>()
        })
    });
    let left = move || earlier.get().unwrap_or_default();
    let count = move || {
        let of = |stage: &Arc<Stage>| subject.read(|deal| missing(stage, deal).len()).unwrap_or(0);
        left().iter().map(of).sum::<usize>() as u64
    };
    let any_left = Memo::new(move |_| !left().is_empty());
    view! {
        {move || {
            here()
                .map(|stage| {
                    let gate = (stage.gate == Gate::Block).then(|| t.deal_gate_blocks());
                    let gate = gate.or((stage.gate == Gate::Warn).then(|| t.deal_gate_warns()));
                    view! {
                        <div class="checks" role="group" aria-label=t.deal_criteria()>
                            <h4>{t.deal_criteria()} {gate.map(|gate| view! { <span class="part-note">" " {gate}</span> })}</h4>
                            <CriteriaOf subject stage />
                        </div>
                    }
                })
        }}
        <Show when=move || any_left.get()>
            <details class="fold" data-part="earlier">
                <summary>{move || t.deal_earlier_criteria(count())}</summary>
                {move || {
                    left()
                        .into_iter()
                        .map(|stage| {
                            let name = stage.name.clone();
                            view! {
                                <div class="checks">
                                    <h4 dir="auto">{name}</h4>
                                    <CriteriaOf subject stage />
                                </div>
                            }
                        })
                        .collect_view()
                }}
            </details>
        </Show>
    }
}

/// The criteria of a stage as checks.
#[component]
pub fn CriteriaOf(subject: Subject, stage: Arc<Stage>) -> impl IntoView {
    let t = subject.desk.t();
    in_order(&stage.criteria)
        .into_iter()
        .map(|(id, criterion)| {
            let since = move || subject.read(|deal| deal.story.met.get(&id).copied()).flatten();
            let weight = criterion.weight;
            let more = move || match since() {
                Some(at) => t.deal_since(&subject.written(at)),
                None if weight > 0 => t.deal_adds(weight),
                None => String::new(),
            };
            let name = criterion.name.clone();
            view! {
                <Check
                    name="criterion"
                    label=name
                    value=Signal::derive(move || since().is_some())
                    on_change=move |met| subject.edit(DealEdit::Met(id, met))
                >
                    {more}
                </Check>
            }
        })
        .collect_view()
}

/// The chance and where it comes from; one set by hand is marked and can be taken back.
#[component]
fn Chance(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let found = Memo::new(move |_| {
        desk.structure.track();
        subject.read(|deal| {
            desk.with(|session| {
                let workspace = session.workspace();
                let earned = Deal { chance: None, ..deal.clone() };
                (workspace.chance_of(deal), workspace.chance_of(&earned))
            })
        })
    });
    let words = move || {
        found.get().map(|((percent, source), (otherwise, from))| match source {
            ChanceSource::Own => t.deal_chance_own(otherwise, from == ChanceSource::Criteria),
            ChanceSource::Criteria => t.deal_chance_earned(percent),
            ChanceSource::Stage => t.deal_chance_stage(percent),
        })
    };
    let own = Memo::new(move |_| found.get().is_some_and(|((_, source), _)| source == ChanceSource::Own));
    let hint =
        Signal::derive(move || found.get().map(|((percent, _), _)| percent.to_string()).unwrap_or_default());
    let set = move |v: Option<i64>| {
        subject.edit(DealEdit::Chance(v.and_then(|percent| u8::try_from(percent).ok())))
    };
    view! {
        <div class="chance" class:chance-own=move || own.get() data-part="chance">
            <NumberField
                name="chance"
                label=t.chance()
                value=Signal::derive(move || subject.read(|deal| deal.chance).flatten().map(i64::from))
                on_change=set
                max=100
                hint=hint
            />
            <p class="part-note">{words}</p>
            <Show when=move || own.get()>
                <button type="button" class="button" on:click=move |_| {
                    if set(None) {
                        subject.focus("[data-field='chance']".to_owned());
                    }
                }>
                    {t.deal_chance_take_back()}
                </button>
            </Show>
        </div>
    }
}

/// The to-do list of the stage.
#[component]
fn Tasks(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let row = move |id: TaskId, task: &Task| {
        let since = move || subject.read(|deal| deal.story.done.get(&id).copied()).flatten();
        let name = task.name.clone();
        view! {
            <Check
                name="task"
                label=name
                value=Signal::derive(move || since().is_some())
                on_change=move |done| subject.edit(DealEdit::Done(id, done))
            >
                {move || since().map(|at| t.deal_done_on(&subject.written(at)))}
            </Check>
        }
    };
    move || {
        subject.stage.get().filter(|stage| !stage.tasks.is_empty()).map(|stage| {
            view! {
                <div class="checks" role="group" aria-label=t.deal_tasks()>
                    <h4>{t.deal_tasks()}</h4>
                    {in_order(&stage.tasks).into_iter().map(|(id, task)| row(id, task)).collect_view()}
                </div>
            }
        })
    }
}

/// Where a deal goes on to.
#[derive(Debug, Clone, PartialEq)]
enum Onward {
    Stage(StageId, String),
    Won,
}

/// Where a deal could go on to: its stage's tasks are done, and its criteria met if they guard a gate or if there is no task.
fn onward(subject: Subject) -> Option<Onward> {
    let stage = subject.stage.get()?;
    let ready = subject.read(|deal| {
        let met = missing(&stage, deal).is_empty();
        let done = stage.tasks.keys().all(|id| deal.story.done.contains_key(id));
        let asked = !stage.tasks.is_empty() || !stage.criteria.is_empty();
        let guarded = stage.gate != Gate::Free || stage.tasks.is_empty();
        deal.outcome.kind() == OutcomeKind::Open && asked && done && (met || !guarded)
    })?;
    if !ready {
        return None;
    }
    let next = subject.ladder().into_iter().skip_while(|other| other.id != stage.id).nth(1);
    Some(next.map_or(Onward::Won, |next| Onward::Stage(next.id, next.name.clone())))
}

/// Offers to move on once everything here is done.
#[component]
fn MoveOn(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let onward = Memo::new(move |_| onward(subject));
    move || {
        onward.get().map(|onward| {
            let label = match &onward {
                Onward::Stage(_, name) => t.deal_move_on(name),
                Onward::Won => t.deal_move_on_won().to_owned(),
            };
            let go = move |_| match onward {
                Onward::Stage(stage, _) => {
                    move_deal(desk, subject.id, stage, Place::First);
                }
                Onward::Won => desk.dialog.set(Some(Dialog::Win(subject.id))),
            };
            view! {
                <p class="move-on" role="status">
                    <span>{t.deal_all_done()}</span>
                    <button type="button" class="button button-main" data-action="move-on" on:click=go>
                        {label}
                    </button>
                </p>
            }
        })
    }
}
