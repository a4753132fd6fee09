//! The list of sentences of the insights.

use crate::metrics::{Basis, Left, Stretch};

texts! {
    /// Every sentence of the insights.
    trait InsightsTexts: Sync;
    words {
        key_figures win_rate win_rate_by_value lost_without_value mean_won won_in_all cycle_won cycle_lost cycle_all velocity a_day
        velocity_more open_value weighted_value weighted_more few_deals numbers insights_empty insights_go
        insights_no_closed funnel funnel_even funnel_unclosed head_stage head_deals head_value head_skipped
        head_next head_of_all head_month head_won_value head_won head_lost head_median won_by_month won_by_month_more
        won_by_month_empty won_by_month_none won_by_month_no_value cycle_by_month cycle_by_month_more cycle_by_month_empty
        cycle_by_month_no_time
        insights_own_dates insights_overview insights_time insights_forecast insights_outcomes insights_team insights_compare
        population population_period population_from population_to population_basis population_everything population_all
        population_nobody population_no_source population_no_segment population_persona
        take_along take_copy_svg take_copy_png take_copy_csv take_save_svg take_save_png take_save_csv take_copied take_failed
        take_no_clipboard
    }
    sentences {
        stretch_word(stretch: Stretch)
        basis_word(basis: Basis)
        left_because(why: Left)
        population_some(count: &str)
        insights_days(from: &str, to: &str)
        population_limits(count: u64, written: &str)
        take_label(name: &str)
        opens_deals(title: &str, text: &str)
        figure_of(row: &str, head: &str)
        drill_counted(deals: &str)
        drill_left(deals: &str, why: &str)
        drill_more(count: u64)
        counted_deals(count: u64, written: &str)
        outcome_line(deals: &str, won: &str, lost: &str, open: &str)
        share_of(part: &str, of: &str)
        of_won_deals(deals: &str)
        median_below(median: &str)
        median_beside(median: &str)
        days_written(days: &str)
        days_on_axis(days: &str)
        narrowest_step(from: &str, to: &str, share: &str)
        goes_on(share: &str, part: &str, of: &str)
        jumped_over(count: u64, written: &str)
        won_title(total: &str, month: &str, most: &str)
        months_dated_back(to: &str)
        cycle_title(median: &str)
        cycle_longer(later: &str, earlier: &str)
        cycle_shorter(later: &str, earlier: &str)
        cycle_steady(later: &str, earlier: &str)
    }
}
