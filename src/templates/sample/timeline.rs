//! When a tale's steps happened: stays of plausible length in each stage, on working days, counted back from `now`.

use super::{End, Tale};
use crate::model::Timestamp;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// The usual shortest and longest stay in each stage of the B2B cycle, in days. Invented, of a size that adds up to
/// the months which the sources give a sale to companies.
const STAYS: [(i64, i64); 6] = [(4, 12), (3, 14), (4, 14), (8, 24), (6, 22), (5, 16)];
/// How long a lost deal rested before it was re-opened, in days.
const REST: (i64, i64) = (90, 120);

/// What happened to a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It was created in a stage or came into it, by the stage's index.
    Enter(usize),
    /// It was lost for a while; the next step brings it back.
    Lost,
    /// Its end, where it has one.
    End,
}

/// A small generator of numbers that look random and are the same for the same seed (SplitMix64).
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`, both possible. `high` must not be below `low`.
    pub(super) fn between(&mut self, (low, high): (i64, i64)) -> i64 {
        let width = high.saturating_sub(low).unsigned_abs().saturating_add(1);
        low + (self.roll() % width) as i64
    }
}

/// The steps of a tale with their instants, in order, all at least a day before `now`.
pub(super) fn timeline(tale: &Tale, now: Timestamp, dice: &mut Dice) -> Vec<(Timestamp, Step)> {
    let mut steps: Vec<Step> = tale.path.chars().map(step).collect();
    let mut age = match tale.end {
        End::Won { days_ago } | End::Lost { days_ago, .. } | End::Nurture { days_ago, .. } => {
            steps.push(Step::End);
            days_ago
        }
        End::Open { days_in_stage, .. } => days_in_stage,
    };
    // Backwards, because it is the last step whose date the tale gives.
    let mut aged = Vec::with_capacity(steps.len());
    let mut later: Option<Step> = None;
    for step in steps.into_iter().rev() {
        if let Some(later) = later {
            age += match step {
                Step::Lost => dice.between(REST),
                Step::Enter(stage) => {
                    let stay = dice.between(STAYS.get(stage).copied().unwrap_or((7, 14)));
                    // Deals that lead to nothing linger first.
                    let lost = later == Step::Lost
                        || (later == Step::End && matches!(tale.end, End::Lost { .. } | End::Nurture { .. }));
                    if lost { stay * 2 } else { stay }
                }
                Step::End => 0,
            };
        }
        aged.push((age, step));
        later = Some(step);
    }
    let mut before = i64::MIN;
    aged.into_iter()
        .rev()
        .map(|(age, step)| {
            let minutes = dice.between((8 * 60, 16 * 60));
            // A weekend's step moves to the Friday before, where it must still come after the step before it.
            let at = (working_day(now, age) * DAY + minutes * 60_000).max(before.saturating_add(HOUR));
            before = at;
            (Timestamp(at), step)
        })
        .collect()
}

fn step(mark: char) -> Step {
    mark.to_digit(10).map_or(Step::Lost, |stage| Step::Enter(stage as usize))
}

/// The number of the day `age` days before `now` (UTC), or of the Friday before it if that is a weekend.
fn working_day(now: Timestamp, age: i64) -> i64 {
    let day = now.0.div_euclid(DAY) - age;
    // Day 0, 1970-01-01, was a Thursday: Monday is 0 here, Saturday 5.
    day - ((day + 3).rem_euclid(7) - 4).max(0)
}

/// The time that a deal spent in a stage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    /// The stage's index.
    pub stage: usize,
    /// When it came.
    pub from: Timestamp,
    /// When it left; just before `now` if it is still there.
    pub to: Timestamp,
    /// What came next, where anything did.
    pub next: Option<Step>,
}

impl Stay {
    /// A moment of working time after that share of the stay, from 0 to 1.
    pub fn within(&self, share: f64, dice: &mut Dice) -> Timestamp {
        let at = self.from.0 + ((self.to.0 - self.from.0) as f64 * share) as i64;
        let minutes = dice.between((8 * 60, 16 * 60));
        Timestamp((working_day(Timestamp(at), 0) * DAY + minutes * 60_000).min(self.to.0).max(self.from.0))
    }

    /// The first days of the stay, if it was longer.
    pub fn first(self, days: i64) -> Stay {
        Stay { to: self.to.min(self.from.plus_days(days)), ..self }
    }
}

/// The stays of a timeline, in order.
pub(super) fn stays(steps: &[(Timestamp, Step)], now: Timestamp) -> Vec<Stay> {
    let next = steps.iter().skip(1).map(Some).chain([None]);
    steps
        .iter()
        .zip(next)
        .filter_map(|((from, step), next)| {
            let Step::Enter(stage) = *step else { return None };
            let to = next.map_or(Timestamp(now.0 - 60_000), |(at, _)| *at);
            Some(Stay { stage, from: *from, to, next: next.map(|(_, step)| *step) })
        })
        .collect()
}
