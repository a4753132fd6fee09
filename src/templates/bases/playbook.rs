//! What one says and writes in each stage of the template “B2B, with weighted criteria” (method row 46).

use crate::templates::PlaySpec;
use crate::templates::plays::{
    ASSUMPTIVE, LIMITED, NOT_ALONE, SUMMARY, TRUST, message, objection, outline, topic,
};

pub(super) const TO_FIRST_BASE: &[PlaySpec] = &[
    message(
        "Asking for the meeting",
        "Hello [name],\n\n\
         You mentioned [problem]. I would like to understand it properly, with you and those whom it \
         concerns, before I say anything about us. Would an hour suit you? I will send three questions \
         beforehand.\n\n\
         [me]",
    ),
    message(
        "Asking for an introduction",
        "Hello [name],\n\n\
         Thank you for the talk. If I understood you well, somebody else decides about this at \
         [company]. Would you introduce me? I will keep it short and let you know what comes of it.\n\n\
         [me]",
    ),
    objection(
        topic::AUTHORITY,
        "You can talk to me; I will pass it on.",
        "Thank them, and ask what the one who decides will want to know. Offer to come along for ten \
         minutes: then they need not answer for us.",
    ),
    objection(
        topic::TRUST,
        "You all just want to sell.",
        "True, and they may say no at any time. Ask one honest question about their work and listen to \
         the answer before you say a word about us.",
    ),
];

pub(super) const FIRST_TO_SECOND: &[PlaySpec] = &[
    message(
        "Summary of the meeting",
        "Hello [name],\n\n\
         This is how I understood you: [company] has [problem]; it has to be solved because waiting is \
         the dearer way; and we have added up together what it costs in a year. Is that right? Please \
         correct what is not. The next talk builds on it.\n\n\
         [me]",
    ),
    outline(
        "A first meeting that asks",
        "Introduce: why we are here, and how much time there is\n\
         Raise the problem: how does it work today, and where does it hurt?\n\
         What does it cost: in hours, in money, in customers?\n\
         Why now: what happens if nothing changes?\n\
         Sum up, and have every figure confirmed\n\
         Questions; then agree on who has to join the next talk",
    ),
    objection(
        topic::URGENCY,
        "We have lived with it for years.",
        "Ask what that has cost in those years, and what is different today. If nothing is different, \
         there is no compelling reason: do not go on to second base.",
    ),
    objection(
        topic::MISSING,
        "I doubt that you can do this.",
        "Ask what exactly it must do for the need to be met. Check it with the product people before \
         the next talk, and answer with yes or no.",
    ),
];

pub(super) const SECOND_TO_THIRD: &[PlaySpec] = &[
    message(
        "How will it be decided?",
        "Hello [name],\n\n\
         Before I write a proposal I would like to spare us both a detour. Who decides about it and in \
         what order, who releases the money, and by when should it be done? A few lines are enough, or \
         ten minutes on the phone.\n\n\
         [me]",
    ),
    objection(
        topic::PRICE,
        "There is no money for this.",
        "Put the cost of the problem beside it: that money is being spent already. Ask who pays for it \
         today and who could shift it. If nobody can, stay on second base.",
    ),
    objection(
        topic::COMPETITOR,
        "We have to ask for three offers.",
        "Fair enough. Ask what the three will be compared on and who weighs it. Make sure that the cost \
         of the problem is one of the points.",
    ),
];

pub(super) const CONCLUDE: &[PlaySpec] = &[
    message(
        "Invitation to go through the proposal",
        "Hello [name],\n\n\
         The proposal for “[deal]” is ready: [product] for [value], beside what [problem] costs you in \
         a year. There is nothing new in it. I would like to go through it with you and all who decide. \
         When does it suit you?\n\n\
         [me]",
    ),
    outline(
        "Going through the proposal",
        "Introduce: who is here, and what we want to decide today\n\
         Raise the problem once more, with its cost\n\
         Offer the solution, need by need\n\
         Support it with data: their figures, and a customer they can call\n\
         Sum up: what they get, what it costs, when it begins\n\
         Questions; then ask for a yes in principle and the steps to the signature",
    ),
    TRUST,
    NOT_ALONE,
    ASSUMPTIVE,
    SUMMARY,
    LIMITED,
];

pub(super) const SIGN: &[PlaySpec] = &[
    message(
        "The last steps",
        "Hello [name],\n\n\
         We agreed to be done by [expected close]. The contract is with you; from our side nothing is \
         missing. Is there a step at [company] with which I can help?\n\n\
         [me]",
    ),
    message(
        "Welcome after the signature",
        "Hello [name],\n\n\
         Thank you for your trust. This week I will introduce those who will look after you, and in a \
         month I will ask whether [problem] has become less, by the figures that we put down together.\n\n\
         [me]",
    ),
    objection(
        topic::URGENCY,
        "The contract is lying with our lawyers.",
        "Ask who has it, which points are open and by when they will be through. Offer a talk between \
         the two who look after contracts.",
    ),
];
