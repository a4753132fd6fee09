//! The list of sentences of the parts that every view shares.

texts! {
    /// Every sentence of the parts.
    trait PartsTexts: Sync;
    words {
        reorder_hint to_the_top one_up one_down to_the_bottom to_the_start one_back one_on to_the_end
        part_coming part_failed part_again part_reload
    }
    sentences {
        reorder_handle(name: &str)
        reorder_lifted(name: &str, place: usize, of: usize)
        reorder_over(place: usize, of: usize)
        reordered(name: &str, place: usize, of: usize)
        number_between(min: i64, max: i64)
        field_full(longest: u64)
    }
}
