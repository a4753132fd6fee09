//! Dated notes on what was changed in the process and why, linked to the stages that they are about.

use leptos::prelude::*;

use crate::browser::page::MouseEvent;
use crate::exchange::Deed;
use crate::model::{Command, Day, ItemId, PipelineEdit, Review, Stage, StageId};
use crate::ui::desk::{Against, View, use_desk};
use crate::ui::drafts::{ReviewDraft, use_drafts};
use crate::ui::parts::{DateField, Icon, Sign, TextArea, focus_beside};
use crate::ui::process::{Tab, use_process};

/// The form and the notes so far.
#[component]
pub fn Notes() -> impl IntoView {
    let process = use_process();
    let desk = use_desk();
    let t = desk.t();
    let pipeline = process.pipeline();
    let kept = Memo::new(move |_| {
        let mut found: Vec<(Day, ItemId)> = pipeline.with(|pipeline| {
            let all = pipeline.as_ref().map(|pipeline| pipeline.reviews.clone()).unwrap_or_default();
            all.into_iter().map(|(id, review)| (review.day, id)).collect()
        });
        found.sort_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    });
    let today = move || desk.zone().day(desk.now());
    let draft = use_drafts().review;
    let save = move || {
        let ReviewDraft { day, text, stages } = draft.now();
        let review = Review { day: day.unwrap_or_else(today), text, stages };
        let Some(pipeline) = desk.pipeline.get_untracked() else { return };
        let edit = PipelineEdit::Review(ItemId(desk.new_id()), Some(review));
        if desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::EditProcess) {
            draft.clear();
        }
    };
    let choose_day = move |chosen: Option<Day>| {
        draft.update(|draft| draft.day = chosen);
        true
    };
    let label = desk.element_id("review-notes");
    let heading = label.clone();
    view! {
        <section class="sheet" aria-labelledby=label>
            <h3 id=heading>{t.review_notes()}</h3>
            <p class="soft">{t.review_notes_more()}</p>
            <form
                class="review-form"
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <TextArea
                    name="review"
                    label=t.review_text()
                    value=Signal::derive(move || draft.get().text)
                    on_change=move |typed: String| {
                        draft.update(|draft| draft.text = typed);
                        true
                    }
                    hint=t.review_text_hint()
                    rows=2
                />
                <DateField
                    name="review-day"
                    label=t.review_day()
                    value=Signal::derive(move || Some(draft.get().day.unwrap_or_else(today)))
                    on_change=choose_day
                />
                <fieldset class="review-stages">
                    <legend>{t.review_about()}</legend>
                    {move || {
                        desk.ladder()
                            .into_iter()
                            .map(|stage| {
                                let id = stage.id;
                                view! {
                                    <button
                                        type="button"
                                        class=format!("stage-chip hue-{}", desk.colour(&stage))
                                        aria-pressed=move || draft.get().stages.contains(&id).to_string()
                                        on:click=move |_| {
                                            draft.update(|draft| match draft.stages.iter().position(|other| *other == id) {
                                                Some(at) => drop(draft.stages.remove(at)),
                                                None => draft.stages.push(id),
                                            });
                                        }
                                    >
                                        {stage.name.clone()}
                                    </button>
                                }
                            })
                            .collect_view()
                    }}
                </fieldset>
                <div class="button-row">
                    <button type="submit" class="button button-main" data-action="review">{t.add_review()}</button>
                </div>
            </form>
            <Show when=move || kept.with(Vec::is_empty)>
                <p class="sheet-empty">{t.no_reviews()}</p>
            </Show>
            <ol class="review-list">
                <For each=move || kept.get() key=|id| *id let:id>
                    <Note id />
                </For>
            </ol>
        </section>
    }
}

#[component]
fn Note(id: ItemId) -> impl IntoView {
    let process = use_process();
    let desk = use_desk();
    let t = desk.t();
    let pipeline = process.pipeline();
    let review = Memo::new(move |_| {
        pipeline.with(|pipeline| pipeline.as_ref().and_then(|pipeline| pipeline.reviews.get(&id).cloned()))
    });
    let put = move |review: Option<Review>| {
        desk.pipeline.get_untracked().is_some_and(|pipeline| {
            let edit = PipelineEdit::Review(id, review);
            desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::EditProcess)
        })
    };
    let remove = move |event: MouseEvent| {
        focus_beside(&event, ".review-note");
        if put(None) {
            desk.notify_undo(t.review_removed());
        }
    };
    let figures = move |_| {
        desk.compare.update(|compare| {
            compare.with = Against::Review;
            compare.review = Some(id);
            compare.asked = true;
        });
        desk.view.set(View::Insights);
    };
    let chips = move || {
        let stages = review.with(|review| review.as_ref().map(|r| r.stages.clone()).unwrap_or_default());
        if stages.is_empty() {
            return view! { <span class="soft">{t.whole_process()}</span> }.into_any();
        }
        desk.structure.track();
        let chip = move |id: StageId| {
            let stage = desk.with(|session| session.workspace().get::<Stage>(id).cloned())?;
            let go = move |_| {
                process.choose(id);
                process.tab.set(Tab::Stages);
            };
            Some(view! {
                <button type="button" class=format!("stage-chip hue-{}", desk.colour(&stage)) disabled=!stage.in_use() on:click=go>
                    {stage.name.clone()}
                </button>
            })
        };
        stages.into_iter().filter_map(chip).collect_view().into_any()
    };
    view! {
        <li class="review-note" data-review=id.to_string()>
            <div class="review-head">
                <time datetime=move || review.with(|review| review.as_ref().map(|review| review.day.to_string()))>{move || review.with(|review| review.as_ref().map(|review| desk.formats().day(review.day)))}</time>
                <span class="review-chips">{chips}</span>
                <button type="button" class="icon-button" aria-label=t.remove_review() title=t.remove_review() on:click=remove>
                    <Icon sign=Sign::Close />
                </button>
            </div>
            <TextArea
                name="review-text"
                label=t.review_text()
                value=Signal::derive(move || review.with(|review| review.as_ref().map(|r| r.text.clone()).unwrap_or_default()))
                on_change=move |text: String| {
                    let review = review.get_untracked();
                    review.is_some_and(|review| put(Some(Review { text, ..review })))
                }
                rows=1
                bare=true
            />
            <button type="button" class="link-button review-figures" data-action="review-figures" on:click=figures>
                {t.compare_review_link()}
            </button>
        </li>
    }
}
