//! The deals as a table: sorted, filtered, edited in place, many at once.

mod action;
mod bar;
mod bulk;
mod bulk_dialog;
mod cell;
mod chips;
mod columns_dialog;
mod editor;
mod filter_dialog;
mod foot;
mod grid;
mod keys;
mod row;
mod state;

use leptos::prelude::*;

use crate::metrics::table::{Filter, Scope};
use crate::ui::desk::use_desk;

use bar::Bar;
use foot::Foot;
use grid::Grid;
use state::List;

/// The view.
#[component]
pub fn ListView() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let list = List::new(desk);
    view! {
        <section class="list-view" data-view="list" aria-label=t.list()>
            <p class="hidden" id=desk.element_id("list-hint")>{t.list_hint()}</p>
            <Bar list />
            <div class="grid-holder">
                <Grid list />
                <Empty list />
            </div>
            <Foot list />
        </section>
    }
}

/// What stands in a table without rows: why it has none, and the way on.
#[component]
fn Empty(list: List) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let empty = Memo::new(move |_| list.rows.with(|rows| rows.is_empty()));
    let narrowed =
        move || !list.filter.with(Filter::is_empty) || desk.search.with(|search| !search.trim().is_empty());
    let any = move || {
        desk.revision.get();
        let pipeline = desk.pipeline.get();
        desk.with(|session| {
            let mut deals = session.workspace().all::<crate::model::Deal>().values();
            deals.any(|deal| Some(deal.pipeline) == pipeline)
        })
    };
    let words = move || {
        if !any() {
            t.list_empty()
        } else if narrowed() {
            t.list_nothing_found()
        } else {
            match list.scope.get() {
                Scope::Open => t.list_empty_open(),
                Scope::Won => t.list_empty_won(),
                Scope::Lost => t.list_empty_lost(),
                Scope::Nurture => t.list_empty_nurture(),
                Scope::Archived => t.list_empty_archived(),
                Scope::All => t.list_empty(),
            }
        }
    };
    view! {
        <Show when=move || empty.get()>
            <div class="list-empty" data-empty="list">
                <p>{words}</p>
                <Show when=move || any() && narrowed()>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| {
                            list.filter.set(Filter::default());
                            desk.search.set(String::new());
                        }
                    >
                        {t.filter_clear()}
                    </button>
                </Show>
            </div>
        </Show>
    }
}
