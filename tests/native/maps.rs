//! The journey map by its commands: phases, steps, notes, personas, rows, a workshop. Properties of all commands are in
//! `commands.rs`; here is what each is for.

use stageline::model::*;

const NOW: Timestamp = Timestamp(1_760_000_000_000);
const PIPELINE: PipelineId = PipelineId(1);
const FIRST: PhaseId = PhaseId(11);
const SECOND: PhaseId = PhaseId(12);
const PERSONA: PersonaId = PersonaId(21);

/// A map of two phases, each with a stage, and one persona.
fn map() -> Workspace {
    let mut workspace = Workspace::empty(WorkspaceId(7));
    let ranks = Rank::spread(None, 2).expect("room");
    let mut asks =
        vec![Command::AddPipeline(Pipeline::new(PIPELINE, Rank::middle(), "Sales", Currency::EUR))];
    for (at, (id, name)) in [(FIRST, "Awareness"), (SECOND, "Decision")].into_iter().enumerate() {
        asks.push(Command::AddPhase(Phase::new(id, PIPELINE, ranks[at].clone(), name)));
        asks.push(Command::AddStage(Stage {
            phase: Some(id),
            ..Stage::new(StageId(id.0 + 20), PIPELINE, ranks[at].clone(), name)
        }));
    }
    let persona = Persona { rank: Rank::middle(), name: "Owner of a shop".into(), about: String::new() };
    asks.push(Command::SetPersona(PERSONA, Some(persona)));
    apply(&mut workspace, Command::Batch(asks), NOW).expect("a map");
    workspace
}

fn ask(workspace: &mut Workspace, command: Command) -> Change {
    apply(workspace, command, NOW).expect("it is granted")
}

fn cell(phase: PhaseId, lane: Lane) -> Cell {
    Cell { phase, step: None, lane }
}

fn write(workspace: &mut Workspace, id: u64, cell: Cell, persona: Option<PersonaId>, text: &str) {
    ask(workspace, Command::AddNote(NewNote { id: NoteId(id), cell, persona, text: text.into() }));
}

fn texts(workspace: &Workspace, cell: Cell) -> Vec<&str> {
    workspace.cell_notes(cell).into_iter().map(|note| note.text.as_str()).collect()
}

#[test]
fn notes_move_between_cells_and_within_one() {
    let mut workspace = map();
    let (here, there) = (cell(FIRST, Lane::Questions), cell(SECOND, Lane::PainPoints));
    for (id, text) in [(1, "a"), (2, "b"), (3, "c")] {
        write(&mut workspace, id, here, None, text);
    }
    ask(&mut workspace, Command::MoveNote { note: NoteId(3), to: here, before: Some(NoteId(1)) });
    assert_eq!(texts(&workspace, here), ["c", "a", "b"]);
    let before = workspace.clone();
    let change = ask(&mut workspace, Command::MoveNote { note: NoteId(1), to: there, before: None });
    assert_eq!((texts(&workspace, here), texts(&workspace, there)), (vec!["c", "b"], vec!["a"]));
    change.reverse().apply_to(&mut workspace);
    assert_eq!(workspace, before);
    let unknown = Command::MoveNote { note: NoteId(1), to: there, before: Some(NoteId(2)) };
    assert_eq!(apply(&mut workspace, unknown, NOW), Err(Rejection::UnknownNote(NoteId(2))));
}

#[test]
fn the_first_step_takes_over_the_notes_of_its_phase_and_a_step_that_goes_leaves_them() {
    let mut workspace = map();
    write(&mut workspace, 1, cell(FIRST, Lane::Actions), None, "searches");
    let ranks = Rank::spread(None, 2).expect("room");
    let step = |id: u64, at: usize| {
        let step = Step { rank: ranks[at].clone(), name: format!("Step {id}") };
        Command::EditPhase { phase: FIRST, edit: PhaseEdit::Step(ItemId(id), Some(step)) }
    };
    ask(&mut workspace, step(1, 0));
    ask(&mut workspace, step(2, 1));
    let at = |step: u64| Cell { phase: FIRST, step: Some(ItemId(step)), lane: Lane::Actions };
    assert_eq!(texts(&workspace, at(1)), ["searches"]);
    write(&mut workspace, 2, at(2), None, "asks");
    assert_eq!(workspace.map_notes(PIPELINE, None).len(), 2);
    ask(&mut workspace, Command::EditPhase { phase: FIRST, edit: PhaseEdit::Step(ItemId(2), None) });
    assert_eq!(texts(&workspace, at(1)), ["searches", "asks"]);
    let gone = NewNote { id: NoteId(9), cell: at(2), persona: None, text: "x".into() };
    assert_eq!(apply(&mut workspace, Command::AddNote(gone), NOW), Err(Rejection::UnknownPhase(FIRST)));
}

#[test]
fn method_row_14_a_persona_sees_its_own_notes_and_those_of_all_buyers() {
    let mut workspace = map();
    let here = cell(FIRST, Lane::PainPoints);
    write(&mut workspace, 1, here, None, "no time");
    write(&mut workspace, 2, here, Some(PERSONA), "no staff");
    let other = PersonaId(22);
    let persona = Persona { rank: Rank::middle(), name: "Chain".into(), about: String::new() };
    ask(&mut workspace, Command::SetPersona(other, Some(persona)));
    let seen = |workspace: &Workspace, persona| {
        workspace.map_notes(PIPELINE, persona).get(&here).map_or(0, |notes| notes.len())
    };
    assert_eq!(
        (seen(&workspace, None), seen(&workspace, Some(PERSONA)), seen(&workspace, Some(other))),
        (2, 2, 1)
    );
    let mood = Mood { now: -2, aim: Some(1) };
    ask(
        &mut workspace,
        Command::EditPhase { phase: FIRST, edit: PhaseEdit::PersonaMood(PERSONA, Some(mood)) },
    );
    ask(&mut workspace, Command::SetPersona(PERSONA, None));
    assert_eq!(seen(&workspace, Some(other)), 2, "its notes stay, for all buyers");
    assert!(workspace.get::<Phase>(FIRST).is_some_and(|phase| phase.moods.is_empty()));
    let foreign = NewNote { id: NoteId(9), cell: here, persona: Some(PERSONA), text: "x".into() };
    assert_eq!(
        apply(&mut workspace, Command::AddNote(foreign), NOW),
        Err(Rejection::UnknownPersona(PERSONA))
    );
}

#[test]
fn a_phase_that_goes_takes_its_notes_along_and_unlinks_its_stages() {
    let mut workspace = map();
    write(&mut workspace, 1, cell(FIRST, Lane::Questions), None, "a");
    write(&mut workspace, 2, cell(SECOND, Lane::Questions), None, "b");
    let before = workspace.clone();
    let change = ask(&mut workspace, Command::RemovePhase(FIRST));
    assert_eq!(check(&workspace), []);
    assert_eq!(workspace.phases(PIPELINE).len(), 1);
    assert_eq!(workspace.all::<Note>().len(), 1);
    assert_eq!(workspace.get::<Stage>(StageId(31)).and_then(|stage| stage.phase), None);
    change.reverse().apply_to(&mut workspace);
    assert_eq!(workspace, before);
    ask(&mut workspace, Command::MovePhase { phase: SECOND, before: Some(FIRST) });
    let order: Vec<PhaseId> = workspace.phases(PIPELINE).iter().map(|phase| phase.id).collect();
    assert_eq!(order, [SECOND, FIRST]);
}

#[test]
fn rows_are_hidden_named_moved_and_added() {
    let mut workspace = map();
    let rows = |workspace: &Workspace| workspace.rows(PIPELINE);
    assert_eq!(rows(&workspace).iter().map(|(row, _)| *row).collect::<Vec<_>>(), Row::ALL);
    let own = Row::Notes(Lane::Own(ItemId(5)));
    let note =
        NewNote { id: NoteId(1), cell: cell(FIRST, Lane::Own(ItemId(5))), persona: None, text: "x".into() };
    assert_eq!(apply(&mut workspace, Command::AddNote(note.clone()), NOW), Err(Rejection::UnknownLane));
    let set = |row, style| Command::EditPipeline { pipeline: PIPELINE, edit: PipelineEdit::Row(row, style) };
    let top = rows(&workspace).first().map(|(_, style)| style.rank.clone());
    let rank = Rank::between(None, top.as_ref()).expect("room");
    let style = RowStyle { rank, name: "Feelings".into(), hidden: false };
    ask(&mut workspace, set(own, Some(style.clone())));
    ask(&mut workspace, Command::AddNote(note));
    assert_eq!(rows(&workspace).first(), Some(&(own, style.clone())));
    ask(&mut workspace, set(own, None));
    assert_eq!((rows(&workspace).len(), workspace.all::<Note>().len()), (Row::ALL.len(), 0));
    let nameless = RowStyle { name: " ".into(), ..style };
    assert_eq!(apply(&mut workspace, set(own, Some(nameless)), NOW), Err(Rejection::Blank));
}

#[test]
fn no_participant_gives_more_votes_than_there_are() {
    let mut workspace = map();
    let here = cell(FIRST, Lane::PainPoints);
    write(&mut workspace, 1, here, None, "a");
    write(&mut workspace, 2, here, None, "b");
    let edit = |edit| Command::EditPipeline { pipeline: PIPELINE, edit };
    let vote = |note: u64, votes: u8| Command::EditNote {
        note: NoteId(note),
        edit: NoteEdit::Votes(ItemId(1), votes),
    };
    assert_eq!(apply(&mut workspace, vote(1, 1), NOW), Err(Rejection::UnknownParticipant));
    let ada = Participant { rank: Rank::middle(), name: "Ada".into() };
    ask(&mut workspace, edit(PipelineEdit::Participant(ItemId(1), Some(ada))));
    ask(&mut workspace, vote(1, 2));
    ask(&mut workspace, vote(2, 1));
    assert_eq!(apply(&mut workspace, vote(2, 2), NOW), Err(Rejection::NoVotesLeft));
    ask(&mut workspace, edit(PipelineEdit::VotesEach(1)));
    ask(&mut workspace, vote(1, 1));
    assert_eq!(
        workspace.votes_given(PIPELINE, ItemId(1)),
        2,
        "some can be taken back where too many were given"
    );
    ask(&mut workspace, edit(PipelineEdit::Participant(ItemId(1), None)));
    assert_eq!(workspace.votes_given(PIPELINE, ItemId(1)), 0);
    assert!(workspace.all::<Note>().values().all(|note| note.vote_count() == 0));
}

#[test]
fn a_workshop_knows_the_criteria_that_it_made_and_forgets_them_when_it_is_cleared() {
    let mut workspace = map();
    let edit = |edit| Command::EditPipeline { pipeline: PIPELINE, edit };
    let made = |made| edit(PipelineEdit::WorkshopCriterion(CriterionId(9), made));
    ask(&mut workspace, made(true));
    let workshop = |workspace: &Workspace| workspace.get::<Pipeline>(PIPELINE).unwrap().workshop.clone();
    assert!(!workshop(&workspace).is_bare());
    let before = workshop(&workspace).criteria;
    let change = apply(&mut workspace, made(false), NOW).unwrap();
    assert!(workshop(&workspace).is_bare());
    change.reverse().apply_to(&mut workspace);
    assert_eq!(workshop(&workspace).criteria, before, "undone with it");
    assert_eq!(before.keys().collect::<Vec<_>>(), [&CriterionId(9)]);
    // What was kept before there was such a list.
    let old = r#"{"votes_each":4}"#;
    assert_eq!(serde_json::from_str::<Workshop>(old).unwrap().votes_each, 4);
}
