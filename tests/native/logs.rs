//! Event logs: what is written is well-formed and safe, says the same as the histories, and comes back to the same visits.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;
use stageline::exchange::csv_read::sniff;
use stageline::exchange::log_entries::{Activities, entries};
use stageline::exchange::log_fields::{is_own, suggest};
use stageline::exchange::log_options::LogOptions;
use stageline::exchange::log_plan::plan;
use stageline::exchange::log_read::Reader;
use stageline::exchange::log_write::write_log_csv;
use stageline::exchange::log_xes::write_log_xes;
use stageline::exchange::values::{DateOrder, DecimalMark};
use stageline::metrics::{Census, Population, moves};
use stageline::model::*;

use crate::world::{START, ask, small};

const PIPELINE: PipelineId = PipelineId(1);
const FAR: Timestamp = Timestamp(START + 100_000 * 86_400_000);

/// A deal that was won, re-opened and lost, one on the nurture list, and one that came from another pipeline and was put away;
/// their texts are what files are broken with.
fn scene() -> Workspace {
    let mut workspace = small();
    let hour = |n: i64| Timestamp(START + n * 3_600_000);
    let edit = |deal, edit| Command::EditDeal { deal: DealId(deal), edit };
    let mut run =
        |n: i64, command| apply(&mut workspace, command, hour(n)).map(drop).expect("the scene is sound");
    for (n, name) in [(11, "Lead"), (12, "Offer"), (13, "Won"), (14, "lead"), (21, "=cmd|'/c'!A1")] {
        run(0, Command::EditStage { stage: StageId(n), edit: StageEdit::Name(name.into()) });
    }
    run(0, Command::RemoveDeals([101, 103].map(DealId).into()));
    run(0, edit(100, DealEdit::Title("</string><!-- & \"Ä\"\t😀\u{1}\u{b} -->".into())));
    run(0, edit(100, DealEdit::Owner("=HYPERLINK(\"http://x\")".into())));
    run(0, edit(100, DealEdit::Company("A\r\nB ]]> &amp; 'C'".into())));
    run(1, edit(100, DealEdit::Value(123_456)));
    run(1, edit(100, DealEdit::Met(CriterionId(300), true)));
    run(2, Command::MoveDeal { deal: DealId(100), stage: StageId(12), place: Place::First });
    run(3, edit(100, DealEdit::Met(CriterionId(301), true)));
    run(3, Command::MoveDeal { deal: DealId(100), stage: StageId(14), place: Place::First });
    run(9, Command::WinDeal { deal: DealId(100), at: hour(1), value: 500 });
    run(10, Command::ReopenDeal { deal: DealId(100) });
    run(11, Command::LoseDeal { deal: DealId(100), at: hour(11), reason: "<too> dear".into() });
    run(12, Command::NurtureDeal { deal: DealId(102), reason: "+later".into(), until: None });
    run(12, edit(104, DealEdit::Owner("Anna".into())));
    // The gates of where it goes.
    run(13, edit(104, DealEdit::Met(CriterionId(300), true)));
    run(13, edit(104, DealEdit::Met(CriterionId(301), true)));
    run(13, Command::TransferDeal { deal: DealId(104), stage: StageId(13), value: 7 });
    run(14, Command::WinDeal { deal: DealId(104), at: hour(14), value: 7 });
    run(15, edit(104, DealEdit::Archived(true)));
    workspace
}

#[test]
fn a_log_in_csv_is_as_it_was() {
    assert_eq!(write_log_csv(&scene(), PIPELINE, false), include_str!("../golden/log/small.csv"));
    assert!(write_log_csv(&scene(), PIPELINE, true).starts_with('\u{feff}'));
    assert_eq!(write_log_csv(&scene(), PipelineId(99), false).lines().count(), 1);
}

#[test]
fn a_log_in_xes_is_as_it_was() {
    assert_eq!(write_log_xes(&scene(), PIPELINE), include_str!("../golden/log/small.xes"));
}

#[test]
fn no_cell_of_a_log_is_a_formula_to_a_spreadsheet() {
    let table = sniff(&write_log_csv(&scene(), PIPELINE, true)).expect("a table");
    assert!(is_own(&table));
    let text = write_log_csv(&scene(), PIPELINE, false);
    for cell in text.lines().flat_map(|line| line.split(',')) {
        let bare = cell.trim_start_matches('"');
        assert!(!bare.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    assert!(text.contains("'=cmd|") && text.contains("'=HYPERLINK") && text.contains("'+later"));
}

/// The values of all attributes called `value` in a text of XML, after a strict look at the whole of it: one root, tags that
/// close in order, attributes in quotes, references that are known, characters that XML 1.0 allows.
fn values(text: &str) -> Result<Vec<String>, String> {
    let mut rest =
        text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n").ok_or("no declaration")?;
    let (mut open, mut found, mut roots) = (Vec::new(), Vec::new(), 0);
    while let Some((between, tag)) = rest.split_once('<') {
        if !between.trim().is_empty() {
            return Err(format!("text: {between:?}"));
        }
        // Within a value in quotes a `>` would be allowed, but it is never written.
        let (tag, more) = tag.split_once('>').ok_or("a tag that never ends")?;
        rest = more;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("closes out of order: {name}"));
            }
            continue;
        }
        let (tag, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        roots += usize::from(open.is_empty());
        while !attributes.trim().is_empty() {
            let (key, more) = attributes.split_once("=\"").ok_or("an attribute without quotes")?;
            let (value, more) = more.split_once('"').ok_or("a value that never ends")?;
            if !key.trim().bytes().all(|b| b.is_ascii_alphanumeric() || b".:-".contains(&b)) {
                return Err(format!("key: {key:?}"));
            }
            let value = plain(value)?;
            if key.trim() == "value" {
                found.push(value);
            }
            attributes = more;
        }
        if !is_empty {
            open.push(name);
        }
    }
    if !open.is_empty() || roots != 1 || !rest.trim().is_empty() {
        return Err(format!("open: {open:?}, roots: {roots}, rest: {rest:?}"));
    }
    Ok(found)
}

fn plain(value: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = value;
    while let Some(c) = rest.chars().next() {
        let mut taken = c.len_utf8();
        if c == '&' {
            let (name, _) = rest[1..].split_once(';').ok_or("a reference that never ends")?;
            taken = name.len() + 2;
            out.push(match name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "#9" => '\t',
                "#10" => '\n',
                "#13" => '\r',
                _ => return Err(format!("reference: {name}")),
            });
        } else if matches!(c, '<' | '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}') {
            return Err(format!("character: {c:?}"));
        } else {
            out.push(c);
        }
        rest = &rest[taken..];
    }
    Ok(out)
}

#[test]
fn moves_count_what_happened_and_mergers_take_moves_away() {
    let mut workspace = scene();
    let of = |workspace: &Workspace| {
        let census = Census::of(workspace, &Population::of(PIPELINE), &Zone::UTC, FAR);
        moves(&census)
    };
    let found = of(&workspace);
    let duration = found.duration;
    // Deal 100 went from the first stage over the second to the fourth, was won, re-opened and lost there.
    assert_eq!(found.pairs().collect::<Vec<_>>(), [(0, 1, 1), (1, 3, 1)]);
    assert_eq!((found.forward(), found.back(), found.repeated()), (2, 0, 0));
    assert_eq!((&found.created[..], &found.arrived[..]), (&[2, 0, 0, 0][..], &[0, 0, 1, 0][..]));
    assert_eq!((&found.won[..], &found.lost[..]), (&[0, 0, 1, 1][..], &[0, 0, 0, 1][..]));
    assert_eq!((&found.nurtured[..], &found.reopened[..]), (&[1, 0, 0, 0][..], &[0, 0, 0, 1][..]));
    assert_eq!(found.between(9, 9), 0);
    // 11, 12 and 14 hours, the win of deal 100 being dated back.
    assert_eq!((duration.count, duration.median), (3, Some(0.5)));
    let merge = Command::MergeStages { stage: StageId(12), into: StageId(11) };
    apply(&mut workspace, merge, Timestamp(START)).expect("both are in use");
    let found = of(&workspace);
    assert_eq!(found.pairs().collect::<Vec<_>>(), [(0, 2, 1)]);
    assert_eq!(found.duration, duration);
    let csv = write_log_csv(&workspace, PIPELINE, false);
    assert!(!csv.contains("Offer"), "a part of another stage is no activity: {csv}");
}

#[test]
fn hostile_texts_stay_values() {
    let found = values(&write_log_xes(&scene(), PIPELINE)).expect("well-formed");
    for text in [
        "</string><!-- & \"Ä\"\t😀 -->",
        "A\r\nB ]]> &amp; 'C'",
        "=HYPERLINK(\"http://x\")",
        "<too> dear",
        "=cmd|'/c'!A1",
        "Won (2)",
        "lead (2)",
    ] {
        assert!(found.iter().any(|value| value == text), "{text:?} in {found:?}");
    }
}

/// The visits of the deals of a pipeline, by the names that a log gives to stages.
fn visits(workspace: &Workspace, pipeline: PipelineId) -> Vec<(String, Vec<String>)> {
    let activities = Activities::of(workspace, pipeline);
    let written = |visit: &Visit| {
        let rung = match visit.rung {
            Rung::Stage(stage) => activities.name(stage),
            Rung::Won => "Won",
        };
        format!("{rung} {} {:?}", visit.entered.0, visit.left.map(|left| left.0))
    };
    let of = |deal: &Arc<Deal>| workspace.visits(deal).iter().map(written).collect();
    workspace.deals(pipeline).map(|deal| (deal.id.to_string(), of(deal))).collect()
}

/// The workspace that a log of our own makes.
fn back(text: &str) -> Workspace {
    let table = Arc::new(sniff(text).expect("a table"));
    let mapping = suggest(&table);
    let log = Reader::new(Arc::clone(&table), mapping.clone(), DateOrder::YearMonthDay, FAR).finish();
    assert_eq!(log.skipped, 0, "{:?}", log.problems);
    let options = LogOptions::suggest(&log, is_own(&table), "Log", Currency::EUR, DecimalMark::Point)
        .expect("few stages");
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let mut ids = SeededIds::new(Timestamp(START), 1);
    let plan = plan(&log, &table, &mapping, &options, &workspace, &mut ids).expect("a plan");
    apply(&mut workspace, plan.command(), FAR).expect("the plan is sound");
    assert_eq!(check(&workspace), vec![]);
    workspace
}

/// As [`visits`], of a log that came back: its deals are named by their reference.
fn visits_back(workspace: &Workspace) -> Vec<(String, Vec<String>)> {
    let Some(pipeline) = workspace.pipelines().first().map(|pipeline| pipeline.id) else { return Vec::new() };
    let references: Vec<String> = workspace.deals(pipeline).map(|deal| deal.reference.clone()).collect();
    let found = visits(workspace, pipeline).into_iter();
    found.zip(references).map(|((_, visits), reference)| (reference, visits)).collect()
}

/// How often each activity of a log is followed by each kind of event with its activity, and how often a case begins with one.
type Follows = BTreeMap<(String, &'static str, String), u64>;

fn follows(workspace: &Workspace, pipeline: PipelineId) -> Follows {
    let activities = Activities::of(workspace, pipeline);
    let mut found = Follows::new();
    for deal in workspace.deals(pipeline) {
        let mut before = "";
        for entry in entries(workspace, deal, &activities) {
            let from = if entry.kind == "re-opened" { "" } else { before };
            *found.entry((from.to_owned(), entry.kind, entry.activity.to_owned())).or_default() += 1;
            before = entry.activity;
        }
    }
    // What happened in another pipeline is none of this one's moves.
    let ladder = workspace.whole_ladder(pipeline);
    let here = |name: &str| ladder.iter().any(|stage| activities.name(stage.id) == name);
    found
        .into_iter()
        .filter(|((from, kind, to), _)| match *kind {
            "moved" => here(from) && here(to),
            "created" | "re-opened" => here(to),
            _ => here(from),
        })
        .collect()
}

/// The same from the figures.
fn counted_moves(workspace: &Workspace, pipeline: PipelineId) -> Follows {
    let census = Census::of(workspace, &Population::of(pipeline), &Zone::UTC, FAR);
    let activities = Activities::of(workspace, pipeline);
    let ladder = workspace.whole_ladder(pipeline);
    let name = |at: usize| ladder.get(at).map_or("", |stage| activities.name(stage.id)).to_owned();
    let moves = moves(&census);
    let mut found: Follows =
        moves.pairs().map(|(from, to, count)| ((name(from), "moved", name(to)), count)).collect();
    let into = [("created", &moves.created), ("re-opened", &moves.reopened)];
    let out =
        [("won", &moves.won, "Won"), ("lost", &moves.lost, "Lost"), ("nurtured", &moves.nurtured, "Nurture")];
    for (kind, counts) in into {
        found.extend((0..).zip(counts).map(|(at, count)| ((String::new(), kind, name(at)), *count)));
    }
    for (kind, counts, activity) in out {
        found.extend((0..).zip(counts).map(|(at, count)| ((name(at), kind, activity.to_owned()), *count)));
    }
    found.retain(|_, count| *count > 0);
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_log_says_what_the_histories_say_and_comes_back_to_the_same_visits(asks in vec(ask(), 0..60)) {
        let mut workspace = scene();
        for (command, at) in asks {
            let _ = apply(&mut workspace, command, at);
        }
        for pipeline in [1, 2].map(PipelineId) {
            let activities = Activities::of(&workspace, pipeline);
            for deal in workspace.deals(pipeline) {
                let told: Vec<_> = entries(&workspace, deal, &activities).collect();
                prop_assert!(told.is_sorted_by_key(|entry| entry.at));
                prop_assert!(told.iter().all(|entry| !entry.activity.is_empty()));
            }
            prop_assert!(values(&write_log_xes(&workspace, pipeline)).is_ok());
            prop_assert_eq!(follows(&workspace, pipeline), counted_moves(&workspace, pipeline));
            let text = write_log_csv(&workspace, pipeline, false);
            let again = if workspace.deals(pipeline).next().is_some() {
                visits_back(&back(&text))
            } else {
                Vec::new()
            };
            prop_assert_eq!(sorted(again), sorted(visits(&workspace, pipeline)));
        }
    }
}

fn sorted(mut visits: Vec<(String, Vec<String>)>) -> Vec<(String, Vec<String>)> {
    visits.sort();
    visits
}
