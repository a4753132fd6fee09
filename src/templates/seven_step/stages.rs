//! The stages of the template “Seven-step process”.

use super::playbook;
use crate::model::Gate;
use crate::templates::StageSpec;

pub(super) const STAGES: &[StageSpec] = &[
    StageSpec {
        name: "Prospecting",
        definition: "Somebody who fits our buyer persona has been found and may be interested. \
                     Everything later depends on the quality of what comes in here.",
        phase: 0,
        chance: 5,
        stale_days: 14,
        expected_days: 7,
        exit_action: "The buyer answers a first message and agrees to talk",
        gate: Gate::Free,
        duties: &[
            ("Marketing", "Describes the buyer persona; brings leads from posts, webinars and events"),
            ("Sales", "Looks for people who fit the persona and writes to them one by one"),
            ("Support", "Passes on customers who would recommend us"),
        ],
        criteria: &[("Fits our buyer persona", 5), ("Has answered and agreed to a first talk", 10)],
        tasks: &[
            "Find the right person and a way to reach them",
            "Note where the lead came from",
            "Write a first message about their problem",
            "If it stays unanswered, try another way",
        ],
        playbook: playbook::PROSPECTING,
    },
    StageSpec {
        name: "Qualification (BANT)",
        definition: "We are talking with them to find out whether to go on: is there a budget, can this \
                     person decide, is there a real need, and by when do they want to buy?",
        phase: 0,
        chance: 15,
        stale_days: 10,
        expected_days: 5,
        exit_action: "The buyer answers the questions about budget, authority, need and timescale and \
                      wants to go on",
        gate: Gate::Warn,
        duties: &[
            (
                "Sales",
                "Asks about budget, authority, need and timescale and writes down answers, not \
                 guesses",
            ),
            ("Product", "Says honestly whether the need can be met"),
        ],
        criteria: &[
            ("Budget: the money is there or can be found", 4),
            ("Authority: we talk with the one who decides, or know who it is", 4),
            ("Need: they name it themselves", 4),
            ("Timescale: there is a date by which they want it", 3),
        ],
        tasks: &[
            "Ask about budget, authority, need and timescale",
            "Find out who else has a say",
            "Decide: go on, or nurture list with a reason and a date",
        ],
        playbook: playbook::QUALIFICATION,
    },
    StageSpec {
        name: "Research",
        definition: "They qualify. We are learning their goals, what they use today and what troubles \
                     them with it, so that what we show is about them.",
        phase: 1,
        chance: 30,
        stale_days: 10,
        expected_days: 6,
        exit_action: "The buyer explains how things are done today and agrees to see a demonstration of \
                      their own case",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Learns the company’s goals, what it uses today and what troubles it"),
            ("Marketing", "Finds a customer’s story from a similar case"),
            ("Product", "Says which parts answer the trouble, and which do not"),
        ],
        criteria: &[
            ("Their goals are written down in their own words", 5),
            ("We know what they use today and what troubles them with it", 5),
            ("The case to be shown is chosen", 5),
        ],
        tasks: &[
            "Read their site, their news and what their customers say",
            "Ask about goals, present tools and what happens if nothing changes",
            "Write down the doubts that are likely to come",
            "Agree on the case to show and on who should see it",
        ],
        playbook: playbook::RESEARCH,
    },
    StageSpec {
        name: "Demonstration",
        definition: "A demonstration is arranged or has been given: their own use case, their questions \
                     answered, and who will help them afterwards.",
        phase: 1,
        chance: 45,
        stale_days: 14,
        expected_days: 8,
        exit_action: "The buyer says what should come next: a quote, a trial, or the answer to a doubt",
        gate: Gate::Warn,
        duties: &[
            (
                "Sales",
                "Shows their case and asks after each part whether it fits; the team lead comes \
                 along for hard questions",
            ),
            ("Product", "Prepares the case and answers what goes deep"),
            ("Support", "Says who helps after the purchase, and how fast"),
            ("IT", "Says what has to be connected and what that takes"),
        ],
        criteria: &[
            ("They have seen their own case work", 6),
            ("Those who will use it and those who decide were there", 5),
            ("Every question is answered, or an answer promised with a date", 4),
        ],
        tasks: &[
            "Prepare the demonstration with their own example",
            "Bring the team lead or an expert",
            "Show who helps after the purchase",
            "Note what moved them, and every doubt",
            "Answer open questions within two days",
        ],
        playbook: playbook::DEMONSTRATION,
    },
    StageSpec {
        name: "Objection handling",
        definition: "They want it but have doubts: price, trust, a competitor, something missing, no \
                     hurry, or no say in the matter. Each doubt is understood and gets an answer.",
        phase: 2,
        chance: 60,
        stale_days: 14,
        expected_days: 8,
        exit_action: "The buyer says that nothing stands in the way any more and asks for terms",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Listens, asks back, answers, and follows up every doubt"),
            ("Product", "Says what is planned and what is not"),
            ("Support", "Shows how help works, with real answer times"),
            ("Marketing", "Provides reviews, testimonials and an honest comparison"),
        ],
        criteria: &[
            ("Every doubt is known, and whose it is", 8),
            ("Every doubt is answered, and they say so", 12),
        ],
        tasks: &[
            "Ask for all doubts before you answer the first",
            "Write down each objection with its kind",
            "Answer with proof: a figure, a customer, a trial",
            "Ask whether the answer is enough",
        ],
        playbook: playbook::OBJECTION_HANDLING,
    },
    StageSpec {
        name: "Closing",
        definition: "Terms are being agreed: negotiation, quote, contract, signature. Once it is won \
                     the seventh step begins: nurture the customer, ask how it goes, act on what they \
                     say.",
        phase: 2,
        chance: 80,
        stale_days: 21,
        expected_days: 12,
        exit_action: "The buyer signs",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Writes the quote and negotiates; the team lead confirms all terms with the buyer"),
            ("Support", "Plans the first weeks with the new customer"),
            ("IT", "Prepares access and data"),
        ],
        criteria: &[
            ("Price, terms and dates are agreed", 6),
            ("Whoever signs has read the contract", 6),
            ("The contract is signed", 8),
        ],
        tasks: &[
            "Put price, terms and dates on one page",
            "Have the team lead confirm the terms",
            "Send the contract and name a day for the signature",
            "Plan who welcomes the customer",
            "Agree on the first call after the start",
        ],
        playbook: playbook::CLOSING,
    },
];
