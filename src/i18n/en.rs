//! English.

use super::Texts;
use crate::exchange::Deed;
use crate::model::{Lane, Rejection, Row};

/// The sentences in English.
#[derive(Debug, Clone, Copy)]
pub struct English;

macro_rules! words {
    ($($word:ident: $text:literal)*) => {
        $(fn $word(&self) -> &'static str { $text })*
    };
}

// Behind the macro, which it uses.
mod activity;
mod compare;
mod deal;
mod diagram;
mod drawn;
mod finding;
mod forecast;
mod funnel;
mod guide;
mod import;
mod insights;
mod list;
mod log;
mod map;
mod map_figures;
mod outcomes;
mod parts;
mod playbook;
mod process;
mod team;
mod templates;
mod time;
mod workshop;

fn many(count: u64, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {more}", grouped(count)) }
}

/// A count with a comma between thousands.
fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl Texts for English {
    words! {
        product: "Stageline"
        views: "Views"
        board: "Board"
        list: "List"
        insights: "Insights"
        journey: "Journey"
        process: "Process"
        pipeline: "Pipeline"
        search: "Search deals"
        search_hint: "Title, company, owner…"
        undo: "Undo"
        redo: "Redo"
        menu: "Menu"
        close: "Close"
        close_message: "Close the message"
        cancel: "Cancel"
        theme: "Colours"
        theme_light: "Light"
        theme_dark: "Dark"
        theme_system: "As the system"
        shortcuts: "Keyboard shortcuts"
        export_json: "Save everything as a file"
        export_csv: "Save the deals as CSV"
        import_csv: "Import deals from CSV…"
        open_file: "Open a workspace file…"
        clear_all: "Clear everything…"
        new_pipeline: "New pipeline…"
        skip_to_main: "Skip to the main part"

        saved: "Saved in this browser"
        saving: "Saving…"
        not_saved: "Not saved"
        memory_only: "Nothing is kept"
        saved_more: "Your data lives in this browser on this computer and nowhere else. Whoever clears the browser's data clears it too: keep a copy as a file."
        not_saved_more: "The browser did not take the last change; its storage may be full. Everything is still on this page, and saving is tried again. Download a copy before you close the page."
        memory_only_more: "This browser keeps nothing for this page. Everything is gone when you close it: download a copy before you do."
        retry: "Try again"
        download_copy: "Download a copy"
        unsaved_found: "Changes that an earlier session could not finish saving are back."
        passed_over: "The newest saved state was damaged; the one before it was opened with all later changes that could be read."
        overtaken: "Another tab of this page had written here in the meantime. You see what it saved; what you were about to begin here was not kept."
        older_unreadable: "That step cannot be taken back any more."

        welcome: "Your sales pipeline, in this page"
        welcome_more: "No account and no server: what you enter stays in this browser. Choose how to begin; everything can be changed later."
        start_template: "Start with a process"
        start_sample: "Look around with a sample"
        start_sample_more: "Forty deals and a year of history. One click clears them."
        start_file: "Open a workspace file"
        start_file_more: "A file that you saved here or on another computer."
        start_csv: "Import a spreadsheet"
        start_csv_more: "Deals as CSV, from another tool or your own list."
        lost_title: "Your data is not where it was"
        lost_start: "Open a copy from a file"
        lost_keep_looking: "Look again"
        damaged_title: "Your data does not read"
        damaged_more: "What is stored is damaged. Nothing has been changed or deleted. Save all of it as it stands, then open a copy, or start anew."
        damaged_newer: "Your data was written by a newer version of this page. Reload to get that version; nothing has been changed."
        damaged_raw: "Save the stored data as it stands"
        start_anew: "Start anew"
        start_anew_sure: "What is stored now will be written over by your first change."
        failed_title: "Your data could not be read"
        failed_more: "This browser did not let the page read what it keeps here. Nothing has been written or changed. Try again; if it stays so, close other tabs of this page or restart the browser."
        failed_go_on: "Go on without saving"
        failed_go_on_more: "What is stored stays as it is. What you do now is gone when you close the page."
        sample_note: "This is a sample."
        sample_clear: "Clear it and begin"

        open: "Open"
        won: "Won"
        lost: "Lost"
        add_deal: "Add a deal"
        add_deal_title: "Title of the new deal"
        add_deal_hint: "Type a title and press Enter"
        empty_column: "No deals here. Drag one in, or add one."
        empty_board_won: "No deal has been won yet."
        empty_board_lost: "No deal has been lost yet."
        empty_board_nurture: "No deal is on the nurture list."
        nurture: "Nurture"
        nothing_found: "No deal here matches the search."
        weighted: "weighted"
        no_owner: "Nobody"
        move_to: "Move to…"
        move_top: "Top of this stage"
        move_bottom: "Bottom of this stage"
        win_deal: "Won…"
        lose_deal: "Lost…"
        drop_won: "Drop here: won"
        drop_lost: "Drop here: lost"
        card_hint: "Enter opens, Space lifts, then the arrows move and Space drops"
        filter_shown: "Deals shown"
        stale: "Longer here than expected"
        very_stale: "More than twice as long here as expected"
        dormant: "More than three times as long here as expected"
        untitled_value: "No value"

        win_title: "Won!"
        lose_title: "Lost"
        final_value: "Final value"
        close_date: "Date"
        reason: "Why was it lost?"
        mark_won: "Mark as won"
        mark_lost: "Mark as lost"
        skip_reason: "Skip the reason"
        reason_other: "Another reason"

        deal_title: "Title"
        company: "Company"
        contact: "Contact"
        owner: "Owner"
        value: "Value"
        source: "Source"
        product_field: "Product"
        expected: "Expected close"
        stage_field: "Stage"
        chance: "Chance in %"
        chance_hint: "The stage's"
        notes: "Notes"
        reference: "Reference"
        history: "History"
        delete_deal: "Delete this deal"
        reopen: "Re-open"
        loss_reason: "Reason"
        closed_on: "Closed"
        deal_gone: "This deal is no longer there."
        close_panel: "Close the deal"
        value_unreadable: "That is not an amount. Use digits, as in 12500 or 12 500.50."
        date_unreadable: "That is not a date."

        clear_title: "Clear everything?"
        clear_more: "All pipelines, deals and journeys go. You can undo it, also after a reload."
        clear_yes: "Clear everything"
        restore_title: "Open this workspace?"
        restore_yes: "Open it"

        // The journey.
        lane_word: "Lane"
        lane_stages: "Stages"
        lane_deals: "Deals"
        mood: "Mood"
        awareness: "Awareness"
        consideration: "Consideration"
        decision: "Decision"
        no_phases: "This pipeline has no map of the buyer's way yet. Begin with three phases; they can be renamed, and your stages linked to them."
        add_phases: "Add awareness, consideration, decision"
        add_note: "Add"
        note_hint: "Enter edits, Space lifts, Alt+Enter opens the menu, the arrows lead to the next note"
        note_deleted: "Note deleted"
        rename_phase: "Rename this phase"
        choose_stages: "Choose the stages of this phase"
        phase_without_stages: "No stage belongs to this phase yet."
        phase_open: "Open"
        phase_value: "Value"
        phase_weighted: "Weighted"
        phase_through: "Through"
        no_figure: "–"
        done: "Done"
    }

    fn deals(&self, count: u64) -> String {
        many(count, "deal", "deals")
    }
    fn column_name(&self, stage: &str, count: u64, total: &str) -> String {
        format!("{stage}, {}, {total}", self.deals(count))
    }
    fn totals(&self, count: u64, total: &str, weighted: &str) -> String {
        format!("{}, {total}, weighted {weighted}", self.deals(count))
    }
    fn days_in_stage(&self, days: i64) -> String {
        format!("{} d", grouped(days.unsigned_abs()))
    }
    fn days_in_stage_long(&self, days: i64) -> String {
        format!("{} in this stage", many(days.unsigned_abs(), "day", "days"))
    }
    fn chance_of_stage(&self, percent: u8) -> String {
        format!("{percent} % chance")
    }
    fn card_name(&self, title: &str, company: &str, value: &str, stage: &str) -> String {
        let company = if company.is_empty() { String::new() } else { format!(", {company}") };
        format!("{title}{company}, {value}, {stage}")
    }
    fn move_menu_name(&self, title: &str) -> String {
        format!("Move {title} to…")
    }
    fn lifted(&self, title: &str, stage: &str, place: usize, of: usize) -> String {
        format!(
            "{title} lifted. {stage}, place {place} of {of}. Arrows move it, Space drops it, Escape puts it back."
        )
    }
    fn over(&self, stage: &str, place: usize, of: usize) -> String {
        format!("{stage}, place {place} of {of}")
    }
    fn over_won(&self) -> String {
        "Won".into()
    }
    fn over_lost(&self) -> String {
        "Lost".into()
    }
    fn dropped(&self, title: &str, stage: &str, place: usize, of: usize) -> String {
        format!("{title} moved to {stage}, place {place} of {of}")
    }
    fn drag_cancelled(&self, title: &str) -> String {
        format!("{title} is back where it was")
    }
    fn deal_added(&self, title: &str) -> String {
        format!("{title} added")
    }
    fn won_toast(&self, title: &str) -> String {
        format!("{title} is won")
    }
    fn lost_toast(&self, title: &str) -> String {
        format!("{title} is lost")
    }
    fn removed_toast(&self, title: &str) -> String {
        format!("{title} deleted")
    }
    fn cleared_toast(&self) -> String {
        "Everything cleared".into()
    }
    fn restored_toast(&self, deals: u64) -> String {
        format!("Workspace opened with {}", self.deals(deals))
    }
    fn undone(&self, deed: &str) -> String {
        format!("Undone: {deed}")
    }
    fn redone(&self, deed: &str) -> String {
        format!("Done again: {deed}")
    }
    fn deed(&self, deed: Deed) -> String {
        match deed {
            Deed::Start => "begin a workspace",
            Deed::Import => "import deals",
            Deed::Restore => "open a workspace file",
            Deed::Clear => "clear everything",
            Deed::AddDeal => "add a deal",
            Deed::EditDeal => "edit a deal",
            Deed::MoveDeal => "move a deal",
            Deed::WinDeal => "mark a deal as won",
            Deed::LoseDeal => "mark a deal as lost",
            Deed::ReopenDeal => "re-open a deal",
            Deed::RemoveDeals => "delete a deal",
            Deed::EditJourney => "edit the journey",
            Deed::EditProcess => "edit the process",
            Deed::MergeStages => "merge stages",
            Deed::SplitStage => "split a stage",
            Deed::RetireStage => "retire a stage",
            Deed::SetWeights => "weigh the criteria",
            Deed::EditDeals => "edit several deals",
            Deed::NurtureDeal => "put a deal on the nurture list",
            Deed::TransferDeal => "move a deal to another pipeline",
            Deed::OverrideGate => "override a gate",
            Deed::EditTeam => "edit the team and its lists",
            Deed::SetTarget => "set a target",
            Deed::SetGoal => "set a number to measure by",
            Deed::DismissFinding => "dismiss a finding",
            Deed::SetChances => "take over chances of the past",
            Deed::HoldWorkshop => "a step of the workshop",
            Deed::FollowGuide => "a step of the guided mapping",
            Deed::Migrate => "bring old data up to date",
            Deed::Other => "a change",
        }
        .into()
    }
    fn rejection(&self, rejection: Rejection) -> String {
        match rejection {
            Rejection::UnknownPipeline(_)
            | Rejection::UnknownStage(_)
            | Rejection::UnknownDeal(_)
            | Rejection::UnknownPhase(_)
            | Rejection::UnknownNote(_)
            | Rejection::UnknownPersona(_)
            | Rejection::UnknownLane
            | Rejection::UnknownParticipant
            | Rejection::StepOutOfRange => "That is no longer there. Nothing was changed.",
            Rejection::DuplicateId => "There is one like it already. Nothing was changed.",
            Rejection::OtherPipeline => "That belongs to another pipeline. Nothing was changed.",
            Rejection::Blank => "A name cannot be empty.",
            Rejection::TooLong => "That text is too long: names have up to 500 characters.",
            Rejection::ValueOutOfRange => "A value is between 0 and 9 billion.",
            Rejection::ChanceOutOfRange => "A chance is between 0 and 100 %.",
            Rejection::MoodOutOfRange => "A mood is between −2 and +2.",
            Rejection::InTheFuture => {
                "A deal cannot be closed in the future. Choose today or an earlier day."
            }
            Rejection::Closed => "This deal is closed. Re-open it first.",
            Rejection::NotClosed => "This deal is not closed.",
            Rejection::BrokenHistory(_) => "A deal's history contradicts itself. Nothing was imported.",
            Rejection::PipelineNotEmpty => "Deals are in this pipeline, or have been. Archive it instead.",
            Rejection::StageNotEmpty(_) => "Open deals are in this stage. Say first where they go.",
            Rejection::StageRetired(_) => "That stage is retired. Choose one in use.",
            Rejection::LastStage => "A pipeline needs at least one stage.",
            Rejection::SameStage => "Choose another stage than the one itself.",
            Rejection::WeightsOff(sum) => {
                return format!(
                    "The weights add up to {sum} %, not to 100 %. Change them or let them be balanced; nothing was changed."
                );
            }
            Rejection::ForeignCriterion(_) => "That criterion is no part of this stage any more. Nothing was changed.",
            Rejection::GateShut(_) => "The gate of the stage is shut: criteria are missing. The deal stays where it is.",
            Rejection::NotAManager => "Only a manager of the team may override a gate.",
            Rejection::UnsafeLink => "That is no link that can be kept. Links begin with https://, http:// or mailto:.",
            Rejection::MonthsOutOfRange => "Contact is every 1, 2 or 3 months.",
            Rejection::NoVotesLeft => "All votes of this participant are given. Take one back first.",
            Rejection::NotWon => "This deal is not won.",
            Rejection::ColumnFull => "This stage holds too many deals to place one more.",
        }
        .into()
    }
    fn lane(&self, lane: Lane) -> String {
        match lane {
            Lane::Questions => "Questions",
            Lane::Actions => "Actions",
            Lane::Decisions => "Decisions",
            Lane::Touchpoints => "Touchpoints",
            Lane::Content => "Content we offer",
            Lane::PainPoints => "Pain points",
            Lane::Obstacles => "Obstacles",
            Lane::Response => "Our response",
            Lane::Ideas => "Ideas",
            Lane::Own(_) => "A row of our own",
        }
        .into()
    }
    fn map_row(&self, row: Row) -> String {
        match row {
            Row::Stages => self.lane_stages().into(),
            Row::Figures => self.lane_deals().into(),
            Row::Mood => self.mood().into(),
            Row::Notes(lane) => self.lane(lane),
            Row::Owner => "Who answers for it".into(),
            Row::ExitAction => "What moves them on".into(),
            Row::Evidence => "How well we know".into(),
        }
    }
    fn found(&self, count: u64) -> String {
        format!("{} found", self.deals(count))
    }
    fn totals_closed(&self, count: u64, total: &str) -> String {
        format!("{}, {total}", self.deals(count))
    }
    fn conversion_title(&self, share: &str, part: u64, of: u64) -> String {
        let of = if of == 1 { "deal".to_owned() } else { format!("{} deals", grouped(of)) };
        format!("{share} went on: {} of the {of} that came this far", grouped(part))
    }
    fn step(&self, verb: &str, deed: &str) -> String {
        format!("{verb}: {deed}")
    }
    fn shortcut_list(&self) -> String {
        [
            "Ctrl/⌘ Z\tUndo",
            "Ctrl/⌘ Shift Z\tRedo",
            "← ↑ → ↓\tWalk from card to card",
            "Enter\tOpen the deal",
            "Space\tLift the card; arrows move it, Space drops it, Esc puts it back",
            "M\tMove to…",
            "Esc\tClose the deal",
            "?\tThis list",
        ]
        .join("\n")
    }
    fn stage_of(&self, stage: &str, days: i64) -> String {
        format!("{stage} · {}", self.days_in_stage_long(days))
    }
    fn lost_more(&self, deals: u64) -> String {
        format!(
            "This browser had a workspace with {} here, and its storage is empty now; it may have been cleared, or moved. \
             Nothing has been written. Open a copy if you have one, look again, or start anew.",
            self.deals(deals)
        )
    }
    fn failed_more_of(&self, deals: u64) -> String {
        format!(
            "This browser had a workspace with {} here, but did not let the page read it this time. Nothing has been written or \
             changed. Try again; if it stays so, close other tabs of this page or restart the browser.",
            self.deals(deals)
        )
    }
    fn restore_more(&self, deals: u64, pipelines: u64) -> String {
        format!(
            "The file holds {} in {}. It takes the place of what is open now; you can undo that.",
            self.deals(deals),
            many(pipelines, "pipeline", "pipelines")
        )
    }
    fn file_not_ours(&self) -> String {
        "That file is not a Stageline workspace. Nothing was changed. For a list of deals use “Import deals from CSV”.".into()
    }
    fn file_not_json(&self, line: usize, column: usize) -> String {
        format!(
            "That file breaks off or is damaged at line {line}, column {column}. Nothing was changed; try another copy."
        )
    }
    fn file_newer(&self) -> String {
        "That file was written by a newer version. Reload this page to get it, then open the file again."
            .into()
    }
    fn file_broken(&self, records: u64) -> String {
        format!(
            "{} in that file cannot be right. Nothing was changed; try another copy.",
            many(records, "record", "records")
        )
    }
    fn file_too_large(&self) -> String {
        "That file is larger than 200 MB. Nothing was changed.".into()
    }
    fn file_unreadable(&self) -> String {
        "The browser could not read that file. Nothing was changed; choose it once more.".into()
    }
    fn download_refused(&self) -> String {
        "The browser did not let this page save a file. Allow downloads for it and try again.".into()
    }
    fn history_created(&self, stage: &str) -> String {
        format!("Created in {stage}")
    }
    fn history_moved(&self, from: &str, to: &str) -> String {
        format!("{from} → {to}")
    }
    fn history_won(&self) -> String {
        "Won".into()
    }
    fn history_lost(&self, reason: &str) -> String {
        if reason.is_empty() { "Lost".into() } else { format!("Lost: {reason}") }
    }
    fn history_reopened(&self) -> String {
        "Re-opened".into()
    }
    fn history_nurtured(&self, reason: &str, until: &str) -> String {
        let until = if until.is_empty() { String::new() } else { format!(" until {until}") };
        if reason.is_empty() {
            format!("Put on the nurture list{until}")
        } else {
            format!("Put on the nurture list{until}: {reason}")
        }
    }
    fn history_overridden(&self, by: &str, note: &str) -> String {
        if by.is_empty() {
            format!("Gate overridden: {note}")
        } else {
            format!("Gate overridden by {by}: {note}")
        }
    }
    fn history_value(&self, from: &str, to: &str) -> String {
        format!("Value {from} → {to}")
    }
    fn history_expected(&self, from: &str, to: &str) -> String {
        format!("Expected close {from} → {to}")
    }
    fn skipped_entries(&self, count: u64) -> String {
        format!("{} of the journal could not be applied; the rest is here.", many(count, "entry", "entries"))
    }
    fn loss_reasons(&self) -> String {
        "No commitment\nWrong time\nPrice above budget\nA competitor's offer\nChose none".into()
    }
    fn template_stages(&self, count: usize, names: &str) -> String {
        format!("{}: {names}", many(count as u64, "stage", "stages"))
    }

    // The journey.
    fn stages_without_phase(&self, count: u64) -> String {
        if count == 1 {
            "1 stage belongs to no phase:".into()
        } else {
            format!("{count} stages belong to no phase:")
        }
    }
    fn stages_of_phase(&self, phase: &str) -> String {
        format!("Stages of {phase}")
    }
    fn stage_elsewhere(&self, phase: &str) -> String {
        format!("now in {phase}")
    }
    fn through_of(&self, part: u64, of: u64) -> String {
        format!("{part} of the {} that came to this phase went beyond it", self.deals(of))
    }
    fn note_in(&self, lane: &str, phase: &str) -> String {
        format!("{lane}, {phase}")
    }
    fn note_added(&self, text: &str) -> String {
        format!("{text} added")
    }
    fn mood_in(&self, phase: &str) -> String {
        format!("Mood, {phase}")
    }
    fn mood_figure(&self, mood: i8) -> String {
        match mood {
            0 => "0".into(),
            1.. => format!("+{mood}"),
            _ => format!("−{}", mood.unsigned_abs()),
        }
    }
    fn mood_words(&self, mood: i8) -> String {
        let word = match mood {
            ..=-2 => "very low",
            -1 => "low",
            0 => "even",
            1 => "high",
            2.. => "very high",
        };
        format!("{}, {word}", self.mood_figure(mood))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped() {
        let texts = English;
        let said: Vec<String> = [0, 1, 999, 1_000, 4_238, 1_234_567].map(|count| texts.deals(count)).into();
        assert_eq!(said, ["0 deals", "1 deal", "999 deals", "1,000 deals", "4,238 deals", "1,234,567 deals"]);
    }
}
