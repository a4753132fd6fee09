//! Why deals are won and lost, and how often, slice by slice.

use super::*;
use crate::model::{ItemId, Objection, OutcomeKind};

fn lose(scene: &mut Scene, id: u64, value: i64, path: &[u64], reason: &str) -> DealId {
    let deal = scene.deal_in(PIPELINE, id, value, 0, path);
    let at = scene.at(9);
    scene.run(9, Command::LoseDeal { deal, at, reason: reason.into() });
    deal
}

fn story(scene: &mut Scene, deal: DealId, edit: DealEdit) {
    scene.run(9, Command::EditDeal { deal, edit });
}

fn object(scene: &mut Scene, deal: DealId, item: u64, kind: &str, answer: &str, overcome: bool) {
    let raised = scene.at(1);
    let objection = Objection {
        kind: kind.into(),
        words: "Well".into(),
        answer: answer.into(),
        raised,
        overcome: overcome.then_some(raised),
    };
    story(scene, deal, DealEdit::Objection(ItemId(item), Some(objection)));
}

#[test]
fn method_rows_7_and_27_losses_by_reason_and_by_the_stage_they_were_lost_from() {
    let mut scene = Scene::new();
    lose(&mut scene, 1, 10, &[1, 2], "price");
    lose(&mut scene, 2, 20, &[1, 2, 1], "price");
    lose(&mut scene, 3, 500, &[1, 2, 3], "rival");
    lose(&mut scene, 4, 70, &[1], "");
    scene.deal_in(PIPELINE, 5, 999, 0, &[1, LOST, 2, WON]);
    let found = losses(&scene.census(&Population::of(PIPELINE)));
    assert_eq!(found.lost, Tally { count: 4, value: 600 });
    let reasons: Vec<_> =
        found.reasons.iter().map(|row| (row.reason.as_str(), row.lost.count, row.lost.value)).collect();
    assert_eq!(reasons, [("price", 2, 30), ("rival", 1, 500), ("", 1, 70)]);
    let counts = |tallies: &[Tally]| tallies.iter().map(|tally| tally.count).collect::<Vec<_>>();
    assert_eq!(counts(&found.from), [2, 1, 1, 0]);
    assert_eq!(counts(&found.reasons[0].from), [1, 1, 0, 0]);
}

#[test]
fn method_row_23_what_closed_the_won_deals() {
    let mut scene = Scene::new();
    let ways: [(u64, &[u64], &str); 4] =
        [(1, &[1, WON], "law"), (2, &[1, WON], " law "), (3, &[1, WON], ""), (4, &[1, LOST], "law")];
    for (id, path, motive) in ways {
        let deal = scene.deal_in(PIPELINE, id, 10, 0, path);
        story(&mut scene, deal, DealEdit::Motive(motive.into()));
        story(&mut scene, deal, DealEdit::Pain("paper".into()));
    }
    let found = wins(&scene.census(&Population::of(PIPELINE)));
    let words = |rows: &[WonBy]| rows.iter().map(|row| (row.word.clone(), row.won.count)).collect::<Vec<_>>();
    assert_eq!(words(&found.motives), [("law".to_owned(), 2), (String::new(), 1)]);
    assert_eq!(words(&found.pains), [("paper".to_owned(), 3)]);
}

#[test]
fn method_row_7_objections_in_lost_deals_that_nobody_answered() {
    let mut scene = Scene::new();
    let one = lose(&mut scene, 1, 10, &[1], "price");
    let two = lose(&mut scene, 2, 20, &[1], "price");
    lose(&mut scene, 3, 40, &[1], "price");
    let won = scene.deal_in(PIPELINE, 4, 80, 0, &[1, WON]);
    for (deal, item, kind, answer, overcome) in [
        (one, 1, "price", "", false),
        (one, 2, "price", "By instalments", false),
        (one, 3, "trust", "", true),
        (two, 4, "price", "By instalments", false),
        (won, 5, "price", "", false),
    ] {
        object(&mut scene, deal, item, kind, answer, overcome);
    }
    let found = objections(&scene.census(&Population::of(PIPELINE)));
    assert_eq!((found.lost.count, found.any.lost.count, found.any.unanswered.count), (3, 2, 1));
    let kinds: Vec<_> =
        found.kinds.iter().map(|row| (row.kind.as_str(), row.lost.count, row.unanswered.count)).collect();
    assert_eq!(kinds, [("price", 2, 1), ("trust", 1, 0)]);
}

#[test]
fn method_rows_13_and_47_win_rates_by_source_owner_segment_and_size() {
    let mut scene = Scene::new();
    let ways: [(u64, &[u64], &str, &str); 4] = [
        (1, &[1, WON], "fair", "north"),
        (2, &[1, LOST], "fair", "north"),
        (3, &[1, WON], "web", ""),
        (4, &[1, 2], "web", "south"),
    ];
    for (id, path, source, region) in ways {
        let deal = scene.deal_in(PIPELINE, id, 100, 0, path);
        scene.run(9, Command::EditDeal { deal, edit: DealEdit::Source(source.into()) });
        story(&mut scene, deal, DealEdit::Segment { kind: "Region".into(), value: region.into() });
    }
    let census = scene.census(&Population::of(PIPELINE));
    let rates = |cut: &Cut| {
        sliced(&census, cut).iter().map(|row| (row.slice.clone(), row.win_rate())).collect::<Vec<_>>()
    };
    let rate = |part, of| Rate { part, of };
    let source = |name: &str| Slice::Source(name.into());
    assert_eq!(rates(&Cut::Source), [(source("fair"), rate(1, 2)), (source("web"), rate(1, 1))]);
    let region = |value: &str| Slice::Segment("Region".into(), value.into());
    assert_eq!(
        rates(&Cut::Segment("Region".into())),
        [(region("north"), rate(1, 2)), (region(""), rate(1, 1))]
    );
    assert_eq!(rates(&Cut::Owner), [(Slice::Owner(String::new()), rate(2, 3))]);
    assert_eq!(segment_kinds(&census), ["Region"]);
}

#[test]
fn sizes_are_cut_at_round_limits_and_deals_without_a_value_stand_apart() {
    let mut scene = Scene::new();
    let values = [0, 0, 900, 1100, 2100, 2300, 4800, 5200, 9000, 40_000];
    for (id, value) in (1..).zip(values) {
        scene.deal_in(PIPELINE, id, value, 0, &[1, if id % 2 == 0 { WON } else { LOST }]);
    }
    let rows = sliced(&scene.census(&Population::of(PIPELINE)), &Cut::Size);
    let sizes: Vec<_> = rows.iter().map(|row| (row.slice.clone(), row.closed())).collect();
    let size = |from, to| Slice::Size(from, to);
    assert_eq!(
        sizes,
        [
            (size(0, Some(1)), 2),
            (size(1, Some(1000)), 1),
            (size(1000, Some(2000)), 1),
            (size(2000, Some(5000)), 3),
            (size(5000, None), 3),
        ]
    );
}

/// Reason, source, owner and segment as numbers; whether an objection was raised, and answered.
type Extra = (u8, u8, u8, Option<bool>);

fn extras() -> impl Strategy<Value = Vec<(Vec<u64>, i64, Extra)>> {
    vec((path(), 0..100_000i64, (0..3u8, 0..3u8, 0..3u8, prop::option::of(any::<bool>()))), 0..12)
}

fn scene_with(deals: &[(Vec<u64>, i64, Extra)], id: impl Fn(usize) -> u64, order: &[usize]) -> Scene {
    let mut scene = Scene::new();
    let word = |number: u8| ["", "one", "two"][usize::from(number)].to_owned();
    for index in order {
        let (path, value, (first, second, third, objected)) = &deals[*index];
        let deal = scene.deal_in(PIPELINE, id(*index), *value, *index as i64, path);
        let Some(found) = scene.workspace.get::<Deal>(deal) else { continue };
        if found.outcome.kind() == OutcomeKind::Lost {
            scene.run(30, Command::EditDeal { deal, edit: DealEdit::LossReason(word(*first)) });
        }
        for edit in [DealEdit::Source(word(*second)), DealEdit::Owner(word(*third))] {
            scene.run(30, Command::EditDeal { deal, edit });
        }
        story(&mut scene, deal, DealEdit::Segment { kind: "Size".into(), value: word(*first) });
        story(&mut scene, deal, DealEdit::Motive(word(*second)));
        story(&mut scene, deal, DealEdit::Pain(word(*third)));
        if let Some(answered) = objected {
            object(&mut scene, deal, 1, &word(*second), if *answered { "Yes" } else { "" }, false);
        }
    }
    scene
}

const CUTS: usize = 4;

fn cuts() -> [Cut; CUTS] {
    [Cut::Source, Cut::Owner, Cut::Segment("Size".into()), Cut::Size]
}

fn told(scene: &Scene, population: &Population) -> impl PartialEq + std::fmt::Debug + use<> {
    let census = scene.census(population);
    (losses(&census), wins(&census), objections(&census), cuts().map(|cut| sliced(&census, &cut)))
}

fn drilled(census: &Census, figure: OutcomesFigure) -> Tally {
    let found = drill(census, &Figure::Outcomes(figure));
    assert_eq!(found.counted.len() + found.left.len(), census.len() + census.outside().len());
    let mut tally = Tally::default();
    found.counted.iter().filter_map(|id| census.find(*id)).for_each(|case| tally.add(case.value()));
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_leads_to_its_deals(deals in extras()) {
        let order: Vec<usize> = (0..deals.len()).collect();
        let scene = scene_with(&deals, |index| index as u64 + 1, &order);
        prop_assert_eq!(check(&scene.workspace), []);
        let census = scene.census(&Population::of(PIPELINE));
        let all = outcomes(&census);
        let lost = losses(&census);
        prop_assert_eq!(lost.lost, all.lost);
        prop_assert_eq!(lost.reasons.iter().map(|row| row.lost.value).sum::<i64>(), all.lost.value);
        for row in &lost.reasons {
            let of = |from| OutcomesFigure::Lost { reason: Some(row.reason.clone()), from };
            prop_assert_eq!(drilled(&census, of(None)), row.lost);
            for (place, tally) in census.ladder().stages().iter().zip(&row.from) {
                prop_assert_eq!(drilled(&census, of(Some(place.stage))), *tally);
            }
        }
        for (place, tally) in census.ladder().stages().iter().zip(&lost.from) {
            let figure = OutcomesFigure::Lost { reason: None, from: Some(place.stage) };
            prop_assert_eq!(drilled(&census, figure), *tally);
        }
        let won = wins(&census);
        for row in &won.motives {
            prop_assert_eq!(drilled(&census, OutcomesFigure::Motive(row.word.clone())), row.won);
        }
        for row in &won.pains {
            prop_assert_eq!(drilled(&census, OutcomesFigure::Pain(row.word.clone())), row.won);
        }
        let objected = objections(&census);
        for (kind, row) in objected.kinds.iter().map(|row| (Some(row.kind.clone()), row)).chain([(None, &objected.any)]) {
            let of = |unanswered| OutcomesFigure::Objected { kind: kind.clone(), unanswered };
            prop_assert_eq!(drilled(&census, of(false)), row.lost);
            prop_assert_eq!(drilled(&census, of(true)), row.unanswered);
        }
        for cut in cuts() {
            let rows = sliced(&census, &cut);
            prop_assert_eq!(rows.iter().map(Sliced::closed).sum::<u64>(), all.won.count + all.lost.count);
            for row in rows {
                let of = |kind| drilled(&census, OutcomesFigure::Of(row.slice.clone(), kind));
                prop_assert_eq!(of(Some(OutcomeKind::Won)), row.won);
                prop_assert_eq!(of(Some(OutcomeKind::Lost)), row.lost);
                prop_assert_eq!(of(None).count, row.closed());
            }
        }
    }

    #[test]
    fn reasons_and_slices_do_not_depend_on_order_ids_or_strangers(
        (deals, order) in extras().prop_flat_map(|deals| {
            let order: Vec<usize> = (0..deals.len()).collect();
            (Just(deals), Just(order).prop_shuffle())
        }),
        stranger in path(),
    ) {
        let straight: Vec<usize> = (0..deals.len()).collect();
        let mut one = scene_with(&deals, |index| index as u64 + 1, &straight);
        let other = scene_with(&deals, |index| 1000 - index as u64, &order);
        let all = Population::of(PIPELINE);
        let before = told(&one, &all);
        prop_assert_eq!(&before, &told(&other, &all));
        one.deal_in(OTHER, 500, 77, 3, &stranger);
        prop_assert_eq!(&before, &told(&one, &all));
        let some = Population::of(PIPELINE).owner("one");
        let before = told(&one, &some);
        one.deal_in(PIPELINE, 501, 77, 3, &stranger);
        prop_assert_eq!(&before, &told(&one, &some));
    }
}
