//! The deals that a population holds, with what every report asks of them, gathered once.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::case::{Case, Columns, Done, Facts, Move, NextStep, Stay, bit, small};
use super::drill::Left;
use super::ladder::Ladder;
use super::population::Population;
use super::slips::DateMoves;
use super::unqualified::said_no;
use crate::model::{
    Currency, Day, Deal, DealId, Happened, Outcome, Pipeline, Rung, Timestamp, Visit, Workspace, Zone,
};

/// The deals of a population and their ways over the ladder, as of `now`. Every report is a function of this alone.
#[derive(Debug, Clone)]
pub struct Census {
    population: Population,
    now: Timestamp,
    zone: Zone,
    currency: Currency,
    ladder: Ladder,
    counted: Vec<Facts>,
    columns: Columns,
    people: Vec<String>,
    sources: Vec<String>,
    reasons: Vec<String>,
    outside: Vec<(Arc<Deal>, Left)>,
}

/// Names that deals have in common, each with a number in the order in which it was met.
struct Names<'a> {
    known: BTreeMap<&'a str, u32>,
    last: Option<(&'a str, u32)>,
}

impl<'a> Names<'a> {
    const fn new() -> Names<'a> {
        Names { known: BTreeMap::new(), last: None }
    }

    fn number(&mut self, name: &'a str) -> u32 {
        if let Some((_, number)) = self.last.filter(|(last, _)| *last == name) {
            return number;
        }
        let next = self.known.len() as u32;
        let number = *self.known.entry(name).or_insert(next);
        self.last = Some((name, number));
        number
    }

    /// The names by their numbers.
    fn all(self) -> Vec<String> {
        let mut all = vec![String::new(); self.known.len()];
        for (name, number) in self.known {
            if let Some(found) = all.get_mut(number as usize) {
                *found = name.to_owned();
            }
        }
        all
    }
}

/// What was gathered by the numbers of some names, by the names.
pub(super) fn by_name<T>(names: &[String], gathered: impl IntoIterator<Item = T>) -> Vec<(&String, T)> {
    let mut rows: Vec<(&String, T)> = names.iter().zip(gathered).collect();
    rows.sort_by(|one, other| one.0.cmp(other.0));
    rows
}

impl Census {
    /// Gathers the deals of a population.
    pub fn of(workspace: &Workspace, population: &Population, zone: &Zone, now: Timestamp) -> Census {
        let pipeline = population.pipeline;
        let ladder = Ladder::of(workspace, pipeline);
        // Growing lists are copied: a deal has some four stays and moves, and half as many activities.
        let deals = workspace.all::<Deal>().len();
        let mut census = Census {
            population: population.clone(),
            now,
            zone: zone.clone(),
            currency: workspace.get::<Pipeline>(pipeline).map_or(Currency::EUR, |found| found.currency),
            ladder,
            counted: Vec::with_capacity(deals),
            columns: Columns {
                stays: Vec::with_capacity(4 * deals),
                done: Vec::with_capacity(2 * deals),
                moves: Vec::with_capacity(4 * deals),
            },
            people: Vec::new(),
            sources: Vec::new(),
            reasons: Vec::new(),
            outside: Vec::new(),
        };
        let [mut people, mut sources, mut reasons] = [const { Names::new() }; 3];
        let mut visits = Vec::new();
        for deal in workspace.deals(pipeline) {
            if let Some(why) = population.leaves_out(deal) {
                census.outside.push((Arc::clone(deal), why));
                continue;
            }
            visits.clear();
            workspace.visits_onto(deal, &mut visits);
            let (stays, top, been) = census.add_stays(&visits);
            let owner = people.number(&deal.owner);
            let (moves, lasted) = census.add_moves(workspace, deal);
            let first = census.columns.done.len() as u32;
            let mut next = NextStep::default();
            for activity in deal.story.activities.values() {
                let Some(at) = activity.done else {
                    next.add(activity.due);
                    continue;
                };
                let by = if activity.by.is_empty() { owner } else { people.number(&activity.by) };
                census.columns.done.push(Done { at, by: by as usize, kind: activity.kind });
            }
            let (mut revalued, mut moved) = (false, DateMoves::default());
            for event in &deal.history {
                match event.what {
                    Happened::Revalued { .. } => revalued = true,
                    Happened::Rescheduled { from, to } => moved.add(from, to),
                    _ => {}
                }
            }
            let closed = deal.outcome.closed();
            census.counted.push(Facts {
                id: deal.id,
                stays,
                done: first..census.columns.done.len() as u32,
                moves,
                lasted,
                been,
                created: deal.created,
                closed,
                closed_in: closed.map(|at| census.zone.day(at).month()),
                value: deal.value,
                expected: deal.expected,
                owner,
                source: sources.number(&deal.source),
                reason: match &deal.outcome {
                    Outcome::Lost { reason, .. } => Some(reasons.number(reason.trim())),
                    _ => None,
                },
                stage: census.ladder.stage(workspace.stage_of(deal)).and_then(small),
                top: top.and_then(small),
                outcome: deal.outcome.kind(),
                step: next.day(),
                slips: moved.slips(deal.expected),
                chance: workspace.chance(deal),
                said_no: said_no(deal),
                objected: !deal.story.objections.is_empty(),
                revalued,
                deal: Arc::clone(deal),
            });
        }
        [census.people, census.sources, census.reasons] = [people, sources, reasons].map(Names::all);
        census
    }

    /// Adds the stays of a deal: where they are, its highest rung, and the bits of all of them.
    fn add_stays(&mut self, visits: &[Visit]) -> (Range<u32>, Option<usize>, u64) {
        let first = self.columns.stays.len() as u32;
        // A deal returns to the stage where it is: the rung looked up last is the likeliest.
        let mut known: Option<(Rung, Option<usize>)> = None;
        let (mut top, mut been) = (None, 0);
        for visit in visits {
            let rung = match known {
                Some((rung, at)) if rung == visit.rung => at,
                _ => self.ladder.position(visit.rung),
            };
            known = Some((visit.rung, rung));
            top = top.max(rung);
            been |= rung.map_or(0, bit);
            self.columns.stays.push(Stay { rung, entered: visit.entered, left: visit.left });
        }
        (first..self.columns.stays.len() as u32, top, been)
    }

    /// Adds the moves of a deal: where they are, and how long its trace is, in milliseconds.
    fn add_moves(&mut self, workspace: &Workspace, deal: &Deal) -> (Range<u32>, Option<i64>) {
        let first = self.columns.moves.len() as u32;
        let mut ends: Option<(Timestamp, Timestamp)> = None;
        for event in workspace.trace(deal) {
            ends = Some((ends.map_or(event.at, |(first, _)| first), event.at));
            self.columns.moves.extend(Move::of(&self.ladder, event.step));
        }
        let lasted = ends.map(|(first, last)| last.0.saturating_sub(first.0));
        (first..self.columns.moves.len() as u32, lasted)
    }

    /// The deals that are counted, in the order of their ids.
    pub fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        self.counted.iter().map(|facts| Case::new(facts, &self.columns))
    }

    /// Whoever owns a deal or did something on one, in no order; nobody, who has the empty name, among them.
    pub fn people(&self) -> &[String] {
        &self.people
    }

    /// The number of somebody among [`Census::people`].
    pub fn person(&self, name: &str) -> Option<usize> {
        self.people.iter().position(|other| other == name)
    }

    /// The sources of the deals, in no order; the empty name for those without one among them.
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// The reasons that deals were lost for, in no order; the empty one, where nobody said one, among them.
    pub fn reasons(&self) -> &[String] {
        &self.reasons
    }

    /// The deal of that id, if it is counted.
    pub fn find(&self, id: DealId) -> Option<Case<'_>> {
        let at = self.counted.binary_search_by_key(&id, |facts| facts.id).ok()?;
        self.counted.get(at).map(|facts| Case::new(facts, &self.columns))
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
