//! The looks: both directions of writing, both themes, and a page that may be somebody else's.

use std::collections::{BTreeMap, BTreeSet};

use crate::css::{Colour, Declaration, contrast, parts, read};
use crate::source::{files, reads, root, shipped, shipped_files};

/// The one sheet that styles the page that Stageline has for itself.
const PAGE: &str = "style/page.css";

fn sheets() -> Vec<(String, String)> {
    let sheets = files("style", ".css");
    assert!(!sheets.is_empty(), "the sheets are not where this test looks");
    sheets
}

fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

// --- direction ---

/// What is left or right in a declaration that ought to be start or end; `None` if nothing is.
fn physical(name: &str, value: &str) -> Option<&'static str> {
    const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];
    if name.starts_with("--") {
        return None;
    }
    if name.split('-').any(|word| SIDES.contains(&word)) {
        return Some("write -inline-start, -inline-end, -block-start or -block-end");
    }
    let words = parts(value, ' ');
    let four = [
        "margin",
        "padding",
        "inset",
        "scroll-margin",
        "scroll-padding",
        "border-width",
        "border-style",
        "border-color",
    ];
    if four.contains(&name) && words.len() == 4 && words[1] != words[3] {
        return Some("left and right differ: write -inline and -block");
    }
    if name == "border-radius" {
        let corner = |index: usize| words.get(index);
        let even = match words.len() {
            0 | 1 => true,
            4 => corner(0) == corner(1) && corner(2) == corner(3),
            _ => corner(0) == corner(1) && (words.len() == 2 || corner(2) == corner(1)),
        };
        if !even && !words.iter().any(|word| word == "/") {
            return Some("left and right corners differ: write border-start-start-radius and so on");
        }
    }
    let aligning = [
        "text-align",
        "text-align-last",
        "float",
        "clear",
        "justify-content",
        "justify-items",
        "justify-self",
    ];
    let placing =
        ["transform-origin", "background-position", "object-position", "background", "background-image"];
    let one_sided = |text: &str| {
        let words = text.split(|c: char| !c.is_ascii_alphabetic());
        words.filter(|word| *word == "left" || *word == "right").count() > 0
    };
    if (aligning.contains(&name) || placing.contains(&name)) && !value.contains("url(") && one_sided(value) {
        return Some("write start and end, or mirror it for the other direction");
    }
    None
}

#[test]
fn sheets_know_start_and_end_not_left_and_right() {
    let mut found = Vec::new();
    for (file, css) in sheets() {
        for declaration in read(&css).0 {
            let Declaration { name, value, line, within } = &declaration;
            // What is said for one direction of writing alone may say left and right.
            let directed =
                within.iter().any(|prelude| prelude.contains(":dir(") || prelude.contains("[dir="));
            if let Some(advice) = physical(name, value).filter(|_| !directed) {
                found.push(format!("{file}:{line}: {name}: {value} ({advice})"));
            }
        }
    }
    none(found);
}

#[test]
fn left_and_right_are_told_from_start_and_end() {
    for (name, value) in [
        ("margin-left", "1px"),
        ("left", "0"),
        ("border-right-width", "1px"),
        ("border-top-left-radius", "1px"),
        ("margin", "0 1px 0 2px"),
        ("border-radius", "4px 0 0 4px"),
        ("border-radius", "4px 0"),
        ("text-align", "left"),
        ("float", "right"),
        ("background", "linear-gradient(to right, red, blue)"),
    ] {
        assert!(physical(name, value).is_some(), "{name}: {value}");
    }
    for (name, value) in [
        ("margin-inline-start", "1px"),
        ("inset-inline", "0"),
        ("margin", "0 auto 1px"),
        ("margin", "0 calc(1px + 2px) 0 calc(1px + 2px)"),
        ("border-radius", "4px 4px 0 0"),
        ("border-radius", "4px"),
        ("text-align", "start"),
        ("transition", "left 1s"),
        ("background", "url(left.svg)"),
        ("--left", "left"),
    ] {
        assert_eq!(physical(name, value), None, "{name}: {value}");
    }
}

// --- somebody else's page ---

/// Why a selector of a top-level rule would reach what is not ours; `None` if it would not.
fn reaches_out(selector: &str) -> Option<&'static str> {
    let bare: String = selector.chars().filter(|c| !c.is_whitespace()).collect();
    let words = selector.split(|c: char| c.is_whitespace() || "+>~(),".contains(c));
    let mut elements = words.map(|word| word.split(['.', '#', '[', ':']).next().unwrap_or_default());
    if bare.contains(":root") || elements.any(|name| name == "html" || name == "body") {
        return Some("the page is not ours");
    }
    (!selector.contains('.') && !selector.contains('['))
        .then_some("it names no class, so it meets other elements of the page")
}

#[test]
fn no_sheet_but_the_pages_own_reaches_out_of_stageline() {
    let mut found = Vec::new();
    for (file, css) in sheets().into_iter().filter(|(file, _)| file != PAGE) {
        let (declarations, preludes) = read(&css);
        for (prelude, line) in preludes.iter().filter(|(prelude, _)| !prelude.starts_with('@')) {
            let nested =
                declarations.iter().any(|d| d.selectors().skip(1).any(|selector| selector == prelude));
            let frame = |word: &str| word == "from" || word == "to" || word.ends_with('%');
            for selector in parts(prelude, ',').iter().filter(|selector| !nested && !frame(selector)) {
                if let Some(why) = reaches_out(selector) {
                    found.push(format!("{file}:{line}: {selector} ({why})"));
                }
            }
        }
        for d in declarations.iter().filter(|d| d.name.starts_with("--") && file.ends_with("tokens.css")) {
            if !d.selectors().all(|selector| selector.starts_with(".stageline")) {
                found.push(format!("{file}:{}: {} is set elsewhere than on .stageline", d.line, d.name));
            }
        }
    }
    none(found);
}

#[test]
fn selectors_that_reach_out_are_told() {
    for selector in
        [":root", "html", "body.stageline", "a:hover", "*", "table > td", "html .stageline", "::selection"]
    {
        assert!(reaches_out(selector).is_some(), "{selector}");
    }
    for selector in [".stageline a", ".body", ".stageline *", "[data-stageline] p", ".html-view"] {
        assert_eq!(reaches_out(selector), None, "{selector}");
    }
}

/// Names behind `start` in a text, such as those of variables behind `var(`.
fn names_behind<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(start).filter_map(move |(at, _)| {
        let rest = text.get(at + start.len()..)?;
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
        rest.get(..end).filter(|name| !name.is_empty())
    })
}

#[test]
fn every_variable_that_is_used_is_set() {
    let sheets = sheets();
    let set: BTreeSet<String> = sheets
        .iter()
        .flat_map(|(_, css)| read(css).0)
        .map(|d| d.name)
        .filter(|n| n.starts_with("--"))
        .collect();
    let code: String = shipped_files().into_iter().map(|(_, source)| source).collect();
    let mut found = Vec::new();
    for (file, css) in &sheets {
        for d in read(css).0 {
            for name in names_behind(&d.value, "var(") {
                let fallback = d.value.contains(&format!("var({name},"));
                if !set.contains(name) && !fallback && !code.contains(name) {
                    found.push(format!("{file}:{}: var({name}) is set nowhere", d.line));
                }
            }
        }
    }
    for name in names_behind(&code, "var(").filter(|name| name.starts_with("--") && !name.ends_with('-')) {
        if !set.contains(name) && !code.contains(&format!("style:{name}")) {
            found.push(format!("src: var({name}) is set nowhere"));
        }
    }
    none(found);
}

#[test]
fn motion_can_be_refused() {
    let all: Vec<(Vec<Declaration>, _)> = sheets().iter().map(|(_, css)| read(css)).collect();
    let moves = all
        .iter()
        .flat_map(|(d, _)| d)
        .any(|d| d.name.starts_with("transition") || d.name.starts_with("animation"));
    let refused =
        all.iter().flat_map(|(_, p)| p).any(|(prelude, _)| prelude.contains("prefers-reduced-motion"));
    assert!(!moves || refused, "something moves, and no rule heeds prefers-reduced-motion");
}

// --- themes ---

/// The variables of a theme.
struct Theme {
    name: &'static str,
    set: BTreeMap<String, String>,
}

impl Theme {
    /// A value with its variables put in, as far as they are known, and the theme's part of each `light-dark`.
    fn resolved(&self, value: &str) -> String {
        let mut value = value.to_owned();
        for _ in 0..20 {
            let call = ["light-dark(", "var("].iter().find_map(|call| Some((*call, value.find(call)?)));
            let Some((call, at)) = call else { break };
            let inside = value.get(at + call.len()..).unwrap_or_default();
            let mut depth = 1;
            let end = inside.find(|c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth == 0
            });
            let Some(end) = end else { break };
            let arguments = parts(&inside[..end], ',');
            let instead = if call == "var(" {
                arguments.first().and_then(|name| self.set.get(name)).or(arguments.get(1))
            } else {
                arguments.get(usize::from(self.name == "dark"))
            };
            let Some(instead) = instead.cloned() else { break };
            value.replace_range(at..=at + call.len() + end, &instead);
        }
        value
    }

    fn colour(&self, name: &str) -> Colour {
        let value = self.set.get(name).unwrap_or_else(|| panic!("style/tokens.css sets no {name}"));
        let value = self.resolved(value);
        Colour::read(&value)
            .unwrap_or_else(|| panic!("{name}: {value} is a colour that this test cannot read"))
    }
}

/// Both themes, as style/tokens.css sets them: by `light-dark`, or anew in a rule for the dark one.
fn themes() -> [Theme; 2] {
    let css = sheets().into_iter().find(|(file, _)| file == "style/tokens.css").map(|(_, css)| css);
    let (mut light, mut dark) = (BTreeMap::new(), BTreeMap::new());
    for d in read(&css.unwrap_or_default()).0.into_iter().filter(|d| d.name.starts_with("--")) {
        if !d.within.iter().any(|prelude| prelude.contains("dark")) {
            light.insert(d.name.clone(), d.value.clone());
            dark.entry(d.name).or_insert(d.value);
        } else {
            dark.insert(d.name, d.value);
        }
    }
    [Theme { name: "light", set: light }, Theme { name: "dark", set: dark }]
}

/// What is written, and on what.
const TEXT: [(&str, &[&str]); 7] = [
    ("--ink", &["--paper", "--card", "--sunk", "--accent-soft", "--good-soft", "--bad-soft", "--warn-soft"]),
    ("--ink-soft", &["--paper", "--card", "--sunk"]),
    ("--accent", &["--paper", "--card", "--accent-soft"]),
    ("--accent-ink", &["--accent"]),
    ("--good", &["--paper", "--card", "--good-soft"]),
    ("--bad", &["--paper", "--card", "--bad-soft"]),
    ("--warn", &["--paper", "--card", "--warn-soft"]),
];

#[test]
fn text_can_be_read_in_both_themes() {
    let mut found = Vec::new();
    for theme in themes() {
        let name = theme.name;
        for (text, grounds) in TEXT {
            for ground in grounds {
                let ratio = contrast(theme.colour(text), theme.colour(ground));
                if ratio < 4.5 {
                    found.push(format!("{name}: {text} on {ground} has {ratio:.2}, not 4.5"));
                }
            }
        }
    }
    none(found);
}

/// Marks of charts and the edges of fields need less (WCAG 2.2, 1.4.11).
#[test]
fn marks_and_edges_can_be_seen_in_both_themes() {
    let mut found = Vec::new();
    for theme in themes() {
        let name = theme.name;
        let marks: Vec<&String> =
            theme.set.keys().filter(|key| key.starts_with("--stage-") || *key == "--line-strong").collect();
        assert!(marks.len() > 8, "the colours of the stages are not where this test looks");
        for mark in marks {
            for ground in ["--paper", "--card"] {
                let ratio = contrast(theme.colour(mark), theme.colour(ground));
                if ratio < 3.0 {
                    found.push(format!("{name}: {mark} on {ground} has {ratio:.2}, not 3"));
                }
            }
        }
    }
    none(found);
}

#[test]
fn each_theme_has_colours_of_its_own() {
    let [light, dark] = themes();
    let colours: Vec<&String> =
        light.set.keys().filter(|name| Colour::read(&light.resolved(&light.set[*name])).is_some()).collect();
    assert!(colours.len() > 15, "the colours are not where this test looks");
    let same = colours.iter().filter(|name| light.colour(name) == dark.colour(name));
    none(same.map(|name| format!("{name} is the same in light and dark")).collect());
    let alone = dark.set.keys().filter(|name| !light.set.contains_key(*name));
    none(alone.map(|name| format!("{name} is set for dark alone")).collect());
}

/// Wherever one rule sets both the text's colour and the ground's, they go together.
#[test]
fn rules_that_set_text_and_ground_keep_them_apart() {
    let mut found = Vec::new();
    let mut compared = 0;
    for (file, css) in sheets() {
        let mut rules: BTreeMap<Vec<String>, [Option<(String, usize)>; 2]> = BTreeMap::new();
        for d in read(&css).0 {
            let slot = match d.name.as_str() {
                "color" => 0,
                "background" | "background-color" => 1,
                _ => continue,
            };
            rules.entry(d.within).or_default()[slot] = Some((d.value, d.line));
        }
        for (within, pair) in rules {
            let [Some((text, line)), Some((ground, _))] = pair else { continue };
            for theme in themes() {
                let name = theme.name;
                let read = |value: &str| Colour::read(&theme.resolved(value));
                let (Some(text), Some(ground)) = (read(&text), read(&ground)) else { continue };
                let ground = ground.over(theme.colour("--card"));
                compared += 1;
                let ratio = contrast(text, ground);
                if ratio < 4.5 {
                    found.push(format!(
                        "{file}:{line}: {} has {ratio:.2} in the {name} theme",
                        within.join(" ")
                    ));
                }
            }
        }
    }
    none(found);
    assert!(compared > 0, "no rule sets both, which is hard to believe");
}

// --- the page and its policy ---

/// What a page does that its policy forbids.
fn offences(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in html.match_indices("<script") {
        let rest = html.get(at..).unwrap_or_default();
        let (tag, behind) = rest.split_once('>').unwrap_or((rest, ""));
        if !tag.contains(" src=") || !behind.trim_start().starts_with("</script>") {
            found.push(format!("a script in the page itself: {tag}"));
        }
    }
    for tag in html.split('<').filter_map(|rest| rest.split('>').next()) {
        for attribute in
            tag.split_whitespace().skip(1).filter_map(|word| word.split_once('=').map(|(name, _)| name))
        {
            if attribute == "style" || attribute.starts_with("on") {
                found.push(format!("an attribute {attribute}: <{tag}>"));
            }
        }
    }
    if html.contains("<style") {
        found.push("a sheet in the page itself".into());
    }
    let policy = html.split_once("http-equiv=\"Content-Security-Policy\"").and_then(|(_, rest)| {
        rest.split_once("content=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(policy, _)| policy)
    });
    match policy {
        None => found.push("no policy".into()),
        Some(policy) => {
            if !policy.contains("default-src 'none'") || !policy.contains("script-src") {
                found.push(format!("a policy that lets everything in: {policy}"));
            }
            if policy.contains("'unsafe-inline'")
                || policy.contains("'unsafe-eval'")
                || policy.contains("http")
            {
                found.push(format!("a policy with holes: {policy}"));
            }
        }
    }
    found
}

#[test]
fn the_page_keeps_its_own_policy() {
    let html = std::fs::read_to_string(root().join("index.html")).expect("index.html is there");
    none(offences(&html));
}

#[test]
fn offences_against_the_policy_are_told() {
    let good =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">";
    assert_eq!(offences(good), Vec::<String>::new());
    for bad in [
        "<script>go()</script>",
        "<script type=\"module\">go()</script>",
        "<p style=\"color: red\">",
        "<p onclick=\"go()\">",
        "<style>a{}</style>",
    ] {
        assert_eq!(offences(&format!("{good}{bad}")).len(), 1, "{bad}");
    }
    assert_eq!(offences("<p>").len(), 1);
    assert_eq!(offences(&good.replace("script-src 'self'", "script-src 'unsafe-inline'")).len(), 1);
}

/// Such an attribute would be blocked by the page's policy: `style:name=` goes another way.
#[test]
fn no_view_sets_a_style_attribute() {
    let mut found = Vec::new();
    for (file, source) in
        shipped_files().iter().filter(|(file, _)| file.starts_with("src/ui") || file.starts_with("src/embed"))
    {
        let tokens = shipped(source);
        for (at, token) in tokens.iter().enumerate().filter(|(at, _)| reads(&tokens, *at, &["style", "="])) {
            let declared = at > 0 && ["let", "mut", ".", "(", ","].iter().any(|word| tokens[at - 1].is(word));
            let tuple = tokens.get(at + 2).is_some_and(|next| next.is("(") || next.is("="));
            if !declared && !tuple {
                found.push(format!("{file}:{}: style=", token.line));
            }
        }
        for (at, token) in
            tokens.iter().enumerate().filter(|(at, _)| reads(&tokens, *at, &["set_attribute", "("]))
        {
            if tokens.get(at + 2).is_some_and(|name| name.text == "style") {
                found.push(format!("{file}:{}: set_attribute(\"style\")", token.line));
            }
        }
    }
    none(found);
}
