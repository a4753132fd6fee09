//! The deals that a population holds, with what every report asks of them, gathered once.

use std::ops::Range;
use std::sync::Arc;

use super::drill::Left;
use super::ladder::Ladder;
use super::population::Population;
use crate::model::{
    Currency, Day, Deal, DealId, Outcome, OutcomeKind, Pipeline, Rung, Timestamp, Workspace, Zone,
};

/// The deals of a population and their ways over the ladder, as of `now`. Every report is a function of this alone.
#[derive(Debug, Clone)]
pub struct Census {
    population: Population,
    now: Timestamp,
    zone: Zone,
    currency: Currency,
    ladder: Ladder,
    counted: Vec<Counted>,
    stays: Vec<Stay>,
    outside: Vec<(Arc<Deal>, Left)>,
}

#[derive(Debug, Clone)]
struct Counted {
    deal: Arc<Deal>,
    stage: Option<usize>,
    chance: u8,
    top: Option<usize>,
    been: u64,
    stays: Range<u32>,
}

/// One stay of a deal on one rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The number of the rung; `None` for a stage of another pipeline.
    pub rung: Option<usize>,
    /// When the deal came.
    pub entered: Timestamp,
    /// When it left, or was closed there; `None` while it is there.
    pub left: Option<Timestamp>,
}

impl Stay {
    /// How long it took, or has taken up to `now`, in milliseconds; never below 0.
    pub fn span(&self, now: Timestamp) -> i64 {
        self.left.unwrap_or(now).0.saturating_sub(self.entered.0).max(0)
    }
}

/// A deal that is counted.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The deal.
    pub deal: &'a Arc<Deal>,
    /// The number of the stage that it is in, or was in when it was closed.
    pub stage: Option<usize>,
    /// Its chance in percent.
    pub chance: u8,
    /// Its stays in order.
    pub stays: &'a [Stay],
    top: Option<usize>,
    /// A bit for each of the first 64 rungs that it has been on.
    been: u64,
}

impl Case<'_> {
    /// The highest rung that it ever was on.
    pub fn furthest(&self) -> Option<usize> {
        self.top
    }

    /// Whether it has been on a rung.
    pub fn touched(&self, rung: usize) -> bool {
        match bit(rung) {
            0 => self.stays.iter().any(|stay| stay.rung == Some(rung)),
            bit => self.been & bit != 0,
        }
    }

    /// What became of it.
    pub fn outcome(&self) -> OutcomeKind {
        self.deal.outcome.kind()
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.deal.outcome == Outcome::Open
    }

    /// Whether it is won.
    pub fn is_won(&self) -> bool {
        self.outcome() == OutcomeKind::Won
    }

    /// Whether it is lost.
    pub fn is_lost(&self) -> bool {
        self.outcome() == OutcomeKind::Lost
    }

    /// From its creation to its closing in milliseconds; `None` for one that is not closed. A closing dated back before the
    /// creation took no time.
    pub fn cycle(&self) -> Option<i64> {
        self.deal.outcome.closed().map(|at| at.0.saturating_sub(self.deal.created.0).max(0))
    }

    /// Value × chance in hundredths of a minor unit, so that sums are exact: [`super::whole_units`] gives the sum.
    pub fn weighted(&self) -> i128 {
        i128::from(self.deal.value) * i128::from(self.chance)
    }
}

/// The bit of a rung; 0 for those that have none.
fn bit(rung: usize) -> u64 {
    u32::try_from(rung).ok().and_then(|rung| 1u64.checked_shl(rung)).unwrap_or(0)
}

impl Census {
    /// Gathers the deals of a population.
    pub fn of(workspace: &Workspace, population: &Population, zone: &Zone, now: Timestamp) -> Census {
        let pipeline = population.pipeline;
        let ladder = Ladder::of(workspace, pipeline);
        let mut census = Census {
            population: population.clone(),
            now,
            zone: zone.clone(),
            currency: workspace.get::<Pipeline>(pipeline).map_or(Currency::EUR, |found| found.currency),
            ladder,
            counted: Vec::new(),
            stays: Vec::new(),
            outside: Vec::new(),
        };
        let mut visits = Vec::new();
        for deal in workspace.deals(pipeline) {
            if let Some(why) = population.leaves_out(deal) {
                census.outside.push((Arc::clone(deal), why));
                continue;
            }
            visits.clear();
            workspace.visits_onto(deal, &mut visits);
            let start = census.stays.len() as u32;
            // A deal returns to the stage where it is: the rung looked up last is the likeliest.
            let mut known: Option<(Rung, Option<usize>)> = None;
            let (mut top, mut been) = (None, 0);
            for visit in &visits {
                let rung = match known {
                    Some((rung, at)) if rung == visit.rung => at,
                    _ => census.ladder.position(visit.rung),
                };
                known = Some((visit.rung, rung));
                top = top.max(rung);
                been |= rung.map_or(0, bit);
                census.stays.push(Stay { rung, entered: visit.entered, left: visit.left });
            }
            census.counted.push(Counted {
                deal: Arc::clone(deal),
                stage: census.ladder.stage(workspace.stage_of(deal)),
                chance: workspace.chance(deal),
                top,
                been,
                stays: start..census.stays.len() as u32,
            });
        }
        census
    }

    /// The deals that are counted, in the order of their ids.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        self.counted.iter().map(|counted| self.case(counted))
    }

    fn case<'a>(&'a self, counted: &'a Counted) -> Case<'a> {
        let stays = counted.stays.start as usize..counted.stays.end as usize;
        Case {
            deal: &counted.deal,
            stage: counted.stage,
            chance: counted.chance,
            stays: self.stays.get(stays).unwrap_or_default(),
            top: counted.top,
            been: counted.been,
        }
    }

    /// The deal of that id, if it is counted.
    pub fn find(&self, id: DealId) -> Option<Case<'_>> {
        let at = self.counted.binary_search_by_key(&id, |counted| counted.deal.id).ok()?;
        self.counted.get(at).map(|counted| self.case(counted))
    }

    /// The deals of the pipeline that are not counted, each with the reason.
    pub fn outside(&self) -> &[(Arc<Deal>, Left)] {
        &self.outside
    }

    /// How many deals are counted.
    pub fn len(&self) -> usize {
        self.counted.len()
    }

    /// Whether no deal is counted.
    pub fn is_empty(&self) -> bool {
        self.counted.is_empty()
    }

    /// The ladder of the pipeline.
    pub fn ladder(&self) -> &Ladder {
        &self.ladder
    }

    /// The population.
    pub fn population(&self) -> &Population {
        &self.population
    }

    /// The instant that counts as the present.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The viewer's zone.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The viewer's present day.
    pub fn today(&self) -> Day {
        self.zone.day(self.now)
    }

    /// The currency of all values.
    pub fn currency(&self) -> Currency {
        self.currency
    }
}
