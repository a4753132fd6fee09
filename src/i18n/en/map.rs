//! The journey map in English.

use super::{English, many};
use crate::i18n::MapTexts;
use crate::model::Evidence;

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
        map_rename_row: "Rename this row"
        map_rename_step: "Rename this step"
        map_rename: "Rename"
        map_earlier: "Move earlier"
        map_later: "Move later"
        map_add_step: "Add a step"
        map_stages: "Choose its stages"
        map_remove_phase: "Remove the phase"
        map_remove_step: "Remove the step"
        map_owner_hint: "Who answers for it?"
        map_exit_hint: "What moves buyers on?"
        map_note_more: "More about this note"
        map_moment: "Moment of truth"
        map_moment_word: "Moment"
        map_channel: "Channel"
        map_channel_hint: "Such as phone"
        map_true_of: "True of"
        map_move_column: "Phase"
        map_move_row: "Row"
        map_edit_note: "Edit the text"
        map_delete_note: "Delete the note"
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
    fn map_menu_of(&self, name: &str) -> String {
        format!("More about {name}")
    }
    fn map_new_step(&self, number: u64) -> String {
        format!("Step {number}")
    }
    fn map_phase_removed(&self, phase: &str) -> String {
        format!("Phase “{phase}” removed with its notes")
    }
    fn map_step_removed(&self, step: &str, last: bool) -> String {
        match last {
            true => format!("Step “{step}” removed; its notes stay with the phase"),
            false => format!("Step “{step}” removed; its notes went to the first that is left"),
        }
    }
    fn map_and(&self, first: &str, second: &str) -> String {
        format!("{first}, {second}")
    }
    fn map_evidence(&self, evidence: Evidence) -> String {
        match evidence {
            Evidence::Assumed => "Assumed",
            Evidence::Partly => "Partly",
            Evidence::Researched => "Researched",
        }
        .into()
    }
    fn map_note_menu(&self, text: &str) -> String {
        format!("More about “{text}”")
    }
    fn map_votes(&self, votes: u64) -> String {
        many(votes, "vote", "votes")
    }
    fn map_channels(&self) -> String {
        [
            "E-mail",
            "Phone",
            "Video call",
            "Meeting",
            "Website",
            "Chat",
            "Social media",
            "Event",
            "Post",
            "Shop",
        ]
        .join("\n")
    }
    fn map_lifted(&self, text: &str, cell: &str, place: usize, of: usize) -> String {
        format!(
            "{text} lifted: {cell}, place {place} of {of}. Arrows move it, Space puts it down, Escape puts it back."
        )
    }
    fn map_over(&self, cell: &str, place: usize, of: usize) -> String {
        format!("{cell}, place {place} of {of}")
    }
    fn map_dropped(&self, text: &str, cell: &str, place: usize, of: usize) -> String {
        format!("{text}: {cell}, place {place} of {of}")
    }
}
