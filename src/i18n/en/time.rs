//! The time that deals take, in English.

use super::English;
use crate::i18n::TimeTexts;
use crate::metrics::Trend;

impl TimeTexts for English {
    words! {
        time_stages: "Time in each stage"
        time_which: "Which time"
        time_visit: "Each visit"
        time_together: "All visits together"
        time_stages_rule: "Days from entering a stage to leaving it, each visit by itself. Deals that are still there are apart, with their age so far. The dashed line is the stage's limit. Choose a stage to see how its times spread."
        time_stages_rule_together: "All the days that a deal spent in a stage, over all its visits, once it has left for good. Deals that are still there are apart, with their days so far. The dashed line is the stage's limit. Choose a stage to see how its times spread."
        time_stages_few: "Too few deals have left a stage to say where they stay longest"
        time_stages_empty: "No deal has been in a stage yet. Move a first one on the board, and its time stands here."
        time_head_left: "Deals that left"
        time_head_visits: "Visits"
        time_head_median: "Median"
        time_head_mean: "Mean"
        time_head_p85: "85 in 100 within"
        time_head_p85_short: "85 of 100"
        time_head_still: "Still there"
        time_head_age: "Their median age"
        time_head_age_short: "Still there"
        time_head_limit: "Limit"
        time_head_expected: "Expected"
        time_spread: "How the times in a stage spread"
        time_spread_rule: "Deals by the days that they spent in the stage; below the axis the open ones that are still there, by their days so far. Choose a column to see its deals."
        time_spread_empty: "No deal of these has been in this stage yet."
        time_stage: "Stage"
        time_head_span: "Days"
        time_cycles: "Cycle length"
        time_cycles_rule: "Mean days from creating a deal to closing it. The line on each owner's bar is the mean of all won deals."
        time_cycles_empty: "No deal has been closed yet. Win or lose a first one on the board, and the time that it took stands here."
        time_cycle_won: "Won deals"
        time_cycle_lost: "Lost deals"
        time_cycle_all: "All closed deals"
        time_industry: "The industry"
        time_industry_field: "The industry's mean cycle"
        time_industry_hint: "unknown"
        time_days: "days"
        time_few: "too few"
        time_nobody: "No owner"
        time_head_who: "Whose"
        time_head_deals: "Deals"
        time_cycles_too_few: "Too few deals have been won to say how long winning takes"
        time_trend: "Cycle length over time"
        time_trend_rule: "Median days from creating to winning a deal, by when it was won. Two halves of the time are compared: a tenth more or less, and at least three wins in each, make a finding."
        time_trend_empty: "No deal has been won yet. Win a first one on the board, and the time that it took stands here."
        time_months: "Months"
        time_quarters: "Quarters"
        time_head_quarter: "Quarter"
        time_grain: "By months or quarters"
    }

    fn time_longest(&self, stage: &str, median: &str) -> String {
        format!("Deals stay longest in \u{2068}{stage}\u{2069}: half of them more than {median}")
    }
    fn time_brief(&self, median: &str, p85: &str) -> String {
        format!("{median} · 85 of 100: {p85}")
    }
    fn time_spread_title(&self, stage: &str, median: &str, p85: &str) -> String {
        format!("Half of the deals leave \u{2068}{stage}\u{2069} within {median}, 85 in 100 within {p85}")
    }
    fn time_spread_few(&self, stage: &str, deals: &str) -> String {
        format!("Too few to say how long deals stay in \u{2068}{stage}\u{2069}: {deals} left it so far")
    }
    fn time_spread_left(&self, deals: &str) -> String {
        format!("Left: {deals}")
    }
    fn time_spread_still(&self, deals: &str) -> String {
        format!("Still there: {deals}")
    }
    fn time_bin(&self, from: &str, to: &str) -> String {
        format!("{from} to {to} days")
    }
    fn time_bin_over(&self, from: &str) -> String {
        format!("{from} days or more")
    }
    fn time_mark_median(&self, median: &str) -> String {
        format!("median {median}")
    }
    fn time_mark_p85(&self, p85: &str) -> String {
        format!("85 of 100 within {p85}")
    }
    fn time_team_title(&self, mean: &str) -> String {
        format!("Winning a deal takes {mean} on average")
    }
    fn time_fastest(&self, owner: &str, mean: &str, team: &str) -> String {
        format!("\u{2068}{owner}\u{2069} wins fastest, in {mean} on average; all together take {team}")
    }
    fn time_against_industry(&self, mean: &str, difference: &str, industry: &str, longer: bool) -> String {
        let than = if longer { "longer" } else { "less" };
        format!("Winning a deal takes {mean} on average, {difference} {than} than the industry's {industry}")
    }
    fn time_as_industry(&self, mean: &str) -> String {
        format!("Winning a deal takes {mean} on average, as long as in the industry")
    }
    fn time_quarter(&self, quarter: u32, year: &str) -> String {
        format!("Q{quarter} {year}")
    }
    fn time_quarter_short(&self, quarter: u32) -> String {
        format!("Q{quarter}")
    }
    fn time_trend_quarters(&self, trend: Trend, later: &str, earlier: &str) -> String {
        let told = match trend {
            Trend::Longer => "Winning takes longer",
            Trend::Shorter => "Winning goes faster",
            Trend::Steady => "Winning takes as long as before",
        };
        format!("{told}: a median of {later} in the later four quarters, {earlier} in the earlier four")
    }
    fn time_trend_back(&self, to: &str) -> String {
        format!("Nothing was won since then: the time shown ends with {to}.")
    }
}
