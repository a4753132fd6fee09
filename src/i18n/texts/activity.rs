//! The list of sentences of the team's tab among the insights.

use crate::metrics::CoachingOrder;

texts! {
    /// Every sentence of the team's tab.
    trait ActivityTexts: Sync;
    words {
        // Activities.
        activity_name activity_by_month activity_rule activity_rule_all activity_months_rule activity_kind activity_calls activity_emails
        activity_meetings activity_demos activity_all activity_empty activity_goal activity_goal_unit activity_goal_hint
        activity_reached activity_head_goal activity_team activity_head_who activity_head_share
        // Key figures by month.
        kpi_name kpi_rule kpi_growth kpi_new kpi_referred kpi_target kpi_attained kpi_new_name kpi_new_rule kpi_new_empty kpi_attained_name
        kpi_attained_rule kpi_attained_empty
        // Owners.
        owners_name owners_rule owners_open owners_open_value owners_weighted owners_won owners_win_rate owners_mean owners_cycle
        owners_activities owners_overdue owners_no_step owners_team
        // Coaching.
        coaching_name coaching_rule coaching_whose coaching_everybody coaching_order coaching_empty coaching_ready coaching_no
        coaching_criteria coaching_objections coaching_tasks coaching_unanswered coaching_no_step
        coaching_objection coaching_stale
        // Time on unqualified deals.
        unqualified_name unqualified_rule unqualified_empty unqualified_none unqualified_deals unqualified_activities unqualified_share_activities
        unqualified_after unqualified_days unqualified_share_days unqualified_month_name unqualified_month_rule
    }
    sentences {
        activity_title(month: &str, count: &str, before: &str)
        activity_title_goal(month: &str, reached: u64, owners: u64)
        activity_months_title(mean: &str, months: u64)
        activity_of(count: &str, goal: &str)
        activity_short(by: &str)
        activity_to_go(by: &str)
        kpi_so_far(month: &str)
        kpi_title(month: &str, won: &str)
        kpi_title_more(month: &str, won: &str, by: &str)
        kpi_title_less(month: &str, won: &str, by: &str)
        kpi_new_title(count: u64, written: &str, share: &str)
        kpi_attained_title(reached: u64, of: u64)
        owners_title(name: &str, value: &str, share: &str)
        coaching_title(lacking: u64, open: u64)
        coaching_order_word(order: CoachingOrder)
        coaching_about(owner: &str, value: &str, days: i64)
        coaching_overdue(day: &str)
        coaching_more(count: &str)
        coaching_deals(count: u64)
        unqualified_title(activities: &str, days: &str)
        unqualified_month_title(month: &str, days: u64)
        unqualified_of(share: &str, days: &str)
    }
}
