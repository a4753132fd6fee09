//! What is known of a phase: the stages that belong to it, and the figures of their deals.

use leptos::prelude::*;

use crate::browser::page;
use crate::model::PhaseId;
use crate::ui::parts::{Icon, Sign, below};

use super::use_map;

/// The stages that belong to the phase, and the way to choose them.
#[component]
pub fn PhaseStages(
    /// Whose.
    id: PhaseId,
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let colspan = map.colspan(id);
    let name = map.name(id);
    let stages = Memo::new(move |_| {
        let own = desk.ladder().into_iter().filter(|stage| stage.phase == Some(id));
        own.map(|stage| (desk.colour(&stage), stage.id, stage.name.clone())).collect::<Vec<_>>()
    });
    let open = move |event: page::MouseEvent| {
        if let Some(button) = page::closest(&event, "button") {
            map.linking.set(Some((id, below(&button))));
        }
    };
    view! {
        <td class="map-cell phase-stages" colspan=move || colspan.get() data-phase=id.to_string()>
            <div class="phase-line">
                <ul class="phase-chips">
                    <For each=move || stages.get() key=|stage| stage.clone() let:stage>
                        <li class=format!("phase-chip hue-{}", stage.0) data-stage=stage.1.to_string() dir="auto">
                            {stage.2}
                        </li>
                    </For>
                </ul>
                {move || {
                    stages.with(Vec::is_empty).then(|| view! { <p class="phase-bare">{t.phase_without_stages()}</p> })
                }}
                <button
                    type="button"
                    class="icon-button phase-link"
                    aria-haspopup="dialog"
                    title=t.choose_stages()
                    aria-label=move || t.stages_of_phase(&name.get())
                    on:click=open
                >
                    <Icon sign=Sign::Dots />
                </button>
            </div>
        </td>
    }
}

/// How many open deals the phase holds, what they are worth, and how many get through.
#[component]
pub fn PhaseDeals(
    /// Whose.
    id: PhaseId,
) -> impl IntoView {
    let map = use_map();
    let desk = map.desk;
    let t = desk.t();
    let colspan = map.colspan(id);
    let figures =
        Memo::new(move |_| map.figures.with(|all| all.iter().find(|found| found.phase == id).cloned()));
    let shown = move || {
        let found = figures.get()?;
        let (formats, currency) = (desk.formats(), desk.currency());
        let linked = !found.stages.is_empty();
        let share = found.conversion.value();
        let raw = share.map(|share| share.to_string()).unwrap_or_default();
        let percent = share.map_or_else(|| t.no_figure().into(), |share| formats.percent_whole(share));
        let sample = share.map(|_| t.through_of(found.conversion.part, found.conversion.of));
        let width = format!("{}%", share.unwrap_or(0.0) * 100.0);
        Some(view! {
            <dl class="phase-figures" class:is-bare=!linked>
                <div>
                    <dt>{t.phase_open()}</dt>
                    <dd data-metric="phase-open" data-value=found.open.count.to_string()>
                        {formats.count(found.open.count)}
                    </dd>
                </div>
                <div>
                    <dt>{t.phase_value()}</dt>
                    <dd data-metric="phase-value" data-value=found.open.value.to_string()>
                        {formats.money_short(found.open.value, currency)}
                    </dd>
                </div>
                <div>
                    <dt>{t.phase_weighted()}</dt>
                    <dd data-metric="phase-weighted" data-value=found.weighted.to_string()>
                        {formats.money_short(found.weighted, currency)}
                    </dd>
                </div>
                <div class="phase-through" title=sample>
                    <dt>{t.phase_through()}</dt>
                    <dd data-metric="phase-conversion" data-value=raw>{percent}</dd>
                    <span class="phase-gauge" aria-hidden="true"><span style:inline-size=width></span></span>
                </div>
            </dl>
        })
    };
    view! {
        <td class="map-cell phase-deals" colspan=move || colspan.get() data-phase=id.to_string()>
            {shown}
        </td>
    }
}
