//! The drawing of what is laid out.

use std::fmt::Write;

use super::super::Fill;
use super::super::svg::{Ink, escape};
use super::super::text::fit;
use super::bands::{Band, LINE, Layout, MARK, Piece, STRONG, Spot, TEXT};
use super::{FlowChart, FlowKind};

/// The least width that a band is seen with, in pixels.
const LEAST: f64 = 1.5;

/// What goes back looks like no stage.
const BACK: &str = "ch-mark";
/// What a band looks like.
const SHEET: &str = "ch-area ch-sheet";
/// What the names of stages look like.
const NAME: &str = "ch-text ch-halo ch-strong";

/// From places along and across to pixels.
struct Canvas {
    wide: bool,
    mirrored: Option<f64>,
}

impl Canvas {
    fn at(&self, (along, across): Spot) -> Spot {
        let (x, y) = if self.wide { (along, across) } else { (across, along) };
        (self.mirrored.map_or(x, |width| width - x), y)
    }
}

pub(super) fn draw(chart: &FlowChart, width: u32, rtl: bool, prefix: &str) -> String {
    let layout = Layout::new(chart, width);
    let canvas = Canvas { wide: layout.wide, mirrored: rtl.then_some(f64::from(width)) };
    let height = if layout.wide { layout.size.1 } else { layout.size.0 }.ceil().max(LINE);
    let prefix = escape(prefix);
    let mut out = format!(
        "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" direction=\"ltr\" aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\">\
         <title id=\"{prefix}-title\">{}</title><desc id=\"{prefix}-desc\">{}</desc>",
        escape(&chart.words.title),
        escape(&chart.words.description)
    );
    for band in &layout.bands {
        draw_band(&mut out, chart, band, &canvas);
    }
    for (mark, node) in layout.marks.iter().zip(&chart.nodes) {
        let (one, other) =
            (canvas.at((mark.along, mark.across.0)), canvas.at((mark.along + MARK, mark.across.1)));
        let class = match node.fill {
            Fill::Hue(hue) => format!("ch-bar ch-fill hue-{hue}"),
            Fill::Ink(ink) => ["ch-bar", ink.class()].join(" "),
        };
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"3\"/>",
            one.0.min(other.0),
            one.1.min(other.1),
            (one.0 - other.0).abs(),
            (one.1 - other.1).abs()
        );
    }
    let (before, middle) = (if rtl { "start" } else { "end" }, "middle");
    let text = |out: &mut String, spot: Spot, anchor: &str, class: &str, text: &str| {
        let (x, y) = canvas.at(spot);
        let base = y + TEXT * 0.36;
        let _ = write!(
            out,
            "<text class=\"{class}\" x=\"{x:.1}\" y=\"{base:.1}\" font-size=\"{TEXT}\" text-anchor=\"{anchor}\">{}</text>",
            escape(text)
        );
    };
    // Texts last, so that no band covers them.
    for band in &layout.bands {
        let said = chart.bands.get(band.number).map(|band| band.text.as_str()).unwrap_or_default();
        let anchor = if band.before { before } else { middle };
        let said =
            if band.before && !layout.wide { fit(said, TEXT, layout.names as u32) } else { said.into() };
        if let Some(label) = band.label {
            text(&mut out, label, anchor, "ch-text ch-halo ch-value", &said);
        }
    }
    let room = match layout.marks.as_slice() {
        [first, second, ..] if layout.wide => second.along - first.along - 8.0,
        _ if layout.wide => f64::from(width) / 2.0,
        _ => layout.names,
    };
    for (at, (mark, node)) in layout.marks.iter().zip(&chart.nodes).enumerate() {
        let ends = at == 0 || at + 1 == layout.marks.len();
        // The first and the last have only half of their room within the drawing.
        let edge = (mark.along + MARK / 2.0).min(f64::from(width) - mark.along - MARK / 2.0);
        let room = if layout.wide && ends { room.min(2.0 * edge) } else { room };
        let name = fit(&node.name, STRONG, room.max(0.0) as u32);
        if layout.wide {
            let spot = (mark.along + MARK / 2.0, mark.across.0 - LINE / 2.0 - 2.0);
            text(&mut out, spot, middle, NAME, &name);
        } else {
            text(&mut out, (mark.along + MARK / 2.0, layout.names), before, NAME, &name);
        }
    }
    for (number, said, spot, is_before) in &layout.again {
        let title = chart.bands.get(*number).map(|band| band.title.as_str()).unwrap_or_default();
        let _ = write!(out, "<g class=\"ch-way\" data-slot=\"{number}\"><title>{}</title>", escape(title));
        text(&mut out, *spot, if *is_before { before } else { middle }, "ch-text ch-halo", said);
        out.push_str("</g>");
    }
    out.push_str("</svg>");
    out
}

fn draw_band(out: &mut String, chart: &FlowChart, band: &Band, canvas: &Canvas) {
    let Some(found) = chart.bands.get(band.number) else { return };
    let class = match found.kind {
        FlowKind::Lost(_) => Ink::Lost.class().to_owned(),
        FlowKind::Again(_) => BACK.to_owned(),
        FlowKind::In(_) | FlowKind::Away(_) => Ink::Quiet.class().to_owned(),
        FlowKind::Between(from, to) if from > to => BACK.to_owned(),
        FlowKind::Between(from, _) => match chart.nodes.get(from).map(|node| node.fill) {
            Some(Fill::Hue(hue)) => format!("ch-fill ch-stroke hue-{hue}"),
            Some(Fill::Ink(ink)) => ink.class().to_owned(),
            None => Ink::Plain.class().to_owned(),
        },
    };
    let width = band.width.max(LEAST);
    let middle = edge(canvas, band.start, &band.pieces, 0.0);
    let _ = write!(
        out,
        "<g class=\"ch-way\" data-slot=\"{}\" data-width=\"{width:.2}\"><title>{}</title>",
        band.number,
        escape(&found.title)
    );
    let end = match band.pieces.last() {
        Some(Piece::Line(end) | Piece::Ess(end) | Piece::Turn(end)) => *end,
        None => band.start,
    };
    if band.pieces.iter().any(|piece| matches!(piece, Piece::Turn(_))) {
        // What turns away is as thick across the way as along it.
        let _ = write!(
            out,
            "<path class=\"ch-ribbon {class}\" fill=\"none\" stroke-width=\"{width:.2}\" d=\"{middle}\"/>"
        );
    } else {
        // As wide across the way wherever it is: a thick line would have corners where it bends. The line around it keeps a thin one
        // in sight where it runs across.
        let half = (width - LEAST) / 2.0;
        let one = edge(canvas, band.start, &band.pieces, -half);
        let other = edge(canvas, end, &reversed(band.start, &band.pieces), half);
        let ring = [one, other.replacen('M', "L", 1), "Z".into()].concat();
        let _ = write!(out, "<path class=\"{SHEET} {class}\" stroke-width=\"{LEAST}\" d=\"{ring}\"/>");
    }
    if band.is_back {
        // The tip points into the stage that the band comes to, against the way.
        let half = (width / 2.0 + 3.0).min(9.0);
        let tip = [(end.0 - 1.0, end.1), (end.0 + 8.0, end.1 - half), (end.0 + 8.0, end.1 + half)];
        let [tip, one, other] = tip.map(|spot| canvas.at(spot));
        let _ = write!(
            out,
            "<path class=\"ch-area {class}\" d=\"M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z\"/>",
            tip.0, tip.1, one.0, one.1, other.0, other.1
        );
    }
    // A thin band is as easy to meet as a wide one.
    let _ = write!(
        out,
        "<path class=\"ch-hit\" fill=\"none\" pointer-events=\"stroke\" stroke-width=\"14\" d=\"{middle}\"/></g>"
    );
}

/// The path of a band's edge, so far across from its middle.
fn edge(canvas: &Canvas, start: Spot, pieces: &[Piece], by: f64) -> String {
    let mut path = String::new();
    let at = |spot: Spot| canvas.at((spot.0, spot.1 + by));
    let (x, y) = at(start);
    let _ = write!(path, "M{x:.1} {y:.1}");
    let mut from = start;
    for piece in pieces {
        from = match *piece {
            Piece::Line(to) => {
                let (x, y) = at(to);
                let _ = write!(path, "L{x:.1} {y:.1}");
                to
            }
            Piece::Ess(to) => {
                let middle = (from.0 + to.0) / 2.0;
                path.push('C');
                for (x, y) in [(middle, from.1), (middle, to.1), to].map(at) {
                    let _ = write!(path, "{x:.1} {y:.1} ");
                }
                to
            }
            Piece::Turn(to) => {
                let (bend, end) = (at((to.0, from.1)), at(to));
                let _ = write!(path, "Q{:.1} {:.1} {:.1} {:.1}", bend.0, bend.1, end.0, end.1);
                to
            }
        };
    }
    path
}

/// The pieces of a band on the way back, from its end to its start.
fn reversed(start: Spot, pieces: &[Piece]) -> Vec<Piece> {
    let end = |piece: &Piece| match *piece {
        Piece::Line(end) | Piece::Ess(end) | Piece::Turn(end) => end,
    };
    let starts = std::iter::once(start).chain(pieces.iter().map(end));
    let turned = pieces.iter().zip(starts).map(|(piece, start)| match piece {
        Piece::Line(_) => Piece::Line(start),
        Piece::Ess(_) => Piece::Ess(start),
        Piece::Turn(_) => Piece::Turn(start),
    });
    let mut turned: Vec<Piece> = turned.collect();
    turned.reverse();
    turned
}
