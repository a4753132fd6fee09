//! Running other programs, and saying what is going on while they run.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

/// The repository's top folder.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Cargo's output folder, which the environment may have moved.
pub fn target_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// A cargo command that sees the environment as if it was called from a shell: what `cargo xtask` adds about this
/// package would make build scripts that watch those variables run again.
pub fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(name);
        }
    }
    command.current_dir(root()).args(args);
    command
}

/// Runs to the end with its output shown as it comes; an error if it fails.
pub fn show(command: &mut Command) -> Result<()> {
    let name = name_of(command);
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot run {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs to the end with its output kept.
pub fn capture(command: &mut Command) -> Result<Output> {
    let name = name_of(command);
    command.stdin(Stdio::null()).output().with_context(|| format!("cannot run {name}"))
}

/// What a program prints on standard output, or `None` if it cannot be run or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = capture(command).ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn name_of(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default();
    let first = command.get_args().next().unwrap_or_default();
    format!("`{} {}`", name.to_string_lossy(), first.to_string_lossy())
}

/// Does one named step and prints one line with the seconds it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    print!("  {name:<44}");
    std::io::stdout().flush()?;
    let result = work();
    match &result {
        Ok(_) => println!("{:>7.1} s", start.elapsed().as_secs_f64()),
        Err(_) => println!(" failed"),
    }
    result
}

/// Like [`step`], for work that prints lines of its own in between.
pub fn loud_step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    println!("  {name} …");
    let value = work()?;
    println!("  {:<44}{:>7.1} s", "… done", start.elapsed().as_secs_f64());
    Ok(value)
}
