//! The report's numbers as the reader's locale writes them.

use crate::browser::format::Formats;
use crate::i18n::Texts;
use crate::model::Currency;
use crate::ui::desk::Desk;

/// Writes numbers for one reader and one currency.
pub struct Pen {
    /// The sentences.
    pub t: &'static dyn Texts,
    /// The formats.
    pub formats: Formats,
    /// The currency of all money.
    pub currency: Currency,
}

impl Pen {
    /// For the reader of a desk.
    pub fn new(desk: Desk, currency: Currency) -> Pen {
        Pen { t: desk.t(), formats: desk.formats(), currency }
    }

    /// A count.
    pub fn count(&self, count: u64) -> String {
        self.formats.count(count)
    }

    /// So many deals.
    pub fn deals(&self, count: u64) -> String {
        self.t.counted_deals(count, &self.count(count))
    }

    /// A share, or that there is none.
    pub fn share(&self, share: Option<f64>) -> String {
        share.map_or_else(|| self.none(), |share| self.formats.percent(share))
    }

    /// Minor units as money.
    pub fn money(&self, minor: i64) -> String {
        self.formats.money(minor, self.currency)
    }

    /// Minor units as money in few characters.
    pub fn money_short(&self, minor: i64) -> String {
        self.formats.money_short(minor, self.currency)
    }

    /// Minor units as money in full, or in few characters where that is long.
    pub fn money_fit(&self, minor: i64) -> String {
        self.money_like(minor, minor)
    }

    /// Minor units as money, as fully as [`Pen::money_fit`] writes another amount.
    pub fn money_like(&self, minor: i64, other: i64) -> String {
        let long = other.unsigned_abs() >= 10_000_000 * self.currency.scale().unsigned_abs();
        if long { self.money_short(minor) } else { self.money(minor) }
    }

    /// A mean as money: from a hundred units on in whole units, since what follows says nothing of a mean.
    pub fn mean_money(&self, minor: f64) -> String {
        let unit = self.currency.scale() as f64;
        let whole = if minor.abs() >= 100.0 * unit { (minor / unit).round() * unit } else { minor.round() };
        self.money(whole as i64)
    }

    /// A number with its sign; the number itself is written without one.
    pub fn signed(&self, value: f64, write: impl Fn(f64) -> String) -> String {
        let written = write(value.abs());
        if value > 0.0 {
            format!("+{written}")
        } else if value < 0.0 {
            format!("−{written}")
        } else {
            written
        }
    }

    /// A number of days with one decimal, in words; or that there is none.
    pub fn days(&self, days: Option<f64>) -> String {
        days.map_or_else(|| self.none(), |days| self.t.days_written(&self.formats.decimal(days)))
    }

    /// A number of days in short, for axes.
    pub fn days_short(&self, days: f64) -> String {
        let whole = (days - days.round()).abs() < 0.05;
        let number =
            if whole { self.count(days.round().max(0.0) as u64) } else { self.formats.decimal(days) };
        self.t.days_on_axis(&number)
    }

    /// What stands where there is no figure.
    pub fn none(&self) -> String {
        self.t.no_figure().to_owned()
    }
}
