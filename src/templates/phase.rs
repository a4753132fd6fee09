//! One phase of a buyer's journey, as data.

use crate::model::{Evidence, Lane};

/// One phase of the buyer's journey in a [`super::Template`] or a [`super::MapTemplate`].
#[derive(Debug, PartialEq, Eq)]
pub struct PhaseSpec {
    /// What the phase is called.
    pub name: &'static str,
    /// How the buyer feels in it, from −2 (very bad) to +2 (very good).
    pub mood: i8,
    /// How the buyer is to feel in it, on the same scale; `None` if nobody said.
    pub aim: Option<i8>,
    /// The names of the steps within it; none if it is one piece.
    pub steps: &'static [&'static str],
    /// The department that answers for it; empty if none does.
    pub owner: &'static str,
    /// The buyer's action that leads to the next phase (method row 21); empty if nobody said.
    pub exit_action: &'static str,
    /// How well all this is known; what a template says is assumed at best.
    pub evidence: Option<Evidence>,
    /// What the lanes say to begin with: each lane at most once, in the order of [`Lane::ALL`]. Empty cells are
    /// left out.
    pub cells: &'static [(Lane, &'static [NoteSpec])],
}

impl PhaseSpec {
    /// A phase of which nothing is known but its name.
    pub(super) const fn bare(name: &'static str) -> PhaseSpec {
        PhaseSpec {
            name,
            mood: 0,
            aim: None,
            steps: &[],
            owner: "",
            exit_action: "",
            evidence: None,
            cells: &[],
        }
    }
}

/// One note in a cell of a [`PhaseSpec`]. Written as `note("Discovery call").by("Phone").moment()`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoteSpec {
    /// What it says.
    pub text: &'static str,
    /// By what channel buyer and seller meet; empty for everything but touchpoints.
    pub channel: &'static str,
    /// The step that it stands in: an index into [`PhaseSpec::steps`], 0 in a phase without steps.
    pub step: usize,
    /// Whether it is a moment of truth.
    pub moment: bool,
}

/// A note with a text and nothing else.
pub(super) const fn note(text: &'static str) -> NoteSpec {
    NoteSpec { text, channel: "", step: 0, moment: false }
}

impl NoteSpec {
    /// The same by a channel.
    pub(super) const fn by(self, channel: &'static str) -> NoteSpec {
        NoteSpec { channel, ..self }
    }

    /// The same in a step of its phase.
    pub(super) const fn in_step(self, step: usize) -> NoteSpec {
        NoteSpec { step, ..self }
    }

    /// The same as a moment of truth.
    pub(super) const fn moment(self) -> NoteSpec {
        NoteSpec { moment: true, ..self }
    }
}
