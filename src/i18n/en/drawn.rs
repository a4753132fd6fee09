//! What is drawn of the map, in English.

use super::{English, grouped, many};
use crate::i18n::{DrawnTexts, Texts};
use crate::model::Evidence;

impl DrawnTexts for English {
    words! {
        drawn_aim_add: "Add the mood you aim for"
        drawn_aim_hide: "Hide the mood you aim for"
        drawn_aim_drop: "Remove the mood you aim for"
        drawn_aim_unsaid: "not said; arrow keys set it"
        drawn_leave: "Deals that leave"
        drawn_leave_rule: "Of the deals that came to a phase, the share that was lost from it."
        drawn_leaving_no_stages: "Link stages to the phases, and it shows where deals leave."
        drawn_leaving_nobody: "No deal was lost on its way through the phases so far."
        drawn_take: "Take along"
        drawn_take_label: "Take the map along"
        drawn_save_svg: "Picture as SVG"
        drawn_save_png: "Picture as PNG, for print"
        drawn_save_markdown: "Text as Markdown"
        drawn_copy_markdown: "Copy as Markdown"
        drawn_print_a4: "Print on A4"
        drawn_print_a3: "Print on A3"
        drawn_moment: "Moment of truth"
        drawn_time: "Median time"
        drawn_risk: "At risk"
        drawn_lost_for: "Lost most for"
        drawn_overlay: "Over the funnel"
        drawn_overlay_name: "The funnel from the buyer’s side"
        drawn_overlay_rule: "Band: the deals that came to each stage or beyond. Line: the buyer’s mood, from −2 to +2; dashed as you aim for it. Deals leave a phase where they are lost from its stages."
        drawn_head_phase: "Phase"
        drawn_moments: "Moments of truth"
    }

    fn drawn_aim_figure(&self, mood: i8) -> String {
        format!("aim {}", self.mood_figure(mood))
    }
    fn drawn_left(&self, share: &str, part: u64, of: u64) -> String {
        format!("{share}, {} of {}", grouped(part), grouped(of))
    }
    fn drawn_map_title(&self, pipeline: &str) -> String {
        format!("The buyer’s journey: {pipeline}")
    }
    fn drawn_map_of_all(&self, day: &str) -> String {
        format!("All buyers · {day}")
    }
    fn drawn_map_of(&self, persona: &str, day: &str) -> String {
        format!("{persona} · {day}")
    }
    fn drawn_evidence(&self, evidence: Evidence) -> String {
        match evidence {
            Evidence::Assumed => "Assumed",
            Evidence::Partly => "Partly known",
            Evidence::Researched => "Researched",
        }
        .into()
    }
    fn drawn_risk_of(&self, deals: u64, value: &str) -> String {
        format!("{}, {value}", many(deals, "deal", "deals"))
    }
    fn drawn_votes(&self, votes: u32) -> String {
        many(u64::from(votes), "vote", "votes")
    }
    fn drawn_overlay_leave(&self, share: &str) -> String {
        format!("{share} leave")
    }
    fn drawn_overlay_won(&self, deals: u64) -> String {
        format!("{} won", grouped(deals))
    }
    fn drawn_part(&self, about: &str, part: usize, of: usize) -> String {
        format!("{about} · part {part} of {of}")
    }
    fn drawn_aim_in(&self, phase: &str) -> String {
        format!("Mood you aim for, {phase}")
    }
    fn drawn_left_of(&self, part: u64, of: u64) -> String {
        format!("{} of {}", grouped(part), grouped(of))
    }
    fn drawn_leaving_few(&self, came: u64) -> String {
        format!("Too few to say where deals leave: {} so far, 20 are needed.", many(came, "deal", "deals"))
    }
    fn drawn_leaving_most(&self, phase: &str, share: &str, mood: i8, before: Option<i8>) -> String {
        let figure = self.mood_figure(mood);
        let mood = match before {
            Some(before) if before > mood => format!("where the mood falls to {figure}"),
            _ if mood < 0 => format!("where the mood is {figure}"),
            Some(before) if before < mood => format!("though the mood rises to {figure}"),
            _ => format!("where the mood is {figure}"),
        };
        format!("The largest share of deals leaves in {phase}: {share}, {mood}.")
    }
}
