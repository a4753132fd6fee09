//! The browser's clock and zone.

use crate::model::{Timestamp, Zone};
use crate::session::Clock;

/// The computer's clock.
#[derive(Debug, Clone, Default)]
pub struct BrowserClock {
    zone: Zone,
}

/// Years for which changes of the offset are looked up.
const YEARS: std::ops::Range<u32> = 1990..2045;
const STEP_MS: f64 = 15.0 * 86_400_000.0;

impl BrowserClock {
    /// Asks the browser for its zone once.
    pub fn new() -> BrowserClock {
        BrowserClock { zone: zone() }
    }
}

impl Clock for BrowserClock {
    fn now(&self) -> Timestamp {
        now()
    }
    fn zone(&self) -> Zone {
        self.zone.clone()
    }
}

/// The present instant.
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}

fn offset_at(millis: f64) -> i32 {
    -js_sys::Date::new(&millis.into()).get_timezone_offset() as i32
}

/// The offsets of the browser's zone, found by bisection between probes half a month apart.
fn zone() -> Zone {
    let start = js_sys::Date::new_with_year_month_day(YEARS.start, 0, 1).get_time();
    let end = js_sys::Date::new_with_year_month_day(YEARS.end, 0, 1).get_time();
    let before = offset_at(start);
    let (mut at, mut offset, mut changes) = (start, before, Vec::new());
    while at < end {
        let next = at + STEP_MS;
        let then = offset_at(next);
        if then != offset {
            let (mut low, mut high) = (at, next);
            while high - low > 60_000.0 {
                let middle = ((low + high) / 120_000.0).floor() * 60_000.0;
                if offset_at(middle) == offset { low = middle } else { high = middle }
            }
            changes.push((Timestamp(high as i64), then));
            offset = then;
        }
        at = next;
    }
    Zone::new(before, changes)
}
