//! What the texts in the columns of stages and outcomes become, and the order of the stages that are new.

use leptos::prelude::*;

use crate::exchange::csv_options::{Meaning, PlanError, StageChoice};
use crate::model::{MAX_NAME, OutcomeKind};
use crate::ui::parts::{Choice, Offer};

use super::columns::short;
use super::draft::Draft;
use super::lists::{Entry, Meanings, OrderList};
use super::target::TargetFields;

/// Words for outcomes that are listed; a column with more of them is another column.
const LISTED: usize = 40;

const WON: &str = "won";
const LOST: &str = "lost";
const NURTURE: &str = "nurture";
const OPEN: &str = "open";

fn stage_key(choice: &StageChoice) -> String {
    match choice {
        StageChoice::Existing(id) => format!("stage:{id}"),
        StageChoice::New(name) => format!("new:{name}"),
    }
}

fn stage_of(key: &str) -> Option<StageChoice> {
    match key.split_once(':')? {
        ("stage", id) => id.parse().ok().map(StageChoice::Existing),
        ("new", name) => Some(StageChoice::New(name.to_owned())),
        _ => None,
    }
}

fn meaning_key(meaning: &Meaning) -> String {
    match meaning {
        Meaning::Stage(choice) => stage_key(choice),
        Meaning::Won => WON.to_owned(),
        Meaning::Lost => LOST.to_owned(),
    }
}

/// The stages to choose from: those that are there, those that will be, and one called like the text.
fn stage_offers(draft: Draft, own: &str) -> Vec<Offer> {
    let t = draft.desk.t();
    let mut names: Vec<String> = draft.options.with(|options| {
        options
            .as_ref()
            .map(|o| o.new_stages.iter().map(|stage| stage.name.clone()).collect())
            .unwrap_or_default()
    });
    let own: String = own.chars().take(MAX_NAME).collect();
    let own = if own.is_empty() && names.is_empty() { t.import_first_stage().to_owned() } else { own };
    if !own.is_empty() && !names.iter().any(|name| name.to_lowercase() == own.to_lowercase()) {
        names.push(own);
    }
    let there = draft
        .ladder()
        .into_iter()
        .map(|stage| (stage_key(&StageChoice::Existing(stage.id)), stage.name.clone()));
    let new = names.into_iter().map(|name| {
        let text = t.import_new_stage(&name);
        (stage_key(&StageChoice::New(name)), text)
    });
    there.chain(new).collect()
}

/// The section.
#[component]
pub fn Stages(
    /// The decisions.
    draft: Draft,
) -> impl IntoView {
    let t = draft.desk.t();
    let trouble = Memo::new(move |_| draft.options.with(|options| options.as_ref().err().cloned()));
    let has_words = Memo::new(move |_| {
        draft.words.with(|words| words.len() <= LISTED && words.iter().any(|(word, _)| !word.is_empty()))
    });
    let ordered = Memo::new(move |_| {
        draft.options.with(|options| options.as_ref().is_ok_and(|options| options.new_stages.len() > 1))
    });
    view! {
        <section class="import-part">
            <h3>{t.import_stages()}</h3>
            <TargetFields draft />
            {move || match trouble.get() {
                Some(PlanError::TooManyStages(_)) | Some(PlanError::Unknown) | Some(PlanError::Blank)
                | Some(PlanError::ColumnFull) => ().into_any(),
                None => {
                    view! {
                        <div class="import-pair">
                            <div class="import-meanings">
                                <StageMeanings draft />
                                <Show when=move || has_words.get()>
                                    <WordMeanings draft />
                                </Show>
                            </div>
                            <div class="import-meanings">
                                <Show when=move || ordered.get()>
                                    <Order draft />
                                </Show>
                                <Show when=move || draft.closed_unplaced()>
                                    <ClosedIn draft />
                                </Show>
                            </div>
                        </div>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// Texts with the number of their rows in words.
fn counted(draft: Draft, texts: Signal<Vec<(String, usize)>>) -> Signal<Vec<(String, String)>> {
    let rows =
        move |rows: usize| draft.desk.t().import_rows(rows as u64, &draft.desk.formats().count(rows as u64));
    Signal::derive(move || texts.get().into_iter().map(|(text, count)| (text, rows(count))).collect())
}

#[component]
fn StageMeanings(draft: Draft) -> impl IntoView {
    let t = draft.desk.t();
    let entry = Callback::new(move |text: String| {
        let alone = draft.stages.with_untracked(|all| all.len() == 1);
        let name = match (text.is_empty(), alone) {
            (false, _) => short(&text),
            (true, true) => t.import_every_deal().to_owned(),
            (true, false) => t.import_no_stage().to_owned(),
        };
        let (key, own) = (text.clone(), text.clone());
        let value = Signal::derive(move || {
            draft.options.with(|options| {
                let meaning = options.as_ref().ok().and_then(|o| o.stages.get(&key));
                meaning.map(meaning_key).unwrap_or_default()
            })
        });
        let offers = Signal::derive(move || {
            let mut offers = stage_offers(draft, &own);
            offers.push((WON.to_owned(), t.won().to_owned()));
            offers.push((LOST.to_owned(), t.lost().to_owned()));
            offers
        });
        let on_choose = Callback::new(move |key: String| {
            let meaning = match key.as_str() {
                WON => Some(Meaning::Won),
                LOST => Some(Meaning::Lost),
                key => stage_of(key).map(Meaning::Stage),
            };
            meaning.is_some_and(|meaning| {
                draft.mean(&text, meaning);
                true
            })
        });
        Entry { name, offers, value, on_choose }
    });
    view! { <Meanings field="stage" head=t.import_in_file() texts=counted(draft, draft.stages.into()) entry /> }
}

#[component]
fn WordMeanings(draft: Draft) -> impl IntoView {
    let t = draft.desk.t();
    let offers = Signal::stored(vec![
        (OPEN.to_owned(), t.open().to_owned()),
        (WON.to_owned(), t.won().to_owned()),
        (LOST.to_owned(), t.lost().to_owned()),
        (NURTURE.to_owned(), t.nurture().to_owned()),
        (String::new(), t.import_as_stage().to_owned()),
    ]);
    let texts = Signal::derive(move || {
        draft.words.get().into_iter().filter(|(word, _)| !word.is_empty()).collect::<Vec<_>>()
    });
    let texts = counted(draft, texts);
    let entry = Callback::new(move |word: String| {
        let (name, key) = (short(&word), word.clone());
        let value = Signal::derive(move || {
            draft.options.with(|options| {
                let said = options.as_ref().ok().and_then(|o| o.outcomes.get(&key).copied());
                match said {
                    Some(OutcomeKind::Open) => OPEN,
                    Some(OutcomeKind::Won) => WON,
                    Some(OutcomeKind::Lost) => LOST,
                    Some(OutcomeKind::Nurture) => NURTURE,
                    None => "",
                }
                .to_owned()
            })
        });
        let on_choose = Callback::new(move |key: String| {
            let outcome = match key.as_str() {
                OPEN => Some(OutcomeKind::Open),
                WON => Some(OutcomeKind::Won),
                LOST => Some(OutcomeKind::Lost),
                NURTURE => Some(OutcomeKind::Nurture),
                _ => None,
            };
            draft.say(&word, outcome);
            true
        });
        Entry { name, offers, value, on_choose }
    });
    view! { <Meanings field="outcome" head=t.import_outcome_words() texts entry /> }
}

#[component]
fn ClosedIn(draft: Draft) -> impl IntoView {
    let t = draft.desk.t();
    let offers = Signal::derive(move || stage_offers(draft, ""));
    let value = Signal::derive(move || {
        draft.options.with(|options| options.as_ref().map(|o| stage_key(&o.closed_in)).unwrap_or_default())
    });
    view! {
        <div class="import-closed">
            <Choice
                name="closed-in"
                label=t.import_closed_in()
                offers=offers
                value=value
                on_choose=move |key: String| {
                    stage_of(&key).is_some_and(|stage| {
                        draft.close_in(stage);
                        true
                    })
                }
            />
            <p class="soft">{t.import_closed_in_more()}</p>
        </div>
    }
}

#[component]
fn Order(draft: Draft) -> impl IntoView {
    let t = draft.desk.t();
    let stages = Memo::new(move |_| {
        draft.options.with(|options| {
            let stages = options.as_ref().map(|o| o.new_stages.as_slice()).unwrap_or_default();
            stages
                .iter()
                .map(|stage| (stage.name.clone(), t.chance_of_stage(stage.chance)))
                .collect::<Vec<_>>()
        })
    });
    let behind = Memo::new(move |_| !draft.ladder().is_empty());
    view! {
        <OrderList
            head=t.import_order()
            stages
            on_shift=move |(name, by): (String, isize)| draft.shift(&name, by)
        >
            <Show when=move || behind.get()>
                <p class="soft">{t.import_order_behind()}</p>
            </Show>
        </OrderList>
    }
}
