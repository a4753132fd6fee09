//! What one says and writes in each stage of the template “Buyer’s journey” (method row 46).

use crate::templates::PlaySpec;
use crate::templates::plays::{
    ASSUMPTIVE, COMPETITOR, LIMITED, MISSING, NOT_ALONE, NOT_NOW, PRICE, SUMMARY, TRUST, message, objection,
    outline, topic,
};

pub(super) const AWARENESS: &[PlaySpec] = &[
    message(
        "Explaining the problem",
        "Hello [name],\n\n\
         You asked about [problem]. In most cases one of three things is behind it; this page shows how \
         to tell which. If you would like to talk about yours, I am glad to.\n\n\
         [me]",
    ),
    objection(
        topic::URGENCY,
        "It is not that bad.",
        "Ask how often it happens and what it costs each time. If that is little, leave it; then it is \
         not worth a purchase.",
    ),
];

pub(super) const CONSIDERATION: &[PlaySpec] = &[
    message(
        "After the introductory call",
        "Hello [name],\n\n\
         You told me that [problem] made you call. I would like to show you what [product] does about \
         just that, in half an hour. If repairing what you have is enough, I will tell you so.\n\n\
         [me]",
    ),
    outline(
        "A demonstration in six steps",
        "Introduce: who you are, and who they are\n\
         Raise the problem: the pain point that made them call\n\
         Offer the solution: what changes for them\n\
         Support it with data: figures, reviews, somebody in the same case\n\
         Sum up the ways they have, doing nothing included\n\
         Questions; then ask what they need to decide",
    ),
    COMPETITOR,
    MISSING,
    TRUST,
];

pub(super) const DECISION: &[PlaySpec] = &[
    message(
        "Offer with every cost",
        "Hello [name],\n\n\
         Here is the offer for “[deal]”: [value] in all. Below it you find what [product] costs to keep \
         and who helps when something breaks, because that is asked too late most of the time. You \
         wanted to decide by [expected close]; what is still missing for that?\n\n\
         [me]",
    ),
    message(
        "After the purchase",
        "Hello [name],\n\n\
         You have had [product] for a while. Has [problem] become less? Tell me what goes well and what \
         does not. If you are content, whom should we help next?\n\n\
         [me]",
    ),
    PRICE,
    NOT_NOW,
    NOT_ALONE,
    ASSUMPTIVE,
    SUMMARY,
    LIMITED,
];
