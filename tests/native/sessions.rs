//! The laws of a session: undo and redo walk the same states up and down, and the journal holds all that is needed to
//! walk them again in another run.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use stageline::exchange::{Deed, Entry};
use stageline::model::*;
use stageline::session::{Clock, Journal, MemoryJournal, Ports, Session};

use crate::world::{START, ask, small};

/// A clock that the test sets, also back.
#[derive(Clone)]
struct TestClock(Rc<Cell<Timestamp>>);

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.0.get()
    }
    fn zone(&self) -> Zone {
        Zone::UTC
    }
}

struct Bench {
    session: Session,
    clock: TestClock,
    journal: Rc<RefCell<MemoryJournal>>,
}

fn bench(workspace: Workspace, device: u32) -> Bench {
    let clock = TestClock(Rc::new(Cell::new(Timestamp(START))));
    let journal = Rc::new(RefCell::new(MemoryJournal::default()));
    let ports = Ports {
        clock: Box::new(clock.clone()),
        ids: Box::new(SeededIds::new(Timestamp(START), 1)),
        journal: Box::new(Rc::clone(&journal)) as Box<dyn Journal>,
    };
    Bench { session: Session::new(workspace, device, ports), clock, journal }
}

#[derive(Debug, Clone)]
enum Step {
    Ask(Box<Command>, Timestamp),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => ask().prop_map(|(command, now)| Step::Ask(Box::new(command), now)),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

/// The journal's entries as another run reads them.
fn read_back(journal: &RefCell<MemoryJournal>) -> Vec<Entry> {
    let texts: Vec<String> = journal.borrow().entries.iter().map(|entry| entry.text.clone()).collect();
    texts.into_iter().map(|text| Entry::read(text).expect("the journal reads")).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_walk_the_same_states(steps in vec(step(), 1..40)) {
        let first = small();
        let Bench { mut session, clock, journal } = bench(first.clone(), 7);
        // The states below and above the present one.
        let (mut below, mut above): (Vec<Workspace>, Vec<Workspace>) = Default::default();
        for step in steps {
            let before = session.workspace().clone();
            let change = match step {
                Step::Ask(command, now) => {
                    clock.0.set(now);
                    let change = session.dispatch(*command, Deed::Other).unwrap_or_default();
                    if !change.is_empty() {
                        below.push(before.clone());
                        above.clear();
                    }
                    change
                }
                Step::Undo => match (session.undo(), below.pop()) {
                    (Some((_, change)), Some(state)) => {
                        prop_assert_eq!(session.workspace(), &state);
                        above.push(before.clone());
                        change
                    }
                    (done, state) => {
                        prop_assert!(done.is_none() && state.is_none(), "{:?}", done);
                        Change::default()
                    }
                },
                Step::Redo => match (session.redo(), above.pop()) {
                    (Some((_, change)), Some(state)) => {
                        prop_assert_eq!(session.workspace(), &state);
                        below.push(before.clone());
                        change
                    }
                    (done, state) => {
                        prop_assert!(done.is_none() && state.is_none(), "{:?}", done);
                        Change::default()
                    }
                },
            };
            // What a step hands out is exactly what happened, for views and the store to follow.
            prop_assert_eq!(&change, &Change::between(&before, session.workspace()));
            prop_assert_eq!(session.undoable().is_some(), !below.is_empty());
            prop_assert_eq!(session.redoable().is_some(), !above.is_empty());
            prop_assert_eq!(check(session.workspace()), vec![]);
        }

        let entries = read_back(&journal);
        let ids: Vec<&String> = entries.iter().map(|entry| &entry.id).collect();
        prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "ids that do not rise: {:?}", ids);

        // Another run that replays the journal, and one that opens the state and hears of the journal later.
        let Bench { session: mut replayed, .. } = bench(first.clone(), 8);
        let (change, skipped) = replayed.replay(entries.clone());
        prop_assert_eq!(skipped, vec![]);
        prop_assert_eq!(replayed.workspace(), session.workspace());
        prop_assert_eq!(&change, &Change::between(&first, session.workspace()));
        let (again, _) = replayed.replay(entries.clone());
        prop_assert!(again.is_empty(), "entries that are known already are applied again");
        let Bench { session: mut recalled, .. } = bench(session.workspace().clone(), 9);
        recalled.recall(entries);
        while let Some(state) = below.pop() {
            for session in [&mut session, &mut replayed, &mut recalled] {
                prop_assert!(session.undo().is_some());
                prop_assert_eq!(session.workspace(), &state);
            }
        }
        for session in [&mut session, &mut replayed, &mut recalled] {
            prop_assert_eq!(session.workspace(), &first);
            prop_assert!(session.undo().is_none());
        }
    }
}
