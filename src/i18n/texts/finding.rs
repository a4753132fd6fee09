//! The list of sentences of the findings.

use crate::metrics::Trouble;

texts! {
    /// Every sentence of what the page says unasked.
    trait FindingTexts: Sync;
    words {
        finding_title finding_none finding_dismiss finding_restore finding_hide finding_put_away finding_no_reason finding_lead
    }
    sentences {
        finding_kind(trouble: Trouble)
        finding_leak(stage: &str, lost: &str, of: &str, share: &str)
        finding_leak_worth(value: &str, of: &str)
        finding_value_leak(stage: &str, value: &str, of: &str, share: &str)
        finding_value_leak_deals(lost: &str, of: &str)
        finding_reasons(reasons: &str)
        finding_reason(reason: &str, count: &str)
        finding_unanswered(count: u64, written: &str)
        finding_clog_aged(stage: &str, deals: &str, age: &str)
        finding_clog_held(stage: &str, share: &str)
        finding_clog_usual(usual: &str, visits: &str)
        finding_clog_stale(stale: &str, of: &str, share: &str)
        finding_clog_ages(deals: &str, age: &str)
        finding_slow(stage: &str, lost: &str, went_on: &str)
        finding_slow_counts(lost: &str, went_on: &str)
        finding_inverted(stages: &str, last: &str, first: &str)
        finding_inverted_age(age: &str, past: &str, of: &str)
        finding_inverted_way(rushed: &str, won: &str)
        finding_stale(count: u64, written: &str)
        finding_stale_stayed(count: u64, written: &str)
        finding_stale_silent(count: u64, written: &str)
        finding_stale_no_step(count: u64, written: &str)
        finding_stale_steps(one: &str, two: &str, three: &str)
        finding_show(count: u64, written: &str)
        finding_show_of(show: &str, what: &str)
        finding_of(what: &str, finding: &str)
        finding_dismissed(count: u64, written: &str)
        finding_silent_for(days: i64)
    }
}
