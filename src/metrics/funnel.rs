//! How many deals came how far.

use super::case::Case;
use super::census::Census;
use super::chances::ChanceFigure;
use super::drill::Left;
use super::figures::{Rate, Tally};
use super::ladder::Ladder;
use super::moved::MoveFigure;
use super::pairs::PairFigure;
use crate::model::{OutcomeKind, Rung};

/// How a deal is counted at a rung of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Rule {
    /// Its furthest rung ever is this one or a higher one. The rungs that it jumped over count too.
    #[default]
    Furthest,
    /// It has been on this rung. A funnel counted so may grow from one rung to the next.
    Touched,
    /// It has been on this rung and on every one below.
    Strict,
    /// As touched; and it goes on to the next rung if it once went there straight.
    Direct,
    /// As touched; and it goes on if it once was on a higher rung after it first entered this one.
    Progressed,
}

impl Rule {
    /// All rules, the default first.
    pub const ALL: [Rule; 5] = [Rule::Furthest, Rule::Touched, Rule::Strict, Rule::Direct, Rule::Progressed];

    /// Whether a deal is counted at a rung. Stages out of use break no way.
    fn counts(self, ladder: &Ladder, case: &Case<'_>, at: usize) -> Result<(), Left> {
        let beyond = case.furthest() > Some(at);
        if self == Rule::Furthest {
            return if beyond || case.touched(at) { Ok(()) } else { Err(Left::NotReached) };
        }
        if !case.touched(at) {
            return Err(if beyond { Left::Skipped } else { Left::NotReached });
        }
        let whole = || (0..at).all(|low| ladder.is_retired(low) || case.touched(low));
        if self == Rule::Strict && !whole() { Err(Left::Broken) } else { Ok(()) }
    }

    /// Whether a deal is counted as going on from a rung to the next one in use.
    fn goes_on(self, ladder: &Ladder, case: &Case<'_>, at: usize) -> Result<(), Left> {
        let here = self.counts(ladder, case, at);
        let next = ladder.next(at).ok_or(Left::NotConcerned)?;
        let went = match self {
            // The counts of the two rungs are set against each other: by these rules whoever is at the next one.
            Rule::Furthest | Rule::Touched | Rule::Strict => self.counts(ladder, case, next).is_ok(),
            Rule::Direct => here.is_ok() && went_straight(ladder, case, at, next),
            Rule::Progressed => {
                let since = case.stays.iter().skip_while(|stay| stay.rung != Some(at));
                here.is_ok() && since.clone().any(|stay| stay.rung > Some(at))
            }
        };
        if went { Ok(()) } else { here.and(Err(Left::NotGoneOn)) }
    }
}

/// Whether a deal once went from a rung to another with nothing between; what it did in stages out of use is passed over, unless the
/// rung is one itself.
fn went_straight(ladder: &Ladder, case: &Case<'_>, at: usize, next: usize) -> bool {
    let all = ladder.is_retired(at);
    let in_use = |rung: &Option<usize>| all || !rung.is_some_and(|rung| ladder.is_retired(rung));
    let mut before = None;
    case.stays.iter().map(|stay| stay.rung).filter(in_use).any(|rung| {
        let straight = before == Some(at) && rung == Some(next);
        before = rung;
        straight
    })
}

/// A rung of a funnel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub rung: Rung,
    /// Whether it is a stage out of use, which stays because deals have been there.
    pub retired: bool,
    /// The deals counted here, and what they are worth.
    pub reached: Tally,
    /// How many of them were never on this rung; above 0 only by [`Rule::Furthest`].
    pub skipped: u64,
    /// How many deals the default rule counts here and this one does not. The default rule leaves out none that another counts.
    pub dropped: u64,
    /// How many of them go on to the next rung in use, by the rule; `None` on the last.
    pub next: Option<Rate>,
    /// How many of those counted here do not go on, by what they are now, in the order of [`OutcomeKind::ALL`].
    pub stopped: [u64; 4],
    /// Those counted here ÷ those counted on the first rung.
    pub cumulative: Rate,
}

/// A funnel and how it was counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FunnelReport {
    /// The counting rule.
    pub rule: Rule,
    /// How many deals the population holds.
    pub deals: u64,
    /// The stages from the first, and won as the last.
    pub steps: Vec<Step>,
}

#[derive(Clone, Copy, Default)]
struct Count {
    reached: Tally,
    skipped: u64,
    dropped: u64,
    passed: u64,
    stopped: [u64; 4],
}

/// Counts how far the deals of a population came. Lost is no rung: a lost deal stays counted as far as it came.
pub fn funnel(census: &Census, rule: Rule) -> FunnelReport {
    let ladder = census.ladder();
    let mut counts = vec![Count::default(); ladder.len()];
    for case in census.cases() {
        let kind = OutcomeKind::ALL.iter().position(|kind| *kind == case.outcome());
        for (at, count) in counts.iter_mut().enumerate() {
            let passed = rule.goes_on(ladder, &case, at);
            count.passed += u64::from(passed.is_ok());
            match rule.counts(ladder, &case, at) {
                Ok(()) => {
                    count.reached.add(case.value());
                    count.skipped += u64::from(!case.touched(at));
                    let stopped = kind.and_then(|kind| count.stopped.get_mut(kind));
                    if let Some(stopped) = stopped.filter(|_| passed == Err(Left::NotGoneOn)) {
                        *stopped += 1;
                    }
                }
                Err(why) => count.dropped += u64::from(why != Left::NotReached),
            }
        }
    }
    // What is out of use is no beginning any more.
    let begins = (0..ladder.won()).find(|at| !ladder.is_retired(*at)).unwrap_or(0);
    let first = counts.get(begins).map_or(0, |count| count.reached.count);
    let steps = ladder
        .rungs()
        .zip(&counts)
        .enumerate()
        .map(|(at, (rung, count))| Step {
            rung,
            retired: ladder.is_retired(at),
            reached: count.reached,
            skipped: count.skipped,
            dropped: count.dropped,
            next: ladder.next(at).map(|_| Rate { part: count.passed, of: count.reached.count }),
            stopped: count.stopped,
            cumulative: if at < begins {
                Rate { part: 0, of: 0 }
            } else {
                Rate { part: count.reached.count, of: first }
            },
        })
        .collect();
    FunnelReport { rule, deals: census.len() as u64, steps }
}

/// A figure of the funnel, the ways through it, or the chances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunnelFigure {
    /// The deals counted at a rung.
    Rung {
        /// By which rule.
        rule: Rule,
        /// Where.
        rung: Rung,
    },
    /// Those that go on to the next rung in use; of a rule that sets the counts of two rungs against each other, those at the next.
    GoesOn {
        /// By which rule.
        rule: Rule,
        /// From where.
        rung: Rung,
    },
    /// Those counted at a rung that do not go on and are this now (method row 7).
    Stops {
        /// By which rule.
        rule: Rule,
        /// Where.
        rung: Rung,
        /// What they are now.
        became: OutcomeKind,
    },
    /// Those that came beyond a rung and were never on it.
    Skipped(Rung),
    /// Those that the default rule counts at a rung and another does not.
    Dropped {
        /// The other rule.
        rule: Rule,
        /// Where.
        rung: Rung,
    },
    /// Of any two rungs.
    Pair(PairFigure),
    /// Of a stage's historical chance.
    Chance(ChanceFigure),
    /// Of the moves that deals really made.
    Move(MoveFigure),
}

impl FunnelFigure {
    /// Whether the figure counts a deal of the population.
    ///
    /// # Errors
    /// Why it does not.
    pub fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let ladder = census.ladder();
        let place = |rung: Rung| ladder.position(rung).ok_or(Left::NotConcerned);
        match *self {
            FunnelFigure::Rung { rule, rung } => rule.counts(ladder, case, place(rung)?),
            FunnelFigure::GoesOn { rule, rung } => rule.goes_on(ladder, case, place(rung)?),
            FunnelFigure::Stops { rule, rung, became } => {
                let at = place(rung)?;
                rule.counts(ladder, case, at)?;
                match rule.goes_on(ladder, case, at) {
                    Ok(()) => Err(Left::GoneOn),
                    Err(Left::NotGoneOn) if case.outcome() == became => Ok(()),
                    Err(Left::NotGoneOn) => Err(Left::by(case.outcome())),
                    Err(why) => Err(why),
                }
            }
            FunnelFigure::Skipped(rung) => {
                let at = place(rung)?;
                Rule::Furthest.counts(ladder, case, at)?;
                if case.touched(at) { Err(Left::WasThere) } else { Ok(()) }
            }
            FunnelFigure::Dropped { rule, rung } => {
                let at = place(rung)?;
                Rule::Furthest.counts(ladder, case, at)?;
                if rule.counts(ladder, case, at).is_ok() { Err(Left::Alike) } else { Ok(()) }
            }
            FunnelFigure::Pair(figure) => figure.counts(census, case),
            FunnelFigure::Chance(figure) => figure.counts(census, case),
            FunnelFigure::Move(figure) => figure.counts(census, case),
        }
    }
}
