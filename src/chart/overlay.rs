//! The funnel seen from the buyer's side (method row 18): the map's phases across, the funnel of their stages as a band that narrows
//! through them, and the mood drawn over it.

use std::fmt::Write;

use super::mood::{Plot, Slots, curve};
use super::svg::escape;
use super::text::{fit, text_width, wrap};
use super::{Table, Words};

/// A stage within its phase.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OverlayStage {
    /// Its name.
    pub name: String,
    /// The number of its colour.
    pub hue: u8,
    /// How many deals came to it.
    pub count: u64,
    /// The same as text.
    pub text: String,
}

/// A phase.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OverlayPhase {
    /// Its name.
    pub name: String,
    /// The mood as it is, from −2 to +2.
    pub mood: i8,
    /// The same as text.
    pub mood_text: String,
    /// The mood as it is to be; `None` if nobody said.
    pub aim: Option<i8>,
    /// Its stages in the order of the ladder.
    pub stages: Vec<OverlayStage>,
    /// The share of its deals that leaves, as text; empty where there is none.
    pub leave: String,
    /// What decides there.
    pub moments: Vec<String>,
    /// What hurts there most.
    pub pains: Vec<String>,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overlay {
    /// What it says.
    pub words: Words,
    /// The phases in order.
    pub phases: Vec<OverlayPhase>,
    /// How many deals are won, at the end of the band, and the same as text with its word.
    pub won: (u64, String),
    /// What moments of truth and pains are called above theirs.
    pub heads: (String, String),
    /// The rows of the table: one for each stage, and those of the phases between.
    pub rows: Vec<Vec<String>>,
}

/// The narrowest phase, in pixels.
const NARROWEST: u32 = 150;
const TEXT: f64 = 12.0;
const NAME: f64 = 14.0;
const LINE: f64 = 16.0;
/// How many lines a moment or a pain takes at most.
const LINES: usize = 3;
/// From the top: the phases' names, then the moods; the band stands on its ground and may reach half way up into them.
const HEAD: f64 = 30.0;
const MOODS: f64 = 150.0;
const GROUND: f64 = HEAD + 250.0;
const BAND: f64 = 150.0;

struct Sheet {
    out: String,
    width: f64,
    rtl: bool,
}

impl Sheet {
    fn x(&self, x: f64) -> f64 {
        if self.rtl { self.width - x } else { x }
    }

    fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (a, b) = (self.x(from.0), self.x(to.0));
        let _ = write!(
            self.out,
            "<path class=\"ch-line {class}\" fill=\"none\" d=\"M{a:.1} {:.1}L{b:.1} {:.1}\"/>",
            from.1, to.1
        );
    }

    /// A path that was drawn from left to right.
    fn path(&mut self, class: &str, path: &str) {
        if path.is_empty() {
            return;
        }
        let turn = if self.rtl {
            format!(" transform=\"translate({:.1} 0) scale(-1 1)\"", self.width)
        } else {
            String::new()
        };
        let _ = write!(self.out, "<path class=\"{class}\"{turn} d=\"{path}\"/>");
    }

    fn text(&mut self, class: &str, size: f64, (x, y): (f64, f64), middle: bool, text: &str) {
        if text.is_empty() {
            return;
        }
        let anchor = match (middle, self.rtl) {
            (true, _) => "middle",
            (false, false) => "start",
            (false, true) => "end",
        };
        let _ = write!(
            self.out,
            "<text class=\"ch-text {class}\" x=\"{:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{}</text>",
            self.x(x),
            escape(text)
        );
    }
}

impl Overlay {
    /// The numbers as a table.
    pub fn table(&self) -> Table {
        Table { headers: self.words.heads.clone(), rows: self.rows.clone() }
    }

    /// The narrowest width at which everything can be read, in pixels.
    pub fn narrowest(&self) -> u32 {
        NARROWEST * u32::try_from(self.phases.len()).unwrap_or(1).max(1)
    }

    /// The drawing as SVG, so many pixels wide, but no narrower than [`Overlay::narrowest`]; from right to left if asked. The prefix
    /// makes its ids unlike those of all other drawings of the page.
    pub fn svg(&self, width: u32, rtl: bool, prefix: &str) -> String {
        let width = width.clamp(self.narrowest().min(4000), 4000);
        let column = f64::from(width) / self.phases.len().max(1) as f64;
        let slots = Slots::new(self.phases.iter().map(|_| 1));
        let mut sheet = Sheet { out: String::new(), width: f64::from(width), rtl };
        self.band(&mut sheet, column);
        self.moods(&mut sheet, &slots, column);
        for at in 1..self.phases.len() {
            let x = at as f64 * column;
            sheet.line("ch-axis", (x, 0.0), (x, GROUND));
        }
        let height = self.labels(&mut sheet, column);
        let prefix = escape(prefix);
        format!(
            "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" direction=\"ltr\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\">\
             <title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>{}</svg>",
            escape(&self.words.title),
            escape(&self.words.description),
            sheet.out
        )
    }

    /// The funnel: a piece for each stage, as high as its deals, that goes over into the next.
    fn band(&self, sheet: &mut Sheet, column: f64) {
        let all: Vec<(f64, f64, &OverlayStage)> = self
            .phases
            .iter()
            .enumerate()
            .flat_map(|(at, phase)| {
                let wide = column / phase.stages.len().max(1) as f64;
                let from = move |place: usize| at as f64 * column + place as f64 * wide;
                phase.stages.iter().enumerate().map(move |(place, stage)| (from(place), wide, stage))
            })
            .collect();
        let most = all.iter().map(|(.., stage)| stage.count).chain([self.won.0]).max().unwrap_or(0).max(1);
        let high = |count: u64| count as f64 / most as f64 * BAND;
        for (at, (x, wide, stage)) in all.iter().enumerate() {
            let next = all.get(at + 1).map_or(self.won.0, |(.., next)| next.count);
            let (here, there) = (GROUND - high(stage.count), GROUND - high(next));
            // Level over most of the stage, then down to the next.
            let (level, end) = (x + wide * 0.62, x + wide);
            let bend = (end - level) / 2.0;
            let top = format!(
                "M{x:.1} {here:.1}H{level:.1}C{:.1} {here:.1} {:.1} {there:.1} {end:.1} {there:.1}",
                level + bend,
                end - bend
            );
            let hue = stage.hue;
            sheet.path(&format!("ch-area ch-fill ch-soft hue-{hue}"), &format!("{top}V{GROUND:.1}H{x:.1}Z"));

            sheet.path(&format!("ch-line ch-stroke hue-{hue}"), &top);
            let middle = x + wide * 0.5;
            sheet.text("ch-strong", NAME, (middle, GROUND - 8.0), true, &stage.text);
            let lines = wrap(&stage.name, TEXT, (wide - 8.0).max(16.0) as u32, 2);
            for (line, text) in lines.iter().enumerate() {
                sheet.text("", TEXT, (middle, GROUND + 16.0 + line as f64 * LINE), true, text);
            }
        }
        sheet.line("ch-axis", (0.0, GROUND), (sheet.width, GROUND));
        if let Some((x, wide, last)) = all.last() {
            let end = x + wide;
            let text = &self.won.1;
            let half = f64::from(text_width(text, TEXT)) / 2.0 + 6.0;
            let base = GROUND - high(self.won.0.max(last.count)) - 7.0;
            sheet.text("ch-value ch-halo", TEXT, ((end - half).min(sheet.width - half), base), true, text);
        }
    }

    fn moods(&self, sheet: &mut Sheet, slots: &Slots, column: f64) {
        let plot = Plot { top: HEAD, ..Plot::of_moods(column, MOODS) };
        let zero = plot.y(0.0);
        sheet.line("ch-grid ch-dashed", (0.0, zero), (sheet.width, zero));
        let draw = |mood: &dyn Fn(&OverlayPhase) -> i8| {
            let values: Vec<_> = self.phases.iter().map(|phase| Some(f64::from(mood(phase)))).collect();
            curve(&values, slots, &plot).line
        };
        if self.phases.iter().any(|phase| phase.aim.is_some()) {
            let aim = draw(&|phase| phase.aim.unwrap_or(phase.mood));
            sheet.path("ch-line ch-won ch-dashed", &aim);
        }
        sheet.path("ch-line ch-mark", &draw(&|phase| phase.mood));
        for (at, phase) in self.phases.iter().enumerate() {
            let (x, y) = (slots.middle(at) * column, plot.y(f64::from(phase.mood)));
            let _ = write!(
                sheet.out,
                "<circle class=\"ch-dot ch-mark\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"5\"/>",
                sheet.x(x)
            );
            sheet.text("ch-strong ch-halo", TEXT, (x, y - 10.0), true, &phase.mood_text);
        }
    }

    /// What stands above and below the curves; gives the height of all.
    fn labels(&self, sheet: &mut Sheet, column: f64) -> f64 {
        let room = (column - 20.0).max(16.0) as u32;
        let below = GROUND + 16.0 + 2.0 * LINE;
        let mut lowest: f64 = below;
        let moments = self.phases.iter().any(|phase| !phase.moments.is_empty());
        let longest = |of: &dyn Fn(&OverlayPhase) -> &Vec<String>| {
            let lines = |phase: &OverlayPhase| {
                of(phase).iter().map(|text| wrap(text, TEXT, room - 12, LINES).len()).sum::<usize>()
            };
            self.phases.iter().map(lines).max().unwrap_or(0) as f64
        };
        // Moments stand at one height in all phases, so do pains.
        let pains_from =
            below + 24.0 + if moments { (longest(&|phase| &phase.moments) + 1.0) * LINE + 8.0 } else { 0.0 };
        for (at, phase) in self.phases.iter().enumerate() {
            let x = at as f64 * column + 10.0;
            sheet.text("ch-strong", NAME, (x, 18.0), false, &fit(&phase.name, NAME * 1.1, room));
            sheet.text("ch-lost", TEXT, (x, below + 6.0), false, &fit(&phase.leave, TEXT, room));
            for (from, head, texts, class) in [
                (below + 24.0, &self.heads.0, &phase.moments, "ch-warn"),
                (pains_from, &self.heads.1, &phase.pains, "ch-lost"),
            ] {
                if texts.is_empty() {
                    continue;
                }
                let mut y = from + TEXT;
                sheet.text("", TEXT, (x, y), false, &fit(head, TEXT, room));
                for text in texts {
                    for (line, text) in wrap(text, TEXT, room - 12, LINES).iter().enumerate() {
                        y += LINE;
                        if line == 0 {
                            let (dx, dy) = (sheet.x(x + 3.0), y - 4.0);
                            let _ = write!(
                                sheet.out,
                                "<circle class=\"ch-dot {class}\" cx=\"{dx:.1}\" cy=\"{dy:.1}\" r=\"3\"/>"
                            );
                        }
                        sheet.text("ch-value", TEXT, (x + 12.0, y), false, text);
                    }
                }
                lowest = lowest.max(y);
            }
        }
        lowest + 12.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overlay() -> Overlay {
        let stage = |name: &str, count: u64| OverlayStage {
            name: name.into(),
            hue: 1,
            count,
            text: count.to_string(),
        };
        let phase = |name: &str, mood: i8, stages: Vec<OverlayStage>| OverlayPhase {
            name: name.into(),
            mood,
            mood_text: format!("{mood:+}"),
            stages,
            leave: "38 % leave".into(),
            moments: vec!["<script>alert(1)</script>".into()],
            pains: vec!["\"><img src=x>".into(), "Nobody calls back, and nobody knows why".into()],
            ..OverlayPhase::default()
        };
        Overlay {
            words: Words { title: "T & U".into(), ..Words::default() },
            phases: vec![
                phase("Awareness", 1, vec![stage("Lead", 40), stage("Qualified", 20)]),
                phase("Decision", -1, vec![stage("Offer", 10)]),
                phase("Loyalty", 2, Vec::new()),
            ],
            won: (5, "5 won".into()),
            heads: ("Moments".into(), "Pains".into()),
            rows: Vec::new(),
        }
    }

    /// The upper edges of the band: where each stage begins, and how high.
    fn edges(svg: &str) -> Vec<(f64, f64)> {
        let paths = svg.split("ch-soft").skip(1).filter_map(|rest| rest.split_once("d=\"M"));
        let edge = |(_, rest): (&str, &str)| {
            let (x, rest) = rest.split_once(' ').expect("x");
            let (y, _) = rest.split_once('H').expect("y");
            (x.parse().expect("a number"), y.parse().expect("a number"))
        };
        paths.map(edge).collect()
    }

    #[test]
    fn method_row_18_the_funnel_narrows_through_the_phases_by_its_counts() {
        let svg = overlay().svg(900, false, "p");
        let high = |count: f64| GROUND - BAND * count / 40.0;
        assert_eq!(edges(&svg), [(0.0, high(40.0)), (150.0, high(20.0)), (300.0, high(10.0))]);
        assert_eq!(svg.matches("ch-dot ch-mark").count(), 3, "a mood for each phase, with stages or without");
        assert!(svg.contains("5 won") && svg.contains("38 % leave"));
    }

    #[test]
    fn texts_are_only_text_and_from_right_to_left_it_is_mirrored() {
        for rtl in [false, true] {
            let svg = overlay().svg(900, rtl, "p");
            assert!(!svg.contains("<script") && !svg.contains("<img") && svg.contains("&lt;script&gt;"));
            let dots: Vec<&str> = svg
                .split("ch-dot ch-mark\" cx=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            let expected = if rtl { ["750.0", "450.0", "150.0"] } else { ["150.0", "450.0", "750.0"] };
            assert_eq!(dots, expected);
        }
    }

    #[test]
    fn it_is_never_too_narrow_and_draws_nothing_of_nothing() {
        assert!(overlay().svg(100, false, "p").contains(&format!("width=\"{}\"", 3 * NARROWEST)));
        assert!(!Overlay::default().svg(400, false, "p").contains("ch-soft"));
    }
}
