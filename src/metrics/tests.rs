//! The golden figures and the properties, on workspaces built by commands alone.

mod compare;
mod forecast;
mod funnel;
mod journey;
mod losses;

use proptest::collection::vec;
use proptest::prelude::*;

mod finding;
mod outline;
mod time;

use super::*;
use crate::model::{
    Command, Currency, Day, Deal, DealEdit, DealId, Month, NewDeal, Outcome, Phase, PhaseId, Pipeline,
    PipelineId, Place, Rank, Rung, Stage, StageId, Timestamp, Workspace, WorkspaceId, Zone, apply, check,
};

mod team;

const PIPELINE: PipelineId = PipelineId(1);
const OTHER: PipelineId = PipelineId(2);
const STAGES: u64 = 4;
/// What a deal can do on its path besides entering the stages 1 to 4.
const WON: u64 = 8;
const LOST: u64 = 9;

/// A workspace with two pipelines of four stages, in which deals go their ways, a step a day.
struct Scene {
    workspace: Workspace,
    start: Timestamp,
}

impl Scene {
    fn new() -> Scene {
        let start = Timestamp::on("2026-01-05".parse().expect("a day"));
        let mut scene = Scene { workspace: Workspace::empty(WorkspaceId(1)), start };
        let ranks = Rank::spread(None, 4).expect("room");
        for pipeline in [PIPELINE, OTHER] {
            scene.run(
                0,
                Command::AddPipeline(Pipeline::new(pipeline, ranks[0].clone(), "Sales", Currency::EUR)),
            );
            for (number, rank) in (1..=STAGES).zip(&ranks) {
                let stage = Stage {
                    chance: 10 * number as u8,
                    stale_days: 5,
                    ..Stage::new(stage(pipeline, number), pipeline, rank.clone(), format!("S{number}"))
                };
                scene.run(0, Command::AddStage(stage));
            }
        }
        scene
    }

    fn at(&self, day: i64) -> Timestamp {
        self.start.plus_days(day)
    }

    fn run(&mut self, day: i64, command: Command) {
        let now = self.at(day);
        apply(&mut self.workspace, command, now).expect("a command that fits");
    }

    /// A deal that starts on `day` in the first stage of its path and takes a step on each day after; where it was closed
    /// and goes on, it is re-opened first.
    fn deal_in(&mut self, pipeline: PipelineId, id: u64, value: i64, day: i64, path: &[u64]) -> DealId {
        let deal = DealId(id);
        let open = path.iter().position(|step| *step < WON).unwrap_or(path.len());
        let Some(first) = path.get(open) else { return deal };
        let new = NewDeal {
            id: deal,
            stage: stage(pipeline, *first),
            place: Place::Last,
            title: format!("Deal {id}"),
        };
        self.run(day, Command::AddDeal(new));
        self.run(day, Command::EditDeal { deal, edit: DealEdit::Value(value) });
        for (later, step) in (1..).zip(&path[open + 1..]) {
            let day = day + later;
            let at = self.at(day);
            if self.deal(deal).outcome != Outcome::Open {
                self.run(day, Command::ReopenDeal { deal });
            }
            self.run(
                day,
                match *step {
                    WON => Command::WinDeal { deal, at, value },
                    LOST => Command::LoseDeal { deal, at, reason: "price".into() },
                    number => Command::MoveDeal { deal, stage: stage(pipeline, number), place: Place::First },
                },
            );
        }
        deal
    }

    fn deal(&self, id: DealId) -> &Deal {
        self.workspace.get::<Deal>(id).expect("a deal")
    }

    fn steps(&self, rule: Rule) -> Vec<Step> {
        funnel(&self.census(&Population::of(PIPELINE)), rule).steps
    }

    /// The deals of a population on day 500.
    fn census(&self, population: &Population) -> Census {
        Census::of(&self.workspace, population, &Zone::UTC, self.at(500))
    }

    /// Everything that a report says of the first pipeline.
    fn figures(&self, population: &Population) -> impl PartialEq + std::fmt::Debug + use<> {
        let census = self.census(population);
        let funnels = Rule::ALL.map(|rule| funnel(&census, rule));
        let (outcomes, cycle) = (outcomes(&census), cycle(&census));
        (
            funnels,
            outcomes,
            cycle,
            velocity(&outcomes, &cycle),
            won_by_month(&census, month(2026, 6), 12),
            stage_time(&census),
            journey(&self.workspace, &census),
            latest_closing(&census),
            time::figures(&census),
            findings(&census),
        )
    }
}

fn stage(pipeline: PipelineId, number: u64) -> StageId {
    StageId(pipeline.0 * 10 + number)
}

fn month(year: i32, month: u32) -> Month {
    Month { year, month }
}

/// The deals A to G of the golden vector, worth 1, 2, 4 … 64.
fn golden() -> Scene {
    let mut scene = Scene::new();
    let paths: [&[u64]; 7] = [
        &[1, 2, 3, 4, WON],
        &[1, 3, WON],
        &[1, 2, 1, 2, LOST],
        &[1, 2],
        &[3, 4],
        &[1, LOST],
        &[1, 2, 3, WON, 3, LOST],
    ];
    for (id, path) in paths.into_iter().enumerate() {
        // Re-opening puts G into its third stage by itself; the move to it is none.
        scene.deal_in(PIPELINE, id as u64 + 1, 1 << id, 0, path);
    }
    assert_eq!(check(&scene.workspace), []);
    scene
}

#[test]
fn golden_vector_by_all_five_rules() {
    let scene = golden();
    let counts = |rule| scene.steps(rule).iter().map(|s| s.reached.count).collect::<Vec<_>>();
    let pairs =
        |rule| scene.steps(rule).iter().map(|s| s.next.map(|rate| (rate.part, rate.of))).collect::<Vec<_>>();
    assert_eq!(counts(Rule::Furthest), [7, 6, 4, 4, 3]);
    assert_eq!(counts(Rule::Touched), [6, 4, 4, 2, 3]);
    assert_eq!(counts(Rule::Strict), [6, 4, 2, 1, 1]);
    assert_eq!(pairs(Rule::Direct), [Some((4, 6)), Some((2, 4)), Some((2, 4)), Some((1, 2)), None]);
    assert_eq!(pairs(Rule::Progressed), [Some((5, 6)), Some((2, 4)), Some((4, 4)), Some((1, 2)), None]);
    assert_eq!(pairs(Rule::Furthest), [Some((6, 7)), Some((4, 6)), Some((4, 4)), Some((3, 4)), None]);
    let furthest = scene.steps(Rule::Furthest);
    assert_eq!(furthest.iter().map(|s| s.skipped).collect::<Vec<_>>(), [1, 2, 0, 2, 0]);
    assert_eq!(furthest.iter().map(|s| s.reached.value).collect::<Vec<_>>(), [127, 95, 83, 83, 67]);
    assert_eq!(furthest.last().map(|s| (s.rung, s.cumulative)), Some((Rung::Won, Rate { part: 3, of: 7 })));
}

#[test]
fn golden_win_rate_is_two_of_five() {
    let scene = golden();
    let found = outcomes(&scene.census(&Population::of(PIPELINE)));
    assert_eq!(found.win_rate(), Rate { part: 2, of: 5 });
    assert_eq!(found.win_rate().value(), Some(0.4));
    assert_eq!(found.win_rate_by_value(), Rate { part: 1 + 2, of: 1 + 2 + 4 + 32 + 64 });
    assert_eq!(found.mean_won().value(), Some(1.5));
    // D is open in the second stage (20 %), E in the fourth (40 %): 8 × 0.2 + 16 × 0.4.
    assert_eq!((found.open, found.weighted), (Tally { count: 2, value: 24 }, 8));
}

#[test]
fn method_row_49_golden_cycle_and_velocity() {
    let scene = golden();
    let population = Population::of(PIPELINE);
    let found = cycle(&scene.census(&population));
    assert_eq!((found.won.count, found.won.mean, found.won.median), (2, Some(3.0), Some(3.0)));
    assert_eq!((found.lost.count, found.lost.mean, found.lost.median), (3, Some(10.0 / 3.0), Some(4.0)));
    assert_eq!((found.all.mean, found.all.median), (Some(16.0 / 5.0), Some(4.0)));
    // 2 open × 1.5 × 40 % ÷ 3 days
    let velocity = velocity(&outcomes(&scene.census(&population)), &found).expect("a velocity");
    assert!((velocity - 0.4).abs() < 1e-12);
}

#[test]
fn nothing_closed_gives_no_figures() {
    let mut scene = Scene::new();
    scene.deal_in(PIPELINE, 1, 100, 0, &[1, 2]);
    let population = Population::of(PIPELINE);
    let found = outcomes(&scene.census(&population));
    let cycle = cycle(&scene.census(&population));
    assert_eq!((found.win_rate().value(), found.mean_won().value()), (None, None));
    assert_eq!((cycle, velocity(&found, &cycle)), (Cycle::default(), None));
    assert_eq!(latest_closing(&scene.census(&population)), None);
    let nobody = funnel(&scene.census(&Population::of(PipelineId(77))), Rule::Furthest);
    assert_eq!(nobody.steps.len(), 1);
    assert_eq!(nobody.steps[0].cumulative.value(), None);
}

#[test]
fn months_without_a_win_are_there() {
    let mut scene = Scene::new();
    scene.deal_in(PIPELINE, 1, 700, 0, &[1, WON]); // 6 January
    scene.deal_in(PIPELINE, 2, 300, 2, &[1, 2, WON]); // 9 January
    scene.deal_in(PIPELINE, 3, 500, 59, &[1, LOST]); // 6 March
    let population = Population::of(PIPELINE);
    let months = won_by_month(&scene.census(&population), month(2026, 3), 4);
    let rows: Vec<_> =
        months.iter().map(|m| (m.month.month, m.won.count, m.won.value, m.lost.count)).collect();
    assert_eq!(rows, [(12, 0, 0, 0), (1, 2, 1000, 0), (2, 0, 0, 0), (3, 0, 0, 1)]);
    assert_eq!(months[0].month.year, 2025);
    assert_eq!(months[1].won_cycle.mean, Some(1.5));
    assert_eq!(latest_closing(&scene.census(&population)), Some(month(2026, 3)));
    assert!(won_by_month(&scene.census(&population), month(2026, 3), 0).is_empty());
}

#[test]
fn a_win_at_the_turn_of_the_month_is_in_the_viewers_month() {
    let mut scene = Scene::new();
    let deal = scene.deal_in(PIPELINE, 1, 700, 0, &[1, WON]);
    let before_midnight = Timestamp::on("2026-02-01".parse().expect("a day")).0 - (10 * 60 + 31) * 60_000;
    scene.run(40, Command::EditDeal { deal, edit: DealEdit::Closed(Timestamp(before_midnight)) });
    let won = |zone: &Zone| {
        {
            let census = Census::of(&scene.workspace, &Population::of(PIPELINE), zone, scene.at(500));
            won_by_month(&census, month(2026, 2), 2)
        }
        .iter()
        .map(|m| m.won.count)
        .collect::<Vec<_>>()
    };
    assert_eq!(won(&Zone::UTC), [1, 0]);
    assert_eq!(won(&Zone::new(60, vec![])), [0, 1]);
}

#[test]
fn a_population_is_narrowed_by_period_owner_and_source() {
    let mut scene = Scene::new();
    scene.deal_in(PIPELINE, 1, 1, 0, &[1, WON]); // 5 to 6 January
    scene.deal_in(PIPELINE, 2, 2, 10, &[1, 2, 3, 4, LOST]); // 15 to 19 January
    scene.deal_in(PIPELINE, 3, 4, 5, &[1]); // open since 10 January
    for (deal, owner, source) in [(1, "Ada", "fair"), (2, "Ben", "fair"), (3, "", "web")] {
        let deal = DealId(deal);
        scene.run(60, Command::EditDeal { deal, edit: DealEdit::Owner(owner.into()) });
        scene.run(60, Command::EditDeal { deal, edit: DealEdit::Source(source.into()) });
    }
    let count = |population: Population| funnel(&scene.census(&population), Rule::Furthest).deals;
    let day = |text: &str| text.parse::<Day>().ok();
    let within = |basis, from: &str, to: &str| {
        count(Population::of(PIPELINE).within(Period::days(basis, day(from), day(to), &Zone::UTC)))
    };
    assert_eq!(within(Basis::Created, "2026-01-05", "2026-01-10"), 1);
    assert_eq!(within(Basis::Created, "2026-01-05", "2026-01-11"), 2);
    assert_eq!(within(Basis::Closed, "2026-01-06", "2026-01-19"), 1);
    assert_eq!(within(Basis::Closed, "2026-01-06", "2026-01-20"), 2);
    assert_eq!(within(Basis::Active, "2026-01-07", "2026-01-15"), 1);
    assert_eq!(within(Basis::Active, "2026-01-06", "2026-01-16"), 3);
    assert_eq!(count(Population::of(PIPELINE).owner("Ada").owner("")), 2);
    assert_eq!(count(Population::of(PIPELINE).source("fair").owner("Ben")), 1);
    assert_eq!(count(Population::of(PIPELINE).owner("Cy")), 0);
    let mut north = Population::of(PIPELINE);
    north.segments.insert("region".into(), vec!["north".into()]);
    assert_eq!(count(north.clone()), 0);
    let region = DealEdit::Segment { kind: "region".into(), value: "north".into() };
    scene.run(60, Command::EditDeal { deal: DealId(2), edit: region });
    let census = scene.census(&north);
    assert_eq!(census.cases().map(|case| case.deal.id).collect::<Vec<_>>(), [DealId(2)]);
    assert_eq!(drill(&census, &Figure::All).left, [(DealId(1), Left::Segment), (DealId(3), Left::Segment)]);
    north.segments.insert("region".into(), vec![String::new(), "south".into()]);
    assert_eq!(scene.census(&north).len(), 2, "the empty value stands for deals without one");
}

#[test]
fn a_deal_is_active_up_to_the_day_that_it_goes_to_the_nurture_list() {
    let mut scene = Scene::new();
    let deal = scene.deal_in(PIPELINE, 1, 1, 0, &[1]);
    scene.run(20, Command::NurtureDeal { deal, reason: String::new(), until: None }); // 25 January
    let active = |from: &str, to: &str| {
        let day = |text: &str| text.parse::<Day>().ok();
        let period = Period::days(Basis::Active, day(from), day(to), &Zone::UTC);
        scene.census(&Population::of(PIPELINE).within(period)).len()
    };
    assert_eq!(active("2026-01-20", "2026-02-01"), 1);
    assert_eq!(active("2026-01-26", "2026-02-01"), 0);
}

#[test]
fn time_in_a_stage_latest_and_cumulative_open_ones_apart() {
    let mut scene = Scene::new();
    // In stage 1 for one day, then two; and one that still sits there.
    let back = scene.deal_in(PIPELINE, 1, 0, 0, &[1, 2, 1]);
    scene.run(4, Command::MoveDeal { deal: back, stage: stage(PIPELINE, 2), place: Place::First });
    let sits = scene.deal_in(PIPELINE, 2, 0, 0, &[1]);
    let now = scene.at(10);
    let times = stage_time(&Census::of(&scene.workspace, &Population::of(PIPELINE), &Zone::UTC, now));
    assert_eq!(times.len(), STAGES as usize);
    let first = times[0];
    assert_eq!((first.visits.count, first.visits.mean, first.visits.p85), (2, Some(1.5), Some(2.0)));
    assert_eq!((first.cumulative.count, first.cumulative.mean), (1, Some(3.0)));
    assert_eq!((first.open.count, first.open.median), (1, Some(10.0)));
    assert_eq!((times[1].visits.count, times[1].open.mean), (1, Some(6.0)));
    let of = |deal, number| time_in_stage(&scene.workspace, scene.deal(deal), stage(PIPELINE, number), now);
    assert_eq!(of(back, 1), Some(TimeInStage { latest: 2.0, cumulative: 3.0 }));
    assert_eq!(of(back, 2), Some(TimeInStage { latest: 6.0, cumulative: 7.0 }));
    assert_eq!((of(sits, 1).map(|t| t.latest), of(sits, 3)), (Some(10.0), None));
}

#[test]
fn cards_count_calendar_days_and_grow_stale_in_three_steps() {
    let mut scene = Scene::new();
    let deal = scene.deal_in(PIPELINE, 1, 0, 0, &[1]);
    let days = |scene: &Scene, now| stage_days(&scene.workspace, scene.deal(deal), &Zone::UTC, now);
    let evening = Timestamp(scene.start.0 + 13 * 3_600_000);
    assert_eq!((days(&scene, evening), days(&scene, Timestamp(evening.0 + 3_600_000))), (0, 1));
    let stale = |day| staleness(&scene.workspace, scene.deal(deal), &Zone::UTC, scene.at(day));
    assert_eq!((stale(5), stale(6), stale(10)), (Staleness::Fresh, Staleness::Stale, Staleness::Stale));
    assert_eq!((stale(11), stale(16)), (Staleness::VeryStale, Staleness::Dormant));
    scene.run(20, Command::LoseDeal { deal, at: scene.at(20), reason: String::new() });
    assert_eq!(days(&scene, scene.at(90)), 20);
    assert_eq!(staleness(&scene.workspace, scene.deal(deal), &Zone::UTC, scene.at(90)), Staleness::Fresh);
}

#[test]
fn phases_show_their_stages_open_deals_and_conversion() {
    let mut scene = golden();
    let ranks = Rank::spread(None, 3).expect("room");
    for (number, rank) in (1..=3).zip(ranks) {
        let id = PhaseId(number);
        scene.run(0, Command::AddPhase(Phase::new(id, PIPELINE, rank, "Phase")));
    }
    for (number, phase) in [(1, 1), (2, 1), (4, 2)] {
        let edit = crate::model::StageEdit::Phase(Some(PhaseId(phase)));
        scene.run(0, Command::EditStage { stage: stage(PIPELINE, number), edit });
    }
    let found = journey(&scene.workspace, &scene.census(&Population::of(PIPELINE)));
    // Reached by furthest: 7, 6, 4, 4, 3. The first phase leads from 7 to 4, the second from 4 to 3 won.
    assert_eq!(found[0].stages, [stage(PIPELINE, 1), stage(PIPELINE, 2)]);
    assert_eq!((found[0].conversion, found[0].open.count), (Rate { part: 4, of: 7 }, 1));
    assert_eq!((found[0].open.value, found[0].weighted), (8, 2));
    assert_eq!((found[1].conversion, found[1].open.value), (Rate { part: 3, of: 4 }, 16));
    assert_eq!((found[2].stages.len(), found[2].conversion.value()), (0, None));
}

fn path() -> impl Strategy<Value = Vec<u64>> {
    vec(prop_oneof![4 => 1..=STAGES, 1 => Just(WON), 1 => Just(LOST)], 1..9)
}

fn paths() -> impl Strategy<Value = Vec<(Vec<u64>, i64)>> {
    vec((path(), 0..1000i64), 0..12)
}

/// Deals of these paths; `id` tells what number each is given.
fn scene_of(paths: &[(Vec<u64>, i64)], id: impl Fn(usize) -> u64, order: &[usize]) -> Scene {
    let mut scene = Scene::new();
    for index in order {
        let (path, value) = &paths[*index];
        scene.deal_in(PIPELINE, id(*index), *value, *index as i64, path);
    }
    scene
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_funnel_has_its_shape(paths in paths()) {
        let order: Vec<usize> = (0..paths.len()).collect();
        let scene = scene_of(&paths, |index| index as u64 + 1, &order);
        prop_assert_eq!(check(&scene.workspace), []);
        let [furthest, touched, strict] = [Rule::Furthest, Rule::Touched, Rule::Strict].map(|rule| scene.steps(rule));
        for steps in [&furthest, &strict] {
            prop_assert!(steps.windows(2).all(|w| w[1].reached.count <= w[0].reached.count));
            prop_assert!(steps.windows(2).all(|w| w[1].reached.value <= w[0].reached.value));
        }
        for at in 0..furthest.len() {
            prop_assert!(furthest[at].reached.count >= touched[at].reached.count);
            prop_assert!(touched[at].reached.count >= strict[at].reached.count);
            prop_assert_eq!(furthest[at].reached.count - furthest[at].skipped, touched[at].reached.count);
        }
        for rule in [Rule::Direct, Rule::Progressed] {
            let pairs: Vec<Rate> = scene.steps(rule).iter().filter_map(|step| step.next).collect();
            prop_assert!(pairs.iter().all(|rate| rate.part <= rate.of));
        }
        // Whoever is on the ladder at all is on its first rung, and what is won now once reached the last.
        let found = outcomes(&scene.census(&Population::of(PIPELINE)));
        prop_assert_eq!(furthest[0].reached.count, found.won.count + found.lost.count + found.open.count);
        prop_assert!(found.won.count <= furthest[STAGES as usize].reached.count);
    }

    #[test]
    fn who_is_not_counted_changes_nothing(paths in paths(), stranger in path()) {
        let order: Vec<usize> = (0..paths.len()).collect();
        let mut scene = scene_of(&paths, |index| index as u64 + 1, &order);
        let all = Population::of(PIPELINE);
        let before = scene.figures(&all);
        scene.deal_in(OTHER, 500, 77, 3, &stranger);
        prop_assert_eq!(&scene.figures(&all), &before);
        let nobodys = Population::of(PIPELINE).owner("");
        let id = scene.deal_in(PIPELINE, 501, 77, 3, &stranger);
        if scene.workspace.get::<Deal>(id).is_some() {
            scene.run(900, Command::EditDeal { deal: id, edit: DealEdit::Owner("Zoe".into()) });
        }
        prop_assert_eq!(&scene.figures(&nobodys), &before);
    }

    #[test]
    fn the_order_of_deals_and_ids_does_not_matter(
        (paths, order) in paths().prop_flat_map(|paths| {
            let order: Vec<usize> = (0..paths.len()).collect();
            (Just(paths), Just(order).prop_shuffle())
        })
    ) {
        let straight: Vec<usize> = (0..paths.len()).collect();
        let one = scene_of(&paths, |index| index as u64 + 1, &straight);
        let other = scene_of(&paths, |index| 1000 - index as u64, &order);
        let all = Population::of(PIPELINE);
        prop_assert_eq!(one.figures(&all), other.figures(&all));
    }
}

/// Not a test of speed, which would depend on the machine: it counts ten thousand deals and prints how long that took.
#[test]
fn ten_thousand_deals_are_counted() {
    let mut scene = Scene::new();
    let paths: [&[u64]; 4] = [&[1, 2, 3, 4, WON], &[1, 2, 3, LOST], &[1, 3, WON], &[2, 1, 2]];
    let seed: Vec<Deal> = (0..4)
        .map(|index| {
            let id = scene.deal_in(PIPELINE, 1 + index as u64, 100, 0, paths[index]);
            scene.deal(id).clone()
        })
        .collect();
    let copies = (10..10_006).map(|id| Deal { id: DealId(id), ..seed[id as usize % 4].clone() }).collect();
    scene.run(20, Command::ImportDeals(copies));
    let start = std::time::Instant::now();
    let report = funnel(&scene.census(&Population::of(PIPELINE)), Rule::Furthest);
    println!("funnel of 10,000 deals: {:?}", start.elapsed());
    assert_eq!(report.deals, 10_000);
    assert_eq!(
        report.steps.iter().map(|s| s.reached.count).collect::<Vec<_>>(),
        [10_000, 10_000, 7500, 5000, 5000]
    );
}
