//! The time in each stage: completed visits, and apart from them those that are still there.

use leptos::prelude::*;

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::super::use_insights;
use super::{Switch, Times, longest};
use crate::browser::page;
use crate::chart::{StageRow, StageTimeChart, Words};
use crate::metrics::{Days, Figure, Span, StageTime, TimeFigure};
use crate::model::{Stage, StageId};
use crate::ui::desk::Desk;

/// What stands in the card.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    title: String,
    rule: &'static str,
    chart: Option<StageTimeChart>,
    stages: Vec<StageId>,
}

/// The card.
#[component]
pub fn StageTimes(times: Times) -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let shown = Memo::new(move |_| {
        // The names, colours and limits of stages stand in it.
        desk.structure.track();
        let span = times.span.get();
        let pen = insights.pen();
        times.stages.with(|stages| stages.as_ref().map(|stages| shown(desk, &pen, stages, span)))
    });
    let text = move |pick: fn(&Shown) -> String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(pick).unwrap_or_default()))
    };
    let draw = move |drawing: Drawing| {
        shown.with(|shown| {
            let chart = shown.as_ref()?.chart.as_ref()?;
            Some(chart.svg(drawing.width, drawing.rtl, &drawing.prefix))
        })
    };
    let table = Signal::derive(move || shown.with(|shown| Some(shown.as_ref()?.chart.as_ref()?.table())));
    let stage = move |row: usize| shown.with(|shown| shown.as_ref()?.stages.get(row).copied());
    let way = move |(row, column): (usize, usize)| {
        let (stage, span) = (stage(row)?, times.span.get());
        match column {
            1 => Some(Figure::Time(TimeFigure::Over(stage, span))),
            6 => Some(Figure::Time(TimeFigure::Still(stage))),
            _ => None,
        }
    };
    let choose = move |row: usize| {
        if let Some(stage) = untrack(|| stage(row)) {
            times.chosen.set(Some(stage));
            // The card of its spread may stand below the fold.
            let root = desk.root.try_get_value();
            let field = root.and_then(|root| page::find(&root, "[data-field=\"spread-stage\"]"));
            if let Some(field) = field {
                page::focus_in_sight(&field);
            }
        }
    };
    let tools = move || {
        let offers =
            vec![(Span::Visit, "visit", t.time_visit()), (Span::Cumulative, "cumulative", t.time_together())];
        view! { <Switch label=t.time_which() offers value=times.span /> }.into_any()
    };
    view! {
        <ChartCard
            key="stage-time"
            name=t.time_stages()
            title=text(|shown| shown.title.clone())
            rule=text(|shown| shown.rule.to_owned())
            empty=Signal::stored(t.time_stages_empty().to_owned())
            draw=Callback::new(draw)
            table
            way=Way::new(way)
            on_slot=Callback::new(choose)
            tools=ViewFn::from(tools)
        />
    }
}

fn shown(desk: Desk, pen: &Pen, stages: &[StageTime], span: Span) -> Shown {
    let t = pen.t;
    let known = |id: StageId| desk.with(|session| session.workspace().get::<Stage>(id).cloned());
    let rule = match span {
        Span::Visit => t.time_stages_rule(),
        Span::Cumulative => t.time_stages_rule_together(),
    };
    let name = |id: StageId| known(id).map(|stage| stage.name.clone()).unwrap_or_default();
    let title = match longest(stages, span) {
        Some(times) => t.time_longest(&name(times.stage), &pen.days(times.over(span).0.median)),
        None => t.time_stages_few().to_owned(),
    };
    let heads = [
        t.head_stage(),
        t.time_head_left(),
        t.time_head_visits(),
        t.time_head_median(),
        t.time_head_mean(),
        t.time_head_p85(),
        t.time_head_still(),
        t.time_head_age(),
        t.time_head_limit(),
        t.time_head_expected(),
    ];
    let (mut rows, mut ids) = (Vec::new(), Vec::new());
    for times in stages {
        let (over, left) = times.over(span);
        let still = times.still(span);
        let Some(stage) = known(times.stage) else { continue };
        // A stage out of use stands here as long as it has something to say.
        if !stage.in_use() && over.count + still.count == 0 {
            continue;
        }
        let set = |days: u16| (days > 0).then(|| f64::from(days));
        let limit = set(stage.stale_days).or_else(|| set(stage.expected_days));
        let short = |days: Option<f64>| days.map_or_else(|| pen.none(), |days| pen.days_short(days));
        let Days { median, mean, p85, .. } = over;
        let age = match still.median {
            Some(age) => format!("{} ({})", pen.days_short(age), pen.count(still.count)),
            None => pen.none(),
        };
        rows.push(StageRow {
            name: stage.name.clone(),
            hue: desk.with(|session| session.workspace().colour(&stage)),
            over: [median, mean, p85],
            still: still.median,
            limit,
            brief: if over.count > 0 { t.time_brief(&short(median), &short(p85)) } else { pen.none() },
            texts: [short(median), short(mean), short(p85), age],
            cells: vec![
                pen.count(left),
                pen.count(over.count),
                pen.days(median),
                pen.days(mean),
                pen.days(p85),
                pen.count(still.count),
                pen.days(still.median),
                pen.days(set(stage.stale_days)),
                pen.days(set(stage.expected_days)),
            ],
        });
        ids.push(times.stage);
    }
    let any = stages.iter().any(|times| times.over(span).0.count + times.still(span).count > 0);
    let words = Words {
        title: title.clone(),
        description: rule.to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    let columns =
        [t.time_head_median(), t.time_head_mean(), t.time_head_p85_short(), t.time_head_age_short()];
    let chart = StageTimeChart { words, heads: columns.map(str::to_owned), rows };
    Shown { title, rule, chart: any.then_some(chart), stages: ids }
}
