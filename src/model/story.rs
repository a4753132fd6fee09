//! What a deal carries beside its particulars: what it has met, what was answered, done and planned.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{CriterionId, Day, ItemId, PersonaId, Qualification, TaskId, Timestamp};

/// The story of a deal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Story {
    /// The exit criteria that it meets, and since when. Kept when the deal moves on, also across pipelines.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub met: BTreeMap<CriterionId, Timestamp>,
    /// The tasks that are done, and since when.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub done: BTreeMap<TaskId, Timestamp>,
    /// The questions that were answered.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<Question, Answer>,
    /// What was done with the buyer, and what is planned.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub activities: BTreeMap<ItemId, Activity>,
    /// What the buyer objected.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub objections: BTreeMap<ItemId, Objection>,
    /// Offers, contracts and the like, as links.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub documents: BTreeMap<ItemId, Document>,
    /// What kind of buyer it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<PersonaId>,
    /// Region, industry, size, profitability and whatever else the team segments by: the value of each kind.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub segments: BTreeMap<String, String>,
    /// Free labels.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<String>,
    /// The problem that the buyer wants solved; of a won deal the pain point that closed it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pain: String,
    /// The motive that closed a won deal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub motive: String,
    /// How the customer is looked after, after a win.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub care: Option<Care>,
    /// When the customer was asked for a referral; `None` if not yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referral_asked: Option<Timestamp>,
    /// Since when a closed deal is put away; `None` if it is not. Figures count it all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<Timestamp>,
}

impl Story {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        *self == Story::default()
    }

    /// The planned activity that is due first; those without a date come last.
    #[inline]
    pub fn next_step(&self) -> Option<(ItemId, &Activity)> {
        self.activities
            .iter()
            .filter(|(_, activity)| activity.done.is_none())
            .min_by_key(|(id, activity)| (activity.due.is_none(), activity.due, **id))
            .map(|(id, activity)| (*id, activity))
    }

    /// When something was last done with the buyer.
    #[inline]
    pub fn last_contact(&self) -> Option<Timestamp> {
        self.activities.values().filter_map(|activity| activity.done).max()
    }
}

/// A question that qualifies a deal, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// BANT: is there a budget?
    Budget,
    /// BANT: can this person decide?
    Authority,
    /// BANT: is there a real need?
    Need,
    /// BANT: by when do they want to buy?
    Timescale,
    /// Are they interested?
    Interested,
    /// Have they recognised the need?
    Recognised,
    /// Can they afford it?
    Affordable,
    /// Do they decide, or lead to who decides?
    Decides,
}

impl Question {
    /// The questions of BANT.
    pub const BANT: [Question; 4] =
        [Question::Budget, Question::Authority, Question::Need, Question::Timescale];
    /// The four questions.
    pub const FOUR: [Question; 4] =
        [Question::Interested, Question::Recognised, Question::Affordable, Question::Decides];
}

impl Qualification {
    /// The questions that are asked.
    #[inline]
    pub fn questions(self) -> Vec<Question> {
        match self {
            Qualification::None => Vec::new(),
            Qualification::Bant => Question::BANT.to_vec(),
            Qualification::FourQuestions => Question::FOUR.to_vec(),
            Qualification::Both => [Question::BANT, Question::FOUR].concat(),
        }
    }

    /// What the answers come to: unqualified by a single no, qualified by a yes to every question.
    #[inline]
    pub fn verdict(self, answers: &BTreeMap<Question, Answer>) -> Verdict {
        let questions = self.questions();
        let said = |question: &Question| answers.get(question).and_then(|answer| answer.yes);
        let no: Vec<Question> = questions.iter().copied().filter(|q| said(q) == Some(false)).collect();
        if !no.is_empty() {
            Verdict::Unqualified(no)
        } else if !questions.is_empty() && questions.iter().all(|q| said(q) == Some(true)) {
            Verdict::Qualified
        } else {
            Verdict::Undecided
        }
    }
}

/// What the answers to the qualifying questions come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A question has no answer yet, or none is asked.
    Undecided,
    /// Yes to all.
    Qualified,
    /// No to these.
    Unqualified(Vec<Question>),
}

/// The answer to a qualifying question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Yes or no; `None` while only words are there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<bool>,
    /// In words: how much, who, by when.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was answered.
    pub at: Timestamp,
}

impl Answer {
    /// The answer as it is once somebody says yes, no, or neither: it is as old as what is said, whatever is written beside it.
    #[must_use]
    pub fn saying(self, yes: Option<bool>, now: Timestamp) -> Answer {
        if self.yes == yes { self } else { Answer { yes, at: now, ..self } }
    }
}

/// What kind of activity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// A call.
    Call,
    /// An e-mail or another message.
    Email,
    /// A meeting.
    Meeting,
    /// A demonstration.
    Demo,
    /// A note.
    Note,
}

impl ActivityKind {
    /// All kinds in the order in which they are offered.
    pub const ALL: [ActivityKind; 5] = [
        ActivityKind::Call,
        ActivityKind::Email,
        ActivityKind::Meeting,
        ActivityKind::Demo,
        ActivityKind::Note,
    ];
}

/// Something done with the buyer, or planned. A planned one is a next step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Its kind.
    pub kind: ActivityKind,
    /// What about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who does it or did it; empty if nobody said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The day for which it is, or was, planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// When it was done; `None` while it is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
}

/// Something that keeps the buyer from buying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Its kind, of the workspace's list.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// In the buyer's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// What was answered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// When it was raised.
    pub raised: Timestamp,
    /// When it was overcome; `None` while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overcome: Option<Timestamp>,
}

/// A document that lives elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What it is called; never blank.
    pub name: String,
    /// What kind it is, such as offer or contract.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Where it is: a link that [`is_safe_link`] accepts.
    pub link: String,
    /// What became of it.
    pub state: DocumentState,
    /// Since when.
    pub day: Day,
}

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentState {
    /// Being written.
    Draft,
    /// With the buyer.
    Sent,
    /// Agreed or signed.
    Signed,
    /// Turned down.
    Declined,
}

impl DocumentState {
    /// All states in order.
    pub const ALL: [DocumentState; 4] =
        [DocumentState::Draft, DocumentState::Sent, DocumentState::Signed, DocumentState::Declined];
}

/// How a customer is looked after, after a win.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Care {
    /// Every so many months: 1, 2 or 3.
    pub months: u8,
    /// The day of the next contact.
    pub next: Day,
}

impl Care {
    /// The care after a contact on that day: the next one is so many months later, on the same day of the month or on the last
    /// one of a shorter month.
    pub fn after(self, contact: Day) -> Care {
        let month = (0..self.months).fold(contact.month(), |month, _| month.next());
        let (.., day) = contact.parts();
        let next = (1..=day).rev().find_map(|day| Day::new(month.year, month.month, day));
        Care { next: next.unwrap_or(self.next), ..self }
    }
}

/// Whether a link may be kept and opened: http, https or mailto, without spaces and control characters, and with something
/// behind the scheme. Everything else, `javascript:` and `data:` above all, is refused.
pub fn is_safe_link(link: &str) -> bool {
    let lower = link.to_ascii_lowercase();
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#', ':']))
        && !link.chars().any(|c| c.is_control() || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn method_row_32_only_web_and_mail_links_are_kept() {
        for good in
            ["https://example.com/a?b#c", "http://intranet/x", "HTTPS://Example.com", "mailto:a@example.com"]
        {
            assert!(is_safe_link(good), "{good}");
        }
        for bad in [
            "",
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " https://example.com",
            "https://exa mple.com",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "https://",
            "https:///x",
            "//example.com",
            "example.com",
            "mailto:",
        ] {
            assert!(!is_safe_link(bad), "{bad}");
        }
    }

    #[test]
    fn an_answer_is_as_old_as_what_it_says() {
        let no = Answer { yes: Some(false), note: "too dear".into(), at: Timestamp(1) };
        assert_eq!(no.clone().saying(Some(false), Timestamp(9)), no);
        assert_eq!(
            no.clone().saying(Some(true), Timestamp(9)),
            Answer { yes: Some(true), at: Timestamp(9), ..no }
        );
    }

    #[test]
    fn method_rows_2_and_41_one_no_disqualifies_and_only_four_times_yes_qualifies() {
        let answer = |yes| Answer { yes, note: String::new(), at: Timestamp(0) };
        let mut answers = BTreeMap::new();
        assert_eq!(Qualification::Bant.verdict(&answers), Verdict::Undecided);
        assert_eq!(Qualification::None.verdict(&answers), Verdict::Undecided);
        for question in Question::FOUR {
            answers.insert(question, answer(Some(true)));
        }
        assert_eq!(Qualification::FourQuestions.verdict(&answers), Verdict::Qualified);
        assert_eq!(Qualification::Both.verdict(&answers), Verdict::Undecided);
        answers.insert(Question::Need, answer(None));
        assert_eq!(Qualification::Bant.verdict(&answers), Verdict::Undecided);
        answers.insert(Question::Budget, answer(Some(false)));
        assert_eq!(Qualification::Both.verdict(&answers), Verdict::Unqualified(vec![Question::Budget]));
        assert_eq!(Qualification::FourQuestions.verdict(&answers), Verdict::Qualified);
    }

    #[test]
    fn method_row_45_the_next_contact_is_one_to_three_months_later() {
        let care = |months| Care { months, next: Day::new(2026, 1, 1).unwrap() };
        let after = |months, day: &str| care(months).after(day.parse().unwrap()).next.to_string();
        assert_eq!(after(1, "2026-01-31"), "2026-02-28");
        assert_eq!(after(2, "2026-11-22"), "2027-01-22");
        assert_eq!(after(3, "2027-11-30"), "2028-02-29");
        assert_eq!(after(1, "9999-12-05"), "2026-01-01", "there is no later day");
    }

    #[test]
    fn the_next_step_is_the_planned_activity_that_is_due_first() {
        let planned = |due: Option<Day>, done| Activity {
            kind: ActivityKind::Call,
            text: String::new(),
            by: String::new(),
            due,
            done,
        };
        let mut story = Story::default();
        assert_eq!(story.next_step(), None);
        story.activities.insert(ItemId(1), planned(None, None));
        story.activities.insert(ItemId(2), planned(Day::new(2026, 1, 2), None));
        story.activities.insert(ItemId(3), planned(Day::new(2026, 1, 1), Some(Timestamp(5))));
        assert_eq!(story.next_step().map(|(id, _)| id), Some(ItemId(2)));
        assert_eq!(story.last_contact(), Some(Timestamp(5)));
    }
}
