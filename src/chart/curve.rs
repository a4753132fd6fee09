//! A curve through moods: smooth, and never higher or lower than what it joins.

use std::fmt::Write;

/// Width of a slot in the drawing's own units; the value of slot `i` stands at `(i + ½) · SLOT`.
pub const SLOT: f64 = 100.0;
/// Height of the drawing in its own units.
pub const HEIGHT: f64 = 100.0;
/// The largest value that fits, and with a minus the smallest.
pub const REACH: f64 = 2.0;

/// Height of one step of the value; leaves a tenth of the drawing free above and below.
const STEP: f64 = HEIGHT * 0.4 / REACH;
/// Into how many straight pieces a slot's width is cut for the areas.
const PIECES: usize = 32;

/// Where a value stands, from the top of the drawing, in its own units.
pub fn height_of(value: f64) -> f64 {
    HEIGHT / 2.0 - value * STEP
}

/// The whole value nearest to a place that is `part` of the drawing's height below its top; within [`REACH`].
pub fn value_at(part: f64) -> f64 {
    ((HEIGHT / 2.0 - part * HEIGHT) / STEP).round().clamp(-REACH, REACH)
}

/// The curve as paths of SVG.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Curve {
    /// The line.
    pub line: String,
    /// What lies between the line and zero where it is above.
    pub above: String,
    /// What lies between the line and zero where it is below.
    pub below: String,
}

/// One value at the middle of each slot, and how steeply the curve passes there, per slot.
struct Nodes {
    values: Vec<f64>,
    slopes: Vec<f64>,
}

impl Nodes {
    /// The slopes are harmonic means of those of the chords, and none at a peak, a valley or an end, so that the curve
    /// never leaves the range of its neighbours (Fritsch and Butland 1984).
    fn new(values: &[f64]) -> Nodes {
        let chord = |at: usize| Some(values.get(at + 1)? - values.get(at)?);
        let slopes = (0..values.len()).map(|at| {
            let (before, behind) = (at.checked_sub(1).and_then(chord)?, chord(at)?);
            (before * behind > 0.0).then(|| 2.0 * before * behind / (before + behind))
        });
        Nodes { slopes: slopes.map(|slope| slope.unwrap_or(0.0)).collect(), values: values.to_vec() }
    }

    /// The value at so many slots from the start.
    fn at(&self, slots: f64) -> f64 {
        let last = self.values.len().saturating_sub(1);
        let place = (slots - 0.5).clamp(0.0, last as f64);
        let index = (place.floor() as usize).min(last.saturating_sub(1));
        let u = place - index as f64;
        let get = |list: &[f64], at: usize| list.get(at.min(last)).copied().unwrap_or(0.0);
        let (v0, v1) = (get(&self.values, index), get(&self.values, index + 1));
        let (m0, m1) = (get(&self.slopes, index), get(&self.slopes, index + 1));
        // Cubic Hermite.
        let (u2, u3) = (u * u, u * u * u);
        (2.0 * u3 - 3.0 * u2 + 1.0) * v0
            + (u3 - 2.0 * u2 + u) * m0
            + (3.0 * u2 - 2.0 * u3) * v1
            + (u3 - u2) * m1
    }

    fn line(&self) -> String {
        let Some(first) = self.values.first() else { return String::new() };
        let mut path = format!("M0 {:.2}H{:.2}", height_of(*first), SLOT / 2.0);
        let pairs = self.values.windows(2).zip(self.slopes.windows(2)).enumerate();
        for (at, (values, slopes)) in pairs {
            let ([from, to], [out, into]) = (values, slopes) else { continue };
            let x = (at as f64 + 0.5) * SLOT;
            // Writing to a string cannot fail.
            let _ = write!(
                path,
                "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
                x + SLOT / 3.0,
                height_of(from + out / 3.0),
                x + SLOT * 2.0 / 3.0,
                height_of(to - into / 3.0),
                x + SLOT,
                height_of(*to)
            );
        }
        let _ = write!(path, "H{:.2}", self.values.len() as f64 * SLOT);
        path
    }

    fn area(&self, keep: impl Fn(f64) -> f64) -> String {
        let pieces = self.values.len() * PIECES;
        let zero = height_of(0.0);
        let mut path = format!("M0 {zero:.2}");
        for piece in 0..=pieces {
            let slots = piece as f64 / PIECES as f64;
            let _ = write!(path, "L{:.2} {:.2}", slots * SLOT, height_of(keep(self.at(slots))));
        }
        let _ = write!(path, "V{zero:.2}Z");
        path
    }
}

/// The curve through values, one for each slot. Nothing for no values.
pub fn curve(values: &[f64]) -> Curve {
    if values.is_empty() {
        return Curve::default();
    }
    let nodes = Nodes::new(values);
    Curve {
        line: nodes.line(),
        above: nodes.area(|value| value.max(0.0)),
        below: nodes.area(|value| value.min(0.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_meets_every_value_and_leaves_no_range_between_two() {
        for values in [[0.0, 1.0, -1.0], [-2.0, 2.0, 1.0], [2.0, 2.0, -2.0], [-2.0, -1.0, 2.0]] {
            let nodes = Nodes::new(&values);
            for (at, value) in values.iter().enumerate() {
                assert!((nodes.at(at as f64 + 0.5) - value).abs() < 1e-9, "{values:?} at {at}");
            }
            for piece in 0..=300 {
                let slots = f64::from(piece) / 100.0;
                let at = ((slots - 0.5).max(0.0) as usize).min(1);
                let (low, high) = (values[at].min(values[at + 1]), values[at].max(values[at + 1]));
                let value = nodes.at(slots);
                assert!((low - 1e-9..=high + 1e-9).contains(&value), "{values:?} at {slots}: {value}");
            }
        }
    }

    #[test]
    fn it_rises_through_a_middle_and_rests_at_a_peak() {
        assert_eq!(Nodes::new(&[-1.0, 0.0, 1.0]).slopes, [0.0, 1.0, 0.0]);
        assert_eq!(Nodes::new(&[-1.0, 1.0, 0.0]).slopes, [0.0, 0.0, 0.0]);
    }

    #[test]
    fn paths_are_what_svg_reads() {
        let drawn = curve(&[0.0, 2.0]);
        assert_eq!(drawn.line, "M0 50.00H50.00C83.33 50.00 116.67 10.00 150.00 10.00H200.00");
        assert!(
            drawn.above.starts_with("M0 50.00L0.00 50.00") && drawn.above.ends_with("L200.00 10.00V50.00Z")
        );
        assert!(
            drawn.below.split(['L', 'V']).skip(1).all(|point| point.contains("50.00")),
            "{}",
            drawn.below
        );
        assert_eq!(curve(&[]), Curve::default());
        assert_eq!(curve(&[-1.0]).line, "M0 70.00H50.00H100.00");
    }

    #[test]
    fn a_place_gives_the_value_that_stands_there() {
        for value in [-2.0, -1.0, 0.0, 1.0, 2.0] {
            assert_eq!(value_at(height_of(value) / HEIGHT), value);
        }
        assert_eq!([value_at(-3.0), value_at(0.0), value_at(1.0), value_at(9.0)], [2.0, 2.0, -2.0, -2.0]);
    }
}
