//! Amounts as the user types them, to and from minor units.

use super::values::{self, DecimalMark, guess_decimal};
use crate::model::Currency;

/// An amount as it stands in a field: digits, a point, no grouping.
pub fn amount_text(minor: i64, currency: Currency) -> String {
    let (scale, digits) = (currency.scale(), currency.digits() as usize);
    let (whole, part) = (minor / scale, minor % scale);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:0digits$}") }
}

/// Reads an amount with or without grouping, with a point or a comma; empty is 0. `None` for what is no amount or out of range.
pub fn read_amount(text: &str, currency: Currency) -> Option<i64> {
    if text.trim().is_empty() {
        return Some(0);
    }
    values::read_amount(text, decimal_mark(text, currency), currency).ok()
}

/// The decimal mark of an amount. Where there are three decimals a lone mark before three digits stands before them, as [`amount_text`] writes
/// it; elsewhere it is taken for grouping.
fn decimal_mark(text: &str, currency: Currency) -> DecimalMark {
    let mut marks = text.char_indices().filter(|(_, c)| matches!(c, '.' | ','));
    match (marks.next(), marks.next()) {
        (Some((_, '.')), None) if currency.digits() == 3 => DecimalMark::Point,
        (Some((_, ',')), None) if currency.digits() == 3 => DecimalMark::Comma,
        _ => guess_decimal(std::iter::once(text)).mark,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::MAX_VALUE;

    fn currencies() -> Vec<Currency> {
        ["EUR", "JPY", "KWD", "BHD"].into_iter().filter_map(Currency::new).collect()
    }

    #[test]
    fn three_decimals_are_no_thousands() {
        let read = |text: &str, code: &str| read_amount(text, Currency::new(code).expect("a code"));
        assert_eq!(
            [read("1.500", "KWD"), read("1,500", "KWD"), read("1,500.250", "KWD")],
            [Some(1_500), Some(1_500), Some(1_500_250)]
        );
        assert_eq!(
            [read("1.500", "EUR"), read("1,500", "EUR"), read("1,50", "EUR")],
            [Some(150_000), Some(150_000), Some(150)]
        );
        assert_eq!((read("", "EUR"), read("abc", "EUR")), (Some(0), None));
    }

    proptest! {
        #[test]
        fn an_amount_reads_back_as_it_is_written(minor in 0..=MAX_VALUE) {
            for currency in currencies() {
                prop_assert_eq!(read_amount(&amount_text(minor, currency), currency), Some(minor), "{}", currency);
            }
        }
    }
}
