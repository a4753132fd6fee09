//! Identifiers: 64 bits, written as 13 characters of base 36, sortable by the time they were minted.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::Timestamp;

const WIDTH: usize = 13;
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn write_base36(mut value: u64) -> [u8; WIDTH] {
    let mut out = [b'0'; WIDTH];
    for slot in out.iter_mut().rev() {
        *slot = DIGITS.get((value % 36) as usize).copied().unwrap_or(b'0');
        value /= 36;
    }
    out
}

fn read_base36(text: &str) -> Option<u64> {
    if text.is_empty() || text.len() > WIDTH {
        return None;
    }
    text.bytes().try_fold(0u64, |sum, byte| {
        let digit = (byte as char).to_digit(36).filter(|_| !byte.is_ascii_uppercase())?;
        sum.checked_mul(36)?.checked_add(u64::from(digit))
    })
}

/// What was given as an id is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_base36(self.0).iter().try_for_each(|byte| fmt::Write::write_char(f, *byte as char))
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_base36(text).map($name).ok_or(NotAnId)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let digits = write_base36(self.0);
                serializer.serialize_str(std::str::from_utf8(&digits).unwrap_or_default())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Reader;
                impl de::Visitor<'_> for Reader {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an id of up to 13 characters, 0-9 and a-z")
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
                    }
                }
                deserializer.deserialize_str(Reader)
            }
        }
    };
}

id!(
    /// Names a workspace.
    WorkspaceId
);
id!(
    /// Names a pipeline.
    PipelineId
);
id!(
    /// Names a stage, across all pipelines.
    StageId
);
id!(
    /// Names a deal, across all pipelines.
    DealId
);
id!(
    /// Names a phase of a buyer's journey.
    PhaseId
);
id!(
    /// Names a note on a journey map.
    NoteId
);
id!(
    /// Names an exit criterion, across all stages.
    CriterionId
);
id!(
    /// Names a task of a stage's to-do list, across all stages.
    TaskId
);
id!(
    /// Names a buyer persona.
    PersonaId
);
id!(
    /// Names a person of the team.
    PersonId
);
id!(
    /// Names an item within one record that nothing else refers to: an activity, an objection or a document of a deal; a
    /// department's part or a play of a stage; an assessment or a review of a pipeline.
    ItemId
);

/// Mints numbers for ids. The browser's is random; [`SeededIds`] is its twin for tests and samples.
pub trait Ids {
    /// A number that this workspace has never used, greater than all that this source minted before.
    fn next(&mut self) -> u64;
}

/// Ids that are the same for the same seed: the time in the upper 42 bits, a count from the seed below.
#[derive(Debug, Clone)]
pub struct SeededIds {
    next: u64,
}

impl SeededIds {
    /// Starts at `at` with a seed of up to 22 bits.
    pub fn new(at: Timestamp, seed: u32) -> Self {
        let millis = u64::try_from(at.0).unwrap_or(0);
        SeededIds { next: (millis << 22) | u64::from(seed & 0x3f_ffff) }
    }
}

impl Ids for SeededIds {
    fn next(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_wrote() {
        for value in [0, 1, 35, 36, u64::MAX] {
            let id = DealId(value);
            assert_eq!(id.to_string().len(), WIDTH);
            assert_eq!(id.to_string().parse(), Ok(id));
            assert_eq!(serde_json::from_str::<DealId>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in ["", "zzzzzzzzzzzzzz", "zzzzzzzzzzzzz", "A", "a b", "é"] {
            assert_eq!(text.parse::<DealId>(), Err(NotAnId), "{text:?}");
        }
    }

    #[test]
    fn ids_sort_as_they_were_minted() {
        let mut ids = SeededIds::new(Timestamp(1_760_000_000_000), 7);
        let (first, second) = (DealId(ids.next()), DealId(ids.next()));
        assert!(first < second && first.to_string() < second.to_string());
    }
}
