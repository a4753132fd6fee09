//! The table of deals: what it finds and in what order, on small scenes and on whatever commands can make.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use stageline::metrics::table::{Attention, Column, Filter, Query, Scope, Sort, rows, sum};
use stageline::model::*;

use crate::world::{START, ask, small};

const PIPELINE: PipelineId = PipelineId(1);
const NOW: Timestamp = Timestamp(START + 100 * 86_400_000);

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

/// The small workspace with something different in each of its four deals of the first pipeline.
fn scene() -> Workspace {
    let mut workspace = small();
    let edit = |deal, edit| Command::EditDeal { deal: DealId(deal), edit };
    let step = |due: &str| Activity {
        kind: ActivityKind::Call,
        text: "Call".into(),
        by: String::new(),
        due: Some(day(due)),
        done: None,
    };
    let asks = vec![
        edit(100, DealEdit::Owner("beata".into())),
        edit(101, DealEdit::Owner("Anna".into())),
        edit(102, DealEdit::Owner("Anna".into())),
        edit(100, DealEdit::Value(30)),
        edit(101, DealEdit::Value(100)),
        edit(103, DealEdit::Value(50)),
        edit(101, DealEdit::Expected(Some(day("2026-03-01")))),
        edit(103, DealEdit::Expected(Some(day("2026-02-01")))),
        edit(100, DealEdit::Activity(ItemId(1), Some(step("2025-12-01")))),
        edit(101, DealEdit::Activity(ItemId(2), Some(step("2026-12-01")))),
        edit(102, DealEdit::Tags(["hot".to_owned()].into())),
        edit(103, DealEdit::Segment { kind: "region".into(), value: "North".into() }),
    ];
    apply(&mut workspace, Command::Batch(asks), Timestamp(START)).expect("the scene is sound");
    workspace
}

fn found(workspace: &Workspace, query: &Query) -> Vec<u64> {
    rows(workspace, PIPELINE, query, &Zone::UTC, NOW).into_iter().map(|id| id.0).collect()
}

fn sorted(column: Column, descending: bool) -> Query {
    Query { sort: vec![Sort { column, descending }], ..Query::default() }
}

fn filtered(filter: Filter) -> Query {
    Query { filter, ..Query::default() }
}

#[test]
fn without_an_order_deals_stand_as_on_the_board() {
    let workspace = scene();
    let board: Vec<u64> = workspace
        .ladder(PIPELINE)
        .into_iter()
        .flat_map(|stage| workspace.column(stage.id, OutcomeKind::Open).collect::<Vec<_>>())
        .map(|id| id.0)
        .collect();
    assert_eq!(board.len(), 4);
    assert_eq!(found(&workspace, &Query::default()), board);
}

#[test]
fn blank_cells_are_last_in_either_direction() {
    let workspace = scene();
    assert_eq!(found(&workspace, &sorted(Column::Value, false)), [100, 103, 101, 102]);
    assert_eq!(found(&workspace, &sorted(Column::Value, true)), [101, 103, 100, 102]);
    assert_eq!(found(&workspace, &sorted(Column::Expected, false))[..2], [103, 101]);
    assert_eq!(found(&workspace, &sorted(Column::Expected, true))[..2], [101, 103]);
    assert_eq!(found(&workspace, &sorted(Column::NextStep, false))[..2], [100, 101]);
    assert_eq!(found(&workspace, &sorted(Column::Segment("region".into()), true))[0], 103);
}

#[test]
fn capitals_do_not_matter_and_earlier_orders_hold_among_equals() {
    let workspace = scene();
    let mut query = sorted(Column::Value, true);
    Sort::by(&mut query.sort, &Column::Owner);
    // Anna twice, the one with a value first; then beata; nobody last.
    assert_eq!(found(&workspace, &query), [101, 102, 100, 103]);
    Sort::by(&mut query.sort, &Column::Owner);
    assert!(query.sort[0].descending);
    assert_eq!(found(&workspace, &query), [100, 101, 102, 103]);
    for column in [Column::Title, Column::Age, Column::Stage] {
        Sort::by(&mut query.sort, &column);
    }
    assert_eq!(query.sort.len(), 3);
    assert_eq!(query.sort[0], Sort { column: Column::Stage, descending: false });
}

#[test]
fn method_row_10_what_is_overdue_and_what_has_no_next_step_is_found() {
    let workspace = scene();
    let attention = |why: &[Attention]| {
        filtered(Filter { attention: why.iter().copied().collect(), ..Filter::default() })
    };
    assert_eq!(found(&workspace, &attention(&[Attention::Overdue])), [100]);
    let mut none = found(&workspace, &attention(&[Attention::NoNextStep]));
    none.sort_unstable();
    assert_eq!(none, [102, 103]);
    assert_eq!(found(&workspace, &attention(&[Attention::Overdue, Attention::NoNextStep])).len(), 3);
    // All have been in their stage for a hundred days, against a threshold of fourteen.
    assert_eq!(found(&workspace, &attention(&[Attention::Stale])).len(), 4);
}

#[test]
fn method_row_47_deals_are_found_by_segment_and_all_filters_hold_at_once() {
    let workspace = scene();
    let north = |value: &str| Filter {
        segments: [("region".to_owned(), vec![value.to_owned()])].into(),
        ..Filter::default()
    };
    assert_eq!(found(&workspace, &filtered(north("North"))), [103]);
    assert_eq!(found(&workspace, &filtered(north(""))).len(), 3);
    let anna = Filter { owners: vec!["Anna".into()], ..Filter::default() };
    assert_eq!(found(&workspace, &filtered(anna.clone())).len(), 2);
    let both = Filter { tags: vec!["hot".into()], ..anna.clone() };
    assert_eq!(found(&workspace, &filtered(both)), [102]);
    let money = Filter { value_from: Some(50), value_to: Some(100), ..Filter::default() };
    assert_eq!(found(&workspace, &Query { filter: money, ..sorted(Column::Value, false) }), [103, 101]);
    let days = Filter { expected_to: Some(day("2026-02-01")), ..Filter::default() };
    assert_eq!(found(&workspace, &filtered(days)), [103]);
    let nobody = Filter { owners: vec![String::new(), "beata".into()], ..Filter::default() };
    assert_eq!(found(&workspace, &filtered(nobody)).len(), 2);
}

#[test]
fn a_filter_by_a_stage_follows_its_merger_and_passes_over_other_pipelines() {
    let mut workspace = scene();
    let stage = |ids: &[u64]| {
        filtered(Filter { stages: ids.iter().map(|id| StageId(*id)).collect(), ..Filter::default() })
    };
    assert_eq!(found(&workspace, &stage(&[12])), [103]);
    assert_eq!(found(&workspace, &stage(&[12, 21])), [103]);
    assert_eq!(found(&workspace, &stage(&[21])).len(), 4);
    let merge = Command::MergeStages { stage: StageId(12), into: StageId(11) };
    apply(&mut workspace, merge, NOW).expect("both are in use");
    assert_eq!(found(&workspace, &stage(&[12])).len(), 4);
}

#[test]
fn method_rows_41_and_45_those_to_come_back_to_and_those_to_contact_are_found() {
    let mut workspace = scene();
    let today = Zone::UTC.day(NOW);
    let tomorrow = Day::from_number(today.number() + 1);
    let care = |day| Some(Care { months: 1, next: day });
    let asks = vec![
        Command::NurtureDeal { deal: DealId(100), reason: "No budget".into(), until: Some(today) },
        Command::NurtureDeal { deal: DealId(101), reason: "Later".into(), until: tomorrow },
        Command::EditDeal { deal: DealId(102), edit: DealEdit::Met(CriterionId(300), true) },
        Command::WinDeal { deal: DealId(102), at: NOW, value: 5 },
        Command::EditDeal { deal: DealId(102), edit: DealEdit::Care(care(today)) },
        Command::WinDeal { deal: DealId(103), at: NOW, value: 5 },
        Command::EditDeal { deal: DealId(103), edit: DealEdit::Care(tomorrow.and_then(care)) },
    ];
    apply(&mut workspace, Command::Batch(asks), NOW).expect("all four are open");
    let due = |scope, why| Query {
        scope,
        filter: Filter { attention: [why].into(), ..Filter::default() },
        sort: Vec::new(),
    };
    assert_eq!(found(&workspace, &due(Scope::Nurture, Attention::BackDue)), [100]);
    assert_eq!(found(&workspace, &due(Scope::Won, Attention::ContactDue)), [102]);
    let nurture = Query { scope: Scope::Nurture, ..sorted(Column::Until, true) };
    assert_eq!(found(&workspace, &nurture), [101, 100]);
    let archive = Command::EditDeal { deal: DealId(103), edit: DealEdit::Archived(true) };
    apply(&mut workspace, archive, NOW).expect("it is closed");
    assert_eq!(found(&workspace, &Query { scope: Scope::Won, ..Query::default() }), [102]);
    assert_eq!(found(&workspace, &Query { scope: Scope::Archived, ..Query::default() }), [103]);
    assert_eq!(found(&workspace, &Query { scope: Scope::All, ..Query::default() }).len(), 4);
    // Closed deals and those on the nurture list weigh nothing.
    let all = rows(&workspace, PIPELINE, &Query { scope: Scope::All, ..Query::default() }, &Zone::UTC, NOW);
    let sum = sum(&workspace, all.into_iter());
    assert_eq!((sum.count, sum.value, sum.weighted), (4, 140, 0));
}

fn any_column() -> impl Strategy<Value = Column> {
    let segment = Column::Segment("region".into());
    select(Column::fixed().chain([segment]).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn every_deal_of_a_scope_is_in_the_table_once_and_turned_round_only_blanks_stay(
        asks in vec(ask(), 0..40),
        column in any_column(),
        scope in select(Scope::ALL.to_vec()),
    ) {
        let mut workspace = scene();
        for (command, at) in asks {
            let _ = apply(&mut workspace, command, at);
        }
        let query = |descending| Query { scope, ..sorted(column.clone(), descending) };
        let (up, down) = (found(&workspace, &query(false)), found(&workspace, &query(true)));
        let expected: Vec<u64> =
            workspace.deals(PIPELINE).filter(|deal| scope.holds(deal)).map(|deal| deal.id.0).collect();
        for rows in [&up, &down] {
            let mut ids = rows.clone();
            ids.sort_unstable();
            prop_assert_eq!(&ids, &expected);
        }
        let values = |ids: &[u64]| -> Vec<i64> {
            ids.iter().filter_map(|id| workspace.get::<Deal>(DealId(*id))).map(|deal| deal.value).collect()
        };
        if column == Column::Value {
            let (up, down) = (values(&up), values(&down));
            let blank = |values: &[i64]| values.iter().position(|value| *value == 0).unwrap_or(values.len());
            let (blanks, other) = (blank(&up), blank(&down));
            prop_assert_eq!(blanks, other);
            prop_assert!(up[..blanks].is_sorted() && up[blanks..].iter().all(|value| *value == 0), "{:?}", up);
            prop_assert!(down[..blanks].is_sorted_by(|a, b| a >= b), "{:?}", down);
        }
        prop_assert_eq!(Column::of_key(&column.key()), Some(column));
    }

    #[test]
    fn a_filter_only_takes_away_and_keeps_the_order(
        asks in vec(ask(), 0..40),
        column in any_column(),
        owner in select(vec!["", "Anna", "Acme"]),
        from in 0i64..5,
    ) {
        let mut workspace = scene();
        for (command, at) in asks {
            let _ = apply(&mut workspace, command, at);
        }
        let whole = Query { scope: Scope::All, ..sorted(column, false) };
        let filter = Filter { owners: vec![owner.into()], value_from: Some(from), ..Filter::default() };
        let all = found(&workspace, &whole);
        let some = found(&workspace, &Query { filter, ..whole });
        let kept: Vec<u64> = all
            .into_iter()
            .filter(|id| workspace.get::<Deal>(DealId(*id)).is_some_and(|d| d.owner == owner && d.value >= from))
            .collect();
        prop_assert_eq!(some, kept);
    }
}

/// The measure of the table: 10,000 deals by any column within 20 ms. Asked of optimised code only.
#[test]
fn ten_thousand_deals_are_in_order_at_once() {
    let mut workspace = small();
    let (mut asks, mut seed) = (Vec::new(), 1u64);
    for number in 0..10_000u64 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let deal = DealId(1_000 + number);
        let dice = seed >> 33;
        let new = NewDeal {
            id: deal,
            stage: StageId(11 + dice % 4),
            place: Place::Last,
            title: format!("Deal {dice}"),
        };
        asks.push(Command::AddDeal(new));
        asks.push(Command::EditDeal { deal, edit: DealEdit::Value((dice % 90_000) as i64) });
        asks.push(Command::EditDeal { deal, edit: DealEdit::Owner(format!("Owner {}", dice % 35)) });
        asks.push(Command::EditDeal {
            deal,
            edit: DealEdit::Expected(Day::from_number(20_000 + (dice % 700) as i64)),
        });
    }
    apply(&mut workspace, Command::Batch(asks), Timestamp(START)).expect("there is room");
    let mut slowest = (std::time::Duration::ZERO, String::new());
    for column in Column::fixed() {
        let query = sorted(column.clone(), true);
        let before = std::time::Instant::now();
        assert_eq!(rows(&workspace, PIPELINE, &query, &Zone::UTC, NOW).len(), 10_004);
        slowest = slowest.max((before.elapsed(), column.key()));
    }
    println!("slowest of all columns: {} in {:?}", slowest.1, slowest.0);
    if !cfg!(debug_assertions) {
        assert!(slowest.0.as_millis() < 20, "{slowest:?}");
    }
}
