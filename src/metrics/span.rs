//! A stretch of time within which something happened.

use super::population::{Basis, Period};
use crate::model::{Day, Month, Timestamp, Zone};

/// From the first instant up to, without, the second; without an end where none is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct TimeSpan {
    /// The first instant; `None` for since ever.
    pub from: Option<Timestamp>,
    /// The first instant after; `None` for without end.
    pub to: Option<Timestamp>,
}

impl TimeSpan {
    /// All time.
    pub const ALWAYS: TimeSpan = TimeSpan { from: None, to: None };

    /// The viewer's days from `from` up to, without, `to`.
    pub fn days(from: Option<Day>, to: Option<Day>, zone: &Zone) -> TimeSpan {
        let Period { from, to, .. } = Period::days(Basis::Created, from, to, zone);
        TimeSpan { from, to }
    }

    /// A calendar month of the viewer.
    pub fn month(month: Month, zone: &Zone) -> TimeSpan {
        TimeSpan::days(month.first_day(), month.next().first_day(), zone)
    }

    /// Whether an instant lies within.
    pub fn holds(&self, at: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= at) && self.to.is_none_or(|to| at < to)
    }

    /// In which of some spans, each of which begins where the one before it ends, an instant lies.
    pub(super) fn find(spans: &[TimeSpan], at: Timestamp) -> Option<usize> {
        let behind = spans.partition_point(|span| span.from.is_none_or(|from| from <= at));
        behind.checked_sub(1).filter(|index| spans.get(*index).is_some_and(|span| span.holds(at)))
    }

    /// How much of the time between two instants lies within, in milliseconds; never below 0.
    pub fn part_of(&self, from: Timestamp, to: Timestamp) -> i64 {
        let start = self.from.map_or(from, |edge| from.max(edge));
        let end = self.to.map_or(to, |edge| to.min(edge));
        end.0.saturating_sub(start.0).max(0)
    }
}
