//! The playbook's editor, in English.

use super::{English, many};
use crate::i18n::PlaybookTexts;
use crate::model::PlayKind;

impl PlaybookTexts for English {
    words! {
        playbook_line: "What one writes, says and shows in each stage. It stands on every deal there, with the deal’s own values filled in."
        playbook_stages: "Stages"
        playbook_filter: "Search the playbook"
        playbook_filter_hint: "A word of a title or text…"
        playbook_no_match: "Nothing in this stage’s playbook matches. The numbers beside the stages say where there is something."
        play_topic: "Kind of objection"
        play_no_topic: "No kind"
        play_more: "More"
        play_move_to: "Move to"
        play_delete: "Delete"
        play_copy: "Copy"
        play_copied: "Copied as it stands, with its placeholders"
        play_copy_refused: "The browser did not let the page copy. Select the text and copy it by hand."
        placeholders: "Placeholders"
        placeholders_hint: "A placeholder is filled in from the deal when the message is copied there."
        play_only_stage: "There is no other stage to move it to."
        means_name: "The person to talk to"
        means_company: "The company"
        means_problem: "The problem that the buyer wants solved"
        means_product: "What would be sold"
        means_me: "The deal’s owner"
        means_value: "What the deal is worth"
        means_expected: "The day on which it is expected to close"
        means_deal: "The deal’s title"
    }

    fn plays_of(&self, kind: PlayKind) -> String {
        match kind {
            PlayKind::Message => "Messages",
            PlayKind::Objection => "Objections and answers",
            PlayKind::Outline => "Outline of a presentation",
            PlayKind::Close => "Ways to close",
        }
        .into()
    }
    fn plays_hint(&self, kind: PlayKind) -> String {
        match kind {
            PlayKind::Message => "No message yet. Which e-mail does everybody write anew here?",
            PlayKind::Objection => "No objection yet. What do buyers say here, and what is a good answer?",
            PlayKind::Outline => "No outline yet. What does a good presentation go through, point by point?",
            PlayKind::Close => "No way to close yet. How does one ask for the decision here?",
        }
        .into()
    }
    fn add_play(&self, kind: PlayKind) -> String {
        match kind {
            PlayKind::Message => "Add message",
            PlayKind::Objection => "Add objection",
            PlayKind::Outline => "Add outline",
            PlayKind::Close => "Add way to close",
        }
        .into()
    }
    fn play_title(&self, kind: PlayKind) -> String {
        match kind {
            PlayKind::Message => "What the message is for",
            PlayKind::Objection => "The buyer’s words",
            PlayKind::Outline => "What is presented",
            PlayKind::Close => "Name of the way",
        }
        .into()
    }
    fn play_text(&self, kind: PlayKind) -> String {
        match kind {
            PlayKind::Message => "Text of the message",
            PlayKind::Objection => "Answer",
            PlayKind::Outline => "Points, one a line",
            PlayKind::Close => "How it is done",
        }
        .into()
    }
    fn play_text_hint(&self, kind: PlayKind) -> String {
        match kind {
            PlayKind::Message => "Hello [name], …",
            PlayKind::Objection => "What is a good answer?",
            PlayKind::Outline => "One point a line",
            PlayKind::Close => "What does one say, and when?",
        }
        .into()
    }
    fn plays_in(&self, stage: &str, items: u64) -> String {
        format!("{stage}: {}", many(items, "item", "items"))
    }
    fn plays_found(&self, items: u64) -> String {
        format!("{} found", many(items, "item", "items"))
    }
    fn play_menu(&self, title: &str) -> String {
        format!("More for {title}")
    }
    fn play_moved(&self, title: &str, stage: &str) -> String {
        format!("{title} moved to {stage}")
    }
    fn play_deleted(&self, title: &str) -> String {
        format!("{title} deleted")
    }
    fn copy_play(&self, title: &str) -> String {
        format!("Copy {title}")
    }
    fn insert_placeholder(&self, word: &str) -> String {
        format!("Insert [{word}]")
    }
    fn unknown_placeholders(&self, count: u64, list: &str) -> String {
        if count == 1 {
            format!("Nothing is known to fill in for {list}: it stays as it is.")
        } else {
            format!("Nothing is known to fill in for {list}: they stay as they are.")
        }
    }
}
