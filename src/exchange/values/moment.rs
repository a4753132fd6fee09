//! Instants as logs give them: to the second or better, with a zone or without.

use super::{DateOrder, Read, SERIAL_ZERO, When, hour_and_minute, split};
use crate::model::{Day, Timestamp};

const DAY: i64 = 86_400_000;

/// Reads the time of an event: a date as [`super::read_date`] reads it, and the hour behind it, which is that of universal time
/// where no zone is named. `2012-04-03 16:55:38`, `2012-04-03T16:55:38.250+02:00`, `3 Apr 2012 4:55:38 pm`, a spreadsheet's
/// `41002.705`. A date without an hour stays one. `None` if it is no time, or names a zone by words other than UTC and GMT.
///
/// ```
/// use stageline::exchange::values::{DateOrder, When, read_moment};
/// use stageline::model::Timestamp;
///
/// let read = read_moment("2012-04-03 16:55:38", DateOrder::YearMonthDay);
/// assert_eq!(read, Some(When::At(Timestamp(1_333_472_138_000))));
/// ```
pub fn read_moment(text: &str, order: DateOrder) -> Option<When> {
    if let Some(at) = serial(text.trim()) {
        return Some(When::At(at));
    }
    let (read, rest) = split(text)?;
    let day = match read {
        Read::Sure(When::At(at)) | Read::Zoned(at, _) => return Some(When::At(at)),
        Read::Sure(When::Day(day)) => day,
        Read::Parts(parts) => parts.day(order)?,
    };
    let rest =
        rest.trim_start_matches(|c: char| matches!(c, 'T' | 't' | ',') || c.is_whitespace()).trim_end();
    if rest.is_empty() {
        return Some(When::Day(day));
    }
    Some(When::At(Timestamp(day.number() * DAY + time_of_day(rest)?)))
}

/// A spreadsheet's number of a day with the hour as its fraction.
fn serial(text: &str) -> Option<Timestamp> {
    let (whole, fraction) = text.split_once('.')?;
    if whole.len() != 5 || fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let day = Day::from_number(whole.parse::<i64>().ok()? - SERIAL_ZERO)?;
    let share: f64 = format!("0.{fraction}").parse().ok()?;
    Some(Timestamp(day.number() * DAY + (share * DAY as f64).round() as i64))
}

/// Milliseconds from midnight of universal time to a time of day; below 0 or above a day where a zone says so.
fn time_of_day(text: &str) -> Option<i64> {
    let (hour, minute, rest) = hour_and_minute(text)?;
    let mut thousandths = 0;
    let mut rest = rest;
    if let Some(behind) = rest.strip_prefix(':') {
        let (seconds, more) = digits(behind, 2)?;
        // A leap second is the last one of its minute, as in the times of computers.
        thousandths = seconds.min(59) * 1000;
        rest = more;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            let end = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
            let (shown, more) = fraction.split_at_checked(end).filter(|(shown, _)| !shown.is_empty())?;
            thousandths += format!("{:0<3}", shown.get(..3).unwrap_or(shown)).parse::<i64>().ok()?;
            rest = more;
        }
    }
    let (hour, rest) = half(hour, rest.trim_start())?;
    Some((hour * 60 + minute) * 60_000 + thousandths - east(rest)? * 60_000)
}

/// A number of exactly so many digits, and what follows.
fn digits(text: &str, count: usize) -> Option<(i64, &str)> {
    let (number, rest) = text.split_at_checked(count)?;
    number.bytes().all(|b| b.is_ascii_digit()).then(|| Some((number.parse().ok()?, rest)))?
}

/// The hour of the whole day, by the half of the day that may be named, and what follows.
fn half(hour: i64, rest: &str) -> Option<(i64, &str)> {
    for (name, later) in [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)] {
        if let Some((found, more)) = rest.split_at_checked(name.len())
            && found.eq_ignore_ascii_case(name)
        {
            return (1..=12).contains(&hour).then(|| (hour % 12 + later, more.trim_start()));
        }
    }
    Some((hour, rest))
}

/// Minutes that a zone is ahead of universal time; no zone is that time itself.
fn east(zone: &str) -> Option<i64> {
    if ["", "z", "utc", "gmt"].iter().any(|name| zone.eq_ignore_ascii_case(name)) {
        return Some(0);
    }
    let sign = if zone.starts_with('+') { 1 } else { -1 };
    let offset = zone.strip_prefix(['+', '-', '\u{2212}'])?;
    let (hours, rest) = digits(offset, 2)?;
    let minutes = match rest.strip_prefix(':').unwrap_or(rest) {
        "" => 0,
        rest => digits(rest, 2).filter(|(_, more)| more.is_empty())?.0,
    };
    (hours <= 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(text: &str, order: DateOrder) -> Option<i64> {
        match read_moment(text, order)? {
            When::At(at) => Some(at.0),
            When::Day(_) => None,
        }
    }

    #[test]
    fn one_instant_in_many_hands() {
        let noon = 1_333_472_138_000; // 2012-04-03T16:55:38Z
        for text in [
            "2012-04-03 16:55:38",
            "2012/04/03 16:55:38.000",
            "2012-04-03T16:55:38Z",
            " 2012-04-03T16:55:38.000000 ",
            "2012-04-03 16:55:38 UTC",
            "2012-04-03T18:55:38+02:00",
            "2012-04-03T18:55:38+0200",
            "2012-04-03 11:55:38 -05",
            "2012-04-03 11:55:38 PM -06:00",
            "3 Apr 2012 16:55:38",
            "Tue, Apr 3, 2012 4:55:38 pm",
            "1333472138",
            "1333472138000",
        ] {
            let expected = if text.contains("PM") { noon + 13 * 3_600_000 } else { noon };
            assert_eq!(at(text, DateOrder::YearMonthDay), Some(expected), "{text}");
        }
        assert_eq!(at("3/4/2012 16:55:38", DateOrder::DayMonthYear), Some(noon));
        assert_eq!(at("4/3/2012 4:55:38 PM", DateOrder::MonthDayYear), Some(noon));
        assert_eq!(at("2012-04-03 16:55", DateOrder::YearMonthDay), Some(noon - 38_000));
        assert_eq!(at("2012-04-03 12:00 am", DateOrder::YearMonthDay), Some(1_333_411_200_000));
        assert_eq!(at("2012-04-03 12:00 pm", DateOrder::YearMonthDay), Some(1_333_454_400_000));
        assert_eq!(at("2012-04-03 16:55:38.2509", DateOrder::YearMonthDay), Some(noon + 250));
        assert_eq!(at("2012-04-03 16:55:38,5", DateOrder::YearMonthDay), Some(noon + 500));
        // A spreadsheet's half past ten in the evening of 2012-04-03.
        assert_eq!(at("41002.9375", DateOrder::YearMonthDay), Some(1_333_492_200_000));
    }

    #[test]
    fn a_date_stays_one_and_what_is_no_time_is_refused() {
        let day = When::Day("2012-04-03".parse().expect("a day"));
        for text in ["2012-04-03", "20120403", "41002", "3 April 2012"] {
            assert_eq!(read_moment(text, DateOrder::YearMonthDay), Some(day), "{text}");
        }
        for text in [
            "",
            "noon",
            "2012-13-03 10:00",
            "2012-04-03 25:00",
            "2012-04-03 16:55:38 CET",
            "2012-04-03 16:55:38 Europe/Rome",
            "2012-04-03 16:5",
            "2012-04-03 13:00 pm",
            "2012-04-03 16:55:3",
            "2012-04-03 16:55:38.",
            "2012-04-03 16:55:38+2",
        ] {
            assert_eq!(read_moment(text, DateOrder::YearMonthDay), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_reading_panic(text in any::<String>(), near in "[0-9]{0,4}-[0-9]{1,2}-[0-9]{1,2}[ T][0-9:.,+Zapm -]{0,16}") {
            for order in [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay] {
                read_moment(&text, order);
                read_moment(&near, order);
            }
        }
    }
}
