//! The list of sentences of event logs, out and in.

use crate::exchange::log_fields::LogField;
use crate::exchange::log_options::{Ending, LogError};
use crate::exchange::log_read::LogProblemKind;

texts! {
    /// Every sentence of event logs.
    trait LogTexts: Sync;
    words {
        log_export_csv log_export_xes
        log_row_is log_row_is_deal log_row_is_event
        log_zone
        log_activities log_activities_more log_activity log_wins log_loses log_nurtures log_left_out log_order log_order_more
        log_ends log_cases log_events log_way log_again log_first_event log_last_event log_need_deals
    }
    sentences {
        log_field(field: LogField)
        log_time(day: &str, hour: u32, minute: u32)
        log_own_stage(name: &str)
        log_with_stage(name: &str)
        log_activity_line(events: u64, events_shown: &str, cases: u64, cases_shown: &str)
        log_ending(ending: Ending)
        log_span(from: &str, to: &str)
        log_problem(kind: LogProblemKind)
        log_need_column(field: LogField)
        log_error(error: LogError)
        log_history_again(stage: &str)
    }
}
