//! The blank template: one stage to rename and an empty map to fill.

use super::{PhaseSpec, StageSpec, Template};
use crate::model::{Diagram, Gate, Qualification};

pub(super) const TEMPLATE: Template = Template {
    key: "blank",
    name: "Blank",
    summary: "One stage and an empty journey map. For those who know their own process, or want to find it together.",
    pipeline: "Pipeline",
    qualification: Qualification::None,
    diagram: Diagram::Path,
    stages: &[StageSpec {
        name: "New",
        definition: "A deal that somebody has begun to work on. Rename this stage and add your own after it.",
        phase: 0,
        chance: 10,
        stale_days: 14,
        expected_days: 7,
        exit_action: "",
        gate: Gate::Free,
        duties: &[],
        criteria: &[],
        tasks: &[],
        playbook: &[],
    }],
    phases: &[PhaseSpec::bare("Awareness"), PhaseSpec::bare("Consideration"), PhaseSpec::bare("Decision")],
};
