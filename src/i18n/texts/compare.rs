//! The list of sentences of the comparison among the insights.

use crate::metrics::{Back, Change, Group, Key};

texts! {
    /// Every sentence of the comparison.
    trait CompareTexts: Sync;
    words {
        compare_name compare_rule compare_rule_team compare_with compare_team compare_review compare_owner compare_which compare_days
        compare_no_review compare_no_owner compare_ahead compare_head_figure compare_head_change compare_before
        compare_after compare_few_all compare_overlap compare_review_link compare_everybody compare_steady_all compare_chips
    }
    sentences {
        compare_back(back: Back)
        compare_days_of(days: &str)
        compare_range(from: &str, to: &str)
        compare_note(now: &str, then: &str)
        compare_review_offer(day: &str, text: &str)
        compare_group(group: Group)
        compare_key(key: Key, stage: &str)
        compare_became(change: Change)
        compare_points(points: &str)
        compare_title(figure: &str, now: &str, then: &str)
        compare_title_team(owner: &str, figure: &str, now: &str, team: &str)
        compare_chip(change: &str, word: &str, back: Back)
        compare_sample(count: &str)
        compare_change(absolute: &str, relative: &str)
    }
}
