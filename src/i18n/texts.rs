//! The list of sentences. In the order of the places where they stand.

use crate::exchange::Deed;
use crate::model::{Lane, Rejection, Row};

macro_rules! texts {
    (
        $(#[$doc:meta])*
        trait $name:ident: $($bound:path),+;
        words { $($word:ident)* }
        sentences { $($sentence:ident($($argument:ident: $type:ty),*))* }
    ) => {
        $(#[$doc])*
        pub trait $name: $($bound +)+ {
            $(
                #[doc = concat!("`", stringify!($word), "`")]
                fn $word(&self) -> &'static str;
            )*
            $(
                #[doc = concat!("`", stringify!($sentence), "`")]
                fn $sentence(&self, $($argument: $type),*) -> String;
            )*
        }
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

pub use activity::ActivityTexts;
pub use compare::CompareTexts;
pub use deal::DealTexts;
pub use diagram::DiagramTexts;
pub use drawn::DrawnTexts;
pub use finding::FindingTexts;
pub use forecast::ForecastTexts;
pub use funnel::FunnelTexts;
pub use guide::GuideTexts;
pub use import::ImportTexts;
pub use insights::InsightsTexts;
pub use list::ListTexts;
pub use log::LogTexts;
pub use map::MapTexts;
pub use map_figures::MapFiguresTexts;
pub use outcomes::OutcomesTexts;
pub use parts::PartsTexts;
pub use playbook::PlaybookTexts;
pub use process::ProcessTexts;
pub use team::TeamTexts;
pub use templates::TemplatesTexts;
pub use time::TimeTexts;
pub use workshop::WorkshopTexts;

texts! {
    /// Every sentence of the interface.
    trait Texts: ActivityTexts, CompareTexts, DealTexts, DiagramTexts, DrawnTexts, FindingTexts, ForecastTexts, FunnelTexts, GuideTexts, ImportTexts, InsightsTexts, ListTexts, LogTexts, MapFiguresTexts, MapTexts, OutcomesTexts, PartsTexts, PlaybookTexts, ProcessTexts, TeamTexts, TemplatesTexts, TimeTexts, WorkshopTexts, Sync;
    words {
        // The frame.
        product views board list insights journey process pipeline search search_hint undo redo menu close close_message cancel
        theme theme_light theme_dark theme_system shortcuts export_json export_csv import_csv open_file clear_all
        new_pipeline skip_to_main
        // Saving.
        saved saving not_saved memory_only saved_more not_saved_more memory_only_more retry download_copy
        unsaved_found passed_over overtaken older_unreadable
        // First start, recovery.
        welcome welcome_more start_template start_sample start_sample_more start_file start_file_more start_csv start_csv_more
        lost_title lost_start lost_keep_looking damaged_title damaged_more damaged_newer damaged_raw start_anew
        start_anew_sure failed_title failed_more failed_go_on failed_go_on_more
        sample_note sample_clear
        // The board.
        open won lost add_deal add_deal_title add_deal_hint empty_column empty_board_won empty_board_lost
        empty_board_nurture nurture nothing_found weighted no_owner move_to move_top move_bottom win_deal lose_deal drop_won
        drop_lost card_hint filter_shown stale very_stale dormant untitled_value
        // Closing a deal.
        win_title lose_title final_value close_date reason mark_won mark_lost skip_reason reason_other
        // The deal.
        deal_title company contact owner value source product_field expected stage_field chance chance_hint notes
        reference history delete_deal reopen loss_reason closed_on deal_gone close_panel
        // What happened to a deal.
        value_unreadable date_unreadable
        // Clearing and restoring.
        clear_title clear_more clear_yes restore_title restore_yes
        // The journey.
        lane_word lane_stages lane_deals mood awareness consideration decision no_phases add_phases
        add_note note_hint note_deleted rename_phase choose_stages phase_without_stages
        phase_open phase_value phase_weighted phase_through no_figure done
    }
    sentences {
        deals(count: u64)
        column_name(stage: &str, count: u64, total: &str)
        totals(count: u64, total: &str, weighted: &str)
        days_in_stage(days: i64)
        days_in_stage_long(days: i64)
        chance_of_stage(percent: u8)
        card_name(title: &str, company: &str, value: &str, stage: &str)
        move_menu_name(title: &str)
        lifted(title: &str, stage: &str, place: usize, of: usize)
        over(stage: &str, place: usize, of: usize)
        over_won()
        over_lost()
        dropped(title: &str, stage: &str, place: usize, of: usize)
        drag_cancelled(title: &str)
        deal_added(title: &str)
        won_toast(title: &str)
        lost_toast(title: &str)
        removed_toast(title: &str)
        cleared_toast()
        restored_toast(deals: u64)
        undone(deed: &str)
        redone(deed: &str)
        deed(deed: Deed)
        rejection(rejection: Rejection)
        lane(lane: Lane)
        map_row(row: Row)
        found(count: u64)
        totals_closed(count: u64, total: &str)
        conversion_title(share: &str, part: u64, of: u64)
        step(verb: &str, deed: &str)
        shortcut_list()
        stage_of(stage: &str, days: i64)
        lost_more(deals: u64)
        failed_more_of(deals: u64)
        restore_more(deals: u64, pipelines: u64)
        file_not_ours()
        file_not_json(line: usize, column: usize)
        file_newer()
        file_broken(records: u64)
        file_too_large()
        file_unreadable()
        download_refused()
        history_created(stage: &str)
        history_moved(from: &str, to: &str)
        history_won()
        history_lost(reason: &str)
        history_reopened()
        history_nurtured(reason: &str, until: &str)
        history_overridden(by: &str, note: &str)
        history_value(from: &str, to: &str)
        history_expected(from: &str, to: &str)
        skipped_entries(count: u64)
        loss_reasons()
        template_stages(count: usize, names: &str)
        // The journey.
        stages_without_phase(count: u64)
        stages_of_phase(phase: &str)
        stage_elsewhere(phase: &str)
        through_of(part: u64, of: u64)
        note_in(lane: &str, phase: &str)
        note_added(text: &str)
        mood_in(phase: &str)
        mood_figure(mood: i8)
        mood_words(mood: i8)
    }
}
