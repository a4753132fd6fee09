//! How long deals take.

use super::*;
use crate::model::{OutcomeKind, Term};

/// Everything that is said of the time that deals take.
pub(super) fn figures(census: &Census) -> impl PartialEq + std::fmt::Debug + use<> {
    let stages: Vec<StageId> = census.ladder().stages().iter().map(|place| place.stage).collect();
    let spread = |span| stages.iter().map(|stage| distribution(census, *stage, span)).collect::<Vec<_>>();
    (
        spread(Span::Visit),
        spread(Span::Cumulative),
        cycle_by_owner(census),
        cycle_by_term(census, Term::Month(month(2026, 12)), 12),
        cycle_by_term(census, Term::Quarter(2027, 1), 8),
        latest_win(census),
    )
}

fn counted(census: &Census, figure: TimeFigure) -> u64 {
    drill(census, &Figure::Time(figure)).counted.len() as u64
}

#[test]
fn method_rows_22_and_48_times_in_a_stage_spread_over_bins_of_sensible_width() {
    let mut scene = Scene::new();
    // Twenty visits of a day each, one of forty; and one deal that sits there.
    for id in 1..=20 {
        scene.deal_in(PIPELINE, id, 0, 0, &[1, 2]);
    }
    let slow = scene.deal_in(PIPELINE, 21, 0, 0, &[1]);
    scene.run(40, Command::MoveDeal { deal: slow, stage: stage(PIPELINE, 2), place: Place::First });
    scene.deal_in(PIPELINE, 22, 0, 0, &[1]);
    let census = Census::of(&scene.workspace, &Population::of(PIPELINE), &Zone::UTC, scene.at(41));
    let found = distribution(&census, stage(PIPELINE, 1), Span::Visit).expect("a stage of the ladder");
    let bins: Vec<_> = found.bins.iter().map(|bin| (bin.from, bin.to, bin.over, bin.still)).collect();
    // Of the 22 times the 95th percentile is forty days, which twelve bins of five hold.
    assert_eq!(bins.first(), Some(&(0, Some(5), 20, 0)));
    assert_eq!(bins.last(), Some(&(40, Some(45), 1, 1)));
    assert_eq!(bins.iter().map(|bin| bin.2).sum::<u64>(), 21);
    assert_eq!((found.over.median, found.over.p85, found.visitors), (Some(1.0), Some(1.0), 21));
    assert_eq!(found.still.median, Some(41.0));
    assert_eq!(distribution(&census, stage(OTHER, 1), Span::Visit), None);
    let unseen = distribution(&census, stage(PIPELINE, 4), Span::Visit).expect("a stage of the ladder");
    assert_eq!((unseen.bins.len(), unseen.over.count), (0, 0));
}

#[test]
fn what_is_far_longer_than_the_others_stands_in_an_open_bin() {
    let mut scene = Scene::new();
    for id in 1..=30 {
        scene.deal_in(PIPELINE, id, 0, 0, &[1, 2]);
    }
    scene.deal_in(PIPELINE, 31, 0, 0, &[1]);
    let found = distribution(&scene.census(&Population::of(PIPELINE)), stage(PIPELINE, 1), Span::Visit);
    let bins = found.expect("a stage of the ladder").bins;
    assert_eq!((bins.len(), bins[1].over), (13, 30));
    assert_eq!((bins[12].from, bins[12].to, bins[12].still), (12, None, 1));
}

#[test]
fn time_so_far_is_since_the_last_entry_or_with_all_visits_before() {
    let mut scene = Scene::new();
    scene.deal_in(PIPELINE, 1, 0, 0, &[1, 2, 1]);
    let census = Census::of(&scene.workspace, &Population::of(PIPELINE), &Zone::UTC, scene.at(10));
    let first = stage_time(&census)[0];
    assert_eq!(
        (first.still(Span::Visit).median, first.still(Span::Cumulative).median),
        (Some(8.0), Some(9.0))
    );
    // Its first visit is over; its time in the stage is not.
    assert_eq!((first.over(Span::Visit).1, first.over(Span::Cumulative).1), (1, 0));
}

#[test]
fn method_row_43_each_owners_cycle_stands_beside_the_teams() {
    let mut scene = Scene::new();
    for (id, owner, path) in
        [(1, "Ada", &[1, WON][..]), (2, "Ada", &[1, 2, 3, WON]), (3, "Ben", &[1, 2, LOST]), (4, "", &[1, 2])]
    {
        let deal = scene.deal_in(PIPELINE, id, 0, 0, path);
        scene.run(60, Command::EditDeal { deal, edit: DealEdit::Owner(owner.into()) });
    }
    let census = scene.census(&Population::of(PIPELINE));
    let owners = cycle_by_owner(&census);
    let rows: Vec<_> = owners
        .iter()
        .map(|o| (o.owner.as_str(), o.cycle.won.mean, o.cycle.lost.mean, o.cycle.all.count))
        .collect();
    assert_eq!(rows, [("Ada", Some(2.0), None, 2), ("Ben", None, Some(2.0), 1)]);
}

#[test]
fn method_row_34_a_cycle_that_shortens_is_told_and_one_that_does_not_is_not() {
    let mut scene = Scene::new();
    let mut id = 0;
    let mut win = |scene: &mut Scene, created: i64, days: i64| {
        id += 1;
        let deal = scene.deal_in(PIPELINE, id, 0, created, &[1]);
        scene.run(created + days, Command::WinDeal { deal, at: scene.at(created + days), value: 1 });
    };
    // Three wins of twenty days in January, and of eighteen in February: a tenth less is no shorter.
    for _ in 0..3 {
        win(&mut scene, 0, 20);
        win(&mut scene, 30, 18);
    }
    let of = |scene: &Scene| {
        let terms = cycle_by_term(&scene.census(&Population::of(PIPELINE)), Term::Month(month(2026, 2)), 2);
        trend(&terms.earlier, &terms.later)
    };
    assert_eq!(of(&scene), Some(Trend::Steady));
    for _ in 0..3 {
        win(&mut scene, 32, 16);
    }
    assert_eq!(of(&scene), Some(Trend::Shorter));
    for _ in 0..7 {
        win(&mut scene, 30, 23);
    }
    assert_eq!(of(&scene), Some(Trend::Longer));
    let census = scene.census(&Population::of(PIPELINE));
    let quarters = cycle_by_term(&census, Term::Quarter(2026, 2), 2);
    assert_eq!(quarters.terms.iter().map(|term| term.won.count).collect::<Vec<_>>(), [16, 0]);
    assert_eq!(trend(&quarters.earlier, &quarters.later), None);
    assert_eq!(latest_win(&census), Some(month(2026, 2)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_time_lists_exactly_its_deals(paths in paths(), owner in 0usize..12) {
        let order: Vec<usize> = (0..paths.len()).collect();
        let mut scene = scene_of(&paths, |index| index as u64 + 1, &order);
        let ids: Vec<DealId> = scene.workspace.all::<Deal>().keys().copied().collect();
        if let Some(deal) = ids.get(owner) {
            scene.run(600, Command::EditDeal { deal: *deal, edit: DealEdit::Owner("Ada".into()) });
        }
        let census = Census::of(&scene.workspace, &Population::of(PIPELINE), &Zone::UTC, scene.at(25));
        for times in stage_time(&census) {
            for span in [Span::Visit, Span::Cumulative] {
                let stage = times.stage;
                let (over, deals) = times.over(span);
                prop_assert_eq!(deals, counted(&census, TimeFigure::Over(stage, span)));
                prop_assert!(over.count >= deals);
                prop_assert_eq!(times.still(span).count, counted(&census, TimeFigure::Still(stage)));
                let spread = distribution(&census, stage, span).expect("a stage of the ladder");
                prop_assert_eq!((spread.over, spread.visitors, spread.still), (over, deals, times.still(span)));
                for bin in &spread.bins {
                    let Bin { from, to, .. } = *bin;
                    prop_assert_eq!(bin.over, counted(&census, TimeFigure::OverWithin(stage, span, from, to)));
                    prop_assert_eq!(bin.still, counted(&census, TimeFigure::StillWithin(stage, span, from, to)));
                }
                prop_assert_eq!(spread.bins.iter().map(|bin| bin.still).sum::<u64>(), spread.still.count);
                prop_assert!(spread.bins.windows(2).all(|pair| pair[0].to == Some(pair[1].from)));
            }
        }
        let closed = cycle(&census).all.count;
        let owners = cycle_by_owner(&census);
        prop_assert_eq!(owners.iter().map(|owner| owner.cycle.all.count).sum::<u64>(), closed);
        for OwnerCycle { owner, cycle } in owners {
            for (days, kind) in
                [(cycle.won, Some(OutcomeKind::Won)), (cycle.lost, Some(OutcomeKind::Lost)), (cycle.all, None)]
            {
                prop_assert_eq!(days.count, counted(&census, TimeFigure::OwnerClosed(owner.clone(), kind)));
            }
        }
        for last in [Term::Month(month(2026, 2)), Term::Quarter(2026, 2)] {
            let terms = cycle_by_term(&census, last, 4);
            for TermCycle { term, won } in &terms.terms {
                prop_assert_eq!(won.count, counted(&census, TimeFigure::WonIn(*term)));
            }
            prop_assert_eq!(terms.earlier.count + terms.later.count, terms.all.count);
        }
    }
}
