//! The ways of deals as bands: the stages in order, from each to each a band as wide as moves are many. What goes forward runs
//! between the stages and past them on one side, what goes back on the other; what leaves turns away.
//!
//! Stages stand side by side where there is room, else below one another. All is laid out along two axes: `along`, in which deals go
//! forward, and `across`.

mod bands;
mod drawn;
mod labels;

use super::{Fill, Table, Words};

/// Stands before how often the work of a stage began anew.
const AGAIN: &str = "↻";

/// A stage of a [`FlowChart`].
#[derive(Debug, Clone, PartialEq)]
pub struct FlowNode {
    /// What it is called.
    pub name: String,
    /// What its mark is filled with.
    pub fill: Fill,
}

/// From where to where a band leads. Stages are numbered from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlowKind {
    /// Into a stage from outside.
    In(usize),
    /// Back into a stage from outside, as what is re-opened.
    Again(usize),
    /// From one stage to another, or anew in the same.
    Between(usize, usize),
    /// Out of a stage for good.
    Lost(usize),
    /// Out of a stage for a while.
    Away(usize),
}

/// A band of a [`FlowChart`]. Its number among the bands is that of its row in the table.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowBand {
    /// From where to where.
    pub kind: FlowKind,
    /// How many moves.
    pub count: u64,
    /// What stands beside it.
    pub text: String,
    /// What the pointer reads.
    pub title: String,
    /// The cells of its row.
    pub cells: Vec<String>,
}

/// A chart of ways.
#[derive(Debug, Clone, PartialEq)]
pub struct FlowChart {
    /// Its texts.
    pub words: Words,
    /// The stages from the first; the last one is the win.
    pub nodes: Vec<FlowNode>,
    /// The bands.
    pub bands: Vec<FlowBand>,
}

impl FlowChart {
    /// The numbers as a table, a row a band.
    pub fn table(&self) -> Table {
        let rows = self.bands.iter().map(|band| band.cells.clone()).collect();
        Table { headers: self.words.heads.clone(), rows }
    }

    /// The drawing as SVG, so many pixels wide (at least 240); from right to left if asked. The prefix makes its ids unlike those of
    /// all other drawings of the page.
    pub fn svg(&self, width: u32, rtl: bool, prefix: &str) -> String {
        drawn::draw(self, width.clamp(240, 4000), rtl, prefix)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::svg::Ink;
    use super::*;

    fn chart(nodes: usize, bands: &[(FlowKind, u64)]) -> FlowChart {
        let node =
            |at: usize| FlowNode { name: format!("<S{at}>"), fill: Fill::Hue(u8::try_from(at % 8).unwrap()) };
        let mut all: Vec<FlowNode> = (0..nodes).map(node).collect();
        all.push(FlowNode { name: "Won".into(), fill: Fill::Ink(Ink::Won) });
        let band = |(kind, count): &(FlowKind, u64)| FlowBand {
            kind: *kind,
            count: *count,
            text: count.to_string(),
            title: "a & b".into(),
            cells: vec!["a".into(), count.to_string()],
        };
        FlowChart {
            words: Words { title: "T".into(), description: "D".into(), heads: vec!["A".into(), "B".into()] },
            nodes: all,
            bands: bands.iter().map(band).collect(),
        }
    }

    /// The widths of the bands in the order of their numbers.
    fn widths(svg: &str) -> Vec<f64> {
        let bands = svg.split(" data-width=\"").skip(1);
        bands.map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
    }

    /// All numbers of paths and places.
    fn numbers(svg: &str) -> Vec<f64> {
        let mut found = Vec::new();
        for name in [" d=\"", " x=\"", " y=\""] {
            for rest in svg.split(name).skip(1) {
                let text = rest.split('"').next().unwrap();
                let words = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
                found.extend(words.filter_map(|word| word.parse::<f64>().ok()));
            }
        }
        found
    }

    #[test]
    fn bands_are_as_wide_as_moves_are_many_and_texts_are_escaped() {
        let kinds = [
            (FlowKind::In(0), 40),
            (FlowKind::Between(0, 1), 30),
            (FlowKind::Between(0, 2), 10),
            (FlowKind::Between(1, 0), 5),
            (FlowKind::Lost(1), 20),
        ];
        for (width, rtl) in [(900, false), (900, true), (300, false), (300, true)] {
            let svg = chart(2, &kinds).svg(width, rtl, "p");
            let found = widths(&svg);
            assert_eq!(found.len(), 5);
            for (width, (_, count)) in found.iter().zip(kinds) {
                assert!((width / found[0] - count as f64 / 40.0).abs() < 0.01, "{found:?}");
            }
            assert!(
                svg.contains("&lt;S0&gt;") && !svg.contains("<S0>") && svg.contains("a &amp; b"),
                "{svg}"
            );
            assert_eq!(svg.matches("data-slot").count(), 5);
        }
    }

    #[test]
    fn a_chart_without_moves_is_drawn_without_bands() {
        let svg = chart(0, &[]).svg(600, false, "p");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>") && !svg.contains("ch-way"));
    }

    fn kind() -> impl Strategy<Value = FlowKind> {
        // One number more than there are stages: such a band is left out.
        prop_oneof![
            (0usize..7).prop_map(FlowKind::In),
            (0usize..7).prop_map(FlowKind::Again),
            (0usize..7, 0usize..7).prop_map(|(from, to)| FlowKind::Between(from, to)),
            (0usize..7).prop_map(FlowKind::Lost),
            (0usize..7).prop_map(FlowKind::Away),
        ]
    }

    /// The texts, each with the room that it takes: from left to right and from top to bottom.
    fn texts(svg: &str) -> Vec<(String, [f64; 4])> {
        let read = |rest: &str| {
            let part = |name: &str| rest.split_once(name).unwrap().1.split('"').next().unwrap().to_owned();
            let number = |name: &str| -> f64 { part(name).parse().unwrap() };
            let said = rest
                .split_once('>')
                .unwrap()
                .1
                .split('<')
                .next()
                .unwrap()
                .replace("&lt;", "<")
                .replace("&gt;", ">");
            let (x, y) = (number(" x=\""), number(" y=\""));
            let long = f64::from(super::super::text_width(&said, 12.0));
            let (from, to) = match part("text-anchor=\"").as_str() {
                "start" => (x, x + long),
                "end" => (x - long, x),
                _ => (x - long / 2.0, x + long / 2.0),
            };
            // Letters reach nine pixels up from the line that they stand on, and three down.
            (said, [from, to, y - 9.0, y + 3.0])
        };
        svg.split("<text ").skip(1).map(read).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_drawn_outside(
            bands in prop::collection::vec((kind(), 1u64..3000), 0..40),
            width in 240u32..1600,
            rtl: bool,
        ) {
            // From one place to another there is one band.
            let mut seen = Vec::new();
            let bands: Vec<(FlowKind, u64)> = bands
                .into_iter()
                .filter(|(kind, _)| !seen.contains(kind) && { seen.push(*kind); true })
                .collect();
            let svg = chart(5, &bands).svg(width, rtl, "p");
            let size = |name: &str| -> f64 {
                svg.split_once(name).unwrap().1.split('"').next().unwrap().parse().unwrap()
            };
            let most = size(" width=\"").max(size(" height=\""));
            for number in numbers(&svg) {
                prop_assert!(number.is_finite() && number >= -1.0 && number <= most + 1.0, "{number} of {most}");
            }
            let known = |kind: &FlowKind| match *kind {
                FlowKind::In(at) | FlowKind::Again(at) => at < 6,
                // Nothing is lost from the win.
                FlowKind::Lost(at) | FlowKind::Away(at) => at < 5,
                FlowKind::Between(from, to) => from < 6 && to < 6 && from != to,
            };
            prop_assert_eq!(widths(&svg).len(), bands.iter().filter(|(kind, _)| known(kind)).count());
            let texts = texts(&svg);
            for (at, (one, [left, right, top, bottom])) in texts.iter().enumerate() {
                for (other, [from, to, high, low]) in texts.iter().skip(at + 1) {
                    let meet = left + 1.0 < *to && from + 1.0 < *right && top < low && high < bottom;
                    prop_assert!(!meet, "{one} and {other} in {svg}");
                }
            }
        }
    }
}
