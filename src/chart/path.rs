//! The process as a path (method row 24): stages as stations along a line that goes to and fro, as wide as the page.

use super::way::{Anchor, HALF, Label, Leg, STEP, Spot, Way};

/// The width of a station that there is more than one of in a row.
const STATION: f64 = 212.0;
/// The room between two stations of a row, in which the arrow and its words stand.
const GAP: f64 = 148.0;
/// The room between two rows.
const DROP: f64 = 92.0;
/// The height of a line of text.
pub const LINE: f64 = 17.0;
/// What stays free within a station's edge.
pub const EDGE: f64 = 12.0;
/// How many rows of marks a station has.
const ROWS: usize = 2;

/// A station of the path.
#[derive(Debug, Clone, PartialEq)]
pub struct Station {
    /// Its upper corner on the left.
    pub corner: Spot,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The way of the deals in it, with the room for its words.
    pub way: Way,
}

/// An arrow from a station to the next.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrow {
    /// Where it begins.
    pub from: Spot,
    /// Where its tip is.
    pub to: Spot,
    /// The room for the words before the move: their lower edge if the arrow lies, their upper edge if it stands.
    pub label: Label,
    /// Whether it lies, and its words stand above it; else they stand beside it.
    pub lies: bool,
}

/// The path, laid out for a width.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// The stations in order.
    pub stations: Vec<Station>,
    /// Where the path ends: the middle of what stands for the win.
    pub end: Spot,
    /// The arrows: one behind each station, the last to the end.
    pub arrows: Vec<Arrow>,
}

impl Path {
    /// The path for so many stages, each with that many lines of text, in a width of pixels; narrower than 240 is drawn as 240.
    pub fn new(width: f64, stages: usize, lines: usize) -> Path {
        let width = width.max(240.0);
        let columns = (((width - 2.0 + GAP) / (STATION + GAP)).floor() as usize).clamp(1, stages.max(1));
        let alone = columns == 1;
        let wide = if alone { width.min(420.0) - 2.0 } else { STATION };
        let tall = 2.0 * EDGE + lines as f64 * LINE + 8.0 + ROWS as f64 * STEP;
        // Whatever is left goes between the stations of a row, up to as much again.
        let spare = (width - 2.0 - columns as f64 * (STATION + GAP) + GAP).max(0.0);
        let gap = if alone { GAP } else { GAP + (spare / (columns - 1) as f64).min(GAP) };
        let corner = |n: usize| {
            let (row, at) = (n / columns, n % columns);
            let column = if row.is_multiple_of(2) { at } else { columns - 1 - at };
            Spot::new(1.0 + column as f64 * (wide + gap), 1.0 + row as f64 * (tall + DROP))
        };
        let stations: Vec<Station> = (0..stages).map(|n| station(corner(n), wide, tall, lines)).collect();
        let rows = stages.div_ceil(columns);
        let mut path =
            Path { width, height: 0.0, stations, end: Spot::default(), arrows: Vec::with_capacity(stages) };
        for n in 0..stages {
            let (here, to_left) = (corner(n), !(n / columns).is_multiple_of(2));
            let middle = here.y + tall / 2.0;
            if n + 1 < stages && n / columns == (n + 1) / columns {
                let (from, to) =
                    if to_left { (here.x, here.x - gap) } else { (here.x + wide, here.x + wide + gap) };
                path.arrows.push(lying(from, to, middle));
            } else {
                // The last one stands too, with the win below it.
                let x = if alone { here.x + 28.0 } else { here.x + wide / 2.0 };
                let from_right = !alone && !to_left && x > width / 2.0;
                path.arrows.push(standing(x, here.y + tall, from_right, width));
            }
        }
        let bottom = rows as f64 * (tall + DROP);
        let last = path.arrows.last().map_or(0.0, |arrow| arrow.to.x);
        path.end = Spot::new(last, bottom + 16.0);
        path.height = if stages == 0 { 0.0 } else { bottom + 36.0 };
        path
    }

    /// The same as it stands where people read from right to left.
    pub fn mirrored(self) -> Path {
        let width = self.width;
        let station = |station: Station| Station {
            corner: Spot::new(width - station.corner.x - station.width, station.corner.y),
            way: station.way.mirrored(width),
            ..station
        };
        let arrow = |arrow: Arrow| Arrow {
            from: arrow.from.mirrored(width),
            to: arrow.to.mirrored(width),
            label: arrow.label.mirrored(width),
            ..arrow
        };
        Path {
            stations: self.stations.into_iter().map(station).collect(),
            arrows: self.arrows.into_iter().map(arrow).collect(),
            end: self.end.mirrored(width),
            ..self
        }
    }
}

fn station(corner: Spot, width: f64, height: f64, lines: usize) -> Station {
    let track = corner.y + height - EDGE - (ROWS - 1) as f64 * STEP - HALF;
    let leg = Leg {
        from: Spot::new(corner.x + EDGE, track),
        to: Spot::new(corner.x + width - EDGE, track),
        beside: Spot::new(0.0, 1.0),
        free: (HALF, HALF),
    };
    let label = Label {
        at: Spot::new(corner.x + EDGE, corner.y + EDGE),
        anchor: Anchor::Start,
        width: width - 2.0 * EDGE,
        lines,
    };
    Station { corner, width, height, way: Way { legs: vec![leg], label, rows: ROWS } }
}

fn lying(from: f64, to: f64, y: f64) -> Arrow {
    let onward = (to - from).signum();
    let label = Label {
        at: Spot::new((from + to) / 2.0, y - 10.0),
        anchor: Anchor::Middle,
        width: (to - from).abs() - 20.0,
        lines: 6,
    };
    Arrow { from: Spot::new(from + onward * 3.0, y), to: Spot::new(to - onward * 3.0, y), label, lies: true }
}

fn standing(x: f64, y: f64, from_right: bool, width: f64) -> Arrow {
    let (at, anchor, room) = if from_right {
        (x - 16.0, Anchor::End, x - 16.0)
    } else {
        (x + 16.0, Anchor::Start, width - x - 16.0)
    };
    let label = Label { at: Spot::new(at, y + 18.0), anchor, width: room.min(340.0), lines: 3 };
    Arrow { from: Spot::new(x, y + 3.0), to: Spot::new(x, y + DROP - 3.0), label, lies: false }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::way::spot_in;
    use super::*;

    #[test]
    fn method_row_24_the_path_turns_at_the_edge() {
        let path = Path::new(980.0, 6, 6);
        let lefts: Vec<f64> = path.stations.iter().map(|station| station.corner.x).collect();
        assert!(lefts[0] < lefts[1] && lefts[1] < lefts[2], "to the right: {lefts:?}");
        assert_eq!(lefts[3], lefts[2], "the next row begins below the end of the one before");
        assert!(lefts[4] < lefts[3] && lefts[5] == lefts[0], "and goes back");
        assert_eq!(
            path.arrows.iter().map(|arrow| arrow.lies).collect::<Vec<_>>(),
            [true, true, false, true, true, false]
        );
        assert!(path.arrows[3].to.x < path.arrows[3].from.x, "the arrow points to the left there");
    }

    #[test]
    fn from_right_to_left_the_path_is_mirrored() {
        let path = Path::new(980.0, 6, 6).mirrored();
        let lefts: Vec<f64> = path.stations.iter().map(|station| station.corner.x).collect();
        assert!(lefts[0] > lefts[1] && lefts[1] > lefts[2], "to the left: {lefts:?}");
        for station in &path.stations {
            let right = station.corner.x + station.width;
            assert!(station.corner.x >= 0.0 && right <= path.width);
            let label = station.way.label;
            assert_eq!(label.anchor, Anchor::End);
            assert!((label.at.x - (right - EDGE)).abs() < 0.01, "the words are held at the right edge");
            let slots = station.way.slots();
            assert!(slots[0].0.x > slots[1].0.x, "deals move on to the left");
        }
        assert!(path.arrows[0].to.x < path.arrows[0].from.x, "the arrow points to the left");
    }

    #[test]
    fn method_row_24_on_a_phone_it_is_a_column() {
        let path = Path::new(330.0, 6, 6);
        assert!(path.stations.iter().all(|station| station.corner.x == 1.0 && station.width <= 330.0));
        assert!(path.arrows.iter().all(|arrow| !arrow.lies));
        assert_eq!(Path::new(330.0, 0, 6).height, 0.0);
    }

    proptest! {
        #[test]
        fn stations_keep_apart_and_all_is_in_the_drawing(width in 240.0..1_600.0, stages in 0usize..25, lines in 1usize..9) {
            let path = Path::new(width, stages, lines);
            prop_assert_eq!(path.arrows.len(), stages);
            for (at, one) in path.stations.iter().enumerate() {
                prop_assert!(one.corner.x >= 0.0 && one.corner.x + one.width <= path.width);
                prop_assert!(one.corner.y + one.height <= path.height);
                for other in &path.stations[at + 1..] {
                    let apart = (one.corner.x - other.corner.x).abs() >= one.width + 20.0
                        || (one.corner.y - other.corner.y).abs() >= one.height + 20.0;
                    prop_assert!(apart);
                }
                let slots = one.way.slots();
                prop_assert!(slots.len() > 3);
                for slot in slots {
                    for row in 0..one.way.rows {
                        let spot = spot_in(slot, row);
                        prop_assert!(spot.x - HALF >= one.corner.x && spot.x + HALF <= one.corner.x + one.width);
                        prop_assert!(spot.y + HALF <= one.corner.y + one.height);
                        prop_assert!(spot.y - HALF >= one.corner.y + EDGE + lines as f64 * LINE);
                    }
                }
            }
        }
    }
}
