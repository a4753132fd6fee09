//! One kind of items of a stage's playbook: to read, to add, to put in order.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, ItemId, Play, PlayKind, Rank, Stage, StageEdit, StageId, in_order};
use crate::ui::parts::{AddLine, Reorder};

use super::Book;
use super::play::PlayRow;

/// The word that `data-plays` carries.
pub fn key(kind: PlayKind) -> &'static str {
    match kind {
        PlayKind::Message => "messages",
        PlayKind::Objection => "objections",
        PlayKind::Outline => "outlines",
        PlayKind::Close => "closes",
    }
}

/// The ids of a stage's items of a kind, in order.
pub fn ids_of(stage: &Stage, kind: PlayKind) -> Vec<u64> {
    let all = in_order(&stage.plays).into_iter();
    all.filter(|(_, play)| play.kind == kind).map(|(id, _)| id.0).collect()
}

/// A rank behind all items of a kind.
pub fn behind(stage: &Stage, kind: PlayKind) -> Option<Rank> {
    let last = ids_of(stage, kind).last().and_then(|id| stage.plays.get(&ItemId(*id))).map(|play| &play.rank);
    Rank::between(last, None)
}

fn ranked(stage: &Stage, id: u64, rank: Rank) -> Option<StageEdit> {
    let play = stage.plays.get(&ItemId(id))?;
    Some(StageEdit::Play(ItemId(id), Some(Play { rank, ..play.clone() })))
}

/// Puts the item at place `from` of those that are shown to place `to` among them: a rank between its new neighbours, shown or
/// not, or where there is none left, new ranks for all of the kind.
fn moved(stage: &Stage, kind: PlayKind, shown: &[u64], from: usize, to: usize) -> Option<Vec<StageEdit>> {
    let id = *shown.get(from)?;
    let mut others = shown.to_vec();
    others.remove(from);
    let mut all = ids_of(stage, kind);
    all.retain(|other| *other != id);
    let place = |id: &u64| all.iter().position(|other| other == id);
    let at = match others.get(to) {
        Some(next) => place(next)?,
        None => others.last().and_then(place).map_or(all.len(), |last| last + 1),
    };
    let rank = |at: usize| Some(&stage.plays.get(&ItemId(*all.get(at)?))?.rank);
    if let Some(rank) = Rank::between(at.checked_sub(1).and_then(rank), rank(at)) {
        return Some(vec![ranked(stage, id, rank)?]);
    }
    all.insert(at, id);
    let ranks = Rank::spread(None, all.len())?;
    all.into_iter().zip(ranks).map(|(id, rank)| ranked(stage, id, rank)).collect()
}

/// The items of a kind.
#[component]
pub fn Section(
    /// The playbook.
    book: Book,
    /// The stage.
    id: StageId,
    /// The kind.
    kind: PlayKind,
) -> impl IntoView {
    let process = book.process;
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let shown = Memo::new(move |_| {
        stage.with(|stage| {
            let Some(stage) = stage else { return Vec::new() };
            let mut ids = ids_of(stage, kind);
            ids.retain(|id| stage.plays.get(&ItemId(*id)).is_some_and(|play| book.shows(play)));
            ids
        })
    });
    let is_none = Memo::new(move |_| shown.with(Vec::is_empty));
    let change = move |edits: Vec<StageEdit>| {
        let commands = edits.into_iter().map(|edit| Command::EditStage { stage: id, edit });
        desk.dispatch(Command::Batch(commands.collect()), Deed::EditProcess)
    };
    let name = move |item: u64| {
        stage.with(|stage| Some(stage.as_ref()?.plays.get(&ItemId(item))?.title.clone())).unwrap_or_default()
    };
    let on_move = move |(from, to): (usize, usize)| {
        let edits = stage.with_untracked(|stage| {
            shown.with_untracked(|shown| moved(stage.as_ref()?, kind, shown, from, to))
        });
        edits.is_some_and(change)
    };
    let add = move |title: String| {
        let rank = stage.with_untracked(|stage| behind(stage.as_ref()?, kind));
        let Some(rank) = rank else { return false };
        let title = title.trim().to_owned();
        let play = Play { rank, kind, title, topic: String::new(), text: String::new() };
        let added = change(vec![StageEdit::Play(ItemId(desk.new_id()), Some(play))]);
        if added {
            // What is new is to be seen, whatever was searched for.
            book.filter.set(String::new());
        }
        added
    };
    view! {
        <section class="plays-part" data-plays=key(kind) hidden=move || book.is_filtered() && is_none.get()>
            <h3>{t.plays_of(kind)}</h3>
            <Show when=move || is_none.get()>
                <p class="soft">{t.plays_hint(kind)}</p>
            </Show>
            <Reorder
                ids=shown
                label=t.plays_of(kind)
                name
                on_move
                class="plays-list"
                children=move |item| view! { <PlayRow book id kind item=ItemId(item) /> }
            />
            <AddLine label=t.add_play(kind) field=t.play_title(kind) on_add=add />
        </section>
    }
}
