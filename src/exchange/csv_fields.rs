//! Which column holds what: the names that other programs give their columns, and the words that they use for outcomes.

use crate::model::OutcomeKind;

use super::csv_read::Table;
use super::csv_write::HEADER;
use super::values::{DateGuess, DateOrder, DecimalGuess, DecimalMark, guess_decimal, guess_order};

/// What a column of a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// The deal's title.
    Title,
    /// The company.
    Company,
    /// The contact.
    Contact,
    /// The owner.
    Owner,
    /// The pipeline's name; rows of other pipelines can be left out.
    Pipeline,
    /// The stage, or in many programs a word for won or lost.
    Stage,
    /// A word for open, won or lost.
    Outcome,
    /// The value.
    Value,
    /// The code of the value's currency.
    Currency,
    /// When the deal came to be.
    Created,
    /// When it was closed; of an open deal, when it is expected to.
    Closed,
    /// When it is expected to close.
    Expected,
    /// The lead source.
    Source,
    /// The product.
    Product,
    /// Its id in the other program.
    Reference,
    /// Why it was lost.
    LossReason,
    /// Free text.
    Notes,
    /// The chance in percent, or as a fraction of 1.
    Chance,
    /// Nothing that is wanted.
    Ignore,
}

impl Field {
    /// All of them, in the order in which to offer them.
    pub const ALL: [Field; 19] = [
        Field::Ignore,
        Field::Title,
        Field::Company,
        Field::Contact,
        Field::Owner,
        Field::Pipeline,
        Field::Stage,
        Field::Outcome,
        Field::Value,
        Field::Currency,
        Field::Created,
        Field::Closed,
        Field::Expected,
        Field::Source,
        Field::Product,
        Field::Reference,
        Field::LossReason,
        Field::Notes,
        Field::Chance,
    ];
}

/// The field of each column. Where several columns have one field, the first that is not empty in a row counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// One field for each column of the header.
    pub fields: Vec<Field>,
}

impl Mapping {
    /// The columns of a field, from the left.
    pub fn columns(&self, field: Field) -> impl Iterator<Item = usize> {
        self.fields.iter().enumerate().filter(move |(_, other)| **other == field).map(|(column, _)| column)
    }

    /// Whether any column has that field.
    pub fn has(&self, field: Field) -> bool {
        self.fields.contains(&field)
    }

    /// The trimmed text of a field in a row; empty if no column has it or all of them are empty there.
    pub fn text<'a>(&self, table: &'a Table, row: usize, field: Field) -> &'a str {
        self.columns(field).map(|column| table.cell(row, column).trim()).find(|t| !t.is_empty()).unwrap_or("")
    }

    /// The different texts of a field in the order of their first appearance, each with its number of rows.
    pub fn distinct<'a>(&self, table: &'a Table, field: Field) -> Vec<(&'a str, usize)> {
        let mut places = std::collections::HashMap::new();
        let mut found: Vec<(&str, usize)> = Vec::new();
        for row in 0..table.len() {
            let text = self.text(table, row, field);
            let place = *places.entry(text).or_insert(found.len());
            match found.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => found.push((text, 1)),
            }
        }
        found
    }
}

/// Names that programs give to columns, without case, spaces and punctuation; the likeliest first. Pipedrive writes "Deal - "
/// before its names, which is taken off.
const NAMES: [(Field, &[&str]); 18] = [
    (
        Field::Title,
        &["title", "dealname", "dealtitle", "opportunityname", "opportunity", "name", "deal", "subject"],
    ),
    (
        Field::Stage,
        &[
            "stage",
            "dealstage",
            "stagename",
            "pipelinestage",
            "salesstage",
            "stageid",
            "phase",
            "opportunitystage",
        ],
    ),
    (Field::Outcome, &["outcome", "dealstatus", "status", "wonstatus", "wonlost", "result", "state"]),
    (Field::Pipeline, &["pipeline", "dealpipeline", "pipelinename"]),
    (
        Field::Company,
        &[
            "company",
            "companyname",
            "organization",
            "organisation",
            "organizationname",
            "account",
            "accountname",
            "associatedcompany",
            "customer",
            "customername",
            "client",
            "clientname",
            "partnername",
            "partner",
            "partnerid",
        ],
    ),
    (
        Field::Contact,
        &["contact", "contactperson", "contactname", "associatedcontact", "primarycontact", "person"],
    ),
    (
        Field::Owner,
        &[
            "owner",
            "dealowner",
            "opportunityowner",
            "ownername",
            "salesagent",
            "salesperson",
            "salesrep",
            "assignedto",
            "assignee",
            "rep",
            "agent",
            "seller",
            "responsible",
            "user",
            "userid",
            "ownerid",
        ],
    ),
    (
        Field::Value,
        &[
            "value",
            "amount",
            "dealvalue",
            "dealamount",
            "closevalue",
            "opportunityamount",
            "totalvalue",
            "contractvalue",
            "expecteddealvalue",
            "revenue",
            "worth",
            "price",
            "expectedrevenue",
        ],
    ),
    (
        Field::Currency,
        &["currency", "currencyofvalue", "currencyisocode", "dealcurrency", "amountcurrency", "currencyid"],
    ),
    (
        Field::Created,
        &[
            "created",
            "dealcreated",
            "createdate",
            "createddate",
            "createdat",
            "createdon",
            "datecreated",
            "creationdate",
            "engagedate",
            "opendate",
            "dateadded",
            "addtime",
            "creation",
            "startdate",
        ],
    ),
    (
        Field::Closed,
        &["closed", "closedate", "closeddate", "closedat", "closedon", "dateclosed", "closingdate"],
    ),
    (
        Field::Expected,
        &[
            "expectedclose",
            "expectedclosedate",
            "expectedclosingdate",
            "expectedclosing",
            "expectedclosuredate",
            "estimatedclosedate",
            "targetclosedate",
            "datedeadline",
            "deadline",
            "forecastdate",
        ],
    ),
    (
        Field::Source,
        &[
            "source",
            "leadsource",
            "sourcechannel",
            "dealsource",
            "originaltrafficsource",
            "originalsource",
            "sourceid",
            "channel",
        ],
    ),
    (Field::Product, &["product", "productname", "products", "item", "service"]),
    (Field::Reference, &["reference", "opportunityid", "dealid", "recordid", "externalid", "id"]),
    (
        Field::LossReason,
        &["lossreason", "lostreason", "closedlostreason", "lostreasonid", "reasonlost", "reasonforloss"],
    ),
    (
        Field::Notes,
        &["notes", "note", "description", "comments", "comment", "internalnotes", "dealdescription"],
    ),
    (Field::Chance, &["chance", "probability", "dealprobability", "winprobability"]),
];

/// Pipedrive keeps the day of closing in a column for each outcome: all of them are read.
const CLOSINGS: [&str; 3] = ["wontime", "losttime", "dealclosedon"];

fn normal(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether the table has the header that the program itself writes; then nothing has to be guessed.
pub fn is_own(table: &Table) -> bool {
    table.header == HEADER
}

/// The likely field of each column. Of two columns with the same name the first is taken.
pub fn suggest(table: &Table) -> Mapping {
    let names: Vec<String> = table
        .header
        .iter()
        .map(|name| {
            let start = name.get(..7).filter(|start| start.eq_ignore_ascii_case("deal - "));
            normal(start.map_or(name, |_| name.get(7..).unwrap_or(name)))
        })
        .collect();
    let mut mapping = Mapping { fields: vec![Field::Ignore; names.len()] };
    for (field, known) in NAMES {
        let column = known.iter().find_map(|known| {
            names
                .iter()
                .zip(&mapping.fields)
                .position(|(name, taken)| name == known && *taken == Field::Ignore)
        });
        if let Some(slot) = column.and_then(|column| mapping.fields.get_mut(column)) {
            *slot = field;
        }
    }
    if !mapping.has(Field::Closed) {
        for (name, slot) in names.iter().zip(&mut mapping.fields) {
            if CLOSINGS.contains(&name.as_str()) {
                *slot = Field::Closed;
            }
        }
    }
    status_as_stage(table, &mut mapping);
    mapping
}

/// A "status" without a single word for won, lost or open is the stage, where no other column is.
fn status_as_stage(table: &Table, mapping: &mut Mapping) {
    if mapping.has(Field::Stage) || !mapping.has(Field::Outcome) {
        return;
    }
    let words = mapping.distinct(table, Field::Outcome);
    let all_outcomes = words.iter().all(|(word, _)| word.is_empty() || outcome_of(word).is_some());
    if !all_outcomes {
        for slot in mapping.fields.iter_mut().filter(|slot| **slot == Field::Outcome) {
            *slot = Field::Stage;
        }
    }
}

/// The outcome that a word stands for in a column of outcomes or stages.
pub fn outcome_of(word: &str) -> Option<OutcomeKind> {
    match normal(word).as_str() {
        "won" | "closedwon" | "dealwon" | "win" | "sold" | "gewonnen" | "gagn\u{e9}" | "ganado"
        | "ganada" | "vinto" | "vinta" | "ganho" | "ganha" => Some(OutcomeKind::Won),
        "lost" | "closedlost" | "deallost" | "loss" | "dead" | "abandoned" | "verloren" | "perdu"
        | "perdido" | "perdida" | "perso" | "persa" => Some(OutcomeKind::Lost),
        "nurture" | "nurturing" | "unqualified" | "disqualified" => Some(OutcomeKind::Nurture),
        "open" | "active" | "ongoing" | "inprogress" | "pending" | "offen" | "ouvert" | "abierto"
        | "aperto" | "aberto" => Some(OutcomeKind::Open),
        _ => None,
    }
}

/// The order of the dates in all columns of dates, to be confirmed by the user unless it is certain.
pub fn dates(table: &Table, mapping: &Mapping) -> DateGuess {
    let dates = || cells(table, mapping, &[Field::Created, Field::Closed, Field::Expected]);
    // A spreadsheet that has opened and saved our own file writes dates and amounts in its own way.
    if is_own(table) && dates().all(begins_with_year) {
        return DateGuess { order: DateOrder::YearMonthDay, certain: true };
    }
    guess_order(dates())
}

/// The decimal mark of the values, to be confirmed by the user unless it is certain.
pub fn decimals(table: &Table, mapping: &Mapping) -> DecimalGuess {
    let amounts = || cells(table, mapping, &[Field::Value]);
    if is_own(table) && amounts().all(is_plain_number) {
        return DecimalGuess { mark: DecimalMark::Point, certain: true };
    }
    guess_decimal(amounts())
}

/// Whether a cell is blank or a date as we write it: a year of four digits, and more behind a dash.
fn begins_with_year(cell: &str) -> bool {
    let cell = cell.trim();
    let year = cell.split_once('-').map(|(year, _)| year);
    cell.is_empty() || year.is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a cell is blank or an amount as we write it: digits, and perhaps a point and digits.
fn is_plain_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let cell = cell.trim();
    cell.is_empty()
        || cell.split_once('.').map_or_else(|| digits(cell), |(whole, rest)| digits(whole) && digits(rest))
}

fn cells<'a>(table: &'a Table, mapping: &Mapping, fields: &[Field]) -> impl Iterator<Item = &'a str> {
    let columns: Vec<usize> = fields.iter().flat_map(|field| mapping.columns(*field)).collect();
    columns.into_iter().flat_map(|column| table.column(column))
}

#[cfg(test)]
mod tests;
