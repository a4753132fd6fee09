//! The list of sentences of what is drawn of the map: the mood, the deals that leave, the pictures to take along.

use crate::model::Evidence;

texts! {
    /// Every sentence of what is drawn of the map.
    trait DrawnTexts: Sync;
    words {
        // The mood.
        drawn_aim_add drawn_aim_hide drawn_aim_drop drawn_aim_unsaid
        // The deals that leave.
        drawn_leave drawn_leave_rule drawn_leaving_no_stages drawn_leaving_nobody
        // What is taken along.
        drawn_take drawn_take_label drawn_save_svg drawn_save_png drawn_save_markdown drawn_copy_markdown drawn_print_a4
        drawn_print_a3 drawn_moment drawn_time drawn_risk drawn_lost_for
        // Map and funnel in one picture.
        drawn_overlay drawn_overlay_name drawn_overlay_rule drawn_head_phase drawn_moments
    }
    sentences {
        drawn_aim_in(phase: &str)
        drawn_aim_figure(mood: i8)
        drawn_left_of(part: u64, of: u64)
        drawn_left(share: &str, part: u64, of: u64)
        drawn_leaving_few(came: u64)
        drawn_leaving_most(phase: &str, share: &str, mood: i8, before: Option<i8>)
        drawn_map_title(pipeline: &str)
        drawn_map_of_all(day: &str)
        drawn_map_of(persona: &str, day: &str)
        drawn_evidence(evidence: Evidence)
        drawn_risk_of(deals: u64, value: &str)
        drawn_votes(votes: u32)
        drawn_overlay_leave(share: &str)
        drawn_overlay_won(deals: u64)
        drawn_part(about: &str, part: usize, of: usize)
    }
}
