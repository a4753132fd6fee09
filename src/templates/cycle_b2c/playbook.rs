//! What one says and writes in each stage of the template “Seven-step cycle, B2C” (method row 46).

use crate::templates::PlaySpec;
use crate::templates::plays::{ASSUMPTIVE, SUMMARY, close, message, objection, outline, topic};

pub(super) const FIND_LEADS: &[PlaySpec] = &[message(
    "Answering a question",
    "Hello [name],\n\n\
     You asked about [problem]. The short answer: it can be helped, and often with little. Tell me \
     in a sentence what your case is like, and I will tell you what I would do.\n\n\
     [me]",
)];

pub(super) const CONTACT: &[PlaySpec] = &[
    message(
        "First answer",
        "Hello [name],\n\n\
         Thank you for writing. Here is a short guide that helps with [problem] right away, whether you \
         buy anything or not. What would you like to be able to do?\n\n\
         [me]",
    ),
    objection(
        topic::TRUST,
        "Is this advertising?",
        "Say who you are and why you write. Help first, and stop at once when they ask you to.",
    ),
];

pub(super) const QUALIFY: &[PlaySpec] = &[
    message(
        "Two questions before you come",
        "Hello [name],\n\n\
         So that I can show you the right thing: what do you want to use it for, and about how much \
         would you like to spend? If somebody at home decides with you, do bring them along.\n\n\
         [me]",
    ),
    objection(
        topic::AUTHORITY,
        "I have to talk about it at home first.",
        "Of course. Ask what will matter at home, and give them something to show: a picture, a price, \
         a page.",
    ),
];

pub(super) const PRESENT: &[PlaySpec] = &[
    message(
        "Confirming the appointment",
        "Hello [name],\n\n\
         I look forward to showing you [product]. Bring along what you want to do with it; you can try \
         it yourself, and there is time for every question.\n\n\
         [me]",
    ),
    outline(
        "Showing it in ten minutes",
        "Introduce yourself and ask for their name\n\
         Raise the problem: what bothers them today?\n\
         Offer the solution: let them try that one thing\n\
         Support it with data: reviews, the guarantee, how many use it\n\
         Sum up: what it does for them, and the price\n\
         Questions; then ask whether they would like it",
    ),
    objection(
        topic::COMPETITOR,
        "I have seen it cheaper elsewhere.",
        "Ask whether it is the same with delivery, help and the right to give it back. If it is, say \
         so. If not, show the difference.",
    ),
];

pub(super) const OVERCOME_OBJECTIONS: &[PlaySpec] = &[
    message(
        "To somebody who is thinking it over",
        "Hello [name],\n\n\
         You wanted to think about [product] in peace; that is a good idea. Is there a question that I \
         can answer meanwhile? And so that you know: you can give it back if it is not right for you.\n\n\
         [me]",
    ),
    objection(
        topic::PRICE,
        "That is too much money for me.",
        "Show what they get for it and how long it lasts. Is there a smaller one that does what they \
         want? Then that is the right one.",
    ),
    objection(
        topic::TRUST,
        "What if I do not like it?",
        "Say plainly how it is given back, within what time, and who helps. Show what other buyers \
         wrote, the bad with the good.",
    ),
    objection(
        topic::COMPETITOR,
        "The other brand has better reviews.",
        "Ask what matters most to them, and compare on that alone. Say where the other one is better.",
    ),
    objection(
        topic::MISSING,
        "Can it do this, too?",
        "If it can, show it. If it cannot, say so, and ask how often they would need it.",
    ),
    objection(
        topic::URGENCY,
        "I would like to think about it.",
        "Do, by all means. Ask what the thinking is about; that is the real doubt. Agree on when you \
         may ask again.",
    ),
    objection(
        topic::AUTHORITY,
        "My partner has to like it, too.",
        "Offer to show it to both, at a time that suits them, and give them a picture and the price for \
         tonight.",
    ),
];

pub(super) const CLOSE: &[PlaySpec] = &[
    message(
        "Your order",
        "Hello [name],\n\n\
         Here is everything on one page: [product], [value] in all, nothing is added later. If you say \
         yes, I will see to it that you have it soon.\n\n\
         [me]",
    ),
    message(
        "A while after the purchase",
        "Hello [name],\n\n\
         How are you getting on with [product]? If something is not as it should be, write to me. And \
         if you like it: whom do you know who could use it, too?\n\n\
         [me]",
    ),
    ASSUMPTIVE,
    SUMMARY,
    close(
        "Limited-time offer",
        "A lower price for a few days helps somebody who has decided already and only puts off the \
         order. Be honest: the price must really go up afterwards, and nobody may be rushed into \
         something that they cannot afford.",
    ),
];
