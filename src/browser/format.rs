//! Numbers, money and dates as the reader's locale writes them, through `Intl`.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::model::{Currency, Day, Month};

const DAY_MS: f64 = 86_400_000.0;

thread_local! {
    // Making a formatter costs a hundred times what using it does. One thread, one page: shared by all instances.
    static MADE: RefCell<HashMap<String, Function>> = RefCell::new(HashMap::new());
}

/// Formats for one locale. Where the browser has none, plain digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formats {
    locale: String,
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}

/// The bound `format` function of a new `Intl` formatter, or `None` where the browser refuses.
fn make(class: &str, locale: &str, options: &Object) -> Option<Function> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    let arguments = Array::of2(&locale.into(), options);
    let formatter = Reflect::construct(&class, &arguments).ok()?;
    Reflect::get(&formatter, &"format".into()).ok()?.dyn_into().ok()
}

impl Formats {
    /// Formats for a locale such as `en` or `en-GB`; an unknown one falls back to the browser's own.
    pub fn new(locale: &str) -> Formats {
        Formats { locale: locale.to_owned() }
    }

    fn with(
        &self,
        key: &str,
        class: &str,
        pairs: impl FnOnce() -> Vec<(&'static str, JsValue)>,
        value: f64,
    ) -> String {
        let made = MADE.with_borrow_mut(|made| {
            let name = format!("{} {key}", self.locale);
            if let Some(format) = made.get(&name) {
                return Some(format.clone());
            }
            let format = make(class, &self.locale, &options(&pairs()))?;
            made.insert(name, format.clone());
            Some(format)
        });
        made.and_then(|format| format.call1(&JsValue::UNDEFINED, &value.into()).ok())
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| value.to_string())
    }

    fn currency(&self, minor: f64, currency: Currency, kind: &str) -> String {
        let value = minor / currency.scale() as f64;
        let short = kind == "short" && value.abs() >= 10_000.0;
        let whole = short || minor % currency.scale() as f64 == 0.0 || value.abs() >= 10_000.0;
        let key = format!("money {} {short} {whole}", currency.code());
        let pairs = || {
            let mut pairs = vec![
                ("style", JsValue::from("currency")),
                ("currency", currency.code().into()),
                ("currencyDisplay", "narrowSymbol".into()),
            ];
            if whole {
                pairs.push(("maximumFractionDigits", if short { 1.0.into() } else { 0.0.into() }));
                pairs.push(("minimumFractionDigits", 0.0.into()));
            }
            if short {
                pairs.push(("notation", "compact".into()));
            }
            pairs
        };
        self.with(&key, "NumberFormat", pairs, value)
    }

    /// Money of so many minor units.
    pub fn money(&self, minor: i64, currency: Currency) -> String {
        self.currency(minor as f64, currency, "full")
    }

    /// Money in few characters, such as €12.4K.
    pub fn money_short(&self, minor: i64, currency: Currency) -> String {
        self.currency(minor as f64, currency, "short")
    }

    /// A whole number.
    pub fn count(&self, count: u64) -> String {
        self.with("count", "NumberFormat", Vec::new, count as f64)
    }

    /// A number with one decimal.
    pub fn decimal(&self, value: f64) -> String {
        let pairs = || vec![("maximumFractionDigits", 1.0.into()), ("minimumFractionDigits", 1.0.into())];
        self.with("decimal", "NumberFormat", pairs, value)
    }

    /// A share as a percentage with one decimal: 0.6316 is 63.2 %.
    pub fn percent(&self, share: f64) -> String {
        let pairs = || {
            vec![
                ("style", "percent".into()),
                ("maximumFractionDigits", 1.0.into()),
                ("minimumFractionDigits", 1.0.into()),
            ]
        };
        self.with("percent", "NumberFormat", pairs, share)
    }

    /// A share as a percentage without decimals.
    pub fn percent_whole(&self, share: f64) -> String {
        let pairs = || vec![("style", "percent".into()), ("maximumFractionDigits", 0.0.into())];
        self.with("percent whole", "NumberFormat", pairs, share)
    }

    /// A day such as 22 Nov 2026.
    pub fn day(&self, day: Day) -> String {
        let pairs = || {
            vec![
                ("year", "numeric".into()),
                ("month", "short".into()),
                ("day", "numeric".into()),
                ("timeZone", "UTC".into()),
            ]
        };
        self.with("day", "DateTimeFormat", pairs, day.number() as f64 * DAY_MS)
    }

    /// A day of a year that goes without saying, such as 22 Nov.
    pub fn day_short(&self, day: Day) -> String {
        let pairs = || vec![("month", "short".into()), ("day", "numeric".into()), ("timeZone", "UTC".into())];
        self.with("day-short", "DateTimeFormat", pairs, day.number() as f64 * DAY_MS)
    }

    /// A month such as Nov 2026.
    pub fn month(&self, month: Month) -> String {
        let Some(day) = month.first_day() else { return String::new() };
        let pairs =
            || vec![("year", "numeric".into()), ("month", "short".into()), ("timeZone", "UTC".into())];
        self.with("month", "DateTimeFormat", pairs, day.number() as f64 * DAY_MS)
    }

    /// A month in few characters such as Nov, for axes.
    pub fn month_short(&self, month: Month) -> String {
        let Some(day) = month.first_day() else { return String::new() };
        let pairs = || vec![("month", "short".into()), ("timeZone", "UTC".into())];
        self.with("month short", "DateTimeFormat", pairs, day.number() as f64 * DAY_MS)
    }

    /// The year that a month is in, as the locale counts years.
    pub fn year(&self, month: Month) -> String {
        let Some(day) = month.first_day() else { return String::new() };
        let pairs = || vec![("year", "numeric".into()), ("timeZone", "UTC".into())];
        self.with("year", "DateTimeFormat", pairs, day.number() as f64 * DAY_MS)
    }
}
