//! Where a workspace is kept in this browser: a journal and packed snapshots in IndexedDB, a small tail in localStorage.
//!
//! An entry goes to the tail in the turn that made it, and at once into a strict IndexedDB transaction; only when that
//! completes does the state say saved and the tail go. A snapshot is written in idle time and read back before older ones go.
//! The order of the journal is the order of its commits (`autoIncrement`), which IndexedDB keeps over all tabs.

mod database;
mod snapshot;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;

use crate::exchange::Entry;
use crate::exchange::document::FileError;
use crate::model::{Workspace, WorkspaceId};
use crate::session::Journal;

use super::page::{sleep, spawn};
use super::prefs::Prefs;
pub use database::Failure;
use database::Store;

/// What can be said of the user's last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// The disk has it, as far as the browser can know.
    Saved,
    /// A transaction is under way.
    Saving,
    /// The browser refused; it is tried again, and the tail may still have it.
    NotSaved,
    /// The browser keeps nothing for this page: all is gone with the tab.
    MemoryOnly,
}

/// What localStorage says of the workspace, to tell an emptied store from a first start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentinel {
    /// The workspace's id.
    pub workspace: WorkspaceId,
    /// The newest entry.
    pub last: String,
    /// How many deals there were.
    pub deals: usize,
    /// The digest of the newest snapshot's parts.
    #[serde(default)]
    pub digest: u64,
}

/// What stood in the store.
#[derive(Debug)]
pub struct Kept {
    /// The newest sound snapshot.
    pub workspace: Workspace,
    /// The entries after it, to be replayed.
    pub newer: Vec<Entry>,
    /// Entries that only the tail has; they are in `newer` too and are to be saved.
    pub unsaved: usize,
    /// Whether a damaged snapshot had to be passed over.
    pub passed_over: bool,
}

/// How the store was found.
#[derive(Debug)]
pub enum Opening {
    /// Nothing was ever kept here.
    Fresh,
    /// A workspace.
    Kept(Box<Kept>),
    /// The store is empty, but the sentinel tells of a workspace. Nothing is written until [`Vault::begin`].
    Lost(Sentinel),
    /// There is something, but it does not read; with all its text as it stands. Nothing is written until [`Vault::begin`].
    Damaged(FileError, String),
    /// The browser keeps nothing for this page.
    Denied,
}

/// What the vault asks of the page that holds the workspace.
pub trait Source {
    /// The workspace as it is now.
    fn workspace(&self) -> Workspace;
    /// Its id and how many deals it has.
    fn size(&self) -> (WorkspaceId, usize);
    /// Whether an entry is part of it.
    fn knows(&self, id: &str) -> bool;
    /// Takes in entries that another tab wrote.
    fn take_in(&self, entries: Vec<Entry>);
    /// Hears that the state of saving is another.
    fn save_state(&self, state: SaveState);
}

/// Entries longer than this stay out of the tail, which has little room; they are in the journal within a second.
const TAIL_LIMIT: usize = 100_000;
/// Waits before the first, second and all further attempts to save again, in milliseconds.
const RETRY_MS: [u32; 3] = [1_000, 5_000, 30_000];

struct Inner {
    store: Option<Store>,
    prefs: Prefs,
    source: Option<Rc<dyn Source>>,
    pending: VecDeque<(String, Rc<str>)>,
    writing: bool,
    held: bool,
    attempts: usize,
    base: Option<Workspace>,
    anew: bool,
    snapshot: snapshot::Plan,
    channel: Option<web_sys::BroadcastChannel>,
    _heard: Option<wasm_bindgen::prelude::Closure<dyn FnMut(web_sys::MessageEvent)>>,
}

/// The store of one workspace. Copies share it.
#[derive(Clone)]
pub struct Vault(Rc<RefCell<Inner>>);

impl Vault {
    /// Opens the store of that name and reads what is in it.
    pub async fn open(name: &str, prefs: Prefs) -> (Vault, Opening) {
        let store = Store::open(name).await.ok();
        let vault = Vault(Rc::new(RefCell::new(Inner {
            store: store.clone(),
            prefs,
            source: None,
            pending: VecDeque::new(),
            writing: false,
            held: true,
            attempts: 0,
            base: None,
            anew: false,
            snapshot: snapshot::Plan::default(),
            channel: web_sys::BroadcastChannel::new(name).ok(),
            _heard: None,
        })));
        let opening = match store {
            None => Opening::Denied,
            Some(store) => vault.read(&store).await,
        };
        (vault, opening)
    }

    async fn read(&self, store: &Store) -> Opening {
        let (prefs, sentinel) = {
            let inner = self.0.borrow();
            (inner.prefs, inner.prefs.get::<Sentinel>("sentinel"))
        };
        let found = match snapshot::newest(store).await {
            Ok(found) => found,
            Err(snapshot::Unreadable::Failed(_)) => return Opening::Denied,
            Err(snapshot::Unreadable::Damaged(error)) => {
                return Opening::Damaged(error, snapshot::raw(store).await);
            }
        };
        let Some(found) = found else {
            return match sentinel {
                Some(sentinel) => Opening::Lost(sentinel),
                None => Opening::Fresh,
            };
        };
        self.0.borrow_mut().snapshot.opened(found.upto);
        let mut newer = found.newer;
        let tails: Vec<Entry> =
            prefs.keys("tail/").into_iter().filter_map(|key| Entry::read(prefs.get(&key)?).ok()).collect();
        let mut unsaved = 0;
        if !tails.is_empty() {
            // What the tail has may have been journalled before the browser died; only the journal's ids tell.
            let journalled = snapshot::ids(store).await.unwrap_or_default();
            let oldest = journalled.iter().min().cloned();
            for entry in tails {
                let stale = oldest.as_ref().is_some_and(|oldest| entry.id < *oldest);
                if stale || journalled.contains(&entry.id) {
                    prefs.delete(&format!("tail/{}", entry.id));
                } else {
                    self.0.borrow_mut().pending.push_back((entry.id.clone(), entry.text.as_str().into()));
                    newer.push(entry);
                    unsaved += 1;
                }
            }
        }
        newer.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        Opening::Kept(Box::new(Kept {
            workspace: found.workspace,
            newer,
            unsaved,
            passed_over: found.passed_over,
        }))
    }

    /// From now on entries are written. A workspace that has no snapshot yet is given as `base`: it is written together
    /// with the first entry. `anew` then gives up what the store held.
    pub fn begin(&self, source: Rc<dyn Source>, base: Option<Workspace>, anew: bool) {
        {
            let mut inner = self.0.borrow_mut();
            inner.source = Some(source);
            inner.base = base;
            inner.anew = anew;
            inner.held = false;
        }
        self.listen();
        self.tell();
        self.kick();
    }

    /// Entries that are part of the snapshot, oldest first: what can be undone from before this page was opened.
    pub async fn older(&self) -> Vec<Entry> {
        let (store, upto) = {
            let inner = self.0.borrow();
            (inner.store.clone(), inner.snapshot.opened_at())
        };
        let Some(store) = store else { return Vec::new() };
        let texts = store.journal_upto(upto).await.unwrap_or_default();
        texts.into_iter().filter_map(|text| Entry::read(text).ok()).collect()
    }

    /// What can be said of the last change.
    pub fn state(&self) -> SaveState {
        let inner = self.0.borrow();
        match () {
            () if inner.store.is_none() => SaveState::MemoryOnly,
            () if inner.attempts > 0 => SaveState::NotSaved,
            () if inner.writing || !inner.pending.is_empty() => SaveState::Saving,
            () => SaveState::Saved,
        }
    }

    /// Tries at once to write what is not saved.
    pub fn retry(&self) {
        self.kick();
    }

    fn tell(&self) {
        let source = self.0.borrow().source.clone();
        if let Some(source) = source {
            source.save_state(self.state());
        }
    }

    fn kick(&self) {
        let go = {
            let mut inner = self.0.borrow_mut();
            let go = !inner.writing && !inner.held && !inner.pending.is_empty() && inner.store.is_some();
            inner.writing |= go;
            go
        };
        if go {
            let vault = self.clone();
            spawn(async move { vault.write_all().await });
        }
    }

    async fn write_all(self) {
        self.tell();
        loop {
            let (store, batch, base, anew) = {
                let inner = self.0.borrow();
                let batch: Vec<(String, Rc<str>)> = inner.pending.iter().cloned().collect();
                (inner.store.clone(), batch, inner.base.clone(), inner.anew)
            };
            let Some(store) = store.filter(|_| !batch.is_empty()) else { break };
            let texts: Vec<&str> = batch.iter().map(|(_, text)| text.as_ref()).collect();
            let base = base.as_ref().map(snapshot::pack);
            let written = match store.append(&texts, base.as_ref(), anew).await {
                // The connection may have been closed from outside; once anew, then it counts as refused.
                Err(_) => match store.reopened().await {
                    Ok(store) => {
                        self.0.borrow_mut().store = Some(store.clone());
                        store.append(&texts, base.as_ref(), anew).await
                    }
                    Err(failure) => Err(failure),
                },
                done => done,
            };
            match written {
                Ok(()) => self.confirm(&batch),
                Err(_) => return self.refused(),
            }
        }
        self.0.borrow_mut().writing = false;
        self.tell();
        self.snapshot_when_due();
    }

    fn confirm(&self, batch: &[(String, Rc<str>)]) {
        let (source, channel) = {
            let mut inner = self.0.borrow_mut();
            inner.attempts = 0;
            inner.base = None;
            inner.anew = false;
            inner.pending.drain(..batch.len());
            let bytes = batch.iter().map(|(_, text)| text.len()).sum();
            inner.snapshot.count(batch.len(), bytes);
            batch.iter().for_each(|(id, _)| inner.prefs.delete(&format!("tail/{id}")));
            (inner.source.clone(), inner.channel.clone())
        };
        if let (Some(source), Some((last, _))) = (source, batch.last()) {
            let (workspace, deals) = source.size();
            let inner = self.0.borrow();
            let digest = inner.snapshot.digest();
            inner.prefs.set("sentinel", Sentinel { workspace, last: last.clone(), deals, digest });
        }
        if let Some(channel) = channel {
            for (_, text) in batch {
                let _ = channel.post_message(&text.as_ref().into());
            }
        }
    }

    fn refused(&self) {
        let wait = {
            let mut inner = self.0.borrow_mut();
            inner.writing = false;
            inner.attempts += 1;
            RETRY_MS.get(inner.attempts - 1).or(RETRY_MS.last()).copied().unwrap_or(30_000)
        };
        self.tell();
        let vault = self.clone();
        spawn(async move {
            sleep(wait).await;
            vault.kick();
        });
    }

    /// Hears what other tabs have saved.
    fn listen(&self) {
        let weak = Rc::downgrade(&self.0);
        let heard = wasm_bindgen::prelude::Closure::wrap(Box::new(move |event: web_sys::MessageEvent| {
            let (Some(inner), Some(text)) = (weak.upgrade(), event.data().as_string()) else { return };
            let source = inner.borrow().source.clone();
            if let (Some(source), Ok(entry)) = (source, Entry::read(text)) {
                inner.borrow_mut().snapshot.appended(&entry.id);
                source.take_in(vec![entry]);
            }
        }) as Box<dyn FnMut(web_sys::MessageEvent)>);
        let mut inner = self.0.borrow_mut();
        if let Some(channel) = &inner.channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        inner._heard = Some(heard);
    }
}

impl Journal for Vault {
    fn append(&mut self, entry: &Entry) {
        {
            let mut inner = self.0.borrow_mut();
            if inner.store.is_none() {
                return;
            }
            if entry.text.len() <= TAIL_LIMIT {
                inner.prefs.set(&format!("tail/{}", entry.id), &entry.text);
            }
            inner.snapshot.appended(&entry.id);
            inner.pending.push_back((entry.id.clone(), entry.text.as_str().into()));
        }
        self.kick();
    }
}
