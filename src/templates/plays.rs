//! How the plays of a playbook are written down, and those that several templates share.

use super::PlaySpec;
use crate::model::PlayKind;

/// The kinds of objection (method row 3), as the plays name them.
pub(super) mod topic {
    pub const PRICE: &str = "Price";
    pub const TRUST: &str = "Trust";
    pub const COMPETITOR: &str = "Comparison with a competitor";
    pub const MISSING: &str = "Missing requirement";
    pub const URGENCY: &str = "No urgency";
    pub const AUTHORITY: &str = "No authority";
}

/// A message to the buyer: what it is for, and its text with placeholders.
pub(super) const fn message(title: &'static str, text: &'static str) -> PlaySpec {
    PlaySpec { kind: PlayKind::Message, title, topic: "", text }
}

/// An objection: its kind, the buyer’s words, and how to answer.
pub(super) const fn objection(topic: &'static str, title: &'static str, text: &'static str) -> PlaySpec {
    PlaySpec { kind: PlayKind::Objection, title, topic, text }
}

/// The outline of a presentation: a heading, and its points, one a line.
pub(super) const fn outline(title: &'static str, text: &'static str) -> PlaySpec {
    PlaySpec { kind: PlayKind::Outline, title, topic: "", text }
}

/// A way to close: its name, and how it is done.
pub(super) const fn close(title: &'static str, text: &'static str) -> PlaySpec {
    PlaySpec { kind: PlayKind::Close, title, topic: "", text }
}

pub(super) const PRICE: PlaySpec = objection(
    topic::PRICE,
    "It is too expensive.",
    "Ask: compared with what? Put the price beside what the problem costs them in a year, and say what \
     they get for the money. Leave something out before you give a discount.",
);

pub(super) const TRUST: PlaySpec = objection(
    topic::TRUST,
    "How do we know that it will work for us?",
    "A fair question. Offer a customer in a similar case whom they can call, suggest a small start, and \
     say by name who will look after them.",
);

pub(super) const COMPETITOR: PlaySpec = objection(
    topic::COMPETITOR,
    "Somebody else offers the same for less.",
    "Never run the other one down. Ask what matters most to them, put both side by side on those \
     points, and say openly where the other is better.",
);

pub(super) const MISSING: PlaySpec = objection(
    topic::MISSING,
    "It lacks something that we need.",
    "Ask what they need it for and how often. Show another way to the same end if there is one. If \
     there is none, say so, promise nothing, and ask whether the rest is worth it without.",
);

pub(super) const NOT_NOW: PlaySpec = objection(
    topic::URGENCY,
    "Not now. Perhaps next year.",
    "Ask what will be different then, and work out together what waiting costs until then. If their \
     reason is good, agree on a day, note it and keep it.",
);

pub(super) const NOT_ALONE: PlaySpec = objection(
    topic::AUTHORITY,
    "I cannot decide this on my own.",
    "Ask who else decides, what each of them will worry about, and how the last such purchase came \
     about. Offer to explain it to them together.",
);

pub(super) const ASSUMPTIVE: PlaySpec = close(
    "Assumptive close",
    "Speak as if the yes had been given: about the first day, about who begins, about the date. Do it \
     only when they have shown that they want it; before that it feels like pushing.",
);

pub(super) const SUMMARY: PlaySpec = close(
    "Summary offer",
    "Sum up what they told you they need, say beside each need what they get, name the price once, and \
     ask: shall we do it like this?",
);

pub(super) const LIMITED: PlaySpec = close(
    "Limited-time offer",
    "A better price until a certain day helps somebody who wants it and keeps putting it off. Be \
     honest: have a true reason, and let the day really be the last. Whoever renews the offer a week \
     later is not believed again.",
);
