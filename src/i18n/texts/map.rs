//! The list of sentences of the journey map: its bar, rows, phases, steps, personas and notes.

use crate::model::Evidence;

texts! {
    /// Every sentence of the map's parts.
    trait MapTexts: Sync;
    words {
        map_bar map_whose map_everybody map_personas map_add_persona
        map_rows map_rows_title map_rows_more map_add_row map_row_name map_remove_row
        map_add_phase map_own_phase map_phase_name map_retention map_advocacy
        map_rename_row map_rename_step map_rename map_earlier map_later map_add_step map_stages map_remove_phase map_remove_step
        map_owner_hint map_exit_hint
        map_note_more map_moment map_moment_word map_channel map_channel_hint map_true_of map_move_column map_move_row
        map_edit_note map_delete_note
    }
    sentences {
        map_step_of(step: &str, phase: &str)
        map_add_note(cell: &str)
        map_show_row(row: &str)
        map_row_removed(row: &str)
        map_menu_of(name: &str)
        map_new_step(number: u64)
        map_phase_removed(phase: &str)
        map_step_removed(step: &str, last: bool)
        map_and(first: &str, second: &str)
        map_evidence(evidence: Evidence)
        map_note_menu(text: &str)
        map_votes(votes: u64)
        map_channels()
        map_lifted(text: &str, cell: &str, place: usize, of: usize)
        map_over(cell: &str, place: usize, of: usize)
        map_dropped(text: &str, cell: &str, place: usize, of: usize)
    }
}
