use super::super::csv_read::sniff;
use super::*;

fn fields(header: &str) -> Vec<Field> {
    suggest(&sniff(header).expect("a header")).fields
}

#[test]
fn headers_of_other_programs_are_known() {
    use Field::*;
    assert_eq!(
        fields(
            "Deal - ID,Deal - Title,Deal - Organization,Deal - Contact person,Deal - Owner,Deal - Pipeline,Deal - Stage,\
             Deal - Status,Deal - Value,Deal - Currency of Value,Deal - Probability,Deal - Expected close date,\
             Deal - Won time,Deal - Lost time,Deal - Deal created,Deal - Lost reason,Deal - Source channel,Deal - Status"
        ),
        [
            Reference, Title, Company, Contact, Owner, Pipeline, Stage, Outcome, Value, Currency, Chance,
            Expected, Closed, Closed, Created, LossReason, Source, Ignore
        ]
    );
    assert_eq!(
        fields(
            "Record ID,Deal Name,Pipeline,Deal Stage,Amount,Currency,Deal probability,Weighted amount,Close Date,Create Date,\
             Closed Lost Reason,Deal owner,Associated Company,Associated Contact,Original Traffic Source,Deal Type"
        ),
        [
            Reference, Title, Pipeline, Stage, Value, Currency, Chance, Ignore, Closed, Created, LossReason,
            Owner, Company, Contact, Source, Ignore
        ]
    );
    assert_eq!(
        fields(
            "Opportunity ID,Opportunity Name,Stage,Amount,CurrencyIsoCode,Probability (%),Expected Revenue,Close Date,\
             Created Date,Opportunity Owner,Account Name,Lead Source,Type"
        ),
        [
            Reference, Title, Stage, Value, Currency, Chance, Ignore, Closed, Created, Owner, Company,
            Source, Ignore
        ]
    );
    assert_eq!(
        fields(
            "Opportunity;Customer;Contact Name;Expected Revenue;Stage;Salesperson;Expected Closing;Created on;Probability"
        ),
        [Title, Company, Contact, Value, Stage, Owner, Expected, Created, Chance]
    );
    assert_eq!(
        fields("opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"),
        [Reference, Owner, Product, Company, Stage, Created, Closed, Value]
    );
}

#[test]
fn a_status_is_the_outcome_or_the_stage_by_what_is_in_it() {
    assert_eq!(fields("name,status\na,Open\nb,won\n"), [Field::Title, Field::Outcome]);
    assert_eq!(fields("name,status\na,Negotiation\nb,Won\n"), [Field::Title, Field::Stage]);
    assert_eq!(fields("name,status,stage\na,Weird,x\n"), [Field::Title, Field::Outcome, Field::Stage]);
}

#[test]
fn every_field_but_ignore_has_names_and_none_has_anothers() {
    let mut seen = std::collections::HashSet::new();
    assert!(
        NAMES
            .iter()
            .flat_map(|(_, names)| names.iter())
            .all(|name| seen.insert(*name) && normal(name) == *name)
    );
    assert!(
        Field::ALL
            .iter()
            .all(|field| *field == Field::Ignore || NAMES.iter().any(|(known, _)| known == field))
    );
}

#[test]
fn the_first_column_that_is_not_empty_counts() {
    let table = sniff("Deal - Won time,Deal - Lost time\n,2025-01-02\n2025-01-01,\n,\n").expect("a table");
    let mapping = suggest(&table);
    let texts: Vec<&str> = (0..3).map(|row| mapping.text(&table, row, Field::Closed)).collect();
    assert_eq!(texts, ["2025-01-02", "2025-01-01", ""]);
    assert_eq!(mapping.distinct(&table, Field::Closed).len(), 3);
}

#[test]
fn our_own_file_is_certain_only_as_long_as_no_spreadsheet_has_rewritten_it() {
    let read = |created: &str, value: &str| {
        let row = HEADER.map(|name| match name {
            "title" => "A",
            "created" => created,
            "value" => value,
            _ => "",
        });
        let table = sniff(&format!("{}\n{}\n", HEADER.join(";"), row.join(";"))).expect("a table");
        let mapping = suggest(&table);
        (dates(&table, &mapping), decimals(&table, &mapping))
    };
    let of = |order, certain| DateGuess { order, certain };
    let mark = |mark, certain| DecimalGuess { mark, certain };
    let ours = (of(DateOrder::YearMonthDay, true), mark(DecimalMark::Point, true));
    assert_eq!(read("2026-11-22", "1234.567"), ours);
    assert_eq!(read("2026-11-22T14:03:07.250Z", "1234"), ours);
    assert_eq!(read("", ""), ours);
    let theirs = (of(DateOrder::DayMonthYear, false), mark(DecimalMark::Comma, true));
    assert_eq!(read("22.11.26", "1234,50"), theirs);
    assert_eq!(read("11/22/2026", "1,234.50").0, of(DateOrder::MonthDayYear, true));
    assert_eq!(read("2026-11-22", "1.234").1, mark(DecimalMark::Point, true));
    assert_eq!(read("2026-11-22", "1,234").1, mark(DecimalMark::Point, false));
}
