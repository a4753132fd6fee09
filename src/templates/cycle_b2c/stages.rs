//! The stages of the template “Seven-step cycle, B2C”.

use super::playbook;
use crate::model::Gate;
use crate::templates::StageSpec;

pub(super) const STAGES: &[StageSpec] = &[
    StageSpec {
        name: "Find leads",
        definition: "Somebody who matches our buyer persona has shown up, with a name and a way to \
                     reach them.",
        phase: 0,
        chance: 5,
        stale_days: 5,
        expected_days: 2,
        exit_action: "The buyer gives a name and a way to be reached",
        gate: Gate::Free,
        duties: &[
            (
                "Marketing",
                "Describes the buyer persona; makes videos and answers questions where people \
                 ask",
            ),
            ("Point of sale", "Asks visitors whether they would like to hear more"),
            ("Sales", "Notes every enquiry with where it came from"),
        ],
        criteria: &[("Matches our buyer persona", 5), ("Has left a name and asked to hear from us", 10)],
        tasks: &["Note name, way to reach them and source", "Note what they asked, in their words"],
        playbook: playbook::FIND_LEADS,
    },
    StageSpec {
        name: "Contact",
        definition: "We have answered or written first, with something helpful for their problem, and \
                     wait for a reply.",
        phase: 0,
        chance: 15,
        stale_days: 3,
        expected_days: 1,
        exit_action: "The buyer replies",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Answers the same day, with help before an offer"),
            ("Support", "Passes on from the chat whoever wants to buy"),
            ("Marketing", "Has a short guide or a video ready for each common question"),
        ],
        criteria: &[("They have replied", 7), ("We know what they want it for", 8)],
        tasks: &[
            "Answer the same day",
            "Send something that helps at once",
            "If nothing comes back, try one other way, once",
        ],
        playbook: playbook::CONTACT,
    },
    StageSpec {
        name: "Qualify (four questions)",
        definition: "Are they interested? Do they know that they need it? Can they afford it? Do they \
                     decide, or who at home does? Four times yes goes on; a no is kept for later, never \
                     deleted.",
        phase: 1,
        chance: 30,
        stale_days: 3,
        expected_days: 1,
        exit_action: "The buyer answers the four questions with yes",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Asks the four questions in an ordinary conversation"),
            ("Point of sale", "Asks the same questions in the shop"),
            ("Marketing", "Keeps in touch with those who said no for now"),
        ],
        criteria: &[
            ("They are interested", 4),
            ("They know that they need it", 6),
            ("They can afford it", 5),
            ("They decide, or we know who at home does", 5),
        ],
        tasks: &[
            "Ask the four questions",
            "Say so if it does not fit",
            "For a no: nurture list, with the reason and a date",
        ],
        playbook: playbook::QUALIFY,
    },
    StageSpec {
        name: "Present",
        definition: "We are showing what it does for them, in the shop, by video or at their home. \
                     Benefits, not features.",
        phase: 1,
        chance: 50,
        stale_days: 5,
        expected_days: 2,
        exit_action: "The buyer tries it out and says that they would like it",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Shows just what they want to do with it"),
            ("Point of sale", "Keeps a piece ready to try, and room for two"),
            ("Product", "Writes down in plain words what it does"),
        ],
        criteria: &[
            ("They have seen or tried the thing that they want it for", 8),
            ("They have said that they would like it", 7),
        ],
        tasks: &[
            "Ask again what they want to do with it",
            "Let them try it themselves",
            "Name one price with everything in it",
        ],
        playbook: playbook::PRESENT,
    },
    StageSpec {
        name: "Overcome objections",
        definition: "They like it and hesitate, most often over the price. We show what they get for \
                     the money.",
        phase: 2,
        chance: 65,
        stale_days: 5,
        expected_days: 2,
        exit_action: "The buyer says that the doubt is gone",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Takes each doubt seriously and answers it in plain words"),
            ("Support", "Tells what happens when something breaks"),
            ("Point of sale", "Shows reviews and the terms for giving it back"),
        ],
        criteria: &[("We know what makes them hesitate", 8), ("They say that it is settled", 12)],
        tasks: &[
            "Ask what makes them hesitate",
            "Answer in one or two sentences",
            "Ask whether that settles it",
        ],
        playbook: playbook::OVERCOME_OBJECTIONS,
    },
    StageSpec {
        name: "Close",
        definition: "The order is filled in and waits for their yes. After a win, ask how they get on \
                     every one to three months, and whom they would recommend us to.",
        phase: 2,
        chance: 85,
        stale_days: 3,
        expected_days: 1,
        exit_action: "The buyer orders and pays",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Fills in the order and asks for the yes"),
            ("Point of sale", "Takes payment and hands it over, without surprises"),
            ("IT", "Keeps the order form to one page that works on a phone"),
            ("Support", "Helps to begin"),
        ],
        criteria: &[("One price with everything in it is agreed", 7), ("The order is placed and paid", 8)],
        tasks: &[
            "Fill in the order together",
            "Say when it comes and how it is given back",
            "Agree on the first call after delivery",
        ],
        playbook: playbook::CLOSE,
    },
];
