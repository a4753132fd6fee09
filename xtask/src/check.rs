//! `cargo xtask test`: every check, fast ones first, a line for each, and one line at the end that counts them all.

use crate::{inspect, node, run, serve, toolchain};
use anyhow::{Context, Result};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::time::Instant;

#[derive(PartialEq, Eq)]
pub enum Scope {
    Everything,
    /// All that needs no browser.
    Fast,
    /// The release build and the end-to-end tests, or those of them that a name picks.
    EndToEnd(Option<String>),
}

/// How one step ended.
#[derive(Default)]
struct Outcome {
    passed: usize,
    failed: usize,
    /// Said behind the step's name.
    note: String,
    /// Shown if the step failed.
    output: String,
}

impl Outcome {
    /// A step that is one check.
    fn single(ok: bool, note: String, output: String) -> Self {
        Self { passed: usize::from(ok), failed: usize::from(!ok), note, output }
    }
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Does a step, prints its line, and its output if it failed; `true` if nothing failed.
    fn step(&mut self, name: &str, work: impl FnOnce() -> Result<Outcome>) -> bool {
        let start = Instant::now();
        print!("  {name:<34}");
        // Only for somebody who watches; the line is complete at its end in any case.
        let _ = std::io::stdout().flush();
        let outcome =
            work().unwrap_or_else(|error| Outcome::single(false, String::new(), format!("{error:#}\n")));
        let ok = outcome.failed == 0;
        let seconds = start.elapsed().as_secs_f64();
        println!("{:<6} {seconds:>7.1} s  {}", if ok { "ok" } else { "FAILED" }, outcome.note);
        if !ok {
            println!("\n{}", outcome.output);
        }
        self.passed += outcome.passed;
        self.failed += outcome.failed;
        ok
    }
}

/// Runs the checks in `scope`; `false` if one failed.
pub fn check(scope: &Scope) -> Result<bool> {
    let start = Instant::now();
    let mut tally = Tally::default();
    toolchain::require_wasm_target()?;
    // Fetching packages and a browser needs the network, compiling the processor: both at once.
    let tools = (*scope != Scope::Fast).then(|| std::thread::spawn(fetch_tools));
    if !matches!(scope, Scope::EndToEnd(_)) {
        toolchain::require_components()?;
        check_sources(&mut tally);
    }
    let chromium = tools.map(|tools| match tools.join() {
        Ok(chromium) => chromium,
        Err(_) => Err(anyhow::anyhow!("fetching the browser and npm's packages broke off")),
    });
    let built = tally.step("release build", || {
        // Its own process, so that what it says stays out of this list.
        let output = run::capture(Command::new(std::env::current_exe()?).arg("build"))?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let size = said.lines().find_map(|line| line.split_once("wasm: ")).map_or("", |(_, size)| size);
        Ok(Outcome::single(output.status.success(), size.to_owned(), both(&output)))
    });
    if built {
        tally.step("the site's files", || {
            let faults = inspect::faults(&run::root().join("dist"))?;
            Ok(Outcome::single(faults.is_empty(), String::new(), faults.join("\n")))
        });
    }
    if let Some(chromium) = chromium {
        let filter = if let Scope::EndToEnd(filter) = scope { filter.as_deref() } else { None };
        tally.step("end to end", || {
            anyhow::ensure!(built, "there is no site to test: the release build failed");
            end_to_end(&chromium?, filter)
        });
    }
    println!("\n{:.0} s in all", start.elapsed().as_secs_f64());
    println!("{} passed, {} failed", tally.passed, tally.failed);
    Ok(tally.failed == 0)
}

/// The checks that need no site: they go on after one that failed, for each finds other faults.
/// What is checked for wasm uses the release profile, so that the release build finds its macros compiled.
fn check_sources(tally: &mut Tally) {
    const WASM: &str = "wasm32-unknown-unknown";
    tally.step("format", || cargo(&["fmt", "--all", "--check"], &[]));
    tally.step("lint, core", || {
        cargo(
            &["clippy", "--quiet", "--no-default-features", "--lib", "--tests", "--", "-D", "warnings"],
            &[],
        )
    });
    tally
        .step("tests, core", || cargo_tests(&["test", "--quiet", "--no-default-features", "--no-fail-fast"]));
    tally.step("lint, xtask", || {
        cargo(&["clippy", "--quiet", "--package", "xtask", "--all-targets", "--", "-D", "warnings"], &[])
    });
    tally.step("tests, xtask", || cargo_tests(&["test", "--quiet", "--package", "xtask"]));
    tally.step("lint, everything for wasm", || {
        cargo(&["clippy", "--quiet", "--release", "--lib", "--target", WASM, "--", "-D", "warnings"], &[])
    });
    // The documentation is for those who work on the house: a link to a private item is welcome in it.
    tally.step("documentation", || {
        let args = [
            "doc",
            "--quiet",
            "--release",
            "--lib",
            "--no-deps",
            "--document-private-items",
            "--target",
            WASM,
        ];
        cargo(&args, &[("RUSTDOCFLAGS", "-D warnings -A rustdoc::private-intra-doc-links")])
    });
}

fn cargo(args: &[&str], environment: &[(&str, &str)]) -> Result<Outcome> {
    let output = run::capture(run::cargo(args).envs(environment.iter().copied()))?;
    Ok(Outcome::single(output.status.success(), String::new(), both(&output)))
}

fn cargo_tests(args: &[&str]) -> Result<Outcome> {
    let output = run::capture(&mut run::cargo(args))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let (passed, failed) = count_cargo(&said);
    Ok(tests(passed, failed, output.status.success(), both(&output)))
}

/// The outcome of a test runner. One that fails without a failed test (it did not compile, say) counts as one failure,
/// and so does one that ran no test.
fn tests(passed: usize, failed: usize, success: bool, output: String) -> Outcome {
    let failed = if success && passed > 0 { failed } else { failed.max(1) };
    Outcome { passed, failed, note: format!("{passed} passed, {failed} failed"), output }
}

/// Adds up the lines `test result: ok. 12 passed; 0 failed; …`; an ignored test counts as a failed one.
fn count_cargo(said: &str) -> (usize, usize) {
    let mut counts = (0, 0);
    for line in said.lines().filter(|line| line.starts_with("test result:")) {
        let words: Vec<&str> = line.split([' ', ';']).collect();
        for pair in words.windows(2) {
            match *pair {
                [number, "passed"] => counts.0 += number.parse().unwrap_or(0),
                [number, "failed" | "ignored"] => counts.1 += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
    counts
}

/// Adds up the lines `# pass 12` and so on that end node's TAP; a test that was skipped or cut off counts as failed.
fn count_tap(said: &str) -> (usize, usize) {
    let mut counts = (0, 0);
    for line in said.lines() {
        let Some((name, number)) = line.strip_prefix("# ").and_then(|line| line.split_once(' ')) else {
            continue;
        };
        let Ok(number) = number.parse::<usize>() else { continue };
        match name {
            "pass" => counts.0 += number,
            "fail" | "cancelled" | "skipped" | "todo" => counts.1 += number,
            _ => {}
        }
    }
    counts
}

fn both(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The npm packages and a browser; gives the browser's path.
fn fetch_tools() -> Result<PathBuf> {
    node::install()?;
    node::chromium()
}

fn end_to_end(chromium: &PathBuf, filter: Option<&str>) -> Result<Outcome> {
    let folder = node::folder();
    let mut all = Vec::new();
    for entry in std::fs::read_dir(&folder).context("tests/e2e")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") {
            all.push(name);
        }
    }
    all.sort();
    let results = folder.join("results");
    std::fs::create_dir_all(&results)?;
    let tap = results.join("results.tap");

    let mut node = Command::new("node");
    node.args(["--test", "--test-timeout=300000"])
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", tap.display()));
    match filter {
        None => {
            node.args(&all);
        }
        // A word that no file's name has is taken for a part of a test's name.
        Some(filter) => match all.iter().filter(|name| name.contains(filter)).collect::<Vec<_>>() {
            files if files.is_empty() => {
                node.arg(format!("--test-name-pattern={filter}")).args(&all);
            }
            files => {
                node.args(files);
            }
        },
    }
    node.current_dir(&folder)
        .env("CHROME", chromium)
        .env("STAGELINE_URL", serve::serve_in_background(&run::root().join("dist"))?);
    let _ = std::fs::remove_file(&tap);
    let output = run::capture(&mut node).context("Node 20 or newer is needed for the end-to-end tests")?;
    let (passed, failed) = count_tap(&std::fs::read_to_string(&tap).unwrap_or_default());
    Ok(tests(passed, failed, output.status.success(), both(&output)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_cargo_are_added_up() {
        let said = "running 3 tests\n\
            test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s\n\
            test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.1s\n";
        assert_eq!(count_cargo(said), (14, 2));
    }

    #[test]
    fn results_of_node_are_added_up() {
        let said = "    # Subtest: x\n1..2\n# tests 6\n# suites 0\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n# duration_ms 8.1\n";
        assert_eq!(count_tap(said), (3, 3));
    }

    #[test]
    fn a_runner_that_ran_nothing_or_broke_has_failed() {
        assert_eq!(tests(0, 0, true, String::new()).failed, 1);
        assert_eq!(tests(5, 0, false, String::new()).failed, 1);
        assert_eq!(tests(5, 2, false, String::new()).failed, 2);
        assert_eq!(tests(5, 0, true, String::new()).failed, 0);
    }
}
