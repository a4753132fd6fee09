//! One row of a table as a deal, with a note of all that did not fit.

use crate::model::{Day, Deal, Event, Happened, Ids, Outcome, OutcomeKind, Rank, Story, Timestamp};

use super::csv_fields::Field;
use super::csv_plan::{Planner, ProblemKind, cut, limit};
use super::values::{AmountError, When, is_other, read_amount, read_date, read_day};

impl Planner {
    /// The deal of a row, its rank still to be set.
    ///
    /// # Errors
    /// Why the row brings no deal.
    pub(super) fn deal(&mut self, row: usize, ids: &mut dyn Ids) -> Result<Deal, ProblemKind> {
        if (0..self.table.header.len()).all(|column| self.table.cell(row, column).trim().is_empty()) {
            return Err(ProblemKind::SkippedBlank);
        }
        if let Some(wanted) = &self.options.only_pipeline
            && self.cell(row, Field::Pipeline).1 != wanted
        {
            return Err(ProblemKind::SkippedOtherPipeline);
        }
        let title = self.title(row).ok_or(ProblemKind::SkippedUntitled)?;
        if self.table.ragged.binary_search(&row).is_ok() {
            self.report.note(row, None, ProblemKind::Ragged);
        }
        let (stage, outcome) = self.stage_and_outcome(row);
        let closed_text = self.date(row, Field::Closed);
        // Read for what there is to say about it; the day is that which is written, whatever the zone beside it.
        self.date(row, Field::Expected);
        let expected = self.day(row, Field::Expected);
        // Programs that keep one date for both mean the expected close while the deal is open.
        let closing = if outcome == OutcomeKind::Open { self.day(row, Field::Closed) } else { None };
        let expected = expected.or(closing);
        let closed = self.closed(row, outcome, closed_text);
        let created = self.created(row, closed);
        if closed.is_some_and(|closed| closed < created) {
            self.report.note(row, None, ProblemKind::ClosedBeforeCreated);
        }
        let mut history = vec![Event { at: created, what: Happened::Created { stage } }];
        let outcome = match (outcome, closed) {
            (OutcomeKind::Won, Some(at)) => {
                history.push(Event { at, what: Happened::Won });
                Outcome::Won { at }
            }
            (OutcomeKind::Lost, Some(at)) => {
                let reason = self.name(row, Field::LossReason);
                history.push(Event { at, what: Happened::Lost { reason: reason.clone() } });
                Outcome::Lost { at, reason }
            }
            (OutcomeKind::Nurture, at) => {
                let (since, reason) = (at.unwrap_or(created), self.name(row, Field::LossReason));
                history.push(Event {
                    at: since,
                    what: Happened::Nurtured { reason: reason.clone(), until: None },
                });
                Outcome::Nurture { since, until: None, reason }
            }
            _ => Outcome::Open,
        };
        Ok(Deal {
            id: Planner::mint(ids),
            pipeline: self.target,
            stage,
            rank: Rank::middle(),
            title,
            company: self.name(row, Field::Company),
            contact: self.name(row, Field::Contact),
            owner: self.name(row, Field::Owner),
            value: self.value(row),
            source: self.name(row, Field::Source),
            product: self.name(row, Field::Product),
            reference: self.name(row, Field::Reference),
            expected,
            chance: self.chance(row),
            notes: self.notes(row),
            outcome,
            story: Story::default(),
            created,
            history,
        })
    }

    /// The first cell of a field that is not blank, and its column; else the field's first column, if it has one.
    fn cell(&self, row: usize, field: Field) -> (Option<usize>, &str) {
        let columns = self.columns.get(&field).map_or(&[][..], Vec::as_slice);
        columns
            .iter()
            .map(|column| (Some(*column), self.table.cell(row, *column).trim()))
            .find(|(_, text)| !text.is_empty())
            .unwrap_or((columns.first().copied(), ""))
    }

    fn name(&mut self, row: usize, field: Field) -> String {
        let (column, text) = self.cell(row, field);
        let (text, was_cut) = cut(text, limit(field));
        if was_cut {
            self.report.note(row, column, ProblemKind::TooLong);
        }
        text
    }

    /// Notes keep the blanks and line breaks around them.
    fn notes(&mut self, row: usize) -> String {
        let columns = self.columns.get(&Field::Notes).map_or(&[][..], Vec::as_slice);
        let mut cells = columns.iter().map(|column| (*column, self.table.cell(row, *column)));
        let Some((column, text)) = cells.find(|(_, text)| !text.is_empty()) else { return String::new() };
        let (text, was_cut) = cut(text, limit(Field::Notes));
        if was_cut {
            self.report.note(row, Some(column), ProblemKind::TooLong);
        }
        text
    }

    fn title(&mut self, row: usize) -> Option<String> {
        let (column, own) = self.cell(row, Field::Title);
        if own.is_empty() {
            let others = [Field::Product, Field::Company, Field::Reference, Field::Contact];
            let other = others.into_iter().find(|field| !self.cell(row, *field).1.is_empty())?;
            let title = cut(self.cell(row, other).1, limit(other)).0;
            if column.is_some() {
                self.report.note(row, column, ProblemKind::BlankTitle);
            }
            return Some(title);
        }
        Some(self.name(row, Field::Title))
    }

    /// The column of outcomes decides, then the meaning of the stage.
    fn stage_and_outcome(&mut self, row: usize) -> (crate::model::StageId, OutcomeKind) {
        let (stage_column, text) = self.cell(row, Field::Stage);
        let stage_is_blank = text.is_empty();
        let found = self.meanings.get(text).copied();
        let (word_column, word) = self.cell(row, Field::Outcome);
        let said = self.options.outcomes.get(word).copied();
        let is_unknown_word = said.is_none() && !word.is_empty();
        if is_unknown_word {
            self.report.note(row, word_column, ProblemKind::UnknownOutcome);
        }
        if found.is_none() {
            self.report.note(row, stage_column, ProblemKind::UnknownStage);
        }
        let blank = self.meanings.get("").copied().unwrap_or((self.closed_in, None));
        let (stage, meant) = found.unwrap_or(blank);
        let outcome = said.or(meant).unwrap_or(OutcomeKind::Open);
        let stage_is_known = found.is_some() && !stage_is_blank;
        let stage = if outcome == OutcomeKind::Open || stage_is_known { stage } else { self.closed_in };
        (stage, outcome)
    }

    fn date(&mut self, row: usize, field: Field) -> Option<When> {
        let (column, text) = self.cell(row, field);
        if text.is_empty() {
            return None;
        }
        let found = read_date(text, self.options.dates);
        if found.is_none() {
            self.report.note(row, column, ProblemKind::UnreadableDate);
        }
        found
    }

    fn day(&self, row: usize, field: Field) -> Option<Day> {
        read_day(self.cell(row, field).1, self.options.dates)
    }

    /// The moment, or the present with a note if it is still to come. A date stands in the middle of its day: a day of grace.
    fn not_later_than_now(
        &mut self,
        row: usize,
        at: Timestamp,
        field: Field,
        kind: ProblemKind,
    ) -> Timestamp {
        if at <= self.now.plus_days(1) {
            return at;
        }
        let column = self.cell(row, field).0;
        self.report.note(row, column, kind);
        self.now
    }

    fn closed(&mut self, row: usize, outcome: OutcomeKind, when: Option<When>) -> Option<Timestamp> {
        if outcome == OutcomeKind::Open {
            return None;
        }
        let Some(when) = when else {
            let column = self.cell(row, Field::Closed).0;
            self.report.note(row, column, ProblemKind::NoClosed);
            return Some(self.now);
        };
        Some(self.not_later_than_now(row, when.timestamp(), Field::Closed, ProblemKind::FutureClose))
    }

    fn created(&mut self, row: usize, closed: Option<Timestamp>) -> Timestamp {
        match self.date(row, Field::Created) {
            Some(when) => {
                self.not_later_than_now(row, when.timestamp(), Field::Created, ProblemKind::FutureCreated)
            }
            None => {
                let column = self.cell(row, Field::Created).0;
                self.report.note(row, column, ProblemKind::NoCreated);
                closed.unwrap_or(self.now)
            }
        }
    }

    fn value(&mut self, row: usize) -> i64 {
        let (column, text) = self.cell(row, Field::Value);
        if text.is_empty() {
            return 0;
        }
        let kind = if is_other(self.currency, self.cell(row, Field::Currency).1, text) {
            ProblemKind::OtherCurrency
        } else {
            match read_amount(text, self.options.decimal, self.currency) {
                Ok(minor) => return minor,
                Err(AmountError::Unreadable) => ProblemKind::UnreadableValue,
                Err(AmountError::Negative) => ProblemKind::NegativeValue,
                Err(AmountError::TooLarge) => ProblemKind::ValueTooLarge,
            }
        };
        self.report.note(row, column, kind);
        0
    }

    fn chance(&mut self, row: usize) -> Option<u8> {
        let (column, text) = self.cell(row, Field::Chance);
        if text.is_empty() {
            return None;
        }
        let number = text.trim_end_matches('%').trim_end().replace(',', ".").parse::<f64>().ok();
        let percent = number.map(|n| if self.fractions { n * 100.0 } else { n }.round());
        match percent.filter(|percent| (0.0..=100.0).contains(percent)) {
            Some(percent) => Some(percent as u8),
            None => {
                self.report.note(row, column, ProblemKind::UnreadableChance);
                None
            }
        }
    }
}
