//! The stages of the template “B2B, with weighted criteria”.

use super::playbook;
use crate::model::Gate;
use crate::templates::StageSpec;

pub(super) const STAGES: &[StageSpec] = &[
    StageSpec {
        name: "To first base",
        definition: "On the way to a meeting. First base is reached when we have talked with the \
                     decision maker, found an issue that our product addresses, and have the meeting in \
                     the diary.",
        phase: 0,
        chance: 10,
        stale_days: 21,
        expected_days: 10,
        exit_action: "The decision maker agrees to a meeting about the issue",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Reaches the one who decides and finds the issue that our product addresses"),
            ("Marketing", "Arranges introductions, and provides what opens a door"),
        ],
        criteria: &[
            ("Talked with the decision maker", 8),
            ("Issue identified that our product addresses", 9),
            ("Meeting obtained", 8),
        ],
        tasks: &[
            "Find out who decides, not only who answers",
            "Ask about the issue; leave the product for later",
            "Agree on a meeting with a date and a subject",
        ],
        playbook: playbook::TO_FIRST_BASE,
    },
    StageSpec {
        name: "First to second",
        definition: "We have the meeting. Second base is reached when the need is identified, the buyer \
                     has compelling reasons to act, and what the problem costs is known in money.",
        phase: 1,
        chance: 25,
        stale_days: 21,
        expected_days: 12,
        exit_action: "The buyer says in money what the problem costs and why it has to be solved now",
        gate: Gate::Block,
        duties: &[
            ("Sales", "Asks, and works out the cost of the problem with the buyer’s own figures"),
            ("Product", "Checks that we can meet the need"),
            ("Support", "Tells which similar cases we know, and how they went"),
        ],
        criteria: &[
            ("Need identified", 10),
            ("Compelling reasons to buy identified", 12),
            ("Cost of the problem quantified", 8),
        ],
        tasks: &[
            "Prepare questions about the present way of working",
            "Ask what happens if nothing changes",
            "Add up the cost of the problem with them",
            "Send a summary and have it confirmed",
        ],
        playbook: playbook::FIRST_TO_SECOND,
    },
    StageSpec {
        name: "Second to third",
        definition: "The need is real and has a price. Third base is reached when we know that the \
                     funds are there and how, by whom and when the decision is made.",
        phase: 1,
        chance: 55,
        stale_days: 21,
        expected_days: 12,
        exit_action: "The buyer shows where the money comes from and how, by whom and when it is \
                      decided",
        gate: Gate::Block,
        duties: &[
            ("Sales", "Asks about money and the way of deciding before a proposal is written"),
            ("IT", "Clears up with the buyer’s IT what has to be approved"),
        ],
        criteria: &[("Funds available", 10), ("Decision process understood", 10)],
        tasks: &[
            "Ask which budget pays, and who releases it",
            "Write down each step of the decision, with names and dates",
            "Talk with finance and with those who will use it",
            "Expect the objections and bring them up first",
        ],
        playbook: playbook::SECOND_TO_THIRD,
    },
    StageSpec {
        name: "Conclude",
        definition: "All that was found out is in one proposal, the buyer goes through it with us and \
                     says yes in principle.",
        phase: 2,
        chance: 75,
        stale_days: 14,
        expected_days: 8,
        exit_action: "The buyer goes through the proposal with us and says yes in principle",
        gate: Gate::Block,
        duties: &[
            ("Sales", "Writes a proposal that holds nothing new"),
            ("Product", "Confirms what is promised"),
            ("Support", "Plans the first weeks"),
        ],
        criteria: &[("Yes in principle to the proposal", 15)],
        tasks: &[
            "Write the proposal out of what the criteria brought to light",
            "Go through it with everybody who decides",
            "Answer what is still open, and ask whether it is settled",
            "Plan the steps to the signature, with dates",
        ],
        playbook: playbook::CONCLUDE,
    },
    StageSpec {
        name: "Sign",
        definition: "Both sides have agreed and only the signature is missing. Deals that rush here and \
                     stay were let through too early. Signed means won: begin to look after the \
                     customer.",
        phase: 2,
        chance: 90,
        stale_days: 10,
        expected_days: 5,
        exit_action: "The buyer signs the contract",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Watches over the agreed steps and calls when one is late"),
            ("Support", "Introduces those who will look after the customer"),
            ("IT", "Prepares access and data"),
        ],
        criteria: &[("Contract signed", 10)],
        tasks: &[
            "Send the contract as agreed, without changes",
            "Check each step on its day",
            "When it is late, ask which criterion was never really met",
            "Introduce those who will look after the customer",
        ],
        playbook: playbook::SIGN,
    },
];
