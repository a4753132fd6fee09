//! Which columns, and in what order.

use leptos::prelude::*;

use crate::metrics::table::Column;
use crate::ui::desk::use_desk;
use crate::ui::parts::{Check, Handle, Modal, Reorder};

use super::state::List;

/// The dialog.
#[component]
pub fn ColumnsDialog(
    list: List,
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    // Columns are known to the parts by their places among all that there are.
    let all = Memo::new(move |_| {
        let kinds = list.segment_kinds().into_iter().map(|kind| Column::Segment(kind.into()));
        let mut all: Vec<Column> = Column::fixed().chain(kinds).collect();
        for column in list.columns.get() {
            if !all.contains(&column) {
                all.push(column);
            }
        }
        all
    });
    let place = move |column: &Column| all.with_untracked(|all| all.iter().position(|other| other == column));
    let column = move |id: u64| {
        all.with_untracked(|all| usize::try_from(id).ok().and_then(|place| all.get(place).cloned()))
    };
    let name = move |id: u64| column(id).map(|column| t.column_head(&column)).unwrap_or_default();
    let shown = Signal::derive(move || {
        all.with(|_| ());
        let columns = list.columns.get().into_iter().skip(1);
        columns.filter_map(|column| Some(place(&column)? as u64)).collect::<Vec<u64>>()
    });
    let hidden = move || {
        let columns = list.columns.get();
        all.get().into_iter().filter(|column| !columns.contains(column)).collect::<Vec<_>>()
    };
    let set = move |column: Column, on: bool| {
        list.change_look(|look| {
            look.columns.retain(|other| *other != column);
            if on {
                look.columns.push(column);
            }
        });
        true
    };
    view! {
        <Modal title=t.columns_choose() on_close=on_close>
            <div class="columns-choice">
                <p class="soft">{t.columns_first()}</p>
                <h3>{t.columns_shown()}</h3>
                <Reorder
                    ids=shown
                    label=t.columns_shown()
                    name=name
                    on_move=move |(from, to): (usize, usize)| {
                        list.change_look(|look| {
                            if from + 1 < look.columns.len() && to + 1 < look.columns.len() {
                                let column = look.columns.remove(from + 1);
                                look.columns.insert(to + 1, column);
                            }
                        });
                        true
                    }
                    let:id
                >
                    <div class="column-choice">
                        <Handle id />
                        <Check
                            name="column"
                            label=name(id)
                            value=Signal::derive(|| true)
                            on_change=move |on: bool| column(id).is_some_and(|column| set(column, on))
                        />
                    </div>
                </Reorder>
                <h3>{t.columns_hidden()}</h3>
                <div class="columns-hidden">
                    {move || {
                        hidden()
                            .into_iter()
                            .map(|column| {
                                let label = t.column_head(&column);
                                view! {
                                    <Check
                                        name="column"
                                        label
                                        value=Signal::derive(|| false)
                                        on_change=move |on: bool| set(column.clone(), on)
                                    />
                                }
                            })
                            .collect_view()
                    }}
                </div>
                <div class="button-row">
                    <button type="button" class="button button-main" on:click=move |_| on_close.run(())>{t.close()}</button>
                    <button type="button" class="button" data-action="columns-default" on:click=move |_| list.reset_look()>
                        {t.columns_default()}
                    </button>
                </div>
            </div>
        </Modal>
    }
}
