//! Amounts as the user types them, to and from minor units.

use crate::exchange::values::{self, guess_decimal};
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
    let mark = guess_decimal(std::iter::once(text)).mark;
    values::read_amount(text, mark, currency).ok()
}
