//! What one says and writes in each stage of the template “Simple pipeline” (method row 46).

use crate::templates::PlaySpec;
use crate::templates::plays::{
    ASSUMPTIVE, COMPETITOR, LIMITED, MISSING, NOT_ALONE, NOT_NOW, PRICE, SUMMARY, TRUST, message, objection,
    outline, topic,
};

pub(super) const CREATED: &[PlaySpec] = &[
    message(
        "First answer to an enquiry",
        "Hello [name],\n\n\
         Thank you for your enquiry. I am the one who looks after it. So that I can prepare: what \
         should be better than today, and who else should be there when we talk? I suggest half an hour \
         this week.\n\n\
         [me]",
    ),
    objection(
        topic::URGENCY,
        "I only wanted to have a look.",
        "That is fine. Ask what made them look just now, and offer something to read. Agree on whether \
         and when you may ask again.",
    ),
];

pub(super) const DEMO_OR_MEETING: &[PlaySpec] = &[
    message(
        "Confirming the meeting",
        "Hello [name],\n\n\
         I look forward to our meeting. I would like to understand [problem] better and show you what \
         we can do about it at [company]. If you want to see something in particular, tell me and I \
         will prepare it.\n\n\
         [me]",
    ),
    outline(
        "A meeting in six steps",
        "Introduce: who is here, and how much time there is\n\
         Raise the problem: let them tell it\n\
         Offer the solution: show what they asked about\n\
         Support it with data: figures, a customer’s story\n\
         Sum up what was said, and check it with them\n\
         Questions; then agree on what the offer should contain",
    ),
    MISSING,
    TRUST,
];

pub(super) const OFFER: &[PlaySpec] = &[
    message(
        "Sending the offer",
        "Hello [name],\n\n\
         Here is our offer for “[deal]”: [product] for [value], with every cost in it. I would like to \
         go through it with you for ten minutes, so that no question stays open. When does it suit you?\n\n\
         [me]",
    ),
    message(
        "Asking after the offer",
        "Hello [name],\n\n\
         A week ago I sent you our offer. Is there something in it that does not fit yet? It helps me \
         most if you say it openly, even if it is a no.\n\n\
         [me]",
    ),
    COMPETITOR,
    NOT_ALONE,
];

pub(super) const NEGOTIATION: &[PlaySpec] = &[
    message(
        "Where we stand",
        "Hello [name],\n\n\
         So that we both know where we stand: agreed are [product] and [value]; we want to be done by \
         [expected close]. Which points are open on your side? I would like to settle them in one talk.\n\n\
         [me]",
    ),
    message(
        "After a no",
        "Hello [name],\n\n\
         Thank you for telling me. May I ask what decided it: the price, the time, something that was \
         missing, another offer? It helps us to get better. If things change, I am here.\n\n\
         [me]",
    ),
    PRICE,
    NOT_NOW,
    ASSUMPTIVE,
    SUMMARY,
    LIMITED,
];
