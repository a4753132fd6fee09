//! The map's figures and findings in English.

use super::English;
use crate::i18n::MapFiguresTexts;
use crate::metrics::Flaw;

impl MapFiguresTexts for English {
    words! {
        mapfig_open: "open deals"
        mapfig_value: "value of open deals"
        mapfig_through: "deals that went beyond it"
        mapfig_time: "Median time"
        mapfig_risk: "At risk"
        mapfig_risk_rule: "Open deals that are longer in their stage than its limit, had no activity for that long, or have no next step"
        mapfig_lost: "Lost"
        mapfig_reasons: "Lost for"
        mapfig_objections: "Objections"
        mapfig_objections_rule: "Raised while the deals were in this phase"
        mapfig_no_kind: "no kind named"
        mapfind_title: "What the map and the deals say of one another"
        mapfind_on_map: "On the map of the buyer's journey"
        mapfind_to_map: "Go to the map"
        mapfind_to_process: "Complete the stages"
        mapfind_choose_phase: "Choose their phase"
        mapfind_check_stages: "Check the stages of the phases"
        mapfind_no_figure: "Their deals are in no figure of the map."
        mapfind_stays_empty: "Without a stage a phase has no figures."
    }

    fn mapfig_counted(&self, name: &str, count: &str) -> String {
        format!("\u{2068}{name}\u{2069} {count}")
    }
    fn mapfig_objection(&self, name: &str, count: &str, open: &str) -> String {
        format!("\u{2068}{name}\u{2069} {count} ({open}\u{a0}open)")
    }
    fn mapfig_lost_for(&self, reason: &str) -> String {
        format!("lost for \u{2068}{reason}\u{2069}")
    }
    fn mapfig_objected(&self, kind: &str) -> String {
        format!("objections: \u{2068}{kind}\u{2069}")
    }
    fn mapfig_time_rule(&self, count: u64, written: &str, p85: &str) -> String {
        match count {
            1 => format!("From coming into the phase to leaving it: 1 visit, over within {p85}"),
            _ => format!(
                "From coming into the phase to leaving it: {written} visits, 85 of 100 over within {p85}"
            ),
        }
    }
    fn mapfig_share(&self, share: &str) -> String {
        format!("{share} of those that came")
    }
    fn mapfind_count(&self, count: u64, written: &str) -> String {
        if count == 1 { "1 finding".into() } else { format!("{written} findings") }
    }
    fn mapfind_kind(&self, flaw: &Flaw) -> String {
        match flaw {
            Flaw::StagesWithoutPhase | Flaw::PhasesWithoutStages | Flaw::Order => "Journey and stages differ",
            Flaw::Gap(_) => "Gap where deals are lost",
            Flaw::Pain(_) => "Pain without an answer",
            Flaw::NoExit | Flaw::NoOwner => "Gap",
            Flaw::BareStages => "Stages not described",
        }
        .into()
    }
    fn mapfind_unlinked(&self, count: u64, names: &str) -> String {
        if count == 1 {
            format!("{names} belongs to no phase")
        } else {
            format!("{names} belong to no phase")
        }
    }
    fn mapfind_without_stages(&self, names: &str) -> String {
        format!("No stage belongs to {names}")
    }
    fn mapfind_order(&self, stage: &str, phase: &str, next: &str, its_phase: &str) -> String {
        format!(
            "\u{2068}{stage}\u{2069} comes before \u{2068}{next}\u{2069}, but its phase \u{2068}{phase}\u{2069} comes after \u{2068}{its_phase}\u{2069}"
        )
    }
    fn mapfind_gap(&self, phase: &str, cells: &str) -> String {
        format!("Deals are lost in \u{2068}{phase}\u{2069}, and its map is empty at {cells}")
    }
    fn mapfind_gap_lost(&self, (count, lost): (u64, &str), (all, of): (u64, &str)) -> String {
        match (count, all) {
            (1, 1) => "The one lost deal was lost there.".into(),
            (1, _) => format!("1 of {of} lost deals was lost there."),
            _ => format!("{lost} of {of} lost deals were lost there."),
        }
    }
    fn mapfind_cell(&self, row: &str, step: &str) -> String {
        format!("\u{2068}{row}\u{2069} (\u{2068}{step}\u{2069})")
    }
    fn mapfind_pain(&self, pain: &str, deals: u64, written: &str) -> String {
        let deals = if deals == 1 { "1 lost deal".into() } else { format!("{written} lost deals") };
        format!("“\u{2068}{pain}\u{2069}” was met in {deals}, and the map does not name it")
    }
    fn mapfind_pain_noted(&self, pain: &str, deals: u64, written: &str) -> String {
        let deals = if deals == 1 { "1 lost deal".into() } else { format!("{written} lost deals") };
        format!("“\u{2068}{pain}\u{2069}” was met in {deals}; the map names it and has no response there")
    }
    fn mapfind_no_exit(&self, names: &str) -> String {
        format!("Nothing says what moves buyers on from {names}")
    }
    fn mapfind_no_owner(&self, names: &str) -> String {
        format!("Nobody answers for {names}")
    }
    fn mapfind_bare(&self, count: u64, written: &str) -> String {
        if count == 1 {
            "1 stage has no exit action, definition or criteria".into()
        } else {
            format!("{written} stages have no exit action, definition or criteria")
        }
    }
    fn mapfind_bare_exit(&self, names: &str) -> String {
        format!("No exit action: {names}.")
    }
    fn mapfind_bare_definition(&self, names: &str) -> String {
        format!("No definition: {names}.")
    }
    fn mapfind_bare_criteria(&self, names: &str) -> String {
        format!("No criteria: {names}.")
    }
    fn mapfind_fill(&self, row: &str, phase: &str) -> String {
        format!("Write it: \u{2068}{row}\u{2069}, \u{2068}{phase}\u{2069}")
    }
    fn mapfind_choose_stages(&self, phase: &str) -> String {
        format!("Choose the stages of \u{2068}{phase}\u{2069}")
    }
}
