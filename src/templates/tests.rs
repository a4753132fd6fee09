//! What must hold for every template, and that their names are those of the methods.

mod content;
mod journeys;

use std::collections::HashSet;

use super::*;

/// Template name and its stages, in order.
const EXPECTED: &[(&str, &[&str])] = &[
    (
        "Seven-step process",
        &[
            "Prospecting",
            "Qualification (BANT)",
            "Research",
            "Demonstration",
            "Objection handling",
            "Closing",
        ],
    ),
    (
        "Seven-step cycle, B2B",
        &["Find leads", "Contact", "Qualify (four questions)", "Present", "Overcome objections", "Close"],
    ),
    (
        "Seven-step cycle, B2C",
        &["Find leads", "Contact", "Qualify (four questions)", "Present", "Overcome objections", "Close"],
    ),
    ("Simple pipeline", &["Created", "Demo or meeting", "Offer", "Negotiation"]),
    (
        "B2B, with weighted criteria (“the bases”)",
        &["To first base", "First to second", "Second to third", "Conclude", "Sign"],
    ),
    ("Buyer’s journey", &["Awareness", "Consideration", "Decision"]),
    ("Blank", &["New"]),
];

#[test]
fn the_templates_are_those_of_the_methods() {
    let found: Vec<(&str, Vec<&str>)> =
        all().iter().map(|t| (t.name, t.stages.iter().map(|stage| stage.name).collect())).collect();
    let expected: Vec<(&str, Vec<&str>)> =
        EXPECTED.iter().map(|(name, stages)| (*name, stages.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn keys_are_unique_and_find_their_template() {
    let mut seen = HashSet::new();
    for template in all() {
        assert!(seen.insert(template.key), "{} twice", template.key);
        assert!(template.key.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit()));
        assert_eq!(by_key(template.key), Some(template));
    }
    assert_eq!(by_key("no-such-template"), None);
}

#[test]
fn chances_rise_along_the_ladder_and_never_promise_a_win() {
    for template in all() {
        let mut before = 0;
        for stage in template.stages {
            assert!(stage.chance > before, "{}: {} does not rise", template.key, stage.name);
            assert!(stage.chance <= 95, "{}: {}", template.key, stage.name);
            before = stage.chance;
        }
    }
}

#[test]
fn every_stage_can_go_stale() {
    for template in all() {
        for stage in template.stages {
            assert!((1..=60).contains(&stage.stale_days), "{}: {}", template.key, stage.name);
        }
    }
}

#[test]
fn selling_to_consumers_goes_stale_sooner_than_to_companies() {
    let (b2b, b2c) = (by_key("cycle-b2b").unwrap(), by_key("cycle-b2c").unwrap());
    assert_eq!(b2b.stages.len(), b2c.stages.len());
    for (company, consumer) in b2b.stages.iter().zip(b2c.stages) {
        assert_eq!(company.name, consumer.name);
        assert!(consumer.stale_days < company.stale_days, "{}", company.name);
        assert!(consumer.expected_days < company.expected_days, "{}", company.name);
    }
}

#[test]
fn stages_follow_the_phases_and_no_phase_is_without_a_stage() {
    for template in all() {
        let mut before = 0;
        for stage in template.stages {
            assert!(stage.phase < template.phases.len(), "{}: {} names no phase", template.key, stage.name);
            assert!(stage.phase >= before, "{}: {} goes back a phase", template.key, stage.name);
            before = stage.phase;
        }
        if template.key == "blank" {
            continue;
        }
        for (index, phase) in template.phases.iter().enumerate() {
            assert!(template.stages.iter().any(|s| s.phase == index), "{}: {}", template.key, phase.name);
        }
    }
}

#[test]
fn no_text_is_empty_or_carelessly_spaced() {
    for template in all() {
        let mut texts = vec![template.name, template.summary, template.pipeline];
        for stage in template.stages {
            texts.extend([stage.name, stage.definition]);
            if template.key != "blank" {
                texts.push(stage.exit_action);
            }
            texts.extend(stage.duties.iter().flat_map(|(department, what)| [*department, *what]));
            texts.extend(stage.criteria.iter().map(|(name, _)| *name));
            texts.extend(stage.tasks);
            for play in stage.playbook {
                texts.push(play.title);
                texts.extend((play.kind == PlayKind::Objection).then_some(play.topic));
                // A text may have paragraphs, one empty line between two.
                assert!(!play.text.contains("\n\n\n"), "{}: {}", template.key, play.title);
                texts.extend(play.text.split("\n\n").flat_map(|paragraph| paragraph.split('\n')));
            }
        }
        for phase in template.phases {
            texts.push(phase.name);
            texts.extend(phase.cells.iter().flat_map(|(_, notes)| notes.iter().map(|note| note.text)));
        }
        for text in texts {
            assert!(!text.is_empty(), "{}: an empty text", template.key);
            assert_eq!(text, text.split_whitespace().collect::<Vec<_>>().join(" "), "{}", template.key);
        }
    }
}

#[test]
fn winning_and_nurturing_are_no_open_stages() {
    for template in all() {
        for stage in template.stages {
            let name = stage.name.to_lowercase();
            assert!(!["won", "lost", "nurtur"].iter().any(|word| name.contains(word)), "{}", stage.name);
        }
    }
}
