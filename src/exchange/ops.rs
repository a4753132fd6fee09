//! A change as operations: what the journal keeps, and what travels between tabs.
//!
//! An [`Entry`] is one change with its id `(hybrid logical clock, device)`. Its operations name a record, a field, the value
//! and the value before, so that an entry can be applied and taken back long after the change itself is forgotten:
//!
//! ```text
//! {"i":"0mk3j2h1g0f9e-4f2a1","k":"do","n":"move_deal","o":[["deal","0mk3…","=",{"rank":["V000","V002"],"stage":[…]}]]}
//! ```
//! `+` brings the whole record, `-` takes it away, `=` gives fields as `[before, after]`, a missing one as `null`; the
//! append-only history of a deal as `[place, taken away, put there]`.

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
const HISTORY: &str = "history";

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
        push(&mut text, start, "deal", &change.deals);
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
        let stored: Stored = serde_json::from_str(&self.text).map_err(|_| OpError::Unreadable)?;
        debug_assert_eq!(stored.i, self.id);
        debug_assert!(stored.k == self.turn && stored.n == self.deed);
        let mut change = Change::default();
        for (kind, id, sign, value) in stored.o {
            let op = Op { id, sign: if back { opposite(&sign) } else { sign }, value, back };
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
                "deal" => take(workspace, &mut change.deals, op)?,
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

fn object<T: Serialize>(record: &T) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

fn push_fields<T: Serialize>(text: &mut String, start: usize, kind: &str, id: &str, from: &T, to: &T) {
    let (mut old, new) = (object(from), object(to));
    let mut fields = Map::new();
    for (field, after) in new {
        let before = old.remove(&field).unwrap_or(Value::Null);
        if before != after {
            let pair = match (field.as_str(), before, after) {
                (HISTORY, Value::Array(before), Value::Array(after)) => splice(before, after),
                (_, before, after) => Value::Array(vec![before, after]),
            };
            fields.insert(field, pair);
        }
    }
    for (field, before) in old {
        fields.insert(field, Value::Array(vec![before, Value::Null]));
    }
    comma(text, start);
    text.push_str(&format!("[\"{kind}\",{id},\"=\",{}]", Value::Object(fields)));
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

struct Op {
    id: String,
    sign: String,
    value: Value,
    back: bool,
}

fn take<R: Record + Serialize + DeserializeOwned>(
    workspace: &Workspace,
    edits: &mut Edits<R>,
    op: Op,
) -> Result<(), OpError>
where
    R::Id: DeserializeOwned,
{
    let id: R::Id = serde_json::from_value(Value::String(op.id.clone())).map_err(|_| OpError::Unreadable)?;
    let from = workspace.get::<R>(id).cloned();
    let to = match op.sign.as_str() {
        "+" => Some(Arc::new(serde_json::from_value::<R>(op.value).map_err(|_| OpError::Unfit)?)),
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
    for (field, pair) in fields {
        let value = match (field.as_str(), pair.as_array().map(Vec::as_slice)) {
            (HISTORY, Some([Value::Number(place), Value::Array(old), Value::Array(new)])) => {
                let (gone, come) = if op.back { (new, old) } else { (old, new) };
                let place =
                    place.as_u64().and_then(|n| usize::try_from(n).ok()).ok_or(OpError::Unreadable)?;
                let Some(Value::Array(events)) = map.get_mut(HISTORY) else {
                    return Err(OpError::Unreadable);
                };
                let end = place.saturating_add(gone.len());
                if events.get(place..end) != Some(gone.as_slice()) {
                    return Err(OpError::HistoryDiffers);
                }
                events.splice(place..end, come.iter().cloned());
                continue;
            }
            (_, Some([before, after])) => {
                if op.back {
                    before
                } else {
                    after
                }
            }
            _ => return Err(OpError::Unreadable),
        };
        if value.is_null() {
            map.remove(field);
        } else {
            map.insert(field.clone(), value.clone());
        }
    }
    serde_json::from_value(Value::Object(map)).map_err(|_| OpError::Unfit)
}
