//! What the Rust toolchain must have beyond its defaults.

use crate::run;
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";

/// Sees to it that rustc can build for wasm; adds the target by rustup when it is missing.
pub fn require_wasm_target() -> Result<()> {
    if has_wasm_target() {
        return Ok(());
    }
    println!("Rust's wasm target is missing; adding it (rustup target add {WASM})");
    let added = run::show(Command::new("rustup").args(["target", "add", WASM]).current_dir(run::root()));
    if has_wasm_target() {
        return Ok(());
    }
    let reason =
        added.err().map_or_else(|| "rustup said it was added".to_owned(), |error| format!("{error:#}"));
    bail!(
        "the Rust target {WASM} is missing and could not be added ({reason}).\n\
         Add it with `rustup target add {WASM}`, or install your system's package of it, and try again"
    )
}

fn has_wasm_target() -> bool {
    let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    rustc.args(["--print", "target-libdir", "--target", WASM]).current_dir(run::root());
    let Some(folder) = run::ask(&mut rustc) else { return false };
    // rustc names the folder whether or not it is there.
    std::fs::read_dir(Path::new(&folder)).is_ok_and(|mut entries| {
        entries
            .any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libcore-")))
    })
}

/// Sees to it that `cargo fmt` and `cargo clippy` are there; a minimal rustup profile leaves them out.
pub fn require_components() -> Result<()> {
    for (probe, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if run::ask(&mut run::cargo([probe, "--version"])).is_none() {
            println!("{component} is missing; adding it (rustup component add {component})");
            run::show(Command::new("rustup").args(["component", "add", component]).current_dir(run::root()))?;
        }
    }
    Ok(())
}
