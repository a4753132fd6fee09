//! What the user has decided about an event log so far, and what follows from it.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::csv_read::Table;
use crate::exchange::log_fields::{LogField, LogMapping, decimals_of, suggest, times_of};
use crate::exchange::log_options::{Becomes, LogError, LogOptions, currency_of};
use crate::exchange::log_read::Log;
use crate::exchange::values::{DateGuess, DateOrder, DecimalGuess, DecimalMark};
use crate::model::Currency;
use crate::ui::desk::Desk;

use super::super::draft::stem;
use super::super::readings::Ways;

/// What the import of a log still waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A column for the case, the activity or the time.
    Columns(LogField),
    /// The order of day, month and year.
    Dates,
    /// The decimal mark.
    Decimals,
    /// The new pipeline's name.
    Name,
    /// A currency.
    Currency,
    /// Decisions that can be followed.
    Plan(LogError),
}

/// The decisions. Copies are the same draft.
#[derive(Clone, Copy)]
pub struct LogDraft {
    /// The desk.
    pub desk: Desk,
    /// The file.
    pub table: StoredValue<Arc<Table>>,
    /// What each column holds.
    pub mapping: RwSignal<LogMapping>,
    /// The new pipeline's name.
    pub name: RwSignal<String>,
    /// The code of the currency that was chosen, which may be none yet.
    pub code: RwSignal<Option<String>>,
    /// The currency that the file names, or that of the pipeline that is shown.
    pub likely_currency: Memo<Currency>,
    /// The columns of times.
    time_columns: Memo<Vec<usize>>,
    /// What the times seem to be.
    dates: Memo<DateGuess>,
    /// The order that was chosen.
    order: RwSignal<Option<DateOrder>>,
    /// The columns of values.
    value_columns: Memo<Vec<usize>>,
    /// What the amounts seem to be.
    decimals: Memo<DecimalGuess>,
    /// The mark that was chosen.
    mark: RwSignal<Option<DecimalMark>>,
    /// The log as it was last read; `None` while it is not.
    pub log: RwSignal<Option<Arc<Log>>>,
    /// What becomes of the activities; name, currency and decimal mark are put in at the end.
    pub options: RwSignal<Result<LogOptions, LogError>>,
}

fn columns(mapping: RwSignal<LogMapping>, field: LogField) -> Memo<Vec<usize>> {
    Memo::new(move |_| mapping.with(|mapping| mapping.columns(field).collect()))
}

impl LogDraft {
    /// Begins with what the file suggests.
    pub fn new(desk: Desk, file: &str, table: Arc<Table>) -> LogDraft {
        let mapping = RwSignal::new(suggest(&table));
        let table = StoredValue::new(table);
        let (time_columns, value_columns) =
            (columns(mapping, LogField::Time), columns(mapping, LogField::Value));
        let dates = Memo::new(move |_| {
            time_columns.with(|_| ());
            table.with_value(|table| mapping.with_untracked(|m| times_of(table, m)))
        });
        let decimals = Memo::new(move |_| {
            value_columns.with(|_| ());
            table.with_value(|table| mapping.with_untracked(|m| decimals_of(table, m)))
        });
        let shown = untrack(|| desk.current_pipeline()).map(|pipeline| pipeline.currency);
        let likely_currency = Memo::new(move |_| {
            value_columns.with(|_| ());
            let said = table.with_value(|table| mapping.with_untracked(|m| currency_of(table, m)));
            said.or(shown).unwrap_or(Currency::EUR)
        });
        LogDraft {
            desk,
            table,
            mapping,
            name: RwSignal::new(stem(file)),
            code: RwSignal::new(None),
            likely_currency,
            time_columns,
            dates,
            order: RwSignal::new(None),
            value_columns,
            decimals,
            mark: RwSignal::new(None),
            log: RwSignal::new(None),
            options: RwSignal::new(Err(LogError::NoStage)),
        }
    }

    /// How times and amounts are read.
    pub fn ways(self) -> Ways {
        Ways {
            desk: self.desk,
            table: self.table,
            date_columns: self.time_columns,
            dates: self.dates,
            order: self.order,
            timed: true,
            value_columns: self.value_columns,
            decimals: self.decimals,
            mark: self.mark,
            currency: Signal::derive(move || self.currency().unwrap_or_else(|| self.likely_currency.get())),
        }
    }

    fn currency(self) -> Option<Currency> {
        match self.code.get() {
            Some(code) => Currency::new(code.trim()),
            None => Some(self.likely_currency.get()),
        }
    }

    /// The decisions as they are to be followed, but for the pipeline's name.
    pub fn wanted(self) -> Result<LogOptions, Need> {
        let mut options = self.options.get().map_err(Need::Plan)?;
        options.currency = self.currency().ok_or(Need::Currency)?;
        options.decimal = self.ways().decimal_mark();
        Ok(options)
    }

    /// What is still to be said before anything can come in; `None` if nothing is.
    pub fn need(self) -> Option<Need> {
        let missing = self.mapping.with(|m| LogField::NEEDED.into_iter().find(|field| !m.has(*field)));
        if let Some(field) = missing {
            return Some(Need::Columns(field));
        }
        if self.ways().asks_order() {
            return Some(Need::Dates);
        }
        if self.ways().asks_mark() {
            return Some(Need::Decimals);
        }
        // Until the log is read there is nothing to decide about.
        if self.log.with(Option::is_some)
            && let Err(need) = self.wanted()
        {
            return Some(need);
        }
        self.name.with(|name| name.trim().is_empty()).then_some(Need::Name)
    }

    /// Which field a column has, by its place among all of them.
    pub fn field_of(self, column: usize) -> usize {
        let field = self.mapping.with(|mapping| mapping.fields.get(column).copied());
        LogField::ALL.iter().position(|other| Some(*other) == field).unwrap_or(0)
    }

    /// Gives a column the field of that place.
    pub fn set_field(self, column: usize, place: usize) {
        let Some(field) = LogField::ALL.get(place) else { return };
        self.mapping.update(|mapping| {
            if let Some(slot) = mapping.fields.get_mut(column) {
                *slot = *field;
            }
        });
    }

    /// Says what an activity becomes.
    pub fn mean(self, activity: &str, becomes: Becomes) {
        self.change(|options| {
            options.becomes.insert(activity.to_owned(), becomes);
        });
    }

    /// Changes the decisions, and the stages with them.
    pub fn change(self, change: impl FnOnce(&mut LogOptions)) {
        let Ok(mut options) = self.options.get_untracked() else { return };
        change(&mut options);
        self.log.with_untracked(|log| {
            if let Some(log) = log {
                options.tidy(log);
            }
        });
        self.options.set(Ok(options));
    }
}
