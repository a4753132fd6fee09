//! The picture of the moves: bands between the stages.

use leptos::prelude::*;

use crate::chart::{Fill, FlowBand, FlowChart, FlowKind, FlowNode, Ink, Words};
use crate::metrics::{Days, Figure, FunnelFigure, MoveFigure};
use crate::ui::desk::Desk;

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::super::use_insights;
use super::moved::Report;

/// The drawing and the figures of its bands.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    chart: FlowChart,
    figures: Vec<MoveFigure>,
}

impl Shown {
    /// Whether a deal has gone anywhere since it came.
    fn has_moves(&self) -> bool {
        let came = |figure: &MoveFigure| matches!(figure, MoveFigure::Created(_) | MoveFigure::Arrived(_));
        !self.figures.iter().all(came)
    }
}

/// The card.
#[component]
pub fn Flow(report: Memo<Option<Report>>) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let shown = Memo::new(move |_| report.with(|report| report.as_ref().map(|report| shown(desk, report))));
    let title = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|shown| shown.chart.words.title.clone()).unwrap_or_default())
    });
    let draw = move |drawing: Drawing| {
        shown.with(|shown| {
            let shown = shown.as_ref().filter(|shown| shown.has_moves())?;
            Some(shown.chart.svg(drawing.width, drawing.rtl, &drawing.prefix))
        })
    };
    let table = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().filter(|shown| shown.has_moves()).map(|shown| shown.chart.table()))
    });
    let way = Way::new(move |(row, column): (usize, usize)| {
        shown.with(|shown| {
            let figure = shown.as_ref()?.figures.get(row).filter(|_| column > 0)?;
            Some(Figure::Funnel(FunnelFigure::Move(*figure)))
        })
    });
    let note = Signal::derive(move || {
        let duration = report.with(|report| report.as_ref().map(|report| report.moves.duration));
        let Days { mean, median, .. } = duration.unwrap_or_default();
        let pen = insights.pen();
        if mean.is_none() { String::new() } else { t.funnel_duration(&pen.days(mean), &pen.days(median)) }
    });
    view! {
        <ChartCard
            key="flow"
            name=t.funnel_flow().to_owned()
            title=title
            rule=t.funnel_flow_rule().to_owned()
            note=note
            draw=Callback::new(draw)
            empty=t.funnel_flow_none().to_owned()
            table=table
            way=way
        />
    }
}

fn shown(desk: Desk, report: &Report) -> Shown {
    let t = desk.t();
    let pen = Pen::new(desk, crate::model::Currency::EUR);
    let stages = report.stages();
    let places: Vec<_> = stages.iter().filter_map(|at| report.ladder.place(*at)).collect();
    let won = places.len();
    let mut all: Vec<(FlowKind, MoveFigure)> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let stage = place.stage;
        all.push((FlowKind::In(at), MoveFigure::Created(stage)));
        all.push((FlowKind::In(at), MoveFigure::Arrived(stage)));
        all.push((FlowKind::Again(at), MoveFigure::Reopened(stage)));
        let others = places.iter().enumerate();
        all.extend(
            others.map(|(to, other)| (FlowKind::Between(at, to), MoveFigure::Between(stage, other.stage))),
        );
        all.push((FlowKind::Between(at, won), MoveFigure::Won(stage)));
        all.push((FlowKind::Lost(at), MoveFigure::Lost(stage)));
        all.push((FlowKind::Away(at), MoveFigure::Nurtured(stage)));
    }
    let (mut bands, mut figures) = (Vec::new(), Vec::new());
    for (kind, figure) in all {
        let count = report.times(figure);
        if count == 0 {
            continue;
        }
        let written = pen.count(count);
        let (from, to) = report.ends(t, figure);
        let name = t.funnel_move_title(&from, &to);
        let text = t.funnel_move_count(figure, &written);
        let title = t.funnel_at(&name, &t.funnel_moves(count, &written));
        bands.push(FlowBand { kind, count, text, title, cells: vec![name, written] });
        figures.push(figure);
    }
    let node =
        |place: &&crate::metrics::Place| FlowNode { name: place.name.clone(), fill: Fill::Hue(place.hue) };
    let mut nodes: Vec<FlowNode> = places.iter().map(node).collect();
    nodes.push(FlowNode { name: t.won().to_owned(), fill: Fill::Ink(Ink::Won) });
    let heads = [t.funnel_flow(), t.funnel_flow_moves()];
    let words = Words {
        title: finding(desk, report),
        description: t.funnel_flow_rule().to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    Shown { chart: FlowChart { words, nodes, bands }, figures }
}

/// How often deals went back.
fn finding(desk: Desk, report: &Report) -> String {
    let t = desk.t();
    let forward = report.moves.forward() + report.moves.won.iter().sum::<u64>();
    let back = report.moves.back();
    match (forward, back) {
        (0, _) => t.funnel_flow().to_owned(),
        (_, 0) => t.funnel_flow_straight().to_owned(),
        _ => {
            let formats = desk.formats();
            let share = formats.percent_whole(back as f64 / forward as f64);
            t.funnel_flow_back(back, &share, forward)
        }
    }
}
