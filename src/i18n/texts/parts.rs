//! The list of sentences of the parts that every view shares.

texts! {
    /// Every sentence of the parts.
    trait PartsTexts: Sync;
    words {
    }
    sentences {
        number_between(min: i64, max: i64)
    }
}
