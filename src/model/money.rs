//! Money: whole minor units (cents) in the currency of the pipeline. Never a float.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Largest value of a deal in minor units, so that every value and the sum of ten thousand of them are exact everywhere.
pub const MAX_VALUE: i64 = 900_000_000_000;

/// A currency by its three letters of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// The dollar of the United States.
    pub const USD: Currency = Currency(*b"USD");

    /// The currency of a three-letter code in either case, or `None` where that is no code.
    pub fn new(code: &str) -> Option<Currency> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_alphabetic).then(|| Currency(letters.map(|b| b.to_ascii_uppercase())))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimal digits its minor unit has (ISO 4217): 2 for most, 0 for the yen, 3 for the dinars.
    pub fn digits(&self) -> u32 {
        match self.code() {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "UYI"
            | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }

    /// Minor units in one unit: 100 for the euro.
    pub fn scale(&self) -> i64 {
        10i64.pow(self.digits())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Currency {
    type Error = &'static str;
    fn try_from(code: String) -> Result<Self, Self::Error> {
        Currency::new(&code).ok_or("not a currency code of three letters")
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_three_letters() {
        assert_eq!(Currency::new("eur"), Some(Currency::EUR));
        for code in ["", "EU", "EURO", "E1R", "€"] {
            assert_eq!(Currency::new(code), None, "{code}");
        }
        assert_eq!(Currency::new("JPY").map(|c| c.scale()), Some(1));
        assert_eq!(Currency::new("KWD").map(|c| c.scale()), Some(1000));
    }
}
