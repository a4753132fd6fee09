use proptest::prelude::*;

use super::*;
use crate::model::*;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(any::<char>(), 0..24).prop_map(|chars| chars.into_iter().collect()),
        "[ -~\u{e4}\u{20ac}\u{1f4b0}\u{2028}\u{0}\"\\\\]{0,24}",
    ]
}

/// Any command that a user could give, aimed at a few ids so that many of them fit.
fn command() -> impl Strategy<Value = Command> {
    let deal = (0u64..6).prop_map(DealId);
    let stage = (0u64..4).prop_map(StageId);
    let phase = (0u64..2).prop_map(PhaseId);
    prop_oneof![
        (text(), any::<bool>()).prop_map(|(name, sample)| {
            Command::SetMeta(Meta { name, sample, ..Meta::new(WorkspaceId(1)) })
        }),
        (stage.clone(), text(), 0u8..=100).prop_map(|(stage, text, chance)| Command::Batch(vec![
            Command::EditStage { stage, edit: StageEdit::Definition(text) },
            Command::EditStage { stage, edit: StageEdit::Chance(chance) },
        ])),
        (deal.clone(), stage.clone(), text()).prop_map(|(id, stage, title)| Command::AddDeal(NewDeal {
            id,
            stage,
            place: Place::First,
            title
        })),
        (deal.clone(), text()).prop_map(|(deal, t)| Command::EditDeal { deal, edit: DealEdit::Notes(t) }),
        (deal.clone(), text()).prop_map(|(deal, t)| Command::EditDeal { deal, edit: DealEdit::Company(t) }),
        (deal.clone(), 0..MAX_VALUE)
            .prop_map(|(deal, value)| Command::EditDeal { deal, edit: DealEdit::Value(value) }),
        (deal.clone(), prop::option::of(-700_000i64..2_000_000)).prop_map(|(deal, number)| {
            Command::EditDeal { deal, edit: DealEdit::Expected(number.and_then(Day::from_number)) }
        }),
        (deal.clone(), stage).prop_map(|(deal, stage)| Command::MoveDeal {
            deal,
            stage,
            place: Place::First
        }),
        (deal.clone(), 0i64..9).prop_map(|(deal, at)| Command::WinDeal { deal, at: Timestamp(at), value: 7 }),
        (deal.clone(), text()).prop_map(|(deal, reason)| Command::LoseDeal {
            deal,
            at: Timestamp(3),
            reason
        }),
        deal.prop_map(|deal| Command::ReopenDeal { deal }),
        (phase, 0u64..9, text()).prop_map(|(phase, id, text)| Command::AddNote(NewNote {
            id: NoteId(id),
            cell: Cell { phase, step: None, lane: Lane::PainPoints },
            persona: None,
            text
        })),
    ]
}

fn ground() -> Workspace {
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let pipeline = PipelineId(9);
    let mut commands =
        vec![Command::AddPipeline(Pipeline::new(pipeline, Rank::middle(), "Sales", Currency::EUR))];
    for id in 0..2 {
        let (id, name, rank) = (PhaseId(id), format!("Phase {id}"), Rank::middle());
        commands.push(Command::AddPhase(Phase { mood: -1, ..Phase::new(id, pipeline, rank, name) }));
    }
    for id in 0..4 {
        commands.push(Command::AddStage(Stage {
            phase: (id == 1).then_some(PhaseId(0)),
            chance: 10,
            stale_days: 14,
            ..Stage::new(StageId(id), pipeline, Rank::middle(), format!("Stage {id}"))
        }));
    }
    for id in 0..4 {
        let title = format!("Deal {id}");
        commands.push(Command::AddDeal(NewDeal {
            id: DealId(id),
            stage: StageId(id),
            place: Place::Last,
            title,
        }));
    }
    apply(&mut workspace, Command::Batch(commands), Timestamp(5)).expect("the ground is sound");
    workspace
}

fn rich() -> Workspace {
    let mut workspace = ground();
    let lost =
        Command::LoseDeal { deal: DealId(1), at: Timestamp(6), reason: "zu teuer \u{1f4b8} \"x\"".into() };
    let moved = Command::MoveDeal { deal: DealId(0), stage: StageId(2), place: Place::First };
    let won = Command::WinDeal { deal: DealId(2), at: Timestamp(7), value: 12_345 };
    apply(&mut workspace, Command::Batch(vec![lost, moved, won]), Timestamp(8)).expect("sound");
    workspace
}

proptest! {
    #[test]
    fn what_was_written_reads_back_the_same(commands in prop::collection::vec(command(), 0..40)) {
        let mut workspace = ground();
        for (step, command) in commands.into_iter().enumerate() {
            let _ = apply(&mut workspace, command, Timestamp(10 + step as i64));
        }
        let whole = write(&workspace);
        prop_assert_eq!(read(&whole), Ok(workspace.clone()));
        let deals: Vec<_> = workspace.all::<Deal>().values().collect();
        let parts: Vec<String> = deals.chunks(3).map(write_deals).collect();
        let again = read_parts(&write_rest(&workspace), parts.iter().map(String::as_str));
        prop_assert_eq!(again.as_ref(), Ok(&workspace));
        prop_assert_eq!(again.map(|w| write(&w)), Ok(whole));
    }

    #[test]
    fn bytes_of_any_kind_are_refused_calmly(text in text(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(read(&text).is_err());
        prop_assert!(read(&String::from_utf8_lossy(&bytes)).is_err());
        prop_assert!(read_deals(&text).is_err() || text.trim() == "[]");
    }

    #[test]
    fn a_damaged_byte_never_gives_an_unsound_workspace(at in 0usize..10_000, byte in 0x20u8..0x7f) {
        let mut bytes = write(&rich()).into_bytes();
        let at = at % bytes.len();
        if bytes[at].is_ascii() {
            bytes[at] = byte;
        }
        if let Ok(workspace) = read(&String::from_utf8_lossy(&bytes)) {
            prop_assert_eq!(check(&workspace), vec![]);
        }
    }
}

#[test]
fn every_truncation_is_refused() {
    let whole = write(&rich());
    for (end, _) in whole.trim_end().char_indices() {
        assert!(read(&whole[..end]).is_err(), "read {end} bytes of {}", whole.len());
    }
    assert!(matches!(read(&whole[..40]), Err(FileError::NotJson { .. })));
}

#[test]
fn the_refusal_says_why() {
    let whole = write(&rich());
    assert_eq!(read("{}"), Err(FileError::NotOurs));
    assert_eq!(read("[1]"), Err(FileError::NotOurs));
    assert_eq!(read(""), Err(FileError::NotJson { line: 1, column: 0 }));
    assert_eq!(read(&whole.replace("\"stageline\"", "\"other\"")), Err(FileError::NotOurs));
    assert_eq!(read(&whole.replace("\"version\": 2", "\"version\": 3")), Err(FileError::Newer(3)));
    let later = whole.replace("\"version\": 2", "\"version\": 7").replace("\"title\"", "\"heading\"");
    assert_eq!(read(&later), Err(FileError::Newer(7)));
    let untitled = whole.replace("\"title\":\"Deal 2\",", "");
    assert!(matches!(read(&untitled), Err(FileError::Record { kind: RecordKind::Deal, index: 2, .. })));
    let blank = whole.replace("Deal 2", " ");
    assert_eq!(read(&blank), Err(FileError::Breaches(vec![Breach::Deal(DealId(2))])));
    let twice = whole.replace(&DealId(2).to_string(), &DealId(3).to_string());
    assert!(matches!(read(&twice), Err(FileError::DuplicateId(RecordKind::Stage))));
    let far = whole.replace("\"at\":7", "\"at\":9000000000000000000");
    assert!(matches!(read(&far), Err(FileError::Record { kind: RecordKind::Deal, index: 2, .. })));
    assert!(matches!(read_deals("[{}]"), Err(FileError::Record { index: 0, .. })));
    assert!(matches!(read_deals("{}"), Err(FileError::Frame { .. })));
}

#[test]
fn a_mark_before_the_text_and_unknown_fields_do_no_harm() {
    let whole = write(&rich());
    assert_eq!(read(&format!("\u{feff}{whole}")), Ok(rich()));
    assert_eq!(read(&whole.replace("\"meta\": {", "\"later\": [1], \"meta\": {\"more\":1,")), Ok(rich()));
}

#[test]
fn the_digest_is_fnv_1a() {
    // Values from the authors' own list of test vectors.
    assert_eq!(digest(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(digest("a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(digest("foobar"), 0x8594_4171_f739_67e8);
}
