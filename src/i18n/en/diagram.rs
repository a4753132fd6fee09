//! The drawing of the process, in English.

use super::{English, many};
use crate::i18n::DiagramTexts;

impl DiagramTexts for English {
    words! {
        diagram_title: "Where the open deals stand"
        diagram_rule: "A deal stands on its stage’s way by the share of the stage’s criteria that it meets."
        diagram_rule_even: "In stages without criteria deals stand side by side."
        drawn_as: "Drawn as"
        drawn_path: "Path"
        drawn_diamond: "Diamond"
        print_page: "Print"
        drawing: "Drawing of the process"
        drawing_hint: "Arrows lead from stage to deal and on. Enter opens a deal and lists those of a stage."
        base_home: "Home"
        base_first: "First base"
        base_second: "Second base"
        base_third: "Third base"
        deals_on_ways: "Stages and their open deals"
        no_deals_here: "No open deal is here."
    }

    fn numbered_stage(&self, number: usize, name: &str) -> String {
        format!("{number} · {name}")
    }
    fn way_name(&self, number: usize, name: &str, deals: u64, value: &str) -> String {
        format!("Stage {number}, {name}: {}, {value}", many(deals, "open deal", "open deals"))
    }
    fn met_on_average(&self, share: &str) -> String {
        format!("{share} of criteria met on average")
    }
    fn met_in_short(&self, share: &str) -> String {
        format!("{share} met on average")
    }
    fn criteria_met(&self, met: usize, of: usize) -> String {
        format!("{met} of {} met", many(of as u64, "criterion", "criteria"))
    }
    fn more_marks(&self, count: usize) -> String {
        format!("+{}", super::grouped(count as u64))
    }
    fn more_marks_name(&self, count: usize, stage: &str) -> String {
        format!("{} in {stage}: list them", many(count as u64, "more deal", "more deals"))
    }
    fn usually_days(&self, days: u16) -> String {
        format!("Usually {}", many(u64::from(days), "day", "days"))
    }
    fn go_on(&self, share: &str) -> String {
        format!("{share} go on")
    }
    fn home_won(&self, deals: u64) -> String {
        format!("{} won", super::grouped(deals))
    }
    fn show_more_deals(&self, count: usize) -> String {
        format!("Show {} more", super::grouped(count as u64))
    }
}
