//! What the user decides about an import, with a suggestion for each decision.

use std::collections::BTreeMap;

use crate::model::{Currency, MAX_NAME, OutcomeKind, Pipeline, PipelineId, Stage, StageId, Workspace};

use super::csv_fields::{Field, Mapping, dates, decimals, outcome_of};
use super::csv_read::Table;
use super::values::{DateOrder, DecimalMark, currencies_beside, currencies_named};

/// More different texts than this are no stages.
pub const MAX_STAGES: usize = 60;

/// Why there can be no import as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanError {
    /// The pipeline, or a stage that was chosen in it, is not there.
    Unknown,
    /// The column of stages has that many different texts, more than [`MAX_STAGES`]: it is another column.
    TooManyStages(usize),
    /// The new pipeline's name is blank.
    Blank,
    /// There is no room for so many cards behind those that are there.
    ColumnFull,
}

/// Where the deals go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A pipeline of their own.
    New {
        /// Its name; not blank.
        name: String,
        /// The currency of all values.
        currency: Currency,
    },
    /// One that is there.
    Existing(PipelineId),
}

/// A stage to put deals in.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StageChoice {
    /// One of the pipeline.
    Existing(StageId),
    /// One of [`Options::new_stages`], by its name; one that is not among them comes behind them.
    New(String),
}

/// What a text in the column of stages means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// The deal is in that stage.
    Stage(StageChoice),
    /// The deal is won; the stage is not known.
    Won,
    /// The deal is lost; the stage is not known.
    Lost,
}

/// A stage that the import makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStage {
    /// Its name.
    pub name: String,
    /// Its chance in percent.
    pub chance: u8,
}

/// Everything that is decided about an import.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Where the deals go.
    pub target: Target,
    /// Take only the rows with this text in the column [`Field::Pipeline`]; `None` for all.
    pub only_pipeline: Option<String>,
    /// The stages to make, in order; in an existing pipeline they come behind its own.
    pub new_stages: Vec<NewStage>,
    /// The meaning of each text in the column of stages; `""` is the empty cell.
    pub stages: BTreeMap<String, Meaning>,
    /// The meaning of each text in the column of outcomes.
    pub outcomes: BTreeMap<String, OutcomeKind>,
    /// In which stage closed deals stood of which the stage is not known.
    pub closed_in: StageChoice,
    /// The order of day, month and year.
    pub dates: DateOrder,
    /// The decimal mark.
    pub decimal: DecimalMark,
}

/// What has to be known before anything can be suggested.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// Where the deals go.
    pub target: Target,
    /// Take only the rows of this pipeline of the file.
    pub only_pipeline: Option<String>,
    /// What a stage is called if one has to be made and the file names none.
    pub first_stage: String,
}

impl Options {
    /// The likely decisions: stages by their names, words for won and lost as such, other texts as new stages in their usual order.
    ///
    /// # Errors
    /// [`PlanError::Unknown`], [`PlanError::TooManyStages`].
    pub fn suggest(
        table: &Table,
        mapping: &Mapping,
        workspace: &Workspace,
        start: Start,
    ) -> Result<Options, PlanError> {
        let ladder = match start.target {
            Target::New { .. } => Vec::new(),
            Target::Existing(id) => {
                workspace.get::<Pipeline>(id).ok_or(PlanError::Unknown)?;
                workspace.ladder(id).into_iter().map(|stage| Stage::clone(stage)).collect()
            }
        };
        let only = start.only_pipeline.as_deref();
        let found = stage_texts(table, mapping, only)?;
        let mut new_stages: Vec<String> = Vec::new();
        let mut stages = BTreeMap::new();
        for (text, seen_open) in found.iter().filter(|(text, _)| !text.is_empty()) {
            let meaning = match (named(&ladder, text), outcome_of(text)) {
                (Some(id), _) => Meaning::Stage(StageChoice::Existing(id)),
                (None, Some(OutcomeKind::Won)) if !seen_open => Meaning::Won,
                (None, Some(OutcomeKind::Lost)) if !seen_open => Meaning::Lost,
                _ => Meaning::Stage(match alike(&ladder, text) {
                    Some(id) => StageChoice::Existing(id),
                    None => StageChoice::New(add(&mut new_stages, text)),
                }),
            };
            stages.insert((*text).to_owned(), meaning);
        }
        sort_stages(&mut new_stages);
        if ladder.is_empty() && new_stages.is_empty() {
            new_stages.push(start.first_stage);
        }
        let first = match (ladder.first(), new_stages.first()) {
            (Some(stage), _) => StageChoice::Existing(stage.id),
            (None, name) => StageChoice::New(name.cloned().unwrap_or_default()),
        };
        let named_last = ladder
            .iter()
            .rev()
            .find(|stage| stages.values().any(|m| *m == Meaning::Stage(StageChoice::Existing(stage.id))));
        let closed_in = match (new_stages.last(), named_last.or(ladder.last())) {
            (Some(name), _) => StageChoice::New(name.clone()),
            (None, Some(stage)) => StageChoice::Existing(stage.id),
            (None, None) => first.clone(),
        };
        stages.insert(String::new(), Meaning::Stage(first));
        let outcomes = mapping
            .distinct(table, Field::Outcome)
            .into_iter()
            .filter_map(|(word, _)| Some((word.to_owned(), outcome_of(word)?)))
            .collect();
        let floor = ladder.last().map(|stage| stage.chance);
        Ok(Options {
            target: start.target,
            only_pipeline: start.only_pipeline,
            new_stages: with_chances(new_stages, floor),
            stages,
            outcomes,
            closed_in,
            dates: dates(table, mapping).order,
            decimal: decimals(table, mapping).mark,
        })
    }

    /// Gives the new stages chances that rise evenly in their order, as after the user has reordered them.
    pub fn spread_chances(&mut self) {
        let names = std::mem::take(&mut self.new_stages).into_iter().map(|stage| stage.name).collect();
        self.new_stages = with_chances(names, None);
    }
}

/// The currency that the file names for all its values, by code, name or sign.
pub fn currency_of(table: &Table, mapping: &Mapping) -> Option<Currency> {
    let likeliest = |found: Vec<Currency>| found.first().copied();
    let cells = mapping.distinct(table, Field::Currency).into_iter();
    let mut codes = cells.filter_map(|(cell, _)| likeliest(currencies_named(cell)));
    match codes.next() {
        // The same currency may be named in two ways.
        Some(first) => codes.all(|code| code == first).then_some(first),
        None => (0..table.len().min(50))
            .find_map(|row| likeliest(currencies_beside(mapping.text(table, row, Field::Value)))),
    }
}

/// The names of the pipelines in the file, in the order of their appearance, each with its number of rows.
pub fn pipelines_of<'a>(table: &'a Table, mapping: &Mapping) -> Vec<(&'a str, usize)> {
    mapping.distinct(table, Field::Pipeline).into_iter().filter(|(name, _)| !name.is_empty()).collect()
}

/// The texts in the column of stages in the order of their appearance, each with whether a row with it says that it is open.
fn stage_texts<'a>(
    table: &'a Table,
    mapping: &Mapping,
    only: Option<&str>,
) -> Result<Vec<(&'a str, bool)>, PlanError> {
    let mut places = std::collections::HashMap::new();
    let mut found: Vec<(&str, bool)> = Vec::new();
    for row in 0..table.len() {
        if only.is_some_and(|name| mapping.text(table, row, Field::Pipeline) != name) {
            continue;
        }
        let text = mapping.text(table, row, Field::Stage);
        let is_open = || outcome_of(mapping.text(table, row, Field::Outcome)) == Some(OutcomeKind::Open);
        let place = *places.entry(text).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, open)) => *open = *open || is_open(),
            None => found.push((text, is_open())),
        }
    }
    if found.len() > MAX_STAGES { Err(PlanError::TooManyStages(found.len())) } else { Ok(found) }
}

fn named(ladder: &[Stage], text: &str) -> Option<StageId> {
    ladder.iter().find(|stage| stage.name.trim().to_lowercase() == text.to_lowercase()).map(|stage| stage.id)
}

/// The one stage of the ladder that does the same work in the usual order of stages.
fn alike(ladder: &[Stage], text: &str) -> Option<StageId> {
    let place = usual_place(text)?;
    let mut found = ladder.iter().filter(|stage| usual_place(&stage.name) == Some(place));
    match (found.next(), found.next()) {
        (Some(stage), None) => Some(stage.id),
        _ => None,
    }
}

/// Adds the name unless it is there in other letters; gives the one that is there now.
fn add(names: &mut Vec<String>, text: &str) -> String {
    let name: String = text.chars().take(MAX_NAME).collect();
    match names.iter().find(|other| other.to_lowercase() == name.to_lowercase()) {
        Some(other) => other.clone(),
        None => {
            names.push(name.clone());
            name
        }
    }
}

/// By leading number if all have one; else the known ones by their usual place, then the others as they came.
fn sort_stages(names: &mut [String]) {
    let number = |name: &String| -> Option<u32> {
        let end = name.find(|c: char| !c.is_ascii_digit()).unwrap_or(name.len());
        name.get(..end)?.parse().ok()
    };
    if names.iter().all(|name| number(name).is_some()) {
        names.sort_by_key(number);
    } else {
        names.sort_by_key(|name| usual_place(name).unwrap_or(u8::MAX));
    }
}

/// Where a stage of that name usually stands.
fn usual_place(name: &str) -> Option<u8> {
    // Longer marks first where a shorter one is part of another name: a value proposition comes before the proposal.
    const PLACES: [(&str, u8); 27] = [
        ("value prop", 3),
        ("prospect", 0),
        ("lead", 0),
        ("new", 0),
        ("inbound", 0),
        ("contact", 1),
        ("qualif", 2),
        ("engag", 2),
        ("discover", 3),
        ("need", 3),
        ("appointment", 3),
        ("meeting", 3),
        ("demo", 3),
        ("present", 3),
        ("trial", 3),
        ("decision", 4),
        ("percept", 4),
        ("propos", 4),
        ("offer", 4),
        ("quot", 4),
        ("negoti", 5),
        ("verbal", 6),
        ("commit", 6),
        ("contract", 6),
        ("clos", 6),
        ("sign", 6),
        ("onboard", 7),
    ];
    let name = name.to_lowercase();
    PLACES.iter().find(|(mark, _)| name.contains(mark)).map(|(_, place)| *place)
}

/// Chances that rise evenly, in steps of five percent; behind stages that are there, the chance of the last of them.
pub(super) fn with_chances(names: Vec<String>, floor: Option<u8>) -> Vec<NewStage> {
    let steps = names.len() + 1;
    let rising = |place: usize| u8::try_from((place + 1) * 20 / steps * 5).unwrap_or(95).clamp(5, 95);
    names
        .into_iter()
        .enumerate()
        .map(|(place, name)| NewStage { name, chance: floor.unwrap_or_else(|| rising(place)) })
        .collect()
}
