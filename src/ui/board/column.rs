//! A column: its head, the way to add a card, and the cards that are in sight.

use std::sync::Arc;

use leptos::html::Ul;
use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, DealId, NewDeal, OutcomeKind, Place, Stage, StageId};
use crate::ui::desk::use_desk;
use crate::ui::parts::AddLine;

use super::PITCH;
use super::card::Card;
use super::drag::{Drag, Target};
use super::findings::FindingMarks;

/// Rows above and below the window that stand ready.
const OVERSCAN: usize = 2;
/// Rows that are assumed to be in sight until the browser has measured.
const ROWS_AT_FIRST: usize = 9;

/// The most cards of a column that are printed.
const PRINTED: usize = 60;

/// Whether the board is being printed: then its columns have all of their cards, not those in sight.
#[derive(Clone, Copy)]
pub struct Printing(pub RwSignal<bool>);

/// One stage.
#[component]
pub fn ColumnView(
    /// Which.
    id: StageId,
) -> impl IntoView {
    let desk = use_desk();
    let drag = expect_context::<Drag>();
    let t = desk.t();
    let column = RwSignal::from(desk.column(id));
    let stage = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().get::<Stage>(id).cloned())
    });
    let name = move || stage.get().map(|stage| stage.name.clone()).unwrap_or_default();

    let list = NodeRef::<Ul>::new();
    let first_row = RwSignal::new(0usize);
    let rows = RwSignal::new(ROWS_AT_FIRST);
    let scrolled = move || {
        if let Some(list) = list.get_untracked() {
            let row = (f64::from(list.scroll_top()) / PITCH).floor().max(0.0) as usize;
            if first_row.get_untracked() != row {
                first_row.set(row);
            }
        }
    };
    let watch = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(element) = list.get() {
            watch.set_value(page::SizeWatch::new(&element.clone(), move || {
                let height = f64::from(element.client_height());
                let fit = (height / PITCH).ceil().max(1.0) as usize + 1;
                if height > 0.0 && rows.try_get_untracked().is_some_and(|rows| rows != fit) {
                    rows.set(fit);
                }
            }));
        }
    });
    let printing = expect_context::<Printing>().0;
    let window = Memo::new(move |_| {
        let len = column.with(|column| column.cards.len());
        if printing.get() {
            return (0, len.min(PRINTED), len);
        }
        let first = first_row.get().min(len.saturating_sub(rows.get())).saturating_sub(OVERSCAN);
        let end = (first_row.get() + rows.get() + OVERSCAN).min(len).max(first);
        (first, end, len)
    });
    let in_sight = move || {
        let (first, end, _) = window.get();
        column.with(|column| column.cards.get(first..end).map(<[DealId]>::to_vec).unwrap_or_default())
    };
    let marker = Memo::new(move |_| match drag.target.get() {
        Some(Target::Slot(stage, place)) if stage == id => Some(place),
        _ => None,
    });
    let hue = move || stage.get().map_or(0, |stage| desk.colour(&stage));
    // One attribute, or the one would undo what the other says.
    let class = move || match marker.get() {
        Some(_) => format!("column over hue-{}", hue()),
        None => format!("column hue-{}", hue()),
    };
    let label = move || {
        let column = column.get();
        t.column_name(&name(), column.count, &desk.formats().money_short(column.total, desk.currency()))
    };
    view! {
        <section class=class data-stage=id.to_string() aria-label=label>
            <ColumnHead id stage />
            <Show when=move || desk.shown.get() == OutcomeKind::Open>
                <Composer id />
            </Show>
            <ul class="column-list" node_ref=list on:scroll=move |_| scrolled()>
                <li
                    class="spacer"
                    aria-hidden="true"
                    style:height=move || format!("{}px", window.get().0 as f64 * PITCH)
                ></li>
                <For each=in_sight key=|id| *id let:card>
                    <Card id=card />
                </For>
                <li
                    class="spacer"
                    aria-hidden="true"
                    style:height=move || { let (_, end, len) = window.get(); format!("{}px", (len - end) as f64 * PITCH) }
                ></li>
                {move || {
                    marker
                        .get()
                        .map(|place| {
                            let top = format!("{}px", place as f64 * PITCH);
                            view! { <li class="marker" role="presentation" style:inset-block-start=top></li> }
                        })
                }}
            </ul>
            {move || {
                let (_, end, len) = window.get();
                (printing.get() && end < len)
                    .then(|| view! { <p class="column-rest">{t.printed_first(end as u64, len as u64)}</p> })
            }}
            {move || {
                column
                    .with(|column| column.cards.is_empty())
                    .then(|| {
                        let text = if column.with(|column| column.count > 0) {
                            t.nothing_found()
                        } else {
                            match desk.shown.get() {
                                OutcomeKind::Open => t.empty_column(),
                                OutcomeKind::Won => t.empty_board_won(),
                                OutcomeKind::Lost => t.empty_board_lost(),
                                OutcomeKind::Nurture => t.empty_board_nurture(),
                            }
                        };
                        view! { <p class="column-empty">{text}</p> }
                    })
            }}
        </section>
    }
}

/// Name, count, total, weighted total, and how many go on.
#[component]
fn ColumnHead(id: StageId, stage: Memo<Option<Arc<Stage>>>) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let column = RwSignal::from(desk.column(id));
    let definition =
        move || stage.get().map(|stage| stage.definition.clone()).filter(|text| !text.is_empty());
    let figures = move || {
        let (formats, currency) = (desk.formats(), desk.currency());
        let column = column.get();
        let chance = stage.get().map_or(0, |stage| stage.chance);
        let total = formats.money_short(column.total, currency);
        let open = desk.shown.get() == OutcomeKind::Open;
        view! {
            <span data-metric="stage-value" data-value=column.total.to_string()>{total}</span>
            {open
                .then(|| {
                    let weighted = formats.money_short(column.weighted, currency);
                    view! {
                        <span
                            class="soft"
                            title=t.chance_of_stage(chance)
                            data-metric="stage-weighted"
                            data-value=column.weighted.to_string()
                        >
                            {weighted}
                            <span class="column-word">{t.weighted()}</span>
                        </span>
                    }
                })}
        }
    };
    // The limit is advice: more deals than it are said in words, and stopped by nothing.
    let over = move || {
        let limit = stage.get().map_or(0, |stage| u64::from(stage.wip_limit));
        let count = column.get().count;
        let counts = limit > 0 && count > limit && desk.shown.get() == OutcomeKind::Open;
        counts.then(|| t.column_over_limit(count, limit))
    };
    let counted = move || {
        let formats = desk.formats();
        let count = formats.count(column.get().count);
        match over() {
            None => count.into_any(),
            Some(words) => {
                let limit = stage.get().map_or(0, |stage| u64::from(stage.wip_limit));
                let figures = format!("{count} / {}", formats.count(limit));
                view! { <span aria-hidden="true">{figures}</span> <span class="hidden">{words}</span> }
                    .into_any()
            }
        }
    };
    let retired = move || {
        let retired = stage.get().is_some_and(|stage| !stage.in_use());
        retired
            .then(|| view! { <span class="column-retired" data-part="retired">{t.column_retired()}</span> })
    };
    let conversion = move || {
        let rate = desk.conversions.with(|rates| rates.get(&id).copied());
        rate.and_then(|rate| Some((rate, rate.value()?))).map(|(rate, share)| {
            let text = desk.formats().percent_whole(share);
            let title = t.conversion_title(&text, rate.part, rate.of);
            view! {
                <span class="column-next" title=title data-metric="next-step" data-value=share.to_string()>
                    {text}
                </span>
            }
        })
    };
    view! {
        <header class="column-head">
            <h2 title=definition dir="auto">{move || stage.get().map(|stage| stage.name.clone())}</h2>
            <span
                class="column-count"
                class:column-over=move || over().is_some()
                title=over
                data-metric="stage-count"
                data-value=move || column.get().count.to_string()
            >
                {counted}
            </span>
            <p class="column-figures">{retired} {figures} {conversion}</p>
            <FindingMarks id />
        </header>
    }
}

/// Type a title, Enter, type the next: each below the last, the first on top.
#[component]
fn Composer(id: StageId) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let last = StoredValue::new(None::<DealId>);
    let add = move |title: String| {
        let deal = DealId(desk.new_id());
        let place = last.get_value().map_or(Place::First, Place::After);
        let command = Command::AddDeal(NewDeal { id: deal, stage: id, place, title: title.clone() });
        let added = desk.dispatch(command, Deed::AddDeal);
        if added {
            desk.say(t.deal_added(title.trim()));
            // A search would hide what was just added.
            if desk.search.with_untracked(|search| !search.trim().is_empty()) {
                desk.search.set(String::new());
            }
            last.set_value(Some(deal));
        }
        added
    };
    view! {
        <div class="composer">
            <AddLine
                label=t.add_deal()
                field=t.add_deal_title()
                hint=t.add_deal_hint()
                on_add=add
                on_close=move |()| last.set_value(None)
            />
        </div>
    }
}
