//! The numbers of a drawing as a table, folded away below it.

use leptos::prelude::*;

use super::opens::Opens;
use crate::chart::Table;
use crate::metrics::Figure;
use crate::ui::desk::use_desk;

/// From a cell of a table (row, column; both from 0) to the figure that it shows, if that has deals to list.
pub type Way = Callback<(usize, usize), Option<Figure>>;

/// A table that opens on demand; nothing while there are no numbers.
#[component]
pub fn Numbers(
    /// What the numbers are of.
    #[prop(into)]
    name: Signal<String>,
    /// The numbers.
    table: Signal<Option<Table>>,
    /// Which cells lead to deals.
    #[prop(optional_no_strip)]
    way: Option<Way>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let there = Memo::new(move |_| table.with(Option::is_some));
    let head = move || {
        let heads = table.get().map(|table| table.headers).unwrap_or_default();
        heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()
    };
    let cell = move |at: (usize, usize), title: String, text: String| {
        let figure = way.and_then(|way| way.run(at));
        match figure {
            Some(figure) => view! { <td><Opens figure title text /></td> }.into_any(),
            None => view! { <td>{text}</td> }.into_any(),
        }
    };
    let rows = move || {
        let table = table.get().unwrap_or_default();
        let heads = table.headers;
        let row = |(index, row): (usize, Vec<String>)| {
            let mut cells = row.into_iter();
            let first = cells.next().unwrap_or_default();
            let named = |(column, text): (usize, String)| {
                let head = heads.get(column + 1).map(String::as_str).unwrap_or_default();
                cell((index, column + 1), t.figure_of(&first, head), text)
            };
            let cells = cells.enumerate().map(named).collect_view();
            view! {
                <tr>
                    <th scope="row" dir="auto">{first.clone()}</th>
                    {cells}
                </tr>
            }
        };
        table.rows.into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <Show when=move || there.get()>
            <details class="numbers">
                <summary>{t.numbers()}<span class="hidden">{move || format!(": {}", name.get())}</span></summary>
                <div class="numbers-room" role="group" aria-label=move || name.get() tabindex="0">
                    <table>
                        <caption class="hidden">{move || name.get()}</caption>
                        <thead><tr>{head}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </Show>
    }
}
