//! The live figures of the map are those of the Insights for the same population: over the sample, and over 8,800 opportunities.

use std::collections::BTreeSet;

use stageline::metrics::*;
use stageline::model::*;
use stageline::templates::sample;

use crate::golden::{NOW, opportunities};

fn census(workspace: &Workspace, population: &Population) -> Census {
    Census::of(workspace, population, &Zone::UTC, NOW)
}

fn listed(census: &Census, figure: &Figure) -> BTreeSet<DealId> {
    drill(census, figure).counted.into_iter().collect()
}

/// Compares each figure of the map with the reports by stage, by reason and by kind of objection. Gives how many numbers there were that
/// are not nought.
fn compare(workspace: &Workspace, population: &Population) -> usize {
    let census = census(workspace, population);
    let found = journey(workspace, &census);
    let ladder = census.ladder();
    let (reached, time, lost) = (funnel(&census, Rule::Furthest).steps, stage_time(&census), losses(&census));
    let own = |phase: PhaseId| {
        (0..ladder.won()).filter(move |at| ladder.place(*at).is_some_and(|place| place.phase == Some(phase)))
    };
    let mut numbers = 0;
    for phase in &found {
        let stages: Vec<usize> = own(phase.phase).collect();
        assert!(!stages.is_empty(), "each phase has stages here");
        let open: Vec<Case<'_>> = census
            .cases()
            .filter(|case| case.is_open() && case.stage.is_some_and(|at| stages.contains(&at)))
            .collect();
        assert_eq!(phase.open.count, stages.iter().map(|at| time[*at].open.count).sum::<u64>());
        assert_eq!(phase.open.value, open.iter().map(|case| case.deal.value).sum::<i64>());
        assert_eq!(phase.weighted, whole_units(open.iter().map(Case::weighted).sum()));
        let stale = open.iter().filter(|case| Standing::of_case(&census, case).is_stale());
        assert_eq!(phase.at_risk.count, stale.count() as u64);
        let (first, last) = (stages[0], stages[stages.len() - 1]);
        assert_eq!(phase.conversion.of, reached[first].reached.count);
        assert_eq!(phase.conversion.part, reached[ladder.next(last).expect("won")].reached.count);
        if stages.len() == 1 {
            assert_eq!((phase.time, phase.visitors), (time[first].visits, time[first].visitors));
        }
        let from = |tallies: &[Tally]| {
            stages.iter().fold((0, 0), |sum, at| (sum.0 + tallies[*at].count, sum.1 + tallies[*at].value))
        };
        assert_eq!((phase.lost.count, phase.lost.value), from(&lost.from));
        for row in &phase.reasons {
            let same = lost.reasons.iter().find(|other| other.reason == row.reason).expect("the reason");
            assert_eq!((row.lost.count, row.lost.value), from(&same.from));
        }
        for tally in [phase.open, phase.at_risk, phase.lost] {
            numbers += usize::from(tally.count > 0);
        }
        numbers += usize::from(phase.time.count > 0) + phase.reasons.len() + phase.objections.len();
    }
    // Each stage has a phase: together they are all.
    let all = outcomes(&census);
    assert_eq!(found.iter().map(|phase| phase.open.count).sum::<u64>(), all.open.count);
    assert_eq!(found.iter().map(|phase| phase.lost.value).sum::<i64>(), all.lost.value);
    let risk: i64 = found.iter().map(|phase| phase.at_risk.value).sum();
    let stale = findings(&census).into_iter().find(|finding| finding.trouble == Trouble::Stale);
    assert_eq!(risk, stale.map_or(0, |finding| finding.deals.value));
    // Of the lost deals those with an objection of a kind are those in which one was raised in some phase.
    let is_lost = listed(&census, &Figure::Outcome(OutcomeKind::Lost));
    for row in objections(&census).kinds {
        let of = |phase: &PhaseFigures| {
            let figure = JourneyFigure::Objected { phase: phase.phase, kind: row.kind.clone(), open: None };
            listed(&census, &Figure::Journey(figure))
        };
        let deals: BTreeSet<DealId> = found.iter().flat_map(of).filter(|id| is_lost.contains(id)).collect();
        assert_eq!(deals.len() as u64, row.lost.count, "{}", row.kind);
    }
    numbers
}

#[test]
fn method_row_17_the_figures_of_the_map_are_those_of_the_insights_over_the_sample() {
    let mut workspace = Workspace::empty(WorkspaceId(9));
    let built = sample(workspace.meta(), &mut SeededIds::new(NOW, 3), NOW);
    apply(&mut workspace, built.command, NOW).expect("the sample is sound");
    let pipeline = workspace.pipelines()[0].id;
    let all = Population::of(pipeline);
    assert!(compare(&workspace, &all) > 15);
    let personas: Vec<PersonaId> = workspace.meta().personas.keys().copied().collect();
    assert!(!personas.is_empty());
    let of = |persona: &PersonaId| compare(&workspace, &all.clone().of_persona(Some(*persona)));
    assert!(personas.iter().map(of).sum::<usize>() > 15);
    let owner = workspace.deals(pipeline).next().expect("a deal").owner.clone();
    assert!(compare(&workspace, &all.owner(owner)) > 5);
}

#[test]
fn method_row_17_the_figures_of_the_map_are_those_of_the_insights_over_8800_opportunities() {
    let (mut workspace, pipeline) = opportunities();
    let stages: Vec<StageId> = workspace.ladder(pipeline).iter().map(|stage| stage.id).collect();
    assert!(stages.len() > 1);
    // The first stages are one phase, the last one is another.
    let ranks = Rank::spread(None, 2).expect("room");
    let phases = [PhaseId(1), PhaseId(2)];
    let mut commands: Vec<Command> = Vec::new();
    for (id, rank) in phases.into_iter().zip(ranks) {
        commands.push(Command::AddPhase(Phase::new(id, pipeline, rank, "Phase")));
    }
    for (at, stage) in stages.iter().enumerate() {
        let phase = phases[usize::from(at + 1 == stages.len())];
        commands.push(Command::EditStage { stage: *stage, edit: StageEdit::Phase(Some(phase)) });
        commands.push(Command::EditStage { stage: *stage, edit: StageEdit::StaleDays(60) });
    }
    apply(&mut workspace, Command::Batch(commands), NOW).expect("a map");
    let all = Population::of(pipeline);
    assert_eq!(census(&workspace, &all).len(), 8800);
    assert!(compare(&workspace, &all) > 4);
    let day = |text: &str| text.parse::<Day>().ok();
    let year = Period::days(Basis::Created, day("2017-01-01"), day("2017-07-01"), &Zone::UTC);
    assert!(compare(&workspace, &all.within(year)) > 4);
}
