//! What the criteria of a pipeline weigh: all in one panel, with their sum as it is being typed.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::i18n::Texts;
use crate::model::{Command, CriterionId, Rejection, StageId, balanced, in_order};
use crate::ui::drafts;
use crate::ui::parts::own_id;
use crate::ui::process::use_process;

/// A criterion that is weighed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weighed {
    stage: StageId,
    id: CriterionId,
    name: String,
    /// As it is stored.
    weight: u8,
}

/// What is typed and not yet saved. Criteria that nobody touched are not in it.
#[derive(Clone, Copy)]
pub struct Draft {
    typed: drafts::Draft<BTreeMap<CriterionId, String>>,
    /// All criteria of the pipeline, by stage and rank.
    all: Memo<Vec<Weighed>>,
    /// What they weigh now, by criterion; `Err` with what is no weight.
    weights: Memo<Result<BTreeMap<CriterionId, u8>, String>>,
    /// The id of the sentence that tells the sum.
    says: StoredValue<String>,
}

impl Draft {
    /// Of the pipeline that is shown.
    pub fn new() -> Draft {
        let desk = use_process().desk;
        let all = Memo::new(move |_| {
            let mut all = Vec::new();
            for stage in desk.ladder() {
                for (id, criterion) in in_order(&stage.criteria) {
                    let (name, weight) = (criterion.name.clone(), criterion.weight);
                    all.push(Weighed { stage: stage.id, id, name, weight });
                }
            }
            all
        });
        let typed = drafts::use_drafts().weights;
        let weights = Memo::new(move |_| {
            let typed = typed.get();
            let weigh = |found: &Weighed| match typed.get(&found.id) {
                None => Ok((found.id, found.weight)),
                Some(text) => read(text).map(|weight| (found.id, weight)).ok_or_else(|| text.clone()),
            };
            all.with(|all| all.iter().map(weigh).collect())
        });
        Draft { typed, all, weights, says: StoredValue::new(own_id("weights")) }
    }

    /// The sum in percent, or what is no weight.
    fn sum(self) -> Result<u32, String> {
        self.weights.get().map(|weights| weights.values().map(|weight| u32::from(*weight)).sum())
    }

    /// Whether something is typed that is not stored.
    fn is_unsaved(self) -> bool {
        self.weights.with(|weights| match weights {
            Err(_) => true,
            Ok(weights) => self.all.with(|all| all.iter().any(|w| weights.get(&w.id) != Some(&w.weight))),
        })
    }
}

/// A weight as it is typed; nothing weighs nothing.
fn read(text: &str) -> Option<u8> {
    let text = text.trim().trim_end_matches('%').trim_end();
    if text.is_empty() { Some(0) } else { text.parse().ok().filter(|weight| *weight <= 100) }
}

fn use_draft() -> Draft {
    expect_context::<Draft>()
}

/// A field for the weight of a criterion. All of one criterion show the same.
#[component]
pub fn WeightField(
    /// The criterion.
    id: CriterionId,
    /// Its name.
    name: Signal<String>,
) -> impl IntoView {
    let t = use_process().desk.t();
    let draft = use_draft();
    let shown = Memo::new(move |_| {
        let typed = draft.typed.get().remove(&id);
        let stored = || draft.all.with(|all| all.iter().find(|w| w.id == id).map_or(0, |w| w.weight));
        typed.unwrap_or_else(|| stored().to_string())
    });
    let is_off = move || read(&shown.get()).is_none();
    view! {
        <span class="weight">
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength="6"
                data-weight=id.to_string()
                aria-label=move || t.weight_in(&name.get())
                aria-describedby=draft.says.get_value()
                aria-invalid=move || is_off().then_some("true")
                prop:value=move || shown.get()
                on:input=move |event| {
                    draft.typed.update(|typed| drop(typed.insert(id, page::value_of(&event))));
                }
            />
            <span aria-hidden="true">"%"</span>
        </span>
    }
}

/// The sum, below the criteria of a stage, and the way to all of them.
#[component]
pub fn CriteriaSum() -> impl IntoView {
    let process = use_process();
    let t = process.desk.t();
    let draft = use_draft();
    let is_none = Memo::new(move |_| draft.all.with(Vec::is_empty));
    let show = move |_| {
        let panel = process.desk.root.try_with_value(|root| page::find(root, "[data-panel='weights'] h3"));
        if let Some(heading) = panel.flatten() {
            page::focus_in_sight(&heading);
        }
    };
    view! {
        <Show when=move || !is_none.get()>
            <p class="weights-line">
                <span>{move || sentence(draft, t)}</span>
                <button type="button" class="link-button" on:click=show>{t.weigh_all()}</button>
            </p>
        </Show>
    }
}

fn sentence(draft: Draft, t: &dyn Texts) -> String {
    match draft.sum() {
        Ok(sum) => t.weights_sum(sum),
        Err(typed) => t.weight_unreadable(&typed),
    }
}

/// All criteria of the pipeline with their weights.
#[component]
pub fn Weights() -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let t = desk.t();
    let draft = use_draft();
    let is_none = Memo::new(move |_| draft.all.with(Vec::is_empty));
    let weighs = Memo::new(move |_| draft.all.with(|all| all.iter().any(|w| w.weight > 0)));
    let unsaved = Memo::new(move |_| draft.is_unsaved());
    let good = move || matches!(draft.sum(), Ok(0 | 100));
    let stages = Memo::new(move |_| {
        let of = |stage: StageId| draft.all.with(|all| all.iter().any(|w| w.stage == stage));
        desk.ladder().into_iter().map(|stage| stage.id).filter(|id| of(*id)).collect::<Vec<_>>()
    });
    let set = move |weights: BTreeMap<CriterionId, u8>, said: &str| {
        let Some(pipeline) = desk.pipeline.get_untracked() else { return };
        if desk.dispatch(Command::SetWeights { pipeline, weights }, Deed::SetWeights) {
            draft.typed.clear();
            desk.notify_undo(said.to_owned());
        }
    };
    let balance = move |_| {
        let all = draft.all.get_untracked();
        let typed = draft.typed.now();
        // What is no number counts as nothing: balancing is a way out of it.
        let now = all.iter().map(|w| typed.get(&w.id).map_or(Some(w.weight), |text| read(text)).unwrap_or(0));
        let shares = balanced(&now.map(u32::from).collect::<Vec<_>>());
        let balanced = all.iter().zip(shares).map(|(w, share)| (w.id, share.to_string()));
        draft.typed.update(|typed| *typed = balanced.collect());
    };
    let save = move |_| match draft.weights.get_untracked() {
        Err(typed) => desk.warn(t.weight_unreadable(&typed)),
        Ok(weights) => match weights.values().map(|weight| u32::from(*weight)).sum() {
            0 | 100 => set(weights, t.weights_saved()),
            sum => desk.refuse(Rejection::WeightsOff(sum)),
        },
    };
    let sum = move || draft.sum().map(|sum| sum.to_string()).unwrap_or_default();
    view! {
        <section class="weights" data-panel="weights" aria-label=t.weights()>
            <h3 tabindex="-1">{t.weights()}</h3>
            <Show
                when=move || !is_none.get()
                fallback=move || view! { <p class="rows-none">{t.weights_none_named()}</p> }
            >
                <p class="soft">{t.weights_more()}</p>
                <div class="weights-stages">
                    <For each=move || stages.get() key=|id| *id let:id>
                        <StageWeights id />
                    </For>
                </div>
                <div class="weights-foot">
                    <p
                        class="weights-sum"
                        class:is-off=move || !good()
                        role="status"
                        id=draft.says.get_value()
                        data-metric="weights-sum"
                        data-value=sum
                    >
                        {move || sentence(draft, t)}
                        {move || unsaved.get().then(|| format!(" {}", t.weights_unsaved()))}
                    </p>
                    <div class="button-row">
                        <button
                            type="button"
                            class="button button-main"
                            data-action="save-weights"
                            disabled=move || !unsaved.get()
                            aria-describedby=draft.says.get_value()
                            on:click=save
                        >
                            {t.save_weights()}
                        </button>
                        <button type="button" class="button" data-action="balance" on:click=balance>
                            {t.balance()}
                        </button>
                        <Show when=move || unsaved.get()>
                            <button
                                type="button"
                                class="button"
                                data-action="drop-weights"
                                on:click=move |_| draft.typed.clear()
                            >
                                {t.drop_weights()}
                            </button>
                        </Show>
                        <Show when=move || weighs.get()>
                            <button
                                type="button"
                                class="button"
                                data-action="stop-weighing"
                                on:click=move |_| set(BTreeMap::new(), t.weighing_stopped())
                            >
                                {t.stop_weighing()}
                            </button>
                        </Show>
                    </div>
                </div>
            </Show>
        </section>
    }
}

/// The criteria of a stage with their weights.
#[component]
fn StageWeights(id: StageId) -> impl IntoView {
    let process = use_process();
    let desk = process.desk;
    let draft = use_draft();
    let stage = process.stage(id);
    let own = Memo::new(move |_| {
        let all = draft.all.get().into_iter();
        all.filter(|w| w.stage == id).map(|w| (w.id, w.name)).collect::<Vec<_>>()
    });
    let hue = move || stage.get().map_or(0, |stage| desk.colour(&stage));
    view! {
        <div class=move || format!("weights-stage hue-{}", hue())>
            <h4 class="group-name" dir="auto">{move || stage.get().map(|stage| stage.name.clone())}</h4>
            <ul>
                <For each=move || own.get() key=|row| row.clone() let:row>
                    {
                        let (id, name) = row;
                        let label = Signal::stored(name.clone());
                        view! {
                            <li class="weights-row">
                                <span dir="auto">{name}</span>
                                <WeightField id name=label />
                            </li>
                        }
                    }
                </For>
            </ul>
        </div>
    }
}
