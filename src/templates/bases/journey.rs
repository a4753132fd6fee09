//! The buyer’s journey that comes with the template “B2B, with weighted criteria”.

use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};
use crate::templates::PhaseSpec;

pub(super) const PHASES: &[PhaseSpec] = &[
    PhaseSpec {
        name: "Awareness",
        mood: -1,
        cells: &[
            (Questions, &["Is this a problem or just a nuisance?", "Why should I give them an hour?"]),
            (
                Actions,
                &[
                    "Takes a call",
                    "Says what is not going well",
                    "Agrees to a meeting, or sends us to a colleague",
                ],
            ),
            (
                Touchpoints,
                &["First call", "Introduction by somebody they trust", "Invitation to the meeting"],
            ),
            (PainPoints, &["Busy with everything else", "Has met sellers who only talk about themselves"]),
            (
                Response,
                &[
                    "Reach the one who decides, not only the one who answers",
                    "Ask about the issue; leave the product for later",
                ],
            ),
        ],
    },
    PhaseSpec {
        name: "Consideration",
        mood: 0,
        cells: &[
            (
                Questions,
                &[
                    "What does the problem cost us?",
                    "Why now and not next year?",
                    "Where would the money come from?",
                ],
            ),
            (
                Actions,
                &[
                    "Explains how things work today",
                    "Works out the cost of the problem with us",
                    "Says who decides and how",
                ],
            ),
            (Touchpoints, &["Meeting with the decision maker", "Talks with users and finance"]),
            (
                PainPoints,
                &[
                    "The cost of doing nothing has never been added up",
                    "Budgets are already given out",
                    "Several people can say no",
                ],
            ),
            (
                Response,
                &[
                    "Quantify the problem with their own figures",
                    "Ask about money and the way of deciding before writing a proposal",
                    "Expect the objection and bring it up first",
                ],
            ),
        ],
    },
    PhaseSpec {
        name: "Decision",
        mood: 1,
        cells: &[
            (Questions, &["Does the proposal say what we agreed?", "What happens on the first day?"]),
            (Actions, &["Goes through the proposal with us", "Gets the approvals", "Signs"]),
            (Touchpoints, &["Proposal meeting", "Contract", "First day as a customer"]),
            (
                PainPoints,
                &[
                    "Somebody new joins late and asks everything again",
                    "Legal and purchasing have their own pace",
                ],
            ),
            (
                Response,
                &[
                    "Propose nothing that was not talked about before",
                    "Plan the steps to the signature together, with dates",
                    "Once signed, introduce the people who will look after them",
                ],
            ),
        ],
    },
];
