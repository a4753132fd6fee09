//! The parts that every view shares, in English.

use super::{English, grouped};
use crate::i18n::PartsTexts;

impl PartsTexts for English {
    words! {
        reorder_hint: "Drag it to another place. Space lifts, then the arrows move and Space drops; Enter shows the places."
        to_the_top: "To the top"
        one_up: "Up"
        one_down: "Down"
        to_the_bottom: "To the bottom"
        to_the_start: "To the start"
        one_back: "One back"
        one_on: "One on"
        to_the_end: "To the end"
        part_coming: "Loading…"
        part_failed: "This part of the page could not be fetched. Your data is safe. Check the connection and try again; if the page was replaced by a newer one meanwhile, reload it."
        part_again: "Try again"
        part_reload: "Reload"
    }

    fn reorder_handle(&self, name: &str) -> String {
        format!("Move {name}")
    }
    fn reorder_lifted(&self, name: &str, place: usize, of: usize) -> String {
        format!("{name} lifted, place {place} of {of}. Arrows move it, Space drops it, Escape puts it back.")
    }
    fn reorder_over(&self, place: usize, of: usize) -> String {
        format!("Place {place} of {of}.")
    }
    fn reordered(&self, name: &str, place: usize, of: usize) -> String {
        format!("{name} is at place {place} of {of}.")
    }
    fn number_between(&self, min: i64, max: i64) -> String {
        format!("This takes a whole number from {min} to {max}.")
    }
    fn field_full(&self, longest: u64) -> String {
        format!("The field is full: it takes {} characters. Look whether the end is there.", grouped(longest))
    }
}
