//! What happened to a deal, newest first.

use leptos::prelude::*;

use crate::model::{CriterionId, Deal, Happened, Pipeline, Stage};
use crate::ui::board::stage_name;
use crate::ui::desk::Desk;

use super::section::Section;
use super::subject::Subject;

/// The section.
#[component]
pub fn HistorySection(subject: Subject) -> impl IntoView {
    let desk = subject.desk;
    let t = desk.t();
    let count =
        Signal::derive(move || subject.read(|deal| deal.history.len().to_string()).unwrap_or_default());
    view! {
        <Section name="history" title=t.history() count>
            <ol class="history">
                {move || {
                    desk.structure.track();
                    subject
                        .deal
                        .get()
                        .map(|deal| {
                            deal.history
                                .iter()
                                .rev()
                                .map(|event| {
                                    view! {
                                        <li>
                                            <time>{subject.written(event.at)}</time>
                                            <span dir="auto">{words(desk, &deal, &event.what)}</span>
                                        </li>
                                    }
                                })
                                .collect_view()
                        })
                }}
            </ol>
        </Section>
    }
}

fn words(desk: Desk, deal: &Deal, what: &Happened) -> String {
    let t = desk.t();
    let name = |stage| stage_name(desk, stage);
    match what {
        Happened::Created { stage } => t.history_created(&name(*stage)),
        Happened::Moved { from, to } if from == to => t.log_history_again(&name(*to)),
        Happened::Moved { from, to } => t.history_moved(&name(*from), &name(*to)),
        Happened::Won => t.history_won(),
        Happened::Lost { reason } => t.history_lost(reason),
        Happened::Reopened => t.history_reopened(),
        Happened::Nurtured { reason, until } => {
            let until = until.map(|day| desk.formats().day(day)).unwrap_or_default();
            t.history_nurtured(reason, &until)
        }
        Happened::Overridden(found) => {
            let missing = criterion_names(desk, &found.missing);
            let told = t.history_overridden(&found.by, &found.note);
            if missing.is_empty() { told } else { t.deal_history_missing(&told, &missing.join(", ")) }
        }
        Happened::Revalued { from, to } => {
            let currency = desk.with(|session| {
                session.workspace().get::<Pipeline>(deal.pipeline).map(|pipeline| pipeline.currency)
            });
            let currency = currency.unwrap_or(crate::model::Currency::EUR);
            t.history_value(&desk.formats().money(*from, currency), &desk.formats().money(*to, currency))
        }
        Happened::Rescheduled { from, to } => {
            let day = |day: &Option<crate::model::Day>| {
                day.map_or_else(|| "–".to_owned(), |day| desk.formats().day(day))
            };
            t.history_expected(&day(from), &day(to))
        }
    }
}

/// The names of criteria, as far as they are still there.
fn criterion_names(desk: Desk, ids: &[CriterionId]) -> Vec<String> {
    desk.with(|session| {
        let stages = session.workspace().all::<Stage>();
        let name = |id: &CriterionId| {
            stages.values().find_map(|stage| stage.criteria.get(id)).map(|c| c.name.clone())
        };
        ids.iter().filter_map(name).collect()
    })
}
