//! The stages of the template “Seven-step cycle, B2B”.

use super::playbook;
use crate::model::Gate;
use crate::templates::StageSpec;

pub(super) const STAGES: &[StageSpec] = &[
    StageSpec {
        name: "Find leads",
        definition: "A company that matches our buyer persona is on the list with a name and a way to \
                     reach them. Nothing is sold here yet.",
        phase: 0,
        chance: 5,
        stale_days: 21,
        expected_days: 10,
        exit_action: "The buyer shows an interest: a question in a group, a visit to our stand, a guide \
                      downloaded",
        gate: Gate::Free,
        duties: &[
            (
                "Marketing",
                "Describes the buyer persona by industry, size, role and problem; publishes \
                 what such people look for",
            ),
            ("Sales", "Lists companies that match, with more than one person each"),
            ("Support", "Passes on who asks in the chat, and about what"),
        ],
        criteria: &[
            ("Matches our buyer persona", 4),
            ("Two people are known by name, and how to reach them", 6),
        ],
        tasks: &[
            "Check the company against the buyer persona",
            "Find two or three people in different roles",
            "Note where the lead came from",
            "Do not sell anything yet",
        ],
        playbook: playbook::FIND_LEADS,
    },
    StageSpec {
        name: "Contact",
        definition: "We know something of their problem and have been in touch with something that \
                     helps: an article, a guide, an idea. The aim is trust, not a sale.",
        phase: 0,
        chance: 10,
        stale_days: 14,
        expected_days: 7,
        exit_action: "The buyer replies and agrees to a call about their situation",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Learns about the company’s problem and sends something that helps, not an offer"),
            ("Marketing", "Writes an article or a guide for each typical problem"),
        ],
        criteria: &[
            ("We know a problem of theirs that we can help with", 7),
            ("They have replied or agreed to a call", 8),
        ],
        tasks: &[
            "Find out what occupies the company at present",
            "Send something that is useful for it",
            "If nobody answers, try a second person",
            "Ask for a call about their situation, not about our product",
        ],
        playbook: playbook::CONTACT,
    },
    StageSpec {
        name: "Qualify (four questions)",
        definition: "Are they interested? Have they recognised the need? Can they afford it? Is this \
                     the one who decides, or leads us there? Four times yes goes on; a no goes to the \
                     nurture list.",
        phase: 1,
        chance: 25,
        stale_days: 14,
        expected_days: 7,
        exit_action: "The buyer answers all four questions with yes and names those who decide",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Asks the four questions; a no goes to the nurture list with its reason"),
            ("Marketing", "Keeps in touch with those on the nurture list"),
            ("Product", "Checks unusual wishes before we present"),
        ],
        criteria: &[
            ("They are interested", 4),
            ("They have recognised the need themselves", 6),
            ("They can afford it", 5),
            ("We talk with the one who decides, or are led there", 5),
        ],
        tasks: &[
            "Ask the four questions and keep the answers",
            "Write down who decides, who pays, who uses it and who can stop it",
            "Ask how the last such purchase was decided",
            "For a no: nurture list, with the reason and a date",
        ],
        playbook: playbook::QUALIFY,
    },
    StageSpec {
        name: "Present",
        definition: "We are presenting to the people who will decide: the problem, our solution, the \
                     proof. Benefits for this company, not features.",
        phase: 1,
        chance: 45,
        stale_days: 21,
        expected_days: 12,
        exit_action: "The buyer asks for an offer or names the points that stand in the way",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Presents the benefit for each department, together with the team lead"),
            ("Product", "Answers questions of detail and tries out unusual cases"),
            ("IT", "Explains security, data and connections to the buyer’s IT"),
            ("Marketing", "Brings case studies and figures"),
        ],
        criteria: &[
            ("Everybody who has a say has seen it or has our material", 5),
            ("They have said what it would bring them, in figures", 5),
            ("They have asked for an offer or named what is missing", 5),
        ],
        tasks: &[
            "Ask each person beforehand what they hope for",
            "Present benefits with figures, not features",
            "Leave two pages for those who were not there",
            "Offer finance a presentation of its own",
            "Agree on the next step before you leave",
        ],
        playbook: playbook::PRESENT,
    },
    StageSpec {
        name: "Overcome objections",
        definition: "They have seen it and hesitate, often over price, a contract with somebody else or \
                     a missing feature. Each person's doubt gets its answer.",
        phase: 2,
        chance: 60,
        stale_days: 30,
        expected_days: 16,
        exit_action: "Each person who has a say tells us that the doubt is settled",
        gate: Gate::Free,
        duties: &[
            ("Sales", "Keeps a list of who doubts what, and settles one after the other"),
            ("Product", "Says what can be done, what cannot, and when"),
            ("IT", "Talks with the buyer’s IT about security and the change-over"),
            ("Marketing", "Finds the customer who had the same doubt"),
        ],
        criteria: &[
            ("We know the doubt of each person who has a say", 8),
            ("Each doubt is settled, and the one who had it says so", 12),
        ],
        tasks: &[
            "Talk with each person, not only with the contact",
            "Write down each objection with its kind",
            "Work out with them what they get for the price",
            "Arrange a call with a customer who had the same doubt",
            "Ask: is there anything else?",
        ],
        playbook: playbook::OVERCOME_OBJECTIONS,
    },
    StageSpec {
        name: "Close",
        definition: "The offer is with them and only the signature is missing. After a win, hand over \
                     well and contact them every one to three months; a happy customer gives referrals.",
        phase: 2,
        chance: 80,
        stale_days: 30,
        expected_days: 14,
        exit_action: "The buyer’s company approves the offer and signs the contract",
        gate: Gate::Warn,
        duties: &[
            ("Sales", "Makes a clear offer and goes with it through every approval"),
            ("Support", "Plans the start with the customer and names who will look after them"),
            ("IT", "Prepares access, data and the change-over"),
            ("Marketing", "Collects guides that help a new customer begin"),
        ],
        criteria: &[
            ("The offer answers each need that they named", 5),
            ("Everybody who must approve has approved", 5),
            ("The contract is signed", 10),
        ],
        tasks: &[
            "Write the offer out of the needs they named",
            "List the approvals with names and dates, together with the buyer",
            "Send the contract and agree on the day of the signature",
            "Arrange the handover to whoever looks after the customer",
            "Agree on the first contact after the start",
        ],
        playbook: playbook::CLOSE,
    },
];
