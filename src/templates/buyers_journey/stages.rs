//! The stages of the template “Buyer’s journey”.

use super::playbook;
use crate::model::Gate;
use crate::templates::StageSpec;

pub(super) const STAGES: &[StageSpec] = &[
    StageSpec {
        name: "Awareness",
        definition: "The buyer knows that there is a problem that needs solving and is putting a name \
                     to it.",
        phase: 0,
        chance: 10,
        stale_days: 30,
        expected_days: 14,
        exit_action: "The buyer puts a name to the problem and asks what can be done about it",
        gate: Gate::Free,
        duties: &[
            ("Marketing", "Explains the problem in the buyer’s words, where people look for help"),
            ("Support", "Tells what people complain about before they know our product"),
            ("Point of sale", "Listens to what visitors ask first"),
            ("Sales", "Answers questions without selling"),
        ],
        criteria: &[
            ("The buyer names the problem in their own words", 15),
            ("The buyer has asked us for a talk", 15),
        ],
        tasks: &[
            "Write down the problem in the buyer’s words",
            "Note where they looked for help and found us",
            "Send an explanation, not an offer",
        ],
        playbook: playbook::AWARENESS,
    },
    StageSpec {
        name: "Consideration",
        definition: "The buyer is looking at possible solutions, ours among them: buying new, repairing \
                     what is there, or doing nothing.",
        phase: 1,
        chance: 30,
        stale_days: 21,
        expected_days: 10,
        exit_action: "The buyer asks for a demonstration after the introductory call, then for an offer",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Asks which pain point made them call, and speaks to that one"),
            (
                "Product",
                "Says which ways there are, buying new, repairing or leaving it, and what \
                 speaks for each",
            ),
            ("Marketing", "Compares the ways honestly and collects reviews"),
            ("IT", "Says what it takes to bring it in"),
        ],
        criteria: &[
            ("The buyer has had an introductory call with us", 10),
            ("The buyer has seen it work for their problem", 10),
            ("We are on the short list", 10),
        ],
        tasks: &[
            "Ask which ways they are looking at, doing nothing included",
            "Ask which pain point made them call",
            "Show what moves it forward, and note what is objected to",
            "Tell marketing, product and support what buyers ask",
        ],
        playbook: playbook::CONSIDERATION,
    },
    StageSpec {
        name: "Decision",
        definition: "The buyer is choosing what solves the problem at the right price and talks with us \
                     most. Wanting to buy is not yet buying: paperwork, support and upkeep can still \
                     stop it.",
        phase: 2,
        chance: 60,
        stale_days: 14,
        expected_days: 7,
        exit_action: "The buyer chooses what solves the problem at the right price, and signs",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Takes away one obstacle after the other"),
            ("Support", "Lets the buyer try out how help works before buying"),
            ("Point of sale", "Keeps forms and payment short"),
            ("IT", "Names the cost of keeping it running"),
        ],
        criteria: &[
            ("The price is right for what it solves", 10),
            ("No obstacle is left: paperwork, support, upkeep", 15),
            ("The buyer has bought", 15),
        ],
        tasks: &[
            "Ask what could still stop it: paperwork, support, upkeep",
            "Take away one obstacle after the other",
            "Note which pain point and which motive closed the deal",
            "Agree on when you will be in touch again",
        ],
        playbook: playbook::DECISION,
    },
];
