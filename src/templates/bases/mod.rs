//! B2B by the bases of a baseball diamond (method rows 35 and 38): a stage is left when its criteria are met, not when
//! its calls are made. The chances follow how many of the criteria are met on entering a stage.

mod journey;
mod playbook;
mod stages;

use super::Template;
use crate::model::{Diagram, Qualification};

pub(super) const TEMPLATE: Template = Template {
    key: "bases",
    name: "B2B, with weighted criteria (“the bases”)",
    summary: "Deals move when something has been established, not when a call was made. \
              For larger sales to companies, where unqualified deals waste the most time.",
    pipeline: "B2B sales",
    qualification: Qualification::Bant,
    diagram: Diagram::Diamond,
    stages: stages::STAGES,
    phases: journey::PHASES,
};
