//! What is written reads back exactly, and what is damaged is refused or sound, never a panic.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use stageline::exchange::document::{read, read_parts, write, write_deals, write_rest};
use stageline::model::*;

use crate::world::{ask, small};

fn some_workspace() -> impl Strategy<Value = Workspace> {
    vec(ask(), 0..30).prop_map(|asks| {
        let mut workspace = small();
        for (command, now) in asks {
            // Refused ones change nothing, which is a law of its own.
            let _ = apply(&mut workspace, command, now);
        }
        workspace
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_document_reads_back_exactly(workspace in some_workspace(), part in 1usize..5) {
        let text = write(&workspace);
        let back = read(&text);
        prop_assert_eq!(back.as_ref(), Ok(&workspace));
        prop_assert_eq!(back.map(|again| write(&again)), Ok(text));

        let deals: Vec<&Arc<Deal>> = workspace.all::<Deal>().values().collect();
        let parts: Vec<String> = deals.chunks(part).map(write_deals).collect();
        let packed = read_parts(&write_rest(&workspace), parts.iter().map(String::as_str));
        prop_assert_eq!(packed, Ok(workspace));
    }

    #[test]
    fn a_damaged_document_is_refused_or_sound(
        workspace in some_workspace(), damage in vec((any::<Index>(), any::<char>()), 1..4), cut in any::<Index>(),
    ) {
        let text = write(&workspace);
        let chars: Vec<char> = text.chars().collect();
        let short: String = chars.iter().take(cut.index(chars.len())).collect();
        prop_assert!(read(&short).is_err() || short.trim() == text.trim(), "half a document was read");

        let mut other = chars;
        for (at, with) in damage {
            let at = at.index(other.len());
            other[at] = with;
        }
        if let Ok(read) = read(&other.into_iter().collect::<String>()) {
            // A weight that was hit opens all the same: the process view shows the sum and balances it.
            let breaches: Vec<Breach> = check(&read).into_iter().filter(|b| !matches!(b, Breach::Weights(_))).collect();
            prop_assert_eq!(breaches, vec![]);
        }
    }
}
