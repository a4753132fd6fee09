//! The buyer’s journey that comes with the template “B2B, with weighted criteria”.

use crate::model::Evidence;
use crate::model::Lane::{
    Actions, Content, Decisions, Ideas, Obstacles, PainPoints, Questions, Response, Touchpoints,
};
use crate::templates::{PhaseSpec, note};

pub(super) const PHASES: &[PhaseSpec] = &[AWARENESS, CONSIDERATION, DECISION];

const AWARENESS: PhaseSpec = PhaseSpec {
    name: "Awareness",
    mood: -1,
    aim: Some(0),
    steps: &[],
    owner: "Marketing",
    exit_action: "The decision maker agrees to a meeting about the issue",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[note("Is this a problem or just a nuisance?"), note("Why should I give them an hour?")],
        ),
        (
            Actions,
            &[
                note("Takes a call"),
                note("Says what is not going well"),
                note("Agrees to a meeting, or sends us to a colleague"),
            ],
        ),
        (Decisions, &[note("Whether the issue deserves a meeting"), note("Who should be in it")]),
        (
            Touchpoints,
            &[
                note("First call").by("Phone").moment(),
                note("Introduction by somebody they trust").by("Word of mouth"),
                note("Invitation to the meeting").by("E-mail"),
            ],
        ),
        (
            Content,
            &[
                note("Questions that others in their role were glad to be asked"),
                note("One page about the issue, without the product"),
            ],
        ),
        (
            PainPoints,
            &[note("Busy with everything else"), note("Has met sellers who only talk about themselves")],
        ),
        (
            Obstacles,
            &[
                note("An assistant or a colleague keeps callers away"),
                note("The issue has no owner in the company"),
            ],
        ),
        (
            Response,
            &[
                note("Reach the one who decides, not only the one who answers"),
                note("Ask about the issue; leave the product for later"),
                note("Offer a meeting with an aim and an end"),
            ],
        ),
        (Ideas, &[note("Ask customers whom else they would introduce us to")]),
    ],
};

const CONSIDERATION: PhaseSpec = PhaseSpec {
    name: "Consideration",
    mood: 0,
    aim: Some(1),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer says in money what the problem costs, where the money comes from and how it is decided",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("What does the problem cost us?"),
                note("Why now and not next year?"),
                note("Where would the money come from?"),
            ],
        ),
        (
            Actions,
            &[
                note("Explains how things work today"),
                note("Works out the cost of the problem with us"),
                note("Says who decides and how"),
            ],
        ),
        (
            Decisions,
            &[
                note("Solve it this year or live with it"),
                note("Which budget pays for it"),
                note("Who joins the decision, and when"),
            ],
        ),
        (
            Touchpoints,
            &[
                note("Meeting with the decision maker").by("Meeting").moment(),
                note("Talks with users and finance").by("Video call"),
                note("Summary of what was found, to be corrected by them").by("E-mail"),
            ],
        ),
        (
            Content,
            &[
                note("A calculation of the cost, in their own figures"),
                note("Reasons why others did not wait"),
            ],
        ),
        (
            PainPoints,
            &[
                note("The cost of doing nothing has never been added up"),
                note("Budgets are already given out"),
                note("Several people can say no"),
            ],
        ),
        (
            Obstacles,
            &[
                note("Finance was not asked early enough"),
                note("Nobody can explain how such things are decided here"),
            ],
        ),
        (
            Response,
            &[
                note("Quantify the problem with their own figures"),
                note("Ask about money and the way of deciding before writing a proposal"),
                note("Expect the objection and bring it up first"),
            ],
        ),
        (Ideas, &[note("Let the buyer present the calculation to their own board")]),
    ],
};

const DECISION: PhaseSpec = PhaseSpec {
    name: "Decision",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer says yes in principle to the proposal, then signs the contract",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Does the proposal say what we agreed?"),
                note("What happens on the first day?"),
                note("What if our people do not take it up?"),
            ],
        ),
        (Actions, &[note("Goes through the proposal with us"), note("Gets the approvals"), note("Signs")]),
        (Decisions, &[note("Yes in principle, before the details"), note("When to begin, and with whom")]),
        (
            Touchpoints,
            &[
                note("Proposal meeting").by("Meeting").moment(),
                note("Contract").by("Document"),
                note("First day as a customer").by("Meeting"),
            ],
        ),
        (
            Content,
            &[
                note("A proposal that repeats their reasons in their words"),
                note("A list of approvals with names and dates"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Somebody new joins late and asks everything again"),
                note("Legal and purchasing have their own pace"),
            ],
        ),
        (
            Obstacles,
            &[
                note("Terms that legal has never accepted before"),
                note("The signature waits for a meeting that was moved"),
            ],
        ),
        (
            Response,
            &[
                note("Propose nothing that was not talked about before"),
                note("Plan the steps to the signature together, with dates"),
                note("Once signed, introduce the people who will look after them"),
            ],
        ),
        (Ideas, &[note("Send the contract to legal as soon as the yes in principle is there")]),
    ],
};
