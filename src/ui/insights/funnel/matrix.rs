//! The matrix of the moves: from the stage of a row to that of a column.

use leptos::prelude::*;

use crate::chart::Table;
use crate::metrics::{Figure, FunnelFigure, MoveFigure};
use crate::model::StageId;
use crate::ui::desk::Desk;

use super::super::parts::{ChartCard, Opens, Pen};
use super::super::use_insights;
use super::moved::Report;

/// How many steps of shading there are.
const STEPS: u64 = 5;

/// A cell: which move, how often it was made, and whether it goes back.
#[derive(Debug, Clone, PartialEq)]
struct Cell {
    figure: MoveFigure,
    count: u64,
    is_back: bool,
}

/// The matrix: its heads, and its rows with their names.
#[derive(Debug, Clone, PartialEq)]
struct Grid {
    heads: Vec<String>,
    rows: Vec<(String, Vec<Option<Cell>>)>,
}

/// What deals did at a stage.
type OfStage = fn(StageId) -> MoveFigure;

impl Grid {
    fn of(desk: Desk, report: &Report) -> Grid {
        let t = desk.t();
        let stages: Vec<_> = report.stages().into_iter().filter_map(|at| report.ladder.place(at)).collect();
        let cell = |figure, is_back| Some(Cell { figure, count: report.times(figure), is_back });
        let mut heads = vec![t.funnel_flow_from().to_owned()];
        heads.extend(stages.iter().map(|place| place.name.clone()));
        let ends: [(&str, OfStage); 3] = [
            (t.funnel_move_won(), MoveFigure::Won),
            (t.funnel_move_lost(), MoveFigure::Lost),
            (t.funnel_move_nurtured(), MoveFigure::Nurtured),
        ];
        heads.extend(ends.iter().map(|(name, _)| (*name).to_owned()));
        let starts: [(&str, OfStage); 3] = [
            (t.funnel_move_created(), MoveFigure::Created),
            (t.funnel_move_arrived(), MoveFigure::Arrived),
            (t.funnel_move_reopened(), MoveFigure::Reopened),
        ];
        let mut rows = Vec::new();
        for (name, figure) in starts {
            let mut cells: Vec<_> = stages.iter().map(|place| cell(figure(place.stage), false)).collect();
            // Deals are always created; they come from elsewhere or again only now and then.
            if name == t.funnel_move_created() || cells.iter().flatten().any(|cell| cell.count > 0) {
                cells.extend([None, None, None]);
                rows.push((name.to_owned(), cells));
            }
        }
        for (from, place) in stages.iter().enumerate() {
            let others = stages.iter().enumerate();
            let mut cells: Vec<_> = others
                .map(|(to, other)| cell(MoveFigure::Between(place.stage, other.stage), to < from))
                .collect();
            cells.extend(ends.iter().map(|(_, figure)| cell(figure(place.stage), false)));
            rows.push((place.name.clone(), cells));
        }
        Grid { heads, rows }
    }

    fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flat_map(|(_, cells)| cells.iter().flatten())
    }
}

/// The card.
#[component]
pub fn Matrix(report: Memo<Option<Report>>) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let grid = Memo::new(move |_| report.with(|report| report.as_ref().map(|report| Grid::of(desk, report))));
    let title = Signal::derive(move || {
        report.with(|report| report.as_ref().map(|report| finding(desk, report)).unwrap_or_default())
    });
    let table = Signal::derive(move || {
        let pen = insights.pen();
        grid.with(|grid| {
            let grid = grid.as_ref()?;
            let text =
                |cell: &Option<Cell>| cell.as_ref().map(|cell| pen.count(cell.count)).unwrap_or_default();
            let row = |(name, cells): &(String, Vec<Option<Cell>>)| {
                std::iter::once(name.clone()).chain(cells.iter().map(text)).collect()
            };
            Some(Table { headers: grid.heads.clone(), rows: grid.rows.iter().map(row).collect() })
        })
    });
    let shown = move || {
        grid.with(|grid| {
            let grid = grid.as_ref()?;
            let pen = insights.pen();
            let most = grid.cells().map(|cell| cell.count).max().unwrap_or(0);
            let heads = grid
                .heads
                .iter()
                .map(|head| view! { <th scope="col" dir="auto">{head.clone()}</th> })
                .collect_view();
            // The columns are equally wide; the names have what is left.
            let width = format!("{}%", 82.0 / grid.heads.len().saturating_sub(1).max(1) as f64);
            let columns = grid
                .heads
                .iter()
                .skip(1)
                .map(|_| view! { <col style:inline-size=width.clone() /> })
                .collect_view();
            let rows = grid
                .rows
                .iter()
                .map(|(name, cells)| {
                    let cells = cells.iter().map(|cell| shaded(desk, report, &pen, cell.as_ref(), most)).collect_view();
                    view! { <tr><th scope="row" dir="auto">{name.clone()}</th>{cells}</tr> }
                })
                .collect_view();
            Some(view! { <table><caption class="hidden">{t.funnel_matrix()}</caption><colgroup><col />{columns}</colgroup><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table> })
        })
    };
    view! {
        <ChartCard
            key="matrix"
            name=t.funnel_matrix().to_owned()
            title=title
            rule=t.funnel_matrix_rule().to_owned()
            table=table
            is_table=true
        >
            <div class="matrix" role="group" aria-label=t.funnel_matrix() tabindex="0">{shown}</div>
        </ChartCard>
    }
}

fn shaded(
    desk: Desk,
    report: Memo<Option<Report>>,
    pen: &Pen,
    cell: Option<&Cell>,
    most: u64,
) -> impl IntoView + use<> {
    let t = desk.t();
    let Some(Cell { figure, count, is_back }) = cell.cloned() else {
        return view! { <td class="matrix-no"></td> }.into_any();
    };
    if count == 0 {
        return view! { <td class="matrix-none">{"·"}</td> }.into_any();
    }
    let ends = report.with_untracked(|report| report.as_ref().map(|report| report.ends(t, figure)));
    let (from, to) = ends.unwrap_or_default();
    // From 1, the faintest.
    let step = (count * STEPS).div_ceil(most.max(1)).clamp(1, STEPS);
    let class = match (figure, is_back) {
        (MoveFigure::Lost(_), _) => format!("matrix-lost heat-{step}"),
        (MoveFigure::Won(_), _) => format!("matrix-won heat-{step}"),
        (_, true) => format!("matrix-back heat-{step}"),
        _ => format!("matrix-on heat-{step}"),
    };
    view! {
        <td class=class>
            <Opens
                figure=Figure::Funnel(FunnelFigure::Move(figure))
                title=t.funnel_move_title(&from, &to)
                text=pen.count(count)
                metric="moves"
                value=Some(count.to_string())
            />
        </td>
    }
    .into_any()
}

/// The way back that is gone most often.
fn finding(desk: Desk, report: &Report) -> String {
    let t = desk.t();
    let back = report.moves.pairs().filter(|(from, to, _)| from > to);
    // Of equal ones the first.
    let most = back.reduce(|most, next| if next.2 > most.2 { next } else { most });
    let name = |at: usize| report.ladder.place(at).map(|place| place.name.clone()).unwrap_or_default();
    match most {
        Some((from, to, count)) if count > 1 => {
            t.funnel_matrix_most(&name(from), &name(to), &desk.formats().count(count))
        }
        _ => t.funnel_matrix().to_owned(),
    }
}
