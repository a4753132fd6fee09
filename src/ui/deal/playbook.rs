//! The playbook of the present stage: messages with this deal's values, objections and answers, outlines, ways to close.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::{clipboard, page};
use crate::model::{Play, PlayKind, Stage, in_order};
use crate::templates::fill::{Piece, Placeholder, fill, written};

use super::section::Section;
use super::subject::Subject;

/// The section.
#[component]
pub fn PlaybookSection(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let count = Signal::derive(move || {
        let plays = subject.stage.with(|stage| stage.as_ref().map_or(0, |stage| stage.plays.len()));
        if plays == 0 { String::new() } else { plays.to_string() }
    });
    view! {
        <Section name="playbook" title=t.deal_playbook() count>
            {move || subject.stage.get().map(|stage| view! { <Plays subject stage /> })}
        </Section>
    }
}

#[component]
fn Plays(subject: Subject, stage: Arc<Stage>) -> impl IntoView {
    let t = subject.desk.t();
    if stage.plays.is_empty() {
        return view! { <p class="part-note">{t.deal_playbook_empty()}</p> }.into_any();
    }
    PlayKind::ALL
        .into_iter()
        .filter_map(|kind| {
            let plays: Vec<Play> = in_order(&stage.plays)
                .into_iter()
                .filter(|(_, play)| play.kind == kind)
                .map(|(_, p)| p.clone())
                .collect();
            let rows = plays.into_iter().map(|play| view! { <PlayRow subject play /> }).collect::<Vec<_>>();
            (!rows.is_empty()).then(|| view! { <h4>{t.deal_plays(kind)}</h4> <ul class="plays">{rows}</ul> })
        })
        .collect_view()
        .into_any()
}

/// What a placeholder stands for in this deal; empty if it has no value.
fn value(subject: Subject, placeholder: Placeholder) -> String {
    let formats = subject.desk.formats();
    let currency = subject.currency();
    let found = subject.read(|deal| match placeholder {
        Placeholder::Name => deal.contact.clone(),
        Placeholder::Company => deal.company.clone(),
        Placeholder::Problem => deal.story.pain.clone(),
        Placeholder::Product => deal.product.clone(),
        Placeholder::Me => deal.owner.clone(),
        Placeholder::Value if deal.value > 0 => formats.money(deal.value, currency),
        Placeholder::Value => String::new(),
        Placeholder::ExpectedClose => deal.expected.map(|day| formats.day(day)).unwrap_or_default(),
        Placeholder::Deal => deal.title.clone(),
    });
    found.unwrap_or_default()
}

#[component]
fn PlayRow(subject: Subject, play: Play) -> impl IntoView {
    let t = subject.desk.t();
    let message = play.kind == PlayKind::Message;
    let text = play.text.clone();
    let pieces = Memo::new(move |_| {
        if message {
            fill(&text, |placeholder| value(subject, placeholder))
        } else {
            vec![Piece::Text(text.clone())]
        }
    });
    let missing = Memo::new(move |_| {
        pieces.with(|pieces| pieces.iter().filter(|piece| matches!(piece, Piece::Missing(_))).count() as u64)
    });
    let body = move || {
        pieces
            .get()
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => view! { <span>{text}</span> }.into_any(),
                Piece::Filled(text) => view! { <span class="filled">{text}</span> }.into_any(),
                Piece::Missing(text) => view! { <mark class="missing">{text}</mark> }.into_any(),
            })
            .collect_view()
    };
    let (title, label) = (play.title.clone(), play.title.clone());
    let topic =
        (!play.topic.is_empty()).then(|| view! { <span class="part-note">" " {play.topic.clone()}</span> });
    let copy = message.then(|| view! { <CopyButton subject pieces label missing /> });
    view! {
        <li class="play">
            <details class="fold">
                <summary dir="auto">{title} {topic}</summary>
                <p class="play-text" dir="auto">{body}</p>
                <Show when=move || { missing.get() > 0 }>
                    <p class="part-note">{move || t.deal_placeholders_open(missing.get())}</p>
                </Show>
            </details>
            {copy}
        </li>
    }
}

/// Copies a message as it stands.
#[component]
fn CopyButton(
    subject: Subject,
    pieces: Memo<Vec<Piece>>,
    label: String,
    missing: Memo<u64>,
) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let copy = move |_| {
        let text = pieces.with_untracked(|pieces| written(pieces));
        let left = missing.get_untracked();
        let root = desk.root.get_value();
        page::spawn(async move {
            if clipboard::copy(&text, &root).await {
                desk.notify(t.deal_copied(left));
            } else {
                desk.warn(t.deal_copy_refused().into());
            }
        });
    };
    view! {
        <button type="button" class="button" data-action="copy" aria-label=t.deal_copy_name(&label) on:click=copy>
            {t.deal_copy()}
        </button>
    }
}
