//! The rows of the map: their names and signs.

use leptos::prelude::*;

use crate::i18n::Texts;
use crate::model::{Lane, Row, RowStyle};

/// What a row is called: as the team says, else as the interface does.
pub fn name(row: Row, style: &RowStyle, t: &dyn Texts) -> String {
    match style.name.is_empty() {
        false => style.name.clone(),
        true => t.map_row(row),
    }
}

fn path(row: Row) -> &'static str {
    match row {
        Row::Stages => "M2 4h12M4 8h8M6.5 12h3",
        Row::Figures => "M2.5 13.5v-5M6.2 13.5v-8M9.9 13.5V9M13.5 13.5v-11",
        Row::Mood => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.4 9.4c1.2 1.9 4 1.9 5.2 0M6 6.3h.01M10 6.3h.01",
        Row::Owner => "M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8ZM3 13.5c.6-2.4 2.5-3.6 5-3.6s4.4 1.2 5 3.6",
        Row::ExitAction => "M9.5 2.5h-6v11h6M7 8h7M11.5 5.2 14.2 8l-2.7 2.8",
        Row::Evidence => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.4 3.4",
        Row::Notes(lane) => match lane {
            Lane::Questions => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 13h.01",
            Lane::Actions => "M2.5 8h10M8.5 4l4 4-4 4",
            Lane::Decisions => "M8 13.5V9L4 5V2.5M8 9l4-4V2.5M2.5 4 4 2.5 5.5 4M10.5 4 12 2.5 13.5 4",
            Lane::Touchpoints => "M6 4.5a3.8 3.8 0 1 0 0 7M10 11.5a3.8 3.8 0 1 0 0-7M6 8h4",
            Lane::Content => "M4 2.5h5.5L12.5 5.5v8h-8.5ZM9.5 2.5v3h3M6 8.5h4.5M6 11h4.5",
            Lane::PainPoints => "M8.8 1.8 3.5 9H8l-.8 5.2L12.5 7H8l.8-5.2Z",
            Lane::Obstacles => "M8 2 14.2 13H1.8ZM8 6.3v3.2M8 11.4h.01",
            Lane::Response => {
                "M8 1.8 13.2 4v4c0 3.2-2.2 5.2-5.2 6.2C5 13.2 2.8 11.2 2.8 8V4L8 1.8ZM5.7 8l1.7 1.7 3-3.2"
            }
            Lane::Ideas => "M8 1.8a4.2 4.2 0 0 0-2.2 7.8v1.6h4.4V9.6A4.2 4.2 0 0 0 8 1.8ZM6.2 13.5h3.6",
            Lane::Own(_) => "M3 4.5h10M3 8h10M3 11.5h6",
        },
    }
}

/// A row's sign.
#[component]
pub fn LaneSign(
    /// Whose.
    row: Row,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d=path(row) />
        </svg>
    }
}
