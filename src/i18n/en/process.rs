//! The process, in English.

use super::{English, many};
use crate::i18n::ProcessTexts;
use crate::model::{Gate, Qualification};

impl ProcessTexts for English {
    words! {
        process_line: "What each stage means, what must be true to leave it, and what is done there."
        process_tabs: "Parts of the process"
        tab_stages: "Stages"
        tab_diagram: "Diagram"
        tab_playbook: "Playbook"
        tab_team: "Team"
        tab_reviews: "Reviews"

        pipeline_name: "Name of the pipeline"
        currency: "Currency"
        currency_unreadable: "A currency has a code of three letters, such as EUR."
        currency_hint: "Amounts are not converted."
        qualification: "Questions that qualify"
        diagram_choice: "Drawn as"
        diagram_path: "Path"
        diagram_diamond: "Diamond with bases"
        pipeline_menu: "More for this pipeline"
        archive_pipeline: "Archive this pipeline…"
        delete_pipeline: "Delete this pipeline"
        archive_yes: "Archive it"
        last_pipeline: "It is the only one in use: add another first."
        delete_has_deals: "It holds deals: archive it instead."
        archived_pipelines: "Archived pipelines"

        stages_in_order: "Stages in order"
        add_stage: "Add stage"
        add_stage_name: "Name of the new stage"
        gate_warns: "Gate warns"
        gate_blocks: "Gate blocks"
        no_days: "no days set"

        stage_name: "Name of the stage"
        colour: "Colour"
        colour_by_place: "By its place"
        phase: "Phase of the journey"
        no_phase: "None"
        definition: "Definition"
        definition_hint: "What does it mean that a deal is here?"
        exit_action: "Action that moves a buyer on"
        exit_action_hint: "What does the buyer do to get to the next stage?"
        expected_days: "Expected"
        stale_days: "Stale after"
        chance_here: "Chance"
        chance_by_criteria: "The criteria earn the chance."
        wip_limit: "At most"
        days_unit: "days"
        deals_unit: "deals"
        gate: "Gate"
        for_unsaid: "not set"
        for_never: "never"
        for_any: "any"
        what_it_is: "The stage"
        what_leads_on: "What is done here"

        criteria: "Criteria to leave"
        add_criterion: "Add criterion"
        criterion_name: "Criterion"
        no_criteria: "Nothing has to be true yet for a deal to move on."
        tasks: "Tasks"
        add_task: "Add task"
        task_name: "Task"
        no_tasks: "No to-do list yet. Tasks stand on each deal that enters this stage."
        duties: "Departments"
        add_duty: "Add department"
        department: "Department"
        does: "What it does here"
        does_hint: "What does it do here?"
        no_duties: "Nobody is named yet: which departments take part, and how?"
        to_playbook: "Playbook of this stage"
        weigh_all: "Weigh all criteria"

        weights: "What the criteria weigh"
        weights_more: "All criteria of the pipeline add up to 100 %. A deal’s chance is the sum of those that it meets."
        weights_none_named: "No stage has criteria yet. Add some above; then they can be weighed."
        balance: "Balance"
        save_weights: "Save weights"
        stop_weighing: "Stop weighing"
        weights_saved: "Weights saved"
        weighing_stopped: "Criteria weigh nothing now: a deal’s chance is its stage’s"
        weights_unsaved: "Not saved yet."
        drop_weights: "Discard"

        change_stage: "Change the ladder"
        merge_stage: "Merge into…"
        split_stage: "Split…"
        retire_stage: "Retire or delete…"
        merge_with: "Merge it into"
        merge_yes: "Merge"
        split_name: "Name of the new stage"
        split_default: "New stage"
        split_takes: "What goes over to it"
        split_deals: "Open deals"
        split_all_deals: "All open deals"
        split_yes: "Split"
        retire_to: "Its open deals go to"
        retire_yes: "Retire"
        remove_yes: "Delete"
        last_stage: "A pipeline needs at least one stage: add another first."

        unused_stages: "Stages out of use"
        put_back: "Put back into use"
    }

    fn qualification_name(&self, questions: Qualification) -> String {
        match questions {
            Qualification::None => "None",
            Qualification::Bant => "BANT: budget, authority, need, timescale",
            Qualification::FourQuestions => "Four yes/no questions",
            Qualification::Both => "BANT and the four questions",
        }
        .into()
    }
    fn colour_name(&self, colour: u8) -> String {
        ["Blue", "Teal", "Amber", "Purple", "Rose", "Olive", "Slate", "Rust"]
            .get(usize::from(colour))
            .copied()
            .unwrap_or("Blue")
            .into()
    }
    fn gate_name(&self, gate: Gate) -> String {
        match gate {
            Gate::Free => "Free",
            Gate::Warn => "Warn",
            Gate::Block => "Block",
        }
        .into()
    }
    fn gate_more(&self, gate: Gate) -> String {
        match gate {
            Gate::Free => "Deals move on whether they meet the criteria or not.",
            Gate::Warn => "Deals move on, and the page says which criteria are missing.",
            Gate::Block => {
                "Deals stay until they meet all criteria, unless a manager overrides the gate with a note."
            }
        }
        .into()
    }
    fn stage_open(&self, deals: u64) -> String {
        format!("{} open", super::grouped(deals))
    }
    fn stage_days(&self, days: u16) -> String {
        many(u64::from(days), "day", "days")
    }
    fn over_limit(&self, deals: u64, limit: u16) -> String {
        format!(
            "{} open, more than the {} it should hold at most",
            super::grouped(deals),
            super::grouped(u64::from(limit))
        )
    }
    fn weight_of(&self, percent: u32) -> String {
        format!("{percent} %")
    }
    fn weight_in(&self, criterion: &str) -> String {
        format!("Weight in %: {criterion}")
    }
    fn remove_row(&self, name: &str) -> String {
        format!("Remove {name}")
    }
    fn row_removed(&self, name: &str) -> String {
        format!("{name} removed")
    }
    fn criterion_removed(&self, name: &str, weight: u8, others: bool) -> String {
        match (weight, others) {
            (0, _) => self.row_removed(name),
            (_, true) => format!("{name} removed; its {weight} % went to the other criteria in proportion"),
            (_, false) => format!("{name} removed; no criterion weighs anything now"),
        }
    }
    fn stage_added(&self, name: &str) -> String {
        format!("Stage {name} added")
    }
    fn weights_sum(&self, sum: u32) -> String {
        match sum {
            0 => "Sum 0 %: the criteria weigh nothing, and a deal’s chance is its stage’s.".into(),
            100 => "Sum 100 %.".into(),
            1..100 => format!("Sum {sum} %: {} % are missing.", 100 - sum),
            _ => format!("Sum {sum} %: {} % too much.", sum - 100),
        }
    }
    fn weight_unreadable(&self, typed: &str) -> String {
        format!("“{typed}” is no weight: it takes a whole number from 0 to 100.")
    }
    fn merge_title(&self, stage: &str) -> String {
        format!("Merge {stage} into another stage")
    }
    fn merge_more(&self, stage: &str, into: &str, deals: u64) -> String {
        let been = format!("hoever was in {stage} counts as having been in {into}. No history is lost.");
        match deals {
            0 => format!("W{been}"),
            _ => {
                let open = many(deals, "open deal is", "open deals are");
                format!("{open} in {into} from now on, and w{been}")
            }
        }
    }
    fn merge_along(&self, into: &str, criteria: u64, tasks: u64, duties: u64, plays: u64) -> String {
        let all = [
            (criteria, "criterion", "criteria"),
            (tasks, "task", "tasks"),
            (duties, "department", "departments"),
            (plays, "item of the playbook", "items of the playbook"),
        ];
        let some = all.into_iter().filter(|(count, ..)| *count > 0);
        let mut parts: Vec<String> = some.map(|(count, one, more)| many(count, one, more)).collect();
        let Some(last) = parts.pop() else { return "Expected days add up.".into() };
        let go = if criteria + tasks + duties + plays == 1 { "goes" } else { "go" };
        match parts.is_empty() {
            true => format!("{last} {go} along to {into}; expected days add up."),
            false => {
                format!("{} and {last} {go} along to {into}; expected days add up.", parts.join(", "))
            }
        }
    }
    fn merged_toast(&self, stage: &str, into: &str) -> String {
        format!("{stage} is part of {into} now")
    }
    fn split_title(&self, stage: &str) -> String {
        format!("Split {stage}")
    }
    fn split_more(&self, stage: &str) -> String {
        format!(
            "A new stage comes right behind {stage}. What is not ticked stays where it is, and so does all history."
        )
    }
    fn split_deals_more(&self, shown: u64, of: u64) -> String {
        format!(
            "The first {} of {} are listed. The others stay, unless all go over.",
            super::grouped(shown),
            super::grouped(of)
        )
    }
    fn split_toast(&self, stage: &str, new: &str) -> String {
        format!("{new} split off from {stage}")
    }
    fn retire_title(&self, stage: &str) -> String {
        format!("Take {stage} out of use?")
    }
    fn retire_open(&self, deals: u64) -> String {
        let open = many(deals, "open deal is", "open deals are");
        format!("{open} here. Say where to.")
    }
    fn retire_kept(&self, deals: u64) -> String {
        let been = many(deals, "deal has", "deals have");
        format!(
            "{been} been here: the stage is kept as retired, so that history and figures stay true. It can be put back into use."
        )
    }
    fn retire_kept_named(&self) -> String {
        "Another stage was merged into it, or a review speaks of it: it is kept as retired and can be put back into use.".into()
    }
    fn retire_removed(&self) -> String {
        "No deal has ever been here: the stage is removed for good, with its criteria, tasks and playbook."
            .into()
    }
    fn retired_toast(&self, stage: &str) -> String {
        format!("{stage} is retired")
    }
    fn stage_removed_toast(&self, stage: &str) -> String {
        format!("{stage} deleted")
    }
    fn retired_on(&self, day: &str) -> String {
        format!("retired {day}")
    }
    fn part_of(&self, stage: &str) -> String {
        format!("part of {stage}")
    }
    fn restored_stage_toast(&self, stage: &str) -> String {
        format!("{stage} is back in use")
    }
    fn archive_title(&self, pipeline: &str) -> String {
        format!("Archive {pipeline}?")
    }
    fn archive_more(&self, deals: u64) -> String {
        match deals {
            0 => "It leaves the choice at the top. It can be brought back from this view at any time.".into(),
            1 => {
                "Its deal stays with it as it is. It leaves the choice at the top and can be brought back from this view at any time."
                    .into()
            }
            _ => format!(
                "Its {} stay with it as they are. It leaves the choice at the top and can be brought back from this view at any time.",
                many(deals, "deal", "deals")
            ),
        }
    }
    fn archived_toast(&self, pipeline: &str) -> String {
        format!("{pipeline} is archived")
    }
    fn brought_back_toast(&self, pipeline: &str) -> String {
        format!("{pipeline} is back")
    }
    fn pipeline_deleted_toast(&self, pipeline: &str) -> String {
        format!("{pipeline} deleted")
    }
}
