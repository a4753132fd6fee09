//! Why deals are lost, and from which stage.

use leptos::prelude::*;

use super::super::parts::Pen;
use super::super::use_insights;
use super::ranking::{Ranked, Ranking};
use super::{ByValue, ENOUGH, whole, word_or};
use crate::chart::{Fill, Part, Row, RowChart, Words};
use crate::metrics::{Census, Figure, Ladder, Losses, OutcomesFigure, Tally, losses, outcomes};
use crate::model::StageId;
use crate::ui::parts::Choice;

#[derive(Debug, Clone, PartialEq)]
struct Report {
    losses: Losses,
    ladder: Ladder,
    closed: u64,
}

impl Report {
    fn of(census: &Census) -> Report {
        let outcomes = outcomes(census);
        let closed = outcomes.won.count + outcomes.lost.count;
        Report { losses: losses(census), ladder: census.ladder().clone(), closed }
    }
}

/// Counts deals or sums their values.
#[derive(Debug, Clone, Copy)]
struct Measure {
    value: bool,
}

impl Measure {
    fn of(self, tally: Tally) -> i64 {
        if self.value { tally.value } else { i64::try_from(tally.count).unwrap_or(i64::MAX) }
    }

    /// Whether all of it is nothing, so that no part of it is the most.
    fn says_nothing(self, all: Tally) -> bool {
        all.count > 0 && self.of(all) == 0
    }

    fn text(self, pen: &Pen, tally: Tally) -> String {
        if self.value { pen.money_fit(tally.value) } else { pen.count(tally.count) }
    }

    /// The same as `… deals` where deals are counted.
    fn told(self, pen: &Pen, tally: Tally) -> String {
        if self.value { pen.money_fit(tally.value) } else { pen.deals(tally.count) }
    }

    /// The number at a row's end: with its share of all.
    fn end(self, pen: &Pen, tally: Tally, all: Tally) -> String {
        let [part, of] = [self.of(tally), self.of(all)].map(|n| u64::try_from(n).unwrap_or(0));
        pen.t.outcomes_count_text(&self.text(pen, tally), &whole(pen, part, of))
    }
}

fn lost(reason: Option<&str>, from: Option<StageId>) -> Option<Figure> {
    Some(Figure::Outcomes(OutcomesFigure::Lost { reason: reason.map(str::to_owned), from }))
}

/// Lost deals by their reason.
#[component]
pub fn Reasons(by: ByValue) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let report = insights.report(Report::of);
    let ranked = Memo::new(move |_| {
        let pen = insights.pen();
        let measure = Measure { value: by.0.get() };
        report.with(|report| report.as_ref().map(|report| reasons(&pen, report, measure)))
    });
    let tools = ViewFn::from(move || {
        let offers = [("count", t.outcomes_by_count()), ("value", t.outcomes_by_value())];
        let offers = offers.map(|(key, word)| (key.to_owned(), word.to_owned())).to_vec();
        let choose = move |key: String| {
            by.0.set(key == "value");
            true
        };
        view! {
            <Choice
                name="outcomes-by"
                label=t.outcomes_by()
                offers=Signal::stored(offers)
                value=Signal::derive(move || if by.0.get() { "value" } else { "count" }.to_owned())
                on_choose=Callback::new(choose)
            />
        }
    });
    view! {
        <Ranking
            key="loss-reasons"
            name=t.outcomes_reasons()
            rule=t.outcomes_reasons_rule()
            empty=t.outcomes_reasons_empty()
            ranked
            tools
        />
    }
}

/// Lost deals by the stage that they were lost from.
#[component]
pub fn LostFrom(by: ByValue) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let report = insights.report(Report::of);
    let ranked = Memo::new(move |_| {
        let pen = insights.pen();
        let measure = Measure { value: by.0.get() };
        report.with(|report| report.as_ref().map(|report| stages(&pen, report, measure)))
    });
    view! {
        <Ranking
            key="lost-from"
            name=t.outcomes_from()
            rule=t.outcomes_from_rule()
            empty=t.outcomes_reasons_empty()
            ranked
        />
    }
}

fn reasons(pen: &Pen, report: &Report, measure: Measure) -> Ranked {
    let t = pen.t;
    let Report { losses, ladder, closed } = report;
    let mut sorted: Vec<_> = losses.reasons.iter().collect();
    if measure.value {
        sorted.sort_by_key(|row| std::cmp::Reverse(row.lost.value));
    }
    // Stages that nothing was lost from need no column.
    let used: Vec<usize> = (0..ladder.stages().len())
        .filter(|at| losses.from.get(*at).is_some_and(|tally| tally.count > 0))
        .collect();
    let places = || used.iter().filter_map(|at| Some((*at, ladder.place(*at)?)));
    let heads = [t.outcomes_head_reason(), t.outcomes_head_deals(), t.outcomes_head_value()];
    let heads = heads.into_iter().map(str::to_owned).chain(places().map(|(_, place)| place.name.clone()));
    let row = |row: &&crate::metrics::LossReason| {
        let from = |at: usize| row.from.get(at).copied().unwrap_or_default();
        let parts = places().map(|(at, place)| Part {
            value: measure.of(from(at)) as f64,
            fill: Fill::Hue(place.hue),
            soft: false,
        });
        let own = [pen.count(row.lost.count), pen.money(row.lost.value)];
        Row {
            name: word_or(&row.reason, t.outcomes_no_reason()),
            parts: parts.collect(),
            text: measure.end(pen, row.lost, losses.lost),
            cells: own.into_iter().chain(used.iter().map(|at| measure.text(pen, from(*at)))).collect(),
            ..Row::default()
        }
    };
    let ways = sorted.iter().map(|row| {
        let reason = Some(row.reason.as_str());
        let stages = places().map(|(at, place)| {
            let some = row.from.get(at).is_some_and(|tally| tally.count > 0);
            if some { lost(reason, Some(place.stage)) } else { None }
        });
        [lost(reason, None), lost(reason, None)].into_iter().chain(stages).collect()
    });
    let of = measure.told(pen, losses.lost);
    let title = match sorted.first() {
        Some(_) if measure.says_nothing(losses.lost) => t.outcomes_no_value(&pen.deals(losses.lost.count)),
        Some(first) if *closed >= ENOUGH => {
            let part = measure.text(pen, first.lost);
            let tied = sorted.iter().filter(|row| measure.of(row.lost) == measure.of(first.lost)).count();
            if tied > 1 {
                t.outcomes_reason_tied(&pen.count(tied as u64), &part, &of)
            } else if first.reason.is_empty() {
                t.outcomes_reason_missing(&part, &of)
            } else {
                t.outcomes_reason_title(&first.reason, &part, &of)
            }
        }
        _ => t.outcomes_reason_few(&pen.deals(losses.lost.count)),
    };
    let words = Words {
        title: title.clone(),
        description: t.outcomes_reasons_rule().to_owned(),
        heads: heads.collect(),
    };
    let ways = ways.collect();
    Ranked { title, chart: RowChart { words, rows: sorted.iter().map(row).collect(), most: None }, ways }
}

fn stages(pen: &Pen, report: &Report, measure: Measure) -> Ranked {
    let t = pen.t;
    let Report { losses, ladder, closed } = report;
    let rows = || {
        let rows = ladder.stages().iter().enumerate().zip(&losses.from);
        // A stage out of use has a row as long as there is something to say of it.
        rows.filter(|((_, place), tally)| losses.lost.count > 0 && (tally.count > 0 || !place.retired))
    };
    let top = |at: usize| {
        let of = |row: &crate::metrics::LossReason| row.from.get(at).copied().unwrap_or_default();
        let some = losses.reasons.iter().filter(|row| of(row).count > 0);
        // Of equal ones the first, which is the most frequent in all.
        let best =
            some.reduce(|best, next| if measure.of(of(next)) > measure.of(of(best)) { next } else { best });
        best.map(|row| word_or(&row.reason, t.outcomes_no_reason()))
    };
    let row = |((at, place), tally): ((usize, &crate::metrics::Place), &Tally)| Row {
        name: place.name.clone(),
        parts: vec![Part { value: measure.of(*tally) as f64, fill: Fill::Hue(place.hue), soft: false }],
        text: measure.end(pen, *tally, losses.lost),
        cells: vec![pen.count(tally.count), pen.money(tally.value), top(at).unwrap_or_else(|| pen.none())],
        ..Row::default()
    };
    let ways = rows().map(|((_, place), tally)| {
        let figure = if tally.count > 0 { lost(None, Some(place.stage)) } else { None };
        vec![figure.clone(), figure, None]
    });
    let best =
        rows().reduce(|best, next| if measure.of(*next.1) > measure.of(*best.1) { next } else { best });
    let title = match best {
        Some(_) if measure.says_nothing(losses.lost) => t.outcomes_no_value(&pen.deals(losses.lost.count)),
        Some(((_, place), tally)) if *closed >= ENOUGH => {
            let (part, of) = (measure.text(pen, *tally), measure.told(pen, losses.lost));
            let alike = |row: &Tally| row.count > 0 && measure.of(*row) == measure.of(*tally);
            match rows().filter(|row| alike(row.1)).count() as u64 {
                0 | 1 => t.outcomes_from_title(&place.name, &part, &of),
                tied => t.outcomes_from_tied(&pen.count(tied), &part, &of),
            }
        }
        _ => t.outcomes_from_few(&pen.deals(losses.lost.count)),
    };
    let heads =
        [t.head_stage(), t.outcomes_head_deals(), t.outcomes_head_value(), t.outcomes_head_top_reason()];
    let words = Words {
        title: title.clone(),
        description: t.outcomes_from_rule().to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    let ways = ways.collect();
    Ranked { title, chart: RowChart { words, rows: rows().map(row).collect(), most: None }, ways }
}
