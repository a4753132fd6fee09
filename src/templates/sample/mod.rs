//! A workspace to look around in: a small team that sells shift planning to companies, with a year of history.
//!
//! The tales are written down ([`won`], [`lost`], [`open`], [`nurture`]); only the lengths of the stays, the hours of the
//! day and what every deal of this process goes through ([`story`]) are made, from a seeded generator, so that the
//! sample is the same for everybody who opens it on the same day.

mod lost;
mod map;
mod nurture;
mod open;
mod phases;
mod story;
mod team;
#[cfg(test)]
mod tests;
mod timeline;
mod won;

use super::build::{Built, Ranks, from_template};
use super::{Template, cycle_b2b};
use crate::model::{
    ActivityKind, Command, Currency, Day, Deal, DealId, Event, Happened, Ids, Meta, Outcome, PipelineId,
    Question, Rank, Stage, StageId, Story, Timestamp, Zone,
};
use story::{OFFER, Telling};
use team::{FINANCE, OPERATIONS, OWNER, OWNERS, PEOPLE};
use timeline::{Dice, Stay, Step, stays, timeline};

/// Which of all possible years the sample tells.
const SEED: u64 = 7;

/// What the workspace is called while it holds the sample.
const NAME: &str = "Sample: shift planning";

// Where leads come from (method row 13).
const PROFESSIONAL_NETWORK: &str = "Professional network";
const COLD_EMAIL: &str = "Cold e-mail";
const WEBINAR: &str = "Webinar";
const TRADE_EVENT: &str = "Trade event";
const REFERRAL: &str = "Referral";
const CONTENT: &str = "Content";

// Why deals are lost (method row 27), in the words of the interface's own list.
const NO_COMMITMENT: &str = "No commitment";
const WRONG_TIME: &str = "Wrong time";
const PRICE_REASON: &str = "Price above budget";
const COMPETITOR: &str = "A competitor's offer";
const NONE_CHOSEN: &str = "Chose none";

// Why deals are on the nurture list, beside the wrong time (method row 41).
const CANNOT_AFFORD: &str = "Cannot afford it yet";
const NOT_INTERESTED: &str = "Not interested yet";

// What is sold.
const SHIFT_PLANNING: &str = "Shift planning";
const TIME_RECORDING: &str = "Time recording";
const PAYROLL_EXPORT: &str = "Payroll export";

/// The process of the sample, with a map that is its own.
const PROCESS: Template = Template { phases: phases::PHASES, ..cycle_b2b::TEMPLATE };

/// A deal as it is told, without its dates.
struct Tale {
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
    /// Index into the personas of [`team`].
    persona: usize,
    /// Region, industry and size.
    segments: [&'static str; 3],
    /// What the buyer wants solved; empty while nobody knows.
    pain: &'static str,
    more: &'static [More],
}

/// What is particular to a deal, beyond what all of its process go through.
enum More {
    /// The motive that closed it.
    Motive(&'static str),
    /// An objection that was overcome: its kind, the buyer's words and the answer.
    Settled(&'static str, &'static str, &'static str),
    /// An objection that was not: its kind and the buyer's words.
    Raised(&'static str, &'static str),
    /// An answer to a qualifying question, where the deal has not passed the qualification with four times yes.
    Says(Question, Option<bool>, &'static str),
    /// The planned next step, so many days from now; below zero if it is overdue.
    Next(ActivityKind, &'static str, i64),
    /// What it was worth, in whole euros, before the offer was written.
    From(i64),
    /// Its expected close was put off by so many days.
    Later(i64),
    /// A criterion that was never met, by the indexes of its stage and its own.
    Unmet(usize, usize),
    /// A label.
    Tag(&'static str),
    /// How the customer is looked after: every so many months, next in so many days; below zero if that has passed.
    Care(u8, i64),
    /// The customer was asked for a referral.
    Referral,
}

/// How a tale ends. Days are calendar days before `now`, at least one; a date on a weekend moves to the Friday before.
enum End {
    Won {
        days_ago: i64,
    },
    Lost {
        days_ago: i64,
        reason: &'static str,
    },
    Open {
        days_in_stage: i64,
        closes_in: i64,
    },
    /// On the nurture list, to come back to in so many days; below zero if that day has passed.
    Nurture {
        days_ago: i64,
        back_in: i64,
        reason: &'static str,
    },
}

/// How many deals the sample has.
pub const SAMPLE_DEALS: usize = open::OPEN.len() + won::WON.len() + lost::LOST.len() + nurture::NURTURE.len();

/// The sample as it would stand at `now`, for a workspace without pipelines: forty deals in the B2B cycle and three on
/// its nurture list, in euros, and a map of the buyer's journey on which the team has worked. Nothing in it lies after `now` but what is expected or planned. The workspace, whose
/// particulars so far are `meta`, is marked as holding the sample.
pub fn sample(meta: &Meta, ids: &mut dyn Ids, now: Timestamp) -> Built {
    let mut built = from_template(&PROCESS, Currency::EUR, None, ids);
    let stages = stages(&built.command);
    let (meta, personas) = team::meta(Meta { name: NAME.to_owned(), sample: true, ..meta.clone() }, ids);
    let reviews = team::reviews(built.pipeline, &built.stages, ids, now);
    let map = map::commands(&built.command, built.pipeline, &built.stages, &personas, ids);
    let mut dice = Dice::new(SEED);
    let mut ranks = Ranks::default();
    // Cards lie in the order of this list: the latest closed on top, as they do when somebody closes them one by one.
    let closed = won::WON.iter().chain(&lost::LOST).rev();
    let deals = open::OPEN
        .iter()
        .chain(closed)
        .chain(&nurture::NURTURE)
        .enumerate()
        .map(|(index, tale)| {
            let steps = timeline(tale, now, &mut dice);
            let mut deal = told(tale, &stages, &steps, DealId(ids.next()), now);
            deal.pipeline = built.pipeline;
            deal.rank = ranks.next();
            deal.expected = expected(tale, now, &mut dice);
            // Dice of its own, so that a word more in one tale leaves the others as they are.
            let mut dice = Dice::new(SEED * 1000 + index as u64);
            let stays = stays(&steps, now);
            let telling = Telling {
                tale,
                deal: &deal,
                stages: &stages,
                stays: &stays,
                now,
                ids: &mut *ids,
                dice: &mut dice,
            };
            deal.story = telling.story();
            deal.story.persona = personas.get(tale.persona).copied();
            changed(tale, &mut deal, &stays, &mut dice);
            deal
        })
        .collect();
    let mut commands = vec![Command::SetMeta(meta), built.command];
    commands.extend(reviews);
    commands.extend(map);
    commands.extend(team::targets(built.pipeline, now));
    commands.push(Command::ImportDeals(deals));
    built.command = Command::Batch(commands);
    built
}

/// The stages that a command adds, in order.
fn stages(command: &Command) -> Vec<Stage> {
    match command {
        Command::Batch(commands) => commands.iter().flat_map(stages).collect(),
        Command::AddStage(stage) => vec![stage.clone()],
        _ => Vec::new(),
    }
}

/// The deal of a tale, with the stages that it went through; its place and its story are still to come.
fn told(tale: &Tale, stages: &[Stage], steps: &[(Timestamp, Step)], id: DealId, now: Timestamp) -> Deal {
    let mut history = Vec::with_capacity(steps.len());
    let mut outcome = Outcome::Open;
    let mut current = None;
    for &(at, step) in steps {
        match step {
            Step::Enter(index) => {
                let Some(to) = stages.get(index).map(|stage| stage.id) else { continue };
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
            Step::End => match tale.end {
                End::Won { .. } => {
                    outcome = Outcome::Won { at };
                    history.push(Event { at, what: Happened::Won });
                }
                End::Lost { reason, .. } => lose(&mut history, &mut outcome, at, reason),
                End::Nurture { back_in, reason, .. } => {
                    let until = day(now, back_in);
                    outcome = Outcome::Nurture { since: at, until, reason: reason.to_owned() };
                    history.push(Event { at, what: Happened::Nurtured { reason: reason.to_owned(), until } });
                }
                End::Open { .. } => {}
            },
        }
    }
    Deal {
        id,
        pipeline: PipelineId(0),
        stage: current.unwrap_or(StageId(0)),
        rank: Rank::middle(),
        title: tale.title.to_owned(),
        company: tale.company.to_owned(),
        contact: tale.contact.to_owned(),
        owner: OWNERS.get(tale.owner).copied().unwrap_or_default().to_owned(),
        value: tale.value * Currency::EUR.scale(),
        source: tale.source.to_owned(),
        product: tale.product.to_owned(),
        reference: String::new(),
        expected: None,
        chance: None,
        notes: tale.notes.to_owned(),
        outcome,
        story: Story::default(),
        created: history.first().map_or(Timestamp::default(), |event| event.at),
        history,
    }
}

fn lose(history: &mut Vec<Event>, outcome: &mut Outcome, at: Timestamp, reason: &str) {
    *outcome = Outcome::Lost { at, reason: reason.to_owned() };
    history.push(Event { at, what: Happened::Lost { reason: reason.to_owned() } });
}

/// The day on which the team expected the deal to close; for closed deals a guess that was out by up to ten days.
fn expected(tale: &Tale, now: Timestamp, dice: &mut Dice) -> Option<Day> {
    let from_now = match tale.end {
        End::Open { closes_in, .. } => closes_in,
        End::Won { days_ago } | End::Lost { days_ago, .. } => dice.between((-10, 10)) - days_ago,
        End::Nurture { .. } => return None,
    };
    day(now, from_now)
}

/// The day so many days from now.
fn day(now: Timestamp, from_now: i64) -> Option<Day> {
    Day::from_number(Zone::UTC.day(now).number() + from_now)
}

/// Writes into the history what became of the value and of the expected close on the way.
fn changed(tale: &Tale, deal: &mut Deal, stays: &[Stay], dice: &mut Dice) {
    let mut to = deal.expected;
    let mut share = 0.8;
    for more in tale.more.iter().rev() {
        match more {
            More::From(euros) => {
                // The offer is written when the talk about it begins.
                let Some(stay) = stays.iter().find(|stay| stay.stage >= OFFER).or(stays.last()) else {
                    continue;
                };
                let what = Happened::Revalued { from: euros * Currency::EUR.scale(), to: deal.value };
                deal.history.push(Event { at: stay.within(0.3, dice), what });
            }
            More::Later(days) => {
                let Some(stay) = stays.last() else { continue };
                let from = to.and_then(|day| Day::from_number(day.number() - days));
                deal.history
                    .push(Event { at: stay.within(share, dice), what: Happened::Rescheduled { from, to } });
                (to, share) = (from, share / 2.0);
            }
            _ => {}
        }
    }
    deal.history.sort_by_key(|event| event.at);
}
