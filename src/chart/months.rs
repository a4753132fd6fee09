//! The charts of closings by month.

use super::scale::Axis;
use super::svg::Ink;
use super::{Bar, BarChart, Line, LineChart, Point, Slot, Words};
use crate::metrics::ClosedMonth;
use crate::model::Month;

/// How the viewer's locale writes what stands on a chart of months.
pub struct MonthTexts<'a> {
    /// A month in short, such as `Mar`.
    pub label: &'a dyn Fn(Month) -> String,
    /// A month in full, such as `March 2026`.
    pub name: &'a dyn Fn(Month) -> String,
    /// The year of a month, such as `2026`.
    pub year: &'a dyn Fn(Month) -> String,
    /// Minor units as money in full.
    pub money: &'a dyn Fn(i64) -> String,
    /// Minor units as money in short, such as `€120k`.
    pub short_money: &'a dyn Fn(i64) -> String,
    /// A count.
    pub count: &'a dyn Fn(u64) -> String,
    /// A number of days in short.
    pub days: &'a dyn Fn(f64) -> String,
    /// What stands where there is no figure.
    pub none: &'a str,
}

impl MonthTexts<'_> {
    fn slots(&self, months: &[ClosedMonth]) -> Vec<Slot> {
        let slot = |(index, month): (usize, Month)| Slot {
            label: (self.label)(month),
            group: if index == 0 || month.month == 1 { (self.year)(month) } else { String::new() },
            name: (self.name)(month),
            apart: false,
        };
        months.iter().map(|closed| closed.month).enumerate().map(slot).collect()
    }
}

/// Won value by month as columns. The table's numbers: won value, deals won, deals lost (so four heads in all). `scale` is
/// how many minor units make a unit of the currency.
pub fn won_chart(months: &[ClosedMonth], words: Words, scale: i64, texts: &MonthTexts<'_>) -> BarChart {
    let highest = months.iter().map(|month| month.won.value).max().unwrap_or(0);
    let axis = Axis::new(highest as f64, scale as f64, 4, |value| (texts.short_money)(value as i64));
    let bar = |(slot, month): (Slot, &ClosedMonth)| Bar {
        slot,
        value: month.won.value as f64,
        text: (texts.short_money)(month.won.value),
        cells: vec![
            (texts.money)(month.won.value),
            (texts.count)(month.won.count),
            (texts.count)(month.lost.count),
        ],
        ink: Ink::Won,
    };
    BarChart { words, axis, bars: texts.slots(months).into_iter().zip(months).map(bar).collect() }
}

/// The median cycle of the deals won in each month as a line, interrupted where none was won. The table's numbers: the
/// median in days, deals won (so three heads in all).
pub fn cycle_chart(months: &[ClosedMonth], words: Words, texts: &MonthTexts<'_>) -> LineChart {
    let medians = || months.iter().map(|month| month.won_cycle.median);
    let highest = medians().flatten().fold(0.0, f64::max);
    let point = |median: Option<f64>| median.map(|value| Point { value, text: (texts.days)(value) });
    let line = Line { name: String::new(), ink: Ink::Won, points: medians().map(point).collect() };
    let cells = |month: &ClosedMonth| {
        let median = month.won_cycle.median.map_or_else(|| texts.none.to_owned(), texts.days);
        vec![median, (texts.count)(month.won.count)]
    };
    LineChart {
        words,
        axis: Axis::new(highest, 1.0, 4, texts.days),
        slots: texts.slots(months),
        lines: vec![line],
        cells: months.iter().map(cells).collect(),
    }
}
