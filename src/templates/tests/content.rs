//! Every template teaches the whole of its process: what each stage is for, who does what, what earns the way on.

use std::collections::{BTreeSet, HashSet};

use super::super::*;
use PlayKind::{Close, Message, Objection, Outline};

/// The kinds of objection of method row 3.
const TOPICS: [&str; 6] =
    ["Comparison with a competitor", "Missing requirement", "No authority", "No urgency", "Price", "Trust"];
/// The departments of method row 20.
const DEPARTMENTS: [&str; 6] = ["IT", "Marketing", "Point of sale", "Product", "Sales", "Support"];
/// What a message can have filled in.
const PLACEHOLDERS: [&str; 8] =
    ["[company]", "[deal]", "[expected close]", "[me]", "[name]", "[problem]", "[product]", "[value]"];

/// Every template but the blank one, which begins with nothing.
fn filled() -> impl Iterator<Item = &'static Template> {
    all().iter().filter(|template| template.key != "blank")
}

/// Every stage of these, with its template's key.
fn stages() -> impl Iterator<Item = (&'static str, &'static StageSpec)> {
    filled().flat_map(|template| template.stages.iter().map(|stage| (template.key, stage)))
}

fn plays(stage: &StageSpec, kind: PlayKind) -> impl Iterator<Item = &PlaySpec> {
    stage.playbook.iter().filter(move |play| play.kind == kind)
}

fn topics<'a>(plays: impl Iterator<Item = &'a PlaySpec>) -> Vec<&'a str> {
    plays.map(|play| play.topic).collect::<BTreeSet<_>>().into_iter().collect()
}

#[test]
fn the_seven_steps_say_what_each_is_for_and_how_it_is_done_method_row_1() {
    let template = by_key("seven-step").unwrap();
    // The seventh step, nurturing, comes after the win.
    assert_eq!(template.stages.len(), 6);
    for stage in template.stages {
        assert!(stage.definition.len() > 60, "{}", stage.name);
        assert!(stage.tasks.len() >= 3, "{}", stage.name);
        assert!(!stage.playbook.is_empty(), "{}", stage.name);
    }
    let last = template.stages.last().unwrap();
    assert!(last.definition.contains("nurture"));
}

#[test]
fn every_kind_of_objection_has_an_answer_in_every_template_method_row_3() {
    for template in filled() {
        let found = topics(template.stages.iter().flat_map(|stage| plays(stage, Objection)));
        assert_eq!(found, TOPICS, "{}", template.key);
    }
    for (key, name) in [
        ("seven-step", "Objection handling"),
        ("cycle-b2b", "Overcome objections"),
        ("cycle-b2c", "Overcome objections"),
    ] {
        let stage = by_key(key).unwrap().stages.iter().find(|stage| stage.name == name).unwrap();
        assert_eq!(topics(plays(stage, Objection)), TOPICS, "{key}");
    }
}

#[test]
fn departments_know_what_they_do_in_each_stage_method_row_20() {
    let mut named = BTreeSet::new();
    for (key, stage) in stages() {
        let departments: Vec<&str> = stage.duties.iter().map(|(department, _)| *department).collect();
        assert!((2..=4).contains(&departments.len()), "{key}: {}", stage.name);
        assert!(departments.contains(&"Sales"), "{key}: {}", stage.name);
        let distinct: HashSet<&str> = departments.iter().copied().collect();
        assert_eq!(distinct.len(), departments.len(), "{key}: {} names one twice", stage.name);
        named.extend(departments);
    }
    assert_eq!(named.into_iter().collect::<Vec<_>>(), DEPARTMENTS);
}

#[test]
fn an_action_of_the_buyer_leads_out_of_every_stage_method_row_21() {
    for (key, stage) in stages() {
        assert!(
            stage.exit_action.starts_with("The ") || stage.exit_action.starts_with("Each person"),
            "{key}: {}",
            stage.name
        );
        assert!(stage.exit_action.split(' ').count() >= 3, "{key}: {}", stage.name);
    }
}

#[test]
fn every_stage_is_a_short_to_do_list_method_row_26() {
    for (key, stage) in stages() {
        assert!((2..=5).contains(&stage.tasks.len()), "{key}: {}", stage.name);
        let distinct: HashSet<&str> = stage.tasks.iter().copied().collect();
        assert_eq!(distinct.len(), stage.tasks.len(), "{key}: {} has one twice", stage.name);
    }
}

#[test]
fn the_criteria_of_a_template_add_up_to_a_hundred_percent_method_row_35() {
    for template in filled() {
        let mut names = HashSet::new();
        let mut before = 0_u16;
        for stage in template.stages {
            assert!(!stage.criteria.is_empty(), "{}: {}", template.key, stage.name);
            // Who meets everything up to here has earned the chance with which this stage starts.
            if before > 0 {
                assert_eq!(u16::from(stage.chance), before, "{}: {}", template.key, stage.name);
            }
            for (name, weight) in stage.criteria {
                assert!(names.insert(*name), "{}: {name} twice", template.key);
                assert!(*weight > 0, "{}: {name}", template.key);
                before += u16::from(*weight);
            }
        }
        assert_eq!(before, 100, "{}", template.key);
    }
}

#[test]
fn the_bases_have_the_criteria_of_their_source_and_a_gate_each_method_rows_35_and_36() {
    let found: Vec<Vec<&str>> = by_key("bases")
        .unwrap()
        .stages
        .iter()
        .map(|stage| stage.criteria.iter().map(|(name, _)| *name).collect())
        .collect();
    assert_eq!(
        found,
        [
            vec![
                "Talked with the decision maker",
                "Issue identified that our product addresses",
                "Meeting obtained"
            ],
            vec!["Need identified", "Compelling reasons to buy identified", "Cost of the problem quantified"],
            vec!["Funds available", "Decision process understood"],
            // The source names no criteria for the last two stages; they are met by being reached.
            vec!["Yes in principle to the proposal"],
            vec!["Contract signed"],
        ]
    );
    for template in filled() {
        let gates: Vec<Gate> = template.stages.iter().map(|stage| stage.gate).collect();
        if template.key == "bases" {
            assert!(gates.contains(&Gate::Block) && !gates.contains(&Gate::Free));
        } else {
            assert!(gates.contains(&Gate::Warn) && !gates.contains(&Gate::Block), "{}", template.key);
        }
    }
}

#[test]
fn only_the_bases_are_drawn_as_a_diamond_and_qualification_follows_the_source() {
    use Diagram::{Diamond, Path};
    use Qualification::{Bant, FourQuestions, None};
    let found: Vec<_> = all().iter().map(|t| (t.key, t.qualification, t.diagram)).collect();
    assert_eq!(
        found,
        [
            ("seven-step", Bant, Path),
            ("cycle-b2b", FourQuestions, Path),
            ("cycle-b2c", FourQuestions, Path),
            ("simple", FourQuestions, Path),
            ("bases", Bant, Diamond),
            ("buyers-journey", None, Path),
            ("blank", None, Path),
        ]
    );
}

#[test]
fn a_deal_usually_leaves_before_it_is_stale() {
    for template in all() {
        for stage in template.stages {
            assert!((1..stage.stale_days).contains(&stage.expected_days), "{}: {}", template.key, stage.name);
        }
    }
}

#[test]
fn every_stage_has_a_message_ready_method_row_46() {
    for (key, stage) in stages() {
        assert!(plays(stage, Message).next().is_some(), "{key}: {}", stage.name);
        let distinct: HashSet<&str> = stage.playbook.iter().map(|play| play.title).collect();
        assert_eq!(distinct.len(), stage.playbook.len(), "{key}: {} has a title twice", stage.name);
        for message in plays(stage, Message) {
            assert!(message.text.starts_with("Hello [name],\n\n"), "{key}: {}", message.title);
            assert!(message.text.ends_with("\n\n[me]"), "{key}: {}", message.title);
            assert!(message.text.split_whitespace().count() <= 90, "{key}: {} is long", message.title);
        }
    }
}

#[test]
fn placeholders_stand_in_messages_only_and_all_of_them_are_used_method_row_46() {
    let mut used = BTreeSet::new();
    for (key, stage) in stages() {
        for play in stage.playbook {
            let mut rest = play.text;
            while let Some((_, after)) = rest.split_once('[') {
                let (name, behind) = after.split_once(']').unwrap();
                let placeholder = format!("[{name}]");
                assert!(
                    PLACEHOLDERS.contains(&placeholder.as_str()),
                    "{key}: {placeholder} in {}",
                    play.title
                );
                assert_eq!(play.kind, Message, "{key}: {placeholder} in {}", play.title);
                used.insert(placeholder);
                rest = behind;
            }
            assert!(!play.title.contains('[') && !play.text.contains("[]"), "{key}: {}", play.title);
        }
    }
    assert_eq!(used.iter().map(String::as_str).collect::<Vec<_>>(), PLACEHOLDERS);
}

#[test]
fn each_objection_has_a_kind_and_nothing_else_has_one_method_row_46() {
    for (key, stage) in stages() {
        for play in stage.playbook {
            match play.kind {
                Objection => assert!(TOPICS.contains(&play.topic), "{key}: {}", play.title),
                Message | Outline | Close => assert_eq!(play.topic, "", "{key}: {}", play.title),
            }
            assert_eq!(
                play.text.contains('\n'),
                matches!(play.kind, Message | Outline),
                "{key}: {}",
                play.title
            );
        }
    }
}

#[test]
fn every_template_has_an_outline_of_a_presentation_and_three_ways_to_close_method_row_46() {
    for template in filled() {
        let outlines: Vec<&PlaySpec> =
            template.stages.iter().flat_map(|stage| plays(stage, Outline)).collect();
        assert!(!outlines.is_empty(), "{}", template.key);
        for outline in outlines {
            let points: Vec<&str> = outline.text.lines().collect();
            assert!((6..=7).contains(&points.len()), "{}: {}", template.key, outline.title);
            assert!(points[0].starts_with("Introduce"), "{}: {}", template.key, outline.title);
            for part in ["Raise the problem", "Sum up", "Questions"] {
                assert!(points.iter().any(|p| p.starts_with(part)), "{}: {part}", template.key);
            }
        }
        let closes: Vec<&PlaySpec> = template.stages.iter().flat_map(|stage| plays(stage, Close)).collect();
        assert_eq!(
            closes.iter().map(|play| play.title).collect::<Vec<_>>(),
            ["Assumptive close", "Summary offer", "Limited-time offer"],
            "{}",
            template.key
        );
        // The one that presses carries a caution.
        assert!(closes[2].text.contains("Be honest"), "{}", template.key);
    }
}
