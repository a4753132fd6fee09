//! The team, the personas, the lists of words and the reviews in English.

use super::{English, many};
use crate::i18n::TeamTexts;
use crate::model::{ListKind, Role};

impl TeamTexts for English {
    words! {
        people: "People"
        people_more: "Who owns deals. Managers may override a gate; a name is changed here and on all deals at once."
        person_name: "Name"
        role: "Role"
        add_person: "Add a person"
        not_in_team: "Only named on deals"
        join_team: "Add to the team"
        take_out_person: "Take out of the team"
        deals_open: "Open"
        deals_won: "Won"
        deals_lost: "Lost"

        personas: "Buyer personas"
        personas_more: "The kinds of people who buy from you. Each deal can name one."
        add_persona: "Add a persona"
        persona_name: "Persona"
        persona_about: "About"
        persona_about_hint: "What they want, what they fear, what they ask"
        remove_persona: "Remove the persona"
        no_personas: "Describe the first kind of buyer: what they want, what holds them back."

        word_lists: "Lists to choose from"
        word_lists_more: "One entry a line. An empty list brings the usual words back. Deals keep what they say."
        own_words: "Your own words"
        interface_words: "The usual words"

        maturity: "How mature is the process?"
        maturity_more: "Four statements, each of which builds on the one before. Say what holds today; do it again in some months and see what became of it."
        assess: "What holds today"
        assessment_note: "What the team said"
        assessment_note_hint: "Why so, and what would bring the next level"
        assessed_on: "Day"
        save_assessment: "Keep this assessment"
        no_assessments: "Nobody has assessed the process yet."
        remove_assessment: "Remove the assessment"
        assessments_so_far: "Assessments so far"

        review_notes: "Review notes"
        review_notes_more: "What was changed in the process, when and why, so that you can come back to it."
        review_text: "What was changed, and why"
        review_text_hint: "We ask for the budget before the demo now, because demos without one were lost"
        review_day: "Day of the change"
        review_about: "Which stages it is about"
        add_review: "Add the note"
        no_reviews: "No change is noted yet. Write down the next one before you forget why you made it."
        remove_review: "Remove the note"
        whole_process: "The whole process"
    }
    fn role_name(&self, role: Role) -> String {
        match role {
            Role::Manager => "Manager",
            Role::Representative => "Representative",
        }
        .into()
    }
    fn list_name(&self, list: ListKind) -> String {
        match list {
            ListKind::LossReasons => "Reasons for a loss",
            ListKind::NurtureReasons => "Reasons for the nurture list",
            ListKind::ObjectionKinds => "Kinds of objections",
            ListKind::SegmentKinds => "What customers are told apart by",
            ListKind::DocumentKinds => "Kinds of documents",
        }
        .into()
    }
    fn list_more(&self, list: ListKind) -> String {
        match list {
            ListKind::LossReasons => "Asked for at once when a deal is lost.",
            ListKind::NurtureReasons => "Why a deal waits instead of being lost.",
            ListKind::ObjectionKinds => "What keeps buyers from buying.",
            ListKind::SegmentKinds => "Each becomes a field of the deal.",
            ListKind::DocumentKinds => "What is linked to a deal.",
        }
        .into()
    }
    fn owner_renamed(&self, from: &str, to: &str, deals: u64) -> String {
        match deals {
            0 => format!("{from} is now {to}"),
            _ => format!("{from} is now {to}, on {} too", many(deals, "deal", "deals")),
        }
    }
    fn person_removed(&self, name: &str) -> String {
        format!("{name} is out of the team; the deals keep the name")
    }
    fn persona_removed(&self, name: &str, deals: u64) -> String {
        match deals {
            0 => format!("“{name}” is removed"),
            _ => format!("“{name}” is removed; {} had it", many(deals, "deal", "deals")),
        }
    }
    fn persona_deals(&self, deals: u64) -> String {
        many(deals, "deal", "deals")
    }
    fn maturity_statement(&self, number: usize) -> String {
        match number {
            0 => "There is a process that people follow.",
            1 => "It is the same for everybody.",
            2 => "It is enforced: somebody looks after it, and gates hold.",
            _ => "It is improved regularly by what the team and the figures say.",
        }
        .into()
    }
    fn maturity_level(&self, level: u8) -> String {
        match level {
            0 | 1 => "No process",
            2 => "Not standardised",
            3 => "Standard, not enforced",
            4 => "Standard and enforced",
            _ => "Improved by feedback",
        }
        .into()
    }
    fn maturity_now(&self, level: u8, day: &str) -> String {
        format!("Level {level} of 5 on {day}: {}", self.maturity_level(level))
    }
    fn review_removed(&self) -> String {
        "The note is removed".into()
    }
    fn assessment_removed(&self) -> String {
        "The assessment is removed".into()
    }
}
