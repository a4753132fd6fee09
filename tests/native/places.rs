//! A card goes exactly where it is put, compared with a plain list.

use proptest::collection::vec;
use proptest::prelude::*;
use stageline::model::*;

use crate::world::{DEALS, START, deal_id, foreign_deal, moment, place, rank, small, stage_id};

type Where = (StageId, OutcomeKind);

fn column(workspace: &Workspace, (stage, outcome): Where) -> Vec<DealId> {
    workspace.column(stage, outcome).collect()
}

/// What a list becomes when `id` is put to a place in it.
fn put(mut list: Vec<DealId>, id: DealId, place: Place) -> Vec<DealId> {
    if list.contains(&id) && matches!(place, Place::Before(other) | Place::After(other) if other == id) {
        return list;
    }
    list.retain(|other| *other != id);
    let position = |other| list.iter().position(|card| *card == other);
    let at = match place {
        Place::First => Some(0),
        Place::Last => None,
        Place::Before(other) => position(other),
        Place::After(other) => position(other).map(|at| at + 1),
    };
    list.insert(at.unwrap_or(list.len()), id);
    list
}

/// Applies a command that puts a deal into a column and says what is wrong with the outcome; gives how many records changed.
fn put_and_compare(
    workspace: &mut Workspace,
    command: Command,
    now: Timestamp,
) -> Result<Option<usize>, String> {
    let (id, place) = match &command {
        Command::MoveDeal { deal, place, .. } => (*deal, *place),
        Command::AddDeal(new) => (new.id, new.place),
        Command::WinDeal { deal, .. } | Command::LoseDeal { deal, .. } | Command::ReopenDeal { deal } => {
            (*deal, Place::First)
        }
        _ => return Err("a command that puts nothing".into()),
    };
    let before = workspace.clone();
    let Ok(change) = apply(workspace, command, now) else { return Ok(None) };
    let deal = workspace.get::<Deal>(id).ok_or("the deal is gone")?;
    let home: Where = (deal.stage, deal.outcome.kind());
    let expected = put(column(&before, home), id, place);
    if column(workspace, home) != expected {
        return Err(format!("{:?} instead of {expected:?}", column(workspace, home)));
    }
    if let Some(old) = before.get::<Deal>(id).map(|d| (d.stage, d.outcome.kind())).filter(|old| *old != home)
    {
        let mut left = column(&before, old);
        left.retain(|other| *other != id);
        if column(workspace, old) != left {
            return Err("the column that it left has another order".into());
        }
    }
    if change.len() != change.deals.len() || change.meta.is_some() {
        return Err("something other than deals changed".into());
    }
    for (other, edit) in change.deals.iter().filter(|(other, _)| **other != id) {
        let (Some(from), Some(to)) = (&edit.from, &edit.to) else {
            return Err("a record came or went".into());
        };
        if (Deal { rank: from.rank.clone(), ..Deal::clone(to) }) != **from || to.stage != home.0 {
            return Err(format!("{other} changed by more than its rank"));
        }
    }
    let had_room = had_room(&before, &expected, id);
    if change.deals.len() > 1 && had_room {
        return Err("the column was ranked anew although there was room".into());
    }
    if change.deals.is_empty() && column(&before, home) != expected {
        return Err("nothing changed, yet the order did".into());
    }
    Ok(Some(change.deals.len()))
}

/// Whether a rank was free between the neighbours that the card got.
fn had_room(before: &Workspace, expected: &[DealId], id: DealId) -> bool {
    let at = expected.iter().position(|card| *card == id).unwrap_or(0);
    let rank = |index: Option<usize>| {
        index
            .and_then(|i| expected.get(i))
            .and_then(|card| before.get::<Deal>(*card))
            .map(|deal| deal.rank.clone())
    };
    Rank::between(rank(at.checked_sub(1)).as_ref(), rank(Some(at + 1)).as_ref()).is_some()
}

/// Those imported as often as those there from the start.
fn any_deal() -> impl Strategy<Value = DealId> {
    DEALS.prop_map(DealId)
}

fn puts() -> impl Strategy<Value = Command> {
    let move_deal = |(deal, stage, place)| Command::MoveDeal { deal, stage, place };
    prop_oneof![
        10 => (any_deal(), stage_id(), place()).prop_map(move_deal),
        3 => (deal_id(), stage_id(), place())
            .prop_map(|(id, stage, place)| Command::AddDeal(NewDeal { id, stage, place, title: "x".into() })),
        1 => deal_id().prop_map(|deal| Command::WinDeal { deal, at: Timestamp(START), value: 1 }),
        1 => deal_id()
            .prop_map(|deal| Command::LoseDeal { deal, at: Timestamp(START), reason: String::new() }),
        1 => deal_id().prop_map(|deal| Command::ReopenDeal { deal }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Imported deals bring ranks that are equal, crowded, or at the ends of what a key can say.
    #[test]
    fn a_card_goes_where_it_is_put(
        imported in vec(foreign_deal(), 0..25), asks in vec((puts(), moment()), 1..40),
    ) {
        let mut workspace = small();
        let mut ids = DEALS.skip(6);
        for deal in imported {
            let next = ids.clone().next().unwrap_or(0);
            let deal = Deal { id: DealId(next), ..deal };
            if apply(&mut workspace, Command::ImportDeals(vec![deal]), Timestamp(START)).is_ok() {
                ids.next();
            }
        }
        for (command, now) in asks {
            let shown = format!("{command:?}");
            if let Err(wrong) = put_and_compare(&mut workspace, command, now) {
                prop_assert!(false, "{}: {}", shown, wrong);
            }
            prop_assert_eq!(check(&workspace), vec![]);
        }
    }

    #[test]
    fn one_stage_reordered_for_long_is_still_that_order(moves in vec((0usize..6, 0usize..6, any::<bool>()), 50..300)) {
        let mut workspace = small();
        let stage = StageId(11);
        for n in 106..109 {
            let new = NewDeal { id: DealId(n), stage, place: Place::Last, title: "x".into() };
            apply(&mut workspace, Command::AddDeal(new), Timestamp(START)).expect("granted");
        }
        let mut list = column(&workspace, (stage, OutcomeKind::Open));
        prop_assert_eq!(list.len(), 6);
        for (which, beside, before) in moves {
            let (deal, other) = (list[which], list[beside]);
            let place = if before { Place::Before(other) } else { Place::After(other) };
            list = put(list, deal, place);
            let answer = put_and_compare(&mut workspace, Command::MoveDeal { deal, stage, place }, Timestamp(START));
            prop_assert!(matches!(answer, Ok(Some(_))), "{:?}", answer);
            prop_assert_eq!(&column(&workspace, (stage, OutcomeKind::Open)), &list);
        }
    }
}

/// Every insertion into one gap halves it, so that the keys grow until the column is ranked anew.
#[test]
fn one_gap_takes_any_number_of_cards() {
    for (name, place) in
        [("below the first", Place::After(DealId(100))), ("above the second", Place::Before(DealId(101)))]
    {
        let mut workspace = small();
        let stage = StageId(11);
        let (mut alone, mut anew) = (0, 0);
        for n in 0..400 {
            let new = NewDeal { id: DealId(1_000 + n), stage, place, title: "x".into() };
            match put_and_compare(&mut workspace, Command::AddDeal(new), Timestamp(START)) {
                Ok(Some(1)) => alone += 1,
                Ok(Some(_)) => anew += 1,
                other => panic!("{name}, card {n}: {other:?}"),
            }
        }
        assert!(anew > 0, "{name}: the keys never grew so long that the column was ranked anew");
        assert!(alone > 50 * anew, "{name}: ranked anew {anew} times in 400");
        assert_eq!(workspace.column_len(stage, OutcomeKind::Open), 403);
        assert_eq!(check(&workspace), vec![]);
    }
}

/// Equal ranks come from files that were merged; each card can still be taken to each place.
#[test]
fn cards_of_equal_rank_can_be_put_in_order() {
    for (deal, place, order) in [
        (102, Place::First, [102, 100, 101]),
        (100, Place::Last, [101, 102, 100]),
        (102, Place::Before(DealId(101)), [100, 102, 101]),
        (100, Place::After(DealId(101)), [101, 100, 102]),
    ] {
        let mut workspace = small();
        let twins: Vec<Deal> = (100..103)
            .filter_map(|n| workspace.get::<Deal>(DealId(n)))
            .map(|deal| Deal { rank: rank("V005"), ..Deal::clone(deal) })
            .collect();
        let again = Command::Batch(vec![
            Command::RemoveDeals(twins.iter().map(|deal| deal.id).collect()),
            Command::ImportDeals(twins),
        ]);
        apply(&mut workspace, again, Timestamp(START)).expect("granted");
        let stage = StageId(11);
        apply(&mut workspace, Command::MoveDeal { deal: DealId(deal), stage, place }, Timestamp(START))
            .expect("granted");
        assert_eq!(column(&workspace, (stage, OutcomeKind::Open)), order.map(DealId), "{deal} {place:?}");
    }
}
