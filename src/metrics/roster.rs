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
            Outcome::Won { .. } => found.won.add(deal),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, DealEdit, Person, SeededIds, Timestamp, WorkspaceId, apply};
    use crate::templates::sample;

    #[test]
    fn method_row_9_everybody_who_owns_deals_is_listed_managers_first() {
        let now = Timestamp(1_795_348_800_000);
        let mut workspace = Workspace::empty(WorkspaceId(1));
        let mut ids = SeededIds::new(now, 1);
        let start = sample(workspace.meta(), &mut ids, now);
        apply(&mut workspace, start.command, now).expect("the sample is sound");
        let first = *workspace.all::<Deal>().keys().next().expect("a deal");
        let zoe = Command::EditDeal { deal: first, edit: DealEdit::Owner("Zoe, who helps out".into()) };
        let boss = Command::SetPerson(PersonId(1), Some(Person { name: "Ada".into(), role: Role::Manager }));
        apply(&mut workspace, Command::Batch(vec![zoe, boss]), now).expect("granted");
        let roster = roster(&workspace);
        assert_eq!(
            roster.first().and_then(|member| member.person).map(|(_, role)| role),
            Some(Role::Manager)
        );
        let last = roster.last().expect("somebody");
        assert_eq!((last.name.as_str(), last.person), ("Zoe, who helps out", None));
        let owned = workspace
            .all::<Deal>()
            .values()
            .filter(|d| !d.owner.is_empty() && !matches!(d.outcome, Outcome::Nurture { .. }));
        let listed: u64 = roster.iter().map(|member| member.open + member.won.count + member.lost).sum();
        assert_eq!(listed, owned.count() as u64);
    }
}
