//! Where a workspace is kept in this browser: a journal and packed snapshots in IndexedDB, a small tail in localStorage.
//!
//! An entry goes to the tail in the turn that made it, and at once into a strict IndexedDB transaction; only when that
//! completes does the state say saved and the tail go. A snapshot is written in idle time and read back before older ones go.
//! The order of the journal is the order of its commits (`autoIncrement`), which IndexedDB keeps over all tabs.

mod database;
mod snapshot;

use std::cell::RefCell;
use std::collections::{HashSet, VecDeque};
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;

use crate::exchange::Entry;
use crate::exchange::document::FileError;
use crate::exchange::opening::{Sorted, sort_out};
use crate::model::{Workspace, WorkspaceId};
use crate::session::Journal;

use super::page::{reload, sleep, spawn};
use super::prefs::Prefs;
pub use database::Failure;
use database::{Appended, Seen, Store};

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
    /// The store is empty, but the tail has entries of a first session whose disk refused; they are to be replayed on an empty
    /// workspace and written with it.
    Begun(Vec<Entry>),
    /// There is something, but it does not read; with all its text as it stands. Nothing is written until [`Vault::begin`].
    Damaged(FileError, String),
    /// The browser refused to open the store or to read it, so nobody knows what is in it; with what the sentinel tells of it.
    /// Nothing is written.
    Failed(Option<Sentinel>),
    /// The browser keeps nothing for this page, and nothing tells that it ever did.
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

/// Set when a page gave up what it was to begin with.
const OVERTAKEN: &str = "overtaken";

/// Where the tail keeps an entry.
fn tail_key(id: &str) -> String {
    format!("tail/{id}")
}

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
    /// What stood in the store before it was read.
    seen: Option<Seen>,
    /// The entries that the snapshot holds, until somebody asks for them.
    older: Option<Vec<Entry>>,
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
            seen: None,
            older: None,
            snapshot: snapshot::Plan::default(),
            channel: web_sys::BroadcastChannel::new(name).ok(),
            _heard: None,
        })));
        let sentinel = prefs.get::<Sentinel>("sentinel");
        let opening = match store {
            None => sentinel.map_or(Opening::Denied, |sentinel| Opening::Failed(Some(sentinel))),
            Some(store) => match vault.read(&store, sentinel.clone()).await {
                Ok(opening) => opening,
                Err(_) => Opening::Failed(sentinel),
            },
        };
        (vault, opening)
    }

    /// What the tail has.
    fn tails(&self) -> Vec<Entry> {
        let prefs = self.0.borrow().prefs;
        prefs.keys("tail/").into_iter().filter_map(|key| Entry::read(prefs.get(&key)?).ok()).collect()
    }

    /// Everything that is stored, as it stands.
    pub async fn raw(&self) -> String {
        let store = self.0.borrow().store.clone();
        match store {
            Some(store) => snapshot::raw(&store, &self.tails()).await,
            None => String::new(),
        }
    }

    async fn read(&self, store: &Store, sentinel: Option<Sentinel>) -> Result<Opening, Failure> {
        // Before anything is read, so that what another page writes meanwhile is not taken for seen.
        let seen = store.seen().await?;
        let pruned = seen.is_pruned();
        self.0.borrow_mut().seen = Some(seen);
        let found = match snapshot::newest(store).await {
            Ok(found) => found,
            Err(snapshot::Unreadable::Failed(failure)) => return Err(failure),
            Err(snapshot::Unreadable::Damaged(error)) => {
                return Ok(Opening::Damaged(error, self.raw().await));
            }
        };
        let tails = self.tails();
        let Some(found) = found else {
            return Ok(match sentinel {
                Some(sentinel) => Opening::Lost(sentinel),
                None if tails.is_empty() => Opening::Fresh,
                None => {
                    let sorted = sort_out(&HashSet::new(), Vec::new(), tails, false);
                    self.adopt(&sorted.unsaved);
                    Opening::Begun(sorted.newer)
                }
            });
        };
        let (entries, bytes) = (found.newer.len(), found.newer.iter().map(|entry| entry.text.len()).sum());
        let mut sorted = Sorted::default();
        if entries > 0 || !tails.is_empty() {
            // An entry may be journalled twice, and what the tail has may be too; only the journal's ids tell.
            let held = snapshot::held(store, found.upto).await?;
            let ids = held.iter().map(|entry| entry.id.as_str()).collect();
            sorted = sort_out(&ids, found.newer, tails, pruned);
            self.0.borrow_mut().older = Some(held);
        }
        self.adopt(&sorted.unsaved);
        let mut inner = self.0.borrow_mut();
        inner.snapshot.opened(found.upto, entries, bytes);
        sorted.settled.iter().for_each(|id| inner.prefs.delete(&tail_key(id)));
        Ok(Opening::Kept(Box::new(Kept {
            workspace: found.workspace,
            newer: sorted.newer,
            unsaved: sorted.unsaved.len(),
            passed_over: found.passed_over,
        })))
    }

    /// Takes entries that a page left in the tail as this page's own, to be written.
    fn adopt(&self, entries: &[Entry]) {
        let texts = entries.iter().map(|entry| (entry.id.clone(), entry.text.as_str().into()));
        self.0.borrow_mut().pending.extend(texts);
    }

    /// From now on entries are written. A workspace that has no snapshot yet is given as `base`: it is written together
    /// with the first entry. `anew` then gives up what the store held when it was read; if another page has written since, this page
    /// is loaded again instead.
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
        self.snapshot_when_due();
    }

    /// Entries that are part of the snapshot, oldest first: what can be undone from before this page was opened.
    pub async fn older(&self) -> Vec<Entry> {
        let (store, upto, known) = {
            let mut inner = self.0.borrow_mut();
            (inner.store.clone(), inner.snapshot.opened_at(), inner.older.take())
        };
        match (known, store) {
            (Some(known), _) => known,
            (None, Some(store)) => snapshot::held(&store, upto).await.unwrap_or_default(),
            (None, None) => Vec::new(),
        }
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
                let anew = inner.seen.clone().filter(|_| inner.anew);
                (inner.store.clone(), batch, inner.base.clone(), anew)
            };
            let Some(store) = store.filter(|_| !batch.is_empty()) else { break };
            let texts: Vec<&str> = batch.iter().map(|(_, text)| text.as_ref()).collect();
            let base = base.as_ref().map(snapshot::pack);
            let written = match store.append(&texts, base.as_ref(), anew.as_ref()).await {
                // The connection may have been closed from outside; once anew, then it counts as refused.
                Err(_) => match store.reopened().await {
                    Ok(store) => {
                        self.0.borrow_mut().store = Some(store.clone());
                        store.append(&texts, base.as_ref(), anew.as_ref()).await
                    }
                    Err(failure) => Err(failure),
                },
                done => done,
            };
            match written {
                Ok(Appended::Done) => self.confirm(&batch),
                Ok(Appended::Overtaken) => return self.overtaken(),
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
            if std::mem::take(&mut inner.anew)
                && let Some((first, _)) = batch.first()
            {
                // What was given up goes with its tail: none of it belongs to the new beginning.
                let first = tail_key(first);
                let gone = inner.prefs.keys("tail/").into_iter().filter(|key| *key < first);
                gone.for_each(|key| inner.prefs.delete(&key));
            }
            // Another tab may have confirmed some of them meanwhile.
            inner.pending.retain(|(id, _)| !batch.iter().any(|(done, _)| done == id));
            let bytes = batch.iter().map(|(_, text)| text.len()).sum();
            inner.snapshot.count(batch.len(), bytes);
            batch.iter().for_each(|(id, _)| inner.prefs.delete(&tail_key(id)));
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

    /// Another page has written since the store was read: what this page was to begin with is given up and the store read again.
    fn overtaken(&self) {
        {
            let mut inner = self.0.borrow_mut();
            inner.writing = false;
            inner.store = None;
            let given_up = std::mem::take(&mut inner.pending);
            given_up.iter().for_each(|(id, _)| inner.prefs.delete(&tail_key(id)));
            inner.prefs.set(OVERTAKEN, true);
        }
        reload();
    }

    /// Whether this browser's last page had to give up what it was to begin with. Said once.
    pub fn was_overtaken(&self) -> bool {
        let prefs = self.0.borrow().prefs;
        let was = prefs.get::<bool>(OVERTAKEN).unwrap_or(false);
        if was {
            prefs.delete(OVERTAKEN);
        }
        was
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

    /// Another tab has saved that entry. It may be one that stood in the tail when this page was opened and was taken for left
    /// behind: it is not to be written again.
    fn heard_saved(&self, id: &str) {
        let mut inner = self.0.borrow_mut();
        inner.snapshot.appended(id);
        let before = inner.pending.len();
        inner.pending.retain(|(pending, _)| pending != id);
        if inner.pending.len() < before {
            inner.prefs.delete(&tail_key(id));
            if inner.pending.is_empty() {
                inner.attempts = 0;
            }
        }
    }

    /// Hears what other tabs have saved.
    fn listen(&self) {
        let weak = Rc::downgrade(&self.0);
        let heard = wasm_bindgen::prelude::Closure::wrap(Box::new(move |event: web_sys::MessageEvent| {
            let (Some(inner), Some(text)) = (weak.upgrade(), event.data().as_string()) else { return };
            let source = inner.borrow().source.clone();
            if let (Some(source), Ok(entry)) = (source, Entry::read(text)) {
                let vault = Vault(inner);
                vault.heard_saved(&entry.id);
                source.take_in(vec![entry]);
                vault.tell();
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
                inner.prefs.set(&tail_key(&entry.id), &entry.text);
            }
            inner.snapshot.appended(&entry.id);
            inner.pending.push_back((entry.id.clone(), entry.text.as_str().into()));
        }
        self.kick();
    }
}
