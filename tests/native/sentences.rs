//! Every sentence of the interface is in `src/i18n`: no other room says anything to people in words of its own.

use std::collections::BTreeSet;

use crate::css;
use crate::markup::{Found, Place, strings};
use crate::source::{files, shipped, shipped_files};

/// The rooms that speak to people, or whose words could come before them.
const ROOMS: [&str; 7] = ["ui", "embed", "browser", "session", "chart", "metrics", "exchange"];

/// What looks like a sentence and is none: file, text and what it is for.
const ALLOWED: [(&str, &str, &str); 30] = [
    ("src/metrics/team.rs", "\u{63a8}\u{8350}", "a word by which a source says that it is a referral"),
    ("src/metrics/team.rs", "\u{8f6c}\u{4ecb}", "a word by which a source says that it is a referral"),
    (
        "src/metrics/team.rs",
        "\u{645}\u{639}\u{631}\u{641}\u{6cc}",
        "a word by which a source says that it is a referral",
    ),
    ("src/exchange/csv_fields.rs", "gagn\u{e9}", "a word of other programs' files"),
    ("src/exchange/csv_options.rs", "value prop", "a word of other programs' files"),
    ("src/exchange/csv_write.rs", "expected close", "the name of a column, the same in every language"),
    ("src/exchange/csv_write.rs", "loss reason", "the name of a column, the same in every language"),
    ("src/exchange/log_entries.rs", "Lost", "an activity of a log, the same in every language"),
    ("src/exchange/log_entries.rs", "Nurture", "an activity of a log, the same in every language"),
    ("src/exchange/log_entries.rs", "Won", "an activity of a log, the same in every language"),
    ("src/exchange/log_write.rs", "case id", "the name of a column, the same in every language"),
    ("src/exchange/values.rs", "j\u{e4}nner", "the name of a month in files"),
    ("src/exchange/values.rs", "f\u{e9}vrier", "the name of a month in files"),
    ("src/exchange/values.rs", "m\u{e4}rz", "the name of a month in files"),
    ("src/exchange/values.rs", "ao\u{fb}t", "the name of a month in files"),
    ("src/exchange/values.rs", "d\u{e9}cembre", "the name of a month in files"),
    ("src/exchange/values.rs", "janv\u{101}ris", "the name of a month in files"),
    ("src/exchange/values.rs", "febru\u{101}ris", "the name of a month in files"),
    ("src/exchange/values.rs", "apr\u{12b}lis", "the name of a month in files"),
    ("src/exchange/values.rs", "kes\u{e4}kuu", "the name of a month in files"),
    ("src/exchange/values.rs", "kes\u{e4}kuuta", "the name of a month in files"),
    ("src/exchange/values.rs", "j\u{16b}nijs", "the name of a month in files"),
    ("src/exchange/values.rs", "hein\u{e4}kuu", "the name of a month in files"),
    ("src/exchange/values.rs", "hein\u{e4}kuuta", "the name of a month in files"),
    ("src/exchange/values.rs", "j\u{16b}lijs", "the name of a month in files"),
    ("src/exchange/values/currency.rs", "z\u{142}", "a sign of a currency in files"),
    ("src/exchange/values/currency.rs", "k\u{10d}", "a sign of a currency in files"),
    ("src/browser/format.rs", "money {} {short} {whole}", "a key of the cache of formats"),
    ("src/browser/format.rs", "percent whole", "a key of the cache of formats"),
    ("src/browser/format.rs", "month short", "a key of the cache of formats"),
];

/// Names that the web's own interfaces use, which look like words.
const NAMES: [&str; 26] = [
    "Alt",
    "Backspace",
    "Control",
    "Delete",
    "End",
    "Enter",
    "Escape",
    "Home",
    "Insert",
    "Intl",
    "Mac",
    "Meta",
    "Shift",
    "Space",
    "Spacebar",
    "Tab",
    "Blob",
    "Document",
    "Element",
    "Event",
    "Node",
    "Window",
    "Date",
    "Number",
    "String",
    "Object",
];

/// A text with what is put into it at run time replaced by a digit.
fn without_holes(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' if chars.peek() == Some(&'{') => {
                chars.next();
                out.push('{');
            }
            '{' => {
                chars.by_ref().take_while(|c| *c != '}').for_each(drop);
                out.push('0');
            }
            _ => out.push(c),
        }
    }
    out
}

/// The letters of a word of some length, without the marks of punctuation around it; `None` if it is no plain word.
fn plain(word: &str) -> Option<&str> {
    let word = word.trim_matches(|c: char| ".,;:!?…“”„‘’«»()–—".contains(c));
    let letters =
        word.chars().all(|c| c.is_alphabetic() || c == '’' || c == '\'' || c == '-' || c == '\u{200c}');
    (letters && word.chars().filter(|c| c.is_alphabetic()).count() > 1).then_some(word)
}

fn capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.all(|c| c.is_lowercase() || c == '-' || c == '’')
}

/// Whether a string finds elements: classes, attributes and a few elements, one or more and nothing else.
fn is_selector(text: &str) -> bool {
    const ELEMENTS: [&str; 6] = ["a", "body", "button", "input", "select", "textarea"];
    let simple = |word: &str| {
        let word = word.trim_end_matches(',');
        word.starts_with(['.', '#', '[']) && word.len() > 1 || ELEMENTS.contains(&word)
    };
    text.split_whitespace().all(simple) && (text.contains(['.', '#', '[']) || text.contains(", "))
}

/// Whether a person would take a string for something said to them.
fn said_to_people(text: &str) -> bool {
    let text = without_holes(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.as_slice() {
        [] => false,
        [word] => plain(word).is_some_and(|word| {
            let foreign = word.chars().any(|c| !c.is_ascii() && c.is_alphabetic());
            foreign || (capitalised(word) && !NAMES.contains(&word))
        }),
        _ if text.starts_with('(') && text.ends_with(')') && text.contains(':') => false, // a media query
        _ if is_selector(&text) => false,
        _ => words.windows(2).any(|pair| {
            let alive = |word: &str| word.chars().any(char::is_alphanumeric);
            (plain(pair[0]).is_some() && alive(pair[1])) || (alive(pair[0]) && plain(pair[1]).is_some())
        }),
    }
}

/// The names of classes in the style sheets.
fn classes() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for (_, css) in files("style", ".css") {
        for (prelude, _) in css::read(&css).1 {
            let words = prelude.split('.').skip(1);
            let name =
                |word: &str| word.chars().take_while(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
            classes.extend(words.map(name));
        }
    }
    classes
}

/// Whether a string in code lists classes: all of its words are, and one at least is no word of a language.
fn lists_classes(text: &str, classes: &BTreeSet<String>) -> bool {
    // A number may be left open, as in `hue-{}`.
    let named = |word: &str| match word.split_once('{') {
        Some((start, _)) => start.ends_with('-') && classes.iter().any(|class| class.starts_with(start)),
        None => classes.contains(word),
    };
    text.split_whitespace().all(named) && text.contains('-')
}

fn is_sentence(found: &Found) -> bool {
    match &found.place {
        Place::Code => said_to_people(&found.text),
        // Text and labels are said to people whatever they look like, if they have a letter at all.
        Place::Node | Place::Attribute(_) => without_holes(&found.text).chars().any(char::is_alphabetic),
    }
}

fn sentences(source: &str) -> Vec<Found> {
    strings(&shipped(source)).into_iter().filter(is_sentence).collect()
}

#[test]
fn every_sentence_is_in_i18n() {
    let mut unused: Vec<_> = ALLOWED.to_vec();
    let mut found = Vec::new();
    let mut read = 0;
    let classes = classes();
    for (file, source) in shipped_files() {
        let inside = file.strip_prefix("src/").unwrap_or(&file);
        if !ROOMS.iter().any(|room| inside.starts_with(&format!("{room}/")) || inside == format!("{room}.rs"))
        {
            continue;
        }
        read += 1;
        for sentence in sentences(&source) {
            let allowed = ALLOWED.iter().any(|(where_, text, _)| *where_ == file && *text == sentence.text)
                || (sentence.place == Place::Code && lists_classes(&sentence.text, &classes));
            unused.retain(|(where_, text, _)| *where_ != file || *text != sentence.text);
            if !allowed {
                found.push(format!("{file}:{}: {:?} ({:?})", sentence.line, sentence.text, sentence.place));
            }
        }
    }
    assert!(read > 10, "the rooms are not where this test looks");
    assert!(found.is_empty(), "{} sentences outside src/i18n:\n{}", found.len(), found.join("\n"));
    assert!(unused.is_empty(), "allowed but not there any more: {unused:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        sentences(source).into_iter().map(|found| found.text).collect()
    }

    const NONE: [&str; 0] = [];

    #[test]
    fn text_of_views_is_found() {
        assert_eq!(texts(r#"view! { <p class="a b">"deals"</p> }"#), ["deals"]);
        assert_eq!(texts(r#"view! { <p>"Hello there"</p><br/>"x" {"y"} }"#), ["Hello there", "x", "y"]);
        assert_eq!(texts("view! { <p>No quotes here</p> }"), ["No quotes here"]);
        assert_eq!(
            texts(r#"view! { <p>{move || if a() { "Nothing yet" } else { "none" }}</p> }"#),
            ["Nothing yet"]
        );
        assert_eq!(texts(r#"view! { <p>{text}" of "{other}"%"</p> }"#), [" of "]);
        assert_eq!(
            texts(r#"view! { <For each=move || a() key=|x| x.id let:x><i>{x.name}</i>"gone"</For> }"#),
            ["gone"]
        );
        assert_eq!(
            texts(r#"view! { <Show when=move || { a() > 0 } fallback=|| view! { "empty" }>{b}</Show> }"#),
            ["empty"]
        );
    }

    #[test]
    fn labels_are_found() {
        assert_eq!(
            texts(r#"view! { <button aria-label="close" title="x" type="button">"×"</button> }"#),
            ["close", "x"]
        );
        assert_eq!(texts(r#"view! { <input placeholder=move || "search" disabled value=v/> }"#), ["search"]);
        assert_eq!(texts(r#"view! { <input prop:placeholder="find" on:input=move |e| f(e)/> }"#), ["find"]);
        assert_eq!(texts(r#"view! { <Dialog label="new deal" class="wide">{x}</Dialog> }"#), ["new deal"]);
        assert_eq!(texts(r#"view! { <b aria-label=format!("{n} cards") class="x y"/> }"#), ["{n} cards"]);
        assert_eq!(
            texts(r#"element.set_attribute("aria-label", "board"); element.set_attribute("class", "a b")"#),
            ["board"]
        );
        assert_eq!(
            texts(r#"view! { <b on:click=move |_| toast("Deal removed") class="x y"/> }"#),
            ["Deal removed"]
        );
    }

    #[test]
    fn sentences_in_code_are_found() {
        assert_eq!(texts(r#"let a = format!("{count} deals");"#), ["{count} deals"]);
        assert_eq!(texts(r##"let a = r#"Could not be read."#;"##), ["Could not be read."]);
        assert_eq!(
            texts(r#"f("Save"); g("Loading…"); h("نام"); i("not saved"); j(".note not a")"#),
            ["Save", "Loading…", "نام", "not saved", ".note not a"]
        );
        assert_eq!(texts(r#"match x { A => "Won", B => "lost" }"#), ["Won"]);
    }

    #[test]
    fn lists_of_classes_are_told_by_the_sheets() {
        let classes = ["card", "won", "is-open", "hue-0"].map(str::to_owned).into();
        assert!(lists_classes("card is-open", &classes));
        assert!(!lists_classes("card won", &classes), "this may be a sentence");
        assert!(!lists_classes("card is-shut", &classes));
        assert!(lists_classes("card hue-{}", &classes));
        assert!(!lists_classes("card {}", &classes));
    }

    #[test]
    fn code_is_left_alone() {
        assert_eq!(
            texts(r##"view! { <svg viewBox="0 0 10 10"><path d="M 0 0 L 10 10 Z" fill="none"/></svg> }"##),
            NONE
        );
        assert_eq!(
            texts(
                r#"view! { <div class=move || if a { "card stale" } else { "card" } class:open=o id="x y"/> }"#
            ),
            NONE
        );
        assert_eq!(
            texts(
                r#"view! { <div class=("a b", move || x.get() > 3) style:width=move || format!("{w} px")>{y}</div> }"#
            ),
            NONE
        );
        assert_eq!(
            texts(
                r#"view! { <a aria-live="polite" data-what="a b" href="https://a.b/c d" role="status"/> }"#
            ),
            NONE
        );
        assert_eq!(
            texts(r#"match event.key().as_str() { "Enter" | "ArrowUp" | "Escape" => 1, _ => 2 }"#),
            NONE
        );
        assert_eq!(texts(r#"#[serde(rename = "some words here")] struct A; // "a comment" "Save""#), NONE);
        assert_eq!(
            texts(
                r#"w.match_media("(prefers-color-scheme: dark)"); d.query_selector("a b"); f("kebab-case"); find("[data-a='{b}'] .item"); find("input, button")"#
            ),
            NONE
        );
        assert_eq!(
            texts(
                r#"const KEY: &str = "stageline/tail"; f("MAX_SIZE", "camelCase", "application/json", "{:>3} {x}")"#
            ),
            NONE
        );
        assert_eq!(texts(r#"#[cfg(test)] mod tests { fn a() { f("A sentence of a test.") } }"#), NONE);
        assert_eq!(texts(r#"assert!(a, "the list is sorted");"#), NONE);
    }
}
