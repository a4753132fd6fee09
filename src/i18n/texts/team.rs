//! The list of sentences of the team, the personas, the lists of words, and the reviews.

use crate::model::{ListKind, Role};

texts! {
    /// Every sentence of the team's and the reviews' tab.
    trait TeamTexts: Sync;
    words {
        // People.
        people people_more person_name role add_person not_in_team join_team take_out_person deals_open deals_won deals_lost
        // Personas.
        personas personas_more add_persona persona_name persona_about persona_about_hint remove_persona no_personas
        // Lists of words.
        word_lists word_lists_more own_words interface_words
        // Maturity.
        maturity maturity_more assess assessment_note assessment_note_hint assessed_on save_assessment no_assessments
        remove_assessment assessments_so_far
        // Review notes.
        review_notes review_notes_more review_text review_text_hint review_day review_about add_review no_reviews
        remove_review whole_process
    }
    sentences {
        role_name(role: Role)
        list_name(list: ListKind)
        list_more(list: ListKind)
        owner_renamed(from: &str, to: &str, deals: u64)
        person_removed(name: &str)
        persona_removed(name: &str, deals: u64)
        persona_deals(deals: u64)
        maturity_statement(number: usize)
        maturity_level(level: u8)
        maturity_now(level: u8, day: &str)
        review_removed()
        assessment_removed()
    }
}
