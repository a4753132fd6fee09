//! The deals as the figures see them.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::metrics::{Census, Choice, Population, Rule, findings, funnel};
use crate::model::Rung;

impl Desk {
    /// The deals of a population as they are now. Tracks nothing.
    pub fn census(self, population: &Population) -> Census {
        self.with(|session| Census::of(session.workspace(), population, &session.zone(), session.now()))
    }

    /// Whom the reader chose, without what is there no more: that would count nobody. Follows the choice.
    pub fn chosen(self) -> Choice {
        let mut choice = self.population.get();
        choice.persona = choice.persona.filter(|id| {
            self.structure.track();
            self.with(|session| session.workspace().meta().personas.contains_key(id))
        });
        choice
    }

    /// The population of the pipeline that is shown, as the reader chose it. Follows both.
    pub fn chosen_population(self) -> Option<Population> {
        let pipeline = self.pipeline.get()?;
        let choice = self.chosen();
        let (today, zone) = self.with(|session| (session.zone().day(session.now()), session.zone()));
        Some(choice.population(pipeline, today, &zone))
    }

    /// Keeps up, some moments after each change, what the board says of all deals of the pipeline that is shown.
    pub(super) fn watch_figures(self) {
        Effect::new(move |_| {
            self.settled.track();
            let Some(pipeline) = self.pipeline.get() else { return };
            let census = self.census(&Population::of(pipeline));
            let report = funnel(&census, Rule::Furthest);
            let rates = report.steps.iter().filter_map(|step| match step.rung {
                Rung::Stage(stage) => Some((stage, step.next?)),
                Rung::Won => None,
            });
            self.conversions.set(rates.collect());
            let found = findings(&census);
            if self.findings.with_untracked(|before| **before != found) {
                self.findings.set(Arc::new(found));
            }
        });
    }
}
