//! The workshop in English.

use super::{English, many};
use crate::i18n::WorkshopTexts;

impl WorkshopTexts for English {
    words! {
        workshop: "Workshop"
        workshop_leave: "Leave the workshop"
        workshop_parts: "Parts of the workshop"
        workshop_notes: "Notes"
        workshop_votes: "Votes"
        workshop_parking: "Parking lot"
        workshop_exits: "Exit cards"
        workshop_results: "Results"

        workshop_timer: "Timer"
        workshop_minutes: "Minutes"
        workshop_start: "Start"
        workshop_go_on: "Go on"
        workshop_pause: "Pause"
        workshop_reset: "Reset"
        workshop_time_up: "Time is up"
        workshop_minute_left: "One minute left"

        workshop_phase: "Phase"
        workshop_row: "Row"
        workshop_write_hint: "Type a note, Enter, type the next"
        workshop_keys: "While you write: Alt with an arrow up or down changes the row, left or right the phase."
        workshop_no_notes: "Nothing here yet: write the first note above."
        workshop_no_phases: "The map has no phases yet. Begin with the three that every buyer goes through."

        workshop_vote_on: "Vote on"
        workshop_voters: "Who votes"
        workshop_add_voter: "Add a participant"
        workshop_add_voter_hint: "A name, Enter, the next"
        workshop_votes_each: "Dots each"
        workshop_no_voters: "Add who takes part; then choose somebody and give their dots."
        workshop_give: "Give a dot"
        workshop_take: "Take a dot back"
        workshop_order: "Order"
        workshop_by_map: "As on the map"
        workshop_by_votes: "By votes"
        workshop_no_pains: "No pain points are on the map yet."
        workshop_no_ideas: "No ideas are on the map yet."
        workshop_write_ideas: "Write some"
        workshop_vote_keys: "On a note, + gives a dot and − takes one back; the arrows walk, and 1 to 9 choose who votes."

        workshop_park: "Park a thought"
        workshop_park_hint: "What has no place yet, Enter, the next"
        workshop_no_parked: "The parking lot is empty. What leads away from the question waits here until there is time."
        workshop_to_cell: "Notes are made in"
        workshop_make_note: "Make it a note"
        workshop_delete: "Delete"
        workshop_parked_text: "Parked thought"

        workshop_stage: "Stage"
        workshop_propose_hint: "It is true of the deal, Enter, the next"
        workshop_no_proposals: "No cards yet: write down what must be true."
        workshop_make_criterion: "Make it an exit criterion"
        workshop_criteria: "Exit criteria so far"
        workshop_no_criteria: "No exit criteria yet."
        workshop_weighs: "This pipeline weighs its criteria: a new one counts 0 % until you weigh it under Process."
        workshop_proposal: "Card"

        workshop_top_pains: "Pain points with the most votes"
        workshop_top_ideas: "Ideas with the most votes"
        workshop_parked: "Parked thoughts"
        workshop_new_criteria: "New exit criteria"
        workshop_proposed: "Cards that are no criteria yet"
        workshop_nothing: "Nothing yet: notes that got votes, parked thoughts and new criteria will stand here."
        workshop_copy: "Copy as text"
        workshop_copied: "The results are in the clipboard"
        workshop_not_copied: "The browser did not let the page copy. Select the list and copy it."
        workshop_anew: "Clear the table"
        workshop_anew_more: "Takes participants, their dots and parked thoughts away for the next workshop. Notes, cards and criteria stay."
    }

    fn workshop_title(&self, pipeline: &str) -> String {
        format!("Workshop: {pipeline}")
    }
    fn workshop_write(&self, row: &str, phase: &str) -> String {
        format!("New note: {row} in {phase}")
    }
    fn workshop_in(&self, row: &str, phase: &str) -> String {
        format!("{row} · {phase}")
    }
    fn workshop_step(&self, phase: &str, step: &str) -> String {
        format!("{phase}: {step}")
    }
    fn workshop_left(&self, votes: u64) -> String {
        match votes {
            0 => "none left".into(),
            _ => format!("{votes} left"),
        }
    }
    fn workshop_all_given(&self, who: &str) -> String {
        format!("{who} has no dots left. Take one back first.")
    }
    fn workshop_given(&self, who: &str, text: &str, left: u64) -> String {
        format!("{who}: a dot for “{text}”, {}", self.workshop_left(left))
    }
    fn workshop_taken(&self, who: &str, text: &str, left: u64) -> String {
        format!("{who}: a dot taken back from “{text}”, {}", self.workshop_left(left))
    }
    fn workshop_note_votes(&self, votes: u64) -> String {
        many(votes, "dot", "dots")
    }
    fn workshop_place(&self, place: u64) -> String {
        format!("#{place}")
    }
    fn workshop_give_to(&self, text: &str) -> String {
        format!("Give a dot to “{text}”")
    }
    fn workshop_take_from(&self, text: &str) -> String {
        format!("Take a dot back from “{text}”")
    }
    fn workshop_voter_removed(&self, name: &str) -> String {
        format!("{name} is off the list, with their dots")
    }
    fn workshop_added_voter(&self, name: &str) -> String {
        format!("{name} takes part")
    }
    fn workshop_parked_one(&self, text: &str) -> String {
        format!("Parked: {text}")
    }
    fn workshop_became_note(&self, text: &str, row: &str, phase: &str) -> String {
        format!("“{text}” is a note now: {row} in {phase}")
    }
    fn workshop_deleted(&self, text: &str) -> String {
        format!("“{text}” is deleted")
    }
    fn workshop_must(&self, stage: &str) -> String {
        format!("What must be true to leave {stage}?")
    }
    fn workshop_became_criterion(&self, text: &str, stage: &str) -> String {
        format!("“{text}” is an exit criterion of {stage} now")
    }
    fn workshop_criterion_of(&self, stage: &str, text: &str) -> String {
        format!("{stage}: {text}")
    }
    fn workshop_line(&self, votes: u64, text: &str) -> String {
        format!("{text} ({})", many(votes, "dot", "dots"))
    }
    fn workshop_results_of(&self, pipeline: &str, day: &str) -> String {
        format!("Workshop on {pipeline}, {day}")
    }
    fn workshop_cleared(&self) -> String {
        "The table is clear for the next workshop".into()
    }
}
