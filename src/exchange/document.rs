//! A whole workspace as JSON: `{"format": "stageline", "version": 2, "meta": …, "pipelines": […], …, "deals": […]}`, each
//! record on a line of its own in the order of ids, so that two files can be compared line by line.
//!
//! A snapshot keeps the same text in parts: the [`write_rest`] and the deals by some hundred ([`write_deals`]).

use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::error::Category;

use super::migrations::migration;
use crate::model::{
    Breach, Deal, Meta, Note, Phase, Pipeline, Record, Stage, Table, Timestamp, Workspace, apply,
};

/// What the documents call themselves.
pub const FORMAT: &str = "stageline";
/// The version that is written, and the highest that is read. Rises with [`crate::model::FORM`].
pub const VERSION: u32 = crate::model::FORM;

/// A kind of record in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// The workspace's own particulars.
    Meta,
    /// A pipeline.
    Pipeline,
    /// A stage.
    Stage,
    /// A phase of the journey.
    Phase,
    /// A note on the map.
    Note,
    /// A deal.
    Deal,
}

/// Why a text is no workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// The text is not JSON, or ends too early.
    NotJson {
        /// The line on which reading stopped, from 1.
        line: usize,
        /// The character in that line, as bytes from 0.
        column: usize,
    },
    /// It is JSON of another kind.
    NotOurs,
    /// It was written by a later version of the program.
    Newer(u64),
    /// A record cannot be read.
    Record {
        /// Its kind.
        kind: RecordKind,
        /// Its place among the records of that kind, from 0.
        index: usize,
        /// The technical reason.
        reason: String,
    },
    /// The frame around the records cannot be read.
    Frame {
        /// The technical reason.
        reason: String,
    },
    /// Two records of a kind have the same id.
    DuplicateId(RecordKind),
    /// The records contradict each other.
    Breaches(Vec<Breach>),
}

#[derive(Deserialize)]
struct Document {
    format: String,
    version: u32,
    meta: Meta,
    #[serde(default)]
    pipelines: Vec<Arc<Pipeline>>,
    #[serde(default)]
    stages: Vec<Arc<Stage>>,
    #[serde(default)]
    phases: Vec<Arc<Phase>>,
    #[serde(default)]
    notes: Vec<Arc<Note>>,
    #[serde(default)]
    deals: Vec<Arc<Deal>>,
}

/// The whole workspace as a document.
pub fn write(workspace: &Workspace) -> String {
    let mut out = Vec::with_capacity(1024 + 512 * workspace.all::<Deal>().len());
    frame(&mut out, workspace);
    named(&mut out, "deals", workspace.all::<Deal>().values());
    finish(out, b"\n}\n")
}

/// The workspace without its deals, as the first part of a snapshot.
pub fn write_rest(workspace: &Workspace) -> String {
    let mut out = Vec::new();
    frame(&mut out, workspace);
    finish(out, b"\n}\n")
}

/// Some deals as a JSON array, as a further part of a snapshot.
pub fn write_deals(deals: &[&Arc<Deal>]) -> String {
    let mut out = Vec::with_capacity(512 * deals.len());
    lines(&mut out, deals.iter().copied());
    finish(out, b"\n")
}

/// The workspace of a document, brought to the form of today. Fields that this version does not know are passed over.
///
/// # Errors
/// A [`FileError`] that says where reading failed or what the records contradict.
pub fn read(text: &str) -> Result<Workspace, FileError> {
    let mut workspace = read_parts(text, std::iter::empty())?;
    if let Some(command) = migration(&workspace) {
        // Every step of a migration is one that a workspace without breaches accepts.
        let migrated = apply(&mut workspace, command, Timestamp(0));
        migrated.map_err(|rejection| FileError::Frame { reason: format!("{rejection:?}") })?;
    }
    Ok(workspace)
}

/// The workspace of what [`write_rest`] and any number of [`write_deals`] wrote, in the form in which they wrote it: the
/// journal behind a snapshot may be as old, so what migrates comes after both.
///
/// # Errors
/// As [`read`]; the index of a deal counts within its part.
pub fn read_parts<'a>(rest: &str, deals: impl Iterator<Item = &'a str>) -> Result<Workspace, FileError> {
    let rest = rest.trim_start_matches('\u{feff}');
    let document: Document = serde_json::from_str(rest).map_err(|error| diagnose(rest, &error))?;
    if document.format != FORMAT {
        return Err(FileError::NotOurs);
    }
    if document.version > VERSION {
        return Err(FileError::Newer(document.version.into()));
    }
    let mut all = document.deals;
    for part in deals {
        all.append(&mut read_deals(part)?);
    }
    Workspace::from_records(
        document.meta,
        table(RecordKind::Pipeline, document.pipelines)?,
        table(RecordKind::Stage, document.stages)?,
        table(RecordKind::Phase, document.phases)?,
        table(RecordKind::Note, document.notes)?,
        table(RecordKind::Deal, all)?,
    )
    .map_err(FileError::Breaches)
}

/// The deals of what [`write_deals`] wrote. Whether they fit a workspace is not known yet.
///
/// # Errors
/// [`FileError::NotJson`], [`FileError::Record`] or [`FileError::Frame`].
pub fn read_deals(text: &str) -> Result<Vec<Arc<Deal>>, FileError> {
    serde_json::from_str(text).map_err(|error| match serde_json::from_str::<Value>(text) {
        Err(syntax) => not_json(&syntax),
        Ok(value) => first_bad::<Deal>(RecordKind::Deal, &value)
            .unwrap_or_else(|| FileError::Frame { reason: error.to_string() }),
    })
}

/// A digest of a stored part that tells damage from soundness: FNV-1a, 64 bits (Fowler, Noll, Vo).
pub fn digest(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

// --- writing ---

fn frame(out: &mut Vec<u8>, workspace: &Workspace) {
    out.extend_from_slice(
        format!("{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"meta\": ").as_bytes(),
    );
    json(out, workspace.meta());
    named(out, "pipelines", workspace.all::<Pipeline>().values());
    named(out, "stages", workspace.all::<Stage>().values());
    named(out, "phases", workspace.all::<Phase>().values());
    named(out, "notes", workspace.all::<Note>().values());
}

fn named<'a, R: Record + Serialize>(
    out: &mut Vec<u8>,
    name: &str,
    records: impl Iterator<Item = &'a Arc<R>>,
) {
    out.extend_from_slice(format!(",\n\"{name}\": ").as_bytes());
    lines(out, records);
}

fn lines<'a, R: Record + Serialize>(out: &mut Vec<u8>, records: impl Iterator<Item = &'a Arc<R>>) {
    out.push(b'[');
    for (index, record) in records.enumerate() {
        out.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        json(out, record.as_ref());
    }
    out.push(b']');
}

fn json(out: &mut Vec<u8>, record: &impl Serialize) {
    // Records are plain data with text for keys, and memory does not refuse to be written to.
    serde_json::to_writer(out, record).expect("a record is plain data");
}

fn finish(mut out: Vec<u8>, end: &[u8]) -> String {
    out.extend_from_slice(end);
    String::from_utf8(out).expect("JSON is UTF-8")
}

// --- reading ---

fn table<R: Record>(kind: RecordKind, records: Vec<Arc<R>>) -> Result<Table<R>, FileError> {
    let count = records.len();
    let mut table = Table::<R>::new();
    for record in records {
        table.insert(record.id(), record);
    }
    if table.len() == count { Ok(table) } else { Err(FileError::DuplicateId(kind)) }
}

fn not_json(error: &serde_json::Error) -> FileError {
    FileError::NotJson { line: error.line(), column: error.column() }
}

/// Says what is wrong with a document that could not be read. Slow and thorough; reading sound ones never comes here.
fn diagnose(text: &str, error: &serde_json::Error) -> FileError {
    if error.classify() != Category::Data {
        return not_json(error);
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(syntax) => return not_json(&syntax),
    };
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return FileError::NotOurs;
    }
    if let Some(version) = value.get("version").and_then(Value::as_u64).filter(|v| *v > VERSION.into()) {
        return FileError::Newer(version);
    }
    let meta = value.get("meta").unwrap_or(&Value::Null);
    if let Some(reason) = unreadable::<Meta>(meta) {
        return FileError::Record { kind: RecordKind::Meta, index: 0, reason };
    }
    let records = |name: &str| value.get(name).unwrap_or(&Value::Null);
    first_bad::<Pipeline>(RecordKind::Pipeline, records("pipelines"))
        .or_else(|| first_bad::<Stage>(RecordKind::Stage, records("stages")))
        .or_else(|| first_bad::<Phase>(RecordKind::Phase, records("phases")))
        .or_else(|| first_bad::<Note>(RecordKind::Note, records("notes")))
        .or_else(|| first_bad::<Deal>(RecordKind::Deal, records("deals")))
        .unwrap_or_else(|| FileError::Frame { reason: error.to_string() })
}

fn first_bad<R: DeserializeOwned>(kind: RecordKind, records: &Value) -> Option<FileError> {
    records.as_array()?.iter().enumerate().find_map(|(index, record)| {
        unreadable::<R>(record).map(|reason| FileError::Record { kind, index, reason })
    })
}

fn unreadable<R: DeserializeOwned>(record: &Value) -> Option<String> {
    // By way of its text: a deserializer of its own would bring a copy of the code for every record.
    serde_json::from_str::<R>(&record.to_string()).err().map(|error| error.to_string())
}

#[cfg(test)]
mod tests;
