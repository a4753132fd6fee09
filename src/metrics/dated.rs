//! What has dates of its own, or is open as of now: the period of a population says which deals are counted, and would leave out of a month what was
//! created, or of today's open deals what was closed, at another time.

use super::case::Case;
use super::census::Census;
use super::span::TimeSpan;
use crate::model::{Month, Timestamp};

/// The deals of a population, and the same ones of all time.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'a> {
    /// Those that are counted.
    pub counted: &'a Census,
    /// The same without the period; the same census where there is none.
    pub all: &'a Census,
}

impl Dated<'_> {
    /// Whether the period holds a deal of all time, so that it is counted.
    pub fn counts(&self, case: &Case<'_>) -> bool {
        self.counted.population().period.is_none_or(|period| period.holds(case.deal))
    }

    /// The period as a stretch of time; all time where there is none.
    pub fn span(&self) -> TimeSpan {
        let period = self.counted.population().period;
        period.map_or(TimeSpan::ALWAYS, |period| TimeSpan { from: period.from, to: period.to })
    }

    /// With which month a report by months ends: that in which a period ended that is over, else the present one. If that is the
    /// present one, and the latest news, of `latest`, is older than the months that would be shown, of which this is the `first`,
    /// it is the month of that; then the second is true.
    pub fn last_month(&self, first: Month, latest: Option<Month>) -> (Month, bool) {
        let census = self.all;
        let over = self.span().to.filter(|to| *to <= census.now());
        if let Some(end) = over {
            return (census.zone().day(Timestamp(end.0.saturating_sub(1))).month(), false);
        }
        let old = latest.filter(|latest| *latest < first);
        (old.unwrap_or(census.today().month()), old.is_some())
    }

    /// As [`Dated::last_month`] of `count` months.
    pub fn last_of(&self, count: u16, latest: Option<Month>) -> (Month, bool) {
        self.last_month(self.all.today().month().back(i32::from(count) - 1), latest)
    }
}
