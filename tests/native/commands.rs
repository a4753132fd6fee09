//! The laws of the commands: whatever is asked, in whatever order, these hold.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use stageline::model::*;

use crate::world::{START, ask, impossible, moment, single, small};

/// The records of a change that do not differ; there should be none.
fn idle_records(change: &Change) -> usize {
    fn idle<R: Record>(edits: &Edits<R>) -> usize {
        edits
            .iter()
            .filter(|(id, edit)| {
                let named = [&edit.from, &edit.to].into_iter().flatten().all(|record| record.id() == **id);
                edit.from == edit.to || !named
            })
            .count()
    }
    let meta = change.meta.as_ref().is_some_and(|(from, to)| from == to);
    usize::from(meta)
        + idle(&change.pipelines)
        + idle(&change.stages)
        + idle(&change.deals)
        + idle(&change.phases)
        + idle(&change.notes)
}

fn applied(change: &Change, to: &Workspace) -> Workspace {
    let mut workspace = to.clone();
    change.apply_to(&mut workspace);
    workspace
}

/// What is wrong with the visits of a deal, if anything.
fn wrong_visits(workspace: &Workspace, deal: &Deal) -> Option<&'static str> {
    let visits = workspace.visits(deal);
    let here = Rung::Stage(workspace.stage_of(deal));
    let Some(last) = visits.last() else { return Some("no visit at all") };
    for pair in visits.windows(2) {
        match pair[0].left {
            None => return Some("a visit that never ended has another behind it"),
            Some(left) if left > pair[1].entered => return Some("two visits overlap"),
            Some(_) => {}
        }
    }
    if visits.iter().any(|visit| visit.left.is_some_and(|left| left < visit.entered)) {
        return Some("a visit of negative length");
    }
    let fits = match deal.outcome {
        Outcome::Open => last.rung == here && last.left.is_none(),
        Outcome::Won { .. } => last.rung == Rung::Won && last.left.is_none(),
        Outcome::Lost { .. } | Outcome::Nurture { .. } => last.rung == here && last.left.is_some(),
    };
    (!fits).then_some("the last visit is not where the deal is")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_the_workspace_stays_sound(asks in vec(ask(), 1..50)) {
        let first = small();
        let mut workspace = first.clone();
        let mut all = Change::default();
        for (command, now) in asks {
            let before = workspace.clone();
            match apply(&mut workspace, command.clone(), now) {
                Err(rejection) => prop_assert_eq!(&workspace, &before, "{:?} though {:?}", command, rejection),
                Ok(change) => {
                    prop_assert_eq!(idle_records(&change), 0, "{:?}", change);
                    prop_assert_eq!(change.is_empty(), workspace == before);
                    prop_assert_eq!(&applied(&change.reverse(), &workspace), &before, "undo of {:?}", command);
                    prop_assert_eq!(&applied(&change, &before), &workspace, "redo of {:?}", command);
                    prop_assert_eq!(&change.reverse().reverse(), &change);
                    prop_assert_eq!(&change, &Change::between(&before, &workspace));
                    all = all.then(change);
                }
            }
            prop_assert_eq!(check(&workspace), vec![], "after {:?}", command);
            for deal in workspace.all::<Deal>().values() {
                prop_assert_eq!(wrong_visits(&workspace, deal), None, "{:?}", deal);
            }
        }
        prop_assert_eq!(&all, &Change::between(&first, &workspace));
        prop_assert_eq!(&applied(&all.reverse(), &workspace), &first);
    }

    #[test]
    fn changes_compose(asks in vec(ask(), 6..24)) {
        let first = small();
        let mut workspace = first.clone();
        let mut changes = Vec::new();
        let mut states = vec![first];
        for (command, now) in asks {
            if let Ok(change) = apply(&mut workspace, command, now) {
                changes.push(change);
                states.push(workspace.clone());
            }
        }
        for (at, three) in changes.windows(3).enumerate() {
            let [a, b, c] = [&three[0], &three[1], &three[2]].map(Change::clone);
            let left = a.clone().then(b.clone()).then(c.clone());
            let right = a.clone().then(b.clone().then(c));
            prop_assert_eq!(&left, &right);
            prop_assert_eq!(applied(&left, &states[at]), states[at + 3].clone());
            let two = a.clone().then(b.clone());
            prop_assert_eq!(applied(&two, &states[at]), applied(&b, &applied(&a, &states[at])));
            prop_assert!(a.clone().then(a.reverse()).is_empty());
            prop_assert_eq!(two.reverse(), b.reverse().then(a.reverse()));
        }
    }

    #[test]
    fn a_batch_is_its_parts_or_nothing(parts in vec(single(), 0..8), last in impossible(), now in moment()) {
        let before = small();
        let mut one_by_one = before.clone();
        let mut change = Change::default();
        let mut refused = None;
        for part in &parts {
            match apply(&mut one_by_one, part.clone(), now) {
                Ok(more) => change = change.then(more),
                Err(rejection) => {
                    refused = Some(rejection);
                    break;
                }
            }
        }
        let mut batched = before.clone();
        let outcome = apply(&mut batched, Command::Batch(parts.clone()), now);
        match refused {
            None => {
                prop_assert_eq!(outcome, Ok(change));
                prop_assert_eq!(&batched, &one_by_one);
            }
            Some(rejection) => {
                prop_assert_eq!(outcome, Err(rejection));
                prop_assert_eq!(&batched, &before);
            }
        }
        let mut failing = before.clone();
        let with_impossible = parts.into_iter().chain([last]).collect();
        prop_assert!(apply(&mut failing, Command::Batch(with_impossible), now).is_err());
        prop_assert_eq!(failing, before);
    }
}

/// The laws above say nothing where every command is refused: most kinds must be granted now and then, and refused too.
#[test]
fn the_strategy_reaches_both_answers() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let mut seen: std::collections::BTreeMap<String, [usize; 2]> = Default::default();
    let mut rejections = std::collections::BTreeSet::new();
    for _ in 0..600 {
        let mut workspace = small();
        let asks = vec(ask(), 40).new_tree(&mut runner).expect("a sequence").current();
        for (command, now) in asks {
            let word = |shown: String| shown.chars().take_while(|c| c.is_alphanumeric()).collect::<String>();
            let kind = word(format!("{command:?}"));
            let answer = apply(&mut workspace, command, now);
            if let Err(rejection) = &answer {
                rejections.insert(word(format!("{rejection:?}")));
            }
            seen.entry(kind).or_default()[usize::from(answer.is_ok())] += 1;
        }
    }
    for (kind, [refused, granted]) in &seen {
        assert!(*granted > 2, "{kind} was granted {granted} times only");
        assert!(*refused > 2 || kind == "Clear", "{kind} was refused {refused} times only");
    }
    assert_eq!(seen.len(), 37, "commands that are never asked: {:?}", seen.keys());
    // Every reason but a column of millions of cards, the last stage of a pipeline and more dots than there are.
    assert_eq!(rejections.len(), 31, "{rejections:?}");
}

/// So many deals at once that the columns are sorted anew rather than followed.
#[test]
fn a_bulk_import_can_be_undone_and_redone() {
    let before = small();
    let mut workspace = before.clone();
    let model = Deal::clone(before.get::<Deal>(DealId(100)).expect("a deal of the small workspace"));
    let many = (0..1_000u64).map(|n| Deal { id: DealId(10_000 + n), ..model.clone() }).collect();
    let change = apply(&mut workspace, Command::ImportDeals(many), Timestamp(START)).expect("granted");
    assert_eq!(change.deals.len(), 1_000);
    assert_eq!(check(&workspace), vec![]);
    let undone = applied(&change.reverse(), &workspace);
    assert_eq!(undone, before);
    assert_eq!(applied(&change, &undone), workspace);
}

/// What a change leaves alone is not copied: ten thousand deals cost nothing when one is edited.
#[test]
fn untouched_records_are_shared() {
    let before = small();
    let mut workspace = before.clone();
    let edit = Command::EditDeal { deal: DealId(100), edit: DealEdit::Owner("Ada".into()) };
    apply(&mut workspace, edit, Timestamp(START)).expect("granted");
    for (id, deal) in before.all::<Deal>() {
        let same = workspace.get::<Deal>(*id).is_some_and(|after| Arc::ptr_eq(deal, after));
        assert_eq!(same, *id != DealId(100), "untouched records are shared, not copied");
    }
}

#[test]
fn whoever_gets_another_name_keeps_what_they_did() {
    let mut workspace = small();
    let mut ask = |command| apply(&mut workspace, command, Timestamp(START)).expect("it is allowed");
    let (owned, other) = (DealId(100), DealId(101));
    let by = |by: &str| Activity {
        kind: ActivityKind::Call,
        text: String::new(),
        by: by.into(),
        due: None,
        done: Some(Timestamp(START)),
    };
    ask(Command::EditDeal { deal: owned, edit: DealEdit::Owner("Ada".into()) });
    for (deal, id, name) in [(owned, 1, "Ada"), (other, 2, "Ada"), (other, 3, "Ben"), (other, 4, "")] {
        let edit = DealEdit::Activity(ItemId(id), Some(by(name)));
        ask(Command::EditDeal { deal, edit });
    }
    let done = |workspace: &Workspace| -> Vec<String> {
        let deals = [owned, other].into_iter().filter_map(|id| workspace.get::<Deal>(id));
        deals.flat_map(|deal| deal.story.activities.values().map(|activity| activity.by.clone())).collect()
    };
    let before = workspace.clone();
    let rename = |from: &str, to: &str| Command::RenameOwner { from: from.into(), to: to.into() };
    let change = apply(&mut workspace, rename("Ada", "Ada Lovelace"), Timestamp(START)).expect("a new name");
    assert_eq!(done(&workspace), ["Ada Lovelace", "Ada Lovelace", "Ben", ""]);
    assert_eq!(workspace.get::<Deal>(owned).map(|deal| deal.owner.as_str()), Some("Ada Lovelace"));
    assert_eq!(workspace.get::<Deal>(other).map(|deal| deal.owner.as_str()), Some(""));
    assert_eq!(check(&workspace), vec![]);
    change.reverse().apply_to(&mut workspace);
    assert_eq!(workspace, before);

    // Taking a name away, or giving one to what nobody owns, is no renaming of what was done.
    apply(&mut workspace, rename("Ada", ""), Timestamp(START)).expect("nobody");
    apply(&mut workspace, rename("", "Cleo"), Timestamp(START)).expect("somebody");
    assert_eq!(done(&workspace), ["Ada", "Ada", "Ben", ""]);
}
