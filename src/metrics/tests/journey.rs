//! The figures of the phases, the persona's deals, and what the map and the deals say of one another.

use super::*;
use crate::model::{
    Cell, Criterion, CriterionId, ItemId, Lane, NewNote, NoteId, Objection, OutcomeKind, Persona, PersonaId,
    PhaseEdit, PipelineEdit, Row, StageEdit,
};

const PHASES: u64 = 3;

fn phase(number: u64) -> PhaseId {
    PhaseId(number)
}

fn link(scene: &mut Scene, number: u64, to: Option<u64>) {
    let edit = StageEdit::Phase(to.map(phase));
    scene.run(0, Command::EditStage { stage: stage(PIPELINE, number), edit });
}

/// Puts three phases onto a scene: stages 1 and 2 in the first, 3 in the second, 4 in the third.
fn map_onto(mut scene: Scene) -> Scene {
    let ranks = Rank::spread(None, 3).expect("room");
    for (number, rank) in (1..=PHASES).zip(ranks) {
        scene.run(0, Command::AddPhase(Phase::new(phase(number), PIPELINE, rank, format!("P{number}"))));
    }
    for (number, to) in [(1, 1), (2, 1), (3, 2), (4, 3)] {
        link(&mut scene, number, Some(to));
    }
    scene
}

fn all(scene: &Scene) -> Census {
    scene.census(&Population::of(PIPELINE))
}

fn figures(scene: &Scene) -> Vec<PhaseFigures> {
    journey(&scene.workspace, &all(scene))
}

fn edit(scene: &mut Scene, deal: DealId, edit: DealEdit) {
    scene.run(30, Command::EditDeal { deal, edit });
}

fn object(scene: &mut Scene, deal: DealId, item: u64, kind: &str, raised: i64, overcome: bool) {
    let raised = scene.at(raised);
    let objection = Objection {
        kind: kind.into(),
        words: "Well".into(),
        answer: String::new(),
        raised,
        overcome: overcome.then_some(raised),
    };
    edit(scene, deal, DealEdit::Objection(ItemId(item), Some(objection)));
}

fn write(scene: &mut Scene, id: u64, number: u64, lane: Lane, text: &str) {
    let cell = Cell { phase: phase(number), step: None, lane };
    scene.run(0, Command::AddNote(NewNote { id: NoteId(id), cell, persona: None, text: text.into() }));
}

fn found(scene: &Scene, kind: &str) -> Vec<MapFinding> {
    let all = map_findings(&scene.workspace, &all(scene)).into_iter();
    all.filter(|finding| finding.flaw.kind() == kind).collect()
}

#[test]
fn method_row_22_the_time_in_a_phase_is_that_of_its_visits_from_stage_to_stage() {
    // On through the first phase in two days, back into it for one, and on; another sits in it.
    let mut scene = map_onto(Scene::new());
    scene.deal_in(PIPELINE, 1, 10, 0, &[1, 2, 3, 2, 4]);
    scene.deal_in(PIPELINE, 2, 10, 0, &[1]);
    // Closed in the phase and re-opened there: two visits, of one day and of one.
    scene.deal_in(PIPELINE, 3, 10, 0, &[2, LOST, 2, 3]);
    let found = figures(&scene);
    let time = found[0].time;
    assert_eq!((time.count, found[0].visitors), (4, 2));
    assert_eq!((time.mean, time.median, time.p85), (Some(5.0 / 4.0), Some(1.0), Some(2.0)));
    // A phase of one stage takes as long as that stage.
    let stages = stage_time(&all(&scene));
    assert_eq!((found[1].time, found[1].visitors), (stages[2].visits, stages[2].visitors));
    assert_eq!((found[2].time, found[2].visitors), (stages[3].visits, stages[3].visitors));
}

#[test]
fn the_deals_lost_from_a_phase_with_reasons_and_those_at_risk() {
    let mut scene = map_onto(golden());
    edit(&mut scene, DealId(6), DealEdit::LossReason("rival".into()));
    let found = figures(&scene);
    // C and F are lost from the first phase, G from the second; all open ones are long past five days.
    assert_eq!(found[0].lost, Tally { count: 2, value: 4 + 32 });
    assert_eq!(
        (found[0].lost_share(), found[1].lost_share()),
        (Rate { part: 2, of: 7 }, Rate { part: 1, of: 4 })
    );
    let reasons = |at: usize| {
        found[at].reasons.iter().map(|row| (row.reason.as_str(), row.lost.count)).collect::<Vec<_>>()
    };
    assert_eq!(reasons(0), [("rival", 1), ("price", 1)], "of equally many the one worth more");
    assert_eq!((reasons(1), reasons(2)), (vec![("price", 1)], vec![]));
    assert_eq!([found[0].at_risk.count, found[1].at_risk.count, found[2].at_risk.count], [1, 0, 1]);
}

#[test]
fn method_row_3_an_objection_belongs_to_the_phase_in_which_it_was_raised() {
    let mut scene = map_onto(Scene::new());
    let deal = scene.deal_in(PIPELINE, 1, 10, 0, &[1, 3, 4, WON]);
    for (item, kind, day, overcome) in
        [(1, "price", -2, true), (2, "price", 1, true), (3, " price ", 1, false), (4, "trust", 9, true)]
    {
        object(&mut scene, deal, item, kind, day, overcome);
    }
    let found = figures(&scene);
    let told = |at: usize| {
        found[at]
            .objections
            .iter()
            .map(|row| (row.kind.as_str(), row.deals.count, row.open))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(0), [("price", 1, 0)], "what was noted before the deal came to be");
    assert_eq!(told(1), [("price", 1, 1)]);
    assert_eq!(told(2), [("trust", 1, 0)], "what was noted after it was won");
}

#[test]
fn a_stage_out_of_use_and_one_that_became_part_of_another_count_with_their_phase() {
    let mut scene = map_onto(Scene::new());
    scene.deal_in(PIPELINE, 1, 10, 0, &[2, LOST]);
    scene.deal_in(PIPELINE, 2, 20, 0, &[3, 4]);
    scene.run(9, Command::RetireStage { stage: stage(PIPELINE, 2), to: None });
    scene.run(9, Command::MergeStages { stage: stage(PIPELINE, 3), into: stage(PIPELINE, 4) });
    let found = figures(&scene);
    assert_eq!(found[0].stages, [stage(PIPELINE, 1)]);
    assert_eq!((found[0].lost.count, found[0].conversion), (1, Rate { part: 1, of: 2 }));
    assert_eq!((found[1].stages.len(), found[1].time.count), (0, 0));
    assert_eq!((found[2].open.count, found[2].conversion.of), (1, 1));
}

#[test]
fn method_row_14_a_population_is_narrowed_to_a_persona() {
    let mut scene = map_onto(golden());
    let known = PersonaId(5);
    let persona = Persona { rank: Rank::middle(), name: "Owner".into(), about: String::new() };
    scene.run(0, Command::SetPersona(known, Some(persona)));
    for deal in [4, 6] {
        edit(&mut scene, DealId(deal), DealEdit::Persona(Some(known)));
    }
    let census = scene.census(&Population::of(PIPELINE).of_persona(Some(known)));
    assert_eq!(census.cases().map(|case| case.deal.id.0).collect::<Vec<_>>(), [4, 6]);
    let listed = drill(&census, &Figure::Journey(JourneyFigure::Lost { phase: phase(1), reason: None }));
    assert_eq!(listed.counted, [DealId(6)]);
    assert_eq!(listed.left.iter().filter(|(_, why)| *why == Left::Persona).count(), 5);
    let found = journey(&scene.workspace, &census);
    assert_eq!((found[0].open.count, found[0].lost.count, found[0].conversion.of), (1, 1, 2));
}

#[test]
fn method_row_15_stages_and_journey_that_do_not_match_are_told() {
    let mut scene = map_onto(golden());
    assert!(
        ["stages-without-phase", "phases-without-stages", "stage-order"]
            .iter()
            .all(|kind| found(&scene, kind).is_empty())
    );
    link(&mut scene, 3, None);
    let unlinked = found(&scene, "stages-without-phase").remove(0);
    assert_eq!(unlinked.evidence, MapEvidence::Stages(vec![stage(PIPELINE, 3)]));
    assert_eq!(found(&scene, "phases-without-stages")[0].evidence, MapEvidence::Phases(vec![phase(2)]));
    // The second stage is of a later phase than the fourth.
    link(&mut scene, 2, Some(3));
    link(&mut scene, 4, Some(2));
    let order = found(&scene, "stage-order").remove(0);
    assert_eq!(order.evidence, MapEvidence::Pairs(vec![(stage(PIPELINE, 2), stage(PIPELINE, 4))]));
    assert_eq!(order.deals, Tally { count: 2, value: 8 + 16 }, "the open deals in both");
    assert_eq!(found(&scene, "phases-without-stages"), []);
}

#[test]
fn method_row_17_empty_cells_are_told_where_deals_are_lost() {
    let mut scene = map_onto(golden());
    let lanes = |scene: &Scene, at: usize| match &found(scene, "map-gap")[at].evidence {
        MapEvidence::Empty { cells, lost } => (cells.iter().map(|cell| cell.lane).collect::<Vec<_>>(), *lost),
        other => panic!("{other:?}"),
    };
    let shown = [
        Lane::Questions,
        Lane::Actions,
        Lane::Decisions,
        Lane::Touchpoints,
        Lane::Content,
        Lane::PainPoints,
        Lane::Obstacles,
        Lane::Response,
    ];
    // Two are lost from the first phase, one from the second, none from the third.
    assert_eq!(found(&scene, "map-gap").len(), 2);
    assert_eq!(lanes(&scene, 0), (shown.to_vec(), Rate { part: 2, of: 3 }));
    let hidden = |row: Row, scene: &mut Scene| {
        let style = crate::model::RowStyle { hidden: true, ..row.style() };
        let edit = PipelineEdit::Row(row, Some(style));
        scene.run(0, Command::EditPipeline { pipeline: PIPELINE, edit });
    };
    for lane in shown.into_iter().skip(2) {
        hidden(Row::Notes(lane), &mut scene);
    }
    write(&mut scene, 1, 1, Lane::Questions, "Why?");
    assert_eq!(lanes(&scene, 0).0, [Lane::Actions], "what is hidden is not missed");
    // A step without a note is an empty cell.
    let step = crate::model::Step { rank: Rank::middle(), name: "One".into() };
    let later =
        crate::model::Step { rank: Rank::spread(None, 2).expect("room").remove(1), name: "Two".into() };
    for (id, step) in [(1, step), (2, later)] {
        scene.run(0, Command::EditPhase { phase: phase(1), edit: PhaseEdit::Step(ItemId(id), Some(step)) });
    }
    assert_eq!(lanes(&scene, 0).0, [Lane::Questions, Lane::Actions, Lane::Actions]);
    hidden(Row::Notes(Lane::Actions), &mut scene);
    assert_eq!(lanes(&scene, 0).0, [Lane::Questions]);
    hidden(Row::Notes(Lane::Questions), &mut scene);
    assert_eq!(found(&scene, "map-gap"), []);
}

#[test]
fn method_rows_17_20_and_21_what_phases_and_stages_lack_is_told() {
    let mut scene = map_onto(golden());
    assert_eq!(
        found(&scene, "no-owner")[0].evidence,
        MapEvidence::Phases(vec![phase(1), phase(2), phase(3)])
    );
    for number in 1..=PHASES {
        for edit in [PhaseEdit::Owner("Sales".into()), PhaseEdit::ExitAction("Asks".into())] {
            if number < PHASES || matches!(edit, PhaseEdit::Owner(_)) {
                scene.run(0, Command::EditPhase { phase: phase(number), edit });
            }
        }
    }
    assert_eq!(found(&scene, "no-owner"), []);
    let exit = found(&scene, "no-exit-action").remove(0);
    assert_eq!((exit.evidence, exit.deals.value), (MapEvidence::Phases(vec![phase(3)]), 16));
    let asks = StageEdit::ExitAction("Signs".into());
    scene.run(0, Command::EditStage { stage: stage(PIPELINE, 4), edit: asks });
    assert_eq!(found(&scene, "no-exit-action"), [], "its stage says it");
    let criterion = Criterion { rank: Rank::middle(), name: "Has a budget".into(), weight: 0 };
    for number in 1..=STAGES {
        let own = stage(PIPELINE, number);
        for edit in [
            StageEdit::Definition("Here".into()),
            StageEdit::ExitAction("Signs".into()),
            StageEdit::Criterion(CriterionId(number), Some(criterion.clone())),
        ] {
            if number != 2 || !matches!(edit, StageEdit::Definition(_)) {
                scene.run(0, Command::EditStage { stage: own, edit });
            }
        }
    }
    let bare = Bare { stage: stage(PIPELINE, 2), exit_action: false, definition: true, criteria: false };
    assert_eq!(found(&scene, "bare-stages")[0].evidence, MapEvidence::Bare(vec![bare]));
}

#[test]
fn method_row_17_pains_of_lost_deals_that_the_map_does_not_answer_are_told() {
    let mut scene = map_onto(golden());
    for (deal, pain) in [(3, "Too  much paper"), (6, "too much Paper"), (7, "Slow"), (1, "Won, not lost")] {
        edit(&mut scene, DealId(deal), DealEdit::Pain(pain.into()));
    }
    object(&mut scene, DealId(7), 1, "Price", 2, false);
    object(&mut scene, DealId(6), 2, "price", 2, true);
    let told = |scene: &Scene| -> Vec<_> {
        let all = found(scene, "unanswered-pain").into_iter();
        all.map(|finding| match finding.evidence {
            MapEvidence::Pain { words, noted, cell } => {
                (words, finding.deals.count, noted, cell.map(|cell| (cell.phase.0, cell.lane)))
            }
            other => panic!("{other:?}"),
        })
        .collect()
    };
    let pains = Some((1, Lane::PainPoints));
    assert_eq!(
        told(&scene),
        [
            ("Too  much paper".to_owned(), 2, false, pains),
            ("Price".to_owned(), 1, false, Some((2, Lane::PainPoints))),
            ("Slow".to_owned(), 1, false, Some((2, Lane::PainPoints))),
        ]
    );
    // On the map, but without a response there.
    write(&mut scene, 1, 2, Lane::PainPoints, "There is TOO MUCH PAPER in the office");
    assert_eq!((told(&scene)[0].2, told(&scene)[0].3), (true, Some((2, Lane::Response))));
    let before = found(&scene, "unanswered-pain").remove(0);
    let dismissed = std::collections::BTreeMap::from([(before.key(), before.state())]);
    assert!(before.is_dismissed(&dismissed));
    edit(&mut scene, DealId(7), DealEdit::Pain("too much paper".into()));
    assert!(!found(&scene, "unanswered-pain")[0].is_dismissed(&dismissed), "there is one more");
    write(&mut scene, 2, 2, Lane::Response, "We scan it");
    assert_eq!(told(&scene).iter().map(|row| row.0.as_str()).collect::<Vec<_>>(), ["Price"]);
}

#[test]
fn a_finding_of_the_map_is_put_away_until_it_changes() {
    let mut scene = map_onto(golden());
    link(&mut scene, 3, None);
    let before = found(&scene, "stages-without-phase").remove(0);
    let edit = PipelineEdit::Dismiss { finding: before.key(), state: Some(before.state()) };
    scene.run(0, Command::EditPipeline { pipeline: PIPELINE, edit });
    let dismissed = |scene: &Scene| {
        let pipeline = scene.workspace.get::<Pipeline>(PIPELINE).expect("a pipeline");
        found(scene, "stages-without-phase")[0].is_dismissed(&pipeline.dismissed)
    };
    assert!(dismissed(&scene));
    scene.deal_in(PIPELINE, 50, 1, 0, &[3]);
    assert!(dismissed(&scene), "a deal more is no other stage");
    link(&mut scene, 4, None);
    assert!(!dismissed(&scene));
    let keys: std::collections::BTreeSet<String> =
        map_findings(&scene.workspace, &all(&scene)).iter().map(MapFinding::key).collect();
    assert_eq!(keys.len(), map_findings(&scene.workspace, &all(&scene)).len(), "{keys:?}");
}

/// Reason, pain and persona as numbers; an objection: its kind, its day and whether it was overcome.
type Extra = (u8, u8, u8, Option<(u8, i64, bool)>);

fn extras() -> impl Strategy<Value = Vec<(Vec<u64>, i64, Extra)>> {
    let objection = prop::option::of((0..3u8, -2..14i64, any::<bool>()));
    vec((path(), 0..100_000i64, (0..3u8, 0..4u8, 0..3u8, objection)), 0..12)
}

/// The phase of each stage, if it has one.
fn links() -> impl Strategy<Value = Vec<Option<u64>>> {
    vec(prop::option::of(1..=PHASES), STAGES as usize)
}

fn scene_with(
    deals: &[(Vec<u64>, i64, Extra)],
    links: &[Option<u64>],
    id: impl Fn(usize) -> u64,
    order: &[usize],
) -> Scene {
    let mut scene = map_onto(Scene::new());
    for (number, to) in (1..).zip(links) {
        link(&mut scene, number, *to);
    }
    for number in 1..3 {
        let persona = Persona { rank: Rank::middle(), name: "Owner".into(), about: String::new() };
        scene.run(0, Command::SetPersona(PersonaId(number), Some(persona)));
    }
    write(&mut scene, 1, 1, Lane::PainPoints, "One pain of theirs");
    write(&mut scene, 2, 1, Lane::Response, "What we do");
    let word = |number: u8| ["", "one", "two", "Two "][usize::from(number)].to_owned();
    for index in order {
        let (path, value, (reason, pain, persona, objection)) = &deals[*index];
        let deal = scene.deal_in(PIPELINE, id(*index), *value, *index as i64, path);
        let Some(kept) = scene.workspace.get::<Deal>(deal) else { continue };
        if kept.outcome.kind() == OutcomeKind::Lost {
            edit(&mut scene, deal, DealEdit::LossReason(word(*reason)));
        }
        edit(&mut scene, deal, DealEdit::Pain(word(*pain)));
        edit(&mut scene, deal, DealEdit::Persona((*persona > 0).then(|| PersonaId(u64::from(*persona)))));
        if let Some((kind, day, overcome)) = objection {
            object(&mut scene, deal, 1, &word(*kind), *index as i64 + day, *overcome);
        }
    }
    scene
}

fn told(scene: &Scene, population: &Population) -> (Vec<PhaseFigures>, Vec<MapFinding>) {
    let census = scene.census(population);
    (journey(&scene.workspace, &census), map_findings(&scene.workspace, &census))
}

fn drilled(census: &Census, figure: JourneyFigure) -> Tally {
    let found = drill(census, &Figure::Journey(figure));
    assert_eq!(found.counted.len() + found.left.len(), census.len() + census.outside().len());
    let mut tally = Tally::default();
    found.counted.iter().filter_map(|id| census.find(*id)).for_each(|case| tally.add(case.value()));
    tally
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_of_the_journey_leads_to_its_deals(deals in extras(), links in links(), persona in 0..3u64) {
        let order: Vec<usize> = (0..deals.len()).collect();
        let scene = scene_with(&deals, &links, |index| index as u64 + 1, &order);
        prop_assert_eq!(check(&scene.workspace), []);
        let whose = (persona > 0).then_some(PersonaId(persona));
        let census = scene.census(&Population::of(PIPELINE).of_persona(whose));
        let reached = funnel(&census, Rule::Furthest).steps;
        let (stages, lost) = (stage_time(&census), losses(&census));
        for found in journey(&scene.workspace, &census) {
            let phase = found.phase;
            prop_assert_eq!(drilled(&census, JourneyFigure::Open(phase)), found.open);
            prop_assert_eq!(drilled(&census, JourneyFigure::AtRisk(phase)), found.at_risk);
            prop_assert_eq!(drilled(&census, JourneyFigure::Came(phase)).count, found.conversion.of);
            prop_assert_eq!(drilled(&census, JourneyFigure::Through(phase)).count, found.conversion.part);
            prop_assert_eq!(drilled(&census, JourneyFigure::Over(phase)).count, found.visitors);
            prop_assert_eq!(drilled(&census, JourneyFigure::Lost { phase, reason: None }), found.lost);
            for row in &found.reasons {
                let reason = Some(row.reason.clone());
                prop_assert_eq!(drilled(&census, JourneyFigure::Lost { phase, reason }), row.lost);
            }
            prop_assert_eq!(found.reasons.iter().map(|row| row.lost.count).sum::<u64>(), found.lost.count);
            for row in &found.objections {
                let of = |open| JourneyFigure::Objected { phase, kind: row.kind.clone(), open };
                prop_assert_eq!(drilled(&census, of(None)), row.deals);
                prop_assert_eq!(drilled(&census, of(Some(true))).count, row.open);
                prop_assert_eq!(drilled(&census, of(Some(false))).count, row.deals.count - row.open);
            }
            // What the reports by stage say.
            let own: Vec<usize> = (0..STAGES as usize).filter(|at| links[*at] == Some(phase.0)).collect();
            prop_assert_eq!(own.iter().map(|at| lost.from[*at].count).sum::<u64>(), found.lost.count);
            if let Some((first, last)) = own.first().zip(own.last()) {
                prop_assert_eq!(reached[*first].reached.count, found.conversion.of);
                prop_assert_eq!(reached[*last + 1].reached.count, found.conversion.part);
            }
            if let [only] = own.as_slice() {
                prop_assert_eq!((stages[*only].visits, stages[*only].visitors), (found.time, found.visitors));
            }
        }
        for finding in map_findings(&scene.workspace, &census) {
            prop_assert_eq!(drilled(&census, finding.figure.clone()), finding.deals, "{:?}", finding);
            prop_assert!(finding.key().len() < 100 && finding.state().len() < 100);
        }
    }

    #[test]
    fn the_journey_does_not_depend_on_order_ids_or_strangers(
        (deals, order) in extras().prop_flat_map(|deals| {
            let order: Vec<usize> = (0..deals.len()).collect();
            (Just(deals), Just(order).prop_shuffle())
        }),
        links in links(),
        stranger in path(),
    ) {
        let straight: Vec<usize> = (0..deals.len()).collect();
        let mut one = scene_with(&deals, &links, |index| index as u64 + 1, &straight);
        let other = scene_with(&deals, &links, |index| 1000 - index as u64, &order);
        let all = Population::of(PIPELINE);
        let before = told(&one, &all);
        prop_assert_eq!(&before, &told(&other, &all));
        one.deal_in(OTHER, 500, 77, 3, &stranger);
        prop_assert_eq!(&before, &told(&one, &all));
        // A deal of no persona, or of another one, is outside.
        let some = Population::of(PIPELINE).of_persona(Some(PersonaId(1)));
        let before = told(&one, &some);
        for (id, persona) in [(501, None), (502, Some(PersonaId(2)))] {
            let deal = one.deal_in(PIPELINE, id, 77, 3, &stranger);
            if one.workspace.get::<Deal>(deal).is_some() {
                edit(&mut one, deal, DealEdit::Persona(persona));
            }
        }
        prop_assert_eq!(&before, &told(&one, &some));
    }
}
