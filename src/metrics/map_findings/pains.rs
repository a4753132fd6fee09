//! The pains of lost deals that the map does not answer.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Flaw, Look, MapEvidence, MapFinding};
use crate::metrics::case::Case;
use crate::metrics::figures::Tally;
use crate::metrics::journey::JourneyFigure;
use crate::model::{Cell, Lane, Phase, PhaseId};

/// How many pains are told.
const MOST: usize = 3;

/// A text without regard to capitals and spaces.
fn fold(text: &str) -> String {
    let words = text.split_whitespace().map(str::to_lowercase);
    words.collect::<Vec<_>>().join(" ")
}

/// What a deal says of pains: its pain point, and the kinds of the objections that were not overcome.
fn told<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    let story = &case.deal.story;
    let objections = case.was_objected().then(|| story.objections.values()).into_iter().flatten();
    let open = objections.filter(|objection| objection.overcome.is_none());
    let texts = std::iter::once(story.pain.trim()).chain(open.map(|objection| objection.kind.trim()));
    texts.filter(|text| !text.is_empty())
}

/// Whether a deal tells of a pain, which is folded.
pub(in crate::metrics) fn tells_pain(case: &Case<'_>, pain: &str) -> bool {
    told(case).any(|text| fold(text) == pain)
}

#[derive(Default)]
struct Pain<'a> {
    words: &'a str,
    deals: Tally,
    /// How many of them were lost from each phase.
    from: BTreeMap<PhaseId, u64>,
}

impl Look<'_> {
    /// The three pains of lost deals that are met most often and not answered on the map: answered is one that stands there as a
    /// pain point, where either text contains the other, in a phase that has a response.
    pub(super) fn pains(&self) -> Vec<MapFinding> {
        // Texts repeat: each is folded once.
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let mut folded: BTreeMap<String, usize> = BTreeMap::new();
        let mut pains: Vec<Pain<'_>> = Vec::new();
        let mut own: Vec<usize> = Vec::new();
        for case in self.census.cases().filter(Case::is_lost) {
            own.clear();
            for text in told(&case) {
                let at = *known.entry(text).or_insert_with(|| {
                    let at = *folded.entry(fold(text)).or_insert(pains.len());
                    match pains.get_mut(at) {
                        Some(pain) => pain.words = pain.words.min(text),
                        None => pains.push(Pain { words: text, ..Pain::default() }),
                    }
                    at
                });
                // A deal that tells the same twice counts once.
                if !own.contains(&at) {
                    own.push(at);
                }
            }
            let phase = case.stage.and_then(|at| self.census.ladder().place(at)?.phase);
            for at in &own {
                let Some(pain) = pains.get_mut(*at) else { continue };
                pain.deals.add(case.value());
                if let Some(phase) = phase {
                    *pain.from.entry(phase).or_default() += 1;
                }
            }
        }
        let mut open: Vec<(String, Pain<'_>, Option<PhaseId>)> = Vec::new();
        let noted = self.noted();
        for (folded, at) in folded {
            let Some(pain) = pains.get_mut(at).map(std::mem::take) else { continue };
            let mut like =
                noted.iter().filter(|(text, _)| text.contains(&folded) || folded.contains(text.as_str()));
            let first = like.clone().next().map(|(_, phase)| *phase);
            if !like.any(|(_, phase)| self.responds(*phase)) {
                open.push((folded, pain, first));
            }
        }
        open.sort_by_key(|(_, pain, _)| Reverse((pain.deals.count, pain.deals.value)));
        open.truncate(MOST);
        open.into_iter().map(|(folded, pain, noted)| self.pain(folded, &pain, noted)).collect()
    }

    fn pain(&self, folded: String, pain: &Pain<'_>, noted: Option<PhaseId>) -> MapFinding {
        // Of equally many the earlier phase.
        let mut most: Option<(&&Phase, u64)> = None;
        for phase in &self.phases {
            let lost = pain.from.get(&phase.id).copied().unwrap_or(0);
            if lost > most.map_or(0, |(_, most)| most) {
                most = Some((phase, lost));
            }
        }
        let (phase, lane) = match noted {
            Some(id) => (self.phases.iter().find(|phase| phase.id == id), Lane::Response),
            None => (most.map(|(phase, _)| phase), Lane::PainPoints),
        };
        let cell = phase.map(|phase| Cell {
            phase: phase.id,
            step: phase.columns().into_iter().next().flatten(),
            lane,
        });
        let evidence = MapEvidence::Pain { words: pain.words.to_owned(), noted: noted.is_some(), cell };
        let figure = JourneyFigure::LostPain(folded.clone());
        MapFinding { deals: pain.deals, ..self.finding(Flaw::Pain(folded), evidence, figure) }
    }

    /// The pain points of the map, folded, in the order of its phases.
    fn noted(&self) -> Vec<(String, PhaseId)> {
        let mut found = Vec::new();
        for phase in &self.phases {
            let cells =
                self.notes.iter().filter(|(cell, _)| cell.phase == phase.id && cell.lane == Lane::PainPoints);
            let notes = cells.flat_map(|(_, notes)| notes);
            found.extend(notes.map(|note| (fold(&note.text), phase.id)));
        }
        found
    }

    /// Whether a phase has a response.
    fn responds(&self, phase: PhaseId) -> bool {
        self.notes.keys().any(|cell| cell.phase == phase && cell.lane == Lane::Response)
    }
}
