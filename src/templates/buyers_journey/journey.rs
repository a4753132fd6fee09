//! The buyer’s journey that comes with the template “Buyer’s journey”.

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
    exit_action: "The buyer puts a name to the problem and asks what can be done about it",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("What is going wrong, and why?"),
                note("How much does it matter?"),
                note("Is there a name for it?"),
            ],
        ),
        (
            Actions,
            &[
                note("Notices the problem"),
                note("Searches for others who have it"),
                note("Tells colleagues or friends"),
            ],
        ),
        (Decisions, &[note("Whether it needs a solution at all"), note("Where to look for one")]),
        (
            Touchpoints,
            &[
                note("Search results and articles").by("Search").moment(),
                note("What friends and colleagues say").by("Word of mouth"),
                note("Advertising, events").by("Event"),
            ],
        ),
        (
            Content,
            &[
                note("An article that explains the problem in plain words"),
                note("A list of signs by which one knows the problem"),
            ],
        ),
        (
            PainPoints,
            &[note("The problem itself, every day"), note("Finds sales talk instead of explanations")],
        ),
        (
            Obstacles,
            &[note("Looks for the wrong word and does not find us"), note("Has got used to the problem")],
        ),
        (
            Response,
            &[note("Explain the problem in the buyer’s words"), note("Be found where people look for help")],
        ),
        (Ideas, &[note("Write down the words in which callers describe their problem")]),
    ],
};

const CONSIDERATION: PhaseSpec = PhaseSpec {
    name: "Consideration",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer asks for a demonstration after the introductory call, then for an offer",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Which ways are there to solve it?"),
                note("Buy new, repair, or leave it?"),
                note("Whom can I believe?"),
            ],
        ),
        (
            Actions,
            &[
                note("Makes a short list"),
                note("Asks for an introductory call, then a demonstration"),
                note("Reads reviews"),
            ],
        ),
        (
            Decisions,
            &[note("Which way of solving it suits best"), note("Who is on the short list, and who is off")],
        ),
        (
            Touchpoints,
            &[
                note("Product pages and comparisons").by("Website"),
                note("Introductory call").by("Phone"),
                note("Demonstration").by("Video call").moment(),
            ],
        ),
        (
            Content,
            &[
                note("A comparison that also names what we do not do"),
                note("Reviews by people in the same situation"),
            ],
        ),
        (
            PainPoints,
            &[note("Every seller says the same"), note("A step that takes too long, so that they give up")],
        ),
        (
            Obstacles,
            &[
                note("Repairing the old one looks cheaper"),
                note("The demonstration shows features, not their problem"),
            ],
        ),
        (
            Response,
            &[
                note("Ask which pain point made them call, and speak to that one"),
                note("Show which feature moves it forward and note what is objected to"),
                note("Tell marketing, product and support what buyers ask"),
            ],
        ),
        (Ideas, &[note("Measure how many leave after a demonstration, and ask three of them why")]),
    ],
};

const DECISION: PhaseSpec = PhaseSpec {
    name: "Decision",
    mood: 0,
    aim: Some(1),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer chooses what solves the problem at the right price, and signs",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Is the price right for what it solves?"),
                note("What will it cost to keep?"),
                note("Who helps when it breaks?"),
            ],
        ),
        (
            Actions,
            &[
                note("Talks with the seller"),
                note("Asks for an offer and compares it"),
                note("Buys, or puts it off"),
            ],
        ),
        (Decisions, &[note("Buy, and from whom"), note("Now, or after something else is done")]),
        (
            Touchpoints,
            &[
                note("Sales conversation").by("Meeting"),
                note("Offer and contract").by("Document"),
                note("Support, tried out before buying").by("Phone").moment(),
            ],
        ),
        (
            Content,
            &[
                note("An offer with price, upkeep and support side by side"),
                note("A sample of the paperwork, filled in"),
            ],
        ),
        (
            PainPoints,
            &[note("Forms and documents"), note("Poor support"), note("Running costs nobody mentioned")],
        ),
        (
            Obstacles,
            &[
                note("Paperwork that takes longer than the choice itself"),
                note("Upkeep that cannot be planned"),
            ],
        ),
        (
            Response,
            &[
                note("Take away one obstacle after another: paperwork, support, upkeep"),
                note("Note what closed the deal: the pain point and the motive"),
                note("Stay in touch after the sale"),
            ],
        ),
        (Ideas, &[note("Let support answer a real question before the purchase")]),
    ],
};
