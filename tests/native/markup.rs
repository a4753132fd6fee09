//! Where in a source each string stands: in code, in a view as text, or as the value of an attribute.

use crate::source::{Token, behind, reads};

/// What a string is there for, as far as its surroundings tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Anywhere in code.
    Code,
    /// Text of a view.
    Node,
    /// The value of an attribute that people read or hear.
    Attribute(String),
}

/// A string, or words without quotes in a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub text: String,
    pub line: usize,
    pub place: Place,
}

/// Attributes and properties whose values people read or hear.
const READ: [&str; 12] = [
    "aria-description",
    "aria-label",
    "aria-placeholder",
    "aria-roledescription",
    "aria-valuetext",
    "alt",
    "caption",
    "heading",
    "hint",
    "label",
    "placeholder",
    "title",
];

/// Attributes whose values only machines read. Those that start with `data-` and all other `aria-` are so too.
const UNREAD: [&str; 44] = [
    "accept",
    "autocapitalize",
    "autocomplete",
    "class",
    "clip-path",
    "colspan",
    "cx",
    "cy",
    "d",
    "dir",
    "draggable",
    "enterkeyhint",
    "fill",
    "for",
    "form",
    "height",
    "href",
    "icon",
    "id",
    "inputmode",
    "key",
    "lang",
    "name",
    "node_ref",
    "points",
    "preserveAspectRatio",
    "r",
    "rel",
    "role",
    "rowspan",
    "scope",
    "src",
    "stroke",
    "stroke-dasharray",
    "stroke-width",
    "style",
    "tabindex",
    "target",
    "transform",
    "type",
    "viewBox",
    "width",
    "x",
    "xmlns",
];

/// Calls whose own strings name things of the page, or speak to developers.
const NAMING: [&str; 13] = [
    "class",
    "closest",
    "create_element",
    "create_element_ns",
    "expect",
    "get_attribute",
    "get_property_value",
    "has_attribute",
    "match_media",
    "matches",
    "query_selector",
    "query_selector_all",
    "set_property",
];

/// Macros whose messages developers read.
const INWARD: [&str; 8] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "unreachable",
    "compile_error",
];

/// All strings of code that are not told by their surroundings to be names.
pub fn strings(tokens: &[Token]) -> Vec<Found> {
    let mut out = Vec::new();
    code(tokens, &Place::Code, &mut out);
    out
}

fn code(tokens: &[Token], place: &Place, out: &mut Vec<Found>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let bracket = |index: usize| tokens.get(index).is_some_and(|t| t.is("(") || t.is("[") || t.is("{"));
        if token.is("#") && (reads(tokens, at + 1, &["["]) || reads(tokens, at + 1, &["!", "["])) {
            at = behind(tokens, at + 1);
        } else if token.is("view") && reads(tokens, at + 1, &["!"]) && bracket(at + 2) {
            let end = behind(tokens, at + 2);
            markup(inside(tokens, at + 2, end), out);
            at = end;
        } else if INWARD.iter().any(|name| token.is(name)) && reads(tokens, at + 1, &["!"]) && bracket(at + 2)
        {
            at = behind(tokens, at + 2);
        } else if NAMING.iter().any(|name| token.is(name)) && reads(tokens, at + 1, &["("]) {
            let end = behind(tokens, at + 1);
            code(&unnamed(inside(tokens, at + 1, end)), place, out);
            at = end;
        } else if token.is("set_attribute") && reads(tokens, at + 1, &["("]) {
            let end = behind(tokens, at + 1);
            let arguments = inside(tokens, at + 1, end);
            let name = arguments.first().map_or("", |first| first.text.as_str());
            if let Some(place) = place_of_value(name) {
                code(arguments.get(1..).unwrap_or_default(), &place, out);
            }
            at = end;
        } else {
            if token.is_text() {
                out.push(Found { text: token.text.clone(), line: token.line, place: place.clone() });
            }
            at += 1;
        }
    }
}

/// What stands between two brackets.
fn inside(tokens: &[Token], open: usize, end: usize) -> &[Token] {
    tokens.get(open + 1..end.saturating_sub(1)).unwrap_or_default()
}

/// Arguments without the strings that stand among them directly.
fn unnamed(tokens: &[Token]) -> Vec<Token> {
    let mut depth = 0i32;
    let mut out = Vec::new();
    for token in tokens {
        if ["(", "[", "{"].iter().any(|open| token.is(open)) {
            depth += 1;
        } else if [")", "]", "}"].iter().any(|close| token.is(close)) {
            depth -= 1;
        }
        if depth > 0 || !token.is_text() {
            out.push(token.clone());
        }
    }
    out
}

/// What the value of that attribute is there for; `None` if for machines only.
fn place_of_value(name: &str) -> Option<Place> {
    let name = name.strip_prefix("attr:").or(name.strip_prefix("prop:")).unwrap_or(name);
    if READ.contains(&name) {
        return Some(Place::Attribute(name.to_owned()));
    }
    let unread = UNREAD.contains(&name)
        || ["aria-", "data-", "class:", "style:", "xml:", "xlink:"]
            .iter()
            .any(|start| name.starts_with(start));
    (!unread).then_some(Place::Code)
}

// --- views ---

fn markup(tokens: &[Token], out: &mut Vec<Found>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is("<") {
            at = tag(tokens, at + 1, out);
        } else if token.is("{") {
            let end = behind(tokens, at);
            let block = inside(tokens, at, end);
            let place = if block.iter().all(Token::is_text) { Place::Node } else { Place::Code };
            code(block, &place, out);
            at = end;
        } else if token.is_text() {
            out.push(Found { text: token.text.clone(), line: token.line, place: Place::Node });
            at += 1;
        } else {
            // Words without quotes, up to the next tag, block or string.
            let more = tokens[at..].iter().take_while(|t| !t.is("<") && !t.is("{") && !t.is_text()).count();
            let words: Vec<&str> = tokens[at..at + more].iter().map(|t| t.text.as_str()).collect();
            out.push(Found { text: words.join(" "), line: token.line, place: Place::Node });
            at += more;
        }
    }
}

/// Reads a tag behind its `<` and gives the index behind its `>`.
fn tag(tokens: &[Token], mut at: usize, out: &mut Vec<Found>) -> usize {
    if tokens.get(at).is_some_and(|t| t.is("!")) {
        let end = tokens[at..].iter().position(|t| t.is(">"));
        return end.map_or(tokens.len(), |end| at + end + 1);
    }
    // The name, with its path and generics.
    while let Some(token) = tokens.get(at) {
        if token.is("<") {
            at += angles(&tokens[at..]);
        } else if ["/", ":", "-"].iter().any(|sign| token.is(sign)) || begins_name(tokens, at) {
            at += 1;
        } else {
            break;
        }
    }
    while let Some(token) = tokens.get(at) {
        if token.is(">") {
            return at + 1;
        }
        if token.is("{") {
            let end = behind(tokens, at);
            code(inside(tokens, at, end), &Place::Code, out);
            at = end;
        } else if token.is_ident() {
            let (name, behind_name) = attribute_name(tokens, at);
            at = behind_name;
            if tokens.get(at).is_some_and(|t| t.is("=")) {
                let end = value_end(tokens, at + 1);
                if let Some(place) = place_of_value(&name) {
                    code(&tokens[at + 1..end], &place, out);
                }
                at = end;
            }
        } else {
            at += 1;
        }
    }
    at
}

/// Whether a word is part of a tag's name: the first behind `<`, or one behind `-`, `:` or `/`.
fn begins_name(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    tokens[at].is_ident() && before.is_none_or(|before| !before.is_ident() && !before.is(">"))
}

/// How many tokens a group in angle brackets has.
fn angles(tokens: &[Token]) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate() {
        if token.is("<") {
            depth += 1;
        } else if token.is(">") && !(at > 0 && (tokens[at - 1].is("-") || tokens[at - 1].is("="))) {
            depth -= 1;
            if depth == 0 {
                return at + 1;
            }
        }
    }
    tokens.len()
}

/// A name such as `aria-label` or `on:click`, and the index behind it.
fn attribute_name(tokens: &[Token], mut at: usize) -> (String, usize) {
    let mut name = tokens[at].text.clone();
    at += 1;
    while let (Some(joint), Some(next)) = (tokens.get(at), tokens.get(at + 1)) {
        if (joint.is("-") || joint.is(":")) && !next.is("=") {
            name.push_str(&joint.text);
            name.push_str(&next.text);
            at += 2;
        } else {
            break;
        }
    }
    (name, at)
}

/// Where the value of an attribute ends: before the `>` or `/>` of its tag, or before the next attribute, which is told by two
/// expressions side by side.
fn value_end(tokens: &[Token], start: usize) -> usize {
    const OPENING: [&str; 12] =
        ["move", "if", "else", "match", "as", "in", "return", "ref", "mut", "let", "async", "await"];
    let mut at = start;
    // Whether an expression may end before this token.
    let mut complete = false;
    while let Some(token) = tokens.get(at) {
        if token.is("(") || token.is("[") || token.is("{") {
            // A block behind a complete expression is the body of an `if`, `match` or closure, or a struct.
            at = behind(tokens, at);
            complete = true;
        } else if token.is("<") && at > 0 && tokens[at - 1].is(":") {
            at += angles(&tokens[at..]);
            complete = true;
        } else if token.is(">") {
            let arrow = at > 0 && (tokens[at - 1].is("=") || tokens[at - 1].is("-"));
            if !arrow {
                return at;
            }
            at += 1;
            complete = false;
        } else if token.is("/") && reads(tokens, at + 1, &[">"]) {
            return at;
        } else if token.is_ident() || token.is_text() || token.kind == crate::source::Kind::Other {
            let opening = OPENING.iter().any(|word| token.is(word));
            if complete && !opening {
                return at;
            }
            complete = !opening;
            at += 1;
        } else {
            // `|` may open a closure or end its arguments; any other sign asks for more, but `?` does not.
            complete = token.is("?");
            at += 1;
        }
    }
    at
}
