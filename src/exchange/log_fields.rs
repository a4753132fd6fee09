//! Which column of an event log holds what, and whether a file is one: one event a row, the same case in many rows.

use std::collections::HashSet;

use super::csv_read::Table;
use super::log_write::HEADER;
use super::values::{
    DateGuess, DateOrder, DecimalGuess, DecimalMark, guess_decimal, guess_order, read_moment,
};

/// What a column of an event log holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LogField {
    /// Which case the event is of; each becomes a deal.
    Case,
    /// What happened; becomes a stage, or a closing.
    Activity,
    /// When.
    Time,
    /// Who did it; the last one becomes the deal's owner.
    Resource,
    /// The deal's title.
    Title,
    /// The company.
    Company,
    /// The value.
    Value,
    /// Why it was lost.
    Reason,
    /// Nothing that is wanted.
    Ignore,
}

impl LogField {
    /// All of them, in the order in which to offer them.
    pub const ALL: [LogField; 9] = [
        LogField::Ignore,
        LogField::Case,
        LogField::Activity,
        LogField::Time,
        LogField::Resource,
        LogField::Title,
        LogField::Company,
        LogField::Value,
        LogField::Reason,
    ];
    /// Those without which there is no log.
    pub const NEEDED: [LogField; 3] = [LogField::Case, LogField::Activity, LogField::Time];
}

/// The field of each column. Where several columns have one field, the first that is not empty in a row counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogMapping {
    /// One field for each column of the header.
    pub fields: Vec<LogField>,
}

impl LogMapping {
    /// The columns of a field, from the left.
    pub fn columns(&self, field: LogField) -> impl Iterator<Item = usize> {
        self.fields.iter().enumerate().filter(move |(_, other)| **other == field).map(|(column, _)| column)
    }

    /// Whether any column has that field.
    pub fn has(&self, field: LogField) -> bool {
        self.fields.contains(&field)
    }
}

/// Names that programs give to columns of event logs, without case, spaces and punctuation; the likeliest first.
const NAMES: [(LogField, &[&str]); 8] = [
    (
        LogField::Case,
        &[
            "caseid",
            "caseconceptname",
            "casekey",
            "case",
            "casename",
            "casenumber",
            "traceid",
            "trace",
            "ticketid",
            "orderid",
            "dealid",
            "opportunityid",
            "recordid",
            "processinstance",
            "instanceid",
        ],
    ),
    (
        LogField::Activity,
        &[
            "activity",
            "activityid",
            "activityname",
            "conceptname",
            "event",
            "eventname",
            "eventtype",
            "task",
            "taskname",
            "action",
            "stage",
            "tostage",
            "newstage",
            "stagename",
            "dealstage",
            "newvalue",
            "status",
        ],
    ),
    (
        LogField::Time,
        &[
            "timestamp",
            "timetimestamp",
            "completetimestamp",
            "endtimestamp",
            "eventtime",
            "eventtimestamp",
            "time",
            "datetime",
            "completetime",
            "endtime",
            "changedat",
            "changedate",
            "starttimestamp",
            "starttime",
            "createddate",
            "date",
            "enteredat",
        ],
    ),
    (
        LogField::Resource,
        &[
            "resource",
            "orgresource",
            "owner",
            "user",
            "username",
            "agent",
            "assignedto",
            "changedby",
            "createdby",
        ],
    ),
    (LogField::Title, &["title", "dealname", "dealtitle", "opportunityname", "casetitle", "subject"]),
    (LogField::Company, &["company", "companyname", "account", "accountname", "customer", "organization"]),
    (LogField::Value, &["value", "amount", "dealvalue", "casevalue", "dealamount"]),
    (LogField::Reason, &["reason", "lossreason", "lostreason"]),
];

fn normal(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether the table has the header that the program itself writes; then nothing has to be guessed.
pub fn is_own(table: &Table) -> bool {
    table.header == HEADER
}

/// The likely field of each column by its name. Of two columns with the same name the first is taken.
pub fn suggest(table: &Table) -> LogMapping {
    let names: Vec<String> = table.header.iter().map(|name| normal(name)).collect();
    let mut mapping = LogMapping { fields: vec![LogField::Ignore; names.len()] };
    for (field, known) in NAMES {
        let column = known.iter().find_map(|known| {
            let mut columns = names.iter().zip(&mapping.fields);
            columns.position(|(name, taken)| name == known && *taken == LogField::Ignore)
        });
        if let Some(slot) = column.and_then(|column| mapping.fields.get_mut(column)) {
            *slot = field;
        }
    }
    mapping
}

/// Cells that are looked at to see whether a file is a log.
const LOOKED_AT: usize = 2_000;

/// Whether a file looks like an event log under a mapping: cases come in several rows each, and the times are times.
pub fn is_log(table: &Table, mapping: &LogMapping) -> bool {
    if is_own(table) {
        return true;
    }
    if !LogField::NEEDED.iter().all(|field| mapping.has(*field)) {
        return false;
    }
    let cells = |field| {
        let column = mapping.columns(field).next().unwrap_or(usize::MAX);
        table.column(column).take(LOOKED_AT).filter(|cell| !cell.is_empty()).collect::<Vec<_>>()
    };
    let (cases, times) = (cells(LogField::Case), cells(LogField::Time));
    let order = times_of(table, mapping).order;
    let read = times.iter().filter(|text| read_moment(text, order).is_some()).count();
    let different = cases.iter().collect::<HashSet<_>>().len();
    // Fewer cases than two rows in three: some are said to have gone on.
    different > 0 && different * 3 <= cases.len() * 2 && read * 10 >= times.len() * 9 && read > 0
}

/// The order of the dates in the times, to be confirmed by the user unless it is certain.
pub fn times_of(table: &Table, mapping: &LogMapping) -> DateGuess {
    if is_own(table) {
        return DateGuess { order: DateOrder::YearMonthDay, certain: true };
    }
    guess_order(mapping.columns(LogField::Time).flat_map(|column| table.column(column)))
}

/// The decimal mark of the values, to be confirmed by the user unless it is certain.
pub fn decimals_of(table: &Table, mapping: &LogMapping) -> DecimalGuess {
    if is_own(table) {
        return DecimalGuess { mark: DecimalMark::Point, certain: true };
    }
    guess_decimal(mapping.columns(LogField::Value).flat_map(|column| table.column(column)))
}

#[cfg(test)]
mod tests {
    use super::super::csv_read::sniff;
    use super::*;

    fn looks(text: &str) -> bool {
        let table = sniff(text).expect("a table");
        is_log(&table, &suggest(&table))
    }

    #[test]
    fn columns_of_many_programs_are_known() {
        use LogField::*;
        for (header, fields) in [
            ("CaseID,ActivityID,CompleteTimestamp", vec![Case, Activity, Time]),
            (
                "concept:name,time:timestamp,org:resource,case:concept:name",
                vec![Activity, Time, Resource, Case],
            ),
            (
                "Case ID;Activity;Start Timestamp;Complete Timestamp;Variant",
                vec![Case, Activity, Ignore, Time, Ignore],
            ),
            ("_CASE_KEY,ACTIVITY,EVENTTIME,USER", vec![Case, Activity, Time, Resource]),
            (
                &HEADER.join(","),
                vec![Case, Activity, Time, Resource, Ignore, Reason, Title, Company, Value, Ignore],
            ),
        ] {
            let table = sniff(&format!("{header}\n")).expect("a table");
            assert_eq!(suggest(&table).fields, fields, "{header}");
        }
    }

    #[test]
    fn a_log_repeats_its_cases_and_a_list_of_deals_does_not() {
        assert!(looks(
            "case id,activity,time\n1,A,2026-01-02 10:00\n1,B,2026-01-03 10:00\n2,A,2026-01-02 11:00\n"
        ));
        assert!(!looks(
            "case id,activity,time\n1,A,2026-01-02 10:00\n2,B,2026-01-03 10:00\n3,A,2026-01-02 11:00\n"
        ));
        assert!(!looks("case id,activity,time\n1,A,soon\n1,B,later\n1,A,2026-01-02 11:00\n"));
        assert!(!looks("case id,activity,time\n"));
        assert!(!looks("opportunity_id,deal_stage,close_date\nA1,Won,2026-01-02\nA2,Lost,2026-01-03\n"));
        assert!(!looks("title,stage,created\nA,New,2026-01-02\nA,New,2026-01-02\nA,New,2026-01-02\n"));
        let sales = include_str!("../../tests/fixtures/crm-sales/sales_pipeline.csv");
        assert!(!looks(sales));
        assert!(looks(include_str!("../../tests/fixtures/helpdesk/helpdesk.csv")));
    }
}
