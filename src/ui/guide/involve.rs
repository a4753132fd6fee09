//! The second step: whom to involve, and where they take part.

use leptos::prelude::*;

use crate::model::{
    Command, Duty, Involved, ItemId, Phase, PhaseEdit, PipelineEdit, Rank, Stage, StageEdit, StageId,
    in_order,
};
use crate::ui::parts::{Capture, Choice, Icon, Sign, TextField};

use super::{Guided, use_guide};

/// Whether two names are of the same department or person.
fn same(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// Adds departments or persons behind those that are there, as one step.
fn add(guided: Guided, names: Vec<String>) -> bool {
    let Some(pipeline) = guided.pipeline.get_untracked() else { return false };
    let involved = &pipeline.guide.involved;
    let last = in_order(involved).last().map(|(_, last)| last.rank.clone());
    let fresh = names.into_iter().filter(|name| !involved.values().any(|one| same(&one.who, name)));
    let fresh: Vec<String> = fresh.collect();
    let ranks = Rank::spread(last.as_ref(), fresh.len()).unwrap_or_default();
    let commands = fresh.into_iter().zip(ranks).map(|(who, rank)| {
        let entry = Involved { rank, who, part: String::new() };
        let edit = PipelineEdit::Involved(ItemId(guided.desk.new_id()), Some(entry));
        Command::EditPipeline { pipeline: pipeline.id, edit }
    });
    guided.dispatch(Command::Batch(commands.collect()))
}

/// The list, and who could be on it.
#[component]
pub fn Involve() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let ids =
        guided.guide(|guide| in_order(&guide.involved).into_iter().map(|(id, _)| id).collect::<Vec<_>>());
    let known = Memo::new(move |_| {
        let mut names: Vec<String> = Vec::new();
        let mut take = |name: &str| {
            let name = name.trim();
            if !name.is_empty() && !names.iter().any(|known| same(known, name)) {
                names.push(name.to_owned());
            }
        };
        for stage in desk.ladder() {
            in_order(&stage.duties).into_iter().for_each(|(_, duty)| take(&duty.department));
        }
        let pipeline = desk.pipeline.get();
        desk.with(|session| {
            let workspace = session.workspace();
            let phases = pipeline.map(|pipeline| workspace.phases(pipeline)).unwrap_or_default();
            phases.iter().for_each(|phase| take(&phase.owner));
            workspace.meta().people.values().for_each(|person| take(&person.name));
        });
        t.guide_departments().lines().for_each(take);
        names
    });
    let offers = Memo::new(move |_| {
        let mut offers = known.get();
        guided.pipeline.with(|pipeline| {
            let involved = pipeline.iter().flat_map(|pipeline| pipeline.guide.involved.values());
            let involved: Vec<&Involved> = involved.collect();
            offers.retain(|name| !involved.iter().any(|one| same(&one.who, name)));
        });
        offers
    });
    let uncovered = Memo::new(move |_| {
        let stages = desk.ladder();
        (stages.iter().filter(|stage| stage.duties.is_empty()).count() as u64, stages.len() as u64)
    });
    view! {
        <ul class="guide-list">
            <For each=move || ids.get() key=|id| *id let:id>
                <Entry id />
            </For>
        </ul>
        <Capture
            name="guide-who"
            label=t.guide_who()
            hint=t.guide_who_hint()
            on_add={move |names: Vec<String>| add(guided, names)}
        />
        <div class="guide-offers" role="group" aria-label=t.guide_known()>
            <For each=move || offers.get() key=|name| name.clone() let:name>
                {
                    let who = name.clone();
                    view! {
                        <button
                            type="button"
                            class="guide-offer"
                            dir="auto"
                            data-offer=name.clone()
                            on:click=move |_| {
                                add(guided, vec![who.clone()]);
                            }
                        >
                            <Icon sign=Sign::Plus />
                            {name.clone()}
                        </button>
                    }
                }
            </For>
        </div>
        <ul class="guide-hints">
            <li>
                {move || {
                    let (bare, of) = uncovered.get();
                    t.guide_stages_without_duty(bare, of)
                }}
            </li>
            <li>
                {move || {
                    let (bare, of) = unanswered(guided);
                    t.guide_phases_without_owner(bare, of)
                }}
            </li>
        </ul>
    }
}

/// Where somebody takes part: names of stages and phases.
fn places(guided: Guided, who: &str) -> Vec<String> {
    let desk = guided.desk;
    let stages = desk.ladder().into_iter();
    let stages = stages.filter(|stage| stage.duties.values().any(|duty| same(&duty.department, who)));
    let mut names: Vec<String> = stages.map(|stage| stage.name.clone()).collect();
    let pipeline = desk.pipeline.get();
    desk.with(|session| {
        let phases = pipeline.map(|pipeline| session.workspace().phases(pipeline)).unwrap_or_default();
        let own = phases.into_iter().filter(|phase| same(&phase.owner, who));
        names.extend(own.map(|phase| desk.t().guide_answers_for(&phase.name)));
    });
    names
}

/// The key of a place that a part can be taken in.
const STAGE: &str = "stage-";
const PHASE: &str = "phase-";

/// One of the involved.
#[component]
fn Entry(id: ItemId) -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let entry = guided.guide(move |guide| guide.involved.get(&id).cloned());
    let who = Memo::new(move |_| {
        entry.with(|entry| entry.as_ref().map(|entry| entry.who.clone())).unwrap_or_default()
    });
    let part = Memo::new(move |_| {
        entry.with(|entry| entry.as_ref().map(|entry| entry.part.clone())).unwrap_or_default()
    });
    let put = move |entry: Option<Involved>| guided.change(PipelineEdit::Involved(id, entry));
    let at = Memo::new(move |_| places(guided, &who.get()));
    // Where they take part already is not offered.
    let offers = Memo::new(move |_| {
        let who = who.get();
        let mut offers = vec![(String::new(), t.guide_give_part().to_owned())];
        let stages = desk.ladder().into_iter();
        let stages = stages.filter(|stage| !stage.duties.values().any(|duty| same(&duty.department, &who)));
        offers
            .extend(stages.map(|stage| (format!("{STAGE}{}", stage.id), t.guide_part_in_stage(&stage.name))));
        let pipeline = desk.pipeline.get();
        desk.with(|session| {
            let phases = pipeline.map(|pipeline| session.workspace().phases(pipeline)).unwrap_or_default();
            let phases = phases.into_iter().filter(|phase| !same(&phase.owner, &who));
            offers.extend(
                phases.map(|phase| (format!("{PHASE}{}", phase.id), t.guide_answers_for(&phase.name))),
            );
        });
        offers
    });
    let place = RwSignal::new(String::new());
    // A list that is closed chooses with every arrow: nothing is written before the button is pressed.
    let choose = move |key: String| {
        place.set(key);
        true
    };
    let give = move |_| {
        let (who, key) = (who.get_untracked(), place.get_untracked());
        let offered = offers.with_untracked(|offers| offers.iter().find(|(own, _)| *own == key).cloned());
        let given = if let Some(stage) = key.strip_prefix(STAGE).and_then(|id| id.parse().ok()) {
            give_duty(guided, stage, &who, &part.get_untracked())
        } else if let Some(phase) = key.strip_prefix(PHASE).and_then(|id| id.parse().ok()) {
            guided.dispatch(Command::EditPhase { phase, edit: PhaseEdit::Owner(who.clone()) })
        } else {
            false
        };
        // The list shows again what it asks: what was given stands beside it as a place.
        place.set(String::new());
        guided.focus(format!("[data-involved='{id}'] [data-field='involved-place']"));
        if let Some((_, said)) = offered.filter(|_| given) {
            desk.notify_undo(t.guide_part_given(&who, &said));
        }
    };
    let remove = move |_| {
        if put(None) {
            desk.notify_undo(t.guide_not_involved(&who.get_untracked()));
            guided.focus("[data-field='guide-who']");
        }
    };
    view! {
        <li class="guide-entry" data-involved=id.to_string()>
            <div class="guide-line">
                <TextField
                    name="involved"
                    label=t.guide_who()
                    value=who
                    on_change=move |text: String| {
                        entry.get_untracked().is_some_and(|entry| put(Some(Involved { who: text, ..entry })))
                    }
                    bare=true
                />
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || t.remove_row(&who.get())
                    on:click=remove
                >
                    <Icon sign=Sign::Close />
                </button>
            </div>
            <TextField
                name="involved-part"
                label=t.guide_part()
                hint=t.guide_part_hint()
                value=part
                on_change=move |text: String| {
                    entry.get_untracked().is_some_and(|entry| put(Some(Involved { part: text, ..entry })))
                }
                bare=true
            />
            <div class="guide-places">
                <For each=move || at.get() key=|name| name.clone() let:name>
                    <span class="guide-place" dir="auto">{name}</span>
                </For>
                <Choice
                    name="involved-place"
                    label=Signal::derive(move || t.guide_give_part_to(&who.get()))
                    offers
                    value=place
                    on_choose=choose
                    bare=true
                />
                <Show when=move || !place.with(String::is_empty)>
                    <button
                        type="button"
                        class="button"
                        data-action="give-part"
                        aria-label=move || t.guide_give_part_to(&who.get())
                        on:click=give
                    >
                        {t.guide_give()}
                    </button>
                </Show>
            </div>
        </li>
    }
}

/// Puts somebody to a stage as a department that takes part, once; says whether that was done.
fn give_duty(guided: Guided, stage: StageId, who: &str, part: &str) -> bool {
    let found = guided.desk.with(|session| session.workspace().get::<Stage>(stage).cloned());
    let Some(found) = found.filter(|stage| !stage.duties.values().any(|duty| same(&duty.department, who)))
    else {
        return false;
    };
    let last = in_order(&found.duties).last().map(|(_, duty)| duty.rank.clone());
    let Some(rank) = Rank::between(last.as_ref(), None) else { return false };
    let duty = Duty { rank, department: who.to_owned(), does: part.to_owned() };
    guided.change_stage(stage, StageEdit::Duty(ItemId(guided.desk.new_id()), Some(duty)))
}

/// The phases that nobody answers for, of how many.
fn unanswered(guided: Guided) -> (u64, u64) {
    let desk = guided.desk;
    desk.structure.track();
    let pipeline = desk.pipeline.get();
    desk.with(|session| {
        let phases = pipeline.map(|pipeline| session.workspace().phases(pipeline)).unwrap_or_default();
        let bare = |phase: &&&std::sync::Arc<Phase>| phase.owner.trim().is_empty();
        (phases.iter().filter(bare).count() as u64, phases.len() as u64)
    })
}
