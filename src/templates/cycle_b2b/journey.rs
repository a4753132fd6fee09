//! The buyer’s journey that comes with the template “Seven-step cycle, B2B”.

use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};
use crate::templates::PhaseSpec;

pub(super) const PHASES: &[PhaseSpec] = &[
    PhaseSpec {
        name: "Awareness",
        mood: -1,
        cells: &[
            (
                Questions,
                &["What does this problem cost the company?", "How do firms like ours deal with it?"],
            ),
            (
                Actions,
                &[
                    "Talks about it inside the department",
                    "Asks in professional groups",
                    "Reads what sellers send, if it helps",
                ],
            ),
            (
                Touchpoints,
                &["Groups on professional networks", "Helpful e-mail with articles", "Chat on our site"],
            ),
            (
                PainPoints,
                &["Sellers who push before they have understood", "Colleagues do not see the problem yet"],
            ),
            (
                Response,
                &[
                    "Look up the company, then send something useful for its problem",
                    "Do not sell yet: earn the next conversation",
                ],
            ),
        ],
    },
    PhaseSpec {
        name: "Consideration",
        mood: 1,
        cells: &[
            (
                Questions,
                &[
                    "Does it do what each department needs?",
                    "What would it bring us, in figures?",
                    "Who else uses it?",
                ],
            ),
            (
                Actions,
                &[
                    "Names requirements",
                    "Invites finance and other departments",
                    "Sees a presentation and asks for details",
                ],
            ),
            (Touchpoints, &["Qualification call", "Presentation on site or online", "Case studies and data"]),
            (
                PainPoints,
                &[
                    "Everybody involved wants something else",
                    "Hard to compare offers",
                    "Little time for meetings",
                ],
            ),
            (
                Response,
                &[
                    "Ask the four questions and keep the reason for every no",
                    "Introduce, name the problem, solve it, prove it, sum up, take questions",
                    "Give our contact material for the people we do not meet",
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
                    "Is it worth what it costs?",
                    "How do we get out of the present contract?",
                    "Who takes the blame if it fails?",
                ],
            ),
            (
                Actions,
                &[
                    "Raises objections in turn",
                    "Gets approval from finance and management",
                    "Reads and signs the contract",
                ],
            ),
            (Touchpoints, &["Calls about open points", "Written offer", "Contract"]),
            (PainPoints, &["Approval takes weeks", "The price looks high without the benefit beside it"]),
            (
                Response,
                &[
                    "Answer price with value: what they get for what they pay",
                    "Make a clear offer out of what we learned about their needs",
                    "After the win: a smooth handover, guides to begin with, a call every one to three months",
                ],
            ),
        ],
    },
];
