//! Calls, e-mails, meetings and demos per owner and month, against the fixed number of calls.

use leptos::prelude::*;

use crate::chart::{Fill, Ink, Part, Row, RowChart, Words};
use crate::exchange::Deed;
use crate::metrics::{ActivityReport, Ask, Figure, TeamFigure, TimeSpan, activity, latest_activity};
use crate::model::{ActivityKind, Command, Month, PipelineEdit};
use crate::ui::insights::parts::{Cell, ChartCard, Drawing, Grid, GridRow, Mark, Pen, Way, grid_table};
use crate::ui::insights::{Insights, use_insights};
use crate::ui::parts::{Choice, NumberField};

/// How many months are shown.
const SHOWN: u16 = 6;

/// What is counted, as the switch offers it.
const KINDS: [(&str, Option<ActivityKind>); 5] = [
    ("call", Some(ActivityKind::Call)),
    ("email", Some(ActivityKind::Email)),
    ("meeting", Some(ActivityKind::Meeting)),
    ("demo", Some(ActivityKind::Demo)),
    ("all", None),
];

/// What was counted, and against what.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    report: ActivityReport,
    /// The spans of its months.
    spans: Vec<TimeSpan>,
    /// How many calls each is to make in a month; 0 if nobody said, or something else is counted.
    goal: u64,
    /// Whether the last month is not over yet.
    current: bool,
}

impl Shown {
    fn last(&self) -> Option<Month> {
        self.report.months.last().copied()
    }

    fn count(&self, row: Option<usize>, month: usize) -> u64 {
        let counts = match row {
            Some(row) => self.report.rows.get(row).map(|row| &row.counts),
            None => Some(&self.report.team),
        };
        counts.and_then(|counts| counts.get(month)).copied().unwrap_or(0)
    }

    fn figure(&self, name: Option<&str>, month: usize) -> Option<Figure> {
        let span = self.spans.get(month)?;
        Some(TeamFigure::of(name, Ask::Done(self.report.kind, *span)).into())
    }
}

/// The chosen kind's name.
fn kind_word(insights: Insights, key: &str) -> &'static str {
    let t = insights.desk.t();
    match key {
        "email" => t.activity_emails(),
        "meeting" => t.activity_meetings(),
        "demo" => t.activity_demos(),
        "all" => t.activity_all(),
        _ => t.activity_calls(),
    }
}

/// Both cards.
#[component]
pub fn Activities() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let kept = desk.prefs.get::<String>("insights-activity").unwrap_or_default();
    let kind = KINDS.into_iter().find(|(key, _)| *key == kept).map_or("call", |(key, _)| key);
    let kind = RwSignal::new(kind);
    let goal = Memo::new(move |_| desk.current_pipeline().map_or(0, |pipeline| pipeline.goals.calls));
    let team = Memo::new(move |_| desk.members());
    let shown = insights.report_dated(move |dated| {
        let census = dated.all;
        let chosen = kind.get();
        let counted = KINDS.into_iter().find(|(key, _)| *key == chosen).and_then(|(_, kind)| kind);
        let (last, _) = dated.last_of(SHOWN, latest_activity(census));
        let report = team.with(|team| activity(census, counted, team, last, SHOWN));
        let spans = report.months.iter().map(|month| TimeSpan::month(*month, census.zone())).collect();
        let goal = if counted == Some(ActivityKind::Call) { u64::from(goal.get()) } else { 0 };
        Shown { report, spans, goal, current: last == census.today().month() }
    });
    let choose = move |key: String| {
        if let Some((key, _)) = KINDS.into_iter().find(|(other, _)| *other == key) {
            kind.set(key);
            desk.prefs.set("insights-activity", key);
        }
        true
    };
    let set_goal = move |calls: Option<i64>| {
        let calls = u16::try_from(calls.unwrap_or(0)).unwrap_or(0);
        desk.pipeline.get_untracked().is_some_and(|pipeline| {
            let edit = PipelineEdit::CallsGoal(calls);
            desk.dispatch(Command::EditPipeline { pipeline, edit }, Deed::SetGoal)
        })
    };
    let tools = move || {
        let offers = KINDS.map(|(key, _)| (key.to_owned(), kind_word(insights, key).to_owned())).to_vec();
        let stored = Signal::derive(move || Some(i64::from(goal.get())).filter(|goal| *goal > 0));
        view! {
            <Choice
                name="activity-kind"
                label=t.activity_kind()
                offers=Signal::stored(offers)
                value=Signal::derive(move || kind.get().to_owned())
                on_choose=choose
            />
            <Show when=move || kind.get() == "call">
                <NumberField
                    name="calls-goal"
                    label=t.activity_goal()
                    value=stored
                    on_change=set_goal
                    max=1000
                    hint=t.activity_goal_hint()
                    unit=t.activity_goal_unit()
                />
            </Show>
        }
        .into_any()
    };
    let anything = move || {
        shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.report.team.iter().sum::<u64>() > 0))
    };
    let word = Signal::derive(move || kind_word(insights, kind.get()).to_owned());
    let chart = Memo::new(move |_| {
        let pen = insights.pen();
        shown.with(|shown| shown.as_ref().and_then(|shown| chart(shown, &pen)))
    });
    let title = move || {
        let pen = insights.pen();
        shown.with(|shown| shown.as_ref().map(|shown| title(shown, &pen)).unwrap_or_default())
    };
    let title =
        Signal::derive(move || if anything() { t.figure_of(&word.get(), &title()) } else { word.get() });
    let draw = move |drawing: Drawing| {
        chart.with(|chart| chart.as_ref().map(|chart| chart.svg(drawing.width, drawing.rtl, &drawing.prefix)))
    };
    let way = move |(row, column): (usize, usize)| {
        shown.with(|shown| {
            let shown = shown.as_ref().filter(|_| column == 1)?;
            let name = shown.report.rows.get(row)?.name.clone();
            shown.figure(Some(&name), shown.spans.len().checked_sub(1)?)
        })
    };
    let rule = Signal::derive(move || {
        let counted = shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.goal > 0));
        if counted { t.activity_rule() } else { t.activity_rule_all() }.to_owned()
    });
    let grid = Memo::new(move |_| {
        let pen = insights.pen();
        shown.with(|shown| shown.as_ref().map(|shown| grid(shown, &pen)).unwrap_or_default())
    });
    let heads = Signal::derive(move || grid.with(|(heads, _)| heads.clone()));
    let rows = Signal::derive(move || grid.with(|(_, rows)| rows.clone()));
    let mean = Signal::derive(move || {
        let pen = insights.pen();
        shown.with(|shown| shown.as_ref().and_then(|shown| mean(shown, &pen)).unwrap_or_default())
    });
    let month_title = Signal::derive(move || {
        let mean = mean.get();
        if mean.is_empty() { t.activity_by_month().to_owned() } else { t.figure_of(&word.get(), &mean) }
    });
    let table =
        Signal::derive(move || anything().then(|| grid.with(|(heads, rows)| grid_table(heads, rows))));
    view! {
        <div class="insights-pair">
            <ChartCard
                key="activities"
                name=Signal::derive(move || t.activity_name().to_owned())
                title
                rule
                draw=Callback::new(draw)
                empty=Signal::stored(t.activity_empty().to_owned())
                table=Signal::derive(move || chart.with(|chart| chart.as_ref().map(RowChart::table)))
                way=Way::new(way)
                tools
            />
            <ChartCard
                key="activity-months"
                name=Signal::stored(t.activity_by_month().to_owned())
                title=month_title
                rule=Signal::stored(t.activity_months_rule().to_owned())
                note=insights.own_dates_note()
                table
                is_table=true
            >
                <Grid name=Signal::stored(t.activity_by_month().to_owned()) heads rows />
            </ChartCard>
        </div>
    }
}

fn who(pen: &Pen, name: &str) -> String {
    if name.is_empty() { pen.t.no_owner().to_owned() } else { name.to_owned() }
}

fn title(shown: &Shown, pen: &Pen) -> String {
    let Some(last) = shown.last() else { return String::new() };
    let month = pen.formats.month(last);
    let month = if shown.current { pen.t.kpi_so_far(&month) } else { month };
    let at = shown.report.months.len().saturating_sub(1);
    if shown.goal > 0 {
        let reached = (0..shown.report.rows.len()).filter(|row| shown.count(Some(*row), at) >= shown.goal);
        return pen.t.activity_title_goal(&month, reached.count() as u64, shown.report.rows.len() as u64);
    }
    let before = at.checked_sub(1).map_or(0, |before| shown.count(None, before));
    pen.t.activity_title(&month, &pen.count(shown.count(None, at)), &pen.count(before))
}

/// The mean of the months that are over.
fn mean(shown: &Shown, pen: &Pen) -> Option<String> {
    let over = shown.report.team.len().saturating_sub(usize::from(shown.current));
    let counts = shown.report.team.get(..over).filter(|counts| !counts.is_empty())?;
    let sum: u64 = counts.iter().sum();
    let mean = pen.formats.decimal(sum as f64 / counts.len() as f64);
    Some(pen.t.activity_months_title(&mean, counts.len() as u64))
}

fn chart(shown: &Shown, pen: &Pen) -> Option<RowChart> {
    let last = shown.last()?;
    if shown.report.team.iter().all(|count| *count == 0) {
        return None;
    }
    let at = shown.report.months.len().saturating_sub(1);
    let row = |(index, doing): (usize, &crate::metrics::Doing)| {
        let count = shown.count(Some(index), at);
        let reached = shown.goal > 0 && count >= shown.goal;
        let ink = if reached { Ink::Won } else { Ink::Plain };
        let written = pen.count(count);
        let goal = (shown.goal > 0).then_some(shown.goal);
        Row {
            name: who(pen, &doing.name),
            parts: vec![Part { value: count as f64, fill: Fill::Ink(ink), soft: false }],
            mark: goal.map(|goal| goal as f64),
            text: goal.map_or_else(
                || written.clone(),
                |goal| {
                    let of = pen.t.activity_of(&written, &pen.count(goal));
                    if reached { format!("{of} ✓") } else { of }
                },
            ),
            cells: match goal {
                Some(goal) => {
                    let share = Some(count as f64 / goal as f64);
                    vec![written, pen.count(goal), pen.share(share)]
                }
                None => vec![written],
            },
            ..Row::default()
        }
    };
    let month = pen.formats.month(last);
    let mut heads = vec![pen.t.activity_head_who().to_owned(), month];
    if shown.goal > 0 {
        heads.extend([pen.t.activity_head_goal().to_owned(), pen.t.activity_head_share().to_owned()]);
    }
    Some(RowChart {
        words: Words { title: title(shown, pen), description: pen.t.activity_rule_all().to_owned(), heads },
        rows: shown.report.rows.iter().enumerate().map(row).collect(),
        most: None,
    })
}

fn grid(shown: &Shown, pen: &Pen) -> (Vec<String>, Vec<GridRow>) {
    let t = pen.t;
    let months = shown.report.months.iter().map(|month| pen.formats.month(*month));
    let heads = std::iter::once(t.activity_head_who().to_owned()).chain(months).collect();
    let last = shown.report.months.len().saturating_sub(1);
    let row = |name: Option<&str>, index: Option<usize>| {
        let cell = |month: usize| {
            let count = shown.count(index, month);
            let cell = match shown.figure(name, month).filter(|_| count > 0) {
                Some(figure) => Cell::of(pen.count(count), figure),
                None => Cell::text(pen.count(count)),
            };
            let cell = cell.value(count);
            if shown.goal == 0 || index.is_none() {
                return cell;
            }
            let missing = || pen.count(shown.goal - count);
            if count >= shown.goal {
                cell.saying(t.activity_reached().to_owned(), Mark::Good)
            } else if month == last && shown.current {
                cell.saying(t.activity_to_go(&missing()), Mark::Plain)
            } else {
                cell.saying(t.activity_short(&missing()), Mark::Warn)
            }
        };
        GridRow {
            name: name.map_or_else(|| t.activity_team().to_owned(), |name| who(pen, name)),
            key: name.unwrap_or("team").to_owned(),
            cells: (0..shown.report.months.len()).map(cell).collect(),
            strong: index.is_none(),
        }
    };
    let members = shown.report.rows.iter().enumerate().map(|(at, doing)| row(Some(&doing.name), Some(at)));
    (heads, std::iter::once(row(None, None)).chain(members).collect())
}
