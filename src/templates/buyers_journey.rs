//! The buyer's journey as the pipeline itself: the funnel seen from the buyer's side (method row 18), one stage a phase.

use super::{PhaseSpec, StageSpec, Template};
use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};

pub(super) const TEMPLATE: Template = Template {
    key: "buyers-journey",
    name: "Buyer’s journey",
    summary: "Three stages named after where the buyer stands, not after what the seller does. \
              For mapping the way to a purchase, and for a workshop.",
    pipeline: "Sales",
    stages: &[
        StageSpec {
            name: "Awareness",
            definition: "The buyer knows that there is a problem that needs solving and is putting a name to it.",
            phase: 0,
            chance: 10,
            stale_days: 30,
        },
        StageSpec {
            name: "Consideration",
            definition: "The buyer is looking at possible solutions, ours among them: buying new, repairing what is \
                         there, or doing nothing.",
            phase: 1,
            chance: 30,
            stale_days: 21,
        },
        StageSpec {
            name: "Decision",
            definition: "The buyer is choosing what solves the problem at the right price and talks with us most. \
                         Wanting to buy is not yet buying: paperwork, support and upkeep can still stop it.",
            phase: 2,
            chance: 60,
            stale_days: 14,
        },
    ],
    phases: &[
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
                    &[
                        "Notices the problem",
                        "Searches for others who have it",
                        "Tells colleagues or friends",
                    ],
                ),
                (Touchpoints, &["Search results and articles", "Word of mouth", "Advertising, events"]),
                (PainPoints, &["The problem itself, every day", "Finds sales talk instead of explanations"]),
                (
                    Response,
                    &["Explain the problem in the buyer’s words", "Be found where people look for help"],
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
                (
                    PainPoints,
                    &["Every seller says the same", "A step that takes too long, so that they give up"],
                ),
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
                (
                    Touchpoints,
                    &["Sales conversation", "Offer and contract", "Support, tried out before buying"],
                ),
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
    ],
};
