//! The sample is sound and has something to say in every chart, whatever the day.

mod map;
mod story;

use std::collections::BTreeSet;

use super::*;
use crate::metrics::{Census, Pace, Population, forecast, slips};
use crate::model::{OutcomeKind, Rung, SeededIds, Term, Workspace, WorkspaceId, apply, check};

/// Wednesday 2026-11-18, 09:00 UTC.
const WEDNESDAY: Timestamp = Timestamp(1_794_992_400_000);

/// Two hundred moments over two years and all hours, weekends, ends of months and a leap day among them.
fn moments() -> impl Iterator<Item = Timestamp> {
    let start = Timestamp(1_830_000_000_000); // 2027-12-28
    (0..200).map(move |i| Timestamp(start.plus_days(i * 4 - i / 3).0 + i * 3_700_000))
}

fn opened(now: Timestamp) -> (Workspace, Built) {
    let mut workspace = Workspace::empty(WorkspaceId(9));
    let built = sample(workspace.meta(), &mut SeededIds::new(now, 3), now);
    apply(&mut workspace, built.command.clone(), now).unwrap();
    (workspace, built)
}

fn deals(workspace: &Workspace) -> Vec<&Deal> {
    workspace.all::<Deal>().values().map(|deal| &**deal).collect()
}

/// The rungs a deal was on, as indexes into the ladder; Won is the ladder's length.
fn rungs(deal: &Deal, stages: &[StageId]) -> Vec<usize> {
    deal.visits()
        .iter()
        .map(|visit| match visit.rung {
            Rung::Stage(id) => stages.iter().position(|stage| *stage == id).unwrap(),
            Rung::Won => stages.len(),
        })
        .collect()
}

#[test]
fn it_is_a_sound_workspace_on_any_day() {
    for now in moments().chain([WEDNESDAY]) {
        let (workspace, _) = opened(now);
        assert_eq!(check(&workspace), [], "{now:?}");
    }
}

#[test]
fn it_marks_the_workspace_and_keeps_its_id() {
    let (workspace, _) = opened(WEDNESDAY);
    assert!(workspace.meta().sample);
    assert_eq!(workspace.meta().id, WorkspaceId(9));
}

#[test]
fn it_is_the_same_for_the_same_day_and_ids() {
    assert_eq!(opened(WEDNESDAY).0, opened(WEDNESDAY).0);
}

#[test]
fn forty_deals_with_a_win_rate_of_five_in_eight() {
    let (workspace, _) = opened(WEDNESDAY);
    let of = |kind| deals(&workspace).iter().filter(|deal| deal.outcome.kind() == kind).count();
    assert_eq!((of(OutcomeKind::Open), of(OutcomeKind::Won), of(OutcomeKind::Lost)), (16, 15, 9));
    // Neither open nor closed.
    assert_eq!(of(OutcomeKind::Nurture), 3);
}

#[test]
fn every_stage_holds_open_deals_and_loses_some() {
    let (workspace, built) = opened(WEDNESDAY);
    for stage in &built.stages {
        assert!(workspace.column_len(*stage, OutcomeKind::Open) >= 2);
        assert!(workspace.column_len(*stage, OutcomeKind::Lost) >= 1);
    }
}

#[test]
fn nothing_has_happened_after_now_and_every_history_runs_forward() {
    for now in moments() {
        let (workspace, _) = opened(now);
        for deal in deals(&workspace) {
            assert_eq!(deal.created, deal.history.first().unwrap().at);
            assert!(deal.history.iter().all(|event| event.at < now), "{}", deal.title);
            assert!(deal.history.windows(2).all(|pair| pair[0].at <= pair[1].at), "{}", deal.title);
        }
    }
}

#[test]
fn nobody_works_at_the_weekend() {
    for now in moments() {
        let (workspace, _) = opened(now);
        for event in deals(&workspace).iter().flat_map(|deal| &deal.history) {
            // 1970-01-01 was a Thursday.
            let weekday = (event.at.0.div_euclid(86_400_000) + 3).rem_euclid(7);
            assert!(weekday < 5, "{:?} is no working day", event.at);
        }
    }
}

#[test]
fn a_year_is_told_with_wins_in_nearly_every_month() {
    for now in moments().chain([WEDNESDAY]) {
        let (workspace, _) = opened(now);
        let this_month = Zone::UTC.day(now).month();
        let last_twelve: Vec<_> = (0..12).map(|back| this_month.back(back)).collect();
        let won: BTreeSet<_> = deals(&workspace)
            .iter()
            .filter(|deal| deal.outcome.kind() == OutcomeKind::Won)
            .filter_map(|deal| deal.outcome.closed())
            .map(|at| Zone::UTC.day(at).month())
            .filter(|month| last_twelve.contains(month))
            .collect();
        assert!(won.len() >= 11, "{} months at {now:?}", won.len());
        let oldest = deals(&workspace).iter().map(|deal| deal.created).min().unwrap();
        assert!(now.days_since(oldest) > 365.0);
        let closed = deals(&workspace).iter().filter_map(|deal| deal.outcome.closed()).min().unwrap();
        assert!(now.days_since(closed) < 365.0);
    }
}

#[test]
fn five_open_deals_are_stale_and_three_are_overdue_whatever_the_weekday() {
    for now in moments().chain([WEDNESDAY]) {
        let (workspace, _) = opened(now);
        let open: Vec<&Deal> =
            deals(&workspace).into_iter().filter(|deal| deal.outcome == Outcome::Open).collect();
        let stale = open.iter().filter(|deal| {
            let stage = workspace.get::<crate::model::Stage>(deal.stage).unwrap();
            now.days_since(workspace.entered_stage(deal)) > f64::from(stage.stale_days)
        });
        assert_eq!(stale.count(), 5, "{now:?}");
        let today = Zone::UTC.day(now);
        assert_eq!(open.iter().filter(|deal| deal.expected.unwrap() < today).count(), 3, "{now:?}");
    }
}

#[test]
fn five_skip_stages_three_go_back_and_one_is_re_opened() {
    let (workspace, built) = opened(WEDNESDAY);
    let paths: Vec<Vec<usize>> = deals(&workspace).iter().map(|deal| rungs(deal, &built.stages)).collect();
    let won = built.stages.len();
    let steps = |fits: fn(usize, usize, usize) -> bool| {
        paths.iter().filter(|path| path.windows(2).any(|pair| fits(pair[0], pair[1], won))).count()
    };
    assert_eq!(steps(|from, to, won| to > from + 1 && to < won), 5);
    assert_eq!(steps(|from, to, _| to < from), 3);
    let reopened = deals(&workspace)
        .iter()
        .filter(|deal| deal.history.iter().any(|event| event.what == Happened::Reopened))
        .count();
    assert_eq!(reopened, 1);
}

#[test]
fn every_owner_source_and_loss_reason_appears() {
    let (workspace, _) = opened(WEDNESDAY);
    let all = deals(&workspace);
    let owners: BTreeSet<&str> = all.iter().map(|deal| deal.owner.as_str()).collect();
    assert_eq!(owners, BTreeSet::from(OWNERS));
    let sources: BTreeSet<&str> = all.iter().map(|deal| deal.source.as_str()).collect();
    assert_eq!(
        sources,
        BTreeSet::from([PROFESSIONAL_NETWORK, COLD_EMAIL, WEBINAR, TRADE_EVENT, REFERRAL, CONTENT])
    );
    let reasons: BTreeSet<&str> = all
        .iter()
        .filter_map(|deal| match &deal.outcome {
            Outcome::Lost { reason, .. } => Some(reason.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(reasons, BTreeSet::from([NO_COMMITMENT, WRONG_TIME, PRICE_REASON, COMPETITOR, NONE_CHOSEN]));
    for kind in [OutcomeKind::Open, OutcomeKind::Won, OutcomeKind::Lost] {
        let owners: BTreeSet<&str> =
            all.iter().filter(|d| d.outcome.kind() == kind).map(|d| d.owner.as_str()).collect();
        assert!(owners.len() >= 3, "{kind:?}");
    }
}

#[test]
fn sales_to_companies_take_weeks_or_months() {
    for now in moments() {
        let (workspace, _) = opened(now);
        let cycles: Vec<f64> = deals(&workspace)
            .iter()
            .filter(|deal| deal.outcome.kind() == OutcomeKind::Won)
            .map(|deal| deal.outcome.closed().unwrap().days_since(deal.created))
            .collect();
        let mean = cycles.iter().sum::<f64>() / cycles.len() as f64;
        assert!((40.0..90.0).contains(&mean), "a mean of {mean} days");
    }
}

#[test]
fn method_row_5_it_has_targets_around_its_months_and_is_on_its_way_to_them() {
    for now in moments().chain([WEDNESDAY]) {
        let (workspace, built) = opened(now);
        let goals = &workspace.get::<crate::model::Pipeline>(built.pipeline).unwrap().goals;
        let month = Zone::UTC.day(now).month();
        for back in -5..=3 {
            let target = |owner: &str| goals.target(Term::Month(month.back(back)), owner);
            assert_eq!(target(""), Some(team::MONTHLY.iter().sum::<i64>() * 100), "{now:?}");
            assert!(OWNERS.iter().all(|owner| target(owner).is_some()));
            let quarter = Term::quarter_of(month.back(back));
            assert_eq!(goals.target(quarter, ""), Some(team::QUARTERLY * 100));
        }
        let population = Population::of(built.pipeline);
        let census = Census::of(&workspace, &population, &Zone::UTC, now);
        let found = forecast(&census, goals, Pace::Month);
        assert_eq!(found.overdue.deals.count, 3);
        let ahead = found.terms.iter().skip(found.current).filter(|row| row.open.deals.count > 0);
        assert!(ahead.count() >= 3, "{now:?}");
        assert!(found.terms.iter().take(found.current).any(|row| row.won.count > 0), "{now:?}");
        assert!(slips(&census).all.slips >= 3, "{now:?}");
    }
}
