//! All that the view shows, counted in one go.

use crate::metrics::{
    ClosedMonth, Cycle, Dated, Days, Outcomes, cycle, cycle_within, latest_win, outcomes, velocity,
    won_by_month,
};
use crate::model::Currency;

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
    /// Minor units a day, of all that is open now; `None` without a won deal.
    pub velocity: Option<f64>,
    /// The twelve months up to this one, or to the end of a period that is over; or, if nothing was won up to this one, up to that
    /// of the latest win.
    pub months: Vec<ClosedMonth>,
    /// Whether any deal was ever won.
    pub ever_won: bool,
    /// Whether `months` end before this month because nothing was won since.
    pub dated_back: bool,
    /// How long the deals won in all of `months` took, and those won in the earlier and in the later six of them.
    pub won_cycles: [Days; 3],
}

impl Report {
    /// Counts the deals of a population.
    pub fn of(dated: Dated<'_>) -> Report {
        let census = dated.counted;
        let counted = outcomes(census);
        let times = cycle(census);
        let latest = latest_win(dated.all);
        let (last, dated_back) = dated.last_of(MONTHS, latest);
        let months = won_by_month(dated.all, last, MONTHS);
        let won_cycle = |months: &[ClosedMonth]| -> Days {
            let ends = months.first().zip(months.last());
            ends.map_or(Days::default(), |(first, last)| cycle_within(dated.all, first.month, last.month).won)
        };
        // What is open promises by what the closed deals of the period brought.
        let promising = Outcomes { open: outcomes(dated.all).open, ..counted };
        let (earlier, later) = months.split_at(months.len() / 2);
        let won_cycles = [won_cycle(&months), won_cycle(earlier), won_cycle(later)];
        Report {
            currency: census.currency(),
            deals: census.len() as u64,
            velocity: velocity(&promising, &times),
            outcomes: counted,
            cycle: times,
            months,
            ever_won: latest.is_some(),
            dated_back,
            won_cycles,
        }
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
