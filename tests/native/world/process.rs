//! Commands on the process and on the story of a deal.

use std::collections::BTreeMap;

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use stageline::model::*;

use super::{any_rank, day, deal_id, moment, pipeline_id, stage_id, text, value};

fn criterion_id() -> impl Strategy<Value = CriterionId> {
    (300u64..304).prop_map(CriterionId)
}

fn task_id() -> impl Strategy<Value = TaskId> {
    (320u64..324).prop_map(TaskId)
}

fn item_id() -> impl Strategy<Value = ItemId> {
    (340u64..344).prop_map(ItemId)
}

fn person_id() -> impl Strategy<Value = PersonId> {
    (360u64..363).prop_map(PersonId)
}

fn persona_id() -> impl Strategy<Value = PersonaId> {
    (380u64..383).prop_map(PersonaId)
}

fn name() -> impl Strategy<Value = String> {
    select(vec!["Ada", "Grace", "", "Noor"]).prop_map(str::to_owned)
}

fn gate() -> impl Strategy<Value = Gate> {
    select(vec![Gate::Free, Gate::Warn, Gate::Block])
}

pub fn stage_edit() -> impl Strategy<Value = StageEdit> {
    let criterion =
        (any_rank(), text(), 0u8..120).prop_map(|(rank, name, weight)| Criterion { rank, name, weight });
    let task = (any_rank(), text()).prop_map(|(rank, name)| Task { rank, name });
    let duty =
        (any_rank(), text()).prop_map(|(rank, department)| Duty { rank, department, does: "x".into() });
    let play = (any_rank(), select(PlayKind::ALL.to_vec()), text()).prop_map(|(rank, kind, title)| Play {
        rank,
        kind,
        title,
        topic: "Price".into(),
        text: String::new(),
    });
    prop_oneof![
        1 => option::of(0u8..12).prop_map(StageEdit::Colour),
        1 => text().prop_map(StageEdit::ExitAction),
        1 => any::<u16>().prop_map(StageEdit::ExpectedDays),
        1 => any::<u16>().prop_map(StageEdit::WipLimit),
        1 => gate().prop_map(StageEdit::Gate),
        3 => (criterion_id(), option::weighted(0.8, criterion)).prop_map(|(id, c)| StageEdit::Criterion(id, c)),
        1 => (task_id(), option::weighted(0.8, task)).prop_map(|(id, task)| StageEdit::Task(id, task)),
        1 => (item_id(), option::weighted(0.8, duty)).prop_map(|(id, duty)| StageEdit::Duty(id, duty)),
        1 => (item_id(), option::weighted(0.8, play)).prop_map(|(id, play)| StageEdit::Play(id, play)),
    ]
}

pub fn pipeline_edit() -> impl Strategy<Value = PipelineEdit> {
    let review =
        (day(), text(), vec(stage_id(), 0..2)).prop_map(|(day, text, stages)| Review { day, text, stages });
    let assessment =
        (day(), any::<[bool; 4]>()).prop_map(|(day, holds)| Assessment { day, holds, note: String::new() });
    let term = (2025i32..2027, 1u32..=12, any::<bool>()).prop_map(|(year, month, quarter)| {
        let month = Month { year, month };
        if quarter { Term::quarter_of(month) } else { Term::Month(month) }
    });
    prop_oneof![
        select(vec![Qualification::None, Qualification::Both]).prop_map(PipelineEdit::Qualification),
        select(vec![Diagram::Path, Diagram::Diamond]).prop_map(PipelineEdit::Diagram),
        any::<bool>().prop_map(PipelineEdit::Archived),
        (item_id(), option::of(review)).prop_map(|(id, review)| PipelineEdit::Review(id, review)),
        (item_id(), option::of(assessment)).prop_map(|(id, found)| PipelineEdit::Assessment(id, found)),
        (term, name(), option::of(-1i64..1_000_000))
            .prop_map(|(term, owner, target)| { PipelineEdit::Target(TargetKey { term, owner }, target) }),
        any::<u16>().prop_map(PipelineEdit::CallsGoal),
        any::<u16>().prop_map(PipelineEdit::IndustryCycle),
        (text(), option::of(text())).prop_map(|(finding, state)| PipelineEdit::Dismiss { finding, state }),
    ]
}

/// Weights for the criteria of the tests, mostly as a sum of 100.
fn weights() -> impl Strategy<Value = BTreeMap<CriterionId, u8>> {
    (vec(criterion_id(), 0..3), prop::bool::weighted(0.6), 0u8..=100).prop_map(|(mut ids, sound, any)| {
        ids.sort_unstable();
        ids.dedup();
        let shares = if sound { balanced(&vec![1; ids.len()]) } else { vec![any; ids.len()] };
        ids.into_iter().zip(shares).collect()
    })
}

/// A command on stages that are there: the ones that change a process without losing history.
pub fn stage_command() -> impl Strategy<Value = Command> {
    let new = (400u64..408, text())
        .prop_map(|(id, name)| Box::new(Stage::new(StageId(id), PipelineId(0), Rank::middle(), name)));
    prop_oneof![
        3 => (stage_id(), option::of(stage_id())).prop_map(|(stage, before)| Command::MoveStage { stage, before }),
        2 => (stage_id(), stage_id()).prop_map(|(stage, into)| Command::MergeStages { stage, into }),
        2 => (stage_id(), new, vec(criterion_id(), 0..2), vec(task_id(), 0..2), vec(deal_id(), 0..2)).prop_map(
            |(stage, new, criteria, tasks, deals)| Command::SplitStage { stage, new, criteria, tasks, deals }
        ),
        2 => (stage_id(), option::of(stage_id())).prop_map(|(stage, to)| Command::RetireStage { stage, to }),
        2 => stage_id().prop_map(Command::RestoreStage),
        3 => (pipeline_id(), weights()).prop_map(|(pipeline, weights)| Command::SetWeights { pipeline, weights }),
    ]
}

/// A command on the team, the personas, the lists, and on pipelines as a whole.
pub fn team_command() -> impl Strategy<Value = Command> {
    let role = select(vec![Role::Manager, Role::Representative]);
    let person = (name(), role).prop_map(|(name, role)| Person { name, role });
    let persona = (any_rank(), text()).prop_map(|(rank, name)| Persona { rank, name, about: String::new() });
    prop_oneof![
        5 => (person_id(), option::weighted(0.8, person)).prop_map(|(id, person)| Command::SetPerson(id, person)),
        2 => (name(), prop_oneof![4 => name(), 1 => Just("n".repeat(MAX_NAME + 1))])
            .prop_map(|(from, to)| Command::RenameOwner { from, to }),
        2 => (persona_id(), option::weighted(0.7, persona)).prop_map(|(id, found)| Command::SetPersona(id, found)),
        2 => (select(ListKind::ALL.to_vec()), vec(text(), 0..4)).prop_map(|(kind, words)| Command::SetList(kind, words)),
        3 => select(vec![1u64, 9, 9]).prop_map(|id| Command::RemovePipeline(PipelineId(id))),
    ]
}

/// A change of what a deal carries.
pub fn story_edit() -> impl Strategy<Value = DealEdit> {
    let answer =
        (option::of(any::<bool>()), text(), moment()).prop_map(|(yes, note, at)| Answer { yes, note, at });
    let activity = (select(ActivityKind::ALL.to_vec()), text(), option::of(day()), option::of(moment()))
        .prop_map(|(kind, text, due, done)| Activity { kind, text, by: "Ada".into(), due, done });
    let objection =
        (text(), text(), moment(), option::of(moment())).prop_map(|(kind, words, raised, overcome)| {
            Objection { kind, words, answer: String::new(), raised, overcome }
        });
    let link = select(vec!["https://example.com/a", "mailto:a@example.com", "javascript:alert(1)", ""]);
    let document =
        (text(), link, select(DocumentState::ALL.to_vec()), day()).prop_map(|(name, link, state, day)| {
            Document { name, kind: "Offer".into(), link: link.into(), state, day }
        });
    let question = select([Question::BANT, Question::FOUR].concat());
    prop_oneof![
        3 => (criterion_id(), any::<bool>()).prop_map(|(id, met)| DealEdit::Met(id, met)),
        1 => (task_id(), any::<bool>()).prop_map(|(id, done)| DealEdit::Done(id, done)),
        1 => (question, option::of(answer)).prop_map(|(question, answer)| DealEdit::Answer(question, answer)),
        2 => (item_id(), option::weighted(0.8, activity)).prop_map(|(id, found)| DealEdit::Activity(id, found)),
        1 => (item_id(), option::weighted(0.8, objection)).prop_map(|(id, found)| DealEdit::Objection(id, found)),
        1 => (item_id(), option::weighted(0.8, document)).prop_map(|(id, found)| DealEdit::Document(id, found)),
        1 => option::of(persona_id()).prop_map(DealEdit::Persona),
        1 => (text(), text()).prop_map(|(kind, value)| DealEdit::Segment { kind, value }),
        1 => btree_set(text(), 0..3).prop_map(DealEdit::Tags),
        1 => text().prop_map(DealEdit::Pain),
        1 => text().prop_map(DealEdit::Motive),
        2 => (0u8..5, day()).prop_map(|(months, next)| DealEdit::Care(Some(Care { months, next }))),
        1 => any::<bool>().prop_map(DealEdit::ReferralAsked),
        1 => any::<bool>().prop_map(DealEdit::Archived),
        1 => (option::of(day()), text()).prop_map(|(until, reason)| DealEdit::Nurture { until, reason }),
    ]
}

/// A command that takes a deal somewhere else than along its ladder.
pub fn journey_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        1 => (deal_id(), stage_id(), value()).prop_map(|(deal, stage, value)| Command::TransferDeal {
            deal,
            stage,
            value
        }),
        2 => (deal_id(), stage_id(), name(), text()).prop_map(|(deal, to, by, note)| Command::OverrideGate {
            deal,
            to: Rung::Stage(to),
            by,
            note
        }),
        1 => (deal_id(), text(), option::of(day())).prop_map(|(deal, reason, until)| Command::NurtureDeal {
            deal,
            reason,
            until
        }),
    ]
}
