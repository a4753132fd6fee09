//! The map as Markdown: a heading for each phase, one for each of its rows, a list of what stands there.

use std::fmt::Write;

use crate::model::{Sheet, SheetCells, SheetNote, SheetRow, SheetWords};

/// Writes the map. What people wrote stays text: nothing in it makes a heading, a link, a table or markup.
pub fn map_markdown(sheet: &Sheet, words: &dyn SheetWords) -> String {
    let mut out = format!("# {}\n", plain(&words.title(sheet)));
    let about = plain(&words.about(sheet));
    if !about.is_empty() {
        let _ = write!(out, "\n{about}\n");
    }
    for (at, phase) in sheet.phases.iter().enumerate() {
        let _ = write!(out, "\n## {}\n", plain(&phase.name));
        for row in &sheet.rows {
            let lines = lines(sheet, row, at, words);
            if !lines.is_empty() {
                let _ = write!(out, "\n### {}\n\n", plain(&words.row(row)));
                lines.iter().for_each(|line| out.push_str(line));
            }
        }
    }
    out
}

/// What stands in a row at a phase, as items of a list.
fn lines(sheet: &Sheet, row: &SheetRow, at: usize, words: &dyn SheetWords) -> Vec<String> {
    let Some(phase) = sheet.phases.get(at) else { return Vec::new() };
    let item =
        |text: String| (!text.is_empty()).then(|| format!("- {text}\n")).into_iter().collect::<Vec<_>>();
    match &row.cells {
        SheetCells::Notes(columns) => {
            let own = columns.iter().skip(sheet.first_column(at)).take(phase.columns());
            if phase.steps.is_empty() {
                return own.flatten().map(|note| format!("- {}\n", note_line(note, words))).collect();
            }
            let steps = own.zip(&phase.steps).filter(|(notes, _)| !notes.is_empty());
            steps
                .flat_map(|(notes, step)| {
                    let under = notes.iter().map(|note| format!("  - {}\n", note_line(note, words)));
                    std::iter::once(format!("- {}\n", plain(step))).chain(under)
                })
                .collect()
        }
        SheetCells::Stages(phases) => {
            phases.get(at).into_iter().flatten().map(|(name, _)| format!("- {}\n", plain(name))).collect()
        }
        SheetCells::Texts(texts) => {
            let Some(said) = texts.get(at) else { return Vec::new() };
            let own = item(plain(&said.own));
            let deep = if own.is_empty() { "" } else { "  " };
            let stages = said.stages.iter().map(|line| format!("{deep}- {}\n", plain(line)));
            own.into_iter().chain(stages).collect()
        }
        SheetCells::Evidence(all) => item(
            all.get(at)
                .copied()
                .flatten()
                .map(|evidence| plain(&words.evidence(evidence)))
                .unwrap_or_default(),
        ),
        SheetCells::Figures => {
            let figures = words.figures(phase.id);
            figures.iter().map(|(name, value)| format!("- {}: {}\n", plain(name), plain(value))).collect()
        }
        SheetCells::Mood => {
            let now = words.mood(phase.mood.now);
            let text = phase.mood.aim.map_or(now.clone(), |aim| format!("{now}, {}", words.aim(aim)));
            let leaves = words
                .leaves(phase.id)
                .map(|(_, text)| format!("- {}: {}\n", plain(&words.leave()), plain(&text)));
            item(plain(&text)).into_iter().chain(leaves).collect()
        }
    }
}

fn note_line(note: &SheetNote, words: &dyn SheetWords) -> String {
    let text = plain(&note.text);
    let marks = note.marks(words);
    match marks.is_empty() {
        true => text,
        false => format!("{text} — {}", marks.iter().map(|mark| plain(mark)).collect::<Vec<_>>().join(" · ")),
    }
}

/// A text in one line, in which nothing has a meaning to a reader of Markdown.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            out.push(' ');
        }
        let mut letters = word.chars().filter(|c| !c.is_control()).peekable();
        while let Some(c) = letters.next() {
            let ends = letters.peek().is_none();
            // What begins a list, a heading, a quotation or a rule does so at the start only; what makes a bare link, within.
            let digits = !out.is_empty() && out.chars().all(|c| c.is_ascii_digit());
            let begins = (out.is_empty() && matches!(c, '-' | '+' | '='))
                || (digits && ends && matches!(c, '.' | ')'));
            let links = match c {
                '.' => out.to_ascii_lowercase().ends_with("www"),
                ':' => !ends,
                _ => false,
            };
            let means = matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '@'
            );
            if means || begins || links {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_has_a_meaning_in_markdown_loses_it() {
        for (text, expected) in [
            ("a | b", "a \\| b"),
            ("`rm` **now**\nand _then_", "\\`rm\\` \\*\\*now\\*\\* and \\_then\\_"),
            ("- no list", "\\- no list"),
            ("12. no number", "12\\. no number"),
            ("15.3 days in the window.", "15.3 days in the window."),
            ("# none", "\\# none"),
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript\\:alert(1))"),
            ("https://example.org www.example.org", "https\\://example.org www\\.example.org"),
            ("Price: what does it cost?!", "Price: what does it cost?!"),
            ("\u{0}\u{7} ", ""),
        ] {
            assert_eq!(plain(text), expected);
        }
    }

    proptest! {
        #[test]
        fn taking_the_signs_away_gives_the_words_back(text in any::<String>()) {
            let written = plain(&text);
            let mut read = String::new();
            let mut chars = written.chars();
            while let Some(c) = chars.next() {
                read.push(if c == '\\' { chars.next().unwrap_or(c) } else { c });
            }
            let words = |text: &str| {
                text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect::<String>()
            };
            prop_assert_eq!(words(&read), words(&text));
            prop_assert!(!written.contains('\n'));
        }
    }
}
