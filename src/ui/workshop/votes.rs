//! Dot votes on pain points and ideas: who votes, how many dots they have, and what got how many.

use leptos::prelude::*;

use crate::browser::page;
use crate::metrics::{Voted, ballot, ranked, votes_left};
use crate::model::{
    Command, ItemId, Lane, Note, NoteEdit, NoteId, Participant, PipelineEdit, Rank, in_order,
};
use crate::ui::parts::{Capture, Icon, NumberField, Sign, focus_drawn};

use super::{Pick, Room, Tab, is_typing, use_room};

/// How a participant stands.
#[derive(Debug, Clone, PartialEq)]
struct Voter {
    id: ItemId,
    name: String,
    left: u32,
}

fn voters(room: Room) -> Vec<Voter> {
    let Some(pipeline) = room.pipeline.get() else { return Vec::new() };
    room.desk.structure.track();
    let left = room.desk.with(|session| votes_left(session.workspace(), pipeline.id));
    let voter = |(id, left)| {
        let name = pipeline.workshop.participants.get(&id)?.name.clone();
        Some(Voter { id, name, left })
    };
    left.into_iter().filter_map(voter).collect()
}

/// The vote.
#[component]
pub fn Votes() -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let voters = Memo::new(move |_| voters(room));
    let chosen = Memo::new(move |_| {
        voters.with(|voters| {
            let wanted = room.voter.get();
            voters.iter().find(|voter| Some(voter.id) == wanted).or(voters.first()).cloned()
        })
    });
    let by_votes = RwSignal::new(false);
    let subjects = Signal::derive(move || {
        let name = |lane| room.lane_name(lane);
        Lane::VOTED.into_iter().map(|lane| (lane, name(lane), None)).collect::<Vec<_>>()
    });
    let orders =
        vec![(false, t.workshop_by_map().to_owned(), None), (true, t.workshop_by_votes().to_owned(), None)];
    let notes = Memo::new(move |_| {
        desk.structure.track();
        let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
        let lane = room.ballot.get();
        let found = desk.with(|session| ballot(session.workspace(), pipeline, lane));
        if by_votes.get() { ranked(found) } else { found }
    });
    let ids =
        Memo::new(move |_| notes.with(|notes| notes.iter().map(|voted| voted.note).collect::<Vec<_>>()));
    let most = Memo::new(move |_| {
        notes.with(|notes| notes.iter().map(|voted| voted.votes).max().unwrap_or(0).max(1))
    });
    let choose_by_number = move |key: &str| {
        let at = key.parse::<usize>().ok().and_then(|number| number.checked_sub(1))?;
        let voter = voters.with_untracked(|voters| voters.get(at).cloned())?;
        room.voter.set(Some(voter.id));
        desk.say(voter.name);
        Some(())
    };
    view! {
        <div
            class="workshop-split"
            on:keydown=move |event| {
                if !is_typing(&event) && choose_by_number(&event.key()).is_some() {
                    event.prevent_default();
                    event.stop_propagation();
                }
            }
        >
            <div class="workshop-side">
                <Pick
                    name="workshop-ballot"
                    label=t.workshop_vote_on()
                    offers=subjects
                    chosen=Signal::derive(move || Some(room.ballot.get()))
                    on_choose=Callback::new(move |lane| room.ballot.set(lane))
                />
                <Voters voters chosen />
                <Pick
                    name="workshop-order"
                    label=t.workshop_order()
                    offers=Signal::stored(orders)
                    chosen=Signal::derive(move || Some(by_votes.get()))
                    on_choose=Callback::new(move |order| by_votes.set(order))
                />
                <p class="workshop-hint">{t.workshop_vote_keys()}</p>
            </div>
            <div class="workshop-main">
                <Show when=move || ids.with(Vec::is_empty)>
                    <NoBallot />
                </Show>
                <ul
                    class="ballot"
                    data-list="ballot"
                    on:keydown=move |event| {
                        match event.key().as_str() {
                            "ArrowDown" => page::focus_next(&event, ".ballot-note", 1),
                            "ArrowUp" => page::focus_next(&event, ".ballot-note", -1),
                            _ => return,
                        }
                        event.prevent_default();
                        event.stop_propagation();
                    }
                >
                    <For each=move || ids.get() key=|id| *id let:id>
                        <BallotRow id notes chosen most />
                    </For>
                </ul>
            </div>
        </div>
    }
}

/// Nothing to vote on, and the way to write some.
#[component]
fn NoBallot() -> impl IntoView {
    let room = use_room();
    let t = room.desk.t();
    view! {
        <div class="workshop-empty">
            <p>{move || if room.ballot.get() == Lane::Ideas { t.workshop_no_ideas() } else { t.workshop_no_pains() }}</p>
            <button
                type="button"
                class="button"
                data-action="write-ideas"
                on:click=move |_| {
                    room.lane.set(room.ballot.get_untracked());
                    room.tab.set(Tab::Notes);
                    room.enter();
                }
            >
                {t.workshop_write_ideas()}
            </button>
        </div>
    }
}

/// Who votes, with the dots that they have left.
#[component]
fn Voters(voters: Memo<Vec<Voter>>, chosen: Memo<Option<Voter>>) -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let each = Memo::new(move |_| {
        room.pipeline.with(|pipeline| pipeline.as_ref().map_or(0, |pipeline| pipeline.workshop.votes_each))
    });
    let add = move |names: Vec<String>| {
        let Some(pipeline) = room.pipeline.get_untracked() else { return false };
        let last = in_order(&pipeline.workshop.participants).last().map(|(_, last)| last.rank.clone());
        let ranks = Rank::spread(last.as_ref(), names.len()).unwrap_or_default();
        let said = names.join(", ");
        let first = room.voter.get_untracked().is_none();
        let mut ids = Vec::new();
        let commands = names.into_iter().zip(ranks).filter_map(|(name, rank)| {
            let id = ItemId(desk.new_id());
            ids.push(id);
            room.edit(PipelineEdit::Participant(id, Some(Participant { rank, name })))
        });
        let commands = commands.collect();
        let added = room.dispatch(commands);
        if added {
            desk.say(t.workshop_added_voter(&said));
            if first {
                room.voter.set(ids.first().copied());
            }
        }
        added
    };
    let group = crate::ui::parts::own_id("voter");
    view! {
        <fieldset class="pick" data-pick="voter">
            <legend>{t.workshop_voters()}</legend>
            <Show when=move || voters.with(Vec::is_empty)>
                <p class="workshop-hint">{t.workshop_no_voters()}</p>
            </Show>
            <div class="pick-options voters">
                <For each=move || voters.with(|voters| voters.iter().map(|voter| voter.id).collect::<Vec<_>>()) key=|id| *id let:id>
                    {
                        let own = Memo::new(move |_| voters.with(|voters| voters.iter().find(|voter| voter.id == id).cloned()));
                        let name = Memo::new(move |_| own.get().map(|voter| voter.name).unwrap_or_default());
                        let left = Memo::new(move |_| own.get().map_or(0, |voter| voter.left));
                        view! {
                            <div class="voter" data-voter=id.to_string()>
                                <label class="pick-option">
                                    <input
                                        type="radio"
                                        name=group.clone()
                                        data-field="voter"
                                        prop:checked=move || chosen.with(|chosen| chosen.as_ref().is_some_and(|voter| voter.id == id))
                                        on:change=move |_| room.voter.set(Some(id))
                                    />
                                    <span dir="auto">{move || name.get()}</span>
                                    <small class="voter-left" data-left=move || left.get().to_string()>
                                        {move || t.workshop_left(u64::from(left.get()))}
                                    </small>
                                </label>
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label=move || t.remove_row(&name.get())
                                    on:click=move |_| {
                                        let said = name.get_untracked();
                                        if room.change(PipelineEdit::Participant(id, None)) {
                                            desk.notify_undo(t.workshop_voter_removed(&said));
                                            room.focus("[data-field='participant']".into());
                                        }
                                    }
                                >
                                    <Icon sign=Sign::Close />
                                </button>
                            </div>
                        }
                    }
                </For>
            </div>
            <Capture
                name="participant"
                label=t.workshop_add_voter()
                hint=t.workshop_add_voter_hint()
                on_add={move |names: Vec<String>| add(names)}
            />
            <div class="votes-each">
                <NumberField
                    name="votes-each"
                    label=t.workshop_votes_each()
                    value=Signal::derive(move || Some(i64::from(each.get())))
                    min=1
                    max=20
                    on_change={move |votes: Option<i64>| {
                        let votes = votes.and_then(|votes| u8::try_from(votes).ok());
                        votes.is_some_and(|votes| room.change(PipelineEdit::VotesEach(votes)))
                    }}
                />
            </div>
        </fieldset>
    }
}

/// Gives or takes a dot of whoever votes.
fn vote(room: Room, voter: Option<Voter>, id: NoteId, give: bool) {
    let desk = room.desk;
    let t = desk.t();
    let Some(voter) = voter else {
        desk.warn(t.workshop_no_voters().into());
        return;
    };
    let found = desk.with(|session| session.workspace().get::<Note>(id).cloned());
    let Some(note) = found else { return };
    let own = note.votes.get(&voter.id).copied().unwrap_or(0);
    let votes = if give { own.checked_add(1) } else { own.checked_sub(1) };
    let Some(votes) = votes else { return };
    if give && voter.left == 0 {
        desk.warn(t.workshop_all_given(&voter.name));
        return;
    }
    let vote = Command::EditNote { note: id, edit: NoteEdit::Votes(voter.id, votes) };
    let shown = room.show_lane(note.lane).filter(|_| give);
    if room.dispatch(shown.into_iter().chain([vote]).collect()) {
        let (text, left) = (&note.text, u64::from(voter.left));
        desk.say(match give {
            true => t.workshop_given(&voter.name, text, left.saturating_sub(1)),
            false => t.workshop_taken(&voter.name, text, left + 1),
        });
    }
}

/// A note with its dots as a bar, and the buttons to give and take one.
#[component]
fn BallotRow(
    id: NoteId,
    notes: Memo<Vec<Voted>>,
    chosen: Memo<Option<Voter>>,
    most: Memo<u32>,
) -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let note = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().get::<Note>(id).cloned())
    });
    let text =
        Memo::new(move |_| note.with(|note| note.as_ref().map(|note| note.text.clone())).unwrap_or_default());
    let voted = Memo::new(move |_| notes.with(|notes| notes.iter().find(|voted| voted.note == id).copied()));
    let votes = Memo::new(move |_| voted.get().map_or(0, |voted| voted.votes));
    let phase = Memo::new(move |_| {
        desk.structure.track();
        let phase = note.with(|note| note.as_ref().map(|note| note.phase))?;
        desk.with(|session| {
            session.workspace().get::<crate::model::Phase>(phase).map(|phase| phase.name.clone())
        })
    });
    let own = Memo::new(move |_| {
        let voter = chosen.with(|chosen| chosen.as_ref().map(|voter| voter.id))?;
        note.with(|note| note.as_ref()?.votes.get(&voter).copied())
    });
    let cast = move |give: bool, from: &'static str| {
        vote(room, chosen.get_untracked(), id, give);
        // By votes the row may stand elsewhere now, and what was pressed may be disabled: the focus stays with the row.
        focus_drawn(move || {
            let frame = room.frame.try_get_untracked().flatten()?;
            let row = page::find(&frame, &format!(".ballot-row[data-note='{id}']"))?;
            page::find(&row, from).or_else(|| page::find(&row, NOTE))
        });
    };
    let width = move || format!("{}%", 100.0 * f64::from(votes.get()) / f64::from(most.get()));
    view! {
        <li class="ballot-row" data-note=id.to_string() data-votes=move || votes.get().to_string()>
            <button
                type="button"
                class="ballot-note"
                title=move || t.workshop_give_to(&text.get())
                on:click=move |_| cast(true, NOTE)
                on:keydown=move |event| {
                    match event.key().as_str() {
                        "+" => cast(true, NOTE),
                        "-" | "Backspace" | "Delete" => cast(false, NOTE),
                        _ => return,
                    }
                    event.prevent_default();
                    event.stop_propagation();
                }
            >
                <span class="ballot-place">
                    {move || voted.get().and_then(|voted| voted.place).map(|place| t.workshop_place(u64::from(place)))}
                </span>
                <span class="ballot-said">
                    <span dir="auto">{move || text.get()}</span>
                    <small dir="auto">{move || phase.get()}</small>
                </span>
            </button>
            <span class="ballot-bar" aria-hidden="true"><span style:inline-size=width></span></span>
            <span class="ballot-count">{move || t.workshop_note_votes(u64::from(votes.get()))}</span>
            <span class="ballot-own" data-own=move || own.get().unwrap_or(0).to_string()>
                <button
                    type="button"
                    class="icon-button ballot-take"
                    aria-label=move || t.workshop_take_from(&text.get())
                    title=t.workshop_take()
                    disabled=move || own.get().unwrap_or(0) == 0
                    on:click=move |_| cast(false, ".ballot-take:enabled")
                >
                    <span aria-hidden="true">{MINUS}</span>
                </button>
                <span class="ballot-dots" aria-hidden="true">
                    {move || (0..own.get().unwrap_or(0)).map(|_| view! { <i></i> }).collect_view()}
                </span>
                <button
                    type="button"
                    class="icon-button ballot-give"
                    aria-label=move || t.workshop_give_to(&text.get())
                    title=t.workshop_give()
                    on:click=move |_| cast(true, ".ballot-give")
                >
                    <Icon sign=Sign::Plus />
                </button>
            </span>
        </li>
    }
}

/// What a row is voted for with.
const NOTE: &str = ".ballot-note";
const MINUS: &str = "\u{2212}";
