//! Which open deals have stood too long: in their stage, without an activity, without a next step.

use super::case::Case;
use super::census::Census;
use crate::model::{Deal, Outcome, Stage, Timestamp, Workspace, Zone};

/// How far an open deal has outstayed its stage's threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Staleness {
    /// It has not; or it is closed, or its stage has no threshold.
    #[default]
    Fresh,
    /// Past the threshold.
    Stale,
    /// Past twice the threshold.
    VeryStale,
    /// Past three times the threshold.
    Dormant,
}

impl Staleness {
    fn of(days: i64, threshold: i64) -> Staleness {
        match days {
            days if days > 3 * threshold => Staleness::Dormant,
            days if days > 2 * threshold => Staleness::VeryStale,
            days if days > threshold => Staleness::Stale,
            _ => Staleness::Fresh,
        }
    }
}

/// What makes an open deal stale, of which there may be several; nothing for a closed one and in a stage without a threshold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// By the viewer's calendar days in its stage.
    pub stayed: Staleness,
    /// By the days since the last activity that was noted as done; with none noted, since it came into its stage.
    pub silent: Staleness,
    /// Whether nothing is planned.
    pub no_step: bool,
}

impl Standing {
    /// How far it has outstayed, by days in the stage or without an activity. That nothing is planned has no length: a deal
    /// that was added a moment ago is not old.
    pub fn staleness(self) -> Staleness {
        self.stayed.max(self.silent)
    }

    /// For any of the three reasons.
    pub fn is_stale(self) -> bool {
        self.staleness() > Staleness::Fresh || self.no_step
    }

    /// Of an open deal that came into a stage with a threshold, was last spoken of, and has a next step or none.
    fn of(
        (entered, contact, no_step): (Timestamp, Option<Timestamp>, bool),
        threshold: u16,
        zone: &Zone,
        now: Timestamp,
    ) -> Standing {
        let threshold = i64::from(threshold);
        let today = zone.day(now);
        let since = |at: Timestamp| Staleness::of(today.days_since(zone.day(at)), threshold);
        let stayed = since(entered);
        Standing { stayed, silent: contact.map_or(stayed, since), no_step }
    }

    /// Of a deal that is counted.
    pub fn of_case(census: &Census, case: &Case<'_>) -> Standing {
        let place = case.stage.and_then(|stage| census.ladder().place(stage));
        let (Some(place), Some(stay)) = (place, case.stays.last()) else { return Standing::default() };
        if place.stale_days == 0 || !case.is_open() {
            return Standing::default();
        }
        let facts = (stay.entered, case.last_contact(), case.next_step().is_none());
        Standing::of(facts, place.stale_days, census.zone(), census.now())
    }
}

/// What makes a deal stale.
pub fn standing(workspace: &Workspace, deal: &Deal, zone: &Zone, now: Timestamp) -> Standing {
    let stage = workspace.get::<Stage>(workspace.stage_of(deal));
    let threshold = stage.map_or(0, |stage| stage.stale_days);
    if threshold == 0 || deal.outcome != Outcome::Open {
        return Standing::default();
    }
    let story = &deal.story;
    let no_step = story.activities.values().all(|activity| activity.done.is_some());
    Standing::of((workspace.entered_stage(deal), story.last_contact(), no_step), threshold, zone, now)
}

/// How stale a deal is, by its calendar days in the stage or without an activity, and the stage's `stale_days`.
pub fn staleness(workspace: &Workspace, deal: &Deal, zone: &Zone, now: Timestamp) -> Staleness {
    standing(workspace, deal, zone, now).staleness()
}
