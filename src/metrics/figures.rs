//! What a figure is made of: counts, sums, rates, means and spans of time.

/// Milliseconds in a day of 24 hours.
pub(super) const DAY: f64 = 86_400_000.0;

/// A share as its two counts, so that it can be summed, tested and shown with its sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rate {
    /// How many (or how much, in minor units) of them.
    pub part: u64,
    /// Of how many (or how much).
    pub of: u64,
}

impl Rate {
    /// `part ÷ of`, where 1 is all; `None` if there is nothing to divide by. Above 1 only by counting rules under which a
    /// funnel may grow.
    pub fn value(self) -> Option<f64> {
        (self.of > 0).then(|| self.part as f64 / self.of as f64)
    }
}

/// A mean as its sum and count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Mean {
    /// The sum, such as minor units.
    pub sum: i64,
    /// Over how many.
    pub count: u64,
}

impl Mean {
    /// `sum ÷ count`; `None` over nothing.
    pub fn value(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum as f64 / self.count as f64)
    }
}

/// How many deals, and what they are worth together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many.
    pub count: u64,
    /// The sum of their values in minor units.
    pub value: i64,
}

impl Tally {
    /// Counts a deal in that is worth so many minor units.
    pub fn add(&mut self, value: i64) {
        self.count += 1;
        self.value = self.value.saturating_add(value);
    }

    /// The mean value of these deals, in minor units.
    pub fn mean(self) -> Mean {
        Mean { sum: self.value, count: self.count }
    }

    /// The sum as a part of a rate. Values are never negative.
    pub(super) fn worth(self) -> u64 {
        u64::try_from(self.value).unwrap_or(0)
    }
}

/// Spans of time in days of 24 hours, in short.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Days {
    /// How many spans.
    pub count: u64,
    /// Their mean; `None` if there are none.
    pub mean: Option<f64>,
    /// Their median: the middle one, or the mean of the two in the middle.
    pub median: Option<f64>,
    /// Their 85th percentile by nearest rank: 85 in a hundred took no longer.
    pub p85: Option<f64>,
}

impl Days {
    /// Sums up spans in milliseconds. The sum is of whole numbers, so the order of the spans does not matter.
    pub(super) fn of(mut spans: Vec<i64>) -> Days {
        let count = spans.len();
        let sum: i128 = spans.iter().map(|span| i128::from(*span)).sum();
        // Finding three places takes less than putting everything in order.
        let mut at = |index: usize| {
            let found = (index < count).then(|| *spans.select_nth_unstable(index).1);
            found.map(|span| span as f64 / DAY)
        };
        let upper = at(count / 2);
        let lower = count.checked_sub(1).and_then(|last| at(last / 2));
        let p85 = (count * 85).div_ceil(100).checked_sub(1).and_then(at);
        Days {
            count: count as u64,
            mean: (count > 0).then(|| sum as f64 / count as f64 / DAY),
            median: lower.zip(upper).map(|(a, b)| (a + b) / 2.0),
            p85,
        }
    }
}

/// Hundredths of a minor unit, as [`crate::model::Workspace::weighted`] gives and as sums of it are, in whole minor units:
/// rounded once, half away from zero.
pub fn whole_units(hundredths: i128) -> i64 {
    let rounded = (hundredths.saturating_abs().saturating_add(50) / 100) * hundredths.signum();
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(whole: &[i64]) -> Days {
        Days::of(whole.iter().map(|d| d * DAY as i64).collect())
    }

    #[test]
    fn nothing_divided_by_nothing_is_no_figure() {
        assert_eq!(Rate { part: 0, of: 0 }.value(), None);
        assert_eq!(Rate { part: 0, of: 3 }.value(), Some(0.0));
        assert_eq!(Mean::default().value(), None);
        assert_eq!(days(&[]), Days::default());
    }

    #[test]
    fn middle_and_nearest_rank() {
        let one = days(&[4]);
        assert_eq!((one.mean, one.median, one.p85), (Some(4.0), Some(4.0), Some(4.0)));
        let even = days(&[10, 1, 2, 5]);
        assert_eq!((even.mean, even.median, even.p85), (Some(4.5), Some(3.5), Some(10.0)));
        let twenty: Vec<i64> = (1..=20).collect();
        assert_eq!(days(&twenty).p85, Some(17.0));
    }

    #[test]
    fn weighted_sums_are_rounded_once() {
        assert_eq!([149, 150, 0, -150, -149].map(whole_units), [1, 2, 0, -2, -1]);
        assert_eq!(whole_units(i128::MAX), i64::MAX);
    }
}
