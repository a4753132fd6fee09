//! The journey map in English.

use super::English;
use crate::i18n::MapTexts;

impl MapTexts for English {
    words! {
        map_bar: "The map"
        map_whose: "Whose way is shown"
        map_everybody: "Everybody"
        map_personas: "Personas"
        map_add_persona: "Add a persona"
        map_rows: "Rows"
        map_rows_title: "Rows of the map"
        map_rows_more: "What is not ticked is hidden; what is in it stays."
        map_add_row: "Add a row"
        map_row_name: "Name of the row"
        map_remove_row: "Remove this row"
        map_add_phase: "Add phase"
        map_own_phase: "Another phase"
        map_phase_name: "Name of the phase"
        map_retention: "Retention"
        map_advocacy: "Advocacy"
    }

    fn map_step_of(&self, step: &str, phase: &str) -> String {
        format!("{phase}: {step}")
    }
    fn map_add_note(&self, cell: &str) -> String {
        format!("Add a note: {cell}")
    }
    fn map_show_row(&self, row: &str) -> String {
        format!("Show {row}")
    }
    fn map_row_removed(&self, row: &str) -> String {
        format!("Row “{row}” removed with its notes")
    }
}
