//! What a card tells at a glance beside its figures: small signs, each with its words.

use leptos::prelude::*;

use crate::model::{Deal, Outcome, OutcomeKind, Stage};
use crate::ui::desk::Desk;
use crate::ui::parts::{Icon, Sign};

/// A sign on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name, for scripts.
    pub name: &'static str,
    /// Its picture, if it has one.
    pub sign: Option<Sign>,
    /// What stands beside the picture.
    pub text: String,
    /// What it means.
    pub words: String,
    /// Whether it should not wait.
    pub urgent: bool,
}

/// The marks of a deal. Of a closed one there are none; of one on the nurture list only that its day has come.
pub fn marks(desk: Desk, deal: &Deal) -> Vec<Mark> {
    let t = desk.t();
    let today = desk.with(|session| session.zone().day(session.now()));
    let mut found = Vec::new();
    let mut mark = |name, sign, text: String, words: String, urgent| {
        found.push(Mark { name, sign, text, words, urgent });
    };
    match &deal.outcome {
        Outcome::Nurture { until: Some(day), .. } if *day <= today => {
            mark("nurture-due", Some(Sign::Clock), String::new(), t.deal_nurture_due().to_owned(), true);
            return found;
        }
        outcome if outcome.kind() != OutcomeKind::Open => return found,
        _ => {}
    }
    match deal.story.next_step() {
        None => mark("no-step", Some(Sign::NoStep), String::new(), t.deal_no_next_step().to_owned(), false),
        Some((_, step)) => {
            let late = step.due.map_or(0, |day| today.days_since(day));
            if late > 0 {
                mark("overdue", Some(Sign::Clock), t.days_in_stage(late), t.mark_overdue(late), true);
            }
        }
    }
    let objections = deal.story.objections.values().filter(|objection| objection.overcome.is_none()).count();
    if objections > 0 {
        let words = t.mark_objections(objections as u64);
        mark("objections", Some(Sign::Speech), objections.to_string(), words, false);
    }
    if let Some(chance) = deal.chance {
        let share = desk.formats().percent_whole(f64::from(chance) / 100.0);
        mark("override", Some(Sign::Pencil), share.clone(), t.mark_override(&share), false);
    }
    let progress = desk.with(|session| {
        let workspace = session.workspace();
        let stage = workspace.get::<Stage>(workspace.stage_of(deal))?;
        let met = stage.criteria.keys().filter(|id| deal.story.met.contains_key(id)).count();
        Some((met, stage.criteria.len())).filter(|(_, all)| *all > 0)
    });
    if let Some((met, all)) = progress {
        let words = t.mark_criteria(met as u64, all as u64);
        mark("criteria", Some(Sign::Tick), format!("{met}/{all}"), words, false);
    }
    found
}

/// The marks as they stand on the card.
pub fn view(marks: Vec<Mark>) -> impl IntoView + use<> {
    let row = |mark: Mark| {
        let class = if mark.urgent { "mark mark-urgent" } else { "mark" };
        view! {
            <span class=class title=mark.words data-mark=mark.name>
                {mark.sign.map(|sign| view! { <Icon sign /> })}
                {mark.text}
            </span>
        }
    };
    view! { <span class="card-marks">{marks.into_iter().map(row).collect_view()}</span> }
}
