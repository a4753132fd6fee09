//! Whom a report counts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::drill::Left;
use crate::model::{Day, Deal, Outcome, PersonaId, PipelineId, Rung, Timestamp, Zone};

/// What a period asks of a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// It came to be within the period.
    #[default]
    Created,
    /// It is closed, and was closed within the period.
    Closed,
    /// It was open at some moment of the period, or closed in it.
    Active,
}

impl Basis {
    /// All, in the order in which they are offered.
    pub const ALL: [Basis; 3] = [Basis::Created, Basis::Closed, Basis::Active];
}

/// A stretch of time and what it asks of a deal: from the first instant up to, without, the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// What must lie within.
    pub basis: Basis,
    /// The first instant; `None` for since ever.
    pub from: Option<Timestamp>,
    /// The first instant after; `None` for without end.
    pub to: Option<Timestamp>,
}

impl Period {
    /// The viewer's days from `from` up to, without, `to`: it starts and ends at local midnights.
    pub fn days(basis: Basis, from: Option<Day>, to: Option<Day>, zone: &Zone) -> Period {
        Period { basis, from: from.map(|d| midnight(d, zone)), to: to.map(|d| midnight(d, zone)) }
    }

    /// Whether a deal is counted. A deal on the nurture list is active up to the day that it went there.
    pub fn holds(&self, deal: &Deal) -> bool {
        let since = |at: Timestamp| self.from.is_none_or(|from| from <= at);
        let before = |at: Timestamp| self.to.is_none_or(|to| at < to);
        let closed = deal.outcome.closed();
        match self.basis {
            Basis::Created => since(deal.created) && before(deal.created),
            Basis::Closed => closed.is_some_and(|at| since(at) && before(at)),
            Basis::Active => {
                let ended = match deal.outcome {
                    Outcome::Nurture { since, .. } => Some(since),
                    _ => closed,
                };
                before(deal.created)
                    && ended.is_none_or(since)
                    && (!deal.was_reopened() || self.meets_a_stay(deal))
            }
        }
    }

    /// Whether a deal was in a stage at some moment, which it was not while it was closed or on the nurture list.
    fn meets_a_stay(&self, deal: &Deal) -> bool {
        deal.visits().iter().filter(|visit| visit.rung != Rung::Won).any(|visit| {
            self.to.is_none_or(|to| visit.entered < to)
                && self.from.is_none_or(|from| visit.left.is_none_or(|left| from <= left))
        })
    }
}

/// The first instant of the viewer's calendar day. Found by halving: where summer time begins at midnight a day has no
/// hour 0, and its first instant is the change itself.
fn midnight(day: Day, zone: &Zone) -> Timestamp {
    const MINUTE: i64 = 60_000;
    let noon = day.number() * 1440 + 720;
    let (mut before, mut within) = (noon - 2880, noon + 1440);
    while within - before > 1 {
        let middle = before + (within - before) / 2;
        if zone.day(Timestamp(middle * MINUTE)) < day { before = middle } else { within = middle }
    }
    Timestamp(within * MINUTE)
}

/// Whom a report counts: the deals of one pipeline, narrowed by owner, source and period.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Population {
    /// The pipeline.
    pub pipeline: PipelineId,
    /// The owners whose deals count, the empty name for deals without one; everybody's if none is named.
    pub owners: Vec<String>,
    /// The sources whose deals count, the empty name for deals without one; all if none is named.
    pub sources: Vec<String>,
    /// The values of the segments whose deals count, by the kind of segment, the empty value for deals without one; all if
    /// none is named.
    pub segments: BTreeMap<String, Vec<String>>,
    /// The kind of buyer whose deals count; all deals if none is named.
    pub persona: Option<PersonaId>,
    /// The period, if not all time.
    pub period: Option<Period>,
}

impl Population {
    /// All deals of a pipeline.
    pub fn of(pipeline: PipelineId) -> Population {
        Population {
            pipeline,
            owners: Vec::new(),
            sources: Vec::new(),
            segments: BTreeMap::new(),
            persona: None,
            period: None,
        }
    }

    /// Only the deals that a period holds.
    pub fn within(self, period: Period) -> Population {
        Population { period: Some(period), ..self }
    }

    /// The same deals of all time: a forecast looks forward, and a period would hide what is still open.
    pub fn without_period(self) -> Population {
        Population { period: None, ..self }
    }

    /// Only the deals of this owner, or of the ones named before.
    pub fn owner(mut self, owner: impl Into<String>) -> Population {
        self.owners.push(owner.into());
        self
    }

    /// Only the deals from this source, or from the ones named before.
    pub fn source(mut self, source: impl Into<String>) -> Population {
        self.sources.push(source.into());
        self
    }

    /// Only the deals of this kind of buyer; of all kinds if `None`.
    pub fn of_persona(self, persona: Option<PersonaId>) -> Population {
        Population { persona, ..self }
    }

    /// Whether somebody's deals are counted, as far as owners go.
    pub fn asks_for(&self, owner: &str) -> bool {
        self.owners.is_empty() || self.owners.iter().any(|name| name == owner)
    }

    /// Why a deal of the pipeline is not counted; `None` for one that is.
    pub fn leaves_out(&self, deal: &Deal) -> Option<Left> {
        let one_of = |chosen: &[String], text: &str| chosen.is_empty() || chosen.iter().any(|c| c == text);
        let segment = |kind: &String| deal.story.segments.get(kind).map_or("", String::as_str);
        if !self.asks_for(&deal.owner) {
            Some(Left::Owner)
        } else if !one_of(&self.sources, &deal.source) {
            Some(Left::Source)
        } else if !self.segments.iter().all(|(kind, values)| one_of(values, segment(kind))) {
            Some(Left::Segment)
        } else if self.persona.is_some() && deal.story.persona != self.persona {
            Some(Left::Persona)
        } else {
            let period = self.period.filter(|period| !period.holds(deal))?;
            Some(match period.basis {
                Basis::Created => Left::Created,
                Basis::Closed => Left::Closed,
                Basis::Active => Left::Active,
            })
        }
    }

    /// Whether a deal is counted.
    pub fn holds(&self, deal: &Deal) -> bool {
        deal.pipeline == self.pipeline && self.leaves_out(deal).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    #[test]
    fn a_day_starts_where_the_one_before_ends() {
        let spring = Timestamp(1_774_746_000_000); // 2026-03-29T01:00Z, Central Europe
        let europe = Zone::new(60, vec![(spring, 120)]);
        assert_eq!(midnight(day("2026-03-29"), &europe), Timestamp(1_774_738_800_000));
        assert_eq!(midnight(day("2026-03-30"), &europe), Timestamp(1_774_738_800_000 + 23 * 3_600_000));
        assert_eq!(midnight(day("1970-01-01"), &Zone::UTC), Timestamp(0));
        assert_eq!(midnight(day("1970-01-01"), &Zone::new(-570, vec![])), Timestamp(570 * 60_000));
    }

    #[test]
    fn a_day_without_an_hour_0_starts_at_the_change() {
        let change = midnight(day("2026-04-24"), &Zone::new(120, vec![]));
        let cairo = Zone::new(120, vec![(change, 180)]);
        assert_eq!(midnight(day("2026-04-24"), &cairo), change);
        assert_eq!(cairo.clock(change), (1, 0));
    }
}
