//! Findings as cards: the sentence, what it rests on, its deals, what to do, and a way to put it away.

use leptos::prelude::*;

use super::SIGN;
use crate::browser::page::{self, MouseEvent};
use crate::exchange::Deed;
use crate::metrics::Figure;
use crate::model::{Command, PipelineEdit};
use crate::ui::desk::Desk;
use crate::ui::insights::use_insights;
use crate::ui::parts::{Icon, focus_found};

/// A finding in words, with all that its card does.
#[derive(Clone)]
pub struct Said {
    /// What kind it is, for scripts.
    pub kind: &'static str,
    /// Its name among those that were dismissed.
    pub key: String,
    /// The state that it is in.
    pub state: String,
    /// What kind it is, in words.
    pub word: String,
    /// What it says, without a full stop.
    pub sentence: String,
    /// What it rests on.
    pub facts: Vec<String>,
    /// How many deals it has.
    pub deals: u64,
    /// The figure that they are of.
    pub figure: Figure,
    /// The colour of the stage that it is about.
    pub hue: Option<u8>,
    /// What to do next: what it is called, and the way there.
    pub next: Option<(String, Callback<()>)>,
}

impl Said {
    /// Whether it was put away in the state that it is in. Follows what is put away.
    pub fn is_away(&self, desk: Desk) -> bool {
        let pipeline = desk.current_pipeline();
        pipeline.is_some_and(|pipeline| pipeline.dismissed.get(&self.key) == Some(&self.state))
    }

    /// Stores that it was put away in its state, or brings it back.
    fn put_away(&self, desk: Desk, away: bool) -> bool {
        let Some(pipeline) = desk.pipeline.get_untracked() else { return false };
        let state = away.then(|| self.state.clone());
        let edit = PipelineEdit::Dismiss { finding: self.key.clone(), state };
        desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::DismissFinding)
    }
}

/// Those that were not put away, and where the reader asks for them those that were.
#[component]
pub fn FindingList(
    /// All, in order.
    all: Vec<Said>,
    /// Whether those that were put away are shown too.
    with_dismissed: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_insights().desk;
    let t = desk.t();
    let (away, shown): (Vec<Said>, Vec<Said>) = all.into_iter().partition(|said| said.is_away(desk));
    let cards = move |all: Vec<Said>, away: bool| {
        let keys: Vec<String> = all.iter().map(|said| said.key.clone()).collect();
        let card = |(at, said): (usize, Said)| {
            // Who puts one away goes on with the next, or from the last with the one before.
            let next = keys.get(at + 1).or(at.checked_sub(1).and_then(|before| keys.get(before))).cloned();
            view! { <Card said away next /> }
        };
        (!all.is_empty()).then(|| {
            view! { <ul class="finding-list">{all.into_iter().enumerate().map(card).collect_view()}</ul> }
        })
    };
    let count = away.len() as u64;
    let away = StoredValue::new(away);
    let text = move || {
        if with_dismissed.get() {
            t.finding_hide().to_owned()
        } else {
            t.finding_dismissed(count, &desk.formats().count(count))
        }
    };
    view! {
        {cards(shown, false)}
        {(count > 0)
            .then(|| {
                view! {
                    <button
                        type="button"
                        class="link-button finding-away"
                        data-action="show-dismissed"
                        aria-expanded=move || with_dismissed.get().to_string()
                        on:click=move |_| with_dismissed.update(|shown| *shown = !*shown)
                    >
                        {text}
                    </button>
                }
            })}
        {move || with_dismissed.get().then(|| cards(away.get_value(), true))}
    }
}

/// One of them; `next` is the key of the one that the focus goes to when it is put away.
#[component]
fn Card(said: Said, away: bool, next: Option<String>) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let kept = StoredValue::new(said.clone());
    let Said { kind, key, word, sentence, facts, deals, hue, next: way, .. } = said;
    let class = hue.map_or_else(|| "finding".to_owned(), |hue| format!("finding hue-{hue}"));
    let show = t.finding_show(deals, &desk.formats().count(deals));
    let show_label = t.finding_show_of(&show, &sentence);
    let put = if away { t.finding_restore() } else { t.finding_dismiss() };
    let put_label = t.finding_show_of(put, &sentence);
    let own = key.clone();
    let turn = move |event: MouseEvent| {
        // There may be a list of each kind on the page.
        let part = page::closest(&event, "[data-part]").and_then(|part| page::data(&part, "part"));
        if !kept.with_value(|said| said.put_away(desk, !away)) {
            return;
        }
        if !away {
            desk.notify_undo(t.finding_put_away().to_owned());
        }
        let to = if away { Some(own.clone()) } else { next.clone() };
        let selector = match to {
            Some(key) => format!("[data-key='{key}'] [data-action='dismiss']"),
            None => "[data-action='show-dismissed']".to_owned(),
        };
        let within = part.map(|part| format!("[data-part='{part}'] ")).unwrap_or_default();
        focus_found(desk, within + &selector);
    };
    let open = move |_| kept.with_value(|said| insights.open(said.figure.clone(), said.sentence.clone()));
    view! {
        <li class=class data-finding=kind data-key=key data-value=deals.to_string()>
            <p class="finding-kind">
                <Icon sign=SIGN />
                {word}
            </p>
            <p class="finding-said">{sentence}</p>
            <ul class="finding-facts">
                {facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}
            </ul>
            <p class="finding-ways">
                {(deals > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                data-action="show-deals"
                                aria-label=show_label
                                on:click=open
                            >
                                {show}
                            </button>
                        }
                    })}
                {way
                    .map(|(name, go)| {
                        view! {
                            <button type="button" class="link-button" data-action="finding-next" on:click=move |_| go.run(())>
                                {name}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="link-button"
                    data-action=if away { "bring-back" } else { "dismiss" }
                    aria-label=put_label
                    on:click=turn
                >
                    {put}
                </button>
            </p>
        </li>
    }
}
