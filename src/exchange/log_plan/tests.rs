use std::sync::Arc;

use proptest::prelude::*;

use super::super::csv_read::{Table, sniff};
use super::super::log_fields::{is_own, suggest};
use super::super::log_options::currency_of;
use super::super::log_read::Reader;
use super::super::log_write::write_log_csv;
use super::super::values::{DateOrder, DecimalMark};
use super::*;
use crate::model::*;

const NOW: Timestamp = Timestamp(1_795_000_000_000); // 2026-11-18

fn empty() -> Workspace {
    Workspace::empty(WorkspaceId(1))
}

struct Import {
    table: Arc<Table>,
    mapping: LogMapping,
    log: Log,
    options: LogOptions,
}

fn import(text: &str) -> Import {
    let table = Arc::new(sniff(text).expect("a table"));
    let mapping = suggest(&table);
    let mut reader = Reader::new(Arc::clone(&table), mapping.clone(), DateOrder::YearMonthDay, NOW);
    let mut done = 0;
    while done < reader.total() {
        done = reader.step(7);
    }
    let log = reader.finish();
    let options = LogOptions::suggest(&log, is_own(&table), "Log", Currency::EUR, DecimalMark::Point)
        .expect("few activities");
    Import { table, mapping, log, options }
}

impl Import {
    fn plan(&self) -> LogPlan {
        let mut ids = SeededIds::new(NOW, 1);
        plan(&self.log, &self.table, &self.mapping, &self.options, &empty(), &mut ids).expect("a plan")
    }

    fn apply(&self) -> Workspace {
        let mut workspace = empty();
        apply(&mut workspace, self.plan().command(), NOW).expect("the plan is sound");
        assert_eq!(check(&workspace), vec![]);
        workspace
    }
}

/// The deals by their titles, each with its history in short: `+A` created, `A` moved to, `W`, `L`, `N`, `R` re-opened.
fn told(workspace: &Workspace) -> Vec<(String, String)> {
    let name = |id: &StageId| workspace.get::<Stage>(*id).expect("a stage").name.clone();
    let word = |event: &Event| match &event.what {
        Happened::Created { stage } => format!("+{}", name(stage)),
        Happened::Moved { to, .. } => name(to),
        Happened::Won => "W".into(),
        Happened::Lost { .. } => "L".into(),
        Happened::Nurtured { .. } => "N".into(),
        Happened::Reopened => "R".into(),
        other => format!("{other:?}"),
    };
    let deals = workspace.all::<Deal>().values();
    deals.map(|d| (d.title.clone(), d.history.iter().map(word).collect::<Vec<_>>().join(" "))).collect()
}

fn problems(import: &Import) -> Vec<(usize, LogProblemKind)> {
    let cases = import.plan().report.problems;
    import.log.problems.listed.iter().chain(&cases.listed).map(|p| (p.row, p.kind)).collect()
}

const SMALL: &str = "case id,activity,time,resource,amount,title\n\
    a,New,2026-01-05 10:00:00,Anna,,First\n\
    b,Offer,2026-01-06 09:00:00,,,\n\
    a,Offer,2026-01-07 10:00:00,Ben,1200.50,\n\
    b,New,2026-01-05 09:00:00,Anna,80,\n\
    a,Offer,2026-01-08 10:00:00,,,\n\
    c,New,2026-01-09 10:00:00,,,\n\
    a,Won,2026-01-09 10:00:00,,,\n\
    c,Lost,2026-01-10 10:00:00,,,\n\
    a,Offer,2026-01-11 10:00:00,,,\n";

#[test]
fn cases_become_deals_and_activities_stages() {
    let import = import(SMALL);
    let activities: Vec<(&str, usize, usize, f64)> =
        import.log.activities.iter().map(|a| (a.name.as_str(), a.events, a.cases, a.place)).collect();
    let lost_place = 1.0;
    assert_eq!(
        activities,
        [("New", 3, 3, 0.0), ("Offer", 4, 2, 1.0), ("Won", 1, 1, 3.0), ("Lost", 1, 1, lost_place)]
    );
    assert_eq!(import.options.stages, ["New", "Offer"]);
    let workspace = import.apply();
    let told = told(&workspace);
    let expected = [("First", "+New Offer Offer W R"), ("b", "+New Offer"), ("c", "+New L")];
    assert_eq!(told, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let first = workspace.all::<Deal>().values().next().expect("a deal");
    assert_eq!((first.owner.as_str(), first.value, first.reference.as_str()), ("Ben", 120_050, "a"));
    assert_eq!(first.outcome, Outcome::Open);
    // A repeated activity is told, and is no new visit.
    let visits: Vec<Rung> = workspace.visits(first).iter().map(|visit| visit.rung).collect();
    let [new, offer] = [0, 1].map(|at| Rung::Stage(workspace.ladder(first.pipeline)[at].id));
    assert_eq!(visits, [new, offer, Rung::Won, offer]);
    let report = import.plan().report;
    assert_eq!((report.won, report.lost, report.nurture, report.events), (0, 1, 0, 9));
    assert_eq!(report.open, [("Offer".to_owned(), 2)]);
    assert_eq!(problems(&import), []);
}

#[test]
fn a_file_with_the_newest_first_is_read_from_its_end() {
    let newest = "case id,activity,time\n\
        1,Won,2026-03-02\n1,Offer,2026-03-02\n1,Lead,2026-03-01\n\
        2,Offer,2026-03-02\n2,Lead,2026-03-01\n";
    let one = ("1".to_owned(), "+Lead Offer W".to_owned());
    assert!(told(&import(newest).apply()).contains(&one));
    let oldest = "case id,activity,time\n1,Lead,2026-03-01\n1,Offer,2026-03-02\n1,Won,2026-03-02\n";
    assert!(told(&import(oldest).apply()).contains(&one));
}

#[test]
fn values_in_another_currency_are_told_and_not_taken() {
    let values = |text: &str| {
        let mut import = import(text);
        if let Some(currency) = currency_of(&import.table, &import.mapping) {
            import.options.currency = currency;
        }
        let deals: Vec<i64> = import.apply().all::<Deal>().values().map(|deal| deal.value).collect();
        let other =
            problems(&import).iter().filter(|(_, kind)| *kind == LogProblemKind::OtherCurrency).count();
        (import.options.currency.to_string(), deals, other)
    };
    let euro = |deals: &[i64], other| ("EUR".to_owned(), deals.to_vec(), other);
    // The most frequent code is that of the pipeline.
    let codes = "case id,activity,time,value,currency\n1,A,2026-01-02,1000,USD\n2,A,2026-01-02,1000,JPY\n3,A,2026-01-02,5,USD\n";
    assert_eq!(values(codes), ("USD".to_owned(), vec![100_000, 0, 500], 1));
    let signs = "case id,activity,time,value\n1,A,2026-01-02,€100\n2,A,2026-01-02,$100\n3,A,2026-01-02,7\n";
    assert_eq!(values(signs), euro(&[10_000, 0, 700], 1));
    let none = "case id,activity,time,value\n1,A,2026-01-02,100\n";
    assert_eq!(values(none), euro(&[10_000], 0));
}

#[test]
fn deals_that_are_open_in_the_end_can_be_closed_by_their_last_event() {
    let mut import = import(SMALL);
    import.options.ending = Ending::Won;
    let workspace = import.apply();
    let ends: Vec<(String, String)> = told(&workspace);
    assert_eq!(ends[0].1, "+New Offer Offer W R W");
    assert_eq!((ends[1].1.as_str(), ends[2].1.as_str()), ("+New Offer W", "+New L"));
    let second = workspace.all::<Deal>().values().nth(1).expect("a deal");
    assert_eq!(second.outcome, Outcome::Won { at: Timestamp(1_767_690_000_000) });
    import.options.ending = Ending::Lost;
    assert_eq!(import.plan().report.lost, 3);
}

#[test]
fn meanings_can_be_changed_and_stages_follow() {
    let mut import = import(SMALL);
    let mut mean = |activity: &str, meant: Becomes| {
        import.options.becomes.insert(activity.into(), meant);
        import.options.tidy(&import.log);
        import.options.stages.clone()
    };
    assert_eq!(mean("Lost", Becomes::Stage("Lost".into())), ["New", "Offer", "Lost"]);
    assert_eq!(mean("Offer", Becomes::Won), ["New", "Lost"]);
    assert_eq!(mean("Won", Becomes::LeftOut), ["New", "Lost"]);
    import.options.shift("Lost", -1);
    assert_eq!(import.options.stages, ["Lost", "New"]);
    import.options.shift("Lost", 9);
    assert_eq!(import.options.stages, ["New", "Lost"]);
    // Won at the first offer; the repeated ones say nothing new.
    assert_eq!(told(&import.apply())[0].1, "+New W");
    assert_eq!(problems(&import).iter().filter(|p| p.1 == LogProblemKind::ClosedAlready).count(), 2);
    for activity in ["New", "Lost"] {
        import.options.becomes.insert(activity.into(), Becomes::LeftOut);
    }
    import.options.tidy(&import.log);
    let mut ids = SeededIds::new(NOW, 1);
    let none = plan(&import.log, &import.table, &import.mapping, &import.options, &empty(), &mut ids);
    assert_eq!(none, Err(LogError::NoStage));
}

#[test]
fn every_row_that_does_not_fit_is_told() {
    use LogProblemKind::*;
    let import = import(
        "case id,activity,time\n\
         a,New,2026-01-05 10:00\n\
         ,New,2026-01-05 10:00\n\
         a,,2026-01-05 10:00\n\
         a,Offer,\n\
         a,Offer,yesterday\n\
         a,Offer,2030-01-05 10:00\n\
         ,,\n\
         b,Won,2026-01-05 10:00\n\
         b,Won,2026-01-06 10:00\n\
         a,Offer,2026-01-06 10:00,more\n",
    );
    assert_eq!(import.log.skipped, 6);
    assert_eq!(
        problems(&import),
        [
            (1, NoCase),
            (2, NoActivity),
            (3, NoTime),
            (4, UnreadableTime),
            (5, FutureTime),
            (6, SkippedBlank),
            (9, Ragged),
            (7, ClosedFirst),
            (8, ClosedAlready),
        ]
    );
    assert_eq!(told(&import.apply())[1], ("b".into(), "+New W".into()));
}

#[test]
fn the_help_desk_comes_in_whole_as_one_step() {
    let import = import(include_str!("../../../tests/fixtures/helpdesk/helpdesk.csv"));
    assert_eq!((import.log.cases.len(), import.log.events.len(), import.log.skipped), (3_804, 13_710, 0));
    assert_eq!(import.options.stages, ["3", "1", "8", "9", "4", "6", "5", "7", "2"]);
    let plan = import.plan();
    assert_eq!((plan.deals.len(), plan.report.events), (3_804, 13_710));
    assert_eq!(plan.report.open, [("6".to_owned(), 3_804)]);
    assert_eq!(problems(&import), []);
    let workspace = import.apply();
    assert_eq!(workspace.all::<Deal>().len(), 3_804);
}

#[test]
fn too_many_activities_are_no_stages() {
    let rows: String = (0..61).map(|n| format!("a,Step {n},2026-01-05 10:00\n")).collect();
    let table = Arc::new(sniff(&format!("case id,activity,time\n{rows}")).expect("a table"));
    let log = Reader::new(Arc::clone(&table), suggest(&table), DateOrder::YearMonthDay, NOW).finish();
    let refused = LogOptions::suggest(&log, is_own(&table), "Log", Currency::EUR, DecimalMark::Point);
    assert_eq!(refused, Err(LogError::TooManyActivities(61)));
}

#[test]
fn what_was_written_comes_back() {
    let first = import(SMALL).apply();
    let pipeline = first.pipelines()[0].id;
    let text = write_log_csv(&first, pipeline, true);
    let second = import(&text);
    assert_eq!(told(&second.apply()), told(&first));
    assert_eq!(problems(&second), []);
}

proptest! {
    #[test]
    fn whatever_a_log_says_makes_a_sound_workspace(
        rows in prop::collection::vec((0u8..4, 0usize..6, 0i64..9, 0usize..3), 1..60),
        ending in prop::sample::select(Ending::ALL.to_vec()),
    ) {
        let names = ["A", "B", "Won", "Lost", "Nurture", ""];
        let times = ["", "T10:00:00Z", " 10:00"];
        let lines = rows.iter().map(|(case, activity, day, time)| {
            format!("c{case},{},2026-01-0{}{}\n", names[*activity], day + 1, times[*time])
        });
        let mut import = import(&format!("case id,activity,time\nz,A,2026-01-01\n{}", lines.collect::<String>()));
        import.options.ending = ending;
        let plan = import.plan();
        let workspace = import.apply();
        prop_assert_eq!(workspace.all::<Deal>().len(), plan.deals.len());
        for deal in workspace.all::<Deal>().values() {
            prop_assert!(deal.history.is_sorted_by_key(|event| event.at));
            prop_assert_eq!(Some(deal.created), deal.history.first().map(|event| event.at));
        }
        // The order of the rows of different cases says nothing.
        let mut turned: Vec<&str> = Vec::new();
        let text = write_log_csv(&workspace, plan_pipeline(&workspace), false);
        let mut lines = text.lines();
        let header = lines.next().unwrap_or_default().to_owned();
        let all: Vec<&str> = lines.collect();
        for case in workspace.all::<Deal>().keys().rev() {
            turned.extend(all.iter().filter(|line| line.starts_with(&case.to_string())));
        }
        let again = self::import(&format!("{header}\n{}\n", turned.join("\n"))).apply();
        let mut before = told(&workspace);
        let mut after = told(&again);
        before.sort();
        after.sort();
        prop_assert_eq!(before, after);
    }
}

fn plan_pipeline(workspace: &Workspace) -> PipelineId {
    workspace.pipelines()[0].id
}
