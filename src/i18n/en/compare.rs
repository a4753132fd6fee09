//! The comparison among the insights in English.

use super::English;
use crate::i18n::CompareTexts;
use crate::metrics::{Back, Change, Group, Key};
use crate::model::ActivityKind;

impl CompareTexts for English {
    words! {
        compare_name: "Before and now"
        compare_rule: "Each figure by its own date: what is new by its creation, what is closed by its closing, a conversion by the first arrival, steps and stays by the end of the stay, activities by the day on which they were done; what is open as of the end of the days."
        compare_rule_team: "The owner's figure beside that of everybody, the owner included. Of counts and sums the share in the team's; of rates, means and medians the difference. Each figure by its own date."
        compare_with: "Compare with"
        compare_team: "the team"
        compare_review: "before a change of the process"
        compare_owner: "Whose figures"
        compare_which: "Which change"
        compare_days: "Days"
        compare_no_review: "No change of the process is noted yet. Note one under Process, Reviews, and the figures before and after it stand here."
        compare_no_owner: "No deal has an owner yet."
        compare_ahead: "These days are still to come: there is nothing to compare yet."
        compare_head_figure: "Figure"
        compare_head_change: "Change"
        compare_before: "Before"
        compare_after: "After"
        compare_few_all: "Too few deals to say what changed"
        compare_overlap: "The two stretches have days in common."
        compare_review_link: "Figures before and after"
        compare_steady_all: "Nothing changed by more than a twentieth"
        compare_chips: "Show the changes on the Overview, where a period is chosen"
        compare_everybody: "Team"
    }
    fn compare_back(&self, back: Back) -> String {
        match back {
            Back::Week => "the week before",
            Back::Month => "the month before",
            Back::Quarter => "the quarter before",
            Back::Year => "the year before",
        }
        .into()
    }
    fn compare_days_of(&self, days: &str) -> String {
        format!("up to {days} on each side")
    }
    fn compare_range(&self, from: &str, to: &str) -> String {
        if from == to { from.to_owned() } else { format!("{from} – {to}") }
    }
    fn compare_note(&self, now: &str, then: &str) -> String {
        format!("{now}, compared with {then}.")
    }
    fn compare_review_offer(&self, day: &str, text: &str) -> String {
        format!("{day}: {text}")
    }
    fn compare_group(&self, group: Group) -> String {
        match group {
            Group::New => "New deals",
            Group::Closed => "Won and lost",
            Group::Open => "Open at the end",
            Group::Conversions => "Conversion: came further, of those that came to the stage in these days",
            Group::Steps => "Went on from its stage, of those that left it",
            Group::Times => "Median time in stage",
            Group::Activity => "Activities",
        }
        .into()
    }
    fn compare_key(&self, key: Key, stage: &str) -> String {
        match key {
            Key::Created => "New deals",
            Key::Referrals => "By referral",
            Key::Won => "Deals won",
            Key::WonValue => "Won value",
            Key::Lost => "Deals lost",
            Key::WinRate => "Win rate",
            Key::WinRateByValue => "Win rate by value",
            Key::MeanWon => "Mean won value",
            Key::MeanCycle => "Mean cycle, won",
            Key::MedianCycle => "Median cycle, won",
            Key::Velocity => "Velocity, a day",
            Key::Open => "Open deals",
            Key::OpenValue => "Open value",
            Key::Weighted => "Weighted by the stages' chances",
            Key::Conversion(_) | Key::WentOn(_) | Key::StageDays(_) => stage,
            Key::Done(None) => "Activities with buyers",
            Key::Done(Some(ActivityKind::Call)) => "Calls",
            Key::Done(Some(ActivityKind::Email)) => "E-mails",
            Key::Done(Some(ActivityKind::Meeting)) => "Meetings",
            Key::Done(Some(ActivityKind::Demo)) => "Demos",
            Key::Done(Some(ActivityKind::Note)) => "Notes",
        }
        .into()
    }
    fn compare_became(&self, change: Change) -> String {
        match change {
            Change::Better => "▲ better",
            Change::Worse => "▼ worse",
            Change::More => "more",
            Change::Less => "less",
            Change::Steady => "steady",
            Change::Few => "too few to say",
        }
        .into()
    }
    fn compare_points(&self, points: &str) -> String {
        format!("{points} points")
    }
    fn compare_title(&self, figure: &str, now: &str, then: &str) -> String {
        format!("Changed the most: {figure}, {now} after {then}")
    }
    fn compare_title_team(&self, owner: &str, figure: &str, now: &str, team: &str) -> String {
        format!("\u{2068}{owner}\u{2069} differs the most in {figure}: {now}, team {team}")
    }
    fn compare_chip(&self, change: &str, word: &str, back: Back) -> String {
        let than = match back {
            Back::Week => "a week earlier",
            Back::Month => "a month earlier",
            Back::Quarter => "a quarter earlier",
            Back::Year => "a year earlier",
        };
        format!("{change} than {than} ({word})")
    }
    fn compare_sample(&self, count: &str) -> String {
        format!("of {count}")
    }
    fn compare_change(&self, absolute: &str, relative: &str) -> String {
        format!("{absolute} ({relative})")
    }
}
