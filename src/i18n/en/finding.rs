//! What the page says unasked, in English.

use super::English;
use crate::i18n::FindingTexts;
use crate::metrics::Trouble;

impl FindingTexts for English {
    words! {
        finding_title: "What stands out"
        finding_none: "Nothing stands out: no stage leaks or clogs, and no open deal is stale."
        finding_dismiss: "Dismiss"
        finding_restore: "Bring back"
        finding_hide: "Hide what was dismissed"
        finding_put_away: "Dismissed. It shows again once it changes."
        finding_no_reason: "no reason given"
        finding_lead: "Go to the findings."
    }

    fn finding_kind(&self, trouble: Trouble) -> String {
        match trouble {
            Trouble::Leak(_) | Trouble::ValueLeak(_) => "Leak",
            Trouble::Clog(_) => "Clog",
            Trouble::SlowLoss(_) => "Slow, then lost",
            Trouble::Inverted => "Inverted funnel",
            Trouble::Stale => "Stale",
        }
        .into()
    }
    fn finding_leak(&self, stage: &str, lost: &str, of: &str, share: &str) -> String {
        format!(
            "More deals are lost from \u{2068}{stage}\u{2069} than from any other stage: {lost} of {of} ({share})"
        )
    }
    fn finding_leak_worth(&self, value: &str, of: &str) -> String {
        format!("The most value too: {value} of {of}.")
    }
    fn finding_value_leak(&self, stage: &str, value: &str, of: &str, share: &str) -> String {
        format!(
            "More value is lost from \u{2068}{stage}\u{2069} than from any other stage: {value} of {of} ({share})"
        )
    }
    fn finding_value_leak_deals(&self, lost: &str, of: &str) -> String {
        format!("{lost} of {of} lost deals.")
    }
    fn finding_reasons(&self, reasons: &str) -> String {
        format!("Reasons given most: {reasons}.")
    }
    fn finding_reason(&self, reason: &str, count: &str) -> String {
        format!("\u{2068}{reason}\u{2069} ({count})")
    }
    fn finding_unanswered(&self, count: u64, written: &str) -> String {
        if count == 1 {
            "One has an objection that was not overcome.".into()
        } else {
            format!("{written} have objections that were not overcome.")
        }
    }
    fn finding_clog_aged(&self, stage: &str, deals: &str, age: &str) -> String {
        format!("Deals sit in \u{2068}{stage}\u{2069}: half of the {deals} there for more than {age}")
    }
    fn finding_clog_held(&self, stage: &str, share: &str) -> String {
        format!("Deals sit in \u{2068}{stage}\u{2069}: stale ones hold {share} of its open value")
    }
    fn finding_clog_usual(&self, usual: &str, visits: &str) -> String {
        format!("85 of 100 earlier visits were over within {usual} ({visits} visits).")
    }
    fn finding_clog_stale(&self, stale: &str, of: &str, share: &str) -> String {
        format!("Stale deals hold {stale} of the {of} there ({share}).")
    }
    fn finding_clog_ages(&self, deals: &str, age: &str) -> String {
        format!("{deals} open there, for a median of {age}.")
    }
    fn finding_slow(&self, stage: &str, lost: &str, went_on: &str) -> String {
        format!(
            "Waiting in \u{2068}{stage}\u{2069} costs deals: those lost there stayed {lost}, those that went on {went_on} (medians)"
        )
    }
    fn finding_slow_counts(&self, lost: &str, went_on: &str) -> String {
        format!("{lost} were lost from it, {went_on} went on.")
    }
    fn finding_inverted(&self, stages: &str, last: &str, first: &str) -> String {
        format!("Deals rush to the end and stay there: {last} open in {stages}, {first} at the start")
    }
    fn finding_inverted_age(&self, age: &str, past: &str, of: &str) -> String {
        format!("They have been there for a median of {age}; {past} of {of} are past their stage's limit.")
    }
    fn finding_inverted_way(&self, rushed: &str, won: &str) -> String {
        format!("They came through the earlier stages in {rushed}; won deals took {won} (medians).")
    }
    fn finding_stale(&self, count: u64, written: &str) -> String {
        if count == 1 {
            "One open deal has stood too long, or has no next step".into()
        } else {
            format!("{written} open deals have stood too long, or have no next step")
        }
    }
    fn finding_stale_stayed(&self, _count: u64, written: &str) -> String {
        format!("{written} longer in the stage than its limit")
    }
    fn finding_stale_silent(&self, _count: u64, written: &str) -> String {
        format!("{written} without an activity for that long")
    }
    fn finding_stale_no_step(&self, _count: u64, written: &str) -> String {
        format!("{written} without a next step")
    }
    fn finding_stale_steps(&self, one: &str, two: &str, three: &str) -> String {
        format!("Past the limit {one}, past twice {two}, past three times {three}.")
    }
    fn finding_show(&self, count: u64, written: &str) -> String {
        if count == 1 { "Show the deal".into() } else { format!("Show the {written} deals") }
    }
    fn finding_show_of(&self, show: &str, what: &str) -> String {
        format!("{show}: {what}")
    }
    fn finding_of(&self, what: &str, finding: &str) -> String {
        format!("{what}: {finding}")
    }
    fn finding_dismissed(&self, count: u64, written: &str) -> String {
        if count == 1 { "One dismissed: show it".into() } else { format!("{written} dismissed: show them") }
    }
    fn finding_silent_for(&self, days: i64) -> String {
        if days == 1 { "No activity for a day".into() } else { format!("No activity for {days} days") }
    }
}
