//! Curves over the phases of the map: the buyer's mood, and below it the deals that leave. Smooth, and never higher or lower
//! than the values that they join.

use std::fmt::Write;

/// The lowest mood.
pub const LOWEST: i8 = -2;
/// The highest mood.
pub const HIGHEST: i8 = 2;

/// Into how many straight pieces the way between two points is cut for the areas.
const PIECES: usize = 32;

/// The phases as slots beside each other, each as wide as its columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Slots {
    /// Where each ends, in columns from the start.
    ends: Vec<f64>,
}

impl Slots {
    /// Slots of so many columns each; one of none counts as one.
    pub fn new(columns: impl IntoIterator<Item = usize>) -> Slots {
        let mut end = 0.0;
        let ends = columns.into_iter().map(|columns| {
            end += columns.max(1) as f64;
            end
        });
        Slots { ends: ends.collect() }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All columns together.
    pub fn columns(&self) -> f64 {
        self.ends.last().copied().unwrap_or(0.0)
    }

    /// Where a slot begins and ends, in columns; the end of all where there is no such slot.
    pub fn span(&self, at: usize) -> (f64, f64) {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_else(|| self.columns());
        (at.checked_sub(1).map_or(0.0, end), end(at))
    }

    /// The middle of a slot, in columns.
    pub fn middle(&self, at: usize) -> f64 {
        let (from, to) = self.span(at);
        (from + to) / 2.0
    }

    /// The middle of a slot as a share of all, from 0 to 1.
    pub fn share(&self, at: usize) -> f64 {
        if self.is_empty() { 0.5 } else { self.middle(at) / self.columns() }
    }
}

/// Where columns and values stand in a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plot {
    /// The width of a column.
    pub column: f64,
    /// From where the drawing goes down.
    pub top: f64,
    /// How high it is.
    pub height: f64,
    /// The values at its lower and its upper end.
    pub range: (f64, f64),
}

impl Plot {
    /// For moods: a tenth of the drawing stays free above and below.
    pub fn of_moods(column: f64, height: f64) -> Plot {
        Plot { column, top: 0.0, height, range: (-2.5, 2.5) }
    }

    /// Where a value stands, from the top.
    pub fn y(&self, value: f64) -> f64 {
        let (low, high) = self.range;
        self.top + (high - value) / (high - low) * self.height
    }

    /// The value at a place that is `part` of the drawing's height below its top.
    pub fn value_at(&self, part: f64) -> f64 {
        let (low, high) = self.range;
        high - part * (high - low)
    }
}

/// The mood nearest to a place that is `part` of the height of a drawing of moods below its top.
pub fn mood_at(part: f64) -> i8 {
    let value = Plot::of_moods(1.0, 1.0).value_at(part).round();
    value.clamp(f64::from(LOWEST), f64::from(HIGHEST)) as i8
}

/// A curve as paths of SVG.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Curve {
    /// The line.
    pub line: String,
    /// What lies between the line and zero where it is above.
    pub above: String,
    /// What lies between the line and zero where it is below.
    pub below: String,
}

/// Points in the order of x, and how steeply the curve passes each.
struct Nodes {
    /// Where the curve begins and ends; it is level up to its first point and from its last.
    ends: (f64, f64),
    points: Vec<(f64, f64)>,
    slopes: Vec<f64>,
}

impl Nodes {
    /// The slopes are weighted harmonic means of those of the chords, and none at a peak, a valley or an end, so that the curve
    /// never leaves the range of its neighbours (Fritsch and Butland 1984, in Brodlie's form for uneven distances).
    fn new(points: Vec<(f64, f64)>, ends: (f64, f64)) -> Nodes {
        let chord = |at: usize| {
            let ((x0, y0), (x1, y1)) = (points.get(at)?, points.get(at + 1)?);
            Some((x1 - x0, (y1 - y0) / (x1 - x0)))
        };
        let slope = |at: usize| {
            let ((near, before), (far, behind)) = (at.checked_sub(1).and_then(chord)?, chord(at)?);
            let (one, other) = (near + 2.0 * far, 2.0 * near + far);
            (before * behind > 0.0).then(|| (one + other) / (one / before + other / behind))
        };
        let slopes = (0..points.len()).map(|at| slope(at).unwrap_or(0.0)).collect();
        Nodes { ends, points, slopes }
    }

    /// Two points beside each other with their slopes.
    fn pairs(&self) -> impl Iterator<Item = ((f64, f64, f64), (f64, f64, f64))> + '_ {
        let all = self.points.iter().zip(&self.slopes).map(|((x, y), slope)| (*x, *y, *slope));
        all.clone().zip(all.skip(1))
    }

    /// Places on the curve from its start to its end, close enough to each other to look smooth.
    fn places(&self) -> Vec<(f64, f64)> {
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return Vec::new() };
        let mut places = vec![(self.ends.0, first.1), *first];
        for ((x0, y0, m0), (x1, y1, m1)) in self.pairs() {
            let wide = x1 - x0;
            places.extend((1..=PIECES).map(|piece| {
                let u = piece as f64 / PIECES as f64;
                // Cubic Hermite.
                let (u2, u3) = (u * u, u * u * u);
                let y = (2.0 * u3 - 3.0 * u2 + 1.0) * y0
                    + (u3 - 2.0 * u2 + u) * wide * m0
                    + (3.0 * u2 - 2.0 * u3) * y1
                    + (u3 - u2) * wide * m1;
                (x0 + u * wide, y)
            }));
        }
        places.push((self.ends.1, last.1));
        places
    }

    fn line(&self, plot: &Plot) -> String {
        let Some((x, y)) = self.points.first() else { return String::new() };
        let across = |x: f64| x * plot.column;
        let mut path = format!("M{:.2} {:.2}H{:.2}", across(self.ends.0), plot.y(*y), across(*x));
        for ((x0, y0, m0), (x1, y1, m1)) in self.pairs() {
            let third = (x1 - x0) / 3.0;
            let _ = write!(
                path,
                "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
                across(x0 + third),
                plot.y(y0 + m0 * third),
                across(x1 - third),
                plot.y(y1 - m1 * third),
                across(x1),
                plot.y(y1)
            );
        }
        let _ = write!(path, "H{:.2}", across(self.ends.1));
        path
    }

    fn area(&self, plot: &Plot, keep: impl Fn(f64) -> f64) -> String {
        let (zero, across) = (plot.y(0.0), |x: f64| x * plot.column);
        let mut path = format!("M{:.2} {zero:.2}", across(self.ends.0));
        for (x, y) in self.places() {
            let _ = write!(path, "L{:.2} {:.2}", across(x), plot.y(keep(y)));
        }
        let _ = write!(path, "V{zero:.2}Z");
        path
    }
}

/// The curve through values, one at the middle of each slot. Where a slot has none the curve pauses.
pub fn curve(values: &[Option<f64>], slots: &Slots, plot: &Plot) -> Curve {
    let mut curve = Curve::default();
    let mut run: Vec<usize> = Vec::new();
    let mut draw = |run: &[usize]| {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let point = |at: &usize| Some((slots.middle(*at), (*values.get(*at)?)?));
        let nodes =
            Nodes::new(run.iter().filter_map(point).collect(), (slots.span(*first).0, slots.span(*last).1));
        curve.line.push_str(&nodes.line(plot));
        curve.above.push_str(&nodes.area(plot, |value| value.max(0.0)));
        curve.below.push_str(&nodes.area(plot, |value| value.min(0.0)));
    };
    for at in 0..slots.len() {
        match values.get(at) {
            Some(Some(_)) => run.push(at),
            _ => draw(&std::mem::take(&mut run)),
        }
    }
    draw(&run);
    curve
}

/// The share at the upper end of a scale that holds all of these: a quarter, half or all.
pub fn top_share(shares: impl IntoIterator<Item = f64>) -> f64 {
    let most = shares.into_iter().fold(0.0, f64::max);
    [0.25, 0.5].into_iter().find(|top| most <= *top).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn whole(values: &[f64]) -> Vec<Option<f64>> {
        values.iter().copied().map(Some).collect()
    }

    proptest! {
        #[test]
        fn method_row_17_the_curve_meets_every_value_and_leaves_no_range_between_two(
            slots in vec((-2i8..=2, 1usize..5), 1..9),
        ) {
            let (values, columns): (Vec<i8>, Vec<usize>) = slots.into_iter().unzip();
            let slots = Slots::new(columns);
            let points: Vec<_> =
                values.iter().enumerate().map(|(at, value)| (slots.middle(at), f64::from(*value))).collect();
            let nodes = Nodes::new(points.clone(), (0.0, slots.columns()));
            let places = nodes.places();
            for (x, y) in &points {
                prop_assert!(places.iter().any(|(px, py)| (px - x).abs() < 1e-9 && (py - y).abs() < 1e-9));
            }
            for (x, y) in &places {
                let before = points.iter().rev().find(|(px, _)| px <= x).or(points.first()).unwrap().1;
                let behind = points.iter().find(|(px, _)| px >= x).or(points.last()).unwrap().1;
                let (low, high) = (before.min(behind), before.max(behind));
                prop_assert!(*y >= low - 1e-9 && *y <= high + 1e-9, "{y} at {x} between {low} and {high}");
            }
            prop_assert!(places.windows(2).all(|pair| pair[0].0 <= pair[1].0));
        }

        #[test]
        fn slots_fill_the_width_without_gaps(columns in vec(0usize..6, 1..9)) {
            let slots = Slots::new(columns);
            prop_assert_eq!(slots.span(0).0, 0.0);
            prop_assert_eq!(slots.span(slots.len() - 1).1, slots.columns());
            for at in 1..slots.len() {
                prop_assert_eq!(slots.span(at - 1).1, slots.span(at).0);
                prop_assert!(slots.share(at - 1) < slots.share(at) && slots.share(at) < 1.0);
            }
        }
    }

    #[test]
    fn the_paths_are_as_long_as_the_slots_and_stay_on_their_side_of_zero() {
        let (slots, plot) = (Slots::new([1, 1]), Plot::of_moods(100.0, 100.0));
        let drawn = curve(&whole(&[2.0, 1.0]), &slots, &plot);
        assert!(drawn.line.starts_with("M0.00 10.00H50.00C"), "{}", drawn.line);
        assert!(drawn.line.ends_with("150.00 30.00H200.00"), "{}", drawn.line);
        assert!(
            drawn.above.starts_with("M0.00 50.00L0.00 10.00")
                && drawn.above.ends_with("L200.00 30.00V50.00Z")
        );
        assert!(
            drawn.below.split(['L', 'V']).skip(1).all(|point| point.contains("50.00")),
            "{}",
            drawn.below
        );
        assert_eq!(curve(&[], &Slots::default(), &plot), Curve::default());
        assert_eq!(curve(&whole(&[-1.0]), &Slots::new([3]), &plot).line, "M0.00 70.00H150.00H300.00");
    }

    #[test]
    fn where_nothing_is_known_the_curve_pauses() {
        let (slots, plot) =
            (Slots::new([1, 1, 1, 1]), Plot { column: 10.0, top: 0.0, height: 10.0, range: (0.0, 1.0) });
        let drawn = curve(&[Some(1.0), None, Some(0.5), Some(0.0)], &slots, &plot);
        assert_eq!(drawn.line.matches('M').count(), 2, "{}", drawn.line);
        assert!(drawn.line.starts_with("M0.00 0.00H5.00H10.00M20.00 5.00"), "{}", drawn.line);
        assert_eq!(curve(&[None], &Slots::new([1]), &plot), Curve::default());
    }

    #[test]
    fn a_place_gives_the_mood_that_stands_there() {
        let plot = Plot::of_moods(1.0, 130.0);
        for mood in LOWEST..=HIGHEST {
            assert_eq!(mood_at(plot.y(f64::from(mood)) / plot.height), mood);
        }
        assert_eq!([mood_at(-3.0), mood_at(0.0), mood_at(1.0), mood_at(9.0)], [2, 2, -2, -2]);
    }

    #[test]
    fn a_scale_of_shares_ends_at_a_quarter_half_or_all() {
        assert_eq!(
            [top_share([]), top_share([0.1, 0.25]), top_share([0.3]), top_share([0.6, 0.2])],
            [0.25, 0.25, 0.5, 1.0]
        );
    }
}
