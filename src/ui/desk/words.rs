//! The team, and the words that it chooses from: its own lists, or the interface's where it has none.

use leptos::prelude::*;

use super::Desk;
use crate::model::ListKind;

impl Desk {
    /// The names of the team's members. Follows changes of the team.
    pub fn members(self) -> Vec<String> {
        self.structure.track();
        self.with(|session| {
            let people = session.workspace().meta().people.values();
            people.map(|person| person.name.clone()).collect()
        })
    }

    /// The words of a list, in order: the team's if it has its own, else the interface's. Follows changes of the lists.
    pub fn list_words(self, kind: ListKind) -> Vec<String> {
        self.structure.track();
        let own = self.with(|session| session.workspace().meta().lists.get(&kind).cloned());
        own.filter(|words| !words.is_empty()).unwrap_or_else(|| self.default_words(kind))
    }

    /// The interface's words of a list, which apply while the team has none of its own.
    pub fn default_words(self, kind: ListKind) -> Vec<String> {
        let t = self.t();
        let lines = match kind {
            ListKind::LossReasons => t.loss_reasons(),
            ListKind::NurtureReasons => t.nurture_reasons(),
            ListKind::ObjectionKinds => t.objection_kinds(),
            ListKind::SegmentKinds => t.segment_kinds(),
            ListKind::DocumentKinds => t.document_kinds(),
        };
        lines.lines().map(str::to_owned).collect()
    }
}
