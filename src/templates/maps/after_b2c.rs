//! What people at home go through after the purchase: retention and advocacy (method row 15).

use crate::model::Evidence;
use crate::model::Lane::{
    Actions, Content, Decisions, Ideas, Obstacles, PainPoints, Questions, Response, Touchpoints,
};
use crate::templates::{PhaseSpec, note};

pub(in crate::templates) const RETENTION: PhaseSpec = PhaseSpec {
    name: "Retention",
    mood: 0,
    aim: Some(1),
    steps: &["First days", "Everyday use"],
    owner: "Support",
    exit_action: "The buyer uses it and comes back for more",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("How do I begin?"),
                note("Is it supposed to do that?"),
                note("What goes with it?").in_step(1),
                note("What does the upkeep cost?").in_step(1),
            ],
        ),
        (
            Actions,
            &[
                note("Looks for help on the telephone or in a video"),
                note("Uses it until something breaks or runs out").in_step(1),
                note("Buys what goes with it").in_step(1),
            ],
        ),
        (
            Decisions,
            &[note("Keep it or give it back"), note("Buy the next one here or elsewhere").in_step(1)],
        ),
        (
            Touchpoints,
            &[
                note("Message on the third day: does it work?").by("E-mail").moment(),
                note("Helpline").by("Phone"),
                note("Repair or spare part").by("Shop").in_step(1),
                note("A hint that suits what they bought").by("E-mail").in_step(1),
            ],
        ),
        (
            Content,
            &[
                note("Getting started in three pictures"),
                note("Answers to the ten most frequent questions"),
                note("How to care for it, once a season").in_step(1),
            ],
        ),
        (
            PainPoints,
            &[
                note("Nobody answers once the money is paid"),
                note("A manual that nobody can read"),
                note("Messages about things they will never need").in_step(1),
            ],
        ),
        (Obstacles, &[note("Giving it back is made hard"), note("Spare parts cannot be found").in_step(1)]),
        (
            Response,
            &[
                note("Ask on the third day how it goes, and help at once"),
                note("Take it back without a fight"),
                note("Write rarely, and only about what they own").in_step(1),
                note("Keep parts and prices of repairs in plain sight").in_step(1),
            ],
        ),
        (Ideas, &[note("A free check-up a year after the purchase").in_step(1)]),
    ],
};

pub(in crate::templates) const ADVOCACY: PhaseSpec = PhaseSpec {
    name: "Advocacy",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Marketing",
    exit_action: "The buyer tells a friend, who then comes to us",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (Questions, &[note("Would my friends like it too?"), note("Does anybody read what I write?")]),
        (
            Actions,
            &[note("Shows it to friends and family"), note("Writes a review"), note("Posts a picture")],
        ),
        (Decisions, &[note("Whether to put a name to the praise"), note("Whom to tell")]),
        (
            Touchpoints,
            &[
                note("The question for a review, some weeks after the purchase").by("E-mail").moment(),
                note("Talk among friends").by("Word of mouth"),
                note("Pictures and comments").by("Social network"),
            ],
        ),
        (Content, &[note("A link that leads straight to the review"), note("A voucher to pass on")]),
        (
            PainPoints,
            &[
                note("Is asked for stars before it has been used"),
                note("A complaint got no answer, and others read it"),
            ],
        ),
        (Obstacles, &[note("Writing a review takes an account"), note("Nothing worth telling has happened")]),
        (
            Response,
            &[
                note("Ask when they have used it for a while, once"),
                note("Thank for every review and answer the bad ones first"),
                note("Reward both, the one who tells and the one who comes"),
            ],
        ),
        (Ideas, &[note("Invite buyers to show others how they use it")]),
    ],
};
