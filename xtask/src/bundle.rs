//! From the sources to a site: cargo, wasm-bindgen, then the files that a browser fetches.

use crate::parts::{self, Part};
use crate::run;
use crate::site::{self, Site};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Release,
    Dev,
}

pub struct Options {
    pub profile: Profile,
    /// Whether the page loads the script that reloads it when a source changes.
    pub reload: bool,
}

/// Builds the site and says what it does; gives the folder it is in: `dist/`, or `target/dist-dev/` for the dev profile.
pub fn build(options: &Options) -> Result<PathBuf> {
    let release = options.profile == Profile::Release;
    let what = if release { "Compiling (release; minutes the first time)" } else { "Compiling (debug)" };
    run::loud_step(what, || {
        // As a cdylib alone: together with the rlib that the tests link, cargo would leave link-time optimisation out.
        let mut args = vec!["rustc", "--lib", "--crate-type", "cdylib", "--target", "wasm32-unknown-unknown"];
        if release {
            args.push("--release");
        }
        // What refers to what, by which the wasm is split.
        args.extend(["--", "-C", "link-arg=--emit-relocs"]);
        run::show(&mut run::cargo(args))
    })?;
    let Bound { script, wasm, parts, snippets } = bound(options.profile)?;
    let folder = if release { run::root().join("dist") } else { run::target_dir().join("dist-dev") };
    let site =
        Site { script, wasm, parts, snippets, styles: styles()?, page: page()?, reload: options.reload };
    let sizes = run::step("Writing the site", || site::write(&folder, &site, release))?;
    println!(
        "  {} holds the site; wasm: {sizes}",
        folder.strip_prefix(run::root()).unwrap_or(&folder).display()
    );
    Ok(folder)
}

/// What the tools made.
struct Bound {
    script: String,
    /// What the page begins with.
    wasm: Vec<u8>,
    parts: Vec<Part>,
    /// Pieces of JavaScript that a crate brought along: path under `snippets/`, content.
    snippets: Vec<(String, String)>,
}

/// Cargo's wasm in parts, and through wasm-bindgen. Not through wasm-opt: its `-Oz` (132) took 8 % off the raw size, nothing off what
/// travels (338,520 bytes by brotli before, 338,912 after) and 15 s of each build.
fn bound(profile: Profile) -> Result<Bound> {
    let release = profile == Profile::Release;
    let built = run::target_dir()
        .join("wasm32-unknown-unknown")
        .join(if release { "release" } else { "debug" })
        .join("stageline.wasm");
    let out = run::target_dir().join("bindgen");
    if out.exists() {
        std::fs::remove_dir_all(&out).with_context(|| out.display().to_string())?;
    }
    let main = out.join("split").join("stageline.wasm");
    let (parts, link) = run::step("Splitting the wasm", || parts::split(&built, &main))?;
    run::step("Binding to JavaScript (wasm-bindgen)", || {
        Bindgen::new()
            .input_path(&main)
            // What the parts need of it.
            .keep_lld_exports(true)
            .web(true)?
            .typescript(false)
            .debug(!release)
            .keep_debug(false)
            .remove_name_section(release)
            .remove_producers_section(release)
            .omit_default_module_path(true)
            .generate_output()?
            .emit(&out)
    })?;
    let script = std::fs::read_to_string(out.join("stageline.js")).context("wasm-bindgen's script")?;
    let mut snippets = Vec::new();
    collect(&out.join("snippets"), "", &mut snippets)?;
    let wasm = std::fs::read(out.join("stageline_bg.wasm")).context("wasm-bindgen's wasm")?;
    let script = parts::join(&script, &link)?;
    Ok(Bound { script, wasm, parts, snippets })
}

/// All files under `folder` with their paths in it.
fn collect(folder: &Path, prefix: &str, into: &mut Vec<(String, String)>) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), into)?;
        } else {
            into.push((name, std::fs::read_to_string(entry.path())?));
        }
    }
    Ok(())
}

/// All of style/*.css as one sheet: the tokens first, then the base, then the rest by name.
fn styles() -> Result<String> {
    let folder = run::root().join("style");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&folder).context("style/")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    files.sort_by_key(|path| {
        let name = path.file_name().unwrap_or_default().to_owned();
        let place = ["tokens.css", "base.css"].iter().position(|first| name == *first).unwrap_or(2);
        (place, name)
    });
    let mut sheet = String::new();
    for path in files {
        sheet.push_str(&std::fs::read_to_string(&path).with_context(|| path.display().to_string())?);
        sheet.push('\n');
    }
    Ok(sheet)
}

fn page() -> Result<String> {
    std::fs::read_to_string(run::root().join("index.html")).context("index.html")
}
