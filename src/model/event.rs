//! An entry of a deal's history, and its compact stored form: the time and one word for what happened, as in
//! `{"at":1760000000000,"moved":{"from":"…","to":"…"}}`. Plain fields are read a quarter faster than a flattened, tagged
//! enum, which has to be buffered first.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::{CriterionId, Day, StageId, Timestamp};

/// An entry of a deal's history.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Stored")]
pub struct Event {
    /// When it happened. A closing may be dated back by the user, so the times of a history need not rise.
    pub at: Timestamp,
    /// What happened.
    pub what: Happened,
}

/// What can happen to a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// It came to be in a stage.
    Created {
        /// That stage.
        stage: StageId,
    },
    /// It went to another stage.
    Moved {
        /// The stage that it left.
        from: StageId,
        /// The stage that it entered.
        to: StageId,
    },
    /// It was won.
    Won,
    /// It was lost.
    Lost {
        /// Why; empty if nobody said.
        reason: String,
    },
    /// It was put on the nurture list: not now, but not never.
    Nurtured {
        /// Why; empty if nobody said.
        reason: String,
        /// The day to come back to it, if one was set.
        until: Option<Day>,
    },
    /// It was closed or on the nurture list and is open again, in the stage that it left.
    Reopened,
    /// A gate was overridden: the deal may leave its stage although criteria are missing.
    Overridden(Box<Override>),
    /// Its value was changed, in minor units.
    Revalued {
        /// The value before.
        from: i64,
        /// The value after.
        to: i64,
    },
    /// Its expected close was changed.
    Rescheduled {
        /// The day before.
        from: Option<Day>,
        /// The day after.
        to: Option<Day>,
    },
}

/// A decision to let a deal pass a gate. It is rare and large: what happens often takes no room for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// Who decided so.
    pub by: String,
    /// Why; never blank.
    pub note: String,
    /// The criteria that were missing.
    pub missing: Vec<CriterionId>,
}

#[derive(Serialize, Deserialize)]
struct FromTo<T> {
    from: T,
    to: T,
}

#[derive(Serialize, Deserialize)]
struct Nurtured {
    reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
}

/// The stored form: of all fields but the time exactly one is there.
#[derive(Deserialize)]
struct Stored {
    at: Timestamp,
    #[serde(default)]
    created: Option<StageId>,
    #[serde(default)]
    moved: Option<FromTo<StageId>>,
    #[serde(default)]
    won: bool,
    #[serde(default)]
    lost: Option<String>,
    #[serde(default)]
    reopened: bool,
    #[serde(default)]
    revalued: Option<FromTo<i64>>,
    #[serde(default)]
    rescheduled: Option<FromTo<Option<Day>>>,
    #[serde(default)]
    nurtured: Option<Nurtured>,
    #[serde(default)]
    overridden: Option<Box<Override>>,
}

impl TryFrom<Stored> for Event {
    type Error = &'static str;
    fn try_from(stored: Stored) -> Result<Event, Self::Error> {
        let at = stored.at;
        let mut found = [
            stored.created.map(|stage| Happened::Created { stage }),
            stored.moved.map(|FromTo { from, to }| Happened::Moved { from, to }),
            stored.won.then_some(Happened::Won),
            stored.lost.map(|reason| Happened::Lost { reason }),
            stored.reopened.then_some(Happened::Reopened),
            stored.revalued.map(|FromTo { from, to }| Happened::Revalued { from, to }),
            stored.rescheduled.map(|FromTo { from, to }| Happened::Rescheduled { from, to }),
            stored.nurtured.map(|Nurtured { reason, until }| Happened::Nurtured { reason, until }),
            stored.overridden.map(Happened::Overridden),
        ]
        .into_iter()
        .flatten();
        let (Some(what), None) = (found.next(), found.next()) else {
            return Err("an entry of a history says exactly one thing that happened");
        };
        Ok(Event { at, what })
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Event", 2)?;
        out.serialize_field("at", &self.at)?;
        match &self.what {
            Happened::Created { stage } => out.serialize_field("created", stage)?,
            Happened::Moved { from, to } => out.serialize_field("moved", &FromTo { from, to })?,
            Happened::Won => out.serialize_field("won", &true)?,
            Happened::Lost { reason } => out.serialize_field("lost", reason)?,
            Happened::Reopened => out.serialize_field("reopened", &true)?,
            Happened::Revalued { from, to } => out.serialize_field("revalued", &FromTo { from, to })?,
            Happened::Rescheduled { from, to } => out.serialize_field("rescheduled", &FromTo { from, to })?,
            Happened::Nurtured { reason, until } => {
                out.serialize_field("nurtured", &Nurtured { reason: reason.clone(), until: *until })?;
            }
            Happened::Overridden(found) => out.serialize_field("overridden", found)?,
        }
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_reads_back_and_is_short() {
        let (one, two) = (StageId(1), StageId(2));
        let day = Day::new(2026, 11, 22);
        let all = [
            (Happened::Created { stage: one }, r#""created":"0000000000001"}"#),
            (
                Happened::Moved { from: one, to: two },
                r#""moved":{"from":"0000000000001","to":"0000000000002"}}"#,
            ),
            (Happened::Won, r#""won":true}"#),
            (Happened::Lost { reason: String::new() }, r#""lost":""}"#),
            (Happened::Lost { reason: "price".into() }, r#""lost":"price"}"#),
            (Happened::Reopened, r#""reopened":true}"#),
            (Happened::Revalued { from: 0, to: 5 }, r#""revalued":{"from":0,"to":5}}"#),
            (
                Happened::Rescheduled { from: None, to: day },
                r#""rescheduled":{"from":null,"to":"2026-11-22"}}"#,
            ),
            (
                Happened::Nurtured { reason: "no budget".into(), until: day },
                r#""nurtured":{"reason":"no budget","until":"2026-11-22"}}"#,
            ),
            (
                Happened::Overridden(Box::new(Override {
                    by: "A".into(),
                    note: "b".into(),
                    missing: vec![CriterionId(7)],
                })),
                r#""overridden":{"by":"A","note":"b","missing":["0000000000007"]}}"#,
            ),
        ];
        for (what, stored) in all {
            let event = Event { at: Timestamp(1_760_000_000_000), what };
            let text = serde_json::to_string(&event).unwrap();
            assert_eq!(text, format!(r#"{{"at":1760000000000,{stored}"#));
            assert!(text.len() < 100, "{text}");
            assert_eq!(serde_json::from_str::<Event>(&text).unwrap(), event);
        }
    }

    #[test]
    fn an_event_says_exactly_one_thing() {
        for text in [
            r#"{"at":1}"#,
            r#"{"at":1,"won":true,"reopened":true}"#,
            r#"{"at":1,"won":false}"#,
            r#"{"won":true}"#,
        ] {
            assert!(serde_json::from_str::<Event>(text).is_err(), "{text}");
        }
    }
}
