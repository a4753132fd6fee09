//! Bars that lie: a row a category, such as a stage, a source or a reason. Names at the start, numbers at the end.

use std::fmt::Write;

use super::svg::{Ink, escape};
use super::text::{fit, text_width};
use super::{Table, Words};

/// What a part of a bar is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// What it stands for.
    Ink(Ink),
    /// A stage's colour, by its number.
    Hue(u8),
}

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// How long it is; 0 or more, in the chart's unit.
    pub value: f64,
    /// What it is filled with.
    pub fill: Fill,
    /// Whether it is drawn fainter than the others, such as what was jumped over.
    pub soft: bool,
}

/// A row of a [`RowChart`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// What it is called.
    pub name: String,
    /// The parts of its bar, from the start.
    pub parts: Vec<Part>,
    /// A second, thinner bar below the first, such as what is still open.
    pub below: Option<Part>,
    /// A mark across the bar, such as a target or a figure of the team's.
    pub mark: Option<f64>,
    /// A line from one value to another over the bar's end, such as an interval.
    pub whisker: Option<(f64, f64)>,
    /// The number at the end of the row.
    pub text: String,
    /// The numbers of the table's row in full, as many as the heads less the first.
    pub cells: Vec<String>,
}

/// A chart of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct RowChart {
    /// Its texts.
    pub words: Words,
    /// The rows from the top.
    pub rows: Vec<Row>,
    /// The value that the whole room stands for; the largest that is drawn if `None`.
    pub most: Option<f64>,
}

/// The height of a row, in pixels.
const ROW: u32 = 30;
const BAR: f64 = 16.0;
const TEXT: f64 = 12.0;

impl RowChart {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let row = |row: &Row| [std::slice::from_ref(&row.name), &row.cells].concat();
        Table { headers: self.words.heads.clone(), rows: self.rows.iter().map(row).collect() }
    }

    /// The height of the drawing, in pixels.
    pub fn height(&self) -> u32 {
        (self.rows.len() as u32 * ROW).max(ROW) + 4
    }

    /// The drawing as SVG, so many pixels wide (at least 160); from right to left if asked. The prefix makes its ids unlike those of all
    /// other drawings of the page.
    pub fn svg(&self, width: u32, rtl: bool, prefix: &str) -> String {
        let width = width.clamp(160, 4000);
        let height = self.height();
        let names = self.rows.iter().map(|row| text_width(&row.name, TEXT)).max().unwrap_or(0);
        let names = names.min(width * 34 / 100);
        let texts = self.rows.iter().map(|row| text_width(&row.text, TEXT)).max().unwrap_or(0);
        // They are written in bold, which is wider.
        let texts = (texts + texts / 10).min(width * 36 / 100);
        let start = f64::from(names + 10);
        let room = (f64::from(width) - start - f64::from(texts) - 10.0).max(20.0);
        let most = self.most.unwrap_or_else(|| self.rows.iter().map(longest).fold(0.0, f64::max));
        let scale = |value: f64| if most > 0.0 { (value / most).clamp(0.0, 1.0) * room } else { 0.0 };
        let prefix = escape(prefix);
        let mut out = format!(
            "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" direction=\"ltr\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\">\
             <title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>",
            escape(&self.words.title),
            escape(&self.words.description)
        );
        let full = f64::from(width);
        // The start and the end of the reading direction.
        let (name_anchor, text_anchor) = if rtl { ("end", "start") } else { ("start", "end") };
        let place = |x: f64| if rtl { full - x } else { x };
        let bar = |out: &mut String, from: f64, long: f64, (y, high): (f64, f64), class: &str| {
            let x = if rtl { full - from - long } else { from };
            let _ = write!(
                out,
                "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{long:.1}\" height=\"{high:.1}\" rx=\"2\"/>"
            );
        };
        for (index, row) in self.rows.iter().enumerate() {
            let top = index as f64 * f64::from(ROW) + 2.0;
            let high = if row.below.is_some() { BAR - 4.0 } else { BAR };
            let y = top + (f64::from(ROW) - BAR) / 2.0 - 2.0;
            bar(&mut out, start, room, (y, BAR), "ch-bar ch-track");
            let mut from = start;
            for part in row.parts.iter().filter(|part| part.value > 0.0) {
                // What is more than nothing is seen, however little.
                let long = scale(part.value).max(1.0);
                bar(&mut out, from, long, (y, high), &class(part));
                from += long;
            }
            if let Some(part) = row.below.filter(|part| part.value > 0.0) {
                bar(&mut out, start, scale(part.value).max(1.0), (y + high + 1.0, 3.0), &class(&part));
            }
            let mut line = |x1: f64, x2: f64, y1: f64, y2: f64, class: &str| {
                let _ = write!(
                    out,
                    "<path class=\"ch-line {class}\" fill=\"none\" d=\"M{:.1} {y1:.1}L{:.1} {y2:.1}\"/>",
                    place(start + x1),
                    place(start + x2)
                );
            };
            if let Some((low, high)) = row.whisker {
                let (low, high, middle) = (scale(low), scale(high), y + BAR / 2.0);
                line(low, high, middle, middle, "ch-quiet");
                line(low, low, middle - 4.0, middle + 4.0, "ch-quiet");
                line(high, high, middle - 4.0, middle + 4.0, "ch-quiet");
            }
            if let Some(mark) = row.mark {
                line(scale(mark), scale(mark), y - 3.0, y + BAR + 3.0, "ch-mark");
            }
            let base = y + BAR / 2.0 + TEXT * 0.36;
            let mut text = |x: f64, anchor: &str, class: &str, text: &str| {
                let _ = write!(
                    out,
                    "<text class=\"ch-text {class}\" x=\"{:.1}\" y=\"{base:.1}\" font-size=\"{TEXT}\" text-anchor=\"{anchor}\">{}</text>",
                    place(x),
                    escape(text)
                );
            };
            text(0.0, name_anchor, "ch-value", &fit(&row.name, TEXT, names));
            text(full, text_anchor, "ch-strong", &fit(&row.text, TEXT, texts.max(1)));
            let title = [std::slice::from_ref(&row.name), &row.cells].concat();
            let heads = self.words.heads.iter();
            let told: Vec<String> = heads
                .zip(&title)
                .enumerate()
                .map(|(at, (head, cell))| if at == 0 { cell.clone() } else { format!("{head}: {cell}") })
                .collect();
            let _ = write!(
                out,
                "<rect class=\"ch-band\" data-slot=\"{index}\" fill=\"none\" pointer-events=\"all\" x=\"0\" y=\"{top:.1}\" width=\"{width}\" height=\"{ROW}\">\
                 <title>{}</title></rect>",
                escape(&told.join("\n"))
            );
        }
        out.push_str("</svg>");
        out
    }
}

fn longest(row: &Row) -> f64 {
    let sum = row.parts.iter().map(|part| part.value).sum::<f64>();
    let others = [row.below.map(|part| part.value), row.mark, row.whisker.map(|(_, high)| high)];
    others.into_iter().flatten().fold(sum, f64::max)
}

fn class(part: &Part) -> String {
    let mut class = match part.fill {
        Fill::Ink(ink) => ["ch-bar", ink.class()].join(" "),
        Fill::Hue(hue) => format!("ch-bar ch-fill hue-{hue}"),
    };
    if part.soft {
        class.push_str(" ch-soft");
    }
    class
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> RowChart {
        let part = |value| Part { value, fill: Fill::Hue(3), soft: false };
        RowChart {
            words: Words {
                title: "T & U".into(),
                description: "D".into(),
                heads: vec!["Stage".into(), "Deals".into()],
            },
            rows: vec![
                Row {
                    name: "<script>".into(),
                    parts: vec![part(30.0), part(10.0)],
                    whisker: Some((20.0, 60.0)),
                    text: "40".into(),
                    cells: vec!["40 \"deals\"".into()],
                    ..Row::default()
                },
                Row {
                    name: "Empty".into(),
                    mark: Some(80.0),
                    text: "0".into(),
                    cells: vec!["0".into()],
                    ..Row::default()
                },
            ],
            most: None,
        }
    }

    #[test]
    fn rows_are_drawn_to_one_scale_and_escaped() {
        let svg = chart().svg(400, false, "p");
        assert!(svg.contains("&lt;script&gt;") && !svg.contains("<script"), "{svg}");
        assert_eq!(svg.matches("ch-fill hue-3").count(), 2);
        assert_eq!(svg.matches("data-slot").count(), 2);
        // The mark at the largest value stands at the end of the room; the first bar takes 30 of these 80.
        let long = |class: &str| -> f64 {
            let (_, rest) = svg.split_once(&format!("class=\"{class}\"")).expect("a bar");
            let (_, rest) = rest.split_once("width=\"").expect("a width");
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let (track, bar) = (long("ch-bar ch-track"), long("ch-bar ch-fill hue-3"));
        assert!((bar / track - 30.0 / 80.0).abs() < 0.01, "{bar} of {track}");
    }

    #[test]
    fn from_right_to_left_the_bar_ends_where_it_began() {
        let (one, other) = (chart().svg(400, false, "p"), chart().svg(400, true, "p"));
        let first = |svg: &str| -> (f64, f64) {
            let (_, rest) = svg.split_once("ch-bar ch-fill hue-3\" x=\"").expect("a bar");
            let x = rest.split('"').next().unwrap().parse().unwrap();
            let (_, rest) = rest.split_once("width=\"").unwrap();
            (x, rest.split('"').next().unwrap().parse().unwrap())
        };
        let ((x, long), (mirrored, same)) = (first(&one), first(&other));
        assert_eq!(long, same);
        assert!((400.0 - x - long - mirrored).abs() < 0.11, "{x} {mirrored}");
    }
}
