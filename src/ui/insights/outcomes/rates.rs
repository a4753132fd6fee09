//! The win rate by source, owner, size and segment.

use leptos::prelude::*;

use super::super::parts::Pen;
use super::super::use_insights;
use super::ranking::{Ranked, Ranking};
use super::{ENOUGH, word_or};
use crate::chart::{Fill, Ink, Part, Row, RowChart, Words};
use crate::metrics::{
    Cut, Figure, OutcomesFigure, Rate, Slice, Sliced, outcomes, segment_kinds, sliced, wilson,
};
use crate::model::OutcomeKind;
use crate::ui::parts::Choice;

/// From how many closed deals on a slice's rate says something beside the others.
const SLICE: u64 = 5;

/// By what a card cuts the deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rated {
    /// By source.
    Source,
    /// By owner.
    Owner,
    /// By value.
    Size,
}

/// The slices, and the rate of all of them.
#[derive(Debug, Clone, PartialEq)]
struct Report {
    rows: Vec<Sliced>,
    all: Rate,
}

/// The win rate by one of these.
#[component]
pub fn RateBy(key: &'static str, rated: Rated) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let (cut, word, rule) = match rated {
        Rated::Source => (Cut::Source, t.outcomes_source(), t.outcomes_rate_rule()),
        Rated::Owner => (Cut::Owner, t.outcomes_owner(), t.outcomes_rate_rule()),
        Rated::Size => (Cut::Size, t.outcomes_size(), t.outcomes_size_rule()),
    };
    let report = insights
        .report(move |census| Report { rows: sliced(census, &cut), all: outcomes(census).win_rate() });
    let ranked = Memo::new(move |_| {
        let pen = insights.pen();
        report.with(|report| report.as_ref().map(|report| rates(&pen, report, word, rule)))
    });
    let empty = t.outcomes_none_closed();
    view! { <Ranking key name=t.outcomes_by_cut(word) rule empty ranked /> }
}

/// The win rate by a kind of segment, which can be chosen.
#[component]
pub fn RateBySegment() -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let kinds = insights.report(segment_kinds);
    let chosen = RwSignal::new(None::<String>);
    let kind = Memo::new(move |_| {
        let kinds = kinds.get().unwrap_or_default();
        chosen.get().filter(|kind| kinds.contains(kind)).or_else(|| kinds.first().cloned())
    });
    let rule = t.outcomes_rate_rule();
    let report = insights.report(move |census| {
        let rows = kind.get().map(|kind| sliced(census, &Cut::Segment(kind))).unwrap_or_default();
        Report { rows, all: outcomes(census).win_rate() }
    });
    let ranked = Memo::new(move |_| {
        let pen = insights.pen();
        let word = kind.get().unwrap_or_else(|| t.outcomes_segment().to_owned());
        report.with(|report| report.as_ref().map(|report| rates(&pen, report, &word, rule)))
    });
    let offers = Signal::derive(move || {
        let kinds = kinds.get().unwrap_or_default();
        kinds.into_iter().map(|kind| (kind.clone(), kind)).collect::<Vec<_>>()
    });
    let several = Memo::new(move |_| offers.with(|offers| offers.len() > 1));
    let choose = Callback::new(move |kind: String| {
        chosen.set(Some(kind));
        true
    });
    let value = Signal::derive(move || kind.get().unwrap_or_default());
    let tools = ViewFn::from(move || {
        view! {
            <Show when=move || several.get()>
                <Choice name="segment-kind" label=t.outcomes_segment_kind() offers value on_choose=choose />
            </Show>
        }
    });
    let name = Signal::derive(move || {
        t.outcomes_by_cut(&kind.get().unwrap_or_else(|| t.outcomes_segment().to_owned()))
    });
    let empty = t.outcomes_segment_empty();
    view! { <Ranking key="rate-segment" name rule empty ranked tools /> }
}

/// What a slice is called.
fn name(pen: &Pen, slice: &Slice) -> String {
    let t = pen.t;
    match slice {
        Slice::Source(source) => word_or(source, t.outcomes_no_source()),
        Slice::Owner(owner) => word_or(owner, t.outcomes_no_owner()),
        Slice::Segment(_, value) => word_or(value, t.outcomes_no_segment()),
        Slice::Size(0, None) => t.outcomes_size_any().to_owned(),
        Slice::Size(0, Some(1)) => t.outcomes_size_none().to_owned(),
        Slice::Size(0 | 1, Some(to)) => t.outcomes_size_under(&pen.money_short(*to)),
        Slice::Size(from, None) => t.outcomes_size_from(&pen.money_short(*from)),
        Slice::Size(from, Some(to)) => {
            t.outcomes_size_between(&pen.money_short(*from), &pen.money_short(*to))
        }
    }
}

fn rates(pen: &Pen, report: &Report, word: &str, rule: &str) -> Ranked {
    let t = pen.t;
    let Report { rows, all } = report;
    let share =
        |rate: Rate| rate.value().map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share));
    let row = |row: &Sliced| {
        let rate = row.win_rate();
        let few = row.closed() < SLICE;
        Row {
            name: name(pen, &row.slice),
            parts: vec![Part { value: rate.value().unwrap_or(0.0), fill: Fill::Ink(Ink::Won), soft: few }],
            mark: all.value(),
            whisker: wilson(rate),
            text: t.outcomes_rate_text(&share(rate), &pen.count(rate.part), &pen.count(rate.of)),
            cells: vec![
                pen.share(rate.value()),
                pen.count(row.won.count),
                pen.count(row.lost.count),
                pen.money(row.won.value),
            ],
            ..Row::default()
        }
    };
    let ways = rows.iter().map(|row| {
        let of = |kind| Some(Figure::Outcomes(OutcomesFigure::Of(row.slice.clone(), kind)));
        vec![of(None), of(Some(OutcomeKind::Won)), of(Some(OutcomeKind::Lost)), of(Some(OutcomeKind::Won))]
    });
    let title = finding(pen, report, word);
    let heads = [
        t.outcomes_head_slice(),
        t.outcomes_head_rate(),
        t.outcomes_head_won(),
        t.outcomes_head_lost(),
        t.outcomes_head_won_value(),
    ];
    let words = Words {
        title: title.clone(),
        description: rule.to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    let ways = ways.collect();
    Ranked { title, chart: RowChart { words, rows: rows.iter().map(row).collect(), most: Some(1.0) }, ways }
}

/// Who wins most and least often, of those that have closed enough.
fn finding(pen: &Pen, report: &Report, word: &str) -> String {
    let t = pen.t;
    let whole =
        |rate: Rate| rate.value().map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share));
    let told = |row: &Sliced| {
        let rate = row.win_rate();
        t.outcomes_rate_text(&whole(rate), &pen.count(rate.part), &pen.count(rate.of))
    };
    let enough = || report.rows.iter().filter(|row| row.closed() >= SLICE);
    // Two shares compared without dividing.
    let order = |a: &Sliced, b: &Sliced| {
        let (a, b) = (a.win_rate(), b.win_rate());
        (a.part * b.of).cmp(&(b.part * a.of))
    };
    let best = enough().max_by(|a, b| order(a, b));
    let worst = enough().min_by(|a, b| order(a, b));
    let (Some(best), Some(worst)) = (best, worst) else { return t.outcomes_rate_few(word) };
    if report.all.of < ENOUGH || enough().count() < 2 {
        return t.outcomes_rate_few(word);
    }
    let alone = |row: &Sliced| enough().filter(|other| order(other, row).is_eq()).count() == 1;
    let (first, last) = (name(pen, &best.slice), name(pen, &worst.slice));
    let all = whole(report.all);
    match (alone(best), alone(worst)) {
        _ if order(best, worst).is_eq() => t.outcomes_rate_even(word, &whole(best.win_rate())),
        (true, true) => t.outcomes_rate_title(&first, &told(best), &last, &told(worst)),
        (true, false) => t.outcomes_rate_best(&first, &told(best), &all),
        (false, true) => t.outcomes_rate_worst(&last, &told(worst), &all),
        (false, false) => t.outcomes_rate_between(word, &whole(worst.win_rate()), &whole(best.win_rate())),
    }
}
