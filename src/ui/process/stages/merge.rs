//! Making a stage part of another.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, StageId};
use crate::ui::parts::{AskDialog, Choice};
use crate::ui::process::use_process;

use super::change::{open_now, others, stage_now};

/// Asks which stage it becomes part of, and says what goes along.
#[component]
pub fn MergeDialog(
    /// The stage that is given up.
    id: StageId,
    close: Callback<()>,
) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let Some(stage) = stage_now(desk, id) else { return ().into_any() };
    let (offers, nearest) = others(desk, id);
    let into = RwSignal::new(nearest);
    let into_name =
        Memo::new(move |_| into.get().and_then(|into| stage_now(desk, into)).map(|s| s.name.clone()));
    let open = open_now(desk, id);
    let name = stage.name.clone();
    let counts =
        [stage.criteria.len(), stage.tasks.len(), stage.duties.len(), stage.plays.len()].map(|n| n as u64);
    let more = {
        let name = name.clone();
        move || into_name.get().map(|into| t.merge_more(&name, &into, open))
    };
    let along = move || {
        let [criteria, tasks, duties, plays] = counts;
        into_name.get().map(|into| t.merge_along(&into, criteria, tasks, duties, plays))
    };
    let title = t.merge_title(&name);
    let merge = move |()| {
        let Some(into) = into.get_untracked() else { return };
        close.run(());
        if desk.dispatch(Command::MergeStages { stage: id, into }, Deed::MergeStages) {
            process.go_to(into);
            let into = into_name.get_untracked().unwrap_or_default();
            desk.notify_undo(t.merged_toast(&name, &into));
        }
    };
    view! {
        <AskDialog title yes=t.merge_yes() action="merge" on_yes=Callback::new(merge) on_close=close>
                <Choice
                    name="merge-into"
                    label=t.merge_with()
                    offers=Signal::stored(offers)
                    value=Signal::derive(move || into.get().map(|into| into.to_string()).unwrap_or_default())
                    on_choose=move |key: String| {
                        into.set(key.parse().ok());
                        true
                    }
                />
                <p data-say="merge">{more}</p>
                <p class="soft">{along}</p>
        </AskDialog>
    }
    .into_any()
}
