//! What happened to a deal, newest first.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Deal, Happened, Pipeline};
use crate::ui::board::stage_name;
use crate::ui::desk::{Desk, use_desk};

/// The list.
#[component]
pub fn History(
    /// Whose.
    deal: RwSignal<Option<Arc<Deal>>>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <details class="history">
            <summary>{t.history()}</summary>
            <ol>
                {move || {
                    deal.get()
                        .map(|deal| {
                            deal.history
                                .iter()
                                .rev()
                                .map(|event| {
                                    let day = desk.formats().day(desk.zone().day(event.at));
                                    view! {
                                        <li>
                                            <time>{day}</time>
                                            <span dir="auto">{words(desk, &deal, &event.what)}</span>
                                        </li>
                                    }
                                })
                                .collect_view()
                        })
                }}
            </ol>
        </details>
    }
}

fn words(desk: Desk, deal: &Deal, what: &Happened) -> String {
    let t = desk.t();
    let name = |stage| stage_name(desk, stage);
    match what {
        Happened::Created { stage } => t.history_created(&name(*stage)),
        Happened::Moved { from, to } => t.history_moved(&name(*from), &name(*to)),
        Happened::Won => t.history_won(),
        Happened::Lost { reason } => t.history_lost(reason),
        Happened::Reopened => t.history_reopened(),
        Happened::Nurtured { reason, until } => {
            let until = until.map(|day| desk.formats().day(day)).unwrap_or_default();
            t.history_nurtured(reason, &until)
        }
        Happened::Overridden { by, note, .. } => t.history_overridden(by, note),
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
