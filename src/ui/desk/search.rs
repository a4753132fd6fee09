//! Search among deals that are at hand, by the same words on the board and elsewhere.

use std::collections::HashMap;

use leptos::prelude::*;

use super::{Desk, Inner};
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
                session.workspace().get::<Deal>(*id).is_some_and(|deal| has_words(hay, deal, &needle))
            });
        });
    }
}

/// Whether a deal has every word of a search, which is in lower case. What the deal says is kept for the next search.
pub(super) fn has_words(hay: &mut HashMap<DealId, Box<str>>, deal: &Deal, needle: &str) -> bool {
    let hay = hay.entry(deal.id).or_insert_with(|| searched(deal));
    needle.split_whitespace().all(|word| hay.contains(word))
}

/// The text of a deal that search looks into.
fn searched(deal: &Deal) -> Box<str> {
    let fields = [
        &deal.title,
        &deal.company,
        &deal.contact,
        &deal.owner,
        &deal.product,
        &deal.source,
        &deal.reference,
        &deal.notes,
    ];
    let mut line = String::new();
    for field in fields {
        line.push_str(&field.to_lowercase());
        line.push('\n');
    }
    line.into_boxed_str()
}
