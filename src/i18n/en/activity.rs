//! The team's tab among the insights in English.

use super::{English, grouped, many};
use crate::i18n::ActivityTexts;
use crate::metrics::CoachingOrder;

impl ActivityTexts for English {
    words! {
        activity_name: "Activities of the month"
        activity_by_month: "Activities by month"
        activity_rule: "What was done on the deals counted, by whoever did it; where nobody is named, by the deal's owner. The line is the number each is to make in a month."
        activity_rule_all: "What was done on the deals counted, by whoever did it; where nobody is named, by the deal's owner. Notes do not count."
        activity_months_rule: "The last six calendar months. Below each number, how it stands against the fixed number of calls."
        activity_kind: "Count"
        activity_calls: "Calls"
        activity_emails: "E-mails"
        activity_meetings: "Meetings"
        activity_demos: "Demos"
        activity_all: "All with buyers"
        activity_empty: "Nothing of this kind was done. Log calls, e-mails, meetings and demos on a deal, and they stand here by month."
        activity_goal: "Calls each, a month"
        activity_goal_unit: "calls"
        activity_goal_hint: "not set"
        activity_reached: "✓ reached"
        activity_head_goal: "Fixed number"
        activity_head_share: "Of it"
        activity_team: "Team"
        activity_head_who: "Who"
        kpi_name: "Key figures by month"
        kpi_rule: "Won by the month of the win, new by the month of creation. Growth is won value against the month before; without a win in that month there is none. A deal came by referral if its source says so (referral, referred, recommended)."
        kpi_growth: "Growth"
        kpi_new: "New deals"
        kpi_referred: "By referral"
        kpi_target: "Target"
        kpi_attained: "Attained"
        kpi_new_name: "New deals by month"
        kpi_new_rule: "Deals by the month in which they were created, and the share of them that came by referral."
        kpi_new_empty: "No deal was created in these months."
        kpi_attained_name: "Target attainment by month"
        kpi_attained_rule: "Won value against the month's target: the team's, or that of the owners chosen above. The line is the target."
        kpi_attained_empty: "None of these months has a target to hold this against. Set targets on the tab Forecast, and each month stands here against its own."
        owners_name: "Each owner beside the team"
        owners_rule: "Open deals as of now, whatever the period; closed ones of the deals counted. Activities are those of the last 30 days, by whoever did them, without notes."
        owners_open: "Open"
        owners_open_value: "Open value"
        owners_weighted: "Weighted"
        owners_won: "Won"
        owners_win_rate: "Win rate"
        owners_mean: "Mean won"
        owners_cycle: "Mean cycle"
        owners_activities: "Activities"
        owners_overdue: "Step overdue"
        owners_no_step: "No next step"
        owners_team: "Team"
        coaching_name: "Coaching"
        coaching_rule: "What each deal that is open now, whatever the period, lacks for its next stage: answers, exit criteria, open objections, tasks, a next step. Click a deal to open it."
        coaching_whose: "Deals of"
        coaching_everybody: "Everybody"
        coaching_order: "First"
        coaching_empty: "No deal is open."
        coaching_ready: "Has all it needs for its next stage"
        coaching_no: "Answered with no"
        coaching_criteria: "Not met"
        coaching_objections: "Open objections"
        coaching_tasks: "To do"
        coaching_unanswered: "Not asked"
        coaching_no_step: "No next step"
        coaching_objection: "Objection"
        coaching_stale: "stale"
        unqualified_name: "Time on unqualified deals"
        unqualified_rule: "Deals of which a qualifying question was answered with no: the share of all deal-days (the days for which deals were open) and of all activities but notes that went to them, in the period above if one is chosen, by the deals' owners. The line is the team's share."
        unqualified_empty: "No qualifying question was answered with no. Ask them on the deals (the process says which), and the time that goes to those with a no stands here."
        unqualified_none: "No time went to deals with a no here."
        unqualified_deals: "Deals with a no"
        unqualified_activities: "Activities on them"
        unqualified_share_activities: "Of all activities"
        unqualified_after: "After the no"
        unqualified_days: "Deal-days"
        unqualified_share_days: "Of all deal-days"
        unqualified_month_name: "Unqualified deals by month"
        unqualified_month_rule: "For how many days of each month deals with a no were open, all together."
    }
    fn activity_title(&self, month: &str, count: &str, before: &str) -> String {
        format!("{month}: {count}; the month before: {before}")
    }
    fn activity_title_goal(&self, month: &str, reached: u64, owners: u64) -> String {
        format!("{month}: {} of {} reached their calls", grouped(reached), grouped(owners))
    }
    fn activity_months_title(&self, mean: &str, months: u64) -> String {
        format!("{mean} a month on average over {}", many(months, "full month", "full months"))
    }
    fn activity_of(&self, count: &str, goal: &str) -> String {
        format!("{count} of {goal}")
    }
    fn activity_short(&self, by: &str) -> String {
        format!("{by} short")
    }
    fn activity_to_go(&self, by: &str) -> String {
        format!("{by} to go")
    }
    fn kpi_so_far(&self, month: &str) -> String {
        format!("{month}, so far")
    }
    fn kpi_title(&self, month: &str, won: &str) -> String {
        format!("{won} won in {month}")
    }
    fn kpi_title_more(&self, month: &str, won: &str, by: &str) -> String {
        format!("{won} won in {month}, {by} more than in the month before")
    }
    fn kpi_title_less(&self, month: &str, won: &str, by: &str) -> String {
        format!("{won} won in {month}, {by} less than in the month before")
    }
    fn kpi_new_title(&self, count: u64, written: &str, share: &str) -> String {
        let deals = if count == 1 { "deal" } else { "deals" };
        format!("{written} new {deals} in twelve months, {share} by referral")
    }
    fn kpi_attained_title(&self, reached: u64, of: u64) -> String {
        format!("The target was reached in {} of {}", grouped(reached), many(of, "month", "months"))
    }
    fn owners_title(&self, name: &str, value: &str, share: &str) -> String {
        format!("\u{2068}{name}\u{2069} holds the most: {value}, {share} of the open value")
    }
    fn coaching_title(&self, lacking: u64, open: u64) -> String {
        let open = many(open, "open deal", "open deals");
        match lacking {
            0 => format!("{open}: none lacks anything for its next stage"),
            1 => format!("One of {open} lacks something for its next stage"),
            _ => format!("{} of {open} lack something for their next stage", grouped(lacking)),
        }
    }
    fn coaching_order_word(&self, order: CoachingOrder) -> String {
        match order {
            CoachingOrder::Value => "The most valuable",
            CoachingOrder::Staleness => "The longest stale",
            CoachingOrder::Lacks => "What lacks the most",
        }
        .into()
    }
    fn coaching_about(&self, owner: &str, value: &str, days: i64) -> String {
        let days = many(days.unsigned_abs(), "day", "days");
        if owner.is_empty() {
            format!("{value} · {days} here")
        } else {
            format!("{owner} · {value} · {days} here")
        }
    }
    fn coaching_overdue(&self, day: &str) -> String {
        format!("Next step overdue since {day}")
    }
    fn coaching_more(&self, count: &str) -> String {
        format!("Show more ({count} left)")
    }
    fn coaching_deals(&self, count: u64) -> String {
        many(count, "open deal", "open deals")
    }
    fn unqualified_title(&self, activities: &str, days: &str) -> String {
        format!("{activities} of the activities and {days} of the deal-days went to deals with a no")
    }
    fn unqualified_month_title(&self, month: &str, days: u64) -> String {
        let days =
            if days == 0 { "less than a deal-day".to_owned() } else { many(days, "deal-day", "deal-days") };
        format!("Most in {month}: {days}")
    }
    fn unqualified_of(&self, share: &str, days: &str) -> String {
        format!("{share} · {days}")
    }
}
