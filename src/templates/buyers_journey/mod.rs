//! The buyer's journey as the pipeline itself: the funnel seen from the buyer's side (method row 18), one stage a phase.

mod journey;
mod playbook;
mod stages;

use super::Template;
use crate::model::{Diagram, Qualification};

pub(super) const TEMPLATE: Template = Template {
    key: "buyers-journey",
    name: "Buyer’s journey",
    summary: "Three stages named after where the buyer stands, not after what the seller does. \
              For mapping the way to a purchase, and for a workshop.",
    pipeline: "Sales",
    qualification: Qualification::None,
    diagram: Diagram::Path,
    stages: stages::STAGES,
    phases: journey::PHASES,
};
