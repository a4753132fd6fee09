//! The list of sentences of what was won and lost, and why.

texts! {
    /// Every sentence of what was won and lost, and why.
    trait OutcomesTexts: Sync;
    words {
        outcomes_by outcomes_by_count outcomes_by_value outcomes_none_closed
        outcomes_reasons outcomes_reasons_rule outcomes_reasons_empty outcomes_head_reason outcomes_head_deals outcomes_head_value
        outcomes_no_reason outcomes_from outcomes_from_rule outcomes_head_top_reason
        outcomes_source outcomes_owner outcomes_size outcomes_segment outcomes_no_source outcomes_no_owner outcomes_no_segment
        outcomes_segment_kind outcomes_segment_empty outcomes_rate_rule outcomes_size_rule outcomes_head_slice
        outcomes_head_rate outcomes_head_won outcomes_head_lost outcomes_head_closed outcomes_size_none outcomes_size_any
        outcomes_motives outcomes_motives_rule outcomes_motives_empty outcomes_pains outcomes_pains_rule outcomes_not_said
        outcomes_head_motive outcomes_head_pain outcomes_head_won_value
        outcomes_objections outcomes_objections_rule outcomes_objections_empty outcomes_head_kind outcomes_head_objected
        outcomes_head_unanswered
    }
    sentences {
        outcomes_reason_title(reason: &str, part: &str, of: &str)
        outcomes_reason_missing(part: &str, of: &str)
        outcomes_reason_tied(count: &str, part: &str, of: &str)
        outcomes_from_tied(count: &str, part: &str, of: &str)
        outcomes_reason_few(deals: &str)
        outcomes_from_title(stage: &str, part: &str, of: &str)
        outcomes_from_few(deals: &str)
        outcomes_rate_title(best: &str, high: &str, worst: &str, low: &str)
        outcomes_rate_even(cut: &str, share: &str)
        outcomes_rate_best(best: &str, high: &str, all: &str)
        outcomes_rate_worst(worst: &str, low: &str, all: &str)
        outcomes_rate_between(cut: &str, low: &str, high: &str)
        outcomes_rate_few(cut: &str)
        outcomes_by_cut(cut: &str)
        outcomes_rate_text(share: &str, part: &str, of: &str)
        outcomes_size_under(money: &str)
        outcomes_size_from(money: &str)
        outcomes_size_between(from: &str, to: &str)
        outcomes_drawn_some(shown: &str, all: &str)
        outcomes_count_text(count: &str, share: &str)
        outcomes_word_title(word: &str, part: &str, of: &str)
        outcomes_word_each(words: u64, of: &str)
        outcomes_no_value(deals: &str)
        outcomes_word_missing(part: &str, of: &str)
        outcomes_objection_title(part: &str, of: &str)
        outcomes_objection_none(part: &str, of: &str)
        outcomes_objection_text(part: &str, of: &str)
    }
}
