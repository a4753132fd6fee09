//! The simple pipeline: four stages that most teams recognise at once, each a short to-do list (method row 26).

use super::{PhaseSpec, StageSpec, Template};
use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};

pub(super) const TEMPLATE: Template = Template {
    key: "simple",
    name: "Simple pipeline",
    summary: "Four stages that need no explaining. When a stage's work is done, the deal moves on. \
              Start here and add stages when the same work keeps coming back.",
    pipeline: "Sales",
    stages: &[
        StageSpec {
            name: "Created",
            definition: "Somebody has asked us about a product or service and we have begun to talk. Knowing our \
                         name or reading our newsletter is not yet a deal.",
            phase: 0,
            chance: 10,
            stale_days: 10,
        },
        StageSpec {
            name: "Demo or meeting",
            definition: "A second, deeper talk: we learn their needs and their market, they learn what we can do and \
                         see whether the solution works for them.",
            phase: 1,
            chance: 30,
            stale_days: 14,
        },
        StageSpec {
            name: "Offer",
            definition: "They like what they saw and have asked for an offer with all costs. We write it and send \
                         it.",
            phase: 1,
            chance: 50,
            stale_days: 14,
        },
        StageSpec {
            name: "Negotiation",
            definition: "Both sides want to agree and are settling price, time and terms. If this always takes \
                         several rounds, split it into stages. A win begins the care of a customer.",
            phase: 2,
            chance: 70,
            stale_days: 21,
        },
    ],
    phases: &[
        PhaseSpec {
            name: "Awareness",
            mood: 0,
            cells: &[
                (Questions, &["Can these people help us?", "Do they understand what we do?"]),
                (Actions, &["Looks at our site", "Sends an enquiry", "Agrees to a first talk"]),
                (Touchpoints, &["Enquiry form", "Phone", "First conversation"]),
                (PainPoints, &["Does not know whom to ask", "Hears nothing for days after asking"]),
                (
                    Response,
                    &[
                        "Answer within a day and name one person to talk to",
                        "Write down what they asked for, in their words",
                    ],
                ),
            ],
        },
        PhaseSpec {
            name: "Consideration",
            mood: 1,
            cells: &[
                (Questions, &["Does it work for us?", "What does it cost in all?", "What do others offer?"]),
                (
                    Actions,
                    &[
                        "Meets us or watches a demonstration",
                        "Asks for a written offer",
                        "Lays our offer beside others",
                    ],
                ),
                (Touchpoints, &["Meeting or demonstration", "Offer document"]),
                (PainPoints, &["Costs that only show up later", "An offer that takes weeks to come"]),
                (
                    Response,
                    &[
                        "Ask before showing, and show what they asked about",
                        "Send an offer with every cost while the meeting is fresh",
                    ],
                ),
            ],
        },
        PhaseSpec {
            name: "Decision",
            mood: 0,
            cells: &[
                (
                    Questions,
                    &[
                        "Can they do something about the price?",
                        "Is this the right time?",
                        "Should we do nothing instead?",
                    ],
                ),
                (Actions, &["Asks for changes", "Agrees on price, time and terms, or says no"]),
                (Touchpoints, &["E-mails and calls", "New versions of the offer", "Contract"]),
                (PainPoints, &["The budget is smaller than the offer", "Documents go back and forth"]),
                (
                    Response,
                    &[
                        "Agree on the next step and its date at the end of every talk",
                        "If it is lost, ask why at once and write it down",
                        "If it is won, thank them and tell them what happens next",
                    ],
                ),
            ],
        },
    ],
};
