//! Which room may look into which, and what none may do: what the compiler alone would let pass.

use std::collections::BTreeSet;
use std::process::Command;

use crate::source::{Kind, Token, files, reads, root, shipped, shipped_files};

/// The rooms and what each may look into, from the ground up.
const ROOMS: [(&str, &[&str]); 10] = [
    ("model", &[]),
    ("metrics", &["model"]),
    ("templates", &["model"]),
    ("exchange", &["model"]),
    ("chart", &["model", "metrics"]),
    ("i18n", &["model", "metrics", "exchange"]),
    ("session", &["model", "metrics", "templates", "exchange", "chart", "i18n"]),
    ("browser", &["model", "metrics", "templates", "exchange", "chart", "i18n", "session"]),
    ("ui", &["model", "metrics", "templates", "exchange", "chart", "i18n", "session", "browser"]),
    ("embed", &["model", "metrics", "templates", "exchange", "chart", "i18n", "session", "browser", "ui"]),
];

/// Rooms that never learn that there is a browser.
const PURE: [&str; 7] = ["model", "metrics", "templates", "exchange", "session", "chart", "i18n"];

/// Names that only rooms behind the feature `ui` may say.
const WEB: [&str; 9] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "gloo_timers",
    "gloo",
    "indexed_db_futures",
];

/// A pure room takes the time from its caller.
const CLOCKS: [&str; 4] = ["SystemTime", "Instant", "thread_rng", "getrandom"];

/// What cannot fail whatever a user, a file or a browser does, and would be worse hidden than said: file and reason given.
const SURE: [(&str, &str); 4] = [
    ("src/exchange/csv_write.rs", "the cells were text"),
    ("src/exchange/csv_write.rs", "written to memory"),
    ("src/exchange/document.rs", "JSON is UTF-8"),
    ("src/exchange/document.rs", "a record is plain data"),
];

/// The room that a file is part of: `src/model/apply.rs` and `src/session.rs` alike.
fn room(file: &str) -> Option<&str> {
    let inside = file.strip_prefix("src/")?;
    let first = inside.split('/').next()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (!matches!(name, "lib" | "records" | "figures")).then_some(name)
}

/// How deep in the tree of modules a file stands: `src/model/mod.rs` 1, `src/model/apply.rs` 2.
fn depth(file: &str) -> usize {
    let inside = file.strip_prefix("src/").unwrap_or(file);
    let path = inside.strip_suffix("/mod.rs").or(inside.strip_suffix(".rs")).unwrap_or(inside);
    if path == "lib" { 0 } else { path.split('/').count() }
}

/// The rooms that a file names, with lines: through `crate::`, through enough `super::`, or by a group of either.
fn rooms_named(file: &str, tokens: &[Token]) -> Vec<(String, usize)> {
    let depth = depth(file);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut ups = 0;
        let mut next = at;
        if tokens[at].is("crate") {
            ups = depth;
            next = at + 1;
        } else {
            while tokens.get(next).is_some_and(|t| t.is("super")) {
                ups += 1;
                next += if reads(tokens, next + 1, &[":", ":", "super"]) { 3 } else { 1 };
            }
        }
        let rooted = next > at && ups >= depth && reads(tokens, next, &[":", ":"]);
        if rooted {
            found.extend(heads(tokens, next + 2));
        }
        at = next.max(at + 1);
    }
    found
}

/// The first names of a path or of a group of paths that starts at `at`.
fn heads(tokens: &[Token], at: usize) -> Vec<(String, usize)> {
    let Some(first) = tokens.get(at) else { return Vec::new() };
    if !first.is("{") {
        return vec![(first.text.clone(), first.line)];
    }
    let (mut found, mut depth, mut fresh) = (Vec::new(), 0, false);
    for token in &tokens[at..] {
        match token.text.as_str() {
            "{" => {
                depth += 1;
                fresh = depth == 1;
            }
            "}" => {
                depth -= 1;
                if depth == 0 {
                    break;
                }
            }
            "," => fresh = depth == 1,
            _ => {
                if fresh {
                    found.push((token.text.clone(), token.line));
                }
                fresh = false;
            }
        }
    }
    found
}

/// What a file names that its room may not.
fn trespasses(file: &str, source: &str) -> Vec<String> {
    let Some(room) = room(file) else { return Vec::new() };
    let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{file}: the room `{room}` has no place in the order of rooms")];
    };
    let tokens = shipped(source);
    let mut found = Vec::new();
    for (named, line) in rooms_named(file, &tokens) {
        let is_room = ROOMS.iter().any(|(name, _)| *name == named);
        if named == "*" || (is_room && named != room && !allowed.contains(&named.as_str())) {
            found.push(format!("{file}:{line}: `{room}` may not look into `{named}`"));
        }
    }
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Ident) {
        let name = token.text.as_str();
        let web = WEB.contains(&name);
        let forbidden = if PURE.contains(&room) {
            web || CLOCKS.contains(&name)
        } else if room == "browser" {
            name == "leptos"
        } else {
            // Views may use Leptos; everything else of the web they ask from `browser`.
            web && name != "leptos" || (name == "leptos" && reads(&tokens, at + 1, &[":", ":", "web_sys"]))
        };
        if forbidden {
            found.push(format!("{file}:{}: `{room}` may not name `{name}`", token.line));
        }
    }
    found
}

/// Where a file could stop the page instead of saying what went wrong.
fn panics(file: &str, source: &str) -> Vec<String> {
    let tokens = shipped(source);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.is_ident()) {
        let call = at > 0 && (tokens[at - 1].is(".") || tokens[at - 1].is(":"));
        let stops = match token.text.as_str() {
            "unwrap" | "expect" | "unwrap_err" | "expect_err" => {
                let why = tokens.get(at + 2).filter(|token| token.is_text()).map_or("", |token| &token.text);
                call && reads(&tokens, at + 1, &["("]) && !SURE.contains(&(file, why))
            }
            "panic" | "todo" | "unimplemented" => reads(&tokens, at + 1, &["!"]),
            _ => false,
        };
        if stops {
            found.push(format!("{file}:{}: {}", token.line, token.text));
        }
    }
    found
}

/// Packages of a `cargo tree` that speak to a browser.
fn browser_packages(tree: &str) -> BTreeSet<&str> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    names
        .filter(|name| {
            let browser = ["web-sys", "js-sys", "indexed_db_futures", "reactive_graph", "tachys"];
            browser.contains(name)
                || ["leptos", "gloo", "wasm-bindgen"].iter().any(|start| name.starts_with(start))
        })
        .collect()
}

#[test]
fn without_the_feature_ui_nothing_of_the_web_is_built() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "-e", "normal", "--no-default-features", "--prefix", "none", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let tree = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(tree.lines().any(|line| line.starts_with("chrono ")), "this is no tree of ours: {tree}");
    assert_eq!(browser_packages(&tree), BTreeSet::new());
}

#[test]
fn no_room_looks_up() {
    let sources = shipped_files();
    assert!(sources.len() > 10, "the sources are not where this test looks");
    let found: Vec<String> = sources.iter().flat_map(|(file, source)| trespasses(file, source)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn nothing_shipped_panics_on_purpose() {
    let found: Vec<String> = shipped_files().iter().flat_map(|(file, source)| panics(file, source)).collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
    for (file, why) in SURE {
        let said = shipped_files().iter().any(|(name, source)| name == file && source.contains(why));
        assert!(said, "the list of what cannot fail names what is gone: {file}, {why:?}");
    }
}

#[test]
fn no_file_is_too_long_to_read() {
    let sources = [files("src", ".rs"), files("style", ".css"), files("tests", ".rs")].concat();
    let long: Vec<String> = sources
        .iter()
        .map(|(file, source)| (file, source.lines().count()))
        .filter(|(_, lines)| *lines > 600)
        .map(|(file, lines)| format!("{file}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "\n{}", long.join("\n"));
}

/// A sheet with the marks of a merge loses the rule behind them, and no compiler says so.
#[test]
fn nothing_carries_the_marks_of_a_merge() {
    let texts =
        [files("src", ".rs"), files("style", ".css"), files("docs", ".md"), files("tests/native", ".rs")]
            .concat();
    let marks = ["<<<<<<< ", ">>>>>>> ", "||||||| "];
    let marked: Vec<&String> = texts
        .iter()
        .filter(|(_, text)| text.lines().any(|line| marks.iter().any(|mark| line.starts_with(mark))))
        .map(|(file, _)| file)
        .collect();
    assert!(marked.is_empty(), "{marked:?}");
}

#[test]
fn the_fence_sees_what_it_is_for() {
    let seen = |file: &str, source: &str| trespasses(file, source).len();
    // A pure room and the web, by any name.
    assert_eq!(seen("src/model/a.rs", "use leptos::prelude::*;"), 1);
    assert_eq!(seen("src/session.rs", "fn f() { js_sys::Date::now(); }"), 1);
    assert_eq!(seen("src/metrics/mod.rs", "let t = std::time::SystemTime::now();"), 1);
    assert_eq!(seen("src/model/a.rs", "// leptos\nconst A: &str = \"web_sys\";"), 0);
    // Rooms that look up.
    assert_eq!(seen("src/model/a.rs", "use crate::session::Session;"), 1);
    assert_eq!(seen("src/model/a.rs", "use crate::{model::Deal, ui::Board};"), 1);
    assert_eq!(seen("src/model/a.rs", "use super::super::metrics;"), 1);
    assert_eq!(seen("src/model/a/b.rs", "use super::super::super::metrics::x;"), 1);
    assert_eq!(seen("src/metrics/mod.rs", "use super::{model::{Deal, ui}, templates};"), 1);
    assert_eq!(seen("src/model/a.rs", "use super::metrics;"), 0);
    assert_eq!(seen("src/metrics/a.rs", "use crate::*;"), 1);
    assert_eq!(seen("src/metrics/a.rs", "use crate::model::{self, Deal};"), 0);
    assert_eq!(seen("src/browser/a.rs", "crate::ui::mount();"), 1);
    assert_eq!(seen("src/cellar/a.rs", ""), 1);
    // Views reach the web through `browser` alone.
    assert_eq!(seen("src/ui/a.rs", "use leptos::{ev, prelude::*}; use crate::browser::page::Element;"), 0);
    assert_eq!(seen("src/ui/a.rs", "use web_sys::Element;"), 1);
    assert_eq!(seen("src/ui/a.rs", "fn f(e: leptos::web_sys::Event) {}"), 2);
    assert_eq!(seen("src/browser/a.rs", "use web_sys::Element; use leptos::prelude::*;"), 1);
    // Tests may look where they like.
    assert_eq!(seen("src/model/a.rs", "#[cfg(test)] mod tests { use crate::session::Session; }"), 0);

    assert_eq!(panics("a", "x.unwrap(); y.expect(\"z\"); panic!(); todo!(); Option::unwrap(a)").len(), 5);
    assert_eq!(
        panics("a", "x.unwrap_or(1); fn expect() {} #[cfg(test)] mod t { fn a() { x.unwrap() } }").len(),
        0
    );

    let tree =
        "stageline v0.1.0 (/a)\nchrono v0.4.45\nleptos_dom v1\njs-sys v0.3\ngloo-storage v1 (*)\nserde v1";
    assert_eq!(browser_packages(tree), BTreeSet::from(["gloo-storage", "js-sys", "leptos_dom"]));
}
