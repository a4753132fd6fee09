//! What the activities of a log become, the order of the stages, and what becomes of the deals that are open in the end.

use leptos::prelude::*;

use crate::exchange::log_options::{Becomes, Ending, stage_name};
use crate::ui::parts::{Choice, Offer};

use super::super::columns::short;
use super::super::lists::{Entry, Meanings, OrderList};
use super::draft::LogDraft;

/// The key of a stage is this and its name.
const STAGE: &str = "stage:";
/// What an activity can become besides a stage.
const OTHERS: [(&str, Becomes); 4] = [
    ("won", Becomes::Won),
    ("lost", Becomes::Lost),
    ("nurture", Becomes::Nurture),
    ("none", Becomes::LeftOut),
];
const ENDINGS: [(Ending, &str); 3] = [(Ending::Open, "open"), (Ending::Won, "won"), (Ending::Lost, "lost")];

fn key_of(becomes: &Becomes) -> String {
    match becomes {
        Becomes::Stage(name) => format!("{STAGE}{name}"),
        other => OTHERS.iter().find(|(_, known)| known == other).map_or("", |(key, _)| key).to_owned(),
    }
}

fn becomes_of(key: &str) -> Option<Becomes> {
    match key.strip_prefix(STAGE) {
        Some(name) => Some(Becomes::Stage(name.to_owned())),
        None => OTHERS.iter().find(|(known, _)| *known == key).map(|(_, becomes)| becomes.clone()),
    }
}

/// A stage of its own, one of the others, a closing, or nothing.
fn offers(draft: LogDraft, activity: &str) -> Vec<Offer> {
    let t = draft.desk.t();
    let own = stage_name(activity);
    let stages = draft.options.with(|o| o.as_ref().map(|o| o.stages.clone()).unwrap_or_default());
    let mut all = vec![(format!("{STAGE}{own}"), t.log_own_stage(&short(&own)))];
    let others = stages.into_iter().filter(|name| *name != own);
    all.extend(others.map(|name| (format!("{STAGE}{name}"), t.log_with_stage(&short(&name)))));
    let words = [t.log_wins(), t.log_loses(), t.log_nurtures(), t.log_left_out()];
    all.extend(OTHERS.iter().zip(words).map(|((key, _), words)| ((*key).to_owned(), words.to_owned())));
    all
}

/// The lists.
#[component]
pub fn Activities(
    /// The decisions.
    draft: LogDraft,
) -> impl IntoView {
    let desk = draft.desk;
    let t = desk.t();
    let texts = Signal::derive(move || {
        if draft.options.with(Result::is_err) {
            return Vec::new();
        }
        draft.log.with(|log| {
            let mut found: Vec<_> = log.iter().flat_map(|log| &log.activities).collect();
            found.sort_by(|a, b| a.place.total_cmp(&b.place));
            let count = |count: usize| (count as u64, desk.formats().count(count as u64));
            let line = |events, cases| {
                let ((events, events_shown), (cases, cases_shown)) = (count(events), count(cases));
                t.log_activity_line(events, &events_shown, cases, &cases_shown)
            };
            found.into_iter().map(|a| (a.name.clone(), line(a.events, a.cases))).collect()
        })
    });
    let entry = Callback::new(move |activity: String| {
        let (name, key, own) = (short(&activity), activity.clone(), activity.clone());
        let value = Signal::derive(move || {
            draft
                .options
                .with(|o| o.as_ref().ok().and_then(|o| o.becomes.get(&key)).map(key_of).unwrap_or_default())
        });
        let on_choose = Callback::new(move |key: String| {
            let Some(becomes) = becomes_of(&key) else { return false };
            draft.mean(&activity, becomes);
            true
        });
        Entry { name, offers: Signal::derive(move || offers(draft, &own)), value, on_choose }
    });
    let stages = Memo::new(move |_| {
        let stages = draft.options.with(|o| o.as_ref().map(|o| o.stages.clone()).unwrap_or_default());
        stages.into_iter().map(|name| (name, String::new())).collect::<Vec<_>>()
    });
    let shift = move |(name, by): (String, isize)| draft.change(|options| options.shift(&name, by));
    view! {
        <div class="import-pair">
            <div class="import-meanings">
                <Meanings field="activity" head=t.log_activity() texts entry />
            </div>
            <div class="import-meanings">
                <Ends draft />
                <Show when=move || stages.with(|stages| stages.len() > 1)>
                    <OrderList head=t.log_order() stages on_shift=shift>
                        <p class="soft">{t.log_order_more()}</p>
                    </OrderList>
                </Show>
            </div>
        </div>
    }
}

#[component]
fn Ends(draft: LogDraft) -> impl IntoView {
    let t = draft.desk.t();
    let offers = Signal::stored(
        ENDINGS.iter().map(|(ending, key)| ((*key).to_owned(), t.log_ending(*ending))).collect::<Vec<_>>(),
    );
    let value = Signal::derive(move || {
        let ending = draft.options.with(|o| o.as_ref().map(|o| o.ending).unwrap_or_default());
        ENDINGS.iter().find(|(other, _)| *other == ending).map_or("", |(_, key)| key).to_owned()
    });
    view! {
        <div class="import-closed">
            <Choice
                name="ending"
                label=t.log_ends()
                offers=offers
                value=value
                on_choose=move |key: String| {
                    let found = ENDINGS.iter().find(|(_, other)| *other == key);
                    found.is_some_and(|(ending, _)| {
                        draft.change(|options| options.ending = *ending);
                        true
                    })
                }
            />
        </div>
    }
}
