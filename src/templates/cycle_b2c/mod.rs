//! The seven-step sales cycle for selling to consumers: one person decides, in days. The stages are those of the B2B
//! variant; their stale thresholds are shorter and the journey is one person's.

pub(super) mod journey;
mod playbook;
mod stages;

use super::Template;
use crate::model::{Diagram, Qualification};

pub(super) const TEMPLATE: Template = Template {
    key: "cycle-b2c",
    name: "Seven-step cycle, B2C",
    summary: "Selling to people at home: many leads, one person who decides, days rather than months. \
              Whoever answers first is ahead.",
    pipeline: "B2C sales",
    qualification: Qualification::FourQuestions,
    diagram: Diagram::Path,
    stages: stages::STAGES,
    phases: journey::PHASES,
};
