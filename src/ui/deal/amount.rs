//! Amounts as the user types them, to and from minor units.

use crate::model::{Currency, MAX_VALUE};

/// An amount as it stands in a field: digits, a point, no grouping.
pub fn amount_text(minor: i64, currency: Currency) -> String {
    let (scale, digits) = (currency.scale(), currency.digits() as usize);
    let (whole, part) = (minor / scale, minor % scale);
    if part == 0 { whole.to_string() } else { format!("{whole}.{part:0digits$}") }
}

/// Reads an amount with or without grouping, with a point or a comma; empty is 0. `None` for what is no amount or out of range.
///
/// The last mark is the decimal one if at most as many digits follow it as the currency has, and it stands only once.
pub fn read_amount(text: &str, currency: Currency) -> Option<i64> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !"€$£¥'’_".contains(*c))
        .collect::<String>()
        .to_lowercase();
    if text.is_empty() {
        return Some(0);
    }
    if !text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    let digits = currency.digits() as usize;
    let mark = text.rfind(['.', ',']).filter(|at| {
        let after = text.len() - at - 1;
        let alone = text.matches(text.get(*at..=*at).unwrap_or_default()).count() == 1;
        alone && after <= digits.max(2) && (after != 3 || digits == 3)
    });
    let (whole, part) = match mark {
        Some(at) => (text.get(..at)?, text.get(at + 1..)?),
        None => (text.as_str(), ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: String = part.chars().chain(std::iter::repeat('0')).take(digits).collect();
    let part: i64 = if part.is_empty() { 0 } else { part.parse().ok()? };
    whole.checked_mul(currency.scale())?.checked_add(part).filter(|minor| *minor <= MAX_VALUE)
}
