//! The list of sentences of the process.

use crate::model::{Gate, Qualification};

texts! {
    /// Every sentence of the process.
    trait ProcessTexts: Sync;
    words {
        // The view and its tabs.
        process_line process_tabs tab_stages tab_diagram tab_playbook tab_team tab_reviews
        // The pipeline.
        pipeline_name currency currency_unreadable currency_hint qualification diagram_choice diagram_path diagram_diamond
        pipeline_menu archive_pipeline delete_pipeline archive_yes last_pipeline delete_has_deals archived_pipelines
        // The strip of stages.
        stages_in_order add_stage add_stage_name gate_warns gate_blocks no_days
        // A stage.
        stage_name colour colour_by_place phase no_phase definition definition_hint exit_action exit_action_hint
        expected_days stale_days chance_here chance_by_criteria wip_limit days_unit deals_unit gate for_unsaid for_never
        for_any what_it_is what_leads_on
        // Its rows.
        criteria add_criterion criterion_name no_criteria tasks add_task task_name no_tasks duties add_duty department
        does does_hint no_duties to_playbook weigh_all
        // Weights.
        weights weights_more weights_none_named balance save_weights stop_weighing weights_saved weighing_stopped
        weights_unsaved drop_weights
        // What is done with a stage.
        change_stage merge_stage split_stage retire_stage merge_with merge_yes split_name split_default split_takes
        split_deals split_all_deals split_yes retire_to retire_yes remove_yes last_stage
        // Stages out of use.
        unused_stages put_back
    }
    sentences {
        qualification_name(questions: Qualification)
        colour_name(colour: u8)
        gate_name(gate: Gate)
        gate_more(gate: Gate)
        stage_open(deals: u64)
        stage_days(days: u16)
        over_limit(deals: u64, limit: u16)
        weight_of(percent: u32)
        weight_in(criterion: &str)
        remove_row(name: &str)
        row_removed(name: &str)
        criterion_removed(name: &str, weight: u8, others: bool)
        stage_added(name: &str)
        weights_sum(sum: u32)
        weight_unreadable(typed: &str)
        merge_title(stage: &str)
        merge_more(stage: &str, into: &str, deals: u64)
        merge_along(into: &str, criteria: u64, tasks: u64, duties: u64, plays: u64)
        merged_toast(stage: &str, into: &str)
        split_title(stage: &str)
        split_more(stage: &str)
        split_deals_more(shown: u64, of: u64)
        split_toast(stage: &str, new: &str)
        retire_title(stage: &str)
        retire_open(deals: u64)
        retire_kept(deals: u64)
        retire_kept_named()
        retire_removed()
        retired_toast(stage: &str)
        stage_removed_toast(stage: &str)
        retired_on(day: &str)
        part_of(stage: &str)
        restored_stage_toast(stage: &str)
        archive_title(pipeline: &str)
        archive_more(deals: u64)
        archived_toast(pipeline: &str)
        brought_back_toast(pipeline: &str)
        pipeline_deleted_toast(pipeline: &str)
    }
}
