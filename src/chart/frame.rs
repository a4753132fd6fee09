//! What every chart with axes has: the SVG around it, the marked lines, the labels below, the bands for the pointer.

use std::convert::Infallible;

use plotters::chart::{ChartBuilder, LabelAreaPosition};
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoTextStyle, TextStyle};

use super::scale::{Axis, Slots};
use super::svg::{Ink, Pen, escape, none};
use super::text::{fit, text_width};
use super::{Slot, Words};

/// The size of the texts, in pixels.
pub(super) const TEXT: f64 = 12.0;
/// The height of a line of text.
pub(super) const LINE: i32 = 15;

pub(super) type Failed = DrawingAreaErrorKind<Infallible>;
type Root<'p> = DrawingArea<Pen<'p>, Shift>;

/// Where a chart is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    width: u32,
    height: u32,
    rtl: bool,
    prefix: String,
}

impl Frame {
    /// A drawing of so many CSS pixels (at least 160 by 120, at most 4,000). The prefix makes its ids unlike those of all
    /// other drawings of the page.
    pub fn new(width: u32, height: u32, prefix: impl Into<String>) -> Frame {
        Frame {
            width: width.clamp(160, 4000),
            height: height.clamp(120, 4000),
            rtl: false,
            prefix: prefix.into(),
        }
    }

    /// From right to left if asked: the axis stands on the right, and the first slot beside it.
    pub fn rtl(self, rtl: bool) -> Frame {
        Frame { rtl, ..self }
    }
}

/// What is laid out before the marks are drawn.
pub(super) struct Plan<'a> {
    pub words: &'a Words,
    pub slots: Vec<&'a Slot>,
    pub axis: &'a Axis,
    /// What the pointer reads over each slot.
    pub titles: Vec<String>,
    /// Pixels to be left free at the end.
    pub right: u32,
}

/// The place for the marks: where slots and values stand, and a pen.
pub(super) struct Plot<'a, 'p> {
    root: &'a Root<'p>,
    area: &'a DrawingArea<Pen<'p>, Cartesian2d<Slots, Axis>>,
    slots: i32,
    /// Where the slots begin, right of the axis' labels.
    pub left: i32,
    pub width: i32,
}

impl Plot<'_, '_> {
    /// The pixel in the middle of a slot at a value.
    pub fn at(&self, slot: usize, value: f64) -> (i32, i32) {
        self.area.map_coordinate(&(slot as f64 + 0.5, value))
    }

    /// How wide a slot is at least.
    pub fn slot_width(&self) -> i32 {
        let (x, _) = self.area.get_pixel_range();
        (x.end - x.start) / self.slots.max(1)
    }

    pub fn bar(&self, from: (i32, i32), to: (i32, i32), ink: Ink) -> Result<(), Failed> {
        self.root.draw(&Rectangle::new([from, to], ink.color().filled()))
    }

    pub fn line(&self, points: Vec<(i32, i32)>, ink: Ink) -> Result<(), Failed> {
        self.root.draw(&PathElement::new(points, ink.color()))
    }

    pub fn dot(&self, at: (i32, i32), ink: Ink) -> Result<(), Failed> {
        self.root.draw(&plotters::element::Circle::new(at, 3, ink.color().filled()))
    }

    pub fn text(&self, text: &str, at: (i32, i32), ink: Ink, h: HPos, v: VPos) -> Result<(), Failed> {
        self.root.draw_text(text, &style(ink, h, v), at)
    }
}

fn style(ink: Ink, h: HPos, v: VPos) -> TextStyle<'static> {
    ("sans-serif", TEXT).with_color(ink.color()).into_text_style(&(0, 0)).pos(Pos::new(h, v))
}

/// Draws a chart; `marks` draws what it is about.
pub(super) fn draw(
    frame: &Frame,
    plan: Plan<'_>,
    marks: impl FnOnce(&Plot<'_, '_>) -> Result<(), Failed>,
) -> String {
    let Frame { width, height, .. } = frame;
    let prefix = escape(&frame.prefix);
    let mut out = format!(
        "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" direction=\"ltr\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\">\
         <title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>",
        escape(&plan.words.title),
        escape(&plan.words.description)
    );
    let pen = Pen::new(&mut out, (*width, *height), frame.rtl, plan.titles.clone());
    // A drawing fails only where a chart has no room at all, which the least size of a frame rules out; what is drawn up to
    // then is whole elements.
    let _ = draw_within(pen, &plan, marks);
    out.push_str("</svg>");
    out
}

fn draw_within<'p>(
    pen: Pen<'p>,
    plan: &Plan<'_>,
    marks: impl FnOnce(&Plot<'_, 'p>) -> Result<(), Failed>,
) -> Result<(), Failed> {
    let root = pen.into_drawing_area();
    let (width, _) = root.dim_in_pixel();
    let widest = plan.axis.ticks().iter().map(|tick| text_width(&tick.label, TEXT)).max().unwrap_or(0);
    let grouped = plan.slots.iter().any(|slot| !slot.group.is_empty());
    let left = (widest + 8).min(width / 3);
    let bottom = LINE + 8 + if grouped { LINE } else { 0 };
    let mut chart = ChartBuilder::on(&root)
        .margin_top(LINE + 4)
        .margin_right(plan.right.max(2).min(width / 3))
        .set_label_area_size(LabelAreaPosition::Left, left)
        .set_label_area_size(LabelAreaPosition::Bottom, bottom)
        .build_cartesian_2d(Slots(plan.slots.len()), plan.axis.clone())?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .disable_x_axis()
        .axis_style(none())
        .bold_line_style(Ink::Grid.color())
        .light_line_style(none())
        .set_tick_mark_size(LabelAreaPosition::Left, 3)
        .label_style(style(Ink::Tick, HPos::Right, VPos::Center))
        .draw()?;
    let (x, y) = chart.plotting_area().get_pixel_range();
    let area = chart.plotting_area();
    let plot = Plot { root: &root, area, slots: plan.slots.len() as i32, left: x.start, width: width as i32 };
    marks(&plot)?;
    plot.line(vec![(x.start, y.end), (x.end, y.end)], Ink::Axis)?;
    labels(&plot, &plan.slots, y.end)?;
    // Last, so that the pointer meets them first.
    let edge = |slot: usize| area.map_coordinate(&(slot as f64, 0.0)).0;
    for slot in 0..plan.slots.len() {
        let band = [(edge(slot), y.start), (edge(slot + 1), y.end)];
        root.draw(&Rectangle::new(band, Ink::Band.color().filled()))?;
    }
    Ok(())
}

/// What stands on a line of labels: from where to where.
#[derive(Default)]
struct Line(Vec<(i32, i32)>);

impl Line {
    /// Takes a stretch if nothing is there yet.
    fn take(&mut self, (start, end): (i32, i32)) -> bool {
        let free = self.0.iter().all(|(from, to)| end + 4 <= *from || *to + 4 <= start);
        if free {
            self.0.push((start, end));
        }
        free
    }
}

/// The labels below the axis, as many as fit beside each other; and below them the groups, each where it begins. What stands apart comes
/// first, in the second line where there is no room in the first.
fn labels(plot: &Plot<'_, '_>, slots: &[&Slot], axis: i32) -> Result<(), Failed> {
    let room = plot.slot_width().max(1);
    let row = || slots.iter().enumerate().filter(|(_, slot)| !slot.apart);
    let widest = row().map(|(_, slot)| text_width(&slot.label, TEXT) as i32).max().unwrap_or(0) + 8;
    // Labels too long for their slot are cut to it where it is wide enough to read something, else every so many are shown:
    // those where a later group begins and at equal steps from there, or else the last.
    let cut = widest > room && room >= 56;
    let begins = row().skip(1).find(|(_, slot)| !slot.group.is_empty());
    let shown = begins.or(row().next_back()).map_or(0, |(index, _)| index);
    let least = if cut { 1 } else { ((widest + room - 1) / room).max(1) as usize };
    // Steps of which a year is a whole number show the same months of each.
    let every = [1, 2, 3, 4, 6, 12].into_iter().find(|step| *step >= least).unwrap_or(least);
    let grouped = slots.iter().any(|slot| !slot.group.is_empty());
    let mut lines = [Line::default(), Line::default()];
    // No text leaves the drawing.
    let label = |index: usize, slot: &Slot| {
        let (x, _) = plot.at(index, 0.0);
        let text = if cut { fit(&slot.label, TEXT, room as u32 - 8) } else { slot.label.clone() };
        let half = (text_width(&text, TEXT) as i32 + 1) / 2;
        (text, x, x.min(plot.width - half).max(half), half)
    };
    let write = |lines: &mut [Line], (text, x, middle, half): (String, i32, i32, i32)| {
        let line = lines.iter_mut().position(|line| line.take((middle - half, middle + half)));
        let Some(line) = line else { return Ok(()) };
        plot.line(vec![(x, axis), (x, axis + 4)], Ink::Axis)?;
        plot.text(&text, (middle, axis + 6 + line as i32 * LINE), Ink::Tick, HPos::Center, VPos::Top)
    };
    // From the end, so that where two meet the later one is kept.
    for (index, slot) in slots.iter().enumerate().rev().filter(|(_, slot)| slot.apart) {
        write(if grouped { &mut lines } else { &mut lines[..1] }, label(index, slot))?;
    }
    for (index, slot) in slots.iter().enumerate().rev().filter(|(_, slot)| !slot.apart) {
        if index.abs_diff(shown).is_multiple_of(every) {
            write(&mut lines[..1], label(index, slot))?;
        }
        let (x, _) = plot.at(index, 0.0);
        let long = text_width(&slot.group, TEXT) as i32 + 5;
        let start = (x - room / 2).min(plot.width - long).max(0);
        if !slot.group.is_empty() && lines[1].take((start, start + long)) {
            let top = axis + 6 + LINE;
            plot.line(vec![(start, top + 2), (start, top + LINE - 2)], Ink::Axis)?;
            plot.text(&slot.group, (start + 5, top), Ink::Tick, HPos::Left, VPos::Top)?;
        }
    }
    Ok(())
}

/// Places texts where they cover nothing: neither each other nor the marks.
#[derive(Default)]
pub(super) struct Room {
    taken: Vec<[i32; 4]>,
}

impl Room {
    /// Marks a rectangle (left, top, right, bottom) as taken.
    pub fn take(&mut self, area: [i32; 4]) {
        self.taken.push(area);
    }

    /// Where a text stands whose lower edge is centred on a point: the point, moved inside the plot; `None` if something is
    /// there. What is found is taken.
    pub fn above(&mut self, text: &str, (x, y): (i32, i32), plot: &Plot<'_, '_>) -> Option<(i32, i32)> {
        let half = text_width(text, TEXT) as i32 / 2 + 2;
        let x = x.min(plot.width - half).max(plot.left + half);
        let area = [x - half, y - LINE, x + half, y];
        let meets = |other: &[i32; 4]| {
            area[0] < other[2] && other[0] < area[2] && area[1] < other[3] && other[1] < area[3]
        };
        if y - LINE < 0 || self.taken.iter().any(meets) {
            return None;
        }
        self.take(area);
        Some((x, y))
    }
}
