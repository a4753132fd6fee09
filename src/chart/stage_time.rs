//! How long deals stay in each stage: the median as a bar with the mean and the 85th percentile on it, and below it, thinner, the age
//! of those that are still there. The numbers stand in columns beside, each under the sign that it has in the drawing.

use std::fmt::Write;

use super::svg::escape;
use super::text::{fit, text_width};
use super::{Table, Words};

/// A stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StageRow {
    /// What it is called.
    pub name: String,
    /// The number of its colour.
    pub hue: u8,
    /// Median, mean and 85th percentile of the times that are over, in days.
    pub over: [Option<f64>; 3],
    /// The median of those that are not.
    pub still: Option<f64>,
    /// After how long a deal is there too long, if anybody said.
    pub limit: Option<f64>,
    /// The four numbers as they are to be read, in this order.
    pub texts: [String; 4],
    /// The most important of them in a line, for narrow drawings.
    pub brief: String,
    /// The numbers of the table's row, as many as the heads less the first.
    pub cells: Vec<String>,
}

/// The chart.
#[derive(Debug, Clone, PartialEq)]
pub struct StageTimeChart {
    /// Its texts.
    pub words: Words,
    /// What stands over the four columns of numbers.
    pub heads: [String; 4],
    /// The stages from the lowest.
    pub rows: Vec<StageRow>,
}

/// From how wide on the numbers stand in columns.
const WIDE: u32 = 620;
const TEXT: f64 = 12.0;
const BAR: f64 = 12.0;
const THIN: f64 = 4.0;
/// Between two columns of numbers.
const GAP: u32 = 18;

/// Where things stand.
struct Plan {
    wide: bool,
    /// The height of a row and what stands above the first one.
    row: f64,
    head: f64,
    /// Where the bars begin, and how long they may be.
    start: f64,
    room: f64,
    names: u32,
    /// Where each column of numbers ends.
    ends: [f64; 4],
}

impl StageTimeChart {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        let row = |row: &StageRow| [std::slice::from_ref(&row.name), &row.cells].concat();
        Table { headers: self.words.heads.clone(), rows: self.rows.iter().map(row).collect() }
    }

    fn plan(&self, width: u32) -> Plan {
        let full = f64::from(width);
        if width < WIDE {
            return Plan {
                wide: false,
                row: 48.0,
                head: 0.0,
                start: 0.0,
                room: full,
                names: width * 45 / 100,
                ends: [full; 4],
            };
        }
        let names =
            self.rows.iter().map(|row| text_width(&row.name, TEXT)).max().unwrap_or(0).min(width * 24 / 100);
        let column = |at: usize| {
            let texts = self.rows.iter().filter_map(|row| row.texts.get(at));
            let texts = texts.chain(self.heads.get(at)).map(|text| text_width(text, TEXT));
            texts.max().unwrap_or(0) + GAP
        };
        let widths = [column(0), column(1), column(2), column(3)];
        let mut end = full;
        let mut ends = [full; 4];
        for (at, width) in widths.into_iter().enumerate().rev() {
            if let Some(place) = ends.get_mut(at) {
                *place = end;
            }
            end -= f64::from(width);
        }
        let start = f64::from(names + 12);
        Plan { wide: true, row: 34.0, head: 34.0, start, room: (end - start).max(40.0), names, ends }
    }

    /// The drawing as SVG, so many pixels wide (at least 160); from right to left if asked. The prefix makes its ids unlike those of all
    /// other drawings of the page. The slots are the stages.
    pub fn svg(&self, width: u32, rtl: bool, prefix: &str) -> String {
        let width = width.clamp(160, 4000);
        let plan = self.plan(width);
        let height = plan.head + plan.row * self.rows.len().max(1) as f64 + 2.0;
        let longest =
            |row: &StageRow| row.over.iter().chain([&row.still]).flatten().fold(0.0, |a: f64, b| a.max(*b));
        // Hours are little, also where there is nothing longer.
        let most = self.rows.iter().map(longest).fold(1.0, f64::max);
        // A limit far beyond everything that happened would press the bars together.
        let limits = self.rows.iter().filter_map(|row| row.limit).filter(|limit| *limit <= most * 1.5);
        let most = limits.fold(most, f64::max);
        let mut pen = Pen { out: String::new(), full: f64::from(width), rtl };
        let prefix = escape(prefix);
        let _ = write!(
            pen.out,
            "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" direction=\"ltr\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\">\
             <title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>",
            escape(&self.words.title),
            escape(&self.words.description)
        );
        if plan.wide {
            self.heads(&mut pen, &plan);
        }
        for (at, row) in self.rows.iter().enumerate() {
            let top = plan.head + plan.row * at as f64;
            row.draw(&mut pen, &plan, top, most);
            let titles = [std::slice::from_ref(&row.name), &row.cells].concat();
            let told = self.words.heads.iter().zip(&titles).enumerate();
            let told =
                told.map(|(at, (head, cell))| if at == 0 { cell.clone() } else { format!("{head}: {cell}") });
            let _ = write!(
                pen.out,
                "<rect class=\"ch-band\" data-slot=\"{at}\" fill=\"none\" pointer-events=\"all\" x=\"0\" y=\"{top:.1}\" width=\"{width}\" height=\"{}\">\
                 <title>{}</title></rect>",
                plan.row,
                escape(&told.collect::<Vec<_>>().join("\n"))
            );
        }
        pen.out.push_str("</svg>");
        pen.out
    }

    /// The heads of the columns, each below the sign that its number has in the drawing.
    fn heads(&self, pen: &mut Pen, plan: &Plan) {
        for (at, (head, end)) in self.heads.iter().zip(plan.ends).enumerate() {
            let sign = end - 18.0;
            match at {
                0 => pen.bar(sign, 18.0, 3.0, 8.0, "ch-bar ch-quiet"),
                1 => pen.line((end - 9.0, 1.0), (end - 9.0, 13.0), "ch-mark"),
                2 => {
                    pen.line((sign, 7.0), (end - 1.0, 7.0), "ch-quiet");
                    pen.line((end - 1.0, 3.0), (end - 1.0, 11.0), "ch-quiet");
                }
                _ => pen.bar(sign, 18.0, 5.0, THIN, "ch-bar ch-quiet ch-soft"),
            }
            pen.text(end, 27.0, true, "", head);
        }
    }
}

impl StageRow {
    fn draw(&self, pen: &mut Pen, plan: &Plan, top: f64, most: f64) {
        let scale = |value: f64| if most > 0.0 { (value / most).clamp(0.0, 1.0) * plan.room } else { 0.0 };
        let x = |value: f64| plan.start + scale(value);
        let base = if plan.wide { top + 20.0 } else { top + 14.0 };
        pen.text(0.0, base, false, "ch-value", &fit(&self.name, TEXT, plan.names));
        if plan.wide {
            for (at, (text, end)) in self.texts.iter().zip(plan.ends).enumerate() {
                pen.text(end, base, true, if at == 0 { "ch-strong" } else { "ch-value" }, text);
            }
        } else {
            let room = (pen.full as u32).saturating_sub(plan.names.min(text_width(&self.name, TEXT)) + 8);
            pen.text(pen.full, base, true, "ch-value", &fit(&self.brief, TEXT, room));
        }
        let y = if plan.wide { top + 6.0 } else { top + 22.0 };
        pen.bar(plan.start, plan.room, y, BAR + 2.0 + THIN, "ch-bar ch-track");
        let [median, mean, p85] = self.over;
        let hue = self.hue;
        let long = |value: f64| scale(value).max(1.0);
        if let Some(median) = median {
            pen.bar(plan.start, long(median), y, BAR, &format!("ch-bar ch-fill hue-{hue}"));
        }
        if let Some(still) = self.still {
            // Those who are there longer than nearly all that left: somebody should look.
            let late = p85.is_some_and(|p85| still > p85);
            let class =
                if late { "ch-bar ch-warn".to_owned() } else { format!("ch-bar ch-fill hue-{hue} ch-soft") };
            pen.bar(plan.start, long(still), y + BAR + 2.0, THIN, &class);
        }
        if let (Some(median), Some(p85)) = (median, p85) {
            let middle = y + BAR / 2.0;
            pen.line((x(median), middle), (x(p85), middle), "ch-quiet");
            pen.line((x(p85), middle - 4.0), (x(p85), middle + 4.0), "ch-quiet");
        }
        if let Some(mean) = mean {
            pen.line((x(mean), y - 2.0), (x(mean), y + BAR + 1.0), "ch-mark");
        }
        if let Some(limit) = self.limit.filter(|limit| *limit <= most) {
            let above = if plan.wide { 4.0 } else { 1.0 };
            pen.line((x(limit), y - above), (x(limit), y + BAR + THIN + 5.0), "ch-warn ch-dashed");
        }
    }
}

/// Writes marks, mirrored where the page runs from right to left.
struct Pen {
    out: String,
    full: f64,
    rtl: bool,
}

impl Pen {
    fn bar(&mut self, from: f64, long: f64, y: f64, high: f64, class: &str) {
        let x = if self.rtl { self.full - from - long } else { from };
        let _ = write!(
            self.out,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{long:.1}\" height=\"{high:.1}\" rx=\"2\"/>"
        );
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), class: &str) {
        let x = |x: f64| if self.rtl { self.full - x } else { x };
        let _ = write!(
            self.out,
            "<path class=\"ch-line {class}\" fill=\"none\" d=\"M{:.1} {:.1}L{:.1} {:.1}\"/>",
            x(from.0),
            from.1,
            x(to.0),
            to.1
        );
    }

    /// A text that begins at `x`, or ends there.
    fn text(&mut self, x: f64, base: f64, ends: bool, class: &str, text: &str) {
        let anchor = if ends == self.rtl { "start" } else { "end" };
        let x = if self.rtl { self.full - x } else { x };
        let _ = write!(
            self.out,
            "<text class=\"ch-text {class}\" x=\"{x:.1}\" y=\"{base:.1}\" font-size=\"{TEXT}\" text-anchor=\"{anchor}\">{}</text>",
            escape(text)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart() -> StageTimeChart {
        let row = |name: &str, over, still, limit| StageRow {
            name: name.into(),
            hue: 2,
            over,
            still,
            limit,
            texts: ["10 d".into(), "12 d".into(), "40 d".into(), "9 d".into()],
            brief: "10 d".into(),
            cells: vec!["10 d".into()],
        };
        StageTimeChart {
            words: Words {
                title: "T".into(),
                description: "D".into(),
                heads: vec!["Stage".into(), "Median".into()],
            },
            heads: ["Median".into(), "Mean".into(), "85 %".into(), "Open".into()],
            rows: vec![
                row("<b>", [Some(10.0), Some(12.0), Some(40.0)], Some(9.0), Some(50.0)),
                row("Empty", [None; 3], Some(80.0), Some(1000.0)),
            ],
        }
    }

    fn first(svg: &str, class: &str) -> (f64, f64) {
        let (_, rest) = svg.split_once(&format!("class=\"{class}\" x=\"")).expect("a bar");
        let x = rest.split('"').next().unwrap().parse().unwrap();
        let (_, rest) = rest.split_once("width=\"").unwrap();
        (x, rest.split('"').next().unwrap().parse().unwrap())
    }

    #[test]
    fn method_row_48_median_bars_are_drawn_to_one_scale_and_escaped() {
        for width in [300, 900] {
            let svg = chart().svg(width, false, "p");
            assert!(svg.contains("&lt;b&gt;") && !svg.contains("<b>"), "{svg}");
            let (track, bar) = (first(&svg, "ch-bar ch-track").1, first(&svg, "ch-bar ch-fill hue-2").1);
            assert!((bar / track - 10.0 / 80.0).abs() < 0.01, "{bar} of {track}");
            assert_eq!(svg.matches("data-slot").count(), 2);
            // A limit of a thousand days is far off, and not drawn.
            assert_eq!(svg.matches("ch-dashed").count(), 1);
        }
    }

    #[test]
    fn from_right_to_left_bars_are_mirrored() {
        let (one, other) = (chart().svg(900, false, "p"), chart().svg(900, true, "p"));
        let ((x, long), (mirrored, same)) =
            (first(&one, "ch-bar ch-track"), first(&other, "ch-bar ch-track"));
        assert!((long - same).abs() < 0.11 && (900.0 - x - long - mirrored).abs() < 0.11);
    }
}
