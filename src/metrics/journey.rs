//! The deals along the buyer's journey: each phase by the stages that are linked to it.

use super::census::Census;
use super::figures::{Rate, Tally, whole_units};
use super::funnel::{Rule, funnel};
use crate::model::{PhaseId, Rung, Stage, StageId, Workspace};

/// The figures of a phase.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseFigures {
    /// The phase.
    pub phase: PhaseId,
    /// The stages linked to it, in the order of the ladder; none if the phase and the pipeline do not meet.
    pub stages: Vec<StageId>,
    /// The open deals in these stages.
    pub open: Tally,
    /// Value × chance of these, in minor units, rounded once.
    pub weighted: i64,
    /// The conversion through the phase by [`Rule::Furthest`]: the deals that came to the first rung behind its last stage ÷
    /// those that came to its first stage.
    pub conversion: Rate,
}

/// The figures of each phase of the population's pipeline, in the order of the map.
pub fn journey(workspace: &Workspace, census: &Census) -> Vec<PhaseFigures> {
    let ladder = census.ladder();
    let reached: Vec<u64> =
        funnel(census, Rule::Furthest).steps.iter().map(|step| step.reached.count).collect();
    let mut open = vec![(Tally::default(), 0i128); ladder.len()];
    for case in census.cases().filter(|case| case.is_open()) {
        let here = case.stage.and_then(|at| open.get_mut(at));
        if let Some((tally, weighted)) = here {
            tally.add(case.deal);
            *weighted += case.weighted();
        }
    }
    let linked: Vec<Option<PhaseId>> = ladder
        .rungs()
        .map(|rung| match rung {
            Rung::Stage(stage) => workspace.get::<Stage>(stage).and_then(|stage| stage.phase),
            Rung::Won => None,
        })
        .collect();
    let count = |at: usize| reached.get(at).copied().unwrap_or(0);
    let figures = |phase: PhaseId| {
        let mut found = PhaseFigures {
            phase,
            stages: Vec::new(),
            open: Tally::default(),
            weighted: 0,
            conversion: Rate::default(),
        };
        let mut weighted: i128 = 0;
        let rungs = ladder.rungs().zip(&linked).zip(&open).enumerate();
        for (at, ((rung, link), (tally, hundredths))) in rungs {
            let (Rung::Stage(stage), true) = (rung, *link == Some(phase) && !ladder.is_retired(at)) else {
                continue;
            };
            if found.stages.is_empty() {
                found.conversion.of = count(at);
            }
            found.conversion.part = ladder.next(at).map_or(0, count);
            found.stages.push(stage);
            found.open.count += tally.count;
            found.open.value = found.open.value.saturating_add(tally.value);
            weighted += hundredths;
        }
        PhaseFigures { weighted: whole_units(weighted), ..found }
    };
    workspace.phases(census.population().pipeline).iter().map(|phase| figures(phase.id)).collect()
}
