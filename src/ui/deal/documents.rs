//! Offers, contracts and the like, as links.

use leptos::prelude::*;

use crate::model::{Day, DealEdit, Document, DocumentState, ItemId, ListKind, is_safe_link};
use crate::ui::desk::Desk;
use crate::ui::parts::{Choice, DateField, KnownTexts, Offer, TextField, own_id};

use super::section::{AddForm, RemoveButton, Section};
use super::subject::Subject;

/// The section.
#[component]
pub fn DocumentSection(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let order = Memo::new(move |_| {
        let rows = subject.read(|deal| {
            let mut rows: Vec<_> =
                deal.story.documents.iter().map(|(id, document)| (document.day, *id)).collect();
            rows.sort_unstable_by_key(|row| std::cmp::Reverse(*row));
            rows.into_iter().map(|(_, id)| id).collect::<Vec<ItemId>>()
        });
        rows.unwrap_or_default()
    });
    let count = Signal::derive(move || {
        let count = order.with(Vec::len);
        if count == 0 { String::new() } else { count.to_string() }
    });
    let kinds = StoredValue::new(own_id("document-kinds"));
    view! {
        <Section name="documents" title=t.deal_documents() count>
            <KnownTexts id=kinds.get_value() texts=Signal::derive(move || desk.list_words(ListKind::DocumentKinds)) />
            <AddDocument subject kinds />
            <ul class="items">
                <For each=move || order.get() key=|id| *id let:item>
                    <Row subject item kinds />
                </For>
            </ul>
        </Section>
    }
}

fn states(desk: Desk) -> Vec<Offer> {
    let name = |state: &DocumentState| desk.t().deal_document_state(*state);
    DocumentState::ALL.iter().enumerate().map(|(at, state)| (at.to_string(), name(state))).collect()
}

fn state_of(key: &str) -> Option<DocumentState> {
    DocumentState::ALL.get(key.parse::<usize>().ok()?).copied()
}

fn key_of(state: DocumentState) -> String {
    DocumentState::ALL.iter().position(|other| *other == state).unwrap_or(0).to_string()
}

#[component]
fn AddDocument(subject: Subject, kinds: StoredValue<String>) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let open = RwSignal::new(false);
    let texts = [(); 3].map(|()| RwSignal::new(String::new()));
    let [name, link, kind] = texts;
    let state = RwSignal::new(DocumentState::Draft);
    let day = RwSignal::new(None::<Day>);
    let send = move || {
        let [name_now, link_now, kind_now] = texts.map(|text| text.get_untracked().trim().to_owned());
        if !is_safe_link(&link_now) {
            desk.warn(t.deal_link_refused().into());
            return false;
        }
        let document = Document {
            name: if name_now.is_empty() { link_now.clone() } else { name_now },
            kind: kind_now,
            link: link_now,
            state: state.get_untracked(),
            day: day.get_untracked().unwrap_or_else(|| subject.today()),
        };
        let kept = subject.edit(DealEdit::Document(ItemId(desk.new_id()), Some(document)));
        if kept {
            texts.iter().for_each(|text| text.set(String::new()));
            state.set(DocumentState::Draft);
            day.set(None);
        }
        kept
    };
    let take = move |text: RwSignal<String>| {
        Callback::new(move |v: String| {
            text.set(v);
            true
        })
    };
    let list = kinds.get_value();
    view! {
        <AddForm name="document" label=t.deal_add_document() open on_send=move |()| send()>
            <TextField name="document-link" label=t.deal_document_link() value=link hint=t.deal_document_link_hint() on_change=take(link) />
            <div class="field-row">
                <TextField name="document-name" label=t.deal_document_name() value=name on_change=take(name) />
                <TextField name="document-kind" label=t.deal_document_kind() value=kind list=list.clone() on_change=take(kind) />
            </div>
            <div class="field-row">
                <Choice
                    name="document-state"
                    label=t.deal_document_status()
                    offers=Signal::derive(move || states(desk))
                    value=Signal::derive(move || key_of(state.get()))
                    on_choose=move |key: String| state_of(&key).map(|found| state.set(found)).is_some()
                />
                <DateField
                    name="document-day"
                    label=t.deal_document_day()
                    value=Signal::derive(move || Some(day.get().unwrap_or_else(|| subject.today())))
                    on_change=move |v| {
                        day.set(v);
                        true
                    }
                />
            </div>
            <div class="button-row">
                <button type="submit" class="button button-main">{t.deal_add()}</button>
            </div>
        </AddForm>
    }
}

#[component]
fn Row(subject: Subject, item: ItemId, kinds: StoredValue<String>) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let document =
        Memo::new(move |_| subject.read(|deal| deal.story.documents.get(&item).cloned()).flatten());
    let change = move |change: &dyn Fn(&mut Document)| {
        let Some(mut document) = document.get_untracked() else { return false };
        change(&mut document);
        subject.edit(DealEdit::Document(item, Some(document)))
    };
    let read = move |pick: fn(&Document) -> &String| {
        Signal::derive(move || document.with(|d| d.as_ref().map(|d| pick(d).clone())).unwrap_or_default())
    };
    let remove = move |()| {
        if subject.edit(DealEdit::Document(item, None)) {
            subject.focus("[data-add='document']".to_owned());
        }
    };
    let set_day = move |day: Option<Day>| day.is_some_and(|day| change(&|d| d.day = day));
    let link = read(|d| &d.link);
    // What came from a file was checked when it was read; a link is checked here all the same before it can be followed.
    let anchor = move || {
        let (address, text) = (link.get(), link.get());
        if is_safe_link(&address) {
            view! { <a class="link" href=address target="_blank" rel="noopener noreferrer" dir="ltr">{text}</a> }.into_any()
        } else {
            view! { <span class="link" dir="ltr">{text}</span> }.into_any()
        }
    };
    let name = read(|d| &d.name);
    let list = kinds.get_value();
    view! {
        <li class="item item-boxed" data-item=item.to_string()>
            <div class="item-lines">
                <div class="item-line">
                    <TextField
                        name="name"
                        label=t.deal_document_name()
                        value=name
                        on_change=move |v: String| change(&|d| d.name.clone_from(&v))
                        bare=true
                    />
                    <RemoveButton label=Signal::derive(move || t.deal_remove(&name.get())) on_remove=remove />
                </div>
                {anchor}
                <div class="item-line">
                    <TextField
                        name="kind"
                        label=t.deal_document_kind()
                        hint=t.deal_document_kind()
                        value=read(|d| &d.kind)
                        list=list
                        on_change=move |v: String| change(&|d| d.kind.clone_from(&v))
                        bare=true
                    />
                    <Choice
                        name="state"
                        label=t.deal_document_status()
                        offers=Signal::derive(move || states(desk))
                        value=Signal::derive(move || {
                            document.with(|d| d.as_ref().map(|d| key_of(d.state))).unwrap_or_default()
                        })
                        on_choose=move |key: String| state_of(&key).is_some_and(|state| change(&|d| d.state = state))
                        bare=true
                    />
                    <DateField
                        name="day"
                        label=t.deal_document_day()
                        value=Signal::derive(move || document.with(|d| d.as_ref().map(|d| d.day)))
                        on_change=set_day
                        bare=true
                    />
                </div>
                <details class="fold">
                    <summary>{t.deal_change_link()}</summary>
                    <TextField
                        name="link"
                        label=t.deal_document_link()
                        value=link
                        on_change=move |v: String| change(&|d| d.link.clone_from(&v))
                    />
                </details>
            </div>
        </li>
    }
}
