//! The words and numbers with which the map is written, as the reader's locale has them.

use leptos::prelude::*;

use crate::metrics::{PhaseFigures, drop_off};
use crate::model::{Evidence, PhaseId, Sheet, SheetRow, SheetWords};
use crate::ui::desk::Desk;
use crate::ui::journey::Map;

/// Of the map that is shown.
pub struct Words {
    desk: Desk,
    figures: Vec<PhaseFigures>,
}

impl Words {
    /// With the figures of now.
    pub fn new(map: Map) -> Words {
        Words { desk: map.desk, figures: map.figures.get() }
    }

    fn figures_of(&self, phase: PhaseId) -> Option<&PhaseFigures> {
        self.figures.iter().find(|found| found.phase == phase && !found.stages.is_empty())
    }
}

impl SheetWords for Words {
    fn title(&self, sheet: &Sheet) -> String {
        self.desk.t().drawn_map_title(&sheet.name)
    }
    fn about(&self, sheet: &Sheet) -> String {
        let today = self.desk.with(|session| session.zone().day(session.now()));
        let today = self.desk.formats().day(today);
        match sheet.persona.is_empty() {
            true => self.desk.t().drawn_map_of_all(&today),
            false => self.desk.t().drawn_map_of(&sheet.persona, &today),
        }
    }
    fn row(&self, row: &SheetRow) -> String {
        if row.name.is_empty() { self.desk.t().map_row(row.row) } else { row.name.clone() }
    }
    fn mood(&self, mood: i8) -> String {
        self.desk.t().mood_figure(mood)
    }
    fn aim(&self, mood: i8) -> String {
        self.desk.t().drawn_aim_figure(mood)
    }
    fn evidence(&self, evidence: Evidence) -> String {
        self.desk.t().drawn_evidence(evidence)
    }
    fn moment(&self) -> String {
        self.desk.t().drawn_moment().into()
    }
    fn votes(&self, votes: u32) -> String {
        self.desk.t().drawn_votes(votes)
    }
    fn figures(&self, phase: PhaseId) -> Vec<(String, String)> {
        let (t, formats, currency) = (self.desk.t(), self.desk.formats(), untrack(|| self.desk.currency()));
        let Some(found) = self.figures_of(phase) else { return Vec::new() };
        let none = || t.no_figure().to_owned();
        let share = found.conversion.value().map_or_else(none, |share| formats.percent_whole(share));
        let days = found.time.median.map_or_else(none, |days| t.days_written(&formats.decimal(days)));
        let reason = found.reasons.iter().find(|reason| !reason.reason.is_empty());
        let risk = t.drawn_risk_of(found.at_risk.count, &formats.money_short(found.at_risk.value, currency));
        let mut figures = vec![
            (t.phase_open(), formats.count(found.open.count)),
            (t.phase_value(), formats.money_short(found.open.value, currency)),
            (t.phase_weighted(), formats.money_short(found.weighted, currency)),
            (t.phase_through(), share),
            (t.drawn_time(), days),
        ];
        figures.extend((found.at_risk.count > 0).then_some((t.drawn_risk(), risk)));
        figures.extend(reason.map(|reason| (t.drawn_lost_for(), reason.reason.clone())));
        figures.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
    fn leaves(&self, phase: PhaseId) -> Option<(f64, String)> {
        let rate = drop_off(self.figures_of(phase)?);
        let share = rate.value()?;
        let (t, formats) = (self.desk.t(), self.desk.formats());
        Some((share, t.drawn_left(&formats.percent_whole(share), rate.part, rate.of)))
    }
    fn leave(&self) -> String {
        self.desk.t().drawn_leave().into()
    }
}
