//! The fifth step: what to watch, when to look again, and what is changed now.

use leptos::prelude::*;

use crate::model::{Day, ItemId, PipelineEdit, Review};
use crate::ui::desk::{Against, View};
use crate::ui::drafts::use_drafts;
use crate::ui::insights::{sentence, standing_out};
use crate::ui::parts::{DateField, Icon, Sign, TextArea};

use super::{Guided, use_guide};

/// How many sentences about what stands out are offered.
const OFFERED: usize = 4;
/// How many notes on changes are shown.
const SHOWN: usize = 3;

/// What to watch, the next review, and a note on what is changed.
#[component]
pub fn Watch() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let watch = guided.guide(|guide| guide.watch.clone());
    let review = guided.guide(|guide| guide.review_on);
    let findings = Memo::new(move |_| {
        let found = standing_out(desk).into_iter().map(|finding| sentence(desk, &finding));
        found
            .filter(|said| watch.with(|watch| !watch.contains(said.as_str())))
            .take(OFFERED)
            .collect::<Vec<_>>()
    });
    let take = move |said: &str| {
        guided.settle_fields();
        let mut text = watch.get_untracked();
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(said);
        guided.change(PipelineEdit::GuideWatch(text));
    };
    let soon = [(30, t.guide_in_a_month()), (91, t.guide_in_a_quarter())];
    view! {
        <TextArea
            name="guide-watch"
            label=t.guide_watch()
            hint=t.guide_watch_hint()
            value=watch
            on_change=move |text: String| guided.change(PipelineEdit::GuideWatch(text))
            rows=4
        />
        <Show when=move || !findings.with(Vec::is_empty)>
            <div class="guide-findings">
                <span class="guide-label">{t.guide_stands_out()}</span>
                <For each=move || findings.get() key=|said| said.clone() let:said>
                    {
                        let text = said.clone();
                        view! {
                            <button
                                type="button"
                                class="guide-offer"
                                data-action="watch-finding"
                                on:click=move |_| take(&text)
                            >
                                <Icon sign=Sign::Plus />
                                <span>{said.clone()}</span>
                            </button>
                        }
                    }
                </For>
            </div>
        </Show>
        <div class="guide-day">
            <DateField
                name="guide-review-on"
                label=t.guide_review_on()
                value=review
                on_change={move |day: Option<Day>| guided.change(PipelineEdit::ReviewOn(day))}
            />
            {soon
                .map(|(days, name)| {
                    view! {
                        <button
                            type="button"
                            class="button"
                            data-days=days.to_string()
                            on:click=move |_| {
                                guided.change(PipelineEdit::ReviewOn(Day::from_number(guided.today().number() + days)));
                            }
                        >
                            {name}
                        </button>
                    }
                })}
        </div>
        <Changes />
    }
}

/// A dated note on what is changed now, and the way to the figures before and after.
#[component]
fn Changes() -> impl IntoView {
    let guided = use_guide();
    let desk = guided.desk;
    let t = desk.t();
    let draft = use_drafts().change;
    let latest = Memo::new(move |_| {
        let mut found: Vec<(Day, ItemId, String)> = guided.pipeline.with(|pipeline| {
            let all = pipeline.iter().flat_map(|pipeline| &pipeline.reviews);
            all.map(|(id, review)| (review.day, *id, review.text.clone())).collect()
        });
        found.sort_by_key(|review| std::cmp::Reverse((review.0, review.1)));
        found.truncate(SHOWN);
        found
    });
    let note = move || {
        guided.settle_fields();
        let review = Review { day: guided.today(), text: draft.now(), stages: Vec::new() };
        if guided.change(PipelineEdit::Review(ItemId(desk.new_id()), Some(review))) {
            draft.clear();
            desk.notify_undo(t.guide_review_kept());
        }
    };
    view! {
        <form
            class="guide-change"
            on:submit=move |event| {
                event.prevent_default();
                note();
            }
        >
            <TextArea
                name="guide-review"
                label=t.guide_review()
                hint=t.review_text_hint()
                value=Signal::derive(move || draft.get())
                on_change=move |typed: String| {
                    draft.update(|text| *text = typed);
                    true
                }
                rows=2
            />
            <button type="submit" class="button" data-action="guide-review">{t.add_review()}</button>
        </form>
        <ul class="guide-reviews">
            <For each=move || latest.get() key=|review| review.clone() let:review>
                {
                    let (day, id, text) = review;
                    view! {
                        <li data-review=id.to_string()>
                            <time datetime=day.to_string()>{desk.formats().day(day)}</time>
                            <span dir="auto">{text}</span>
                            <button type="button" class="link-button" on:click=move |_| compare(guided, id)>
                                {t.compare_review_link()}
                            </button>
                        </li>
                    }
                }
            </For>
        </ul>
    }
}

/// Shows the figures before and after a change of the process.
fn compare(guided: Guided, review: ItemId) {
    let desk = guided.desk;
    desk.compare.update(|compare| {
        compare.with = Against::Review;
        compare.review = Some(review);
        compare.asked = true;
    });
    desk.view.set(View::Insights);
}
