//! What the vault sees of a desk.

use std::rc::Rc;

use leptos::prelude::*;

use super::Desk;
use crate::browser::vault::{SaveState, Source};
use crate::exchange::Entry;
use crate::model::{Deal, Workspace, WorkspaceId};

/// What the vault sees of a desk.
pub struct DeskSource(pub Desk);

impl Source for DeskSource {
    fn workspace(&self) -> Workspace {
        self.0.with(|session| session.workspace().clone())
    }
    fn size(&self) -> (WorkspaceId, usize) {
        self.0.with(|session| (session.workspace().meta().id, session.workspace().all::<Deal>().len()))
    }
    fn knows(&self, id: &str) -> bool {
        self.0.with(|session| session.knows(id))
    }
    fn take_in(&self, entries: Vec<Entry>) {
        self.0.take_in(entries);
    }
    fn save_state(&self, state: SaveState) {
        if self.0.save_state.try_get_untracked().is_some_and(|old| old != state) {
            self.0.save_state.set(state);
        }
    }
}

impl DeskSource {
    /// For the vault.
    pub fn shared(desk: Desk) -> Rc<dyn Source> {
        Rc::new(DeskSource(desk))
    }
}
