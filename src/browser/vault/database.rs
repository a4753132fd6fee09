//! IndexedDB: three object stores and the few transactions that are made of them.

use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};

/// Entries by the order of their commits.
const JOURNAL: &str = "journal";
/// Manifests by the journal key up to which they hold everything.
const MANIFESTS: &str = "manifests";
/// Parts of snapshots by their digests.
const PARTS: &str = "parts";
/// The layout of the stores. A new layout is a new number and a step in [`Store::open`].
const VERSION: u8 = 1;

/// The browser refused: full, denied, damaged, closed. Why is not told reliably, so nothing is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failure;

impl From<indexed_db_futures::error::Error> for Failure {
    fn from(_: indexed_db_futures::error::Error) -> Failure {
        Failure
    }
}

impl From<indexed_db_futures::error::OpenDbError> for Failure {
    fn from(_: indexed_db_futures::error::OpenDbError) -> Failure {
        Failure
    }
}

/// A snapshot ready to be written.
#[derive(Debug, Clone)]
pub struct Packed {
    /// The manifest's text.
    pub manifest: String,
    /// The journal key up to which the snapshot holds everything.
    pub upto: f64,
    /// Its parts by key.
    pub parts: Vec<(String, String)>,
}

/// What stands in the store, as far as it takes to tell whether a page has written since.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    manifests: Vec<f64>,
    oldest: Option<f64>,
    newest: Option<f64>,
}

/// The key of the first entry that a new store is given.
const FIRST_KEY: f64 = 1.0;

impl Seen {
    /// Whether the journal's beginning was let go. Keys are given once only, so what was emptied does not begin at the first again.
    pub fn is_pruned(&self) -> bool {
        self.oldest.is_some_and(|oldest| oldest > FIRST_KEY)
    }

    /// Whether nothing was written from one look to the other; that old entries went is no matter.
    fn is_as(&self, other: &Seen) -> bool {
        self.manifests == other.manifests && self.newest == other.newest
    }
}

/// What became of entries that were to be appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appended {
    /// They are on the disk.
    Done,
    /// Another page has written since the store was seen, so what was to be given up is not what was seen: nothing was written.
    Overtaken,
}

/// An open database.
#[derive(Clone)]
pub struct Store {
    name: String,
    database: Database,
}

impl Store {
    /// Opens or makes the database.
    pub async fn open(name: &str) -> Result<Store, Failure> {
        let database = Database::open(name)
            .with_version(VERSION)
            .with_on_upgrade_needed(|event, database| {
                if event.old_version() < 1.0 {
                    database.create_object_store(JOURNAL).with_auto_increment(true).build()?;
                    database.create_object_store(MANIFESTS).build()?;
                    database.create_object_store(PARTS).build()?;
                }
                Ok(())
            })
            .await?;
        Ok(Store { name: name.to_owned(), database })
    }

    /// The same database on a new connection.
    pub async fn reopened(&self) -> Result<Store, Failure> {
        Store::open(&self.name).await
    }

    fn begin(&self, stores: &[&str], mode: TransactionMode) -> Result<Transaction<'_>, Failure> {
        let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        Ok(self.database.transaction(stores).with_mode(mode).with_options(options).build()?)
    }

    /// What stands in the store.
    pub async fn seen(&self) -> Result<Seen, Failure> {
        let transaction = self.begin(&[JOURNAL, MANIFESTS], TransactionMode::Readonly)?;
        seen_by(&transaction).await
    }

    /// Appends entries in one strict transaction; with the first ever, the snapshot that they start from. `anew` gives up what was
    /// seen there, if it still stands so; without it a store in which another tab has begun meanwhile keeps its own beginning.
    pub async fn append(
        &self,
        texts: &[&str],
        base: Option<&Packed>,
        anew: Option<&Seen>,
    ) -> Result<Appended, Failure> {
        let stores: &[&str] = if base.is_some() { &[JOURNAL, MANIFESTS, PARTS] } else { &[JOURNAL] };
        let transaction = self.begin(stores, TransactionMode::Readwrite)?;
        if let Some(base) = base {
            if let Some(seen) = anew {
                if !seen_by(&transaction).await?.is_as(seen) {
                    transaction.abort().await?;
                    return Ok(Appended::Overtaken);
                }
                transaction.object_store(JOURNAL)?.clear()?;
                transaction.object_store(MANIFESTS)?.clear()?;
            }
            let begun = anew.is_none() && transaction.object_store(MANIFESTS)?.count().await? > 0;
            if !begun {
                put_snapshot(&transaction, base)?;
            }
        }
        let journal = transaction.object_store(JOURNAL)?;
        for text in texts {
            journal.add(*text).build()?;
        }
        transaction.commit().await?;
        Ok(Appended::Done)
    }

    /// Writes a snapshot.
    pub async fn put(&self, packed: &Packed) -> Result<(), Failure> {
        let transaction = self.begin(&[MANIFESTS, PARTS], TransactionMode::Readwrite)?;
        put_snapshot(&transaction, packed)?;
        Ok(transaction.commit().await?)
    }

    /// All manifests, the oldest first.
    pub async fn manifests(&self) -> Result<Vec<String>, Failure> {
        let transaction = self.begin(&[MANIFESTS], TransactionMode::Readonly)?;
        let found = transaction.object_store(MANIFESTS)?.get_all::<String>().await?;
        Ok(found.filter_map(Result::ok).collect())
    }

    /// Parts by their keys; `None` for one that is not there.
    pub async fn parts(&self, keys: &[String]) -> Result<Vec<Option<String>>, Failure> {
        let transaction = self.begin(&[PARTS], TransactionMode::Readonly)?;
        let store = transaction.object_store(PARTS)?;
        let requests: Vec<_> = keys
            .iter()
            .map(|key| store.get::<String, _, _>(key.as_str()).primitive())
            .collect::<Result<_, _>>()?;
        let mut parts = Vec::with_capacity(requests.len());
        for request in requests {
            parts.push(request.await.unwrap_or(None));
        }
        Ok(parts)
    }

    /// The keys of all parts.
    pub async fn part_keys(&self) -> Result<Vec<String>, Failure> {
        let transaction = self.begin(&[PARTS], TransactionMode::Readonly)?;
        let found = transaction.object_store(PARTS)?.get_all_keys::<String>().await?;
        Ok(found.filter_map(Result::ok).collect())
    }

    /// The journal's entries with keys above `key`, with their keys, in the order of their commits.
    pub async fn journal_after(&self, key: f64) -> Result<Vec<(f64, String)>, Failure> {
        let transaction = self.begin(&[JOURNAL], TransactionMode::Readonly)?;
        let store = transaction.object_store(JOURNAL)?;
        let keys =
            store.get_all_keys::<f64>().with_query::<f64, _>(KeyRange::LowerBound(key, true)).primitive()?;
        let texts =
            store.get_all::<String>().with_query::<f64, _>(KeyRange::LowerBound(key, true)).primitive()?;
        let keys = keys.await?;
        let texts = texts.await?;
        Ok(keys.zip(texts).filter_map(|(key, text)| Some((key.ok()?, text.ok()?))).collect())
    }

    /// The journal's entries with keys up to `key`.
    pub async fn journal_upto(&self, key: f64) -> Result<Vec<String>, Failure> {
        let transaction = self.begin(&[JOURNAL], TransactionMode::Readonly)?;
        let store = transaction.object_store(JOURNAL)?;
        let texts = store
            .get_all::<String>()
            .with_query::<f64, _>(KeyRange::UpperBound(key, false))
            .primitive()?
            .await?;
        Ok(texts.filter_map(Result::ok).collect())
    }

    /// Removes manifests, parts and the journal's beginning that nothing needs any more.
    pub async fn prune(&self, manifests: &[f64], parts: &[String], journal_upto: f64) -> Result<(), Failure> {
        let transaction = self.begin(&[JOURNAL, MANIFESTS, PARTS], TransactionMode::Readwrite)?;
        let store = transaction.object_store(MANIFESTS)?;
        for key in manifests {
            store.delete(*key).build()?;
        }
        let store = transaction.object_store(PARTS)?;
        for key in parts {
            store.delete(key.as_str()).build()?;
        }
        if journal_upto > 0.0 {
            let range = KeyRange::UpperBound(journal_upto, false);
            transaction.object_store(JOURNAL)?.delete::<f64, _>(range).build()?;
        }
        Ok(transaction.commit().await?)
    }
}

async fn seen_by(transaction: &Transaction<'_>) -> Result<Seen, Failure> {
    let manifests = transaction.object_store(MANIFESTS)?;
    let journal = transaction.object_store(JOURNAL)?;
    let manifests = manifests.get_all_keys::<f64>().primitive()?;
    let journal = journal.get_all_keys::<f64>().primitive()?;
    let manifests: Vec<f64> = manifests.await?.filter_map(Result::ok).collect();
    let journal: Vec<f64> = journal.await?.filter_map(Result::ok).collect();
    Ok(Seen { manifests, oldest: journal.first().copied(), newest: journal.last().copied() })
}

fn put_snapshot(transaction: &Transaction<'_>, packed: &Packed) -> Result<(), Failure> {
    let parts = transaction.object_store(PARTS)?;
    for (key, text) in &packed.parts {
        parts.put(text.as_str()).with_key(key.as_str()).build()?;
    }
    let manifests = transaction.object_store(MANIFESTS)?;
    manifests.put(packed.manifest.as_str()).with_key(packed.upto).build()?;
    Ok(())
}
