//! How long deals stay in a stage, and which have stayed too long.

use super::census::Census;
use super::figures::{DAY, Days};
use crate::model::{Deal, Outcome, Rung, StageId, Timestamp, Workspace, Zone};

/// How long one deal has been in one stage, in days of 24 hours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimeInStage {
    /// In its latest visit.
    pub latest: f64,
    /// In all its visits together.
    pub cumulative: f64,
}

/// How long a deal has been in a stage, up to `now` if it is still there; `None` if it never was.
pub fn time_in_stage(
    workspace: &Workspace,
    deal: &Deal,
    stage: StageId,
    now: Timestamp,
) -> Option<TimeInStage> {
    let mut spans = (0, None);
    for visit in workspace.visits(deal).iter().filter(|visit| visit.rung == Rung::Stage(stage)) {
        let span = span(visit.entered, visit.left.unwrap_or(now));
        spans = (spans.0 + span, Some(span));
    }
    spans.1.map(|latest| TimeInStage { latest: latest as f64 / DAY, cumulative: spans.0 as f64 / DAY })
}

fn span(entered: Timestamp, left: Timestamp) -> i64 {
    left.0.saturating_sub(entered.0).max(0)
}

/// The time that deals spend in a stage. Those still there are apart: their time is not over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StageTime {
    /// The stage.
    pub stage: StageId,
    /// Each completed visit by itself.
    pub visits: Days,
    /// All visits of a deal together, for deals that have left it.
    pub cumulative: Days,
    /// The ages so far of the visits of open deals that are there now.
    pub open: Days,
}

/// The time that the deals of a population spend in each stage of its pipeline, in the order of the ladder.
pub fn stage_time(census: &Census) -> Vec<StageTime> {
    #[derive(Clone, Default)]
    struct Spans {
        visits: Vec<i64>,
        cumulative: Vec<i64>,
        open: Vec<i64>,
    }
    let ladder = census.ladder();
    let mut spans = vec![Spans::default(); ladder.len()];
    // For each rung what the deal at hand has spent there; none before its first visit.
    let mut spent: Vec<Option<i64>> = Vec::new();
    for case in census.cases() {
        spent.clear();
        spent.resize(spans.len(), None);
        for stay in case.stays {
            let Some(at) = stay.rung else { continue };
            let (Some(spans), Some(spent)) = (spans.get_mut(at), spent.get_mut(at)) else { continue };
            let span = stay.span(census.now());
            match stay.left {
                Some(_) => {
                    spans.visits.push(span);
                    *spent = Some(spent.unwrap_or(0).saturating_add(span));
                }
                None => {
                    spans.open.push(span);
                    *spent = None;
                }
            }
        }
        for (spans, spent) in spans.iter_mut().zip(&spent) {
            spans.cumulative.extend(*spent);
        }
    }
    let stages = ladder.rungs().filter_map(|rung| match rung {
        Rung::Stage(stage) => Some(stage),
        Rung::Won => None,
    });
    let sum = |(stage, spans): (StageId, Spans)| StageTime {
        stage,
        visits: Days::of(spans.visits),
        cumulative: Days::of(spans.cumulative),
        open: Days::of(spans.open),
    };
    stages.zip(spans).map(sum).collect()
}

/// For how many of the viewer's calendar days a deal has been in its stage: since it entered it, until `now`, or until it
/// was closed or put on the nurture list. Never below 0.
pub fn stage_days(workspace: &Workspace, deal: &Deal, zone: &Zone, now: Timestamp) -> i64 {
    let until = match deal.outcome {
        Outcome::Nurture { since, .. } => since,
        ref outcome => outcome.closed().unwrap_or(now),
    };
    zone.day(until).days_since(zone.day(workspace.entered_stage(deal))).max(0)
}

/// How far an open deal has outstayed its stage's threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Staleness {
    /// It has not; or it is closed, or its stage has no threshold.
    Fresh,
    /// Past the threshold.
    Stale,
    /// Past twice the threshold.
    VeryStale,
    /// Past three times the threshold.
    Dormant,
}

/// How stale a deal is, by its calendar days in the stage and the stage's `stale_days`.
pub fn staleness(workspace: &Workspace, deal: &Deal, zone: &Zone, now: Timestamp) -> Staleness {
    let threshold = workspace
        .get::<crate::model::Stage>(workspace.stage_of(deal))
        .filter(|stage| stage.stale_days > 0 && deal.outcome == Outcome::Open)
        .map(|stage| i64::from(stage.stale_days));
    let Some(threshold) = threshold else { return Staleness::Fresh };
    match stage_days(workspace, deal, zone, now) {
        days if days > 3 * threshold => Staleness::Dormant,
        days if days > 2 * threshold => Staleness::VeryStale,
        days if days > threshold => Staleness::Stale,
        _ => Staleness::Fresh,
    }
}
