//! `cargo xtask`: builds, serves and checks Stageline with nothing installed but Rust
//! (Node and a browser for the end-to-end tests only).

mod bundle;
mod check;
mod http;
mod inspect;
mod node;
mod parts;
mod run;
mod serve;
mod site;
mod toolchain;
mod watch;

use anyhow::{Result, bail};
use lexopt::prelude::*;
use std::process::ExitCode;

const HELP: &str = "\
Stageline's commands

  cargo xtask serve [--dev] [--port N] [--host ADDRESS]
      Build, then serve the page on http://127.0.0.1:8080.
      --dev   fast debug build; watches src/, style/ and index.html and reloads the page on a change

  cargo xtask build [--dev]
      Build the deployable site into dist/ and print its sizes.
      --dev   debug profile, into target/dist-dev/, nothing compressed

  cargo xtask test [--fast | --e2e [NAME]]
      Check everything, and print `N passed, N failed` at the end.
      --fast  all that needs no browser
      --e2e   only the release build and the end-to-end tests, or those of them whose name contains NAME";

fn main() -> ExitCode {
    match dispatch() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the command line and runs the command; `false` when a check failed and has already said so.
fn dispatch() -> Result<bool> {
    let mut args = lexopt::Parser::from_env();
    let Some(first) = args.next()? else {
        println!("{HELP}");
        return Ok(true);
    };
    let command = match first {
        Long("help") | Short('h') => {
            println!("{HELP}");
            return Ok(true);
        }
        Value(name) => name.string()?,
        other => return Err(other.unexpected().into()),
    };
    std::env::set_current_dir(run::root())?;
    match command.as_str() {
        "build" => {
            let mut profile = bundle::Profile::Release;
            while let Some(arg) = args.next()? {
                match arg {
                    Long("dev") => profile = bundle::Profile::Dev,
                    other => return Err(other.unexpected().into()),
                }
            }
            toolchain::require_wasm_target()?;
            bundle::build(&bundle::Options { profile, reload: false })?;
            Ok(true)
        }
        "serve" => {
            let mut options = serve::Options::default();
            while let Some(arg) = args.next()? {
                match arg {
                    Long("dev") => options.dev = true,
                    Long("port") => options.port = args.value()?.parse()?,
                    Long("host") => options.host = args.value()?.string()?,
                    other => return Err(other.unexpected().into()),
                }
            }
            serve::serve(&options)?;
            Ok(true)
        }
        "test" => {
            let mut scope = check::Scope::Everything;
            while let Some(arg) = args.next()? {
                match arg {
                    Long("fast") => scope = check::Scope::Fast,
                    Long("e2e") => scope = check::Scope::EndToEnd(None),
                    Value(name) if scope == check::Scope::EndToEnd(None) => {
                        scope = check::Scope::EndToEnd(Some(name.string()?));
                    }
                    other => return Err(other.unexpected().into()),
                }
            }
            check::check(&scope)
        }
        other => bail!("there is no command `{other}`\n\n{HELP}"),
    }
}
