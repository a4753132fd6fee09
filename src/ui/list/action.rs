//! What a row's own button does: one step each.

use crate::exchange::Deed;
use crate::metrics::table::Scope;
use crate::model::{Activity, ActivityKind, Command, Deal, DealEdit, DealId, ItemId};
use crate::ui::board::stage_name;

use super::state::List;

/// Does what the scope offers for a deal.
pub fn act(list: List, id: DealId, scope: Scope) {
    let desk = list.desk;
    let t = desk.t();
    let Some(deal) = desk.with(|session| session.workspace().get::<Deal>(id).cloned()) else { return };
    match scope {
        Scope::Open | Scope::All => {}
        Scope::Nurture | Scope::Lost => {
            if desk.dispatch(Command::ReopenDeal { deal: id }, Deed::ReopenDeal) {
                let stage = desk.with(|session| {
                    let workspace = session.workspace();
                    workspace.get::<Deal>(id).map(|deal| workspace.stage_of(deal))
                });
                let stage = stage.map(|stage| stage_name(desk, stage)).unwrap_or_default();
                desk.notify_undo(if scope == Scope::Nurture {
                    t.back_toast(&deal.title, &stage)
                } else {
                    t.reopened_toast(&deal.title, &stage)
                });
            }
        }
        Scope::Archived => {
            let edit = Command::EditDeal { deal: id, edit: DealEdit::Archived(false) };
            if desk.dispatch(edit, Deed::EditDeal) {
                desk.notify_undo(t.taken_out_toast(&deal.title));
            }
        }
        Scope::Won => contacted(list, &deal),
    }
}

/// Notes that a customer was contacted, and when to do so again.
fn contacted(list: List, deal: &Deal) {
    let desk = list.desk;
    let t = desk.t();
    let Some(care) = deal.story.care else { return };
    let (now, today) = desk.with(|session| (session.now(), session.zone().day(session.now())));
    let care_after = care.after(today);
    let activity = Activity {
        kind: ActivityKind::Call,
        text: t.deal_care_activity().to_owned(),
        by: deal.owner.clone(),
        due: Some(care.next),
        done: Some(now),
    };
    let edits = [DealEdit::Activity(ItemId(desk.new_id()), Some(activity)), DealEdit::Care(Some(care_after))];
    let batch = edits.into_iter().map(|edit| Command::EditDeal { deal: deal.id, edit }).collect();
    if desk.dispatch(Command::Batch(batch), Deed::EditDeal) {
        desk.notify_undo(t.contacted_toast(&deal.title, &desk.formats().day(care_after.next)));
    }
}

/// Notes that a customer was asked for a referral, or that not.
pub fn ask_referral(list: List, id: DealId) {
    let asked = list.desk.with(|session| {
        session.workspace().get::<Deal>(id).is_some_and(|deal| deal.story.referral_asked.is_some())
    });
    list.hold();
    list.desk.dispatch(Command::EditDeal { deal: id, edit: DealEdit::ReferralAsked(!asked) }, Deed::EditDeal);
}
