//! Closings by calendar month.

use super::census::Census;
use super::figures::{Days, Tally};
use crate::model::Month;

/// What was closed in a month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClosedMonth {
    /// The viewer's calendar month.
    pub month: Month,
    /// The deals won in it.
    pub won: Tally,
    /// The deals lost in it.
    pub lost: Tally,
    /// How long the deals won in it had taken from their creation.
    pub won_cycle: Days,
}

/// What was won (and lost) in each of the `count` months that end with `last`, oldest first; months without a closing are
/// there with nothing in them.
pub fn won_by_month(census: &Census, last: Month, count: u16) -> Vec<ClosedMonth> {
    let months: Vec<Month> = (0..i32::from(count)).rev().map(|back| last.back(back)).collect();
    let mut closed = vec![(Tally::default(), Tally::default(), Vec::new()); months.len()];
    let number = |month: Month| month.year * 12 + month.month as i32;
    let first = number(last) + 1 - i32::from(count);
    for case in census.cases() {
        let Some(month) = case.closed_in() else { continue };
        let index = usize::try_from(number(month) - first);
        let Some((won, lost, spans)) = index.ok().and_then(|index| closed.get_mut(index)) else { continue };
        if case.is_won() {
            won.add(case.value());
            spans.extend(case.cycle());
        } else {
            lost.add(case.value());
        }
    }
    let rows = months.into_iter().zip(closed);
    rows.map(|(month, (won, lost, spans))| ClosedMonth { month, won, lost, won_cycle: Days::of(spans) })
        .collect()
}

/// The month of the latest closing: where the months of a report end whose deals were all closed long ago. `None` if
/// nothing is closed.
pub fn latest_closing(census: &Census) -> Option<Month> {
    census.cases().filter_map(|case| case.closed_in()).max()
}
