//! The deals along the buyer's journey: each phase by the stages that are linked to it.
//!
//! A stage out of use that is linked to a phase counts with it, as it does on the ladder: its deals went that way. A stage that became
//! part of another counts as that one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::case::{Case, Stay};
use super::census::{Census, by_name};
use super::drill::Left;
use super::figures::{Days, Rate, Tally, whole_units};
use super::ladder::Ladder;
use super::map_findings::tells_pain;
use super::stale::Standing;
use crate::model::{Objection, OutcomeKind, PhaseId, StageId, Timestamp, Workspace};

/// A reason for which deals are lost from a phase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhaseReason {
    /// The reason; empty where nobody said one.
    pub reason: String,
    /// The deals that were lost for it.
    pub lost: Tally,
}

/// A kind of objection that was raised in a phase.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PhaseObjection {
    /// The kind; empty where nobody said one.
    pub kind: String,
    /// The deals in which one of it was raised.
    pub deals: Tally,
    /// How many of them have one of it that is not overcome; in the others all are.
    pub open: u64,
}

/// The figures of a phase.
#[derive(Debug, Clone, PartialEq)]
pub struct PhaseFigures {
    /// The phase.
    pub phase: PhaseId,
    /// The stages in use that are linked to it, in the order of the ladder; none if the phase and the pipeline do not meet.
    pub stages: Vec<StageId>,
    /// The open deals in its stages.
    pub open: Tally,
    /// Value × chance of these, in minor units, rounded once.
    pub weighted: i64,
    /// Those of them that are stale for any reason, by the question of [`super::Trouble::Stale`].
    pub at_risk: Tally,
    /// The conversion through the phase by [`super::Rule::Furthest`]: the deals that came to the first rung behind its last stage ÷
    /// those that came to its first stage.
    pub conversion: Rate,
    /// The visits to the phase that are over. A visit begins when a deal comes into one of the phase's stages and lasts, from stage to
    /// stage of the phase, until it leaves them or is closed. With one stage it is [`super::StageTime::visits`] of that stage;
    /// with several a visit is as long as those to its stages that follow upon one another together, so that medians of the
    /// stages do not add up to it.
    pub time: Days,
    /// How many deals these visits are of.
    pub visitors: u64,
    /// The deals lost from its stages.
    pub lost: Tally,
    /// Why: most deals first, then most value, then by name.
    pub reasons: Vec<PhaseReason>,
    /// The objections raised while the deals were in the phase: most deals first, then most open ones, then by name. A deal with
    /// objections of two kinds stands in both. One that was noted before the deal came to be is of its first stage, one
    /// noted after its close of its last.
    pub objections: Vec<PhaseObjection>,
}

impl PhaseFigures {
    /// The share of the deals that came to the phase that was lost from it.
    pub fn lost_share(&self) -> Rate {
        Rate { part: self.lost.count, of: self.conversion.of }
    }
}

/// A number of the buyer's journey whose deals can be listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JourneyFigure {
    /// The open deals in the stages of a phase.
    Open(PhaseId),
    /// Those of them that are stale.
    AtRisk(PhaseId),
    /// The deals that came to a phase.
    Came(PhaseId),
    /// Those of them that came beyond it.
    Through(PhaseId),
    /// The deals that visited a phase and left it, or were closed in it.
    Over(PhaseId),
    /// The deals lost from a phase.
    Lost {
        /// The phase.
        phase: PhaseId,
        /// For this reason, empty where nobody said one; for any if `None`.
        reason: Option<String>,
    },
    /// The deals in which an objection was raised in a phase.
    Objected {
        /// The phase.
        phase: PhaseId,
        /// The kind; empty where nobody said one.
        kind: String,
        /// Those with one that is not overcome, or those in which all are; both if `None`.
        open: Option<bool>,
    },
    /// The open deals in any of these stages.
    OpenIn(Vec<StageId>),
    /// The lost deals in which a pain was told, written as [`super::MapFinding`] folds it.
    LostPain(String),
}

impl JourneyFigure {
    /// Whether the figure counts a deal.
    ///
    /// # Errors
    /// Why it does not.
    pub fn counts(&self, census: &Census, case: &Case<'_>) -> Result<(), Left> {
        let ladder = census.ladder();
        let outcome = case.outcome();
        let is = |wanted: OutcomeKind| if outcome == wanted { Ok(()) } else { Err(Left::by(outcome)) };
        let fits = |fits: bool, else_: Left| if fits { Ok(()) } else { Err(else_) };
        let place = || case.stage.and_then(|at| ladder.place(at));
        let stands_in =
            |phase: PhaseId| fits(place().is_some_and(|place| place.phase == Some(phase)), Left::Elsewhere);
        let came = |at: Option<usize>| {
            fits(
                at.ok_or(Left::NotConcerned)?.le(&case.furthest().ok_or(Left::NotReached)?),
                Left::NotReached,
            )
        };
        match self {
            JourneyFigure::Open(phase) => is(OutcomeKind::Open).and_then(|()| stands_in(*phase)),
            JourneyFigure::AtRisk(phase) => {
                is(OutcomeKind::Open)?;
                stands_in(*phase)?;
                fits(Standing::of_case(census, case).is_stale(), Left::NotConcerned)
            }
            JourneyFigure::Came(phase) => came(ends(ladder, *phase).map(|(first, _)| first)),
            JourneyFigure::Through(phase) => {
                let (first, last) = ends(ladder, *phase).ok_or(Left::NotConcerned)?;
                came(Some(first))?;
                came(ladder.next(last)).map_err(|_| Left::NotGoneOn)
            }
            JourneyFigure::Over(phase) => {
                let there = |at: usize| ladder.place(at).is_some_and(|place| place.phase == Some(*phase));
                let mut any = false;
                visits(case, census.now(), |at| there(at).then_some(()), |(), _| any = true);
                let was = || case.stays.iter().any(|stay| stay.rung.is_some_and(there));
                fits(any, if was() { Left::NotGoneOn } else { Left::NeverThere })
            }
            JourneyFigure::Lost { phase, reason } => {
                is(OutcomeKind::Lost)?;
                stands_in(*phase)?;
                fits(
                    reason.as_ref().is_none_or(|reason| case.lost_for(census) == Some(reason)),
                    Left::OtherKind,
                )
            }
            JourneyFigure::Objected { phase, kind, open } => {
                let phase_of = |objection: &Objection| {
                    raised_at(ladder, case, objection).and_then(|at| ladder.place(at)?.phase)
                };
                let objections = case.deal.story.objections.values();
                let mut own =
                    objections.filter(|one| one.kind.trim() == kind && phase_of(one) == Some(*phase));
                let first = own.next().ok_or(Left::OtherKind)?;
                let is_open = first.overcome.is_none() || own.any(|one| one.overcome.is_none());
                fits(open.is_none_or(|open| open == is_open), Left::OtherKind)
            }
            JourneyFigure::OpenIn(stages) => {
                is(OutcomeKind::Open)?;
                fits(place().is_some_and(|place| stages.contains(&place.stage)), Left::Elsewhere)
            }
            JourneyFigure::LostPain(pain) => {
                is(OutcomeKind::Lost)?;
                fits(tells_pain(case, pain), Left::OtherKind)
            }
        }
    }
}

/// The first and the last rung that are linked to a phase.
fn ends(ladder: &Ladder, phase: PhaseId) -> Option<(usize, usize)> {
    let mut own = ladder.stages().iter().enumerate().filter(|(_, place)| place.phase == Some(phase));
    let (first, _) = own.next()?;
    Some((first, own.next_back().map_or(first, |(last, _)| last)))
}

/// Tells each visit of a deal to a phase that is over, and how long it was in milliseconds. A stay that follows upon one on another
/// rung of the same phase goes on with the visit; one after a closing does not.
fn visits<P: Copy + PartialEq>(
    case: &Case<'_>,
    now: Timestamp,
    phase_at: impl Fn(usize) -> Option<P>,
    mut told: impl FnMut(P, i64),
) {
    let mut visit: Option<(P, i64, &Stay)> = None;
    for stay in case.stays {
        let phase = stay.rung.and_then(&phase_at);
        let span = stay.span(now);
        let goes_on = visit.filter(|(before, _, last)| {
            Some(*before) == phase && last.left == Some(stay.entered) && last.rung != stay.rung
        });
        if goes_on.is_none()
            && let Some((phase, long, _)) = visit.filter(|(_, _, last)| last.left.is_some())
        {
            told(phase, long);
        }
        let so_far = goes_on.map_or(0, |(_, long, _)| long);
        visit = phase.map(|phase| (phase, so_far.saturating_add(span), stay));
    }
    if let Some((phase, long, _)) = visit.filter(|(_, _, last)| last.left.is_some()) {
        told(phase, long);
    }
}

/// The rung of the stage in which a deal was when an objection was raised.
fn raised_at(ladder: &Ladder, case: &Case<'_>, objection: &Objection) -> Option<usize> {
    let mut stages = case.stays.iter().filter(|stay| stay.rung != Some(ladder.won()));
    let first = stages.next()?;
    stages.rfind(|stay| stay.entered <= objection.raised).unwrap_or(first).rung
}

/// What is gathered of a phase.
#[derive(Clone, Default)]
struct Gathered<'a> {
    open: Tally,
    weighted: i128,
    at_risk: Tally,
    spans: Vec<i64>,
    visitors: u64,
    /// The number of the last deal among the visitors, from 1.
    visitor: usize,
    lost: Tally,
    /// By the number of the reason.
    reasons: Vec<Tally>,
    objections: BTreeMap<&'a str, (Tally, u64)>,
}

/// The figures of each phase of the population's pipeline, in the order of the map.
pub fn journey(workspace: &Workspace, census: &Census) -> Vec<PhaseFigures> {
    let ladder = census.ladder();
    let phases = workspace.phases(census.population().pipeline);
    let number = |id: PhaseId| phases.iter().position(|phase| phase.id == id);
    let linked: Vec<Option<usize>> =
        ladder.stages().iter().map(|place| place.phase.and_then(number)).collect();
    let phase_at = |at: usize| linked.get(at).copied().flatten();
    let none = Gathered { reasons: vec![Tally::default(); census.reasons().len()], ..Gathered::default() };
    let mut all = vec![none; phases.len()];
    // How many deals came to each rung and no further.
    let mut tops = vec![0u64; ladder.len()];
    for (index, case) in (1..).zip(census.cases()) {
        if let Some(count) = case.furthest().and_then(|top| tops.get_mut(top)) {
            *count += 1;
        }
        visits(&case, census.now(), phase_at, |phase, long| {
            let Some(found) = all.get_mut(phase) else { return };
            found.spans.push(long);
            found.visitors += u64::from(found.visitor != index);
            found.visitor = index;
        });
        if case.was_objected() {
            add_objections(ladder, &case, phase_at, &mut all);
        }
        let Some(found) = case.stage.and_then(phase_at).and_then(|phase| all.get_mut(phase)) else {
            continue;
        };
        if case.is_open() {
            found.open.add(case.value());
            found.weighted += case.weighted();
            if Standing::of_case(census, &case).is_stale() {
                found.at_risk.add(case.value());
            }
        } else if let Some(reason) = case.reason() {
            found.lost.add(case.value());
            if let Some(tally) = found.reasons.get_mut(reason) {
                tally.add(case.value());
            }
        }
    }
    let came = |at: usize| tops.iter().skip(at).sum::<u64>();
    let figures = |(id, found): (PhaseId, Gathered<'_>)| {
        let own = ladder.stages().iter().filter(|place| place.phase == Some(id) && !place.retired);
        PhaseFigures {
            phase: id,
            stages: own.map(|place| place.stage).collect(),
            open: found.open,
            weighted: whole_units(found.weighted),
            at_risk: found.at_risk,
            conversion: ends(ladder, id).map_or_else(Rate::default, |(first, last)| Rate {
                part: ladder.next(last).map_or(0, came),
                of: came(first),
            }),
            time: Days::of(found.spans),
            visitors: found.visitors,
            lost: found.lost,
            reasons: reasons(census.reasons(), found.reasons),
            objections: objections(found.objections),
        }
    };
    phases.iter().map(|phase| phase.id).zip(all).map(figures).collect()
}

fn add_objections<'a>(
    ladder: &Ladder,
    case: &Case<'a>,
    phase_at: impl Fn(usize) -> Option<usize>,
    all: &mut [Gathered<'a>],
) {
    // Of each kind that this deal has in a phase, whether one is not overcome.
    let mut own: Vec<(usize, &str, bool)> = Vec::new();
    for objection in case.deal.story.objections.values() {
        let Some(phase) = raised_at(ladder, case, objection).and_then(&phase_at) else { continue };
        let (kind, open) = (objection.kind.trim(), objection.overcome.is_none());
        match own.iter_mut().find(|(other, same, _)| (*other, *same) == (phase, kind)) {
            Some((_, _, any)) => *any |= open,
            None => own.push((phase, kind, open)),
        }
    }
    for (phase, kind, open) in own {
        let Some(found) = all.get_mut(phase) else { continue };
        let row = found.objections.entry(kind).or_default();
        row.0.add(case.value());
        row.1 += u64::from(open);
    }
}

fn reasons(names: &[String], found: Vec<Tally>) -> Vec<PhaseReason> {
    let some = by_name(names, found).into_iter().filter(|(_, lost)| lost.count > 0);
    let mut rows: Vec<PhaseReason> =
        some.map(|(reason, lost)| PhaseReason { reason: reason.clone(), lost }).collect();
    rows.sort_by_key(|row| Reverse((row.lost.count, row.lost.value)));
    rows
}

fn objections(found: BTreeMap<&str, (Tally, u64)>) -> Vec<PhaseObjection> {
    let row =
        |(kind, (deals, open)): (&str, (Tally, u64))| PhaseObjection { kind: kind.to_owned(), deals, open };
    let mut rows: Vec<PhaseObjection> = found.into_iter().map(row).collect();
    rows.sort_by_key(|row| Reverse((row.deals.count, row.open)));
    rows
}
