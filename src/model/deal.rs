//! A deal, what became of it, and the history from which its visits to stages are derived.

use serde::{Deserialize, Serialize};

use super::{Day, DealId, Event, Happened, PipelineId, Rank, StageId, Story, Timestamp};

/// One sale that somebody works on, or worked on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deal {
    /// Its id.
    pub id: DealId,
    /// The pipeline that it belongs to.
    pub pipeline: PipelineId,
    /// The stage that it is in, or was in when it was closed. It may have become part of another since: ask
    /// [`super::Workspace::stage_of`].
    pub stage: StageId,
    /// Its place among the cards of the stage.
    pub rank: Rank,
    /// What it is called; never blank.
    pub title: String,
    /// The company that would buy.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub company: String,
    /// The person to talk to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// Who of the team works on it; empty if nobody does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// What it is worth, in minor units of the pipeline's currency; 0 or more, at most [`super::MAX_VALUE`].
    #[serde(default, skip_serializing_if = "is_zero")]
    pub value: i64,
    /// Where the lead came from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// What would be sold.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub product: String,
    /// Its id in the list that it was imported from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// The day on which it is expected to close.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Day>,
    /// A chance in percent (0–100) that overrides the stage's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chance: Option<u8>,
    /// Free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Open, won, lost or on the nurture list: kept apart from the stage.
    pub outcome: Outcome,
    /// What it has met, what was answered, done and planned.
    #[serde(default, skip_serializing_if = "Story::is_empty")]
    pub story: Story,
    /// When it came to be.
    pub created: Timestamp,
    /// What happened to it, oldest first; append-only but for undo. Starts with [`Happened::Created`].
    pub history: Vec<Event>,
}

fn is_zero(value: &i64) -> bool {
    *value == 0
}

/// What became of a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Somebody still works on it.
    Open,
    /// The buyer bought.
    Won {
        /// When.
        at: Timestamp,
    },
    /// The buyer did not buy.
    Lost {
        /// When.
        at: Timestamp,
        /// Why; empty if nobody said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Not now, but not never: on the nurture list.
    Nurture {
        /// Since when.
        since: Timestamp,
        /// The day to come back to it, if one was set.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
        /// Why; empty if nobody said.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

/// An [`Outcome`] without its details.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OutcomeKind {
    /// Still open.
    Open,
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// On the nurture list.
    Nurture,
}

impl OutcomeKind {
    /// All kinds in the order in which they are shown.
    pub const ALL: [OutcomeKind; 4] =
        [OutcomeKind::Open, OutcomeKind::Won, OutcomeKind::Lost, OutcomeKind::Nurture];
}

impl Outcome {
    /// Which of the four it is.
    #[inline]
    pub fn kind(&self) -> OutcomeKind {
        match self {
            Outcome::Open => OutcomeKind::Open,
            Outcome::Won { .. } => OutcomeKind::Won,
            Outcome::Lost { .. } => OutcomeKind::Lost,
            Outcome::Nurture { .. } => OutcomeKind::Nurture,
        }
    }

    /// When the deal was won or lost; `None` while it is open or on the nurture list.
    #[inline]
    pub fn closed(&self) -> Option<Timestamp> {
        match self {
            Outcome::Open | Outcome::Nurture { .. } => None,
            Outcome::Won { at } | Outcome::Lost { at, .. } => Some(*at),
        }
    }
}

/// A rung of the ladder: a stage, or won at its end. Lost is no rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rung {
    /// A stage of the pipeline.
    Stage(StageId),
    /// The last rung.
    Won,
}

/// One stay of a deal on one rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    /// Where it stayed.
    pub rung: Rung,
    /// When it came.
    pub entered: Timestamp,
    /// When it left, or was closed there; `None` while it is there. Never before `entered`.
    pub left: Option<Timestamp>,
}

impl Deal {
    /// Whether it was ever re-opened.
    pub fn was_reopened(&self) -> bool {
        self.history.iter().any(|event| matches!(event.what, Happened::Reopened))
    }

    /// The rungs that the deal has been on, in order. A move to the stage that it is in is no visit; losing, and going to the
    /// nurture list, ends the visit of the stage without a new one; winning ends it and enters the last rung; re-opening
    /// enters the stage again. Stages that became part of others stand for themselves here:
    /// [`super::Workspace::visits`] counts them as what they are part of.
    pub fn visits(&self) -> Vec<Visit> {
        self.visits_as(|stage| stage)
    }

    /// As [`Deal::visits`], with each stage counted as `part_of` says.
    pub(super) fn visits_as(&self, part_of: impl Fn(StageId) -> StageId) -> Vec<Visit> {
        let mut visits: Vec<Visit> = Vec::with_capacity(self.history.len());
        self.visits_onto(part_of, &mut visits);
        visits
    }

    /// As [`Deal::visits_as`], put behind what `visits` holds: for many deals, one list will do.
    #[inline]
    pub(super) fn visits_onto(&self, part_of: impl Fn(StageId) -> StageId, visits: &mut Vec<Visit>) {
        let first = visits.len();
        let mut stage = part_of(self.stage);
        for event in &self.history {
            let own = visits.get(first..).and_then(<[Visit]>::last);
            let at = own.map_or(event.at, |v| event.at.max(v.left.unwrap_or(v.entered)));
            let enter = match &event.what {
                Happened::Created { stage: first } => {
                    stage = part_of(*first);
                    Some(Rung::Stage(stage))
                }
                Happened::Moved { to, .. } => {
                    stage = part_of(*to);
                    Some(Rung::Stage(stage))
                }
                Happened::Won => Some(Rung::Won),
                Happened::Reopened => Some(Rung::Stage(stage)),
                Happened::Lost { .. } | Happened::Nurtured { .. } => None,
                Happened::Revalued { .. } | Happened::Rescheduled { .. } | Happened::Overridden(_) => {
                    continue;
                }
            };
            let own = visits.get_mut(first..).and_then(<[Visit]>::last_mut);
            if let Some(last) = own.filter(|v| v.left.is_none()) {
                if enter == Some(last.rung) {
                    continue;
                }
                last.left = Some(at);
            }
            if let Some(rung) = enter {
                visits.push(Visit { rung, entered: at, left: None });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(crate) fn deal(history: Vec<(i64, Happened)>) -> Deal {
        Deal {
            id: DealId(1),
            pipeline: PipelineId(1),
            stage: StageId(1),
            rank: Rank::middle(),
            title: "A".into(),
            company: String::new(),
            contact: String::new(),
            owner: String::new(),
            value: 0,
            source: String::new(),
            product: String::new(),
            reference: String::new(),
            expected: None,
            chance: None,
            notes: String::new(),
            outcome: Outcome::Open,
            story: Story::default(),
            created: Timestamp(0),
            history: history.into_iter().map(|(at, what)| Event { at: Timestamp(at), what }).collect(),
        }
    }

    fn rungs(deal: &Deal) -> Vec<(u64, i64, Option<i64>)> {
        let number = |rung| match rung {
            Rung::Stage(id) => id.0,
            Rung::Won => 99,
        };
        deal.visits().iter().map(|v| (number(v.rung), v.entered.0, v.left.map(|t| t.0))).collect()
    }

    #[test]
    fn visits_follow_the_history() {
        let (one, two, three) = (StageId(1), StageId(2), StageId(3));
        let reopened = deal(vec![
            (0, Happened::Created { stage: one }),
            (10, Happened::Moved { from: one, to: three }),
            (15, Happened::Revalued { from: 0, to: 5 }),
            (20, Happened::Won),
            (30, Happened::Reopened),
            (40, Happened::Moved { from: three, to: two }),
            (50, Happened::Lost { reason: String::new() }),
        ]);
        assert_eq!(
            rungs(&reopened),
            [(1, 0, Some(10)), (3, 10, Some(20)), (99, 20, Some(30)), (3, 30, Some(40)), (2, 40, Some(50))]
        );
    }

    #[test]
    fn a_closing_dated_back_never_makes_a_visit_of_negative_length() {
        let back = deal(vec![(100, Happened::Created { stage: StageId(1) }), (40, Happened::Won)]);
        assert_eq!(rungs(&back), [(1, 100, Some(100)), (99, 100, None)]);
    }
}
