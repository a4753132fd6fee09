//! The figures against golden files that other programs computed from the same data: `tests/golden/*/make.py` says how.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use stageline::exchange::csv_fields;
use stageline::exchange::csv_options::{Options, Start, Target};
use stageline::exchange::csv_plan;
use stageline::exchange::csv_read::sniff;
use stageline::exchange::log_fields;
use stageline::exchange::log_options::{Ending, LogOptions};
use stageline::exchange::log_plan;
use stageline::exchange::log_read::Reader;
use stageline::exchange::log_xes::write_log_xes;
use stageline::exchange::values::{DateOrder, DecimalMark};
use stageline::metrics::{
    Census, Population, Rule, cycle, funnel, latest_closing, moves, outcomes, won_by_month,
};
use stageline::model::*;

pub const NOW: Timestamp = Timestamp(1_795_000_000_000); // 2026-11-18
const DAY_MS: f64 = 86_400_000.0;

fn golden(text: &str) -> Value {
    serde_json::from_str(text).expect("golden files are JSON")
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn count(value: &Value) -> u64 {
    value.as_u64().expect("a count")
}

/// A mean is summed in another order there than here.
fn near(ours: Option<f64>, theirs: &Value) {
    let (ours, theirs) = (ours.expect("a figure"), number(theirs));
    assert!((ours - theirs).abs() <= 1e-9 * theirs.abs(), "{ours} and not {theirs}");
}

fn census(workspace: &Workspace, population: &Population) -> Census {
    Census::of(workspace, population, &Zone::UTC, NOW)
}

/// The help desk's log as its import makes it, closed at the end or not.
fn help_desk(ending: Ending) -> (Workspace, PipelineId) {
    let table = Arc::new(sniff(include_str!("../fixtures/helpdesk/helpdesk.csv")).expect("a table"));
    let mapping = log_fields::suggest(&table);
    assert!(log_fields::is_log(&table, &mapping));
    let log = Reader::new(Arc::clone(&table), mapping.clone(), DateOrder::YearMonthDay, NOW).finish();
    let suggested = LogOptions::suggest(&log, false, "Help desk", Currency::EUR, DecimalMark::Point);
    let options = LogOptions { ending, ..suggested.expect("nine activities") };
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let mut ids = SeededIds::new(NOW, 1);
    let plan = log_plan::plan(&log, &table, &mapping, &options, &workspace, &mut ids).expect("a plan");
    let pipeline = plan.pipeline.id;
    apply(&mut workspace, plan.command(), NOW).expect("the plan is sound");
    assert_eq!(check(&workspace), vec![]);
    (workspace, pipeline)
}

#[test]
fn the_help_desk_is_as_pm4py_counts_it() {
    let golden = golden(include_str!("../golden/helpdesk/golden.json"));
    for ending in Ending::ALL {
        let (workspace, pipeline) = help_desk(ending);
        let census = census(&workspace, &Population::of(pipeline));
        assert_eq!(census.len() as u64, count(&golden["cases"]));
        let stages = workspace.ladder(pipeline);
        let name = |at: usize| stages.get(at).expect("a stage").name.clone();

        let touched: BTreeMap<String, u64> = funnel(&census, Rule::Touched)
            .steps
            .iter()
            .enumerate()
            .filter(|(_, step)| step.rung != Rung::Won)
            .map(|(at, step)| (name(at), step.reached.count))
            .collect();
        assert_eq!(serde_json::to_value(touched).expect("JSON"), golden["touched"]);

        let moves = moves(&census);
        let follows: BTreeMap<(String, String), u64> =
            moves.pairs().map(|(from, to, count)| ((name(from), name(to)), count)).collect();
        let theirs = golden["directly_follows"].as_array().expect("a list").iter().map(|entry| {
            let text = |at: usize| entry[at].as_str().expect("an activity").to_owned();
            ((text(0), text(1)), count(&entry[2]))
        });
        assert_eq!(follows, theirs.collect());
        let listed = |counts: &[u64]| -> Value {
            let some = counts.iter().enumerate().filter(|(_, count)| **count > 0);
            serde_json::to_value(some.map(|(at, count)| (name(at), *count)).collect::<BTreeMap<_, _>>())
                .expect("JSON")
        };
        assert_eq!(listed(&moves.created), golden["starts"]);
        let ended = match ending {
            Ending::Open => None,
            Ending::Won => Some(&moves.won),
            Ending::Lost => Some(&moves.lost),
        };
        if let Some(ended) = ended {
            assert_eq!(listed(ended), golden["ends"]);
        }
        let events = moves.forward() + moves.back() + moves.repeated() + moves.created.iter().sum::<u64>();
        assert_eq!(events, count(&golden["events"]));

        // To the millisecond: the sum of all durations is a whole number of them.
        let duration = moves.duration;
        let cases = number(&golden["cases"]);
        let sum = |mean: f64| (mean * cases).round();
        assert_eq!(sum(duration.mean.expect("a mean") * DAY_MS), sum(number(&golden["mean_duration_ms"])));
        near(duration.mean.map(|days| days * DAY_MS), &golden["mean_duration_ms"]);
        let median = duration.median.expect("a median") * DAY_MS;
        assert_eq!(median.round(), number(&golden["median_duration_ms"]));
    }
}

#[test]
fn the_help_desk_goes_out_with_every_event() {
    let (workspace, pipeline) = help_desk(Ending::Open);
    let text = write_log_xes(&workspace, pipeline);
    assert_eq!((text.matches("<trace>").count(), text.matches("<event>").count()), (3_804, 13_710));
}

/// The opportunities as their import makes them.
pub fn opportunities() -> (Workspace, PipelineId) {
    let table = sniff(include_str!("../fixtures/crm-sales/sales_pipeline.csv")).expect("a table");
    let mapping = csv_fields::suggest(&table);
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let start = Start {
        target: Target::New { name: "Opportunities".into(), currency: Currency::USD },
        only_pipeline: None,
        first_stage: "New".into(),
    };
    let options = Options::suggest(&table, &mapping, &workspace, start).expect("options");
    let mut ids = SeededIds::new(NOW, 1);
    let plan = csv_plan::plan(Arc::new(table), &mapping, options, &workspace, &mut ids, NOW).expect("a plan");
    let pipeline = plan.target;
    apply(&mut workspace, plan.command(), NOW).expect("the plan is sound");
    (workspace, pipeline)
}

#[test]
fn the_opportunities_are_as_pandas_counts_them() {
    let golden = golden(include_str!("../golden/crm-sales/golden.json"));
    let (workspace, pipeline) = opportunities();
    let all = Population::of(pipeline);
    let census_of_all = census(&workspace, &all);
    assert_eq!(census_of_all.len() as u64, count(&golden["deals"]));
    let found = outcomes(&census_of_all);
    assert_eq!(
        [found.won.count, found.lost.count, found.open.count],
        ["won", "lost", "open"].map(|key| count(&golden[key]))
    );
    near(found.win_rate().value(), &golden["win_rate"]);
    // Values are whole dollars there and cents here.
    assert_eq!(found.won.value, 100 * golden["won_value"].as_i64().expect("dollars"));
    near(found.mean_won().value().map(|cents| cents / 100.0), &golden["mean_won_value"]);
    let won = cycle(&census_of_all).won;
    near(won.mean, &golden["mean_won_cycle_days"]);
    assert_eq!(won.median, Some(number(&golden["median_won_cycle_days"])));

    let last = latest_closing(&census_of_all).expect("something was closed");
    let booked: Vec<Value> = won_by_month(&census_of_all, last, 60)
        .into_iter()
        .filter(|month| month.won.count > 0)
        .map(|found| {
            let month = format!("{:04}-{:02}", found.month.year, found.month.month);
            serde_json::json!([month, found.won.count, found.won.value / 100])
        })
        .collect();
    assert_eq!(Value::Array(booked), golden["bookings"]);

    let owners = golden["win_rate_by_owner"].as_array().expect("a list");
    assert_eq!(owners.len(), 30);
    let mut closed = 0;
    for owner in owners {
        let name = owner[0].as_str().expect("a name");
        let found = outcomes(&census(&workspace, &all.clone().owner(name))).win_rate();
        assert_eq!((found.part, found.of), (count(&owner[1]), count(&owner[2])), "{name}");
        near(found.value(), &owner[3]);
        closed += found.of;
    }
    assert_eq!(closed, found.won.count + found.lost.count);
}
