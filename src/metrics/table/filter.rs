//! Which deals a table finds.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::Context;
use crate::metrics::{Staleness, staleness};
use crate::model::{Day, Deal, Outcome, OutcomeKind, PersonaId, PipelineId, Stage, StageId, Workspace};

/// Which deals by what became of them. Archived ones are only in a scope of their own and in the one of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Open ones.
    #[default]
    Open,
    /// Won ones.
    Won,
    /// Lost ones.
    Lost,
    /// Those on the nurture list.
    Nurture,
    /// Those that were put away.
    Archived,
    /// All.
    All,
}

impl Scope {
    /// All scopes in the order in which they are shown.
    pub const ALL: [Scope; 6] =
        [Scope::Open, Scope::Won, Scope::Lost, Scope::Nurture, Scope::Archived, Scope::All];

    /// The word that names it.
    pub fn key(self) -> &'static str {
        match self {
            Scope::Open => "open",
            Scope::Won => "won",
            Scope::Lost => "lost",
            Scope::Nurture => "nurture",
            Scope::Archived => "archived",
            Scope::All => "all",
        }
    }

    /// Whether a deal is in it.
    pub fn holds(self, deal: &Deal) -> bool {
        let (kind, archived) = (deal.outcome.kind(), deal.story.archived.is_some());
        match self {
            Scope::All => true,
            Scope::Archived => archived,
            Scope::Open => kind == OutcomeKind::Open && !archived,
            Scope::Won => kind == OutcomeKind::Won && !archived,
            Scope::Lost => kind == OutcomeKind::Lost && !archived,
            Scope::Nurture => kind == OutcomeKind::Nurture && !archived,
        }
    }
}

/// Why somebody should look at a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attention {
    /// It is open and has been in its stage for longer than the stage's threshold.
    Stale,
    /// It is open and nothing is planned.
    NoNextStep,
    /// It is open and its next step was due before today.
    Overdue,
    /// It is open and a qualifying question was answered with no.
    Unqualified,
    /// It is won and the customer is to be contacted today, or was to be before.
    ContactDue,
    /// It is on the nurture list and the day to come back to it is today, or was before.
    BackDue,
}

impl Attention {
    /// All reasons in the order in which they are offered.
    pub const ALL: [Attention; 6] = [
        Attention::Stale,
        Attention::NoNextStep,
        Attention::Overdue,
        Attention::Unqualified,
        Attention::ContactDue,
        Attention::BackDue,
    ];

    /// The word that names it.
    pub fn key(self) -> &'static str {
        match self {
            Attention::Stale => "stale",
            Attention::NoNextStep => "no-next-step",
            Attention::Overdue => "overdue",
            Attention::Unqualified => "unqualified",
            Attention::ContactDue => "contact-due",
            Attention::BackDue => "back-due",
        }
    }

    /// Whether deals of a scope can have it.
    pub fn fits(self, scope: Scope) -> bool {
        match self {
            Attention::Stale | Attention::NoNextStep | Attention::Overdue | Attention::Unqualified => {
                scope == Scope::Open
            }
            Attention::ContactDue => scope == Scope::Won,
            Attention::BackDue => scope == Scope::Nurture,
        }
        .max(scope == Scope::All)
    }

    /// Whether a deal has it, as of a day.
    pub fn calls(self, deal: &Deal, today: Day, stale: impl FnOnce() -> bool) -> bool {
        let open = deal.outcome == Outcome::Open;
        let next = || deal.story.next_step().map(|(_, step)| step.due);
        match self {
            Attention::Stale => open && stale(),
            Attention::NoNextStep => open && next().is_none(),
            Attention::Overdue => open && next().flatten().is_some_and(|due| due < today),
            Attention::Unqualified => {
                open && deal.story.answers.values().any(|answer| answer.yes == Some(false))
            }
            Attention::ContactDue => {
                deal.outcome.kind() == OutcomeKind::Won
                    && deal.story.care.is_some_and(|care| care.next <= today)
            }
            Attention::BackDue => {
                matches!(deal.outcome, Outcome::Nurture { until: Some(day), .. } if day <= today)
            }
        }
    }
}

/// What deals must be. Within one field any of the values will do; all fields that name any must hold. An empty text stands for
/// deals that have none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// The owners.
    pub owners: Vec<String>,
    /// The stages. Those of other pipelines are passed over.
    pub stages: Vec<StageId>,
    /// The sources.
    pub sources: Vec<String>,
    /// The labels.
    pub tags: Vec<String>,
    /// The values, by the kind of segment.
    pub segments: BTreeMap<String, Vec<String>>,
    /// The personas. Those that are no longer there are passed over.
    pub personas: Vec<PersonaId>,
    /// Why to look at them.
    pub attention: BTreeSet<Attention>,
    /// The least value, in minor units.
    pub value_from: Option<i64>,
    /// The greatest value, in minor units.
    pub value_to: Option<i64>,
    /// The first day of the expected close.
    pub expected_from: Option<Day>,
    /// The last day of the expected close.
    pub expected_to: Option<Day>,
}

impl Filter {
    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
}

/// A filter against the stages and personas that are there.
pub(super) struct Ready<'a> {
    filter: &'a Filter,
    stages: BTreeSet<StageId>,
    personas: Vec<PersonaId>,
}

impl<'a> Ready<'a> {
    pub fn new(filter: &'a Filter, workspace: &Workspace, pipeline: PipelineId) -> Ready<'a> {
        let own = |id: &StageId| workspace.get::<Stage>(*id).is_some_and(|stage| stage.pipeline == pipeline);
        let known = &workspace.meta().personas;
        Ready {
            filter,
            stages: filter.stages.iter().copied().filter(own).map(|id| workspace.part_of(id)).collect(),
            personas: filter.personas.iter().copied().filter(|id| known.contains_key(id)).collect(),
        }
    }

    pub fn holds(&self, context: &Context<'_>, deal: &Deal) -> bool {
        let filter = self.filter;
        let one_of = |texts: &[String], text: &str| texts.is_empty() || texts.iter().any(|t| t == text);
        let within_value = filter.value_from.is_none_or(|least| least <= deal.value)
            && filter.value_to.is_none_or(|most| deal.value <= most);
        let has_days = filter.expected_from.is_some() || filter.expected_to.is_some();
        let within_days = !has_days
            || deal.expected.is_some_and(|day| {
                filter.expected_from.is_none_or(|from| from <= day)
                    && filter.expected_to.is_none_or(|to| day <= to)
            });
        let segment = |kind: &String| deal.story.segments.get(kind).map_or("", String::as_str);
        let tagged = |tag: &String| {
            if tag.is_empty() { deal.story.tags.is_empty() } else { deal.story.tags.contains(tag) }
        };
        let stale = || staleness(context.workspace, deal, context.zone, context.now) > Staleness::Fresh;
        one_of(&filter.owners, &deal.owner)
            && one_of(&filter.sources, &deal.source)
            && within_value
            && within_days
            && (self.stages.is_empty() || self.stages.contains(&context.workspace.stage_of(deal)))
            && (filter.tags.is_empty() || filter.tags.iter().any(tagged))
            && filter.segments.iter().all(|(kind, values)| one_of(values, segment(kind)))
            && (self.personas.is_empty()
                || deal.story.persona.is_some_and(|persona| self.personas.contains(&persona)))
            && (filter.attention.is_empty()
                || filter.attention.iter().any(|why| why.calls(deal, context.today, stale)))
    }
}
