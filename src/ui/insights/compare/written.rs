//! How a figure and its change are written.

use crate::metrics::{Change, Compared, Group, Key, Ladder, Scalar, Unit};
use crate::ui::insights::parts::{Mark, Pen};

/// A number in its unit.
pub fn number(value: f64, unit: Unit, pen: &Pen) -> String {
    match unit {
        Unit::Count => pen.count(value.round().max(0.0) as u64),
        Unit::Money => pen.money_fit(value as i64),
        Unit::MeanMoney => pen.mean_money(value),
        Unit::Share => pen.share(Some(value)),
        Unit::Days => pen.days(Some(value)),
    }
}

/// A figure's number, or that there is none.
pub fn written(scalar: &Scalar, pen: &Pen) -> String {
    scalar.value.map_or_else(|| pen.none(), |value| number(value, scalar.key.unit(), pen))
}

/// What a figure rests on, where its number does not say it.
pub fn sample(scalar: &Scalar, pen: &Pen) -> String {
    if scalar.key.is_sum() || scalar.value.is_none() {
        String::new()
    } else {
        pen.t.compare_sample(&pen.count(scalar.sample))
    }
}

/// By how much a figure changed: in its unit, and where that is no share also of what it was.
pub fn change(compared: &Compared, pen: &Pen) -> String {
    let Some(by) = compared.change() else { return pen.none() };
    let unit = compared.key().unit();
    if unit == Unit::Share {
        return pen.t.compare_points(&pen.signed(by * 100.0, |points| pen.formats.decimal(points)));
    }
    let absolute = pen.signed(by, |by| number(by, unit, pen));
    match compared.relative().filter(|_| by != 0.0) {
        Some(share) => {
            pen.t.compare_change(&absolute, &pen.signed(share, |share| pen.formats.percent_whole(share)))
        }
        None => absolute,
    }
}

/// How what became of a figure is meant.
pub fn mark(change: Change) -> Mark {
    match change {
        Change::Better => Mark::Good,
        Change::Worse => Mark::Bad,
        Change::More | Change::Less | Change::Steady | Change::Few => Mark::Plain,
    }
}

/// What a figure is called below the head of its group.
pub fn called(key: Key, ladder: &Ladder, pen: &Pen) -> String {
    let stage = match key {
        Key::Conversion(rung) | Key::WentOn(rung) | Key::StageDays(rung) => {
            ladder.place(rung).map(|place| place.name.clone())
        }
        _ => None,
    };
    pen.t.compare_key(key, stage.as_deref().unwrap_or_default())
}

/// What a figure is called where its group is not said.
pub fn called_in_full(key: Key, ladder: &Ladder, pen: &Pen) -> String {
    let name = called(key, ladder, pen);
    match key.group() {
        group @ (Group::Conversions | Group::Steps | Group::Times) => {
            pen.t.figure_of(&name, &pen.t.compare_group(group))
        }
        _ => name,
    }
}

/// The figure's name for scripts.
pub fn script_name(key: Key) -> String {
    let name = match key {
        Key::Created => "created",
        Key::Referrals => "referrals",
        Key::Won => "won",
        Key::WonValue => "won-value",
        Key::Lost => "lost",
        Key::WinRate => "win-rate",
        Key::WinRateByValue => "win-rate-value",
        Key::MeanWon => "mean-won",
        Key::MeanCycle => "mean-cycle",
        Key::MedianCycle => "median-cycle",
        Key::Velocity => "velocity",
        Key::Open => "open",
        Key::OpenValue => "open-value",
        Key::Weighted => "weighted",
        Key::Conversion(rung) => return format!("conversion-{rung}"),
        Key::WentOn(rung) => return format!("went-on-{rung}"),
        Key::StageDays(rung) => return format!("stage-days-{rung}"),
        Key::Done(None) => "activities",
        Key::Done(Some(kind)) => return format!("activities-{kind:?}").to_lowercase(),
    };
    name.to_owned()
}
