//! What would come in: the first deals, the counts, and what the user should know before.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::csv_plan::{Problem, ProblemKind};
use crate::model::{Outcome, Timestamp, Zone};
use crate::ui::desk::Desk;
use crate::ui::parts::{Badge, Tone};

use super::columns::short;
use super::draft::Draft;
use super::foot::State;
use super::work::{Outlook, Work};

/// Problems that are shown one by one.
const LISTED: usize = 20;
/// Rows that are named for each kind of problem.
const ROWS_NAMED: usize = 3;

/// The number of a row as a spreadsheet counts it, with the header as the first.
fn row_number(row: usize) -> u64 {
    row as u64 + 2
}

/// The section.
#[component]
pub fn Preview(
    /// The decisions.
    draft: Draft,
    /// The work on them.
    work: Work,
) -> impl IntoView {
    let t = draft.desk.t();
    let busy = move || work.state.with(|state| matches!(state, State::Reading(_)));
    view! {
        <section class="import-part import-preview" aria-busy=move || busy().to_string()>
            <h3>{t.import_preview()}</h3>
            {move || match work.outlook.get() {
                Some(outlook) => {
                    view! {
                        {counts(draft.desk, counted(draft.desk, &outlook))}
                        <FirstDeals desk=draft.desk outlook=Arc::clone(&outlook) />
                        <Problems draft outlook />
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

/// Numbers side by side, each with its name and a key for scripts.
pub fn counts(desk: Desk, counts: Vec<(&'static str, String, usize)>) -> impl IntoView {
    view! {
        <dl class="import-counts">
            {counts
                .into_iter()
                .map(|(key, name, count)| {
                    view! {
                        <div data-import-count=key data-value=count.to_string()>
                            <dt dir="auto">{name}</dt>
                            <dd>{desk.formats().count(count as u64)}</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}

fn counted(desk: Desk, outlook: &Outlook) -> Vec<(&'static str, String, usize)> {
    let t = desk.t();
    let report = &outlook.report;
    let open = report.open.iter().map(|open| ("open", t.import_open_in(&open.name), open.deals));
    let skipped = (report.skipped > 0).then(|| ("skipped", t.import_skipped(), report.skipped));
    open.chain([("won", t.won().to_owned(), report.won), ("lost", t.lost().to_owned(), report.lost)])
        .chain(skipped)
        .collect()
}

/// A day as the file says it.
pub fn day(desk: Desk, at: Timestamp) -> String {
    // A date stands at noon of universal time.
    desk.formats().day(Zone::UTC.day(at))
}

#[component]
fn FirstDeals(desk: Desk, outlook: Arc<Outlook>) -> impl IntoView {
    let t = desk.t();
    let currency = outlook.currency;
    view! {
        <div class="import-scroll" tabindex="0" role="region" aria-label=t.import_preview_more()>
            <table class="import-table import-deals">
                <thead>
                    <tr>
                        <th scope="col">{t.deal_title()}</th>
                        <th scope="col">{t.company()}</th>
                        <th scope="col">{t.owner()}</th>
                        <th scope="col">{t.import_stage()}</th>
                        <th scope="col">{t.import_outcome()}</th>
                        <th scope="col" class="import-number">{t.value()}</th>
                        <th scope="col">{t.import_created()}</th>
                        <th scope="col">{t.import_closed()}</th>
                    </tr>
                </thead>
                <tbody>
                    {outlook
                        .first
                        .iter()
                        .map(|(deal, stage)| {
                            let (outcome, tone) = match deal.outcome {
                                Outcome::Open => (t.open(), Tone::Plain),
                                Outcome::Won { .. } => (t.won(), Tone::Good),
                                Outcome::Lost { .. } => (t.lost(), Tone::Bad),
                                Outcome::Nurture { .. } => (t.nurture(), Tone::Plain),
                            };
                            let value = match deal.value {
                                0 => String::new(),
                                value => desk.formats().money(value, currency),
                            };
                            view! {
                                <tr>
                                    <th scope="row"><bdi>{short(&deal.title)}</bdi></th>
                                    <td><bdi>{short(&deal.company)}</bdi></td>
                                    <td><bdi>{short(&deal.owner)}</bdi></td>
                                    <td><bdi>{short(stage)}</bdi></td>
                                    <td><Badge tone>{outcome}</Badge></td>
                                    <td class="import-number">{value}</td>
                                    <td class="import-day">{day(desk, deal.created)}</td>
                                    <td class="import-day">{deal.outcome.closed().map(|at| day(desk, at))}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// A kind of problem: its key for scripts, how often it was met, what it is, and the first rows.
pub type KindOfProblem = (String, usize, String, String);

/// The first rows of a kind of problem in words, of so many in all.
pub fn rows_named(desk: Desk, rows: impl Iterator<Item = usize>, count: usize) -> String {
    let formats = desk.formats();
    let rows: Vec<String> = rows.take(ROWS_NAMED).map(|row| formats.count(row_number(row))).collect();
    let more = count.saturating_sub(rows.len()) as u64;
    desk.t().import_problem_rows(&rows, more, &formats.count(more))
}

/// Kinds of problems, one a line.
pub fn problem_list(desk: Desk, kinds: Vec<KindOfProblem>) -> impl IntoView {
    view! {
        <ul>
            {kinds
                .into_iter()
                .map(|(key, count, what, rows)| {
                    view! {
                        <li data-problem=key data-value=count.to_string()>
                            <strong>{desk.formats().count(count as u64)}</strong>
                            <span>{what}" "<small>{rows}</small></span>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

fn kinds(desk: Desk, outlook: &Outlook) -> Vec<KindOfProblem> {
    let report = &outlook.report;
    let mut kinds: Vec<(ProblemKind, usize)> = report.counts.iter().map(|(kind, n)| (*kind, *n)).collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let described = |(kind, count): (ProblemKind, usize)| {
        let rows = report.problems.iter().filter(|problem| problem.kind == kind).map(|problem| problem.row);
        (format!("{kind:?}"), count, desk.t().import_problem(kind), rows_named(desk, rows, count))
    };
    kinds.into_iter().map(described).collect()
}

#[component]
fn Problems(draft: Draft, outlook: Arc<Outlook>) -> impl IntoView {
    let desk = draft.desk;
    let t = desk.t();
    let kinds = kinds(desk, &outlook);
    if kinds.is_empty() {
        return view! { <p class="import-fine">{t.import_no_problems()}</p> }.into_any();
    }
    let first: Vec<Problem> = outlook.report.problems.iter().take(LISTED).copied().collect();
    let count = first.len();
    view! {
        <div class="import-problems">
            <h4>{t.import_problems()}</h4>
            {problem_list(desk, kinds)}
            <details>
                <summary>{t.import_first_problems(count)}</summary>
                <div class="import-scroll">
                    <table class="import-table">
                        <thead>
                            <tr>
                                <th scope="col" class="import-number">{t.import_row()}</th>
                                <th scope="col">{t.import_column()}</th>
                                <th scope="col">{t.import_in_file()}</th>
                                <th scope="col">{t.import_what()}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {first.into_iter().map(|problem| problem_row(draft, problem)).collect_view()}
                        </tbody>
                    </table>
                </div>
            </details>
        </div>
    }
    .into_any()
}

fn problem_row(draft: Draft, problem: Problem) -> impl IntoView {
    let desk = draft.desk;
    let (column, cell) = draft.table.with_value(|table| {
        let Some(column) = problem.column else { return (String::new(), String::new()) };
        (table.header.get(column).cloned().unwrap_or_default(), short(table.cell(problem.row, column)))
    });
    view! {
        <tr>
            <td class="import-number">{desk.formats().count(row_number(problem.row))}</td>
            <td><bdi>{column}</bdi></td>
            <td><bdi>{cell}</bdi></td>
            <td>{desk.t().import_problem(problem.kind)}</td>
        </tr>
    }
}
