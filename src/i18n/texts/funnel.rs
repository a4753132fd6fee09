//! The list of sentences of the funnel, the ways through it, and the chances.

use crate::metrics::{Fate, MoveFigure, Rule};
use crate::model::OutcomeKind;

texts! {
    /// Every sentence of the funnel, the ways through it, and the chances.
    trait FunnelTexts: Sync;
    words {
        funnel_count_by funnel_few_closed funnel_head_fewer funnel_not_on
        funnel_pair funnel_pair_from funnel_pair_to funnel_pair_rule funnel_pair_fate funnel_pair_share funnel_pair_few
        funnel_chances funnel_chances_rule funnel_chances_fit funnel_chances_few funnel_chances_weighed funnel_chance_set
        funnel_chance_past funnel_chance_closed funnel_chance_won funnel_chance_range funnel_chance_few funnel_chance_in_use
        funnel_chance_all
        funnel_flow funnel_flow_rule funnel_flow_from funnel_flow_moves funnel_flow_none funnel_flow_straight
        funnel_matrix funnel_matrix_rule funnel_move_created funnel_move_arrived funnel_move_reopened funnel_move_won
        funnel_move_lost funnel_move_nurtured
    }
    sentences {
        funnel_rule_name(rule: Rule)
        funnel_duration(mean: &str, median: &str)
        funnel_rule_more(rule: Rule)
        funnel_dropped(count: u64, written: &str)
        funnel_stopped(became: OutcomeKind, written: &str)
        funnel_at(rung: &str, what: &str)
        funnel_pair_title(from: &str, to: &str, share: &str, part: &str, of: &str)
        funnel_pair_small(from: &str, to: &str, part: &str, of: &str)
        funnel_pair_nobody(from: &str)
        funnel_pair_all(from: &str)
        funnel_pair_word(fate: Fate, from: &str, to: &str)
        funnel_chance_off(stage: &str, set: &str, past: &str)
        funnel_chance_of(part: &str, of: &str)
        funnel_chance_between(low: &str, high: &str)
        funnel_chance_use(percent: &str)
        funnel_chance_use_of(percent: &str, stage: &str)
        funnel_flow_back(back: u64, share: &str, forward: u64)
        funnel_count_share(count: &str, share: &str)
        funnel_moves(count: u64, written: &str)
        funnel_move_count(figure: MoveFigure, written: &str)
        funnel_move_title(from: &str, to: &str)
        funnel_matrix_most(from: &str, to: &str, written: &str)
    }
}
