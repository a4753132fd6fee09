use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Option<When> {
    Some(When::Day(text.parse().expect("a day")))
}

#[test]
fn dates_are_read_in_the_order_given() {
    use DateOrder::*;
    for (text, order, expected) in [
        ("10/20/2016", MonthDayYear, day("2016-10-20")),
        ("28.09.2025", DayMonthYear, day("2025-09-28")),
        ("28. 9. 2025", DayMonthYear, day("2025-09-28")),
        ("3/4/16", DayMonthYear, day("2016-04-03")),
        ("3/4/16", MonthDayYear, day("2016-03-04")),
        ("16-04-03", YearMonthDay, day("2016-04-03")),
        ("3/4/99", MonthDayYear, day("1999-03-04")),
        ("2025-09-28", MonthDayYear, day("2025-09-28")),
        ("2025/9/8", MonthDayYear, day("2025-09-08")),
        ("2025-09-28 14:03:07", DayMonthYear, day("2025-09-28")),
        ("9/28/2025 2:30 PM", MonthDayYear, day("2025-09-28")),
        ("28 Sep 2025", MonthDayYear, day("2025-09-28")),
        ("28-Sep-25", MonthDayYear, day("2025-09-28")),
        ("September 28, 2025", DayMonthYear, day("2025-09-28")),
        ("Sunday, September 28, 2025", DayMonthYear, day("2025-09-28")),
        ("15 November 2025", DayMonthYear, day("2025-11-15")),
        ("15. marraskuuta 2025", DayMonthYear, day("2025-11-15")),
        ("28 SEPT 2025", DayMonthYear, day("2025-09-28")),
        ("1 Mac 2025", DayMonthYear, day("2025-03-01")),
        ("3. j\u{16b}lijs 2025", DayMonthYear, day("2025-07-03")),
        ("15. Januar 2025", DayMonthYear, day("2025-01-15")),
        ("3 juillet 2025", DayMonthYear, day("2025-07-03")),
        ("5 septembre 2025", DayMonthYear, day("2025-09-05")),
        ("15 marzo 2025", DayMonthYear, day("2025-03-15")),
        ("15 marca 2025", DayMonthYear, None),
        ("1 Maybe 2025", DayMonthYear, None),
        ("15 Juneau 2025", DayMonthYear, None),
        ("45928", DayMonthYear, day("2025-09-28")),
        ("45928.75", DayMonthYear, day("2025-09-28")),
        ("20250928", DayMonthYear, day("2025-09-28")),
        ("10/20/2016", DayMonthYear, None),
        ("2025-02-30", YearMonthDay, None),
        ("28.09.2025 tomorrow", DayMonthYear, None),
        ("28.09", DayMonthYear, None),
        ("", DayMonthYear, None),
        ("soon", DayMonthYear, None),
        ("1/2/345", DayMonthYear, None),
        ("99999", DayMonthYear, day("2173-10-13")),
    ] {
        assert_eq!(read_date(text, order), expected, "{text:?} {order:?}");
    }
}

#[test]
fn instants_keep_their_hour() {
    let at = |text: &str| match read_date(text, DateOrder::DayMonthYear) {
        Some(When::At(at)) => Some(at.0),
        _ => None,
    };
    assert_eq!(at("1970-01-01T00:00Z"), Some(0));
    assert_eq!(at("2025-09-28T14:03:07.250Z"), Some(1_759_068_187_250));
    assert_eq!(at("2025-09-28T16:03:07,25+02:00"), Some(1_759_068_187_250));
    assert_eq!(at("2025-09-28 09:03:07-0500"), Some(1_759_068_187_000));
    assert_eq!(at("1759068187"), Some(1_759_068_187_000));
    assert_eq!(at("1759068187250"), Some(1_759_068_187_250));
    for no in ["2025-09-28T25:00Z", "2025-09-28T10:00+99:00", "2025-09-28Tz", "2025-09-28T10:0"] {
        assert_eq!(at(no), None, "{no}");
    }
}

#[test]
fn a_day_is_the_one_that_is_written_whatever_the_zone() {
    for (text, expected) in [
        ("2026-01-01T00:00:00+02:00", "2026-01-01"),
        ("2025-12-31T23:30:00-05:00", "2025-12-31"),
        ("2026-01-01T00:00:00Z", "2026-01-01"),
        ("1.1.2026", "2026-01-01"),
        ("46023", "2026-01-01"),
    ] {
        assert_eq!(
            read_day(text, DateOrder::DayMonthYear).map(|day| day.to_string()).as_deref(),
            Some(expected)
        );
    }
    assert_eq!(read_day("soon", DateOrder::DayMonthYear), None);
}

#[test]
fn the_order_is_guessed_from_all_dates_and_doubt_is_said() {
    let guess = |dates: &[&str]| guess_order(dates.iter().copied());
    let of = |order, certain| DateGuess { order, certain };
    assert_eq!(guess(&["3/1/2017", "10/25/2016", ""]), of(DateOrder::MonthDayYear, true));
    assert_eq!(guess(&["01.03.2017", "25.10.2016"]), of(DateOrder::DayMonthYear, true));
    assert_eq!(guess(&["01.03.2017", "02.10.2016"]), of(DateOrder::DayMonthYear, false));
    assert_eq!(guess(&["1/3/2017", "2/10/2016"]), of(DateOrder::MonthDayYear, false));
    assert_eq!(guess(&["25/3/2017", "2/25/2016", "26/1/2016"]), of(DateOrder::DayMonthYear, false));
    assert_eq!(guess(&["2017-03-01", "x", "42000"]), of(DateOrder::YearMonthDay, true));
    assert_eq!(guess(&["17-03-31", "17-03-01"]), of(DateOrder::DayMonthYear, false));
    assert_eq!(guess(&["75-03-31", "80-03-30"]), of(DateOrder::YearMonthDay, true));
}

#[test]
fn amounts_of_all_countries() {
    use DecimalMark::*;
    let eur = Currency::EUR;
    for (text, mark, expected) in [
        ("1054", Point, Ok(105_400)),
        ("$1,234,567", Point, Ok(123_456_700)),
        ("1.234,56", Comma, Ok(123_456)),
        ("1 234,56", Comma, Ok(123_456)),
        ("1\u{a0}234,56 \u{20ac}", Comma, Ok(123_456)),
        ("CHF 1'234.50", Point, Ok(123_450)),
        ("12,34,567.5 Rs.", Point, Ok(123_456_750)),
        ("500 kr", Comma, Ok(50_000)),
        ("US$ 5", Point, Ok(500)),
        (".5", Point, Ok(50)),
        ("0.005", Point, Ok(1)),
        ("0.004", Point, Ok(0)),
        ("-0", Point, Ok(0)),
        ("-5", Point, Err(AmountError::Negative)),
        ("(1,000.00)", Point, Err(AmountError::Negative)),
        ("1,5", Point, Err(AmountError::Unreadable)),
        ("1234,567", Point, Err(AmountError::Unreadable)),
        ("1.234,56", Point, Err(AmountError::Unreadable)),
        ("1.2.3", Comma, Err(AmountError::Unreadable)),
        ("5M", Point, Err(AmountError::Unreadable)),
        ("1.2k", Point, Err(AmountError::Unreadable)),
        ("50%", Point, Err(AmountError::Unreadable)),
        ("1e5", Point, Err(AmountError::Unreadable)),
        ("n/a", Point, Err(AmountError::Unreadable)),
        ("9000000001", Point, Err(AmountError::TooLarge)),
        ("99999999999999999999", Point, Err(AmountError::TooLarge)),
    ] {
        assert_eq!(read_amount(text, mark, eur), expected, "{text:?} {mark:?}");
    }
    let yen = Currency::new("JPY").expect("a code");
    assert_eq!(read_amount("\u{a5}1,234.5", Point, yen), Ok(1235));
}

#[test]
fn the_decimal_mark_is_guessed_from_all_amounts() {
    let guess = |amounts: &[&str]| {
        let guess = guess_decimal(amounts.iter().copied());
        (guess.mark, guess.certain)
    };
    assert_eq!(guess(&["1054", ""]), (DecimalMark::Point, true));
    assert_eq!(guess(&["$1,234,567"]), (DecimalMark::Point, true));
    assert_eq!(guess(&["1.234", "12,5"]), (DecimalMark::Comma, true));
    assert_eq!(guess(&["1.234"]), (DecimalMark::Comma, false));
    assert_eq!(guess(&["1,234"]), (DecimalMark::Point, false));
    assert_eq!(guess(&["0.125", "1,234"]), (DecimalMark::Point, true));
    assert_eq!(guess(&["1,5", "1.5"]), (DecimalMark::Point, false));
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(text in any::<String>(), numbers in "[-0-9.,:/TZ+ ('\u{a0}\u{2212}\u{20ac}a-c]{0,30}") {
        for text in [text.as_str(), numbers.as_str()] {
            for order in [DateOrder::DayMonthYear, DateOrder::MonthDayYear, DateOrder::YearMonthDay] {
                if let Some(when) = read_date(text, order) {
                    when.day();
                }
            }
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                if let Ok(minor) = read_amount(text, mark, Currency::EUR) {
                    prop_assert!((0..=MAX_VALUE).contains(&minor));
                }
            }
        }
        guess_order([text.as_str(), &numbers].into_iter());
        guess_decimal([text.as_str(), &numbers].into_iter());
    }

    #[test]
    fn what_is_written_plainly_reads_back(number in -700_000i64..2_900_000, minor in 0..=MAX_VALUE) {
        let day = Day::from_number(number).expect("within the years 1 to 9999");
        prop_assert_eq!(read_date(&day.to_string(), DateOrder::MonthDayYear), Some(When::Day(day)));
        let (year, month, date) = day.parts();
        if year >= 1000 {
            let text = format!("{date}.{month}.{year}");
            prop_assert_eq!(read_date(&text, DateOrder::DayMonthYear), Some(When::Day(day)));
        }
        let text = format!("{}.{:02}", minor / 100, minor % 100);
        prop_assert_eq!(read_amount(&text, DecimalMark::Point, Currency::EUR), Ok(minor));
    }
}
