//! The forecast, the targets, the simulation and the slips in English.

use super::English;
use crate::i18n::ForecastTexts;
use crate::metrics::Pace;

impl ForecastTexts for English {
    words! {
        forecast_name: "Forecast"
        forecast_pace: "By"
        forecast_rule: "What was won, at full value (solid), and the open deals expected to close, each by its chance (lighter). The line is the target. Deals whose expected close has passed stand apart, by their chance too. The period above does not narrow this: a forecast looks forward."
        forecast_empty: "Nothing was won lately and no deal is open. Give an open deal an expected close, and its month stands here."
        forecast_overdue: "Overdue"
        forecast_later: "Later"
        forecast_undated: "No date"
        forecast_part_won: "Won"
        forecast_part_open: "Expected"
        forecast_mark: "Target"
        forecast_head_term: "When"
        forecast_head_sum: "Won and expected"
        forecast_head_won: "Won"
        forecast_head_won_deals: "Deals won"
        forecast_head_open: "Expected, weighted"
        forecast_head_open_deals: "Deals expected"
        forecast_head_target: "Target"
        targets_name: "Targets"
        targets_term: "Term"
        targets_rule: "Type a target to set it, empty the field to take it away. Where none is set, a quarter's is the sum of its months and the team's the sum of its owners' (in grey). Expected: open deals by their chance."
        targets_narrowed: "The bar above asks for sources, segments or a persona. Targets are set for all that an owner sells, so nothing is held against them now."
        targets_team: "Team"
        targets_nobody: "No owner"
        targets_head_who: "Who"
        targets_head_won: "Won"
        targets_head_share: "Of target"
        targets_head_missing: "Still to win"
        targets_head_sum: "With expected"
        targets_head_outlook: "Outlook"
        targets_reached: "reached"
        targets_in_sight: "in sight"
        simulation_name: "Simulation"
        simulation_head_figure: "Result"
        simulation_head_amount: "Amount"
        simulation_won: "Won already"
        simulation_low: "10th percentile"
        simulation_median: "Median"
        simulation_high: "90th percentile"
        simulation_most: "If all are won"
        simulation_target: "Target"
        simulation_chance: "Reaches the target"
        slips_name: "Slips"
        slips_rule: "A deal slips each time its expected close moves to a later month. Moving back takes no slip away."
        slips_none: "No expected close has moved to a later month so far."
        slips_undated: "No deal has an expected close. Set one on an open deal; if its month moves later, it is counted here."
        slips_no_owner: "No owner"
        slips_head_owner: "Owner"
        slips_head_dated: "Deals with an expected close"
        slips_head_slipped: "Deals that slipped"
        slips_head_times: "Times"
        slips_head_months: "Months later"
        slips_list: "Deals that slipped most"
    }

    fn forecast_pace_word(&self, pace: Pace) -> String {
        match pace {
            Pace::Month => "Month",
            Pace::Quarter => "Quarter",
        }
        .into()
    }
    fn forecast_quarter(&self, quarter: &str, year: &str) -> String {
        format!("Q{quarter} {year}")
    }
    fn forecast_quarter_short(&self, quarter: &str) -> String {
        format!("Q{quarter}")
    }
    fn forecast_of_target(&self, term: &str, won: &str, both: &str) -> String {
        format!("{term}: {won} of the target won, {both} with what is expected")
    }
    fn forecast_target_reached(&self, term: &str, won: &str) -> String {
        format!("{term}: the target is reached, {won} of it won")
    }
    fn forecast_without_target(&self, term: &str, won: &str, both: &str) -> String {
        format!("{term}: {won} won, {both} with what is expected")
    }
    fn forecast_nothing(&self, term: &str) -> String {
        format!("{term}: nothing won and nothing expected")
    }
    fn forecast_overdue_note(&self, deals: &str, weighted: &str) -> String {
        format!("{deals} overdue, weighted {weighted}: give them a new day or close them.")
    }
    fn targets_title(&self, term: &str, share: &str, missing: &str) -> String {
        format!("{term}: the team has won {share} of its target; {missing} to go")
    }
    fn targets_title_reached(&self, term: &str, share: &str) -> String {
        format!("{term}: the team has won {share} of its target")
    }
    fn targets_title_none(&self, term: &str) -> String {
        format!("{term}: no target is set")
    }
    fn targets_title_narrowed(&self, term: &str) -> String {
        format!("{term}: targets are set for more than what is counted here")
    }
    fn targets_title_owners(&self, term: &str, reached: &str, of: &str) -> String {
        format!("{term}: {reached} of {of} targets reached or in sight")
    }
    fn targets_field(&self, who: &str, term: &str) -> String {
        format!("Target of \u{2068}{who}\u{2069}, {term}")
    }
    fn targets_short_by(&self, money: &str) -> String {
        format!("short by {money}")
    }
    fn simulation_title(&self, term: &str, low: &str, high: &str) -> String {
        format!("{term}: between {low} and {high} in eight of ten cases")
    }
    fn simulation_title_target(&self, term: &str, share: &str) -> String {
        format!("{term}: the target is reached in {share} of cases")
    }
    fn simulation_rule(&self, runs: &str) -> String {
        format!(
            "Each open deal expected in this term is won or not by its own chance, {runs} times over, beside what is won already. \
             One in ten results lies below the strong part and one in ten above. Deals are taken as independent; overdue ones are left out."
        )
    }
    fn simulation_empty(&self, term: &str) -> String {
        format!("No open deal is expected to close in {term}: there is nothing to play through.")
    }
    fn simulation_line(&self, what: &str, money: &str) -> String {
        format!("{what} {money}")
    }
    fn slips_title(&self, slipped: &str, dated: &str, times: u64, written: &str) -> String {
        let times = if times == 1 { "once".to_owned() } else { format!("{written} times") };
        format!("{slipped} of {dated} with an expected close slipped to a later month, {times} in all")
    }
    fn slips_of_deal(&self, times: u64, written: &str, months: u64, months_written: &str) -> String {
        let times = if times == 1 { "once".to_owned() } else { format!("{written} times") };
        let months = if months == 1 { "1 month".to_owned() } else { format!("{months_written} months") };
        format!("{times}, {months} later")
    }
}
