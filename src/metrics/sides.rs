//! Two stretches of days that are compared: now and before, or before and after a change.

use super::choice::{Back, Stretch};
use super::span::TimeSpan;
use crate::model::{Day, Term, Zone};

/// Two stretches of days, each from its first up to, without, its second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sides {
    /// The earlier one.
    pub then: (Day, Day),
    /// The later one.
    pub now: (Day, Day),
}

fn later(day: Day, by: i64) -> Option<Day> {
    Day::from_number(day.number() + by)
}

impl Sides {
    /// The chosen stretch as far as it has passed, today included, and the same days so much earlier. Where the stretch has no start it is the
    /// seven days, or the month, quarter or year so far, that end with it. `None` if all of it is still to come.
    pub fn back(stretch: Stretch, back: Back, today: Day) -> Option<Sides> {
        let tomorrow = later(today, 1)?;
        let (from, to) = stretch.days(today);
        let end = to.map_or(tomorrow, |to| to.min(tomorrow));
        let last = later(end, -1)?;
        let start = match (from, back) {
            (Some(from), _) => from,
            (None, Back::Week) => later(end, -7)?,
            (None, Back::Month) => last.month().first_day()?,
            (None, Back::Quarter) => Term::quarter_of(last.month()).first_day()?,
            (None, Back::Year) => Day::new(last.month().year, 1, 1)?,
        };
        if start >= end {
            return None;
        }
        let then = back.from(start)?;
        // A stretch of whole months stays one, and one that begins with a month ends on the same day of its own; any other is as long.
        let then_end = match (start.parts().2 == 1, end.parts().2 == 1) {
            (true, true) => back.from(end)?,
            (true, false) => later(back.from(last)?, 1)?,
            (false, _) => later(then, end.days_since(start))?,
        };
        Some(Sides { then: (then, then_end), now: (start, end) })
    }

    /// The days from a day on, as many as have passed with today but no more than `most`, and as many before it. `None` if none has passed.
    pub fn around(day: Day, most: u16, today: Day) -> Option<Sides> {
        let passed = (today.days_since(day) + 1).min(i64::from(most));
        if passed < 1 {
            return None;
        }
        Some(Sides { then: (later(day, -passed)?, day), now: (day, later(day, passed)?) })
    }

    /// Whether the two have days in common.
    pub fn overlap(&self) -> bool {
        self.then.1 > self.now.0
    }

    /// Both as time: first the earlier.
    pub fn spans(&self, zone: &Zone) -> [TimeSpan; 2] {
        [self.then, self.now].map(|(from, to)| TimeSpan::days(Some(from), Some(to), zone))
    }
}

/// As time the days that a stretch holds.
pub fn span_of(stretch: Stretch, today: Day, zone: &Zone) -> TimeSpan {
    let (from, to) = stretch.days(today);
    TimeSpan::days(from, to, zone)
}
