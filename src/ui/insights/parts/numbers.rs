//! The numbers of a drawing as a table, folded away below it.

use leptos::prelude::*;

use crate::chart::Table;
use crate::ui::desk::use_desk;

/// A table that opens on demand; nothing while there are no numbers.
#[component]
pub fn Numbers(
    /// What the numbers are of.
    name: &'static str,
    /// The numbers.
    table: Signal<Option<Table>>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let there = Memo::new(move |_| table.with(Option::is_some));
    let head = move || {
        let heads = table.get().map(|table| table.headers).unwrap_or_default();
        heads.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()
    };
    let rows = move || {
        let rows = table.get().map(|table| table.rows).unwrap_or_default();
        let row = |row: Vec<String>| {
            let mut cells = row.into_iter();
            let first = cells.next();
            view! {
                <tr>
                    <th scope="row" dir="auto">{first}</th>
                    {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
                </tr>
            }
        };
        rows.into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || there.get()>
            <details class="numbers">
                <summary>{t.numbers()}<span class="hidden">{format!(": {name}")}</span></summary>
                <div class="numbers-room" role="group" aria-label=name tabindex="0">
                    <table>
                        <caption class="hidden">{name}</caption>
                        <thead><tr>{head}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </details>
        </Show>
    }
}
