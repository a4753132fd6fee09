//! The rows of the map: their names and signs.

use leptos::prelude::*;

use crate::i18n::Texts;
use crate::model::Lane;

/// A row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The stages that are linked to each phase.
    Stages,
    /// Figures of the deals there.
    Deals,
    /// Notes.
    Notes(Lane),
    /// The curve.
    Mood,
}

impl Row {
    /// What it is called.
    pub fn name(self, t: &dyn Texts) -> String {
        match self {
            Row::Stages => t.lane_stages().into(),
            Row::Deals => t.lane_deals().into(),
            Row::Notes(lane) => t.lane(lane),
            Row::Mood => t.mood().into(),
        }
    }

    fn path(self) -> &'static str {
        match self {
            Row::Stages => "M2 4h12M4 8h8M6.5 12h3",
            Row::Deals => "M2.5 13.5v-5M6.2 13.5v-8M9.9 13.5V9M13.5 13.5v-11",
            Row::Notes(Lane::Questions) => "M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M8 13h.01",
            Row::Notes(Lane::Actions) => "M2.5 8h10M8.5 4l4 4-4 4",
            Row::Notes(Lane::Touchpoints) => "M6 4.5a3.8 3.8 0 1 0 0 7M10 11.5a3.8 3.8 0 1 0 0-7M6 8h4",
            Row::Notes(Lane::PainPoints) => "M8.8 1.8 3.5 9H8l-.8 5.2L12.5 7H8l.8-5.2Z",
            Row::Notes(Lane::Response) => {
                "M8 1.8 13.2 4v4c0 3.2-2.2 5.2-5.2 6.2C5 13.2 2.8 11.2 2.8 8V4L8 1.8ZM5.7 8l1.7 1.7 3-3.2"
            }
            Row::Mood => {
                "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.4 9.4c1.2 1.9 4 1.9 5.2 0M6 6.3h.01M10 6.3h.01"
            }
        }
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
            <path d=row.path() />
        </svg>
    }
}
