//! B2B by the bases of a baseball diamond (method rows 35 and 38): a stage is left when its criteria are met, not when
//! its calls are made. The chances follow how many of the criteria are met on entering a stage.

use super::{PhaseSpec, StageSpec, Template};
use crate::model::Lane::{Actions, PainPoints, Questions, Response, Touchpoints};

pub(super) const TEMPLATE: Template = Template {
    key: "bases",
    name: "B2B, with weighted criteria (“the bases”)",
    summary: "Deals move when something has been established, not when a call was made. \
              For larger sales to companies, where unqualified deals waste the most time.",
    pipeline: "B2B sales",
    stages: &[
        StageSpec {
            name: "To first base",
            definition: "On the way to a meeting. First base is reached when we have talked with the decision maker, \
                         found an issue that our product addresses, and have the meeting in the diary.",
            phase: 0,
            chance: 10,
            stale_days: 21,
        },
        StageSpec {
            name: "First to second",
            definition: "We have the meeting. Second base is reached when the need is identified, the buyer has \
                         compelling reasons to act, and what the problem costs is known in money.",
            phase: 1,
            chance: 25,
            stale_days: 21,
        },
        StageSpec {
            name: "Second to third",
            definition: "The need is real and has a price. Third base is reached when we know that the funds are \
                         there and how, by whom and when the decision is made.",
            phase: 1,
            chance: 55,
            stale_days: 21,
        },
        StageSpec {
            name: "Conclude",
            definition: "All that was found out is in one proposal, the buyer goes through it with us and says yes \
                         in principle.",
            phase: 2,
            chance: 75,
            stale_days: 14,
        },
        StageSpec {
            name: "Sign",
            definition: "Both sides have agreed and only the signature is missing. Deals that rush here and stay \
                         were let through too early. Signed means won: begin to look after the customer.",
            phase: 2,
            chance: 90,
            stale_days: 10,
        },
    ],
    phases: &[
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
                (
                    PainPoints,
                    &["Busy with everything else", "Has met sellers who only talk about themselves"],
                ),
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
    ],
};
