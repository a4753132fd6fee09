//! The axes: where a value stands, and which values are marked.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

/// A marked value of an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// The value.
    pub at: f64,
    /// As it is to be read.
    pub label: String,
}

/// An axis of values from 0 up, with marks at round values.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    top: f64,
    ticks: Vec<Tick>,
}

impl Axis {
    /// An axis that holds values up to `max`, with at most `most` steps of 1, 2 or 5 times a power of ten, none smaller than
    /// `least` (1 for counts, a unit's minor units for money); `label` writes a marked value. Where `max` is nothing
    /// to measure by, only 0 is marked.
    pub fn new(max: f64, least: f64, most: u8, label: impl Fn(f64) -> String) -> Axis {
        let least = if least.is_finite() && least > 0.0 { least } else { 1.0 };
        if !max.is_finite() || max <= 0.0 {
            return Axis { top: least, ticks: vec![Tick { at: 0.0, label: label(0.0) }] };
        }
        let max = max.max(least);
        let step = step(max / f64::from(most.max(1))).max(least);
        let steps = (max / step).ceil().min(f64::from(u8::MAX));
        let ticks = (0..=steps as u8).map(|n| f64::from(n) * step);
        Axis { top: steps * step, ticks: ticks.map(|at| Tick { at, label: label(at) }).collect() }
    }

    /// The highest value that it holds.
    pub fn top(&self) -> f64 {
        self.top
    }

    /// The marked values, from 0.
    pub fn ticks(&self) -> &[Tick] {
        &self.ticks
    }
}

/// The least of 1, 2 and 5 times a power of ten that is not below `least`. Multiplies and divides only: logarithms may
/// differ in the last digit from one machine to another.
fn step(least: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= least {
        power *= 10.0;
    }
    while power > least && power > 1e-9 {
        power /= 10.0;
    }
    [1.0, 2.0, 5.0]
        .map(|factor| factor * power)
        .into_iter()
        .find(|step| *step >= least)
        .unwrap_or(10.0 * power)
}

fn place(share: f64, (from, to): (i32, i32)) -> i32 {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    from + (f64::from(to - from) * share).round() as i32
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;
    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        place(value / self.top, limit)
    }
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        // plotters asks twice, for light lines between the marks and for the marks.
        if hint.weight().allow_light_points() {
            return Vec::new();
        }
        self.ticks.iter().map(|tick| tick.at).collect()
    }
    fn range(&self) -> Range<f64> {
        0.0..self.top
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        self.ticks.iter().find(|tick| tick.at == *value).map(|tick| tick.label.clone()).unwrap_or_default()
    }
}

/// An axis of so many equally wide slots: the first reaches from 0 to 1.
pub(super) struct Slots(pub usize);

impl Ranged for Slots {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;
    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        place(value / self.0.max(1) as f64, limit)
    }
    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        Vec::new()
    }
    fn range(&self) -> Range<f64> {
        0.0..self.0 as f64
    }
}

impl ValueFormatter<f64> for Slots {
    fn format_ext(&self, _: &f64) -> String {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(max: f64, least: f64) -> Vec<f64> {
        Axis::new(max, least, 4, |v| v.to_string()).ticks.iter().map(|t| t.at).collect()
    }

    #[test]
    fn marks_are_round_and_hold_the_highest() {
        assert_eq!(marks(87.0, 1.0), [0.0, 50.0, 100.0]);
        assert_eq!(marks(7.0, 1.0), [0.0, 2.0, 4.0, 6.0, 8.0]);
        assert_eq!(marks(2.0, 1.0), [0.0, 1.0, 2.0]);
        assert_eq!(marks(100.0, 1.0), [0.0, 50.0, 100.0]);
        assert_eq!(marks(1_234_500.0, 100.0), [0.0, 500_000.0, 1_000_000.0, 1_500_000.0]);
    }

    #[test]
    fn an_axis_of_nothing_is_still_one() {
        for max in [0.0, -3.0, f64::NAN, f64::INFINITY] {
            assert_eq!(marks(max, 1.0), [0.0], "{max}");
        }
        assert_eq!(marks(0.5, f64::NAN), [0.0, 1.0]);
    }

    #[test]
    fn values_beyond_the_axis_stay_within_the_drawing() {
        let axis = Axis::new(10.0, 1.0, 4, |v| v.to_string());
        assert_eq!([-5.0, 0.0, 5.0, 10.0, 1e300].map(|v| axis.map(&v, (100, 0))), [100, 100, 50, 0, 0]);
        assert_eq!(axis.map(&f64::NAN, (100, 0)), 100);
    }
}
