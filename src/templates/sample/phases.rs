//! The way to shift planning: the phases of the sample’s map, with the notes that are true of all buyers.

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
    exit_action: "The buyer replies and agrees to a call about how shifts are planned today",
    evidence: Some(Evidence::Researched),
    cells: &[
        (
            Questions,
            &[
                note("How do others plan shifts without a spreadsheet?"),
                note("What does our overtime really cost?"),
                note("Do we need a system for this at all?"),
            ],
        ),
        (
            Actions,
            &[
                note("Complains about the rota in the managers’ meeting"),
                note("Asks in a group for operations managers"),
                note("Downloads our guide to planning absences"),
            ],
        ),
        (
            Decisions,
            &[
                note("Whether the rota is a problem or just a nuisance"),
                note("Who looks for something better"),
            ],
        ),
        (
            Touchpoints,
            &[
                note("Groups for operations and personnel").by("Social network"),
                note("First message, with a guide instead of an offer").by("E-mail").moment(),
                note("Our stand at the trade event").by("Event"),
            ],
        ),
        (
            Content,
            &[note("Guide: planning around absences"), note("Worksheet: what one hour of overtime costs")],
        ),
        (
            PainPoints,
            &[
                note("Rotas are written by hand on Sunday evenings"),
                note("Too few people on Saturdays, too many on Tuesdays"),
                note("Sellers call who have never seen a rota"),
            ],
        ),
        (Obstacles, &[note("Whoever writes the rota has no budget"), note("It has always worked somehow")]),
        (
            Response,
            &[
                note("Send the guide for their trade, and ask for nothing"),
                note("Bring what one hour of overtime costs in their industry"),
                note("Know the planner and the one who pays, both by name"),
            ],
        ),
        (Ideas, &[note("A quarter of an hour with a planner who has changed over")]),
    ],
};

const CONSIDERATION: PhaseSpec = PhaseSpec {
    name: "Consideration",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "",
    exit_action: "The buyer brings finance and personnel to a presentation and asks for an offer",
    evidence: Some(Evidence::Partly),
    cells: &[
        (
            Questions,
            &[
                note("Does it cover nights, standby and swaps?"),
                note("Who sees what, and what does the works council say?"),
                note("How long until it runs?"),
                note("What does it save in a year?"),
            ],
        ),
        (
            Actions,
            &[
                note("Sends us last month’s rota"),
                note("Invites personnel and finance to the presentation"),
                note("Asks two other sellers too"),
            ],
        ),
        (
            Decisions,
            &[note("What it must do: rota, hours or payroll"), note("Who has a say, and until when")],
        ),
        (
            Touchpoints,
            &[
                note("Qualification call with the four questions").by("Phone"),
                note("Presentation with their own rota in it").by("Video call").moment(),
                note("Reviews by planners").by("Review site"),
            ],
        ),
        (
            Content,
            &[
                note("Their own rota, planned by us"),
                note("Case studies for health, retail and logistics"),
                note("One page for the works council"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Hours are typed into payroll a second time"),
                note("Finance does not see the benefit"),
                note("Everybody involved wants something else"),
            ],
        ),
        (
            Obstacles,
            &[note("The works council has not been asked"), note("Payroll runs on something very old")],
        ),
        (
            Response,
            &[
                note("Ask the four questions and keep the reason for every no"),
                note("Present with last month’s rota of theirs, not with ours"),
                note("Offer finance a presentation of its own"),
            ],
        ),
        (
            Ideas,
            &[note("A trial in one house, with real shifts"), note("Let the works council try it first")],
        ),
    ],
};

const DECISION: PhaseSpec = PhaseSpec {
    name: "Decision",
    mood: 0,
    aim: Some(1),
    steps: &["Settle the doubts", "Approve and sign"],
    owner: "Sales",
    exit_action: "Each person who has a say agrees, and the company signs the contract",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Is it worth what it costs?"),
                note("What if our people do not take it up?"),
                note("Can we change over outside the busy season?").in_step(1),
            ],
        ),
        (
            Actions,
            &[
                note("Raises objections one after another"),
                note("Calls one of our customers"),
                note("Gets approval from finance and management").in_step(1),
                note("Has the contract read and signs").in_step(1),
            ],
        ),
        (
            Decisions,
            &[note("Change now, or after the season"), note("One site first, or all of them").in_step(1)],
        ),
        (
            Touchpoints,
            &[
                note("Call about each open point").by("Phone"),
                note("Reference call with a planner of the same trade").by("Phone").moment(),
                note("Offer and contract").by("Document").in_step(1),
            ],
        ),
        (
            PainPoints,
            &[
                note("The price is above what was set aside"),
                note("Purchasing asks everything again").in_step(1),
                note("Approval takes weeks").in_step(1),
            ],
        ),
        (
            Obstacles,
            &[
                note("Nobody has time to change over in the season"),
                note("The present contract runs until the end of the year"),
                note("Purchasing can cut the budget at the last moment").in_step(1),
            ],
        ),
        (
            Response,
            &[
                note("Answer price with the overtime of their own last quarter"),
                note("Name the day on which it runs, and who helps"),
                note("Write the list of approvals together with the buyer").in_step(1),
                note("Introduce the one who looks after them before they sign").in_step(1),
            ],
        ),
        (Ideas, &[note("A fixed price until the season is over")]),
    ],
};
