//! One open workspace: the model, what can be undone, and the journal that it is kept in.
//!
//! [`Session::dispatch`] is the only way to change anything. It knows neither signals nor the browser: time, ids and storage
//! come through the ports [`Clock`], [`Ids`] and [`Journal`], each with a twin in memory for tests.

use std::collections::HashSet;
use std::sync::Arc;

use crate::exchange::migrations::migration;
use crate::exchange::{Deed, Entry, OpError, Turn};
use crate::model::{Change, Command, Ids, Rejection, Timestamp, Workspace, Zone, apply, keeps_sound};

/// Tells the time. The browser's twin is in `browser`; [`FixedClock`] is for tests.
pub trait Clock {
    /// The present instant.
    fn now(&self) -> Timestamp;
    /// The viewer's zone.
    fn zone(&self) -> Zone;
}

/// A clock that stands still until it is set.
#[derive(Debug, Clone)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
    fn zone(&self) -> Zone {
        Zone::UTC
    }
}

/// Keeps entries. Takes them at once and may confirm them later; never fails in the caller's face.
pub trait Journal {
    /// Begins to keep an entry.
    fn append(&mut self, entry: &Entry);
}

/// A journal in memory.
#[derive(Debug, Clone, Default)]
pub struct MemoryJournal {
    /// The entries so far.
    pub entries: Vec<Entry>,
}

impl Journal for MemoryJournal {
    fn append(&mut self, entry: &Entry) {
        self.entries.push(entry.clone());
    }
}

impl<J: Journal> Journal for std::rc::Rc<std::cell::RefCell<J>> {
    fn append(&mut self, entry: &Entry) {
        self.borrow_mut().append(entry);
    }
}

/// How many steps can be taken back.
pub const UNDO_STEPS: usize = 200;

/// What a session needs from outside.
pub struct Ports {
    /// The time.
    pub clock: Box<dyn Clock>,
    /// New ids.
    pub ids: Box<dyn Ids>,
    /// Where entries go.
    pub journal: Box<dyn Journal>,
}

/// One open workspace.
pub struct Session {
    workspace: Workspace,
    steps: Steps,
    /// The session's entries since it was opened, until [`Session::recall`] brings those from before.
    trail: Option<Vec<Arc<Entry>>>,
    known: HashSet<String>,
    clock: Hybrid,
    ports: Ports,
}

/// A hybrid logical clock: milliseconds, and a count for what happens within one; never goes back.
#[derive(Debug, Clone, Copy)]
struct Hybrid {
    last: u64,
    device: u32,
}

const COUNT_BITS: u32 = 16;

impl Hybrid {
    fn next(&mut self, now: Timestamp) -> String {
        let millis = u64::try_from(now.0).unwrap_or(0) << COUNT_BITS;
        self.last = millis.max(self.last + 1);
        format!("{}-{:05x}", crate::model::DealId(self.last), self.device & 0xf_ffff)
    }

    fn has_seen(&mut self, id: &str) {
        let time = id.split('-').next().and_then(|text| text.parse::<crate::model::DealId>().ok());
        self.last = self.last.max(time.map_or(0, |id| id.0));
    }
}

/// What [`Session::replay`] could not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The entry's id.
    pub id: String,
    /// Why.
    pub error: OpError,
}

impl Session {
    /// Opens a workspace. `device` tells this page from others that may write to the same journal.
    pub fn new(workspace: Workspace, device: u32, ports: Ports) -> Session {
        Session {
            workspace,
            steps: Steps::default(),
            trail: Some(Vec::new()),
            known: HashSet::new(),
            clock: Hybrid { last: 0, device },
            ports,
        }
    }

    /// What is open.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.ports.clock.now()
    }

    /// The viewer's zone.
    pub fn zone(&self) -> Zone {
        self.ports.clock.zone()
    }

    /// The source of new ids.
    pub fn ids(&mut self) -> &mut dyn Ids {
        self.ports.ids.as_mut()
    }

    /// Applies a command, makes it the newest step to undo, and sends it to the journal. An empty change leaves no trace.
    ///
    /// # Errors
    /// The [`Rejection`] of [`apply()`]; nothing has changed then.
    pub fn dispatch(&mut self, command: Command, deed: Deed) -> Result<Change, Rejection> {
        let now = self.now();
        let change = apply(&mut self.workspace, command, now)?;
        if !change.is_empty() {
            self.keep(Turn::Do, deed, &change);
        }
        Ok(change)
    }

    /// Brings data of an earlier version to the form of today, as an entry of the journal that is no step to undo. An empty
    /// change if it is in it, or if it refuses to be.
    pub fn migrate(&mut self) -> Change {
        let Some(command) = migration(&self.workspace) else { return Change::default() };
        self.dispatch(command, Deed::Migrate).unwrap_or_default()
    }

    /// Makes the workspace another one (a file that takes its place), as one step that can be undone.
    pub fn replace(&mut self, with: &Workspace, deed: Deed) -> Change {
        let change = Change::between(&self.workspace, with);
        change.apply_to(&mut self.workspace);
        if !change.is_empty() {
            self.keep(Turn::Do, deed, &change);
        }
        change
    }

    /// Takes the newest step back. `None` if there is none, or if it no longer fits what is there; then it is given up.
    pub fn undo(&mut self) -> Option<(Deed, Change)> {
        let step = self.steps.undo.last().cloned()?;
        let change = self.turn(Turn::Undo, &step);
        if change.is_none() {
            self.steps.undo.pop();
        }
        change.map(|change| (step.deed, change))
    }

    /// Does again what was taken back last. `None` if there is nothing, or if it no longer fits; then it is given up.
    pub fn redo(&mut self) -> Option<(Deed, Change)> {
        let step = self.steps.redo.last().cloned()?;
        let change = self.turn(Turn::Redo, &step);
        if change.is_none() {
            self.steps.redo.pop();
        }
        change.map(|change| (step.deed, change))
    }

    /// What undo would take back.
    pub fn undoable(&self) -> Option<Deed> {
        self.steps.undo.last().map(|entry| entry.deed)
    }

    /// What redo would do again.
    pub fn redoable(&self) -> Option<Deed> {
        self.steps.redo.last().map(|entry| entry.deed)
    }

    /// Applies entries that another run or another page wrote, in the order of their ids, and says which did not fit: another page may
    /// have written one before it heard of what this one did. They become steps to undo as if done here.
    pub fn replay(&mut self, entries: Vec<Entry>) -> (Change, Vec<Skipped>) {
        let mut change = Change::default();
        let mut skipped = Vec::new();
        for entry in entries {
            if self.known.contains(&entry.id) {
                continue;
            }
            match self.fitted(&entry) {
                Ok((step, entry)) => {
                    change = change.then(step);
                    self.follow(Arc::new(entry));
                }
                Err(error) => {
                    self.known.insert(entry.id.clone());
                    skipped.push(Skipped { id: entry.id, error });
                }
            }
        }
        (change, skipped)
    }

    /// Takes in entries from before this session, oldest first, whose changes are part of the workspace already, so that they
    /// can be undone after the session's own. Once only: later calls do nothing.
    pub fn recall(&mut self, older: Vec<Entry>) {
        let Some(since) = self.trail.take() else { return };
        let mut steps = Steps::default();
        for entry in older {
            if self.known.insert(entry.id.clone()) {
                self.clock.has_seen(&entry.id);
                steps.follow(Arc::new(entry));
            }
        }
        since.into_iter().for_each(|entry| steps.follow(entry));
        self.steps = steps;
    }

    /// Whether an entry is part of the workspace.
    pub fn knows(&self, id: &str) -> bool {
        self.known.contains(id)
    }

    fn turn(&mut self, turn: Turn, step: &Entry) -> Option<Change> {
        let change = step.change(&self.workspace, turn == Turn::Undo).ok()?;
        if !self.applied(&change) {
            return None;
        }
        self.keep(turn, step.deed, &change);
        Some(change)
    }

    /// Applies an entry as it is, else with its events behind those that came meanwhile; gives what it did, and the entry by which
    /// that can be taken back.
    fn fitted(&mut self, entry: &Entry) -> Result<(Change, Entry), OpError> {
        let step = entry.change(&self.workspace, false)?;
        if self.applied(&step) {
            return Ok((step, entry.clone()));
        }
        let step = entry.change_behind(&self.workspace)?;
        if !self.applied(&step) {
            return Err(OpError::Unsound);
        }
        let entry = Entry::new(entry.id.clone(), entry.turn, entry.deed, &step);
        Ok((step, entry))
    }

    /// Applies a change, unless the workspace would contradict itself then; says whether it did.
    fn applied(&mut self, change: &Change) -> bool {
        change.apply_to(&mut self.workspace);
        let sound = keeps_sound(&self.workspace, change);
        if !sound {
            change.reverse().apply_to(&mut self.workspace);
        }
        sound
    }

    fn keep(&mut self, turn: Turn, deed: Deed, change: &Change) {
        let now = self.now();
        let entry = Arc::new(Entry::new(self.clock.next(now), turn, deed, change));
        self.ports.journal.append(&entry);
        self.follow(entry);
    }

    fn follow(&mut self, entry: Arc<Entry>) {
        self.known.insert(entry.id.clone());
        self.clock.has_seen(&entry.id);
        if let Some(trail) = &mut self.trail {
            trail.push(Arc::clone(&entry));
        }
        self.steps.follow(entry);
    }
}

/// What can be taken back, and what can be done again.
#[derive(Default)]
struct Steps {
    undo: Vec<Arc<Entry>>,
    redo: Vec<Arc<Entry>>,
}

impl Steps {
    fn follow(&mut self, entry: Arc<Entry>) {
        match entry.turn {
            Turn::Do if entry.deed == Deed::Migrate => {}
            Turn::Do => {
                self.undo.push(entry);
                self.redo.clear();
                if self.undo.len() > UNDO_STEPS {
                    self.undo.remove(0);
                }
            }
            Turn::Undo => self.redo.extend(self.undo.pop()),
            Turn::Redo => self.undo.extend(self.redo.pop()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;
    use crate::model::{
        Currency, DealId, NewDeal, Pipeline, PipelineId, Place, Rank, SeededIds, Stage, StageId, WorkspaceId,
        check,
    };

    type Kept = Rc<RefCell<MemoryJournal>>;

    fn open() -> (Session, Kept) {
        let kept = Kept::default();
        let start = Timestamp(1_763_800_000_000);
        let ports = Ports {
            clock: Box::new(FixedClock(start)),
            ids: Box::new(SeededIds::new(start, 1)),
            journal: Box::new(Rc::clone(&kept)),
        };
        (Session::new(Workspace::empty(WorkspaceId(1)), 7, ports), kept)
    }

    fn stage(id: u64, name: &str) -> Stage {
        let rank = Rank::spread(None, 9).expect("room")[id as usize].clone();
        Stage { chance: 20, stale_days: 7, ..Stage::new(StageId(id), PipelineId(1), rank, name) }
    }

    fn begin(session: &mut Session) -> DealId {
        let pipeline = Pipeline::new(PipelineId(1), Rank::middle(), "P", Currency::EUR);
        let deal = DealId(5_000);
        let batch = vec![
            Command::AddPipeline(pipeline),
            Command::AddStage(stage(1, "One")),
            Command::AddStage(stage(2, "Two")),
            Command::AddDeal(NewDeal {
                id: deal,
                stage: StageId(1),
                place: Place::First,
                title: "Acme \"<b>\" ü".into(),
            }),
        ];
        session.dispatch(Command::Batch(batch), Deed::Start).expect("a workspace");
        deal
    }

    fn move_to(session: &mut Session, deal: DealId, stage: u64) {
        let command = Command::MoveDeal { deal, stage: StageId(stage), place: Place::Last };
        session.dispatch(command, Deed::MoveDeal).expect("a move");
    }

    #[test]
    fn a_journal_replayed_gives_the_same_workspace_and_the_same_steps() {
        let (mut session, kept) = open();
        let deal = begin(&mut session);
        move_to(&mut session, deal, 2);
        move_to(&mut session, deal, 1);
        session.undo();
        session
            .dispatch(Command::LoseDeal { deal, at: session.now(), reason: "Price".into() }, Deed::LoseDeal)
            .expect("lost");
        session.undo();
        session.redo();

        let (mut again, _) = open();
        let texts: Vec<String> = kept.borrow().entries.iter().map(|entry| entry.text.clone()).collect();
        let entries = texts.into_iter().map(|text| Entry::read(text).expect("an entry")).collect();
        let (_, skipped) = again.replay(entries);
        assert_eq!(skipped, []);
        assert_eq!(again.workspace(), session.workspace());
        assert_eq!(check(again.workspace()), []);
        loop {
            let (a, b) = (session.undo(), again.undo());
            assert_eq!(a, b);
            if a.is_none() {
                break;
            }
        }
        assert!(again.workspace().all::<Stage>().is_empty());
    }

    #[test]
    fn steps_from_before_the_session_can_be_undone() {
        let (mut session, kept) = open();
        let deal = begin(&mut session);
        for stage in [2, 1, 2] {
            move_to(&mut session, deal, stage);
        }
        // The next run opens a snapshot that holds all but the last entry, and hears of the older ones later.
        let entries = kept.borrow().entries.clone();
        let (mut next, _) = open();
        next.workspace = session.workspace().clone();
        session.undo();
        let undone = kept.borrow().entries.last().cloned().expect("an entry");
        next.replay(vec![undone]);
        assert_eq!(next.workspace(), session.workspace());
        next.recall(entries);
        for _ in 0..2 {
            assert_eq!(next.undo(), session.undo());
        }
        assert_eq!(next.redoable(), Some(Deed::MoveDeal));
        assert_eq!(next.undoable(), Some(Deed::Start));
    }

    #[test]
    fn a_move_is_written_in_under_300_characters() {
        let (mut session, kept) = open();
        let deal = begin(&mut session);
        move_to(&mut session, deal, 2);
        let length = kept.borrow().entries.last().map_or(0, |entry| entry.text.len());
        assert!(length < 300, "{length}");
    }

    #[test]
    fn a_refused_command_and_a_command_without_effect_leave_no_trace() {
        let (mut session, kept) = open();
        let deal = begin(&mut session);
        let before = (session.workspace().clone(), kept.borrow().entries.len());
        assert!(session.dispatch(Command::ReopenDeal { deal }, Deed::ReopenDeal).is_err());
        move_to(&mut session, deal, 1);
        assert_eq!((session.workspace().clone(), kept.borrow().entries.len()), before);
    }
}
