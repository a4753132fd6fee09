//! Currencies as files name them: by code, by name, or by a sign beside an amount, which may stand for several.

use super::LONGEST;
use crate::model::Currency;

const DOLLARS: &[&str] = &[
    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "CUP", "BBD",
    "BMD", "BND", "BSD", "BZD", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SBD", "SRD", "TTD", "XCD",
];
const POUNDS: &[&str] = &["GBP", "EGP", "FKP", "GIP", "LBP", "SDG", "SHP", "SSP", "SYP"];
const RUPEES: &[&str] = &["INR", "PKR", "LKR", "NPR", "MUR", "SCR"];
const CROWNS: &[&str] = &["SEK", "NOK", "DKK", "ISK"];
const FRANCS: &[&str] = &["CHF", "XOF", "XAF", "XPF", "BIF", "CDF", "DJF", "GNF", "KMF", "RWF"];
const PESOS: &[&str] = &["MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP", "CUP"];
const RIYALS: &[&str] = &["SAR", "QAR", "OMR", "IRR", "YER"];

/// Signs, each with what it stands for, the likeliest first.
const SIGNS: [(char, &[&str]); 22] = [
    ('$', DOLLARS),
    ('\u{20ac}', &["EUR"]),
    ('\u{a3}', POUNDS),
    ('\u{a5}', &["JPY", "CNY"]),
    ('\u{ffe5}', &["CNY", "JPY"]),
    ('\u{20b9}', &["INR"]),
    ('\u{20a8}', RUPEES),
    ('\u{20bd}', &["RUB"]),
    ('\u{20a9}', &["KRW", "KPW"]),
    ('\u{20ba}', &["TRY"]),
    ('\u{20aa}', &["ILS"]),
    ('\u{20ab}', &["VND"]),
    ('\u{e3f}', &["THB"]),
    ('\u{20b4}', &["UAH"]),
    ('\u{20a6}', &["NGN"]),
    ('\u{20b1}', PESOS),
    ('\u{20a1}', &["CRC"]),
    ('\u{20b5}', &["GHS"]),
    ('\u{20b8}', &["KZT"]),
    ('\u{20bc}', &["AZN"]),
    ('\u{20be}', &["GEL"]),
    ('\u{fdfc}', RIYALS),
];

/// The codes of ISO 4217 that money is in.
const CODES: [&str; 155] = [
    "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP",
    "CRC", "CUP", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP",
    "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD",
    "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK",
    "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR",
    "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP",
    "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP",
    "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD",
    "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF",
    "XPF", "YER", "ZAR", "ZMW", "ZWG",
];

/// Letters in front of a dollar sign.
const BEFORE_DOLLAR: [(&str, &str); 7] =
    [("us", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("nz", "NZD"), ("r", "BRL")];

/// Letters that stand for a currency beside an amount.
const SHORT: [(&str, &[&str]); 8] = [
    ("kr", CROWNS),
    ("z\u{142}", &["PLN"]),
    ("k\u{10d}", &["CZK"]),
    ("ft", &["HUF"]),
    ("fr", FRANCS),
    ("rs", RUPEES),
    ("r", &["ZAR"]),
    ("lei", &["RON", "MDL"]),
];

/// Names in English, all words of which have to be there; the closer ones first.
const NAMES: [(&[&str], &[&str]); 45] = [
    (&["canadian", "dollar"], &["CAD"]),
    (&["australian", "dollar"], &["AUD"]),
    (&["zealand", "dollar"], &["NZD"]),
    (&["singapore", "dollar"], &["SGD"]),
    (&["hong", "kong", "dollar"], &["HKD"]),
    (&["taiwan", "dollar"], &["TWD"]),
    (&["us", "dollar"], &["USD"]),
    (&["states", "dollar"], &["USD"]),
    (&["american", "dollar"], &["USD"]),
    (&["dollar"], DOLLARS),
    (&["euro"], &["EUR"]),
    (&["egyptian", "pound"], &["EGP"]),
    (&["sterling"], &["GBP"]),
    (&["british", "pound"], &["GBP"]),
    (&["uk", "pound"], &["GBP"]),
    (&["pound"], POUNDS),
    (&["swiss", "franc"], &["CHF"]),
    (&["franc"], FRANCS),
    (&["yen"], &["JPY"]),
    (&["yuan"], &["CNY"]),
    (&["renminbi"], &["CNY"]),
    (&["rmb"], &["CNY"]),
    (&["indian", "rupee"], &["INR"]),
    (&["rupee"], RUPEES),
    (&["swedish", "krona"], &["SEK"]),
    (&["norwegian", "krone"], &["NOK"]),
    (&["danish", "krone"], &["DKK"]),
    (&["krona"], CROWNS),
    (&["krone"], CROWNS),
    (&["zloty"], &["PLN"]),
    (&["koruna"], &["CZK"]),
    (&["forint"], &["HUF"]),
    (&["rand"], &["ZAR"]),
    (&["mexican", "peso"], &["MXN"]),
    (&["philippine", "peso"], &["PHP"]),
    (&["peso"], PESOS),
    (&["lira"], &["TRY"]),
    (&["rouble"], &["RUB", "BYN"]),
    (&["ruble"], &["RUB", "BYN"]),
    (&["won"], &["KRW", "KPW"]),
    (&["ringgit"], &["MYR"]),
    (&["baht"], &["THB"]),
    (&["shekel"], &["ILS"]),
    (&["hryvnia"], &["UAH"]),
    (&["real"], &["BRL"]),
];

/// Whether these lower-case letters stand for a currency beside an amount, or belong to the sign of one.
pub(super) fn is_mark(word: &str) -> bool {
    SHORT.iter().any(|(letters, _)| *letters == word)
        || BEFORE_DOLLAR.iter().any(|(letters, _)| *letters == word)
}

/// What a text may stand for, the likeliest first; empty where it names none.
type Named = Vec<Currency>;

fn of(codes: &[&str]) -> Named {
    codes.iter().filter_map(|code| Currency::new(code)).collect()
}

/// The currencies that a cell of a column of currencies may mean: a code, a name in English, or a sign.
pub fn currencies_named(text: &str) -> Vec<Currency> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return Vec::new();
    }
    let lower = text.to_lowercase().replace('.', "");
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    let has = |name: &&str| {
        words.iter().any(|word| word.strip_suffix('s').unwrap_or(word) == name.trim_end_matches('s'))
    };
    if let Some((_, codes)) = NAMES.iter().find(|(names, _)| names.iter().all(has)) {
        return of(codes);
    }
    Currency::new(text).map_or_else(|| beside(text), |code| vec![code])
}

/// The currencies that may be meant by what stands beside an amount.
pub fn currencies_beside(amount: &str) -> Vec<Currency> {
    if amount.len() > LONGEST {
        return Vec::new();
    }
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(starts), Some(ends)) = (amount.find(is_digit), amount.rfind(is_digit)) else {
        return Vec::new();
    };
    let before = beside(amount.get(..starts).unwrap_or(""));
    if before.is_empty() { beside(amount.get(ends + 1..).unwrap_or("")) } else { before }
}

fn beside(text: &str) -> Named {
    let word = text.trim_matches(|c: char| !c.is_alphabetic());
    // Other capitals beside an amount say what it is of: ARR, NET.
    if CODES.contains(&word) {
        return of(&[word]);
    }
    let word = word.to_lowercase();
    match SIGNS.iter().find(|(sign, _)| text.contains(*sign)) {
        Some(('$', any)) => match BEFORE_DOLLAR.iter().find(|(letters, _)| *letters == word) {
            Some((_, code)) => of(&[code]),
            None => of(any),
        },
        Some((_, any)) => of(any),
        None => SHORT.iter().find(|(letters, _)| *letters == word).map_or_else(Vec::new, |(_, any)| of(any)),
    }
}

/// Whether an amount is in another currency than this one: by what the row's cell of currencies says, or where that says nothing by
/// what stands beside the amount. A sign that stands for several is right for each of them.
pub fn is_other(currency: Currency, cell: &str, amount: &str) -> bool {
    let said = currencies_named(cell);
    let said = if said.is_empty() { currencies_beside(amount) } else { said };
    !said.is_empty() && !said.contains(&currency)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Currency {
        Currency::new(text).expect("a code")
    }

    #[test]
    fn a_sign_is_right_for_all_that_it_stands_for_and_for_no_other() {
        for (amount, right, wrong) in [
            ("$1,234.00", &["USD", "CAD", "AUD", "MXN"][..], &["EUR", "GBP", "BRL"][..]),
            ("US$ 5", &["USD"], &["CAD", "EUR"]),
            ("CA$5", &["CAD"], &["USD"]),
            ("R$ 5,00", &["BRL"], &["USD", "ZAR"]),
            ("\u{a3}500.00", &["GBP"], &["EUR"]),
            ("CHF 700.00", &["CHF"], &["EUR"]),
            ("1'234.50 CHF", &["CHF"], &["EUR"]),
            ("\u{a5}1,234", &["JPY", "CNY"], &["USD"]),
            ("1\u{a0}234,56 \u{20ac}", &["EUR"], &["USD"]),
            ("500 kr", &["SEK", "NOK", "DKK"], &["EUR"]),
            ("12,34,567.5 Rs.", &["INR", "PKR"], &["EUR"]),
            ("(1,000.00)", &["EUR", "USD"], &[]),
            ("1054", &["EUR", "USD"], &[]),
            ("n/a", &["EUR"], &[]),
            ("50,000 ARR", &["EUR", "USD"], &[]),
            ("MRR 1,200", &["EUR"], &[]),
        ] {
            right.iter().for_each(|right| assert!(!is_other(code(right), "", amount), "{amount} {right}"));
            wrong.iter().for_each(|wrong| assert!(is_other(code(wrong), "", amount), "{amount} {wrong}"));
        }
    }

    #[test]
    fn a_cell_of_currencies_says_it_by_code_name_or_sign_and_before_the_sign() {
        for (cell, right, wrong) in [
            ("usd", "USD", "EUR"),
            ("US Dollar", "USD", "CAD"),
            ("U.S. dollars", "USD", "EUR"),
            ("Canadian Dollar", "CAD", "USD"),
            ("Dollars", "AUD", "EUR"),
            ("Euro", "EUR", "USD"),
            ("Euros (\u{20ac})", "EUR", "USD"),
            ("\u{20ac}", "EUR", "USD"),
            ("$", "CAD", "EUR"),
            ("British Pound", "GBP", "EUR"),
            ("Swiss francs", "CHF", "EUR"),
            ("yen", "JPY", "EUR"),
            ("Swedish krona", "SEK", "NOK"),
        ] {
            assert!(!is_other(code(right), cell, "5"), "{cell} {right}");
            assert!(is_other(code(wrong), cell, "5"), "{cell} {wrong}");
        }
        assert!(!is_other(code("CAD"), "CAD", "US$5"), "the cell decides");
        assert!(!is_other(code("EUR"), "as agreed", "5"), "what names no currency says nothing");
        assert_eq!(currencies_named("US Dollar").first(), Some(&Currency::USD));
    }
}
