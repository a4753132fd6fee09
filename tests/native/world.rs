//! A small workspace and a strategy that asks everything of it that can be asked, sensible or not.
//!
//! Ids come from small pools, so that commands hit what exists, what was removed, and what never was.

pub mod journey;
pub mod process;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use stageline::model::*;

/// The first moment of these tests, 2025-10-09T08:53:20Z.
pub const START: i64 = 1_760_000_000_000;
const HOUR: i64 = 3_600_000;

pub const PIPELINES: [u64; 3] = [1, 2, 9];
pub const STAGES: [u64; 9] = [11, 12, 13, 14, 21, 22, 23, 24, 99];
pub const DEALS: std::ops::Range<u64> = 100..116;
const PHASES: [u64; 5] = [31, 32, 41, 42, 49];
const NOTES: std::ops::Range<u64> = 200..208;

/// Two pipelines of four stages and two phases each, six deals and four notes.
pub fn small() -> Workspace {
    let mut workspace = Workspace::empty(WorkspaceId(7));
    let mut asks = Vec::new();
    for pipeline in [1, 2] {
        asks.push(Command::AddPipeline(a_pipeline(pipeline, "Sales")));
        for n in [1, 2] {
            asks.push(Command::AddPhase(a_phase(10 * (pipeline + 2) + n, pipeline, "Awareness", 1)));
        }
        for n in 1..=4 {
            let phase = (n < 3).then_some(10 * (pipeline + 2) + n);
            let mut stage = a_stage(10 * pipeline + n, pipeline, "Contact", phase, 20);
            if pipeline == 1 && n < 3 {
                // Half of the weight each; the first gate is shut until its criterion is met.
                let criterion = Criterion { rank: rank("V001"), name: "Has a budget".into(), weight: 50 };
                stage.criteria.insert(CriterionId(299 + n), criterion);
                stage.tasks.insert(TaskId(319 + n), Task { rank: rank("V001"), name: "Call".into() });
                stage.gate = if n == 1 { Gate::Block } else { Gate::Warn };
            }
            asks.push(Command::AddStage(stage));
        }
        for n in [0, 1] {
            let cell = Cell { phase: PhaseId(10 * (pipeline + 2) + 1), step: None, lane: Lane::Questions };
            let text = String::from("What does it cost?");
            asks.push(Command::AddNote(NewNote {
                id: NoteId(200 + 2 * pipeline + n),
                cell,
                persona: None,
                text,
            }));
        }
    }
    for (deal, stage) in [(100, 11), (101, 11), (102, 11), (103, 12), (104, 21), (105, 22)] {
        asks.push(Command::AddDeal(NewDeal {
            id: DealId(deal),
            stage: StageId(stage),
            place: Place::Last,
            title: format!("Deal {deal}"),
        }));
    }
    apply(&mut workspace, Command::Batch(asks), Timestamp(START)).expect("the small workspace is sound");
    workspace
}

/// A rank key of that text.
pub fn rank(text: &str) -> Rank {
    Rank::try_from(text.to_owned()).expect("a rank key")
}

fn a_pipeline(id: u64, name: &str) -> Pipeline {
    Pipeline::new(PipelineId(id), rank("V001"), name, Currency::EUR)
}

fn a_phase(id: u64, pipeline: u64, name: &str, mood: i8) -> Phase {
    Phase { mood, ..Phase::new(PhaseId(id), PipelineId(pipeline), rank("V001"), name) }
}

fn a_stage(id: u64, pipeline: u64, name: &str, phase: Option<u64>, chance: u8) -> Stage {
    Stage {
        phase: phase.map(PhaseId),
        chance,
        stale_days: 14,
        ..Stage::new(StageId(id), PipelineId(pipeline), rank("V001"), name)
    }
}

// --- parts of commands ---

/// A moment within about 60 days, in no order.
pub fn moment() -> impl Strategy<Value = Timestamp> {
    (0i64..1440).prop_map(|hours| Timestamp(START + hours * HOUR))
}

/// A text that may be blank, padded or too long for a name.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(vec!["Acme", "A longer name", "Zoë", "نام", "x"]).prop_map(str::to_owned),
        1 => select(vec!["", " ", "\t\n"]).prop_map(str::to_owned),
        1 => Just("  padded  ".to_owned()),
        1 => (MAX_NAME - 1..MAX_NAME + 2).prop_map(|length| "é".repeat(length)),
    ]
}

pub fn value() -> impl Strategy<Value = i64> {
    prop_oneof![6 => 0i64..5, 1 => Just(MAX_VALUE), 1 => select(vec![-1, MAX_VALUE + 1, i64::MIN, i64::MAX])]
}

fn chance() -> impl Strategy<Value = u8> {
    prop_oneof![6 => 0u8..=100, 1 => 101u8..]
}

fn mood() -> impl Strategy<Value = i8> {
    -3i8..=3
}

pub fn day() -> impl Strategy<Value = Day> {
    (20_000i64..20_010).prop_map(|number| Day::from_number(number).expect("a day of these years"))
}

/// Rank keys that collide, crowd and stand at the ends.
pub fn any_rank() -> impl Strategy<Value = Rank> {
    let crowded = "V001".to_owned() + &"0".repeat(40) + "1";
    prop_oneof![
        select(vec!["V001", "V001", "V001V", "V002", "0000", "0001", "zzzz", "zzzzz"]).prop_map(rank),
        Just(rank(&crowded)),
    ]
}

pub fn pipeline_id() -> impl Strategy<Value = PipelineId> {
    select(PIPELINES.to_vec()).prop_map(PipelineId)
}

pub fn stage_id() -> impl Strategy<Value = StageId> {
    select(STAGES.to_vec()).prop_map(StageId)
}

pub fn deal_id() -> impl Strategy<Value = DealId> {
    // The deals that are there from the start come more often.
    prop_oneof![2 => 100u64..106, 1 => DEALS].prop_map(DealId)
}

fn phase_id() -> impl Strategy<Value = PhaseId> {
    select(PHASES.to_vec()).prop_map(PhaseId)
}

fn note_id() -> impl Strategy<Value = NoteId> {
    NOTES.prop_map(NoteId)
}

pub fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        Just(Place::First),
        Just(Place::Last),
        deal_id().prop_map(Place::Before),
        deal_id().prop_map(Place::After),
    ]
}

// --- records to import ---

/// A deal with a history of its own: mostly one that fits, now and then one that leads elsewhere.
pub fn foreign_deal() -> impl Strategy<Value = Deal> {
    let steps = vec((stage_id(), moment()), 0..3);
    let end = option::of((any::<bool>(), moment(), text(), any::<bool>()));
    let home = (deal_id(), pipeline_id(), stage_id(), any_rank());
    let facts = (text(), value(), option::of(chance()), option::of(day()));
    (home, facts, steps, end, prop::bool::weighted(0.15)).prop_map(
        |((id, pipeline, first, rank), (title, value, chance, expected), steps, end, broken)| {
            let mut deal = Deal {
                id,
                // Mostly the pipeline that the stage is part of.
                pipeline: if broken { pipeline } else { PipelineId(first.0 / 10) },
                stage: first,
                rank,
                title,
                company: "Acme".into(),
                contact: String::new(),
                owner: String::new(),
                value,
                source: String::new(),
                product: String::new(),
                reference: "R-1".into(),
                expected,
                chance,
                notes: String::new(),
                outcome: Outcome::Open,
                story: Story::default(),
                created: Timestamp(START),
                history: vec![Event { at: Timestamp(START), what: Happened::Created { stage: first } }],
            };
            for (to, at) in steps.into_iter().filter(|(to, _)| to.0 / 10 == first.0 / 10) {
                deal.history.push(Event { at, what: Happened::Moved { from: deal.stage, to } });
                deal.stage = to;
            }
            if let Some((won, at, reason, again)) = end {
                let (outcome, what) = if won {
                    (Outcome::Won { at }, Happened::Won)
                } else {
                    (Outcome::Lost { at, reason: reason.clone() }, Happened::Lost { reason })
                };
                deal.history.push(Event { at, what });
                deal.outcome = outcome;
                if again {
                    deal.history.push(Event { at, what: Happened::Reopened });
                    deal.outcome = if broken { deal.outcome } else { Outcome::Open };
                }
            }
            deal
        },
    )
}

// --- commands ---

fn deal_edit() -> impl Strategy<Value = DealEdit> {
    prop_oneof![
        1 => text().prop_map(DealEdit::Title),
        1 => text().prop_map(DealEdit::Company),
        1 => text().prop_map(DealEdit::Contact),
        1 => text().prop_map(DealEdit::Owner),
        1 => value().prop_map(DealEdit::Value),
        1 => text().prop_map(DealEdit::Source),
        1 => text().prop_map(DealEdit::Product),
        1 => option::of(day()).prop_map(DealEdit::Expected),
        1 => option::of(chance()).prop_map(DealEdit::Chance),
        1 => prop_oneof![9 => text(), 1 => Just("n".repeat(MAX_TEXT + 1))].prop_map(DealEdit::Notes),
        1 => text().prop_map(DealEdit::LossReason),
        1 => moment().prop_map(DealEdit::Closed),
        12 => process::story_edit(),
    ]
}

fn stage_edit() -> impl Strategy<Value = StageEdit> {
    prop_oneof![
        1 => text().prop_map(StageEdit::Name),
        1 => text().prop_map(StageEdit::Definition),
        1 => option::of(phase_id()).prop_map(StageEdit::Phase),
        1 => chance().prop_map(StageEdit::Chance),
        1 => (0u16..90).prop_map(StageEdit::StaleDays),
        8 => process::stage_edit(),
    ]
}

/// A command that puts, closes or opens deals.
fn deal_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => (deal_id(), stage_id(), place(), text())
            .prop_map(|(id, stage, place, title)| Command::AddDeal(NewDeal { id, stage, place, title })),
        2 => vec(foreign_deal(), 0..3).prop_map(Command::ImportDeals),
        6 => (deal_id(), deal_edit()).prop_map(|(deal, edit)| Command::EditDeal { deal, edit }),
        8 => (deal_id(), stage_id(), place())
            .prop_map(|(deal, stage, place)| Command::MoveDeal { deal, stage, place }),
        3 => (deal_id(), moment(), value())
            .prop_map(|(deal, at, value)| Command::WinDeal { deal, at, value }),
        3 => (deal_id(), moment(), text())
            .prop_map(|(deal, at, reason)| Command::LoseDeal { deal, at, reason }),
        3 => deal_id().prop_map(|deal| Command::ReopenDeal { deal }),
        1 => vec(deal_id(), 0..3).prop_map(Command::RemoveDeals),
        4 => process::journey_command(),
    ]
}

/// A command about anything else.
fn other_command() -> impl Strategy<Value = Command> {
    let meta = (text(), any::<bool>())
        .prop_map(|(name, sample)| Command::SetMeta(Meta { name, sample, ..Meta::new(WorkspaceId(8)) }));
    let currency = select(vec![Currency::EUR, Currency::USD]).prop_map(PipelineEdit::Currency);
    let pipeline_edit = prop_oneof![
        1 => text().prop_map(PipelineEdit::Name),
        1 => currency,
        3 => process::pipeline_edit().boxed(),
    ];
    prop_oneof![
        2 => meta,
        2 => (pipeline_id(), text()).prop_map(|(id, name)| Command::AddPipeline(a_pipeline(id.0, &name))),
        2 => (pipeline_id(), pipeline_edit)
            .prop_map(|(pipeline, edit)| Command::EditPipeline { pipeline, edit }),
        6 => (stage_id(), pipeline_id(), text(), option::of(phase_id()), chance()).prop_map(
            |(id, pipeline, name, phase, chance)| {
                Command::AddStage(a_stage(id.0, pipeline.0, &name, phase.map(|p| p.0), chance))
            }
        ),
        6 => process::stage_command(),
        4 => process::team_command(),
        6 => (stage_id(), stage_edit()).prop_map(|(stage, edit)| Command::EditStage { stage, edit }),
        14 => journey::map_command().boxed(),
    ]
}

/// Any command but a batch or the clearing of everything.
pub fn single() -> impl Strategy<Value = Command> {
    // Boxed, for such a strategy is too large for the stack of a test.
    prop_oneof![3 => deal_command().boxed(), 2 => other_command().boxed()].boxed()
}

/// A part of a batch that no workspace of these tests grants.
pub fn impossible() -> impl Strategy<Value = Command> {
    prop_oneof![
        Just(Command::ReopenDeal { deal: DealId(999) }),
        Just(Command::EditPipeline { pipeline: PipelineId(9999), edit: PipelineEdit::Name("x".into()) }),
        Just(Command::MoveDeal { deal: DealId(100), stage: StageId(9999), place: Place::First }),
        Just(Command::Batch(vec![Command::EditNote {
            note: NoteId(9999),
            edit: NoteEdit::Text(String::new()),
        }])),
    ]
}

/// Any command, and when.
pub fn ask() -> impl Strategy<Value = (Command, Timestamp)> {
    let batch = vec(single(), 0..6).prop_map(Command::Batch);
    let failing = (vec(single(), 1..6), impossible()).prop_map(|(mut parts, last)| {
        parts.push(last);
        Command::Batch(parts)
    });
    let command = prop_oneof![60 => single(), 8 => batch, 4 => failing, 1 => Just(Command::Clear)];
    (command.boxed(), moment())
}
