//! The table itself: a head that stays, and the rows that are in sight.
//!
//! The focus stays on the element that scrolls, which names the cell that keys go to; so it is not lost with a row that is
//! scrolled away. Clicks are heard once, on that element; cells are passive.

use leptos::prelude::*;

use crate::browser::page::{self, Element, Event, HtmlElement, MouseEvent};
use crate::metrics::table::{Column, Sort};
use crate::model::DealId;
use crate::ui::desk::use_desk;
use crate::ui::parts::{Icon, Sign, printing};

use super::action::act;
use super::cell::width;
use super::keys;
use super::row::RowView;
use super::state::{At, List};

/// Height of a row, in CSS pixels; fixed, so that the table knows its rows without measuring.
pub const PITCH: f64 = 34.0;
/// Height of the head.
const HEAD: f64 = 36.0;
/// Width of the column of ticks, and of the actions.
const TICKS: u16 = 40;
const ACTIONS: u16 = 128;
/// Rows above and below the window that stand ready.
const OVERSCAN: usize = 6;
/// Rows that are assumed to be in sight until the browser has measured.
const ROWS_AT_FIRST: usize = 24;
/// The most rows that are printed.
const PRINTED: usize = 2_000;

/// The table.
#[component]
pub fn Grid(list: List) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let grid = list.grid;
    let first_row = RwSignal::new(0usize);
    let fit = RwSignal::new(ROWS_AT_FIRST);
    // A printed table has all of its rows, not those in sight.
    let printing = printing();
    let scrolled = move || {
        if let Some(grid) = grid.get_untracked() {
            let row = (f64::from(grid.scroll_top()) / PITCH).floor().max(0.0) as usize;
            if first_row.get_untracked() != row {
                first_row.set(row);
            }
        }
    };
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(element) = grid.get() {
            watch.set_value(page::SizeWatch::new(&element.clone(), move || {
                let rows = (f64::from(element.client_height()) / PITCH).ceil().max(1.0) as usize + 1;
                if fit.try_get_untracked().is_some_and(|fit| fit != rows) {
                    fit.set(rows);
                }
            }));
        }
    });
    let window = Memo::new(move |_| {
        let len = list.rows.with(|rows| rows.len());
        if printing.get() {
            return (0, len.min(PRINTED), len.min(PRINTED));
        }
        let first = first_row.get().min(len.saturating_sub(fit.get())).saturating_sub(OVERSCAN);
        let end = (first_row.get() + fit.get() + OVERSCAN).min(len).max(first);
        (first, end, len)
    });
    let in_sight = move || {
        let (first, end, _) = window.get();
        let rows = list.rows.get();
        (first..end).zip(rows.get(first..end).unwrap_or_default().to_vec()).collect::<Vec<_>>()
    };
    // Another order or other deals begin at the top; an edit in place does not.
    let asked = Memo::new(move |_| (list.query(), desk.pipeline.get(), desk.search.get()));
    Effect::new(move |before: Option<()>| {
        asked.with(|_| ());
        if before.is_some()
            && let Some(grid) = grid.get_untracked()
        {
            grid.set_scroll_top(0);
        }
    });
    let tracks = move || {
        let columns = list.columns.get();
        let fixed: u32 = columns.iter().map(|column| u32::from(width(column))).sum();
        let actions = if list.has_actions() { ACTIONS } else { 0 };
        let all = columns.iter().fold(format!("{TICKS}px"), |all, column| match width(column) {
            0 => format!("{all} minmax(var(--title), 1fr)"),
            width => format!("{all} {width}px"),
        });
        let all = if actions > 0 { format!("{all} {actions}px") } else { all };
        (all, fixed + u32::from(TICKS + actions))
    };
    let tracks = Memo::new(move |_| tracks());
    view! {
        <div
            class="grid"
            role="grid"
            tabindex="0"
            aria-label=t.list()
            aria-describedby=desk.element_id("list-hint")
            aria-multiselectable="true"
            aria-rowcount=move || (list.rows.with(|rows| rows.len()) + 1).to_string()
            aria-colcount=move || list.width().to_string()
            aria-activedescendant=move || cell_id(list, list.at.get())
            node_ref=grid
            on:scroll=move |_| scrolled()
            on:keydown=move |event| keys::pressed(list, &event)
            on:click=move |event| clicked(list, &event)
            on:dblclick=move |event| {
                if let Some(at) = at_of(&event).filter(|at| at.column > 0) {
                    keys::edit(list, at);
                }
            }
            on:focusin=move |event| taken(list, &event)
        >
            <div
                class="grid-inner"
                role="presentation"
                style:--columns=move || tracks.get().0
                style:--least=move || format!("{}px", tracks.get().1)
            >
                <Head list />
                <div
                    class="grid-body"
                    role="rowgroup"
                    style:block-size=move || format!("{}px", window.get().2 as f64 * PITCH)
                    style:padding-block-start=move || format!("{}px", window.get().0 as f64 * PITCH)
                >
                    <For each=in_sight key=|row| *row let:row>
                        <RowView list index=row.0 id=row.1 />
                    </For>
                </div>
            </div>
        </div>
        <p class="printed">
            {move || {
                let len = list.rows.with(|rows| rows.len());
                (len > PRINTED).then(|| t.printed_first(PRINTED as u64, len as u64))
            }}
        </p>
    }
}

/// The names of the columns, each a button to order by it.
#[component]
fn Head(list: List) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let first = Memo::new(move |_| list.look(list.scope.get()).sort.first().cloned());
    let all = move || {
        let (ticked, len) = (list.ticked.with(|ticked| ticked.len()), list.rows.with(|rows| rows.len()));
        len > 0 && ticked == len
    };
    let here = move |column: usize| list.at.get() == At { deal: None, column };
    view! {
        <div role="rowgroup" class="grid-head">
            <div role="row" class="list-row list-head" aria-rowindex="1">
                <div
                    role="columnheader"
                    class="cell cell-tick"
                    class:is-here=move || here(0)
                    class:is-ticked=all
                    data-column="select"
                    id=cell_id(list, At { deal: None, column: 0 })
                    aria-label=t.select_all()
                    title=t.select_all()
                >
                    <span class="tick"><Icon sign=Sign::Tick /></span>
                </div>
                {move || {
                    list.columns
                        .get()
                        .into_iter()
                        .enumerate()
                        .map(|(place, column)| head_cell(list, place + 1, column, first.get()))
                        .collect_view()
                }}
                {move || {
                    list.has_actions()
                        .then(|| {
                            let column = list.columns.with(|columns| columns.len()) + 1;
                            view! {
                                <div
                                    role="columnheader"
                                    class="cell cell-action"
                                    class:is-here=move || here(column)
                                    id=cell_id(list, At { deal: None, column })
                                >
                                    {t.actions()}
                                </div>
                            }
                        })
                }}
            </div>
        </div>
    }
}

fn head_cell(list: List, place: usize, column: Column, first: Option<Sort>) -> impl IntoView {
    let (key, sort) = (column.key(), column.key());
    let name = list.desk.t().column_head(&column);
    let sorted = first.filter(|sort| sort.column == column).map(|sort| sort.descending);
    let order = sorted.map(|descending| if descending { "descending" } else { "ascending" });
    let at = At { deal: None, column: place };
    view! {
        <div
            role="columnheader"
            class="cell"
            class:cell-figure=column.is_figure()
            class:cell-title=column == Column::Title
            class:is-here=move || list.at.get() == at
            data-column=key
            id=cell_id(list, at)
            aria-sort=order
        >
            <button type="button" class="head-sort" tabindex="-1" data-sort=sort>
                <span dir="auto">{name}</span>
                {sorted.map(|descending| view! { <Icon sign=if descending { Sign::Down } else { Sign::Up } /> })}
            </button>
        </div>
    }
}

/// The id of a cell's element.
pub fn cell_id(list: List, at: At) -> String {
    let row = at.deal.map_or_else(|| "head".to_owned(), |deal| deal.to_string());
    list.desk.element_id(&format!("cell-{row}-{}", at.column))
}

/// The cell that an event happened in.
fn at_of(event: &Event) -> Option<At> {
    let row = page::closest(event, "[data-deal]")?;
    let deal: DealId = page::data(&row, "deal")?.parse().ok()?;
    let cell = page::closest(event, ".cell")?;
    let column = page::position_among(&cell, ":scope > .cell")?;
    Some(At { deal: Some(deal), column })
}

fn clicked(list: List, event: &MouseEvent) {
    list.focus();
    if let Some(head) = page::closest(event, ".list-head .cell") {
        let place = page::position_among(&head, ":scope > .cell").unwrap_or(0);
        list.go(At { deal: None, column: place });
        match list.column_at(place) {
            Some(column) => list.sort(&column),
            None if place == 0 => list.tick_all(),
            None => {}
        }
        return;
    }
    let Some(at) = at_of(event) else { return };
    let Some(deal) = at.deal else { return };
    if at.column == 0 || event.shift_key() || event.ctrl_key() || event.meta_key() {
        list.go(at);
        list.tick(deal, event.shift_key());
    } else if page::closest(event, "[data-act]").is_some() {
        list.go(at);
        act(list, deal, list.scope.get_untracked());
    } else {
        if list.at.get_untracked() != at {
            list.go(at);
        }
        if page::closest(event, ".cell-open").is_some() {
            list.desk.open_deal.set(Some(deal));
        }
    }
}

/// A row that is given the focus, as by the panel that closes, passes it on.
fn taken(list: List, event: &Event) {
    if page::is_typing(event) || page::closest(event, ".list-row").is_none() {
        return;
    }
    if let Some(deal) =
        page::closest(event, "[data-deal]").and_then(|row| page::data(&row, "deal")?.parse().ok())
    {
        let at = list.at.get_untracked();
        if at.deal != Some(deal) {
            list.go(At { deal: Some(deal), ..at });
        }
    }
    // Not at once: this is called while the focus is being given.
    page::spawn(async move { list.focus() });
}

/// How many rows PageDown goes.
pub fn page_rows(list: List) -> isize {
    let height = list.grid.get_untracked().map_or(0.0, |grid| f64::from(grid.client_height()));
    (((height - HEAD) / PITCH).floor() as isize - 1).max(1)
}

/// Scrolls so that the cell that keys go to is in sight.
pub fn reveal(list: List) {
    let Some(grid) = list.grid.get_untracked() else { return };
    let at = list.at.get_untracked();
    let index =
        at.deal.and_then(|deal| list.rows.with_untracked(|rows| rows.iter().position(|id| *id == deal)));
    if let Some(index) = index {
        // The head covers the first pixels: a row is in sight below it.
        let (top, from) = (index as f64 * PITCH, f64::from(grid.scroll_top()));
        let room = f64::from(grid.client_height()) - HEAD;
        if top < from {
            grid.set_scroll_top(top as i32);
        } else if top + PITCH > from + room {
            grid.set_scroll_top((top + PITCH - room).ceil() as i32);
        }
    }
    let head: &Element = &grid;
    let find = |column: usize| page::find_all(head, ".list-head > .cell").into_iter().nth(column);
    if at.column > 1
        && let (Some(cell), Some(title)) = (find(at.column), find(1))
    {
        let action = page::find(head, ".list-head > .cell-action").filter(|action| *action != cell);
        across(&grid, &title, action.as_ref(), &cell);
    }
}

/// Scrolls sideways so that a column is in sight between the title and the action, which stay.
fn across(grid: &HtmlElement, title: &HtmlElement, action: Option<&HtmlElement>, cell: &HtmlElement) {
    let ((left, _, width, _), (x, _, size, _)) = (page::rect(grid), page::rect(cell));
    let (title_left, _, title_width, _) = page::rect(title);
    let action = action.map(|action| page::rect(action));
    let (start, end) = if page::is_rtl(grid) {
        (action.map_or(left, |(x, _, width, _)| left.max(x + width)), title_left.max(left))
    } else {
        let end = left + width;
        ((title_left + title_width).min(end), action.map_or(end, |(x, ..)| end.min(x)))
    };
    let by = if x < start {
        x - start
    } else if x + size > end {
        (x + size - end).min(x - start)
    } else {
        return;
    };
    grid.set_scroll_left(grid.scroll_left() + by.round() as i32);
}
