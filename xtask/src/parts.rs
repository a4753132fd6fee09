//! The wasm in parts: what the first view needs, and what is fetched after it.
//!
//! `#[wasm_split(name)]` in the sources marks where a part begins; what only one part needs goes with it, what several need into files of
//! their own. The functions that fetch the parts come as a script, which becomes a piece of the page's one script.

use anyhow::{Context, Result, anyhow, ensure};
use std::path::Path;

/// What the page's script and the script of the parts are called between the tools.
const SCRIPT: &str = "./stageline.js";
const LINK: &str = "./parts.js";

/// A part that is fetched after the first view: its file's name in the script, and its content.
pub type Part = (String, Vec<u8>);

/// Splits the wasm that cargo built. Writes what the page begins with to `main`; gives the parts and the script that fetches them.
pub fn split(built: &Path, main: &Path) -> Result<(Vec<Part>, String)> {
    let wasm = std::fs::read(built).with_context(|| built.display().to_string())?;
    let folder = main.parent().context("a file in a folder")?;
    let mut options = wasm_split_cli_support::Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = main;
    options.main_module = SCRIPT;
    options.link_name = LINK;
    let found = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:?}"))?;
    let mut parts = Vec::new();
    for path in found.split_modules {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let content = std::fs::read(&path).with_context(|| path.display().to_string())?;
        parts.push((name, content));
    }
    let link = std::fs::read_to_string(folder.join(LINK)).context("the script of the parts")?;
    // The script names every file, also those that nothing is left for.
    parts.retain(|(name, _)| link.contains(&format!("\"./{name}\"")));
    parts.sort();
    Ok((parts, link))
}

/// The page's script with the functions that fetch the parts in it: one request less, and one less deep.
pub fn join(script: &str, link: &str) -> Result<String> {
    const STREAM: &str = "WebAssembly.instantiateStreaming(src, imports)";
    // As the page's own wasm, so that a server that does not know what wasm is does no harm.
    const READ: &str =
        "src.then((answer) => answer.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))";
    ensure!(link.contains(STREAM), "the script of the parts does not fetch them as it used to");
    let own = format!("import {{ initSync }} from \"{SCRIPT}\";");
    ensure!(link.contains(&own), "the script of the parts does not import what it used to");
    let code = link.replace(&own, "").replace(STREAM, READ).replace("export const ", "const ");
    let exported = link.lines().filter_map(|line| line.strip_prefix("export const ")?.split_once(" = "));
    let names: Vec<&str> = exported.map(|(name, _)| name).collect();

    let end = format!("from \"{LINK}\"");
    let (mut rest, mut joined) = (String::new(), code);
    for line in script.lines() {
        let star =
            line.trim_end_matches(';').strip_suffix(&end).and_then(|line| line.strip_prefix("import * as "));
        match star {
            Some(name) => joined.push_str(&format!("const {} = {{ {} }};\n", name.trim(), names.join(", "))),
            None => {
                rest.push_str(line);
                rest.push('\n');
            }
        }
    }
    ensure!(!rest.contains(&end), "wasm-bindgen's script does not import the parts as it used to");
    Ok(format!("{rest}\n{joined}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT_TEXT: &str =
        "import * as import1 from \"./parts.js\"\nimport * as import2 from \"./parts.js\"\nlet wasm;\n";
    const LINK_TEXT: &str = "import { initSync } from \"./stageline.js\";\n\
        export const load_a = wrap(() => WebAssembly.instantiateStreaming(src, imports));\nexport const load_b = 1;\n";

    #[test]
    fn the_two_scripts_become_one_without_imports() -> Result<()> {
        let joined = join(SCRIPT_TEXT, LINK_TEXT)?;
        for needed in [
            "const import1 = { load_a, load_b };",
            "const import2 = { load_a, load_b };",
            "const load_b = 1;",
            "let wasm;",
        ] {
            assert!(joined.contains(needed), "{needed} in {joined}");
        }
        for gone in ["import *", "import {", "export const", "instantiateStreaming"] {
            assert!(!joined.contains(gone), "{gone} in {joined}");
        }
        Ok(())
    }

    #[test]
    fn what_is_not_known_is_refused() {
        assert!(join(SCRIPT_TEXT, "export const load_a = 1;").is_err());
        assert!(join("import { a } from \"./parts.js\"\n", LINK_TEXT).is_err());
    }
}
