//! The seven-step sales process (method row 1). Its seventh step, nurturing, comes after the win and is no stage here.

use super::{PhaseSpec, StageSpec, Template};
use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};

pub(super) const TEMPLATE: Template = Template {
    key: "seven-step",
    name: "Seven-step process",
    summary: "The classic: find buyers, check that they fit, learn about them, show, answer doubts, close. \
              A good start for a team that sells something worth explaining.",
    pipeline: "Sales",
    stages: &[
        StageSpec {
            name: "Prospecting",
            definition: "Somebody who fits our buyer persona has been found and may be interested. Everything later \
                         depends on the quality of what comes in here.",
            phase: 0,
            chance: 5,
            stale_days: 14,
        },
        StageSpec {
            name: "Qualification (BANT)",
            definition: "We are talking with them to find out whether to go on: is there a budget, can this person \
                         decide, is there a real need, and by when do they want to buy?",
            phase: 0,
            chance: 15,
            stale_days: 10,
        },
        StageSpec {
            name: "Research",
            definition: "They qualify. We are learning their goals, what they use today and what troubles them with \
                         it, so that what we show is about them.",
            phase: 1,
            chance: 30,
            stale_days: 10,
        },
        StageSpec {
            name: "Demonstration",
            definition: "A demonstration is arranged or has been given: their own use case, their questions \
                         answered, and who will help them afterwards.",
            phase: 1,
            chance: 45,
            stale_days: 14,
        },
        StageSpec {
            name: "Objection handling",
            definition: "They want it but have doubts: price, trust, a competitor, something missing, no hurry, or \
                         no say in the matter. Each doubt is understood and gets an answer.",
            phase: 2,
            chance: 60,
            stale_days: 14,
        },
        StageSpec {
            name: "Closing",
            definition: "Terms are being agreed: negotiation, quote, contract, signature. Once it is won the \
                         seventh step begins: nurture the customer, ask how it goes, act on what they say.",
            phase: 2,
            chance: 80,
            stale_days: 21,
        },
    ],
    phases: &[
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
                (
                    Touchpoints,
                    &["LinkedIn and other networks", "Cold e-mail or call", "Webinar, trade event"],
                ),
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
                (
                    Touchpoints,
                    &["Follow-up calls", "Quote and contract", "Talk with the team lead about terms"],
                ),
                (
                    PainPoints,
                    &["Fear of choosing wrongly", "A doubt that nobody took seriously", "Paperwork"],
                ),
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
    ],
};
