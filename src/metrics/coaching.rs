//! What stands between each open deal and its next stage.

use std::collections::BTreeMap;

use super::case::Case;
use super::census::Census;
use super::stale::{Staleness, Standing};
use crate::model::{
    CriterionId, Day, DealId, ItemId, Pipeline, Question, Stage, StageId, TaskId, Verdict, Workspace,
    in_order, missing,
};

/// Something that a deal lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// A question was answered with no.
    Unqualified(Question),
    /// An exit criterion of its stage is not met.
    Criterion(CriterionId),
    /// An objection is open.
    Objection(ItemId),
    /// A task of its stage is not done.
    Task(TaskId),
    /// A qualifying question has no answer.
    Unanswered(Question),
    /// No next step is planned.
    NoStep,
    /// Its next step was due on that day.
    Overdue(Day),
}

/// An open deal, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coached {
    /// The deal.
    pub deal: DealId,
    /// Whose it is.
    pub owner: String,
    /// What it is worth, in minor units.
    pub value: i64,
    /// The stage that it is in.
    pub stage: StageId,
    /// For how many calendar days of the viewer.
    pub days: i64,
    /// Whether that is too long.
    pub staleness: Staleness,
    /// What it lacks, in the order in which it is to be talked about.
    pub lacks: Vec<Lack>,
}

/// How the deals of a coaching list stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CoachingOrder {
    /// The most valuable first.
    #[default]
    Value,
    /// The one that outstayed its stage's threshold most steps first, and of equal ones that which has been there longest.
    Staleness,
    /// The one that lacks the most first.
    Lacks,
}

impl CoachingOrder {
    /// All, in the order in which they are offered.
    pub const ALL: [CoachingOrder; 3] =
        [CoachingOrder::Value, CoachingOrder::Staleness, CoachingOrder::Lacks];
}

/// What an open deal lacks for its next stage. What its stage asks for comes by the stage's own order.
pub fn lacks(workspace: &Workspace, case: &Case<'_>, today: Day) -> Vec<Lack> {
    let deal = case.deal;
    let story = &deal.story;
    let mut found = Vec::new();
    let qualification = workspace.get::<Pipeline>(deal.pipeline).map(|found| found.qualification);
    let qualification = qualification.unwrap_or_default();
    if let Verdict::Unqualified(no) = qualification.verdict(&story.answers) {
        found.extend(no.into_iter().map(Lack::Unqualified));
    }
    let stage = workspace.get::<Stage>(workspace.stage_of(deal));
    if let Some(stage) = stage {
        found.extend(missing(stage, deal).into_iter().map(Lack::Criterion));
    }
    if case.was_objected() {
        let open = story.objections.iter().filter(|(_, objection)| objection.overcome.is_none());
        found.extend(open.map(|(id, _)| Lack::Objection(*id)));
    }
    if let Some(stage) = stage {
        let tasks = in_order(&stage.tasks).into_iter().map(|(id, _)| id);
        found.extend(tasks.filter(|id| !story.done.contains_key(id)).map(Lack::Task));
    }
    let answered =
        |question: &Question| story.answers.get(question).is_some_and(|answer| answer.yes.is_some());
    found.extend(qualification.questions().into_iter().filter(|q| !answered(q)).map(Lack::Unanswered));
    match case.next_step() {
        None => found.push(Lack::NoStep),
        Some(due) => found.extend(due.filter(|day| *day < today).map(Lack::Overdue)),
    }
    found
}

/// What the open deals of an owner (of everybody if `None`) lack.
pub fn coaching(
    workspace: &Workspace,
    census: &Census,
    owner: Option<&str>,
    order: CoachingOrder,
) -> Vec<Coached> {
    let (today, zone) = (census.today(), census.zone());
    let asked = |case: &Case<'_>| case.is_open() && owner.is_none_or(|owner| case.deal.owner == owner);
    let coached = |case: Case<'_>| Coached {
        deal: case.id,
        owner: case.deal.owner.clone(),
        value: case.deal.value,
        stage: workspace.stage_of(case.deal),
        days: case.stays.last().map_or(0, |stay| today.days_since(zone.day(stay.entered)).max(0)),
        staleness: Standing::of_case(census, &case).staleness(),
        lacks: lacks(workspace, &case, today),
    };
    let mut found: Vec<Coached> = census.cases().filter(asked).map(coached).collect();
    match order {
        CoachingOrder::Value => found.sort_by_key(|deal| (std::cmp::Reverse(deal.value), deal.deal)),
        CoachingOrder::Staleness => {
            found.sort_by_key(|deal| (std::cmp::Reverse((deal.staleness, deal.days)), deal.deal));
        }
        CoachingOrder::Lacks => {
            found.sort_by_key(|deal| (std::cmp::Reverse((deal.lacks.len(), deal.value)), deal.deal));
        }
    }
    found
}

/// The owners of open deals by name, each with how many deals they have; the empty name is nobody's.
pub fn owners_of_open(census: &Census) -> Vec<(String, u64)> {
    let mut owners: BTreeMap<&str, u64> = BTreeMap::new();
    for case in census.cases().filter(Case::is_open) {
        *owners.entry(&case.deal.owner).or_default() += 1;
    }
    owners.into_iter().map(|(name, count)| (name.to_owned(), count)).collect()
}
