//! The stages that belong to a phase, and the way to choose them.

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
