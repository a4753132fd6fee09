//! What the user decides about an event log, with a suggestion for each decision.

use std::collections::BTreeMap;

use crate::model::{Currency, MAX_NAME, OutcomeKind};

use super::csv_fields::outcome_of;
use super::csv_options::MAX_STAGES;
use super::csv_plan::cut;
use super::csv_read::Table;
use super::log_entries::{LOST, NURTURE, WON};
use super::log_fields::LogMapping;
use super::log_read::Log;
use super::values::{DecimalMark, currencies_beside, currencies_named};

/// Why a log cannot come in as it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogError {
    /// There are that many activities, more than [`MAX_STAGES`]: it is another column.
    TooManyActivities(usize),
    /// No activity becomes a stage, so that there is no ladder.
    NoStage,
    /// The new pipeline's name is blank.
    Blank,
    /// There is no room for so many cards.
    ColumnFull,
}

/// What an activity becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Becomes {
    /// The deal enters that stage: one of [`LogOptions::stages`]. Several activities can lead to one stage.
    Stage(String),
    /// The deal is won.
    Won,
    /// The deal is lost.
    Lost,
    /// The deal goes to the nurture list.
    Nurture,
    /// Nothing: its events are left out.
    LeftOut,
}

/// What becomes of the deals that are open behind their last event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ending {
    /// They stay open.
    #[default]
    Open,
    /// Their last event won them.
    Won,
    /// Their last event lost them.
    Lost,
}

impl Ending {
    /// All of them, in the order in which to offer them.
    pub const ALL: [Ending; 3] = [Ending::Open, Ending::Won, Ending::Lost];
}

/// The decisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogOptions {
    /// The new pipeline's name; not blank.
    pub name: String,
    /// The currency of all values.
    pub currency: Currency,
    /// The decimal mark of the values.
    pub decimal: DecimalMark,
    /// What each activity becomes. One that is not here is left out.
    pub becomes: BTreeMap<String, Becomes>,
    /// The names of the stages in the order of the ladder, without any that no activity leads to.
    pub stages: Vec<String>,
    /// What becomes of the deals that are open in the end.
    pub ending: Ending,
}

impl LogOptions {
    /// The decisions that the log suggests: every activity a stage of its own, in the order in which they first come in their
    /// cases on average, but for words for a win, a loss or the nurture list. In a file that the program itself wrote (`is_own`)
    /// these are its own three words and no others.
    ///
    /// # Errors
    /// [`LogError::TooManyActivities`].
    pub fn suggest(
        log: &Log,
        is_own: bool,
        name: &str,
        currency: Currency,
        decimal: DecimalMark,
    ) -> Result<LogOptions, LogError> {
        if log.activities.len() > MAX_STAGES {
            return Err(LogError::TooManyActivities(log.activities.len()));
        }
        let mut becomes = BTreeMap::new();
        for activity in &log.activities {
            let outcome = match activity.name.as_str() {
                WON => Some(OutcomeKind::Won),
                LOST => Some(OutcomeKind::Lost),
                NURTURE => Some(OutcomeKind::Nurture),
                _ if is_own => None,
                other => outcome_of(other),
            };
            let meant = match outcome {
                Some(OutcomeKind::Won) => Becomes::Won,
                Some(OutcomeKind::Lost) => Becomes::Lost,
                Some(OutcomeKind::Nurture) => Becomes::Nurture,
                Some(OutcomeKind::Open) | None => Becomes::Stage(stage_name(&activity.name)),
            };
            becomes.insert(activity.name.clone(), meant);
        }
        let name = cut(name.trim(), MAX_NAME).0;
        let mut options =
            LogOptions { name, currency, decimal, becomes, stages: Vec::new(), ending: Ending::Open };
        options.tidy(log);
        Ok(options)
    }

    /// Drops stages that no activity leads to any more, and puts those that are new where they belong: before the first stage
    /// whose activities come later in their cases.
    pub fn tidy(&mut self, log: &Log) {
        let mut places: BTreeMap<&str, f64> = BTreeMap::new();
        let mut wanted: Vec<(&str, f64)> = Vec::new();
        for activity in &log.activities {
            if let Some(Becomes::Stage(name)) = self.becomes.get(&activity.name) {
                let place = places.entry(name).or_insert(activity.place);
                *place = place.min(activity.place);
                wanted.push((name, activity.place));
            }
        }
        self.stages.retain(|name| places.contains_key(name.as_str()));
        wanted.sort_by(|a, b| a.1.total_cmp(&b.1));
        for (name, place) in wanted {
            if self.stages.iter().any(|other| other == name) {
                continue;
            }
            let later = |other: &String| places.get(other.as_str()).is_some_and(|other| *other > place);
            let at = self.stages.iter().position(later).unwrap_or(self.stages.len());
            self.stages.insert(at, name.to_owned());
        }
    }

    /// Moves a stage by so many places, as far as there are any.
    pub fn shift(&mut self, name: &str, by: isize) {
        let Some(from) = self.stages.iter().position(|other| other == name) else { return };
        let to = from.saturating_add_signed(by).min(self.stages.len() - 1);
        let stage = self.stages.remove(from);
        self.stages.insert(to, stage);
    }
}

/// The name of the stage that an activity becomes.
pub fn stage_name(activity: &str) -> String {
    cut(activity.trim(), MAX_NAME).0
}

/// The column of the values' currency codes, if there is one.
pub(super) fn code_column(table: &Table) -> Option<usize> {
    table.header.iter().position(|name| name.trim().eq_ignore_ascii_case("currency"))
}

/// The currency that the file names for its values: the most frequent in a column of codes, or that of the first sign.
pub fn currency_of(table: &Table, mapping: &LogMapping) -> Option<Currency> {
    if let Some(column) = code_column(table) {
        let mut counts: BTreeMap<Currency, usize> = BTreeMap::new();
        let codes: Vec<Currency> =
            table.column(column).filter_map(|cell| currencies_named(cell).first().copied()).collect();
        codes.iter().for_each(|code| *counts.entry(*code).or_default() += 1);
        // Of equally frequent ones the first in the file.
        return codes.into_iter().rev().max_by_key(|code| counts.get(code).copied());
    }
    let column = mapping.columns(super::log_fields::LogField::Value).next()?;
    table.column(column).find_map(|amount| currencies_beside(amount).first().copied())
}
