//! The list of sentences of what is drawn of the map: the mood, the deals that leave, the pictures to take along.

texts! {
    /// Every sentence of what is drawn of the map.
    trait DrawnTexts: Sync;
    words {
        // The mood.
        drawn_aim_add drawn_aim_hide drawn_aim_drop drawn_aim_unsaid
        // The deals that leave.
        drawn_leave drawn_leave_rule drawn_leaving_no_stages drawn_leaving_nobody
    }
    sentences {
        drawn_aim_in(phase: &str)
        drawn_left_of(part: u64, of: u64)
        drawn_leaving_few(came: u64)
        drawn_leaving_most(phase: &str, share: &str, mood: i8, before: Option<i8>)
    }
}
