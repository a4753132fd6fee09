//! The list of sentences of the workshop.

texts! {
    /// Every sentence of the workshop.
    trait WorkshopTexts: Sync;
    words {
        workshop workshop_leave workshop_parts workshop_notes workshop_votes workshop_parking workshop_exits workshop_results
        // The timer.
        workshop_timer workshop_minutes workshop_start workshop_go_on workshop_pause workshop_reset workshop_time_up
        workshop_minute_left
        // Notes.
        workshop_phase workshop_row workshop_write_hint workshop_keys workshop_no_notes workshop_no_phases
        // Votes.
        workshop_vote_on workshop_voters workshop_add_voter workshop_add_voter_hint workshop_votes_each workshop_no_voters
        workshop_give workshop_take workshop_order workshop_by_map workshop_by_votes workshop_no_pains workshop_no_ideas
        workshop_write_ideas workshop_vote_keys
        // The parking lot.
        workshop_park workshop_park_hint workshop_no_parked workshop_to_cell workshop_make_note workshop_delete workshop_parked_text
        // Exit cards.
        workshop_stage workshop_propose_hint workshop_no_proposals workshop_make_criterion workshop_criteria
        workshop_no_criteria workshop_weighs workshop_proposal
        // Results.
        workshop_top_pains workshop_top_ideas workshop_parked workshop_new_criteria workshop_proposed workshop_nothing
        workshop_copy workshop_copied workshop_not_copied workshop_anew workshop_anew_more
    }
    sentences {
        workshop_title(pipeline: &str)
        workshop_write(row: &str, phase: &str)
        workshop_in(row: &str, phase: &str)
        workshop_step(phase: &str, step: &str)
        workshop_left(votes: u64)
        workshop_all_given(who: &str)
        workshop_given(who: &str, text: &str, left: u64)
        workshop_taken(who: &str, text: &str, left: u64)
        workshop_note_votes(votes: u64)
        workshop_place(place: u64)
        workshop_give_to(text: &str)
        workshop_take_from(text: &str)
        workshop_voter_removed(name: &str)
        workshop_added_voter(name: &str)
        workshop_parked_one(text: &str)
        workshop_became_note(text: &str, row: &str, phase: &str)
        workshop_deleted(text: &str)
        workshop_must(stage: &str)
        workshop_became_criterion(text: &str, stage: &str)
        workshop_criterion_of(stage: &str, text: &str)
        workshop_line(votes: u64, text: &str)
        workshop_results_of(pipeline: &str, day: &str)
        workshop_cleared()
    }
}
