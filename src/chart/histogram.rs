//! How something spreads: columns over bins that touch, one kind upwards and another downwards from the same axis.

use std::fmt::Write;

use super::svg::escape;
use super::text::{fit, text_width};
use super::{Table, Words};

/// A bin.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HistogramBin {
    /// Where it begins, as it is to be read below its edge, such as `10`.
    pub edge: String,
    /// What it is called in full, such as `10 to 15 days`.
    pub name: String,
    /// How many stand above the axis and below it.
    pub counts: [u64; 2],
    /// The same as they are to be read.
    pub texts: [String; 2],
}

/// A value that is marked on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct HistogramMark {
    /// Where, in bins from the start.
    pub at: f64,
    /// What it is.
    pub text: String,
}

/// The chart. Its table has a row a bin and a column for each kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Histogram {
    /// Its texts.
    pub words: Words,
    /// What stands above the axis, and what below it.
    pub kinds: [String; 2],
    /// The number of the colour.
    pub hue: u8,
    /// The bins in order.
    pub bins: Vec<HistogramBin>,
    /// What is marked, such as the median; two at most.
    pub marks: Vec<HistogramMark>,
}

const TEXT: f64 = 12.0;
const LINE: f64 = 15.0;
/// The room for all columns, above and below together.
const ROOM: f64 = 150.0;
/// How high one may be, and how wide a bin, where there are few.
const HIGHEST: f64 = 30.0;
const WIDEST: f64 = 110.0;
/// The classes of a marked value.
const MARK: &str = "ch-line ch-mark ch-dashed";

impl Histogram {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let row = |bin: &HistogramBin| [std::slice::from_ref(&bin.name), &bin.texts].concat();
        Table { headers: self.words.heads.clone(), rows: self.bins.iter().map(row).collect() }
    }

    /// The drawing as SVG, so many pixels wide (at least 160); from right to left if asked. The prefix makes its ids unlike those of all
    /// other drawings of the page. Slot `2 × bin` is what stands above the axis, `2 × bin + 1` what stands below it.
    pub fn svg(&self, width: u32, rtl: bool, prefix: &str) -> String {
        let width = width.clamp(160, 4000);
        let full = f64::from(width);
        let most = |kind: usize| {
            self.bins.iter().filter_map(|bin| bin.counts.get(kind)).max().copied().unwrap_or(0) as f64
        };
        let (up, down) = (most(0), most(1));
        let unit = (ROOM / (up + down).max(1.0)).min(HIGHEST);
        // Above: the kind's name, the marks' names, the numbers of the columns. Below the axis: its labels; then downwards.
        let axis = LINE * 4.0 + up * unit + 4.0;
        let below = axis + LINE + 8.0;
        let height = if down > 0.0 { below + down * unit + LINE * 2.0 + 8.0 } else { below };
        let slot = (full / self.bins.len().max(1) as f64).min(WIDEST);
        let end = slot * self.bins.len() as f64;
        let place = |x: f64| if rtl { full - x } else { x };
        let prefix = escape(prefix);
        let mut out = format!(
            "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height:.0}\" viewBox=\"0 0 {width} {height:.0}\" \
             role=\"img\" direction=\"ltr\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\">\
             <title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>",
            escape(&self.words.title),
            escape(&self.words.description)
        );
        let text = |out: &mut String, x: f64, y: f64, anchor: &str, class: &str, text: &str| {
            let _ = write!(
                out,
                "<text class=\"ch-text {class}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{TEXT}\" text-anchor=\"{anchor}\">{}</text>",
                escape(text)
            );
        };
        let start = if rtl { "end" } else { "start" };
        let [above, under] = &self.kinds;
        text(&mut out, place(0.0), TEXT, start, "ch-strong", &fit(above, TEXT, width));
        if down > 0.0 {
            text(&mut out, place(0.0), height - 4.0, start, "ch-strong", &fit(under, TEXT, width));
        }
        let step = self.label_step(slot);
        for (at, bin) in self.bins.iter().enumerate() {
            let from = slot * at as f64;
            let middle = place(from + slot / 2.0);
            for (kind, (count, words)) in bin.counts.iter().zip(&bin.texts).enumerate() {
                if *count == 0 {
                    continue;
                }
                let high = (*count as f64 * unit).max(1.0);
                let (top, base) =
                    if kind == 0 { (axis - high, axis - high - 4.0) } else { (below, below + high + TEXT) };
                let soft = if kind == 0 { "" } else { " ch-soft" };
                let class = format!("ch-bar ch-fill hue-{}{soft}", self.hue);
                let x = if rtl { full - from - slot } else { from };
                let _ = write!(
                    out,
                    "<rect class=\"{class}\" x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{high:.1}\"/>",
                    x + 1.0,
                    (slot - 2.0).max(1.0)
                );
                if f64::from(text_width(words, TEXT)) <= slot + 4.0 {
                    text(&mut out, middle, base, "middle", "ch-value", words);
                }
            }
            if at.is_multiple_of(step) {
                let edge = text_width(&bin.edge, TEXT) as f64;
                // The first label would hang over the edge of the drawing.
                let x = if at == 0 { edge / 2.0 } else { from.min(full - edge / 2.0) };
                text(&mut out, place(x), axis + LINE, "middle", "ch-tick", &bin.edge);
            }
        }
        let _ = write!(
            out,
            "<path class=\"ch-line ch-axis\" fill=\"none\" d=\"M{:.1} {axis:.1}L{:.1} {axis:.1}\"/>",
            place(0.0),
            place(end)
        );
        for (row, mark) in self.marks.iter().take(2).enumerate() {
            let x = (mark.at * slot).clamp(0.0, full);
            let base = LINE * (row as f64 + 1.0) + TEXT;
            let _ = write!(
                out,
                "<path class=\"{MARK}\" fill=\"none\" d=\"M{0:.1} {1:.1}L{0:.1} {axis:.1}\"/>",
                place(x),
                base - TEXT + 2.0
            );
            let fits = x + 4.0 + f64::from(text_width(&mark.text, TEXT)) <= full;
            let (x, anchor) =
                if fits { (x + 4.0, start) } else { (x - 4.0, if rtl { "start" } else { "end" }) };
            text(&mut out, place(x), base, anchor, "ch-value", &mark.text);
        }
        self.bands(&mut out, (slot, full, rtl), (axis, below, height));
        out.push_str("</svg>");
        out
    }

    /// Every how many edges are labelled, so that labels do not meet.
    fn label_step(&self, slot: f64) -> usize {
        let widest = self.bins.iter().map(|bin| text_width(&bin.edge, TEXT)).max().unwrap_or(0);
        (1..=self.bins.len().max(1)).find(|step| *step as f64 * slot >= f64::from(widest + 6)).unwrap_or(1)
    }

    /// What the pointer meets, with what it reads there.
    fn bands(
        &self,
        out: &mut String,
        (slot, full, rtl): (f64, f64, bool),
        (axis, below, height): (f64, f64, f64),
    ) {
        for (at, bin) in self.bins.iter().enumerate() {
            let from = slot * at as f64;
            let x = if rtl { full - from - slot } else { from };
            for (kind, (count, words)) in bin.counts.iter().zip(&bin.texts).enumerate() {
                if *count == 0 {
                    continue;
                }
                let (top, end) = if kind == 0 { (LINE * 3.0, axis) } else { (below, height - LINE) };
                let head = self.words.heads.get(kind + 1).map(String::as_str).unwrap_or_default();
                let _ = write!(
                    out,
                    "<rect class=\"ch-band\" data-slot=\"{}\" fill=\"none\" pointer-events=\"all\" x=\"{x:.1}\" y=\"{top:.1}\" width=\"{slot:.1}\" height=\"{:.1}\">\
                     <title>{}</title></rect>",
                    at * 2 + kind,
                    (end - top).max(0.0),
                    escape(&format!("{}\n{head}: {words}", bin.name))
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn histogram(still: u64) -> Histogram {
        let bin = |edge: &str, counts: [u64; 2]| HistogramBin {
            edge: edge.into(),
            name: format!("from {edge} <days>"),
            counts,
            texts: counts.map(|count| count.to_string()),
        };
        Histogram {
            words: Words {
                title: "T".into(),
                description: "D".into(),
                heads: vec!["Days".into(), "Left".into(), "There".into()],
            },
            kinds: ["Left".into(), "There".into()],
            hue: 1,
            bins: vec![bin("0", [10, 0]), bin("5", [20, still]), bin("10", [0, 0])],
            marks: vec![HistogramMark { at: 1.5, text: "median".into() }],
        }
    }

    #[test]
    fn columns_above_and_below_have_one_scale() {
        let svg = histogram(10).svg(400, false, "p");
        let heights: Vec<f64> = svg
            .split("ch-bar ch-fill")
            .skip(1)
            .map(|bar| bar.split_once("height=\"").unwrap().1.split('"').next().unwrap().parse().unwrap())
            .collect();
        assert_eq!(heights.len(), 3);
        assert!(
            (heights[0] * 2.0 - heights[1]).abs() < 0.2 && (heights[0] - heights[2]).abs() < 0.2,
            "{heights:?}"
        );
        assert!(svg.contains("data-slot=\"3\"") && !svg.contains("data-slot=\"1\""));
        assert!(svg.contains("from 5 &lt;days&gt;") && !svg.contains("<days>"), "{svg}");
        assert!(!histogram(0).svg(400, false, "p").contains("ch-soft"));
    }

    #[test]
    fn a_single_deal_is_a_small_column() {
        let one = histogram(0);
        let bins =
            one.bins.iter().take(1).map(|bin| HistogramBin { counts: [1, 0], ..bin.clone() }).collect();
        let svg = Histogram { bins, ..one }.svg(900, false, "p");
        let column = svg.split_once("ch-bar ch-fill").map(|(_, rest)| rest).expect("a column");
        assert!(column.contains("width=\"108.0\" height=\"30.0\""), "{column}");
    }

    #[test]
    fn the_table_says_the_same() {
        let table = histogram(10).table();
        assert_eq!(table.rows[1], ["from 5 <days>", "20", "10"]);
        assert_eq!(table.rows.len(), 3);
        let nothing = Histogram { bins: Vec::new(), ..histogram(0) };
        assert!(nothing.svg(10, true, "p").ends_with("</svg>"));
    }
}
