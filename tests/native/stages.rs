//! Stages can be revised at any time without losing history (method row 28).

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use stageline::metrics::{Census, Population, Rule, funnel};
use stageline::model::*;

use crate::world::rank;

const PIPELINE: PipelineId = PipelineId(1);
const START: Timestamp = Timestamp(1_760_000_000_000);
const HOUR: i64 = 3_600_000;

/// A pipeline of six stages with deals that went their ways, drawn from `moves`.
fn walked(moves: &[(u64, u64)]) -> Workspace {
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let ranks = Rank::spread(None, 6).expect("room");
    let mut asks = vec![Command::AddPipeline(Pipeline::new(PIPELINE, rank("V001"), "Sales", Currency::EUR))];
    for (number, rank) in (0..6).zip(ranks) {
        let mut stage = Stage::new(StageId(number), PIPELINE, rank, format!("S{number}"));
        let criterion = Criterion {
            rank: Rank::middle(),
            name: "c".into(),
            weight: [30, 20, 20, 10, 10, 10][number as usize],
        };
        stage.criteria.insert(CriterionId(50 + number), criterion);
        asks.push(Command::AddStage(stage));
    }
    for number in 0..12u64 {
        let id = DealId(100 + number);
        let title = format!("Deal {number}");
        asks.push(Command::AddDeal(NewDeal { id, stage: StageId(number % 3), place: Place::Last, title }));
    }
    apply(&mut workspace, Command::Batch(asks), START).expect("sound");
    for (at, (deal, to)) in (1..).zip(moves) {
        let (deal, now) = (DealId(100 + deal % 12), Timestamp(START.0 + at * HOUR));
        let command = match to {
            0..=5 => Command::MoveDeal { deal, stage: StageId(*to), place: Place::Last },
            6 => Command::WinDeal { deal, at: now, value: 5 },
            7 => Command::LoseDeal { deal, at: now, reason: "price".into() },
            8 => Command::NurtureDeal { deal, reason: "later".into(), until: None },
            _ => Command::ReopenDeal { deal },
        };
        // A closed deal refuses to move, an open one to be re-opened.
        let _ = apply(&mut workspace, command, now);
    }
    workspace
}

/// Random edits of stages, as numbers that are read against the ladder as it is then.
#[derive(Debug, Clone)]
enum Step {
    Add(String),
    Rename(usize, String),
    Reorder(usize, usize),
    Merge(usize, usize),
    Split(usize),
    Retire(usize, usize),
    Restore(usize),
    Move(u64, usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        "[a-z]{1,5}".prop_map(Step::Add),
        (0..9usize, "[a-z]{1,5}").prop_map(|(at, name)| Step::Rename(at, name)),
        (0..9usize, 0..9usize).prop_map(|(from, to)| Step::Reorder(from, to)),
        (0..9usize, 0..9usize).prop_map(|(from, into)| Step::Merge(from, into)),
        (0..9usize).prop_map(Step::Split),
        (0..9usize, 0..9usize).prop_map(|(at, to)| Step::Retire(at, to)),
        (0..9usize).prop_map(Step::Restore),
        (0..12u64, 0..9usize).prop_map(|(deal, to)| Step::Move(deal, to)),
    ]
}

/// The command of a step, and the stages whose figures it may change.
fn command(workspace: &Workspace, step: &Step, fresh: u64) -> Option<(Command, BTreeSet<StageId>)> {
    let ladder: Vec<StageId> = workspace.ladder(PIPELINE).iter().map(|stage| stage.id).collect();
    let whole: Vec<StageId> = workspace.whole_ladder(PIPELINE).iter().map(|stage| stage.id).collect();
    let pick = |at: usize| ladder.get(at % ladder.len().max(1)).copied();
    let place = |id: StageId| whole.iter().position(|other| *other == id).unwrap_or(0);
    let between = |a: StageId, b: StageId| -> BTreeSet<StageId> {
        let (low, high) = (place(a).min(place(b)), place(a).max(place(b)));
        whole[low..=high].iter().copied().collect()
    };
    let name = |text: &str| StageEdit::Name(text.to_owned());
    let new = Stage::new(StageId(fresh), PIPELINE, Rank::middle(), "New");
    Some(match step {
        Step::Add(text) => {
            let last = workspace.get::<Stage>(*whole.last()?)?.rank.clone();
            let rank = Rank::between(Some(&last), None)?;
            let stage = Stage::new(StageId(fresh), PIPELINE, rank, text.clone());
            (Command::AddStage(stage), BTreeSet::from([StageId(fresh)]))
        }
        Step::Rename(at, text) => {
            (Command::EditStage { stage: pick(*at)?, edit: name(text) }, BTreeSet::new())
        }
        Step::Reorder(from, to) => {
            let (stage, before) = (pick(*from)?, pick(*to)?);
            (Command::MoveStage { stage, before: Some(before) }, between(stage, before))
        }
        Step::Merge(from, into) => {
            let (stage, into) = (pick(*from)?, pick(*into)?);
            (Command::MergeStages { stage, into }, between(stage, into))
        }
        Step::Split(at) => {
            let stage = pick(*at)?;
            let criteria = workspace.get::<Stage>(stage)?.criteria.keys().take(1).copied().collect();
            let deals = workspace.column(stage, OutcomeKind::Open).take(2).collect();
            let affected = BTreeSet::from([stage, StageId(fresh)]);
            (Command::SplitStage { stage, new: Box::new(new), criteria, tasks: vec![], deals }, affected)
        }
        Step::Retire(at, to) => {
            let (stage, to) = (pick(*at)?, pick(*to)?);
            (Command::RetireStage { stage, to: Some(to) }, between(stage, to))
        }
        Step::Restore(at) => {
            let gone: Vec<_> = workspace.all::<Stage>().values().filter(|stage| !stage.in_use()).collect();
            let stage = gone.get(at % gone.len().max(1))?;
            let other = stage.merged_into.map_or(stage.id, |into| workspace.part_of(into));
            // A stage that was part of another one stands apart again: it, that one and all between are counted anew.
            let (low, high) = (&stage.rank, &workspace.get::<Stage>(other)?.rank);
            let (low, high) = (low.min(high), low.max(high));
            let affected = whole
                .iter()
                .copied()
                .filter(|id| workspace.get::<Stage>(*id).is_some_and(|s| (low..=high).contains(&&s.rank)));
            (Command::RestoreStage(stage.id), affected.chain([stage.id]).collect())
        }
        Step::Move(deal, to) => {
            let (deal, stage) = (DealId(100 + deal), pick(*to)?);
            // A deal's move changes the figures of all stages; the test looks at edits of stages only.
            (Command::MoveDeal { deal, stage, place: Place::Last }, whole.iter().copied().collect())
        }
    })
}

fn reached(workspace: &Workspace, rule: Rule) -> Vec<(Rung, u64)> {
    let report = funnel(&Census::of(workspace, &Population::of(PIPELINE), &Zone::UTC, Timestamp(0)), rule);
    report.steps.iter().map(|step| (step.rung, step.reached.count)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Method row 28: whatever is done to the stages, no deal and no visit is lost, the stages that an edit does not touch count
    /// as before, and each edit is taken back in one step.
    #[test]
    fn method_row_28_stages_change_and_no_history_is_lost(
        moves in vec((0u64..12, 0u64..10), 0..60),
        steps in vec(step(), 1..14),
    ) {
        let mut workspace = walked(&moves);
        let won = |workspace: &Workspace| workspace.all::<Deal>().values().filter(|d| d.outcome.kind() == OutcomeKind::Won).count();
        for (number, step) in (0..).zip(&steps) {
            let Some((command, affected)) = command(&workspace, step, 900 + number) else { continue };
            let before = workspace.clone();
            let counted = [Rule::Furthest, Rule::Touched].map(|rule| reached(&before, rule));
            let now = Timestamp(START.0 + (100 + number as i64) * HOUR);
            let Ok(change) = apply(&mut workspace, command, now) else {
                prop_assert_eq!(&workspace, &before);
                continue;
            };
            prop_assert_eq!(check(&workspace), vec![]);
            prop_assert_eq!(won(&workspace), won(&before));
            for (id, old) in before.all::<Deal>() {
                let deal = workspace.get::<Deal>(*id).expect("no deal is lost");
                let (kept, seen) = (deal.history.get(..old.history.len()), deal.visits());
                prop_assert_eq!(kept, Some(old.history.as_slice()), "no entry of a history is lost");
                // Ends of visits apart: a deal that is moved on leaves.
                let rungs: Vec<Rung> = old.visits().iter().map(|visit| visit.rung).collect();
                let after: Vec<Rung> = seen.iter().take(rungs.len()).map(|visit| visit.rung).collect();
                prop_assert_eq!(after, rungs, "no visit is lost");
                for visit in workspace.visits(deal) {
                    if let Rung::Stage(stage) = visit.rung {
                        prop_assert!(workspace.get::<Stage>(stage).is_some(), "a visit names a stage that is there");
                    }
                }
            }
            for (rule, before) in [Rule::Furthest, Rule::Touched].into_iter().zip(counted) {
                let after = reached(&workspace, rule);
                for (rung, count) in before {
                    let Rung::Stage(stage) = rung else { continue };
                    if affected.contains(&stage) {
                        continue;
                    }
                    let now = after.iter().find(|(other, _)| *other == rung).map(|(_, count)| *count);
                    prop_assert_eq!(now.unwrap_or(0), count, "{:?} at {:?} after {:?}", rule, rung, step);
                }
            }
            let mut undone = workspace.clone();
            change.reverse().apply_to(&mut undone);
            prop_assert_eq!(&undone, &before);
        }
    }
}

#[test]
fn method_row_35_weights_that_do_not_add_up_are_refused_and_those_of_a_retired_stage_are_shared_out() {
    let mut workspace = walked(&[]);
    let before = workspace.clone();
    let weights =
        |pairs: &[(u64, u8)]| pairs.iter().map(|(id, weight)| (CriterionId(*id), *weight)).collect();
    let off = Command::SetWeights { pipeline: PIPELINE, weights: weights(&[(50, 60), (51, 35)]) };
    assert_eq!(apply(&mut workspace, off, START), Err(Rejection::WeightsOff(95)));
    assert_eq!(workspace, before);
    let deal = DealId(100);
    let meet = |id| Command::EditDeal { deal, edit: DealEdit::Met(CriterionId(id), true) };
    apply(&mut workspace, Command::Batch(vec![meet(50), meet(51)]), START).expect("granted");
    let chance = |workspace: &Workspace| workspace.chance_of(workspace.get::<Deal>(deal).expect("there"));
    assert_eq!(chance(&workspace), (50, ChanceSource::Criteria));
    let own = Command::EditDeal { deal, edit: DealEdit::Chance(Some(80)) };
    apply(&mut workspace, own, START).expect("granted");
    assert_eq!(chance(&workspace), (80, ChanceSource::Own));
    let earned = Command::EditDeal { deal, edit: DealEdit::Chance(None) };
    apply(&mut workspace, earned, START).expect("granted");
    apply(&mut workspace, Command::RetireStage { stage: StageId(5), to: None }, START).expect("granted");
    let sum = |workspace: &Workspace| -> u32 {
        workspace.ladder(PIPELINE).iter().flat_map(|s| s.criteria.values()).map(|c| u32::from(c.weight)).sum()
    };
    assert_eq!((sum(&workspace), workspace.ladder(PIPELINE).len()), (100, 5));
    let none = Command::SetWeights { pipeline: PIPELINE, weights: weights(&[]) };
    apply(&mut workspace, none, START).expect("granted");
    assert_eq!(chance(&workspace).1, ChanceSource::Stage);
}

#[test]
fn method_row_36_a_shut_gate_lets_a_deal_through_when_its_criteria_are_met_or_a_manager_says_so() {
    let mut workspace = walked(&[]);
    let gate = Command::EditStage { stage: StageId(0), edit: StageEdit::Gate(Gate::Block) };
    // What lies beyond where the deal goes is not noted.
    let beyond = Command::EditStage { stage: StageId(4), edit: StageEdit::Gate(Gate::Block) };
    let boss = Person { name: "Ada".into(), role: Role::Manager };
    apply(
        &mut workspace,
        Command::Batch(vec![gate, beyond, Command::SetPerson(PersonId(1), Some(boss))]),
        START,
    )
    .expect("granted");
    let go = |deal| Command::MoveDeal { deal: DealId(deal), stage: StageId(3), place: Place::Last };
    assert_eq!(apply(&mut workspace, go(100), START), Err(Rejection::GateShut(StageId(0))));
    let win = Command::WinDeal { deal: DealId(100), at: START, value: 1 };
    assert_eq!(apply(&mut workspace, win, START), Err(Rejection::GateShut(StageId(0))));
    let deal = DealId(100);
    let by = |by: &str, note: &str| Command::OverrideGate {
        deal,
        to: Rung::Stage(StageId(3)),
        by: by.into(),
        note: note.into(),
    };
    assert_eq!(apply(&mut workspace, by("Bob", "hurry"), START), Err(Rejection::NotAManager));
    assert_eq!(apply(&mut workspace, by("Ada", " "), START), Err(Rejection::Blank));
    apply(&mut workspace, Command::Batch(vec![by("Ada", "The board said yes"), go(100)]), START)
        .expect("granted");
    let told = &workspace.get::<Deal>(deal).expect("there").history;
    let note = told.iter().find_map(|event| match &event.what {
        Happened::Overridden(found) => Some((found.by.as_str(), found.note.as_str(), found.missing.clone())),
        _ => None,
    });
    assert_eq!(note, Some(("Ada", "The board said yes", vec![CriterionId(50)])));
    // The next deal is stopped again, until it meets the criterion.
    assert!(apply(&mut workspace, go(103), START).is_err());
    let met = Command::EditDeal { deal: DealId(103), edit: DealEdit::Met(CriterionId(50), true) };
    apply(&mut workspace, Command::Batch(vec![met, go(103)]), START).expect("granted");
    // Going back needs no leave.
    let back = Command::MoveDeal { deal: DealId(103), stage: StageId(0), place: Place::First };
    apply(&mut workspace, back, START).expect("granted");
}

#[test]
fn method_row_36_a_deal_from_another_pipeline_passes_the_gates_below_its_stage() {
    let mut workspace = crate::world::small();
    let deal = DealId(104);
    let to = |stage| Command::TransferDeal { deal, stage: StageId(stage), value: 7 };
    let before = workspace.clone();
    assert_eq!(apply(&mut workspace, to(13), START), Err(Rejection::GateShut(StageId(11))));
    assert_eq!(workspace, before);
    // The first stage has none below it.
    let mut first = workspace.clone();
    apply(&mut first, to(11), START).expect("granted");
    let met = |id| Command::EditDeal { deal, edit: DealEdit::Met(CriterionId(id), true) };
    apply(&mut workspace, Command::Batch(vec![met(300), met(301), to(13)]), START).expect("granted");
    let mut asked = before;
    let by = Command::OverrideGate {
        deal,
        to: Rung::Stage(StageId(13)),
        by: "Ada".into(),
        note: "They were that far already".into(),
    };
    apply(&mut asked, Command::Batch(vec![by, to(13)]), START).expect("granted");
    assert_eq!(check(&asked), vec![]);
}

#[test]
fn the_last_stage_stays_and_one_with_open_deals_asks_where_they_go() {
    let mut workspace = walked(&[]);
    let retire = |stage, to: Option<u64>| Command::RetireStage { stage: StageId(stage), to: to.map(StageId) };
    assert_eq!(apply(&mut workspace, retire(0, None), START), Err(Rejection::StageNotEmpty(StageId(0))));
    for (stage, to) in [(0, 5), (1, 5), (2, 5), (3, 5), (4, 5)] {
        apply(&mut workspace, retire(stage, Some(to)), START).expect("granted");
    }
    assert_eq!(apply(&mut workspace, retire(5, None), START), Err(Rejection::LastStage));
    // Where deals have been stays in the history; the others are gone.
    let kept: Vec<u64> = workspace.all::<Stage>().keys().map(|id| id.0).collect();
    assert_eq!(kept, [0, 1, 2, 5]);
    assert_eq!(workspace.column_len(StageId(5), OutcomeKind::Open), 12);
}
