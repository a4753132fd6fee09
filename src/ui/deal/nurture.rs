//! Putting a deal on the nurture list: why, and when to come back to it.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, Day, Deal, DealId, ListKind, Pipeline, Verdict};
use crate::ui::board::Reasons;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{AskDialog, DateField};

/// Days until a deal is looked at again, unless the user says otherwise: a quarter.
const LATER: i64 = 90;

/// What speaks for the nurture list already: a word for each question that was answered with no.
fn reasons_so_far(desk: Desk, deal: &Deal) -> Vec<String> {
    let verdict = desk.with(|session| {
        let pipeline = session.workspace().get::<Pipeline>(deal.pipeline)?;
        Some(pipeline.qualification.verdict(&deal.story.answers))
    });
    let Some(Verdict::Unqualified(no)) = verdict else { return Vec::new() };
    let mut words: Vec<String> = Vec::new();
    for word in no.into_iter().map(|question| desk.t().deal_nurture_reason(question)) {
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Asks for the reason and the day.
#[component]
pub fn NurtureDialog(
    /// Whose.
    id: DealId,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let Some(deal) = desk.with(|session| session.workspace().get::<Deal>(id).cloned()) else {
        return ().into_any();
    };
    let words = untrack(|| desk.list_words(ListKind::NurtureReasons));
    let so_far = reasons_so_far(desk, &deal).join(", ");
    let listed = words.contains(&so_far);
    let chosen = RwSignal::new(if listed { so_far.clone() } else { String::new() });
    let other = RwSignal::new(if listed { String::new() } else { so_far });
    let today = desk.with(|session| session.zone().day(session.now()));
    let until = RwSignal::new(Day::from_number(today.number() + LATER));
    let title = deal.title.clone();
    let submit = move |()| {
        let typed = other.get_untracked();
        let reason = if typed.trim().is_empty() { chosen.get_untracked() } else { typed };
        let command = Command::NurtureDeal { deal: id, reason, until: until.get_untracked() };
        if desk.dispatch(command, Deed::NurtureDeal) {
            on_close.run(());
            desk.notify_undo(t.deal_nurtured_toast(&title));
        }
    };
    view! {
        <AskDialog
            title=t.deal_nurture_title()
            yes=t.deal_nurture_yes()
            action="nurture"
            on_yes=Callback::new(submit)
            on_close
        >
                <p class="form-lead" dir="auto">{deal.title.clone()}</p>
                <p>{t.deal_nurture_more()}</p>
                <Reasons legend=t.deal_nurture_why() words chosen other />
                <DateField
                    name="until"
                    label=t.deal_nurture_until()
                    value=until
                    on_change=move |v| {
                        until.set(v);
                        true
                    }
                />
        </AskDialog>
    }
    .into_any()
}
