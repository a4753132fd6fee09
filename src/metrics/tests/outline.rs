//! What the guided mapping shows beside what is believed.

use super::*;
use crate::model::{Cell, ItemId, Lane, NewNote, NoteId, PhaseEdit, StageEdit, Step};

#[test]
fn method_row_19_the_facts_of_a_stage_are_those_of_insights() {
    let mut scene = Scene::new();
    scene.deal_in(PIPELINE, 1, 10, 0, &[1, 2, 3, WON]);
    scene.deal_in(PIPELINE, 2, 10, 0, &[1, 2, LOST]);
    scene.deal_in(PIPELINE, 3, 10, 0, &[1, LOST]);
    scene.deal_in(PIPELINE, 4, 10, 0, &[1, 2]);
    scene.run(400, Command::RetireStage { stage: stage(PIPELINE, 4), to: None });
    let census = scene.census(&Population::of(PIPELINE));
    let facts = stage_facts(&census);
    let of = |facts: &StageFacts| (facts.stage, facts.went_on, facts.lost, facts.open);
    let rate = |part, of| Rate { part, of };
    // The fourth stage, in which no deal was, is out of use.
    let expected = [
        (stage(PIPELINE, 1), rate(3, 4), 1, 0),
        (stage(PIPELINE, 2), rate(1, 3), 1, 1),
        (stage(PIPELINE, 3), rate(1, 1), 0, 0),
    ];
    assert_eq!(facts.iter().map(of).collect::<Vec<_>>(), expected);
    for (facts, time) in facts.iter().zip(stage_time(&census)) {
        assert_eq!((facts.stage, facts.median), (time.stage, time.visits.median));
        let figure = OutcomesFigure::Lost { reason: None, from: Some(facts.stage) };
        let lost = drill(&census, &Figure::Outcomes(figure)).counted.len() as u64;
        assert_eq!(facts.lost, lost);
    }
}

#[test]
fn method_row_17_gaps_are_what_the_guide_asks_for_and_nobody_said() {
    let mut scene = Scene::new();
    let phase = PhaseId(71);
    scene.run(0, Command::AddPhase(Phase::new(phase, PIPELINE, Rank::middle(), "Awareness")));
    let all: Vec<(PhaseId, Gap)> = [Gap::Stages]
        .into_iter()
        .chain(ASKED.map(Gap::Notes))
        .chain([Gap::ExitAction])
        .map(|gap| (phase, gap))
        .collect();
    assert_eq!(gaps(&scene.workspace, PIPELINE), all);
    scene.run(0, Command::EditStage { stage: stage(PIPELINE, 1), edit: StageEdit::Phase(Some(phase)) });
    let step = Some(Step { rank: Rank::middle(), name: "First".into() });
    scene.run(0, Command::EditPhase { phase, edit: PhaseEdit::Step(ItemId(1), step) });
    let cell = Cell { phase, step: Some(ItemId(1)), lane: Lane::Questions };
    let note = NewNote { id: NoteId(1), cell, persona: None, text: "Why now?".into() };
    scene.run(0, Command::AddNote(note));
    scene.run(0, Command::EditPhase { phase, edit: PhaseEdit::ExitAction("Asks for a call".into()) });
    let left = [Lane::Actions, Lane::PainPoints, Lane::Response].map(|lane| (phase, Gap::Notes(lane)));
    assert_eq!(gaps(&scene.workspace, PIPELINE), left);
    assert!(gaps(&scene.workspace, OTHER).is_empty(), "no map, no gaps in it");
}
