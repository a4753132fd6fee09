//! The list of sentences of the deal: its panel, its dialogs, its card.

texts! {
    /// Every sentence of the deal's panel, dialogs and card.
    trait DealTexts: Sync;
    words {
    }
    sentences {
        // Words to choose from, one a line.
        nurture_reasons()
        objection_kinds()
        segment_kinds()
        document_kinds()
    }
}
