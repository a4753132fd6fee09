//! What was won and lost, and why, in English.

use super::{English, many};
use crate::i18n::OutcomesTexts;

impl OutcomesTexts for English {
    words! {
        outcomes_by: "Measured by"
        outcomes_by_count: "Deals"
        outcomes_by_value: "Value"
        outcomes_none_closed: "No deal is won or lost yet. Close a first one on the board, and it is counted here."
        outcomes_reasons: "Reasons for losses"
        outcomes_reasons_rule: "Lost deals by the reason given when they were closed; the colours are the stages that they were lost from."
        outcomes_reasons_empty: "No deal is lost. When one is, the reason given stands here."
        outcomes_head_reason: "Reason"
        outcomes_head_deals: "Deals"
        outcomes_head_value: "Value"
        outcomes_no_reason: "No reason given"
        outcomes_from: "Lost from"
        outcomes_from_rule: "Lost deals by the stage that they were in when they were lost."
        outcomes_head_top_reason: "Most often for"
        outcomes_source: "source"
        outcomes_owner: "owner"
        outcomes_size: "size"
        outcomes_segment: "segment"
        outcomes_no_source: "No source"
        outcomes_no_owner: "No owner"
        outcomes_no_segment: "Not said"
        outcomes_segment_kind: "Segment"
        outcomes_segment_empty: "No closed deal has a segment. Segments are set on the deal: region, industry, size and what else your team goes by."
        outcomes_rate_rule: "Won ÷ (won + lost), by present outcome, with its 95 % interval. The upright line is the rate of all; fainter bars rest on fewer than five closed deals."
        outcomes_size_rule: "Won ÷ (won + lost) by value, with its 95 % interval. The limits lie near the quartiles of the closed deals' values, rounded to 1, 2 or 5. The upright line is the rate of all; fainter bars rest on fewer than five closed deals."
        outcomes_head_slice: "Which"
        outcomes_head_rate: "Win rate"
        outcomes_head_won: "Won"
        outcomes_head_lost: "Lost"
        outcomes_head_closed: "Closed"
        outcomes_size_none: "No value"
        outcomes_size_any: "Any value"
        outcomes_motives: "Motives of won deals"
        outcomes_motives_rule: "Won deals by the motive that closed them, as written on the deal. The bars are their value."
        outcomes_motives_empty: "No deal is won. When one is, write down what closed it on the deal, under Motive."
        outcomes_pains: "Pain points of won deals"
        outcomes_pains_rule: "Won deals by the problem that the buyer wanted solved, as written on the deal. The bars are their value."
        outcomes_not_said: "Not written down"
        outcomes_head_motive: "Motive"
        outcomes_head_pain: "Pain point"
        outcomes_head_won_value: "Won value"
        outcomes_objections: "Objections in lost deals"
        outcomes_objections_rule: "Lost deals by the kinds of objections that were noted on them. Unanswered: nothing was answered, and it was not overcome (strong part)."
        outcomes_objections_empty: "No objection is noted on a lost deal. Note them on the deal when they come up, with what was answered."
        outcomes_head_kind: "Kind"
        outcomes_head_objected: "Lost deals with it"
        outcomes_head_unanswered: "Left unanswered"
    }

    fn outcomes_reason_title(&self, reason: &str, part: &str, of: &str) -> String {
        format!("“\u{2068}{reason}\u{2069}” costs the most: {part} of {of} lost")
    }
    fn outcomes_reason_missing(&self, part: &str, of: &str) -> String {
        format!("Most losses have no reason: {part} of {of}")
    }
    fn outcomes_reason_tied(&self, count: &str, part: &str, of: &str) -> String {
        format!("{count} reasons cost the most alike: {part} of {of} lost each")
    }
    fn outcomes_from_tied(&self, count: &str, part: &str, of: &str) -> String {
        format!("From {count} stages alike the most is lost: {part} of {of} each")
    }
    fn outcomes_reason_few(&self, deals: &str) -> String {
        format!("{deals} lost: too few to say what costs the most")
    }
    fn outcomes_from_title(&self, stage: &str, part: &str, of: &str) -> String {
        format!("Most is lost from \u{2068}{stage}\u{2069}: {part} of {of}")
    }
    fn outcomes_from_few(&self, deals: &str) -> String {
        format!("{deals} lost: too few to say from where most")
    }
    fn outcomes_rate_title(&self, best: &str, high: &str, worst: &str, low: &str) -> String {
        format!("\u{2068}{best}\u{2069} wins most often, {high}; \u{2068}{worst}\u{2069} least, {low}")
    }
    fn outcomes_rate_even(&self, cut: &str, share: &str) -> String {
        format!("By {cut} all win alike: {share}")
    }
    fn outcomes_rate_best(&self, best: &str, high: &str, all: &str) -> String {
        format!("\u{2068}{best}\u{2069} wins most often, {high}; all together {all}")
    }
    fn outcomes_rate_worst(&self, worst: &str, low: &str, all: &str) -> String {
        format!("\u{2068}{worst}\u{2069} wins least often, {low}; all together {all}")
    }
    fn outcomes_rate_between(&self, cut: &str, low: &str, high: &str) -> String {
        format!("Win rate by {cut}: between {low} and {high}")
    }
    fn outcomes_rate_few(&self, cut: &str) -> String {
        format!("Win rate by {cut}: too few closed deals to say")
    }
    fn outcomes_by_cut(&self, cut: &str) -> String {
        format!("Win rate by {cut}")
    }
    fn outcomes_rate_text(&self, share: &str, part: &str, of: &str) -> String {
        format!("{share} ({part} of {of})")
    }
    fn outcomes_size_under(&self, money: &str) -> String {
        format!("Under {money}")
    }
    fn outcomes_size_from(&self, money: &str) -> String {
        format!("{money} or more")
    }
    fn outcomes_size_between(&self, from: &str, to: &str) -> String {
        format!("{from} to {to}")
    }
    fn outcomes_drawn_some(&self, shown: &str, all: &str) -> String {
        format!("The first {shown} of {all} are drawn; the table has all.")
    }
    fn outcomes_count_text(&self, count: &str, share: &str) -> String {
        format!("{count} · {share}")
    }
    fn outcomes_word_title(&self, word: &str, part: &str, of: &str) -> String {
        format!("“\u{2068}{word}\u{2069}” stands behind the most: {part} of {of} won")
    }
    fn outcomes_word_each(&self, words: u64, of: &str) -> String {
        format!("{of} won, {}", many(words, "entry", "different entries"))
    }
    fn outcomes_no_value(&self, deals: &str) -> String {
        format!("{deals} lost, none of them with a value: count deals instead")
    }
    fn outcomes_word_missing(&self, part: &str, of: &str) -> String {
        format!("Not written down for {part} of {of} won")
    }
    fn outcomes_objection_title(&self, part: &str, of: &str) -> String {
        format!("{part} of {of} lost had an objection that nobody answered")
    }
    fn outcomes_objection_none(&self, part: &str, of: &str) -> String {
        format!("{part} of {of} lost had an objection, and each was answered")
    }
    fn outcomes_objection_text(&self, part: &str, of: &str) -> String {
        format!("{part} of {of}")
    }
}
