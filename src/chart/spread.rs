//! How results are spread: columns side by side over an axis of values, with lines at what matters.

use std::fmt::Write;

use super::svg::escape;
use super::text::{fit, text_width};
use super::{Table, Words};

/// So many results within a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpreadBar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// How many results.
    pub count: u64,
}

/// A line across all columns.
#[derive(Debug, Clone, PartialEq)]
pub struct SpreadLine {
    /// Where it stands.
    pub at: f64,
    /// What it says, such as `median €40k`.
    pub text: String,
    /// Whether it is what is to be reached, and not a figure of the results.
    pub target: bool,
}

/// A chart of a spread.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// Its texts.
    pub words: Words,
    /// The columns, from the least on.
    pub bars: Vec<SpreadBar>,
    /// What lies between these is drawn strong, the rest faint.
    pub band: (f64, f64),
    /// The lines, the most important first.
    pub lines: Vec<SpreadLine>,
    /// The numbers of its table.
    pub rows: Vec<Vec<String>>,
}

const HEIGHT: u32 = 220;
const TEXT: f64 = 12.0;
const LINE: f64 = 16.0;
/// Pixels beside the columns.
const MARGIN: f64 = 8.0;

impl Spread {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        Table { headers: self.words.heads.clone(), rows: self.rows.clone() }
    }

    /// The drawing as SVG, so many pixels wide (at least 160); from right to left if asked.
    pub fn svg(&self, width: u32, rtl: bool, prefix: &str) -> String {
        let width = width.clamp(160, 4000);
        let full = f64::from(width);
        let prefix = escape(prefix);
        let mut out = format!(
            "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{HEIGHT}\" viewBox=\"0 0 {width} {HEIGHT}\" \
             role=\"img\" direction=\"ltr\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\">\
             <title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>",
            escape(&self.words.title),
            escape(&self.words.description)
        );
        let ends = self.bars.iter().flat_map(|bar| [bar.from, bar.to]);
        let all = || ends.clone().chain(self.lines.iter().map(|line| line.at));
        let (least, most) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        let span = if most > least { most - least } else { 1.0 };
        let place = |value: f64| {
            let x = MARGIN + (value - least) / span * (full - 2.0 * MARGIN);
            if rtl { full - x } else { x }
        };
        // A line of text for each line above the columns: no two can meet.
        let top = 4.0 + self.lines.len() as f64 * LINE + 4.0;
        let base = f64::from(HEIGHT) - 6.0;
        let highest = self.bars.iter().map(|bar| bar.count).max().unwrap_or(0).max(1);
        for bar in self.bars.iter().filter(|bar| bar.count > 0) {
            let (a, b) = (place(bar.from), place(bar.to));
            // What is more than nothing is seen, however little.
            let (left, long) = (a.min(b), ((b - a).abs() - 1.0).max(2.0));
            let high = (bar.count as f64 / highest as f64 * (base - top)).max(1.0);
            let within = bar.to >= self.band.0 && bar.from <= self.band.1;
            let soft = if within { "" } else { " ch-soft" };
            let _ = write!(
                out,
                "<rect class=\"ch-bar ch-open{soft}\" x=\"{left:.1}\" y=\"{:.1}\" width=\"{long:.1}\" height=\"{high:.1}\"/>",
                base - high
            );
        }
        let _ = write!(
            out,
            "<path class=\"ch-line ch-axis\" fill=\"none\" d=\"M0 {base:.1}L{full:.1} {base:.1}\"/>"
        );
        let low = |index: usize| 4.0 + index as f64 * LINE + TEXT;
        for (index, line) in self.lines.iter().enumerate() {
            let (x, y) = (place(line.at), low(index) + 4.0);
            let class = if line.target { "ch-warn" } else { "ch-mark ch-dashed" };
            let _ = write!(
                out,
                "<path class=\"ch-line {class}\" fill=\"none\" d=\"M{x:.1} {y:.1}L{x:.1} {base:.1}\"/>"
            );
        }
        // After all lines, which give way to them.
        for (index, line) in self.lines.iter().enumerate() {
            let (x, y) = (place(line.at), low(index));
            let text = fit(&line.text, TEXT, width - 8);
            let long = f64::from(text_width(&text, TEXT * 1.12));
            // Towards the side where it stays within the drawing.
            let (anchor, at) = if x + long + 4.0 <= full { ("start", x) } else { ("end", x.max(long)) };
            let class = if index == 0 { "ch-text ch-halo ch-strong" } else { "ch-text ch-halo ch-value" };
            let _ = write!(
                out,
                "<text class=\"{class}\" x=\"{at:.1}\" y=\"{y:.1}\" font-size=\"{TEXT}\" text-anchor=\"{anchor}\">{}</text>",
                escape(&text)
            );
        }
        out.push_str("</svg>");
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread() -> Spread {
        let bar = |from, to, count| SpreadBar { from, to, count };
        let line = |at, text: &str, target| SpreadLine { at, text: text.into(), target };
        Spread {
            words: Words { title: "T".into(), description: "D".into(), heads: vec!["A".into()] },
            bars: vec![bar(0.0, 10.0, 4), bar(10.0, 20.0, 8), bar(20.0, 30.0, 1)],
            band: (0.0, 15.0),
            lines: vec![line(12.0, "median <12>", false), line(60.0, "target 60", true)],
            rows: vec![vec!["1".into()]],
        }
    }

    #[test]
    fn columns_and_lines_share_one_scale_and_texts_are_escaped() {
        let svg = spread().svg(416, false, "p");
        assert!(svg.contains("median &lt;12&gt;") && !svg.contains("<12>"), "{svg}");
        // 0 to 60 over 400 pixels: 10 take 66.7, less the gap.
        assert_eq!(svg.matches("width=\"65.7\"").count(), 3);
        assert_eq!(svg.matches("ch-soft").count(), 1, "the last lies beyond the band");
        assert!(svg.contains("M408.0"), "the target stands at the end");
        assert!(svg.contains("text-anchor=\"end\""), "its text stays within the drawing");
    }

    #[test]
    fn from_right_to_left_the_least_stands_at_the_right() {
        assert!(spread().svg(416, true, "p").contains("M8.0"));
        let nothing = Spread { bars: Vec::new(), lines: Vec::new(), ..spread() };
        assert!(!nothing.svg(300, false, "p").contains("NaN"));
    }
}
