//! The list of deals, in English.

use super::{English, grouped, many};
use crate::i18n::{ListTexts, Texts};
use crate::metrics::table::{Attention, Column};

impl ListTexts for English {
    words! {
        archived: "Archived"
        all_deals: "All"
        list_hint: "Arrows walk, Enter edits or opens, F2 edits, Space selects, Ctrl/⌘ A selects all"

        filter: "Filter"
        filter_clear: "Clear the filter"
        filter_any: "Any"
        filter_none: "None"
        attention: "Needs a look"
        value_from: "Value from"
        value_to: "Value to"
        expected_from: "Expected from"
        expected_to: "Expected to"
        filter_save: "Save this filter as"
        filter_save_hint: "Name"
        filter_saved: "Saved filters"
        filter_keep: "Save"

        columns_choose: "Columns"
        columns_default: "As at first"
        columns_first: "The title always comes first."
        columns_shown: "Shown, in this order"
        columns_hidden: "Not shown"

        not_asked: "Not yet"
        select_all: "Select all"
        bring_back: "Bring back"
        take_out: "Take out"
        actions: "Action"
        tags: "Tags"
        tags_hint: "With commas between them"

        bulk_move: "Move to…"
        bulk_owner: "Owner…"
        bulk_tags: "Tags…"
        bulk_win: "Won…"
        bulk_lose: "Lost…"
        bulk_nurture: "Nurture…"
        bulk_archive: "Archive…"
        bulk_delete: "Delete…"
        bulk_clear: "Select none"
        bulk_stage: "Stage"
        bulk_owner_hint: "Empty for nobody"
        tags_add: "Add tags"
        tags_remove: "Remove tags"
        nurture_reason: "Why not now?"
        nurture_until: "Come back on"
        apply_bulk: "Do it"

        list_empty: "No deal in this pipeline yet. Add the first on the board, or import a spreadsheet from the menu."
        list_empty_open: "No deal is open. Add one on the board, or look at those that are closed."
        list_empty_won: "No deal has been won yet. Select open deals here and mark them as won, or drag their cards on the board."
        list_empty_lost: "No deal has been lost yet. Lost deals stay here with their reason, and can be re-opened."
        list_empty_nurture: "The nurture list is empty. Leads that are not ready yet wait here with a reason and a day to come back to them: select deals and choose “Nurture…”."
        list_empty_archived: "Nothing is archived. Closed deals can be put away: select them and choose “Archive…”. Figures count them all the same."
        list_nothing_found: "No deal here matches the search and the filter."
        not_editable: "This cell follows from others and cannot be edited."
    }

    fn column_head(&self, column: &Column) -> String {
        match column {
            Column::Title => "Title",
            Column::Company => "Company",
            Column::Contact => "Contact",
            Column::Owner => "Owner",
            Column::Stage => "Stage",
            Column::Value => "Value",
            Column::Chance => "Chance",
            Column::Weighted => "Weighted",
            Column::Expected => "Expected close",
            Column::InStage => "In stage",
            Column::Age => "Age",
            Column::Created => "Created",
            Column::NextStep => "Next step",
            Column::LastContact => "Last contact",
            Column::Activities => "Activities",
            Column::Lacks => "Lacks",
            Column::Source => "Source",
            Column::Product => "Product",
            Column::Tags => "Tags",
            Column::Segment(kind) => return kind.to_string(),
            Column::Persona => "Persona",
            Column::Outcome => "Outcome",
            Column::Closed => "Closed on",
            Column::Reason => "Reason",
            Column::Since => "Since",
            Column::Until => "Come back on",
            Column::Care => "Next contact",
            Column::Referral => "Referral asked",
        }
        .into()
    }
    fn attention_word(&self, attention: Attention) -> String {
        match attention {
            Attention::Stale => "Stale",
            Attention::NoNextStep => "No next step",
            Attention::Overdue => "Overdue",
            Attention::Unqualified => "Unqualified",
            Attention::ContactDue => "To be contacted",
            Attention::BackDue => "To come back to",
        }
        .into()
    }
    fn chip(&self, field: &str, value: &str) -> String {
        format!("{field}: {value}")
    }
    fn chip_remove(&self, chip: &str) -> String {
        format!("Remove {chip}")
    }
    fn filter_forget(&self, name: &str) -> String {
        format!("Forget {name}")
    }
    fn filter_kept(&self, name: &str) -> String {
        format!("Filter saved: {name}")
    }
    fn contacts_due(&self, count: u64) -> String {
        format!("{} to contact", many(count, "customer", "customers"))
    }
    fn comebacks_due(&self, count: u64) -> String {
        format!("{} to come back to", self.deals(count))
    }
    fn sort_said(&self, column: &str, descending: bool) -> String {
        format!("By {column}, {}", if descending { "descending" } else { "ascending" })
    }
    fn row_select(&self, title: &str) -> String {
        format!("Select {title}")
    }
    fn step_due(&self, step: &str, day: &str) -> String {
        if step.is_empty() {
            day.into()
        } else if day.is_empty() {
            step.into()
        } else {
            format!("{day} · {step}")
        }
    }
    fn due_on(&self, day: &str) -> String {
        format!("Due: {day}")
    }
    fn overdue_since(&self, day: &str) -> String {
        format!("Overdue since {day}")
    }
    fn asked_on(&self, day: &str) -> String {
        format!("Yes, {day}")
    }
    fn own_chance(&self, percent: &str) -> String {
        format!("{percent}, set for this deal by hand")
    }
    fn earned_chance(&self, percent: &str) -> String {
        format!("{percent}, by the criteria that it meets")
    }
    fn stage_chance(&self, percent: &str) -> String {
        format!("{percent}, the stage's")
    }
    fn selected_deals(&self, count: u64) -> String {
        format!("{} selected", grouped(count))
    }
    fn found_deals(&self, count: u64) -> String {
        self.deals(count)
    }
    fn total_value(&self, total: &str) -> String {
        format!("Value {total}")
    }
    fn total_weighted(&self, total: &str) -> String {
        format!("Weighted {total}")
    }
    fn back_toast(&self, title: &str, stage: &str) -> String {
        format!("{title} is back in {stage}")
    }
    fn reopened_toast(&self, title: &str, stage: &str) -> String {
        format!("{title} is open again in {stage}")
    }
    fn contacted_toast(&self, title: &str, day: &str) -> String {
        format!("{title}: contact noted, the next one on {day}")
    }
    fn taken_out_toast(&self, title: &str) -> String {
        format!("{title} is out of the archive")
    }
    fn bulk_moved(&self, count: u64, stage: &str) -> String {
        format!("{} moved to {stage}", self.deals(count))
    }
    fn bulk_owned(&self, count: u64, owner: &str) -> String {
        if owner.is_empty() {
            format!("{} without an owner", self.deals(count))
        } else {
            format!("{} given to {owner}", self.deals(count))
        }
    }
    fn bulk_tagged(&self, count: u64) -> String {
        format!("Tags of {} changed", self.deals(count))
    }
    fn bulk_won(&self, count: u64) -> String {
        format!("{} won", self.deals(count))
    }
    fn bulk_lost(&self, count: u64) -> String {
        format!("{} lost", self.deals(count))
    }
    fn bulk_nurtured(&self, count: u64) -> String {
        format!("{} put on the nurture list", self.deals(count))
    }
    fn bulk_archived(&self, count: u64) -> String {
        format!("{} archived", self.deals(count))
    }
    fn bulk_removed(&self, count: u64) -> String {
        format!("{} deleted", self.deals(count))
    }
    fn bulk_title(&self, what: &str, count: u64) -> String {
        format!("{}: {}", what.trim_end_matches('…'), self.deals(count))
    }
    fn stay_closed(&self, count: u64) -> String {
        if count == 1 {
            "1 stays as it is: it is not open.".into()
        } else {
            format!("{} stay as they are: they are not open.", grouped(count))
        }
    }
    fn stay_open(&self, count: u64) -> String {
        if count == 1 {
            "1 is left out: only won and lost deals can be archived.".into()
        } else {
            format!("{} are left out: only won and lost deals can be archived.", grouped(count))
        }
    }
    fn stay_gate(&self, count: u64, stage: &str, missing: &str) -> String {
        let stay = if count == 1 { "1 stays".to_owned() } else { format!("{} stay", grouped(count)) };
        format!("{stay}: the gate of {stage} is shut. Missing: {missing}.")
    }
    fn stay_there(&self, count: u64) -> String {
        if count == 1 { "1 is so already.".into() } else { format!("{} are so already.", grouped(count)) }
    }
    fn bulk_none(&self) -> String {
        "None of the selected deals can be changed so.".into()
    }
    fn bulk_changes(&self, count: u64) -> String {
        match count {
            0 => "Nothing changes.".into(),
            1 => "1 deal changes.".into(),
            _ => format!("{} change.", self.deals(count)),
        }
    }
    fn printed_first(&self, count: u64, of: u64) -> String {
        format!("The first {} of {}", grouped(count), self.deals(of))
    }
}
