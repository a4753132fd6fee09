//! Packed snapshots: the workspace in parts of some hundred deals, each named by its digest, so that unchanged parts are
//! shared between snapshots and damage to one part stays there.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Serialize};

use crate::browser::page::{sleep, spawn};
use crate::exchange::Entry;
use crate::exchange::document::{self, FileError};
use crate::model::{Breach, Deal, FORM, Workspace, check};

use super::Vault;
use super::database::{Failure, Packed, Store};

/// Deals in a part.
const PART: usize = 500;
/// Snapshots that stay.
const KEEP: usize = 10;
/// A snapshot is due after so many entries, …
const DUE_ENTRIES: usize = 200;
/// … or so many characters of them (an import), …
const DUE_BYTES: usize = 200_000;
/// … or when entries have waited so long, in milliseconds.
const DUE_AFTER: u32 = 5 * 60 * 1_000;
/// Entries that stay in the journal for undo even when every snapshot holds them.
const KEEP_ENTRIES: f64 = 200.0;
const SCHEMA: u32 = 1;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Manifest {
    schema: u32,
    upto: f64,
    rest: String,
    parts: Vec<String>,
    deals: usize,
}

/// When the next snapshot is due, and what was appended while one is under way.
#[derive(Debug, Default)]
pub(super) struct Plan {
    opened: f64,
    upto: f64,
    entries: usize,
    bytes: usize,
    /// Whether a snapshot is planned for some minutes from now, …
    waiting: bool,
    /// … or for the next idle moment.
    soon: bool,
    /// While one is under way: the entries that came since its picture of the workspace was taken. Whoever sets it clears it.
    since: Option<HashSet<String>>,
    digest: u64,
}

impl Plan {
    /// The store was opened at a snapshot up to there, with so many entries and characters of them behind it.
    pub(super) fn opened(&mut self, upto: f64, entries: usize, bytes: usize) {
        self.opened = upto;
        self.upto = upto;
        self.count(entries, bytes);
    }
    pub(super) fn opened_at(&self) -> f64 {
        self.opened
    }
    pub(super) fn count(&mut self, entries: usize, bytes: usize) {
        self.entries += entries;
        self.bytes += bytes;
    }
    pub(super) fn appended(&mut self, id: &str) {
        if let Some(since) = &mut self.since {
            since.insert(id.to_owned());
        }
    }
    pub(super) fn digest(&self) -> u64 {
        self.digest
    }
}

/// What [`newest`] found.
pub(super) struct Found {
    pub(super) workspace: Workspace,
    pub(super) upto: f64,
    pub(super) newer: Vec<Entry>,
    pub(super) passed_over: bool,
}

pub(super) enum Unreadable {
    Failed(Failure),
    Damaged(FileError),
}

impl From<Failure> for Unreadable {
    fn from(failure: Failure) -> Unreadable {
        Unreadable::Failed(failure)
    }
}

fn key(text: &str) -> String {
    format!("{:016x}-{}", document::digest(text), text.len())
}

/// The newest snapshot that reads, and the entries after it; `None` where there never was one. One that a later version wrote is
/// no damage: an older one would be opened in its place, and written over it.
pub(super) async fn newest(store: &Store) -> Result<Option<Found>, Unreadable> {
    let manifests = store.manifests().await?;
    let mut trouble = None;
    for text in manifests.iter().rev() {
        match load(store, text).await? {
            Ok((workspace, upto)) => {
                let newer = store.journal_after(upto).await?;
                let newer = newer.into_iter().filter_map(|(_, text)| Entry::read(text).ok()).collect();
                return Ok(Some(Found { workspace, upto, newer, passed_over: trouble.is_some() }));
            }
            Err(error @ FileError::Newer(_)) => return Err(Unreadable::Damaged(error)),
            Err(error) => trouble = trouble.or(Some(error)),
        }
    }
    trouble.map_or(Ok(None), |error| Err(Unreadable::Damaged(error)))
}

async fn load(store: &Store, manifest: &str) -> Result<Result<(Workspace, f64), FileError>, Failure> {
    if let Some(schema) = newer_schema(manifest) {
        return Ok(Err(FileError::Newer(schema.into())));
    }
    let manifest: Manifest = match serde_json::from_str(manifest) {
        Ok(manifest) => manifest,
        Err(error) => {
            return Ok(Err(FileError::NotJson { line: error.line(), column: error.column() }));
        }
    };
    let keys: Vec<String> = std::iter::once(&manifest.rest).chain(&manifest.parts).cloned().collect();
    let texts = store.parts(&keys).await?;
    let sound = |(key_, text): (&String, Option<String>)| text.filter(|text| key(text) == *key_);
    let mut sound_parts = keys.iter().zip(texts).map(sound);
    let damaged = FileError::NotJson { line: 0, column: 0 };
    let Some(Some(rest)) = sound_parts.next() else { return Ok(Err(damaged)) };
    let Some(parts) = sound_parts.collect::<Option<Vec<String>>>() else { return Ok(Err(damaged)) };
    let read = document::read_parts(&rest, parts.iter().map(String::as_str));
    Ok(read.map(|workspace| (workspace, manifest.upto)))
}

/// The schema of a manifest that a later version wrote. Its other fields may be others by then.
fn newer_schema(manifest: &str) -> Option<u32> {
    #[derive(Deserialize)]
    struct Head {
        schema: u32,
    }
    let head: Head = serde_json::from_str(manifest).ok()?;
    (head.schema > SCHEMA).then_some(head.schema)
}

/// The entries that a snapshot up to there holds, as far as the journal still has them.
pub(super) async fn held(store: &Store, upto: f64) -> Result<Vec<Entry>, Failure> {
    let texts = store.journal_upto(upto).await?;
    Ok(texts.into_iter().filter_map(|text| Entry::read(text).ok()).collect())
}

/// Everything that is stored, as it stands, with what only the `tail` has, for a user whose data does not read.
pub(super) async fn raw(store: &Store, tail: &[Entry]) -> String {
    let manifests = store.manifests().await.unwrap_or_default();
    let keys = store.part_keys().await.unwrap_or_default();
    let parts = store.parts(&keys).await.unwrap_or_default();
    let journal: Vec<String> =
        store.journal_after(0.0).await.unwrap_or_default().into_iter().map(|(_, text)| text).collect();
    let parts: BTreeMap<String, Option<String>> = keys.into_iter().zip(parts).collect();
    let tail: Vec<&str> = tail.iter().map(|entry| entry.text.as_str()).collect();
    serde_json::json!({ "manifests": manifests, "parts": parts, "journal": journal, "tail": tail })
        .to_string()
}

fn manifest(upto: f64, rest: &str, parts: &[(String, String)], deals: usize) -> String {
    let manifest = Manifest {
        schema: SCHEMA,
        upto,
        rest: rest.to_owned(),
        parts: parts.iter().map(|(key, _)| key.clone()).collect(),
        deals,
    };
    serde_json::to_string(&manifest).unwrap_or_default()
}

/// A whole small workspace as a snapshot from before the journal's first entry.
pub(super) fn pack(workspace: &Workspace) -> Packed {
    let rest = document::write_rest(workspace);
    let deals: Vec<_> = workspace.all::<Deal>().values().collect();
    let mut parts = Vec::new();
    for chunk in deals.chunks(PART) {
        let text = document::write_deals(chunk);
        parts.push((key(&text), text));
    }
    let text = manifest(0.0, &key(&rest), &parts, deals.len());
    parts.push((key(&rest), rest));
    Packed { manifest: text, upto: 0.0, parts }
}

impl Vault {
    /// Plans a snapshot if one is due, or in some minutes.
    pub(super) fn snapshot_when_due(&self) {
        let wait = {
            let mut inner = self.0.borrow_mut();
            let plan = &mut inner.snapshot;
            if plan.entries == 0 || plan.since.is_some() || plan.soon {
                return;
            }
            plan.soon = plan.entries >= DUE_ENTRIES || plan.bytes >= DUE_BYTES;
            if plan.soon {
                50
            } else if plan.waiting {
                return;
            } else {
                plan.waiting = true;
                DUE_AFTER
            }
        };
        let vault = self.clone();
        spawn(async move {
            sleep(wait).await;
            {
                let mut inner = vault.0.borrow_mut();
                if wait == DUE_AFTER {
                    inner.snapshot.waiting = false
                } else {
                    inner.snapshot.soon = false
                }
                let busy = !inner.pending.is_empty() || inner.writing || inner.snapshot.since.is_some();
                if busy {
                    // The end of what is under way plans the next attempt.
                    return;
                }
                inner.snapshot.since = Some(HashSet::new());
            }
            let _ = vault.snapshot().await;
            vault.0.borrow_mut().snapshot.since = None;
        });
    }

    /// Writes a snapshot of the present, reads it back, and only then lets the oldest go. Gives up without harm where anything
    /// is in the way; the journal has everything.
    async fn snapshot(&self) -> Result<(), Failure> {
        let (store, source, after) = {
            let inner = self.0.borrow();
            (inner.store.clone(), inner.source.clone(), inner.snapshot.upto)
        };
        let (Some(store), Some(source)) = (store, source) else { return Err(Failure) };
        let workspace = source.workspace();
        if !may_be_put(&workspace) || store.manifests().await?.iter().any(|text| newer_schema(text).is_some())
        {
            // Not asked again with every change: the journal keeps all, and the next opening says what is wrong.
            let plan = &mut self.0.borrow_mut().snapshot;
            (plan.entries, plan.bytes) = (0, 0);
            return Err(Failure);
        }

        let rest = document::write_rest(&workspace);
        let deals: Vec<_> = workspace.all::<Deal>().values().collect();
        let mut parts = Vec::new();
        for chunk in deals.chunks(PART) {
            let text = document::write_deals(chunk);
            parts.push((key(&text), text));
            // Between two parts the page may draw and the user may type.
            sleep(4).await;
        }

        // How far the journal is part of that state: up to the first entry that came since, here or in another tab.
        let journal = store.journal_after(after).await?;
        let mut upto = after;
        let mut unknown = Vec::new();
        for (key, text) in journal {
            let Ok(entry) = Entry::read(text) else { continue };
            if !source.knows(&entry.id) {
                unknown.push(entry);
            } else if unknown.is_empty() && !self.came_since(&entry.id) {
                upto = key;
            } else {
                break;
            }
        }
        if !unknown.is_empty() {
            source.take_in(unknown);
            return Err(Failure);
        }
        if upto <= after {
            return Err(Failure);
        }

        let text = manifest(upto, &key(&rest), &parts, deals.len());
        let digest = document::digest(&text);
        parts.push((key(&rest), rest));
        store.put(&Packed { manifest: text.clone(), upto, parts }).await?;
        if load(&store, &text).await?.is_err() {
            // What does not read back would only stand in the way of the sound ones.
            store.prune(&[upto], &[], 0.0).await?;
            return Err(Failure);
        }
        {
            let mut inner = self.0.borrow_mut();
            let plan = &mut inner.snapshot;
            (plan.upto, plan.digest) = (upto, digest);
            (plan.entries, plan.bytes) = (0, 0);
        }
        prune(&store, upto).await
    }

    fn came_since(&self, id: &str) -> bool {
        self.0.borrow().snapshot.since.as_ref().is_some_and(|since| since.contains(id))
    }
}

/// Whether a snapshot of the workspace would open again, and was not brought to a form that only a later version knows.
fn may_be_put(workspace: &Workspace) -> bool {
    workspace.meta().form <= FORM
        && check(workspace).iter().all(|breach| matches!(breach, Breach::Weights(_) | Breach::Columns))
}

async fn prune(store: &Store, newest: f64) -> Result<(), Failure> {
    let texts = store.manifests().await?;
    let mut manifests: Vec<Manifest> =
        texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
    manifests.sort_unstable_by(|a, b| a.upto.total_cmp(&b.upto));
    let gone: Vec<f64> = {
        let surplus = manifests.len().saturating_sub(KEEP);
        manifests.drain(..surplus).map(|manifest| manifest.upto).collect()
    };
    let needed: HashSet<&String> = manifests.iter().flat_map(|m| m.parts.iter().chain([&m.rest])).collect();
    let parts: Vec<String> =
        store.part_keys().await?.into_iter().filter(|key| !needed.contains(key)).collect();
    let oldest = manifests.first().map_or(0.0, |manifest| manifest.upto);
    if gone.is_empty() && parts.is_empty() {
        return Ok(());
    }
    store.prune(&gone, &parts, oldest.min(newest - KEEP_ENTRIES)).await
}
