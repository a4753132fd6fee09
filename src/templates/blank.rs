//! The blank template: one stage to rename and an empty map to fill.

use super::{DiagramSpec, GateSpec, PhaseSpec, QualificationSpec, StageSpec, Template};

pub(super) const TEMPLATE: Template = Template {
    key: "blank",
    name: "Blank",
    summary: "One stage and an empty journey map. For those who know their own process, or want to find it together.",
    pipeline: "Pipeline",
    qualification: QualificationSpec::None,
    diagram: DiagramSpec::Path,
    stages: &[StageSpec {
        name: "New",
        definition: "A deal that somebody has begun to work on. Rename this stage and add your own after it.",
        phase: 0,
        chance: 10,
        stale_days: 14,
        expected_days: 7,
        exit_action: "",
        gate: GateSpec::Free,
        duties: &[],
        criteria: &[],
        tasks: &[],
        playbook: &[],
    }],
    phases: &[
        PhaseSpec { name: "Awareness", mood: 0, cells: &[] },
        PhaseSpec { name: "Consideration", mood: 0, cells: &[] },
        PhaseSpec { name: "Decision", mood: 0, cells: &[] },
    ],
};
