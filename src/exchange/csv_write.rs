//! Deals as CSV: one row each under a fixed header, made so that spreadsheets run nothing in it and [`super::csv_plan`] reads it
//! back without a question.
//!
//! Dates are written as `2026-11-22` where only the day is known, else as `2026-11-22T14:03:07.250Z`. Values have a decimal point
//! and no other mark. A chance is the deal's own, in percent, and empty where the stage's counts. Cells that a spreadsheet would run
//! as a formula get a `'` in front, and so do those that begin with `'` before such a sign, so that taking one away is exact.

use std::sync::Arc;

use csv::{Terminator, WriterBuilder};

use crate::model::{
    Currency, Day, Deal, Outcome, OutcomeKind, Pipeline, PipelineId, Stage, Timestamp, Workspace, Zone,
};

use super::csv_read::FORMULA;

/// The names of the columns, in their order.
pub const HEADER: [&str; 18] = [
    "title",
    "company",
    "contact",
    "owner",
    "pipeline",
    "stage",
    "outcome",
    "value",
    "currency",
    "expected close",
    "created",
    "closed",
    "loss reason",
    "source",
    "product",
    "reference",
    "chance",
    "notes",
];

/// The deals of one pipeline, or of all, by pipeline and stage as they stand on the board: open, won, lost, nurture;
/// archived ones last. With `mark` the text
/// begins with a byte order mark, which some spreadsheets need to see that it is UTF-8. Lines end in CR LF (RFC 4180).
pub fn write_deals_csv(workspace: &Workspace, only: Option<PipelineId>, mark: bool) -> String {
    let mut out: Vec<u8> = if mark { "\u{feff}".into() } else { Vec::new() };
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut out);
    // Writing to memory does not fail, and every row has as many cells as the header.
    writer.write_record(HEADER).expect("written to memory");
    for pipeline in workspace.pipelines().into_iter().filter(|p| only.is_none_or(|id| p.id == id)) {
        for stage in workspace.whole_ladder(pipeline.id) {
            for outcome in OutcomeKind::ALL {
                for deal in workspace.column(stage.id, outcome).filter_map(|id| workspace.get::<Deal>(id)) {
                    writer.write_record(row(deal, pipeline, &stage.name)).expect("written to memory");
                }
            }
        }
        for deal in workspace.deals(pipeline.id).filter(|deal| deal.story.archived.is_some()) {
            let stage =
                workspace.get::<Stage>(workspace.stage_of(deal)).map_or("", |stage| stage.name.as_str());
            writer.write_record(row(deal, pipeline, stage)).expect("written to memory");
        }
    }
    writer.flush().expect("written to memory");
    drop(writer);
    String::from_utf8(out).expect("the cells were text")
}

/// The byte order mark, which in front of a file lets spreadsheets see that it is UTF-8.
pub const UTF8_MARK: &str = "\u{feff}";

/// A table of texts as CSV, made as safe as [`write_deals_csv`]'s; a file of it wants [`UTF8_MARK`] in front.
pub fn table_csv<'a>(rows: impl IntoIterator<Item = &'a Vec<String>>) -> String {
    let mut out: Vec<u8> = Vec::new();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).flexible(true).from_writer(&mut out);
    for row in rows {
        writer.write_record(row.iter().map(|cell| safe(cell))).expect("written to memory");
    }
    writer.flush().expect("written to memory");
    drop(writer);
    String::from_utf8(out).expect("the cells were text")
}

fn row(deal: &Deal, pipeline: &Arc<Pipeline>, stage: &str) -> [String; 18] {
    let (word, reason) = match &deal.outcome {
        Outcome::Open => ("open", ""),
        Outcome::Won { .. } => ("won", ""),
        Outcome::Lost { reason, .. } => ("lost", reason.as_str()),
        Outcome::Nurture { reason, .. } => ("nurture", reason.as_str()),
    };
    let left = match deal.outcome {
        Outcome::Nurture { since, .. } => Some(since),
        ref outcome => outcome.closed(),
    };
    [
        safe(&deal.title),
        safe(&deal.company),
        safe(&deal.contact),
        safe(&deal.owner),
        safe(&pipeline.name),
        safe(stage),
        word.to_owned(),
        amount(deal.value, pipeline.currency),
        pipeline.currency.to_string(),
        deal.expected.map(|day| day.to_string()).unwrap_or_default(),
        moment(deal.created),
        left.map(moment).unwrap_or_default(),
        safe(reason),
        safe(&deal.source),
        safe(&deal.product),
        safe(&deal.reference),
        deal.chance.map(|percent| percent.to_string()).unwrap_or_default(),
        safe(&deal.notes),
    ]
}

/// A text that no spreadsheet takes for a formula; [`super::csv_read::Table::cell`] undoes it.
pub(super) fn safe(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// An amount with a decimal point, in main units.
pub(super) fn amount(minor: i64, currency: Currency) -> String {
    let (scale, width) = (currency.scale(), currency.digits() as usize);
    if width == 0 { minor.to_string() } else { format!("{}.{:0width$}", minor / scale, minor % scale) }
}

/// A moment as its date if only that is known. Empty for an instant outside the years 1 to 9999, which no calendar on a screen
/// reaches.
fn moment(at: Timestamp) -> String {
    match Day::from_number(at.0.div_euclid(86_400_000)) {
        Some(day) if Timestamp::on(day) == at => day.to_string(),
        _ => instant(at),
    }
}

/// An instant to the millisecond, as `2026-11-22T14:03:07.250Z`; empty outside the years 1 to 9999.
pub(super) fn instant(at: Timestamp) -> String {
    let millis = at.0.rem_euclid(86_400_000);
    let Some(day) = Day::from_number(at.0.div_euclid(86_400_000)) else { return String::new() };
    let (hour, minute) = Zone::UTC.clock(at);
    format!("{day}T{hour:02}:{minute:02}:{:02}.{:03}Z", millis / 1000 % 60, millis % 1000)
}
