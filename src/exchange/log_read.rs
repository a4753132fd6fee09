//! An event log as it was read: its cases, its activities and its events in order. Row by row, so that a page can show progress.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::Timestamp;

use super::csv_plan::LISTED;
use super::csv_read::Table;
use super::log_fields::{LogField, LogMapping};
use super::values::{DateOrder, When, read_moment};

/// Something about a row that the user should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogProblem {
    /// The row, from 0 below the header.
    pub row: usize,
    /// What it is.
    pub kind: LogProblemKind,
}

/// What can be the matter with a row of an event log, and what was done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LogProblemKind {
    /// Left out: all cells are empty.
    SkippedBlank,
    /// Left out: it names no case.
    NoCase,
    /// Left out: it names no activity.
    NoActivity,
    /// Left out: it has no time.
    NoTime,
    /// Left out: what should be its time is none in the order that was chosen.
    UnreadableTime,
    /// Left out: it lies in the future.
    FutureTime,
    /// The row has more or fewer cells than the header; missing ones count as empty, surplus ones are left out.
    Ragged,
    /// Left out: the deal was closed so already.
    ClosedAlready,
    /// The case begins with its closing: the deal stood in the first stage.
    ClosedFirst,
    /// No deal: all events of the case are left out.
    EmptyCase,
    /// Cut to the longest text that is allowed.
    TooLong,
    /// No amount with the decimal mark that was chosen, or none that a deal can have; the deal has no value.
    UnreadableValue,
    /// In another currency than the pipeline; the deal has no value.
    OtherCurrency,
}

/// The problems of a log: all of them counted, the first listed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogProblems {
    /// How often each was met.
    pub counts: BTreeMap<LogProblemKind, usize>,
    /// The first [`LISTED`] of each.
    pub listed: Vec<LogProblem>,
}

impl LogProblems {
    pub(super) fn note(&mut self, row: usize, kind: LogProblemKind) {
        let count = self.counts.entry(kind).or_default();
        *count += 1;
        if *count <= LISTED {
            self.listed.push(LogProblem { row, kind });
        }
    }
}

/// An event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogEvent {
    /// Its case: a place in [`Log::cases`].
    pub case: usize,
    /// When it was.
    pub at: Timestamp,
    /// Its row, from 0 below the header.
    pub row: usize,
    /// Its activity: a place in [`Log::activities`].
    pub activity: usize,
}

/// An activity and where it stands in the cases.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// Its name.
    pub name: String,
    /// How many events are of it.
    pub events: usize,
    /// How many cases have it.
    pub cases: usize,
    /// The mean place of its first event in those cases, from 0.
    pub place: f64,
}

/// A log. Its events stand case by case; those of a case by time, and as in the file where times are equal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Log {
    /// The cases' ids, in the order in which they first appear.
    pub cases: Vec<String>,
    /// The activities, in the order in which they first appear.
    pub activities: Vec<Activity>,
    /// The events.
    pub events: Vec<LogEvent>,
    /// The first and the last time.
    pub span: Option<(Timestamp, Timestamp)>,
    /// How many rows are left out.
    pub skipped: usize,
    /// What there is to say about the rows.
    pub problems: LogProblems,
}

/// Reads a log some rows at a time.
pub struct Reader {
    table: Arc<Table>,
    mapping: LogMapping,
    order: DateOrder,
    now: Timestamp,
    cases: HashMap<String, usize>,
    activities: HashMap<String, usize>,
    log: Log,
    next: usize,
}

impl Reader {
    /// Begins. A time without a zone is that of universal time, so that the log says the same everywhere and no hour is lost
    /// or doubled in spring and autumn; a date stands where all dates without an hour stand.
    pub fn new(table: Arc<Table>, mapping: LogMapping, order: DateOrder, now: Timestamp) -> Reader {
        let log = Log::default();
        Reader { table, mapping, order, now, cases: HashMap::new(), activities: HashMap::new(), log, next: 0 }
    }

    /// How many rows there are.
    pub fn total(&self) -> usize {
        self.table.len()
    }

    /// Reads up to so many more rows; gives how many are read in all.
    pub fn step(&mut self, rows: usize) -> usize {
        let end = self.next.saturating_add(rows).min(self.table.len());
        for row in self.next..end {
            match self.event(row) {
                Ok(event) => self.log.events.push(event),
                Err(kind) => {
                    self.log.skipped += 1;
                    self.log.problems.note(row, kind);
                }
            }
        }
        self.next = end;
        end
    }

    /// Reads all rows that are left, and puts the events in order.
    pub fn finish(mut self) -> Log {
        self.step(usize::MAX);
        let mut log = self.log;
        // Stable: what happened at the same time stays in the order of the file, or in the opposite one where the newest stand first.
        if newest_first(&log.events, log.cases.len()) {
            log.events.reverse();
        }
        log.events.sort_by_key(|event| (event.case, event.at));
        let times = || log.events.iter().map(|event| event.at);
        log.span = times().min().zip(times().max());
        let mut seen = vec![usize::MAX; log.activities.len()];
        for (case, events) in log.events.chunk_by(|a, b| a.case == b.case).enumerate() {
            for (place, event) in events.iter().enumerate() {
                let (Some(activity), Some(seen)) =
                    (log.activities.get_mut(event.activity), seen.get_mut(event.activity))
                else {
                    continue;
                };
                activity.events += 1;
                if *seen != case {
                    *seen = case;
                    activity.cases += 1;
                    activity.place += place as f64;
                }
            }
        }
        for activity in &mut log.activities {
            activity.place /= activity.cases.max(1) as f64;
        }
        log
    }

    fn event(&mut self, row: usize) -> Result<LogEvent, LogProblemKind> {
        if (0..self.table.header.len()).all(|column| self.table.cell(row, column).trim().is_empty()) {
            return Err(LogProblemKind::SkippedBlank);
        }
        let case = cell(&self.table, &self.mapping, row, LogField::Case);
        let activity = cell(&self.table, &self.mapping, row, LogField::Activity);
        let time = cell(&self.table, &self.mapping, row, LogField::Time);
        match (case, activity, time) {
            ("", ..) => return Err(LogProblemKind::NoCase),
            (_, "", _) => return Err(LogProblemKind::NoActivity),
            (.., "") => return Err(LogProblemKind::NoTime),
            _ => {}
        }
        let at = read_moment(time, self.order).map(When::timestamp).ok_or(LogProblemKind::UnreadableTime)?;
        // A date without an hour stands at half past ten, which may still be to come today: a day of grace.
        if at > self.now.plus_days(1) {
            return Err(LogProblemKind::FutureTime);
        }
        if self.table.ragged.binary_search(&row).is_ok() {
            self.log.problems.note(row, LogProblemKind::Ragged);
        }
        let case = match self.cases.get(case) {
            Some(place) => *place,
            None => {
                self.log.cases.push(case.to_owned());
                let place = self.cases.len();
                self.cases.insert(case.to_owned(), place);
                place
            }
        };
        let activity = match self.activities.get(activity) {
            Some(place) => *place,
            None => {
                self.log.activities.push(Activity {
                    name: activity.to_owned(),
                    events: 0,
                    cases: 0,
                    place: 0.0,
                });
                let place = self.activities.len();
                self.activities.insert(activity.to_owned(), place);
                place
            }
        };
        Ok(LogEvent { case, at, row, activity })
    }
}

/// Whether the events of a case stand the newest first in the file: if from one to the next time goes back more often than on.
fn newest_first(events: &[LogEvent], cases: usize) -> bool {
    let mut last = vec![None; cases];
    let (mut back, mut on) = (0usize, 0usize);
    for event in events {
        let Some(last) = last.get_mut(event.case) else { continue };
        if let Some(last) = last.replace(event.at) {
            back += usize::from(event.at < last);
            on += usize::from(event.at > last);
        }
    }
    back > on
}

/// The trimmed text of a field in a row; empty if no column has it or all of them are empty there.
pub(super) fn cell<'a>(table: &'a Table, mapping: &LogMapping, row: usize, field: LogField) -> &'a str {
    let mut cells = mapping.columns(field).map(|column| table.cell(row, column).trim());
    cells.find(|text| !text.is_empty()).unwrap_or("")
}
