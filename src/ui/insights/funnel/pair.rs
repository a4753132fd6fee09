//! From any stage to any other: how many of the deals that were there later came here, and what became of the rest.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::chart::{Fill, Ink, Part, Row, RowChart, Words};
use crate::metrics::{Fate, Figure, FunnelFigure, Ladder, PairFigure, PairReport, Rate, pair};
use crate::model::{Currency, Rung};
use crate::ui::desk::Desk;
use crate::ui::parts::{Choice, Offer};

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::super::use_insights;
use super::{ENOUGH, rung_name};

/// Under which key the two stages of each pipeline are kept.
const KEPT: &str = "funnel-pair";

/// What was chosen, by the pipeline.
type Kept = BTreeMap<String, (String, String)>;

#[derive(Debug, Clone, PartialEq)]
struct Report {
    pair: PairReport,
    ladder: Ladder,
    currency: Currency,
}

fn key(rung: Rung) -> String {
    match rung {
        Rung::Stage(stage) => stage.to_string(),
        Rung::Won => "won".to_owned(),
    }
}

/// The two rungs that were chosen; from the first stage to the win if none were, or if one is gone.
fn chosen(ladder: &Ladder, kept: Option<&(String, String)>) -> (Rung, Rung) {
    let find = |wanted: &str| ladder.rungs().find(|rung| key(*rung) == wanted);
    let found = kept.and_then(|(from, to)| find(from).zip(find(to)));
    found.unwrap_or((ladder.rungs().next().unwrap_or(Rung::Won), Rung::Won))
}

/// The card.
#[component]
pub fn AnyPair() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let kept = RwSignal::new(desk.prefs.get::<Kept>(KEPT).unwrap_or_default());
    let pipeline = move || desk.pipeline.get().map(|id| id.to_string()).unwrap_or_default();
    let report = Memo::new(move |_| {
        insights.census.with(|census| {
            let census = census.as_ref()?;
            let ladder = census.ladder();
            let (from, to) = kept.with(|kept| chosen(ladder, kept.get(&pipeline())));
            Some(Report {
                pair: pair(census, from, to)?,
                ladder: ladder.clone(),
                currency: census.currency(),
            })
        })
    });
    let choose = move |from: String, to: String| {
        kept.update(|kept| {
            kept.insert(pipeline(), (from, to));
        });
        kept.with_untracked(|kept| desk.prefs.set(KEPT, kept));
        true
    };
    let now = move || report.with(|report| report.as_ref().map(|report| (report.pair.from, report.pair.to)));
    let offers = move |without: Option<Rung>| -> Vec<Offer> {
        report.with(|report| {
            let Some(report) = report else { return Vec::new() };
            let rungs = report.ladder.rungs().enumerate().filter(|(_, rung)| Some(*rung) != without);
            rungs.map(|(at, rung)| (key(rung), rung_name(t, &report.ladder, at))).collect()
        })
    };
    // What is chosen twice changes its place: one cannot come from a stage to itself.
    let choose_from = move |from: String| {
        let Some((old, to)) = untrack(now) else { return false };
        let to = if key(to) == from { key(old) } else { key(to) };
        choose(from, to)
    };
    let choose_to = move |to: String| {
        let Some((from, _)) = untrack(now) else { return false };
        choose(key(from), to)
    };
    let from_key = Signal::derive(move || now().map(|(from, _)| key(from)).unwrap_or_default());
    let to_key = Signal::derive(move || now().map(|(_, to)| key(to)).unwrap_or_default());
    let all = Signal::derive(move || offers(None));
    let others = Signal::derive(move || offers(now().map(|(from, _)| from)));
    let tools = move || {
        view! {
            <Choice name="pair-from" label=t.funnel_pair_from() offers=all value=from_key on_choose=choose_from />
            <Choice name="pair-to" label=t.funnel_pair_to() offers=others value=to_key on_choose=choose_to />
        }
    };
    let shown = Memo::new(move |_| report.with(|report| report.as_ref().map(|report| shown(desk, report))));
    let title = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|chart| chart.words.title.clone()).unwrap_or_default())
    });
    let of = move || report.with(|report| report.as_ref().map_or(0, |report| report.pair.of.count));
    let note = Signal::derive(move || {
        if (1..ENOUGH).contains(&of()) { t.funnel_pair_few().to_owned() } else { String::new() }
    });
    let draw = move |drawing: Drawing| {
        let some = of() > 0;
        let svg = |chart: &RowChart| chart.svg(drawing.width, drawing.rtl, &drawing.prefix);
        shown.with(|shown| shown.as_ref().filter(|_| some).map(svg))
    };
    let empty = Signal::derive(move || {
        report.with(|report| {
            let from = report.as_ref().map(|report| name(desk, report, report.pair.from));
            t.funnel_pair_nobody(&from.unwrap_or_default())
        })
    });
    let table = Signal::derive(move || {
        let some = of() > 0;
        shown.with(|shown| shown.as_ref().filter(|_| some).map(RowChart::table))
    });
    let way = Way::new(move |(row, _): (usize, usize)| {
        report.with(|report| {
            let report = report.as_ref()?;
            let fate = *fates(&report.pair).get(row)?;
            let PairReport { from, to, .. } = report.pair;
            Some(Figure::Funnel(FunnelFigure::Pair(PairFigure { from, to, fate })))
        })
    });
    view! {
        <ChartCard
            key="pair"
            name=t.funnel_pair().to_owned()
            title=title
            rule=t.funnel_pair_rule().to_owned()
            note=note
            draw=Callback::new(draw)
            empty=empty
            table=table
            way=way
            tools=tools
        />
    }
}

fn name(desk: Desk, report: &Report, rung: Rung) -> String {
    let at = report.ladder.position(rung).unwrap_or(report.ladder.won());
    rung_name(desk.t(), &report.ladder, at)
}

/// The rows: all of them, and then by what became of them. What the question is about is there also where it is nobody.
fn fates(pair: &PairReport) -> Vec<Option<Fate>> {
    let asked = |fate: &Fate| matches!(fate, Fate::Came | Fate::LostThere);
    let some = |fate: &Fate| asked(fate) || pair.tally(*fate).count > 0;
    std::iter::once(None).chain(Fate::ALL.into_iter().filter(some).map(Some)).collect()
}

fn shown(desk: Desk, report: &Report) -> RowChart {
    let t = desk.t();
    let pen = Pen::new(desk, report.currency);
    let pair = &report.pair;
    let (from, to) = (name(desk, report, pair.from), name(desk, report, pair.to));
    let came = pair.share(Fate::Came);
    let (part, of) = (pen.count(came.part), pen.count(came.of));
    let title = match came.value() {
        None => t.funnel_pair().to_owned(),
        Some(_) if came.of < ENOUGH => t.funnel_pair_small(&from, &to, &part, &of),
        share => t.funnel_pair_title(&from, &to, &pen.share(share), &part, &of),
    };
    let place = |rung: Rung| {
        let place = report.ladder.position(rung).and_then(|at| report.ladder.place(at));
        place.map_or(Fill::Ink(Ink::Won), |place| Fill::Hue(place.hue))
    };
    let row = |fate: Option<Fate>| {
        let tally = fate.map_or(pair.of, |fate| pair.tally(fate));
        let share = pen.share(Rate { part: tally.count, of: pair.of.count }.value());
        let (fill, soft) = match fate {
            None => (place(pair.from), false),
            Some(Fate::Came) => (place(pair.to), false),
            Some(Fate::LostThere) => (Fill::Ink(Ink::Lost), false),
            Some(Fate::LostLater) => (Fill::Ink(Ink::Lost), true),
            Some(Fate::Won) => (Fill::Ink(Ink::Won), true),
            Some(Fate::Nurtured) => (Fill::Ink(Ink::Quiet), true),
            Some(Fate::Open) => (Fill::Ink(Ink::Open), true),
        };
        Row {
            name: fate.map_or_else(|| t.funnel_pair_all(&from), |fate| t.funnel_pair_word(fate, &from, &to)),
            parts: vec![Part { value: tally.count as f64, fill, soft }],
            text: match fate {
                None => pen.count(tally.count),
                Some(_) => t.funnel_count_share(&pen.count(tally.count), &share),
            },
            cells: vec![pen.count(tally.count), share, pen.money(tally.value)],
            ..Row::default()
        }
    };
    let heads = [t.funnel_pair_fate(), t.head_deals(), t.funnel_pair_share(), t.head_value()];
    RowChart {
        words: Words {
            title,
            description: t.funnel_pair_rule().to_owned(),
            heads: heads.map(str::to_owned).to_vec(),
        },
        rows: fates(pair).into_iter().map(row).collect(),
        most: Some(pair.of.count as f64),
    }
}
