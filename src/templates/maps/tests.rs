//! Maps come onto every pipeline as one step, add what is missing and nothing twice.

use std::collections::HashSet;

use super::*;
use crate::model::{
    Command, Currency, Ids, Lane, NewNote, NoteId, Phase, PhaseEdit, PhaseId, Pipeline, PipelineId, Rank,
    SeededIds, Stage, StageEdit, StageId, Timestamp, Workspace, WorkspaceId, apply, check,
};
use crate::templates::{all, from_template};

const NOW: Timestamp = Timestamp(1_795_348_800_000);
const PIPELINE: PipelineId = PipelineId(1);

/// A workspace with the pipeline of a template.
fn of_template(key: &str) -> (Workspace, PipelineId, SeededIds) {
    let mut ids = SeededIds::new(NOW, 1);
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let built = from_template(crate::templates::by_key(key).unwrap(), Currency::EUR, None, &mut ids);
    apply(&mut workspace, built.command, NOW).unwrap();
    (workspace, built.pipeline, ids)
}

/// A workspace with a pipeline that has these stages and these phases, and nothing in them.
fn bare(stages: &[&str], phases: &[&str]) -> (Workspace, SeededIds) {
    let mut ids = SeededIds::new(NOW, 2);
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let pipeline = Pipeline::new(PIPELINE, Rank::middle(), "Sales", Currency::EUR);
    apply(&mut workspace, Command::AddPipeline(pipeline), NOW).unwrap();
    for (name, rank) in stages.iter().zip(Rank::spread(None, stages.len()).unwrap()) {
        let stage = Stage::new(StageId(ids.next()), PIPELINE, rank, *name);
        apply(&mut workspace, Command::AddStage(stage), NOW).unwrap();
    }
    for (name, rank) in phases.iter().zip(Rank::spread(None, phases.len()).unwrap()) {
        let phase = Phase::new(PhaseId(ids.next()), PIPELINE, rank, *name);
        apply(&mut workspace, Command::AddPhase(phase), NOW).unwrap();
    }
    (workspace, ids)
}

fn put(workspace: &mut Workspace, pipeline: PipelineId, key: &str, ids: &mut SeededIds) -> MapChange {
    let change = apply_map(map_by_key(key).unwrap(), pipeline, workspace, ids);
    apply(workspace, change.command.clone(), NOW).unwrap();
    change
}

fn names(workspace: &Workspace) -> Vec<&str> {
    workspace.phases(PIPELINE).iter().map(|phase| phase.name.as_str()).collect()
}

/// The phases of the stages, by name along the ladder.
fn linked(workspace: &Workspace) -> Vec<&str> {
    let phase = |stage: &Stage| workspace.get::<Phase>(stage.phase.unwrap()).unwrap().name.as_str();
    workspace.ladder(PIPELINE).iter().map(|stage| phase(stage)).collect()
}

#[test]
fn keys_and_names_of_maps_are_unique_and_their_texts_short() {
    let mut seen = HashSet::new();
    for map in map_templates() {
        assert!(seen.insert(map.key) && seen.insert(map.name), "{}", map.key);
        assert_eq!(map_by_key(map.key), Some(map));
        assert!((40..=130).contains(&map.summary.chars().count()), "{}", map.summary);
        assert!(map.buying <= map.phases.len() && map.stages.iter().all(|stage| stage.phase < map.buying));
    }
    assert_eq!(map_by_key("no-such-map"), None);
    // Every process template has its map among them.
    for template in all().iter().filter(|template| template.key != "blank") {
        assert!(map_templates().iter().any(|map| map.phases == template.phases), "{}", template.key);
    }
}

#[test]
fn five_phases_for_companies_and_for_people_at_home_method_row_15() {
    for key in ["b2b-five", "b2c-five"] {
        let map = map_by_key(key).unwrap();
        let names: Vec<&str> = map.phases.iter().map(|phase| phase.name).collect();
        assert_eq!(names, ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"]);
        assert_eq!(map.buying, 3, "stages belong to what comes before the purchase");
    }
    for key in ["b2b", "b2c"] {
        assert_eq!(map_by_key(key).unwrap().phases.len(), 3);
    }
}

#[test]
fn every_map_on_every_pipeline_is_sound_adds_nothing_twice_and_goes_with_one_undo() {
    for template in all() {
        for map in map_templates() {
            let (mut workspace, pipeline, mut ids) = of_template(template.key);
            let before = workspace.clone();
            let done = apply_map(map, pipeline, &workspace, &mut ids);
            let change = apply(&mut workspace, done.command.clone(), NOW).unwrap();
            assert_eq!(check(&workspace), [], "{} on {}", map.key, template.key);
            let notes = |workspace: &Workspace| workspace.all::<crate::model::Note>().len();
            assert_eq!(notes(&workspace), notes(&before) + done.notes);
            assert_eq!(workspace.phases(pipeline).len(), before.phases(pipeline).len() + done.phases);
            for (id, note) in before.all::<crate::model::Note>() {
                assert_eq!(workspace.get::<crate::model::Note>(*id), Some(note), "what is there stays");
            }
            // Each phase of the map says all that the map says of it.
            for spec in map.phases {
                let same = |phase: &&std::sync::Arc<Phase>| {
                    phase.name == spec.name || (phase.name == DECISION && spec.name == PURCHASE)
                };
                let phase = workspace.phases(pipeline).into_iter().find(same).unwrap();
                for (lane, notes) in spec.cells {
                    let said: Vec<&str> =
                        workspace.notes(phase.id, *lane).iter().map(|note| note.text.as_str()).collect();
                    assert!(notes.iter().all(|note| said.contains(&note.text)), "{}: {lane:?}", map.key);
                    assert_eq!(said.iter().collect::<HashSet<_>>().len(), said.len(), "none is there twice");
                }
            }
            let again = apply_map(map, pipeline, &workspace, &mut ids);
            assert!(again.is_empty() && again.command == Command::Batch(Vec::new()), "{}", map.key);
            change.reverse().apply_to(&mut workspace);
            assert_eq!(workspace, before, "{} on {}", map.key, template.key);
        }
    }
}

#[test]
fn a_pipeline_without_phases_gets_them_and_its_stages_are_shared_out_along_the_ladder() {
    let (mut workspace, mut ids) = bare(&["Lead", "Call", "Visit", "Quote", "Order"], &[]);
    let change = put(&mut workspace, PIPELINE, "b2c-five", &mut ids);
    assert_eq!((change.phases, change.stages, change.completed), (5, 5, 0));
    assert_eq!(names(&workspace), ["Awareness", "Consideration", "Purchase", "Retention", "Advocacy"]);
    assert_eq!(linked(&workspace), ["Awareness", "Awareness", "Consideration", "Consideration", "Purchase"]);
    let retention = workspace.phases(PIPELINE)[3];
    assert_eq!((retention.mood, retention.aim, retention.steps.len()), (0, Some(1), 2));
    assert_eq!(check(&workspace), []);
    // A single stage, and none at all.
    let (mut workspace, mut ids) = bare(&["New"], &[]);
    assert_eq!(put(&mut workspace, PIPELINE, "b2b", &mut ids).stages, 1);
    assert_eq!(linked(&workspace), ["Awareness"]);
    let (mut workspace, mut ids) = bare(&[], &[]);
    assert_eq!(put(&mut workspace, PIPELINE, "b2b", &mut ids).stages, 0);
}

#[test]
fn stages_that_have_the_names_of_the_maps_process_go_where_that_has_them() {
    // Evenly they would be two and two and two; the bases have one, two and two.
    let stages =
        ["to first  BASE", "First to second", "Second to third", "Conclude", "Sign", "Count the money"];
    let (mut workspace, mut ids) = bare(&stages, &[]);
    put(&mut workspace, PIPELINE, "bases", &mut ids);
    let expected = ["Awareness", "Consideration", "Consideration", "Decision", "Decision", "Decision"];
    assert_eq!(linked(&workspace), expected);
    // Names in another order than the phases never lead back.
    let (mut workspace, mut ids) = bare(&["Sign", "To first base"], &[]);
    put(&mut workspace, PIPELINE, "bases", &mut ids);
    assert_eq!(linked(&workspace), ["Decision", "Decision"]);
}

#[test]
fn stages_keep_the_phase_that_somebody_chose() {
    let (mut workspace, mut ids) = bare(&["One", "Two"], &["Awareness"]);
    let (stage, phase) = (workspace.ladder(PIPELINE)[1].id, workspace.phases(PIPELINE)[0].id);
    let edit = StageEdit::Phase(Some(phase));
    apply(&mut workspace, Command::EditStage { stage, edit }, NOW).unwrap();
    assert_eq!(put(&mut workspace, PIPELINE, "b2b", &mut ids).stages, 0);
    let phases: Vec<Option<PhaseId>> = workspace.ladder(PIPELINE).iter().map(|stage| stage.phase).collect();
    assert_eq!(phases, [None, Some(phase)]);
}

#[test]
fn missing_phases_come_where_the_map_has_them_and_a_purchase_is_a_decision() {
    let (mut workspace, mut ids) = bare(&[], &["CONSIDERATION", " decision", "Farewell"]);
    let change = put(&mut workspace, PIPELINE, "b2b-five", &mut ids);
    assert_eq!((change.phases, change.completed), (3, 2));
    assert_eq!(
        names(&workspace),
        ["Awareness", "CONSIDERATION", " decision", "Retention", "Advocacy", "Farewell"]
    );
    // Then the map of three finds all of its phases.
    assert_eq!(put(&mut workspace, PIPELINE, "seven-step", &mut ids).phases, 0);
    // Of a map in other words nothing is known: its phases stay in front.
    let (mut workspace, mut ids) = bare(&[], &["Noticing", "Choosing"]);
    put(&mut workspace, PIPELINE, "simple", &mut ids);
    assert_eq!(names(&workspace), ["Noticing", "Choosing", "Awareness", "Consideration", "Decision"]);
    // Who has both keeps them apart.
    let (mut workspace, mut ids) = bare(&[], &["Decision", "Purchase"]);
    let change = put(&mut workspace, PIPELINE, "b2c-five", &mut ids);
    assert_eq!((change.phases, change.completed), (4, 1));
}

#[test]
fn what_somebody_wrote_in_a_phase_stays_and_only_what_is_empty_is_filled_in() {
    let (mut workspace, mut ids) = bare(&[], &["Awareness", "Consideration", "Decision"]);
    let [first, second, third] = workspace.phases(PIPELINE)[..] else { panic!() };
    let (first, second, third) = (first.id, second.id, third.id);
    let map = map_by_key("b2b").unwrap();
    let cell = crate::model::Cell { phase: first, step: None, lane: Lane::Questions };
    let text = String::from("  what does this PROBLEM cost the company? ");
    let note = NewNote { id: NoteId(ids.next()), cell, persona: None, text };
    apply(&mut workspace, Command::AddNote(note), NOW).unwrap();
    for edit in
        [PhaseEdit::Owner("Ada".into()), PhaseEdit::Aim(Some(-2)), PhaseEdit::ExitAction("Calls".into())]
    {
        apply(&mut workspace, Command::EditPhase { phase: second, edit }, NOW).unwrap();
    }
    let change = put(&mut workspace, PIPELINE, "b2b", &mut ids);
    assert_eq!((change.phases, change.completed), (0, 3));
    let all = map.phases.iter().flat_map(|phase| phase.cells).map(|(_, notes)| notes.len()).sum::<usize>();
    assert_eq!(change.notes, all - 1, "one question is there already");
    let said = workspace.notes(first, Lane::Questions);
    assert_eq!(said.len(), 3);
    assert_eq!(said[0].text, "what does this PROBLEM cost the company?", "it stays first");
    let phase = |id| workspace.get::<Phase>(id).unwrap();
    assert_eq!((phase(second).owner.as_str(), phase(second).aim), ("Ada", Some(-2)));
    assert_eq!(phase(second).exit_action, "Calls");
    assert_eq!((phase(first).mood, phase(second).mood), (0, 0), "somebody had begun with these");
    assert_eq!(phase(third).mood, map.phases[2].mood);
    assert_eq!((phase(first).owner.as_str(), phase(third).owner.as_str()), ("Marketing", "Sales"));
}

#[test]
fn steps_are_found_by_their_names_and_a_phase_that_is_one_piece_stays_so() {
    let (mut workspace, mut ids) = bare(&[], &["Retention", "Advocacy"]);
    let [retention, advocacy] = workspace.phases(PIPELINE)[..] else { panic!() };
    let (retention, advocacy) = (retention.id, advocacy.id);
    let cell = crate::model::Cell { phase: retention, step: None, lane: Lane::Ideas };
    let note = NewNote { id: NoteId(ids.next()), cell, persona: None, text: "A cake".into() };
    apply(&mut workspace, Command::AddNote(note), NOW).unwrap();
    put(&mut workspace, PIPELINE, "b2b-five", &mut ids);
    let get = |workspace: &Workspace, id| workspace.get::<Phase>(id).unwrap().clone();
    assert!(get(&workspace, retention).steps.is_empty() && get(&workspace, advocacy).steps.is_empty());

    let (mut workspace, mut ids) = bare(&[], &["Retention"]);
    let phase = workspace.phases(PIPELINE)[0].id;
    let steps: Vec<crate::model::ItemId> = (0..2).map(|_| crate::model::ItemId(ids.next())).collect();
    for ((id, name), rank) in
        steps.iter().zip(["Beginning", "everyday use"]).zip(Rank::spread(None, 2).unwrap())
    {
        let edit = PhaseEdit::Step(*id, Some(crate::model::Step { rank, name: name.into() }));
        apply(&mut workspace, Command::EditPhase { phase, edit }, NOW).unwrap();
    }
    put(&mut workspace, PIPELINE, "b2b-five", &mut ids);
    assert_eq!(get(&workspace, phase).steps.len(), 2);
    let questions = workspace.notes(phase, Lane::Questions);
    let of: Vec<_> = questions.iter().map(|note| note.step.unwrap()).collect();
    assert_eq!(of, [steps[0], steps[0], steps[1], steps[1]]);
}

#[test]
fn of_a_pipeline_that_is_not_there_nothing_is_asked() {
    let (workspace, mut ids) = bare(&[], &[]);
    assert!(apply_map(map_by_key("b2b").unwrap(), PipelineId(77), &workspace, &mut ids).is_empty());
}
