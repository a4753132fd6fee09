//! The cycle of closed deals: won, lost and all, each owner's beside the team's, and the industry's that the user enters.

use leptos::prelude::*;

use super::super::parts::{ChartCard, Drawing, Pen, Way};
use super::super::use_insights;
use super::FEW;
use crate::chart::{Fill, Ink, Part, Row, RowChart, Words};
use crate::exchange::Deed;
use crate::metrics::{Cycle, Days, Figure, OwnerCycle, TimeFigure, cycle, cycle_by_owner};
use crate::model::{Command, OutcomeKind, PipelineEdit};
use crate::ui::parts::NumberField;

/// The most days that an industry's cycle may take.
const MOST: i64 = 3650;

#[derive(Debug, Clone, PartialEq)]
struct Report {
    team: Cycle,
    /// Those who won deals, the fastest first; behind them those with too few to say.
    owners: Vec<OwnerCycle>,
}

/// What stands in the card.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    title: String,
    chart: Option<RowChart>,
    figures: Vec<Option<Figure>>,
}

fn report(team: Cycle, mut owners: Vec<OwnerCycle>) -> Report {
    owners.retain(|owner| owner.cycle.won.count > 0);
    let mean = |owner: &OwnerCycle| owner.cycle.won.mean.filter(|_| owner.cycle.won.count >= FEW);
    // Those with too few stay in the order of their names.
    owners.sort_by(|a, b| match (mean(a), mean(b)) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
    Report { team, owners }
}

/// The card.
#[component]
pub fn CycleByOwner() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let counted = insights.report(|census| report(cycle(census), cycle_by_owner(census)));
    let industry =
        Memo::new(move |_| desk.current_pipeline().map_or(0, |pipeline| pipeline.goals.industry_cycle));
    let shown = Memo::new(move |_| {
        let (pen, industry) = (insights.pen(), industry.get());
        counted.with(|report| report.as_ref().map(|report| shown(&pen, report, industry)))
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
    let way =
        move |(row, _): (usize, usize)| shown.with(|shown| shown.as_ref()?.figures.get(row).cloned()?);
    let set = move |days: Option<i64>| {
        let Some(pipeline) = desk.pipeline.get_untracked() else { return false };
        let edit = PipelineEdit::IndustryCycle(u16::try_from(days.unwrap_or(0)).unwrap_or(0));
        desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::SetGoal)
    };
    let tools = move || {
        view! {
            <NumberField
                name="industry-cycle"
                label=t.time_industry_field()
                value=Signal::derive(move || Some(i64::from(industry.get())).filter(|days| *days > 0))
                on_change=set
                max=MOST
                hint=t.time_industry_hint()
                unit=t.time_days()
            />
        }
        .into_any()
    };
    view! {
        <ChartCard
            key="cycle-by-owner"
            name=t.time_cycles()
            title
            rule=t.time_cycles_rule()
            empty=Signal::stored(t.time_cycles_empty().to_owned())
            draw=Callback::new(draw)
            table
            way=Way::new(way)
            tools=ViewFn::from(tools)
        />
    }
}

fn headline(pen: &Pen, report: &Report, industry: u16) -> String {
    let t = pen.t;
    let won = report.team.won;
    let Some(team) = won.mean.filter(|_| won.count >= FEW) else {
        return t.time_cycles_too_few().to_owned();
    };
    let said = pen.days(Some(team));
    if industry > 0 {
        let theirs = f64::from(industry);
        let difference = (team - theirs).abs();
        if difference < 0.05 {
            return t.time_as_industry(&said);
        }
        let (difference, theirs) = (pen.days(Some(difference)), pen.days(Some(theirs)));
        return t.time_against_industry(&said, &difference, &theirs, team > f64::from(industry));
    }
    let mut known =
        report.owners.iter().filter(|owner| owner.cycle.won.count >= FEW && !owner.owner.is_empty());
    match (known.next(), known.next()) {
        (Some(first), Some(_)) => t.time_fastest(&first.owner, &pen.days(first.cycle.won.mean), &said),
        _ => t.time_team_title(&said),
    }
}

fn shown(pen: &Pen, report: &Report, industry: u16) -> Shown {
    let t = pen.t;
    let team = report.team;
    let title = headline(pen, report, industry);
    let row = |name: &str, days: Days, ink: Ink, few: bool| Row {
        name: name.to_owned(),
        parts: days.mean.map(|value| Part { value, fill: Fill::Ink(ink), soft: few }).into_iter().collect(),
        text: match days.mean {
            _ if few => format!("{} ({})", t.time_few(), pen.count(days.count)),
            Some(mean) => format!("{} ({})", pen.days_short(mean), pen.count(days.count)),
            None => pen.none(),
        },
        cells: vec![
            if few { t.time_few().to_owned() } else { pen.days(days.mean) },
            pen.count(days.count),
            if few { pen.none() } else { pen.days(days.median) },
        ],
        ..Row::default()
    };
    let won = Figure::Outcome(OutcomeKind::Won);
    let mut rows = vec![
        (row(t.time_cycle_won(), team.won, Ink::Won, false), Some(won)),
        (row(t.time_cycle_lost(), team.lost, Ink::Lost, false), Some(Figure::Outcome(OutcomeKind::Lost))),
        (row(t.time_cycle_all(), team.all, Ink::Quiet, false), Some(Figure::Closed)),
    ];
    if industry > 0 {
        let days = Some(f64::from(industry));
        let theirs = Row {
            text: pen.days_short(f64::from(industry)),
            cells: vec![pen.days(days), pen.none(), pen.none()],
            ..row(t.time_industry(), Days { mean: days, ..Days::default() }, Ink::Plain, false)
        };
        rows.push((theirs, None));
    }
    for OwnerCycle { owner, cycle } in &report.owners {
        let name = if owner.is_empty() { t.time_nobody() } else { owner };
        let row = Row { mark: team.won.mean, ..row(name, cycle.won, Ink::Won, cycle.won.count < FEW) };
        let figure = TimeFigure::OwnerClosed(owner.clone(), Some(OutcomeKind::Won));
        rows.push((row, Some(Figure::Time(figure))));
    }
    let heads = [t.time_head_who(), t.time_head_mean(), t.time_head_deals(), t.time_head_median()];
    let words = Words {
        title: title.clone(),
        description: t.time_cycles_rule().to_owned(),
        heads: heads.map(str::to_owned).to_vec(),
    };
    let (rows, figures) = rows.into_iter().unzip();
    let chart = RowChart { words, rows, most: None };
    Shown { title, chart: (team.all.count > 0).then_some(chart), figures }
}
