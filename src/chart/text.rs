//! How wide a text is, near enough to lay it out: without a font at hand, and the same everywhere.

/// The width of a text in the page's sans-serif, in pixels, rounded up. Errs on the wide side.
pub fn text_width(text: &str, size: f64) -> u32 {
    let hundredths: u32 = text.chars().map(width).sum();
    (f64::from(hundredths) * size / 100.0).ceil().min(f64::from(u16::MAX)) as u32
}

/// Hundredths of the size that a character takes.
fn width(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 30,
        'f' | 't' | 'r' | ' ' | '\u{a0}' | '\u{202f}' | '(' | ')' | '-' | '/' => 38,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 88,
        '0'..='9' | '€' | '$' | '£' => 58,
        'A'..='Z' => 68,
        'a'..='z' => 56,
        // Marks that stand on the letter before them, and marks of direction.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' => {
            0
        }
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffdc}' | '\u{1f000}'.. => 105,
        _ => 64,
    }
}

/// A text cut to fit a width in pixels, with … where something is missing; empty where not even that fits.
pub fn fit(text: &str, size: f64, most: u32) -> String {
    if text_width(text, size) <= most {
        return text.to_owned();
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() {
        let kept = format!("{}…", cut.trim_end());
        if !cut.is_empty() && text_width(&kept, size) <= most {
            return kept;
        }
    }
    String::new()
}

/// A text in lines that fit a width in pixels, broken between words, or within one that is too wide by itself. No more than `lines`
/// of them: the last ends in … where something is missing.
pub fn wrap(text: &str, size: f64, most: u32, lines: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if text_width(&longer, size) <= most {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            found.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            line.push(c);
            if text_width(&line, size) > most && line.chars().count() > 1 {
                line.pop();
                found.push(std::mem::replace(&mut line, c.to_string()));
            }
        }
    }
    if !line.is_empty() {
        found.push(line);
    }
    if found.len() > lines {
        let rest = found.get(lines.saturating_sub(1)..).unwrap_or_default().join(" ");
        found.truncate(lines);
        if let Some(last) = found.last_mut() {
            *last = fit(&rest, size, most);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_broken_between_its_words() {
        assert_eq!(wrap("Sends the offer", 12.0, 60, 3), ["Sends the", "offer"]);
        assert_eq!(wrap("  ", 12.0, 60, 3), Vec::<String>::new());
        let cut = wrap("Sends the offer and waits", 12.0, 60, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…'), "{cut:?}");
        assert!(wrap("見積もりを送って返事を待つ", 12.0, 60, 9).len() > 2);
        assert!(wrap("anything", 12.0, 60, 0).is_empty());
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_nothing(text in "[a-z見 ]{0,80}", most in 30u32..200) {
            let lines = wrap(&text, 12.0, most, usize::MAX);
            prop_assert!(lines.iter().all(|line| text_width(line, 12.0) <= most), "{lines:?}");
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
        }
    }

    #[test]
    fn a_text_that_fits_stays_and_one_that_does_not_is_cut() {
        assert_eq!(fit("Won", 12.0, 100), "Won");
        let cut = fit("Negotiation and contract", 12.0, 80);
        assert!(cut.ends_with('…') && text_width(&cut, 12.0) <= 80, "{cut}");
        assert_eq!(fit("Won", 12.0, 3), "");
        assert_eq!(fit("", 12.0, 0), "");
    }

    #[test]
    fn more_text_is_wider() {
        assert!(text_width("100,000", 12.0) > text_width("10,000", 12.0));
        assert!(text_width("見積もり", 12.0) > text_width("abcd", 12.0));
        assert_eq!(text_width("", 12.0), 0);
    }
}
