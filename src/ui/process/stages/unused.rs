//! Stages that are out of use, retired or merged into others, and the way back.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Stage, StageId};
use crate::ui::process::use_process;

use super::change::stage_now;

/// The list, folded; nothing where all stages are in use.
#[component]
pub fn UnusedStages() -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let unused = Memo::new(move |_| {
        desk.structure.track();
        let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
        desk.with(|session| {
            let all = session.workspace().all::<Stage>().values();
            let mut unused: Vec<_> =
                all.filter(|stage| stage.pipeline == pipeline && !stage.in_use()).cloned().collect();
            unused.sort_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
            unused
        })
    });
    let is_none = Memo::new(move |_| unused.with(Vec::is_empty));
    let back = move |id: StageId, name: &str| {
        if desk.dispatch(Command::RestoreStage(id), Deed::EditProcess) {
            process.go_to(id);
            desk.notify_undo(t.restored_stage_toast(name));
        }
    };
    let said = move |stage: &Stage| match stage.merged_into.and_then(|into| stage_now(desk, into)) {
        Some(into) => t.part_of(&into.name),
        None => {
            stage.retired.map(|at| t.retired_on(&desk.formats().day(desk.zone().day(at)))).unwrap_or_default()
        }
    };
    view! {
        <Show when=move || !is_none.get()>
            <details class="unused" data-list="unused-stages">
                <summary>{t.unused_stages()} " " <span class="badge">{move || unused.with(Vec::len)}</span></summary>
                <ul>
                    {move || {
                        unused
                            .get()
                            .into_iter()
                            .map(|stage| {
                                let (id, name, more) = (stage.id, stage.name.clone(), said(&stage));
                                let hue = desk.colour(&stage);
                                view! {
                                    <li class=format!("unused-row hue-{hue}") data-unused=id.to_string()>
                                        <span class="swatch-dot"></span>
                                        <span class="unused-name" dir="auto">{stage.name.clone()}</span>
                                        <small>{more}</small>
                                        <button type="button" class="button" on:click=move |_| back(id, &name)>
                                            {t.put_back()}
                                        </button>
                                    </li>
                                }
                            })
                            .collect_view()
                    }}
                </ul>
            </details>
        </Show>
    }
}
