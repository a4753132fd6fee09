//! All that the view shows, counted in one go.

use crate::metrics::{
    Basis, ClosedMonth, Cycle, Days, FunnelReport, Outcomes, Period, Population, Rule, cycle, funnel,
    outcomes, velocity, won_by_month,
};
use crate::model::{Currency, Month, Outcome, Pipeline, PipelineId, Rung, Stage, Timestamp, Workspace, Zone};

/// How many months are shown.
const MONTHS: u16 = 12;
/// From how many closed deals on a rate says something.
const ENOUGH: u64 = 20;

/// The figures of a pipeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The currency of all money in it.
    pub currency: Currency,
    /// How many deals there are.
    pub deals: u64,
    /// What became of them.
    pub outcomes: Outcomes,
    /// How long the closed ones took.
    pub cycle: Cycle,
    /// Minor units a day; `None` without a won deal.
    pub velocity: Option<f64>,
    /// How far they came.
    pub funnel: FunnelReport,
    /// The names of the funnel's rungs; `None` for won.
    pub names: Vec<Option<String>>,
    /// The numbers of the colours of the funnel's rungs.
    pub hues: Vec<u8>,
    /// The twelve months up to this one; or, if nothing was won in them, up to that of the latest win.
    pub months: Vec<ClosedMonth>,
    /// Whether `months` end before this month.
    pub dated_back: bool,
    /// How long the deals won in all of `months` took, and those won in the earlier and in the later six of them.
    pub won_cycles: [Days; 3],
}

impl Report {
    /// Counts a pipeline's deals; `None` if there is no such pipeline.
    pub fn of(workspace: &Workspace, pipeline: PipelineId, now: Timestamp, zone: &Zone) -> Option<Report> {
        let currency = workspace.get::<Pipeline>(pipeline)?.currency;
        let everybody = Population::of(pipeline);
        let outcomes = outcomes(workspace, &everybody);
        let times = cycle(workspace, &everybody);
        let funnel = funnel(workspace, &everybody, Rule::Furthest);
        let names = funnel.steps.iter().map(|step| match step.rung {
            Rung::Stage(stage) => workspace.get::<Stage>(stage).map(|stage| stage.name.clone()),
            Rung::Won => None,
        });
        let names = names.collect();
        let hues = funnel.steps.iter().map(|step| match step.rung {
            Rung::Stage(stage) => workspace.get::<Stage>(stage).map_or(0, |stage| workspace.colour(stage)),
            Rung::Won => 0,
        });
        let hues = hues.collect();

        let this_month = zone.day(now).month();
        let up_to = |last: Month| won_by_month(workspace, &everybody, zone, last, MONTHS);
        let recent = up_to(this_month);
        let nothing_won = recent.iter().all(|month| month.won.count == 0);
        let latest = nothing_won.then(|| latest_win(workspace, &everybody, zone)).flatten();
        let dated_back = latest.is_some();
        let months = latest.map_or(recent, up_to);
        let half = months.len() / 2;
        let won_cycle = |months: &[ClosedMonth]| -> Days {
            let (Some(first), Some(last)) = (months.first(), months.last()) else { return Days::default() };
            let (from, to) = (first.month.first_day(), last.month.next().first_day());
            let period = Period::days(Basis::Closed, from, to, zone);
            cycle(workspace, &everybody.clone().within(period)).won
        };
        let (earlier, later) = months.split_at(half);
        let won_cycles = [won_cycle(&months), won_cycle(earlier), won_cycle(later)];
        Some(Report {
            currency,
            deals: funnel.deals,
            velocity: velocity(&outcomes, &times),
            outcomes,
            cycle: times,
            funnel,
            names,
            hues,
            months,
            dated_back,
            won_cycles,
        })
    }

    /// How many deals are closed.
    pub fn closed(&self) -> u64 {
        self.outcomes.won.count + self.outcomes.lost.count
    }

    /// Whether the rates rest on few deals.
    pub fn is_small(&self) -> bool {
        self.closed() < ENOUGH
    }
}

/// The month of the latest win. (The latest closing may be a loss years after it.)
fn latest_win(workspace: &Workspace, population: &Population, zone: &Zone) -> Option<Month> {
    let won = population.deals(workspace).filter(|deal| matches!(deal.outcome, Outcome::Won { .. }));
    let latest = won.filter_map(|deal| deal.outcome.closed()).max()?;
    Some(zone.day(latest).month())
}
