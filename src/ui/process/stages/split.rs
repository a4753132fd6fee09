//! Dividing a stage in two.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, CriterionId, Deal, DealId, OutcomeKind, Rank, Stage, StageId, TaskId, in_order};
use crate::ui::parts::{AskDialog, Check};
use crate::ui::process::use_process;

use super::change::stage_now;

/// How many deals are listed to tick.
const LISTED: usize = 200;

/// What is ticked.
type Ticked<T> = RwSignal<BTreeSet<T>>;

/// Asks for the new stage's name and for what goes over to it.
#[component]
pub fn SplitDialog(
    /// The stage that is divided.
    id: StageId,
    close: Callback<()>,
) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let Some(stage) = stage_now(desk, id) else { return ().into_any() };
    let open: Vec<DealId> = desk.with(|session| session.workspace().column(id, OutcomeKind::Open).collect());
    let listed = desk.with(|session| {
        let deals = open.iter().take(LISTED).filter_map(|id| session.workspace().get::<Deal>(*id));
        deals.map(|deal| (deal.id, deal.title.clone(), deal.company.clone())).collect::<Vec<_>>()
    });
    let count = open.len() as u64;
    let new_name = RwSignal::new(t.split_default().to_owned());
    let criteria: Ticked<CriterionId> = RwSignal::new(BTreeSet::new());
    let tasks: Ticked<TaskId> = RwSignal::new(BTreeSet::new());
    let deals: Ticked<DealId> = RwSignal::new(BTreeSet::new());
    let all = StoredValue::new(open);
    let (old, title, more) = (stage.name.clone(), t.split_title(&stage.name), t.split_more(&stage.name));
    let split = {
        let stage = stage.clone();
        move |()| {
            let name = new_name.get_untracked().trim().to_owned();
            let rank = Rank::middle();
            // As likely and as close to the buyer as the stage that it comes from; the rest is to be filled in.
            let new = Stage {
                chance: stage.chance,
                phase: stage.phase,
                gate: stage.gate,
                ..Stage::new(StageId(desk.new_id()), stage.pipeline, rank, name.clone())
            };
            let new_id = new.id;
            let command = Command::SplitStage {
                stage: id,
                new: Box::new(new),
                criteria: criteria.get_untracked().into_iter().collect(),
                tasks: tasks.get_untracked().into_iter().collect(),
                deals: {
                    let ticked = deals.get_untracked();
                    all.with_value(|all| all.iter().copied().filter(|deal| ticked.contains(deal)).collect())
                },
            };
            if desk.dispatch(command, Deed::SplitStage) {
                close.run(());
                process.go_to(new_id);
                desk.notify_undo(t.split_toast(&old, &name));
            }
        }
    };
    let criteria_rows: Vec<_> =
        in_order(&stage.criteria).into_iter().map(|(id, item)| (id, item.name.clone())).collect();
    let task_rows: Vec<_> =
        in_order(&stage.tasks).into_iter().map(|(id, item)| (id, item.name.clone())).collect();
    let shown = listed.len() as u64;
    let deal_rows = listed
        .into_iter()
        .map(|(id, title, company)| {
            view! {
                <li>
                    <Check
                        name="split-deal"
                        label=title
                        value=Signal::derive(move || deals.with(|deals| deals.contains(&id)))
                        on_change=move |tick| ticks(deals, id, tick)
                    >
                        {company}
                    </Check>
                </li>
            }
        })
        .collect_view();
    let all_ticked = Signal::derive(move || deals.with(BTreeSet::len) as u64 == count);
    view! {
        <AskDialog title yes=t.split_yes() action="split" on_yes=Callback::new(split) on_close=close>
                <p class="soft">{more}</p>
                <label class="field">
                    <span class="field-name">{t.split_name()}</span>
                    <input
                        type="text"
                        dir="auto"
                        maxlength="500"
                        autocomplete="off"
                        autofocus
                        data-field="split-name"
                        prop:value=new_name.get_untracked()
                        on:input=move |event| new_name.set(page::value_of(&event))
                    />
                </label>
                {Ticks { title: t.criteria(), name: "split-criterion", rows: criteria_rows, ticked: criteria }.view()}
                {Ticks { title: t.tasks(), name: "split-task", rows: task_rows, ticked: tasks }.view()}
                {(count > 0)
                    .then(|| {
                        view! {
                            <fieldset class="ticks">
                                <legend class="group-name">{t.split_deals()}</legend>
                                <Check
                                    name="split-all"
                                    label=t.split_all_deals()
                                    value=all_ticked
                                    on_change=move |tick| {
                                        let chosen = if tick { all.get_value() } else { Vec::new() };
                                        deals.set(chosen.into_iter().collect());
                                        true
                                    }
                                >
                                    {desk.formats().count(count)}
                                </Check>
                                <ul class="ticks-list">{deal_rows}</ul>
                                {(shown < count)
                                    .then(|| view! { <small>{t.split_deals_more(shown, count)}</small> })}
                            </fieldset>
                        }
                    })}
        </AskDialog>
    }
    .into_any()
}

/// Takes a tick in.
fn ticks<T: Ord + Send + Sync + 'static>(ticked: Ticked<T>, id: T, tick: bool) -> bool {
    ticked.update(|ticked| {
        if tick {
            ticked.insert(id);
        } else {
            ticked.remove(&id);
        }
    });
    true
}

/// A group of items to tick.
struct Ticks<T> {
    title: &'static str,
    name: &'static str,
    rows: Vec<(T, String)>,
    ticked: RwSignal<BTreeSet<T>>,
}

impl<T: Ord + Copy + Send + Sync + 'static> Ticks<T> {
    fn view(self) -> Option<impl IntoView> {
        let Ticks { title, name, rows, ticked } = self;
        (!rows.is_empty()).then(|| {
            let rows = rows
                .into_iter()
                .map(|(id, label)| {
                    view! {
                        <li>
                            <Check
                                name
                                label
                                value=Signal::derive(move || ticked.with(|ticked| ticked.contains(&id)))
                                on_change=move |tick| ticks(ticked, id, tick)
                            />
                        </li>
                    }
                })
                .collect_view();
            view! {
                <fieldset class="ticks">
                    <legend class="group-name">{title}</legend>
                    <ul>{rows}</ul>
                </fieldset>
            }
        })
    }
}
