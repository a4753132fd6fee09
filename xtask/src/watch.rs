//! Noticing that a source changed, building again, and telling the page.

use crate::run;
use anyhow::Result;
use std::path::Path;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// What the page runs in dev: it asks for the site's version again and again, and reloads when it is another.
pub const SCRIPT: &str = "\
let seen = '';
for (;;) {
  try {
    const answer = await fetch(new URL(`./~changed?${seen}`, import.meta.url));
    const now = await answer.text();
    if (seen !== '' && now !== seen) location.reload();
    seen = now;
  } catch {
    await new Promise((resume) => setTimeout(resume, 1000));
  }
}
";

/// Counts the builds. Starts from the clock, so that a page which outlived its server reloads too.
pub struct Version {
    number: Mutex<u64>,
    changed: Condvar,
}

impl Default for Version {
    fn default() -> Self {
        let now = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
        Self { number: Mutex::new(now), changed: Condvar::new() }
    }
}

impl Version {
    /// The number of the newest build, at once if it is not `seen`, else when it changes or the time is up.
    pub fn wait_beyond(&self, seen: Option<u64>, at_most: Duration) -> u64 {
        let number = self.number.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.changed.wait_timeout_while(number, at_most, |number| seen == Some(*number));
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }

    fn advance(&self) {
        *self.number.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }
}

/// Looks at the sources for ever and builds when they are not those of `known`; a build that fails is told, and waits for
/// the next change.
pub fn rebuild_on_change(version: &Version, mut known: Sources, build: impl Fn() -> Result<()>) {
    loop {
        std::thread::sleep(Duration::from_millis(250));
        let now = sources();
        if now == known {
            continue;
        }
        known = now;
        println!();
        match build() {
            Ok(()) => version.advance(),
            Err(error) => println!("error: {error:#}"),
        }
    }
}

/// The time of the newest change and the number of files, which tells of a removed one.
pub type Sources = (SystemTime, usize);

/// The sources as they are now.
pub fn sources() -> Sources {
    let mut found = (SystemTime::UNIX_EPOCH, 0);
    for name in ["src", "style", "index.html", "Cargo.toml"] {
        look(&run::root().join(name), &mut found);
    }
    found
}

fn look(path: &Path, found: &mut Sources) {
    let Ok(metadata) = path.metadata() else { return };
    if metadata.is_dir() {
        for entry in path.read_dir().into_iter().flatten().flatten() {
            look(&entry.path(), found);
        }
    } else {
        found.0 = found.0.max(metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH));
        found.1 += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_hears_of_a_new_build_and_only_then() {
        let version = Version::default();
        let first = version.wait_beyond(None, Duration::from_secs(60));
        assert_eq!(version.wait_beyond(Some(first), Duration::from_millis(1)), first);
        version.advance();
        assert_eq!(version.wait_beyond(Some(first), Duration::from_secs(60)), first + 1);
    }
}
