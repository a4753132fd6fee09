//! The laws of a session: undo and redo walk the same states up and down, and the journal holds all that is needed to
//! walk them again in another run.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;
use stageline::exchange::{Deed, Entry, document};
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

/// What two pages do in turn; each hears of the other late.
#[derive(Debug, Clone)]
enum Tell {
    /// One of them does something.
    Does(bool, Step),
    /// One of them hears of the next entries of the other.
    Hears(bool, usize),
}

fn tell() -> impl Strategy<Value = Tell> {
    prop_oneof![
        5 => (any::<bool>(), step()).prop_map(|(who, step)| Tell::Does(who, step)),
        2 => (any::<bool>(), 1usize..8).prop_map(|(who, count)| Tell::Hears(who, count)),
    ]
}

fn does(page: &mut Bench, step: Step) {
    match step {
        Step::Ask(command, now) => {
            page.clock.0.set(now);
            let _ = page.session.dispatch(*command, Deed::Other);
        }
        Step::Undo => drop(page.session.undo()),
        Step::Redo => drop(page.session.redo()),
    }
}

fn opens_again(workspace: &Workspace) -> Result<(), TestCaseError> {
    prop_assert_eq!(check(workspace), vec![]);
    let again = document::read(&document::write(workspace));
    prop_assert_eq!(again.as_ref(), Ok(workspace));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn two_pages_that_hear_of_each_other_late_never_contradict_themselves(
        tells in vec(tell(), 1..60), turns in vec(any::<bool>(), 0..60),
    ) {
        let first = small();
        let mut pages = [bench(first.clone(), 7), bench(first.clone(), 8)];
        let mut heard = [0, 0];
        for tell in tells {
            match tell {
                Tell::Does(who, step) => does(&mut pages[usize::from(who)], step),
                Tell::Hears(who, count) => {
                    let (me, other) = (usize::from(who), usize::from(!who));
                    let news = read_back(&pages[other].journal);
                    let news: Vec<Entry> = news.into_iter().skip(heard[me]).take(count).collect();
                    heard[me] += news.len();
                    let before = pages[me].session.workspace().clone();
                    let (change, _) = pages[me].session.replay(news);
                    prop_assert_eq!(&change, &Change::between(&before, pages[me].session.workspace()));
                }
            }
            for page in &pages {
                prop_assert_eq!(check(page.session.workspace()), vec![]);
            }
        }
        let [one, two] = [read_back(&pages[0].journal), read_back(&pages[1].journal)];
        pages[0].session.replay(two.clone());
        pages[1].session.replay(one.clone());
        // Another run that finds both journals in the order in which they happened to be written.
        let (mut one, mut two) = (one.into_iter(), two.into_iter());
        let mut both: Vec<Entry> = Vec::new();
        for turn in turns {
            both.extend(if turn { one.next() } else { two.next() });
        }
        both.extend(one.chain(two));
        let Bench { mut session, .. } = bench(first, 9);
        session.replay(both);
        for session in [&pages[0].session, &pages[1].session, &session] {
            opens_again(session.workspace())?;
        }
    }
}

fn ask_of(page: &mut Bench, command: Command) {
    page.session.dispatch(command, Deed::Other).expect("it is allowed");
}

/// Two pages that each do something before they hear of the other, and a third run of both journals.
fn both_do(one: Command, two: Command) -> [Session; 3] {
    let mut pages = [bench(small(), 7), bench(small(), 8)];
    ask_of(&mut pages[0], one);
    ask_of(&mut pages[1], two);
    let [first, second] = [read_back(&pages[0].journal), read_back(&pages[1].journal)];
    let mut third = bench(small(), 9).session;
    third.replay(first.iter().chain(&second).cloned().collect());
    let [mut one, mut two] = pages.map(|page| page.session);
    one.replay(second);
    two.replay(first);
    for session in [&one, &two, &third] {
        assert_eq!(check(session.workspace()), vec![]);
        assert_eq!(document::read(&document::write(session.workspace())).as_ref(), Ok(session.workspace()));
    }
    [one, two, third]
}

#[test]
fn a_deal_that_two_pages_move_at_once_goes_one_way_after_the_other_and_back() {
    let to = |stage| Command::MoveDeal { deal: DealId(103), stage: StageId(stage), place: Place::Last };
    let [mut one, two, third] = both_do(to(13), to(14));
    let stage = |session: &Session| session.workspace().get::<Deal>(DealId(103)).expect("it is there").stage;
    assert_eq!([stage(&one), stage(&two), stage(&third)], [StageId(14), StageId(13), StageId(14)]);
    assert!(one.undo().is_some());
    assert_eq!(stage(&one), StageId(13));
    assert!(one.undo().is_some());
    assert_eq!(one.workspace(), &small());
}

#[test]
fn a_deal_that_two_pages_win_at_once_is_won_once() {
    let win = |value| Command::WinDeal { deal: DealId(104), at: Timestamp(START + 5), value };
    for session in both_do(win(3), win(4)) {
        let deal = session.workspace().get::<Deal>(DealId(104)).expect("it is there");
        let won = deal.history.iter().filter(|event| event.what == Happened::Won).count();
        assert_eq!((won, deal.outcome.kind()), (1, OutcomeKind::Won));
    }
}

#[test]
fn a_deal_added_to_what_another_page_clears_leaves_no_deal_without_a_stage() {
    let add = Command::AddDeal(NewDeal {
        id: DealId(110),
        stage: StageId(11),
        place: Place::Last,
        title: "New".into(),
    });
    for session in both_do(Command::Clear, add) {
        for deal in session.workspace().all::<Deal>().values() {
            assert!(session.workspace().get::<Stage>(deal.stage).is_some());
        }
    }
}

#[test]
fn a_segment_that_is_called_history_is_a_word_like_any_other() {
    let Bench { mut session, journal, .. } = bench(small(), 7);
    let deal = DealId(100);
    for value in ["Long", "Short", ""] {
        let edit = DealEdit::Segment { kind: "history".into(), value: value.into() };
        session.dispatch(Command::EditDeal { deal, edit }, Deed::EditDeal).expect("it is allowed");
    }
    let mut again = bench(small(), 8).session;
    let (_, skipped) = again.replay(read_back(&journal));
    assert_eq!(skipped, vec![]);
    assert_eq!(again.workspace(), session.workspace());
    for _ in 0..3 {
        assert!(again.undo().is_some());
    }
    assert_eq!(again.workspace(), &small());
}
