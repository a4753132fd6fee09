//! From an event log and decisions to records: a new pipeline, its stages, and a deal for each case with the whole of its history.

use std::collections::HashMap;

use crate::model::{
    Command, Deal, DealId, Event, Happened, Ids, MAX_NAME, Outcome, OutcomeKind, Pipeline, PipelineId, Rank,
    Stage, StageId, Story, Timestamp, Workspace,
};

use super::csv_options::with_chances;
use super::csv_plan::cut;
use super::csv_read::Table;
use super::log_fields::{LogField, LogMapping};
use super::log_options::{Becomes, Ending, LogError, LogOptions, code_column, stage_name};
use super::log_read::{Log, LogEvent, LogProblemKind, LogProblems, cell};
use super::values::{is_other, read_amount};

/// What a log would bring.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LogReport {
    /// Open deals by stage, in the order of the ladder, without stages that hold none.
    pub open: Vec<(String, usize)>,
    /// Won deals.
    pub won: usize,
    /// Lost deals.
    pub lost: usize,
    /// Deals on the nurture list.
    pub nurture: usize,
    /// Events that come in.
    pub events: usize,
    /// What there is to say about the cases; what there is about the rows is in the [`Log`].
    pub problems: LogProblems,
}

/// The records, ready to be looked at and then applied.
#[derive(Debug, Clone, PartialEq)]
pub struct LogPlan {
    /// The new pipeline.
    pub pipeline: Pipeline,
    /// Its stages in order.
    pub stages: Vec<Stage>,
    /// The deals, in the order in which their cases appear.
    pub deals: Vec<Deal>,
    /// What there is to say.
    pub report: LogReport,
}

impl LogPlan {
    /// All of it as one command, and so as one step of undo.
    pub fn command(self) -> Command {
        let stages = self.stages.into_iter().map(Command::AddStage);
        let deals = [Command::ImportDeals(self.deals)];
        Command::Batch([Command::AddPipeline(self.pipeline)].into_iter().chain(stages).chain(deals).collect())
    }
}

/// Makes the records. An event of the stage that a deal is in stays in its history as a move to the same stage: no new visit, but
/// told. An event behind a closing re-opens the deal. The resource of a case's last event that names one is the owner.
///
/// # Errors
/// A [`LogError`] where the decisions make no pipeline.
pub fn plan(
    log: &Log,
    table: &Table,
    mapping: &LogMapping,
    options: &LogOptions,
    workspace: &Workspace,
    ids: &mut dyn Ids,
) -> Result<LogPlan, LogError> {
    let name = cut(options.name.trim(), MAX_NAME).0;
    if name.is_empty() {
        return Err(LogError::Blank);
    }
    let last = workspace.pipelines().last().map(|pipeline| pipeline.rank.clone());
    let rank = Rank::between(last.as_ref(), None).ok_or(LogError::ColumnFull)?;
    let pipeline = Pipeline::new(PipelineId(ids.next()), rank, name, options.currency);
    let ranks = Rank::spread(None, options.stages.len()).ok_or(LogError::ColumnFull)?;
    let stages: Vec<Stage> = with_chances(options.stages.clone(), None)
        .into_iter()
        .zip(ranks)
        .map(|(new, rank)| Stage {
            chance: new.chance,
            ..Stage::new(StageId(ids.next()), pipeline.id, rank, stage_name(&new.name))
        })
        .collect();
    let first = stages.first().map(|stage| stage.id).ok_or(LogError::NoStage)?;
    let by_name: HashMap<&str, StageId> =
        options.stages.iter().map(String::as_str).zip(stages.iter().map(|stage| stage.id)).collect();
    let meanings = log
        .activities
        .iter()
        .map(|activity| match options.becomes.get(&activity.name) {
            Some(Becomes::Stage(name)) => by_name.get(name.as_str()).copied().map(Meant::Enters),
            Some(Becomes::Won) => Some(Meant::Closes(OutcomeKind::Won)),
            Some(Becomes::Lost) => Some(Meant::Closes(OutcomeKind::Lost)),
            Some(Becomes::Nurture) => Some(Meant::Closes(OutcomeKind::Nurture)),
            Some(Becomes::LeftOut) | None => None,
        })
        .collect();
    let code = code_column(table);
    let mut maker =
        Maker { log, table, mapping, options, first, meanings, code, report: LogReport::default() };
    let mut deals: Vec<Deal> = Vec::with_capacity(log.cases.len());
    for events in log.events.chunk_by(|a, b| a.case == b.case) {
        deals.extend(maker.deal(events, pipeline.id, ids));
    }
    let mut report = maker.report;
    place(&mut deals, &stages, &mut report)?;
    Ok(LogPlan { pipeline, stages, deals, report })
}

/// Gives each deal its place in its column, and counts them.
fn place(deals: &mut [Deal], stages: &[Stage], report: &mut LogReport) -> Result<(), LogError> {
    let mut columns: HashMap<(StageId, OutcomeKind), Vec<&mut Deal>> = HashMap::new();
    for deal in deals {
        columns.entry((deal.stage, deal.outcome.kind())).or_default().push(deal);
    }
    let mut open: HashMap<StageId, usize> = HashMap::new();
    for ((stage, outcome), deals) in columns {
        let count = deals.len();
        match outcome {
            OutcomeKind::Won => report.won += count,
            OutcomeKind::Lost => report.lost += count,
            OutcomeKind::Nurture => report.nurture += count,
            OutcomeKind::Open => *open.entry(stage).or_default() += count,
        }
        let ranks = Rank::spread(None, count).ok_or(LogError::ColumnFull)?;
        for (deal, rank) in deals.into_iter().zip(ranks) {
            deal.rank = rank;
        }
    }
    let counted = |stage: &Stage| Some((stage.name.clone(), *open.get(&stage.id)?));
    report.open = stages.iter().filter_map(counted).collect();
    Ok(())
}

/// What an activity does to a deal.
#[derive(Clone, Copy)]
enum Meant {
    Enters(StageId),
    Closes(OutcomeKind),
}

struct Maker<'a> {
    log: &'a Log,
    table: &'a Table,
    mapping: &'a LogMapping,
    options: &'a LogOptions,
    first: StageId,
    meanings: Vec<Option<Meant>>,
    /// The column of currency codes.
    code: Option<usize>,
    report: LogReport,
}

/// A history that grows.
struct Way {
    history: Vec<Event>,
    stage: StageId,
    outcome: Outcome,
}

impl Way {
    fn push(&mut self, at: Timestamp, what: Happened) {
        self.history.push(Event { at, what });
    }

    fn reopen(&mut self, at: Timestamp) {
        if self.outcome != Outcome::Open {
            self.push(at, Happened::Reopened);
            self.outcome = Outcome::Open;
        }
    }

    fn enter(&mut self, at: Timestamp, to: StageId) {
        let from = self.stage;
        self.stage = to;
        if self.history.is_empty() {
            self.push(at, Happened::Created { stage: to });
        } else if self.outcome == Outcome::Open {
            self.push(at, Happened::Moved { from, to });
        } else {
            self.reopen(at);
            if from != to {
                self.push(at, Happened::Moved { from, to });
            }
        }
    }

    fn close(&mut self, at: Timestamp, how: OutcomeKind, reason: String) {
        self.reopen(at);
        let (what, outcome) = match how {
            OutcomeKind::Won => (Happened::Won, Outcome::Won { at }),
            OutcomeKind::Lost => (Happened::Lost { reason: reason.clone() }, Outcome::Lost { at, reason }),
            OutcomeKind::Nurture => (
                Happened::Nurtured { reason: reason.clone(), until: None },
                Outcome::Nurture { since: at, until: None, reason },
            ),
            OutcomeKind::Open => return,
        };
        self.push(at, what);
        self.outcome = outcome;
    }
}

impl<'a> Maker<'a> {
    /// The deal of a case, its rank still to be set; `None` if all its events are left out.
    fn deal(&mut self, events: &[LogEvent], pipeline: PipelineId, ids: &mut dyn Ids) -> Option<Deal> {
        let (start, end) = (events.first()?, events.last()?);
        let mut way =
            Way { history: Vec::with_capacity(events.len()), stage: self.first, outcome: Outcome::Open };
        let mut last = start.at;
        for event in events {
            let Some(meant) = self.meanings.get(event.activity).copied().flatten() else { continue };
            match meant {
                Meant::Enters(stage) => way.enter(event.at, stage),
                Meant::Closes(how) if way.outcome.kind() == how => {
                    self.report.problems.note(event.row, LogProblemKind::ClosedAlready);
                    continue;
                }
                Meant::Closes(how) => {
                    if way.history.is_empty() {
                        self.report.problems.note(event.row, LogProblemKind::ClosedFirst);
                        way.enter(event.at, self.first);
                    }
                    let reason = match how {
                        OutcomeKind::Lost | OutcomeKind::Nurture => self.reason(event.row),
                        _ => String::new(),
                    };
                    way.close(event.at, how, reason);
                }
            }
            last = event.at;
            self.report.events += 1;
        }
        let Some(created) = way.history.first().map(|event| event.at) else {
            self.report.problems.note(start.row, LogProblemKind::EmptyCase);
            return None;
        };
        if way.outcome == Outcome::Open {
            match self.options.ending {
                Ending::Open => {}
                Ending::Won => way.close(last, OutcomeKind::Won, String::new()),
                Ending::Lost => {
                    let reason = self.reason(end.row);
                    way.close(last, OutcomeKind::Lost, reason);
                }
            }
        }
        let case = self.log.cases.get(start.case).map(String::as_str).unwrap_or_default();
        let reference = self.name(start.row, case);
        let title = match self.said(events.iter(), LogField::Title) {
            Some((row, title)) => self.name(row, title),
            None => reference.clone(),
        };
        let company = self.said(events.iter(), LogField::Company);
        let owner = self.said(events.iter().rev(), LogField::Resource);
        let value = self.said(events.iter().rev(), LogField::Value);
        Some(Deal {
            id: DealId(ids.next()),
            pipeline,
            stage: way.stage,
            rank: Rank::middle(),
            title,
            company: company.map(|(row, text)| self.name(row, text)).unwrap_or_default(),
            contact: String::new(),
            owner: owner.map(|(row, text)| self.name(row, text)).unwrap_or_default(),
            value: value.map_or(0, |(row, text)| self.value(row, text)),
            source: String::new(),
            product: String::new(),
            reference,
            expected: None,
            chance: None,
            notes: String::new(),
            outcome: way.outcome,
            story: Story::default(),
            created,
            history: way.history,
        })
    }

    /// The first text of a field in these events, with its row.
    fn said<'e>(
        &self,
        mut events: impl Iterator<Item = &'e LogEvent>,
        field: LogField,
    ) -> Option<(usize, &'a str)> {
        if !self.mapping.has(field) {
            return None;
        }
        events.find_map(|event| {
            let text = cell(self.table, self.mapping, event.row, field);
            (!text.is_empty()).then_some((event.row, text))
        })
    }

    fn reason(&mut self, row: usize) -> String {
        let text = cell(self.table, self.mapping, row, LogField::Reason);
        self.name(row, text)
    }

    fn name(&mut self, row: usize, text: &str) -> String {
        let (text, was_cut) = cut(text, MAX_NAME);
        if was_cut {
            self.report.problems.note(row, LogProblemKind::TooLong);
        }
        text
    }

    fn value(&mut self, row: usize, text: &str) -> i64 {
        let cell = self.code.map_or("", |column| self.table.cell(row, column));
        if is_other(self.options.currency, cell, text) {
            self.report.problems.note(row, LogProblemKind::OtherCurrency);
            return 0;
        }
        read_amount(text, self.options.decimal, self.options.currency).unwrap_or_else(|_| {
            self.report.problems.note(row, LogProblemKind::UnreadableValue);
            0
        })
    }
}

#[cfg(test)]
mod tests;
