//! What one says and writes in each stage of the template “Seven-step process” (method row 46).

use crate::templates::PlaySpec;
use crate::templates::plays::{
    ASSUMPTIVE, COMPETITOR, LIMITED, MISSING, NOT_ALONE, NOT_NOW, PRICE, SUMMARY, TRUST, message, objection,
    outline, topic,
};

pub(super) const PROSPECTING: &[PlaySpec] = &[
    message(
        "First message",
        "Hello [name],\n\n\
         Many companies like [company] have trouble with [problem]. I have gathered what helped others \
         and would be glad to share it.\n\n\
         Are fifteen minutes next week of use to you? If not, a short no is fine too.\n\n\
         [me]",
    ),
    message(
        "Invitation to a webinar or an event",
        "Hello [name],\n\n\
         We are showing how others deal with [problem]: half an hour, with time for questions. May I \
         send you an invitation?\n\n\
         [me]",
    ),
    objection(
        topic::URGENCY,
        "Just send me some information.",
        "Gladly. Ask one question first, so that you send the right thing: what would have to happen \
         for this to matter? Then agree on a day when you will call.",
    ),
];

pub(super) const QUALIFICATION: &[PlaySpec] = &[
    message(
        "Questions before the first talk",
        "Hello [name],\n\n\
         Thank you for your reply. Four questions, so that our talk is worth your time:\n\n\
         – What should be better than today, and what does [problem] cost you?\n\
         – Who else will want to have a say?\n\
         – By when do you need it?\n\
         – Is there a budget, or does it have to be found first?\n\n\
         [me]",
    ),
    message(
        "A friendly “not now”",
        "Hello [name],\n\n\
         Thank you for being open. It seems that this is not the right moment, and I will not take up \
         your time. I will ask again in a few months; should anything change at [company] before then, \
         one line is enough.\n\n\
         [me]",
    ),
    objection(
        topic::AUTHORITY,
        "I would have to ask my boss first.",
        "Of course. Ask what the boss will want to know, offer to explain it together, and give them \
         one page to take along.",
    ),
    objection(
        topic::PRICE,
        "We have no budget for this.",
        "Ask what the problem costs today. If that is more than our price, ask when the next budget is \
         made and by whom. If it is less, it does not fit: nurture list.",
    ),
];

pub(super) const RESEARCH: &[PlaySpec] = &[
    message(
        "Questions to prepare the demonstration",
        "Hello [name],\n\n\
         I would like to show you your own case and not a general tour. Could you tell me in a few \
         lines\n\n\
         – how you do it today,\n\
         – where [problem] troubles you most,\n\
         – and how you would notice that it is solved?\n\n\
         [me]",
    ),
    objection(
        topic::COMPETITOR,
        "We already have something for this.",
        "Ask what they like about it and what they would change. If there is nothing, let it be. If \
         there is something, show exactly that in the demonstration.",
    ),
];

pub(super) const DEMONSTRATION: &[PlaySpec] = &[
    message(
        "Confirming the demonstration",
        "Hello [name],\n\n\
         As agreed I will show you [product] with your own case: [problem]. It takes forty minutes, \
         half of them for questions. Please bring whoever will work with it and whoever decides.\n\n\
         [me]",
    ),
    message(
        "After the demonstration",
        "Hello [name],\n\n\
         Thank you for your time today. You want to be rid of [problem], and you have seen how \
         [product] does that. You will have the answers to your open questions within two days.\n\n\
         What would you like to do next?\n\n\
         [me]",
    ),
    outline(
        "A demonstration in six steps",
        "Introduce: who you are, and who they are\n\
         Raise the problem, in their words; ask whether that is still right\n\
         Offer the solution: show it in their own case\n\
         Support it with data: figures, and a customer in a similar case\n\
         Sum up in three sentences\n\
         Questions; then agree on the next step and its date",
    ),
    objection(
        topic::MISSING,
        "It cannot do this one thing.",
        "Ask what they need it for. Often there is another way to the same end: show it. If not, say \
         so, ask the product people, and promise nothing.",
    ),
];

pub(super) const OBJECTION_HANDLING: &[PlaySpec] = &[
    message(
        "Following up a doubt",
        "Hello [name],\n\n\
         Thank you for saying openly what holds you back. I have talked about it with our team. Could \
         we speak for ten minutes this week? I will show you how another customer dealt with the same \
         point, and you tell me whether that is enough.\n\n\
         [me]",
    ),
    PRICE,
    TRUST,
    COMPETITOR,
    MISSING,
    NOT_NOW,
    NOT_ALONE,
];

pub(super) const CLOSING: &[PlaySpec] = &[
    message(
        "Sending the quote",
        "Hello [name],\n\n\
         Here is our offer for “[deal]”: [product] for [value], everything included. It is meant to \
         free you from [problem]; please check that nothing is missing.\n\n\
         We spoke of [expected close] as the day of your decision. What do you need from me until then?\n\n\
         [me]",
    ),
    message(
        "Welcome after the signature",
        "Hello [name],\n\n\
         Thank you for your trust. Our support team will write to you in the next days and help you \
         begin. In a month I will ask how it goes; if something does not go well before then, please \
         tell me at once.\n\n\
         [me]",
    ),
    ASSUMPTIVE,
    SUMMARY,
    LIMITED,
];
