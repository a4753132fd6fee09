//! From a table and decisions to records: row by row, so that a page can show progress, and as one command in the end.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::model::{
    Command, Currency, Deal, DealId, Ids, MAX_NAME, MAX_TEXT, OutcomeKind, Pipeline, PipelineId, Rank, Stage,
    StageId, Timestamp, Workspace,
};

use super::csv_fields::{Field, Mapping, is_own};
use super::csv_options::{Meaning, Options, PlanError, StageChoice, Target};
use super::csv_read::Table;

/// Something about a row that the user should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Problem {
    /// The row, from 0 below the header.
    pub row: usize,
    /// The column, where it is about one cell.
    pub column: Option<usize>,
    /// What it is.
    pub kind: ProblemKind,
}

/// What can be the matter with a row, and what was done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ProblemKind {
    /// Left out: all cells are empty.
    SkippedBlank,
    /// Left out: there is nothing to call the deal.
    SkippedUntitled,
    /// Left out: it is of another pipeline than was asked for.
    SkippedOtherPipeline,
    /// The row has more or fewer cells than the header; missing ones count as empty, surplus ones are left out.
    Ragged,
    /// The title's cell is empty: called after the product, company, reference or contact.
    BlankTitle,
    /// Cut to the longest text that is allowed.
    TooLong,
    /// No date in the order that was chosen; treated as missing.
    UnreadableDate,
    /// No amount with the decimal mark that was chosen; 0 was taken.
    UnreadableValue,
    /// Below zero; 0 was taken.
    NegativeValue,
    /// Above the largest value; 0 was taken.
    ValueTooLarge,
    /// In another currency than the pipeline; 0 was taken.
    OtherCurrency,
    /// No chance from 0 to 100 percent; the stage's counts.
    UnreadableChance,
    /// A word that was given no meaning; the stage decides.
    UnknownOutcome,
    /// A stage that was given no meaning; the meaning of the empty cell was taken.
    UnknownStage,
    /// Without a date of creation; the closing's or the present was taken.
    NoCreated,
    /// Created in the future; the present was taken.
    FutureCreated,
    /// Closed without a date; the present was taken.
    NoClosed,
    /// Closed in the future; the present was taken.
    FutureClose,
    /// Closed before it was created; both dates are kept.
    ClosedBeforeCreated,
}

/// How many problems are listed one by one. All of them are counted.
pub const LISTED: usize = 1_000;

/// What an import would bring.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Won deals.
    pub won: usize,
    /// Lost deals.
    pub lost: usize,
    /// Deals on the nurture list.
    pub nurture: usize,
    /// Open deals by stage, in the order of the ladder, without those that get none.
    pub open: Vec<OpenIn>,
    /// Rows that bring no deal.
    pub skipped: usize,
    /// How often each problem was met.
    pub counts: BTreeMap<ProblemKind, usize>,
    /// The first [`LISTED`] problems.
    pub problems: Vec<Problem>,
}

/// Open deals in one stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenIn {
    /// The stage.
    pub stage: StageId,
    /// Its name.
    pub name: String,
    /// How many.
    pub deals: usize,
}

impl Report {
    pub(super) fn note(&mut self, row: usize, column: Option<usize>, kind: ProblemKind) {
        *self.counts.entry(kind).or_default() += 1;
        if self.problems.len() < LISTED {
            self.problems.push(Problem { row, column, kind });
        }
    }
}

/// The records of an import, ready to be looked at and then applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The pipeline that the deals go to.
    pub target: PipelineId,
    /// That pipeline, if it is new.
    pub pipeline: Option<Pipeline>,
    /// The stages to make.
    pub stages: Vec<Stage>,
    /// The deals.
    pub deals: Vec<Deal>,
    /// What there is to say.
    pub report: Report,
}

impl Plan {
    /// The whole import as one command, and so as one step of undo.
    pub fn command(self) -> Command {
        let pipeline = self.pipeline.map(Command::AddPipeline);
        let stages = self.stages.into_iter().map(Command::AddStage);
        let deals = Command::ImportDeals(self.deals);
        Command::Batch(pipeline.into_iter().chain(stages).chain([deals]).collect())
    }
}

/// Works on an import some rows at a time.
pub struct Planner {
    pub(super) table: Arc<Table>,
    pub(super) columns: HashMap<Field, Vec<usize>>,
    pub(super) options: Options,
    pub(super) now: Timestamp,
    pub(super) target: PipelineId,
    pub(super) currency: Currency,
    /// What a text in the column of stages comes to: a stage, or an outcome in the stage of closed deals.
    pub(super) meanings: HashMap<String, (StageId, Option<OutcomeKind>)>,
    pub(super) closed_in: StageId,
    /// Whether chances are written as a fraction of 1.
    pub(super) fractions: bool,
    pub(super) report: Report,
    pipeline: Option<Pipeline>,
    stages: Vec<Stage>,
    /// The whole ladder as it will be.
    ladder: Vec<(StageId, String)>,
    /// The last rank of each column that has cards.
    last: HashMap<(StageId, OutcomeKind), Rank>,
    deals: Vec<Deal>,
    next: usize,
}

impl Planner {
    /// Gets ready: makes the pipeline and the stages that are to be new.
    ///
    /// # Errors
    /// A [`PlanError`] where the decisions do not fit the workspace.
    pub fn new(
        table: Arc<Table>,
        mapping: &Mapping,
        options: Options,
        workspace: &Workspace,
        ids: &mut dyn Ids,
        now: Timestamp,
    ) -> Result<Planner, PlanError> {
        let (target, currency, pipeline) = match &options.target {
            Target::Existing(id) => {
                (*id, workspace.get::<Pipeline>(*id).ok_or(PlanError::Unknown)?.currency, None)
            }
            Target::New { name, currency } => {
                let name: String = name.trim().chars().take(MAX_NAME).collect();
                if name.is_empty() {
                    return Err(PlanError::Blank);
                }
                let last = workspace.pipelines().last().map(|p| p.rank.clone());
                let rank = Rank::between(last.as_ref(), None).ok_or(PlanError::ColumnFull)?;
                let id = PipelineId(ids.next());
                (id, *currency, Some(Pipeline::new(id, rank, name, *currency)))
            }
        };
        let ladder = workspace.ladder(target);
        let stages = make_stages(&options, target, ladder.last().map(|stage| &stage.rank), ids)?;
        let ladder: Vec<(StageId, String)> = ladder
            .iter()
            .map(|stage| (stage.id, stage.name.clone()))
            .chain(stages.iter().map(|stage| (stage.id, stage.name.clone())))
            .collect();
        let find = |choice: &StageChoice| match choice {
            StageChoice::Existing(id) => ladder.iter().find(|(other, _)| other == id).map(|(id, _)| *id),
            StageChoice::New(name) => stages.iter().find(|s| s.name == label(name)).map(|s| s.id),
        };
        let closed_in = find(&options.closed_in).ok_or(PlanError::Unknown)?;
        let mut meanings = HashMap::new();
        for (text, meaning) in &options.stages {
            let found = match meaning {
                Meaning::Stage(choice) => (find(choice).ok_or(PlanError::Unknown)?, None),
                Meaning::Won => (closed_in, Some(OutcomeKind::Won)),
                Meaning::Lost => (closed_in, Some(OutcomeKind::Lost)),
            };
            meanings.insert(text.clone(), found);
        }
        let mut last = HashMap::new();
        for (stage, _) in &ladder {
            for outcome in OutcomeKind::ALL {
                let deal = workspace.column(*stage, outcome).next_back();
                if let Some(deal) = deal.and_then(|id| workspace.get::<Deal>(id)) {
                    last.insert((*stage, outcome), deal.rank.clone());
                }
            }
        }
        let columns: HashMap<Field, Vec<usize>> =
            Field::ALL.into_iter().map(|field| (field, mapping.columns(field).collect())).collect();
        let fractions = !is_own(&table) && has_fractions(&table, mapping);
        let deals = Vec::with_capacity(table.len());
        Ok(Planner {
            table,
            columns,
            options,
            now,
            target,
            currency,
            meanings,
            closed_in,
            fractions,
            report: Report::default(),
            pipeline,
            stages,
            ladder,
            last,
            deals,
            next: 0,
        })
    }

    /// How many rows there are.
    pub fn total(&self) -> usize {
        self.table.len()
    }

    /// Works on up to so many more rows; gives how many are done in all.
    pub fn step(&mut self, rows: usize, ids: &mut dyn Ids) -> usize {
        let end = self.next.saturating_add(rows).min(self.table.len());
        for row in self.next..end {
            match self.deal(row, ids) {
                Ok(deal) => self.deals.push(deal),
                Err(kind) => {
                    self.report.skipped += 1;
                    self.report.note(row, None, kind);
                }
            }
        }
        self.next = end;
        end
    }

    /// Works on all rows that are left, and gives each deal its place behind the cards that are there.
    ///
    /// # Errors
    /// [`PlanError::ColumnFull`].
    pub fn finish(mut self, ids: &mut dyn Ids) -> Result<Plan, PlanError> {
        self.step(usize::MAX, ids);
        let mut columns: HashMap<(StageId, OutcomeKind), Vec<&mut Deal>> = HashMap::new();
        for deal in &mut self.deals {
            columns.entry((deal.stage, deal.outcome.kind())).or_default().push(deal);
        }
        let mut open: HashMap<StageId, usize> = HashMap::new();
        for (column, deals) in columns {
            match column.1 {
                OutcomeKind::Won => self.report.won += deals.len(),
                OutcomeKind::Lost => self.report.lost += deals.len(),
                OutcomeKind::Nurture => self.report.nurture += deals.len(),
                OutcomeKind::Open => *open.entry(column.0).or_default() += deals.len(),
            }
            let ranks = Rank::spread(self.last.get(&column), deals.len()).ok_or(PlanError::ColumnFull)?;
            for (deal, rank) in deals.into_iter().zip(ranks) {
                deal.rank = rank;
            }
        }
        self.report.open = self
            .ladder
            .into_iter()
            .filter_map(|(stage, name)| Some(OpenIn { stage, name, deals: *open.get(&stage)? }))
            .collect();
        Ok(Plan {
            target: self.target,
            pipeline: self.pipeline,
            stages: self.stages,
            deals: self.deals,
            report: self.report,
        })
    }

    pub(super) fn mint(ids: &mut dyn Ids) -> DealId {
        DealId(ids.next())
    }
}

/// A whole import at once; see [`Planner`] for one in steps.
///
/// # Errors
/// A [`PlanError`] where the decisions do not fit the workspace, or the deals not in it.
pub fn plan(
    table: Arc<Table>,
    mapping: &Mapping,
    options: Options,
    workspace: &Workspace,
    ids: &mut dyn Ids,
    now: Timestamp,
) -> Result<Plan, PlanError> {
    Planner::new(table, mapping, options, workspace, ids, now)?.finish(ids)
}

/// The longest text that fits a field, and whether something was cut off.
pub(super) fn cut(text: &str, longest: usize) -> (String, bool) {
    match text.char_indices().nth(longest) {
        Some((end, _)) => (text.get(..end).unwrap_or(text).trim_end().to_owned(), true),
        None => (text.to_owned(), false),
    }
}

/// The longest name or text of a field.
pub(super) fn limit(field: Field) -> usize {
    if field == Field::Notes { MAX_TEXT } else { MAX_NAME }
}

fn label(name: &str) -> String {
    cut(name.trim(), MAX_NAME).0
}

/// The new stages in order, then those that are only named where a text is given its meaning.
fn make_stages(
    options: &Options,
    pipeline: PipelineId,
    after: Option<&Rank>,
    ids: &mut dyn Ids,
) -> Result<Vec<Stage>, PlanError> {
    let mut wanted: Vec<(String, u8)> = Vec::new();
    let listed = options.new_stages.iter().map(|stage| (label(&stage.name), stage.chance.min(100)));
    let chosen = options.stages.values().filter_map(|meaning| match meaning {
        Meaning::Stage(choice) => Some(choice),
        _ => None,
    });
    let last_chance = options.new_stages.last().map_or(50, |stage| stage.chance.min(100));
    let named = chosen.chain([&options.closed_in]).filter_map(|choice| match choice {
        StageChoice::New(name) => Some((label(name), last_chance)),
        StageChoice::Existing(_) => None,
    });
    for (name, chance) in listed.chain(named) {
        if name.is_empty() {
            return Err(PlanError::Blank);
        }
        if !wanted.iter().any(|(other, _)| *other == name) {
            wanted.push((name, chance));
        }
    }
    let ranks = Rank::spread(after, wanted.len()).ok_or(PlanError::ColumnFull)?;
    let stage =
        |((name, chance), rank)| Stage { chance, ..Stage::new(StageId(ids.next()), pipeline, rank, name) };
    Ok(wanted.into_iter().zip(ranks).map(stage).collect())
}

/// Whether the column of chances counts to 1: nothing is above it and something lies between.
fn has_fractions(table: &Table, mapping: &Mapping) -> bool {
    let mut between = false;
    for column in mapping.columns(Field::Chance) {
        for cell in table.column(column) {
            match cell.replace(',', ".").parse::<f64>() {
                Ok(number) if number > 1.0 => return false,
                Ok(number) => between |= number > 0.0 && number < 1.0,
                Err(_) if cell.is_empty() => {}
                Err(_) => return false,
            }
        }
    }
    between
}

#[cfg(test)]
mod tests;
