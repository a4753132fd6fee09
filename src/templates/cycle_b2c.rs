//! The seven-step sales cycle for selling to consumers: one person decides, in days. The stages are those of the B2B
//! variant; their stale thresholds are shorter and the journey is one person's.

use super::{PhaseSpec, StageSpec, Template};
use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};

pub(super) const TEMPLATE: Template = Template {
    key: "cycle-b2c",
    name: "Seven-step cycle, B2C",
    summary: "Selling to people at home: many leads, one person who decides, days rather than months. \
              Whoever answers first is ahead.",
    pipeline: "B2C sales",
    stages: &[
        StageSpec {
            name: "Find leads",
            definition: "Somebody who matches our buyer persona has shown up, with a name and a way to reach them.",
            phase: 0,
            chance: 5,
            stale_days: 5,
        },
        StageSpec {
            name: "Contact",
            definition: "We have answered or written first, with something helpful for their problem, and wait for \
                         a reply.",
            phase: 0,
            chance: 15,
            stale_days: 3,
        },
        StageSpec {
            name: "Qualify (four questions)",
            definition: "Are they interested? Do they know that they need it? Can they afford it? Do they decide, or \
                         who at home does? Four times yes goes on; a no is kept for later, never deleted.",
            phase: 1,
            chance: 30,
            stale_days: 3,
        },
        StageSpec {
            name: "Present",
            definition: "We are showing what it does for them, in the shop, by video or at their home. Benefits, not \
                         features.",
            phase: 1,
            chance: 50,
            stale_days: 5,
        },
        StageSpec {
            name: "Overcome objections",
            definition: "They like it and hesitate, most often over the price. We show what they get for the money.",
            phase: 2,
            chance: 65,
            stale_days: 5,
        },
        StageSpec {
            name: "Close",
            definition: "The order is filled in and waits for their yes. After a win, ask how they get on every one \
                         to three months, and whom they would recommend us to.",
            phase: 2,
            chance: 85,
            stale_days: 3,
        },
    ],
    phases: &[
        PhaseSpec {
            name: "Awareness",
            mood: 0,
            cells: &[
                (Questions, &["What do I need?", "Is there something better than what I have?"]),
                (
                    Actions,
                    &["Searches and watches videos", "Asks friends and family", "Sends a message or calls"],
                ),
                (Touchpoints, &["Search and social media", "Question-and-answer sites", "Chat or messenger"]),
                (PainPoints, &["Advertising everywhere", "Waits too long for an answer"]),
                (
                    Response,
                    &[
                        "Answer the same day, with help before an offer",
                        "Show up where people ask about the problem",
                    ],
                ),
            ],
        },
        PhaseSpec {
            name: "Consideration",
            mood: 1,
            cells: &[
                (Questions, &["Will it do what I want?", "Can I afford it?", "What do other buyers say?"]),
                (
                    Actions,
                    &["Compares prices and reviews", "Tries it or sees it shown", "Talks it over at home"],
                ),
                (Touchpoints, &["Shop or showroom", "Video or call", "Reviews by other buyers"]),
                (PainPoints, &["Too many choices", "Words that only experts understand"]),
                (
                    Response,
                    &[
                        "Ask what they want to do with it, then show just that",
                        "Say honestly when it does not fit, and keep the contact for later",
                    ],
                ),
            ],
        },
        PhaseSpec {
            name: "Decision",
            mood: 1,
            cells: &[
                (Questions, &["Is it worth the money?", "Can I give it back?", "When do I get it?"]),
                (Actions, &["Asks for a better price or for time to think", "Orders and pays"]),
                (Touchpoints, &["Offer by e-mail or message", "Till or checkout", "Delivery"]),
                (PainPoints, &["Forms and surprises at the checkout", "Fear of regretting it"]),
                (
                    Response,
                    &[
                        "State one price with everything in it, and for how long it holds",
                        "Keep the order to one page",
                        "After the win: help them begin, ask how it goes, ask for a review or a referral",
                    ],
                ),
            ],
        },
    ],
};
