//! What companies go through after the purchase: retention and advocacy (method row 15).

use crate::model::Evidence;
use crate::model::Lane::{
    Actions, Content, Decisions, Ideas, Obstacles, PainPoints, Questions, Response, Touchpoints,
};
use crate::templates::{PhaseSpec, note};

pub(in crate::templates) const RETENTION: PhaseSpec = PhaseSpec {
    name: "Retention",
    mood: 0,
    aim: Some(1),
    steps: &["First weeks", "Everyday use"],
    owner: "Support",
    exit_action: "The buyer uses it in every department that it was bought for and renews",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Who shows our people how it works?"),
                note("Whom do we call when it does not work?"),
                note("Does it bring what we were promised?").in_step(1),
                note("Is there more in it for us?").in_step(1),
            ],
        ),
        (
            Actions,
            &[
                note("Names those who use it and sets them up"),
                note("Moves its data over"),
                note("Reports to management what it has brought").in_step(1),
                note("Asks for support now and then").in_step(1),
            ],
        ),
        (Decisions, &[note("When to switch the old way off"), note("Renew, extend or leave").in_step(1)]),
        (
            Touchpoints,
            &[
                note("Handover from sales to support").by("Meeting").moment(),
                note("Training of the first users").by("Video call"),
                note("Call every one to three months").by("Phone").in_step(1),
                note("Answers by support").by("E-mail").in_step(1),
            ],
        ),
        (
            Content,
            &[
                note("A plan for the first ninety days"),
                note("Short guides, one for each role"),
                note("A report of what it has brought, in their figures").in_step(1),
            ],
        ),
        (
            PainPoints,
            &[
                note("Has to explain again to support what sales already knew"),
                note("The daily work does not stop for the change"),
                note("Hears from us only when the contract ends").in_step(1),
            ],
        ),
        (
            Obstacles,
            &[
                note("The ones who use it were not asked before"),
                note("Our contact has left the company").in_step(1),
            ],
        ),
        (
            Response,
            &[
                note("Hand over in a meeting, with all notes on the deal"),
                note("Look after the first success, not after the whole list"),
                note("Call on a fixed date, with a figure to talk about").in_step(1),
                note("Act on what they tell us, and say so").in_step(1),
            ],
        ),
        (Ideas, &[note("A yearly meeting with finance about what it has saved").in_step(1)]),
    ],
};

pub(in crate::templates) const ADVOCACY: PhaseSpec = PhaseSpec {
    name: "Advocacy",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Marketing",
    exit_action: "The buyer introduces us to another company",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Would my name be safe if I recommended them?"),
                note("What do we get out of speaking for them?"),
            ],
        ),
        (
            Actions,
            &[
                note("Tells others of the trade about it"),
                note("Takes a call from somebody who thinks of buying"),
                note("Speaks about it at an event"),
            ],
        ),
        (Decisions, &[note("Whether to put the company’s name to it"), note("To whom to introduce us")]),
        (
            Touchpoints,
            &[
                note("The question whom they would recommend us to").by("Phone").moment(),
                note("Meeting of customers").by("Event"),
                note("Review or testimonial").by("Review site"),
            ],
        ),
        (
            Content,
            &[
                note("A case study that they have read and agreed to"),
                note("A text for an introduction, ready to forward"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Is asked for favours and hears no thanks"),
                note("Requests for references come too often"),
            ],
        ),
        (Obstacles, &[note("The company forbids its name in advertising"), note("Nobody asked them")]),
        (
            Response,
            &[
                note("Ask for a referral once the first success can be shown"),
                note("Ask for one thing at a time, and make it easy"),
                note("Tell them what became of the introduction"),
            ],
        ),
        (Ideas, &[note("Name each customer who would speak with a buyer, and about what")]),
    ],
};
