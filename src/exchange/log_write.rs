//! The histories of a pipeline's deals as an event log in CSV: one event a row, the events of a deal one behind the other.
//!
//! The first four columns are what programs for process mining ask for: which case, what, when, who. The times are those of
//! universal time to the millisecond (ISO 8601). Cells are guarded against formulas as in [`super::csv_write`], and
//! [`super::log_plan`] reads the file back to the same visits.

use csv::{Terminator, WriterBuilder};

use crate::model::{Deal, Pipeline, PipelineId, Workspace};

use super::csv_write::{amount, instant, safe};
use super::log_entries::{Activities, Entry, entries};

/// The names of the columns, in their order.
pub const HEADER: [&str; 10] = [
    "case id",
    "activity",
    "timestamp",
    "resource",
    "kind",
    "reason",
    "title",
    "company",
    "value",
    "currency",
];

/// The event log of a pipeline, archived deals included; only the header if there is no such pipeline. Begins with a byte order
/// mark if `mark` says so; lines end in CR LF.
pub fn write_log_csv(workspace: &Workspace, pipeline: PipelineId, mark: bool) -> String {
    let start = if mark { "\u{feff}" } else { "" };
    // Writing to memory does not fail, every row has as many cells as the header, and the cells were text.
    let text = rows(workspace, pipeline).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    start.to_owned() + &text.unwrap_or_default()
}

fn rows(workspace: &Workspace, pipeline: PipelineId) -> csv::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut out);
    writer.write_record(HEADER)?;
    if let Some(record) = workspace.get::<Pipeline>(pipeline) {
        let activities = Activities::of(workspace, pipeline);
        for deal in workspace.deals(pipeline) {
            for entry in entries(workspace, deal, &activities) {
                writer.write_record(row(record, deal, &entry))?;
            }
        }
    }
    writer.flush()?;
    drop(writer);
    Ok(out)
}

fn row(pipeline: &Pipeline, deal: &Deal, entry: &Entry) -> [String; 10] {
    [
        deal.id.to_string(),
        safe(entry.activity),
        instant(entry.at),
        safe(&deal.owner),
        entry.kind.to_owned(),
        safe(entry.reason),
        safe(&deal.title),
        safe(&deal.company),
        amount(deal.value, pipeline.currency),
        pipeline.currency.to_string(),
    ]
}
