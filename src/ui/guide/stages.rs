//! The third step: the stages in order, and what is believed of each beside what the deals say.

use leptos::prelude::*;

use crate::metrics::StageFacts;
use crate::model::{Command, Stage, StageEdit, StageId};
use crate::ui::parts::{AddLine, Handle, NumberField, Reorder, TextArea, TextField};

use super::{Guided, use_guide};

/// The stages, to be put in order, named and looked back on.
#[component]
pub fn Stages() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let facts = guided.facts();
    let ids = Signal::derive(move || desk.ladder().iter().map(|stage| stage.id.0).collect::<Vec<_>>());
    let open = RwSignal::new(ids.get_untracked().first().map(|id| StageId(*id)));
    let name = move |id: u64| {
        let ladder = desk.ladder();
        ladder.iter().find(|stage| stage.id.0 == id).map(|stage| stage.name.clone()).unwrap_or_default()
    };
    let moved = move |(from, to): (usize, usize)| {
        let ids = ids.get_untracked();
        let Some(stage) = ids.get(from).map(|id| StageId(*id)) else { return false };
        let behind = if to > from { to + 1 } else { to };
        let before = ids.get(behind).map(|id| StageId(*id));
        guided.dispatch(Command::MoveStage { stage, before })
    };
    let add = move |name: String| {
        let name = name.trim();
        let Some(stage) = desk.new_stage(name) else { return false };
        let added = guided.dispatch(Command::AddStage(stage));
        if added {
            desk.say(t.stage_added(name));
        }
        added
    };
    view! {
        <Reorder
            ids
            label=t.stages_in_order()
            name
            on_move=moved
            class="guide-stages"
            children=move |id| view! { <StageEntry id=StageId(id) open facts /> }
        />
        <AddLine label=t.add_stage() field=t.add_stage_name() on_add=add />
    }
}

/// What the deals say of a stage, in a line.
pub fn facts_line(guided: Guided, facts: StageFacts) -> String {
    let (desk, t) = (guided.desk, guided.desk.t());
    let Some(share) = facts.went_on.value() else { return t.guide_no_facts().into() };
    let formats = desk.formats();
    let median = facts.median.map(|days| formats.decimal(days));
    t.guide_facts(
        &formats.percent_whole(share),
        facts.went_on.part,
        facts.went_on.of,
        median.as_deref(),
        facts.lost,
    )
}

/// How far what deals take is from what is said, in days; `None` where it is about the same or nobody said.
fn beyond(expected: u16, median: Option<f64>) -> Option<f64> {
    let expected = f64::from(expected);
    let apart = median.filter(|_| expected > 0.0)? - expected;
    (apart.abs() > (expected * 0.1).max(0.5)).then_some(apart)
}

#[component]
fn StageEntry(id: StageId, open: RwSignal<Option<StageId>>, facts: Memo<Vec<StageFacts>>) -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let stage = guided.stage(id);
    let text = move |read: fn(&Stage) -> &String| {
        Signal::derive(move || {
            stage.with(|stage| stage.as_ref().map(|stage| read(stage).clone())).unwrap_or_default()
        })
    };
    let name = text(|stage| &stage.name);
    let own = Memo::new(move |_| facts.with(|facts| facts.iter().find(|facts| facts.stage == id).copied()));
    let days = Memo::new(move |_| stage.with(|stage| stage.as_ref().map_or(0, |stage| stage.expected_days)));
    let is_open = Memo::new(move |_| open.get() == Some(id));
    let hue = move || stage.get().map_or(0, |stage| desk.colour(&stage));
    let said = move || {
        let facts = own.get()?;
        let (expected, median) = (days.get(), facts.median?);
        if expected == 0 {
            return None;
        }
        let formats = desk.formats();
        Some(match beyond(expected, Some(median)) {
            None => t.guide_as_said().to_owned(),
            Some(apart) if apart > 0.0 => t.guide_longer(&formats.decimal(apart)),
            Some(apart) => t.guide_shorter(&formats.decimal(-apart)),
        })
    };
    view! {
        <div class=move || format!("guide-stage hue-{}", hue()) data-stage=id.to_string()>
            <div class="guide-line">
                <Handle id=id.0 />
                <TextField
                    name="guide-stage-name"
                    label=t.add_stage_name()
                    value=name
                    on_change=move |text: String| guided.change_stage(id, StageEdit::Name(text))
                    bare=true
                />
                <button
                    type="button"
                    class="icon-button guide-turn"
                    aria-expanded=move || is_open.get().to_string()
                    aria-label=move || t.guide_look_back(&name.get())
                    on:click=move |_| {
                        guided.settle_fields();
                        open.set((!is_open.get_untracked()).then_some(id));
                    }
                ></button>
            </div>
            <p class="guide-facts" data-metric="stage-facts">
                {move || own.get().map(|facts| facts_line(guided, facts))}
            </p>
            <Show when=move || is_open.get()>
                <div class="guide-back">
                    <TextArea
                        name="guide-worked"
                        label=t.guide_worked()
                        hint=t.guide_worked_hint()
                        value=text(|stage| &stage.worked)
                        on_change=move |text: String| guided.change_stage(id, StageEdit::Worked(text))
                        rows=2
                    />
                    <TextArea
                        name="guide-dropped"
                        label=t.guide_dropped()
                        hint=t.guide_dropped_hint()
                        value=text(|stage| &stage.dropped)
                        on_change=move |text: String| guided.change_stage(id, StageEdit::Dropped(text))
                        rows=2
                    />
                    <NumberField
                        name="guide-days"
                        label=t.guide_days()
                        value=Signal::derive(move || Some(i64::from(days.get())).filter(|days| *days > 0))
                        max=3650
                        on_change={move |days: Option<i64>| {
                            let days = days.and_then(|days| u16::try_from(days).ok()).unwrap_or(0);
                            guided.change_stage(id, StageEdit::ExpectedDays(days))
                        }}
                    />
                    <p class="guide-meets" data-meets=move || own.get().and_then(|facts| facts.median).map(|days| days.to_string())>
                        {said}
                    </p>
                </div>
            </Show>
        </div>
    }
}
