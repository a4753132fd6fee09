//! What keeps the buyer from buying, what was answered, and what the playbook would answer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{DealEdit, ItemId, ListKind, Objection, Play, PlayKind, Stage, in_order};
use crate::ui::desk::Desk;
use crate::ui::parts::{Check, Choice, Offer, TextArea, TextField};

use super::section::{AddForm, RemoveButton, Section};
use super::subject::Subject;

/// The section.
#[component]
pub fn ObjectionSection(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let open = Memo::new(move |_| {
        subject
            .read(|deal| deal.story.objections.values().filter(|o| o.overcome.is_none()).count())
            .unwrap_or(0)
    });
    let count = Signal::derive(move || {
        let all = subject.read(|deal| deal.story.objections.len()).unwrap_or(0);
        if all == 0 { String::new() } else { t.deal_objections_open(open.get() as u64, all as u64) }
    });
    let order = Memo::new(move |_| {
        let rows = subject.read(|deal| {
            let mut rows: Vec<_> =
                deal.story.objections.iter().map(|(id, o)| (o.overcome.is_some(), o.raised, *id)).collect();
            rows.sort_unstable_by_key(|(overcome, raised, id)| {
                (*overcome, std::cmp::Reverse((*raised, *id)))
            });
            rows.into_iter().map(|(.., id)| id).collect::<Vec<ItemId>>()
        });
        rows.unwrap_or_default()
    });
    view! {
        <Section name="objections" title=t.deal_objections() count urgent=Signal::derive(move || open.get() > 0)>
            <AddObjection subject />
            <ul class="items">
                <For each=move || order.get() key=|id| *id let:item>
                    <Row subject item />
                </For>
            </ul>
        </Section>
    }
}

/// The kinds to choose from; also one that is no longer in the list, if the objection has it.
fn kinds(desk: Desk, own: &str) -> Vec<Offer> {
    let mut words = desk.list_words(ListKind::ObjectionKinds);
    if !words.iter().any(|word| word == own) {
        words.insert(0, own.to_owned());
    }
    if !own.is_empty() && !words.iter().any(String::is_empty) {
        words.insert(0, String::new());
    }
    let name =
        |word: &String| if word.is_empty() { desk.t().deal_no_kind().to_owned() } else { word.clone() };
    words.iter().map(|word| (word.clone(), name(word))).collect()
}

#[component]
fn AddObjection(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let open = RwSignal::new(false);
    let (kind, words) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move || {
        let (kind_now, words_now) = (kind.get_untracked(), words.get_untracked());
        let objection = Objection {
            kind: kind_now,
            words: words_now.trim().to_owned(),
            answer: String::new(),
            raised: desk.now(),
            overcome: None,
        };
        let kept = subject.edit(DealEdit::Objection(ItemId(desk.new_id()), Some(objection)));
        if kept {
            words.set(String::new());
            kind.set(String::new());
        }
        kept
    };
    view! {
        <AddForm name="objection" label=t.deal_add_objection() open on_send=move |()| send()>
            <Choice
                name="objection-kind"
                label=t.deal_objection_kind()
                offers=Signal::derive(move || kinds(desk, ""))
                value=kind
                on_choose=move |key| {
                    kind.set(key);
                    true
                }
            />
            <TextField
                name="objection-words"
                label=t.deal_objection_words()
                value=words
                on_change=move |v| {
                    words.set(v);
                    true
                }
            />
            <div class="button-row">
                <button type="submit" class="button button-main">{t.deal_add()}</button>
            </div>
        </AddForm>
    }
}

/// What the playbook answers to objections of a kind: of the present stage first, then of the pipeline's others.
fn answers(subject: Subject, kind: &str) -> Vec<Play> {
    let here = subject.stage.get();
    let place = here.as_ref().map(|stage| stage.id);
    let others = subject.ladder().into_iter().filter(|stage| Some(stage.id) != place);
    let mut found: Vec<Play> = Vec::new();
    let stages: Vec<Arc<Stage>> = here.into_iter().chain(others).collect();
    for stage in &stages {
        for (_, play) in in_order(&stage.plays) {
            let fits = play.kind == PlayKind::Objection
                && !play.text.trim().is_empty()
                && play.topic.trim().to_lowercase() == kind.trim().to_lowercase();
            if fits && !found.iter().any(|other| other.text == play.text) {
                found.push(play.clone());
            }
        }
    }
    found
}

#[component]
fn Row(subject: Subject, item: ItemId) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let objection =
        Memo::new(move |_| subject.read(|deal| deal.story.objections.get(&item).cloned()).flatten());
    let change = move |change: &dyn Fn(&mut Objection)| {
        let Some(mut objection) = objection.get_untracked() else { return false };
        change(&mut objection);
        subject.edit(DealEdit::Objection(item, Some(objection)))
    };
    let read = move |pick: fn(&Objection) -> &String| {
        Signal::derive(move || objection.with(|o| o.as_ref().map(|o| pick(o).clone())).unwrap_or_default())
    };
    let kind = read(|o| &o.kind);
    let overcome = Signal::derive(move || objection.with(|o| o.as_ref().and_then(|o| o.overcome)));
    let raised = move || objection.with(|o| o.as_ref().map(|o| t.deal_raised_on(&subject.written(o.raised))));
    let tick = move |done: bool| {
        let now = done.then(|| desk.now());
        let kept = change(&|o| o.overcome = now);
        if kept {
            subject.focus(format!("[data-item='{item}'] [data-field='overcome']"));
        }
        kept
    };
    let remove = move |()| {
        if subject.edit(DealEdit::Objection(item, None)) {
            subject.focus("[data-add='objection']".to_owned());
        }
    };
    let label = Signal::derive(move || {
        let words = objection
            .with(|o| o.as_ref().map(|o| if o.words.is_empty() { o.kind.clone() } else { o.words.clone() }));
        t.deal_remove(&words.unwrap_or_default())
    });
    let offered = Memo::new(move |_| {
        let wanted = objection
            .with(|o| o.as_ref().map(|o| (o.kind.clone(), o.answer.clone(), o.overcome.is_none())))?;
        let (kind, answer, open) = wanted;
        let plays = if open { answers(subject, &kind) } else { Vec::new() };
        Some(plays.into_iter().filter(|play| play.text != answer).collect::<Vec<_>>())
    });
    let suggestions = move || {
        let plays = offered.get().filter(|plays| !plays.is_empty())?;
        let rows = plays.into_iter().map(|play| {
            let (title, text) = (play.title.clone(), play.text.clone());
            let answer = play.text;
            view! {
                <li>
                    <button
                        type="button"
                        class="suggestion"
                        data-action="use-answer"
                        on:click=move |_| {
                            if change(&|o| o.answer.clone_from(&answer)) {
                                subject.focus(format!("[data-item='{item}'] [data-field='objection-answer']"));
                            }
                        }
                    >
                        <strong dir="auto">{title}</strong>
                        <span dir="auto">{text}</span>
                    </button>
                </li>
            }
        });
        Some(view! {
            <p class="part-word">{t.deal_playbook_answers()}</p>
            <ul class="suggestions">{rows.collect_view()}</ul>
        })
    };
    view! {
        <li class="item item-boxed" data-item=item.to_string()>
            <div class="item-lines">
                <div class="item-line">
                    <Choice
                        name="objection-kind"
                        label=t.deal_objection_kind()
                        offers=Signal::derive(move || kinds(desk, &kind.get()))
                        value=kind
                        on_choose=move |key: String| change(&|o| o.kind.clone_from(&key))
                        bare=true
                    />
                    <RemoveButton label on_remove=remove />
                </div>
                <TextArea
                    name="objection-words"
                    label=t.deal_objection_words()
                    hint=t.deal_objection_words()
                    value=read(|o| &o.words)
                    on_change=move |v: String| change(&|o| o.words.clone_from(&v))
                    rows=1
                    bare=true
                />
                <TextArea
                    name="objection-answer"
                    label=t.deal_objection_answer()
                    value=read(|o| &o.answer)
                    on_change=move |v: String| change(&|o| o.answer.clone_from(&v))
                    rows=2
                />
                {suggestions}
                <Check name="overcome" label=t.deal_overcome() value=Signal::derive(move || overcome.get().is_some()) on_change=tick>
                    {move || overcome.get().map_or_else(|| raised().unwrap_or_default(), |at| t.deal_since(&subject.written(at)))}
                </Check>
            </div>
        </li>
    }
}
