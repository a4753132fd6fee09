//! Figures of one stretch of days beside those of another.

use super::team::{counted, day, team};
use super::*;
use crate::model::ActivityKind;

#[test]
fn a_stretch_is_compared_with_as_many_days_before() {
    let today = day("2026-11-22");
    let sides = |stretch, back| {
        let found = Sides::back(stretch, back, today).expect("days");
        let text = |(from, to): (Day, Day)| format!("{from}/{to}");
        (text(found.then), text(found.now))
    };
    let pair = |then: &str, now: &str| (then.to_owned(), now.to_owned());
    assert_eq!(sides(Stretch::Always, Back::Week), pair("2026-11-09/2026-11-16", "2026-11-16/2026-11-23"));
    assert_eq!(sides(Stretch::Always, Back::Month), pair("2026-10-01/2026-10-23", "2026-11-01/2026-11-23"));
    assert_eq!(sides(Stretch::Always, Back::Quarter), pair("2026-07-01/2026-08-23", "2026-10-01/2026-11-23"));
    assert_eq!(sides(Stretch::Always, Back::Year), pair("2025-01-01/2025-11-23", "2026-01-01/2026-11-23"));
    assert_eq!(
        sides(Stretch::LastMonth, Back::Month),
        pair("2026-09-01/2026-10-01", "2026-10-01/2026-11-01")
    );
    assert_eq!(sides(Stretch::ThisMonth, Back::Year), pair("2025-11-01/2025-11-23", "2026-11-01/2026-11-23"));
    assert_eq!(
        sides(Stretch::LastQuarter, Back::Year),
        pair("2025-07-01/2025-10-01", "2026-07-01/2026-10-01")
    );
    assert_eq!(
        sides(Stretch::Between(None, Some(day("2026-05-31"))), Back::Month),
        pair("2026-04-01/2026-05-01", "2026-05-01/2026-06-01")
    );
    // Days that begin with no month are as many, however long the months are.
    for (on, back, then) in [
        ("2026-03-31", Back::Month, "2026-02-25/2026-03-04"),
        ("2026-03-03", Back::Month, "2026-01-25/2026-02-01"),
        ("2026-05-31", Back::Quarter, "2026-02-25/2026-03-04"),
    ] {
        let found = Sides::back(Stretch::Week, back, day(on)).expect("days");
        assert_eq!(format!("{}/{}", found.then.0, found.then.1), then, "{on}");
    }
    let ahead = Stretch::Between(Some(day("2027-01-01")), None);
    assert_eq!(Sides::back(ahead, Back::Month, today), None);
    let both = Sides::back(Stretch::TwelveMonths, Back::Month, today).expect("days");
    assert!(both.overlap() && !Sides::back(Stretch::ThisMonth, Back::Month, today).expect("days").overlap());
}

#[test]
fn method_row_12_as_many_days_before_a_change_as_after_it() {
    let today = day("2026-11-22");
    let around = |on: &str| {
        let found = Sides::around(day(on), 90, today)?;
        let long = |(from, to): (Day, Day)| to.days_since(from);
        assert_eq!(long(found.then), long(found.now));
        assert_eq!((found.then.1, found.now.0), (day(on), day(on)));
        Some(long(found.now))
    };
    assert_eq!([around("2026-11-13"), around("2026-01-01")], [Some(10), Some(90)]);
    assert_eq!([around("2026-11-22"), around("2026-11-23")], [Some(1), None]);
}

pub(super) fn value(found: &[Scalar], key: Key) -> Option<f64> {
    found.iter().find(|scalar| scalar.key == key).expect("a figure").value
}

#[test]
fn method_row_42_any_figure_of_a_stretch_by_its_own_date() {
    let mut scene = team();
    scene.edit(3, DealEdit::Value(900));
    scene.did(1, 1, ActivityKind::Call, "Ben", scene.at(1));
    let census = scene.all();
    let span = |from: &str, to: &str| TimeSpan::days(Some(day(from)), Some(day(to)), &Zone::UTC);
    let january = scalars(&census, span("2026-01-01", "2026-02-01"), None);
    let february = scalars(&census, span("2026-02-01", "2026-03-01"), None);
    let [of_january, of_february] = [&january, &february].map(|found| move |key| value(found, key));
    assert_eq!([of_january(Key::Created), of_february(Key::Created)], [Some(1.0), Some(2.0)]);
    assert_eq!([of_january(Key::Referrals), of_february(Key::Referrals)], [Some(1.0), Some(0.5)]);
    assert_eq!([of_january(Key::WinRate), of_february(Key::WinRate)], [Some(1.0), Some(0.0)]);
    assert_eq!([of_january(Key::MeanWon), of_february(Key::MeanWon)], [Some(1000.0), None]);
    assert_eq!(of_january(Key::MedianCycle), Some(2.0));
    // Of the first stage all went on; of the second the lost one did not, and the open one is still there.
    assert_eq!([of_january(Key::WentOn(0)), of_february(Key::WentOn(0))], [Some(1.0), Some(1.0)]);
    assert_eq!([of_january(Key::WentOn(1)), of_february(Key::WentOn(1))], [Some(1.0), Some(0.0)]);
    assert_eq!(of_february(Key::StageDays(1)), Some(1.0));
    // Of two that came to the first stage in February both came further, of two that came to the second neither did, so far.
    assert_eq!([of_january(Key::Conversion(0)), of_february(Key::Conversion(0))], [Some(1.0), Some(1.0)]);
    assert_eq!([of_january(Key::Conversion(1)), of_february(Key::Conversion(1))], [Some(1.0), Some(0.0)]);
    assert_eq!(of_february(Key::Conversion(2)), None);
    // At the end of February the open one was worth what it was before somebody raised it, at 20 %.
    assert_eq!([of_january(Key::Open), of_february(Key::Open)], [Some(0.0), Some(1.0)]);
    assert_eq!([of_february(Key::OpenValue), of_february(Key::Weighted)], [Some(700.0), Some(140.0)]);
    assert_eq!(value(&scalars(&census, TimeSpan::ALWAYS, None), Key::OpenValue), Some(900.0));
    assert_eq!([of_january(Key::Done(None)), of_february(Key::Done(None))], [Some(1.0), Some(0.0)]);
    let ben = scalars(&census, TimeSpan::ALWAYS, Some("Ben"));
    assert_eq!((value(&ben, Key::Created), value(&ben, Key::Done(None))), (Some(1.0), Some(1.0)));
}

#[test]
fn method_row_42_the_conversion_of_those_that_came_to_a_stage_in_a_month() {
    let mut scene = Scene::new();
    // Of 15 that came to the first stage in January 3 came to the second and 1 jumped over it, all in January; another came on in February.
    for id in 1..=11 {
        let path: &[u64] = match id {
            1..=3 => &[1, 2],
            4 => &[1, 3],
            _ => &[1],
        };
        scene.deal_in(PIPELINE, id, 1, 0, path);
    }
    scene.deal_in(PIPELINE, 12, 1, 26, &[1, 2]); // 31 January and 1 February
    scene.deal_in(PIPELINE, 13, 1, 0, &[1, LOST]);
    scene.deal_in(PIPELINE, 14, 1, 0, &[2, 1]); // came to the first stage from above
    scene.deal_in(PIPELINE, 15, 1, 0, &[1, 2, 1, 2]); // counts once
    let census = scene.all();
    let january = TimeSpan::month(month(2026, 1), &Zone::UTC);
    let found = scalars(&census, january, None);
    let first = found.iter().find(|scalar| scalar.key == Key::Conversion(0)).expect("a figure");
    assert_eq!((first.sample, first.value), (15, Some(5.0 / 15.0)));
    assert_eq!(counted(&census, &first.figure), 15);
}

#[test]
fn what_a_deal_was_worth_in_another_pipeline_is_not_added_up() {
    let mut scene = Scene::new();
    let deal = scene.deal_in(OTHER, 1, 1_000_000, 0, &[1]);
    scene.run(40, Command::TransferDeal { deal, stage: stage(PIPELINE, 2), value: 6_000 });
    let census = scene.all();
    let open = |span| {
        let found = scalars(&census, span, None);
        (value(&found, Key::Open), value(&found, Key::OpenValue))
    };
    assert_eq!(open(TimeSpan::month(month(2026, 1), &Zone::UTC)), (Some(0.0), Some(0.0)));
    assert_eq!(open(TimeSpan::month(month(2026, 2), &Zone::UTC)), (Some(1.0), Some(6_000.0)));
}

#[test]
fn what_became_of_a_figure_and_when_there_is_too_little_to_say() {
    let scalar = |key, value: f64, sample| Scalar {
        key,
        value: Some(value),
        sample,
        figure: TeamFigure::team(Ask::Closed),
    };
    let became = |key, (then, of): (f64, u64), (now, on): (f64, u64)| {
        Compared { then: scalar(key, then, of), now: scalar(key, now, on) }.became()
    };
    assert_eq!(became(Key::WinRate, (0.5, 20), (0.6, 20)), Change::Better);
    assert_eq!(became(Key::WinRate, (0.5, 20), (0.6, 19)), Change::Few);
    assert_eq!(became(Key::MeanCycle, (40.0, 20), (50.0, 20)), Change::Worse);
    assert_eq!(became(Key::MeanCycle, (40.0, 20), (41.0, 20)), Change::Steady);
    assert_eq!(became(Key::StageDays(1), (9.0, 5), (3.0, 5)), Change::Better);
    assert_eq!(became(Key::WentOn(1), (0.5, 20), (1.0, 19)), Change::Few);
    assert_eq!(became(Key::Created, (0.0, 0), (20.0, 20)), Change::Better);
    assert_eq!(became(Key::Created, (9.0, 9), (3.0, 3)), Change::Few);
    assert_eq!(became(Key::Open, (30.0, 30), (20.0, 20)), Change::Less);
    let pair = |key, then, now| Compared { then: scalar(key, then, 30), now: scalar(key, now, 30) };
    let all =
        [pair(Key::WinRate, 0.5, 0.4), pair(Key::Created, 10.0, 30.0), pair(Key::MeanCycle, 40.0, 60.0)];
    assert_eq!(telling(&all, false).map(Compared::key), Some(Key::Created));
    assert_eq!(telling(&all, true).map(Compared::key), Some(Key::MeanCycle));
    assert_eq!(telling(&all[..0], false), None);
}
