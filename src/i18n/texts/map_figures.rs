//! The list of sentences of the map's figures and findings.

use crate::metrics::Flaw;

texts! {
    /// Every sentence of the live figures of the phases, and of what the map and the deals say of one another.
    trait MapFiguresTexts: Sync;
    words {
        // Figures.
        mapfig_open mapfig_value mapfig_through mapfig_time mapfig_risk mapfig_risk_rule mapfig_lost mapfig_reasons
        mapfig_objections mapfig_objections_rule mapfig_no_kind
        // Findings.
        mapfind_title mapfind_on_map mapfind_to_map mapfind_to_process mapfind_choose_phase mapfind_check_stages
        mapfind_no_figure mapfind_stays_empty
    }
    sentences {
        mapfig_counted(name: &str, count: &str)
        mapfig_objection(name: &str, count: &str, open: &str)
        mapfig_lost_for(reason: &str)
        mapfig_objected(kind: &str)
        mapfig_time_rule(count: u64, written: &str, p85: &str)
        mapfig_share(share: &str)
        mapfind_count(count: u64, written: &str)
        mapfind_kind(flaw: &Flaw)
        mapfind_unlinked(count: u64, names: &str)
        mapfind_without_stages(names: &str)
        mapfind_order(stage: &str, phase: &str, next: &str, its_phase: &str)
        mapfind_gap(phase: &str, cells: &str)
        mapfind_gap_lost(lost: (u64, &str), of: (u64, &str))
        mapfind_cell(row: &str, step: &str)
        mapfind_pain(pain: &str, deals: u64, written: &str)
        mapfind_pain_noted(pain: &str, deals: u64, written: &str)
        mapfind_no_exit(names: &str)
        mapfind_no_owner(names: &str)
        mapfind_bare(count: u64, written: &str)
        mapfind_bare_exit(names: &str)
        mapfind_bare_definition(names: &str)
        mapfind_bare_criteria(names: &str)
        mapfind_fill(row: &str, phase: &str)
        mapfind_choose_stages(phase: &str)
    }
}
