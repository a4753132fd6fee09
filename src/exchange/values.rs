//! Dates and amounts as people and programs write them. What can be read in two ways is never settled silently: the order of
//! day and month and the decimal mark are guessed from a whole column, and a value that does not fit is refused.

use crate::model::{Currency, Day, MAX_VALUE, Timestamp, Zone};

mod currency;
mod moment;

pub use currency::{currencies_beside, currencies_named, is_other};
pub use moment::read_moment;

/// The order in which dates name their parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 28.09.2025, 28/9/25.
    DayMonthYear,
    /// 9/28/2025.
    MonthDayYear,
    /// 2025-09-28.
    YearMonthDay,
}

/// The order that the dates of a file seem to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateGuess {
    /// The order.
    pub order: DateOrder,
    /// Whether every date can be read in this order and not every one in another. If not, ask.
    pub certain: bool,
}

/// A moment as a file gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// A date; any hour beside it had no zone and says nothing.
    Day(Day),
    /// An instant.
    At(Timestamp),
}

impl When {
    /// The instant; a date stands at [`Timestamp::on`].
    pub fn timestamp(self) -> Timestamp {
        match self {
            When::Day(day) => Timestamp::on(day),
            When::At(at) => at,
        }
    }

    /// The calendar day; an instant's is that of universal time.
    pub fn day(self) -> Day {
        match self {
            When::Day(day) => day,
            When::At(at) => Zone::UTC.day(at),
        }
    }
}

/// Longest text that can be a date or an amount, in bytes.
const LONGEST: usize = 64;
/// Day 0 of the serial numbers of spreadsheets is 1899-12-30 (from 1 March 1900 on).
const SERIAL_ZERO: i64 = 25_569;
/// Names of months that are told: English ones and their abbreviations, then Malay, Finnish, Latvian, German, French, Dutch,
/// Scandinavian, Spanish and Italian ones where those differ. Months of other calendars and words of other languages are none: a word
/// that only begins alike may be another month.
const MONTHS: [&[&str]; 12] = [
    &[
        "jan",
        "january",
        "januari",
        "tammikuu",
        "tammikuuta",
        "janv\u{101}ris",
        "januar",
        "j\u{e4}nner",
        "janvier",
        "enero",
        "gennaio",
    ],
    &[
        "feb",
        "february",
        "februari",
        "helmikuu",
        "helmikuuta",
        "febru\u{101}ris",
        "februar",
        "f\u{e9}vrier",
        "fevrier",
        "febrero",
        "febbraio",
    ],
    &["mar", "march", "mac", "maaliskuu", "maaliskuuta", "marts", "m\u{e4}rz", "maart", "mars", "marzo"],
    &["apr", "april", "huhtikuu", "huhtikuuta", "apr\u{12b}lis", "avril", "abril", "aprile"],
    &["may", "mei", "toukokuu", "toukokuuta", "maijs", "mai", "maj", "mayo", "maggio"],
    &["jun", "june", "kes\u{e4}kuu", "kes\u{e4}kuuta", "j\u{16b}nijs", "juni", "juin", "junio", "giugno"],
    &[
        "jul",
        "july",
        "julai",
        "hein\u{e4}kuu",
        "hein\u{e4}kuuta",
        "j\u{16b}lijs",
        "juli",
        "juillet",
        "julio",
        "luglio",
    ],
    &["aug", "august", "ogos", "elokuu", "elokuuta", "augusts", "augustus", "ao\u{fb}t", "aout", "agosto"],
    &[
        "sep",
        "sept",
        "september",
        "syyskuu",
        "syyskuuta",
        "septembris",
        "septembre",
        "septiembre",
        "settembre",
    ],
    &["oct", "october", "oktober", "lokakuu", "lokakuuta", "oktobris", "octobre", "octubre", "ottobre"],
    &["nov", "november", "marraskuu", "marraskuuta", "novembris", "novembre", "noviembre"],
    &[
        "dec",
        "december",
        "disember",
        "joulukuu",
        "joulukuuta",
        "decembris",
        "dezember",
        "d\u{e9}cembre",
        "decembre",
        "diciembre",
        "dicembre",
    ],
];

/// Reads a date: in that order with any of `. / -` or spaces, year first, with the name of a month, with a time behind it, as a
/// spreadsheet's serial number (five digits), as `20250928`, or as seconds or milliseconds since 1970 (10 or 13 digits). Years of
/// two digits mean 1970–2069. `None` if it is none of these.
pub fn read_date(text: &str, order: DateOrder) -> Option<When> {
    match split(text)?.0 {
        Read::Sure(when) => Some(when),
        Read::Zoned(at, _) => Some(When::At(at)),
        Read::Parts(parts) => parts.day(order).map(When::Day),
    }
}

/// Reads a date as [`read_date`] does, for what is a day on a calendar: a time beside it, with a zone or without, says nothing, so
/// that midnight of the first of January stays that day wherever it was written.
pub fn read_day(text: &str, order: DateOrder) -> Option<Day> {
    match split(text)?.0 {
        Read::Sure(when) => Some(when.day()),
        Read::Zoned(_, day) => Some(day),
        Read::Parts(parts) => parts.day(order),
    }
}

/// Guesses the order from all dates of a file; blanks and what is no date do not count.
pub fn guess_order<'a>(values: impl Iterator<Item = &'a str>) -> DateGuess {
    let (mut total, mut slashes) = (0usize, 0usize);
    let mut fits = [0usize; 3];
    let orders = [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay];
    for value in values {
        if let Some((Read::Parts(parts), _)) = split(value) {
            total += 1;
            slashes += usize::from(value.contains('/'));
            for (count, order) in fits.iter_mut().zip(orders) {
                *count += usize::from(parts.day(order).is_some());
            }
        }
    }
    let [day_first, month_first, year_first] = fits;
    let (order, count, rival) = if total == 0 || year_first > day_first.max(month_first) {
        (DateOrder::YearMonthDay, year_first, day_first.max(month_first))
    } else if month_first > day_first || month_first == day_first && slashes > total / 2 {
        (DateOrder::MonthDayYear, month_first, day_first.max(year_first))
    } else {
        (DateOrder::DayMonthYear, day_first, month_first.max(year_first))
    };
    DateGuess { order, certain: total == 0 || count == total && rival < total }
}

enum Read {
    Sure(When),
    /// An instant, and the day that is written in front of its time.
    Zoned(Timestamp, Day),
    Parts(Parts),
}

/// Three numbers of which the order is not known, and how many digits each has.
struct Parts([(u32, usize); 3]);

impl Parts {
    fn day(&self, order: DateOrder) -> Option<Day> {
        let [first, second, third] = self.0;
        let (year, month, day) = match order {
            DateOrder::DayMonthYear => (third, second, first),
            DateOrder::MonthDayYear => (third, first, second),
            DateOrder::YearMonthDay => (first, second, third),
        };
        let full = match year {
            (number, 4) => number,
            (number, 2) if number < 70 => 2000 + number,
            (number, 2) => 1900 + number,
            _ => return None,
        };
        (month.1 <= 2 && day.1 <= 2).then(|| Day::new(i32::try_from(full).ok()?, month.0, day.0))?
    }
}

/// What a text says of a date, and what stands behind the date if no zone makes an instant of it.
fn split(text: &str) -> Option<(Read, &str)> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') && text.matches('.').count() <= 1 {
        return plain_number(text).map(|when| (Read::Sure(when), ""));
    }
    let (first, rest) = token(text)?;
    // A weekday before the date says nothing new.
    let (first, rest) = if is_weekday(first) { token(rest)? } else { (first, rest) };
    let (second, rest) = token(rest)?;
    let (third, rest) = token(rest)?;
    if let Some(day) = with_month_name(first, second, third) {
        return is_time(rest).then_some((Read::Sure(When::Day(day)), rest));
    }
    let parts = Parts([number(first)?, number(second)?, number(third)?]);
    if first.len() == 4 {
        let day = parts.day(DateOrder::YearMonthDay)?;
        return match zoned(day, rest) {
            Some(at) => Some((Read::Zoned(at, day), "")),
            None => is_time(rest).then_some((Read::Sure(When::Day(day)), rest)),
        };
    }
    is_time(rest).then_some((Read::Parts(parts), rest))
}

fn plain_number(text: &str) -> Option<When> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    match (whole.len(), fraction) {
        (5, _) => Day::from_number(whole.parse::<i64>().ok()? - SERIAL_ZERO).map(When::Day),
        (8, "") => {
            let (year, rest) = whole.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(When::Day)
        }
        (10, "") => Some(When::At(Timestamp(whole.parse::<i64>().ok()? * 1000))),
        (13, "") => Some(When::At(Timestamp(whole.parse().ok()?))),
        _ => None,
    }
}

/// The next run of digits or of letters after separators of dates, and what follows it.
fn token(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(|c: char| matches!(c, '.' | '/' | '-' | ',') || c.is_whitespace());
    let first = text.chars().next()?;
    let same = |c: char| if first.is_ascii_digit() { c.is_ascii_digit() } else { c.is_alphabetic() };
    let end = text.find(|c: char| !same(c)).unwrap_or(text.len());
    (end > 0).then(|| text.split_at_checked(end))?
}

fn number(token: &str) -> Option<(u32, usize)> {
    (token.len() <= 4).then(|| Some((token.parse().ok()?, token.len())))?
}

fn is_weekday(token: &str) -> bool {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    token.get(..3).is_some_and(|start| days.iter().any(|day| start.eq_ignore_ascii_case(day)))
}

fn with_month_name(first: &str, second: &str, third: &str) -> Option<Day> {
    let named = |token: &str| {
        let word = token.to_lowercase();
        MONTHS.iter().position(|names| names.contains(&word.as_str()))
    };
    let (month, day) = match (named(first), named(second)) {
        (Some(month), None) => (month, second),
        (None, Some(month)) => (month, first),
        _ => return None,
    };
    Parts([number(third)?, (month as u32 + 1, 2), number(day)?]).day(DateOrder::YearMonthDay)
}

/// Whether what follows a date is nothing or begins like a time of day.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c: char| matches!(c, 'T' | 't' | ',') || c.is_whitespace());
    rest.is_empty() || hour_and_minute(rest).is_some()
}

fn hour_and_minute(text: &str) -> Option<(i64, i64, &str)> {
    let (hour, rest) = text.split_once(':')?;
    let (minute, rest) = rest.split_at_checked(2)?;
    let digits = |t: &str| (1..=2).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit());
    if !digits(hour) || !digits(minute) {
        return None;
    }
    let (hour, minute) = (hour.parse::<i64>().ok()?, minute.parse::<i64>().ok()?);
    (hour < 24 && minute < 60).then_some((hour, minute, rest))
}

/// The instant of a day and a time with its zone, as in `T14:03:07.250Z` or ` 14:03 +02:00` (ISO 8601).
fn zoned(day: Day, rest: &str) -> Option<Timestamp> {
    let rest = rest.trim_start_matches(|c: char| matches!(c, 'T' | 't') || c.is_whitespace());
    let (hour, minute, rest) = hour_and_minute(rest)?;
    let mut millis = (hour * 60 + minute) * 60_000;
    let zone = rest.find(['Z', 'z', '+', '-', '\u{2212}'])?;
    let (seconds, zone) = rest.split_at_checked(zone)?;
    if let Some(seconds) = seconds.trim_end().strip_prefix(':') {
        let (whole, fraction) = seconds.split_once(['.', ',']).unwrap_or((seconds, ""));
        let whole: u32 = whole.parse().ok()?;
        let thousandths: u32 = format!("{:0<3}", fraction.get(..3).unwrap_or(fraction)).parse().ok()?;
        millis += i64::from(whole.min(59)) * 1000 + i64::from(thousandths);
    } else if !seconds.trim().is_empty() {
        return None;
    }
    let east = match zone.strip_prefix(['+', '-', '\u{2212}']) {
        None => 0,
        Some(offset) => {
            let offset = offset.replace(':', "");
            let (hours, minutes) = offset.split_at_checked(2)?;
            let minutes = if minutes.is_empty() { 0 } else { minutes.parse::<u32>().ok()? };
            let east = i64::from(hours.parse::<u32>().ok()? * 60 + minutes);
            if zone.starts_with('+') { east } else { -east }
        }
    };
    (east.abs() <= 24 * 60).then(|| {
        let midnight = Timestamp::on(day).0 - Timestamp::on(Day::from_number(0)?).0;
        Some(Timestamp(midnight + millis - east * 60_000))
    })?
}

// --- amounts ---

/// What separates the whole from the fraction of an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// 1,234.56
    Point,
    /// 1.234,56
    Comma,
}

/// The decimal mark that the amounts of a file seem to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecimalGuess {
    /// The mark.
    pub mark: DecimalMark,
    /// Whether an amount proves it and none contradicts, or none has any mark. If not, ask.
    pub certain: bool,
}

/// Why a text is no value of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountError {
    /// It is no number, or none with this decimal mark.
    Unreadable,
    /// It is below zero.
    Negative,
    /// It is above [`MAX_VALUE`].
    TooLarge,
}

/// Reads an amount in minor units of a currency: `1234.5`, `$1,234,567`, `1.234,56 €`, `CHF 1'234.50`. More decimals than the
/// currency has are rounded, half up.
///
/// # Errors
/// An [`AmountError`]; `1,5` with a decimal point is one, since it is neither 1.5 nor 15 for sure.
pub fn read_amount(text: &str, mark: DecimalMark, currency: Currency) -> Result<i64, AmountError> {
    let (negative, body) = bare(text).ok_or(AmountError::Unreadable)?;
    let (point, group) = match mark {
        DecimalMark::Point => ('.', ','),
        DecimalMark::Comma => (',', '.'),
    };
    let (whole, fraction) = body.split_once(point).unwrap_or((body, ""));
    let whole = ungrouped(whole, group).ok_or(AmountError::Unreadable)?;
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || whole.is_empty() && fraction.is_empty() {
        return Err(AmountError::Unreadable);
    }
    let mut minor: i64 =
        if whole.is_empty() { 0 } else { whole.parse().map_err(|_| AmountError::TooLarge)? };
    let mut decimals = fraction.bytes().map(|b| i64::from(b - b'0'));
    for _ in 0..currency.digits() {
        let digit = decimals.next().unwrap_or(0);
        minor = minor.checked_mul(10).and_then(|m| m.checked_add(digit)).ok_or(AmountError::TooLarge)?;
    }
    let minor = minor.saturating_add(i64::from(decimals.next().is_some_and(|digit| digit >= 5)));
    match minor {
        0 => Ok(0),
        _ if negative => Err(AmountError::Negative),
        _ if minor > MAX_VALUE => Err(AmountError::TooLarge),
        _ => Ok(minor),
    }
}

/// Guesses the decimal mark from all amounts of a file.
pub fn guess_decimal<'a>(values: impl Iterator<Item = &'a str>) -> DecimalGuess {
    let (mut point, mut comma, mut weak_point, mut weak_comma) = (0usize, 0usize, 0usize, 0usize);
    for (_, body) in values.filter_map(bare) {
        let Some(last) = body.rfind(['.', ',']) else { continue };
        let (before, after) = body.split_at_checked(last).unwrap_or((body, ""));
        let is_point = after.starts_with('.');
        let (same, other) = if is_point { ('.', ',') } else { (',', '.') };
        let three = after.len() == 4;
        // The last mark is the decimal one, unless it is there twice; alone before three digits it may group thousands.
        let decimal = if before.contains(same) {
            Some(false)
        } else if before.contains(other) || !three || before.len() > 3 || before == "0" || before.is_empty() {
            Some(true)
        } else {
            None
        };
        let count = match (decimal, is_point) {
            (Some(yes), is_point) if yes == is_point => &mut point,
            (Some(_), _) => &mut comma,
            (None, true) => &mut weak_comma,
            (None, false) => &mut weak_point,
        };
        *count += 1;
    }
    let strong = point.max(comma) > 0;
    let mark = match if strong { point.cmp(&comma) } else { weak_point.cmp(&weak_comma) } {
        std::cmp::Ordering::Less => DecimalMark::Comma,
        _ => DecimalMark::Point,
    };
    let contradicted = point.min(comma) > 0;
    DecimalGuess { mark, certain: !contradicted && (strong || weak_point + weak_comma == 0) }
}

/// An amount without sign and currency, and whether it is below zero.
fn bare(text: &str) -> Option<(bool, &str)> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    let starts = text.find(|c: char| c.is_ascii_digit())?;
    let ends = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    // A mark before the first digit, as in ".5", belongs to the number.
    let starts = if text[..starts].ends_with(['.', ',']) { starts - 1 } else { starts };
    let (before, body, after) = (&text[..starts], &text[starts..ends], &text[ends..]);
    let bracket = before.contains('(') && after.contains(')');
    let minus = |t: &str| t.contains(['-', '\u{2212}']);
    let affix = |t: &str| {
        let word = t.trim_matches(|c: char| !c.is_alphabetic());
        word.is_empty()
            || currency::is_mark(&word.to_lowercase())
            || word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase())
    };
    let clean = |t: &str| !t.contains(['%', '/', ':', '=', '*', '#', '<', '>', '~']) && affix(t);
    (clean(before) && clean(after)).then_some((bracket || minus(before) || minus(after), body))
}

/// The digits of a whole number without the marks and spaces between its groups of two or three.
fn ungrouped(text: &str, mark: char) -> Option<String> {
    let is_mark = |c: char| c == mark || matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '\u{2019}');
    let mut groups = text.split(is_mark);
    let mut digits = groups.next()?.to_owned();
    let mut grouped = false;
    for group in groups {
        if !matches!(group.len(), 2 | 3) {
            return None;
        }
        grouped = true;
        digits.push_str(group);
    }
    let first = text.find(is_mark).unwrap_or(text.len());
    let last = text.rfind(is_mark).map_or(3, |at| text[at..].chars().count() - 1);
    let sound =
        digits.bytes().all(|b| b.is_ascii_digit()) && last == 3 && (!grouped || (1..=3).contains(&first));
    sound.then_some(digits)
}

#[cfg(test)]
mod tests;
