//! The board: stages as columns, deals as cards.
//!
//! Pointer and keys are heard once, on the board; a card is passive. What is lifted and where it would land is [`drag::Drag`];
//! what a drop means is one command, the same as a menu item's.

mod card;
mod close;
mod column;
mod drag;
mod findings;
mod gate;
mod geometry;
mod keys;
mod marks;
mod move_menu;

pub use close::{LoseDialog, Reasons, WinDialog};
pub use drag::{move_deal, stage_name};
pub use gate::{GateDialog, Passage, pass};
pub use move_menu::MoveMenu;

use leptos::prelude::*;

use crate::browser::page;
use crate::model::OutcomeKind;
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{PrintedHead, printing};

use column::{ColumnView, Printing};
use drag::{Drag, Target};

/// Height of a card and the gap below it, in CSS pixels; fixed, so that a column knows its rows without measuring.
pub const PITCH: f64 = 92.0;

/// The view.
#[component]
pub fn BoardView() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let node = NodeRef::<leptos::html::Div>::new();
    let drag = Drag::new(desk, node);
    provide_context(drag);
    provide_context(Printing(printing()));
    let hint = desk.element_id("card-hint");
    let stages = Memo::new(move |_| desk.board_stages());
    on_cleanup(move || drag.cancel());
    view! {
        <section
            class="board"
            data-view="board"
            aria-label=t.board()
            on:pointerdown=move |event| drag.press(&event)
            on:pointermove=move |event| drag.moved(&event)
            on:pointerup=move |event| drag.released(&event)
            on:pointercancel=move |event| drag.lost(&event)
            on:touchmove=move |event| {
                if drag.is_lifted() {
                    event.prevent_default();
                }
            }
            on:contextmenu=move |event| {
                if drag.is_pressed() {
                    event.prevent_default();
                }
            }
            on:click=move |event| drag.clicked(&event)
            on:keydown=move |event| keys::pressed(desk, drag, &event)
        >
            <p class="hidden" id=hint>{t.card_hint()}</p>
            <PrintedHead view=t.board().to_owned() about=Callback::new(move |()| about(desk)) />
            <Shown />
            <div class="columns" class:dragging=move || drag.lift.with(Option::is_some) node_ref=node>
                <For each=move || stages.get() key=|entry| *entry let:id>
                    <ColumnView id />
                </For>
            </div>
            <Zones drag />
            <Ghost drag />
        </section>
    }
}

/// What the deals of an outcome are called.
fn word(desk: Desk, kind: OutcomeKind) -> &'static str {
    let t = desk.t();
    match kind {
        OutcomeKind::Open => t.open(),
        OutcomeKind::Won => t.won(),
        OutcomeKind::Lost => t.lost(),
        OutcomeKind::Nurture => t.nurture(),
    }
}

/// Which deals are shown, in words.
fn about(desk: Desk) -> Vec<String> {
    let shown = word(desk, desk.shown.get());
    let search = desk.search.with(|text| text.trim().to_owned());
    std::iter::once(shown.to_owned()).chain(Some(search).filter(|text| !text.is_empty())).collect()
}

/// Which deals are shown, and what they come to.
#[component]
fn Shown() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let totals = Memo::new(move |_| {
        let (mut count, mut total, mut weighted, mut found) = (0, 0, 0, 0);
        for stage in desk.board_stages() {
            let column = desk.column(stage).get();
            count += column.count;
            total += column.total;
            weighted += column.weighted;
            found += column.cards.len() as u64;
        }
        (count, total, weighted, found)
    });
    view! {
        <div class="board-bar">
            <div class="segments" role="group" aria-label=t.filter_shown()>
                {OutcomeKind::ALL
                    .map(|kind| {
                        view! {
                            <button
                                type="button"
                                class="segment"
                                aria-pressed=move || (desk.shown.get() == kind).to_string()
                                on:click=move |_| desk.shown.set(kind)
                            >
                                {word(desk, kind)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <p
                class="board-total"
                data-metric="open-value"
                data-value=move || totals.get().1.to_string()
            >
                {move || {
                    let (count, total, weighted, found) = totals.get();
                    let (formats, currency) = (desk.formats(), desk.currency());
                    if desk.search.with(|text| text.trim().is_empty()) {
                        let weighted = formats.money_short(weighted, currency);
                        match desk.shown.get() {
                            OutcomeKind::Open => t.totals(count, &formats.money_short(total, currency), &weighted),
                            _ => t.totals_closed(count, &formats.money_short(total, currency)),
                        }
                    } else {
                        t.found(found)
                    }
                }}
            </p>
        </div>
    }
}

/// Where a deal is dropped to close it; there only while something is lifted.
#[component]
fn Zones(drag: Drag) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    view! {
        <div class="zones" class:zones-shown=move || drag.lift.with(Option::is_some) aria-hidden="true">
            <div class="zone zone-won" class:zone-over=move || drag.target.get() == Some(Target::Won)>{t.drop_won()}</div>
            <div class="zone zone-lost" class:zone-over=move || drag.target.get() == Some(Target::Lost)>
                {t.drop_lost()}
            </div>
        </div>
    }
}

/// The card under the pointer.
#[component]
fn Ghost(drag: Drag) -> impl IntoView {
    let desk = use_desk();
    let node = NodeRef::<leptos::html::Div>::new();
    drag.carry(node);
    move || {
        drag.lift.get().filter(|lift| !lift.keyboard).map(|lift| {
            let deal = desk.deal(lift.deal);
            let at = drag.at();
            Effect::new(move |_| {
                if let Some(ghost) = node.get() {
                    page::translate(&ghost, at.0, at.1);
                }
            });
            view! {
                <div class="ghost card" node_ref=node aria-hidden="true">
                    {move || deal.get().map(|deal| card::body(desk, &deal))}
                </div>
            }
        })
    }
}
