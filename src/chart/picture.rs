//! A drawing as a file of its own: with its title, the rule that it was counted by, and its colours in it.

use std::collections::BTreeMap;
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

/// What the classes of drawings look like, as in style/insights.css: if a mark has all of these classes, this attribute has this value
/// (with `$token$` for what the theme decides). Later rules win. As attributes and not as a style sheet, which a page's policy
/// may forbid in pictures too.
const RULES: &[(&str, &str, &str)] = &[
    ("ch-text", "fill", "$ink-soft$"),
    ("ch-text ch-value", "fill", "$ink$"),
    ("ch-text ch-strong", "fill", "$ink$"),
    ("ch-text ch-strong", "font-weight", "600"),
    ("ch-text ch-ground", "fill", "$card$"),
    ("ch-text ch-ground", "font-weight", "600"),
    ("ch-line", "stroke-width", "2"),
    ("ch-line", "stroke-linejoin", "round"),
    ("ch-line", "stroke-linecap", "round"),
    ("ch-line ch-grid", "stroke-width", "1"),
    ("ch-line ch-axis", "stroke-width", "1"),
    ("ch-line ch-grid", "stroke", "$line$"),
    ("ch-line ch-axis", "stroke", "$line-strong$"),
    ("ch-line ch-won", "stroke", "$good$"),
    ("ch-line ch-lost", "stroke", "$bad$"),
    ("ch-line ch-open", "stroke", "$accent$"),
    ("ch-line ch-plain", "stroke", "$accent$"),
    ("ch-line ch-quiet", "stroke", "$ink-soft$"),
    ("ch-line ch-warn", "stroke", "$warn$"),
    ("ch-line ch-mark", "stroke", "$ink$"),
    ("ch-bar ch-grid", "fill", "$line$"),
    ("ch-bar ch-track", "fill", "$sunk$"),
    ("ch-won", "fill", "$good$"),
    ("ch-lost", "fill", "$bad$"),
    ("ch-open", "fill", "$accent$"),
    ("ch-plain", "fill", "$accent$"),
    ("ch-quiet", "fill", "$ink-soft$"),
    ("ch-warn", "fill", "$warn$"),
    ("ch-line", "fill", "none"),
    ("ch-box", "fill", "none"),
    ("hue-0", HUE, "$stage-0$"),
    ("hue-1", HUE, "$stage-1$"),
    ("hue-2", HUE, "$stage-2$"),
    ("hue-3", HUE, "$stage-3$"),
    ("hue-4", HUE, "$stage-4$"),
    ("hue-5", HUE, "$stage-5$"),
    ("hue-6", HUE, "$stage-6$"),
    ("hue-7", HUE, "$stage-7$"),
    ("ch-soft", "opacity", ".45"),
    ("ch-dashed", "stroke-dasharray", "4 4"),
    ("ch-ribbon", "opacity", ".4"),
    ("ch-ribbon ch-lost", "stroke", "$bad$"),
    ("ch-ribbon ch-quiet", "stroke", "$ink-soft$"),
    ("ch-sheet", "opacity", ".4"),
    ("ch-sheet ch-won", "stroke", "$good$"),
    ("ch-sheet ch-plain", "stroke", "$accent$"),
    ("ch-sheet ch-quiet", "stroke", "$ink-soft$"),
    ("ch-sheet ch-mark", "stroke", "$ink$"),
    ("ch-area ch-mark", "fill", "$ink$"),
    ("ch-halo", "stroke", "$card$"),
    ("ch-halo", "stroke-width", "3"),
    ("ch-halo", "stroke-linejoin", "round"),
    ("ch-halo", "paint-order", "stroke"),
    ("map-head", "fill", "$paper$"),
    ("map-note", "fill", "$card$"),
    ("map-note", "stroke", "$line$"),
    ("map-rule", "stroke", "$line$"),
    ("map-strong", "stroke", "$line-strong$"),
    ("map-faint", "stroke", "$line$"),
    ("map-faint", "stroke-dasharray", "1 5"),
    ("map-frame", "fill", "none"),
    ("map-frame", "stroke", "$line-strong$"),
    ("map-tint-accent", "fill", "$accent-soft$"),
    ("map-tint-accent", "opacity", ".5"),
    ("map-tint-bad", "fill", "$bad-soft$"),
    ("map-tint-bad", "opacity", ".6"),
    ("map-tint-good", "fill", "$good-soft$"),
    ("map-tint-good", "opacity", ".6"),
    ("map-tint-sunk", "fill", "$sunk$"),
    ("map-tint-sunk", "opacity", ".5"),
    ("map-dot", "fill", "$card$"),
    ("map-dot", "stroke", "$accent$"),
    ("map-dot", "stroke-width", "3"),
    ("map-aim", "fill", "$card$"),
    ("map-aim", "stroke", "$good$"),
    ("map-aim", "stroke-width", "2"),
    ("pic-title", "fill", "$ink$"),
    ("pic-title", "font-weight", "650"),
    ("pic-rule", "fill", "$ink-soft$"),
    ("pic-ground", "fill", "$card$"),
];

/// Stands for `fill` on what is filled (`ch-fill`) and for `stroke` on what is drawn as a line (`ch-stroke`).
const HUE: &str = "hue";
const FONT: &str = "system-ui,sans-serif";

/// The attributes that marks of these classes have, but for those that the tag has itself.
fn attributes(classes: &str, tag: &str) -> String {
    let has = |class: &str| classes.split(' ').any(|own| own == class);
    let mut found: BTreeMap<&str, &str> = BTreeMap::new();
    for (all, attribute, value) in RULES.iter().copied() {
        if !all.split(' ').all(has) {
            continue;
        }
        if attribute != HUE {
            found.insert(attribute, value);
            continue;
        }
        if has("ch-fill") {
            found.insert("fill", value);
        }
        if has("ch-stroke") {
            found.insert("stroke", value);
        }
    }
    found.retain(|name, _| !tag.contains(&format!(" {name}=\"")));
    let written: Vec<String> = found.iter().map(|(name, value)| format!("{name}=\"{value}\"")).collect();
    written.join(" ")
}

/// Markup of this room with attributes instead of classes. Texts hold no quotation marks: they are escaped.
fn attributed(markup: &str) -> String {
    const CLASS: &str = "class=\"";
    let mut out = String::with_capacity(markup.len() * 2);
    let mut rest = markup;
    while let Some((before, behind)) = rest.split_once(CLASS) {
        let (classes, behind) = behind.split_once('"').unwrap_or((behind, ""));
        out.push_str(before);
        let (start, end) =
            (before.rsplit('<').next().unwrap_or_default(), behind.split('>').next().unwrap_or_default());
        out.push_str(&attributes(classes, &format!(" {start} {end}")));
        rest = behind;
    }
    out.push_str(rest);
    out
}

const MARGIN: u32 = 20;
const TITLE: f64 = 17.0;
const RULE: f64 = 12.5;

/// A drawing of this room (`<svg … width height>`) with title and rule above it, on a ground, as SVG that needs no style sheet.
/// Colours that are no plain CSS colours are left out.
pub fn standalone(svg: &str, title: &str, rule: &str, paints: &[Paint]) -> String {
    let (width, height) = (size(svg, "width"), size(svg, "height"));
    let room = width.max(240);
    // Bold letters are wider than those that are measured.
    let titles = wrap(title, TITLE, room * 87 / 100, 4);
    let rules = wrap(rule, RULE, room, 6);
    let head = titles.len() as u32 * 23 + rules.len() as u32 * 17 + 12;
    let (all_width, all_height) = (room + 2 * MARGIN, head + height + 2 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{all_width}\" height=\"{all_height}\" viewBox=\"0 0 {all_width} {all_height}\" \
         font-family=\"{FONT}\"><rect class=\"pic-ground\" width=\"{all_width}\" height=\"{all_height}\"/>"
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
    painted(&out, paints)
}

/// Markup of this room with its colours in it, as attributes. Colours that are no plain CSS colours are left out.
pub(super) fn painted(markup: &str, paints: &[Paint]) -> String {
    let mut out = attributed(markup);
    for paint in paints {
        let plain = |c: char| {
            c.is_ascii_alphanumeric() || matches!(c, '#' | '(' | ')' | ',' | '.' | ' ' | '%' | '/' | '-')
        };
        let colour = if paint.colour.chars().all(plain) { paint.colour.as_str() } else { "currentColor" };
        out = out.replace(&format!("\"${}$\"", paint.token), &format!("\"{colour}\""));
    }
    // A browser may not have told all.
    TOKENS.iter().fold(out, |out, token| out.replace(&format!("\"${token}$\""), "\"currentColor\""))
}

/// The size of a picture of this room, in pixels.
pub fn picture_size(svg: &str) -> (u32, u32) {
    (size(svg, "width"), size(svg, "height"))
}

/// The longest side of a drawing, in pixels: some thousands of rows.
const MOST: f64 = 200_000.0;

fn size(svg: &str, name: &str) -> u32 {
    let tag = svg.split('>').next().unwrap_or_default();
    let found = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    found
        .and_then(|number| number.parse::<f64>().ok())
        .map_or(0, |number| number.clamp(0.0, MOST).ceil() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tall_drawing_is_whole() {
        let svg =
            "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"18004\"></svg>";
        let (_, height) = picture_size(&standalone(svg, "T", "R", &[]));
        assert!(height > 18_004, "{height}");
    }

    #[test]
    fn a_picture_says_its_title_escaped_and_needs_nothing_else() {
        let svg = "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"240\"><rect class=\"ch-bar ch-won\"/>\
                   <path class=\"ch-line ch-won\" fill=\"none\" d=\"M0 0\"/></svg>";
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
        let line = picture.split("<path").nth(1).expect("a line").split('>').next().expect("a tag");
        assert_eq!(line.matches("fill=").count(), 1, "{line}");
        assert!(line.contains("stroke=\"rgb(1, 2, 3)\""), "{line}");
    }
}
