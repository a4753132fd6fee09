//! What was to be won, and what was.

use std::collections::{BTreeMap, BTreeSet};

use super::census::Census;
use super::figures::{Rate, Tally};
use super::forecast::{Due, Expected, Pace, due, won_in};
use super::population::Population;
use crate::model::{Goals, TargetKey, Term};

/// What a term is to bring: an owner's target, or the team's, beside what was won and what is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attainment {
    /// Whose; the empty name for deals without an owner, `None` for the whole team.
    pub owner: Option<String>,
    /// The target that somebody set for exactly this, in minor units.
    pub set: Option<i64>,
    /// The target: the one that was set, else the sum of its months, else the sum of the owners'.
    pub target: Option<i64>,
    /// What was won in the term.
    pub won: Tally,
    /// The open deals that are expected to close in it.
    pub open: Expected,
}

impl Attainment {
    /// Won ÷ target. `None` without a target, or if it is 0.
    pub fn attained(&self) -> Option<Rate> {
        rate(self.won.value, self.target?)
    }

    /// Won and weighted what is expected ÷ target. `None` without a target, or if it is 0.
    pub fn in_sight(&self) -> Option<Rate> {
        rate(self.sum(), self.target?)
    }

    /// Won, and weighted what is expected, in minor units.
    pub fn sum(&self) -> i64 {
        self.won.value.saturating_add(self.open.weighted())
    }

    /// What is still to be won, in minor units: 0 if the target is reached, `None` without one.
    pub fn missing(&self) -> Option<i64> {
        self.target.map(|target| target.saturating_sub(self.won.value).max(0))
    }
}

/// A part of a target as a rate; `None` if nothing is to be reached.
pub(super) fn rate(part: i64, target: i64) -> Option<Rate> {
    let of = u64::try_from(target).ok().filter(|of| *of > 0)?;
    Some(Rate { part: u64::try_from(part).unwrap_or(0), of })
}

/// Whether targets can be held against a population: they are set for owners, not for sources, segments and personas.
pub fn has_targets(population: &Population) -> bool {
    let Population { sources, segments, persona, .. } = population;
    sources.is_empty() && segments.values().all(Vec::is_empty) && persona.is_none()
}

/// What a population is to win in a term, in minor units: the team's target, or the sum of those of the owners that are named.
/// `None` if nobody said, or where [`has_targets`] is not so.
pub fn target_of(goals: &Goals, population: &Population, term: Term) -> Option<i64> {
    if !has_targets(population) {
        return None;
    }
    if population.owners.is_empty() {
        return goals.target(term, "");
    }
    let owners: BTreeSet<&str> = population.owners.iter().map(String::as_str).collect();
    let targets = owners.into_iter().filter(|owner| !owner.is_empty());
    targets.filter_map(|owner| goals.target(term, owner)).reduce(i64::saturating_add)
}

/// Targets and what became of them in a term: first the whole team, unless the population names owners; then the owners by name:
/// those of `people`, of the deals and of the targets, as far as the population names them. Deals without an owner have a row
/// where there are some of this term.
pub fn attainments(census: &Census, goals: &Goals, people: &[String], term: Term) -> Vec<Attainment> {
    let row = |owner: Option<&str>| {
        let set = |owner: &str| goals.targets.get(&TargetKey { term, owner: owner.to_owned() }).copied();
        let target = |owner: &str| goals.target(term, owner);
        let nobody = owner == Some("");
        Attainment {
            owner: owner.map(str::to_owned),
            set: set(owner.unwrap_or("")).filter(|_| !nobody),
            target: target(owner.unwrap_or("")).filter(|_| !nobody),
            won: Tally::default(),
            open: Expected::default(),
        }
    };
    let mut team = row(None);
    let mut owners: BTreeMap<&str, Attainment> = BTreeMap::new();
    let named = people.iter().map(String::as_str).chain(goals.targets.keys().map(|key| key.owner.as_str()));
    for name in named.filter(|name| !name.is_empty() && census.population().asks_for(name)) {
        owners.entry(name).or_insert_with(|| row(Some(name)));
    }
    let mut of_people: Vec<Option<(Tally, Expected)>> = vec![None; census.people().len()];
    for case in census.cases() {
        let Some(own) = of_people.get_mut(case.owner()) else { continue };
        let (won, open) = own.get_or_insert_default();
        if won_in(&case, Pace::of(term)) == Some(term) {
            won.add(case.value());
            team.won.add(case.value());
        } else if due(census, &case, Pace::of(term)) == Some(Due::In(term)) {
            open.add(&case);
            team.open.add(&case);
        }
    }
    for (name, found) in census.people().iter().zip(of_people) {
        let Some((won, open)) = found else { continue };
        let own = owners.entry(name).or_insert_with(|| row(Some(name)));
        (own.won, own.open) = (won, open);
    }
    let idle = |row: &Attainment| row.won.count == 0 && row.open.deals.count == 0;
    if owners.get("").is_some_and(idle) {
        owners.remove("");
    }
    let nobody = owners.remove("");
    let first = census.population().owners.is_empty().then_some(team);
    first.into_iter().chain(owners.into_values()).chain(nobody).collect()
}
