//! Style sheets as rules and declarations, and colours as numbers: as much of CSS as this house writes.

/// A declaration and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    /// The at-rules and selectors around it, from the outside.
    pub within: Vec<String>,
    pub name: String,
    pub value: String,
    pub line: usize,
}

impl Declaration {
    /// The selectors around it, without at-rules.
    pub fn selectors(&self) -> impl Iterator<Item = &str> {
        self.within.iter().map(String::as_str).filter(|prelude| !prelude.starts_with('@'))
    }
}

/// All declarations of a sheet, and all preludes that open a block, with their lines.
pub fn read(css: &str) -> (Vec<Declaration>, Vec<(String, usize)>) {
    let (mut declarations, mut preludes) = (Vec::new(), Vec::new());
    let mut within: Vec<String> = Vec::new();
    let (mut text, mut line, mut parens, mut quote) = (String::new(), 1, 0, None);
    let mut chars = css.chars().peekable();
    let mut started = 1;
    while let Some(c) = chars.next() {
        if c == '\n' {
            line += 1;
        }
        if let Some(end) = quote {
            text.push(c);
            quote = (c != end).then_some(end);
            continue;
        }
        if c == '/' && chars.peek() == Some(&'*') {
            chars.next();
            let mut last = ' ';
            for c in chars.by_ref() {
                line += usize::from(c == '\n');
                if last == '*' && c == '/' {
                    break;
                }
                last = c;
            }
            continue;
        }
        match c {
            '"' | '\'' => quote = Some(c),
            '(' | '[' => parens += 1,
            ')' | ']' => parens -= 1,
            '{' if parens == 0 => {
                let prelude = squeeze(&text);
                preludes.push((prelude.clone(), started));
                within.push(prelude);
                text.clear();
                continue;
            }
            ';' | '}' if parens == 0 => {
                if let Some((name, value)) = text.split_once(':').filter(|_| !within.is_empty()) {
                    declarations.push(Declaration {
                        within: within.clone(),
                        name: squeeze(name),
                        value: squeeze(value),
                        line: started,
                    });
                }
                text.clear();
                if c == '}' {
                    within.pop();
                }
                continue;
            }
            _ => {}
        }
        if text.trim().is_empty() {
            text.clear();
            started = line;
        }
        text.push(c);
    }
    (declarations, preludes)
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of a value, split at spaces (or at `sign`) outside of brackets.
pub fn parts(value: &str, sign: char) -> Vec<String> {
    let (mut out, mut part, mut depth) = (Vec::new(), String::new(), 0);
    for c in value.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if c == sign && depth == 0 {
            if !part.trim().is_empty() {
                out.push(part.trim().to_owned());
            }
            part.clear();
        } else {
            part.push(c);
        }
    }
    if !part.trim().is_empty() {
        out.push(part.trim().to_owned());
    }
    out
}

// --- colours ---

/// A colour: red, green, blue and opacity, each from 0 to 1, as sRGB encodes them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Colour(pub [f64; 4]);

impl Colour {
    /// A colour as it is written; variables are to be put in before. `None` if this reader does not know the form.
    pub fn read(text: &str) -> Option<Colour> {
        let text = text.trim();
        if let Some(hex) = text.strip_prefix('#') {
            return from_hex(hex);
        }
        match text {
            "white" => return from_hex("fff"),
            "black" => return from_hex("000"),
            "transparent" => return from_hex("0000"),
            _ => {}
        }
        let (name, inside) = text.strip_suffix(')')?.split_once('(')?;
        if name == "color-mix" {
            return mix(inside);
        }
        let (numbers, opacity) = match inside.split_once('/') {
            Some((numbers, opacity)) => (numbers, number(opacity, 1.0)?),
            None => (inside, 1.0),
        };
        let numbers: Vec<&str> =
            numbers.split(|c: char| c == ',' || c.is_whitespace()).filter(|part| !part.is_empty()).collect();
        let [a, b, c] = [numbers.first()?, numbers.get(1)?, numbers.get(2)?];
        let opacity = numbers.get(3).map_or(Some(opacity), |last| number(last, 1.0))?;
        let [red, green, blue] = match name {
            "rgb" | "rgba" => {
                [number(a, 255.0)? / 255.0, number(b, 255.0)? / 255.0, number(c, 255.0)? / 255.0]
            }
            "hsl" | "hsla" => from_hsl(degrees(a)?, number(b, 1.0)?, number(c, 1.0)?),
            "oklch" => {
                let (chroma, hue) = (number(b, 0.4)?, degrees(c)?.to_radians());
                from_oklab([number(a, 1.0)?, chroma * hue.cos(), chroma * hue.sin()])
            }
            "oklab" => from_oklab([number(a, 1.0)?, number(b, 0.4)?, number(c, 0.4)?]),
            _ => return None,
        };
        Some(Colour([red, green, blue, opacity].map(|part| part.clamp(0.0, 1.0))))
    }

    /// This colour painted over an opaque one.
    pub fn over(self, ground: Colour) -> Colour {
        let Colour([red, green, blue, opacity]) = self;
        let blend = |top: f64, below: f64| top * opacity + below * (1.0 - opacity);
        let Colour([r, g, b, _]) = ground;
        Colour([blend(red, r), blend(green, g), blend(blue, b), 1.0])
    }

    /// Relative luminance (WCAG 2.2).
    fn luminance(self) -> f64 {
        let Colour([red, green, blue, _]) = self;
        let [red, green, blue] = [red, green, blue].map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// The contrast of a text on a ground, from 1 to 21 (WCAG 2.2, 1.4.3).
pub fn contrast(text: Colour, ground: Colour) -> f64 {
    let (a, b) = (text.over(ground).luminance(), ground.luminance());
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn from_hex(hex: &str) -> Option<Colour> {
    let digits: Vec<f64> =
        hex.chars().map(|c| c.to_digit(16).map(f64::from)).collect::<Option<Vec<f64>>>()?;
    let part = |index: usize| match digits.len() {
        3 | 4 => digits.get(index).map(|d| d * 17.0 / 255.0),
        6 | 8 => digits.get(2 * index..2 * index + 2).map(|pair| (pair[0] * 16.0 + pair[1]) / 255.0),
        _ => None,
    };
    Some(Colour([part(0)?, part(1)?, part(2)?, part(3).unwrap_or(1.0)]))
}

/// A number, or a percentage of `whole`.
fn number(text: &str, whole: f64) -> Option<f64> {
    let text = text.trim();
    match text.strip_suffix('%') {
        Some(percent) => percent.parse::<f64>().ok().map(|percent| percent / 100.0 * whole),
        None if text == "none" => Some(0.0),
        None => text.parse().ok(),
    }
}

fn degrees(text: &str) -> Option<f64> {
    number(text.trim().trim_end_matches("deg"), 360.0)
}

fn linear(part: f64) -> f64 {
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

fn encoded(part: f64) -> f64 {
    if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 }
}

fn from_hsl(hue: f64, saturation: f64, lightness: f64) -> [f64; 3] {
    let a = saturation * lightness.min(1.0 - lightness);
    [0.0, 8.0, 4.0].map(|n: f64| {
        let k = (n + hue / 30.0).rem_euclid(12.0);
        lightness - a * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0)
    })
}

/// From CIE-like Oklab (Ottosson 2020) to encoded sRGB.
fn from_oklab([lightness, a, b]: [f64; 3]) -> [f64; 3] {
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
    .map(encoded)
}

fn to_oklab(Colour([red, green, blue, _]): Colour) -> [f64; 3] {
    let [red, green, blue] = [red, green, blue].map(linear);
    let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

/// The inside of `color-mix(in srgb, a 20%, b)`, in sRGB or Oklab.
fn mix(inside: &str) -> Option<Colour> {
    let arguments = parts(inside, ',');
    let [space, first, second] = arguments.as_slice() else { return None };
    let share = |text: &str| -> Option<(Colour, Option<f64>)> {
        let words = parts(text, ' ');
        let percent = words.iter().find(|word| word.ends_with('%')).and_then(|word| number(word, 1.0));
        let colour = words.iter().find(|word| !word.ends_with('%'))?;
        Some((Colour::read(colour)?, percent))
    };
    let ((a, of_a), (b, of_b)) = (share(first)?, share(second)?);
    let of_a = of_a.or(of_b.map(|share| 1.0 - share)).unwrap_or(0.5);
    let opacity = a.0[3] * of_a + b.0[3] * (1.0 - of_a);
    // Colours are mixed by their opacity as well.
    let weight = if opacity > 0.0 { a.0[3] * of_a / opacity } else { of_a };
    let blend = |x: [f64; 3], y: [f64; 3]| [0, 1, 2].map(|i: usize| x[i] * weight + y[i] * (1.0 - weight));
    let [red, green, blue] = match space.as_str() {
        "in srgb" => blend([a.0[0], a.0[1], a.0[2]], [b.0[0], b.0[1], b.0[2]]),
        "in oklab" => from_oklab(blend(to_oklab(a), to_oklab(b))),
        _ => return None,
    };
    Some(Colour([red, green, blue, opacity].map(|part| part.clamp(0.0, 1.0))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> String {
        let Colour(parts) = Colour::read(text).unwrap_or_else(|| panic!("{text} is no colour"));
        parts[..3].iter().map(|part| format!("{:02x}", (part * 255.0).round() as u8)).collect()
    }

    #[test]
    fn sheets_are_read() {
        let css =
            "/* a: b */ .a { x: url(\"a;b{\"); &:hover { y: 1 } }\n@media (z: 1) {\n .b,\n .c { w : 2; } }";
        let (declarations, preludes) = read(css);
        let shown: Vec<String> = declarations
            .iter()
            .map(|d| format!("{} | {}={} @{}", d.within.join(" > "), d.name, d.value, d.line))
            .collect();
        assert_eq!(
            shown,
            [".a | x=url(\"a;b{\") @1", ".a > &:hover | y=1 @1", "@media (z: 1) > .b, .c | w=2 @4"]
        );
        assert_eq!(preludes.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [1, 1, 2, 3]);
        assert_eq!(declarations[2].selectors().collect::<Vec<_>>(), [".b, .c"]);
    }

    #[test]
    fn colours_are_what_browsers_make_of_them() {
        for (text, expected) in [
            ("#fa3", "ffaa33"),
            ("#12345680", "123456"),
            ("rgb(255 128 0 / 50%)", "ff8000"),
            ("rgba(1, 2, 3, 0.5)", "010203"),
            ("hsl(210 50% 40%)", "336699"),
            ("oklch(0.627955 0.257683 29.2339)", "ff0000"),
            ("oklch(51.975% 0.17686 142.495)", "008000"),
            ("color-mix(in srgb, #ff0000 25%, #0000ff)", "4000bf"),
            ("color-mix(in oklab, white, black)", "636363"),
        ] {
            assert_eq!(hex(text), expected, "{text}");
        }
        assert_eq!(Colour::read("rebeccapurplish"), None);
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let of = |a: &str, b: &str| contrast(Colour::read(a).unwrap(), Colour::read(b).unwrap());
        assert!((of("#000", "#fff") - 21.0).abs() < 1e-9);
        assert!((of("#777", "#fff") - 4.48).abs() < 0.005);
        assert!((of("#00000080", "#fff") - of("#7f7f7f", "#fff")).abs() < 0.05);
    }
}
