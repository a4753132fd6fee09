//! What stands in a row of the picture.

use super::super::mood::{HIGHEST, LOWEST, Plot, curve, top_share};
use super::super::text::{fit, wrap};
use super::pen::{Pen, Side, Style};
use super::{BOLD, Grid, ROOMY};
use crate::model::{Mood, Sheet, SheetCells, SheetNote, SheetRow, SheetText, SheetWords};

const NOTE: Style = Style { size: 12.5, line: 17.0, class: "ch-text ch-value" };
const MARK: Style = Style { size: 11.0, line: 15.0, class: "ch-text" };
const LABEL: Style = Style { size: 12.0, line: 19.0, class: "ch-text" };
const VALUE: Style = Style { size: 12.0, line: 19.0, class: "ch-text ch-strong" };
/// Moods stand on their curves.
const NOW: Style = Style { size: 12.0, line: 19.0, class: "ch-text ch-strong ch-halo" };
const AIM: Style = Style { size: 12.0, line: 19.0, class: "ch-text ch-halo" };
/// What stays free around and within a note.
const GAP: f64 = 6.0;
const PAD: (f64, f64) = (9.0, 5.0);
/// The room for the moods, and for the deals that leave below it.
const MOODS: f64 = 156.0;
const LEAVES: f64 = 64.0;

/// A note, laid out.
pub struct Laid {
    text: Vec<String>,
    marks: Vec<String>,
    moment: bool,
}

impl Laid {
    fn of(note: &SheetNote, words: &dyn SheetWords, width: f64) -> Laid {
        let room = width - 2.0 * (GAP + PAD.0);
        // A diamond stands before the first of the marks.
        let indent = if note.moment { 14.0 } else { 0.0 };
        Laid {
            text: wrap(&note.text, NOTE.size * ROOMY, room as u32, usize::MAX),
            marks: wrap(&note.marks(words).join(" · "), MARK.size * ROOMY, (room - indent) as u32, 6),
            moment: note.moment,
        }
    }

    fn height(&self) -> f64 {
        2.0 * PAD.1 + self.text.len() as f64 * NOTE.line + self.marks.len() as f64 * MARK.line
    }

    fn draw(&self, pen: &mut Pen, (x, y): (f64, f64), width: f64) {
        pen.rect("map-note", (x + GAP, y), (width - 2.0 * GAP, self.height()), 4.0);
        let left = x + GAP + PAD.0;
        pen.lines(&self.text, left, y + PAD.1, &NOTE);
        let below = y + PAD.1 + self.text.len() as f64 * NOTE.line;
        if self.moment {
            pen.diamond("ch-warn", (left + 4.5, below + MARK.line / 2.0), 4.5);
        }
        pen.lines(&self.marks, left + if self.moment { 14.0 } else { 0.0 }, below, &MARK);
    }
}

/// The cells of a row, laid out.
pub enum Block {
    /// By column.
    Notes(Vec<Vec<Laid>>),
    /// By phase: lines, each with the number of a stage's colour.
    Stages(Vec<Vec<(Vec<String>, u8)>>),
    /// By phase: what is said of it, and below that, smaller, what its stages say.
    Texts(Vec<(Vec<String>, Vec<String>)>),
    /// By phase.
    Figures(Vec<Vec<(String, String)>>),
    /// By phase.
    Mood(Vec<Feeling>),
}

/// What is drawn of the mood in a phase.
pub struct Feeling {
    mood: Mood,
    now: String,
    aim: String,
    leaves: Option<(f64, String)>,
    leave: String,
}

impl Block {
    pub fn of(sheet: &Sheet, row: &SheetRow, words: &dyn SheetWords, grid: &Grid) -> Block {
        let wide = |at: usize| grid.phase(at).1;
        let room = |at: usize| (wide(at) - 24.0).max(20.0);
        let text = |at: usize, text: &str| wrap(text, NOTE.size * ROOMY, room(at) as u32, 40);
        match &row.cells {
            SheetCells::Notes(columns) => {
                let laid = |notes: &Vec<SheetNote>| {
                    notes.iter().map(|note| Laid::of(note, words, grid.column)).collect()
                };
                Block::Notes(columns.iter().map(laid).collect())
            }
            SheetCells::Stages(phases) => {
                let lines = |(at, stages): (usize, &Vec<(String, u8)>)| {
                    stages
                        .iter()
                        .map(|(name, hue)| (wrap(name, NOTE.size, room(at) as u32 - 14, 4), *hue))
                        .collect()
                };
                Block::Stages(phases.iter().enumerate().map(lines).collect())
            }
            SheetCells::Texts(texts) => {
                let quiet = |at: usize, line: &String| wrap(line, MARK.size * ROOMY, room(at) as u32, 40);
                let said = |(at, found): (usize, &SheetText)| {
                    (text(at, &found.own), found.stages.iter().flat_map(|line| quiet(at, line)).collect())
                };
                Block::Texts(texts.iter().enumerate().map(said).collect())
            }
            SheetCells::Evidence(all) => {
                let found =
                    all.iter().map(|found| found.map(|found| words.evidence(found)).unwrap_or_default());
                Block::Texts(found.enumerate().map(|(at, found)| (text(at, &found), Vec::new())).collect())
            }
            SheetCells::Figures => {
                Block::Figures(sheet.phases.iter().map(|phase| words.figures(phase.id)).collect())
            }
            SheetCells::Mood => Block::Mood(
                sheet
                    .phases
                    .iter()
                    .map(|phase| Feeling {
                        mood: phase.mood,
                        now: words.mood(phase.mood.now),
                        aim: phase.mood.aim.map(|aim| words.aim(aim)).unwrap_or_default(),
                        leaves: words.leaves(phase.id),
                        leave: words.leave(),
                    })
                    .collect(),
            ),
        }
    }

    pub fn height(&self) -> f64 {
        let most = |heights: &mut dyn Iterator<Item = f64>| heights.fold(0.0, f64::max);
        match self {
            Block::Notes(columns) => {
                let high = |notes: &Vec<Laid>| {
                    GAP + notes.iter().map(|note| note.height() + 4.0).sum::<f64>() - 4.0 + GAP
                };
                most(&mut columns.iter().map(high))
            }
            Block::Stages(phases) => {
                let lines = |stages: &Vec<(Vec<String>, u8)>| {
                    stages.iter().map(|(lines, _)| lines.len()).sum::<usize>()
                };
                16.0 + most(&mut phases.iter().map(|stages| lines(stages) as f64 * LABEL.line))
            }
            Block::Texts(phases) => {
                let high = |(own, stages): &(Vec<String>, Vec<String>)| {
                    own.len() as f64 * NOTE.line + stages.len() as f64 * MARK.line
                };
                16.0 + most(&mut phases.iter().map(high))
            }
            Block::Figures(phases) => {
                16.0 + most(&mut phases.iter().map(|all| all.len() as f64 * LABEL.line))
            }
            Block::Mood(_) => MOODS + LEAVES,
        }
    }

    /// Draws the cells from a place on, and the lines between them.
    pub fn draw(&self, pen: &mut Pen, grid: &Grid, (left, top): (f64, f64), height: f64) {
        let phases = grid.slots.len();
        if let Block::Notes(columns) = self {
            for at in 1..columns.len() {
                let x = left + at as f64 * grid.column;
                pen.line("map-rule", (x, top), (x, top + height));
            }
        } else {
            let class = if matches!(self, Block::Mood(_)) { "map-faint" } else { "map-rule" };
            for at in 1..phases {
                let x = left + grid.phase(at).0;
                pen.line(class, (x, top), (x, top + height));
            }
        }
        let corner = |at: usize| (left + grid.phase(at).0 + 12.0, top + 8.0);
        match self {
            Block::Notes(columns) => {
                for (at, notes) in columns.iter().enumerate() {
                    let mut y = top + GAP;
                    for note in notes {
                        note.draw(pen, (left + at as f64 * grid.column, y), grid.column);
                        y += note.height() + 4.0;
                    }
                }
            }
            Block::Stages(phases) => {
                for (at, stages) in phases.iter().enumerate() {
                    let (x, mut y) = corner(at);
                    for (lines, hue) in stages {
                        pen.dot(&format!("ch-fill hue-{hue}"), (x + 4.0, y + LABEL.line / 2.0), 4.0);
                        pen.lines(lines, x + 14.0, y, &Style { line: LABEL.line, ..NOTE });
                        y += lines.len() as f64 * LABEL.line;
                    }
                }
            }
            Block::Texts(phases) => {
                for (at, (own, stages)) in phases.iter().enumerate() {
                    let (x, y) = corner(at);
                    pen.lines(own, x, y, &NOTE);
                    pen.lines(stages, x, y + own.len() as f64 * NOTE.line, &MARK);
                }
            }
            Block::Figures(phases) => {
                for (at, figures) in phases.iter().enumerate() {
                    let (x, y) = corner(at);
                    let room = (grid.phase(at).1 - 24.0).min(300.0);
                    for (line, (name, value)) in figures.iter().enumerate() {
                        let base = y + line as f64 * LABEL.line + 14.0;
                        let value = fit(value, VALUE.size * BOLD, (room * 0.6) as u32);
                        pen.text(&fit(name, LABEL.size, (room * 0.5) as u32), (x, base), &LABEL, Side::Start);
                        pen.text(&value, (x + room, base), &VALUE, Side::End);
                    }
                }
            }
            Block::Mood(feelings) => moods(pen, grid, (left, top), feelings),
        }
    }
}

fn moods(pen: &mut Pen, grid: &Grid, (left, top): (f64, f64), feelings: &[Feeling]) {
    let at = (left, top);
    // Room for the words above the highest mood and below the lowest.
    let plot = Plot { column: grid.column, top: 0.0, height: MOODS, range: (-2.95, 2.95) };
    let draw = |values: Vec<Option<f64>>, plot: &Plot| curve(&values, &grid.slots, plot);
    let now = draw(feelings.iter().map(|one| Some(f64::from(one.mood.now))).collect(), &plot);
    pen.path("map-tint-good", &now.above, at);
    pen.path("map-tint-bad", &now.below, at);
    for mood in [HIGHEST, 1, 0, -1, LOWEST] {
        let y = top + plot.y(f64::from(mood));
        pen.line(if mood == 0 { "map-rule" } else { "map-faint" }, (left, y), (left + grid.width(), y));
    }
    if feelings.iter().any(|one| one.mood.aim.is_some()) {
        let value = |one: &Feeling| Some(f64::from(one.mood.aim.unwrap_or(one.mood.now)));
        let aim = draw(feelings.iter().map(value).collect(), &plot);
        pen.path("ch-line ch-won ch-dashed", &aim.line, at);
    }
    pen.path("ch-line ch-plain", &now.line, at);
    let leaves = Plot {
        column: grid.column,
        top: MOODS,
        height: LEAVES,
        range: (0.0, 1.7 * top_share(feelings.iter().filter_map(|one| Some(one.leaves.as_ref()?.0)))),
    };
    let shares = feelings.iter().map(|one| one.leaves.as_ref().map(|(share, _)| *share)).collect();
    let left_by = draw(shares, &leaves);
    pen.path("map-tint-bad", &left_by.above, at);
    pen.path("ch-line ch-lost", &left_by.line, at);
    pen.line("map-rule", (left, top + MOODS), (left + grid.width(), top + MOODS));
    for (number, one) in feelings.iter().enumerate() {
        let x = left + grid.slots.middle(number) * grid.column;
        let spot = |mood: i8| (x, top + plot.y(f64::from(mood)));
        if let Some(aim) = one.mood.aim.filter(|aim| *aim != one.mood.now) {
            pen.dot("map-aim", spot(aim), 4.5);
        }
        pen.dot("map-dot", spot(one.mood.now), 5.0);
        // The words stand above and below, away from each other: at its points the curve is nearly level.
        let (above, below) = (-11.0, 20.0);
        let aims_lower = one.mood.aim.is_some_and(|aim| aim < one.mood.now);
        let (now, aim) = if aims_lower { (above, below) } else { (below, above) };
        let (x, y) = spot(one.mood.now);
        pen.text(&one.now, (x, y + now), &NOW, Side::Middle);
        if let Some(mood) = one.mood.aim {
            let (x, y) = spot(mood);
            pen.text(&one.aim, (x, y + aim), &AIM, Side::Middle);
        }
        if let Some((_, text)) = &one.leaves {
            let room = grid.phase(number).1 - 16.0;
            let said = fit(&[one.leave.as_str(), text.as_str()].join(" "), LABEL.size, room as u32);
            pen.text(&said, (x, top + MOODS + 17.0), &LABEL, Side::Middle);
        }
    }
}
