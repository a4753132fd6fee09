//! The deployable files: names with the content's hash, relative paths, compressed twins.

use crate::parts::Part;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fmt;
use std::io::Write;
use std::path::Path;

/// What the site is made of.
pub struct Site {
    pub page: String,
    pub script: String,
    /// What the page begins with.
    pub wasm: Vec<u8>,
    /// What it fetches later, by the names that the script has for them.
    pub parts: Vec<Part>,
    /// Pieces of JavaScript that the script imports from `./snippets/`; each costs a request more.
    pub snippets: Vec<(String, String)>,
    pub styles: String,
    /// Whether to load the script that the dev server brings, which reloads the page.
    pub reload: bool,
}

/// Bytes of the wasm as it is and as it travels (0 where nothing was compressed).
#[derive(Default)]
pub struct Sizes {
    /// Of what the page begins with.
    first: Packed,
    /// Of all that it fetches later.
    later: Packed,
}

#[derive(Default)]
struct Packed {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl fmt::Display for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes raw", grouped(self.raw))?;
        if self.brotli > 0 {
            write!(f, ", {} gzip, {} brotli", grouped(self.gzip), grouped(self.brotli))?;
        }
        Ok(())
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; fetched later: {}", self.first, self.later)
    }
}

/// Writes the site into `folder` and removes whatever else a former build left there.
pub fn write(folder: &Path, site: &Site, compress: bool) -> Result<Sizes> {
    std::fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
    let styles = without_comments(&site.styles, "/*", "*/");
    let style_name = format!("stageline-{}.css", hash(styles.as_bytes()));
    let wasm_name = format!("stageline-{}.wasm", hash(&site.wasm));
    let mut script = format!("{}\n{}", site.script, start(&wasm_name));
    let mut parts: Vec<(String, &[u8])> = Vec::new();
    for (plain, content) in &site.parts {
        let name = format!("stageline-{}.wasm", hash(content));
        let (plain, hashed) = (format!("\"./{plain}\""), format!("\"./{name}\""));
        if !script.contains(&plain) {
            bail!("the script does not fetch {plain}");
        }
        script = script.replace(&plain, &hashed);
        parts.push((name, content));
    }
    let script_name = format!("stageline-{}.js", hash(script.as_bytes()));

    let mut page = without_comments(&site.page, "<!--", "-->");
    let names = [
        ("./stageline.css", &style_name),
        ("./stageline.js", &script_name),
        ("./stageline.wasm", &wasm_name),
    ];
    for (plain, hashed) in names {
        if !page.contains(plain) {
            bail!("index.html does not name {plain}");
        }
        page = page.replace(plain, &format!("./{hashed}"));
    }
    if site.reload {
        page = page.replace("</head>", "<script type=\"module\" src=\"./~reload.js\"></script>\n</head>");
    }
    let page: String = page.lines().filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect();

    let mut files: Vec<(String, &[u8])> = vec![
        (style_name, styles.as_bytes()),
        (wasm_name.clone(), &site.wasm),
        (script_name, script.as_bytes()),
        ("index.html".to_owned(), page.as_bytes()),
    ];
    files.extend(parts);
    for (name, content) in &site.snippets {
        files.push((format!("snippets/{name}"), content.as_bytes()));
    }

    let mut kept = BTreeSet::new();
    let mut sizes = Sizes::default();
    for (name, content) in &files {
        put(folder, name, content)?;
        kept.insert(name.clone());
        let mut other = Packed::default();
        let packed = match name {
            name if *name == wasm_name => &mut sizes.first,
            name if name.ends_with(".wasm") => &mut sizes.later,
            _ => &mut other,
        };
        packed.raw += content.len();
        if !compress {
            continue;
        }
        // A hash in the name says that the content, and so its twins, are the same as before.
        let reusable = name.starts_with("stageline-");
        let gzip = twin(folder, &format!("{name}.gz"), reusable, || gzip(content))?;
        let brotli = twin(folder, &format!("{name}.br"), reusable, || brotli(content))?;
        kept.extend([format!("{name}.gz"), format!("{name}.br")]);
        packed.gzip += gzip;
        packed.brotli += brotli;
    }
    remove_others(folder, folder, &kept)?;
    Ok(sizes)
}

/// The end of the script: fetch and start the wasm, and if that fails show the sentence that the page keeps for it.
fn start(wasm_name: &str) -> String {
    format!(
        "__wbg_init({{ module_or_path: new URL('./{wasm_name}', import.meta.url) }}).catch((error) => {{\n    \
         document.querySelector('[data-stageline-failed]')?.removeAttribute('hidden');\n    \
         throw error;\n}});\n"
    )
}

/// FNV-1a, 64 bits, as 16 hexadecimal digits: tells one build's content from another's, no more.
pub fn hash(content: &[u8]) -> String {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in content {
        state = (state ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    format!("{state:016x}")
}

/// Writes a file so that it is never seen half-written.
fn put(folder: &Path, name: &str, content: &[u8]) -> Result<()> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    let draft = folder.join(".draft");
    std::fs::create_dir_all(parent)
        .and_then(|()| std::fs::write(&draft, content))
        .and_then(|()| std::fs::rename(&draft, &path))
        .with_context(|| path.display().to_string())
}

/// Writes a compressed twin unless it is there and may be used again; gives its size.
fn twin(folder: &Path, name: &str, reusable: bool, make: impl FnOnce() -> Result<Vec<u8>>) -> Result<usize> {
    if reusable && let Ok(there) = std::fs::metadata(folder.join(name)) {
        return Ok(usize::try_from(there.len())?);
    }
    let content = make()?;
    put(folder, name, &content)?;
    Ok(content.len())
}

fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

fn brotli(mut content: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut content, &mut out, &params)?;
    Ok(out)
}

fn remove_others(top: &Path, folder: &Path, kept: &BTreeSet<String>) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            remove_others(top, &path, kept)?;
            // Fails, as it should, for a folder that still holds something.
            let _ = std::fs::remove_dir(&path);
        } else if !path
            .strip_prefix(top)
            .is_ok_and(|name| kept.contains(&name.to_string_lossy().replace('\\', "/")))
        {
            std::fs::remove_file(&path).with_context(|| path.display().to_string())?;
        }
    }
    Ok(())
}

/// The text without its comments. Neither the page nor the styles have the marks inside a string.
fn without_comments(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        rest = after.split_once(close).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

/// 1234567 as `1,234,567`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn comments_go_and_the_rest_stays() {
        assert_eq!(without_comments("a /* b */ c /* d */", "/*", "*/"), "a  c ");
        assert_eq!(without_comments("plain", "/*", "*/"), "plain");
    }

    #[test]
    fn a_second_build_leaves_nothing_of_the_first() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("stageline-site-{}", std::process::id()));
        let mut site = Site {
            page: "<head>./stageline.css ./stageline.js ./stageline.wasm</head>".into(),
            script: "fetch(\"./part.wasm\")".into(),
            wasm: vec![0; 5_000],
            parts: vec![("part.wasm".into(), vec![1; 3_000])],
            snippets: vec![("a/b.js".into(), "1".into())],
            styles: "p { color: red }".into(),
            reload: false,
        };
        let sizes = write(&folder, &site, true)?;
        assert_eq!(std::fs::read_dir(&folder)?.count(), 16);
        for (packed, raw) in [(&sizes.first, 5_000), (&sizes.later, 3_000)] {
            assert_eq!(packed.raw, raw);
            assert!((1..100).contains(&packed.gzip) && (1..100).contains(&packed.brotli));
        }
        let script = std::fs::read_dir(&folder)?
            .flatten()
            .find(|file| file.path().extension().is_some_and(|e| e == "js"));
        let script = std::fs::read_to_string(script.context("a script")?.path())?;
        assert!(script.contains(&format!("fetch(\"./stageline-{}.wasm\")", hash(&[1; 3_000]))), "{script}");
        site.wasm.push(1);
        site.snippets.clear();
        site.parts.clear();
        write(&folder, &site, false)?;
        assert_eq!(std::fs::read_dir(&folder)?.count(), 4);
        std::fs::remove_dir_all(&folder)?;
        Ok(())
    }
}
