//! How many deals came how far.

use super::census::Census;
use super::figures::{Rate, Tally};
use crate::model::Rung;

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
    /// How many of them go on to the next rung in use, by the rule; `None` on the last.
    pub next: Option<Rate>,
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
    passed: u64,
}

/// Counts how far the deals of a population came. Lost is no rung: a lost deal stays counted as far as it came.
pub fn funnel(census: &Census, rule: Rule) -> FunnelReport {
    let ladder = census.ladder();
    let mut counts = vec![Count::default(); ladder.len()];
    let (mut climb, mut in_use, mut visited) = (Vec::new(), Vec::new(), Vec::new());
    for case in census.cases() {
        climb.clear();
        climb.extend(case.stays.iter().map(|stay| stay.rung));
        in_use.clear();
        in_use.extend(climb.iter().filter(|at| !at.is_some_and(|at| ladder.is_retired(at))));
        visited.clear();
        visited.resize(counts.len(), false);
        for at in climb.iter().flatten() {
            if let Some(seen) = visited.get_mut(*at) {
                *seen = true;
            }
        }
        let furthest = climb.iter().flatten().max().copied();
        let reached = |(at, seen): &(usize, &bool)| **seen || ladder.is_retired(*at);
        let unbroken = visited.iter().enumerate().take_while(reached).count();
        for (at, (count, seen)) in counts.iter_mut().zip(&visited).enumerate() {
            let counted = match rule {
                Rule::Furthest => furthest.is_some_and(|top| at <= top),
                Rule::Touched | Rule::Direct | Rule::Progressed => *seen,
                Rule::Strict => *seen && at < unbroken,
            };
            if !counted {
                continue;
            }
            count.reached.add(case.deal);
            count.skipped += u64::from(!seen);
            let passed = match rule {
                Rule::Direct => {
                    let climb = if ladder.is_retired(at) { &climb } else { &in_use };
                    climb.windows(2).any(|pair| *pair == [Some(at), ladder.next(at)])
                }
                Rule::Progressed => {
                    climb.iter().skip_while(|rung| **rung != Some(at)).any(|rung| *rung > Some(at))
                }
                Rule::Furthest | Rule::Touched | Rule::Strict => false,
            };
            count.passed += u64::from(passed);
        }
    }
    let first = counts.first().map_or(0, |count| count.reached.count);
    let count = |at: usize| counts.get(at).map(|count| count.reached.count);
    let steps = ladder
        .rungs()
        .zip(&counts)
        .enumerate()
        .map(|(at, (rung, found))| (rung, found, ladder.is_retired(at), ladder.next(at).and_then(count)))
        .map(|(rung, count, retired, above)| Step {
            rung,
            retired,
            reached: count.reached,
            skipped: count.skipped,
            next: above.map(|above| Rate {
                part: if matches!(rule, Rule::Direct | Rule::Progressed) { count.passed } else { above },
                of: count.reached.count,
            }),
            cumulative: Rate { part: count.reached.count, of: first },
        })
        .collect();
    FunnelReport { rule, deals: census.len() as u64, steps }
}
