//! Who is in the team, and what each of them works on.

use std::collections::BTreeMap;

use super::figures::Tally;
use crate::model::{Deal, Outcome, PersonId, Role, Workspace};

/// Somebody of the team, or somebody who only owns deals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The id and the role in the team; `None` for a name that stands on deals alone.
    pub person: Option<(PersonId, Role)>,
    /// The open deals that they own, in all pipelines.
    pub open: u64,
    /// The won ones.
    pub won: Tally,
    /// The lost ones.
    pub lost: u64,
}

/// The team and all other owners of deals: managers first, then representatives, then those who only own deals, each by name.
pub fn roster(workspace: &Workspace) -> Vec<Member> {
    let member =
        |name: &str| Member { name: name.to_owned(), person: None, open: 0, won: Tally::default(), lost: 0 };
    let mut members: BTreeMap<String, Member> = BTreeMap::new();
    for (id, person) in &workspace.meta().people {
        let found = members.entry(person.name.clone()).or_insert_with(|| member(&person.name));
        found.person = Some((*id, person.role));
    }
    for deal in workspace.all::<Deal>().values().filter(|deal| !deal.owner.is_empty()) {
        let found = match members.get_mut(&deal.owner) {
            Some(found) => found,
            None => members.entry(deal.owner.clone()).or_insert_with(|| member(&deal.owner)),
        };
        match deal.outcome {
            Outcome::Open => found.open += 1,
            Outcome::Won { .. } => found.won.add(deal.value),
            Outcome::Lost { .. } => found.lost += 1,
            Outcome::Nurture { .. } => {}
        }
    }
    let mut roster: Vec<Member> = members.into_values().collect();
    let place = |member: &Member| match member.person {
        Some((_, Role::Manager)) => 0,
        Some((_, Role::Representative)) => 1,
        None => 2,
    };
    roster.sort_by_key(place);
    roster
}
