//! Moments, calendar days and months. A [`Day`] is not a [`Timestamp`]: one is a square on the calendar, the other
//! an instant; the viewer's [`Zone`] leads from the second to the first.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

const MINUTE: i64 = 60_000;
const DAY: i64 = 86_400_000;
/// Where in its day (UTC) a fact is put of which only the date is known: 10:30 is on that same calendar day in every
/// zone from UTC−10:30 to UTC+13:29, and spans between two such facts are whole days.
const DATE_ONLY: i64 = 10 * 60 * MINUTE + 30 * MINUTE;

/// What JavaScript's `Date` can hold, in milliseconds before and after 1970. Spans between such instants cannot overflow.
const REACH: i64 = 8_640_000_000_000_000;

/// An instant: milliseconds since 1970-01-01T00:00 UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let millis = i64::deserialize(deserializer)?;
        if (-REACH..=REACH).contains(&millis) {
            Ok(Timestamp(millis))
        } else {
            Err(de::Error::invalid_value(de::Unexpected::Signed(millis), &"an instant that a Date can hold"))
        }
    }
}

impl Timestamp {
    /// The span from `earlier` to `self` in days of 24 hours; negative if `earlier` is later.
    #[inline]
    pub fn days_since(self, earlier: Timestamp) -> f64 {
        self.0.saturating_sub(earlier.0) as f64 / DAY as f64
    }

    /// This instant moved by whole days of 24 hours.
    pub fn plus_days(self, days: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(days.saturating_mul(DAY)))
    }

    /// The instant that stands for a date of which the hour is not known.
    pub fn on(day: Day) -> Timestamp {
        Timestamp(day.number() * DAY + DATE_ONLY)
    }
}

/// A calendar day, from year 1 to 9999. Written as `2026-11-22`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(NaiveDate);

impl Day {
    /// The day of a year, month (1–12) and day of the month; `None` if there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Day)
    }

    /// Year, month (1–12) and day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Days since 1970-01-01; negative before.
    #[inline]
    pub fn number(self) -> i64 {
        i64::from(self.0.to_epoch_days())
    }

    /// The day of that number, if it lies in the years 1 to 9999.
    #[inline]
    pub fn from_number(number: i64) -> Option<Day> {
        let date = NaiveDate::from_epoch_days(i32::try_from(number).ok()?)?;
        (1..=9999).contains(&date.year()).then_some(Day(date))
    }

    /// Calendar days from `earlier` to `self`.
    pub fn days_since(self, earlier: Day) -> i64 {
        self.number() - earlier.number()
    }

    /// The month that the day is in.
    #[inline]
    pub fn month(self) -> Month {
        Month { year: self.0.year(), month: self.0.month() }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// What was given as a day is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Day, NotADay> {
        let mut parts = text.splitn(3, '-');
        let mut next = |width: usize| -> Option<u32> {
            let part = parts.next()?;
            (part.len() == width && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let (year, month, day) = (next(4), next(2), next(2));
        match (year.and_then(|y| i32::try_from(y).ok()), month, day) {
            (Some(year), Some(month), Some(day)) => Day::new(year, month, day).ok_or(NotADay),
            _ => Err(NotADay),
        }
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl de::Visitor<'_> for Reader {
            type Value = Day;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day such as 2026-11-22")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Reader)
    }
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month of the year, 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month after this one.
    pub fn next(self) -> Month {
        if self.month >= 12 {
            Month { year: self.year + 1, month: 1 }
        } else {
            Month { month: self.month + 1, ..self }
        }
    }

    /// The month `count` months before this one.
    #[inline]
    pub fn back(self, count: i32) -> Month {
        let index = self.year * 12 + self.month as i32 - 1 - count;
        Month { year: index.div_euclid(12), month: index.rem_euclid(12) as u32 + 1 }
    }

    /// Its first day.
    #[inline]
    pub fn first_day(self) -> Option<Day> {
        Day::new(self.year, self.month, 1)
    }
}

/// The viewer's time zone as the offsets that hold from certain instants on: exact over summer time, and pure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Zone {
    before: i32,
    changes: Vec<(Timestamp, i32)>,
}

impl Zone {
    /// Universal time.
    pub const UTC: Zone = Zone { before: 0, changes: Vec::new() };

    /// A zone with `before` minutes east of UTC until the first change, and from each change on its own offset.
    pub fn new(before: i32, mut changes: Vec<(Timestamp, i32)>) -> Zone {
        changes.sort_unstable();
        Zone { before, changes }
    }

    /// Minutes east of UTC at an instant.
    #[inline]
    pub fn offset_at(&self, at: Timestamp) -> i32 {
        let after = self.changes.partition_point(|(from, _)| *from <= at);
        after.checked_sub(1).and_then(|i| self.changes.get(i)).map_or(self.before, |(_, offset)| *offset)
    }

    /// The viewer's calendar day at an instant; instants outside the years 1 to 9999 give the nearest of these days.
    #[inline]
    pub fn day(&self, at: Timestamp) -> Day {
        let local = at.0.saturating_add(i64::from(self.offset_at(at)) * MINUTE);
        let nearest = if at.0 < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        DateTime::from_timestamp_millis(local)
            .map(|t| t.date_naive())
            .filter(|date| (1..=9999).contains(&date.year()))
            .map_or_else(
                || Day(NaiveDate::from_ymd_opt(nearest.year().clamp(1, 9999), 1, 1).unwrap_or_default()),
                Day,
            )
    }

    /// The viewer's hour and minute at an instant.
    pub fn clock(&self, at: Timestamp) -> (u32, u32) {
        let minutes = at.0.div_euclid(MINUTE).saturating_add(i64::from(self.offset_at(at))).rem_euclid(1440);
        ((minutes / 60) as u32, (minutes % 60) as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_day_reads_back_and_refuses_what_is_none() {
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
        for text in [
            "2023-02-29",
            "2023-2-9",
            "0000-01-01",
            "20230-01-01",
            "2023-01",
            "",
            "2023-01-01x",
            "+023-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn a_date_without_an_hour_is_that_day_almost_everywhere() {
        let at = Timestamp::on(day("2026-03-29"));
        for offset in [-630, -600, -300, 0, 60, 330, 720, 780, 809] {
            assert_eq!(Zone::new(offset, vec![]).day(at), day("2026-03-29"), "{offset}");
        }
        assert_eq!(Timestamp::on(day("2026-03-30")).days_since(at), 1.0);
    }

    #[test]
    fn a_zone_keeps_summer_time() {
        let spring = Timestamp(1_774_746_000_000); // 2026-03-29T01:00Z
        let zone = Zone::new(60, vec![(spring, 120)]);
        assert_eq!(zone.offset_at(Timestamp(spring.0 - 1)), 60);
        assert_eq!(zone.offset_at(spring), 120);
        assert_eq!(zone.clock(spring), (3, 0));
        assert_eq!(zone.day(Timestamp(spring.0 + 21 * 60 * MINUTE)), day("2026-03-30"));
    }

    #[test]
    fn months_step_over_the_year() {
        let month = Month { year: 2026, month: 12 };
        assert_eq!(month.next(), Month { year: 2027, month: 1 });
        assert_eq!(month.back(12), Month { year: 2025, month: 12 });
        assert_eq!(Month { year: 2026, month: 1 }.back(1), Month { year: 2025, month: 12 });
    }

    #[test]
    fn absurd_instants_do_not_panic() {
        for at in [i64::MIN, i64::MAX, -1, 0] {
            Zone::new(720, vec![]).day(Timestamp(at));
            Zone::UTC.clock(Timestamp(at));
            Timestamp(at).days_since(Timestamp(i64::MIN));
            Timestamp(at).plus_days(i64::MAX);
        }
    }
}
