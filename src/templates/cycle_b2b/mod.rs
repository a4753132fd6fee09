//! The seven-step sales cycle for selling to companies: several people to convince, months rather than days. Its
//! seventh step, nurturing new customers, comes after the win and is no stage here.

pub(super) mod journey;
mod playbook;
mod stages;

use super::Template;
use crate::model::{Diagram, Qualification};

pub(super) const TEMPLATE: Template = Template {
    key: "cycle-b2b",
    name: "Seven-step cycle, B2B",
    summary: "Selling to companies: fewer leads, several people to convince, months of meetings. \
              Four yes-or-no questions keep out what will not buy.",
    pipeline: "B2B sales",
    qualification: Qualification::FourQuestions,
    diagram: Diagram::Path,
    stages: stages::STAGES,
    phases: journey::PHASES,
};
