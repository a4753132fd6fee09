//! A table that stands in a card: names at the start, numbers that lead to their deals, a word below where one helps.

use leptos::prelude::*;

use super::opens::Opens;
use crate::chart::Table;
use crate::metrics::{Figure, Population};
use crate::ui::desk::use_desk;

/// How what is said below a number is meant; it is said in words too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Neither.
    #[default]
    Plain,
    /// As it should be.
    Good,
    /// To be looked at.
    Warn,
    /// Not as it should be.
    Bad,
}

impl Mark {
    /// The classes of the words.
    pub fn class(self) -> &'static str {
        match self {
            Mark::Plain => "grid-said",
            Mark::Good => "grid-said is-good",
            Mark::Warn => "grid-said is-warn",
            Mark::Bad => "grid-said is-bad",
        }
    }
}

/// A number of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// The number as it is to be read.
    pub text: String,
    /// The bare number for scripts.
    pub value: Option<String>,
    /// The deals that it is of.
    pub figure: Option<Figure>,
    /// Of whom, if not of the deals that the view counts.
    pub population: Option<Population>,
    /// What is said below it.
    pub said: String,
    /// How that is meant.
    pub mark: Mark,
}

impl Cell {
    /// A number that leads to its deals.
    pub fn of(text: String, figure: impl Into<Figure>) -> Cell {
        Cell { text, figure: Some(figure.into()), ..Cell::default() }
    }

    /// A number, or a text, that leads nowhere.
    pub fn text(text: String) -> Cell {
        Cell { text, ..Cell::default() }
    }

    /// The bare number for scripts.
    pub fn value(self, value: impl ToString) -> Cell {
        Cell { value: Some(value.to_string()), ..self }
    }

    /// What is said below the number.
    pub fn saying(self, said: String, mark: Mark) -> Cell {
        Cell { said, mark, ..self }
    }
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GridRow {
    /// What it is called.
    pub name: String,
    /// The row's name for scripts.
    pub key: String,
    /// Its numbers, in the order of the heads behind the first. A row without any is a heading of those below it.
    pub cells: Vec<Cell>,
    /// Whether it is the one that the others are read against.
    pub strong: bool,
}

/// The numbers of a table as they are taken along.
pub fn grid_table(heads: &[String], rows: &[GridRow]) -> Table {
    let texts = |row: &GridRow| -> Vec<String> {
        let cells = row.cells.iter().map(|cell| {
            if cell.said.is_empty() { cell.text.clone() } else { format!("{} ({})", cell.text, cell.said) }
        });
        std::iter::once(row.name.clone()).chain(cells).collect()
    };
    let rows = rows.iter().filter(|row| !row.cells.is_empty());
    Table { headers: heads.to_vec(), rows: rows.map(texts).collect() }
}

/// The table.
#[component]
pub fn Grid(
    /// What its numbers are of.
    #[prop(into)]
    name: Signal<String>,
    /// The heads of its columns, the first for the names.
    #[prop(into)]
    heads: Signal<Vec<String>>,
    /// Its rows.
    #[prop(into)]
    rows: Signal<Vec<GridRow>>,
) -> impl IntoView {
    let t = use_desk().t();
    let head =
        move || heads.get().into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view();
    let body = move || {
        let heads = heads.get();
        let row = |row: GridRow| {
            let GridRow { name, key, cells, strong } = row;
            if cells.is_empty() {
                let wide = heads.len().to_string();
                return view! { <tr class="grid-group"><th scope="colgroup" colspan=wide>{name}</th></tr> }
                    .into_any();
            }
            let of = name.clone();
            let cell = |(cell, head): (Cell, &String)| {
                let Cell { text, value, figure, population, said, mark } = cell;
                let shown = match figure {
                    Some(figure) => {
                        let title = t.figure_of(&of, head);
                        view! { <Opens figure title text value population /> }.into_any()
                    }
                    None => view! { <span data-value=value>{text}</span> }.into_any(),
                };
                let said = (!said.is_empty()).then(|| view! { <span class=mark.class()>{said}</span> });
                view! { <td>{shown}{said}</td> }
            };
            let cells = cells.into_iter().zip(heads.iter().skip(1)).map(cell).collect_view();
            view! {
                <tr data-row=key class=if strong { "is-strong" } else { "" }>
                    <th scope="row" dir="auto">{name}</th>
                    {cells}
                </tr>
            }
            .into_any()
        };
        rows.get().into_iter().map(row).collect_view()
    };
    view! {
        <div class="grid-room" role="group" aria-label=move || name.get() tabindex="0">
            <table class="grid">
                <caption class="hidden">{move || name.get()}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
}
