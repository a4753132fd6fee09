//! The deal's panel, dialogs and card in English.

use super::{English, many};
use crate::i18n::DealTexts;
use crate::model::{ActivityKind, DocumentState, PlayKind, Question};

fn days(count: i64) -> String {
    many(count.unsigned_abs(), "day", "days")
}

impl DealTexts for English {
    words! {
        deal_exit_action: "Moves on by:"
        deal_criteria: "To leave this stage"
        deal_gate_blocks: "all of these are needed"
        deal_gate_warns: "leaving without them is pointed out"
        deal_chance_take_back: "Take it back"
        deal_tasks: "To do here"
        deal_all_done: "All done here."
        deal_move_on_won: "Mark as won…"

        deal_steps: "Next step and activities"
        deal_no_next_step: "No next step is planned"
        deal_add_activity: "Add a step or an activity"
        deal_activity_text: "What about?"
        deal_activity_kind: "Kind"
        deal_activity_day: "Day"
        deal_activity_by: "By whom"
        deal_plan: "Plan it"
        deal_log_done: "It is done"
        deal_planned: "Planned"
        deal_done: "Done"

        deal_qualify: "Qualification"
        deal_yes: "Yes"
        deal_no: "No"
        deal_unanswered: "Open"
        deal_answer_hint: "In words"
        deal_verdict_open: "Not all is answered yet."
        deal_verdict_yes: "Qualified: yes to every question."
        deal_nurture: "Put on the nurture list…"
        deal_nurture_title: "Put on the nurture list"
        deal_nurture_more: "Not now, but not never: the deal leaves the board and waits for its day. Nothing of it is lost."
        deal_nurture_why: "Why not now?"
        deal_nurture_until: "Come back to it on"
        deal_nurture_yes: "Put on the list"
        deal_bring_back: "Bring back"
        deal_nurture_due: "Its day has come: bring it back, or give it another day."

        deal_details: "Details"
        deal_pain: "Problem to be solved"
        deal_pain_won: "Pain point that closed it"
        deal_motive: "Motive to buy"
        deal_can_be_skipped: "Can be left empty"

        deal_objections: "Objections"
        deal_add_objection: "Add an objection"
        deal_objection_kind: "Kind"
        deal_objection_words: "In the buyer’s words"
        deal_objection_answer: "Our answer"
        deal_overcome: "Overcome"
        deal_no_kind: "No kind"
        deal_playbook_answers: "From the playbook; one click puts it in:"
        deal_add: "Add"

        deal_playbook: "Playbook"
        deal_playbook_empty: "This stage has no playbook yet. It is written in the Process view."
        deal_copy: "Copy"
        deal_copy_refused: "The browser did not let this page copy. Unfold the message, mark its text and copy it yourself."

        deal_documents: "Documents"
        deal_add_document: "Add a document"
        deal_document_link: "Link"
        deal_document_link_hint: "https://"
        deal_document_name: "Name"
        deal_document_kind: "Kind"
        deal_document_status: "State"
        deal_document_day: "Since"
        deal_change_link: "Change the link"
        deal_link_refused: "That link cannot be kept: links begin with https://, http:// or mailto:. What you typed is still there."

        deal_segments: "Persona and segments"
        deal_persona: "Persona"
        deal_no_persona: "None"
        deal_tags: "Tags"
        deal_add_tag: "Add a tag"

        deal_after_win: "After the win"
        deal_care: "Stay in touch"
        deal_care_none: "Not planned"
        deal_care_next: "Next contact"
        deal_care_activity: "Kept in touch"
        deal_contacted: "Contacted"
        deal_referral: "Asked for a referral"

        deal_put_away: "Put away"
        deal_take_out: "Take out again"
        deal_transfer: "Move to another pipeline…"
        deal_transfer_title: "Move to another pipeline"
        deal_transfer_more: "Its history goes along, with the stages that it has been in."
        deal_transfer_yes: "Move it"

        deal_gate_title: "The gate is shut"
        deal_gate_more: "What is not ticked here is still missing. Tick what is true by now, and the deal can go on."
        deal_gate_stay: "Stay here"
        deal_gate_override: "Let it pass all the same"
        deal_gate_override_yes: "Override the gate"
        deal_gate_manager: "Manager who decides"
        deal_gate_by: "Who decides"
        deal_gate_note: "Why; it stays in the history"
        deal_gate_note_missing: "Say why: the note stays in the deal’s history."

        column_retired: "retired"
    }

    fn deal_stage_title(&self, stage: &str) -> String {
        format!("Now: {stage}")
    }
    fn deal_days_here(&self, here: i64, usual: u16) -> String {
        let here = if here == 0 { "Here since today".to_owned() } else { format!("Here for {}", days(here)) };
        match usual {
            0 => format!("{here}."),
            1 => format!("{here}; a day is usual."),
            _ => format!("{here}; {} are usual.", days(usual.into())),
        }
    }
    fn deal_since(&self, day: &str) -> String {
        format!("since {day}")
    }
    fn deal_done_on(&self, day: &str) -> String {
        format!("done {day}")
    }
    fn deal_adds(&self, percent: u8) -> String {
        format!("+{percent} %")
    }
    fn deal_earlier_criteria(&self, count: u64) -> String {
        format!("{} of earlier stages not met", many(count, "criterion", "criteria"))
    }
    fn deal_chance_own(&self, otherwise: u8, earned: bool) -> String {
        let from = if earned { "Its criteria have earned" } else { "The stage would give" };
        format!("Set by hand. {from} {otherwise} %.")
    }
    fn deal_chance_earned(&self, percent: u8) -> String {
        format!("{percent} %, earned by the criteria that are met.")
    }
    fn deal_chance_stage(&self, percent: u8) -> String {
        format!("{percent} %, the stage’s.")
    }
    fn deal_move_on(&self, stage: &str) -> String {
        format!("Move on to {stage}")
    }
    fn deal_activity(&self, kind: ActivityKind) -> String {
        match kind {
            ActivityKind::Call => "Call",
            ActivityKind::Email => "E-mail",
            ActivityKind::Meeting => "Meeting",
            ActivityKind::Demo => "Demo",
            ActivityKind::Note => "Note",
        }
        .into()
    }
    fn deal_next(&self, what: &str, day: &str) -> String {
        if day.is_empty() { format!("Next: {what}") } else { format!("Next: {what}, {day}") }
    }
    fn deal_next_overdue(&self, what: &str, day: &str, late: i64) -> String {
        format!("Overdue by {}: {what}, {day}", days(late))
    }
    fn deal_overdue_by(&self, late: i64) -> String {
        format!("Overdue by {}", days(late))
    }
    fn deal_done_of(&self, what: &str) -> String {
        format!("Done: {what}")
    }
    fn deal_remove(&self, what: &str) -> String {
        format!("Remove {what}")
    }
    fn deal_question(&self, question: Question) -> String {
        match question {
            Question::Budget => "Budget",
            Question::Authority => "Authority",
            Question::Need => "Need",
            Question::Timescale => "Timescale",
            Question::Interested => "Interested?",
            Question::Recognised => "Recognised the need?",
            Question::Affordable => "Can afford it?",
            Question::Decides => "Decides?",
        }
        .into()
    }
    fn deal_question_asks(&self, question: Question) -> String {
        match question {
            Question::Budget => "Is there money for it?",
            Question::Authority => "Can this person decide?",
            Question::Need => "Is there a real need?",
            Question::Timescale => "Do they know by when?",
            Question::Interested => "They want to hear more.",
            Question::Recognised => "They see the problem as theirs.",
            Question::Affordable => "The money is there, or can be.",
            Question::Decides => "Or leads to who decides.",
        }
        .into()
    }
    fn deal_answer_words(&self, question: &str) -> String {
        format!("{question}, in words")
    }
    fn deal_verdict_no(&self, questions: &str) -> String {
        format!("Not qualified: {questions}")
    }
    fn deal_nurture_reason(&self, question: Question) -> String {
        match question {
            Question::Budget | Question::Affordable => "Cannot afford it yet",
            Question::Authority | Question::Decides => "Does not decide",
            Question::Need | Question::Recognised => "Has not recognised the need",
            Question::Timescale => "Wrong time",
            Question::Interested => "Not interested yet",
        }
        .into()
    }
    fn deal_nurtured_since(&self, day: &str) -> String {
        format!("On the nurture list since {day}")
    }
    fn deal_nurtured_toast(&self, title: &str) -> String {
        format!("{title} is on the nurture list")
    }
    fn deal_objections_open(&self, open: u64, all: u64) -> String {
        if open == 0 { all.to_string() } else { format!("{open} open of {all}") }
    }
    fn deal_raised_on(&self, day: &str) -> String {
        format!("raised {day}")
    }
    fn deal_plays(&self, kind: PlayKind) -> String {
        match kind {
            PlayKind::Message => "Messages",
            PlayKind::Objection => "Objections and answers",
            PlayKind::Outline => "Outline of a presentation",
            PlayKind::Close => "Ways to close",
        }
        .into()
    }
    fn deal_placeholders_open(&self, count: u64) -> String {
        format!(
            "{} without a value in this deal; write it in by hand.",
            many(count, "placeholder", "placeholders")
        )
    }
    fn deal_copy_name(&self, message: &str) -> String {
        format!("Copy {message}")
    }
    fn deal_copied(&self, open: u64) -> String {
        if open == 0 {
            "Copied".into()
        } else {
            format!("Copied; {} still to be written in", many(open, "placeholder", "placeholders"))
        }
    }
    fn deal_document_state(&self, state: DocumentState) -> String {
        match state {
            DocumentState::Draft => "Draft",
            DocumentState::Sent => "Sent",
            DocumentState::Signed => "Signed",
            DocumentState::Declined => "Declined",
        }
        .into()
    }
    fn deal_care_every(&self, months: u8) -> String {
        if months == 1 { "Every month".into() } else { format!("Every {months} months") }
    }
    fn deal_care_overdue(&self, late: i64) -> String {
        format!("The contact is overdue by {}", days(late))
    }
    fn deal_put_away_since(&self, day: &str) -> String {
        format!("Put away since {day}")
    }
    fn deal_put_away_toast(&self, title: &str) -> String {
        format!("{title} is put away")
    }
    fn deal_other_currency(&self, value: &str, currency: &str) -> String {
        format!("It is worth {value} now. That pipeline counts in {currency}: what is it worth there?")
    }
    fn deal_transferred_toast(&self, title: &str, pipeline: &str) -> String {
        format!("{title} is in {pipeline} now")
    }
    fn deal_history_missing(&self, told: &str, missing: &str) -> String {
        format!("{told} (missing: {missing})")
    }
    fn deal_gate_warned(&self, missing: &str) -> String {
        format!("Moved on without: {missing}")
    }
    fn deal_gate_overridden(&self) -> String {
        "The gate was overridden; the note is in the history".into()
    }
    fn mark_overdue(&self, late: i64) -> String {
        format!("Next step overdue by {}", days(late))
    }
    fn mark_objections(&self, count: u64) -> String {
        many(count, "open objection", "open objections")
    }
    fn mark_override(&self, chance: &str) -> String {
        format!("Chance of {chance} set by hand")
    }
    fn mark_criteria(&self, met: u64, all: u64) -> String {
        format!("{met} of {} met", many(all, "criterion", "criteria"))
    }
    fn column_over_limit(&self, count: u64, limit: u64) -> String {
        format!("{}, more than the {limit} that this stage should hold", many(count, "deal", "deals"))
    }
    fn nurture_reasons(&self) -> String {
        "Not interested yet\nHas not recognised the need\nCannot afford it yet\nDoes not decide\nWrong time"
            .into()
    }
    fn objection_kinds(&self) -> String {
        "Price\nTrust\nComparison with a competitor\nMissing requirement\nNo urgency\nNo authority".into()
    }
    fn segment_kinds(&self) -> String {
        "Region\nIndustry\nSize\nProfitability".into()
    }
    fn document_kinds(&self) -> String {
        "Offer\nContract\nPresentation\nSpecification\nInvoice".into()
    }
}
