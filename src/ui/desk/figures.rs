//! The deals as the figures see them.

use leptos::prelude::*;

use super::Desk;
use crate::metrics::{Census, Population};

impl Desk {
    /// The deals of a population as they are now. Tracks nothing.
    pub fn census(self, population: &Population) -> Census {
        self.with(|session| Census::of(session.workspace(), population, &session.zone(), session.now()))
    }

    /// The population of the pipeline that is shown, as the reader chose it. Follows both.
    pub fn chosen_population(self) -> Option<Population> {
        let pipeline = self.pipeline.get()?;
        let choice = self.population.get();
        let (today, zone) = self.with(|session| (session.zone().day(session.now()), session.zone()));
        Some(choice.population(pipeline, today, &zone))
    }
}
