//! How long deals take: how their times in a stage spread, the cycle by owner, and whether it is shortening.

use super::case::Case;
use super::census::{Census, by_name};
use super::drill::Left;
use super::figures::{DAY, Days};
use super::outcomes::{Cycle, Spans};
use super::stages::Span;
use crate::model::{Month, OutcomeKind, StageId, Term};

/// A figure of the time that deals take, whose deals can be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeFigure {
    /// The deals whose time in a stage is over, at least once.
    Over(StageId, Span),
    /// The open deals that are in a stage.
    Still(StageId),
    /// Of the deals whose time in a stage is over those that took from so many days (of 24 hours) up to, without, so many.
    OverWithin(StageId, Span, u32, Option<u32>),
    /// Of the open deals in a stage those that have been there so long.
    StillWithin(StageId, Span, u32, Option<u32>),
    /// An owner's deals of which this became; all closed ones if `None`.
    OwnerClosed(String, Option<OutcomeKind>),
    /// The deals won in a month or quarter of the viewer.
    WonIn(Term),
}

/// The spans of a deal in a stage that are over, handed to `over`, and the one that is not.
fn spans(case: &Case<'_>, at: usize, span: Span, census: &Census, mut over: impl FnMut(i64)) -> Option<i64> {
    let (mut all, mut still) = (None::<i64>, None);
    for stay in case.stays.iter().filter(|stay| stay.rung == Some(at)) {
        let long = stay.span(census.now());
        if stay.left.is_none() {
            still = Some(long);
        } else if span == Span::Visit {
            over(long);
        } else {
            all = Some(all.unwrap_or(0).saturating_add(long));
        }
    }
    match (still, all) {
        (None, Some(all)) => over(all),
        (Some(still), all) => return Some(still.saturating_add(all.unwrap_or(0))),
        (None, None) => {}
    }
    still
}

fn within(long: i64, from: u32, to: Option<u32>) -> bool {
    let days = long as f64 / DAY;
    days >= f64::from(from) && to.is_none_or(|to| days < f64::from(to))
}

impl TimeFigure {
    /// Whether the figure counts a deal of the population.
    ///
    /// # Errors
    /// Why it does not.
    pub fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let outcome = case.outcome();
        let (stage, span, (from, to)) = match self {
            TimeFigure::Over(stage, span) => (*stage, *span, (0, None)),
            TimeFigure::Still(stage) => (*stage, Span::Visit, (0, None)),
            TimeFigure::OverWithin(stage, span, from, to)
            | TimeFigure::StillWithin(stage, span, from, to) => (*stage, *span, (*from, *to)),
            TimeFigure::OwnerClosed(owner, _) if case.deal.owner != *owner => return Err(Left::Owner),
            TimeFigure::OwnerClosed(_, kind) => {
                let fits = match kind {
                    Some(kind) => *kind == outcome,
                    None => matches!(outcome, OutcomeKind::Won | OutcomeKind::Lost),
                };
                return if fits { Ok(()) } else { Err(Left::by(outcome)) };
            }
            TimeFigure::WonIn(_) if outcome != OutcomeKind::Won => return Err(Left::by(outcome)),
            TimeFigure::WonIn(term) => {
                let fits = case.closed_in().is_some_and(|month| term.months().contains(&month));
                return if fits { Ok(()) } else { Err(Left::OtherTime) };
            }
        };
        let Some(at) = census.ladder().stage(stage).filter(|at| case.touched(*at)) else {
            return Err(Left::NeverThere);
        };
        let (mut any, mut fits) = (false, false);
        let still = spans(case, at, span, census, |long| {
            any = true;
            fits |= within(long, from, to);
        });
        match self {
            TimeFigure::Still(_) | TimeFigure::StillWithin(..) => match still {
                Some(long) if within(long, from, to) => Ok(()),
                Some(_) => Err(Left::OtherTime),
                None if outcome == OutcomeKind::Open => Err(Left::Elsewhere),
                None => Err(Left::by(outcome)),
            },
            _ if fits => Ok(()),
            _ if any => Err(Left::OtherTime),
            _ => Err(Left::NotGoneOn),
        }
    }
}

/// The deals whose time in a stage lies between two numbers of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bin {
    /// From so many days of 24 hours.
    pub from: u32,
    /// Up to, without, so many; `None` for any more.
    pub to: Option<u32>,
    /// How many deals took so long. One that was there more than once counts with each visit, but once a bin.
    pub over: u64,
    /// How many open deals have been there so long.
    pub still: u64,
}

/// How the times in a stage spread.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// The stage.
    pub stage: StageId,
    /// Which time is meant.
    pub span: Span,
    /// The times that are over.
    pub over: Days,
    /// How many deals these are of.
    pub visitors: u64,
    /// The times so far of open deals that are there.
    pub still: Days,
    /// The deals by their times; each bin begins where the one before ends, and the last one may be open. Empty if no deal
    /// was ever there.
    pub bins: Vec<Bin>,
}

/// How wide a bin may be, in days.
const WIDTHS: [u32; 11] = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730];
/// How many bins there are at most, the open one not counted.
const BINS: u32 = 12;

/// How the times of a population in a stage spread; `None` if the stage is no part of its pipeline. The bins are as narrow as lets
/// twelve of them hold nineteen in twenty of the times; what is longer stands in one bin behind them.
pub fn distribution(census: &Census, stage: StageId, span: Span) -> Option<Distribution> {
    let at = census.ladder().stage(stage)?;
    let (mut over, mut still, mut all) = (Vec::new(), Vec::new(), Vec::new());
    let mut visitors = 0;
    for case in census.cases() {
        let before = over.len();
        still.extend(spans(&case, at, span, census, |long| over.push(long)));
        visitors += u64::from(over.len() > before);
    }
    all.extend(over.iter().chain(&still).copied());
    all.sort_unstable();
    let day = |index: usize| all.get(index).map_or(0.0, |long| *long as f64 / DAY);
    let most = day((all.len() * 95).div_ceil(100).saturating_sub(1));
    let fits = |width: &&u32| most < f64::from(**width * BINS);
    let width = WIDTHS.iter().find(fits).copied().unwrap_or(3650);
    let longest = all.last().map(|_| day(all.len() - 1));
    let count = longest.map_or(0, |longest| ((longest / f64::from(width)) as u32).min(BINS) + 1);
    let bin = |index: u32| Bin {
        from: index * width,
        to: (index < BINS).then_some((index + 1) * width),
        over: 0,
        still: 0,
    };
    let mut bins: Vec<Bin> = (0..count).map(bin).collect();
    let place = |long: i64| ((long as f64 / DAY / f64::from(width)) as u32).min(BINS) as usize;
    let mut seen = Vec::new();
    for case in census.cases() {
        seen.clear();
        let open = spans(&case, at, span, census, |long| seen.push(place(long)));
        seen.sort_unstable();
        seen.dedup();
        for at in &seen {
            if let Some(bin) = bins.get_mut(*at) {
                bin.over += 1;
            }
        }
        if let Some(bin) = open.and_then(|long| bins.get_mut(place(long))) {
            bin.still += 1;
        }
    }
    let (over, still) = (Days::of(over), Days::of(still));
    Some(Distribution { stage, span, over, visitors, still, bins })
}

/// How long the closed deals of an owner took.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnerCycle {
    /// The owner; empty for deals without one.
    pub owner: String,
    /// Their cycles.
    pub cycle: Cycle,
}

/// How long the closed deals of each owner took, by name; those without a closed deal are not there.
pub fn cycle_by_owner(census: &Census) -> Vec<OwnerCycle> {
    let mut owners = vec![Spans::default(); census.people().len()];
    for case in census.cases() {
        if let Some(spans) = owners.get_mut(case.owner()) {
            spans.add(&case);
        }
    }
    let rows = by_name(census.people(), owners).into_iter().filter(|(_, spans)| !spans.is_empty());
    rows.map(|(owner, spans)| OwnerCycle { owner: owner.clone(), cycle: spans.cycle() }).collect()
}

/// How long the deals took that were won in a month or quarter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TermCycle {
    /// The month or quarter.
    pub term: Term,
    /// How long they took.
    pub won: Days,
}

/// The cycle of won deals over time.
#[derive(Debug, Clone, PartialEq)]
pub struct CycleTerms {
    /// The months or quarters, oldest first; also those without a win.
    pub terms: Vec<TermCycle>,
    /// The deals won in any of them.
    pub all: Days,
    /// Those won in the earlier half of the terms.
    pub earlier: Days,
    /// Those won in the later half.
    pub later: Days,
}

/// The cycles of the deals won in the `count` terms that end with `last`.
pub fn cycle_by_term(census: &Census, last: Term, count: u16) -> CycleTerms {
    let terms: Vec<Term> = (0..i32::from(count)).rev().map(|back| last.back(back)).collect();
    let mut spans = vec![Vec::new(); terms.len()];
    for case in census.cases().filter(|case| case.is_won()) {
        let Some(month) = case.closed_in() else { continue };
        let term = match last {
            Term::Month(_) => Term::Month(month),
            Term::Quarter(..) => Term::quarter_of(month),
        };
        let at = terms.binary_search(&term).ok();
        if let Some(spans) = at.and_then(|at| spans.get_mut(at)) {
            spans.extend(case.cycle());
        }
    }
    let (earlier, later) = spans.split_at(spans.len() / 2);
    let [all, earlier, later] = [&spans[..], earlier, later].map(|half| Days::of(half.concat()));
    let terms = terms.into_iter().zip(spans).map(|(term, spans)| TermCycle { term, won: Days::of(spans) });
    CycleTerms { terms: terms.collect(), all, earlier, later }
}

/// What became of the length of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// Winning takes longer.
    Longer,
    /// Winning goes faster.
    Shorter,
    /// Neither.
    Steady,
}

/// How many deals must have been won in each half for a comparison of the two.
const ENOUGH: u64 = 3;
/// By how much of the earlier one the later median must differ to be called longer or shorter.
const TELLING: f64 = 0.1;

/// Whether the cycle is shortening: by the medians of two halves of a time, which must differ by a tenth to say so. `None` if fewer
/// than three deals were won in one of them.
pub fn trend(earlier: &Days, later: &Days) -> Option<Trend> {
    let (before, after) = earlier.median.zip(later.median)?;
    if earlier.count < ENOUGH || later.count < ENOUGH {
        None
    } else if after > before * (1.0 + TELLING) {
        Some(Trend::Longer)
    } else if after < before * (1.0 - TELLING) {
        Some(Trend::Shorter)
    } else {
        Some(Trend::Steady)
    }
}

/// The month of the latest win. (The latest closing may be a loss years after it.)
pub fn latest_win(census: &Census) -> Option<Month> {
    let won = census.cases().filter(|case| case.is_won());
    won.filter_map(|case| case.closed_in()).max()
}
