//! Sentences about nothing and about one thing.

use super::{DrawnTexts, English, MapFiguresTexts, MapTexts, ProcessTexts, TeamTexts};

#[test]
fn a_criterion_that_goes_says_where_its_weight_went() {
    assert_eq!(English.criterion_removed("Budget", 0, true), "Budget removed");
    let shared = English.criterion_removed("Budget", 40, true);
    assert_eq!(shared, "Budget removed; its 40 % went to the other criteria in proportion");
    assert_eq!(
        English.criterion_removed("Budget", 100, false),
        "Budget removed; no criterion weighs anything now"
    );
}

#[test]
fn a_merge_speaks_of_what_there_is() {
    let none = English.merge_more("Offer", "Close", 0);
    assert_eq!(none, "Whoever was in Offer counts as having been in Close. No history is lost.");
    assert!(
        English
            .merge_more("Offer", "Close", 1)
            .starts_with("1 open deal is in Close from now on, and whoever ")
    );
    let along = |counts: [u64; 4]| English.merge_along("Close", counts[0], counts[1], counts[2], counts[3]);
    assert_eq!(along([0; 4]), "Expected days add up.");
    assert_eq!(along([1, 0, 0, 0]), "1 criterion goes along to Close; expected days add up.");
    assert_eq!(
        along([2, 1, 0, 3]),
        "2 criteria, 1 task and 3 items of the playbook go along to Close; expected days add up."
    );
}

#[test]
fn one_is_not_spoken_of_as_many() {
    assert!(English.archive_more(1).starts_with("Its deal stays with it as it is. "));
    assert!(English.archive_more(2).starts_with("Its 2 deals stay with it as they are. "));
    let time = English.mapfig_time_rule(1, "1", "3 days");
    assert_eq!(time, "From coming into the phase to leaving it: 1 visit, over within 3 days");
    assert_eq!(English.mapfind_gap_lost((1, "1"), (1, "1")), "The one lost deal was lost there.");
    assert_eq!(English.mapfind_gap_lost((1, "1"), (4, "4")), "1 of 4 lost deals was lost there.");
    assert_eq!(English.mapfind_gap_lost((2, "2"), (4, "4")), "2 of 4 lost deals were lost there.");
    assert_eq!(English.owner_renamed("Lin", "Wei", 0), "Lin is now Wei");
    assert_eq!(English.owner_renamed("Lin", "Wei", 1), "Lin is now Wei, on 1 deal too");
}

#[test]
fn the_last_step_leaves_its_notes_to_the_phase() {
    let last = English.map_step_removed("Compare", true);
    assert_eq!(last, "Step “Compare” removed; its notes stay with the phase");
    assert!(English.map_step_removed("Compare", false).ends_with("went to the first that is left"));
}

#[test]
fn where_the_largest_share_leaves_is_called_a_share() {
    let said = English.drawn_leaving_most("Decision", "60 %", -1, Some(1));
    assert_eq!(
        said,
        "The largest share of deals leaves in Decision: 60 %, where the mood falls to \u{2212}1."
    );
}
