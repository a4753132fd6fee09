//! The list of sentences of the forecast, the targets, the simulation and the slips.

use crate::metrics::Pace;

texts! {
    /// Every sentence of the forecast.
    trait ForecastTexts: Sync;
    words {
        forecast_name forecast_pace forecast_rule forecast_empty forecast_overdue forecast_later forecast_undated
        forecast_part_won forecast_part_open forecast_mark forecast_head_term forecast_head_sum forecast_head_won
        forecast_head_won_deals forecast_head_open forecast_head_open_deals forecast_head_target
        targets_name targets_term targets_rule targets_narrowed targets_team targets_nobody targets_head_who
        targets_head_won targets_head_share targets_head_missing targets_head_sum targets_head_outlook
        targets_reached targets_in_sight
        simulation_name simulation_head_figure simulation_head_amount simulation_won simulation_low simulation_median
        simulation_high simulation_most simulation_target simulation_chance
        slips_name slips_rule slips_none slips_undated slips_no_owner slips_head_owner slips_head_dated slips_head_slipped
        slips_head_times slips_head_months slips_list
    }
    sentences {
        forecast_pace_word(pace: Pace)
        forecast_quarter(quarter: &str, year: &str)
        forecast_quarter_short(quarter: &str)
        forecast_of_target(term: &str, won: &str, both: &str)
        forecast_target_reached(term: &str, won: &str)
        forecast_without_target(term: &str, won: &str, both: &str)
        forecast_nothing(term: &str)
        forecast_overdue_note(deals: &str, weighted: &str)
        targets_title(term: &str, share: &str, missing: &str)
        targets_title_reached(term: &str, share: &str)
        targets_title_none(term: &str)
        targets_title_narrowed(term: &str)
        targets_title_owners(term: &str, reached: &str, of: &str)
        targets_field(who: &str, term: &str)
        targets_short_by(money: &str)
        simulation_title(term: &str, low: &str, high: &str)
        simulation_title_target(term: &str, share: &str)
        simulation_rule(runs: &str)
        simulation_empty(term: &str)
        simulation_line(what: &str, money: &str)
        slips_title(slipped: &str, dated: &str, times: u64, written: &str)
        slips_of_deal(times: u64, written: &str, months: u64, months_written: &str)
    }
}
