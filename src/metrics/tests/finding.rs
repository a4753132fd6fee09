//! What the page says unasked, on both sides of each threshold.

use super::*;
use crate::model::{Activity, ActivityKind, ItemId, Objection, StageEdit};

/// A deal that takes each step on its day. The first one is a stage.
fn walk(scene: &mut Scene, id: u64, value: i64, way: &[(i64, u64)]) -> DealId {
    let deal = DealId(id);
    for (at, (day, step)) in way.iter().enumerate() {
        let when = scene.at(*day);
        let command = match *step {
            WON => Command::WinDeal { deal, at: when, value },
            LOST => Command::LoseDeal { deal, at: when, reason: "price".into() },
            number if at == 0 => Command::AddDeal(NewDeal {
                id: deal,
                stage: stage(PIPELINE, number),
                place: Place::Last,
                title: format!("Deal {id}"),
            }),
            number => Command::MoveDeal { deal, stage: stage(PIPELINE, number), place: Place::First },
        };
        scene.run(*day, command);
        if at == 0 {
            scene.run(*day, Command::EditDeal { deal, edit: DealEdit::Value(value) });
        }
    }
    deal
}

fn census(scene: &Scene, day: i64) -> Census {
    Census::of(&scene.workspace, &Population::of(PIPELINE), &Zone::UTC, scene.at(day))
}

fn find(scene: &Scene, day: i64, trouble: Trouble) -> Option<Finding> {
    findings(&census(scene, day)).into_iter().find(|finding| finding.trouble == trouble)
}

/// Lets a stage have no threshold, so that nothing in it is stale.
fn never_stale(scene: &mut Scene, number: u64) {
    scene.run(0, Command::EditStage { stage: stage(PIPELINE, number), edit: StageEdit::StaleDays(0) });
}

fn s(number: u64) -> StageId {
    stage(PIPELINE, number)
}

#[test]
fn method_row_7_a_leak_is_where_most_deals_are_lost_with_its_reasons_and_unanswered_objections() {
    let mut scene = Scene::new();
    walk(&mut scene, 1, 100, &[(0, 1), (1, 2), (2, LOST)]);
    let second = walk(&mut scene, 2, 100, &[(0, 1), (1, 2), (2, LOST)]);
    walk(&mut scene, 3, 100, &[(0, 1), (1, LOST)]);
    assert_eq!(findings(&census(&scene, 3)), [], "of two deals nothing is told");
    let edit = DealEdit::LossReason("no time".into());
    let third = walk(&mut scene, 4, 100, &[(0, 2), (2, LOST)]);
    scene.run(3, Command::EditDeal { deal: third, edit });
    let objection = Objection {
        kind: "price".into(),
        words: String::new(),
        answer: String::new(),
        raised: scene.at(1),
        overcome: None,
    };
    let edit = DealEdit::Objection(ItemId(1), Some(objection));
    scene.run(3, Command::EditDeal { deal: second, edit });
    let found = findings(&census(&scene, 3));
    let leak = &found[0];
    assert_eq!(
        (found.len(), leak.trouble, leak.deals),
        (1, Trouble::Leak(s(2)), Tally { count: 3, value: 300 })
    );
    let evidence = Evidence::Leak {
        lost: Tally { count: 4, value: 400 },
        both: true,
        reasons: vec![("price".into(), 2), ("no time".into(), 1)],
        objections: 1,
    };
    assert_eq!((&leak.evidence, leak.stages()), (&evidence, vec![s(2)]));
}

#[test]
fn most_deals_and_most_value_may_be_lost_in_two_places() {
    let mut scene = Scene::new();
    for id in 1..=4 {
        walk(&mut scene, id, 1, &[(0, 1), (1, LOST)]);
    }
    for id in 5..=7 {
        walk(&mut scene, id, 100, &[(0, 3), (1, LOST)]);
    }
    let found = findings(&census(&scene, 3));
    let told: Vec<_> = found.iter().map(|finding| (finding.trouble, finding.deals.count)).collect();
    // More is at stake where the value is.
    assert_eq!(told, [(Trouble::ValueLeak(s(3)), 3), (Trouble::Leak(s(1)), 4)]);
    assert!(found.iter().all(|finding| matches!(finding.evidence, Evidence::Leak { both: false, .. })));
}

#[test]
fn method_row_8_a_clog_is_where_open_deals_are_older_than_visits_use_to_be() {
    let mut scene = Scene::new();
    never_stale(&mut scene, 1);
    for id in 1..=3 {
        walk(&mut scene, id, 0, &[(0, 1), (10, 2), (11, WON)]);
    }
    for id in 4..=6 {
        walk(&mut scene, id, 0, &[(20, 1)]);
    }
    assert_eq!(find(&scene, 30, Trouble::Clog(s(1))), None, "ten days are not more than ten");
    let found = find(&scene, 31, Trouble::Clog(s(1))).expect("a clog");
    let Evidence::Clog { open, visits, aged, held, .. } = found.evidence else { panic!("{found:?}") };
    assert_eq!((open.median, visits.p85, aged, held), (Some(11.0), Some(10.0), true, false));
    // Two open deals are no clog.
    scene.run(30, Command::LoseDeal { deal: DealId(4), at: scene.at(30), reason: String::new() });
    assert_eq!(find(&scene, 31, Trouble::Clog(s(1))), None);
}

#[test]
fn method_row_8_a_clog_is_also_where_stale_deals_hold_two_fifths_of_the_value() {
    let of = |stale: i64| {
        let mut scene = Scene::new();
        walk(&mut scene, 1, stale, &[(0, 1)]);
        walk(&mut scene, 2, 300, &[(5, 1)]);
        walk(&mut scene, 3, 300, &[(5, 1)]);
        // On the sixth day the first has outstayed its five.
        find(&scene, 6, Trouble::Clog(s(1))).map(|finding| finding.evidence)
    };
    assert_eq!(of(399), None);
    let Some(Evidence::Clog { stale, aged, held, .. }) = of(400) else { panic!("no clog") };
    assert_eq!((stale, aged, held), (Rate { part: 400, of: 1000 }, false, true));
}

#[test]
fn method_row_22_a_slow_step_loses_if_lost_deals_stayed_twice_as_long_as_those_that_went_on() {
    let of = |days: i64, lost: u64, went: u64| {
        let mut scene = Scene::new();
        for id in 1..=lost {
            walk(&mut scene, id, 1, &[(0, 1), (1, 2), (1 + days, LOST)]);
        }
        for id in 101..=100 + went {
            walk(&mut scene, id, 1, &[(0, 1), (1, 2), (6, 3), (7, WON)]);
        }
        find(&scene, 40, Trouble::SlowLoss(s(2))).map(|finding| finding.evidence)
    };
    let Some(Evidence::SlowLoss { lost, went_on }) = of(10, 8, 8) else { panic!("no finding") };
    assert_eq!((lost.median, went_on.median, lost.count, went_on.count), (Some(10.0), Some(5.0), 8, 8));
    assert_eq!([of(9, 8, 8), of(10, 7, 8), of(10, 8, 7)], [None, None, None]);
}

#[test]
fn method_row_37_an_inverted_funnel_is_deals_that_rush_to_the_end_and_stay_there() {
    // Won deals take eight days up to the last of the four stages. Those that are open there took `way` days, and stay `age`.
    let of = |way: i64, age: i64, late: u64, early: u64, won: u64| {
        let mut scene = Scene::new();
        for id in 1..=won {
            walk(&mut scene, id, 1, &[(0, 1), (4, 2), (8, 4), (9, WON)]);
        }
        for id in 101..=100 + late {
            walk(&mut scene, id, 1, &[(20, 1), (20 + way, 4)]);
        }
        for id in 201..=200 + early {
            walk(&mut scene, id, 1, &[(20, 1)]);
        }
        find(&scene, 20 + way + age, Trouble::Inverted)
    };
    let found = of(1, 6, 4, 3, 3).expect("a finding");
    let Evidence::Inverted { first, ages, past, rushed, won, ref stages } = found.evidence else {
        panic!("{found:?}")
    };
    assert_eq!((found.deals.count, first, ages.median, past), (4, 3, Some(6.0), 4));
    assert_eq!(
        (rushed.median, won.median, stages, found.stages()),
        (Some(1.0), Some(8.0), &vec![s(4)], vec![s(4)])
    );
    assert_eq!(of(2, 6, 4, 3, 3), None, "a quarter of the time is not under a quarter");
    assert_eq!(of(1, 5, 4, 3, 3), None, "five days are not above the threshold");
    assert_eq!(of(1, 6, 4, 4, 3), None, "as many at the start");
    assert_eq!(of(1, 6, 4, 3, 2), None, "two wins are too few");
}

#[test]
fn method_row_31_a_deal_is_stale_by_its_stay_by_silence_or_without_a_next_step() {
    let mut scene = Scene::new();
    let [stays, silent, without] =
        [1, 2, 3].map(|id| walk(&mut scene, id, 10, if id == 1 { &[(0, 1)] } else { &[(0, 1), (9, 2)] }));
    let activity = |done: Option<Timestamp>| Activity {
        kind: ActivityKind::Call,
        text: "Call".into(),
        by: String::new(),
        due: None,
        done,
    };
    for deal in [stays, silent] {
        scene.run(9, Command::EditDeal { deal, edit: DealEdit::Activity(ItemId(1), Some(activity(None))) });
    }
    let call = |scene: &Scene, day| Some(activity(Some(scene.at(day))));
    let edit = DealEdit::Activity(ItemId(2), call(&scene, 4));
    scene.run(9, Command::EditDeal { deal: silent, edit });
    let standing = |scene: &Scene, deal, day| {
        let found = standing(&scene.workspace, scene.deal(deal), &Zone::UTC, scene.at(day));
        let all = census(scene, day);
        assert_eq!(Standing::of_case(&all, &all.find(deal).expect("counted")), found);
        (found.stayed, found.silent, found.no_step)
    };
    use Staleness::{Fresh, Stale, VeryStale};
    assert_eq!(standing(&scene, stays, 5), (Fresh, Fresh, false));
    assert_eq!(standing(&scene, stays, 6), (Stale, Stale, false));
    assert_eq!(standing(&scene, stays, 11), (VeryStale, VeryStale, false));
    assert_eq!(standing(&scene, silent, 9), (Fresh, Fresh, false));
    assert_eq!(standing(&scene, silent, 10), (Fresh, Stale, false));
    assert_eq!(standing(&scene, without, 10), (Fresh, Fresh, true));
    let found = find(&scene, 11, Trouble::Stale).expect("stale deals");
    assert_eq!(found.deals, Tally { count: 3, value: 30 });
    assert_eq!(found.evidence, Evidence::Stale { stayed: 1, silent: 2, no_step: 1, steps: [1, 1, 0] });
    // A stage without a threshold has no stale deals.
    never_stale(&mut scene, 1);
    never_stale(&mut scene, 2);
    assert_eq!(find(&scene, 11, Trouble::Stale), None);
}

#[test]
fn a_dismissed_finding_is_shown_again_once_it_has_changed() {
    let mut scene = Scene::new();
    for id in 1..=3 {
        walk(&mut scene, id, 1, &[(0, 1), (1, LOST)]);
    }
    let leak = find(&scene, 3, Trouble::Leak(s(1))).expect("a leak");
    let mut dismissed = std::collections::BTreeMap::from([(leak.trouble.key(), leak.state())]);
    assert!(
        find(&scene, 300, leak.trouble).is_some_and(|later| later.is_dismissed(&dismissed)),
        "time is no change"
    );
    walk(&mut scene, 4, 1, &[(0, 1), (1, LOST)]);
    let more = find(&scene, 3, leak.trouble).expect("a leak");
    assert!(!more.is_dismissed(&dismissed));
    dismissed.clear();
    assert!(!leak.is_dismissed(&dismissed));
    let keys = [Trouble::Leak(s(1)), Trouble::ValueLeak(s(1)), Trouble::Leak(s(2)), Trouble::Stale]
        .map(Trouble::key);
    assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), 4, "{keys:?}");
}

#[test]
fn a_leak_of_value_has_changed_once_its_share_of_the_value_has() {
    let mut scene = Scene::new();
    for id in 1..=4 {
        walk(&mut scene, id, 100, &[(0, 1), (1, LOST)]);
    }
    for id in 5..=7 {
        walk(&mut scene, id, 200, &[(0, 3), (1, LOST)]);
    }
    let leak = |scene: &Scene| find(scene, 3, Trouble::ValueLeak(s(3))).expect("a leak of value");
    let before = leak(&scene);
    scene.run(3, Command::EditDeal { deal: DealId(5), edit: DealEdit::Value(90_000) });
    assert_eq!(leak(&scene).deals.count, before.deals.count);
    assert_ne!(leak(&scene).state(), before.state());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_finding_lists_exactly_its_deals(paths in vec((path(), 0..1000i64), 0..30), day in 1..60i64) {
        let order: Vec<usize> = (0..paths.len()).collect();
        let scene = scene_of(&paths, |index| index as u64 + 1, &order);
        let census = census(&scene, day);
        let found = findings(&census);
        for finding in &found {
            let listed = drill(&census, &Figure::Finding(finding.trouble));
            prop_assert_eq!(listed.counted.len() as u64, finding.deals.count);
            let value: i64 = listed.counted.iter().map(|id| scene.deal(*id).value).sum();
            prop_assert_eq!(value, finding.deals.value);
            prop_assert_eq!(listed.counted.len() + listed.left.len(), scene.workspace.deals(PIPELINE).count());
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].deals.value >= pair[1].deals.value));
    }
}
