//! The end of the guide: one page that says what was worked out, to be printed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::metrics::{StageFacts, ballot, ranked};
use crate::model::{Involved, Lane, Note, Phase, PhaseId, PipelineId, Stage, StageId, in_order};

use super::{Guided, use_guide};

/// How many notes of a cell the page has room for; how many pains.
const NOTES: usize = 2;
const PAINS: usize = 6;

/// The page.
#[component]
pub fn Summary() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let name =
        Memo::new(move |_| guided.pipeline.with(|p| p.as_ref().map(|p| p.name.clone())).unwrap_or_default());
    let goals = guided.guide(|guide| guide.goals.clone());
    let watch = guided.guide(|guide| guide.watch.clone());
    let review = guided.guide(|guide| guide.review_on);
    let due = guided.due();
    let involved = guided.guide(|guide| {
        let all = in_order(&guide.involved).into_iter();
        all.map(|(_, one)| one.clone()).collect::<Vec<Involved>>()
    });
    let formats = desk.formats();
    let today = formats.day(guided.today());
    view! {
        <h3 class="guide-title guide-done" tabindex="-1">{t.guide_summary()}</h3>
        <Show when=move || due.get().is_some()>
            <p class="guide-due">
                {t.guide_due_line()} " "
                <button type="button" class="link-button" data-action="guide-review-now" on:click=move |_| guided.go(5)>
                    {t.guide_review_now()}
                </button>
            </p>
        </Show>
        <article class="guide-sheet" data-part="guide-summary">
            <header class="guide-sheet-head">
                <h4 dir="auto">{move || t.guide_sheet_title(&name.get())}</h4>
                <p>{today}</p>
            </header>
            <div class="guide-pair">
                <section>
                    <h5>{t.guide_goals()}</h5>
                    <p class="guide-text" dir="auto">{move || or_dash(goals.get())}</p>
                </section>
                <section>
                    <h5>{t.guide_step_name(2)}</h5>
                    <ul class="guide-who">
                        <For each=move || involved.get() key=|one| (one.who.clone(), one.part.clone()) let:one>
                            <li dir="auto">
                                <b>{one.who}</b>
                                {(!one.part.is_empty()).then(|| format!(": {}", one.part))}
                            </li>
                        </For>
                    </ul>
                </section>
            </div>
            <StageTable />
            <PhaseTable />
            <div class="guide-pair">
                <Pains />
                <section>
                    <h5>{t.guide_watch()}</h5>
                    <p class="guide-text" dir="auto">{move || or_dash(watch.get())}</p>
                    <p class="guide-next-review">
                        {move || match review.get() {
                            Some(day) => t.guide_next_review(&formats.day(day)),
                            None => t.guide_no_review().to_owned(),
                        }}
                    </p>
                </section>
            </div>
        </article>
    }
}

fn or_dash(text: String) -> String {
    if text.trim().is_empty() { String::from("–") } else { text }
}

/// The stages, each with what is believed and what the deals say.
#[component]
fn StageTable() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let facts = guided.facts();
    let ids = Memo::new(move |_| desk.ladder().iter().map(|stage| stage.id).collect::<Vec<_>>());
    view! {
        <section>
            <h5>{t.guide_step_name(3)}</h5>
            <table class="guide-table">
                <thead>
                    <tr>
                        <th scope="col">{t.stage_field()}</th>
                        <th scope="col" class="guide-number">{t.guide_head_on()}</th>
                        <th scope="col" class="guide-number">{t.guide_head_days()}</th>
                        <th scope="col" class="guide-number">{t.guide_head_lost()}</th>
                        <th scope="col">{t.guide_worked()}</th>
                        <th scope="col">{t.guide_dropped()}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || ids.get() key=|id| *id let:id>
                        <StageLine id facts />
                    </For>
                </tbody>
            </table>
        </section>
    }
}

#[component]
fn StageLine(id: StageId, facts: Memo<Vec<StageFacts>>) -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let stage = guided.stage(id);
    let text = move |read: fn(&Stage) -> &String| {
        move || stage.with(|stage| stage.as_ref().map(|stage| read(stage).clone())).unwrap_or_default()
    };
    let own = Memo::new(move |_| facts.with(|facts| facts.iter().find(|facts| facts.stage == id).copied()));
    let share = move || own.get().and_then(|facts| facts.went_on.value());
    let days = move || {
        let said = stage.with(|stage| stage.as_ref().map_or(0, |stage| stage.expected_days));
        let median = own.get().and_then(|facts| facts.median).map(|days| desk.formats().decimal(days));
        let said = (said > 0).then(|| desk.formats().count(u64::from(said)));
        t.guide_days_and_median(said.as_deref(), median.as_deref())
    };
    view! {
        <tr data-stage=id.to_string()>
            <th scope="row" dir="auto">{text(|stage| &stage.name)}</th>
            <td class="guide-number">
                {move || share().map_or_else(|| t.no_figure().into(), |share| desk.formats().percent_whole(share))}
            </td>
            <td class="guide-number">{days}</td>
            <td class="guide-number">{move || own.get().map(|facts| desk.formats().count(facts.lost))}</td>
            <td dir="auto"><span class="guide-clamp">{text(|stage| &stage.worked)}</span></td>
            <td dir="auto"><span class="guide-clamp">{text(|stage| &stage.dropped)}</span></td>
        </tr>
    }
}

/// The journey in brief.
#[component]
fn PhaseTable() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let phases = Memo::new(move |_| {
        desk.structure.track();
        let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
        desk.with(|session| {
            session.workspace().phases(pipeline).into_iter().cloned().collect::<Vec<Arc<Phase>>>()
        })
    });
    let names = Memo::new(move |_| {
        let lanes = [Lane::Questions, Lane::PainPoints, Lane::Response];
        lanes.map(|lane| super::buyer::lane_name(desk, lane))
    });
    let heads =
        move || names.get().into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    view! {
        <section>
            <h5>{t.guide_step_name(4)}</h5>
            <table class="guide-table">
                <thead>
                    <tr>
                        <th scope="col">{t.guide_head_phase()}</th>
                        <th scope="col">{t.lane_stages()}</th>
                        {heads}
                        <th scope="col">{t.map_row(crate::model::Row::ExitAction)}</th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || phases.get() key=|phase| (phase.id, phase.name.clone(), phase.exit_action.clone()) let:phase>
                        {
                            let id = phase.id;
                            let cell = move |lane| view! { <td><Cell phase=id lane /></td> };
                            let stages = move || {
                                let linked = desk.ladder().into_iter().filter(|stage| stage.phase == Some(id));
                                linked.map(|stage| stage.name.clone()).collect::<Vec<_>>().join(", ")
                            };
                            view! {
                                <tr>
                                    <th scope="row" dir="auto">{phase.name.clone()}</th>
                                    <td dir="auto">{stages}</td>
                                    {cell(Lane::Questions)}
                                    {cell(Lane::PainPoints)}
                                    {cell(Lane::Response)}
                                    <td dir="auto"><span class="guide-clamp">{phase.exit_action.clone()}</span></td>
                                </tr>
                            }
                        }
                    </For>
                </tbody>
            </table>
        </section>
    }
}

/// The first notes of a cell, and how many more there are. Those with votes come first.
#[component]
fn Cell(phase: PhaseId, lane: Lane) -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let notes = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| {
            let mut notes: Vec<Arc<Note>> =
                session.workspace().notes(phase, lane).into_iter().map(Arc::clone).collect();
            notes.sort_by_key(|note| std::cmp::Reverse(note.vote_count()));
            notes.into_iter().map(|note| note.text.clone()).collect::<Vec<_>>()
        })
    });
    move || {
        let mut notes = notes.get();
        let more = notes.len().saturating_sub(NOTES);
        notes.truncate(NOTES);
        view! {
            <ul class="guide-brief">
                {notes.into_iter().map(|text| view! { <li dir="auto"><span class="guide-clamp">{text}</span></li> }).collect_view()}
                {(more > 0).then(|| view! { <li class="guide-more">{t.guide_more(more as u64)}</li> })}
            </ul>
        }
    }
}

/// The pains that were named, those with the most votes first.
fn pains(guided: Guided, pipeline: PipelineId) -> (Vec<(String, u32)>, usize) {
    guided.desk.with(|session| {
        let workspace = session.workspace();
        let found = ranked(ballot(workspace, pipeline, Lane::PainPoints));
        let more = found.len().saturating_sub(PAINS);
        let text = |id| workspace.get::<Note>(id).map(|note| note.text.clone()).unwrap_or_default();
        (found.into_iter().take(PAINS).map(|voted| (text(voted.note), voted.votes)).collect(), more)
    })
}

#[component]
fn Pains() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let found = Memo::new(move |_| {
        desk.structure.track();
        desk.pipeline.get().map(|pipeline| pains(guided, pipeline)).unwrap_or_default()
    });
    let list = move || {
        let (pains, more) = found.get();
        let line = |(text, votes): (String, u32)| {
            view! {
                <li dir="auto">
                    {text} {(votes > 0).then(|| view! { " " <b>{t.guide_votes(votes)}</b> })}
                </li>
            }
        };
        view! {
            <ul class="guide-brief">
                {pains.into_iter().map(line).collect_view()}
                {(more > 0).then(|| view! { <li class="guide-more">{t.guide_more(more as u64)}</li> })}
            </ul>
        }
    };
    view! {
        <section>
            <h5>{move || super::buyer::lane_name(desk, Lane::PainPoints)}</h5>
            {list}
        </section>
    }
}
