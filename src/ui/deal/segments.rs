//! What kind of customer it is: persona, segments, labels.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::browser::page;
use crate::model::{DealEdit, ListKind, PersonaId};
use crate::ui::parts::{Choice, Offer, TextField};

use super::section::{RemoveButton, Section};
use super::subject::{Subject, gathered, sorted};

/// The section.
#[component]
pub fn SegmentSection(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let count = Signal::derive(move || {
        let count = subject.read(|deal| {
            let story = &deal.story;
            story.segments.len() + story.tags.len() + usize::from(story.persona.is_some())
        });
        count.filter(|count| *count > 0).map(|count| count.to_string()).unwrap_or_default()
    });
    view! {
        <Section name="segments" title=t.deal_segments() count>
            <Persona subject />
            <Segments subject />
            <Tags subject />
        </Section>
    }
}

#[component]
fn Persona(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let offers = Memo::new(move |_| {
        desk.structure.track();
        let mut all: Vec<_> = desk.with(|session| {
            let personas = &session.workspace().meta().personas;
            personas.iter().map(|(id, persona)| (persona.rank.clone(), *id, persona.name.clone())).collect()
        });
        all.sort_unstable();
        let none: Offer = (String::new(), t.deal_no_persona().to_owned());
        std::iter::once(none)
            .chain(all.into_iter().map(|(_, id, name)| (id.to_string(), name)))
            .collect::<Vec<_>>()
    });
    let about = move || {
        desk.structure.track();
        let persona = subject.read(|deal| deal.story.persona).flatten()?;
        let found =
            desk.with(|session| session.workspace().meta().personas.get(&persona).map(|p| p.about.clone()));
        found.filter(|about| !about.is_empty())
    };
    let value = Signal::derive(move || {
        subject.read(|deal| deal.story.persona.map(|id| id.to_string())).flatten().unwrap_or_default()
    });
    view! {
        <Choice
            name="persona"
            label=t.deal_persona()
            offers
            value
            on_choose=move |key: String| subject.edit(DealEdit::Persona(key.parse::<PersonaId>().ok()))
        />
        {move || about().map(|about| view! { <p class="part-note" dir="auto">{about}</p> })}
    }
}

#[component]
fn Segments(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    // The kinds of the list, and those that the deal has beside them.
    let kinds = Memo::new(move |_| {
        let mut kinds = desk.list_words(ListKind::SegmentKinds);
        let own =
            subject.read(|deal| deal.story.segments.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
        for kind in own {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        kinds
    });
    view! {
        <div class="panel-grid" data-part="segments">
            <For each=move || kinds.get() key=|kind| kind.clone() let:kind>
                <Segment subject kind />
            </For>
        </div>
    }
}

#[component]
fn Segment(subject: Subject, kind: String) -> impl IntoView {
    let kind = StoredValue::new(kind);
    let own = move || kind.get_value();
    let known = Memo::new(move |_| {
        let kind = own();
        sorted(gathered(subject.desk, |deal| deal.story.segments.get(&kind).cloned().into_iter().collect()))
    });
    view! {
        <TextField
            name="segment"
            label=own()
            value=Signal::derive(move || {
                subject.read(|deal| deal.story.segments.get(&own()).cloned()).flatten().unwrap_or_default()
            })
            known
            on_change=move |value: String| subject.edit(DealEdit::Segment { kind: own(), value })
        />
    }
}

/// Free labels: each with a button that takes it away, and a field for the next.
#[component]
fn Tags(subject: Subject) -> impl IntoView {
    let t = subject.desk.t();
    let tags = Memo::new(move |_| subject.read(|deal| deal.story.tags.clone()).unwrap_or_default());
    let set = move |change: &dyn Fn(&mut BTreeSet<String>)| {
        let mut tags = tags.get_untracked();
        change(&mut tags);
        subject.edit(DealEdit::Tags(tags))
    };
    let known = subject.known(|deal| deal.story.tags.iter().cloned().collect());
    let typed = RwSignal::new(String::new());
    // Several can be typed at once, with commas between them.
    let add = move |text: String| {
        let kept = set(&|tags| tags.extend(text.split(',').map(|tag| tag.trim().to_owned())));
        typed.set(text);
        typed.set(String::new());
        kept
    };
    let row = move |tag: String| {
        let (name, label) = (tag.clone(), t.deal_remove(&tag));
        let remove = move |()| {
            if set(&|tags| tags.retain(|other| *other != tag)) {
                subject.focus("[data-field='tag']".to_owned());
            }
        };
        view! {
            <li class="tag" data-tag="">
                <span dir="auto">{name}</span>
                <RemoveButton label on_remove=remove />
            </li>
        }
    };
    view! {
        <div
            class="tags"
            on:keydown=move |event| {
                // Enter takes what was typed; the field stays for the next.
                if event.key() == "Enter" && !event.is_composing() && page::is_typing(&event) {
                    event.prevent_default();
                    let text = page::value_of(&event);
                    if !text.trim().is_empty() {
                        add(text);
                    }
                }
            }
        >
            <ul class="tag-list" aria-label=t.deal_tags()>
                {move || tags.get().into_iter().map(row).collect_view()}
            </ul>
            <TextField name="tag" label=t.deal_add_tag() value=typed known on_change=add />
        </div>
    }
}
