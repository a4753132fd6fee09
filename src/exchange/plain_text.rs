//! Headings with lists as plain text, to be put into a mail or a document.

/// A heading and the lines below it.
pub type Section = (String, Vec<String>);

/// The title, and below it the sections that have lines, each line an item of a list. Whatever stands in a line stays on one.
pub fn sections_text(title: &str, sections: &[Section]) -> String {
    let mut out = one_line(title);
    out.push('\n');
    for (heading, lines) in sections.iter().filter(|(_, lines)| !lines.is_empty()) {
        out.push('\n');
        out.push_str(&one_line(heading));
        out.push('\n');
        for line in lines {
            out.push_str("- ");
            out.push_str(&one_line(line));
            out.push('\n');
        }
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_without_lines_are_left_out_and_each_line_stays_one() {
        let sections = [
            ("Pains".to_owned(), vec!["3 · Too\nslow".to_owned(), "1 · Dear".to_owned()]),
            ("Parked".to_owned(), Vec::new()),
            ("Criteria".to_owned(), vec!["Has a  budget".to_owned()]),
        ];
        let text = "A workshop\n\nPains\n- 3 · Too slow\n- 1 · Dear\n\nCriteria\n- Has a budget\n";
        assert_eq!(sections_text(" A workshop", &sections), text);
    }
}
