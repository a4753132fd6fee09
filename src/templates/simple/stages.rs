//! The stages of the template “Simple pipeline”.

use super::playbook;
use crate::model::Gate;
use crate::templates::StageSpec;

pub(super) const STAGES: &[StageSpec] = &[
    StageSpec {
        name: "Created",
        definition: "Somebody has asked us about a product or service and we have begun to talk. \
                     Knowing our name or reading our newsletter is not yet a deal.",
        phase: 0,
        chance: 10,
        stale_days: 10,
        expected_days: 5,
        exit_action: "The buyer agrees to a meeting or a demonstration",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Answers within a day and takes over the conversation"),
            ("Marketing", "Passes on enquiries with where they came from"),
            ("Support", "Passes on customers who ask for more"),
        ],
        criteria: &[
            ("There is a request in their own words", 15),
            ("A meeting or a demonstration is in the diary", 15),
        ],
        tasks: &[
            "Answer within a day",
            "Write down what they asked for, in their words",
            "Ask the four questions",
            "Arrange the meeting",
        ],
        playbook: playbook::CREATED,
    },
    StageSpec {
        name: "Demo or meeting",
        definition: "A second, deeper talk: we learn their needs and their market, they learn what we \
                     can do and see whether the solution works for them.",
        phase: 1,
        chance: 30,
        stale_days: 14,
        expected_days: 8,
        exit_action: "The buyer asks for an offer",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Asks before showing, and shows what was asked about"),
            ("Product", "Says whether the solution will work for them"),
            ("IT", "Says what has to be connected"),
        ],
        criteria: &[
            ("We know their needs, and they know what we can do", 10),
            ("They have asked for an offer", 10),
        ],
        tasks: &[
            "Ask about needs, market and present way of working",
            "Show what they asked about",
            "Clear up whether it will work for them",
            "Agree on what the offer should contain",
        ],
        playbook: playbook::DEMO_OR_MEETING,
    },
    StageSpec {
        name: "Offer",
        definition: "They like what they saw and have asked for an offer with all costs. We write it \
                     and send it.",
        phase: 1,
        chance: 50,
        stale_days: 14,
        expected_days: 6,
        exit_action: "The buyer has the offer and wants to talk about its terms",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Writes the offer and goes through it with the buyer"),
            ("Product", "Confirms what can be delivered, and by when"),
        ],
        criteria: &[
            ("They have an offer with every cost in it", 10),
            ("They have gone through it with us", 10),
        ],
        tasks: &[
            "Write the offer while the meeting is fresh",
            "Put every cost into it",
            "Send it and go through it together",
            "Agree on when they will decide, and who decides with them",
        ],
        playbook: playbook::OFFER,
    },
    StageSpec {
        name: "Negotiation",
        definition: "Both sides want to agree and are settling price, time and terms. If this always \
                     takes several rounds, split it into stages. A win begins the care of a customer.",
        phase: 2,
        chance: 70,
        stale_days: 21,
        expected_days: 10,
        exit_action: "The buyer agrees on price, time and terms and signs",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Settles price, time and terms; says thank you, whatever the answer"),
            ("Support", "Gets ready to help the new customer begin"),
            ("IT", "Prepares access and data"),
        ],
        criteria: &[("Price, time and terms are agreed", 15), ("The order is signed", 15)],
        tasks: &[
            "Write down what is agreed and what is open",
            "Agree on the next step and its date at the end of every talk",
            "Send the final version",
            "If it is won: say what happens next",
            "If it is lost: ask why at once and write it down",
        ],
        playbook: playbook::NEGOTIATION,
    },
];
