//! Looks at a built site as a host and a strict browser would.

use anyhow::{Context, Result};
use std::io::Read;
use std::path::Path;

/// What is wrong with the site in `folder`, in sentences.
pub fn faults(folder: &Path) -> Result<Vec<String>> {
    let page = std::fs::read_to_string(folder.join("index.html")).context("dist/index.html")?;
    let mut faults = page_faults(&page);
    for (_, target) in links(&page) {
        if let Some(name) = target.strip_prefix("./")
            && !folder.join(name).is_file()
        {
            faults.push(format!("index.html names {name}, which is not there"));
        }
    }
    if folder.join("snippets").exists() {
        faults.push(
            "a crate brought JavaScript of its own (snippets/): one request more before the first paint"
                .into(),
        );
    }
    let mut kinds = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") || path.is_dir() {
            continue;
        }
        kinds.push(path.extension().unwrap_or_default().to_string_lossy().into_owned());
        let content = std::fs::read(&path)?;
        for (suffix, unpacked) in [
            ("br", unpack_brotli(&folder.join(format!("{name}.br")))),
            ("gz", unpack_gzip(&folder.join(format!("{name}.gz")))),
        ] {
            match unpacked {
                Ok(unpacked) if unpacked == content => {}
                Ok(_) => faults.push(format!("{name}.{suffix} does not unpack to {name}")),
                Err(error) => faults.push(format!("{name}.{suffix}: {error:#}")),
            }
        }
    }
    kinds.sort();
    kinds.dedup();
    if kinds != ["css", "html", "js", "wasm"] {
        faults.push(format!("a page, a style sheet, a script and a wasm are expected; found {kinds:?}"));
    }
    Ok(faults)
}

/// What a strict content security policy, or a host that serves the site from a sub-folder, would stumble over.
fn page_faults(page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for needed in [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "connect-src 'self'",
    ] {
        if !page.contains(needed) {
            faults.push(format!("the content security policy lacks {needed}"));
        }
    }
    if page.contains("unsafe-inline") || page.contains("'unsafe-eval'") {
        faults.push("the content security policy allows something unsafe".into());
    }
    if page.contains("<style") {
        faults.push("there is an inline style sheet".into());
    }
    for piece in page.split("<script").skip(1) {
        let (tag, rest) = piece.split_once('>').unwrap_or((piece, ""));
        if !tag.contains(" src=") || !rest.trim_start().starts_with("</script>") {
            faults.push(format!("there is an inline script: <script{tag}>"));
        }
    }
    for (name, target) in links(page) {
        match name {
            "style" => faults.push(format!("there is a style attribute: {target}")),
            "src" | "href" if !target.starts_with("./") && !target.starts_with("data:") => {
                faults.push(format!("{name}=\"{target}\" is not relative"));
            }
            name if name.starts_with("on") => faults.push(format!("there is an inline handler: {name}")),
            _ => {}
        }
    }
    faults
}

/// All attributes with double quotes, name and value.
fn links(page: &str) -> impl Iterator<Item = (&str, &str)> {
    page.split('<').skip(1).flat_map(|piece| {
        let mut rest = piece;
        std::iter::from_fn(move || {
            let (before, after) = rest.split_once("=\"")?;
            let (value, after) = after.split_once('"')?;
            rest = after;
            Some((before.rsplit(char::is_whitespace).next().unwrap_or(before), value))
        })
    })
}

fn unpack_brotli(path: &Path) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut std::fs::read(path)?.as_slice(), &mut out)?;
    Ok(out)
}

fn unpack_gzip(path: &Path) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    flate2::read::GzDecoder::new(std::fs::read(path)?.as_slice()).read_to_end(&mut out)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = "<meta content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
        style-src 'self'; connect-src 'self'\">";

    #[test]
    fn a_clean_page_has_no_faults() {
        let page = format!(
            "{POLICY}<link rel=\"icon\" href=\"data:,\"><script src=\"./a.js\"></script><p class=\"b\">"
        );
        assert_eq!(page_faults(&page), Vec::<String>::new());
    }

    #[test]
    fn each_fault_is_found() {
        for bad in [
            "<script>1</script>",
            "<script src=\"./a.js\">1</script>",
            "<style>p{}</style>",
            "<p style=\"color: red\">",
            "<p onclick=\"x()\">",
            "<link href=\"/a.css\">",
            "<img src=\"https://example.org/a.png\">",
            "<meta content=\"script-src 'unsafe-eval'\">",
        ] {
            assert_eq!(page_faults(&format!("{POLICY}{bad}")).len(), 1, "{bad}");
        }
        assert_eq!(page_faults("").len(), 4);
    }
}
