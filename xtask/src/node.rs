//! What comes from Node, npm and the system for the end-to-end tests.

use crate::run;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the end-to-end tests and their npm packages.
pub fn folder() -> PathBuf {
    run::root().join("tests/e2e")
}

fn npm_exists() -> bool {
    run::ask(Command::new("npm").arg("--version")).is_some()
}

/// Installs what tests/e2e/package-lock.json names, unless that very list is installed already.
pub fn install() -> Result<()> {
    let folder = folder();
    let stamp = folder.join("node_modules/.stageline-lock");
    let wanted = std::fs::read(folder.join("package-lock.json")).context("tests/e2e/package-lock.json")?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if !npm_exists() {
        bail!("Node and npm are needed for this (Debian: apt-get install nodejs npm)");
    }
    let mut npm = Command::new("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder);
    let output = run::capture(&mut npm)?;
    if !output.status.success() {
        bail!("`npm ci` in tests/e2e failed:\n{}", String::from_utf8_lossy(&output.stderr));
    }
    std::fs::write(stamp, wanted)?;
    Ok(())
}

/// The Chromium to test in: named by `CHROME`, found on the PATH, or installed where that is possible.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROME").map(PathBuf::from) {
        if run::ask(Command::new(&path).arg("--version")).is_none() {
            bail!("CHROME names {}, which cannot be run", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = installed_chromium() {
        return Ok(path);
    }
    let is_root = run::ask(Command::new("id").arg("-u")).as_deref() == Some("0");
    if is_root && Path::new("/usr/bin/apt-get").exists() {
        println!("  No Chromium found; installing Debian's (apt-get install chromium) …");
        for args in [&["update", "-qq"][..], &["install", "-y", "-qq", "--no-install-recommends", "chromium"]]
        {
            let output =
                run::capture(Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"))?;
            if !output.status.success() {
                bail!("`apt-get {}` failed:\n{}", args.join(" "), String::from_utf8_lossy(&output.stderr));
            }
        }
        return installed_chromium().context("apt-get installed chromium, but it is not on the PATH");
    }
    bail!(
        "no Chromium found for the end-to-end tests. Install Chromium or Chrome \
         (Debian: apt-get install chromium), or name its program in the environment variable CHROME"
    )
}

fn installed_chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
        .into_iter()
        .map(PathBuf::from)
        .find(|path| run::ask(Command::new(path).arg("--version")).is_some())
        .and_then(|name| {
            std::env::split_paths(&std::env::var_os("PATH")?)
                .map(|dir| dir.join(&name))
                .find(|path| path.is_file())
        })
}
