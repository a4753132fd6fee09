//! The buyer’s journey that comes with the template “Simple pipeline”.

use crate::model::Evidence;
use crate::model::Lane::{
    Actions, Content, Decisions, Ideas, Obstacles, PainPoints, Questions, Response, Touchpoints,
};
use crate::templates::{PhaseSpec, note};

pub(super) const PHASES: &[PhaseSpec] = &[AWARENESS, CONSIDERATION, DECISION];

const AWARENESS: PhaseSpec = PhaseSpec {
    name: "Awareness",
    mood: 0,
    aim: Some(1),
    steps: &[],
    owner: "Marketing",
    exit_action: "The buyer agrees to a meeting or a demonstration",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (Questions, &[note("Can these people help us?"), note("Do they understand what we do?")]),
        (Actions, &[note("Looks at our site"), note("Sends an enquiry"), note("Agrees to a first talk")]),
        (Decisions, &[note("Whom to ask"), note("Whether a first talk is worth an hour")]),
        (
            Touchpoints,
            &[
                note("Enquiry form").by("Website"),
                note("The call back after an enquiry").by("Phone").moment(),
                note("First conversation").by("Meeting"),
            ],
        ),
        (
            Content,
            &[
                note("A page that says for whom we work and for whom not"),
                note("Three examples of finished work"),
            ],
        ),
        (PainPoints, &[note("Does not know whom to ask"), note("Hears nothing for days after asking")]),
        (
            Obstacles,
            &[
                note("Fears to be pressed once the number is known"),
                note("The form asks for more than they know yet"),
            ],
        ),
        (
            Response,
            &[
                note("Answer within a day and name one person to talk to"),
                note("Write down what they asked for, in their words"),
            ],
        ),
        (Ideas, &[note("Let them choose a time for the call themselves")]),
    ],
};

const CONSIDERATION: PhaseSpec = PhaseSpec {
    name: "Consideration",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer has our offer and wants to talk about its terms",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[note("Does it work for us?"), note("What does it cost in all?"), note("What do others offer?")],
        ),
        (
            Actions,
            &[
                note("Meets us or watches a demonstration"),
                note("Asks for a written offer"),
                note("Lays our offer beside others"),
            ],
        ),
        (
            Decisions,
            &[note("What has to be in it, and what can wait"), note("Who else is asked for an offer")],
        ),
        (
            Touchpoints,
            &[
                note("Meeting or demonstration").by("Meeting").moment(),
                note("The written offer").by("Document"),
                note("Questions about the offer").by("E-mail"),
            ],
        ),
        (
            Content,
            &[note("An offer with every cost on one page"), note("A demonstration of what they asked about")],
        ),
        (PainPoints, &[note("Costs that only show up later"), note("An offer that takes weeks to come")]),
        (
            Obstacles,
            &[
                note("Whoever knows the need does not have the money"),
                note("Offers are built so that they cannot be compared"),
            ],
        ),
        (
            Response,
            &[
                note("Ask before showing, and show what they asked about"),
                note("Send an offer with every cost while the meeting is fresh"),
            ],
        ),
        (Ideas, &[note("Send a draft of the offer first and go through it by phone")]),
    ],
};

const DECISION: PhaseSpec = PhaseSpec {
    name: "Decision",
    mood: 0,
    aim: Some(1),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer agrees on price, time and terms and signs",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Can they do something about the price?"),
                note("Is this the right time?"),
                note("Should we do nothing instead?"),
            ],
        ),
        (
            Actions,
            &[
                note("Asks for changes"),
                note("Agrees on price, time and terms, or says no"),
                note("Passes the contract on to be signed"),
            ],
        ),
        (Decisions, &[note("Yes, no or later"), note("Which terms they can live with")]),
        (
            Touchpoints,
            &[
                note("E-mails and calls about changes").by("E-mail"),
                note("The call in which both say yes").by("Phone").moment(),
                note("New versions of the offer, then the contract").by("Document"),
            ],
        ),
        (
            Content,
            &[
                note("A short list of what changed since the last version"),
                note("A contract that can be read in ten minutes"),
            ],
        ),
        (PainPoints, &[note("The budget is smaller than the offer"), note("Documents go back and forth")]),
        (
            Obstacles,
            &[
                note("The one who signs is away or was never in the talks"),
                note("A competitor has made a cheaper offer"),
            ],
        ),
        (
            Response,
            &[
                note("Agree on the next step and its date at the end of every talk"),
                note("If it is lost, ask why at once and write it down"),
                note("If it is won, thank them and tell them what happens next"),
            ],
        ),
        (Ideas, &[note("A smaller first order with a fixed price")]),
    ],
};
