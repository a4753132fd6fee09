//! What the buyer's journey and the pipeline have to say of one another: where stages and phases do not meet, where the map is empty
//! although deals are lost there, and which pains of lost deals it has no answer to.
//!
//! As the other findings, each has its evidence and its deals, and can be put away until it changes.

mod pains;

use std::collections::BTreeMap;

use super::census::Census;
use super::figures::{Rate, Tally};
use super::journey::JourneyFigure;
use crate::model::{Cell, Lane, Note, PersonaId, Phase, PhaseId, Row, Stage, StageId, Workspace};

pub(super) use pains::tells_pain;

/// What is the matter with the map.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Flaw {
    /// Stages that belong to no phase: their deals are in no figure of the map.
    StagesWithoutPhase,
    /// Phases without a stage.
    PhasesWithoutStages,
    /// Stages that follow upon one another against the order of their phases.
    Order,
    /// A phase out of which deals are lost has empty cells.
    Gap(PhaseId),
    /// A pain of lost deals that the map does not answer; its text as it is folded.
    Pain(String),
    /// Phases without an action that moves the buyer on, of their own or of one of their stages.
    NoExit,
    /// Phases for which nobody answers, and at whose stages no department takes part.
    NoOwner,
    /// Stages without an exit action, a definition or criteria.
    BareStages,
}

impl Flaw {
    /// What kind it is, for scripts.
    pub fn kind(&self) -> &'static str {
        match self {
            Flaw::StagesWithoutPhase => "stages-without-phase",
            Flaw::PhasesWithoutStages => "phases-without-stages",
            Flaw::Order => "stage-order",
            Flaw::Gap(_) => "map-gap",
            Flaw::Pain(_) => "unanswered-pain",
            Flaw::NoExit => "no-exit-action",
            Flaw::NoOwner => "no-owner",
            Flaw::BareStages => "bare-stages",
        }
    }
}

/// What a stage lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bare {
    /// The stage.
    pub stage: StageId,
    /// Whether it has no exit action.
    pub exit_action: bool,
    /// Whether it has no definition.
    pub definition: bool,
    /// Whether it has no criteria.
    pub criteria: bool,
}

/// What a finding of the map rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MapEvidence {
    /// These stages, in the order of the ladder.
    Stages(Vec<StageId>),
    /// These phases, in the order of the map.
    Phases(Vec<PhaseId>),
    /// These pairs of stages: the first is before the second, but its phase behind that one's.
    Pairs(Vec<(StageId, StageId)>),
    /// These cells are empty, from the top row.
    Empty {
        /// The cells.
        cells: Vec<Cell>,
        /// The deals lost from the phase, of all lost ones.
        lost: Rate,
    },
    /// A pain.
    Pain {
        /// As it was told; of several ways to write it the first by the alphabet.
        words: String,
        /// Whether the map has it as a pain point, but no response in that phase.
        noted: bool,
        /// Where to write what is missing: the response, or the pain point in the phase from which most of these deals were lost.
        cell: Option<Cell>,
    },
    /// What stages lack, in the order of the ladder.
    Bare(Vec<Bare>),
}

/// Something that the map and the deals say unasked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapFinding {
    /// What is the matter.
    pub flaw: Flaw,
    /// Its deals: the lost ones of a gap or a pain, the open ones in the stages concerned of the others.
    pub deals: Tally,
    /// What it rests on.
    pub evidence: MapEvidence,
    /// The number whose deals these are.
    pub figure: JourneyFigure,
    /// The kind of buyer whose map and deals were looked at; all if `None`.
    pub persona: Option<PersonaId>,
}

impl MapFinding {
    /// Its name among those that were dismissed.
    pub fn key(&self) -> String {
        let about = match &self.flaw {
            Flaw::Gap(phase) => format!("-{phase}"),
            Flaw::Pain(pain) => format!("-{}", fingerprint(pain)),
            _ => String::new(),
        };
        let persona = self.persona.map_or_else(String::new, |persona| format!("-{persona}"));
        format!("{}{about}{persona}", self.flaw.kind())
    }

    /// The state that it is in, which differs once it has changed materially: other cells, stages or phases, or of a gap or a pain
    /// more or fewer lost deals.
    pub fn state(&self) -> String {
        let count = match &self.flaw {
            Flaw::Gap(_) | Flaw::Pain(_) => self.deals.count,
            _ => 0,
        };
        let about = match &self.evidence {
            MapEvidence::Empty { cells, .. } => format!("{cells:?}"),
            MapEvidence::Pain { noted, .. } => noted.to_string(),
            other => format!("{other:?}"),
        };
        format!("{count} {}", fingerprint(&about))
    }

    /// Whether it was put away in the state that it is in.
    pub fn is_dismissed(&self, dismissed: &BTreeMap<String, String>) -> bool {
        dismissed.get(&self.key()).is_some_and(|state| *state == self.state())
    }
}

/// A text in 16 digits, as names of what is dismissed have a limit: 64 bits of FNV-1a.
fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// The deals of each rung.
struct Counts {
    open: Vec<Tally>,
    lost: Vec<Tally>,
    all_lost: u64,
}

impl Counts {
    fn of(census: &Census) -> Counts {
        let stages = census.ladder().stages().len();
        let mut found = Counts {
            open: vec![Tally::default(); stages],
            lost: vec![Tally::default(); stages],
            all_lost: 0,
        };
        for case in census.cases() {
            found.all_lost += u64::from(case.is_lost());
            let tallies = match (case.is_open(), case.is_lost()) {
                (true, _) => &mut found.open,
                (_, true) => &mut found.lost,
                _ => continue,
            };
            if let Some(tally) = case.stage.and_then(|at| tallies.get_mut(at)) {
                tally.add(case.value());
            }
        }
        found
    }

    fn sum(tallies: &[Tally], of: impl Fn(usize) -> bool) -> Tally {
        let some = tallies.iter().enumerate().filter(|(at, _)| of(*at));
        some.fold(Tally::default(), |sum, (_, one)| Tally {
            count: sum.count + one.count,
            value: sum.value.saturating_add(one.value),
        })
    }
}

/// What is looked at, and what is found.
struct Look<'a> {
    census: &'a Census,
    counts: Counts,
    phases: Vec<&'a Phase>,
    stages: Vec<&'a Stage>,
    notes: BTreeMap<Cell, Vec<&'a std::sync::Arc<Note>>>,
    shown: Vec<Row>,
}

impl Look<'_> {
    fn finding(&self, flaw: Flaw, evidence: MapEvidence, figure: JourneyFigure) -> MapFinding {
        let ladder = self.census.ladder();
        let place = |at: usize| ladder.place(at);
        let deals = match &figure {
            JourneyFigure::Lost { phase, .. } => Counts::sum(&self.counts.lost, |at| {
                place(at).is_some_and(|place| place.phase == Some(*phase))
            }),
            JourneyFigure::OpenIn(stages) => Counts::sum(&self.counts.open, |at| {
                place(at).is_some_and(|place| stages.contains(&place.stage))
            }),
            _ => Tally::default(),
        };
        MapFinding { flaw, deals, evidence, figure, persona: self.census.population().persona }
    }

    fn stages_of(&self, phase: &Phase) -> impl Iterator<Item = &Stage> {
        let id = phase.id;
        self.stages.iter().copied().filter(move |stage| stage.phase == Some(id))
    }

    fn has_row(&self, row: Row) -> bool {
        self.shown.contains(&row)
    }

    /// A finding of some stages and the open deals in them; `None` of none.
    fn of_stages(&self, flaw: Flaw, stages: Vec<StageId>, evidence: MapEvidence) -> Option<MapFinding> {
        (!stages.is_empty()).then(|| self.finding(flaw, evidence, JourneyFigure::OpenIn(stages)))
    }

    /// A finding of some phases and the open deals in their stages; `None` of none.
    fn of_phases(&self, flaw: Flaw, is: impl Fn(&Phase) -> bool) -> Option<MapFinding> {
        let phases: Vec<PhaseId> =
            self.phases.iter().filter(|phase| is(phase)).map(|phase| phase.id).collect();
        let own = self
            .census
            .ladder()
            .stages()
            .iter()
            .filter(|place| place.phase.is_some_and(|p| phases.contains(&p)));
        let stages = own.map(|place| place.stage).collect();
        (!phases.is_empty())
            .then(|| self.finding(flaw, MapEvidence::Phases(phases), JourneyFigure::OpenIn(stages)))
    }

    fn unlinked(&self) -> Option<MapFinding> {
        let known = |stage: &Stage| self.phases.iter().any(|phase| Some(phase.id) == stage.phase);
        let bare: Vec<StageId> =
            self.stages.iter().filter(|stage| !known(stage)).map(|stage| stage.id).collect();
        self.of_stages(Flaw::StagesWithoutPhase, bare.clone(), MapEvidence::Stages(bare))
    }

    fn without_stages(&self) -> Option<MapFinding> {
        self.of_phases(Flaw::PhasesWithoutStages, |phase| self.stages_of(phase).next().is_none())
    }

    fn order(&self) -> Option<MapFinding> {
        let number = |stage: &Stage| self.phases.iter().position(|phase| Some(phase.id) == stage.phase);
        let linked: Vec<(StageId, usize)> =
            self.stages.iter().filter_map(|stage| Some((stage.id, number(stage)?))).collect();
        let against = linked.iter().zip(linked.iter().skip(1)).filter(|((_, one), (_, next))| one > next);
        let pairs: Vec<(StageId, StageId)> = against.map(|((one, _), (next, _))| (*one, *next)).collect();
        let mut stages: Vec<StageId> = pairs.iter().flat_map(|(one, next)| [*one, *next]).collect();
        stages.dedup();
        self.of_stages(Flaw::Order, stages, MapEvidence::Pairs(pairs))
    }

    /// The phases with losses and empty cells, those with the most losses first.
    fn gaps(&self) -> Vec<MapFinding> {
        let gap = |phase: &&Phase| {
            let figure = JourneyFigure::Lost { phase: phase.id, reason: None };
            let lanes = self.shown.iter().filter_map(|row| match row {
                Row::Notes(lane) => Some(*lane),
                _ => None,
            });
            let cell = |lane: Lane, step| Cell { phase: phase.id, step, lane };
            let cells = lanes.flat_map(|lane| phase.columns().into_iter().map(move |step| cell(lane, step)));
            let cells: Vec<Cell> = cells.filter(|cell| !self.notes.contains_key(cell)).collect();
            let lost = Rate { part: 0, of: self.counts.all_lost };
            let mut found =
                self.finding(Flaw::Gap(phase.id), MapEvidence::Empty { cells: cells.clone(), lost }, figure);
            let lost = Rate { part: found.deals.count, of: self.counts.all_lost };
            let told = found.deals.count > 0 && !cells.is_empty();
            found.evidence = MapEvidence::Empty { cells, lost };
            told.then_some(found)
        };
        let mut found: Vec<MapFinding> = self.phases.iter().filter_map(gap).collect();
        found.sort_by_key(|finding| std::cmp::Reverse((finding.deals.count, finding.deals.value)));
        found
    }

    fn bare_stages(&self) -> Option<MapFinding> {
        let lacks = |stage: &&Stage| Bare {
            stage: stage.id,
            exit_action: stage.exit_action.trim().is_empty(),
            definition: stage.definition.trim().is_empty(),
            criteria: stage.criteria.is_empty(),
        };
        let bare =
            self.stages.iter().map(lacks).filter(|bare| bare.exit_action || bare.definition || bare.criteria);
        let bare: Vec<Bare> = bare.collect();
        let stages = bare.iter().map(|bare| bare.stage).collect();
        self.of_stages(Flaw::BareStages, stages, MapEvidence::Bare(bare))
    }
}

/// What there is to say of the map of the population's pipeline and its deals: first where the two do not meet, since the figures of the
/// phases rest on that, then what is missing where deals are lost, then the rest. Of the population's persona its notes and those of all
/// buyers. A pipeline without phases has no map: only its stages are looked at. Rows that are hidden are not missed.
pub fn map_findings(workspace: &Workspace, census: &Census) -> Vec<MapFinding> {
    let pipeline = census.population().pipeline;
    let rows = workspace.rows(pipeline).into_iter().filter(|(_, style)| !style.hidden);
    let look = Look {
        census,
        counts: Counts::of(census),
        phases: workspace.phases(pipeline).into_iter().map(|phase| &**phase).collect(),
        stages: workspace.ladder(pipeline).into_iter().map(|stage| &**stage).collect(),
        notes: workspace.map_notes(pipeline, census.population().persona),
        shown: rows.map(|(row, _)| row).collect(),
    };
    let mut found = Vec::new();
    if !look.phases.is_empty() {
        found.extend(look.unlinked());
        found.extend(look.without_stages());
        found.extend(look.order());
        found.extend(look.gaps());
        found.extend(look.pains());
        if look.has_row(Row::ExitAction) {
            found.extend(look.of_phases(Flaw::NoExit, |phase| {
                let own = phase.exit_action.trim().is_empty();
                own && look.stages_of(phase).all(|stage| stage.exit_action.trim().is_empty())
            }));
        }
        if look.has_row(Row::Owner) {
            found.extend(look.of_phases(Flaw::NoOwner, |phase| {
                phase.owner.trim().is_empty() && look.stages_of(phase).all(|stage| stage.duties.is_empty())
            }));
        }
    }
    found.extend(look.bare_stages());
    found
}
