//! Filling the placeholders of a playbook's message from a deal (method row 46).

/// What can stand in square brackets in a message, in the words that the playbooks use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// `[name]`: the person to talk to.
    Name,
    /// `[company]`: the company that would buy.
    Company,
    /// `[problem]`: the problem that the buyer wants solved.
    Problem,
    /// `[product]`: what would be sold.
    Product,
    /// `[me]`: whoever owns the deal.
    Me,
    /// `[value]`: what the deal is worth.
    Value,
    /// `[expected close]`: the day on which it is expected to close.
    ExpectedClose,
    /// `[deal]`: its title.
    Deal,
}

impl Placeholder {
    /// All of them.
    pub const ALL: [Placeholder; 8] = [
        Placeholder::Name,
        Placeholder::Company,
        Placeholder::Problem,
        Placeholder::Product,
        Placeholder::Me,
        Placeholder::Value,
        Placeholder::ExpectedClose,
        Placeholder::Deal,
    ];

    /// The word between the brackets.
    pub fn word(self) -> &'static str {
        match self {
            Placeholder::Name => "name",
            Placeholder::Company => "company",
            Placeholder::Problem => "problem",
            Placeholder::Product => "product",
            Placeholder::Me => "me",
            Placeholder::Value => "value",
            Placeholder::ExpectedClose => "expected close",
            Placeholder::Deal => "deal",
        }
    }

    fn of_word(word: &str) -> Option<Placeholder> {
        let word = word.trim();
        Placeholder::ALL.into_iter().find(|placeholder| placeholder.word().eq_ignore_ascii_case(word))
    }
}

/// A part of a message with its placeholders filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// As it stands in the playbook.
    Text(String),
    /// What a placeholder stood for.
    Filled(String),
    /// A placeholder for which there is no value, or which nobody knows: with its brackets, to be written by hand.
    Missing(String),
}

impl Piece {
    /// The text of the piece.
    pub fn text(&self) -> &str {
        match self {
            Piece::Text(text) | Piece::Filled(text) | Piece::Missing(text) => text,
        }
    }
}

/// Fills the placeholders of a message. `value` gives what one stands for; where that is blank the placeholder stays. What is
/// put in is not looked into again. Brackets over more than one line, or with nothing between them, are no placeholders.
pub fn fill(message: &str, value: impl Fn(Placeholder) -> String) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = message;
    while let Some(open) = rest.find('[') {
        let (before, bracket) = rest.split_at(open);
        plain.push_str(before);
        let inside = bracket.get(1..).unwrap_or_default();
        // The innermost pair counts: of "[[name]" it is "[name]".
        let end =
            inside.find([']', '[', '\n']).filter(|at| inside.get(*at..).is_some_and(|c| c.starts_with(']')));
        let Some(word) = end.and_then(|end| inside.get(..end)).filter(|word| !word.trim().is_empty()) else {
            plain.push('[');
            rest = inside;
            continue;
        };
        if !plain.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut plain)));
        }
        let found = Placeholder::of_word(word).map(&value).filter(|value| !value.trim().is_empty());
        pieces.push(found.map_or_else(|| Piece::Missing(format!("[{word}]")), Piece::Filled));
        rest = inside.get(word.len() + 1..).unwrap_or_default();
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        pieces.push(Piece::Text(plain));
    }
    pieces
}

/// The message as one text.
pub fn written(pieces: &[Piece]) -> String {
    pieces.iter().map(Piece::text).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::templates;

    fn values(placeholder: Placeholder) -> String {
        match placeholder {
            Placeholder::Name => "Ana [me]".into(),
            Placeholder::Company => "Birch & Co".into(),
            Placeholder::Product => "  ".into(),
            _ => String::new(),
        }
    }

    #[test]
    fn method_row_46_known_values_are_put_in_and_the_others_stay_in_brackets() {
        let pieces = fill("Hello [name], [Company] has [problem]. [product], [date] []\n[a\nb] [", values);
        let text = written(&pieces);
        assert_eq!(text, "Hello Ana [me], Birch & Co has [problem]. [product], [date] []\n[a\nb] [");
        let missing: Vec<&str> =
            pieces.iter().filter(|p| matches!(p, Piece::Missing(_))).map(Piece::text).collect();
        assert_eq!(missing, ["[problem]", "[product]", "[date]"]);
        assert!(pieces.contains(&Piece::Filled("Ana [me]".into())), "what is put in is not filled again");
        assert_eq!(written(&fill("[[name]]", |_| "x".into())), "[x]");
    }

    #[test]
    fn every_placeholder_of_every_template_is_known() {
        let mut seen = 0;
        for stage in templates::all().iter().flat_map(|template| template.stages) {
            for play in stage.playbook.iter().filter(|play| play.kind == crate::model::PlayKind::Message) {
                for piece in fill(play.text, |_| "x".into()) {
                    assert!(!matches!(piece, Piece::Missing(_)), "{}: {piece:?}", play.title);
                    seen += usize::from(matches!(piece, Piece::Filled(_)));
                }
            }
        }
        assert!(seen > 20, "the messages of the templates have placeholders");
    }

    proptest! {
        #[test]
        fn without_values_a_message_stays_as_it_is(message in "[a-z \\[\\]\n]{0,60}|.{0,40}") {
            prop_assert_eq!(written(&fill(&message, |_| String::new())), message);
        }

        #[test]
        fn with_all_values_no_known_placeholder_is_left(words in prop::collection::vec(0usize..10, 0..12), value in "[^\\s\\[\\]]{1,8}") {
            let parts = ["name", "company", "problem", "product", "me", "value", "expected close", "deal"];
            let message: String =
                words.iter().map(|word| parts.get(*word).map_or(" and ".into(), |word| format!("[{word}]"))).collect();
            let expected: String =
                words.iter().map(|word| if parts.get(*word).is_some() { value.as_str() } else { " and " }).collect();
            prop_assert_eq!(written(&fill(&message, |_| value.clone())), expected);
        }
    }
}
