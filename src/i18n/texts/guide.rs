//! The list of sentences of the guided mapping.

use crate::model::Lane;

texts! {
    /// Every sentence of the guided mapping.
    trait GuideTexts: Sync;
    words {
        guide guide_review_due guide_invites guide_begin guide_decline guide_steps guide_leave guide_back guide_next guide_finish
        // Goals.
        guide_goals guide_goals_hint guide_no_target guide_all_targets
        // Whom to involve.
        guide_who guide_who_hint guide_known guide_give_part guide_give guide_part guide_part_hint
        // Stages.
        guide_no_facts guide_as_said guide_worked guide_worked_hint guide_dropped guide_dropped_hint guide_days
        // The buyer's journey.
        guide_phases guide_add_phase guide_phase_name guide_no_gaps guide_links guide_exit_hint
        // Update and watch.
        guide_watch guide_watch_hint guide_stands_out guide_review_on guide_in_a_month guide_in_a_quarter guide_review
        // The summary.
        guide_summary guide_due_line guide_review_now guide_no_review guide_head_on guide_head_days guide_head_lost
        guide_head_phase
    }
    sentences {
        guide_at(step: u8, of: u8)
        guide_step_name(step: u8)
        guide_step_named(step: u8, name: &str)
        guide_why(step: u8)
        guide_target_of(quarter: &str)
        guide_won_so_far(value: &str, share: Option<&str>)
        guide_win_rate(share: &str, part: u64, of: u64)
        guide_departments()
        guide_stages_without_duty(bare: u64, of: u64)
        guide_phases_without_owner(bare: u64, of: u64)
        guide_answers_for(phase: &str)
        guide_part_in_stage(stage: &str)
        guide_give_part_to(who: &str)
        guide_part_given(who: &str, part: &str)
        guide_not_involved(who: &str)
        guide_facts(share: &str, part: u64, of: u64, median: Option<&str>, lost: u64)
        guide_look_back(stage: &str)
        guide_longer(days: &str)
        guide_shorter(days: &str)
        guide_gaps_in(gaps: u64)
        guide_gaps(gaps: u64)
        guide_gap(phase: &str, what: &str)
        guide_asks(lane: Lane)
        guide_review_kept()
        guide_sheet_title(pipeline: &str)
        guide_next_review(day: &str)
        guide_days_and_median(said: Option<&str>, median: Option<&str>)
        guide_more(count: u64)
        guide_votes(votes: u32)
    }
}
