//! The guided mapping in English.

use super::{English, grouped, many};
use crate::i18n::GuideTexts;
use crate::model::Lane;

impl GuideTexts for English {
    words! {
        guide: "Guided mapping"
        guide_review_due: "Review due"
        guide_invites: "New to mapping? Five short steps lead from your goals to a finished map."
        guide_begin: "Begin the guided mapping"
        guide_decline: "Do not suggest it again"
        guide_steps: "Steps"
        guide_leave: "Leave the guide; it goes on from here"
        guide_back: "Back"
        guide_next: "Next"
        guide_finish: "To the summary"

        guide_goals: "Goals"
        guide_goals_hint: "Half of the demos end in an offer; nobody waits longer than a week for it"
        guide_no_target: "No target"
        guide_all_targets: "All targets, by month and person, under Insights"

        guide_who: "Department or person"
        guide_who_hint: "Marketing, then Enter, then the next"
        guide_known: "Known already"
        guide_give_part: "Give a part…"
        guide_give: "Give"
        guide_part: "What they know or do"
        guide_part_hint: "What they know or do"

        guide_no_facts: "No deal has been here yet"
        guide_as_said: "Deals take about as long as you say."
        guide_worked: "What worked"
        guide_worked_hint: "What brought buyers further here"
        guide_dropped: "Where they drop out"
        guide_dropped_hint: "At what point, and why"
        guide_days: "How many days it takes"

        guide_phases: "Phases"
        guide_add_phase: "Add a phase"
        guide_phase_name: "Name of the phase"
        guide_no_gaps: "Nothing is empty any more."
        guide_links: "Stages that belong to it"
        guide_exit_hint: "Asks for a demo"

        guide_watch: "What to watch"
        guide_watch_hint: "The share that asks for a demo; the days until the offer"
        guide_stands_out: "Stands out now: take it over"
        guide_review_on: "Next review"
        guide_in_a_month: "In a month"
        guide_in_a_quarter: "In a quarter"
        guide_review: "What you change now, and why"

        guide_summary: "Summary"
        guide_due_line: "The day of the review has come."
        guide_review_now: "Look again at what to watch"
        guide_no_review: "No day is set for the next review."
        guide_head_on: "Go on"
        guide_head_days: "Days: said · median"
        guide_head_lost: "Lost"
        guide_head_phase: "Phase"
    }

    fn guide_at(&self, step: u8, of: u8) -> String {
        format!("step {step} of {of}")
    }
    fn guide_step_name(&self, step: u8) -> String {
        match step {
            1 => "Goals",
            2 => "Whom to involve",
            3 => "Stages",
            4 => "The buyer’s journey",
            _ => "Update and watch",
        }
        .into()
    }
    fn guide_step_named(&self, step: u8, name: &str) -> String {
        format!("{step}. {name}")
    }
    fn guide_why(&self, step: u8) -> String {
        match step {
            1 => "A few plain goals tell you later whether the new process is better than the old one.",
            2 => "Whoever meets the buyer shapes the journey: those who are asked early carry the change.",
            3 => "Look back on each stage before you change it, and hold what you believe against what the deals say.",
            4 => "Now walk the same way in the buyer’s shoes: what they ask, do and suffer, and what you do about it.",
            _ => "A map helps only if somebody looks at it again: say what to watch, and when.",
        }
        .into()
    }
    fn guide_target_of(&self, quarter: &str) -> String {
        format!("The team’s target, {quarter}")
    }
    fn guide_won_so_far(&self, value: &str, share: Option<&str>) -> String {
        match share {
            Some(share) => format!("Won so far this quarter: {value}, {share} of the target"),
            None => format!("Won so far this quarter: {value}"),
        }
    }
    fn guide_win_rate(&self, share: &str, part: u64, of: u64) -> String {
        format!("Won of all closed deals: {share} ({} of {})", grouped(part), grouped(of))
    }
    fn guide_departments(&self) -> String {
        "Sales\nMarketing\nProduct\nSupport\nIT\nPoint of sale".into()
    }
    fn guide_stages_without_duty(&self, bare: u64, of: u64) -> String {
        match bare {
            0 => "Every stage has somebody who takes part".into(),
            _ => format!("{bare} of {} without anybody who takes part", many(of, "stage", "stages")),
        }
    }
    fn guide_phases_without_owner(&self, bare: u64, of: u64) -> String {
        match (bare, of) {
            (_, 0) => "The map has no phases yet".into(),
            (0, _) => "Every phase has somebody who answers for it".into(),
            _ => format!("{bare} of {} without anybody who answers for it", many(of, "phase", "phases")),
        }
    }
    fn guide_answers_for(&self, phase: &str) -> String {
        format!("Answers for {phase}")
    }
    fn guide_part_in_stage(&self, stage: &str) -> String {
        format!("Takes part in {stage}")
    }
    fn guide_give_part_to(&self, who: &str) -> String {
        format!("Give {who} a part")
    }
    fn guide_part_given(&self, who: &str, part: &str) -> String {
        format!("{who}: {part}")
    }
    fn guide_not_involved(&self, who: &str) -> String {
        format!("“{who}” is off the list")
    }
    fn guide_facts(&self, share: &str, part: u64, of: u64, median: Option<&str>, lost: u64) -> String {
        let median = median.map(|days| format!(" · median {days} days")).unwrap_or_default();
        format!(
            "{share} go on ({} of {}){median} · {} lost from here",
            grouped(part),
            grouped(of),
            grouped(lost)
        )
    }
    fn guide_look_back(&self, stage: &str) -> String {
        format!("Look back on {stage}")
    }
    fn guide_longer(&self, days: &str) -> String {
        format!("Half of the visits took longer than you say, by {days} days and more.")
    }
    fn guide_shorter(&self, days: &str) -> String {
        format!("Half of the visits were over {days} days before what you say.")
    }
    fn guide_gaps_in(&self, gaps: u64) -> String {
        format!("{gaps} still empty")
    }
    fn guide_gaps(&self, gaps: u64) -> String {
        format!("Still empty: {gaps}")
    }
    fn guide_gap(&self, phase: &str, what: &str) -> String {
        format!("{phase}: {what}")
    }
    fn guide_asks(&self, lane: Lane) -> String {
        match lane {
            Lane::Questions => "What do they ask? Enter adds it",
            Lane::Actions => "What do they do? Enter adds it",
            Lane::PainPoints => "What hurts? Enter adds it",
            Lane::Response => "What do we do about it? Enter adds it",
            _ => "Enter adds it",
        }
        .into()
    }
    fn guide_review_kept(&self) -> String {
        "The note is kept with today’s date; later, Insights compares before and after".into()
    }
    fn guide_sheet_title(&self, pipeline: &str) -> String {
        format!("{pipeline}: the process and the buyer’s journey")
    }
    fn guide_next_review(&self, day: &str) -> String {
        format!("Next review: {day}")
    }
    fn guide_days_and_median(&self, said: Option<&str>, median: Option<&str>) -> String {
        format!("{} · {}", said.unwrap_or("–"), median.unwrap_or("–"))
    }
    fn guide_more(&self, count: u64) -> String {
        format!("and {count} more")
    }
    fn guide_votes(&self, votes: u32) -> String {
        many(u64::from(votes), "vote", "votes")
    }
}
