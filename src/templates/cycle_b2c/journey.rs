//! The buyer’s journey that comes with the template “Seven-step cycle, B2C”.

use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};
use crate::templates::PhaseSpec;

pub(super) const PHASES: &[PhaseSpec] = &[
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
            (Actions, &["Compares prices and reviews", "Tries it or sees it shown", "Talks it over at home"]),
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
];
