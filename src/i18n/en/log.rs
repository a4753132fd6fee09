//! Event logs in English.

use super::English;
use crate::exchange::csv_options::MAX_STAGES;
use crate::exchange::log_fields::LogField;
use crate::exchange::log_options::{Ending, LogError};
use crate::exchange::log_read::LogProblemKind;
use crate::i18n::LogTexts;

impl LogTexts for English {
    words! {
        log_export_csv: "Event log (CSV)"
        log_export_xes: "Event log (XES)"

        log_row_is: "What a row of the file is: a deal, or an event of a log"
        log_row_is_deal: "One deal a row"
        log_row_is_event: "One event a row"

        log_zone: "Times that name no zone are read as universal time (UTC), so that every duration is what the file says."

        log_activities: "Activities and stages"
        log_activities_more: "Each case becomes a deal in a pipeline of its own, with every event in its history. Say what each activity is."
        log_activity: "Activity"
        log_wins: "Wins the deal"
        log_loses: "Loses the deal"
        log_nurtures: "To the nurture list"
        log_left_out: "Left out"
        log_order: "Stages in order"
        log_order_more: "To begin with, by where the activities first come in their cases, on average."
        log_ends: "Deals that no event closes"
        log_cases: "Cases"
        log_events: "Events"
        log_way: "Way"
        log_again: "re-opened"
        log_first_event: "First event"
        log_last_event: "Last event"
        log_need_deals: "No event comes in. Look at the columns and at what the activities are."
    }

    fn log_field(&self, field: LogField) -> String {
        match field {
            LogField::Case => "Case",
            LogField::Activity => "Activity",
            LogField::Time => "Time",
            LogField::Resource => "Owner",
            LogField::Title => "Title",
            LogField::Company => "Company",
            LogField::Value => "Value",
            LogField::Reason => "Reason for losing",
            LogField::Ignore => "Not imported",
        }
        .into()
    }
    fn log_time(&self, day: &str, hour: u32, minute: u32) -> String {
        format!("{day}, {hour:02}:{minute:02} UTC")
    }
    fn log_own_stage(&self, name: &str) -> String {
        format!("Stage {name}")
    }
    fn log_with_stage(&self, name: &str) -> String {
        format!("Part of stage {name}")
    }
    fn log_activity_line(&self, events: u64, events_shown: &str, cases: u64, cases_shown: &str) -> String {
        let events = format!("{events_shown} {}", if events == 1 { "event" } else { "events" });
        format!("{events} in {cases_shown} {}", if cases == 1 { "case" } else { "cases" })
    }
    fn log_ending(&self, ending: Ending) -> String {
        match ending {
            Ending::Open => "Stay open",
            Ending::Won => "Were won with their last event",
            Ending::Lost => "Were lost with their last event",
        }
        .into()
    }
    fn log_span(&self, from: &str, to: &str) -> String {
        format!("From {from} to {to}.")
    }
    fn log_problem(&self, kind: LogProblemKind) -> String {
        match kind {
            LogProblemKind::SkippedBlank => "Left out: every cell is empty.",
            LogProblemKind::NoCase => "Left out: it does not say which case it is of.",
            LogProblemKind::NoActivity => "Left out: it names no activity.",
            LogProblemKind::NoTime => "Left out: it has no time.",
            LogProblemKind::UnreadableTime => {
                "Left out: its time does not read in this order, or names a zone other than UTC by its name."
            }
            LogProblemKind::FutureTime => "Left out: it lies in the future.",
            LogProblemKind::Ragged => {
                "More or fewer cells than the header: missing ones are empty, surplus ones are left out."
            }
            LogProblemKind::ClosedAlready => {
                "Left out: the deal was closed so already. The first closing counts."
            }
            LogProblemKind::ClosedFirst => {
                "A case begins with its closing: the deal is taken to have stood in the first stage."
            }
            LogProblemKind::EmptyCase => "No deal: every event of the case is left out.",
            LogProblemKind::TooLong => "A text is too long and will be cut.",
            LogProblemKind::OtherCurrency => "A value is in another currency than the pipeline: 0 is taken.",
            LogProblemKind::UnreadableValue => "A value is no amount that a deal can have: 0 is taken.",
        }
        .into()
    }
    fn log_need_column(&self, field: LogField) -> String {
        match field {
            LogField::Case => "Say which column tells the case: the deal that an event is of.",
            LogField::Activity => "Say which column tells the activity: what happened.",
            _ => "Say which column tells the time of an event.",
        }
        .into()
    }
    fn log_error(&self, error: LogError) -> String {
        match error {
            LogError::TooManyActivities(found) => format!(
                "The column for the activity has {found} different texts, and a pipeline has {MAX_STAGES} stages at most. Choose another column for the activity."
            ),
            LogError::NoStage => "No activity becomes a stage. A pipeline needs one at least.".into(),
            LogError::Blank => "Give the new pipeline a name.".into(),
            LogError::ColumnFull => "There are too many deals for one stage. Cut the file in two.".into(),
        }
    }
    fn log_history_again(&self, stage: &str) -> String {
        format!("Once more in {stage}")
    }
}
