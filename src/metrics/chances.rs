//! What the past says about a stage's chance: of the closed deals that came so far, the share that was won.

use super::case::Case;
use super::census::Census;
use super::drill::Left;
use super::figures::Rate;
use crate::model::{OutcomeKind, StageId};

/// From how many closed deals on a share says something.
const ENOUGH: u64 = 20;
/// How many standard deviations 95 % of a normal distribution lie within.
const Z: f64 = 1.959_964;

/// The deals of a stage's historical chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChanceFigure {
    /// The stage.
    pub stage: StageId,
    /// Whether only the won ones are meant, or all closed ones.
    pub won: bool,
}

impl ChanceFigure {
    pub(super) fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let at = census.ladder().stage(self.stage).ok_or(Left::NotConcerned)?;
        match case.outcome() {
            kind @ (OutcomeKind::Open | OutcomeKind::Nurture) => Err(Left::by(kind)),
            _ if case.furthest() < Some(at) => Err(Left::NotReached),
            OutcomeKind::Lost if self.won => Err(Left::IsLost),
            OutcomeKind::Won | OutcomeKind::Lost => Ok(()),
        }
    }
}

/// A stage's chance as it is set, and as the past has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StageChance {
    /// The stage.
    pub stage: StageId,
    /// The percentage that is set for it.
    pub configured: u8,
    /// The won deals of the closed ones whose furthest rung is this stage or a higher one.
    pub past: Rate,
}

impl StageChance {
    /// Whether enough deals were closed for the share to say something.
    pub fn is_enough(&self) -> bool {
        self.past.of >= ENOUGH
    }

    /// What would be set: the share in whole percent, never 100, since a deal that is not won can be lost. `None` where too few
    /// deals were closed.
    pub fn suggested(&self) -> Option<u8> {
        let share = self.past.value().filter(|_| self.is_enough())?;
        Some((share * 100.0).round().clamp(0.0, 99.0) as u8)
    }
}

/// The historical chance of each stage in use, from the first.
pub fn chances(census: &Census) -> Vec<StageChance> {
    let stages = census.ladder().stages().iter().filter(|place| !place.retired);
    let mut found: Vec<(usize, StageChance)> = stages
        .filter_map(|place| {
            let at = census.ladder().stage(place.stage)?;
            Some((at, StageChance { stage: place.stage, configured: place.chance, past: Rate::default() }))
        })
        .collect();
    for case in census.cases().filter(Case::is_closed) {
        let furthest = case.furthest();
        for (_, chance) in found.iter_mut().filter(|(at, _)| furthest >= Some(*at)) {
            chance.past.of += 1;
            chance.past.part += u64::from(case.is_won());
        }
    }
    found.into_iter().map(|(_, chance)| chance).collect()
}

/// The interval within which the true share lies with 95 % confidence, from 0 to 1: the score interval of E. B. Wilson, "Probable
/// inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927),
/// pages 209–212. With p = k ÷ n it is (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n). `None` of nothing.
pub fn wilson(rate: Rate) -> Option<(f64, f64)> {
    let share = rate.value()?;
    let n = rate.of as f64;
    let squared = Z * Z / n;
    let middle = share + squared / 2.0;
    let half = Z * (share * (1.0 - share) / n + squared / (4.0 * n)).max(0.0).sqrt();
    let bound = |sum: f64| (sum / (1.0 + squared)).clamp(0.0, 1.0);
    // At the ends the bound is the share itself, but for what is lost in rounding.
    Some((bound(middle - half).min(share), bound(middle + half).max(share)))
}
