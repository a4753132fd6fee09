//! The end of a workshop: what was found most pressing, what is left over, what became a criterion. To be copied as text.

use leptos::prelude::*;

use crate::browser::{clipboard, page};
use crate::exchange::plain_text::{Section, sections_text};
use crate::metrics::{ballot, ranked};
use crate::model::{Lane, Note, PipelineEdit, in_order};

use super::{Room, use_room};

/// How many notes of a ballot are shown.
const TOP: usize = 5;

/// What was voted for in a row, the most votes first.
fn voted(room: Room, lane: Lane) -> Vec<String> {
    let desk = room.desk;
    let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
    desk.with(|session| {
        let workspace = session.workspace();
        let found = ranked(ballot(workspace, pipeline, lane)).into_iter().filter(|voted| voted.votes > 0);
        let line = |voted: crate::metrics::Voted| {
            let note = workspace.get::<Note>(voted.note)?;
            Some(desk.t().workshop_line(u64::from(voted.votes), &note.text))
        };
        found.take(TOP).filter_map(line).collect()
    })
}

/// The sections of the results; empty ones too.
fn sections(room: Room) -> Vec<Section> {
    let desk = room.desk;
    let t = desk.t();
    desk.structure.track();
    let made = room.pipeline.with(|pipeline| {
        pipeline.as_ref().map(|pipeline| pipeline.workshop.criteria.clone()).unwrap_or_default()
    });
    let (mut criteria, mut proposed) = (Vec::new(), Vec::new());
    for stage in desk.ladder() {
        let new = in_order(&stage.criteria).into_iter().filter(|(id, _)| made.contains_key(id));
        criteria.extend(new.map(|(_, one)| t.workshop_criterion_of(&stage.name, &one.name)));
        let cards = in_order(&stage.proposals).into_iter();
        proposed.extend(cards.map(|(_, one)| t.workshop_criterion_of(&stage.name, &one.text)));
    }
    let parked = room.pipeline.with(|pipeline| {
        let parked =
            pipeline.as_ref().map(|pipeline| in_order(&pipeline.workshop.parked)).unwrap_or_default();
        parked.into_iter().map(|(_, one)| one.text.clone()).collect()
    });
    vec![
        (t.workshop_top_pains().to_owned(), voted(room, Lane::PainPoints)),
        (t.workshop_top_ideas().to_owned(), voted(room, Lane::Ideas)),
        (t.workshop_new_criteria().to_owned(), criteria),
        (t.workshop_proposed().to_owned(), proposed),
        (t.workshop_parked().to_owned(), parked),
    ]
}

/// The list, the copy, and the way to begin anew.
#[component]
pub fn Results() -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let found = Memo::new(move |_| {
        let mut found = sections(room);
        found.retain(|(_, lines)| !lines.is_empty());
        found
    });
    let copy = move |_| {
        let name =
            room.pipeline.with_untracked(|pipeline| pipeline.as_ref().map(|pipeline| pipeline.name.clone()));
        let day = desk.formats().day(desk.zone().day(desk.now()));
        let title = t.workshop_results_of(&name.unwrap_or_default(), &day);
        let text = found.with_untracked(|found| sections_text(&title, found));
        let root = room.frame.get_untracked().map(page::HtmlElement::from);
        page::spawn(async move {
            let Some(root) = root else { return };
            if clipboard::copy(&text, &root).await {
                desk.notify(t.workshop_copied().into());
            } else {
                desk.warn(t.workshop_not_copied().into());
            }
        });
    };
    let clear = move |_| {
        let Some(pipeline) = room.pipeline.get_untracked() else { return };
        let workshop = &pipeline.workshop;
        let people = workshop.participants.keys().map(|id| PipelineEdit::Participant(*id, None));
        let parked = workshop.parked.keys().map(|id| PipelineEdit::Parked(*id, None));
        let made = workshop.criteria.keys().map(|id| PipelineEdit::WorkshopCriterion(*id, false));
        let commands = people.chain(parked).chain(made).filter_map(|edit| room.edit(edit)).collect();
        if room.dispatch(commands) {
            room.voter.set(None);
            desk.notify_undo(t.workshop_cleared());
        }
    };
    let bare = Memo::new(move |_| {
        room.pipeline.with(|pipeline| pipeline.as_ref().is_none_or(|pipeline| pipeline.workshop.is_bare()))
    });
    view! {
        <div class="workshop-results" data-list="results">
            <Show when=move || found.with(Vec::is_empty)>
                <p class="workshop-none">{t.workshop_nothing()}</p>
            </Show>
            <For each=move || found.get() key=|section| section.clone() let:section>
                <section>
                    <h3>{section.0}</h3>
                    <ol>{section.1.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect_view()}</ol>
                </section>
            </For>
            <div class="button-row">
                <button
                    type="button"
                    class="button button-main"
                    data-action="copy-results"
                    disabled=move || found.with(Vec::is_empty)
                    on:click=copy
                >
                    {t.workshop_copy()}
                </button>
                <button
                    type="button"
                    class="button"
                    data-action="clear-workshop"
                    title=t.workshop_anew_more()
                    disabled=move || bare.get()
                    on:click=clear
                >
                    {t.workshop_anew()}
                </button>
            </div>
            <p class="workshop-hint">{t.workshop_anew_more()}</p>
        </div>
    }
}
