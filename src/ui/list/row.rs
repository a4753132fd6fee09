//! A row: a deal.

use std::sync::Arc;

use leptos::prelude::*;

use crate::metrics::table::Column;
use crate::model::{Deal, DealId};
use crate::ui::desk::use_desk;
use crate::ui::parts::{Icon, Sign};

use super::cell::{Face, Frame, action_of};
use super::editor::editor;
use super::grid::cell_id;
use super::state::{At, List};

/// The row of a deal.
#[component]
pub fn RowView(
    list: List,
    /// Its place, from 0.
    index: usize,
    /// Whose.
    id: DealId,
) -> impl IntoView {
    let desk = use_desk();
    let deal = desk.deal(id);
    let ticked = Memo::new(move |_| list.ticked.with(|ticked| ticked.contains(&id)));
    // What of the row keys go to, and whether it is being edited.
    let here = Memo::new(move |_| {
        let at = list.at.get();
        (at.deal == Some(id)).then(|| (at.column, list.editing.get()))
    });
    view! {
        <div
            role="row"
            class="list-row"
            class:is-ticked=move || ticked.get()
            class:is-open=move || desk.open_deal.get() == Some(id)
            tabindex="-1"
            data-deal=id.to_string()
            aria-rowindex=(index + 2).to_string()
            aria-selected=move || ticked.get().to_string()
        >
            {move || {
                desk.structure.track();
                deal.get().map(|deal| cells(list, &deal, here.get()))
            }}
        </div>
    }
}

fn cells(list: List, deal: &Arc<Deal>, here: Option<(usize, bool)>) -> impl IntoView + use<> {
    let t = list.desk.t();
    let frame = Frame::new(list.desk);
    let scope = list.scope.get();
    let is_here = |column: usize| here.is_some_and(|(at, _)| at == column);
    let id_of = |column: usize| is_here(column).then(|| cell_id(list, At { deal: Some(deal.id), column }));
    let columns = list.columns.get();
    let last = columns.len() + 1;
    let tick = view! {
        <div
            role="gridcell"
            class="cell cell-tick"
            class:is-here=is_here(0)
            id=id_of(0)
            data-column="select"
            aria-label=t.row_select(&deal.title)
        >
            <span class="tick"><Icon sign=Sign::Tick /></span>
        </div>
    };
    let cells: Vec<AnyView> = columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let edited = here == Some((place + 1, true));
            cell(list, &frame, deal, column, is_here(place + 1), id_of(place + 1), edited)
        })
        .collect();
    let action = list.has_actions().then(|| {
        let button = action_of(&frame, scope, deal).map(|(key, name)| {
            view! { <button type="button" class="row-action" tabindex="-1" data-act=key>{name}</button> }
        });
        view! {
            <div
                role="gridcell"
                class="cell cell-action"
                class:is-here=is_here(last)
                id=id_of(last)
                data-column="action"
            >
                {button}
            </div>
        }
    });
    (tick, cells, action)
}

fn cell(
    list: List,
    frame: &Frame,
    deal: &Arc<Deal>,
    column: &Column,
    here: bool,
    id: Option<String>,
    edited: bool,
) -> AnyView {
    let mut class = String::from("cell");
    if column.is_figure() {
        class.push_str(" cell-figure");
    }
    if *column == Column::Title {
        class.push_str(" cell-title");
    }
    if here {
        class.push_str(" is-here");
    }
    if edited {
        class.push_str(" is-edited");
    }
    let inside = if edited { editor(list, deal, column) } else { face(frame.face(deal, column), column) };
    view! { <div role="gridcell" class=class id=id data-column=column.key()>{inside}</div> }.into_any()
}

fn face(face: Face, column: &Column) -> AnyView {
    let Face { text, title, mark, hue } = face;
    match hue {
        _ if *column == Column::Title => {
            view! { <span class="cell-open" dir="auto" title=text.clone()>{text.clone()}</span> }.into_any()
        }
        Some(hue) => {
            let class = format!("cell-text cell-stage hue-{hue}");
            view! { <span class=class dir="auto">{text}</span> }.into_any()
        }
        None if text.is_empty() => ().into_any(),
        None => {
            let title = title.unwrap_or_else(|| text.clone());
            view! { <span class=mark dir="auto" title=title>{text}</span> }.into_any()
        }
    }
}
