//! A change as operations: what the journal keeps, and what travels between tabs.
//!
//! An [`Entry`] is one change with its id `(hybrid logical clock, device)`. Its operations name a record, a field, the value
//! and the value before, so that an entry can be applied and taken back long after the change itself is forgotten:
//!
//! ```text
//! {"i":"0mk3j2h1g0f9e-4f2a1","k":"do","n":"move_deal","o":[["deal","0mk3…","=",{"rank":["V000","V002"],"stage":[…]}]]}
//! ```
//! `+` brings the whole record, `-` takes it away, `=` gives fields as `[before, after]`, a missing one as `null`; the
//! append-only history of a deal as `[place, taken away, put there]`. Fields that hold items by their ids (activities, criteria,
//! people…) give a change for each item in the same way, so that two changes of different items do not meet.

use std::fmt;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::{Change, Edit, Edits, Meta, Record, Workspace};

/// Which command a journal entry stems from, in the words of the stored form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// A new workspace was begun from a template or a sample.
    Start,
    /// Deals came from a file.
    Import,
    /// A workspace file took the place of everything.
    Restore,
    /// Everything was cleared.
    Clear,
    /// A deal was added.
    AddDeal,
    /// A deal was changed.
    EditDeal,
    /// A deal was moved.
    MoveDeal,
    /// A deal was won.
    WinDeal,
    /// A deal was lost.
    LoseDeal,
    /// A deal was re-opened.
    ReopenDeal,
    /// Deals were removed.
    RemoveDeals,
    /// The journey map was changed.
    EditJourney,
    /// A pipeline or a stage was changed.
    EditProcess,
    /// Two stages became one.
    MergeStages,
    /// A stage was divided.
    SplitStage,
    /// A stage was taken out of use.
    RetireStage,
    /// The weights of criteria were changed.
    SetWeights,
    /// Several deals were changed at once.
    EditDeals,
    /// A deal was put on the nurture list.
    NurtureDeal,
    /// A deal went to another pipeline.
    TransferDeal,
    /// A gate was overridden.
    OverrideGate,
    /// The team, the personas or a list of words were changed.
    EditTeam,
    /// A target was set.
    SetTarget,
    /// A number that a team measures itself by was set: calls a month, the industry's cycle.
    SetGoal,
    /// A finding was put away, or brought back.
    DismissFinding,
    /// Chances of the past were taken over.
    SetChances,
    /// Something was said, voted on or parked in a workshop.
    HoldWorkshop,
    /// The guided mapping was gone on with.
    FollowGuide,
    /// Data of an earlier version was brought up to date. No step of the user's.
    Migrate,
    /// Something else.
    #[serde(other)]
    Other,
}

/// Whether an entry does something, takes it back, or does it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// A command.
    Do,
    /// The newest thing done is taken back.
    Undo,
    /// The newest thing taken back is done again.
    Redo,
}

/// What makes an entry unreadable or inapplicable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpError {
    /// The text is no entry.
    Unreadable,
    /// A record to change or remove is not there.
    Missing,
    /// A record does not read once changed.
    Unfit,
    /// A deal's history differs from what the entry expects.
    HistoryDiffers,
    /// With it the workspace would contradict itself: another page has changed something else meanwhile.
    Unsound,
}

impl fmt::Display for OpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// One change as text, with what is needed to order and to undo it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// `(clock, device)`; sorts as the changes happened.
    pub id: String,
    /// Done, taken back or done again.
    pub turn: Turn,
    /// What the user did.
    pub deed: Deed,
    /// The entry as it is stored, the particulars above included.
    pub text: String,
}

#[derive(Deserialize)]
struct Stored {
    i: String,
    k: Turn,
    n: Deed,
    o: Vec<(String, String, String, Value)>,
}

#[derive(Deserialize)]
struct Head {
    i: String,
    k: Turn,
    n: Deed,
}

const META: &str = "workspace";
const DEAL: &str = "deal";
const HISTORY: &str = "history";
/// Fields that hold items by their ids, or fields of their own: their changes are written item by item.
const CONTAINERS: [&str; 30] = [
    "story",
    "met",
    "done",
    "answers",
    "activities",
    "objections",
    "documents",
    "segments",
    "criteria",
    "tasks",
    "duties",
    "plays",
    "reviews",
    "assessments",
    "people",
    "personas",
    "lists",
    "goals",
    "targets",
    "dismissed",
    "rows",
    "workshop",
    "participants",
    "parked",
    "guide",
    "involved",
    "proposals",
    "steps",
    "moods",
    "votes",
];

impl Entry {
    /// Writes a change down.
    pub fn new(id: String, turn: Turn, deed: Deed, change: &Change) -> Entry {
        let mut text = String::with_capacity(256);
        text.push_str("{\"i\":");
        text.push_str(&id.written());
        text.push_str(",\"k\":");
        text.push_str(&turn.written());
        text.push_str(",\"n\":");
        text.push_str(&deed.written());
        text.push_str(",\"o\":[");
        let start = text.len();
        if let Some((from, to)) = &change.meta {
            push_fields(&mut text, start, META, &from.id.written(), from, to);
        }
        push(&mut text, start, "pipeline", &change.pipelines);
        push(&mut text, start, "phase", &change.phases);
        push(&mut text, start, "stage", &change.stages);
        push(&mut text, start, "note", &change.notes);
        push(&mut text, start, DEAL, &change.deals);
        text.push_str("]}");
        Entry { id, turn, deed, text }
    }

    /// Reads an entry's particulars; its operations are read when they are needed.
    ///
    /// # Errors
    /// [`OpError::Unreadable`] if it is no entry.
    pub fn read(text: String) -> Result<Entry, OpError> {
        let head: Head = serde_json::from_str(&text).map_err(|_| OpError::Unreadable)?;
        Ok(Entry { id: head.i, turn: head.k, deed: head.n, text })
    }

    /// The change that this entry makes of a workspace, or, `back`wards, the change that takes it back. Fields that the entry
    /// does not name stay as they are by now.
    ///
    /// # Errors
    /// An [`OpError`] that says why it cannot be; nothing has changed then.
    pub fn change(&self, workspace: &Workspace, back: bool) -> Result<Change, OpError> {
        self.made(workspace, back, Late::No)
    }

    /// As [`Entry::change`] forwards, with what comes to a deal's history put behind all that another page has put there meanwhile:
    /// two moves of the same deal become one after the other.
    ///
    /// # Errors
    /// As [`Entry::change`].
    pub fn change_behind(&self, workspace: &Workspace) -> Result<Change, OpError> {
        self.made(workspace, false, Late::Yes)
    }

    fn made(&self, workspace: &Workspace, back: bool, late: Late) -> Result<Change, OpError> {
        let stored: Stored = serde_json::from_str(&self.text).map_err(|_| OpError::Unreadable)?;
        debug_assert_eq!(stored.i, self.id);
        debug_assert!(stored.k == self.turn && stored.n == self.deed);
        let mut change = Change::default();
        for (kind, id, sign, value) in stored.o {
            let history = (kind == DEAL).then_some(late);
            let op = Op { id, sign: if back { opposite(&sign) } else { sign }, value, back, history };
            match kind.as_str() {
                META => {
                    let from = workspace.meta().clone();
                    let to: Meta = patched(&from, &op)?;
                    change.meta = (from != to).then_some((from, to));
                }
                "pipeline" => take(workspace, &mut change.pipelines, op)?,
                "phase" => take(workspace, &mut change.phases, op)?,
                "stage" => take(workspace, &mut change.stages, op)?,
                "note" => take(workspace, &mut change.notes, op)?,
                DEAL => take(workspace, &mut change.deals, op)?,
                _ => return Err(OpError::Unreadable),
            }
        }
        Ok(change)
    }
}

/// Serializing that cannot fail for our plain records, without a generic copy of the code for each.
mod erased {
    use serde::Serialize;

    pub(super) trait Written {
        fn written(&self) -> String;
    }

    impl<T: Serialize> Written for T {
        fn written(&self) -> String {
            serde_json::to_string(self).unwrap_or_else(|_| String::from("null"))
        }
    }
}
use erased::Written as _;

fn comma(text: &mut String, start: usize) {
    if text.len() > start {
        text.push(',');
    }
}

fn push<R: Record + Serialize>(text: &mut String, start: usize, kind: &str, edits: &Edits<R>)
where
    R::Id: Serialize,
{
    for (id, edit) in edits {
        let id = id.written();
        let (sign, record) = match (&edit.from, &edit.to) {
            (Some(from), Some(to)) => {
                push_fields(text, start, kind, &id, from.as_ref(), to.as_ref());
                continue;
            }
            (None, Some(to)) => ("+", to),
            (Some(from), None) => ("-", from),
            (None, None) => continue,
        };
        comma(text, start);
        text.push_str(&format!("[\"{kind}\",{id},\"{sign}\",{}]", record.written()));
    }
}

/// A record as plain JSON, by way of its text: a serializer of its own would bring a copy of the code for every record.
fn object<T: Serialize>(record: &T) -> Map<String, Value> {
    serde_json::from_str(&record.written()).unwrap_or_default()
}

/// A record of plain JSON, by way of its text likewise.
fn read_record<T: DeserializeOwned>(value: &Value) -> Result<T, OpError> {
    serde_json::from_str(&value.to_string()).map_err(|_| OpError::Unfit)
}

fn push_fields<T: Serialize>(text: &mut String, start: usize, kind: &str, id: &str, from: &T, to: &T) {
    let fields = difference(object(from), object(to), kind == DEAL);
    comma(text, start);
    text.push_str(&format!("[\"{kind}\",{id},\"=\",{}]", Value::Object(fields)));
}

/// The fields in which two objects differ, each with what it was and what it is. The history is one only where the object is a deal;
/// anywhere else that may be a word of the user's.
fn difference(mut old: Map<String, Value>, new: Map<String, Value>, is_deal: bool) -> Map<String, Value> {
    let mut fields = Map::new();
    for (field, after) in new {
        let before = old.remove(&field).unwrap_or(Value::Null);
        if before != after {
            let pair = differing(&field, before, after, is_deal);
            fields.insert(field, pair);
        }
    }
    for (field, before) in old {
        let pair = differing(&field, before, Value::Null, is_deal);
        fields.insert(field, pair);
    }
    fields
}

fn differing(field: &str, before: Value, after: Value, is_deal: bool) -> Value {
    let container = CONTAINERS.contains(&field);
    match (before, after) {
        (Value::Array(before), Value::Array(after)) if is_deal && field == HISTORY => splice(before, after),
        (Value::Object(before), Value::Object(after)) if container => {
            Value::Object(difference(before, after, false))
        }
        (Value::Null, Value::Object(after)) if container => {
            Value::Object(difference(Map::new(), after, false))
        }
        (Value::Object(before), Value::Null) if container => {
            Value::Object(difference(before, Map::new(), false))
        }
        // What is no container but an item of one, or an outcome: items have an object before and after.
        (before, after) => Value::Array(vec![before, after]),
    }
}

fn splice(mut before: Vec<Value>, mut after: Vec<Value>) -> Value {
    let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    Value::Array(vec![same.into(), Value::Array(before.split_off(same)), Value::Array(after.split_off(same))])
}

fn opposite(sign: &str) -> String {
    match sign {
        "+" => "-",
        "-" => "+",
        other => other,
    }
    .to_owned()
}

/// Where what only comes to a history goes: to its place, or behind all that is there by now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Late {
    No,
    Yes,
}

struct Op {
    id: String,
    sign: String,
    value: Value,
    back: bool,
    /// How the record's history is put together, if it is a deal.
    history: Option<Late>,
}

fn take<R: Record + Serialize + DeserializeOwned>(
    workspace: &Workspace,
    edits: &mut Edits<R>,
    op: Op,
) -> Result<(), OpError>
where
    R::Id: DeserializeOwned,
{
    let id: R::Id = read_record(&Value::String(op.id.clone())).map_err(|_| OpError::Unreadable)?;
    let from = workspace.get::<R>(id).cloned();
    let to = match op.sign.as_str() {
        "+" => Some(Arc::new(read_record::<R>(&op.value)?)),
        "-" => None,
        "=" => Some(Arc::new(patched(from.as_deref().ok_or(OpError::Missing)?, &op)?)),
        _ => return Err(OpError::Unreadable),
    };
    if from != to {
        edits.insert(id, Edit { from, to });
    }
    Ok(())
}

fn patched<T: Serialize + DeserializeOwned>(record: &T, op: &Op) -> Result<T, OpError> {
    let Value::Object(fields) = &op.value else { return Err(OpError::Unreadable) };
    let mut map = object(record);
    patch(&mut map, fields, op.back, op.history)?;
    read_record(&Value::Object(map))
}

fn patch(
    map: &mut Map<String, Value>,
    fields: &Map<String, Value>,
    back: bool,
    history: Option<Late>,
) -> Result<(), OpError> {
    for (field, pair) in fields {
        let value = match (field.as_str(), pair) {
            (_, Value::Object(inner)) => {
                let mut items = match map.remove(field) {
                    Some(Value::Object(items)) => items,
                    _ => Map::new(),
                };
                patch(&mut items, inner, back, None)?;
                map.insert(field.clone(), Value::Object(items));
                continue;
            }
            (HISTORY, Value::Array(parts)) if history.is_some() => {
                let late = history.unwrap_or(Late::No);
                let [Value::Number(place), Value::Array(old), Value::Array(new)] = parts.as_slice() else {
                    return Err(OpError::Unreadable);
                };
                unsplice(map, place.as_u64(), if back { (new, old) } else { (old, new) }, late)?;
                continue;
            }
            (_, Value::Array(parts)) => match parts.as_slice() {
                [before, after] => {
                    if back {
                        before
                    } else {
                        after
                    }
                }
                _ => return Err(OpError::Unreadable),
            },
            _ => return Err(OpError::Unreadable),
        };
        if value.is_null() {
            map.remove(field);
        } else {
            map.insert(field.clone(), value.clone());
        }
    }
    Ok(())
}

/// Puts one stretch of a history in the place of another.
fn unsplice(
    map: &mut Map<String, Value>,
    place: Option<u64>,
    (gone, come): (&Vec<Value>, &Vec<Value>),
    late: Late,
) -> Result<(), OpError> {
    let place = place.and_then(|n| usize::try_from(n).ok()).ok_or(OpError::Unreadable)?;
    let Some(Value::Array(events)) = map.get_mut(HISTORY) else { return Err(OpError::Unreadable) };
    let place = if late == Late::Yes && gone.is_empty() { place.max(events.len()) } else { place };
    let end = place.saturating_add(gone.len());
    if events.get(place..end) != Some(gone.as_slice()) {
        return Err(OpError::HistoryDiffers);
    }
    events.splice(place..end, come.iter().cloned());
    Ok(())
}
