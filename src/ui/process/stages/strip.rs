//! All stages in a strip: what each is like at a glance, in an order that can be changed.

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, Gate, OutcomeKind, Stage, StageId};
use crate::ui::parts::{AddLine, Handle, Icon, Reorder, Sign};
use crate::ui::process::use_process;

/// The strip.
#[component]
pub fn Strip() -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let ids = Signal::derive(move || desk.ladder().iter().map(|stage| stage.id.0).collect::<Vec<_>>());
    let name = move |id: u64| {
        let ladder = desk.ladder();
        ladder.iter().find(|stage| stage.id.0 == id).map(|stage| stage.name.clone()).unwrap_or_default()
    };
    let moved = move |(from, to): (usize, usize)| {
        let ids = ids.get_untracked();
        let Some(stage) = ids.get(from).map(|id| StageId(*id)) else { return false };
        let behind = if to > from { to + 1 } else { to };
        let before = ids.get(behind).map(|id| StageId(*id));
        desk.dispatch(Command::MoveStage { stage, before }, Deed::EditProcess)
    };
    let add = move |name: String| {
        let Some(stage) = desk.new_stage(name.trim()) else { return false };
        let id = stage.id;
        let accepted = desk.dispatch(Command::AddStage(stage), Deed::EditProcess);
        if accepted {
            desk.say(t.stage_added(name.trim()));
            process.choose(id);
        }
        accepted
    };
    let strip = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let Some(id) = process.chosen.get() else { return };
        page::spawn(async move {
            page::next_frame().await;
            let Some(strip) = strip.try_get_untracked().flatten() else { return };
            if let Some(step) = page::find(&strip, &format!("[data-stage='{id}']")) {
                page::show_across(&strip, &step);
            }
        });
    });
    view! {
        <div class="strip" node_ref=strip>
            <Reorder ids label=t.stages_in_order() name on_move=moved across=true class="strip-list" children=|id| {
                view! { <Step id=StageId(id) /> }
            } />
            <div class="strip-add">
                <AddLine label=t.add_stage() field=t.add_stage_name() on_add=add />
            </div>
        </div>
    }
}

/// A stage in the strip.
#[component]
fn Step(id: StageId) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let of = move |read: fn(&Stage) -> u32| move || stage.with(|stage| stage.as_deref().map_or(0, read));
    let open = Memo::new(move |_| {
        desk.revision.track();
        desk.with(|session| session.workspace().column_len(id, OutcomeKind::Open) as u64)
    });
    let days = Memo::new(move |_| of(|stage| u32::from(stage.expected_days))());
    let weight = Memo::new(move |_| {
        of(|stage| stage.criteria.values().map(|criterion| u32::from(criterion.weight)).sum())()
    });
    let limit = Memo::new(move |_| of(|stage| u32::from(stage.wip_limit))());
    let gate = Memo::new(move |_| stage.with(|stage| stage.as_ref().map_or(Gate::Free, |stage| stage.gate)));
    let too_many = move || limit.get() > 0 && open.get() > u64::from(limit.get());
    let hue = move || stage.get().map_or(0, |stage| desk.colour(&stage));
    view! {
        <div
            class=move || format!("step hue-{}", hue())
            data-stage=id.to_string()
        >
            <Handle id=id.0 />
            <button
                type="button"
                class="step-button"
                aria-current=move || (process.chosen.get() == Some(id)).then_some("true")
                on:click=move |_| process.choose(id)
            >
                <span class="step-name" dir="auto">{move || stage.get().map(|stage| stage.name.clone())}</span>
                <span class="step-figures">
                    <span
                        class:step-over=too_many
                        data-metric="stage-open"
                        data-value=move || open.get().to_string()
                        title=move || too_many().then(|| t.over_limit(open.get(), limit.get() as u16))
                    >
                        {move || too_many().then(|| view! { <Icon sign=Sign::Warning /> })}
                        {move || t.stage_open(open.get())}
                    </span>
                    <span data-metric="stage-days" data-value=move || days.get().to_string()>
                        {move || match days.get() {
                            0 => t.no_days().to_owned(),
                            days => t.stage_days(days as u16),
                        }}
                    </span>
                    <span
                        data-metric="stage-weight"
                        data-value=move || weight.get().to_string()
                        hidden=move || weight.get() == 0
                    >
                        {move || t.weight_of(weight.get())}
                    </span>
                </span>
                {move || {
                    let (words, class) = match gate.get() {
                        Gate::Free => return None,
                        Gate::Warn => (t.gate_warns(), "step-gate"),
                        Gate::Block => (t.gate_blocks(), "step-gate is-shut"),
                    };
                    Some(view! { <span class=class>{words}</span> })
                }}
            </button>
        </div>
    }
}
