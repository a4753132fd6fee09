//! The funnel, the ways through it, and the chances, in English.

use super::{English, many};
use crate::i18n::FunnelTexts;
use crate::metrics::{Fate, MoveFigure, Rule};
use crate::model::OutcomeKind;

impl FunnelTexts for English {
    words! {
        funnel_count_by: "How a deal is counted"
        funnel_few_closed: "Fewer than 20 of these deals are closed: too few to name the narrowest step."
        funnel_head_fewer: "Fewer than by furthest"
        funnel_not_on: "did not:"
        funnel_pair: "From one stage to another"
        funnel_pair_from: "Of the deals that were in"
        funnel_pair_to: "how many later came to"
        funnel_pair_rule: "A deal that was in the first stage is in exactly one row: by whether it later came to the second, or else by what it is now."
        funnel_pair_fate: "What became of them"
        funnel_pair_share: "Share"
        funnel_pair_few: "Fewer than 20 deals: too few to say much."
        funnel_chances: "Chances"
        funnel_chances_rule: "Of the closed deals that came to a stage or beyond it, the share that was won; the line is the range that holds the true share with 95 % confidence (Wilson). The upright mark is the chance that is set."
        funnel_chances_fit: "The chances that are set are what the past would say"
        funnel_chances_few: "Too few closed deals to say: a stage needs 20 that came so far"
        funnel_chances_weighed: "The deals of this pipeline earn their chance by the criteria that they meet: what is set for a stage does not count."
        funnel_chance_set: "Set"
        funnel_chance_past: "In the past"
        funnel_chance_closed: "Closed deals"
        funnel_chance_won: "Won of them"
        funnel_chance_range: "95 % range"
        funnel_chance_few: "too few"
        funnel_chance_in_use: "In use"
        funnel_chance_all: "Use all"
        funnel_flow: "The ways that deals took"
        funnel_flow_rule: "Every move counts, so a deal that goes back and forth counts more than once. Bands are as wide as moves are many; back moves run below in another colour."
        funnel_flow_from: "From"
        funnel_flow_moves: "Moves"
        funnel_flow_none: "No deal has moved yet. Move a first one on the board, and its way stands here."
        funnel_flow_straight: "No deal ever went back"
        funnel_matrix: "Moves from stage to stage"
        funnel_matrix_rule: "From the stage of a row to that of a column. Right of the diagonal deals went forward, left of it back; the darker, the more moves."
        funnel_move_created: "Created"
        funnel_move_arrived: "Another pipeline"
        funnel_move_reopened: "Re-opened"
        funnel_move_won: "Won"
        funnel_move_lost: "Lost"
        funnel_move_nurtured: "Nurture list"
    }

    fn funnel_duration(&self, mean: &str, median: &str) -> String {
        format!(
            "From its first entry to its last a deal's history takes {mean} on average (median {median}); open deals with what has happened so far."
        )
    }
    fn funnel_rule_name(&self, rule: Rule) -> String {
        match rule {
            Rule::Furthest => "Furthest",
            Rule::Touched => "Was there",
            Rule::Strict => "No gaps",
            Rule::Direct => "Straight on",
            Rule::Progressed => "Later on",
        }
        .into()
    }
    fn funnel_rule_more(&self, rule: Rule) -> String {
        match rule {
            Rule::Furthest => "A deal counts at every stage up to the furthest that it ever reached, also where it jumped over one.",
            Rule::Touched => {
                "A deal counts at each stage where it has been, and nowhere else. The share that goes on is the count of the next stage ÷ that of this one."
            }
            Rule::Strict => "A deal counts at a stage where it has been if it was at every stage before it too.",
            Rule::Direct => "A deal counts at each stage where it has been, and goes on if it once went straight to the next one.",
            Rule::Progressed => "A deal counts at each stage where it has been, and goes on if it later came to any higher one.",
        }
        .into()
    }
    fn funnel_dropped(&self, _count: u64, written: &str) -> String {
        format!("{written} fewer than by the furthest stage")
    }
    fn funnel_stopped(&self, became: OutcomeKind, written: &str) -> String {
        match became {
            OutcomeKind::Open => format!("{written} still open"),
            OutcomeKind::Won => format!("{written} won"),
            OutcomeKind::Lost => format!("{written} lost"),
            OutcomeKind::Nurture => format!("{written} on the nurture list"),
        }
    }
    fn funnel_at(&self, rung: &str, what: &str) -> String {
        format!("\u{2068}{rung}\u{2069}: {what}")
    }
    fn funnel_pair_title(&self, from: &str, to: &str, share: &str, part: &str, of: &str) -> String {
        format!(
            "{share} of the deals that were in \u{2068}{from}\u{2069} later came to \u{2068}{to}\u{2069} ({part} of {of})"
        )
    }
    fn funnel_pair_small(&self, from: &str, to: &str, part: &str, of: &str) -> String {
        format!("{part} of {of} deals that were in \u{2068}{from}\u{2069} later came to \u{2068}{to}\u{2069}")
    }
    fn funnel_pair_nobody(&self, from: &str) -> String {
        format!("No deal has been in \u{2068}{from}\u{2069} yet. Choose another stage above.")
    }
    fn funnel_pair_all(&self, from: &str) -> String {
        format!("Were in \u{2068}{from}\u{2069}")
    }
    fn funnel_pair_word(&self, fate: Fate, from: &str, to: &str) -> String {
        match fate {
            Fate::Came => format!("Later came to \u{2068}{to}\u{2069}"),
            Fate::LostThere => format!("Lost from \u{2068}{from}\u{2069}"),
            Fate::LostLater => "Lost elsewhere".into(),
            Fate::Won => "Won without it".into(),
            Fate::Nurtured => "On the nurture list".into(),
            Fate::Open => "Still open".into(),
        }
    }
    fn funnel_chance_off(&self, stage: &str, set: &str, past: &str) -> String {
        format!(
            "\u{2068}{stage}\u{2069} is set to {set}, but {past} of the closed deals that came so far were won"
        )
    }
    fn funnel_chance_of(&self, part: &str, of: &str) -> String {
        format!("{part} of {of}")
    }
    fn funnel_chance_between(&self, low: &str, high: &str) -> String {
        format!("{low} to {high}")
    }
    fn funnel_chance_use(&self, percent: &str) -> String {
        format!("Use {percent}")
    }
    fn funnel_chance_use_of(&self, percent: &str, stage: &str) -> String {
        format!("Use {percent} for \u{2068}{stage}\u{2069}")
    }
    fn funnel_flow_back(&self, back: u64, share: &str, forward: u64) -> String {
        let times = |count| if count == 1 { "once".to_owned() } else { many(count, "time", "times") };
        format!("Deals went back {}, {share} as often as forward ({})", times(back), times(forward))
    }
    fn funnel_count_share(&self, count: &str, share: &str) -> String {
        format!("{count} · {share}")
    }
    fn funnel_moves(&self, count: u64, written: &str) -> String {
        if count == 1 { format!("{written} move") } else { format!("{written} moves") }
    }
    fn funnel_move_count(&self, figure: MoveFigure, written: &str) -> String {
        match figure {
            MoveFigure::Created(_) => format!("{written} created"),
            MoveFigure::Arrived(_) => format!("{written} from elsewhere"),
            MoveFigure::Reopened(_) => format!("{written} re-opened"),
            MoveFigure::Lost(_) => format!("{written} lost"),
            MoveFigure::Nurtured(_) => format!("{written} put off"),
            MoveFigure::Between(..) | MoveFigure::Won(_) => written.to_owned(),
        }
    }
    fn funnel_move_title(&self, from: &str, to: &str) -> String {
        format!("\u{2068}{from}\u{2069} → \u{2068}{to}\u{2069}")
    }
    fn funnel_matrix_most(&self, from: &str, to: &str, written: &str) -> String {
        format!("Most deals go back from \u{2068}{from}\u{2069} to \u{2068}{to}\u{2069}: {written} moves")
    }
}
