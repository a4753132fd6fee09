//! The simple pipeline: four stages that most teams recognise at once, each a short to-do list (method row 26).

mod journey;
mod playbook;
mod stages;

use super::Template;
use crate::model::{Diagram, Qualification};

pub(super) const TEMPLATE: Template = Template {
    key: "simple",
    name: "Simple pipeline",
    summary: "Four stages that need no explaining. When a stage’s work is done, the deal moves on. \
              Start here and add stages when the same work keeps coming back.",
    pipeline: "Sales",
    qualification: Qualification::FourQuestions,
    diagram: Diagram::Path,
    stages: stages::STAGES,
    phases: journey::PHASES,
};
