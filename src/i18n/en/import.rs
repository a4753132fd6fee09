//! The import in English.

use super::{English, many};
use crate::exchange::csv_fields::Field;
use crate::exchange::csv_kind::Stranger;
use crate::exchange::csv_options::{MAX_STAGES, PlanError};
use crate::exchange::csv_plan::ProblemKind;
use crate::exchange::csv_read::{CsvError, MAX_CELL, MAX_COLUMNS, MAX_ROWS};
use crate::exchange::values::{DateOrder, DecimalMark};
use crate::i18n::ImportTexts;

fn counted(count: u64, shown: &str, one: &str, more: &str) -> String {
    format!("{shown} {}", if count == 1 { one } else { more })
}

impl ImportTexts for English {
    words! {
        import_title: "Import deals"
        import_other_file: "Choose another file"
        import_no_rows: "This file has a header and no rows below it, so there is nothing to import. Nothing was changed."

        import_columns: "Columns"
        import_columns_more: "What each column of the file holds. Correct what was guessed wrong."
        import_column: "Column"
        import_samples: "In the file"
        import_holds: "Holds"
        import_empty_column: "Empty"
        import_unnamed: "Without a name"

        import_readings: "Dates and amounts"
        import_dates: "Dates are written"
        import_decimals: "Amounts are written"
        import_choose: "Please choose…"
        import_no_dates: "No column holds dates: every deal counts as created today."
        import_no_amounts: "No column holds a value: every deal comes in without one."

        import_stages: "Pipeline and stages"
        import_into: "Import into"
        import_new_pipeline: "New pipeline"
        import_pipeline_name: "Its name"
        import_currency: "Currency"
        import_other_currency: "Another…"
        import_currency_code: "Three letters"
        import_only: "Rows of the pipeline"
        import_only_all: "All of them"
        import_in_file: "In the file"
        import_becomes: "Becomes"
        import_no_stage: "No stage given"
        import_every_deal: "Every deal"
        import_outcome_words: "Outcomes"
        import_as_stage: "As its stage says"
        import_closed_in: "Closed deals stood in"
        import_closed_in_more: "Won and lost deals of which the file does not say in which stage they closed."
        import_order: "New stages in order"
        import_order_behind: "They come behind the stages that are there."
        import_first_stage: "New"

        import_preview: "As they will come in"
        import_preview_more: "The first deals."
        import_preview_later: "Shown as soon as what is asked for has been decided."
        import_outcome: "Outcome"
        import_created: "Created"
        import_closed: "Closed"
        import_stage: "Stage"
        import_checking: "Checking the rows…"
        import_row: "Row"
        import_what: "What is done"
        import_problems: "To know before"
        import_no_problems: "Every row reads without a question."

        import_stop: "Stop"
        import_working: "Importing…"

        import_need_columns: "Say which column holds the title, the company, the contact, the product or the reference: without one of them a deal has no name."
        import_need_dates: "Say how the dates are written."
        import_need_decimals: "Say how the amounts are written."
        import_need_name: "Give the new pipeline a name."
        import_need_currency: "A currency has three letters, such as EUR."
        import_need_deals: "No row brings a deal. Look at the columns above."
    }

    fn import_file(&self, rows: u64, rows_shown: &str, columns: u64, delimiter: char) -> String {
        let parted = match delimiter {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            _ => "vertical bars",
        };
        let rows = counted(rows, rows_shown, "row", "rows");
        match columns {
            1 => format!("{rows} in one column"),
            _ => format!("{rows} in {}, separated by {parted}", many(columns, "column", "columns")),
        }
    }
    fn import_field(&self, field: Field) -> String {
        match field {
            Field::Title => "Title",
            Field::Company => "Company",
            Field::Contact => "Contact",
            Field::Owner => "Owner",
            Field::Pipeline => "Pipeline",
            Field::Stage => "Stage",
            Field::Outcome => "Outcome (open, won, lost)",
            Field::Value => "Value",
            Field::Currency => "Currency",
            Field::Created => "Created on",
            Field::Closed => "Closed on",
            Field::Expected => "Expected close",
            Field::Source => "Source",
            Field::Product => "Product",
            Field::Reference => "Reference",
            Field::LossReason => "Reason for losing",
            Field::Notes => "Notes",
            Field::Chance => "Chance",
            Field::Ignore => "Not imported",
        }
        .into()
    }
    fn import_date_order(&self, order: DateOrder) -> String {
        match order {
            DateOrder::DayMonthYear => "Day, month, year",
            DateOrder::MonthDayYear => "Month, day, year",
            DateOrder::YearMonthDay => "Year, month, day",
        }
        .into()
    }
    fn import_decimal_mark(&self, mark: DecimalMark) -> String {
        match mark {
            DecimalMark::Point => "With a decimal point: 1,234.56",
            DecimalMark::Comma => "With a decimal comma: 1.234,56",
        }
        .into()
    }
    fn import_date_read(&self, text: &str, day: &str) -> String {
        format!("{text} is {day}")
    }
    fn import_date_unread(&self, text: &str) -> String {
        format!("{text} is no date in this order")
    }
    fn import_dates_unsure(&self) -> String {
        "These dates can be read in more than one way.".into()
    }
    fn import_amount_read(&self, text: &str, money: &str) -> String {
        format!("{text} is {money}")
    }
    fn import_decimals_unsure(&self) -> String {
        "These amounts can be read in two ways.".into()
    }
    fn import_new_stage(&self, name: &str) -> String {
        format!("New: {name}")
    }
    fn import_rows(&self, count: u64, shown: &str) -> String {
        counted(count, shown, "row", "rows")
    }
    fn import_move_up(&self, stage: &str) -> String {
        format!("Move {stage} up")
    }
    fn import_move_down(&self, stage: &str) -> String {
        format!("Move {stage} down")
    }
    fn import_open_in(&self, stage: &str) -> String {
        format!("Open in {stage}")
    }
    fn import_skipped(&self) -> String {
        "Rows left out".into()
    }
    fn import_problem(&self, kind: ProblemKind) -> String {
        match kind {
            ProblemKind::SkippedBlank => "Left out: every cell is empty.",
            ProblemKind::SkippedUntitled => "Left out: there is nothing to call the deal.",
            ProblemKind::SkippedOtherPipeline => "Left out: the row belongs to another pipeline.",
            ProblemKind::Ragged => {
                "More or fewer cells than the header: missing ones are empty, surplus ones are left out."
            }
            ProblemKind::BlankTitle => {
                "No title: the deal is called after its product, company, reference or contact."
            }
            ProblemKind::TooLong => "A text is too long and will be cut.",
            ProblemKind::UnreadableDate => "A date does not read: it is taken as missing.",
            ProblemKind::UnreadableValue => "A value is no amount: 0 is taken.",
            ProblemKind::NegativeValue => "A value is below zero: 0 is taken.",
            ProblemKind::ValueTooLarge => "A value is above 9 billion: 0 is taken.",
            ProblemKind::OtherCurrency => "A value is in another currency than the pipeline: 0 is taken.",
            ProblemKind::UnreadableChance => "A chance is not between 0 and 100 %: the stage's counts.",
            ProblemKind::UnknownOutcome => "A word for the outcome has no meaning: the stage decides.",
            ProblemKind::UnknownStage => "A stage has no meaning: the deal is treated as if none were given.",
            ProblemKind::NoCreated => "No date of creation: the day of closing is taken, or today.",
            ProblemKind::FutureCreated => "Created in the future: today is taken.",
            ProblemKind::NoClosed => "Closed without a date: today is taken.",
            ProblemKind::FutureClose => "Closed in the future: today is taken.",
            ProblemKind::ClosedBeforeCreated => "Closed before it was created: both dates are kept.",
        }
        .into()
    }
    fn import_problem_rows(&self, rows: &[String], more: u64, more_shown: &str) -> String {
        let word = if rows.len() == 1 && more == 0 { "Row" } else { "Rows" };
        match (more, rows.split_last()) {
            (0, Some((last, before))) if !before.is_empty() => {
                format!("{word} {} and {last}", before.join(", "))
            }
            (0, _) => format!("{word} {}", rows.join(", ")),
            _ => format!("{word} {} and {more_shown} more", rows.join(", ")),
        }
    }
    fn import_first_problems(&self, count: usize) -> String {
        match count {
            1 => "Show it".into(),
            _ => format!("Show the first {count} one by one"),
        }
    }
    fn import_button(&self, count: u64, shown: &str) -> String {
        format!("Import {}", counted(count, shown, "deal", "deals"))
    }
    fn import_done(&self, count: u64, shown: &str) -> String {
        format!("{} imported", counted(count, shown, "deal", "deals"))
    }
    fn import_stranger(&self, stranger: Stranger) -> String {
        match stranger {
            Stranger::Workbook => {
                "This is a workbook of a spreadsheet. Open it there, save the sheet with the deals as CSV, and choose that file. Nothing was changed."
            }
            Stranger::Markup => {
                "This is a web page and no list of deals; the download may have asked you to sign in. Export the deals as CSV and choose that file. Nothing was changed."
            }
            Stranger::Json => {
                "This is a file of data (JSON) and no list of deals. If you saved it here, choose “Open a workspace file” instead. Nothing was changed."
            }
            Stranger::Binary => {
                "This file holds no text, so there are no deals to read. Export the deals as CSV and choose that file. Nothing was changed."
            }
        }
        .into()
    }
    fn import_csv_error(&self, error: CsvError) -> String {
        match error {
            CsvError::Empty => {
                "This file is empty: it has not even the names of columns. Export the deals once more and choose that file. Nothing was changed.".into()
            }
            CsvError::TooManyRows => format!(
                "This file has more than {MAX_ROWS} rows. Cut it into several files and import one after another. Nothing was changed."
            ),
            CsvError::TooManyColumns { row } => format!(
                "Row {} has more than {MAX_COLUMNS} cells, so this is hardly a list of deals. Nothing was changed.",
                row + 2
            ),
            CsvError::CellTooLong { row, column } => format!(
                "A cell in row {}, column {} has more than {MAX_CELL} characters; a quotation mark may be missing at its end. Mend it and choose the file again. Nothing was changed.",
                row + 2,
                column + 1
            ),
        }
    }
    fn import_plan_error(&self, error: PlanError) -> String {
        match error {
            PlanError::Unknown => "That pipeline or stage is no longer there. Choose another one.".into(),
            PlanError::TooManyStages(found) => format!(
                "The column for the stage has {found} different texts, and a pipeline has {MAX_STAGES} at most. Choose another column for the stage."
            ),
            PlanError::Blank => "A stage or the pipeline has no name. Give it one.".into(),
            PlanError::ColumnFull => {
                "A stage holds too many deals for so many more. Choose a new pipeline.".into()
            }
        }
    }
    fn import_refused(&self, why: &str) -> String {
        format!("Nothing was imported. {why}")
    }
}
