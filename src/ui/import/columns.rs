//! Which column holds what.

use std::sync::Arc;

use leptos::prelude::*;

use crate::exchange::csv_read::Table;
use crate::ui::desk::use_desk;
use crate::ui::parts::Choice;

/// Longest text of a cell that is shown, in characters.
const LONGEST: usize = 60;

/// The start of a text that may be long.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}

/// A row for each column of the file: its name, its first cells, what it holds.
#[component]
pub fn ColumnTable(
    /// The file.
    table: StoredValue<Arc<Table>>,
    /// What a column may hold, in words; the first of them is nothing.
    fields: Vec<String>,
    /// Which of them a column holds, by its place.
    chosen: Callback<usize, usize>,
    /// Called with a column and the place of what it holds from now on.
    on_choose: Callback<(usize, usize)>,
) -> impl IntoView {
    let t = use_desk().t();
    let columns: Vec<(usize, String, Vec<String>)> = table.with_value(|table| {
        let named = table.header.iter().enumerate();
        named
            .map(|(column, name)| {
                let samples = table.samples(column, 3).into_iter().map(short).collect();
                (column, name.clone(), samples)
            })
            .collect()
    });
    let keyed = fields.into_iter().enumerate().map(|(place, name)| (place.to_string(), name));
    let offers = Signal::stored(keyed.collect::<Vec<_>>());
    view! {
        <section class="import-part">
            <h3>{t.import_columns()}</h3>
            <p class="soft">{t.import_columns_more()}</p>
            <table class="import-table import-columns">
                <thead>
                    <tr>
                        <th scope="col">{t.import_column()}</th>
                        <th scope="col">{t.import_samples()}</th>
                        <th scope="col">{t.import_holds()}</th>
                    </tr>
                </thead>
                <tbody>
                    {columns
                        .into_iter()
                        .map(|(column, name, samples)| {
                            let name = if name.is_empty() { t.import_unnamed().to_owned() } else { name };
                            let value = Signal::derive(move || chosen.run(column).to_string());
                            view! {
                                <tr class:import-ignored=move || chosen.run(column) == 0>
                                    <th scope="row" dir="auto">{name.clone()}</th>
                                    <td class="import-samples">
                                        {if samples.is_empty() {
                                            view! { <span class="soft">{t.import_empty_column()}</span> }.into_any()
                                        } else {
                                            samples
                                                .into_iter()
                                                .map(|sample| view! { <bdi>{sample}</bdi> })
                                                .collect_view()
                                                .into_any()
                                        }}
                                    </td>
                                    <td>
                                        <Choice
                                            name="field"
                                            label=name
                                            offers=offers
                                            value=value
                                            bare=true
                                            on_choose=move |key: String| {
                                                let Ok(place) = key.parse() else { return false };
                                                on_choose.run((column, place));
                                                true
                                            }
                                        />
                                    </td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </section>
    }
}
