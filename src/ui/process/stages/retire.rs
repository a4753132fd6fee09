//! Taking a stage out of use: kept as retired where deals have been, else removed.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Deal, Pipeline, Rung, Stage, StageId, Workspace};
use crate::ui::parts::{AskDialog, Choice};
use crate::ui::process::use_process;

use super::change::{open_now, others, stage_now};

/// What becomes of a stage that is taken out of use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// So many deals have been there: it stays, retired.
    Kept(u64),
    /// Something else refers to it: it stays, retired.
    Named,
    /// It goes.
    Removed,
}

fn fate(workspace: &Workspace, id: StageId) -> Fate {
    let been = |deal: &Deal| workspace.visits(deal).iter().any(|visit| visit.rung == Rung::Stage(id));
    let deals = workspace.all::<Deal>().values().filter(|deal| been(deal)).count() as u64;
    let stages = workspace.all::<Stage>();
    let mut reviews = workspace.all::<Pipeline>().values().flat_map(|pipeline| pipeline.reviews.values());
    if deals > 0 {
        Fate::Kept(deals)
    } else if stages.values().any(|stage| stage.merged_into == Some(id))
        || reviews.any(|review| review.stages.contains(&id))
    {
        Fate::Named
    } else {
        Fate::Removed
    }
}

/// Asks where its open deals go, and says what becomes of the stage.
#[component]
pub fn RetireDialog(
    /// The stage.
    id: StageId,
    close: Callback<()>,
) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let Some(stage) = stage_now(desk, id) else { return ().into_any() };
    let fate = desk.with(|session| fate(session.workspace(), id));
    let (offers, nearest) = others(desk, id);
    let to = RwSignal::new(nearest);
    let open = open_now(desk, id);
    let said = match fate {
        Fate::Kept(deals) => t.retire_kept(deals),
        Fate::Named => t.retire_kept_named(),
        Fate::Removed => t.retire_removed(),
    };
    let yes = if fate == Fate::Removed { t.remove_yes() } else { t.retire_yes() };
    let title = t.retire_title(&stage.name);
    let retire = move |()| {
        let to = to.get_untracked().filter(|_| open > 0);
        close.run(());
        if desk.dispatch(Command::RetireStage { stage: id, to }, Deed::RetireStage) {
            if let Some(next) = to.or(nearest) {
                process.go_to(next);
            }
            let name = &stage.name;
            let removed = fate == Fate::Removed;
            desk.notify_undo(if removed { t.stage_removed_toast(name) } else { t.retired_toast(name) });
        }
    };
    view! {
        <AskDialog title yes action="retire" on_yes=Callback::new(retire) on_close=close>
                {(open > 0)
                    .then(|| {
                        view! {
                            <p>{t.retire_open(open)}</p>
                            <Choice
                                name="retire-to"
                                label=t.retire_to()
                                offers=Signal::stored(offers)
                                value=Signal::derive(move || to.get().map(|to| to.to_string()).unwrap_or_default())
                                on_choose=move |key: String| {
                                    to.set(key.parse().ok());
                                    true
                                }
                            />
                        }
                    })}
                <p data-say="retire">{said}</p>
        </AskDialog>
    }
    .into_any()
}
