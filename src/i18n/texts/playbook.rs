//! The list of sentences of the playbook's editor.

use crate::model::PlayKind;

texts! {
    /// Every sentence of the editor.
    trait PlaybookTexts: Sync;
    words {
        playbook_line playbook_stages playbook_filter playbook_filter_hint playbook_no_match
        play_topic play_no_topic play_more play_move_to play_delete play_copy play_copied play_copy_refused
        placeholders placeholders_hint play_only_stage
        means_name means_company means_problem means_product means_me means_value means_expected means_deal
    }
    sentences {
        plays_of(kind: PlayKind)
        plays_hint(kind: PlayKind)
        add_play(kind: PlayKind)
        play_title(kind: PlayKind)
        play_text(kind: PlayKind)
        play_text_hint(kind: PlayKind)
        plays_in(stage: &str, items: u64)
        plays_found(items: u64)
        play_menu(title: &str)
        play_moved(title: &str, stage: &str)
        play_deleted(title: &str)
        copy_play(title: &str)
        insert_placeholder(word: &str)
        unknown_placeholders(count: u64, list: &str)
    }
}
