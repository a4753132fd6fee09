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

/// Which time of a deal in a stage is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Span {
    /// Each visit by itself; of a deal that is still there, since it last came.
    #[default]
    Visit,
    /// All visits of a deal together.
    Cumulative,
}

/// The time that deals spend in a stage. Those still there are apart: their time is not over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StageTime {
    /// The stage.
    pub stage: StageId,
    /// Each completed visit by itself.
    pub visits: Days,
    /// How many deals these visits are of.
    pub visitors: u64,
    /// All visits of a deal together, for deals that have left it.
    pub cumulative: Days,
    /// The ages so far of the visits of open deals that are there now.
    pub open: Days,
    /// The same with their earlier visits.
    pub open_cumulative: Days,
}

impl StageTime {
    /// The spans that are over, and how many deals they are of.
    pub fn over(&self, span: Span) -> (Days, u64) {
        match span {
            Span::Visit => (self.visits, self.visitors),
            Span::Cumulative => (self.cumulative, self.cumulative.count),
        }
    }

    /// The spans of those that are still there.
    pub fn still(&self, span: Span) -> Days {
        match span {
            Span::Visit => self.open,
            Span::Cumulative => self.open_cumulative,
        }
    }
}

/// The time that the deals of a population spend in each stage of its pipeline, in the order of the ladder.
pub fn stage_time(census: &Census) -> Vec<StageTime> {
    #[derive(Clone, Default)]
    struct Spans {
        visits: Vec<i64>,
        visitors: u64,
        cumulative: Vec<i64>,
        open: Vec<i64>,
        open_cumulative: Vec<i64>,
    }
    let ladder = census.ladder();
    let mut spans = vec![Spans::default(); ladder.len()];
    // For each rung what the deal at hand has spent there in visits that are over, and in the one that is not.
    let mut spent: Vec<(Option<i64>, Option<i64>)> = Vec::new();
    for case in census.cases() {
        spent.clear();
        spent.resize(spans.len(), (None, None));
        for stay in case.stays {
            let Some(at) = stay.rung else { continue };
            let (Some(spans), Some(spent)) = (spans.get_mut(at), spent.get_mut(at)) else { continue };
            let span = stay.span(census.now());
            if stay.left.is_some() {
                spans.visits.push(span);
                spent.0 = Some(spent.0.unwrap_or(0).saturating_add(span));
            } else {
                spent.1 = Some(span);
            }
        }
        for (spans, (over, open)) in spans.iter_mut().zip(&spent) {
            spans.visitors += u64::from(over.is_some());
            match open {
                Some(open) => {
                    spans.open.push(*open);
                    spans.open_cumulative.push(over.unwrap_or(0).saturating_add(*open));
                }
                None => spans.cumulative.extend(*over),
            }
        }
    }
    let stages = ladder.rungs().filter_map(|rung| match rung {
        Rung::Stage(stage) => Some(stage),
        Rung::Won => None,
    });
    let sum = |(stage, spans): (StageId, Spans)| StageTime {
        stage,
        visits: Days::of(spans.visits),
        visitors: spans.visitors,
        cumulative: Days::of(spans.cumulative),
        open: Days::of(spans.open),
        open_cumulative: Days::of(spans.open_cumulative),
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
