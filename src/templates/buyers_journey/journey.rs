//! The buyer’s journey that comes with the template “Buyer’s journey”.

use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};
use crate::templates::PhaseSpec;

pub(super) const PHASES: &[PhaseSpec] = &[
    PhaseSpec {
        name: "Awareness",
        mood: -1,
        cells: &[
            (
                Questions,
                &["What is going wrong, and why?", "How much does it matter?", "Is there a name for it?"],
            ),
            (
                Actions,
                &["Notices the problem", "Searches for others who have it", "Tells colleagues or friends"],
            ),
            (Touchpoints, &["Search results and articles", "Word of mouth", "Advertising, events"]),
            (PainPoints, &["The problem itself, every day", "Finds sales talk instead of explanations"]),
            (Response, &["Explain the problem in the buyer’s words", "Be found where people look for help"]),
        ],
    },
    PhaseSpec {
        name: "Consideration",
        mood: 1,
        cells: &[
            (
                Questions,
                &[
                    "Which ways are there to solve it?",
                    "Buy new, repair, or leave it?",
                    "Whom can I believe?",
                ],
            ),
            (
                Actions,
                &[
                    "Makes a short list",
                    "Asks for an introductory call, then a demonstration",
                    "Reads reviews",
                ],
            ),
            (Touchpoints, &["Product pages and comparisons", "Introductory call", "Demonstration"]),
            (PainPoints, &["Every seller says the same", "A step that takes too long, so that they give up"]),
            (
                Response,
                &[
                    "Ask which pain point made them call, and speak to that one",
                    "Show which feature moves it forward and note what is objected to",
                    "Tell marketing, product and support what buyers ask",
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
                    "Is the price right for what it solves?",
                    "What will it cost to keep?",
                    "Who helps when it breaks?",
                ],
            ),
            (
                Actions,
                &["Talks with the seller", "Asks for an offer and compares it", "Buys, or puts it off"],
            ),
            (Touchpoints, &["Sales conversation", "Offer and contract", "Support, tried out before buying"]),
            (PainPoints, &["Forms and documents", "Poor support", "Running costs nobody mentioned"]),
            (
                Response,
                &[
                    "Take away one obstacle after another: paperwork, support, upkeep",
                    "Note what closed the deal: the pain point and the motive",
                    "Stay in touch after the sale",
                ],
            ),
        ],
    },
];
