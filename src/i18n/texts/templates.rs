//! The list of sentences of the ready-made maps.

texts! {
    /// Every sentence of the ready-made maps.
    trait TemplatesTexts: Sync;
    words {
        template_maps template_maps_title template_maps_more
    }
    sentences {
        template_map_adds(phases: u64, notes: u64, nothing: bool)
        template_map_done(name: &str, phases: u64, notes: u64)
    }
}
