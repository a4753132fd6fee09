//! The list of sentences of the list of deals.

use crate::metrics::table::{Attention, Column};

texts! {
    /// Every sentence of the list.
    trait ListTexts: Sync;
    words {
        // Which deals.
        archived all_deals list_hint
        // The filter.
        filter filter_clear filter_any filter_none attention value_from value_to expected_from expected_to
        filter_save filter_save_hint filter_saved filter_keep
        // Columns.
        columns_choose columns_default columns_first columns_shown columns_hidden
        // Cells.
        not_asked select_all bring_back take_out actions tags tags_hint
        // Bulk.
        bulk_move bulk_owner bulk_tags bulk_win bulk_lose bulk_nurture bulk_archive bulk_delete bulk_clear bulk_stage bulk_owner_hint
        tags_add tags_remove nurture_reason nurture_until apply_bulk
        // Empty.
        list_empty list_empty_open list_empty_won list_empty_lost list_empty_nurture list_empty_archived list_nothing_found
        not_editable
    }
    sentences {
        column_head(column: &Column)
        attention_word(attention: Attention)
        chip(field: &str, value: &str)
        chip_remove(chip: &str)
        filter_forget(name: &str)
        filter_kept(name: &str)
        contacts_due(count: u64)
        comebacks_due(count: u64)
        sort_said(column: &str, descending: bool)
        row_select(title: &str)
        step_due(step: &str, day: &str)
        due_on(day: &str)
        overdue_since(day: &str)
        asked_on(day: &str)
        own_chance(percent: &str)
        earned_chance(percent: &str)
        stage_chance(percent: &str)
        selected_deals(count: u64)
        found_deals(count: u64)
        total_value(total: &str)
        total_weighted(total: &str)
        back_toast(title: &str, stage: &str)
        reopened_toast(title: &str, stage: &str)
        contacted_toast(title: &str, day: &str)
        taken_out_toast(title: &str)
        bulk_moved(count: u64, stage: &str)
        bulk_owned(count: u64, owner: &str)
        bulk_tagged(count: u64)
        bulk_won(count: u64)
        bulk_lost(count: u64)
        bulk_nurtured(count: u64)
        bulk_archived(count: u64)
        bulk_removed(count: u64)
        bulk_title(what: &str, count: u64)
        stay_closed(count: u64)
        stay_open(count: u64)
        stay_gate(count: u64, stage: &str, missing: &str)
        stay_there(count: u64)
        bulk_none()
        bulk_changes(count: u64)
        printed_first(count: u64, of: u64)
    }
}
