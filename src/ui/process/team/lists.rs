//! The lists of words that fields offer: one entry a line.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, ListKind};
use crate::ui::desk::use_desk;
use crate::ui::parts::TextArea;

fn key(list: ListKind) -> &'static str {
    match list {
        ListKind::LossReasons => "loss-reasons",
        ListKind::NurtureReasons => "nurture-reasons",
        ListKind::ObjectionKinds => "objection-kinds",
        ListKind::SegmentKinds => "segment-kinds",
        ListKind::DocumentKinds => "document-kinds",
    }
}

/// All lists.
#[component]
pub fn Lists() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let label = desk.element_id("lists");
    let heading = label.clone();
    let list = move |kind: ListKind| {
        let own = Memo::new(move |_| {
            desk.structure.track();
            desk.with(|session| session.workspace().meta().lists.contains_key(&kind))
        });
        let words = Signal::derive(move || desk.list_words(kind).join("\n"));
        let set = move |text: String| {
            let typed: Vec<String> = text.lines().map(str::to_owned).collect();
            // The interface's own words are not taken for the team's.
            let words = if typed == desk.default_words(kind) { Vec::new() } else { typed };
            desk.dispatch(Command::SetList(kind, words), Deed::EditTeam)
        };
        view! {
            <div class="word-list" data-list=key(kind)>
                <TextArea name=key(kind) label=t.list_name(kind) value=words on_change=set rows=4 />
                <p class="soft">
                    {t.list_more(kind)} " " {move || if own.get() { t.own_words() } else { t.interface_words() }}
                </p>
            </div>
        }
    };
    view! {
        <section class="sheet" aria-labelledby=label>
            <h3 id=heading>{t.word_lists()}</h3>
            <p class="soft">{t.word_lists_more()}</p>
            <div class="word-lists">{ListKind::ALL.map(list).collect_view()}</div>
        </section>
    }
}
