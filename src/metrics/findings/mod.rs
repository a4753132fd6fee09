//! What the page says unasked: where deals leak, clog, are lost by waiting, crowd at the end, or have grown stale; each with
//! the numbers that it rests on and its deals.
//!
//! A [`Trouble`] says of each deal whether it is one of its deals: a finding counts by that question and so does its drill-down.

mod gather;

use std::collections::BTreeMap;

use super::case::Case;
use super::census::Census;
use super::dated::Dated;
use super::drill::Left;
use super::figures::{Days, Rate, Tally};
use super::ladder::Ladder;
use super::stale::{Staleness, Standing};
use crate::model::{OutcomeKind, StageId};

use gather::{Gathered, StageFacts};

/// From how many deals on a median or a share is told.
const FEW: u64 = 3;
/// From how many deals on each side lost deals are compared to those that went on.
const COMPARED: u64 = 8;
/// How many reasons a leak names.
const REASONS: usize = 3;

/// What is the matter, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trouble {
    /// Out of no stage are more deals lost.
    Leak(StageId),
    /// Out of no stage is more value lost, where that is another than that of most deals.
    ValueLeak(StageId),
    /// Deals sit in the stage.
    Clog(StageId),
    /// Deals are lost from the stage after staying much longer than those that go on.
    SlowLoss(StageId),
    /// Deals rush to the last stages and stay there.
    Inverted,
    /// Open deals have stood too long, or have no next step.
    Stale,
}

impl Trouble {
    /// The stage that it is about, if it is about one.
    pub fn stage(self) -> Option<StageId> {
        match self {
            Trouble::Leak(stage)
            | Trouble::ValueLeak(stage)
            | Trouble::Clog(stage)
            | Trouble::SlowLoss(stage) => Some(stage),
            Trouble::Inverted | Trouble::Stale => None,
        }
    }

    /// Its name among those that were dismissed.
    pub fn key(self) -> String {
        let kind = self.kind();
        self.stage().map_or_else(|| kind.to_owned(), |stage| format!("{kind}-{stage}"))
    }

    /// What kind it is, for scripts.
    pub fn kind(self) -> &'static str {
        match self {
            Trouble::Leak(_) => "leak",
            Trouble::ValueLeak(_) => "value-leak",
            Trouble::Clog(_) => "clog",
            Trouble::SlowLoss(_) => "slow-loss",
            Trouble::Inverted => "inverted",
            Trouble::Stale => "stale",
        }
    }

    /// Whether it is of deals that are open: those are so as of now, whatever the period.
    pub fn is_of_open(self) -> bool {
        matches!(self, Trouble::Clog(_) | Trouble::Inverted | Trouble::Stale)
    }

    /// Whether a deal is one of its deals: of leaks and slow losses those lost out of the stage, of a clog the open ones
    /// in it, of an inverted funnel the open ones in the last third of the stages.
    ///
    /// # Errors
    /// Why it is not.
    pub fn counts(self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let outcome = case.outcome();
        let is = |kind| if outcome == kind { Ok(()) } else { Err(Left::by(outcome)) };
        let stands = |there: bool| if there { Ok(()) } else { Err(Left::Elsewhere) };
        let at = |stage| case.stage.is_some() && case.stage == census.ladder().stage(stage);
        match self {
            Trouble::Leak(stage) | Trouble::ValueLeak(stage) | Trouble::SlowLoss(stage) => {
                is(OutcomeKind::Lost).and_then(|()| stands(at(stage)))
            }
            Trouble::Clog(stage) => is(OutcomeKind::Open).and_then(|()| stands(at(stage))),
            Trouble::Inverted => is(OutcomeKind::Open).and_then(|()| {
                let thirds = thirds(census.ladder());
                stands(thirds.zip(case.stage).is_some_and(|((_, last), stage)| stage >= last))
            }),
            Trouble::Stale => is(OutcomeKind::Open).and_then(|()| {
                if Standing::of_case(census, case).is_stale() { Ok(()) } else { Err(Left::NotConcerned) }
            }),
        }
    }
}

/// The numbers that a finding rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// Of a leak, by count or by value.
    Leak {
        /// All lost deals.
        lost: Tally,
        /// Whether the most value is lost here too; of a leak by value whether it is the stage of most deals.
        both: bool,
        /// The reasons given most often, an empty one for none given, with how many deals.
        reasons: Vec<(String, u64)>,
        /// How many of the deals have an objection that was not overcome.
        objections: u64,
    },
    /// Of a clog.
    Clog {
        /// The ages of the open deals.
        open: Days,
        /// The completed visits.
        visits: Days,
        /// Whether the median of the one exceeds the 85th percentile of the other.
        aged: bool,
        /// How much of the open value, in minor units, stale deals hold.
        stale: Rate,
        /// Whether that is two fifths or more.
        held: bool,
    },
    /// Of a slow step that loses.
    SlowLoss {
        /// How long the lost deals stayed before they were lost.
        lost: Days,
        /// How long those stayed that went on.
        went_on: Days,
    },
    /// Of an inverted funnel.
    Inverted {
        /// The open deals in the first third of the stages.
        first: u64,
        /// The ages of those in the last third, in their stages.
        ages: Days,
        /// How many of these are past their stage's threshold.
        past: u64,
        /// How long these took through the earlier stages.
        rushed: Days,
        /// How long the won deals took through them.
        won: Days,
        /// The stages of the last third.
        stages: Vec<StageId>,
    },
    /// Of stale deals. A deal can have several of the reasons.
    Stale {
        /// How many are past the threshold in their stage.
        stayed: u64,
        /// How many had no activity for that long.
        silent: u64,
        /// How many have no next step.
        no_step: u64,
        /// How many are past the threshold, past twice and past three times it.
        steps: [u64; 3],
    },
}

/// Something that the page says unasked.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What is the matter.
    pub trouble: Trouble,
    /// Its deals.
    pub deals: Tally,
    /// The numbers.
    pub evidence: Evidence,
}

impl Finding {
    /// The stages that it marks.
    pub fn stages(&self) -> Vec<StageId> {
        match &self.evidence {
            Evidence::Inverted { stages, .. } => stages.clone(),
            _ => self.trouble.stage().into_iter().collect(),
        }
    }

    /// The state that it is in, which differs once it has changed materially: its deals are more or fewer, or its figures have
    /// gone up or down by a step.
    pub fn state(&self) -> String {
        let count = self.deals.count;
        let tenths = |rate: Rate| rate.value().map_or(0, |share| (share * 10.0).round() as u64);
        let times = |part: &Days, of: Option<f64>| {
            let ratio = part.median.zip(of).filter(|(_, of)| *of > 0.0).map_or(0.0, |(part, of)| part / of);
            (ratio.min(99.0) * 2.0) as u64
        };
        match &self.evidence {
            Evidence::Leak { lost, both, .. } => {
                let share = match self.trouble {
                    Trouble::ValueLeak(_) => Rate { part: self.deals.worth(), of: lost.worth() },
                    _ => Rate { part: count, of: lost.count },
                };
                format!("{count} {} {both}", tenths(share))
            }
            Evidence::Clog { open, visits, aged, stale, held } => {
                format!("{count} {aged} {} {held} {}", times(open, visits.p85), tenths(*stale))
            }
            Evidence::SlowLoss { lost, went_on } => format!("{count} {}", times(lost, went_on.median)),
            Evidence::Inverted { first, past, .. } => format!("{count} {first} {past}"),
            Evidence::Stale { steps: [one, two, three], .. } => format!("{count} {one} {two} {three}"),
        }
    }

    /// Whether it was put away in the state that it is in.
    pub fn is_dismissed(&self, dismissed: &BTreeMap<String, String>) -> bool {
        dismissed.get(&self.trouble.key()).is_some_and(|state| *state == self.state())
    }
}

/// The last rung of the first third of the stages in use, and the first of the last third; `None` for fewer than three stages.
fn thirds(ladder: &Ladder) -> Option<(usize, usize)> {
    let in_use = || (0..ladder.won()).filter(|at| !ladder.is_retired(*at));
    let third = (in_use().count() + 1) / 3;
    let first = in_use().nth(third.checked_sub(1)?)?;
    let last = in_use().rev().nth(third - 1)?;
    (in_use().count() >= 3).then_some((first, last))
}

/// What there is to say of a population, what is most at stake first: by the value of its deals, then by their number.
pub fn findings(census: &Census) -> Vec<Finding> {
    let gathered = Gathered::of(census);
    let mut found = leaks(&gathered);
    for facts in &gathered.stages {
        found.extend(clog(facts));
        found.extend(slow_loss(facts));
    }
    found.extend(inverted(census, &gathered));
    found.extend(stale(&gathered));
    in_order(found)
}

fn in_order(mut found: Vec<Finding>) -> Vec<Finding> {
    found.sort_by_key(|finding| {
        (std::cmp::Reverse((finding.deals.value, finding.deals.count)), finding.trouble)
    });
    found
}

/// As [`findings`]: what there is to say of the losses of a period, and of what is open now.
pub fn dated_findings(dated: Dated<'_>) -> Vec<Finding> {
    let mut found = findings(dated.all);
    if dated.counted.population().period.is_some() {
        found.retain(|finding| finding.trouble.is_of_open());
        found.extend(findings(dated.counted).into_iter().filter(|finding| !finding.trouble.is_of_open()));
    }
    in_order(found)
}

fn leaks(gathered: &Gathered) -> Vec<Finding> {
    // Of equal ones the earlier: what is lost there is lost first.
    let most = |by: fn(Tally) -> (u64, u64)| {
        let stages = gathered.stages.iter().filter(|facts| facts.lost.count >= FEW);
        stages.rev().max_by_key(|facts| by(facts.lost))
    };
    let by_count = most(|lost| (lost.count, lost.worth()));
    let by_value = most(|lost| (lost.worth(), lost.count)).filter(|facts| facts.lost.value > 0);
    let both = by_count.zip(by_value).is_none_or(|(one, other)| one.stage == other.stage);
    let leak = |facts: &StageFacts, trouble| {
        let mut reasons = facts.reasons.clone();
        reasons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        reasons.truncate(REASONS);
        let evidence = Evidence::Leak { lost: gathered.lost, both, reasons, objections: facts.objections };
        Finding { trouble, deals: facts.lost, evidence }
    };
    let one = by_count.map(|facts| leak(facts, Trouble::Leak(facts.stage)));
    let other = by_value.filter(|_| !both).map(|facts| leak(facts, Trouble::ValueLeak(facts.stage)));
    one.into_iter().chain(other).collect()
}

fn clog(facts: &StageFacts) -> Option<Finding> {
    let (open, visits) = (facts.ages, facts.visits);
    let aged = visits.count >= FEW && open.median.zip(visits.p85).is_some_and(|(age, usual)| age > usual);
    let stale = Rate { part: facts.stale.worth(), of: facts.open.worth() };
    let held = stale.of > 0 && u128::from(stale.part) * 5 >= u128::from(stale.of) * 2;
    let found = facts.open.count >= FEW && (aged || held);
    found.then_some(Finding {
        trouble: Trouble::Clog(facts.stage),
        deals: facts.open,
        evidence: Evidence::Clog { open, visits, aged, stale, held },
    })
}

fn slow_loss(facts: &StageFacts) -> Option<Finding> {
    let (lost, went_on) = (facts.lost_after, facts.went_on);
    let slow = lost.median.zip(went_on.median).is_some_and(|(lost, other)| lost > 0.0 && lost >= 2.0 * other);
    (slow && lost.count >= COMPARED && went_on.count >= COMPARED).then_some(Finding {
        trouble: Trouble::SlowLoss(facts.stage),
        deals: facts.lost,
        evidence: Evidence::SlowLoss { lost, went_on },
    })
}

fn inverted(census: &Census, gathered: &Gathered) -> Option<Finding> {
    let (first, last) = thirds(census.ladder())?;
    let mut deals = Tally::default();
    for facts in gathered.stages.get(last..)? {
        deals.count += facts.open.count;
        deals.value = deals.value.saturating_add(facts.open.value);
    }
    let early = gathered.stages.get(..=first)?.iter().map(|facts| facts.open.count).sum();
    let late = &gathered.late;
    let old = late.times_threshold.is_some_and(|times| times > 1.0);
    let rushed = late.open.median.zip(late.won.median).is_some_and(|(open, won)| open < won / 4.0);
    let many = deals.count >= FEW && deals.count > early && late.won.count >= FEW;
    (many && old && rushed).then(|| Finding {
        trouble: Trouble::Inverted,
        deals,
        evidence: Evidence::Inverted {
            first: early,
            ages: late.ages,
            past: late.past,
            rushed: late.open,
            won: late.won,
            stages: census
                .ladder()
                .stages()
                .iter()
                .skip(last)
                .filter(|p| !p.retired)
                .map(|p| p.stage)
                .collect(),
        },
    })
}

fn stale(gathered: &Gathered) -> Option<Finding> {
    let facts = &gathered.stale;
    (facts.deals.count > 0).then_some(Finding {
        trouble: Trouble::Stale,
        deals: facts.deals,
        evidence: Evidence::Stale {
            stayed: facts.stayed,
            silent: facts.silent,
            no_step: facts.no_step,
            steps: facts.steps,
        },
    })
}

/// The step of a staleness, from 0; `None` for none.
fn step(staleness: Staleness) -> Option<usize> {
    match staleness {
        Staleness::Fresh => None,
        Staleness::Stale => Some(0),
        Staleness::VeryStale => Some(1),
        Staleness::Dormant => Some(2),
    }
}
