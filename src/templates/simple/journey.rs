//! The buyer’s journey that comes with the template “Simple pipeline”.

use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};
use crate::templates::PhaseSpec;

pub(super) const PHASES: &[PhaseSpec] = &[
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
];
