//! The seven-step sales cycle for selling to companies: several people to convince, months rather than days. Its
//! seventh step, nurturing new customers, comes after the win and is no stage here.

use super::{PhaseSpec, StageSpec, Template};
use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};

pub(super) const TEMPLATE: Template = Template {
    key: "cycle-b2b",
    name: "Seven-step cycle, B2B",
    summary: "Selling to companies: fewer leads, several people to convince, months of meetings. \
              Four yes-or-no questions keep out what will not buy.",
    pipeline: "B2B sales",
    stages: &[
        StageSpec {
            name: "Find leads",
            definition: "A company that matches our buyer persona is on the list with a name and a way to reach \
                         them. Nothing is sold here yet.",
            phase: 0,
            chance: 5,
            stale_days: 21,
        },
        StageSpec {
            name: "Contact",
            definition: "We know something of their problem and have been in touch with something that helps: an \
                         article, a guide, an idea. The aim is trust, not a sale.",
            phase: 0,
            chance: 10,
            stale_days: 14,
        },
        StageSpec {
            name: "Qualify (four questions)",
            definition: "Are they interested? Have they recognised the need? Can they afford it? Is this the one who \
                         decides, or leads us there? Four times yes goes on; a no goes to the nurture list.",
            phase: 1,
            chance: 25,
            stale_days: 14,
        },
        StageSpec {
            name: "Present",
            definition: "We are presenting to the people who will decide: the problem, our solution, the proof. \
                         Benefits for this company, not features.",
            phase: 1,
            chance: 45,
            stale_days: 21,
        },
        StageSpec {
            name: "Overcome objections",
            definition: "They have seen it and hesitate, often over price, a contract with somebody else or a \
                         missing feature. Each person's doubt gets its answer.",
            phase: 2,
            chance: 60,
            stale_days: 30,
        },
        StageSpec {
            name: "Close",
            definition: "The offer is with them and only the signature is missing. After a win, hand over well and \
                         contact them every one to three months; a happy customer gives referrals.",
            phase: 2,
            chance: 80,
            stale_days: 30,
        },
    ],
    phases: &[
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
                    &[
                        "Sellers who push before they have understood",
                        "Colleagues do not see the problem yet",
                    ],
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
                (
                    Touchpoints,
                    &["Qualification call", "Presentation on site or online", "Case studies and data"],
                ),
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
    ],
};
