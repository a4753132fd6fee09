//! Before and now, an owner and the team: any figure beside another of its kind.

mod controls;
mod plan;
mod written;

use leptos::prelude::*;

use super::parts::{Cell, ChartCard, Grid, GridRow, Mark, Pen, grid_table};
use super::{Insights, use_insights};
use crate::metrics::{Ask, Cycle};
use crate::metrics::{
    Back, Change, Compared, Key, Outcomes, Scalar, Sides, TeamFigure, cycle, outcomes, telling,
};
use crate::model::Day;
use crate::ui::desk::Against;

use controls::Controls;
use plan::{Made, Nothing, made};

/// The tab.
#[component]
pub fn CompareTab() -> impl IntoView {
    let insights = use_insights();
    let t = insights.desk.t();
    let made = made(insights);
    let nothing = move || {
        let why = made.with(|made| made.as_ref().and_then(|made| made.as_ref().err().copied()))?;
        let text = match why {
            Nothing::NoReview => t.compare_no_review(),
            Nothing::NoOwner => t.compare_no_owner(),
            Nothing::Ahead => t.compare_ahead(),
        };
        Some(view! { <div class="insights-hint"><p>{text}</p></div> })
    };
    let shown = Memo::new(move |_| {
        let pen = insights.pen();
        made.with(|made| made.as_ref()?.as_ref().ok().map(|made| shown(made, &pen)))
    });
    let there = Memo::new(move |_| shown.with(Option::is_some));
    let part = move |pick: fn(&Shown) -> String| {
        Signal::derive(move || shown.with(|shown| shown.as_ref().map(pick).unwrap_or_default()))
    };
    let heads = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|s| s.heads.clone()).unwrap_or_default())
    });
    let rows = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|s| s.rows.clone()).unwrap_or_default())
    });
    let table = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|shown| grid_table(&shown.heads, &shown.rows)))
    });
    let name = Signal::stored(t.compare_name().to_owned());
    view! {
        <Controls />
        {nothing}
        <Show when=move || there.get()>
            <ChartCard
                key="compare"
                name
                title=part(|shown| shown.title.clone())
                rule=part(|shown| shown.rule.clone())
                note=part(|shown| shown.note.clone())
                table
                is_table=true
            >
                <Grid name heads rows />
            </ChartCard>
        </Show>
    }
}

/// A comparison as it is to be read.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    title: String,
    rule: String,
    note: String,
    heads: Vec<String>,
    rows: Vec<GridRow>,
}

/// The days of a side in words.
fn range((from, to): (Day, Day), pen: &Pen) -> String {
    let last = Day::from_number(to.number() - 1).unwrap_or(from);
    pen.t.compare_range(&pen.formats.day(from), &pen.formats.day(last))
}

fn shown(made: &Made, pen: &Pen) -> Shown {
    let t = pen.t;
    let with_team = made.sides.is_none();
    let (note, then, now) = match made.sides {
        Some(sides) => {
            let (then, now) = (range(sides.then, pen), range(sides.now, pen));
            let mut note = t.compare_note(&now, &then);
            if sides.overlap() {
                note = format!("{note} {}", t.compare_overlap());
            }
            match made.chosen.with {
                Against::Review => (note, t.compare_before().to_owned(), t.compare_after().to_owned()),
                _ => (note, then, now),
            }
        }
        None => (String::new(), t.compare_everybody().to_owned(), made.chosen.owner.clone()),
    };
    let rule = if with_team { t.compare_rule_team() } else { t.compare_rule() };
    let mut rows = Vec::new();
    let mut group = None;
    for compared in &made.figures {
        let key = compared.key();
        if group != Some(key.group()) {
            group = Some(key.group());
            rows.push(GridRow { name: t.compare_group(key.group()), ..GridRow::default() });
        }
        rows.push(row(made, compared, pen));
    }
    Shown {
        title: title(made, pen),
        rule: rule.to_owned(),
        note,
        heads: vec![t.compare_head_figure().to_owned(), then, now, t.compare_head_change().to_owned()],
        rows,
    }
}

fn title(made: &Made, pen: &Pen) -> String {
    let with_team = made.sides.is_none();
    let Some(most) = telling(&made.figures, with_team) else {
        let steady = made
            .figures
            .iter()
            .any(|compared| !(with_team && compared.key().is_sum()) && compared.became() == Change::Steady);
        return if steady { pen.t.compare_steady_all() } else { pen.t.compare_few_all() }.to_owned();
    };
    let name = written::called_in_full(most.key(), &made.ladder, pen);
    let (now, then) = (written::written(&most.now, pen), written::written(&most.then, pen));
    if with_team {
        pen.t.compare_title_team(&made.chosen.owner, &name, &now, &then)
    } else {
        pen.t.compare_title(&name, &now, &then)
    }
}

fn row(made: &Made, compared: &Compared, pen: &Pen) -> GridRow {
    let with_team = made.sides.is_none();
    let side = |scalar: &Scalar| {
        let cell = Cell::of(written::written(scalar, pen), scalar.figure.clone());
        Cell {
            population: Some(made.population.clone()),
            value: scalar.value.map(|value| value.to_string()),
            said: written::sample(scalar, pen),
            ..cell
        }
    };
    let shared = with_team && compared.key().is_sum();
    let change = if shared {
        compared.share().map_or_else(|| pen.none(), |share| pen.formats.percent_whole(share))
    } else {
        written::change(compared, pen)
    };
    let became = compared.became();
    // Of a share in the team's sum nothing is better or worse.
    let said = if shared { String::new() } else { pen.t.compare_became(became) };
    let change = Cell::text(change).saying(said, written::mark(became));
    GridRow {
        name: written::called(compared.key(), &made.ladder, pen),
        key: written::script_name(compared.key()),
        cells: vec![side(&compared.then), side(&compared.now), change],
        strong: false,
    }
}

/// How a key figure stands against that of an earlier time, in few words.
#[derive(Debug, Clone, PartialEq)]
pub struct Chip {
    /// The words.
    pub text: String,
    /// How they are meant.
    pub mark: Mark,
}

/// What the key figures are compared with, if the reader asked for it and chose a period.
pub struct Chips {
    back: Back,
    then: (Outcomes, Cycle),
}

impl Chips {
    /// The figures of the chosen population as much earlier as the comparison says. Follows both choices.
    pub fn of(insights: Insights) -> Option<Chips> {
        let desk = insights.desk;
        let chosen = desk.compare.get();
        let Against::Back(back) = chosen.with else { return None };
        let choice = desk.chosen();
        let pipeline = desk.pipeline.get().filter(|_| chosen.chips)?;
        let (today, zone) = desk.with(|session| (session.zone().day(session.now()), session.zone()));
        choice.stretch.days(today).0?;
        let Sides { then: (from, to), .. } = Sides::back(choice.stretch, back, today)?;
        let census = desk.census(&choice.over(pipeline, (Some(from), Some(to)), &zone));
        Some(Chips { back, then: (outcomes(&census), cycle(&census)) })
    }

    /// How one of the figures changed; `None` for those that say nothing of a stretch of time.
    pub fn chip(&self, key: Key, (now, time): (&Outcomes, &Cycle), pen: &Pen) -> Option<Chip> {
        let scalar = |outcomes: &Outcomes, cycle: &Cycle| {
            let rate = outcomes.win_rate();
            let (value, sample) = match key {
                Key::WinRate => (rate.value(), rate.of),
                Key::MeanWon => (outcomes.mean_won().value(), outcomes.won.count),
                Key::MeanCycle => (cycle.won.mean, cycle.won.count),
                _ => return None,
            };
            Some(Scalar { key, value, sample, figure: TeamFigure::team(Ask::Closed) })
        };
        let compared = Compared { then: scalar(&self.then.0, &self.then.1)?, now: scalar(now, time)? };
        compared.change()?;
        let became = compared.became();
        let text =
            pen.t.compare_chip(&written::change(&compared, pen), &pen.t.compare_became(became), self.back);
        Some(Chip { text, mark: written::mark(became) })
    }
}
