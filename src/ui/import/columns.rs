//! Which column holds what.

use leptos::prelude::*;

use crate::exchange::csv_fields::Field;
use crate::ui::parts::Choice;

use super::draft::Draft;

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
    /// The decisions.
    draft: Draft,
) -> impl IntoView {
    let t = draft.desk.t();
    let columns: Vec<(usize, String, Vec<String>)> = draft.table.with_value(|table| {
        let named = table.header.iter().enumerate();
        named
            .map(|(column, name)| {
                let samples = table.samples(column, 3).into_iter().map(short).collect();
                (column, name.clone(), samples)
            })
            .collect()
    });
    let offers = Signal::stored(
        Field::ALL
            .iter()
            .enumerate()
            .map(|(key, field)| (key.to_string(), t.import_field(*field)))
            .collect::<Vec<_>>(),
    );
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
                            let field = move || {
                                draft.mapping.with(|m| m.fields.get(column).copied().unwrap_or(Field::Ignore))
                            };
                            let value = Signal::derive(move || {
                                let place = Field::ALL.iter().position(|other| *other == field());
                                place.unwrap_or(0).to_string()
                            });
                            view! {
                                <tr class:import-ignored=move || field() == Field::Ignore>
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
                                                let chosen = key.parse().ok().and_then(|at: usize| Field::ALL.get(at));
                                                let Some(chosen) = chosen else { return false };
                                                draft.mapping.update(|mapping| {
                                                    if let Some(slot) = mapping.fields.get_mut(column) {
                                                        *slot = *chosen;
                                                    }
                                                });
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
