//! Search among deals that are at hand, by the same words as the board's.

use leptos::prelude::*;

use super::{Desk, Inner, searched};
use crate::model::{Deal, DealId};

impl Desk {
    /// Keeps of some deals those that have every word of a search.
    pub fn keep_found(self, deals: &mut Vec<DealId>, search: &str) {
        let needle = search.trim().to_lowercase();
        if needle.is_empty() {
            return;
        }
        self.inner.try_update_value(|inner| {
            let Inner { session, hay, .. } = inner;
            deals.retain(|id| {
                session.workspace().get::<Deal>(*id).is_some_and(|deal| {
                    let hay = hay.entry(*id).or_insert_with(|| searched(deal));
                    needle.split_whitespace().all(|word| hay.contains(word))
                })
            });
        });
    }
}
