//! Marks of the picture, mirrored where the page runs from right to left. Places are from the start of the reading direction.

use std::fmt::Write;

use super::super::svg::escape;

/// How a text is written.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The size of its letters, in pixels.
    pub size: f64,
    /// From line to line, in pixels.
    pub line: f64,
    /// Its classes.
    pub class: &'static str,
}

/// Which side of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Start,
    Middle,
    End,
}

/// Draws.
pub struct Pen {
    out: String,
    width: f64,
    rtl: bool,
}

impl Pen {
    pub fn new(width: f64, rtl: bool) -> Pen {
        Pen { out: String::new(), width, rtl }
    }

    fn x(&self, x: f64) -> f64 {
        if self.rtl { self.width - x } else { x }
    }

    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64), round: f64) {
        let x = if self.rtl { self.width - x - width } else { x };
        let round = if round > 0.0 { format!(" rx=\"{round}\"") } else { String::new() };
        let _ = write!(
            self.out,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"{round}/>"
        );
    }

    pub fn frame(&mut self, class: &str, at: (f64, f64), size: (f64, f64)) {
        self.rect(class, at, size, 0.0);
    }

    pub fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let (a, b) = (self.x(from.0), self.x(to.0));
        let _ = write!(
            self.out,
            "<path class=\"{class}\" fill=\"none\" d=\"M{a:.1} {:.1}L{b:.1} {:.1}\"/>",
            from.1, to.1
        );
    }

    /// A path that begins at a place and was drawn from left to right.
    pub fn path(&mut self, class: &str, path: &str, (x, y): (f64, f64)) {
        if path.is_empty() {
            return;
        }
        let turn = if self.rtl { " scale(-1 1)" } else { "" };
        let _ = write!(
            self.out,
            "<path class=\"{class}\" transform=\"translate({:.1} {y:.1}){turn}\" d=\"{path}\"/>",
            self.x(x)
        );
    }

    pub fn dot(&mut self, class: &str, (x, y): (f64, f64), radius: f64) {
        let _ = write!(
            self.out,
            "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{y:.1}\" r=\"{radius}\"/>",
            self.x(x)
        );
    }

    /// A diamond, for a moment of truth.
    pub fn diamond(&mut self, class: &str, (x, y): (f64, f64), half: f64) {
        let x = self.x(x);
        let _ = write!(
            self.out,
            "<path class=\"{class}\" d=\"M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}Z\"/>",
            y - half,
            x + half,
            y + half,
            x - half
        );
    }

    pub fn text(&mut self, text: &str, (x, base): (f64, f64), style: &Style, side: Side) {
        let anchor = match (side, self.rtl) {
            (Side::Middle, _) => "middle",
            (Side::Start, false) | (Side::End, true) => "start",
            (Side::End, false) | (Side::Start, true) => "end",
        };
        let _ = write!(
            self.out,
            "<text class=\"{}\" x=\"{:.1}\" y=\"{base:.1}\" font-size=\"{}\" text-anchor=\"{anchor}\">{}</text>",
            style.class,
            self.x(x),
            style.size,
            escape(text)
        );
    }

    /// Lines below each other, the first with its upper edge at `top`.
    pub fn lines(&mut self, lines: &[String], x: f64, top: f64, style: &Style) {
        for (at, line) in lines.iter().enumerate() {
            let base = top + at as f64 * style.line + style.line * 0.5 + style.size * 0.36;
            self.text(line, (x, base), style, Side::Start);
        }
    }

    /// The whole drawing.
    pub fn finish(self, height: f64, title: &str) -> String {
        let (width, height) = (self.width.ceil(), height.ceil());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             direction=\"ltr\" font-family=\"system-ui,sans-serif\"><title>{}</title>\
             <rect class=\"pic-ground\" width=\"{width}\" height=\"{height}\"/>{}</svg>",
            escape(title),
            self.out
        )
    }
}
