//! "What must be true to leave this stage?": cards that become exit criteria with one action.

use leptos::prelude::*;

use crate::model::{
    Command, Criterion, CriterionId, ItemId, PipelineEdit, Proposal, Rank, Stage, StageEdit, StageId,
    in_order,
};
use crate::ui::parts::{Capture, Icon, Sign};

use super::row::Row;
use super::{Pick, Room, use_room};

/// Where the next one is written.
pub const FIELD: &str = "[data-field='proposal']";

fn stage_of(room: Room, id: Option<StageId>) -> Option<std::sync::Arc<Stage>> {
    room.desk.structure.track();
    let id = id?;
    room.desk.with(|session| session.workspace().get::<Stage>(id).cloned())
}

/// The stages, and the cards of the one that is chosen.
#[component]
pub fn Exits() -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let wanted = RwSignal::new(None::<StageId>);
    let offers = Signal::derive(move || {
        let ladder = desk.ladder().into_iter();
        let offer = |stage: std::sync::Arc<Stage>| {
            let cards = stage.proposals.len() as u64;
            (stage.id, stage.name.clone(), Some(cards).filter(|cards| *cards > 0))
        };
        ladder.map(offer).collect::<Vec<_>>()
    });
    let chosen = Memo::new(move |_| {
        let ladder = desk.ladder();
        let wanted = wanted.get().filter(|id| ladder.iter().any(|stage| stage.id == *id));
        wanted.or(ladder.first().map(|stage| stage.id))
    });
    let stage = Memo::new(move |_| stage_of(room, chosen.get()));
    let name = Memo::new(move |_| stage.get().map(|stage| stage.name.clone()).unwrap_or_default());
    let question = Signal::derive(move || t.workshop_must(&name.get()));
    let proposals = Memo::new(move |_| {
        stage.with(|stage| {
            let all = stage.as_ref().map(|stage| in_order(&stage.proposals)).unwrap_or_default();
            all.into_iter().rev().map(|(id, _)| id).collect::<Vec<_>>()
        })
    });
    let criteria = Memo::new(move |_| {
        stage.with(|stage| {
            let all = stage.as_ref().map(|stage| in_order(&stage.criteria)).unwrap_or_default();
            all.into_iter().map(|(id, one)| (id, one.name.clone(), one.weight)).collect::<Vec<_>>()
        })
    });
    let weighs = Memo::new(move |_| {
        desk.structure.track();
        let pipeline = desk.pipeline.get();
        pipeline.is_some_and(|pipeline| desk.with(|session| session.workspace().weighs_criteria(pipeline)))
    });
    let add = move |lines: Vec<String>| {
        let Some(stage) = stage.get_untracked() else { return false };
        let last = in_order(&stage.proposals).last().map(|(_, last)| last.rank.clone());
        let ranks = Rank::spread(last.as_ref(), lines.len()).unwrap_or_default();
        let said = lines.last().cloned().unwrap_or_default();
        let commands = lines.into_iter().zip(ranks).map(|(text, rank)| {
            let edit = StageEdit::Proposal(ItemId(desk.new_id()), Some(Proposal { rank, text }));
            Command::EditStage { stage: stage.id, edit }
        });
        let added = room.dispatch(commands.collect());
        if added {
            desk.say(t.note_added(&said));
        }
        added
    };
    view! {
        <div class="workshop-split">
            <div class="workshop-side">
                <Pick
                    name="workshop-stage"
                    label=t.workshop_stage()
                    offers
                    chosen=Signal::derive(move || chosen.get())
                    on_choose=Callback::new(move |id| wanted.set(Some(id)))
                />
            </div>
            <div class="workshop-main">
                <h3 class="workshop-title" dir="auto">{move || question.get()}</h3>
                <Capture name="proposal" label=question hint=t.workshop_propose_hint() on_add={move |lines: Vec<String>| add(lines)} />
                <Show when=move || proposals.with(Vec::is_empty)>
                    <p class="workshop-none">{t.workshop_no_proposals()}</p>
                </Show>
                <ul class="workshop-list" data-list="proposals">
                    <For each=move || proposals.get() key=|id| *id let:id>
                        <Card id chosen />
                    </For>
                </ul>
                <section class="workshop-criteria">
                    <h4>{t.workshop_criteria()}</h4>
                    <Show when=move || weighs.get()>
                        <p class="workshop-weighs">{t.workshop_weighs()}</p>
                    </Show>
                    <Show when=move || criteria.with(Vec::is_empty)>
                        <p class="workshop-hint">{t.workshop_no_criteria()}</p>
                    </Show>
                    <ul data-list="criteria">
                        <For each=move || criteria.get() key=|criterion| criterion.clone() let:criterion>
                            {
                                let (id, name, weight) = criterion;
                                let share = f64::from(weight) / 100.0;
                                view! {
                                    <li data-criterion=id.to_string() data-weight=weight.to_string()>
                                        <Icon sign=Sign::Tick />
                                        <span dir="auto">{name}</span>
                                        {move || weighs.get().then(|| view! { <small>{desk.formats().percent_whole(share)}</small> })}
                                    </li>
                                }
                            }
                        </For>
                    </ul>
                </section>
            </div>
        </div>
    }
}

/// A card.
#[component]
fn Card(id: ItemId, chosen: Memo<Option<StageId>>) -> impl IntoView {
    let room = use_room();
    let desk = room.desk;
    let t = desk.t();
    let stage = Memo::new(move |_| stage_of(room, chosen.get()));
    let proposal = Memo::new(move |_| stage.with(|stage| stage.as_ref()?.proposals.get(&id).cloned()));
    let text = Memo::new(move |_| proposal.get().map(|proposal| proposal.text).unwrap_or_default());
    let edit = move |edit: StageEdit| Some(Command::EditStage { stage: chosen.get_untracked()?, edit });
    let make = move |said: String| {
        let Some(stage) = stage.get_untracked() else { return };
        let last = in_order(&stage.criteria).last().map(|(_, last)| last.rank.clone());
        let Some(rank) = Rank::between(last.as_ref(), None) else { return };
        let criterion = CriterionId(desk.new_id());
        // A new one weighs nothing, so that the weights of the pipeline stay balanced.
        let made = StageEdit::Criterion(criterion, Some(Criterion { rank, name: said.clone(), weight: 0 }));
        let of_workshop = room.edit(PipelineEdit::WorkshopCriterion(criterion, true));
        let commands = [edit(StageEdit::Proposal(id, None)), edit(made), of_workshop];
        if room.dispatch(commands.into_iter().flatten().collect()) {
            desk.notify_undo(t.workshop_became_criterion(&said, &stage.name));
            room.focus(FIELD.into());
        }
    };
    let write = move |text: String| {
        let proposal = proposal.get_untracked();
        let command =
            proposal.and_then(|proposal| edit(StageEdit::Proposal(id, Some(Proposal { text, ..proposal }))));
        command.is_some_and(|command| room.dispatch(vec![command]))
    };
    let delete = move |()| room.dispatch(edit(StageEdit::Proposal(id, None)).into_iter().collect());
    view! {
        <li class="workshop-row" data-proposal=id.to_string()>
            <Row
                name="proposal-text"
                label=t.workshop_proposal()
                text
                on_change=Callback::new(write)
                action=("make-criterion", t.workshop_make_criterion())
                on_make=Callback::new(make)
                on_delete=Callback::new(delete)
                focus=FIELD
            />
        </li>
    }
}
