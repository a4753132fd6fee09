//! The buyer’s journey that comes with the template “Seven-step cycle, B2B”.

use crate::model::Evidence;
use crate::model::Lane::{
    Actions, Content, Decisions, Ideas, Obstacles, PainPoints, Questions, Response, Touchpoints,
};
use crate::templates::{PhaseSpec, note};

pub(super) const PHASES: &[PhaseSpec] = &[AWARENESS, CONSIDERATION, DECISION];

pub(in crate::templates) const AWARENESS: PhaseSpec = PhaseSpec {
    name: "Awareness",
    mood: -1,
    aim: Some(0),
    steps: &[],
    owner: "Marketing",
    exit_action: "The buyer replies and agrees to a call about their situation",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("What does this problem cost the company?"),
                note("How do firms like ours deal with it?"),
                note("Whose job is it to solve it?"),
            ],
        ),
        (
            Actions,
            &[
                note("Talks about it inside the department"),
                note("Asks in professional groups"),
                note("Reads what sellers send, if it helps"),
            ],
        ),
        (
            Decisions,
            &[
                note("Whether the problem is big enough to spend time on"),
                note("Which outsider is worth a call"),
            ],
        ),
        (
            Touchpoints,
            &[
                note("Groups on professional networks").by("Social network"),
                note("Helpful message with an article, not an offer").by("E-mail").moment(),
                note("Chat on our site").by("Chat"),
            ],
        ),
        (
            Content,
            &[
                note("A guide to the problem for their industry"),
                note("A worksheet: what does the problem cost you?"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Sellers who push before they have understood"),
                note("Colleagues do not see the problem yet"),
                note("Nobody has counted what it costs"),
            ],
        ),
        (
            Obstacles,
            &[note("Nobody is in charge of the problem"), note("They live with it, so it is not urgent")],
        ),
        (
            Response,
            &[
                note("Look up the company, then send something useful for its problem"),
                note("Do not sell yet: earn the next conversation"),
                note("Know two or three people by name, in different roles"),
            ],
        ),
        (Ideas, &[note("A round table with three firms of the same trade")]),
    ],
};

pub(in crate::templates) const CONSIDERATION: PhaseSpec = PhaseSpec {
    name: "Consideration",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer brings those who decide to a presentation and asks for an offer",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Does it do what each department needs?"),
                note("What would it bring us, in figures?"),
                note("Who else uses it?"),
            ],
        ),
        (
            Actions,
            &[
                note("Names requirements"),
                note("Invites finance and other departments"),
                note("Sees a presentation and asks for details"),
            ],
        ),
        (
            Decisions,
            &[
                note("What it must do, department by department"),
                note("Which two or three sellers to look at closely"),
                note("Who decides, and by when"),
            ],
        ),
        (
            Touchpoints,
            &[
                note("Qualification call with four questions").by("Phone"),
                note("Presentation on site or online").by("Meeting").moment(),
                note("Case studies and data").by("Document"),
            ],
        ),
        (
            Content,
            &[
                note("A case study with figures, one for each industry"),
                note("A short summary for the people we do not meet"),
                note("Answers to the questions of IT and data protection"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Everybody involved wants something else"),
                note("Hard to compare offers"),
                note("Little time for meetings"),
            ],
        ),
        (
            Obstacles,
            &[note("Our contact cannot decide alone"), note("IT has not said whether it fits what they run")],
        ),
        (
            Response,
            &[
                note("Ask the four questions and keep the reason for every no"),
                note("Introduce, name the problem, solve it, prove it, sum up, take questions"),
                note("Give our contact material for the people we do not meet"),
            ],
        ),
        (Ideas, &[note("A second presentation for finance alone"), note("A trial with one department")]),
    ],
};

pub(in crate::templates) const DECISION: PhaseSpec = PhaseSpec {
    name: "Decision",
    mood: 0,
    aim: Some(1),
    steps: &[],
    owner: "Sales",
    exit_action: "Each person who has a say agrees, and the company signs the contract",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("Is it worth what it costs?"),
                note("How do we get out of the present contract?"),
                note("Who takes the blame if it fails?"),
            ],
        ),
        (
            Actions,
            &[
                note("Raises objections in turn"),
                note("Gets approval from finance and management"),
                note("Reads and signs the contract"),
            ],
        ),
        (
            Decisions,
            &[
                note("Buy from us, from another, or change nothing"),
                note("How much to begin with: one department or all"),
            ],
        ),
        (
            Touchpoints,
            &[
                note("Calls about open points").by("Phone"),
                note("Written offer").by("Document"),
                note("The last talk before the signature").by("Meeting").moment(),
            ],
        ),
        (
            Content,
            &[
                note("An offer with value beside price"),
                note("A plan for the first ninety days"),
                note("A reference to call, in the same role"),
            ],
        ),
        (
            PainPoints,
            &[
                note("Approval takes weeks"),
                note("The price looks high without the benefit beside it"),
                note("Every approver asks the same questions again"),
            ],
        ),
        (
            Obstacles,
            &[
                note("The present contract runs on for months"),
                note("Purchasing compares by price alone"),
                note("A budget that closes at the end of the year"),
            ],
        ),
        (
            Response,
            &[
                note("Answer price with value: what they get for what they pay"),
                note("Make a clear offer out of what we learned about their needs"),
                note("Write down together who approves what, in which order"),
                note(
                    "After the win: a smooth handover, guides to begin with, a call every one to three months",
                ),
            ],
        ),
        (Ideas, &[note("Begin with one department and a price that counts towards the rest")]),
    ],
};
