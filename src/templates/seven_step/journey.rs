//! The buyer’s journey that comes with the template “Seven-step process”.

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
    exit_action: "The buyer answers a first message and talks about budget, authority, need and timescale",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("What exactly is our problem?"),
                note("Do others have it too?"),
                note("Is it worth doing something about?"),
            ],
        ),
        (
            Actions,
            &[
                note("Searches the web and asks colleagues"),
                note("Reads posts, joins a webinar"),
                note("Answers a first message"),
            ],
        ),
        (Decisions, &[note("Act on it now, later or never"), note("Who in the company looks into it")]),
        (
            Touchpoints,
            &[
                note("Posts and messages on LinkedIn and other networks").by("Social network"),
                note("First message that names their problem").by("E-mail").moment(),
                note("Webinar or trade event").by("Event"),
            ],
        ),
        (
            Content,
            &[
                note("A page on the problem, with what it costs others"),
                note("A recorded webinar of twenty minutes"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Too many messages from sellers who know nothing about them"),
                note("Cannot yet name what they need"),
            ],
        ),
        (
            Obstacles,
            &[
                note("No money has been set aside for it"),
                note("The one who answers is not the one who decides"),
            ],
        ),
        (
            Response,
            &[
                note("Write to people who fit the buyer persona, about their problem"),
                note("Ask about budget, authority, need and timescale before going further"),
                note("Try more than one way to reach them"),
            ],
        ),
        (Ideas, &[note("A short test: how big is the problem at your place?")]),
    ],
};

const CONSIDERATION: PhaseSpec = PhaseSpec {
    name: "Consideration",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer watches a demonstration of their own case and says what should come next",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Does it work for a case like ours?"),
                note("How is it better than what we have?"),
                note("Who helps us with it?"),
            ],
        ),
        (
            Actions,
            &[
                note("Explains goals and what troubles them today"),
                note("Watches a demonstration with colleagues"),
                note("Compares two or three sellers"),
            ],
        ),
        (
            Decisions,
            &[
                note("What a solution must do, and what would be nice"),
                note("Which sellers stay on the list"),
            ],
        ),
        (
            Touchpoints,
            &[
                note("Discovery call").by("Phone"),
                note("Product demonstration with the team lead").by("Video call").moment(),
                note("Reviews and testimonials").by("Review site"),
            ],
        ),
        (
            Content,
            &[
                note("A demonstration built on their own case"),
                note("Two customers of the same trade, with figures"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Has to tell the same story to every seller"),
                note("General demonstrations that miss their case"),
            ],
        ),
        (
            Obstacles,
            &[
                note("Cannot get all who have a say into one meeting"),
                note("Changing over looks like more work than it saves"),
            ],
        ),
        (
            Response,
            &[
                note("Learn about the company before asking for its time"),
                note("Show their use case, not every feature"),
                note("Bring the team lead, so that every question gets an answer"),
            ],
        ),
        (Ideas, &[note("Send a recording of the part that each colleague needs")]),
    ],
};

const DECISION: PhaseSpec = PhaseSpec {
    name: "Decision",
    mood: 0,
    aim: Some(1),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer says that nothing stands in the way any more, agrees on terms and signs",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[note("Is it worth the price?"), note("What if it does not work out?"), note("Why now?")],
        ),
        (
            Actions,
            &[
                note("Raises doubts and asks for proof"),
                note("Negotiates terms"),
                note("Has the contract checked and signs"),
            ],
        ),
        (
            Decisions,
            &[note("This seller, another one, or nothing"), note("What a fair price and a fair term are")],
        ),
        (
            Touchpoints,
            &[
                note("Follow-up call after each doubt").by("Phone").moment(),
                note("Quote and contract").by("Document"),
                note("Talk with the team lead about terms").by("Meeting"),
            ],
        ),
        (
            Content,
            &[
                note("One page with price, terms and dates"),
                note("A customer who had the same doubt and will talk about it"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Fear of choosing wrongly"),
                note("A doubt that nobody took seriously"),
                note("Paperwork"),
            ],
        ),
        (
            Obstacles,
            &[
                note("The price is above the budget"),
                note("A lacking feature that one person insists on"),
                note("Someone new has to approve"),
            ],
        ),
        (
            Response,
            &[
                note("Listen first, then answer each objection and follow up"),
                note("Put price, terms and dates on one page"),
                note("After the win: help them start, stay in touch, ask whom they would recommend us to"),
            ],
        ),
        (Ideas, &[note("Offer a way out after three months, and say so early")]),
    ],
};
