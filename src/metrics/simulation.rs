//! What a term may bring: its open deals won or not by their chances, many times over.
//!
//! Reproducible: the generator starts from a fixed seed, and the deals are thrown in an order that is their own.

use super::census::Census;
use super::figures::{Rate, Tally};
use super::forecast::{Due, Pace, due, won_in};
use crate::model::Term;

/// From which number all throws follow.
const SEED: u64 = 0x5374_6167_656c_696e;
/// How many throws of a deal there are at most in all runs together, as long as there are enough runs.
const THROWS: usize = 400_000;
/// The fewest runs, and the most.
const RUNS: (usize, usize) = (500, 5000);
/// How many bars the picture of the results has.
const BARS: usize = 24;

/// What a term may bring, in minor units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Simulation {
    /// How many times the term was played.
    pub runs: u64,
    /// What is won already; the least that it can be.
    pub won: Tally,
    /// The open deals that were thrown.
    pub open: Tally,
    /// The 10th percentile of the results by nearest rank: one in ten brings no more.
    pub low: i64,
    /// The median.
    pub median: i64,
    /// The 90th percentile.
    pub high: i64,
    /// In how many of the runs the target is reached; `None` without one.
    pub reached: Option<Rate>,
    /// How many runs brought how much: equal steps from the least to the most, each with its runs; the last holds its end.
    pub bars: Vec<Bar>,
}

/// So many results lie within a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// From here, in minor units.
    pub from: i64,
    /// Up to here.
    pub to: i64,
    /// So many runs.
    pub runs: u64,
}

/// SplitMix64, after Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Plays a term: every open deal that is expected to close in it is won with its own chance, independently of all others, beside
/// what is won already.
pub fn simulate(census: &Census, term: Term, target: Option<i64>) -> Simulation {
    let (mut won, mut open) = (Tally::default(), Tally::default());
    let mut thrown: Vec<(i64, u8)> = Vec::new();
    for case in census.cases() {
        if won_in(&case, Pace::of(term)) == Some(term) {
            won.add(case.value());
        } else if due(census, &case, Pace::of(term)) == Some(Due::In(term)) {
            open.add(case.value());
            thrown.push((case.value(), case.chance));
        }
    }
    // By what they are and not by their ids: the same deals give the same result wherever they come from.
    thrown.sort_unstable();
    let runs = if thrown.is_empty() { 1 } else { (THROWS / thrown.len()).clamp(RUNS.0, RUNS.1) };
    let mut results: Vec<i64> = play(&thrown, runs, won.value);
    results.sort_unstable();
    let rank = |percent: usize| {
        let place = (results.len() * percent).div_ceil(100).saturating_sub(1);
        results.get(place).copied().unwrap_or(won.value)
    };
    let reached = target.map(|target| Rate {
        part: results.iter().filter(|result| **result >= target).count() as u64,
        of: results.len() as u64,
    });
    Simulation {
        runs: results.len() as u64,
        won,
        open,
        low: rank(10),
        median: rank(50),
        high: rank(90),
        reached,
        bars: bars(&results),
    }
}

/// The results of so many runs.
fn play(deals: &[(i64, u8)], runs: usize, won: i64) -> Vec<i64> {
    // A chance in percent as a part of 2³².
    let limits: Vec<(i64, u64)> =
        deals.iter().map(|(value, chance)| (*value, (u64::from(*chance) << 32) / 100)).collect();
    let mut dice = Dice(SEED);
    let mut results = Vec::with_capacity(runs);
    for _ in 0..runs {
        let mut sum = won;
        for pair in limits.chunks(2) {
            let mut bits = dice.next();
            for (value, limit) in pair {
                // Without a branch, which nobody could foretell. Ten million of the highest values fit.
                let hit = i64::from((bits & 0xffff_ffff) < *limit);
                sum = sum.wrapping_add(*value & -hit);
                bits >>= 32;
            }
        }
        results.push(sum);
    }
    results
}

/// Sorted results in equal steps.
fn bars(results: &[i64]) -> Vec<Bar> {
    let (Some(least), Some(most)) = (results.first().copied(), results.last().copied()) else {
        return Vec::new();
    };
    let span = i128::from(most) - i128::from(least);
    if span == 0 {
        return vec![Bar { from: least, to: most, runs: results.len() as u64 }];
    }
    let edge =
        |at: usize| i64::try_from(i128::from(least) + span * at as i128 / BARS as i128).unwrap_or(most);
    let mut bars: Vec<Bar> = (0..BARS).map(|at| Bar { from: edge(at), to: edge(at + 1), runs: 0 }).collect();
    let mut at = 0;
    for result in results {
        while at + 1 < BARS && bars.get(at).is_some_and(|bar| *result >= bar.to) {
            at += 1;
        }
        if let Some(bar) = bars.get_mut(at) {
            bar.runs += 1;
        }
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_gives_the_published_numbers() {
        // The first of SplitMix64 from the seed 1234567, as its reference implementation gives them.
        let mut dice = Dice(1_234_567);
        assert_eq!([dice.next(), dice.next()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn what_is_sure_is_sure_and_what_is_not_never_comes() {
        assert_eq!(play(&[(5, 100), (7, 0), (1, 100)], 3, 10), [16, 16, 16]);
        let results = play(&[(1, 30)], 5000, 0);
        let won = results.iter().sum::<i64>();
        assert!((1400..1600).contains(&won), "{won} of 5000 at 30 %");
    }

    #[test]
    fn bars_hold_every_result_once() {
        assert_eq!(bars(&[]), []);
        assert_eq!(bars(&[4, 4]), [Bar { from: 4, to: 4, runs: 2 }]);
        let found = bars(&[0, 1, 2, 3, 100]);
        assert_eq!(found.iter().map(|bar| bar.runs).sum::<u64>(), 5);
        assert_eq!((found[0].runs, found[BARS - 1].runs, found[BARS - 1].to), (4, 1, 100));
    }
}
