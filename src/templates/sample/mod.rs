//! A workspace to look around in: a small team that sells shift planning to companies, with a year of history.
//!
//! The stories are written down ([`closed`], [`open`]); only the lengths of the stays and the hours of the day come
//! from a seeded generator, so that the sample is the same for everybody who opens it on the same day.

mod closed;
mod open;
#[cfg(test)]
mod tests;
mod timeline;

use super::build::{Built, Ranks, from_template};
use super::cycle_b2b;
use crate::model::{
    Command, Currency, Day, Deal, DealId, Event, Happened, Ids, Meta, Outcome, PipelineId, StageId,
    Timestamp, Zone,
};
use timeline::{Dice, Step, timeline};

/// Which of all possible years the sample tells.
const SEED: u64 = 7;

/// What the workspace is called while it holds the sample.
const NAME: &str = "Sample: shift planning";

/// The four who sell. A story names its owner by index.
const OWNERS: [&str; 4] = ["Aina Rahman", "Jānis Kalniņš", "Lin Wei", "Sari Virtanen"];

// Where leads come from (method row 13).
const PROFESSIONAL_NETWORK: &str = "Professional network";
const COLD_EMAIL: &str = "Cold e-mail";
const WEBINAR: &str = "Webinar";
const TRADE_EVENT: &str = "Trade event";
const REFERRAL: &str = "Referral";
const CONTENT: &str = "Content";

// Why deals are lost (method row 27).
const NO_COMMITMENT: &str = "No commitment";
const WRONG_TIME: &str = "Wrong time";
const PRICE: &str = "Price against budget";
const COMPETITOR: &str = "Competitor’s offer";
const NONE_CHOSEN: &str = "None chosen";

// What is sold.
const SHIFT_PLANNING: &str = "Shift planning";
const TIME_RECORDING: &str = "Time recording";
const PAYROLL_EXPORT: &str = "Payroll export";

/// A deal as it is told, without its dates.
struct Story {
    title: &'static str,
    product: &'static str,
    company: &'static str,
    contact: &'static str,
    source: &'static str,
    /// Index into [`OWNERS`].
    owner: usize,
    /// In whole euros.
    value: i64,
    /// The stages it went through, by index; `x` is a loss after which it was re-opened in the stage that follows.
    path: &'static str,
    end: End,
    notes: &'static str,
}

/// How a story ends. Days are calendar days before `now`, at least one; a date on a weekend moves to the Friday before.
enum End {
    Won { days_ago: i64 },
    Lost { days_ago: i64, reason: &'static str },
    Open { days_in_stage: i64, closes_in: i64 },
}

/// The sample as it would stand at `now`, for a workspace without pipelines: forty deals in the B2B cycle, in euros.
/// Nothing in it lies after `now` but some expected closes. The workspace, whose particulars so far are `meta`, is
/// marked as holding the sample.
pub fn sample(meta: &Meta, ids: &mut dyn Ids, now: Timestamp) -> Built {
    let mut built = from_template(&cycle_b2b::TEMPLATE, Currency::EUR, None, ids);
    let mut dice = Dice::new(SEED);
    let mut ranks = Ranks::default();
    // Cards lie in the order of this list: the latest closed on top, as they do when somebody closes them one by one.
    let deals = open::OPEN
        .iter()
        .chain(closed::CLOSED.iter().rev())
        .map(|story| {
            let steps = timeline(story, now, &mut dice);
            let mut deal = told(story, built.pipeline, &built.stages, &steps, DealId(ids.next()), &mut ranks);
            deal.expected = expected(story, now, &mut dice);
            deal
        })
        .collect();
    let meta = Meta { name: NAME.to_owned(), sample: true, ..meta.clone() };
    built.command = Command::Batch(vec![Command::SetMeta(meta), built.command, Command::ImportDeals(deals)]);
    built
}

/// The deal of a story, with its history.
fn told(
    story: &Story,
    pipeline: PipelineId,
    stages: &[StageId],
    steps: &[(Timestamp, Step)],
    id: DealId,
    ranks: &mut Ranks,
) -> Deal {
    let mut history = Vec::with_capacity(steps.len());
    let mut outcome = Outcome::Open;
    let mut current: Option<StageId> = None;
    for &(at, step) in steps {
        match step {
            Step::Enter(index) => {
                let Some(to) = stages.get(index).copied() else { continue };
                if outcome != Outcome::Open {
                    outcome = Outcome::Open;
                    history.push(Event { at, what: Happened::Reopened });
                }
                match current {
                    None => history.push(Event { at, what: Happened::Created { stage: to } }),
                    Some(from) if from != to => {
                        history.push(Event { at, what: Happened::Moved { from, to } })
                    }
                    Some(_) => {}
                }
                current = Some(to);
            }
            Step::Lost => lose(&mut history, &mut outcome, at, WRONG_TIME),
            Step::End => match story.end {
                End::Won { .. } => {
                    outcome = Outcome::Won { at };
                    history.push(Event { at, what: Happened::Won });
                }
                End::Lost { reason, .. } => lose(&mut history, &mut outcome, at, reason),
                End::Open { .. } => {}
            },
        }
    }
    Deal {
        id,
        pipeline,
        stage: current.unwrap_or(StageId(0)),
        rank: ranks.next(),
        title: story.title.to_owned(),
        company: story.company.to_owned(),
        contact: story.contact.to_owned(),
        owner: OWNERS.get(story.owner).copied().unwrap_or_default().to_owned(),
        value: story.value * Currency::EUR.scale(),
        source: story.source.to_owned(),
        product: story.product.to_owned(),
        reference: String::new(),
        expected: None,
        chance: None,
        notes: story.notes.to_owned(),
        outcome,
        story: crate::model::Story::default(),
        created: history.first().map_or(Timestamp::default(), |event| event.at),
        history,
    }
}

fn lose(history: &mut Vec<Event>, outcome: &mut Outcome, at: Timestamp, reason: &str) {
    *outcome = Outcome::Lost { at, reason: reason.to_owned() };
    history.push(Event { at, what: Happened::Lost { reason: reason.to_owned() } });
}

/// The day on which the team expected the deal to close; for closed deals a guess that was out by up to ten days.
fn expected(story: &Story, now: Timestamp, dice: &mut Dice) -> Option<Day> {
    let from_now = match story.end {
        End::Open { closes_in, .. } => closes_in,
        End::Won { days_ago } | End::Lost { days_ago, .. } => dice.between((-10, 10)) - days_ago,
    };
    Day::from_number(Zone::UTC.day(now).number() + from_now)
}
