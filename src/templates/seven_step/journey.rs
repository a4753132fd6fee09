//! The buyer’s journey that comes with the template “Seven-step process”.

use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};
use crate::templates::PhaseSpec;

pub(super) const PHASES: &[PhaseSpec] = &[
    PhaseSpec {
        name: "Awareness",
        mood: -1,
        cells: &[
            (
                Questions,
                &[
                    "What exactly is our problem?",
                    "Do others have it too?",
                    "Is it worth doing something about?",
                ],
            ),
            (
                Actions,
                &[
                    "Searches the web and asks colleagues",
                    "Reads posts, joins a webinar",
                    "Answers a first message",
                ],
            ),
            (Touchpoints, &["LinkedIn and other networks", "Cold e-mail or call", "Webinar, trade event"]),
            (
                PainPoints,
                &[
                    "Too many messages from sellers who know nothing about them",
                    "Cannot yet name what they need",
                ],
            ),
            (
                Response,
                &[
                    "Write to people who fit the buyer persona, about their problem",
                    "Ask about budget, authority, need and timescale before going further",
                    "Try more than one way to reach them",
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
                    "Does it work for a case like ours?",
                    "How is it better than what we have?",
                    "Who helps us with it?",
                ],
            ),
            (
                Actions,
                &[
                    "Explains goals and what troubles them today",
                    "Watches a demonstration with colleagues",
                    "Compares two or three sellers",
                ],
            ),
            (Touchpoints, &["Discovery call", "Product demonstration", "Reviews and testimonials"]),
            (
                PainPoints,
                &[
                    "Has to tell the same story to every seller",
                    "General demonstrations that miss their case",
                ],
            ),
            (
                Response,
                &[
                    "Learn about the company before asking for its time",
                    "Show their use case, not every feature",
                    "Bring the team lead, so that every question gets an answer",
                ],
            ),
        ],
    },
    PhaseSpec {
        name: "Decision",
        mood: 0,
        cells: &[
            (Questions, &["Is it worth the price?", "What if it does not work out?", "Why now?"]),
            (
                Actions,
                &[
                    "Raises doubts and asks for proof",
                    "Negotiates terms",
                    "Has the contract checked and signs",
                ],
            ),
            (Touchpoints, &["Follow-up calls", "Quote and contract", "Talk with the team lead about terms"]),
            (PainPoints, &["Fear of choosing wrongly", "A doubt that nobody took seriously", "Paperwork"]),
            (
                Response,
                &[
                    "Listen first, then answer each objection and follow up",
                    "Put price, terms and dates on one page",
                    "After the win: help them start, stay in touch, ask whom they would recommend us to",
                ],
            ),
        ],
    },
];
