//! A drawing as a file of its own: with its title, the rule that it was counted by, and its colours in it.

use std::fmt::Write;

use super::svg::escape;
use super::text::wrap;

/// A colour that the page's style sheet gives to a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paint {
    /// The token, such as `ink-soft`.
    pub token: &'static str,
    /// The colour as CSS writes it, such as `rgb(26, 31, 41)`.
    pub colour: String,
}

/// The tokens that [`standalone`] asks for.
pub const TOKENS: [&str; 22] = [
    "card",
    "ink",
    "ink-soft",
    "line",
    "line-strong",
    "accent",
    "accent-soft",
    "good",
    "bad",
    "warn",
    "sunk",
    "paper",
    "good-soft",
    "bad-soft",
    "stage-0",
    "stage-1",
    "stage-2",
    "stage-3",
    "stage-4",
    "stage-5",
    "stage-6",
    "stage-7",
];

/// The classes of drawings, as in style/insights.css, with tokens for what a page's theme decides.
const RULES: &str = "\
text{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",Arial,sans-serif}\
.ch-text{fill:$ink-soft$}.ch-text.ch-value{fill:$ink$}.ch-text.ch-strong{fill:$ink$;font-weight:600}\
.ch-line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}\
.ch-line.ch-grid,.ch-line.ch-axis{stroke-width:1}\
.ch-grid{stroke:$line$}.ch-axis{stroke:$line-strong$}\
.ch-line.ch-won{stroke:$good$}.ch-line.ch-lost{stroke:$bad$}.ch-line.ch-open,.ch-line.ch-plain{stroke:$accent$}.ch-line.ch-quiet{stroke:$ink-soft$}\
.ch-bar.ch-won,.ch-dot.ch-won,.ch-area.ch-won{fill:$good$}.ch-bar.ch-lost,.ch-dot.ch-lost,.ch-area.ch-lost{fill:$bad$}\
.ch-bar.ch-open,.ch-dot.ch-open,.ch-area.ch-open,.ch-bar.ch-plain,.ch-dot.ch-plain,.ch-area.ch-plain{fill:$accent$}\
.ch-bar.ch-quiet,.ch-dot.ch-quiet,.ch-area.ch-quiet{fill:$ink-soft$}.ch-bar.ch-grid{fill:$line$}\
.ch-bar.ch-warn,.ch-dot.ch-warn{fill:$warn$}.ch-line.ch-warn{stroke:$warn$}\
.ch-line.ch-mark{stroke:$ink$}.ch-track{fill:$sunk$}.ch-soft{opacity:.45}.ch-dashed{stroke-dasharray:4 4}\
.ch-fill.hue-0{fill:$stage-0$}.ch-fill.hue-1{fill:$stage-1$}.ch-fill.hue-2{fill:$stage-2$}.ch-fill.hue-3{fill:$stage-3$}\
.ch-fill.hue-4{fill:$stage-4$}.ch-fill.hue-5{fill:$stage-5$}.ch-fill.hue-6{fill:$stage-6$}.ch-fill.hue-7{fill:$stage-7$}\
.ch-stroke.hue-0{stroke:$stage-0$}.ch-stroke.hue-1{stroke:$stage-1$}.ch-stroke.hue-2{stroke:$stage-2$}.ch-stroke.hue-3{stroke:$stage-3$}\
.ch-stroke.hue-4{stroke:$stage-4$}.ch-stroke.hue-5{stroke:$stage-5$}.ch-stroke.hue-6{stroke:$stage-6$}.ch-stroke.hue-7{stroke:$stage-7$}\
.pic-title{fill:$ink$;font-weight:650}.pic-rule{fill:$ink-soft$}.pic-ground{fill:$card$}";

const MARGIN: u32 = 20;
const TITLE: f64 = 17.0;
const RULE: f64 = 12.5;

/// A drawing of this room (`<svg … width height>`) with title and rule above it, on a ground, as SVG that needs no style sheet.
/// Colours that are no plain CSS colours are left out.
pub fn standalone(svg: &str, title: &str, rule: &str, paints: &[Paint]) -> String {
    let (width, height) = (size(svg, "width"), size(svg, "height"));
    let room = width.max(240);
    let titles = wrap(title, TITLE, room, 4);
    let rules = wrap(rule, RULE, room, 6);
    let head = titles.len() as u32 * 23 + rules.len() as u32 * 17 + 12;
    let (all_width, all_height) = (room + 2 * MARGIN, head + height + 2 * MARGIN);
    let mut style = RULES.to_owned();
    for paint in paints {
        let plain = |c: char| {
            c.is_ascii_alphanumeric() || matches!(c, '#' | '(' | ')' | ',' | '.' | ' ' | '%' | '/' | '-')
        };
        let colour = if paint.colour.chars().all(plain) { paint.colour.as_str() } else { "currentColor" };
        style = style.replace(&format!("${}$", paint.token), colour);
    }
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all_width}\" height=\"{all_height}\" viewBox=\"0 0 {all_width} {all_height}\">\
         <style>{style}</style><rect class=\"pic-ground\" width=\"{all_width}\" height=\"{all_height}\"/>"
    );
    let mut y = f64::from(MARGIN);
    for (lines, class, text_size, step) in
        [(&titles, "pic-title", TITLE, 23.0), (&rules, "pic-rule", RULE, 17.0)]
    {
        for line in lines {
            let _ = write!(
                out,
                "<text class=\"{class}\" x=\"{MARGIN}\" y=\"{}\" font-size=\"{text_size}\">{}</text>",
                y + text_size,
                escape(line)
            );
            y += step;
        }
    }
    let placed = svg.replacen("<svg ", &format!("<svg x=\"{MARGIN}\" y=\"{}\" ", MARGIN + head), 1);
    out.push_str(&placed);
    out.push_str("</svg>");
    out
}

/// The size of a picture of this room, in pixels.
pub fn picture_size(svg: &str) -> (u32, u32) {
    (size(svg, "width"), size(svg, "height"))
}

fn size(svg: &str, name: &str) -> u32 {
    let tag = svg.split('>').next().unwrap_or_default();
    let found = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    found
        .and_then(|number| number.parse::<f64>().ok())
        .map_or(0, |number| number.clamp(0.0, 8000.0).ceil() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_says_its_title_escaped_and_needs_nothing_else() {
        let svg = "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"240\"><rect class=\"ch-bar ch-won\"/></svg>";
        let paints: Vec<Paint> = TOKENS
            .iter()
            .map(|token| Paint { token, colour: "rgb(1, 2, 3)".into() })
            .chain([Paint { token: "ink", colour: "red}</style><script>".into() }])
            .collect();
        let picture = standalone(svg, "A <b> & \"B\"", "counted", &paints);
        assert_eq!(picture_size(&picture), (680, 23 + 17 + 12 + 240 + 40));
        assert!(picture.contains("A &lt;b&gt; &amp;") && !picture.contains("script"), "{picture}");
        assert!(
            !picture.contains('$') && !picture.contains("url(") && !picture.contains("href"),
            "{picture}"
        );
        assert_eq!(picture.matches("<svg ").count(), 2);
    }
}
