//! How the times in one stage spread.

use leptos::prelude::*;

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::super::use_insights;
use super::{FEW, Times};
use crate::chart::{Histogram, HistogramBin, HistogramMark, Words};
use crate::metrics::{Bin, Distribution, Figure, TimeFigure, distribution};
use crate::model::{Stage, StageId};
use crate::ui::desk::Desk;
use crate::ui::parts::Choice;

/// What stands in the card.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    title: String,
    chart: Option<Histogram>,
}

/// The card.
#[component]
pub fn Spread(times: Times) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let stage = Memo::new(move |_| times.stage());
    let spread = insights
        .report(move |census| stage.get().and_then(|stage| distribution(census, stage, times.span.get())));
    let shown = Memo::new(move |_| {
        // The name and the colour of the stage stand in it.
        desk.structure.track();
        let pen = insights.pen();
        spread.with(|spread| spread.as_ref()?.as_ref().map(|spread| shown(desk, &pen, spread)))
    });
    let title = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|shown| shown.title.clone()).unwrap_or_default())
    });
    let draw = move |drawing: Drawing| {
        shown.with(|shown| {
            let chart = shown.as_ref()?.chart.as_ref()?;
            Some(chart.svg(drawing.width, drawing.rtl, &drawing.prefix))
        })
    };
    let table = Signal::derive(move || shown.with(|shown| Some(shown.as_ref()?.chart.as_ref()?.table())));
    let figure = move |(row, column): (usize, usize)| {
        spread.with(|spread| {
            let spread = spread.as_ref()?.as_ref()?;
            let Bin { from, to, over, still } = *spread.bins.get(row)?;
            let figure = match column {
                1 if over > 0 => TimeFigure::OverWithin(spread.stage, spread.span, from, to),
                2 if still > 0 => TimeFigure::StillWithin(spread.stage, spread.span, from, to),
                _ => return None,
            };
            Some(Figure::Time(figure))
        })
    };
    let open = move |slot: usize| {
        let (row, column) = (slot / 2, slot % 2 + 1);
        let title = table.with_untracked(|table| {
            let table = table.as_ref()?;
            Some(t.figure_of(table.rows.get(row)?.first()?, table.headers.get(column)?))
        });
        if let Some((figure, title)) = untrack(|| figure((row, column))).zip(title) {
            insights.open(figure, title);
        }
    };
    let offers = Signal::derive(move || {
        desk.structure.track();
        let stages = times.stages.with(|stages| stages.clone().unwrap_or_default());
        desk.with(|session| {
            let known = stages.iter().filter_map(|times| session.workspace().get::<Stage>(times.stage));
            known.map(|stage| (stage.id.to_string(), stage.name.clone())).collect::<Vec<_>>()
        })
    });
    let choose = move |key: String| {
        let wanted = times.stages.with_untracked(|stages| {
            stages.as_ref()?.iter().map(|times| times.stage).find(|stage: &StageId| stage.to_string() == key)
        });
        times.chosen.set(wanted);
        wanted.is_some()
    };
    let tools = move || {
        view! {
            <Choice
                name="spread-stage"
                label=t.time_stage()
                offers
                value=Signal::derive(move || stage.get().map(|stage| stage.to_string()).unwrap_or_default())
                on_choose=choose
            />
        }
        .into_any()
    };
    view! {
        <ChartCard
            key="stage-spread"
            name=t.time_spread()
            title
            rule=t.time_spread_rule()
            empty=Signal::stored(t.time_spread_empty().to_owned())
            draw=Callback::new(draw)
            table
            way=Way::new(figure)
            on_slot=Callback::new(open)
            tools=ViewFn::from(tools)
        />
    }
}

fn shown(desk: Desk, pen: &Pen, spread: &Distribution) -> Shown {
    let t = pen.t;
    let stage = desk.with(|session| {
        let workspace = session.workspace();
        let stage = workspace.get::<Stage>(spread.stage)?;
        Some((stage.name.clone(), workspace.colour(stage)))
    });
    let (name, hue) = stage.unwrap_or_default();
    let over = spread.over;
    let enough = over.count >= FEW;
    let title = if enough {
        t.time_spread_title(&name, &pen.days(over.median), &pen.days(over.p85))
    } else {
        t.time_spread_few(&name, &pen.deals(spread.visitors))
    };
    let count = |days: u32| pen.count(u64::from(days));
    let bin = |bin: &Bin| HistogramBin {
        edge: if bin.to.is_some() { count(bin.from) } else { format!("{}+", count(bin.from)) },
        name: match bin.to {
            Some(to) => t.time_bin(&count(bin.from), &count(to)),
            None => t.time_bin_over(&count(bin.from)),
        },
        counts: [bin.over, bin.still],
        texts: [bin.over, bin.still].map(|deals| pen.count(deals)),
    };
    let bins: Vec<HistogramBin> = spread.bins.iter().map(bin).collect();
    let width = spread.bins.first().and_then(|bin| bin.to).map_or(1.0, f64::from);
    let mark = |days: Option<f64>, text: &dyn Fn(&str) -> String| {
        let days = days.filter(|_| enough)?;
        let at = (days / width).min(spread.bins.len() as f64 - 0.5);
        Some(HistogramMark { at, text: text(&pen.days_short(days)) })
    };
    let marks = [
        mark(over.median, &|median| t.time_mark_median(median)),
        mark(over.p85, &|p85| t.time_mark_p85(p85)),
    ];
    let words = Words {
        title: title.clone(),
        description: t.time_spread_rule().to_owned(),
        heads: [t.time_head_span(), t.time_head_left(), t.time_head_still()].map(str::to_owned).to_vec(),
    };
    let kinds = [
        t.time_spread_left(&pen.deals(spread.visitors)),
        t.time_spread_still(&pen.deals(spread.still.count)),
    ];
    let any = !bins.is_empty();
    let chart = Histogram { words, kinds, hue, bins, marks: marks.into_iter().flatten().collect() };
    Shown { title, chart: any.then_some(chart) }
}
