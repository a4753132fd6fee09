//! The parts that every view shares, in English.

use super::English;
use crate::i18n::PartsTexts;

impl PartsTexts for English {
    fn number_between(&self, min: i64, max: i64) -> String {
        format!("This takes a whole number from {min} to {max}.")
    }
}
