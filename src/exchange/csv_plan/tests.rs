use proptest::prelude::*;

use super::super::csv_fields::{outcome_of, suggest};
use super::super::csv_options::{NewStage, Start, currency_of, pipelines_of};
use super::super::csv_read::{Table, sniff};
use super::super::csv_write::{HEADER, write_deals_csv};
use super::super::values::{DateOrder, DecimalMark};
use super::*;
use crate::model::*;

const CRM: &str = include_str!("../../../tests/fixtures/crm-sales/sales_pipeline.csv");
const NOW: Timestamp = Timestamp(1_795_000_000_000); // 2026-11-18

fn empty() -> Workspace {
    Workspace::empty(WorkspaceId(1))
}

fn ids() -> SeededIds {
    SeededIds::new(NOW, 1)
}

fn start() -> Start {
    let target = Target::New { name: "Imported".into(), currency: Currency::USD };
    Start { target, only_pipeline: None, first_stage: "First".into() }
}

struct Import {
    table: Arc<Table>,
    mapping: Mapping,
    options: Options,
}

fn import(text: &str, workspace: &Workspace, start: Start) -> Import {
    let table = sniff(text).expect("a table");
    let mapping = suggest(&table);
    let options = Options::suggest(&table, &mapping, workspace, start).expect("options");
    Import { table: Arc::new(table), mapping, options }
}

impl Import {
    fn plan(self, workspace: &Workspace) -> Plan {
        plan(self.table, &self.mapping, self.options, workspace, &mut ids(), NOW).expect("a plan")
    }
}

fn planned(text: &str) -> Plan {
    import(text, &empty(), start()).plan(&empty())
}

fn applied(plan: Plan, mut workspace: Workspace) -> Workspace {
    apply(&mut workspace, plan.command(), NOW).expect("the plan is sound");
    assert_eq!(check(&workspace), vec![]);
    workspace
}

fn problems(plan: &Plan) -> Vec<(usize, Option<usize>, ProblemKind)> {
    plan.report.problems.iter().map(|p| (p.row, p.column, p.kind)).collect()
}

#[test]
fn the_sales_opportunities_come_in_whole_as_one_step() {
    let import = import(CRM, &empty(), start());
    let names: Vec<&str> = import.options.new_stages.iter().map(|stage| stage.name.as_str()).collect();
    assert_eq!(names, ["Prospecting", "Engaging"]);
    assert_eq!(import.options.closed_in, StageChoice::New("Engaging".into()));
    assert_eq!((import.options.dates, import.options.decimal), (DateOrder::MonthDayYear, DecimalMark::Point));
    assert_eq!(import.table.samples(3, 1), ["Cancity"]);
    let mut ids = ids();
    let mut planner = Planner::new(import.table, &import.mapping, import.options, &empty(), &mut ids, NOW)
        .expect("a planner");
    assert_eq!(planner.total(), 8_800);
    let mut done = 0;
    while done < planner.total() {
        let next = planner.step(500, &mut ids);
        assert!(next > done && next <= done + 500);
        done = next;
    }
    let plan = planner.finish(&mut ids).expect("a plan");
    assert_eq!((plan.report.won, plan.report.lost, plan.report.skipped), (4_238, 2_473, 0));
    let open: Vec<(&str, usize)> = plan.report.open.iter().map(|o| (o.name.as_str(), o.deals)).collect();
    assert_eq!(open, [("Prospecting", 500), ("Engaging", 1_589)]);
    assert_eq!(plan.report.counts, BTreeMap::from([(ProblemKind::NoCreated, 500)]));

    let mut workspace = empty();
    let change = apply(&mut workspace, plan.command(), NOW).expect("sound");
    assert_eq!(check(&workspace), vec![]);
    let count = |kind| workspace.all::<Deal>().values().filter(|d| d.outcome.kind() == kind).count();
    let (won, lost) = (count(OutcomeKind::Won), count(OutcomeKind::Lost));
    assert_eq!((won, won + lost), (4_238, 6_711));
    let of = |field: fn(&Deal) -> &str, text| {
        workspace.all::<Deal>().values().filter(|d| field(d) == text).count()
    };
    assert_eq!(of(|d| &d.product, "GTXPro"), 1_480);
    assert_eq!(of(|d| &d.owner, "Darcel Schlecht"), 747);
    assert_eq!(of(|d| &d.company, ""), 1_425);
    let first = workspace.all::<Deal>().values().find(|d| d.reference == "1C1I7A6R").expect("the first row");
    assert_eq!((first.title.as_str(), first.value), ("GTX Plus Basic", 105_400));
    let day = |at| Zone::UTC.day(at).to_string();
    assert_eq!(day(first.created), "2016-10-20");
    assert_eq!(first.outcome.closed().map(day).as_deref(), Some("2017-03-01"));
    // The cards stand as the rows do.
    let pipeline = workspace.pipelines()[0].id;
    let engaging = workspace.ladder(pipeline)[1].id;
    let cards: Vec<DealId> = workspace.column(engaging, OutcomeKind::Open).collect();
    assert!(cards.len() == 1_589 && cards.is_sorted());

    change.reverse().apply_to(&mut workspace);
    assert_eq!(workspace, empty());
}

#[test]
fn an_import_by_steps_is_the_import_at_once() {
    let head: String = CRM.lines().take(120).flat_map(|line| [line, "\n"]).collect();
    let import = import(&head, &empty(), start());
    let mut ids = ids();
    let mut planner =
        Planner::new(import.table, &import.mapping, import.options, &empty(), &mut ids, NOW).unwrap();
    while planner.step(7, &mut ids) < planner.total() {}
    assert_eq!(planner.finish(&mut ids).as_ref(), Ok(&planned(&head)));
}

#[test]
fn pipedrive_keeps_stage_and_status_apart() {
    let text = "Deal - ID;Deal - Title;Deal - Stage;Deal - Status;Deal - Value;Deal - Currency of Value;Deal - Probability;\
                Deal - Expected close date;Deal - Won time;Deal - Lost time;Deal - Deal created;Deal - Lost reason\n\
                1;A;Proposal Made;Open;1.000,50;EUR;;2026-12-01;;;2026-01-02 09:00:00;\n\
                2;B;Lead In;Won;20,00;EUR;80;;2026-02-03 10:00:00;;2026-01-02 09:00:00;\n\
                3;C;Negotiations Started;Lost;30;EUR;;;;2026-02-04 10:00:00;2026-01-02 09:00:00;too dear\n";
    let import = import(text, &empty(), start());
    assert_eq!(currency_of(&import.table, &import.mapping), Some(Currency::EUR));
    let mut import = import;
    import.options.target = Target::New { name: "P".into(), currency: Currency::EUR };
    let names: Vec<&str> = import.options.new_stages.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Lead In", "Proposal Made", "Negotiations Started"]);
    let plan = import.plan(&empty());
    assert_eq!(problems(&plan), []);
    let [a, b, c] = &plan.deals[..] else { panic!("three deals") };
    assert_eq!((a.value, a.expected, a.chance), (100_050, Day::new(2026, 12, 1), None));
    assert_eq!((b.stage, b.outcome.kind(), b.chance), (plan.stages[0].id, OutcomeKind::Won, Some(80)));
    assert_eq!((c.stage, c.created.0 % 86_400_000), (plan.stages[2].id, 37_800_000));
    assert!(matches!(&c.outcome, Outcome::Lost { reason, .. } if reason == "too dear"));
}

#[test]
fn hubspot_has_one_date_and_chances_to_one() {
    let text = "Deal Name,Deal Stage,Amount,Deal probability,Close Date,Create Date\n\
                A,Closed Won,\"1,000\",1,2026-02-01 10:11,2026-01-01 10:11\n\
                B,Contract Sent,\"2,000\",0.9,2026-12-24 10:11,2026-01-01 10:11\n\
                C,Closed Lost,,0,2026-02-01 10:11,2026-01-01 10:11\n";
    let plan = planned(text);
    assert_eq!((plan.report.won, plan.report.lost, plan.stages.len()), (1, 1, 1));
    assert_eq!(plan.deals[1].expected, Day::new(2026, 12, 24));
    assert_eq!(plan.deals.iter().map(|d| d.chance).collect::<Vec<_>>(), [Some(100), Some(90), Some(0)]);
    assert_eq!(plan.deals[0].value, 100_000);
}

#[test]
fn deals_join_a_pipeline_behind_its_own() {
    let first = applied(planned("title,stage\nA,Lead\nB,Proposal\n"), empty());
    let pipeline = first.pipelines()[0].id;
    let into = Start { target: Target::Existing(pipeline), ..start() };
    let text = "title,stage\nC,LEAD\nD,Quote sent\nE,Legal\nF,Won\nG,\n";
    let mut next = import(text, &first, into.clone());
    let own: Vec<StageId> = first.ladder(pipeline).iter().map(|stage| stage.id).collect();
    let stage = |id| Meaning::Stage(StageChoice::Existing(id));
    assert_eq!(next.options.stages["LEAD"], stage(own[0]));
    assert_eq!(next.options.stages["Quote sent"], stage(own[1]));
    assert_eq!(next.options.stages["Won"], Meaning::Won);
    assert_eq!(next.options.stages[""], stage(own[0]));
    assert_eq!(next.options.new_stages.len(), 1);
    next.options.closed_in = StageChoice::Existing(own[1]);
    let mut other_ids = SeededIds::new(NOW, 1_000);
    let plan = plan(next.table, &next.mapping, next.options, &first, &mut other_ids, NOW).expect("a plan");
    let both = applied(plan, first);
    let titles = |stage| -> Vec<String> {
        let deals = both.column(stage, OutcomeKind::Open).filter_map(|id| both.get::<Deal>(id));
        deals.map(|deal| deal.title.clone()).collect()
    };
    let ladder: Vec<StageId> = both.ladder(pipeline).iter().map(|stage| stage.id).collect();
    assert_eq!(
        ladder.iter().map(|id| titles(*id)).collect::<Vec<_>>(),
        [vec!["A", "C", "G"], vec!["B", "D"], vec!["E"]]
    );
    assert_eq!(both.column_len(own[1], OutcomeKind::Won), 1);
}

#[test]
fn each_problem_is_told_with_its_cell() {
    use ProblemKind::*;
    let long = "x".repeat(MAX_NAME + 1);
    let text = format!(
        "title,company,stage,outcome,value,currency,created,closed,chance,contact\n\
         ,ACME,Lead,,-5,,2026-01-01,,,\n\
         {long},,Lead,,abc,,31/31/2026,,150,\n\
         C,,Lead,won,9999999999999,,2026-02-01,2026-01-01,,\n\
         D,,Lead,lost,1,EUR,2030-01-01,2030-01-01,,\n\
         E,,Lead,maybe,1,,2026-01-01,,,\n\
         F,,Lead,won,,,,,,\n\
         ,,Lead,,1,,,,,\n\
         ,,,,,,,,,\n\
         G,,,,,,2026-01-01\n"
    );
    let plan = planned(&text);
    let expected = [
        (0, Some(0), BlankTitle),
        (0, Some(4), NegativeValue),
        (1, Some(0), TooLong),
        (1, Some(6), UnreadableDate),
        (1, Some(6), NoCreated),
        (1, Some(4), UnreadableValue),
        (1, Some(8), UnreadableChance),
        (2, None, ClosedBeforeCreated),
        (2, Some(4), ValueTooLarge),
        (3, Some(7), FutureClose),
        (3, Some(6), FutureCreated),
        (3, Some(4), OtherCurrency),
        (4, Some(3), UnknownOutcome),
        (5, Some(7), NoClosed),
        (5, Some(6), NoCreated),
        (6, None, SkippedUntitled),
        (7, None, SkippedBlank),
        (8, None, Ragged),
    ];
    assert_eq!(problems(&plan), expected);
    assert_eq!(plan.report.skipped, 2);
    assert_eq!(plan.deals[0].title, "ACME");
    assert_eq!(plan.deals[1].title.len(), MAX_NAME);
    assert_eq!(plan.deals[3].outcome.closed(), Some(NOW));
    assert_eq!(plan.report.counts.values().sum::<usize>(), expected.len());
    applied(plan, empty());
}

#[test]
fn the_outcome_beats_the_stage_and_a_closed_deal_of_no_stage_stood_in_the_last() {
    let text = "title,stage,outcome\nA,Lead,open\nB,Demo,\nC,,won\nD,,open\nE,Lead,lost\nF,Closed Won,\nG,Closed Lost,won\n";
    let plan = planned(text);
    let [lead, demo] = &plan.stages[..] else { panic!("two stages") };
    let found: Vec<_> = plan.deals.iter().map(|deal| (deal.stage, deal.outcome.kind())).collect();
    let (open, won, lost) = (OutcomeKind::Open, OutcomeKind::Won, OutcomeKind::Lost);
    assert_eq!(
        found,
        [
            (lead.id, open),
            (demo.id, open),
            (demo.id, won),
            (lead.id, open),
            (lead.id, lost),
            (demo.id, won),
            (demo.id, won)
        ]
    );
}

#[test]
fn a_file_without_stages_and_one_with_too_many() {
    let plan = planned("title\nA\nB\n");
    assert_eq!((plan.stages.len(), plan.stages[0].name.as_str()), (1, "First"));
    assert_eq!(plan.report.open[0].deals, 2);
    let text: String = (0..=60).map(|i| format!("A,{i}x\n")).collect();
    let table = sniff(&format!("title,stage\n{text}")).expect("a table");
    let options = Options::suggest(&table, &suggest(&table), &empty(), start());
    assert_eq!(options, Err(PlanError::TooManyStages(61)));
}

#[test]
fn what_does_not_fit_the_workspace_is_refused() {
    let text = "title,stage\nA,Lead\n";
    let try_with = |change: fn(&mut Options)| {
        let mut import = import(text, &empty(), start());
        change(&mut import.options);
        plan(import.table, &import.mapping, import.options, &empty(), &mut ids(), NOW).map(|p| p.stages.len())
    };
    assert_eq!(try_with(|_| ()), Ok(1));
    assert_eq!(try_with(|o| o.target = Target::Existing(PipelineId(5))), Err(PlanError::Unknown));
    assert_eq!(try_with(|o| o.closed_in = StageChoice::Existing(StageId(5))), Err(PlanError::Unknown));
    assert_eq!(
        try_with(|o| o.new_stages.push(NewStage { name: " ".into(), chance: 1 })),
        Err(PlanError::Blank)
    );
    let blank = |o: &mut Options| o.target = Target::New { name: " ".into(), currency: Currency::EUR };
    assert_eq!(try_with(blank), Err(PlanError::Blank));
    assert_eq!(try_with(|o| o.closed_in = StageChoice::New("Later".into())), Ok(2));
}

#[test]
fn one_pipeline_of_several_and_stages_in_their_usual_order() {
    let text = "title,pipeline,stage\nA,One,Negotiation\nB,Two,X\nC,One,Legal\nD,One,New lead\nE,One,Demo\n";
    let only = Start { only_pipeline: Some("One".into()), ..start() };
    let import = import(text, &empty(), only);
    assert_eq!(pipelines_of(&import.table, &import.mapping), [("One", 4), ("Two", 1)]);
    let stages: Vec<(&str, u8)> =
        import.options.new_stages.iter().map(|s| (s.name.as_str(), s.chance)).collect();
    assert_eq!(stages, [("New lead", 20), ("Demo", 40), ("Negotiation", 60), ("Legal", 80)]);
    let plan = import.plan(&empty());
    assert!(problems(&plan).contains(&(1, None, ProblemKind::SkippedOtherPipeline)));
    assert_eq!((plan.report.skipped, plan.deals.len()), (1, 4));
    let numbered = import_names("title,stage\nA,2. Zeta\nB,10. Lead\nC,1. Won deals soon\n");
    assert_eq!(numbered, ["1. Won deals soon", "2. Zeta", "10. Lead"]);
}

fn import_names(text: &str) -> Vec<String> {
    import(text, &empty(), start()).options.new_stages.into_iter().map(|stage| stage.name).collect()
}

// --- our own export ---

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(any::<char>(), 0..16).prop_map(|chars| chars.into_iter().collect()),
        "['=+@\t\r\n\",;| a-]{0,8}",
    ]
}

prop_compose! {
    fn deal()(
        texts in prop::collection::vec(text(), 8),
        value in prop_oneof![Just(0), 0..=MAX_VALUE],
        created in prop_oneof![0..NOW.0, (0i64..20_000).prop_map(|n| n * 86_400_000 + 37_800_000)],
        closed in prop::option::of((0..NOW.0, any::<bool>())),
        expected in prop::option::of(-700_000i64..2_900_000),
        chance in prop::option::of(0u8..=100),
        stage in 0u64..3,
    ) -> Deal {
        let trimmed = |at: usize| texts[at].trim().to_owned();
        let title = if trimmed(0).is_empty() { "x".to_owned() } else { trimmed(0) };
        let outcome = match closed {
            None => Outcome::Open,
            Some((at, true)) => Outcome::Won { at: Timestamp(at) },
            Some((at, false)) => Outcome::Lost { at: Timestamp(at), reason: trimmed(6) },
        };
        let mut history = vec![Event { at: Timestamp(created), what: Happened::Created { stage: StageId(stage) } }];
        match &outcome {
            Outcome::Open => {}
            Outcome::Won { at } => history.push(Event { at: *at, what: Happened::Won }),
            Outcome::Lost { at, reason } => {
                history.push(Event { at: *at, what: Happened::Lost { reason: reason.clone() } });
            }
            Outcome::Nurture { since, until, reason } => {
                history.push(Event {
                    at: *since,
                    what: Happened::Nurtured { reason: reason.clone(), until: *until },
                });
            }
        }
        Deal {
            id: DealId(0), pipeline: PipelineId(1), stage: StageId(stage), rank: Rank::middle(), title,
            company: trimmed(1), contact: trimmed(2), owner: trimmed(3), value, source: trimmed(4), product: trimmed(5),
            reference: trimmed(5), expected: expected.and_then(Day::from_number), chance, notes: texts[7].clone(),
            outcome, story: Story::default(), created: Timestamp(created), history,
        }
    }
}

fn with_deals(deals: Vec<Deal>, currency: Currency) -> Workspace {
    let mut workspace = empty();
    let ranks = Rank::spread(None, deals.len().max(3)).expect("room");
    let pipeline = PipelineId(1);
    let mut commands =
        vec![Command::AddPipeline(Pipeline::new(pipeline, Rank::middle(), "Imported", currency))];
    for (id, name) in ["Lead", "Proposal", "=Deal;"].into_iter().enumerate() {
        commands.push(Command::AddStage(Stage {
            chance: 10,
            ..Stage::new(StageId(id as u64), pipeline, ranks[id].clone(), name)
        }));
    }
    let deals = deals.into_iter().zip(&ranks).enumerate();
    commands.push(Command::ImportDeals(
        deals.map(|(id, (deal, rank))| Deal { id: DealId(id as u64), rank: rank.clone(), ..deal }).collect(),
    ));
    apply(&mut workspace, Command::Batch(commands), NOW).expect("sound");
    workspace
}

/// The deals in the order of the board, without what an import makes anew.
fn board(workspace: &Workspace) -> Vec<(String, Deal)> {
    let mut found = Vec::new();
    for stage in workspace.ladder(workspace.pipelines()[0].id) {
        for outcome in [OutcomeKind::Open, OutcomeKind::Won, OutcomeKind::Lost] {
            for deal in workspace.column(stage.id, outcome).filter_map(|id| workspace.get::<Deal>(id)) {
                let mut deal = Deal::clone(deal);
                deal.history.clear();
                (deal.id, deal.pipeline, deal.stage) = (DealId(0), PipelineId(0), StageId(0));
                deal.rank = Rank::middle();
                found.push((stage.name.clone(), deal));
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn what_was_exported_comes_back(deals in prop::collection::vec(deal(), 0..12), mark: bool, yen: bool) {
        let currency = if yen { Currency::new("JPY").unwrap() } else { Currency::new("KWD").unwrap() };
        let workspace = with_deals(deals, currency);
        let written = write_deals_csv(&workspace, None, mark);
        prop_assert_eq!(written.starts_with('\u{feff}'), mark);
        let target = Target::New { name: "Imported".into(), currency };
        let plan = import(&written, &empty(), Start { target, ..start() }).plan(&empty());
        let odd: Vec<_> = plan.report.counts.keys().filter(|k| **k != ProblemKind::ClosedBeforeCreated).collect();
        prop_assert_eq!(odd, Vec::<&ProblemKind>::new());
        let again = applied(plan, empty());
        prop_assert_eq!(board(&again), board(&workspace));
        prop_assert_eq!(write_deals_csv(&again, None, mark), written);
    }

    #[test]
    fn no_cell_is_a_formula(deals in prop::collection::vec(deal(), 1..6)) {
        let written = write_deals_csv(&with_deals(deals, Currency::EUR), None, false);
        let mut reader = csv::Reader::from_reader(written.as_bytes());
        for record in reader.records() {
            for cell in record.expect("a row").iter() {
                prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", cell);
            }
        }
    }

    #[test]
    fn no_table_makes_planning_panic(
        cells in prop::collection::vec(prop::collection::vec("[0-9./:TZ$,a-cWonLst -]{0,9}", 1..8), 0..12),
        fields in prop::collection::vec(0usize..Field::ALL.len(), 8),
    ) {
        let header = (0..8).map(|n| format!("c{n}")).collect::<Vec<_>>().join("|");
        let rows: String = cells.iter().map(|row| row.join("|") + "\n").collect();
        let table = Arc::new(sniff(&format!("{header}\n{rows}")).expect("a table"));
        let mapping = Mapping { fields: fields.into_iter().map(|at| Field::ALL[at]).collect() };
        let options = Options::suggest(&table, &mapping, &empty(), start()).expect("few stages");
        let plan = plan(Arc::clone(&table), &mapping, options, &empty(), &mut ids(), NOW).expect("a plan");
        prop_assert_eq!(plan.deals.len() + plan.report.skipped, table.len());
        applied(plan, empty());
    }
}

#[test]
fn values_in_another_currency_are_told_and_not_taken() {
    let rows = [
        ("$1,234.00", "", Currency::USD),
        ("\u{a3}500.00", "", Currency::new("GBP").unwrap()),
        ("CHF 700.00", "", Currency::new("CHF").unwrap()),
        ("800", "US Dollar", Currency::USD),
        ("900 \u{20ac}", "", Currency::EUR),
        ("100", "\u{20ac}", Currency::EUR),
        ("110", "", Currency::EUR),
    ];
    let lines: String =
        rows.iter().map(|(value, cell, _)| format!("A;{value};{cell};2026-01-01\n")).collect();
    let text = format!("title;value;currency;created\n{lines}");
    let of = |currency: Currency| {
        let target = Target::New { name: "P".into(), currency };
        let plan = import(&text, &empty(), Start { target, ..start() }).plan(&empty());
        let taken: Vec<bool> = plan.deals.iter().map(|deal| deal.value > 0).collect();
        let told = plan.report.counts.get(&ProblemKind::OtherCurrency).copied().unwrap_or(0);
        assert_eq!(told, taken.iter().filter(|taken| !**taken).count());
        taken
    };
    assert_eq!(of(Currency::EUR), [false, false, false, false, true, true, true]);
    assert_eq!(of(Currency::USD), [true, false, false, true, false, false, true]);
    // The sign of the dollar is Canada's too.
    assert_eq!(of(Currency::new("CAD").unwrap()), [true, false, false, false, false, false, true]);
    let named = sniff("title;value;currency\nA;5;US Dollar\nB;6;USD\n").expect("a table");
    assert_eq!(currency_of(&named, &suggest(&named)), Some(Currency::USD));
}

#[test]
fn an_expected_close_is_the_day_that_is_written() {
    let text = "title,expected close,created\nA,2026-01-01T00:00:00+02:00,2025-11-01\nB,,2025-11-01\n";
    let plan = planned(text);
    assert_eq!(plan.deals[0].expected.map(|day| day.to_string()).as_deref(), Some("2026-01-01"));
    let text = "title,close date,created,status\nA,2026-01-01T00:00:00+02:00,2025-11-01,open\n";
    let plan = planned(text);
    assert_eq!(plan.deals[0].expected.map(|day| day.to_string()).as_deref(), Some("2026-01-01"));
}

#[test]
fn our_own_header_asks_nothing() {
    let table = sniff(&(HEADER.join(",") + "\r\n")).expect("a header");
    let mapping = suggest(&table);
    assert!(is_own(&table) && !mapping.has(Field::Ignore));
    assert_eq!(mapping.fields.iter().collect::<std::collections::BTreeSet<_>>().len(), HEADER.len());
    assert!(["open", "won", "lost"].into_iter().all(|word| outcome_of(word).is_some()));
    let workspace = with_deals(vec![], Currency::EUR);
    let written = write_deals_csv(&workspace, Some(PipelineId(1)), false);
    assert_eq!(written, HEADER.join(",") + "\r\n");
}
