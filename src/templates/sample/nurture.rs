//! The sample’s deals on the nurture list. Every name is invented.

use super::End::Nurture;
use super::{
    CANNOT_AFFORD, CONTENT, More, NOT_INTERESTED, OWNER, PEOPLE, PROFESSIONAL_NETWORK, SHIFT_PLANNING,
    TIME_RECORDING, Tale, WEBINAR, WRONG_TIME,
};
use crate::model::Question;

/// Three that answered a question with no: one to be called again soon, one overdue, one later.
pub(super) const NURTURE: [Tale; 3] = [
    Tale {
        title: "Rota for the ski school",
        product: SHIFT_PLANNING,
        company: "Hochalm Ski School",
        contact: "Vroni Leitner",
        source: WEBINAR,
        owner: 1,
        value: 8900,
        path: "012",
        end: Nurture { days_ago: 75, back_in: 20, reason: WRONG_TIME },
        notes: "They have no time for it in the season.",
        persona: OWNER,
        segments: ["Central Europe", "Leisure", "Small"],
        pain: "Teachers are assigned at seven in the morning",
        more: &[More::Says(Question::Recognised, Some(false), "Only once the season is over")],
    },
    Tale {
        title: "Planning for two libraries",
        product: SHIFT_PLANNING,
        company: "Quill Street Libraries",
        contact: "Dalia Osman",
        source: CONTENT,
        owner: 3,
        value: 10_500,
        path: "012",
        end: Nurture { days_ago: 130, back_in: -5, reason: CANNOT_AFFORD },
        notes: "The council decides about the money in autumn.",
        persona: PEOPLE,
        segments: ["British Isles", "Leisure", "Small"],
        pain: "Evening hours have to be cancelled",
        more: &[
            More::Says(Question::Interested, Some(true), "Asked for a second call herself"),
            More::Says(Question::Affordable, Some(false), "No money before the autumn"),
        ],
    },
    Tale {
        title: "Time recording for interpreters",
        product: TIME_RECORDING,
        company: "Lingua Harbour",
        contact: "Mateusz Krol",
        source: PROFESSIONAL_NETWORK,
        owner: 0,
        value: 6700,
        path: "01",
        end: Nurture { days_ago: 40, back_in: 90, reason: NOT_INTERESTED },
        notes: "",
        persona: OWNER,
        segments: ["Nordics", "Services", "Small"],
        pain: "",
        more: &[More::Says(Question::Interested, Some(false), "Perhaps when they are more than ten")],
    },
];
