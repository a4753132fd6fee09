//! Below the table: what the found deals come to, and what can be done with those that are ticked.

use leptos::prelude::*;

use crate::metrics::table::{Scope, Sum};
use crate::ui::desk::use_desk;

use super::bulk::Bulk;
use super::bulk_dialog::BulkDialog;
use super::state::List;

/// The line of totals, and the bar of what can be done with the ticked ones.
#[component]
pub fn Foot(list: List) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let found = Memo::new(move |_| {
        desk.revision.get();
        list.sum_of(list.rows.get().iter().copied())
    });
    let ticked = Memo::new(move |_| {
        desk.revision.get();
        list.sum_of(list.ticked.get().into_iter())
    });
    let any = Memo::new(move |_| list.ticked.with(|ticked| !ticked.is_empty()));
    view! {
        <Show when=move || any.get()>
            <div class="bulk" role="group" aria-label=move || t.selected_deals(ticked.get().count)>
                <p class="bulk-sum">
                    <strong data-metric="selected-count" data-value=move || ticked.get().count.to_string()>
                        {move || t.selected_deals(ticked.get().count)}
                    </strong>
                    <Figures list sum=ticked name="selected" />
                </p>
                <div class="bulk-actions">
                    {Bulk::ALL
                        .map(|bulk| {
                            view! {
                                <button
                                    type="button"
                                    class="button bulk-button"
                                    data-bulk=bulk.key()
                                    on:click=move |_| list.bulk.set(Some(bulk))
                                >
                                    {bulk.name(desk)}
                                </button>
                            }
                        })
                        .collect_view()}
                    <button
                        type="button"
                        class="button bulk-button"
                        data-bulk="none"
                        on:click=move |_| {
                            list.tick_none();
                            list.focus();
                        }
                    >
                        {t.bulk_clear()}
                    </button>
                </div>
            </div>
        </Show>
        <p class="list-totals">
            <strong data-metric="list-count" data-value=move || found.get().count.to_string()>
                {move || t.found_deals(found.get().count)}
            </strong>
            <Figures list sum=found name="list" />
        </p>
        {move || list.bulk.get().map(|bulk| view! { <BulkDialog list bulk /> })}
    }
}

/// Value and weighted value.
#[component]
fn Figures(list: List, sum: Memo<Sum>, name: &'static str) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let money = move |minor: i64| desk.formats().money(minor, desk.currency());
    view! {
        <span data-metric=format!("{name}-value") data-value=move || sum.get().value.to_string()>
            {move || t.total_value(&money(sum.get().value))}
        </span>
        <Show when=move || matches!(list.scope.get(), Scope::Open | Scope::All)>
            <span data-metric=format!("{name}-weighted") data-value=move || sum.get().weighted.to_string()>
                {move || t.total_weighted(&money(sum.get().weighted))}
            </span>
        </Show>
    }
}
