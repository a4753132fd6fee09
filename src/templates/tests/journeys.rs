//! Every map of the buyer's journey says something in each cell, and says it as the model can hold it.

use std::collections::{BTreeSet, HashSet};

use super::super::*;
use crate::model::{Evidence, Lane};

/// The departments of method row 20.
const DEPARTMENTS: [&str; 6] = ["IT", "Marketing", "Point of sale", "Product", "Sales", "Support"];
/// How buyer and seller meet, in one word each time the same.
const CHANNELS: [&str; 15] = [
    "Chat",
    "Delivery",
    "Document",
    "E-mail",
    "Event",
    "Meeting",
    "Messenger",
    "Phone",
    "Review site",
    "Search",
    "Shop",
    "Social network",
    "Video call",
    "Website",
    "Word of mouth",
];

/// Every phase that says something: those of the templates and of the maps, each with the key of whose it is.
fn phases() -> impl Iterator<Item = (&'static str, &'static PhaseSpec)> {
    let templates = all().iter().filter(|template| template.key != "blank");
    let of_templates = templates.flat_map(|t| t.phases.iter().map(|phase| (t.key, phase)));
    of_templates.chain(map_templates().iter().flat_map(|t| t.phases.iter().map(|phase| (t.key, phase))))
}

fn notes() -> impl Iterator<Item = (&'static str, &'static PhaseSpec, Lane, &'static NoteSpec)> {
    phases().flat_map(|(key, phase)| {
        phase
            .cells
            .iter()
            .flat_map(move |(lane, notes)| notes.iter().map(move |note| (key, phase, *lane, note)))
    })
}

#[test]
fn every_phase_begins_with_a_few_items_in_each_lane_method_row_17() {
    for template in all() {
        assert_eq!(
            template.phases.iter().map(|phase| phase.name).collect::<Vec<_>>(),
            ["Awareness", "Consideration", "Decision"]
        );
    }
    for (key, phase) in phases() {
        let lanes: Vec<Lane> = phase.cells.iter().map(|(lane, _)| *lane).collect();
        assert_eq!(lanes, Lane::ALL, "{key}: {}", phase.name);
        for (lane, notes) in phase.cells {
            let few = if *lane == Lane::Ideas { 1..=2 } else { 2..=4 };
            assert!(few.contains(&notes.len()), "{key}: {} {lane:?}", phase.name);
            let distinct: HashSet<&str> = notes.iter().map(|note| note.text).collect();
            assert_eq!(distinct.len(), notes.len(), "{key}: {} {lane:?} says one twice", phase.name);
        }
    }
    assert!(by_key("blank").unwrap().phases.iter().all(|phase| *phase == PhaseSpec::bare(phase.name)));
}

#[test]
fn every_phase_has_somebody_who_answers_for_it_and_a_way_out_method_rows_20_and_21() {
    for (key, phase) in phases() {
        assert!(DEPARTMENTS.contains(&phase.owner), "{key}: {}", phase.name);
        let exit = phase.exit_action;
        assert!(
            ["The buyer ", "The decision maker ", "Each person "].iter().any(|start| exit.starts_with(start)),
            "{key}: {exit}"
        );
        assert_eq!(exit, exit.trim_end_matches('.').trim(), "{key}");
        // Nobody has asked the user's buyers yet.
        assert_eq!(phase.evidence, Some(Evidence::Assumed), "{key}: {}", phase.name);
    }
}

#[test]
fn moods_lie_on_the_scale_and_are_to_become_better() {
    for (key, phase) in phases() {
        let aim = phase.aim.unwrap();
        assert!((-2..=2).contains(&phase.mood) && aim <= 2, "{key}: {}", phase.name);
        assert!(aim > phase.mood, "{key}: {}", phase.name);
    }
}

#[test]
fn touchpoints_and_nothing_else_have_a_channel() {
    let mut used = BTreeSet::new();
    for (key, _, lane, note) in notes() {
        if lane == Lane::Touchpoints {
            assert!(CHANNELS.contains(&note.channel), "{key}: {} by {}", note.text, note.channel);
            used.insert(note.channel);
        } else {
            assert_eq!(note.channel, "", "{key}: {}", note.text);
        }
    }
    assert_eq!(used, BTreeSet::from(CHANNELS));
}

#[test]
fn every_phase_has_one_moment_of_truth_where_buyer_and_seller_meet() {
    for (key, phase) in phases() {
        for (lane, notes) in phase.cells {
            let moments = notes.iter().filter(|note| note.moment).count();
            assert_eq!(moments, usize::from(*lane == Lane::Touchpoints), "{key}: {} {lane:?}", phase.name);
        }
    }
}

#[test]
fn notes_name_steps_that_there_are_and_each_step_has_some() {
    let mut with_steps = BTreeSet::new();
    for (key, phase) in phases() {
        let all = phase.cells.iter().flat_map(|(_, notes)| *notes);
        let named: BTreeSet<usize> = all.map(|note| note.step).collect();
        let steps = phase.steps.len().max(1);
        assert_eq!(named, (0..steps).collect(), "{key}: {}", phase.name);
        if !phase.steps.is_empty() {
            assert!((2..=3).contains(&phase.steps.len()), "{key}: {}", phase.name);
            with_steps.insert(phase.name);
        }
    }
    assert_eq!(with_steps, BTreeSet::from(["Retention"]));
}

#[test]
fn what_a_map_says_is_short_and_tidy() {
    let tidy = |text: &str| text == text.split_whitespace().collect::<Vec<_>>().join(" ") && !text.is_empty();
    for (key, _, lane, note) in notes() {
        let text = note.text;
        assert!(tidy(text), "{key}: {text}");
        assert!(text.chars().count() <= 96, "{key}: {text} is long");
        assert!(text.chars().next().is_some_and(char::is_uppercase), "{key}: {text}");
        assert!(!text.ends_with('.') && !text.contains('\''), "{key}: {text}");
        assert!(lane != Lane::Questions || text.ends_with('?'), "{key}: {text}");
    }
    for (key, phase) in phases() {
        for text in
            [phase.name, phase.owner, phase.exit_action].into_iter().chain(phase.steps.iter().copied())
        {
            assert!(tidy(text) && text.chars().count() <= 110, "{key}: {text}");
        }
    }
}
