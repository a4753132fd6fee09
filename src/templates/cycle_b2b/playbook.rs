//! What one says and writes in each stage of the template “Seven-step cycle, B2B” (method row 46).

use crate::templates::PlaySpec;
use crate::templates::plays::{ASSUMPTIVE, LIMITED, SUMMARY, message, objection, outline, topic};

pub(super) const FIND_LEADS: &[PlaySpec] = &[message(
    "Answering a question in a group",
    "Hello [name],\n\n\
     I read your question about [problem]. Others have solved it in ways that may suit [company] \
     too. I have put the three best together and will gladly send them, without obligation.\n\n\
     [me]",
)];

pub(super) const CONTACT: &[PlaySpec] = &[
    message(
        "Something useful to begin with",
        "Hello [name],\n\n\
         Here are four articles that may help with [problem]. They show how other companies went about \
         it and what they would do differently today. I have marked the parts that fit [company].\n\n\
         Tell me what you think of them.\n\n\
         [me]",
    ),
    message(
        "Second attempt",
        "Hello [name],\n\n\
         Perhaps my last message came at a bad moment. One question only: does [problem] still matter \
         at [company]? If somebody else looks after it, I would be grateful for the name.\n\n\
         [me]",
    ),
    objection(
        topic::TRUST,
        "We do not buy from people who write to us.",
        "Agree: they need not buy anything. Give one useful thing without any condition, and ask \
         whether you may write again in a few weeks.",
    ),
    objection(
        topic::URGENCY,
        "We have other worries at the moment.",
        "Ask which. Perhaps you can help with those; if not, ask when it will be calmer and note the \
         day.",
    ),
];

pub(super) const QUALIFY: &[PlaySpec] = &[
    message(
        "Before the qualifying call",
        "Hello [name],\n\n\
         Thank you for taking the time. I would like to learn four things: what interests you in this, \
         what [problem] means for [company], what a solution may cost, and who will decide about it. If \
         it turns out that we do not fit, I will say so.\n\n\
         [me]",
    ),
    message(
        "Staying in touch after a no",
        "Hello [name],\n\n\
         Thank you for your honest answer. We will leave it at that for now. Twice or three times a \
         year I will send you something about [problem], nothing else, and you can stop it at any time.\n\n\
         [me]",
    ),
    objection(
        topic::AUTHORITY,
        "You will have to talk to purchasing.",
        "Gladly. Ask who in the company has the problem and who would be glad to be rid of it. \
         Purchasing looks at the price; first somebody must want the benefit.",
    ),
    objection(
        topic::PRICE,
        "Nothing is set aside for this.",
        "Ask what the problem costs in a year and which budget pays for that today. That budget may be \
         the right one.",
    ),
];

pub(super) const PRESENT: &[PlaySpec] = &[
    message(
        "Invitation to the presentation",
        "Hello [name],\n\n\
         In our presentation we will show what [product] changes about [problem] at [company], in \
         figures. It helps if those who work with it, those who pay for it and those who look after \
         your systems are there. Whom shall I invite?\n\n\
         [me]",
    ),
    message(
        "Material for those who were not there",
        "Hello [name],\n\n\
         Here are two pages that you can pass on: the problem, the solution, what it brings to each \
         department, and what it costs. If a colleague has a question, I will answer it directly.\n\n\
         [me]",
    ),
    outline(
        "A presentation for several departments",
        "Introduce yourselves, and let everybody say what they expect\n\
         Raise the problem: what it costs the company, department by department\n\
         Offer the solution: how it would work here\n\
         Support it with data: figures, a case study, a customer they can call\n\
         Sum up the benefit for each department in one sentence\n\
         Questions: answer them, or promise an answer with a date\n\
         Agree on who decides what, and by when",
    ),
    objection(
        topic::MISSING,
        "Our works council, our IT or our auditors will not allow it.",
        "Ask for the very words of the rule and who watches over it. Talk with that person before you \
         change or promise anything.",
    ),
];

pub(super) const OVERCOME_OBJECTIONS: &[PlaySpec] = &[
    message(
        "Value beside the price",
        "Hello [name],\n\n\
         You found the price high. I have put beside it what [problem] costs [company] in a year, by \
         the figures you gave us, and what remains of that with [product]. Shall we go through it \
         together, with finance?\n\n\
         [me]",
    ),
    objection(
        topic::PRICE,
        "Your price is much too high.",
        "Ask what it is measured against. Put what they get beside what they pay, in their own figures, \
         for each department. Take something out of the offer before you lower its price.",
    ),
    objection(
        topic::COMPETITOR,
        "We have a contract with somebody else.",
        "Ask when it ends, what it costs to leave, and what they would like to be different. Offer to \
         begin where the other does nothing, and to be ready on the day it ends.",
    ),
    objection(
        topic::MISSING,
        "We need these three features.",
        "Ask which of them would stop the purchase, and why. Show what is there already, say what is \
         planned and when, and write down only what product has agreed to.",
    ),
    objection(
        topic::TRUST,
        "Who takes the blame if it fails?",
        "Make the step small: one department first, with a goal that can be measured and a way out. Let \
         them talk with a customer who took that step.",
    ),
    objection(
        topic::URGENCY,
        "This has to wait for the next budget.",
        "Work out what waiting costs. If it must be, prepare the request for the budget together, and \
         agree on the date on which it is handed in.",
    ),
    objection(
        topic::AUTHORITY,
        "The board has to decide about this.",
        "Ask what the board looks at and who speaks for the project. Write that page together, and \
         offer to be there for questions.",
    ),
];

pub(super) const CLOSE: &[PlaySpec] = &[
    message(
        "The offer",
        "Hello [name],\n\n\
         Here is our offer for “[deal]”: [product] for [value]. On the first page you find what each \
         department told us that it needs, and what it gets.\n\n\
         You wanted to decide by [expected close]. Who has to approve it until then, and what may I \
         prepare for them?\n\n\
         [me]",
    ),
    message(
        "Handover after the win",
        "Hello [name],\n\n\
         Thank you for choosing us. From now on you will have a colleague of mine at your side for \
         everything about [product]; I will introduce you this week. I myself will ask every two months \
         how it goes and what we can do better.\n\n\
         [me]",
    ),
    message(
        "Asking for a referral",
        "Hello [name],\n\n\
         I am glad that things are going well. Do you know another company that has trouble with \
         [problem]? An introduction by you is worth more than any advertisement of ours.\n\n\
         [me]",
    ),
    ASSUMPTIVE,
    SUMMARY,
    LIMITED,
];
