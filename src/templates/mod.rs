//! Ready-made sales processes and a sample workspace, as data.
//!
//! A [`Template`] is a pipeline that nobody has to invent: stages in order, each with a definition the whole team can
//! share, a starting chance, usual and stale days, what earns the way to the next stage, who does what, a to-do list
//! and a playbook; and beside them the buyer's journey with its cells already begun. The facts come from five texts on
//! how to sell, named 000 to 004 in the documentation; the words are our own.
//!
//! Three kinds of number here are starting points and not findings: the sources give no chance, no number of days and
//! no weight of a criterion for any stage, so all are cautious guesses that a team replaces by its own figures. They
//! agree with each other: the weights of all criteria before a stage add up to the chance with which it starts.
//!
//! Winning is an outcome of a deal, not a stage, so no template has a Won stage. Two of the sources end with nurturing
//! after the win. In the model Won is the last rung of the ladder and nothing open stands above it, so nurturing is no
//! stage here either; it is named in the last stage's definition and in the journey's response.
//!
//! Template texts become the user's own data the moment they are applied and may be edited freely, which is why they
//! stand here and not among the sentences of the interface.

mod bases;
mod blank;
mod build;
mod buyers_journey;
mod cycle_b2b;
mod cycle_b2c;
pub mod fill;
mod maps;
mod phase;
mod plays;
mod sample;
mod seven_step;
mod simple;

#[cfg(test)]
mod tests;

pub use build::{Built, from_template};
pub use maps::{MapChange, MapTemplate, apply_map, map_by_key, map_templates};
pub use phase::{NoteSpec, PhaseSpec};
pub use sample::{SAMPLE_DEALS, sample};

use crate::model::{Diagram, Gate, PlayKind, Qualification};
use phase::note;

/// A ready-made pipeline with its buyer's journey.
#[derive(Debug, PartialEq, Eq)]
pub struct Template {
    /// Stable name in code and stored preferences: lower case, words joined by hyphens, unique.
    pub key: &'static str,
    /// What the list of templates shows.
    pub name: &'static str,
    /// For whom it is, in one or two sentences.
    pub summary: &'static str,
    /// The name of the pipeline made from it.
    pub pipeline: &'static str,
    /// What a deal is asked before much time goes into it.
    pub qualification: Qualification,
    /// How the process is drawn.
    pub diagram: Diagram,
    /// The open stages in order, never empty. Won and Lost are outcomes and do not appear.
    pub stages: &'static [StageSpec],
    /// The phases of the buyer's journey in order, never empty.
    pub phases: &'static [PhaseSpec],
}

/// One open stage of a [`Template`].
#[derive(Debug, PartialEq, Eq)]
pub struct StageSpec {
    /// Column heading.
    pub name: &'static str,
    /// What it means that a deal stands here, so that everybody in the team means the same by it.
    pub definition: &'static str,
    /// The journey phase it belongs to: an index into [`Template::phases`], never falling along the ladder.
    pub phase: usize,
    /// The chance of winning a deal that stands here, in percent: 1 to 95, rising along the ladder. Never 100, because
    /// only a signature is certain.
    pub chance: u8,
    /// Whole days in the stage after which a deal counts as stale.
    pub stale_days: u16,
    /// Whole days that a deal usually spends here: at least one, below [`StageSpec::stale_days`].
    pub expected_days: u16,
    /// The action that moves the buyer to the next stage (method row 21).
    pub exit_action: &'static str,
    /// Whether a deal may leave before its criteria are met (method row 36).
    pub gate: Gate,
    /// Departments and what each does here (method row 20): the department, then what it does.
    pub duties: &'static [(&'static str, &'static str)],
    /// Exit criteria and their weights in percent (method row 35). All of a template's add up to 100, or there are
    /// none.
    pub criteria: &'static [(&'static str, u8)],
    /// The to-do list that stands on every deal here (method row 26).
    pub tasks: &'static [&'static str],
    /// What one says and writes here (method row 46).
    pub playbook: &'static [PlaySpec],
}

/// One entry of a stage's playbook.
#[derive(Debug, PartialEq, Eq)]
pub struct PlaySpec {
    /// What it is.
    pub kind: PlayKind,
    /// Message: what it is for. Objection: the buyer's words. Outline and way to close: its name.
    pub title: &'static str,
    /// The kind of objection, one of the six of method row 3; empty for everything else.
    pub topic: &'static str,
    /// Message: its text, with placeholders in square brackets. Objection: how to answer. Outline: the points, one a
    /// line. Way to close: how it is done.
    pub text: &'static str,
}

/// Every template, in the order in which the first start offers them.
pub fn all() -> &'static [Template] {
    const ALL: &[Template] = &[
        seven_step::TEMPLATE,
        cycle_b2b::TEMPLATE,
        cycle_b2c::TEMPLATE,
        simple::TEMPLATE,
        bases::TEMPLATE,
        buyers_journey::TEMPLATE,
        blank::TEMPLATE,
    ];
    ALL
}

/// The template with this [`Template::key`], if there is one.
pub fn by_key(key: &str) -> Option<&'static Template> {
    all().iter().find(|template| template.key == key)
}
