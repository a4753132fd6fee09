//! Maps on their own, to be put onto a pipeline that is there already: for selling to companies and to people at home,
//! of three phases or five (method row 15), and those of the process templates.

mod after_b2b;
mod after_b2c;
mod apply;
#[cfg(test)]
mod tests;

pub use apply::{MapChange, apply_map};

use super::{PhaseSpec, StageSpec, bases, buyers_journey, cycle_b2b, cycle_b2c, seven_step, simple};

/// A ready-made map of the buyer's journey.
#[derive(Debug, PartialEq, Eq)]
pub struct MapTemplate {
    /// Stable name in code: lower case, words joined by hyphens, unique.
    pub key: &'static str,
    /// What the list of maps shows.
    pub name: &'static str,
    /// For whom it is, in one or two sentences.
    pub summary: &'static str,
    /// The phases in order, never empty.
    pub phases: &'static [PhaseSpec],
    /// How many of the phases come before the purchase; the stages of a pipeline belong to these alone.
    pub buying: usize,
    /// The stages of the process that the map belongs to, each with its phase: a pipeline's stage of the same name
    /// is linked to that one.
    pub stages: &'static [StageSpec],
}

/// The phases of selling to companies with those after the purchase.
const FIVE_B2B: &[PhaseSpec] = &[
    cycle_b2b::journey::AWARENESS,
    cycle_b2b::journey::CONSIDERATION,
    PhaseSpec { name: PURCHASE, ..cycle_b2b::journey::DECISION },
    after_b2b::RETENTION,
    after_b2b::ADVOCACY,
];

/// The phases of selling to people at home with those after the purchase.
const FIVE_B2C: &[PhaseSpec] = &[
    cycle_b2c::journey::AWARENESS,
    cycle_b2c::journey::CONSIDERATION,
    PhaseSpec { name: PURCHASE, ..cycle_b2c::journey::DECISION },
    after_b2c::RETENTION,
    after_b2c::ADVOCACY,
];

// What the third phase is called in a map of five phases, and in one of three.
const PURCHASE: &str = "Purchase";
const DECISION: &str = "Decision";

/// Every map, in the order in which they are offered.
pub fn map_templates() -> &'static [MapTemplate] {
    const ALL: &[MapTemplate] = &[
        MapTemplate {
            key: "b2b",
            name: "B2B",
            summary: "Selling to companies: several people decide, finance wants figures, approvals take weeks.",
            phases: cycle_b2b::TEMPLATE.phases,
            buying: 3,
            stages: cycle_b2b::TEMPLATE.stages,
        },
        MapTemplate {
            key: "b2c",
            name: "B2C",
            summary: "Selling to people at home: one person decides, in days; answers and the checkout count.",
            phases: cycle_b2c::TEMPLATE.phases,
            buying: 3,
            stages: cycle_b2c::TEMPLATE.stages,
        },
        MapTemplate {
            key: "b2b-five",
            name: "B2B, five phases",
            summary: "As B2B, and on after the signature: the first weeks, everyday use, renewal, and being \
                      recommended.",
            phases: FIVE_B2B,
            buying: 3,
            stages: cycle_b2b::TEMPLATE.stages,
        },
        MapTemplate {
            key: "b2c-five",
            name: "B2C, five phases",
            summary: "As B2C, and on after the purchase: the first days, everyday use, coming back, and telling \
                      friends.",
            phases: FIVE_B2C,
            buying: 3,
            stages: cycle_b2c::TEMPLATE.stages,
        },
        MapTemplate {
            key: "seven-step",
            name: "Seven-step process",
            summary: "For something worth explaining: a first message, a demonstration of their own case, doubts \
                      taken seriously.",
            phases: seven_step::TEMPLATE.phases,
            buying: 3,
            stages: seven_step::TEMPLATE.stages,
        },
        MapTemplate {
            key: "simple",
            name: "Simple pipeline",
            summary: "Enquiry, meeting, offer, negotiation: what most buyers go through with a small firm.",
            phases: simple::TEMPLATE.phases,
            buying: 3,
            stages: simple::TEMPLATE.stages,
        },
        MapTemplate {
            key: "bases",
            name: "The bases",
            summary: "What a decision maker needs before each base: an issue, its cost, the money, a way to decide.",
            phases: bases::TEMPLATE.phases,
            buying: 3,
            stages: bases::TEMPLATE.stages,
        },
        MapTemplate {
            key: "buyers-journey",
            name: "Buyer’s journey",
            summary: "From the first sign of the problem to the choice, whoever the buyer is. A good start for a \
                      workshop.",
            phases: buyers_journey::TEMPLATE.phases,
            buying: 3,
            stages: buyers_journey::TEMPLATE.stages,
        },
    ];
    ALL
}

/// The map with this [`MapTemplate::key`], if there is one.
pub fn map_by_key(key: &str) -> Option<&'static MapTemplate> {
    map_templates().iter().find(|template| template.key == key)
}
