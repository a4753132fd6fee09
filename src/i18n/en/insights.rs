//! The insights in English.

use super::{English, grouped};
use crate::i18n::InsightsTexts;
use crate::metrics::{Basis, Left, Stretch};

impl InsightsTexts for English {
    words! {
        key_figures: "Key figures"
        win_rate: "Win rate"
        win_rate_by_value: "by value"
        lost_without_value: "(lost deals have none)"
        mean_won: "Mean won value"
        won_in_all: "won in all"
        cycle_won: "Cycle length, won"
        cycle_lost: "lost"
        cycle_all: "all"
        velocity: "Velocity"
        a_day: "a day"
        velocity_more: "deals open now × win rate × mean won value ÷ mean won cycle"
        open_value: "Open value"
        weighted_value: "Weighted value"
        weighted_more: "each open deal's value × its chance"
        few_deals: "Few deals so far"
        numbers: "Numbers"
        insights_empty: "There are no deals to count yet. Add a first one on the board, or import a list from the menu."
        insights_go: "Go to the board"
        insights_no_closed: "Win or lose a first deal on the board: win rate, cycle length and velocity begin with it."
        funnel: "Funnel"
        funnel_even: "Every deal went on at every step"
        funnel_unclosed: "How far the deals have come"
        head_stage: "Stage"
        head_deals: "Deals"
        head_value: "Value"
        head_skipped: "Jumped over it"
        head_next: "Go on"
        head_of_all: "Of all"
        head_month: "Month"
        head_won_value: "Won value"
        head_won: "Deals won"
        head_lost: "Deals lost"
        head_median: "Median cycle"
        won_by_month: "Won value by month"
        won_by_month_more: "Won value by the month in which a deal was won."
        won_by_month_empty: "No deal has been won yet. Win a first one on the board, and its value stands here in its month."
        won_by_month_none: "Nothing was won in these months."
        won_by_month_no_value: "The deals won in these months have no value. Give them one, and their months stand here."
        cycle_by_month: "Median cycle by month"
        cycle_by_month_more: "Median time from creating to winning a deal, by the month in which it was won."
        cycle_by_month_empty: "No deal has been won yet. Win a first one on the board, and the time that it took stands here."
        cycle_by_month_no_time: "The deals won in these months were won in the moment they were created: there is no time to show."
        insights_own_dates: "By dates of its own: the period above says where the months end, and leaves no deal out here."
        insights_overview: "Overview"
        insights_time: "Time"
        insights_forecast: "Forecast"
        insights_outcomes: "Won and lost"
        insights_team: "Team"
        insights_compare: "Compare"
        population: "Which deals the figures count"
        population_period: "Period"
        population_from: "From"
        population_to: "Up to"
        population_basis: "Deals that were"
        population_everything: "All"
        population_all: "Count all deals"
        population_nobody: "No deal fits what the bar above asks for."
        population_no_source: "No source"
        population_no_segment: "Not said"
        population_persona: "Persona"
        take_along: "Copy or download"
        take_copy_svg: "Copy as SVG"
        take_copy_png: "Copy as PNG"
        take_copy_csv: "Copy numbers as CSV"
        take_save_svg: "Download SVG"
        take_save_png: "Download PNG"
        take_save_csv: "Download numbers as CSV"
        take_copied: "Copied."
        take_failed: "The browser did not make the file. Try another form of it from the same menu."
        take_no_clipboard: "The browser does not let this page copy that. Download it from the same menu."
    }

    fn stretch_word(&self, stretch: Stretch) -> String {
        match stretch {
            Stretch::Always => "All time",
            Stretch::Week => "Last 7 days",
            Stretch::ThisMonth => "This month",
            Stretch::LastMonth => "Last month",
            Stretch::ThisQuarter => "This quarter",
            Stretch::LastQuarter => "Last quarter",
            Stretch::ThisYear => "This year",
            Stretch::LastYear => "Last year",
            Stretch::TwelveMonths => "Last 12 months",
            Stretch::Between(..) => "Days of your choice",
        }
        .into()
    }
    fn basis_word(&self, basis: Basis) -> String {
        match basis {
            Basis::Created => "created in it",
            Basis::Closed => "closed in it",
            Basis::Active => "open in it",
        }
        .into()
    }
    fn left_because(&self, why: Left) -> String {
        match why {
            Left::Owner => "they have another owner",
            Left::Source => "they have another source",
            Left::Segment => "they are of another segment",
            Left::Persona => "they are of another persona, or none is named",
            Left::Created => "they were not created in the period",
            Left::Closed => "they were not closed in the period",
            Left::Active => "they were not open in the period",
            Left::IsOpen => "they are open",
            Left::IsWon => "they are won",
            Left::IsLost => "they are lost",
            Left::IsNurtured => "they are on the nurture list",
            Left::NotReached => "they have not come that far",
            Left::Skipped => "they jumped over it",
            Left::Broken => "they left out a stage below",
            Left::NotGoneOn => "they were there and have not gone on",
            Left::GoneOn => "they have gone on",
            Left::WasThere => "they were there",
            Left::OtherWay => "they were there and went another way",
            Left::Alike => "both rules count them",
            Left::NeverThere => "they have never been there",
            Left::Elsewhere => "they are or were in another stage",
            Left::OtherTime => "they belong to another time",
            Left::NoDate => "they have no expected close",
            Left::OtherKind => "they differ in what is asked for",
            Left::NotConcerned => "it does not apply to them",
        }
        .into()
    }
    fn population_limits(&self, count: u64, written: &str) -> String {
        if count == 0 { "Filters: none".to_owned() } else { format!("Filters: {written}") }
    }
    fn insights_days(&self, from: &str, to: &str) -> String {
        match (from, to) {
            ("", to) => format!("up to {to}"),
            (from, "") => format!("from {from}"),
            (from, to) => format!("{from} to {to}"),
        }
    }
    fn population_some(&self, count: &str) -> String {
        format!("{count} chosen")
    }
    fn take_label(&self, name: &str) -> String {
        format!("Copy or download: {name}")
    }
    fn opens_deals(&self, title: &str, text: &str) -> String {
        format!("{text}, \u{2068}{title}\u{2069}: show the deals")
    }
    fn figure_of(&self, row: &str, head: &str) -> String {
        format!("\u{2068}{row}\u{2069}: {head}")
    }
    fn drill_counted(&self, deals: &str) -> String {
        format!("{deals} counted")
    }
    fn drill_left(&self, deals: &str, why: &str) -> String {
        format!("{deals} left out: {why}")
    }
    fn drill_more(&self, count: u64) -> String {
        if count == 1 {
            "Show one more".into()
        } else {
            format!("Show more of the {} others", grouped(count))
        }
    }

    fn counted_deals(&self, count: u64, written: &str) -> String {
        if count == 1 { format!("{written} deal") } else { format!("{written} deals") }
    }
    fn outcome_line(&self, deals: &str, won: &str, lost: &str, open: &str) -> String {
        format!("{deals}: {won} won, {lost} lost, {open} open")
    }
    fn share_of(&self, part: &str, of: &str) -> String {
        format!("{part} of {of}")
    }
    fn of_won_deals(&self, deals: &str) -> String {
        format!("{deals} won")
    }
    fn median_below(&self, median: &str) -> String {
        format!("median {median}")
    }
    fn median_beside(&self, median: &str) -> String {
        format!("(median {median})")
    }
    fn days_written(&self, days: &str) -> String {
        format!("{days} days")
    }
    fn days_on_axis(&self, days: &str) -> String {
        format!("{days} d")
    }
    fn narrowest_step(&self, from: &str, to: &str, share: &str) -> String {
        // The names are the user's and may run in the other direction: isolated.
        format!("The narrowest step is from \u{2068}{from}\u{2069} to \u{2068}{to}\u{2069}: {share} go on")
    }
    fn goes_on(&self, share: &str, part: &str, of: &str) -> String {
        format!("{share} go on ({part} of {of})")
    }
    fn jumped_over(&self, _count: u64, written: &str) -> String {
        format!("{written} jumped over it")
    }
    fn won_title(&self, total: &str, month: &str, most: &str) -> String {
        format!("{total} won in twelve months; the best was {month} with {most}")
    }
    fn months_dated_back(&self, to: &str) -> String {
        format!("Nothing was won in the last twelve months. These are the twelve up to {to}.")
    }
    fn cycle_title(&self, median: &str) -> String {
        format!("Winning a deal took a median of {median}")
    }
    fn cycle_longer(&self, later: &str, earlier: &str) -> String {
        format!(
            "Winning takes longer: a median of {later} in the later six months, {earlier} in the earlier six"
        )
    }
    fn cycle_shorter(&self, later: &str, earlier: &str) -> String {
        format!(
            "Winning goes faster: a median of {later} in the later six months, {earlier} in the earlier six"
        )
    }
    fn cycle_steady(&self, later: &str, earlier: &str) -> String {
        format!(
            "Winning takes as long as before: a median of {later} in the later six months, {earlier} in the earlier six"
        )
    }
}
