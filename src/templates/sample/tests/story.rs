//! The sample's deals carry their story: what was met, said, done and planned, and none of it at an impossible time.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::model::{
    ChanceSource, DocumentState, ListKind, PersonId, Qualification, Role, Verdict, in_order, is_safe_link,
};

fn of_kind(workspace: &Workspace, kind: OutcomeKind) -> Vec<&Deal> {
    deals(workspace).into_iter().filter(|deal| deal.outcome.kind() == kind).collect()
}

/// Every weekday among them, and enough for the ends of months.
fn some_moments() -> impl Iterator<Item = Timestamp> {
    moments().step_by(9).chain([WEDNESDAY])
}

/// Every instant that a story names.
fn instants(story: &Story) -> Vec<Timestamp> {
    let mut all: Vec<Timestamp> = story.met.values().chain(story.done.values()).copied().collect();
    all.extend(story.answers.values().map(|answer| answer.at));
    all.extend(story.activities.values().filter_map(|activity| activity.done));
    all.extend(story.objections.values().flat_map(|o| [Some(o.raised), o.overcome]).flatten());
    all.extend(story.referral_asked);
    all
}

#[test]
fn a_story_is_told_between_the_deals_beginning_and_now_on_working_days() {
    for now in some_moments() {
        let (workspace, _) = opened(now);
        for deal in deals(&workspace) {
            let end = if deal.story.referral_asked.is_some() { None } else { deal.outcome.closed() };
            for at in instants(&deal.story) {
                assert!(at >= deal.created && at < now, "{}: {at:?} at {now:?}", deal.title);
                assert!(end.is_none_or(|end| at <= end), "{}: {at:?} after its end", deal.title);
                let weekday = (at.0.div_euclid(86_400_000) + 3).rem_euclid(7);
                assert!(weekday < 5, "{}: {at:?} is no working day", deal.title);
            }
            for document in deal.story.documents.values() {
                assert!(document.day <= Zone::UTC.day(now), "{}", deal.title);
            }
            for objection in deal.story.objections.values() {
                assert!(objection.overcome.is_none_or(|at| at >= objection.raised), "{}", deal.title);
            }
        }
    }
}

#[test]
fn people_have_roles_and_one_of_them_leads() {
    let (workspace, _) = opened(WEDNESDAY);
    let people: &BTreeMap<PersonId, _> = &workspace.meta().people;
    assert_eq!(people.values().map(|person| person.name.as_str()).collect::<Vec<_>>(), OWNERS);
    assert_eq!(people.values().filter(|person| person.role == Role::Manager).count(), 1);
}

#[test]
fn every_deal_has_a_persona_and_four_segments_method_rows_14_and_47() {
    let (workspace, _) = opened(WEDNESDAY);
    let personas = &workspace.meta().personas;
    assert_eq!(personas.len(), 4);
    let used: BTreeSet<_> = deals(&workspace).iter().map(|deal| deal.story.persona.unwrap()).collect();
    assert_eq!(used, personas.keys().copied().collect());
    let mut values: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for deal in deals(&workspace) {
        assert_eq!(deal.story.segments.len(), 4, "{}", deal.title);
        for (kind, value) in &deal.story.segments {
            values.entry(kind).or_default().insert(value);
        }
    }
    assert_eq!(values.keys().copied().collect::<Vec<_>>(), ["Industry", "Profitability", "Region", "Size"]);
    assert!(values.values().all(|found| (3..=9).contains(&found.len())), "{values:?}");
    assert!(!workspace.meta().lists.contains_key(&ListKind::SegmentKinds));
}

#[test]
fn criteria_are_met_on_the_way_and_earn_the_chance_method_row_35() {
    for now in some_moments() {
        let (workspace, built) = opened(now);
        for deal in deals(&workspace) {
            let (chance, source) = workspace.chance_of(deal);
            assert_eq!(source, ChanceSource::Criteria, "{}", deal.title);
            match deal.outcome.kind() {
                OutcomeKind::Won => assert_eq!(chance, 100, "{}", deal.title),
                _ => assert!(chance < 100, "{}: {chance}", deal.title),
            }
        }
        // On average what a deal has earned grows from stage to stage.
        let means: Vec<f64> = built
            .stages
            .iter()
            .map(|stage| {
                let found: Vec<u8> = workspace
                    .column(*stage, OutcomeKind::Open)
                    .map(|id| workspace.chance(workspace.get::<Deal>(id).unwrap()))
                    .collect();
                found.iter().copied().map(f64::from).sum::<f64>() / found.len() as f64
            })
            .collect();
        assert!(means.is_sorted(), "{means:?}");
    }
}

#[test]
fn one_open_deal_went_on_with_a_criterion_missing_and_others_wait_for_theirs_method_row_39() {
    let (workspace, built) = opened(WEDNESDAY);
    let open = of_kind(&workspace, OutcomeKind::Open);
    let place = |id| built.stages.iter().position(|stage| *stage == id).unwrap();
    let behind = open.iter().filter(|deal| {
        let below = &built.stages[..place(deal.stage)];
        below.iter().any(|id| {
            let stage = workspace.get::<Stage>(*id).unwrap();
            stage.criteria.keys().any(|criterion| !deal.story.met.contains_key(criterion))
        })
    });
    assert_eq!(behind.count(), 1);
    let waiting = open.iter().filter(|deal| {
        let stage = workspace.get::<Stage>(deal.stage).unwrap();
        let met = stage.criteria.keys().filter(|id| deal.story.met.contains_key(id)).count();
        met > 0 && met < stage.criteria.len()
    });
    assert!(waiting.count() >= 8);
}

#[test]
fn tasks_are_done_in_the_order_of_the_list_method_row_26() {
    let (workspace, _) = opened(WEDNESDAY);
    for deal in of_kind(&workspace, OutcomeKind::Open) {
        let stage = workspace.get::<Stage>(deal.stage).unwrap();
        let done: Vec<bool> =
            in_order(&stage.tasks).iter().map(|(id, _)| deal.story.done.contains_key(id)).collect();
        assert!(done.is_sorted_by(|before, after| before >= after), "{}: {done:?}", deal.title);
        assert!(done.contains(&false), "{}", deal.title);
    }
}

#[test]
fn four_times_yes_goes_on_and_a_no_does_not_method_row_41() {
    let (workspace, built) = opened(WEDNESDAY);
    let qualify = built.stages[2];
    let verdict = |deal: &Deal| Qualification::FourQuestions.verdict(&deal.story.answers);
    for deal in deals(&workspace) {
        let reached = rungs(deal, &built.stages).into_iter().max().unwrap();
        if reached > 2 {
            assert_eq!(verdict(deal), Verdict::Qualified, "{}", deal.title);
        } else {
            assert_ne!(verdict(deal), Verdict::Qualified, "{}", deal.title);
        }
    }
    for deal in of_kind(&workspace, OutcomeKind::Lost).into_iter().filter(|deal| deal.stage == qualify) {
        assert!(matches!(verdict(deal), Verdict::Unqualified(_)), "{}", deal.title);
    }
    let undecided = of_kind(&workspace, OutcomeKind::Open)
        .into_iter()
        .filter(|deal| deal.stage == qualify && verdict(deal) == Verdict::Undecided);
    assert_eq!(undecided.count(), 3);
}

#[test]
fn the_nurture_list_keeps_reasons_and_days_one_of_them_overdue_method_row_41() {
    for now in some_moments() {
        let (workspace, _) = opened(now);
        let nurtured = of_kind(&workspace, OutcomeKind::Nurture);
        let today = Zone::UTC.day(now);
        let mut overdue = 0;
        for deal in &nurtured {
            let Outcome::Nurture { since, until, reason } = &deal.outcome else {
                panic!("{:?}", deal.outcome)
            };
            assert!(!reason.is_empty() && *since < now, "{}", deal.title);
            overdue += usize::from(until.unwrap() < today);
            let verdict = Qualification::FourQuestions.verdict(&deal.story.answers);
            assert!(matches!(verdict, Verdict::Unqualified(_)), "{}", deal.title);
        }
        assert_eq!((nurtured.len(), overdue), (3, 1));
    }
}

#[test]
fn calls_mails_meetings_demos_and_notes_are_done_and_planned_method_row_10() {
    for now in some_moments() {
        let (workspace, _) = opened(now);
        let today = Zone::UTC.day(now);
        let (mut kinds, mut late, mut none) = (BTreeSet::new(), 0, 0);
        for deal in deals(&workspace) {
            kinds.extend(deal.story.activities.values().map(|activity| format!("{:?}", activity.kind)));
            assert!(deal.story.activities.values().all(|a| a.by == deal.owner && !a.text.is_empty()));
            match deal.story.next_step() {
                Some((_, step)) => {
                    assert_eq!(deal.outcome, Outcome::Open, "{}", deal.title);
                    late += usize::from(step.due.unwrap() < today);
                }
                None => none += usize::from(deal.outcome == Outcome::Open),
            }
            assert!(deal.story.last_contact().is_some(), "{}", deal.title);
        }
        assert_eq!(kinds.len(), 5, "{kinds:?}");
        assert_eq!((late, none), (4, 2), "{now:?}");
    }
}

#[test]
fn objections_of_every_kind_are_open_or_overcome_method_row_3() {
    let (workspace, _) = opened(WEDNESDAY);
    let all: Vec<_> = deals(&workspace)
        .into_iter()
        .flat_map(|deal| deal.story.objections.values().map(move |objection| (deal, objection)))
        .collect();
    let kinds: BTreeSet<&str> = all.iter().map(|(_, objection)| objection.kind.as_str()).collect();
    assert_eq!(kinds.len(), 6, "{kinds:?}");
    for (deal, objection) in &all {
        assert_eq!(objection.overcome.is_some(), !objection.answer.is_empty(), "{}", deal.title);
        if deal.outcome.kind() == OutcomeKind::Won {
            assert!(objection.overcome.is_some(), "{}", deal.title);
        }
    }
    let open = |kind: OutcomeKind| {
        all.iter().filter(|(deal, o)| deal.outcome.kind() == kind && o.overcome.is_none()).count()
    };
    assert_eq!((open(OutcomeKind::Open), open(OutcomeKind::Lost)), (3, 4));
}

#[test]
fn offers_and_contracts_are_links_with_a_state_method_row_32() {
    let (workspace, _) = opened(WEDNESDAY);
    for deal in deals(&workspace) {
        let documents: Vec<_> = deal.story.documents.values().collect();
        for document in &documents {
            assert!(is_safe_link(&document.link), "{}", document.link);
            assert!(document.link.starts_with("https://example.com/") && document.link.ends_with(".pdf"));
            let name = document.link.rsplit('/').next().unwrap();
            assert!(
                !name.contains("--") && !name.starts_with('-') && !name.contains("-."),
                "{}",
                document.link
            );
            let fits = match deal.outcome.kind() {
                OutcomeKind::Won => document.state == DocumentState::Signed,
                OutcomeKind::Lost => document.state == DocumentState::Declined,
                OutcomeKind::Open | OutcomeKind::Nurture => document.state == DocumentState::Sent,
            };
            assert!(fits, "{}: {:?}", deal.title, document.state);
        }
        if deal.outcome.kind() == OutcomeKind::Won {
            assert_eq!(documents.len(), 2, "{}", deal.title);
        }
    }
}

#[test]
fn won_deals_say_what_closed_them_and_are_looked_after_method_rows_23_and_45() {
    for now in some_moments() {
        let (workspace, _) = opened(now);
        let won = of_kind(&workspace, OutcomeKind::Won);
        let today = Zone::UTC.day(now);
        for deal in &won {
            assert!(!deal.story.pain.is_empty() && !deal.story.motive.is_empty(), "{}", deal.title);
            assert!((1..=3).contains(&deal.story.care.unwrap().months), "{}", deal.title);
            assert!(deal.story.referral_asked.is_none_or(|at| at > deal.outcome.closed().unwrap()));
        }
        assert_eq!(won.iter().filter(|deal| deal.story.referral_asked.is_some()).count(), 5);
        assert_eq!(won.iter().filter(|deal| deal.story.care.unwrap().next < today).count(), 4);
        for deal in deals(&workspace).into_iter().filter(|deal| deal.outcome.kind() != OutcomeKind::Won) {
            assert_eq!((&*deal.story.motive, deal.story.care, deal.story.referral_asked), ("", None, None));
        }
    }
}

#[test]
fn values_and_expected_closes_were_changed_on_the_way() {
    for now in some_moments() {
        let (workspace, _) = opened(now);
        let (mut revalued, mut put_off) = (0, 0);
        for deal in deals(&workspace) {
            let mut day = None;
            for event in &deal.history {
                match event.what {
                    Happened::Revalued { from, to } => {
                        assert!(to == deal.value && from != to && from > 0, "{}", deal.title);
                        revalued += 1;
                    }
                    Happened::Rescheduled { from, to } => {
                        assert!(from < to && (day.is_none() || day == from), "{}", deal.title);
                        day = to;
                        put_off += 1;
                    }
                    _ => {}
                }
            }
            assert!(day.is_none() || day == deal.expected, "{}", deal.title);
        }
        assert_eq!((revalued, put_off), (6, 6));
    }
}

#[test]
fn the_process_was_assessed_twice_and_reviewed_three_times_method_rows_11_and_12() {
    let (workspace, built) = opened(WEDNESDAY);
    let pipeline = workspace.get::<crate::model::Pipeline>(built.pipeline).unwrap();
    let mut levels: Vec<_> = pipeline.assessments.values().map(|a| (a.day, a.level())).collect();
    levels.sort_unstable();
    let today = Zone::UTC.day(WEDNESDAY).number();
    let [(first, before), (last, after)] = levels[..] else { panic!("{levels:?}") };
    assert!(today - first.number() > 350 && today - last.number() < 31);
    assert_eq!((before, after), (2, 4));
    assert_eq!(pipeline.reviews.len(), 3);
    for review in pipeline.reviews.values() {
        assert!(!review.stages.is_empty() && review.stages.iter().all(|id| built.stages.contains(id)));
        assert!(review.day.number() < today);
    }
}
