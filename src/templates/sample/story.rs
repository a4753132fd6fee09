//! What a deal of the sample carries: what every deal of this process goes through, by the stages that it has been in,
//! and what its tale says beyond that.

use std::ops::Range;

use super::timeline::{Dice, Stay, Step};
use super::{More, Tale, day};
use crate::model::{
    Activity, ActivityKind, Answer, Care, Deal, Document, DocumentState, Ids, ItemId, Objection, Outcome,
    Question, Stage, Story, Timestamp, Zone, in_order,
};

/// Index of the stage in which the four questions are asked.
const QUALIFY: usize = 2;
/// Index of the stage at whose beginning the offer is written.
pub(super) const OFFER: usize = 4;
/// Index of the stage at whose beginning the contract is written.
const CONTRACT: usize = 5;
/// In how many days of the present stay the team was busy with the deal; later it waits.
const BUSY_DAYS: i64 = 8;

/// What the team does in each stage.
const WORK: [&[(ActivityKind, &str)]; 6] = [
    &[(ActivityKind::Note, "Checked against the buyer persona; two names found")],
    &[
        (ActivityKind::Email, "Sent articles on planning"),
        (ActivityKind::Call, "First call: how they plan today"),
    ],
    &[(ActivityKind::Call, "Asked the four questions")],
    &[
        (ActivityKind::Call, "Asked each department what it hopes for"),
        (ActivityKind::Demo, "Presentation with their own example"),
        (ActivityKind::Email, "Sent two pages for those who were not there"),
    ],
    &[
        (ActivityKind::Call, "Talked about what holds them back"),
        (ActivityKind::Email, "Sent an answer with their own figures"),
    ],
    &[
        (ActivityKind::Meeting, "Went through the offer together"),
        (ActivityKind::Email, "Sent the contract and the list of approvals"),
    ],
];

/// All that the story of a deal is told from.
pub(super) struct Telling<'a> {
    /// What was written down.
    pub tale: &'a Tale,
    /// The deal, which has its history already.
    pub deal: &'a Deal,
    /// The stages of its pipeline, in order.
    pub stages: &'a [Stage],
    /// Its stays in them, in order.
    pub stays: &'a [Stay],
    /// When the sample is opened.
    pub now: Timestamp,
    /// Where ids come from.
    pub ids: &'a mut dyn Ids,
    /// For the days and hours.
    pub dice: &'a mut Dice,
}

impl Telling<'_> {
    /// The story. All that was done lies on working days before `now`.
    pub fn story(mut self) -> Story {
        let mut story = Story { pain: self.tale.pain.to_owned(), ..Story::default() };
        if let Some(first) = self.stays.first() {
            // Who begins further up, an old customer for example, brought with them what is asked below.
            self.establish(&mut story, 0..first.stage, &first.first(0));
        }
        for (index, stay) in self.stays.iter().enumerate() {
            let open = index + 1 == self.stays.len() && self.deal.outcome == Outcome::Open;
            let busy = if open { stay.first(BUSY_DAYS) } else { *stay };
            match self.passed(stay) {
                0 => self.begin(&mut story, &busy),
                beyond => {
                    self.establish(&mut story, stay.stage..beyond, &busy);
                    if beyond > QUALIFY && !story.answers.contains_key(&Question::Decides) {
                        self.qualify(&mut story, &busy);
                    }
                }
            }
            self.activities(&mut story, &busy);
        }
        self.documents(&mut story);
        segments(&mut story, self.tale);
        for more in self.tale.more {
            self.particular(&mut story, more);
        }
        story
    }

    /// The first stage that the deal had not passed when a stay ended, above the stay's own; 0 if it did not go up.
    fn passed(&self, stay: &Stay) -> usize {
        match stay.next {
            Some(Step::Enter(next)) if next > stay.stage => next,
            Some(Step::End) if matches!(self.deal.outcome, Outcome::Won { .. }) => self.stages.len(),
            _ => 0,
        }
    }

    /// All criteria of these stages are met and all tasks done, in the course of a stay.
    fn establish(&mut self, story: &mut Story, passed: Range<usize>, stay: &Stay) {
        for stage in self.stages.get(passed).unwrap_or_default() {
            for (place, (id, _)) in in_order(&stage.criteria).into_iter().enumerate() {
                let share = share(place, stage.criteria.len());
                story.met.entry(id).or_insert_with(|| stay.within(share, self.dice));
            }
            for (place, (id, _)) in in_order(&stage.tasks).into_iter().enumerate() {
                let share = share(place, stage.tasks.len());
                story.done.entry(id).or_insert_with(|| stay.within(share, self.dice));
            }
        }
    }

    /// About half of what a stage asks for, on a deal that has been there for some days.
    fn begin(&mut self, story: &mut Story, stay: &Stay) {
        let stage = self.stages.get(stay.stage).filter(|_| stay.to.days_since(stay.from) > 2.0);
        let Some(stage) = stage else { return };
        for (id, _) in in_order(&stage.criteria).into_iter().take(stage.criteria.len() / 2) {
            story.met.entry(id).or_insert_with(|| stay.within(0.6, self.dice));
        }
        for (id, _) in in_order(&stage.tasks).into_iter().take(stage.tasks.len().div_ceil(2)) {
            story.done.entry(id).or_insert_with(|| stay.within(0.5, self.dice));
        }
    }

    fn activities(&mut self, story: &mut Story, stay: &Stay) {
        let work = WORK.get(stay.stage).copied().unwrap_or_default();
        let days = stay.to.days_since(stay.from);
        for (place, (kind, text)) in work.iter().enumerate() {
            // Who came yesterday has not had three talks yet.
            if place as f64 * 2.0 > days {
                break;
            }
            let at = stay.within(share(place, work.len()), self.dice);
            let arranged = matches!(kind, ActivityKind::Meeting | ActivityKind::Demo);
            let activity = Activity {
                kind: *kind,
                text: (*text).to_owned(),
                by: self.deal.owner.clone(),
                due: arranged.then(|| Zone::UTC.day(at)),
                done: Some(at),
            };
            story.activities.insert(ItemId(self.ids.next()), activity);
        }
    }

    /// Four times yes, in words that differ from deal to deal.
    fn qualify(&mut self, story: &mut Story, stay: &Stay) {
        let contact = self.tale.contact;
        let afford =
            ["Set aside for this year", "From the budget for systems", "Finance agrees in principle"];
        let decides = [
            format!("{contact} decides"),
            format!("{contact} and finance together"),
            format!("The board; {contact} speaks for it"),
        ];
        let pick = self.dice.between((0, 2)) as usize;
        let at = stay.within(0.7, self.dice);
        let mut say = |question, note: &str| {
            story.answers.insert(question, Answer { yes: Some(true), note: note.to_owned(), at });
        };
        say(Question::Interested, "");
        say(Question::Recognised, self.tale.pain);
        say(Question::Affordable, afford.get(pick).copied().unwrap_or_default());
        say(Question::Decides, decides.get(pick).map_or("", String::as_str));
    }

    /// The offer and the contract, where the deal came that far (method row 32).
    fn documents(&mut self, story: &mut Story) {
        let company = self.tale.company;
        let letters =
            company.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
        let slug = letters.collect::<String>().split_whitespace().collect::<Vec<_>>().join("-");
        for (from, kind, folder) in [(OFFER, "Offer", "offers"), (CONTRACT, "Contract", "contracts")] {
            let Some(sent) = self.stays.iter().find(|stay| stay.stage >= from) else { continue };
            let (state, at) = match &self.deal.outcome {
                Outcome::Won { at } => (DocumentState::Signed, *at),
                Outcome::Lost { at, .. } => (DocumentState::Declined, *at),
                Outcome::Open | Outcome::Nurture { .. } => (DocumentState::Sent, sent.from),
            };
            let document = Document {
                name: format!("{kind} for {company}"),
                kind: kind.to_owned(),
                link: format!("https://example.com/{folder}/{slug}.pdf"),
                state,
                day: Zone::UTC.day(at),
            };
            story.documents.insert(ItemId(self.ids.next()), document);
        }
    }

    /// What the tale says of this deal alone.
    fn particular(&mut self, story: &mut Story, more: &More) {
        let Some(last) = self.stays.last() else { return };
        // Objections come up when there is something to object to.
        let doubts = self.stays.iter().rev().find(|stay| stay.stage == OFFER).unwrap_or(last);
        match more {
            More::Motive(motive) => (*motive).clone_into(&mut story.motive),
            More::Settled(kind, words, answer) => {
                let raised = doubts.within(0.1, self.dice);
                let overcome = doubts.within(0.9, self.dice).max(raised);
                self.object(story, kind, words, answer, raised, Some(overcome));
            }
            More::Raised(kind, words) => {
                let raised = doubts.within(0.4, self.dice);
                self.object(story, kind, words, "", raised, None);
            }
            More::Says(question, yes, note) => {
                let at = last.first(BUSY_DAYS).within(0.6, self.dice);
                story.answers.insert(*question, Answer { yes: *yes, note: (*note).to_owned(), at });
            }
            More::Next(kind, text, in_days) => {
                let (text, by) = ((*text).to_owned(), self.deal.owner.clone());
                let step = Activity { kind: *kind, text, by, due: day(self.now, *in_days), done: None };
                story.activities.insert(ItemId(self.ids.next()), step);
            }
            More::Unmet(stage, place) => {
                let criteria = self.stages.get(*stage).map(|stage| in_order(&stage.criteria));
                if let Some((id, _)) = criteria.unwrap_or_default().get(*place) {
                    story.met.remove(id);
                }
            }
            More::Tag(tag) => drop(story.tags.insert((*tag).to_owned())),
            More::Care(months, in_days) => {
                story.care = day(self.now, *in_days).map(|next| Care { months: *months, next });
            }
            More::Referral => {
                // Asked a month after the win.
                let after = self.deal.outcome.closed().map(|won| Stay { from: won, to: self.now, ..*last });
                story.referral_asked = after.map(|stay| stay.first(30).within(1.0, self.dice));
            }
            // Both stand in the history.
            More::From(_) | More::Later(_) => {}
        }
    }

    fn object(
        &mut self,
        story: &mut Story,
        kind: &str,
        words: &str,
        answer: &str,
        raised: Timestamp,
        overcome: Option<Timestamp>,
    ) {
        let [kind, words, answer] = [kind, words, answer].map(str::to_owned);
        let objection = Objection { kind, words, answer, raised, overcome };
        story.objections.insert(ItemId(self.ids.next()), objection);
    }
}

/// The share of a stay after which the thing at a place among so many is done.
fn share(place: usize, of: usize) -> f64 {
    (place + 1) as f64 / (of + 1) as f64
}

/// Region, industry, size and profitability (method row 47).
fn segments(story: &mut Story, tale: &Tale) {
    let profitability = match tale.value {
        45_000.. => "High",
        15_000.. => "Medium",
        _ => "Low",
    };
    let [region, industry, size] = tale.segments;
    for (kind, value) in
        [("Region", region), ("Industry", industry), ("Size", size), ("Profitability", profitability)]
    {
        story.segments.insert(kind.to_owned(), value.to_owned());
    }
}
