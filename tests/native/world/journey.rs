//! What can be asked of the journey map, the workshop and the guided mapping.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use stageline::model::*;

use super::{any_rank, day, mood, note_id, phase_id, pipeline_id, text};

fn item() -> impl Strategy<Value = ItemId> {
    (600u64..604).prop_map(ItemId)
}

fn persona() -> impl Strategy<Value = PersonaId> {
    (500u64..503).prop_map(PersonaId)
}

fn aim() -> impl Strategy<Value = Option<i8>> {
    option::of(mood())
}

pub fn lane() -> impl Strategy<Value = Lane> {
    prop_oneof![5 => select(Lane::ALL.to_vec()), 2 => item().prop_map(Lane::Own)].boxed()
}

fn cell() -> impl Strategy<Value = Cell> {
    (phase_id(), option::weighted(0.3, item()), lane()).prop_map(|(phase, step, lane)| Cell {
        phase,
        step,
        lane,
    })
}

fn phase_edit() -> impl Strategy<Value = PhaseEdit> {
    let felt = option::of((mood(), aim()).prop_map(|(now, aim)| Mood { now, aim }));
    let step = option::of((any_rank(), text()).prop_map(|(rank, name)| Step { rank, name }));
    prop_oneof![
        1 => text().prop_map(PhaseEdit::Name),
        1 => mood().prop_map(PhaseEdit::Mood),
        1 => aim().prop_map(PhaseEdit::Aim),
        2 => (persona(), felt).prop_map(|(id, mood)| PhaseEdit::PersonaMood(id, mood)),
        3 => (item(), step).prop_map(|(id, step)| PhaseEdit::Step(id, step)),
        1 => text().prop_map(PhaseEdit::Owner),
        1 => text().prop_map(PhaseEdit::ExitAction),
        1 => option::of(select(Evidence::ALL.to_vec())).prop_map(PhaseEdit::Evidence),
    ]
    .boxed()
}

fn note_edit() -> impl Strategy<Value = NoteEdit> {
    prop_oneof![
        3 => text().prop_map(NoteEdit::Text),
        2 => option::of(persona()).prop_map(NoteEdit::Persona),
        1 => text().prop_map(NoteEdit::Channel),
        1 => any::<bool>().prop_map(NoteEdit::Moment),
        4 => (item(), 0u8..4).prop_map(|(by, votes)| NoteEdit::Votes(by, votes)),
    ]
    .boxed()
}

/// A change of what a pipeline keeps beside its map.
fn map_edit() -> impl Strategy<Value = PipelineEdit> {
    let row = prop_oneof![select(Row::ALL.to_vec()), item().prop_map(|id| Row::Notes(Lane::Own(id)))];
    let style = option::weighted(
        0.8,
        (any_rank(), text(), any::<bool>()).prop_map(|(rank, name, hidden)| RowStyle { rank, name, hidden }),
    );
    let participant =
        option::weighted(0.8, (any_rank(), text()).prop_map(|(rank, name)| Participant { rank, name }));
    let parked = option::weighted(0.8, (any_rank(), text()).prop_map(|(rank, text)| Parked { rank, text }));
    let involved = option::weighted(
        0.8,
        (any_rank(), text(), text()).prop_map(|(rank, who, part)| Involved { rank, who, part }),
    );
    prop_oneof![
        4 => (row, style).prop_map(|(row, style)| PipelineEdit::Row(row, style)),
        1 => (0u8..5).prop_map(PipelineEdit::VotesEach),
        3 => (item(), participant).prop_map(|(id, participant)| PipelineEdit::Participant(id, participant)),
        1 => (item(), parked).prop_map(|(id, parked)| PipelineEdit::Parked(id, parked)),
        1 => (300u64..304, prop::bool::weighted(0.8))
            .prop_map(|(id, made)| PipelineEdit::WorkshopCriterion(CriterionId(id), made)),
        1 => (0u8..9).prop_map(PipelineEdit::GuideStep),
        1 => text().prop_map(PipelineEdit::GuideGoals),
        1 => (item(), involved).prop_map(|(id, involved)| PipelineEdit::Involved(id, involved)),
        1 => text().prop_map(PipelineEdit::GuideWatch),
        1 => option::of(day()).prop_map(PipelineEdit::ReviewOn),
    ]
    .boxed()
}

fn foreign_note() -> impl Strategy<Value = Note> {
    (note_id(), cell(), any_rank(), text(), option::of(persona()), any::<bool>()).prop_map(
        |(id, cell, rank, text, persona, moment)| Note { persona, moment, ..Note::new(id, cell, rank, text) },
    )
}

/// A command on the map.
pub fn map_command() -> impl Strategy<Value = Command> {
    let named = (text(), any_rank()).prop_map(|(name, rank)| Persona { rank, name, about: String::new() });
    prop_oneof![
        2 => (phase_id(), pipeline_id(), text(), mood()).prop_map(|(id, pipeline, name, mood)| {
            Command::AddPhase(super::a_phase(id.0, pipeline.0, &name, mood))
        }),
        4 => (phase_id(), phase_edit()).prop_map(|(phase, edit)| Command::EditPhase { phase, edit }),
        2 => (phase_id(), option::of(phase_id())).prop_map(|(phase, before)| Command::MovePhase { phase, before }),
        1 => phase_id().prop_map(Command::RemovePhase),
        4 => (note_id(), cell(), option::weighted(0.2, persona()), text())
            .prop_map(|(id, cell, persona, text)| Command::AddNote(NewNote { id, cell, persona, text })),
        1 => proptest::collection::vec(foreign_note(), 0..3).prop_map(Command::ImportNotes),
        5 => (note_id(), note_edit()).prop_map(|(note, edit)| Command::EditNote { note, edit }),
        3 => (note_id(), cell(), option::weighted(0.3, note_id()))
            .prop_map(|(note, to, before)| Command::MoveNote { note, to, before }),
        5 => (pipeline_id(), map_edit()).prop_map(|(pipeline, edit)| Command::EditPipeline { pipeline, edit }),
        1 => (persona(), option::weighted(0.8, named)).prop_map(|(id, persona)| Command::SetPersona(id, persona)),
    ]
    .boxed()
}
