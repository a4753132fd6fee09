//! What closed the won deals, and what was objected in the lost ones.

use leptos::prelude::*;

use super::super::parts::Pen;
use super::super::use_insights;
use super::ranking::{Ranked, Ranking};
use super::{whole, word_or};
use crate::chart::{Fill, Ink, Part, Row, RowChart, Words};
use crate::metrics::{Figure, Objections, OutcomesFigure, Tally, Wins, WonBy, objections, wins};

/// How many words of one kind are drawn.
const WORDS: usize = 8;

/// The motives of the won deals (method row 23).
#[component]
pub fn Motives() -> impl IntoView {
    let t = use_insights().desk.t();
    let texts = (t.outcomes_head_motive(), t.outcomes_motives_rule());
    let pick = |report: &Wins| report.motives.clone();
    view! { <WonWords key="motives" name=t.outcomes_motives() texts pick figure=OutcomesFigure::Motive /> }
}

/// The pain points of the won deals (method row 23).
#[component]
pub fn Pains() -> impl IntoView {
    let t = use_insights().desk.t();
    let texts = (t.outcomes_head_pain(), t.outcomes_pains_rule());
    let pick = |report: &Wins| report.pains.clone();
    view! { <WonWords key="pains" name=t.outcomes_pains() texts pick figure=OutcomesFigure::Pain /> }
}

/// The words that won deals carry for one thing, by how many carry each.
#[component]
fn WonWords(
    key: &'static str,
    name: &'static str,
    texts: (&'static str, &'static str),
    pick: fn(&Wins) -> Vec<WonBy>,
    figure: fn(String) -> OutcomesFigure,
) -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let report = insights.report(wins);
    let ranked = Memo::new(move |_| {
        let pen = insights.pen();
        report.with(|report| {
            let report = report.as_ref()?;
            Some(won_by(&pen, &pick(report), report.won, texts, figure))
        })
    });
    view! { <Ranking key name rule=texts.1 empty=t.outcomes_motives_empty() ranked most=WORDS /> }
}

fn won_by(
    pen: &Pen,
    rows: &[WonBy],
    won: Tally,
    (head, rule): (&str, &str),
    figure: fn(String) -> OutcomesFigure,
) -> Ranked {
    let t = pen.t;
    let row = |row: &WonBy| Row {
        name: word_or(&row.word, t.outcomes_not_said()),
        parts: vec![Part {
            value: row.won.value as f64,
            fill: Fill::Ink(if row.word.is_empty() { Ink::Quiet } else { Ink::Won }),
            soft: row.word.is_empty(),
        }],
        text: t.outcomes_count_text(&pen.count(row.won.count), &pen.money_short(row.won.value)),
        cells: vec![pen.count(row.won.count), pen.money(row.won.value)],
        ..Row::default()
    };
    let ways = rows.iter().map(|row| vec![Some(Figure::Outcomes(figure(row.word.clone()))); 2]);
    let missing = rows.iter().find(|row| row.word.is_empty()).map_or(0, |row| row.won.count);
    let of = pen.deals(won.count);
    let title = match rows.first() {
        _ if missing * 2 > won.count => t.outcomes_word_missing(&pen.count(missing), &of),
        Some(first) if first.won.count > 1 => {
            t.outcomes_word_title(&first.word, &pen.count(first.won.count), &of)
        }
        _ => t.outcomes_word_each(rows.iter().filter(|row| !row.word.is_empty()).count() as u64, &of),
    };
    let heads = [head, t.outcomes_head_won(), t.outcomes_head_won_value()];
    let words = Words {
        title: title.clone(),
        description: rule.to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    let ways = ways.collect();
    Ranked { title, chart: RowChart { words, rows: rows.iter().map(row).collect(), most: None }, ways }
}

/// The objections in lost deals, and those that nobody answered (method row 7).
#[component]
pub fn Objected() -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let report = insights.report(objections);
    let ranked = Memo::new(move |_| {
        let pen = insights.pen();
        report.with(|report| report.as_ref().map(|report| objected(&pen, report)))
    });
    let (name, rule, empty) =
        (t.outcomes_objections(), t.outcomes_objections_rule(), t.outcomes_objections_empty());
    view! { <Ranking key="objections" name rule empty ranked /> }
}

fn objected(pen: &Pen, report: &Objections) -> Ranked {
    let t = pen.t;
    let row = |row: &crate::metrics::Objected| {
        let answered = row.lost.count - row.unanswered.count.min(row.lost.count);
        let part = |count: u64, soft| Part { value: count as f64, fill: Fill::Ink(Ink::Lost), soft };
        Row {
            name: word_or(&row.kind, t.outcomes_not_said()),
            parts: vec![part(row.unanswered.count, false), part(answered, true)],
            text: t.outcomes_objection_text(&pen.count(row.unanswered.count), &pen.count(row.lost.count)),
            cells: vec![
                pen.count(row.lost.count),
                pen.count(row.unanswered.count),
                pen.money(row.lost.value),
                whole(pen, row.lost.count, report.lost.count),
            ],
            ..Row::default()
        }
    };
    let ways = report.kinds.iter().map(|row| {
        let of = |unanswered| {
            Some(Figure::Outcomes(OutcomesFigure::Objected { kind: Some(row.kind.clone()), unanswered }))
        };
        vec![of(false), of(true), of(false), of(false)]
    });
    let of = pen.deals(report.lost.count);
    let title = if report.any.unanswered.count > 0 {
        t.outcomes_objection_title(&pen.count(report.any.unanswered.count), &of)
    } else {
        t.outcomes_objection_none(&pen.count(report.any.lost.count), &of)
    };
    let heads = [
        t.outcomes_head_kind(),
        t.outcomes_head_objected(),
        t.outcomes_head_unanswered(),
        t.outcomes_head_value(),
        t.head_of_all(),
    ];
    let words = Words {
        title: title.clone(),
        description: t.outcomes_objections_rule().to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    let ways = ways.collect();
    Ranked {
        title,
        chart: RowChart { words, rows: report.kinds.iter().map(row).collect(), most: None },
        ways,
    }
}
