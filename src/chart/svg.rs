//! The backend: plotters draws, this writes SVG.
//!
//! A colour of plotters carries no colour here but an [`Ink`], which becomes a class; a shape becomes a class too
//! (`ch-bar`, `ch-line`, `ch-dot`, `ch-text`). A theme is a style sheet.

use std::convert::Infallible;
use std::fmt::Write;
use std::vec::IntoIter;

use plotters::style::{Color, RGBAColor, RGBColor};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::text::text_width;

/// What a mark stands for; the style sheet gives it a colour by its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The lines behind the marks.
    Grid,
    /// The line that the marks stand on.
    Axis,
    /// The text of an axis.
    Tick,
    /// The number beside a mark.
    Value,
    /// The number beside the mark that matters most.
    Strong,
    /// The invisible band over a slot that the pointer meets.
    Band,
    /// What was won.
    Won,
    /// What was lost.
    Lost,
    /// What is open.
    Open,
    /// Anything else, in the accent.
    Plain,
    /// Anything else, behind what matters.
    Quiet,
    /// What somebody should look at.
    Warn,
    /// What is open and may come, fainter than what is.
    Likely,
    /// What somebody should look at and may come, fainter.
    Late,
    /// Anything else that may come, fainter.
    Someday,
    /// The ground behind what matters most.
    Track,
    /// What is to be reached.
    Mark,
    /// Text on a mark, in the colour of the ground.
    Ground,
}

impl Ink {
    const ALL: [Ink; 18] = [
        Ink::Grid,
        Ink::Axis,
        Ink::Tick,
        Ink::Value,
        Ink::Strong,
        Ink::Band,
        Ink::Won,
        Ink::Lost,
        Ink::Open,
        Ink::Plain,
        Ink::Quiet,
        Ink::Warn,
        Ink::Likely,
        Ink::Late,
        Ink::Someday,
        Ink::Track,
        Ink::Mark,
        Ink::Ground,
    ];

    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Ink::Grid => "ch-grid",
            Ink::Axis => "ch-axis",
            Ink::Tick => "ch-tick",
            Ink::Value => "ch-value",
            Ink::Strong => "ch-strong",
            Ink::Band => "ch-band",
            Ink::Won => "ch-won",
            Ink::Lost => "ch-lost",
            Ink::Open => "ch-open",
            Ink::Plain => "ch-plain",
            Ink::Quiet => "ch-quiet",
            Ink::Warn => "ch-warn",
            Ink::Likely => "ch-open ch-soft",
            Ink::Late => "ch-warn ch-soft",
            Ink::Someday => "ch-quiet ch-soft",
            Ink::Track => "ch-track",
            Ink::Mark => "ch-mark",
            Ink::Ground => "ch-ground",
        }
    }

    /// As plotters carries it to the backend.
    pub(super) fn color(self) -> RGBColor {
        RGBColor(self as u8, 0, 0)
    }

    fn of(color: BackendColor) -> Ink {
        Ink::ALL.into_iter().find(|ink| *ink as u8 == color.rgb.0).unwrap_or(Ink::Plain)
    }
}

/// A colour that leaves no mark.
pub(super) fn none() -> RGBAColor {
    Ink::Grid.color().mix(0.0)
}

/// A text as it may stand in an element or an attribute: what has a meaning in SVG is escaped, what is not allowed there
/// (control characters) is left out.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' => safe.push('\n'),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// Writes what plotters draws behind what is there already.
pub(super) struct Pen<'a> {
    out: &'a mut String,
    size: (u32, u32),
    /// Whether everything stands on the other side: what plotters lays out from left to right is read from right to left.
    rtl: bool,
    /// What the pointer reads on the bands, in the order in which they are drawn.
    titles: IntoIter<String>,
    /// How many bands are drawn.
    bands: usize,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Pen<'a> {
    pub(super) fn new(out: &'a mut String, size: (u32, u32), rtl: bool, titles: Vec<String>) -> Pen<'a> {
        Pen { out, size, rtl, titles: titles.into_iter(), bands: 0 }
    }

    /// Where what is laid out at a place stands.
    fn x(&self, x: i32) -> i32 {
        if self.rtl { self.size.0 as i32 - x } else { x }
    }

    // Writing to a string cannot fail, so that these results say nothing.
    fn path(
        &mut self,
        points: impl IntoIterator<Item = BackendCoord>,
        shape: &str,
        color: BackendColor,
        end: &str,
    ) {
        if color.alpha == 0.0 {
            return;
        }
        let fill = if end.is_empty() { r#" fill="none""# } else { "" };
        let _ = write!(self.out, r#"<path class="{shape} {}"{fill} d=""#, Ink::of(color).class());
        for (index, (x, y)) in points.into_iter().enumerate() {
            let x = self.x(x);
            let _ = write!(self.out, "{}{x} {y}", if index == 0 { 'M' } else { 'L' });
        }
        let _ = write!(self.out, r#"{end}"/>"#);
    }
}

impl DrawingBackend for Pen<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.path([from, to], "ch-line", style.color(), "");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(path, "ch-line", style.color(), "");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        self.path(points, "ch-area", style.color(), "Z");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let color = style.color();
        let ink = Ink::of(color);
        if color.alpha == 0.0 {
            return Ok(());
        }
        let (width, height) = (b.0 - a.0, b.1 - a.1);
        let (shape, fill) = if ink == Ink::Band {
            ("", r#" fill="none" pointer-events="all""#)
        } else if fill {
            ("ch-bar ", "")
        } else {
            ("ch-box ", r#" fill="none""#)
        };
        let slot = match ink {
            Ink::Band => format!(r#" data-slot="{}""#, self.bands),
            _ => String::new(),
        };
        let _ = write!(
            self.out,
            r#"<rect class="{shape}{}"{slot}{fill} x="{}" y="{}" width="{}" height="{}""#,
            ink.class(),
            self.x(a.0).min(self.x(b.0)),
            a.1,
            width.max(0),
            height.max(0)
        );
        let title = if ink == Ink::Band { self.titles.next() } else { None };
        self.bands += usize::from(ink == Ink::Band);
        match title {
            Some(title) => {
                let _ = write!(self.out, "><title>{}</title></rect>", escape(&title));
            }
            None => self.out.push_str("/>"),
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        let color = style.color();
        let x = self.x(x);
        if color.alpha > 0.0 {
            let _ = write!(
                self.out,
                r#"<circle class="ch-dot {}" cx="{x}" cy="{y}" r="{radius}"/>"#,
                Ink::of(color).class()
            );
        }
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        let color = style.color();
        if color.alpha == 0.0 || text.is_empty() {
            return Ok(());
        }
        let size = style.size();
        // From the anchor down to the line that the letters stand on.
        let down = match style.anchor().v_pos {
            VPos::Top => size * 0.92,
            VPos::Center => size * 0.36,
            VPos::Bottom => size * -0.22,
        };
        let anchor = match (style.anchor().h_pos, self.rtl) {
            (HPos::Left, false) | (HPos::Right, true) => "start",
            (HPos::Center, _) => "middle",
            (HPos::Right, false) | (HPos::Left, true) => "end",
        };
        let x = self.x(x);
        let _ = write!(
            self.out,
            r#"<text class="ch-text {}" x="{x}" y="{}" font-size="{size}" text-anchor="{anchor}">{}</text>"#,
            Ink::of(color).class(),
            y + down.round() as i32,
            escape(text)
        );
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text_width(text, style.size()), (style.size() * 1.2).ceil() as u32))
    }

    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Ok(())
    }
}
