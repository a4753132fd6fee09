//! The funnel's deals, the way between any two rungs, the moves and the chances.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::model::{OutcomeKind, StageEdit};

const NOBODY: [u64; 0] = [];

fn s(number: u64) -> Rung {
    Rung::Stage(stage(PIPELINE, number))
}

/// The numbers of the deals that a figure of the golden vector counts.
fn of(census: &Census, figure: FunnelFigure) -> Vec<u64> {
    drill(census, &Figure::Funnel(figure)).counted.into_iter().map(|id| id.0).collect()
}

/// All figures there are, each with the number that its report gives.
fn all(census: &Census) -> Vec<(FunnelFigure, u64)> {
    let mut found = Vec::new();
    for rule in Rule::ALL {
        for step in funnel(census, rule).steps {
            let rung = step.rung;
            found.push((FunnelFigure::Rung { rule, rung }, step.reached.count));
            found.push((FunnelFigure::Dropped { rule, rung }, step.dropped));
            if let Some(next) = step.next {
                found.push((FunnelFigure::GoesOn { rule, rung }, next.part));
            }
            for (became, count) in OutcomeKind::ALL.into_iter().zip(step.stopped) {
                found.push((FunnelFigure::Stops { rule, rung, became }, count));
            }
            if rule == Rule::Furthest {
                found.push((FunnelFigure::Skipped(rung), step.skipped));
            }
        }
    }
    let rungs: Vec<Rung> = census.ladder().rungs().collect();
    for (from, to) in rungs.iter().flat_map(|from| rungs.iter().map(move |to| (*from, *to))) {
        let report = pair(census, from, to).expect("two rungs");
        found.push((FunnelFigure::Pair(PairFigure { from, to, fate: None }), report.of.count));
        for fate in Fate::ALL {
            let figure = PairFigure { from, to, fate: Some(fate) };
            found.push((FunnelFigure::Pair(figure), report.tally(fate).count));
        }
    }
    for chance in chances(census) {
        for (won, count) in [(true, chance.past.part), (false, chance.past.of)] {
            found.push((FunnelFigure::Chance(ChanceFigure { stage: chance.stage, won }), count));
        }
    }
    // A deal can make a move more than once: its figure counts it as one.
    for (figure, moves) in made(census) {
        let deals = census.cases().filter(|case| figure.times(census, case) > 0).count() as u64;
        let times: u64 = census.cases().map(|case| figure.times(census, &case)).sum();
        assert_eq!(times, moves, "{figure:?}");
        found.push((FunnelFigure::Move(figure), deals));
    }
    found
}

/// All moves that there could be, each with how often it was made.
fn made(census: &Census) -> Vec<(MoveFigure, u64)> {
    let moves = moves(census);
    let stages: Vec<_> = census.ladder().stages().iter().map(|place| place.stage).collect();
    let mut found = Vec::new();
    for (at, stage) in stages.iter().copied().enumerate() {
        found.extend([
            (MoveFigure::Created(stage), moves.created[at]),
            (MoveFigure::Arrived(stage), moves.arrived[at]),
            (MoveFigure::Reopened(stage), moves.reopened[at]),
            (MoveFigure::Won(stage), moves.won[at]),
            (MoveFigure::Lost(stage), moves.lost[at]),
            (MoveFigure::Nurtured(stage), moves.nurtured[at]),
        ]);
        let others = stages.iter().enumerate();
        found.extend(others.map(|(to, other)| (MoveFigure::Between(stage, *other), moves.between(at, to))));
    }
    found
}

/// Each figure lists exactly the deals that it counts, and every other deal of the pipeline once, with a reason.
fn lists_what_it_counts(workspace: &Workspace, census: &Census) {
    let everybody: BTreeSet<DealId> = workspace.deals(PIPELINE).map(|deal| deal.id).collect();
    for (figure, count) in all(census) {
        let found = drill(census, &Figure::Funnel(figure));
        assert_eq!(found.counted.len() as u64, count, "{figure:?}");
        let listed: Vec<DealId> =
            found.counted.iter().copied().chain(found.left.iter().map(|(id, _)| *id)).collect();
        assert_eq!(listed.len(), everybody.len(), "{figure:?}");
        assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), everybody, "{figure:?}");
    }
}

#[test]
fn method_row_25_the_golden_vector_leads_to_its_deals() {
    let scene = golden();
    let census = scene.census(&Population::of(PIPELINE));
    let rung = |rule, number| of(&census, FunnelFigure::Rung { rule, rung: s(number) });
    // A to G are 1 to 7.
    assert_eq!(rung(Rule::Furthest, 2), [1, 2, 3, 4, 5, 7]);
    assert_eq!(rung(Rule::Touched, 2), [1, 3, 4, 7]);
    assert_eq!(rung(Rule::Strict, 3), [1, 7]);
    assert_eq!(of(&census, FunnelFigure::Rung { rule: Rule::Strict, rung: Rung::Won }), [1]);
    assert_eq!(of(&census, FunnelFigure::Skipped(s(2))), [2, 5]);
    assert_eq!(of(&census, FunnelFigure::Dropped { rule: Rule::Strict, rung: s(4) }), [2, 5, 7]);
    assert_eq!(of(&census, FunnelFigure::GoesOn { rule: Rule::Direct, rung: s(1) }), [1, 3, 4, 7]);
    assert_eq!(of(&census, FunnelFigure::GoesOn { rule: Rule::Progressed, rung: s(1) }), [1, 2, 3, 4, 7]);
    assert_eq!(of(&census, FunnelFigure::GoesOn { rule: Rule::Furthest, rung: Rung::Won }), NOBODY);
    lists_what_it_counts(&scene.workspace, &census);
    let left = drill(&census, &Figure::Funnel(FunnelFigure::Rung { rule: Rule::Strict, rung: s(3) })).left;
    let why: Vec<_> = left.into_iter().map(|(id, why)| (id.0, why)).collect();
    use Left::{Broken, NotReached};
    assert_eq!(why, [(3, NotReached), (4, NotReached), (6, NotReached), (2, Broken), (5, Broken)]);
}

#[test]
fn method_row_7_who_does_not_go_on_is_told_by_what_became_of_it() {
    let scene = golden();
    let stopped = |rule| scene.steps(rule).iter().map(|step| step.stopped).collect::<Vec<_>>();
    // Open, won, lost, on the nurture list. F stays in the first stage; C and D come to the second, E and G higher.
    assert_eq!(
        stopped(Rule::Furthest),
        [[0, 0, 1, 0], [1, 0, 1, 0], [0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 0, 0]]
    );
    for step in scene.steps(Rule::Furthest) {
        if let Some(next) = step.next {
            assert_eq!(step.stopped.iter().sum::<u64>(), next.of - next.part, "more come in than go on");
        }
    }
    // Straight to the next one: B goes from the first past the second and is won from the third.
    assert_eq!(stopped(Rule::Direct)[0], [0, 1, 1, 0]);
}

#[test]
fn method_row_42_of_those_who_came_to_one_stage_the_share_that_came_to_another() {
    let mut scene = Scene::new();
    for id in 1..=150 {
        scene.deal_in(PIPELINE, id, 0, 0, if id <= 45 { &[1, 2] } else { &[1] });
    }
    let census = scene.census(&Population::of(PIPELINE));
    let found = pair(&census, s(1), s(2)).expect("two stages").share(Fate::Came);
    assert_eq!((found, found.value()), (Rate { part: 45, of: 150 }, Some(0.3)));
    assert_eq!(scene.steps(Rule::Furthest)[0].next, Some(found));
}

#[test]
fn method_row_22_between_any_two_stages_and_who_leaves_on_the_way() {
    let scene = golden();
    let census = scene.census(&Population::of(PIPELINE));
    let fates = |from, to| pair(&census, from, to).expect("two rungs").fates.map(|tally| tally.count);
    // Came, lost there, lost later, won otherwise, on the nurture list, open.
    // From the first to the third: A, B and G came; F was lost there, C from the second; D is open.
    assert_eq!(fates(s(1), s(3)), [3, 1, 1, 0, 0, 1]);
    // From the third to the fourth: A and E came; B was won without; G was lost there after a win.
    assert_eq!(fates(s(3), s(4)), [2, 1, 0, 1, 0, 0]);
    // From the third to the win: A, B, and G, which was re-opened after it; E is open.
    assert_eq!(fates(s(3), Rung::Won), [3, 0, 0, 0, 0, 1]);
    // Back from the second to the first: C; A was won, G lost from the third, D is open. From the win to the third: G, re-opened.
    assert_eq!(fates(s(2), s(1)), [1, 0, 1, 1, 0, 1]);
    assert_eq!(fates(Rung::Won, s(3)), [1, 0, 0, 2, 0, 0]);
    // To the same: who came back.
    assert_eq!(fates(s(1), s(1))[0], 1);
    let figure = |fate| FunnelFigure::Pair(PairFigure { from: s(3), to: s(4), fate });
    assert_eq!(of(&census, figure(None)), [1, 2, 5, 7]);
    assert_eq!(of(&census, figure(Some(Fate::Came))), [1, 5]);
    assert_eq!(of(&census, figure(Some(Fate::LostThere))), [7]);
    assert_eq!(pair(&census, s(1), Rung::Stage(stage(OTHER, 1))), None);
    let strange = PairFigure { from: Rung::Stage(stage(OTHER, 1)), to: s(1), fate: None };
    assert_eq!(of(&census, FunnelFigure::Pair(strange)), NOBODY);
}

#[test]
fn the_past_of_a_stage_is_what_was_won_of_the_closed_deals_that_came_so_far() {
    let scene = golden();
    let census = scene.census(&Population::of(PIPELINE));
    let found = chances(&census);
    let past: Vec<_> = found.iter().map(|chance| (chance.past.part, chance.past.of)).collect();
    assert_eq!(past, [(2, 5), (2, 4), (2, 3), (2, 3)]);
    assert_eq!(found.iter().map(|chance| chance.configured).collect::<Vec<_>>(), [10, 20, 30, 40]);
    assert!(found.iter().all(|chance| !chance.is_enough() && chance.suggested().is_none()), "too few");
    let won = FunnelFigure::Chance(ChanceFigure { stage: stage(PIPELINE, 2), won: true });
    assert_eq!(of(&census, won), [1, 2]);
}

#[test]
fn what_is_suggested_is_whole_and_never_certain() {
    let suggested = |part, of| {
        StageChance { stage: stage(PIPELINE, 1), configured: 10, past: Rate { part, of } }.suggested()
    };
    assert_eq!([suggested(19, 19), suggested(0, 0), suggested(1, 19)], [None; 3]);
    assert_eq!([suggested(20, 20), suggested(0, 20), suggested(15, 24)], [Some(99), Some(0), Some(63)]);
    assert_eq!([suggested(1000, 1001), suggested(1, 200)], [Some(99), Some(1)]);
}

#[test]
fn wilsons_interval_is_as_published() {
    let found =
        |part, of| wilson(Rate { part, of }).map(|(low, high)| [low, high].map(|x| (x * 1e4).round() / 1e4));
    assert_eq!(found(10, 20), Some([0.2993, 0.7007]));
    // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I.
    assert_eq!(found(81, 263), Some([0.2553, 0.3662]));
    assert_eq!(found(15, 148), Some([0.0624, 0.1605]));
    assert_eq!(found(0, 20), Some([0.0, 0.1611]));
    assert_eq!(found(1, 29), Some([0.0061, 0.1718]));
    assert_eq!(wilson(Rate::default()), None);
}

#[test]
fn moves_lead_to_their_deals_through_merged_stages_and_other_pipelines() {
    let mut scene = golden();
    let [two, three] = [2, 3].map(|number| stage(PIPELINE, number));
    let sent = scene.deal_in(PIPELINE, 20, 5, 0, &[1, 2]);
    scene.run(3, Command::TransferDeal { deal: sent, stage: stage(OTHER, 1), value: 5 });
    scene.run(4, Command::TransferDeal { deal: sent, stage: three, value: 5 });
    scene.run(5, Command::MoveDeal { deal: sent, stage: two, place: Place::First });
    scene.run(6, Command::NurtureDeal { deal: sent, reason: String::new(), until: None });
    let before = scene.census(&Population::of(PIPELINE));
    lists_what_it_counts(&scene.workspace, &before);
    let times = |census: &Census, figure: MoveFigure| of(census, FunnelFigure::Move(figure));
    assert_eq!(times(&before, MoveFigure::Arrived(three)), [20]);
    assert_eq!(times(&before, MoveFigure::Between(three, two)), [20]);
    assert_eq!(times(&before, MoveFigure::Between(two, stage(PIPELINE, 1))), [3]);
    assert_eq!(times(&before, MoveFigure::Reopened(three)), [7]);
    assert_eq!(times(&before, MoveFigure::Nurtured(two)), [20]);
    // C goes from the first stage to the second twice.
    let twice = MoveFigure::Between(stage(PIPELINE, 1), two);
    let repeated = before.find(DealId(3)).map(|case| twice.times(&before, &case));
    assert_eq!(repeated, Some(2));

    scene.run(50, Command::MergeStages { stage: two, into: three });
    let after = scene.census(&Population::of(PIPELINE));
    lists_what_it_counts(&scene.workspace, &after);
    assert_eq!(times(&after, MoveFigure::Between(two, three)), NOBODY);
    assert_eq!(times(&after, MoveFigure::Between(stage(PIPELINE, 1), three)), [1, 2, 3, 4, 7, 20]);
    assert_eq!(times(&after, MoveFigure::Nurtured(three)), [20]);
}

#[test]
fn stages_out_of_use_lead_to_their_deals_too() {
    let mut scene = golden();
    scene.run(60, Command::RetireStage { stage: stage(PIPELINE, 2), to: Some(stage(PIPELINE, 3)) });
    let census = scene.census(&Population::of(PIPELINE));
    lists_what_it_counts(&scene.workspace, &census);
    assert_eq!(chances(&census).len(), 3, "no deal comes to a stage out of use any more");
}

#[test]
fn the_share_of_all_is_of_the_first_stage_in_use() {
    let mut scene = Scene::new();
    for id in 1..=2 {
        scene.deal_in(PIPELINE, id, 1, 0, &[1, 2]);
    }
    for id in 3..=8 {
        scene.deal_in(PIPELINE, id, 1, 0, &[2, 3]);
    }
    scene.run(60, Command::RetireStage { stage: stage(PIPELINE, 1), to: None });
    for rule in Rule::ALL {
        let steps = scene.steps(rule);
        let of = |at: usize| (steps[at].cumulative.part, steps[at].cumulative.of);
        assert_eq!((steps[0].retired, of(1)), (true, (8, 8)), "{rule:?}");
        assert!(of(2).0 <= of(2).1);
        assert_eq!(steps[0].cumulative.value(), None, "what is out of use has no share");
    }
}

#[test]
fn a_deal_is_not_open_while_it_is_lost_or_on_the_nurture_list() {
    let mut scene = Scene::new();
    let deal = scene.deal_in(PIPELINE, 1, 1, 0, &[1, LOST]); // 5 and 6 January
    scene.run(60, Command::ReopenDeal { deal }); // 6 March
    let active = |from: &str, to: &str| {
        let day = |text: &str| text.parse::<Day>().ok();
        let period = Period::days(Basis::Active, day(from), day(to), &Zone::UTC);
        scene.census(&Population::of(PIPELINE).within(period)).len()
    };
    assert_eq!(active("2026-01-01", "2026-02-01"), 1);
    assert_eq!(active("2026-02-01", "2026-03-01"), 0);
    assert_eq!(active("2026-03-01", "2026-04-01"), 1);
    assert_eq!(active("2026-01-07", "2026-03-06"), 0);
    assert_eq!((active("2026-01-06", "2026-01-07"), active("2026-03-06", "2026-03-07")), (1, 1));
}

#[test]
fn a_chance_that_is_used_is_one_step() {
    let mut scene = Scene::new();
    for id in 1..=24 {
        scene.deal_in(PIPELINE, id, 0, 0, if id <= 15 { &[1, 2, WON] } else { &[1, 2, LOST] });
    }
    let found = chances(&scene.census(&Population::of(PIPELINE)));
    let edits = found.iter().filter_map(|chance| {
        let edit = StageEdit::Chance(chance.suggested()?);
        Some(Command::EditStage { stage: chance.stage, edit })
    });
    let edits: Vec<_> = edits.collect();
    assert_eq!(edits.len(), 2, "nobody has come to the others");
    scene.run(30, Command::Batch(edits));
    let after = chances(&scene.census(&Population::of(PIPELINE)));
    assert_eq!(after.iter().map(|chance| chance.configured).collect::<Vec<_>>(), [63, 63, 30, 40]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_lists_exactly_the_deals_that_it_counts(paths in paths()) {
        let order: Vec<usize> = (0..paths.len()).collect();
        let scene = scene_of(&paths, |index| index as u64 + 1, &order);
        let census = scene.census(&Population::of(PIPELINE));
        lists_what_it_counts(&scene.workspace, &census);
        for (touched, strict) in scene.steps(Rule::Touched).iter().zip(scene.steps(Rule::Strict)) {
            prop_assert!(touched.reached.count >= strict.reached.count);
        }
        for rule in [Rule::Furthest, Rule::Strict] {
            for (here, next) in scene.steps(rule).windows(2).map(|w| (w[0], w[1])) {
                prop_assert!(next.reached.count <= here.reached.count);
                // Whoever is counted here goes on or is among those that stopped.
                let stopped: u64 = here.stopped.iter().sum();
                prop_assert_eq!(here.next.map(|rate| rate.part + stopped), Some(here.reached.count));
            }
        }
        for (from, to) in [(s(1), s(3)), (s(4), Rung::Won), (s(2), s(2)), (Rung::Won, s(1))] {
            let found = pair(&census, from, to).expect("two rungs");
            prop_assert_eq!(found.fates.iter().map(|tally| tally.count).sum::<u64>(), found.of.count);
            prop_assert_eq!(found.fates.iter().map(|tally| tally.value).sum::<i64>(), found.of.value);
        }
        let found = chances(&census);
        prop_assert!(found.windows(2).all(|w| w[1].past.of <= w[0].past.of && w[1].past.part <= w[0].past.part));
    }

    #[test]
    fn neither_order_nor_who_is_outside_changes_a_figure(
        (paths, order) in paths().prop_flat_map(|paths| {
            let order: Vec<usize> = (0..paths.len()).collect();
            (Just(paths), Just(order).prop_shuffle())
        }),
        stranger in path(),
    ) {
        let straight: Vec<usize> = (0..paths.len()).collect();
        let one = scene_of(&paths, |index| index as u64 + 1, &straight);
        let mut other = scene_of(&paths, |index| 1000 - index as u64, &order);
        let nobodys = Population::of(PIPELINE).owner("");
        let before = all(&one.census(&nobodys));
        prop_assert_eq!(&before, &all(&other.census(&nobodys)));
        let id = other.deal_in(PIPELINE, 2001, 77, 3, &stranger);
        if other.workspace.get::<Deal>(id).is_some() {
            other.run(900, Command::EditDeal { deal: id, edit: DealEdit::Owner("Zoe".into()) });
        }
        other.deal_in(OTHER, 2000, 77, 3, &stranger);
        prop_assert_eq!(&before, &all(&other.census(&nobodys)));
    }

    #[test]
    fn an_interval_holds_its_share_and_narrows(part in 0u64..500, more in 0u64..500, times in 2u64..9) {
        prop_assume!(part + more > 0);
        let rate = Rate { part, of: part + more };
        let share = rate.value().expect("a share");
        let (low, high) = wilson(rate).expect("an interval");
        prop_assert!((0.0..=share).contains(&low) && (share..=1.0).contains(&high) && low < high);
        let (mirrored, other) = wilson(Rate { part: more, of: part + more }).expect("an interval");
        prop_assert!((1.0 - high - mirrored).abs() < 1e-9 && (1.0 - low - other).abs() < 1e-9);
        let (lower, upper) = wilson(Rate { part: part * times, of: (part + more) * times }).expect("an interval");
        prop_assert!(upper - lower < high - low, "more deals say more");
    }
}
