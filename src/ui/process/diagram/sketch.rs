//! From the course and a width to what is drawn: lines, words and marks with their places.

use std::collections::BTreeMap;

use crate::chart::diamond::{self, Diamond};
use crate::chart::path::{self, Path};
use crate::chart::way::{Anchor, Label, Spot, Way, head, spot_in};
use crate::chart::{fit, wrap};
use crate::model::{DealId, Diagram, StageId};
use crate::ui::desk::Desk;

use super::course::{Course, OnWay, Section};

/// The size of the words, as the style sheet has it.
const TEXT: f64 = 13.0;
/// That of names, which are bold and so somewhat wider.
const NAME: f64 = 14.5;

/// A line of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The class of its look.
    pub class: &'static str,
    /// What it says, cut to its room.
    pub text: String,
    /// Where its letters stand.
    pub at: Spot,
    /// Where it is held.
    pub anchor: Anchor,
}

/// Which mark it is, whatever place it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKey {
    /// A deal's.
    Deal(DealId),
    /// That of those which found no room, by the place where they stand.
    More(usize, usize),
}

/// A mark in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// Where.
    pub at: Spot,
    /// The deal, if it is one.
    pub deal: Option<OnWay>,
    /// How many it stands for.
    pub count: usize,
}

/// A stage as it is drawn.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawn {
    /// The line that its deals stand on.
    pub line: String,
    /// The arrow's head at its end.
    pub head: String,
    /// The corner, width and height of its frame, if it has one.
    pub frame: Option<(Spot, f64, f64)>,
    /// The words.
    pub lines: Vec<Line>,
    /// Where its number stands, where there is no room for words.
    pub badge: Option<Spot>,
    /// The room of what chooses it: corner, width and height.
    pub target: (Spot, f64, f64),
    /// The marks in order.
    pub marks: Vec<(MarkKey, Dot)>,
}

/// The drawing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sketch {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// The field within the bases, as a path; empty for a path of stations.
    pub field: String,
    /// The bases: home first.
    pub bases: Vec<Spot>,
    /// Lines and heads of the arrows between stations.
    pub arrows: Vec<String>,
    /// Words that belong to no stage, or to the way between two.
    pub words: Vec<Line>,
    /// Where the win stands at the end of a path.
    pub goal: Option<Spot>,
    /// The stages.
    pub stages: BTreeMap<StageId, Drawn>,
}

/// Lays the course out for a width in pixels; mirrored where people read from right to left.
pub fn sketch(desk: Desk, course: &Course, width: f64, rtl: bool) -> Sketch {
    match course.diagram {
        Diagram::Diamond => on_diamond(desk, course, width, rtl),
        Diagram::Path => on_path(desk, course, width, rtl),
    }
}

/// A point so far onward and down from another, in the direction of reading.
fn onward(from: Spot, by: (f64, f64), rtl: bool) -> Spot {
    Spot::new(from.x + if rtl { -by.0 } else { by.0 }, from.y + by.1)
}

fn held(anchor: Anchor, rtl: bool) -> Anchor {
    if rtl { anchor.mirrored() } else { anchor }
}

fn on_diamond(desk: Desk, course: &Course, width: f64, rtl: bool) -> Sketch {
    let t = desk.t();
    let field = Diamond::new(width, course.sections.len());
    let field = if rtl { field.mirrored() } else { field };
    let mut stages = BTreeMap::new();
    for (section, way) in course.sections.iter().zip(&field.ways) {
        let mut drawn = marked(section, way);
        // Shorter than the way, so that the bases stand free.
        let trimmed = way.legs.iter().map(|leg| {
            let direction = leg.from.toward(leg.to);
            (leg.from.on(direction, 17.0), leg.to.on(direction, -19.0))
        });
        drawn.line = trimmed.map(|(a, b)| stroke(a, b)).collect();
        if let Some((end, direction)) = way.end() {
            drawn.head = head(end.on(direction, -17.0), direction, 9.0);
        }
        if field.roomy {
            let mut said = vec![("way-name", t.numbered_stage(section.number, &section.name))];
            if way.label.lines > 1 {
                said.extend(figures(desk, course, section).into_iter().map(|text| ("way-text", text)));
            }
            (drawn.lines, drawn.target) = lines_of(&said, &way.label, diamond::LINE);
        } else {
            drawn.badge = Some(way.label.at);
            drawn.target = (way.label.at.on(Spot::new(-1.0, -1.0), 14.0), 28.0, 28.0);
        }
        stages.insert(section.stage, drawn);
    }
    let [home, first, second, third] = field.bases;
    let corners = [home, first, second, third].map(|base| format!("{:.1} {:.1}", base.x, base.y));
    let mut words = Vec::new();
    if field.roomy {
        let word = |text: String, base: Spot, by: (f64, f64), anchor: Anchor| {
            let (at, anchor) = (onward(base, by, rtl), held(anchor, rtl));
            Line { class: "base-name", text, at, anchor }
        };
        words.push(word(t.base_first().into(), first, (24.0, 4.0), Anchor::Start));
        words.push(word(t.base_second().into(), second, (0.0, -24.0), Anchor::Middle));
        words.push(word(t.base_third().into(), third, (-24.0, 4.0), Anchor::End));
        let text = format!("{} · {}", t.base_home(), t.home_won(course.won));
        words.push(word(text, home, (-24.0, 16.0), Anchor::End));
    }
    Sketch {
        width: field.width,
        height: field.height,
        field: format!("M{}Z", corners.join("L")),
        bases: field.bases.to_vec(),
        words,
        stages,
        ..Sketch::default()
    }
}

fn on_path(desk: Desk, course: &Course, width: f64, rtl: bool) -> Sketch {
    let t = desk.t();
    // What stands in the stations decides how tall all of them are.
    let room =
        Path::new(width, course.sections.len(), 1).stations.first().map_or(0.0, |one| one.way.label.width);
    let texts: Vec<Vec<(&str, String)>> = course
        .sections
        .iter()
        .map(|section| {
            let name = wrap(&t.numbered_stage(section.number, &section.name), NAME, room as u32, 2);
            let mut said: Vec<_> = name.into_iter().map(|text| ("way-name", text)).collect();
            said.extend(figures(desk, course, section).into_iter().map(|text| ("way-text", text)));
            if section.days > 0 {
                said.push(("way-text", t.usually_days(section.days)));
            }
            let departments = wrap(&section.departments.join(" · "), TEXT, room as u32, 2);
            said.extend(departments.into_iter().map(|text| ("way-who", text)));
            said
        })
        .collect();
    let most = texts.iter().map(Vec::len).max().unwrap_or(0);
    let path = Path::new(width, course.sections.len(), most);
    let path = if rtl { path.mirrored() } else { path };
    let mut sketch = Sketch { width: path.width, height: path.height, ..Sketch::default() };
    for ((section, station), said) in course.sections.iter().zip(&path.stations).zip(&texts) {
        let mut drawn = marked(section, &station.way);
        drawn.line = station.way.legs.iter().map(|leg| stroke(leg.from, leg.to)).collect();
        drawn.frame = Some((station.corner, station.width, station.height));
        (drawn.lines, _) = lines_of(said, &station.way.label, path::LINE);
        drawn.target = (station.corner, station.width, path::EDGE + most as f64 * path::LINE + 4.0);
        sketch.stages.insert(section.stage, drawn);
    }
    for (section, arrow) in course.sections.iter().zip(&path.arrows) {
        sketch.arrows.push(stroke(arrow.from, arrow.to));
        sketch.arrows.push(head(arrow.to, arrow.from.toward(arrow.to), 8.0));
        let label = &arrow.label;
        let action = wrap(&section.exit, TEXT, label.width as u32, label.lines);
        let share = section
            .next
            .and_then(|rate| rate.value())
            .map(|share| t.go_on(&desk.formats().percent_whole(share)));
        let step = 15.0;
        // Above an arrow that lies the last line is nearest to it; what goes on stands below it.
        let first =
            if arrow.lies { label.at.y - (action.len().max(1) - 1) as f64 * step } else { label.at.y };
        let words = |class, text, n: usize| Line {
            class,
            text,
            at: Spot::new(label.at.x, first + n as f64 * step),
            anchor: label.anchor,
        };
        let count = action.len();
        sketch.words.extend(action.into_iter().enumerate().map(|(n, text)| words("exit-text", text, n)));
        if let Some(text) = share {
            let mut line = words("go-on", fit(&text, TEXT, label.width as u32), count);
            if arrow.lies {
                line.at.y = label.at.y + 28.0;
            }
            sketch.words.push(line);
        }
    }
    if !path.stations.is_empty() {
        sketch.goal = Some(path.end);
        let (at, anchor) = (onward(path.end, (22.0, 5.0), rtl), held(Anchor::Start, rtl));
        sketch.words.push(Line { class: "base-name", text: t.home_won(course.won), at, anchor });
    }
    sketch
}

fn stroke(a: Spot, b: Spot) -> String {
    format!("M{:.1} {:.1}L{:.1} {:.1}", a.x, a.y, b.x, b.y)
}

/// Count and value; and what is met on average, where there is something to meet.
fn figures(desk: Desk, course: &Course, section: &Section) -> Vec<String> {
    let t = desk.t();
    let value = desk.formats().money_short(section.value, course.currency);
    let mut said = vec![format!("{} · {value}", t.deals(section.deals.len() as u64))];
    said.extend(section.met().map(|met| t.met_in_short(&desk.formats().percent_whole(met))));
    said
}

/// Words in the room of a label, and the room that they take.
fn lines_of(said: &[(&'static str, String)], label: &Label, step: f64) -> (Vec<Line>, (Spot, f64, f64)) {
    let lines: Vec<Line> = said
        .iter()
        .take(label.lines)
        .enumerate()
        .map(|(n, (class, text))| {
            let size = if *class == "way-name" { NAME } else { TEXT };
            let at = Spot::new(label.at.x, label.at.y + n as f64 * step + 13.0);
            Line { class, text: fit(text, size, label.width as u32), at, anchor: label.anchor }
        })
        .collect();
    let tall = (lines.len() as f64 * step + 4.0).max(24.0);
    let widths = lines.iter().map(|line| crate::chart::text_width(&line.text, NAME));
    let wide = f64::from(widths.max().unwrap_or(0)).min(label.width) + 12.0;
    let left = match label.anchor {
        Anchor::Start => label.at.x - 6.0,
        Anchor::Middle => label.at.x - wide / 2.0,
        Anchor::End => label.at.x - wide + 6.0,
    };
    (lines, (Spot::new(left, label.at.y - 2.0), wide, tall))
}

/// The marks of a stage's deals on its way.
fn marked(section: &Section, way: &Way) -> Drawn {
    let slots = way.slots();
    let marks = section.marks(slots.len(), way.rows).into_iter().filter_map(|mark| {
        let at = spot_in(*slots.get(mark.slot)?, mark.row);
        let (first, count) = (section.deals.get(*mark.of.first()?)?, mark.of.len());
        Some(if count == 1 {
            (MarkKey::Deal(first.id), Dot { at, deal: Some(first.clone()), count })
        } else {
            (MarkKey::More(mark.slot, mark.row), Dot { at, deal: None, count })
        })
    });
    Drawn { marks: marks.collect(), ..Drawn::default() }
}
