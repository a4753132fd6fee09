//! The list of sentences of the time that deals take.

use crate::metrics::Trend;

texts! {
    /// Every sentence of the tab of times.
    trait TimeTexts: Sync;
    words {
        // Time in each stage.
        time_stages time_which time_visit time_together time_stages_rule time_stages_rule_together time_stages_few time_stages_empty
        time_head_left time_head_visits time_head_median time_head_mean time_head_p85 time_head_p85_short time_head_still
        time_head_age time_head_age_short time_head_limit time_head_expected
        // How they spread.
        time_spread time_spread_rule time_spread_empty time_stage time_head_span
        // The cycle by owner.
        time_cycles time_cycles_rule time_cycles_empty time_cycle_won time_cycle_lost time_cycle_all time_industry
        time_industry_field time_industry_hint time_days time_few time_nobody
        time_head_who time_head_deals time_cycles_too_few
        // The cycle over time.
        time_trend time_trend_rule time_trend_empty time_months time_quarters time_head_quarter time_grain
    }
    sentences {
        time_longest(stage: &str, median: &str)
        time_brief(median: &str, p85: &str)
        time_spread_title(stage: &str, median: &str, p85: &str)
        time_spread_few(stage: &str, deals: &str)
        time_spread_left(deals: &str)
        time_spread_still(deals: &str)
        time_bin(from: &str, to: &str)
        time_bin_over(from: &str)
        time_mark_median(median: &str)
        time_mark_p85(p85: &str)
        time_team_title(mean: &str)
        time_fastest(owner: &str, mean: &str, team: &str)
        time_against_industry(mean: &str, difference: &str, industry: &str, longer: bool)
        time_as_industry(mean: &str)
        time_quarter(quarter: u32, year: &str)
        time_quarter_short(quarter: u32)
        time_trend_quarters(trend: Trend, later: &str, earlier: &str)
        time_trend_back(to: &str)
    }
}
