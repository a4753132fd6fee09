//! What a log would bring: counts, the first deals with their ways, and what the user should know before.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::log_read::LogProblemKind;
use crate::model::{Deal, Happened, Outcome, StageId};
use crate::ui::desk::Desk;
use crate::ui::parts::{Badge, Tone};

use super::super::columns::short;
use super::super::foot::State;
use super::super::preview::{KindOfProblem, counts, day, problem_list, rows_named};
use super::draft::LogDraft;
use super::work::{LogWork, Outlook};

/// Steps of a deal's way that are shown.
const STEPS: usize = 8;

/// The section.
#[component]
pub fn LogPreview(
    /// The decisions.
    draft: LogDraft,
    /// The work on them.
    work: LogWork,
) -> impl IntoView {
    let desk = draft.desk;
    let t = desk.t();
    let busy = move || work.state.with(|state| matches!(state, State::Reading(_)));
    view! {
        <section class="import-part import-preview" aria-busy=move || busy().to_string()>
            <h3>{t.import_preview()}</h3>
            {move || match work.outlook.get() {
                Some(outlook) => {
                    let first = Arc::clone(&outlook);
                    view! {
                        {counts(desk, counted(desk, &outlook))}
                        {outlook.log.span.map(|(from, to)| view! {
                            <p class="soft">{t.log_span(&day(desk, from), &day(desk, to))}</p>
                        })}
                        {first_deals(desk, &first)}
                        {problems(desk, &outlook)}
                    }
                        .into_any()
                }
                None => {
                    let why = if busy() { t.import_checking() } else { t.import_preview_later() };
                    view! { <p class="soft">{why}</p> }.into_any()
                }
            }}
        </section>
    }
}

fn counted(desk: Desk, outlook: &Outlook) -> Vec<(&'static str, String, usize)> {
    let t = desk.t();
    let report = &outlook.report;
    let all = [
        ("cases", t.log_cases().to_owned(), outlook.log.cases.len()),
        ("events", t.log_events().to_owned(), report.events),
    ];
    let open = report.open.iter().map(|(name, deals)| ("open", t.import_open_in(name), *deals));
    let closed = [
        ("won", t.won().to_owned(), report.won),
        ("lost", t.lost().to_owned(), report.lost),
        ("nurture", t.nurture().to_owned(), report.nurture),
        ("skipped", t.import_skipped(), outlook.log.skipped),
    ];
    all.into_iter().chain(open).chain(closed.into_iter().filter(|(_, _, count)| *count > 0)).collect()
}

/// The stages that a deal has been in and how it was closed, in short.
fn way(desk: Desk, outlook: &Outlook, deal: &Deal) -> String {
    let t = desk.t();
    let name = |id: &StageId| {
        let stage = outlook.stages.iter().find(|stage| stage.id == *id);
        stage.map(|stage| short(&stage.name)).unwrap_or_default()
    };
    let step = |what: &Happened| match what {
        Happened::Created { stage } => name(stage),
        Happened::Moved { to, .. } => name(to),
        Happened::Won => t.won().to_owned(),
        Happened::Lost { .. } => t.lost().to_owned(),
        Happened::Nurtured { .. } => t.nurture().to_owned(),
        _ => t.log_again().to_owned(),
    };
    let mut steps: Vec<String> = deal.history.iter().take(STEPS).map(|event| step(&event.what)).collect();
    if deal.history.len() > STEPS {
        steps.push("…".to_owned());
    }
    steps.join(" → ")
}

fn first_deals(desk: Desk, outlook: &Outlook) -> impl IntoView {
    let t = desk.t();
    let rows = outlook
        .first
        .iter()
        .map(|deal| {
            let (outcome, tone) = match deal.outcome {
                Outcome::Open => (t.open(), Tone::Plain),
                Outcome::Won { .. } => (t.won(), Tone::Good),
                Outcome::Lost { .. } => (t.lost(), Tone::Bad),
                Outcome::Nurture { .. } => (t.nurture(), Tone::Plain),
            };
            let value = match deal.value {
                0 => String::new(),
                value => desk.formats().money(value, outlook.currency),
            };
            let last = deal.history.last().map_or(deal.created, |event| event.at);
            view! {
                <tr>
                    <th scope="row"><bdi>{short(&deal.title)}</bdi></th>
                    <td><bdi>{short(&deal.owner)}</bdi></td>
                    <td><bdi>{way(desk, outlook, deal)}</bdi></td>
                    <td><Badge tone>{outcome}</Badge></td>
                    <td class="import-number">{value}</td>
                    <td class="import-day">{day(desk, deal.created)}</td>
                    <td class="import-day">{day(desk, last)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="import-scroll" tabindex="0" role="region" aria-label=t.import_preview_more()>
            <table class="import-table import-deals">
                <thead>
                    <tr>
                        <th scope="col">{t.deal_title()}</th>
                        <th scope="col">{t.owner()}</th>
                        <th scope="col">{t.log_way()}</th>
                        <th scope="col">{t.import_outcome()}</th>
                        <th scope="col" class="import-number">{t.value()}</th>
                        <th scope="col">{t.log_first_event()}</th>
                        <th scope="col">{t.log_last_event()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn problems(desk: Desk, outlook: &Outlook) -> impl IntoView {
    let t = desk.t();
    let (of_rows, of_cases) = (&outlook.log.problems, &outlook.report.problems);
    let mut kinds: Vec<(LogProblemKind, usize)> =
        of_rows.counts.iter().chain(&of_cases.counts).map(|(kind, count)| (*kind, *count)).collect();
    if kinds.is_empty() {
        return view! { <p class="import-fine">{t.import_no_problems()}</p> }.into_any();
    }
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let listed = || of_rows.listed.iter().chain(&of_cases.listed);
    let described = |(kind, count): (LogProblemKind, usize)| -> KindOfProblem {
        let rows = listed().filter(|problem| problem.kind == kind).map(|problem| problem.row);
        (format!("{kind:?}"), count, t.log_problem(kind), rows_named(desk, rows, count))
    };
    let kinds: Vec<KindOfProblem> = kinds.into_iter().map(described).collect();
    view! {
        <div class="import-problems">
            <h4>{t.import_problems()}</h4>
            {problem_list(desk, kinds)}
        </div>
    }
    .into_any()
}
