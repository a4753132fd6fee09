//! The list of sentences of the journey map: its bar, rows, phases, steps, personas and notes.

texts! {
    /// Every sentence of the map's parts.
    trait MapTexts: Sync;
    words {
        map_bar map_whose map_everybody map_personas map_add_persona
        map_rows map_rows_title map_rows_more map_add_row map_row_name map_remove_row
        map_add_phase map_own_phase map_phase_name map_retention map_advocacy
    }
    sentences {
        map_step_of(step: &str, phase: &str)
        map_add_note(cell: &str)
        map_show_row(row: &str)
        map_row_removed(row: &str)
    }
}
