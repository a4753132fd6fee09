//! The self-assessment: four statements, five levels, kept over time.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Assessment, Command, Day, ItemId, PipelineEdit};
use crate::ui::desk::use_desk;
use crate::ui::drafts::{AssessmentDraft, use_drafts};
use crate::ui::parts::{Check, DateField, Icon, Sign, TextArea, focus_beside};
use crate::ui::process::use_process;

/// The form and the assessments so far.
#[component]
pub fn Maturity() -> impl IntoView {
    let process = use_process();
    let desk = use_desk();
    let t = desk.t();
    let pipeline = process.pipeline();
    let kept = Memo::new(move |_| {
        let mut found: Vec<(ItemId, Assessment)> = pipeline.with(|pipeline| {
            let all = pipeline.as_ref().map(|pipeline| pipeline.assessments.clone()).unwrap_or_default();
            all.into_iter().collect()
        });
        found.sort_by_key(|(id, assessment)| std::cmp::Reverse((assessment.day, *id)));
        found
    });
    let today = move || desk.zone().day(desk.now());
    let draft = use_drafts().assessment;
    let dispatch = move |item: ItemId, assessment: Option<Assessment>| {
        desk.pipeline.get_untracked().is_some_and(|pipeline| {
            let edit = PipelineEdit::Assessment(item, assessment);
            desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::EditProcess)
        })
    };
    let save = move || {
        let AssessmentDraft { day, note, holds } = draft.now();
        let day = day.unwrap_or_else(today);
        let assessment = Assessment { day, holds, note };
        let level = assessment.level();
        if dispatch(ItemId(desk.new_id()), Some(assessment)) {
            // What was ticked stays, to begin with the next time.
            draft.update(|draft| *draft = AssessmentDraft { holds, ..AssessmentDraft::default() });
            desk.say(t.maturity_now(level, &desk.formats().day(day)));
        }
    };
    let remove = move |item: ItemId| {
        if dispatch(item, None) {
            desk.notify_undo(t.assessment_removed());
        }
    };
    let statement = move |number: usize| {
        let value = Signal::derive(move || draft.get().holds.get(number).copied().unwrap_or(false));
        let tick = move |ticked: bool| {
            draft.update(|draft| {
                if let Some(held) = draft.holds.get_mut(number) {
                    *held = ticked;
                }
            });
            true
        };
        view! { <li><Check name="statement" label=t.maturity_statement(number) value=value on_change=tick /></li> }
    };
    let level = move || Assessment { day: today(), holds: draft.get().holds, note: String::new() }.level();
    let choose_day = move |chosen: Option<Day>| {
        draft.update(|draft| draft.day = chosen);
        true
    };
    let label = desk.element_id("maturity");
    let heading = label.clone();
    view! {
        <section class="sheet" aria-labelledby=label>
            <h3 id=heading>{t.maturity()}</h3>
            <p class="soft">{t.maturity_more()}</p>
            <form
                class="assess"
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <ul class="statements">{(0..4).map(statement).collect_view()}</ul>
                <p class="assess-level" aria-live="polite">
                    <Level level=Signal::derive(level) />
                    <span>{move || t.maturity_level(level())}</span>
                </p>
                <div class="assess-more">
                    <DateField
                        name="assessed"
                        label=t.assessed_on()
                        value=Signal::derive(move || Some(draft.get().day.unwrap_or_else(today)))
                        on_change=choose_day
                    />
                    <TextArea
                        name="assessment-note"
                        label=t.assessment_note()
                        value=Signal::derive(move || draft.get().note)
                        on_change=move |text: String| {
                            draft.update(|draft| draft.note = text);
                            true
                        }
                        hint=t.assessment_note_hint()
                        rows=2
                    />
                </div>
                <div class="button-row">
                    <button type="submit" class="button button-main" data-action="assess">{t.save_assessment()}</button>
                </div>
            </form>
            <h4>{t.assessments_so_far()}</h4>
            <Show when=move || kept.with(Vec::is_empty)>
                <p class="sheet-empty">{t.no_assessments()}</p>
            </Show>
            <ol class="assessments">
                <For each=move || kept.get() key=|entry| entry.0 let:entry>
                    {
                        let (item, assessment) = entry;
                        let level = assessment.level();
                        view! {
                            <li data-metric="maturity" data-value=level.to_string()>
                                <time datetime=assessment.day.to_string()>{desk.formats().day(assessment.day)}</time>
                                <Level level=Signal::stored(level) />
                                <span class="assessment-word">{t.maturity_level(level)}</span>
                                <span class="assessment-note" dir="auto">{assessment.note.clone()}</span>
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label=t.remove_assessment()
                                    title=t.remove_assessment()
                                    on:click=move |event| {
                                        focus_beside(&event, "li");
                                        remove(item);
                                    }
                                >
                                    <Icon sign=Sign::Close />
                                </button>
                            </li>
                        }
                    }
                </For>
            </ol>
        </section>
    }
}

/// Five blocks, as many filled as the level is high.
#[component]
fn Level(level: Signal<u8>) -> impl IntoView {
    view! {
        <span class="level" aria-hidden="true">
            {(1..=5u8).map(|step| view! { <i class:is-filled=move || step <= level.get()></i> }).collect_view()}
        </span>
        <b class="level-number">{move || level.get().to_string()}</b>
    }
}
