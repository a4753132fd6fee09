//! The ready-made maps, in English.

use super::{English, many};
use crate::i18n::TemplatesTexts;

/// What is added, as the object of a sentence.
fn added(phases: u64, notes: u64) -> String {
    let notes = many(notes, "note", "notes");
    if phases == 0 { notes } else { format!("{} and {notes}", many(phases, "phase", "phases")) }
}

impl TemplatesTexts for English {
    words! {
        template_maps: "Ready-made maps"
        template_maps_title: "Start from a ready-made map"
        template_maps_more: "It adds the phases and notes that are missing. Nothing that is on the map is changed or taken away, and one step back undoes it all."
    }

    fn template_map_adds(&self, phases: u64, notes: u64, nothing: bool) -> String {
        match (phases, notes) {
            _ if nothing => String::from("All of it is on the map already"),
            (0, 0) => String::from("Fills in what is empty"),
            _ => format!("Adds {}", added(phases, notes)),
        }
    }
    fn template_map_done(&self, name: &str, phases: u64, notes: u64) -> String {
        match (phases, notes) {
            (0, 0) => format!("{name}: what was empty is filled in"),
            _ => format!("{name}: {} added", added(phases, notes)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_map_adds_is_counted_in_words() {
        assert_eq!(English.template_map_adds(1, 63, false), "Adds 1 phase and 63 notes");
        assert_eq!(English.template_map_adds(0, 1, false), "Adds 1 note");
        assert_eq!(English.template_map_adds(0, 0, false), "Fills in what is empty");
        assert_eq!(English.template_map_adds(0, 0, true), "All of it is on the map already");
        assert_eq!(English.template_map_done("B2C", 2, 40), "B2C: 2 phases and 40 notes added");
        assert_eq!(English.template_map_done("B2C", 0, 0), "B2C: what was empty is filled in");
    }
}
