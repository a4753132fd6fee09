//! The list of sentences of the drawing of the process.

texts! {
    /// Every sentence of the drawing.
    trait DiagramTexts: Sync;
    words {
        diagram_title diagram_rule diagram_rule_even drawn_as drawn_path drawn_diamond print_page drawing drawing_hint
        base_home base_first base_second base_third
        deals_on_ways no_deals_here
    }
    sentences {
        numbered_stage(number: usize, name: &str)
        way_name(number: usize, name: &str, deals: u64, value: &str)
        met_on_average(share: &str)
        met_in_short(share: &str)
        criteria_met(met: usize, of: usize)
        more_marks(count: usize)
        more_marks_name(count: usize, stage: &str)
        usually_days(days: u16)
        go_on(share: &str)
        home_won(deals: u64)
        show_more_deals(count: usize)
    }
}
