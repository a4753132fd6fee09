//! The sample's map shows what a map can hold, and leaves open what the findings are to speak of.

use std::collections::BTreeSet;

use super::*;
use crate::metrics::{Flaw, map_findings};
use crate::model::{Evidence, Lane, Note, Phase, Pipeline, Row};

/// What the map says somewhere in a lane.
fn said(workspace: &Workspace, lane: Lane) -> BTreeSet<&str> {
    let notes = workspace.all::<Note>().values().filter(|note| note.lane == lane);
    notes.map(|note| note.text.as_str()).collect()
}

fn phases(workspace: &Workspace, built: &Built) -> Vec<Phase> {
    workspace.phases(built.pipeline).into_iter().map(|phase| Phase::clone(phase)).collect()
}

#[test]
fn personas_have_notes_and_moods_of_their_own_method_row_14() {
    let (workspace, built) = opened(WEDNESDAY);
    let all: usize = workspace.map_notes(built.pipeline, None).values().map(Vec::len).sum();
    for persona in workspace.meta().personas.keys() {
        let own = workspace.all::<Note>().values().filter(|note| note.persona == Some(*persona)).count();
        assert!(own >= 1, "{persona:?}");
        let seen: usize = workspace.map_notes(built.pipeline, Some(*persona)).values().map(Vec::len).sum();
        assert!(seen < all && seen > 70, "{seen} of {all}");
    }
    let moods: Vec<usize> = phases(&workspace, &built).iter().map(|phase| phase.moods.len()).collect();
    assert_eq!(moods, [1, 2, 2]);
    assert!(phases(&workspace, &built).iter().all(|phase| phase.aim.is_some_and(|aim| aim > phase.mood)));
}

#[test]
fn one_phase_has_two_steps_and_notes_in_both() {
    let (workspace, built) = opened(WEDNESDAY);
    let phases = phases(&workspace, &built);
    assert_eq!(phases.iter().map(|phase| phase.steps.len()).collect::<Vec<_>>(), [0, 0, 2]);
    for lane in [Lane::Questions, Lane::Actions, Lane::Touchpoints, Lane::PainPoints, Lane::Response] {
        for step in phases[2].columns() {
            let cell = crate::model::Cell { phase: phases[2].id, step, lane };
            assert!(!workspace.cell_notes(cell).is_empty(), "{lane:?}");
        }
    }
    let moments = workspace.all::<Note>().values().filter(|note| note.moment).count();
    assert_eq!(moments, 3, "a moment of truth in each phase");
    let evidence: Vec<_> = phases.iter().map(|phase| phase.evidence).collect();
    assert_eq!(evidence, [Some(Evidence::Researched), Some(Evidence::Partly), Some(Evidence::Assumed)]);
}

#[test]
fn it_leaves_open_an_owner_a_cell_and_the_pains_of_lost_deals_method_row_17() {
    let (workspace, built) = opened(WEDNESDAY);
    let phases = phases(&workspace, &built);
    assert_eq!(phases.iter().map(|phase| phase.owner.is_empty()).collect::<Vec<_>>(), [false, true, false]);
    assert!(phases.iter().all(|phase| !phase.exit_action.is_empty()));
    let empty: Vec<(usize, Lane)> = phases
        .iter()
        .enumerate()
        .flat_map(|(index, phase)| Lane::ALL.map(|lane| (index, phase.id, lane)))
        .filter(|(_, phase, lane)| workspace.notes(*phase, *lane).is_empty())
        .map(|(index, _, lane)| (index, lane))
        .filter(|(_, lane)| *lane != Lane::Ideas)
        .collect();
    assert_eq!(empty, [(2, Lane::Content)]);
    let lost_there = deals(&workspace).into_iter().filter(|deal| {
        let stage = workspace.get::<Stage>(deal.stage).unwrap();
        deal.outcome.kind() == OutcomeKind::Lost && stage.phase == Some(phases[2].id)
    });
    assert_eq!(lost_there.count(), 2);

    // Two pains came up in more than one lost deal, and the map knows of neither.
    let pains = said(&workspace, Lane::PainPoints);
    let met = |pain: &str, kind: OutcomeKind| {
        deals(&workspace).iter().filter(|d| d.outcome.kind() == kind && d.story.pain == pain).count()
    };
    for (pain, lost) in
        [("Every site plans in its own way", 3), ("Auditors ask for records of working time", 2)]
    {
        assert_eq!((met(pain, OutcomeKind::Lost), pains.contains(pain)), (lost, false));
    }
    // And some pains of deals are on the map.
    for (pain, won) in [
        ("Rotas are written by hand on Sunday evenings", 1),
        ("Hours are typed into payroll a second time", 2),
    ] {
        assert_eq!((met(pain, OutcomeKind::Won), pains.contains(pain)), (won, true));
    }
    // The pains that are told are those that the map has no answer to; for the price it has one.
    let census = Census::of(&workspace, &Population::of(built.pipeline), &Zone::UTC, WEDNESDAY);
    let told: Vec<String> = map_findings(&workspace, &census)
        .into_iter()
        .filter_map(|finding| match finding.flaw {
            Flaw::Pain(pain) => Some(pain),
            _ => None,
        })
        .collect();
    let expected = [
        "every site plans in its own way",
        "missing requirement",
        "auditors ask for records of working time",
    ];
    assert_eq!(told, expected);
    assert!(deals(&workspace).iter().all(|deal| {
        !deal.story.pain.is_empty() || !matches!(deal.outcome.kind(), OutcomeKind::Won | OutcomeKind::Lost)
    }));
}

#[test]
fn a_row_of_the_teams_own_stands_below_the_decisions() {
    let (workspace, built) = opened(WEDNESDAY);
    let rows = workspace.rows(built.pipeline);
    let at = rows.iter().position(|(row, _)| matches!(row, Row::Notes(Lane::Own(_)))).unwrap();
    assert_eq!(rows[at - 1].0, Row::Notes(Lane::Decisions));
    assert_eq!(rows[at].1.name, "Who is in the room");
    let Row::Notes(own) = rows[at].0 else { panic!() };
    for phase in phases(&workspace, &built) {
        assert!(!workspace.notes(phase.id, own).is_empty(), "{}", phase.name);
    }
    assert!(rows.iter().any(|(row, style)| *row == Row::Notes(Lane::Ideas) && style.hidden));
}

#[test]
fn a_workshop_was_held_and_the_guided_mapping_stands_in_its_middle_method_row_19() {
    let (workspace, built) = opened(WEDNESDAY);
    let pipeline = workspace.get::<Pipeline>(built.pipeline).unwrap();
    let workshop = &pipeline.workshop;
    assert_eq!((workshop.participants.len(), workshop.parked.len(), workshop.votes_each), (3, 2, 3));
    for participant in workshop.participants.keys() {
        assert_eq!(workspace.votes_given(built.pipeline, *participant), 3);
    }
    let voted = workspace.all::<Note>().values().filter(|note| note.vote_count() > 0);
    let lanes: BTreeSet<Lane> = voted.map(|note| note.lane).collect();
    assert_eq!(lanes, BTreeSet::from([Lane::PainPoints, Lane::Ideas]));

    let guide = &pipeline.guide;
    assert_eq!((guide.step, guide.involved.len()), (4, 4));
    assert!(!guide.goals.is_empty() && guide.watch.is_empty() && guide.review_on.is_none());
    let stages = workspace.ladder(built.pipeline);
    assert_eq!(stages.iter().filter(|s| !s.worked.is_empty() && !s.dropped.is_empty()).count(), 3);
    assert_eq!(stages.iter().map(|stage| stage.proposals.len()).collect::<Vec<_>>(), [0, 0, 0, 2, 0, 0]);
}
