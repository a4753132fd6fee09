//! The list of sentences of the deal: its panel, its dialogs, its card.

use crate::model::{ActivityKind, DocumentState, PlayKind, Question};

texts! {
    /// Every sentence of the deal's panel, dialogs and card.
    trait DealTexts: Sync;
    words {
        // Where it stands.
        deal_exit_action deal_criteria deal_gate_blocks deal_gate_warns deal_chance_take_back deal_tasks deal_all_done
        deal_move_on_won
        // What is next, and what was done.
        deal_steps deal_no_next_step deal_add_activity deal_activity_text deal_activity_kind deal_activity_day deal_activity_by
        deal_plan deal_log_done deal_planned deal_done
        // Whether it is qualified; the nurture list.
        deal_qualify deal_yes deal_no deal_unanswered deal_answer_hint deal_verdict_open deal_verdict_yes deal_nurture
        deal_nurture_title deal_nurture_more deal_nurture_why deal_nurture_until deal_nurture_yes deal_bring_back deal_nurture_due
        // What is known of it.
        deal_details deal_pain deal_pain_won deal_motive deal_can_be_skipped
        // Objections.
        deal_objections deal_add_objection deal_objection_kind deal_objection_words deal_objection_answer deal_overcome
        deal_no_kind deal_playbook_answers deal_add
        // The playbook.
        deal_playbook deal_playbook_empty deal_copy deal_copy_refused
        // Documents.
        deal_documents deal_add_document deal_document_link deal_document_link_hint deal_document_name deal_document_kind deal_document_status
        deal_document_day deal_change_link deal_link_refused
        // Segments.
        deal_segments deal_persona deal_no_persona deal_tags deal_add_tag
        // After a win.
        deal_after_win deal_care deal_care_none deal_care_next deal_care_activity deal_contacted deal_referral
        // The deal as a whole.
        deal_put_away deal_take_out deal_transfer deal_transfer_title deal_transfer_more deal_transfer_yes
        // Gates.
        deal_gate_title deal_gate_more deal_gate_stay deal_gate_override deal_gate_override_yes deal_gate_manager deal_gate_by deal_gate_note deal_gate_note_missing
        // The head of a column.
        column_retired
    }
    sentences {
        deal_stage_title(stage: &str)
        deal_days_here(days: i64, usual: u16)
        deal_since(day: &str)
        deal_done_on(day: &str)
        deal_adds(percent: u8)
        deal_earlier_criteria(count: u64)
        deal_chance_own(otherwise: u8, earned: bool)
        deal_chance_earned(percent: u8)
        deal_chance_stage(percent: u8)
        deal_move_on(stage: &str)
        deal_activity(kind: ActivityKind)
        deal_next(what: &str, day: &str)
        deal_next_overdue(what: &str, day: &str, days: i64)
        deal_overdue_by(days: i64)
        deal_done_of(what: &str)
        deal_remove(what: &str)
        deal_question(question: Question)
        deal_question_asks(question: Question)
        deal_answer_words(question: &str)
        deal_verdict_no(questions: &str)
        deal_nurture_reason(question: Question)
        deal_nurtured_since(day: &str)
        deal_nurtured_toast(title: &str)
        deal_objections_open(open: u64, all: u64)
        deal_raised_on(day: &str)
        deal_plays(kind: PlayKind)
        deal_placeholders_open(count: u64)
        deal_copy_name(message: &str)
        deal_copied(open: u64)
        deal_document_state(state: DocumentState)
        deal_care_every(months: u8)
        deal_care_overdue(days: i64)
        deal_put_away_since(day: &str)
        deal_put_away_toast(title: &str)
        deal_other_currency(value: &str, currency: &str)
        deal_transferred_toast(title: &str, pipeline: &str)
        deal_history_missing(told: &str, missing: &str)
        deal_gate_warned(missing: &str)
        deal_gate_overridden()
        // Marks of a card.
        mark_overdue(days: i64)
        mark_objections(count: u64)
        mark_override(chance: &str)
        mark_criteria(met: u64, all: u64)
        column_over_limit(count: u64, limit: u64)
        // Words to choose from, one a line.
        nurture_reasons()
        objection_kinds()
        segment_kinds()
        document_kinds()
    }
}
