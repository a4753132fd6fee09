//! The list of sentences of the import.

use crate::exchange::csv_fields::Field;
use crate::exchange::csv_kind::Stranger;
use crate::exchange::csv_options::PlanError;
use crate::exchange::csv_plan::ProblemKind;
use crate::exchange::csv_read::CsvError;
use crate::exchange::values::{DateOrder, DecimalMark};

texts! {
    /// Every sentence of the import.
    trait ImportTexts: Sync;
    words {
        // Importing.
        import_title import_other_file import_no_rows
        // Columns.
        import_columns import_columns_more import_column import_samples import_holds import_empty_column import_unnamed
        // Dates and amounts.
        import_readings import_dates import_decimals import_choose import_no_dates import_no_amounts
        // Pipeline and stages.
        import_stages import_into import_new_pipeline import_pipeline_name import_currency import_other_currency
        import_currency_code import_only import_only_all import_in_file import_becomes import_no_stage import_every_deal
        import_outcome_words import_as_stage import_closed_in import_closed_in_more import_order import_order_behind
        import_first_stage
        // Preview.
        import_preview import_preview_more import_preview_later import_outcome import_created import_closed import_stage import_checking
        import_row import_what import_problems import_no_problems
        // Importing.
        import_stop import_working
        // What is still to be said.
        import_need_columns import_need_dates import_need_decimals import_need_name import_need_currency import_need_deals
    }
    sentences {
        import_file(rows: u64, rows_shown: &str, columns: u64, delimiter: char)
        import_field(field: Field)
        import_date_order(order: DateOrder)
        import_decimal_mark(mark: DecimalMark)
        import_date_read(text: &str, day: &str)
        import_date_unread(text: &str)
        import_dates_unsure()
        import_amount_read(text: &str, money: &str)
        import_decimals_unsure()
        import_new_stage(name: &str)
        import_rows(count: u64, shown: &str)
        import_move_up(stage: &str)
        import_move_down(stage: &str)
        import_open_in(stage: &str)
        import_skipped()
        import_problem(kind: ProblemKind)
        import_problem_rows(rows: &[String], more: u64, more_shown: &str)
        import_first_problems(count: usize)
        import_button(count: u64, shown: &str)
        import_done(count: u64, shown: &str)
        import_stranger(stranger: Stranger)
        import_csv_error(error: CsvError)
        import_plan_error(error: PlanError)
        import_refused(why: &str)
    }
}
