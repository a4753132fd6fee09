//! The buyer's journey: phases as columns, steps within them, rows of notes and figures, and what a workshop leaves on it.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::ids::NotAnId;
use super::{CriterionId, Day, ItemId, NoteId, PersonaId, PhaseId, PipelineId, Rank, Timestamp};

/// A phase of the buyer's way, such as awareness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Its id.
    pub id: PhaseId,
    /// The pipeline whose buyers it describes.
    pub pipeline: PipelineId,
    /// Its place among the phases.
    pub rank: Rank,
    /// Its name; never blank.
    pub name: String,
    /// The buyer's mood in it as it is, from −2 to +2.
    #[serde(default)]
    pub mood: i8,
    /// The mood as it is to be, from −2 to +2; `None` if nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<i8>,
    /// The moods of personas who feel otherwise.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub moods: BTreeMap<PersonaId, Mood>,
    /// Steps within the phase; none if it is one piece.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub steps: BTreeMap<ItemId, Step>,
    /// The department or person who answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// The action that moves a buyer to the next phase.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub exit_action: String,
    /// How well it is known that buyers do so; `None` if nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
}

impl Phase {
    /// A phase with a name and nothing else.
    pub fn new(id: PhaseId, pipeline: PipelineId, rank: Rank, name: impl Into<String>) -> Phase {
        Phase {
            id,
            pipeline,
            rank,
            name: name.into(),
            mood: 0,
            aim: None,
            moods: BTreeMap::new(),
            steps: BTreeMap::new(),
            owner: String::new(),
            exit_action: String::new(),
            evidence: None,
        }
    }

    /// The mood of a persona, or of all buyers: a persona without a mood of its own feels as all do.
    pub fn mood_of(&self, persona: Option<PersonaId>) -> Mood {
        let own = persona.and_then(|persona| self.moods.get(&persona)).copied();
        own.unwrap_or(Mood { now: self.mood, aim: self.aim })
    }

    /// The columns of the phase: its steps in order, or the one that is the whole phase.
    pub fn columns(&self) -> Vec<Option<ItemId>> {
        match super::in_order(&self.steps) {
            steps if steps.is_empty() => vec![None],
            steps => steps.into_iter().map(|(id, _)| Some(id)).collect(),
        }
    }
}

/// How a buyer feels in a phase.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mood {
    /// As it is, from −2 to +2.
    pub now: i8,
    /// As it is to be, from −2 to +2; `None` if nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aim: Option<i8>,
}

/// A step within a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its place in the phase.
    pub rank: Rank,
    /// Its name; never blank.
    pub name: String,
}

/// How well something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// The team believes so.
    Assumed,
    /// Some buyers said so.
    Partly,
    /// It was researched.
    Researched,
}

impl Evidence {
    /// All, from the weakest.
    pub const ALL: [Evidence; 3] = [Evidence::Assumed, Evidence::Partly, Evidence::Researched];
}

/// A row of notes. Written as its name, one of the team's own as `own-` and its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lane {
    /// What the buyer asks.
    Questions,
    /// What the buyer does.
    Actions,
    /// What the buyer decides.
    Decisions,
    /// Where buyer and seller meet.
    Touchpoints,
    /// What we offer to read, see or try.
    Content,
    /// What hurts.
    PainPoints,
    /// What holds the buyer back.
    Obstacles,
    /// What we do about it.
    Response,
    /// What we could do.
    Ideas,
    /// A row of the team's own; its name is in [`super::Pipeline::rows`].
    Own(ItemId),
}

impl Lane {
    /// The lanes that every map has, from the top.
    pub const ALL: [Lane; 9] = [
        Lane::Questions,
        Lane::Actions,
        Lane::Decisions,
        Lane::Touchpoints,
        Lane::Content,
        Lane::PainPoints,
        Lane::Obstacles,
        Lane::Response,
        Lane::Ideas,
    ];

    /// The lanes that a workshop votes on. Dots on notes elsewhere stay there and do not count against those who gave them.
    pub const VOTED: [Lane; 2] = [Lane::PainPoints, Lane::Ideas];
}

/// A row of the map. Written as a [`Lane`] is, the others by their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Row {
    /// The stages that are linked to each phase.
    Stages,
    /// The figures of the deals in these stages.
    Figures,
    /// The mood curve, and beside it the deals that leave.
    Mood,
    /// Notes.
    Notes(Lane),
    /// Who answers for the phase.
    Owner,
    /// What moves a buyer on.
    ExitAction,
    /// How well the phase is known.
    Evidence,
}

impl Row {
    /// The rows that every map has, from the top.
    pub const ALL: [Row; 15] = [
        Row::Stages,
        Row::Figures,
        Row::Mood,
        Row::Notes(Lane::Questions),
        Row::Notes(Lane::Actions),
        Row::Notes(Lane::Decisions),
        Row::Notes(Lane::Touchpoints),
        Row::Notes(Lane::Content),
        Row::Notes(Lane::PainPoints),
        Row::Notes(Lane::Obstacles),
        Row::Notes(Lane::Response),
        Row::Owner,
        Row::ExitAction,
        Row::Evidence,
        Row::Notes(Lane::Ideas),
    ];

    /// How a row stands on a map on which nobody changed it. Ideas are for a workshop and hidden until then.
    pub fn style(self) -> RowStyle {
        let place = Row::ALL.iter().position(|row| *row == self);
        let ranks = Rank::spread(None, Row::ALL.len()).unwrap_or_default();
        let rank = place.and_then(|place| ranks.into_iter().nth(place)).unwrap_or_else(Rank::middle);
        RowStyle { rank, name: String::new(), hidden: self == Row::Notes(Lane::Ideas) }
    }
}

/// How a row stands on the map of a pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowStyle {
    /// Its place among the rows.
    pub rank: Rank,
    /// The team's name for it; empty for the interface's. A row of the team's own has one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it is left out of the map; what is in it stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

const LANES: [(&str, Lane); 9] = [
    ("questions", Lane::Questions),
    ("actions", Lane::Actions),
    ("decisions", Lane::Decisions),
    ("touchpoints", Lane::Touchpoints),
    ("content", Lane::Content),
    ("pain_points", Lane::PainPoints),
    ("obstacles", Lane::Obstacles),
    ("response", Lane::Response),
    ("ideas", Lane::Ideas),
];
const ROWS: [(&str, Row); 6] = [
    ("stages", Row::Stages),
    ("figures", Row::Figures),
    ("mood", Row::Mood),
    ("owner", Row::Owner),
    ("exit_action", Row::ExitAction),
    ("evidence", Row::Evidence),
];
const OWN: &str = "own-";

impl fmt::Display for Lane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lane::Own(id) => write!(f, "{OWN}{id}"),
            lane => f.write_str(LANES.iter().find(|(_, known)| known == lane).map_or("", |(word, _)| word)),
        }
    }
}

impl FromStr for Lane {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Lane, NotAnId> {
        match LANES.iter().find(|(word, _)| *word == text) {
            Some((_, lane)) => Ok(*lane),
            None => text.strip_prefix(OWN).ok_or(NotAnId)?.parse().map(Lane::Own),
        }
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Row::Notes(lane) => lane.fmt(f),
            row => f.write_str(ROWS.iter().find(|(_, known)| known == row).map_or("", |(word, _)| word)),
        }
    }
}

impl FromStr for Row {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Row, NotAnId> {
        match ROWS.iter().find(|(word, _)| *word == text) {
            Some((_, row)) => Ok(*row),
            None => text.parse().map(Row::Notes),
        }
    }
}

macro_rules! as_word {
    ($kind:ident, $what:literal) => {
        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(|_| de::Error::invalid_value(de::Unexpected::Str(&text), &$what))
            }
        }
    };
}
as_word!(Lane, "a row of notes");
as_word!(Row, "a row of the map");

/// A cell of the map that holds notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Cell {
    /// The column's phase.
    pub phase: PhaseId,
    /// The step within it; `None` in a phase without steps.
    pub step: Option<ItemId>,
    /// The row.
    pub lane: Lane,
}

/// A short item in a cell of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The phase of its cell.
    pub phase: PhaseId,
    /// The row of its cell.
    pub lane: Lane,
    /// Its place in the cell.
    pub rank: Rank,
    /// Its text; never blank.
    pub text: String,
    /// The step of its cell. Where the phase has steps and this is none of them, it stands in the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<ItemId>,
    /// The persona of whom it is true; `None` for all buyers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persona: Option<PersonaId>,
    /// By what channel buyer and seller meet, such as e-mail.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub channel: String,
    /// Whether it is a moment of truth: here the buyer makes up their mind about the seller.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub moment: bool,
    /// The votes that it got, by participant of the workshop.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub votes: BTreeMap<ItemId, u8>,
}

impl Note {
    /// A note of all buyers with a text and nothing else.
    pub fn new(id: NoteId, cell: Cell, rank: Rank, text: impl Into<String>) -> Note {
        Note {
            id,
            phase: cell.phase,
            lane: cell.lane,
            rank,
            text: text.into(),
            step: cell.step,
            persona: None,
            channel: String::new(),
            moment: false,
            votes: BTreeMap::new(),
        }
    }

    /// How many votes it got.
    pub fn vote_count(&self) -> u32 {
        self.votes.values().map(|votes| u32::from(*votes)).sum()
    }
}

/// What a workshop on a pipeline's process needs beside the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Workshop {
    /// How many votes each participant has.
    pub votes_each: u8,
    /// Who takes part.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub participants: BTreeMap<ItemId, Participant>,
    /// What was said and has no place yet.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parked: BTreeMap<ItemId, Parked>,
    /// The exit criteria that were made in it, and when.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub criteria: BTreeMap<CriterionId, Timestamp>,
}

impl Workshop {
    /// Whether there is nothing that a new workshop would have to clear.
    pub fn is_bare(&self) -> bool {
        self.participants.is_empty() && self.parked.is_empty() && self.criteria.is_empty()
    }
}

impl Default for Workshop {
    fn default() -> Workshop {
        Workshop {
            votes_each: 3,
            participants: BTreeMap::new(),
            parked: BTreeMap::new(),
            criteria: BTreeMap::new(),
        }
    }
}

/// Somebody who takes part in a workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Their place among the others.
    pub rank: Rank,
    /// Their name; never blank.
    pub name: String,
}

/// A thought on the parking lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    /// Its place.
    pub rank: Rank,
    /// The text; never blank.
    pub text: String,
}

/// "What must be true to leave this stage?": an answer that is not a criterion yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its place among the stage's.
    pub rank: Rank,
    /// The text; never blank.
    pub text: String,
}

/// How far the guided mapping of a pipeline came, and what it asks that has no other place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Guide {
    /// The step to go on with: 1 goals, 2 whom to involve, 3 stages, 4 the buyer's journey, 5 update and watch; 6 when all are
    /// done, 0 before it was begun.
    pub step: u8,
    /// What the team wants to reach by mapping its process.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goals: String,
    /// Who is involved.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub involved: BTreeMap<ItemId, Involved>,
    /// What to watch from now on, and what to change when.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub watch: String,
    /// The day to look at the process again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_on: Option<Day>,
}

/// A department or person involved in the process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Involved {
    /// Their place among the others.
    pub rank: Rank,
    /// Who; never blank.
    pub who: String,
    /// What they know or do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub part: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_lanes_read_back_from_their_words_and_nothing_else_does() {
        for row in Row::ALL.into_iter().chain([Row::Notes(Lane::Own(ItemId(77)))]) {
            assert_eq!(row.to_string().parse::<Row>(), Ok(row));
            let text = serde_json::to_string(&row).unwrap();
            assert_eq!(serde_json::from_str::<Row>(&text).unwrap(), row);
        }
        for lane in Lane::ALL {
            assert!(Row::ALL.contains(&Row::Notes(lane)));
            assert_eq!(lane.to_string().parse::<Lane>(), Ok(lane));
        }
        for text in ["", "own-", "own-?", "mood ", "Questions"] {
            assert_eq!(text.parse::<Row>(), Err(NotAnId), "{text}");
        }
    }

    #[test]
    fn rows_stand_in_their_order_until_somebody_moves_one() {
        let ranks: Vec<Rank> = Row::ALL.into_iter().map(|row| row.style().rank).collect();
        assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn method_row_14_a_persona_without_a_mood_of_its_own_feels_as_all_do() {
        let mut phase = Phase::new(PhaseId(1), PipelineId(1), Rank::middle(), "Awareness");
        phase.mood = -1;
        phase.aim = Some(1);
        let (one, other) = (PersonaId(1), PersonaId(2));
        phase.moods.insert(one, Mood { now: 2, aim: None });
        assert_eq!(phase.mood_of(None), Mood { now: -1, aim: Some(1) });
        assert_eq!(phase.mood_of(Some(one)), Mood { now: 2, aim: None });
        assert_eq!(phase.mood_of(Some(other)), phase.mood_of(None));
    }
}
