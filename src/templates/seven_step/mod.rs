//! The seven-step sales process (method row 1). Its seventh step, nurturing, comes after the win and is no stage here.

mod journey;
mod playbook;
mod stages;

use super::Template;
use crate::model::{Diagram, Qualification};

pub(super) const TEMPLATE: Template = Template {
    key: "seven-step",
    name: "Seven-step process",
    summary: "The classic: find buyers, check that they fit, learn about them, show, answer doubts, close. \
              A good start for a team that sells something worth explaining.",
    pipeline: "Sales",
    qualification: Qualification::Bant,
    diagram: Diagram::Path,
    stages: stages::STAGES,
    phases: journey::PHASES,
};
