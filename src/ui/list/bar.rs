//! Above the table: which deals, by what filter, in which columns.

use leptos::html::Button;
use leptos::prelude::*;

use crate::metrics::table::{Attention, Filter, Query, Scope, rows};
use crate::ui::desk::use_desk;
use crate::ui::parts::{Icon, Sign, focus_button};

use super::chips::Chips;
use super::columns_dialog::ColumnsDialog;
use super::filter_dialog::FilterDialog;
use super::state::List;

/// A dialog of the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Filter,
    Columns,
}

/// The bar.
#[component]
pub fn Bar(list: List) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let asked = RwSignal::new(None::<Asked>);
    let name = move |scope| match scope {
        Scope::Open => t.open(),
        Scope::Won => t.won(),
        Scope::Lost => t.lost(),
        Scope::Nurture => t.nurture(),
        Scope::Archived => t.archived(),
        Scope::All => t.all_deals(),
    };
    let (filter, columns) = (NodeRef::<Button>::new(), NodeRef::<Button>::new());
    let close = Callback::new(move |()| {
        let button = if asked.get_untracked() == Some(Asked::Filter) { filter } else { columns };
        asked.set(None);
        focus_button(button);
    });
    view! {
        <div class="list-bar">
            <div class="segments" role="group" aria-label=t.filter_shown()>
                {Scope::ALL
                    .map(|scope| {
                        view! {
                            <button
                                type="button"
                                class="segment"
                                data-scope=scope.key()
                                aria-pressed=move || (list.scope.get() == scope).to_string()
                                on:click=move |_| choose(list, scope)
                            >
                                {name(scope)}
                            </button>
                        }
                    })
                    .collect_view()}
            </div>
            <Due list />
            <div class="list-tools">
                <button
                    type="button"
                    class="button"
                    data-action="filter"
                    aria-haspopup="dialog"
                    node_ref=filter
                    on:click=move |_| asked.set(Some(Asked::Filter))
                >
                    {t.filter()}
                </button>
                <button
                    type="button"
                    class="button"
                    data-action="columns"
                    aria-haspopup="dialog"
                    node_ref=columns
                    on:click=move |_| asked.set(Some(Asked::Columns))
                >
                    {t.columns_choose()}
                </button>
            </div>
        </div>
        <Chips list />
        {move || {
            asked
                .get()
                .map(|what| match what {
                    Asked::Filter => view! { <FilterDialog list on_close=close /> }.into_any(),
                    Asked::Columns => view! { <ColumnsDialog list on_close=close /> }.into_any(),
                })
        }}
    }
}

/// Shows another scope; reasons to look that its deals cannot have go from the filter.
pub fn choose(list: List, scope: Scope) {
    if list.scope.get_untracked() == scope {
        return;
    }
    list.ticked.set(Default::default());
    list.editing.set(false);
    if list.filter.with_untracked(|filter| filter.attention.iter().any(|why| !why.fits(scope))) {
        list.filter.update(|filter| filter.attention.retain(|why| why.fits(scope)));
    }
    list.at.update(|at| at.column = at.column.min(1));
    list.scope.set(scope);
}

/// How many customers are to be contacted, or deals to come back to; a click shows these alone.
#[component]
fn Due(list: List) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let due = Memo::new(move |_| {
        desk.revision.get();
        let why = match list.scope.get() {
            Scope::Won => Attention::ContactDue,
            Scope::Nurture => Attention::BackDue,
            _ => return None,
        };
        let pipeline = desk.pipeline.get()?;
        let filter = Filter { attention: [why].into(), ..Filter::default() };
        let query = Query { scope: list.scope.get(), filter, sort: Vec::new() };
        let found = desk.with(|session| {
            rows(session.workspace(), pipeline, &query, &session.zone(), session.now()).len()
        });
        Some((why, found as u64))
    });
    let pressed = move |why| list.filter.with(|filter| filter.attention.contains(&why));
    move || {
        due.get().filter(|(why, count)| *count > 0 || pressed(*why)).map(|(why, count)| {
            let text = match why {
                Attention::ContactDue => t.contacts_due(count),
                _ => t.comebacks_due(count),
            };
            view! {
                <button
                    type="button"
                    class="list-due"
                    data-metric=why.key()
                    data-value=count.to_string()
                    aria-pressed=move || pressed(why).to_string()
                    on:click=move |_| {
                        list.filter
                            .update(|filter| {
                                if !filter.attention.remove(&why) {
                                    filter.attention.insert(why);
                                }
                            })
                    }
                >
                    <Icon sign=Sign::Clock />
                    {text}
                </button>
            }
        })
    }
}
