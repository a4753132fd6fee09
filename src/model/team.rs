//! The team, the buyer personas, and the lists of words that the team chooses from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{PersonId, PersonaId, Rank, WorkspaceId};

/// The form in which a workspace keeps its data; raised by a migration when older data needs one.
pub const FORM: u32 = 2;

fn first_form() -> u32 {
    1
}

/// What is known of the workspace as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Its id; two copies of one workspace share it.
    pub id: WorkspaceId,
    /// Its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Whether it still holds the sample's deals, which one click clears.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
    /// The form that the data is in: [`FORM`], or a lower one before migrations.
    #[serde(default = "first_form")]
    pub form: u32,
    /// The people of the team. Deals name their owner by name; whoever owns a deal need not be listed here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<PersonId, Person>,
    /// The kinds of buyers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub personas: BTreeMap<PersonaId, Persona>,
    /// The words to choose from, where the team has its own; else the interface's.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<ListKind, Vec<String>>,
}

impl Meta {
    /// A workspace of which nothing is known yet.
    pub fn new(id: WorkspaceId) -> Meta {
        Meta {
            id,
            name: String::new(),
            sample: false,
            form: FORM,
            people: BTreeMap::new(),
            personas: BTreeMap::new(),
            lists: BTreeMap::new(),
        }
    }
}

/// Somebody of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name, by which deals name their owner; never blank.
    pub name: String,
    /// The role.
    pub role: Role,
}

/// What somebody does in the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Talks with buyers.
    #[default]
    Representative,
    /// Leads the team; may override gates.
    Manager,
}

/// A kind of buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Persona {
    /// Its place among the personas.
    pub rank: Rank,
    /// Its name; never blank.
    pub name: String,
    /// What they want, fear and ask.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// A list of words that the team chooses from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// Why deals are lost.
    LossReasons,
    /// Why deals go to the nurture list.
    NurtureReasons,
    /// What kinds of objections there are.
    ObjectionKinds,
    /// By what customers are told apart: region, industry, size, profitability…
    SegmentKinds,
    /// What kinds of documents there are.
    DocumentKinds,
}

impl ListKind {
    /// All lists in the order in which they are shown.
    pub const ALL: [ListKind; 5] = [
        ListKind::LossReasons,
        ListKind::NurtureReasons,
        ListKind::ObjectionKinds,
        ListKind::SegmentKinds,
        ListKind::DocumentKinds,
    ];
}
