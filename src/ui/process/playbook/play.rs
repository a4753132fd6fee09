//! An item of the playbook, to write in.

use leptos::prelude::*;

use crate::browser::{clipboard, page};
use crate::exchange::Deed;
use crate::model::{Command, ItemId, ListKind, Play, PlayKind, Stage, StageEdit, StageId};
use crate::ui::parts::{Choice, Handle, Icon, Popup, Sign, TextArea, TextField, below};

use super::Book;
use super::message::Placeholders;
use super::section::{behind, ids_of, key};

/// An item.
#[component]
pub fn PlayRow(
    /// The playbook.
    book: Book,
    /// The stage.
    id: StageId,
    /// The kind of item.
    kind: PlayKind,
    /// Which.
    item: ItemId,
) -> impl IntoView {
    let desk = book.process.desk;
    let t = desk.t();
    let stage = book.process.stage(id);
    let play = Memo::new(move |_| stage.with(|stage| stage.as_ref()?.plays.get(&item).cloned()));
    let of = move |read: fn(&Play) -> &String| {
        Signal::derive(move || {
            play.with(|play| play.as_ref().map(|play| read(play).clone()).unwrap_or_default())
        })
    };
    let edit = move |change: fn(&mut Play, String), text: String| {
        let Some(mut play) = play.get_untracked() else { return false };
        let before = play.clone();
        change(&mut play, text);
        let edit = StageEdit::Play(item, Some(play.clone()));
        // A field that is left says again what it said already.
        play == before || desk.dispatch(Command::EditStage { stage: id, edit }, Deed::EditProcess)
    };
    let (title, text) = (of(|play| &play.title), of(|play| &play.text));
    let at = RwSignal::new(None);
    let is_message = kind == PlayKind::Message;
    let rows = if is_message { 6 } else { 3 };
    view! {
        <article class="script" data-play=item.to_string()>
            <div class="script-head">
                <Handle id=item.0 />
                <TextField
                    name="play-title"
                    label=t.play_title(kind)
                    value=title
                    on_change=move |text: String| edit(|play, text| play.title = text.trim().to_owned(), text)
                    bare=true
                />
                {(kind == PlayKind::Objection).then(|| {
                    let choose = move |topic: String| edit(|play, text| play.topic = text, topic);
                    view! { <Topic book value=of(|play| &play.topic) choose=Callback::new(choose) /> }
                })}
                {is_message.then(|| view! { <Copy book title text /> })}
                <button
                    type="button"
                    class="icon-button script-menu"
                    aria-haspopup="dialog"
                    aria-label=move || t.play_menu(&title.get())
                    title=t.play_more()
                    on:click=move |event| at.set(page::closest(&event, "button").map(|button| below(&button)))
                >
                    <Icon sign=Sign::Dots />
                </button>
            </div>
            <TextArea
                name="play-text"
                label=t.play_text(kind)
                value=text
                hint=t.play_text_hint(kind)
                on_change=move |text: String| edit(|play, text| play.text = text, text)
                rows
                bare=true
            />
            {is_message.then(|| view! { <Placeholders text /> })}
            {move || at.get().map(|point| view! { <Menu book id kind item at=point open=at /> })}
        </article>
    }
}

/// The kind of an objection.
#[component]
fn Topic(book: Book, value: Signal<String>, choose: Callback<String, bool>) -> impl IntoView {
    let desk = book.process.desk;
    let t = desk.t();
    let offers = Signal::derive(move || {
        let mut words = desk.list_words(ListKind::ObjectionKinds);
        // A kind that is on the list no more stays with those that have it.
        let own = value.get();
        if !own.is_empty() && !words.contains(&own) {
            words.push(own);
        }
        let none = (String::new(), t.play_no_topic().to_owned());
        std::iter::once(none).chain(words.into_iter().map(|word| (word.clone(), word))).collect::<Vec<_>>()
    });
    view! { <Choice name="play-topic" label=t.play_topic() offers value on_choose=choose bare=true /> }
}

/// Copies a message as it stands.
#[component]
fn Copy(book: Book, title: Signal<String>, text: Signal<String>) -> impl IntoView {
    let desk = book.process.desk;
    let t = desk.t();
    let copy = move |_| {
        let text = text.get_untracked();
        let root = desk.root.get_value();
        page::spawn(async move {
            if clipboard::copy(&text, &root).await {
                desk.notify(t.play_copied().into());
            } else {
                desk.warn(t.play_copy_refused().into());
            }
        });
    };
    view! {
        <button
            type="button"
            class="button script-copy"
            data-action="copy-play"
            aria-label=move || t.copy_play(&title.get())
            on:click=copy
        >
            {t.play_copy()}
        </button>
    }
}

/// What else can be done with an item: to another stage, or away.
#[component]
fn Menu(
    book: Book,
    id: StageId,
    kind: PlayKind,
    item: ItemId,
    at: (i32, i32),
    open: RwSignal<Option<(i32, i32)>>,
) -> impl IntoView {
    let process = book.process;
    let desk = process.desk;
    let t = desk.t();
    let stage = process.stage(id);
    let play = untrack(|| stage.with(|stage| stage.as_ref()?.plays.get(&item).cloned()));
    let Some(play) = play else { return ().into_any() };
    let title = play.title.clone();
    let others: Vec<_> = untrack(|| desk.ladder()).into_iter().filter(|stage| stage.id != id).collect();
    // Where the focus goes once the item is gone from here.
    let next = move || {
        let ids =
            stage.with_untracked(|stage| stage.as_ref().map(|stage| ids_of(stage, kind))).unwrap_or_default();
        let here = ids.iter().position(|id| *id == item.0);
        let beside =
            here.and_then(|at| ids.get(at + 1).or(at.checked_sub(1).and_then(|before| ids.get(before))));
        beside.map_or_else(
            || format!("[data-plays='{}'] .add", key(kind)),
            |id| format!("[data-play='{}'] .script-menu", ItemId(*id)),
        )
    };
    let close = move || {
        open.set(None);
        process.focus_soon(format!("[data-play='{item}'] .script-menu"));
    };
    let remove = {
        let title = title.clone();
        move |_| {
            open.set(None);
            let next = next();
            let edit = StageEdit::Play(item, None);
            if desk.dispatch(Command::EditStage { stage: id, edit }, Deed::EditProcess) {
                process.focus_soon(next);
                desk.notify_undo(t.play_deleted(&title));
            }
        }
    };
    let is_alone = others.is_empty();
    let goals = others.into_iter().map(|to| {
        let (play, title, name) = (play.clone(), title.clone(), to.name.clone());
        let (goal, said) = (to.id, name.clone());
        let go = move |_| {
            open.set(None);
            let next = next();
            let rank = desk.with(|session| behind(session.workspace().get::<Stage>(goal)?, kind));
            let Some(rank) = rank else { return };
            let moved = Play { rank, ..play.clone() };
            let command = Command::Batch(vec![
                Command::EditStage { stage: id, edit: StageEdit::Play(item, None) },
                Command::EditStage { stage: goal, edit: StageEdit::Play(item, Some(moved)) },
            ]);
            if desk.dispatch(command, Deed::EditProcess) {
                process.focus_soon(next);
                desk.notify_undo(t.play_moved(&title, &said));
            }
        };
        view! { <button type="button" dir="auto" data-to=goal.to_string() on:click=go>{name}</button> }
    });
    let goals = goals.collect_view();
    view! {
        <Popup label=t.play_menu(&title) at on_close=move |()| close()>
            <p class="script-goals">{t.play_move_to()}</p>
            {goals}
            {is_alone.then(|| view! { <small class="menu-why">{t.play_only_stage()}</small> })}
            <hr />
            <button type="button" data-action="delete-play" on:click=remove>{t.play_delete()}</button>
        </Popup>
    }
    .into_any()
}
