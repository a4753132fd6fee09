//! The buyer’s journey that comes with the template “Seven-step cycle, B2C”.

use crate::model::Evidence;
use crate::model::Lane::{
    Actions, Content, Decisions, Ideas, Obstacles, PainPoints, Questions, Response, Touchpoints,
};
use crate::templates::{PhaseSpec, note};

pub(super) const PHASES: &[PhaseSpec] = &[AWARENESS, CONSIDERATION, DECISION];

pub(in crate::templates) const AWARENESS: PhaseSpec = PhaseSpec {
    name: "Awareness",
    mood: 0,
    aim: Some(1),
    steps: &[],
    owner: "Marketing",
    exit_action: "The buyer leaves a name and a question",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[
                note("What do I need?"),
                note("Is there something better than what I have?"),
                note("Roughly what does it cost?"),
            ],
        ),
        (
            Actions,
            &[
                note("Searches and watches videos"),
                note("Asks friends and family"),
                note("Sends a message or calls"),
            ],
        ),
        (Decisions, &[note("Look for something new, or keep the old one"), note("Whom to ask first")]),
        (
            Touchpoints,
            &[
                note("Search results and social media").by("Search"),
                note("Question-and-answer sites").by("Website"),
                note("First answer by chat or messenger").by("Messenger").moment(),
            ],
        ),
        (
            Content,
            &[
                note("A short video: what it is good for, and what not"),
                note("A page with prices from and to"),
            ],
        ),
        (PainPoints, &[note("Advertising everywhere"), note("Waits too long for an answer")]),
        (
            Obstacles,
            &[
                note("Does not want to be called by a seller"),
                note("Cannot tell an advertisement from advice"),
            ],
        ),
        (
            Response,
            &[
                note("Answer the same day, with help before an offer"),
                note("Show up where people ask about the problem"),
                note("Leave the choice: message, call or visit"),
            ],
        ),
        (Ideas, &[note("A three-question guide that ends with one suggestion")]),
    ],
};

pub(in crate::templates) const CONSIDERATION: PhaseSpec = PhaseSpec {
    name: "Consideration",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Point of sale",
    exit_action: "The buyer tries it and says that it is what they want",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[note("Will it do what I want?"), note("Can I afford it?"), note("What do other buyers say?")],
        ),
        (
            Actions,
            &[
                note("Compares prices and reviews"),
                note("Tries it or sees it shown"),
                note("Talks it over at home"),
            ],
        ),
        (Decisions, &[note("Which of two or three it will be"), note("How much to spend")]),
        (
            Touchpoints,
            &[
                note("Trying it in the shop or showroom").by("Shop").moment(),
                note("Video or call that shows it").by("Video call"),
                note("Reviews by other buyers").by("Review site"),
            ],
        ),
        (
            Content,
            &[
                note("A comparison of our models in plain words"),
                note("Photos and reviews of people who use it every day"),
            ],
        ),
        (PainPoints, &[note("Too many choices"), note("Words that only experts understand")]),
        (Obstacles, &[note("Somebody at home has to agree"), note("The shop is far, or closed after work")]),
        (
            Response,
            &[
                note("Ask what they want to do with it, then show just that"),
                note("Say honestly when it does not fit, and keep the contact for later"),
                note("Write down the price and the model before they leave"),
            ],
        ),
        (Ideas, &[note("Take it home for a weekend")]),
    ],
};

pub(in crate::templates) const DECISION: PhaseSpec = PhaseSpec {
    name: "Decision",
    mood: 1,
    aim: Some(2),
    steps: &[],
    owner: "Sales",
    exit_action: "The buyer orders and pays",
    evidence: Some(Evidence::Assumed),
    cells: &[
        (
            Questions,
            &[note("Is it worth the money?"), note("Can I give it back?"), note("When do I get it?")],
        ),
        (
            Actions,
            &[
                note("Asks for a better price or for time to think"),
                note("Orders and pays"),
                note("Unpacks it and tries it at once"),
            ],
        ),
        (Decisions, &[note("Buy today, wait, or go elsewhere"), note("How to pay, and how to get it")]),
        (
            Touchpoints,
            &[
                note("Offer by e-mail or message").by("Messenger"),
                note("Till or checkout").by("Shop"),
                note("The parcel and the first hour with it").by("Delivery").moment(),
            ],
        ),
        (
            Content,
            &[note("One price with everything in it"), note("The rules of returning it, in three lines")],
        ),
        (PainPoints, &[note("Forms and surprises at the checkout"), note("Fear of regretting it")]),
        (
            Obstacles,
            &[
                note("An account has to be opened before paying"),
                note("The way of paying that they use is missing"),
            ],
        ),
        (
            Response,
            &[
                note("State one price with everything in it, and for how long it holds"),
                note("Keep the order to one page"),
                note("After the win: help them begin, ask how it goes, ask for a review or a referral"),
            ],
        ),
        (Ideas, &[note("Keep the basket for a week and remind them once")]),
    ],
};
