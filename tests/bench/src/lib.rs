//! How long the reports take by themselves: 10,000 deals with more than 60,000 entries of history, in the engine that runs the page.
//! `node tests/e2e/bench-reports.mjs` builds this for WebAssembly and times it in Chromium. A benchmark, no test.

use std::cell::RefCell;
use std::hint::black_box;

use stageline_metrics::metrics::*;
use stageline_metrics::model::*;

const DEALS: u64 = 10_000;
const STAGES: u64 = 6;
const PHASES: u64 = 3;
const PIPELINE: PipelineId = PipelineId(1);
const DAY: i64 = 86_400_000;
const NOW: Timestamp = Timestamp(1_795_348_800_000);

thread_local! {
    static READY: RefCell<Option<(Workspace, Census)>> = const { RefCell::new(None) };
}

/// The same numbers at each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % end.unsigned_abs().max(1)).unwrap_or(0)
    }
}

fn deal(number: u64, rank: Rank, random: &mut Random) -> Deal {
    let stage = |at: i64| StageId(100 + at.unsigned_abs());
    let created = Timestamp(NOW.0 - (30 + random.below(700)) * DAY);
    let mut history = vec![Event { at: created, what: Happened::Created { stage: stage(0) } }];
    let (mut at, mut when) = (0, created);
    let value = random.below(9_000_000);
    for _ in 0..4 + random.below(2) {
        when = Timestamp((when.0 + random.below(6 * DAY)).min(NOW.0));
        let step = if random.below(10) < 8 { 1 } else { -1 };
        let to = (at + step).clamp(0, STAGES as i64 - 1);
        let what = if to == at {
            Happened::Revalued { from: value, to: value }
        } else {
            Happened::Moved { from: stage(at), to: stage(to) }
        };
        at = to;
        history.push(Event { at: when, what });
    }
    let mut outcome = Outcome::Open;
    if random.below(10) < 7 {
        when = Timestamp((when.0 + random.below(10 * DAY)).min(NOW.0));
        let won = random.below(10) < 4;
        let reason = ["price", "no need", "a competitor"][(number % 3) as usize].to_owned();
        outcome =
            if won { Outcome::Won { at: when } } else { Outcome::Lost { at: when, reason: reason.clone() } };
        let what = if won { Happened::Won } else { Happened::Lost { reason } };
        history.push(Event { at: when, what });
    }
    let day = Zone::UTC.day(Timestamp(NOW.0 + (random.below(150) - 30) * DAY));
    let mut story = Story::default();
    for item in 0..3 {
        let activity = Activity {
            kind: ActivityKind::Call,
            text: String::new(),
            by: String::new(),
            due: None,
            done: Some(Timestamp(created.0 + random.below(60 * DAY))),
        };
        story.activities.insert(ItemId(number * 10 + item), activity);
    }
    story.pain = ["Too much paper", "Slow", ""][(number % 3) as usize].into();
    if number.is_multiple_of(5) {
        let objection = Objection {
            kind: ["Price", "Trust"][(number % 2) as usize].into(),
            words: "Well".into(),
            answer: String::new(),
            raised: Timestamp(created.0 + random.below(60 * DAY)),
            overcome: number.is_multiple_of(10).then_some(created),
        };
        story.objections.insert(ItemId(number * 10 + 5), objection);
    }
    story.segments.insert("Region".into(), ["North", "South", "East"][(number % 3) as usize].into());
    Deal {
        id: DealId(10_000 + number),
        pipeline: PIPELINE,
        stage: stage(at),
        rank,
        title: format!("Deal {number}"),
        company: String::new(),
        contact: String::new(),
        owner: format!("Owner {}", number % 8),
        value,
        source: ["Fair", "Referral", "Webinar", "Cold e-mail"][(number % 4) as usize].into(),
        product: String::new(),
        reference: String::new(),
        expected: Some(day),
        chance: None,
        notes: String::new(),
        outcome,
        story,
        created,
        history,
    }
}

/// Makes the workspace; gives the number of entries of all histories, 0 if it is not sound.
#[unsafe(no_mangle)]
pub extern "C" fn prepare() -> u32 {
    let mut random = Random(7);
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let ranks = Rank::spread(None, DEALS as usize).unwrap_or_default();
    let mut commands =
        vec![Command::AddPipeline(Pipeline::new(PIPELINE, Rank::middle(), "Sales", Currency::EUR))];
    for (at, rank) in (0..PHASES).zip(&ranks) {
        commands.push(Command::AddPhase(Phase::new(
            PhaseId(1 + at),
            PIPELINE,
            rank.clone(),
            format!("Phase {at}"),
        )));
    }
    for (at, rank) in (0..STAGES).zip(&ranks) {
        let stage = Stage::new(StageId(100 + at), PIPELINE, rank.clone(), format!("Stage {at}"));
        commands.push(Command::AddStage(Stage {
            stale_days: 14,
            chance: 10 + 12 * at as u8,
            phase: Some(PhaseId(1 + at * PHASES / STAGES)),
            ..stage
        }));
    }
    let deals: Vec<Deal> =
        (0..DEALS).zip(ranks).map(|(number, rank)| deal(number, rank, &mut random)).collect();
    let entries: usize = deals.iter().map(|deal| deal.history.len()).sum();
    commands.push(Command::ImportDeals(deals));
    if apply(&mut workspace, Command::Batch(commands), NOW).is_err() {
        return 0;
    }
    READY.with(|ready| {
        let census = Census::of(&workspace, &Population::of(PIPELINE), &Zone::UTC, NOW);
        *ready.borrow_mut() = Some((workspace, census));
    });
    u32::try_from(entries).unwrap_or(0)
}

/// Makes the report of that number (see bench-reports.mjs for their names); 0 where there is none.
#[unsafe(no_mangle)]
pub extern "C" fn report(which: u32) -> u32 {
    READY.with(|ready| {
        let mut ready = ready.borrow_mut();
        let Some((workspace, census)) = ready.as_mut() else { return 0 };
        let goals = Goals::default();
        let month = census.today().month();
        let stage = StageId(102);
        match which {
            // The reports that follow are of this one, as after a change on the page.
            0 => *census = Census::of(workspace, &Population::of(PIPELINE), &Zone::UTC, NOW),
            1 => drop(black_box(funnel(census, Rule::Furthest))),
            2 => {
                drop(black_box((pair(census, Rung::Stage(stage), Rung::Won), moves(census), chances(census))))
            }
            3 => drop(black_box((outcomes(census), cycle(census), won_by_month(census, month, 12)))),
            4 => drop(black_box((stage_time(census), distribution(census, stage, Span::Visit)))),
            5 => drop(black_box((
                cycle_by_owner(census),
                cycle_by_term(census, Term::Month(month), 12),
                cycle_by_term(census, Term::quarter_of(month), 8),
            ))),
            6 => drop(black_box(findings(census))),
            7 => drop(black_box((
                forecast(census, &goals, Pace::Month),
                forecast(census, &goals, Pace::Quarter),
                slips(census),
            ))),
            8 => drop(black_box(simulate(census, Term::Month(month), Some(1)))),
            9 => drop(black_box((losses(census), wins(census), objections(census)))),
            10 => {
                let cuts = [Cut::Source, Cut::Owner, Cut::Size, Cut::Segment("Region".into())];
                drop(black_box(cuts.map(|cut| sliced(census, &cut))));
            }
            11 => drop(black_box((
                activity(census, Some(ActivityKind::Call), &[], month, 6),
                kpis(census, &goals, month, 12),
                owner_figures(Dated { counted: census, all: census }),
            ))),
            12 => drop(black_box(coaching(workspace, census, None, CoachingOrder::Value))),
            13 => drop(black_box(unqualified(census, TimeSpan::ALWAYS, month, 12))),
            14 => {
                let span = span_of(Stretch::ThisYear, census.today(), &Zone::UTC);
                let before = span_of(Stretch::LastYear, census.today(), &Zone::UTC);
                drop(black_box(compare(scalars(census, before, None), scalars(census, span, None))));
            }
            15 => drop(black_box((
                journey(workspace, census),
                map_findings(workspace, census),
                drill(census, &Figure::Outcome(OutcomeKind::Won)),
            ))),
            _ => return 0,
        }
        1
    })
}
