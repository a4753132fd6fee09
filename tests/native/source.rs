//! Rust source as tokens: enough to tell text from code, and code from its tests. Made for the scans of this house, and
//! simpler than a compiler's.

use std::fs;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Ident,
    /// A string literal; its `text` is the value, without quotes and escapes.
    Text,
    /// A character, a byte, a lifetime or a number.
    Other,
    Punct,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub line: usize,
}

impl Token {
    pub fn is(&self, code: &str) -> bool {
        self.kind != Kind::Text && self.text == code
    }

    pub fn is_ident(&self) -> bool {
        self.kind == Kind::Ident
    }

    pub fn is_text(&self) -> bool {
        self.kind == Kind::Text
    }
}

/// Whether the tokens from `at` on are this code, word by word.
pub fn reads(tokens: &[Token], at: usize, code: &[&str]) -> bool {
    code.iter().enumerate().all(|(i, word)| tokens.get(at + i).is_some_and(|token| token.is(word)))
}

/// The index behind the bracket that closes the one at `open`, or the end.
pub fn behind(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(open).filter(|(_, token)| token.kind == Kind::Punct) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// All tokens of a source, comments left out.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut reader = Reader { chars, at: 0, line: 1, out: Vec::new() };
    while reader.step() {}
    reader.out
}

/// The tokens that are shipped: items and statements behind `#[cfg(test)]` or `#[test]` cut off.
pub fn shipped(source: &str) -> Vec<Token> {
    let all = tokens(source);
    let mut out = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        let test = reads(&all, at, &["#", "[", "cfg", "(", "test", ")", "]"])
            || reads(&all, at, &["#", "[", "test", "]"]);
        if !test {
            out.extend(all.get(at).cloned());
            at += 1;
            continue;
        }
        at = behind(&all, at + 1);
        while reads(&all, at, &["#", "["]) {
            at = behind(&all, at + 1);
        }
        // The item ends with its block or with a semicolon outside of brackets.
        while at < all.len() {
            if all[at].is("{") {
                at = behind(&all, at);
                break;
            }
            if all[at].is(";") {
                at += 1;
                break;
            }
            at = if all[at].is("(") || all[at].is("[") { behind(&all, at) } else { at + 1 };
        }
    }
    out
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
    out: Vec<Token>,
}

impl Reader {
    fn peek(&self, ahead: usize) -> char {
        self.chars.get(self.at + ahead).copied().unwrap_or('\0')
    }

    fn next(&mut self) -> char {
        let c = self.peek(0);
        self.at += 1;
        if c == '\n' {
            self.line += 1;
        }
        c
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        self.out.push(Token { kind, text, line });
    }

    fn step(&mut self) -> bool {
        if self.at >= self.chars.len() {
            return false;
        }
        let line = self.line;
        let c = self.peek(0);
        match c {
            _ if c.is_whitespace() => {
                self.next();
            }
            '/' if self.peek(1) == '/' => {
                while self.at < self.chars.len() && self.peek(0) != '\n' {
                    self.next();
                }
            }
            '/' if self.peek(1) == '*' => self.block_comment(),
            '"' => {
                self.next();
                let text = self.quoted();
                self.push(Kind::Text, text, line);
            }
            '\'' => self.char_or_lifetime(line),
            _ if c.is_alphabetic() || c == '_' => self.word(line),
            _ if c.is_ascii_digit() => {
                let mut text = String::new();
                while self.peek(0).is_alphanumeric()
                    || self.peek(0) == '_'
                    || (self.peek(0) == '.' && self.peek(1).is_ascii_digit())
                {
                    text.push(self.next());
                }
                self.push(Kind::Other, text, line);
            }
            _ => {
                let text = self.next().to_string();
                self.push(Kind::Punct, text, line);
            }
        }
        true
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        while self.at < self.chars.len() {
            match (self.peek(0), self.peek(1)) {
                ('/', '*') => depth += 1,
                ('*', '/') => depth -= 1,
                _ => {
                    self.next();
                    continue;
                }
            }
            self.next();
            self.next();
            if depth == 0 {
                return;
            }
        }
    }

    fn word(&mut self, line: usize) {
        let mut text = String::new();
        while self.peek(0).is_alphanumeric() || self.peek(0) == '_' {
            text.push(self.next());
        }
        match (text.as_str(), self.peek(0)) {
            ("r" | "br" | "cr", '"' | '#') => {
                let mut hashes = 0;
                while self.peek(0) == '#' {
                    self.next();
                    hashes += 1;
                }
                if self.peek(0) != '"' {
                    return; // `r#type`: the name is read as the next word.
                }
                self.next();
                let text = self.raw(hashes);
                self.push(Kind::Text, text, line);
            }
            ("b" | "c", '"') => {
                self.next();
                let text = self.quoted();
                self.push(Kind::Text, text, line);
            }
            ("b", '\'') => self.char_or_lifetime(line),
            _ => self.push(Kind::Ident, text, line),
        }
    }

    fn raw(&mut self, hashes: usize) -> String {
        let mut text = String::new();
        while self.at < self.chars.len() {
            if self.peek(0) == '"' && (1..=hashes).all(|i| self.peek(i) == '#') {
                (0..=hashes).for_each(|_| {
                    self.next();
                });
                break;
            }
            text.push(self.next());
        }
        text
    }

    /// The rest of a string whose opening quote was read.
    fn quoted(&mut self) -> String {
        let mut text = String::new();
        while self.at < self.chars.len() {
            match self.next() {
                '"' => break,
                '\\' => match self.next() {
                    '\n' => {
                        while self.peek(0).is_whitespace() {
                            self.next();
                        }
                    }
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'r' => text.push('\r'),
                    '0' => text.push('\0'),
                    'x' => {
                        let digits: String = [self.next(), self.next()].iter().collect();
                        text.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
                    }
                    'u' => {
                        self.next();
                        let mut digits = String::new();
                        while self.at < self.chars.len() && self.peek(0) != '}' {
                            digits.push(self.next());
                        }
                        self.next();
                        text.extend(
                            u32::from_str_radix(&digits.replace('_', ""), 16).ok().and_then(char::from_u32),
                        );
                    }
                    other => text.push(other),
                },
                other => text.push(other),
            }
        }
        text
    }

    fn char_or_lifetime(&mut self, line: usize) {
        self.next();
        let mut text = String::from("'");
        if self.peek(0) == '\\' {
            text.push(self.next());
            text.push(self.next());
            while self.at < self.chars.len() && self.peek(0) != '\'' {
                text.push(self.next());
            }
            self.next();
        } else if self.peek(1) == '\'' {
            text.push(self.next());
            self.next();
        } else {
            while self.peek(0).is_alphanumeric() || self.peek(0) == '_' {
                text.push(self.next());
            }
        }
        self.push(Kind::Other, text, line);
    }
}

// --- files ---

/// Where the package lies.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder whose names end so, by their path from the package's root, in order.
pub fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
                found.push((name, text));
            }
        }
    }
    found.sort();
    found
}

/// The Rust files of `src` that are shipped: without those that a `#[cfg(test)] mod name;` brings in.
pub fn shipped_files() -> Vec<(String, String)> {
    let all = files("src", ".rs");
    let mut tests = Vec::new();
    for (file, source) in &all {
        let tokens = tokens(source);
        let home = match file.rsplit_once('/') {
            Some((folder, "mod.rs" | "lib.rs")) => folder.to_owned(),
            _ => file.strip_suffix(".rs").unwrap_or(file).to_owned(),
        };
        for at in 0..tokens.len() {
            if reads(&tokens, at, &["#", "[", "cfg", "(", "test", ")", "]", "mod"])
                && reads(&tokens, at + 9, &[";"])
            {
                let name = tokens.get(at + 8).map_or("", |token| token.text.as_str());
                tests.push(format!("{home}/{name}.rs"));
                tests.push(format!("{home}/{name}/"));
            }
        }
    }
    all.into_iter().filter(|(file, _)| !tests.iter().any(|test| file.starts_with(test.as_str()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        tokens(source).into_iter().filter(Token::is_text).map(|token| token.text).collect()
    }

    fn words(tokens: Vec<Token>) -> String {
        tokens.into_iter().map(|token| token.text).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn strings_of_every_kind_are_read() {
        let source = r####"f("a\"b\\", r"c\d", r#"e"f"#, b"g", "h\
            i", "\u{e9}\x41\n")"####;
        assert_eq!(texts(source), ["a\"b\\", "c\\d", "e\"f", "g", "hi", "éA\n"]);
    }

    #[test]
    fn comments_characters_and_lifetimes_are_no_strings() {
        let source = "// \"a\"\n/* \"b\" /* \"c\" */ \"d\" */ let x: &'a str = '\"'; let y = '\\''; let z = b'\"'; \"e\"";
        assert_eq!(texts(source), ["e"]);
        assert_eq!(tokens("a\n\n b")[1].line, 3);
        assert_eq!(words(tokens("r#type 'static 1.5e3 0..2")), "type 'static 1.5e3 0 . . 2");
    }

    #[test]
    fn tests_are_cut_off() {
        let source = "fn a() {} #[cfg(test)] #[path = \"x\"] mod tests { fn b() { \"}\" } } \
                      #[cfg(test)] use c::d; #[test] fn e(x: [u8; 2]) { f } fn g() {}";
        assert_eq!(words(shipped(source)), "fn a ( ) { } fn g ( ) { }");
    }
}
