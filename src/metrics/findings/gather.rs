//! What the findings ask of the deals, gathered in one go.

use super::{step, thirds};
use crate::metrics::case::Case;
use crate::metrics::census::Census;
use crate::metrics::figures::{DAY, Days, Tally};
use crate::metrics::stale::{Staleness, Standing};
use crate::model::{Objection, StageId};

/// What is known of a stage.
pub(super) struct StageFacts {
    pub stage: StageId,
    /// The deals lost out of it.
    pub lost: Tally,
    /// Why, with how many deals.
    pub reasons: Vec<(String, u64)>,
    /// How many of them have an objection that was not overcome.
    pub objections: u64,
    /// The open deals in it.
    pub open: Tally,
    /// Those that have outstayed its threshold.
    pub stale: Tally,
    /// The ages of the open ones.
    pub ages: Days,
    /// The completed visits.
    pub visits: Days,
    /// The last visits of those that were lost out of it.
    pub lost_after: Days,
    /// The last visits that ended with going on, of the others.
    pub went_on: Days,
}

/// What is known of the last third of the stages.
#[derive(Default)]
pub(super) struct Late {
    /// The ages of the open deals in it.
    pub ages: Days,
    /// How often these ages hold their stage's threshold: the median over the deals in stages that have one.
    pub times_threshold: Option<f64>,
    /// How many of them are past it.
    pub past: u64,
    /// How long the open deals in it took to get there.
    pub open: Days,
    /// How long the won ones took to get there, or past it.
    pub won: Days,
}

#[derive(Default)]
pub(super) struct StaleFacts {
    pub deals: Tally,
    pub stayed: u64,
    pub silent: u64,
    pub no_step: u64,
    pub steps: [u64; 3],
}

pub(super) struct Gathered {
    pub stages: Vec<StageFacts>,
    /// All lost deals.
    pub lost: Tally,
    pub late: Late,
    pub stale: StaleFacts,
}

#[derive(Clone, Default)]
struct Spans {
    lost: Tally,
    /// By the number of the reason.
    reasons: Vec<u64>,
    objections: u64,
    open: Tally,
    stale: Tally,
    ages: Vec<i64>,
    visits: Vec<i64>,
    lost_after: Vec<i64>,
    went_on: Vec<i64>,
}

#[derive(Default)]
struct LateSpans {
    ages: Vec<i64>,
    times: Vec<f64>,
    past: u64,
    open: Vec<i64>,
    won: Vec<i64>,
}

impl Gathered {
    pub(super) fn of(census: &Census) -> Gathered {
        let ladder = census.ladder();
        let last = thirds(ladder).map(|(_, last)| last);
        let none = Spans { reasons: vec![0; census.reasons().len()], ..Spans::default() };
        let mut all = vec![none; ladder.won()];
        let mut lost = Tally::default();
        let mut late = LateSpans::default();
        let mut stale = StaleFacts::default();
        let mut went_on: Vec<Option<i64>> = Vec::new();
        for case in census.cases() {
            let out_of = case.stage.filter(|_| case.is_lost());
            went_on.clear();
            went_on.resize(all.len(), None);
            for (index, stay) in case.stays.iter().enumerate() {
                let Some(at) = stay.rung.filter(|_| stay.left.is_some()) else { continue };
                let span = stay.span(census.now());
                if let Some(spans) = all.get_mut(at) {
                    spans.visits.push(span);
                }
                let next = case.stays.get(index + 1).and_then(|next| next.rung);
                if next.is_some_and(|next| next > at)
                    && out_of != Some(at)
                    && let Some(last) = went_on.get_mut(at)
                {
                    *last = Some(span);
                }
            }
            for (spans, span) in all.iter_mut().zip(&went_on) {
                spans.went_on.extend(*span);
            }
            if case.is_lost() {
                lost.add(case.value());
            }
            if let Some(spans) = out_of.and_then(|at| all.get_mut(at)) {
                add_loss(spans, &case, census);
            }
            if let (true, Some(at)) = (case.is_open(), case.stage) {
                add_open(census, &case, at, &mut all, &mut stale);
            }
            if let Some(last) = last {
                add_late(census, &case, last, &mut late);
            }
        }
        let stages = ladder.stages().iter().zip(all).map(|(place, spans)| StageFacts {
            stage: place.stage,
            lost: spans.lost,
            reasons: census
                .reasons()
                .iter()
                .cloned()
                .zip(spans.reasons)
                .filter(|(_, count)| *count > 0)
                .collect(),
            objections: spans.objections,
            open: spans.open,
            stale: spans.stale,
            ages: Days::of(spans.ages),
            visits: Days::of(spans.visits),
            lost_after: Days::of(spans.lost_after),
            went_on: Days::of(spans.went_on),
        });
        let late = Late {
            ages: Days::of(late.ages),
            times_threshold: median(late.times),
            past: late.past,
            open: Days::of(late.open),
            won: Days::of(late.won),
        };
        Gathered { stages: stages.collect(), lost, late, stale }
    }
}

fn add_loss(spans: &mut Spans, case: &Case<'_>, census: &Census) {
    spans.lost.add(case.value());
    if let Some(count) = case.reason().and_then(|at| spans.reasons.get_mut(at)) {
        *count += 1;
    }
    let open = |objection: &Objection| objection.overcome.is_none();
    let objected = case.was_objected() && case.deal.story.objections.values().any(open);
    spans.objections += u64::from(objected);
    let last = case.stays.iter().rev().find(|stay| stay.rung == case.stage);
    spans.lost_after.extend(last.map(|stay| stay.span(census.now())));
}

fn add_open(census: &Census, case: &Case<'_>, at: usize, all: &mut [Spans], stale: &mut StaleFacts) {
    let standing = Standing::of_case(census, case);
    if let Some(spans) = all.get_mut(at) {
        spans.open.add(case.value());
        spans.ages.extend(case.stays.last().map(|stay| stay.span(census.now())));
        if standing.staleness() > Staleness::Fresh {
            spans.stale.add(case.value());
        }
    }
    if standing.is_stale() {
        let (stayed, silent) = (standing.stayed > Staleness::Fresh, standing.silent > Staleness::Fresh);
        stale.deals.add(case.value());
        stale.stayed += u64::from(stayed);
        stale.silent += u64::from(silent);
        stale.no_step += u64::from(standing.no_step);
        if let Some(count) = step(standing.staleness()).and_then(|step| stale.steps.get_mut(step)) {
            *count += 1;
        }
    }
}

fn add_late(census: &Census, case: &Case<'_>, last: usize, late: &mut LateSpans) {
    let there = case.is_open() && case.stage.is_some_and(|stage| stage >= last);
    if !there && !case.is_won() {
        return;
    }
    let arrived = case.stays.iter().find(|stay| stay.rung.is_some_and(|rung| rung >= last));
    let way = arrived.map(|stay| stay.entered.0.saturating_sub(case.created().0).max(0));
    if !there {
        late.won.extend(way);
        return;
    }
    late.open.extend(way);
    let Some(age) = case.stays.last().map(|stay| stay.span(census.now())) else { return };
    late.ages.push(age);
    let place = case.stage.and_then(|stage| census.ladder().place(stage));
    if let Some(threshold) = place.map(|place| place.stale_days).filter(|days| *days > 0) {
        let times = age as f64 / DAY / f64::from(threshold);
        late.times.push(times);
        late.past += u64::from(times > 1.0);
    }
}

fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_unstable_by(f64::total_cmp);
    let upper = numbers.get(numbers.len() / 2)?;
    let lower = numbers.get((numbers.len() - 1) / 2)?;
    Some((lower + upper) / 2.0)
}
