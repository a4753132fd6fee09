//! Forecast, targets, slips and the simulation of a term.

use super::*;
use crate::model::{Goals, PipelineEdit, TargetKey, Term};

/// What is done to a deal besides its way: owner (none, Ada, Ben), expected close as days from `TODAY` (none; the first moved
/// from the second, if both are there).
type Extra = (u8, Option<i64>, Option<i64>);

/// 2026-02-10, the day on which all is counted: the scene starts on 2026-01-05.
const TODAY: i64 = 36;

fn term(text: &str) -> Term {
    text.parse().expect("a term")
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn expect(scene: &mut Scene, deal: DealId, at: i64, expected: Option<Day>) {
    scene.run(at, Command::EditDeal { deal, edit: DealEdit::Expected(expected) });
}

fn own(scene: &mut Scene, deal: DealId, owner: &str) {
    scene.run(TODAY, Command::EditDeal { deal, edit: DealEdit::Owner(owner.into()) });
}

fn ahead(scene: &Scene, population: Population) -> Census {
    Census::of(&scene.workspace, &population.without_period(), &Zone::UTC, scene.at(TODAY))
}

fn goals(targets: &[(&str, &str, i64)]) -> Goals {
    let key =
        |term: &str, owner: &str| TargetKey { term: term.parse().expect("a term"), owner: owner.into() };
    let targets = targets.iter().map(|(term, owner, target)| (key(term, owner), *target)).collect();
    Goals { targets, ..Goals::default() }
}

/// Ada won 100 in February and 40 in January; open are 200 at 20 % for February (Ada), 400 at 30 % for March (Ben), 800 at 10 % overdue
/// since January (Ada), 1600 at 10 % without a date (nobody's) and 3200 at 10 % for December.
fn golden() -> Scene {
    let mut scene = Scene::new();
    let paths: [(i64, i64, &[u64]); 7] = [
        (100, 27, &[1, WON]),
        (40, 3, &[1, WON]),
        (200, 5, &[1, 2]),
        (400, 5, &[1, 2, 3]),
        (800, 5, &[1]),
        (1600, 5, &[1]),
        (3200, 5, &[1]),
    ];
    for (id, (value, start, path)) in (1..).zip(paths) {
        scene.deal_in(PIPELINE, id, value, start, path);
    }
    for (id, expected) in
        [(3, "2026-02-28"), (4, "2026-03-01"), (5, "2026-01-20"), (7, "2026-12-24"), (1, "2026-05-05")]
    {
        expect(&mut scene, DealId(id), 30, Some(day(expected)));
    }
    for (id, owner) in [(1, "Ada"), (2, "Ada"), (3, "Ada"), (4, "Ben"), (5, "Ada"), (7, "Ben")] {
        own(&mut scene, DealId(id), owner);
    }
    scene
}

#[test]
fn method_row_4_a_forecast_is_won_plus_weighted_and_overdue_stands_apart() {
    let scene = golden();
    let census = ahead(&scene, Population::of(PIPELINE));
    let found = forecast(&census, &goals(&[("2026-02", "", 300)]), Pace::Month);
    let terms: Vec<String> = found.terms.iter().map(|row| row.term.to_string()).collect();
    assert_eq!(
        (terms.first().map(String::as_str), terms.last().map(String::as_str), terms.len()),
        (Some("2025-11"), Some("2026-07"), 9)
    );
    let now = found.now().expect("this month");
    assert_eq!((now.term, now.won.value, now.open.weighted(), now.sum()), (term("2026-02"), 100, 40, 140));
    assert_eq!(now.target, Some(300));
    let row = |text| found.terms.iter().find(|row| row.term == term(text)).expect("a row");
    assert_eq!((row("2026-01").sum(), row("2026-01").open.deals.count), (40, 0));
    assert_eq!((row("2026-03").sum(), row("2026-03").open.deals.value), (120, 400));
    assert_eq!((found.overdue.deals.value, found.overdue.weighted()), (800, 80));
    assert_eq!((found.undated.deals.value, found.later.deals.value), (1600, 3200));

    let quarters = forecast(&census, &Goals::default(), Pace::Quarter);
    let sums: Vec<(String, i64)> =
        quarters.terms.iter().map(|row| (row.term.to_string(), row.sum())).collect();
    let sums: Vec<(&str, i64)> = sums.iter().map(|(term, sum)| (term.as_str(), *sum)).collect();
    assert_eq!(
        sums,
        [("2025-Q3", 0), ("2025-Q4", 0), ("2026-Q1", 300), ("2026-Q2", 0), ("2026-Q3", 0), ("2026-Q4", 320)]
    );
    assert_eq!(quarters.later.deals.count, 0);
}

#[test]
fn a_term_ends_at_the_viewers_midnight() {
    let mut scene = Scene::new();
    let deal = scene.deal_in(PIPELINE, 1, 100, 0, &[1, WON]);
    let before_midnight = Timestamp(day("2026-02-01").number() * 86_400_000 - 30 * 60_000);
    scene.run(30, Command::EditDeal { deal, edit: DealEdit::Closed(before_midnight) });
    let won = |zone: &Zone| {
        let census = Census::of(&scene.workspace, &Population::of(PIPELINE), zone, scene.at(TODAY));
        let rows = forecast(&census, &Goals::default(), Pace::Month).terms;
        rows.iter().filter(|row| row.won.count > 0).map(|row| row.term).collect::<Vec<_>>()
    };
    assert_eq!(won(&Zone::UTC), [term("2026-01")]);
    assert_eq!(won(&Zone::new(60, vec![])), [term("2026-02")]);
}

#[test]
fn a_deal_expected_today_is_not_overdue_and_yesterdays_is() {
    let mut scene = Scene::new();
    for (id, expected) in [(1, "2026-02-10"), (2, "2026-02-09")] {
        let deal = scene.deal_in(PIPELINE, id, 100, 0, &[1]);
        expect(&mut scene, deal, 1, Some(day(expected)));
    }
    let found = forecast(&ahead(&scene, Population::of(PIPELINE)), &Goals::default(), Pace::Month);
    assert_eq!((found.now().map(|row| row.open.deals.count), found.overdue.deals.count), (Some(1), 1));
}

#[test]
fn method_row_5_targets_per_owner_and_for_the_team_against_what_was_won() {
    let scene = golden();
    let goals = goals(&[("2026-02", "Ada", 200), ("2026-02", "Cy", 100), ("2026-Q1", "Ben", 1000)]);
    let rows = attainments(
        &ahead(&scene, Population::of(PIPELINE)),
        &goals,
        &["Dee".into(), "Ada".into()],
        term("2026-02"),
    );
    let names: Vec<Option<&str>> = rows.iter().map(|row| row.owner.as_deref()).collect();
    assert_eq!(names, [None, Some("Ada"), Some("Ben"), Some("Cy"), Some("Dee")]);
    let [team, ada, ben, cy, _] = &rows[..] else { panic!("five rows") };
    assert_eq!((team.set, team.target, team.won.value, team.open.weighted()), (None, Some(300), 100, 40));
    assert_eq!(team.attained(), Some(Rate { part: 100, of: 300 }));
    assert_eq!((team.in_sight(), team.missing()), (Some(Rate { part: 140, of: 300 }), Some(200)));
    assert_eq!((ada.set, ada.attained()), (Some(200), Some(Rate { part: 100, of: 200 })));
    assert_eq!((ben.target, ben.attained(), ben.missing()), (None, None, None));
    assert_eq!((cy.won.count, cy.missing()), (0, Some(100)));
    // A quarter: Ben's own target, Ada's month as far as it is set.
    let rows = attainments(&ahead(&scene, Population::of(PIPELINE)), &goals, &[], term("2026-Q1"));
    let targets: Vec<_> =
        rows.iter().map(|row| (row.owner.as_deref().unwrap_or("team"), row.target)).collect();
    assert_eq!(targets, [("team", Some(1300)), ("Ada", Some(200)), ("Ben", Some(1000)), ("Cy", Some(100))]);
    assert_eq!(rows.first().map(Attainment::sum), Some(300));
}

#[test]
fn a_population_of_owners_is_held_against_their_targets_and_one_of_sources_against_none() {
    let scene = golden();
    let goals = goals(&[("2026-02", "", 999), ("2026-02", "Ada", 200), ("2026-02", "Ben", 50)]);
    let target = |population: Population| target_of(&goals, &population, term("2026-02"));
    assert_eq!(target(Population::of(PIPELINE)), Some(999));
    assert_eq!(target(Population::of(PIPELINE).owner("Ada").owner("Ben").owner("Ada")), Some(250));
    assert_eq!(target(Population::of(PIPELINE).owner("")), None);
    assert_eq!(target(Population::of(PIPELINE).source("fair")), None);
    assert_eq!(target(Population::of(PIPELINE).of_persona(Some(crate::model::PersonaId(1)))), None);
    let rows =
        attainments(&ahead(&scene, Population::of(PIPELINE).owner("Ben")), &goals, &[], term("2026-02"));
    assert_eq!(rows.iter().map(|row| row.owner.as_deref()).collect::<Vec<_>>(), [Some("Ben")]);
}

#[test]
fn a_period_that_looks_back_hides_nothing_that_is_expected() {
    let scene = golden();
    let closed = Period::days(Basis::Closed, Some(day("2026-01-01")), Some(day("2026-02-01")), &Zone::UTC);
    let population = Population::of(PIPELINE).within(closed);
    let all = forecast(&ahead(&scene, Population::of(PIPELINE)), &Goals::default(), Pace::Month);
    assert_eq!(forecast(&ahead(&scene, population), &Goals::default(), Pace::Month), all);
}

#[test]
fn a_slip_is_a_later_month_and_nothing_else() {
    let mut scene = Scene::new();
    let deal = scene.deal_in(PIPELINE, 1, 100, 0, &[1]);
    let other = scene.deal_in(PIPELINE, 2, 100, 0, &[1]);
    scene.deal_in(PIPELINE, 3, 100, 0, &[1]);
    // Set, within the month, two months later, back, a month later, taken away, set again.
    let days = ["2026-02-01", "2026-02-28", "2026-04-01", "2026-03-31", "2026-04-02"];
    for (at, text) in (1..).zip(days) {
        expect(&mut scene, deal, at, Some(day(text)));
    }
    expect(&mut scene, deal, 8, None);
    expect(&mut scene, deal, 9, Some(day("2027-01-01")));
    expect(&mut scene, other, 3, Some(day("2026-03-01")));
    own(&mut scene, deal, "Ada");
    let found = slips(&ahead(&scene, Population::of(PIPELINE)));
    assert_eq!(found.all, SlipTally { dated: 2, slipped: 1, slips: 2, months: 3 });
    assert_eq!(found.deals, [Slip { deal, slips: 2, months: 3 }]);
    let owners: Vec<(&str, u64)> =
        found.owners.iter().map(|(owner, tally)| (owner.as_str(), tally.slips)).collect();
    assert_eq!(owners, [("Ada", 2), ("", 0)]);
}

#[test]
fn a_simulated_term_lies_between_what_is_won_and_what_there_is() {
    let scene = golden();
    let census = ahead(&scene, Population::of(PIPELINE));
    let found = simulate(&census, term("2026-02"), Some(300));
    // One open deal of 200 at 20 %: seven results or more in ten are 100, one in ten or more is 300.
    assert_eq!((found.won.value, found.open.value), (100, 200));
    assert_eq!((found.low, found.median, found.high), (100, 100, 300));
    let reached = found.reached.and_then(Rate::value).expect("a share");
    assert!((0.17..0.23).contains(&reached), "{reached}");
    assert_eq!(found, simulate(&census, term("2026-02"), Some(300)));
    let nothing = simulate(&census, term("2026-05"), None);
    assert_eq!((nothing.runs, nothing.low, nothing.high, nothing.reached), (1, 0, 0, None));
}

#[test]
fn chances_of_a_hundred_and_of_nothing_leave_no_doubt() {
    for (chance, wanted) in [(100, 1700), (0, 500)] {
        let mut scene = Scene::new();
        scene.deal_in(PIPELINE, 1, 500, 30, &[1, WON]);
        for id in 2..6 {
            let deal = scene.deal_in(PIPELINE, id, 300, 0, &[1, 2]);
            expect(&mut scene, deal, 9, Some(day("2026-02-20")));
            scene.run(9, Command::EditDeal { deal, edit: DealEdit::Chance(Some(chance)) });
        }
        scene.run(36, Command::EditDeal { deal: DealId(1), edit: DealEdit::Closed(scene.at(33)) });
        let found = simulate(&ahead(&scene, Population::of(PIPELINE)), term("2026-02"), Some(1000));
        assert_eq!((found.low, found.median, found.high), (wanted, wanted, wanted));
        let share = if chance == 100 { 1.0 } else { 0.0 };
        assert_eq!(found.reached.and_then(Rate::value), Some(share));
    }
}

fn extras() -> impl Strategy<Value = Vec<(Vec<u64>, i64, Extra)>> {
    let when = || prop::option::of(-60..400i64);
    vec((path(), 0..1000i64, (0..3u8, when(), when())), 0..12)
}

/// Deals of these ways and with these particulars, in an order.
fn scene_with(deals: &[(Vec<u64>, i64, Extra)], id: impl Fn(usize) -> u64, order: &[usize]) -> Scene {
    let mut scene = Scene::new();
    for index in order {
        let (path, value, (owner, first, then)) = &deals[*index];
        let deal = scene.deal_in(PIPELINE, id(*index), *value, *index as i64, path);
        if scene.workspace.get::<Deal>(deal).is_none() {
            continue;
        }
        own(&mut scene, deal, ["", "Ada", "Ben"][usize::from(*owner)]);
        for days in [first, then].into_iter().flatten() {
            let expected = Day::from_number(Zone::UTC.day(scene.at(TODAY)).number() + days);
            expect(&mut scene, deal, 30, expected);
        }
    }
    scene
}

/// All that is said of what is to come, but for the ids of deals.
fn told(scene: &Scene, population: Population) -> impl PartialEq + std::fmt::Debug + use<> {
    let goals = goals(&[("2026-02", "", 500), ("2026-03", "Ada", 200)]);
    let census = ahead(scene, population);
    let slips = slips(&census);
    (
        Pace::ALL.map(|pace| forecast(&census, &goals, pace)),
        attainments(&census, &goals, &["Ada".into()], term("2026-02")),
        attainments(&census, &goals, &[], term("2026-Q1")),
        (slips.all, slips.owners),
        simulate(&census, term("2026-Q1"), Some(500)),
    )
}

/// The deals of a figure, and what they are worth.
fn drilled(census: &Census, part: ForecastPart, owner: Option<&str>) -> Tally {
    let figure = ForecastFigure { part, owner: owner.map(str::to_owned) };
    let found = drill(census, &Figure::Forecast(figure));
    assert_eq!(found.counted.len() + found.left.len(), census.len() + census.outside().len());
    let mut tally = Tally::default();
    found.counted.iter().filter_map(|id| census.find(*id)).for_each(|case| tally.add(case.value()));
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_leads_to_its_deals_and_the_parts_are_all_open_deals(deals in extras()) {
        let order: Vec<usize> = (0..deals.len()).collect();
        let scene = scene_with(&deals, |index| index as u64 + 1, &order);
        let census = ahead(&scene, Population::of(PIPELINE));
        let all_open = outcomes(&census).open;
        for pace in Pace::ALL {
            let found = forecast(&census, &Goals::default(), pace);
            let mut open = Tally::default();
            let mut take = |tally: Tally| {
                open.count += tally.count;
                open.value += tally.value;
            };
            for row in &found.terms {
                prop_assert_eq!(drilled(&census, ForecastPart::Won(row.term), None), row.won);
                prop_assert_eq!(drilled(&census, ForecastPart::Expected(row.term), None), row.open.deals);
                let both = drilled(&census, ForecastPart::Both(row.term), None);
                prop_assert_eq!(both.count, row.won.count + row.open.deals.count);
                take(row.open.deals);
            }
            let last = found.terms.last().expect("a term").term;
            for (part, expected) in [
                (ForecastPart::Overdue, found.overdue),
                (ForecastPart::Undated, found.undated),
                (ForecastPart::After(last), found.later),
            ] {
                prop_assert_eq!(drilled(&census, part, None), expected.deals);
                take(expected.deals);
            }
            prop_assert_eq!(open, all_open);
        }
        let (mut won, mut open) = (0, 0);
        let now = Pace::Quarter.term(census.today());
        let rows = attainments(&census, &Goals::default(), &[], now);
        for row in &rows[1..] {
            let owner = row.owner.as_deref();
            prop_assert_eq!(drilled(&census, ForecastPart::Won(now), owner), row.won);
            prop_assert_eq!(drilled(&census, ForecastPart::Expected(now), owner), row.open.deals);
            (won, open) = (won + row.won.count, open + row.open.deals.count);
        }
        prop_assert_eq!((won, open), (rows[0].won.count, rows[0].open.deals.count));
        let slipped = slips(&census);
        prop_assert_eq!(drilled(&census, ForecastPart::Slipped, None).count, slipped.all.slipped);
        prop_assert_eq!(slipped.deals.len() as u64, slipped.all.slipped);
        prop_assert_eq!(drilled(&census, ForecastPart::Dated, None).count, slipped.all.dated);
        for (owner, tally) in &slipped.owners {
            prop_assert_eq!(drilled(&census, ForecastPart::Slipped, Some(owner)).count, tally.slipped);
        }
    }

    #[test]
    fn a_simulation_stays_within_its_bounds(deals in extras()) {
        let order: Vec<usize> = (0..deals.len()).collect();
        let scene = scene_with(&deals, |index| index as u64 + 1, &order);
        let census = ahead(&scene, Population::of(PIPELINE));
        let found = simulate(&census, term("2026-Q1"), Some(400));
        prop_assert!(found.won.value <= found.low && found.low <= found.median && found.median <= found.high);
        prop_assert!(found.high <= found.won.value + found.open.value);
        prop_assert_eq!(found.bars.iter().map(|bar| bar.runs).sum::<u64>(), found.runs);
        prop_assert!(found.bars.windows(2).all(|pair| pair[0].to == pair[1].from));
    }

    #[test]
    fn forecasts_do_not_depend_on_order_ids_or_strangers(
        (deals, order) in extras().prop_flat_map(|deals| {
            let order: Vec<usize> = (0..deals.len()).collect();
            (Just(deals), Just(order).prop_shuffle())
        }),
        stranger in path(),
    ) {
        let straight: Vec<usize> = (0..deals.len()).collect();
        let mut one = scene_with(&deals, |index| index as u64 + 1, &straight);
        let other = scene_with(&deals, |index| 1000 - index as u64, &order);
        let all = || Population::of(PIPELINE);
        let before = told(&one, all());
        prop_assert_eq!(&before, &told(&other, all()));
        one.deal_in(OTHER, 500, 77, 3, &stranger);
        prop_assert_eq!(&before, &told(&one, all()));
        let adas = told(&one, all().owner("Ada"));
        one.deal_in(PIPELINE, 501, 77, 3, &stranger);
        prop_assert_eq!(&adas, &told(&one, all().owner("Ada")));
    }
}

#[test]
fn a_target_is_set_and_taken_away_by_a_command() {
    let mut scene = golden();
    let key = TargetKey { term: term("2026-02"), owner: "Ada".into() };
    let set = |target| Command::EditPipeline {
        pipeline: PIPELINE,
        edit: PipelineEdit::Target(key.clone(), target),
    };
    scene.run(TODAY, set(Some(500)));
    let target = |scene: &Scene| {
        scene.workspace.get::<Pipeline>(PIPELINE).and_then(|p| p.goals.target(term("2026-02"), ""))
    };
    assert_eq!(target(&scene), Some(500));
    scene.run(TODAY, set(None));
    assert_eq!(target(&scene), None);
}
