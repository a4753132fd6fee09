//! What the map and the deals say of one another, in words; and its place among the figures.

use leptos::prelude::*;

use super::keyed;
use super::list::{FindingList, Said};
use crate::i18n::Texts;
use crate::metrics::{Bare, Choice, Figure, Flaw, MapEvidence, MapFinding, map_findings};
use crate::model::{Cell, Phase, PhaseId, Row, Stage, StageId, Workspace};
use crate::ui::desk::{Desk, View};
use crate::ui::insights::use_insights;

/// The findings of the map, behind a line that says how many there are: they would crowd what stands out.
#[component]
pub fn OnTheMap() -> impl IntoView {
    let insights = use_insights();
    let desk = insights.desk;
    let t = desk.t();
    let found = insights.report(move |census| desk.with(|session| map_findings(session.workspace(), census)));
    let (open, with_dismissed) = (RwSignal::new(false), RwSignal::new(false));
    let to_map = Callback::new(move |()| desk.view.set(View::Journey));
    let all = move || {
        // The names of stages, phases and rows stand in them.
        desk.structure.track();
        let said = |finding: &MapFinding| {
            let said = map_said(desk, finding);
            // Those of lost deals are of the deals that are counted; the persona is in their name already.
            let key = match finding.flaw {
                Flaw::Gap(_) | Flaw::Pain(_) => {
                    keyed(Choice { persona: None, ..desk.chosen() }, said.key.clone())
                }
                _ => said.key.clone(),
            };
            Said { next: Some((t.mapfind_to_map().to_owned(), to_map)), key, ..said }
        };
        found.with(|found| found.iter().flatten().map(said).collect::<Vec<_>>())
    };
    move || {
        let all = all();
        let count = all.iter().filter(|said| !said.is_away(desk)).count() as u64;
        let text = t.figure_of(t.mapfind_on_map(), &t.mapfind_count(count, &desk.formats().count(count)));
        (!all.is_empty()).then(|| {
            let all = StoredValue::new(all);
            view! {
                <section class="findings" data-part="map-findings" aria-label=t.mapfind_title()>
                    <button
                        type="button"
                        class="link-button finding-away"
                        data-action="map-findings"
                        data-value=count.to_string()
                        aria-expanded=move || open.get().to_string()
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        {text}
                    </button>
                    {move || open.get().then(|| view! { <FindingList all=all.get_value() with_dismissed /> })}
                </section>
            }
        })
    }
}

/// The words of a map: the names of its stages, phases, rows and steps.
struct Names<'a> {
    workspace: &'a Workspace,
    t: &'static dyn Texts,
}

impl Names<'_> {
    fn stage(&self, id: StageId) -> String {
        self.workspace.get::<Stage>(id).map(|stage| stage.name.clone()).unwrap_or_default()
    }

    fn phase(&self, id: PhaseId) -> String {
        self.workspace.get::<Phase>(id).map(|phase| phase.name.clone()).unwrap_or_default()
    }

    fn phase_of(&self, id: StageId) -> String {
        let stage = self.workspace.get::<Stage>(id);
        stage.and_then(|stage| stage.phase).map(|phase| self.phase(phase)).unwrap_or_default()
    }

    fn row(&self, row: Row, phase: PhaseId) -> String {
        let own = self.workspace.get::<Phase>(phase).map(|phase| self.workspace.rows(phase.pipeline));
        let style = own.into_iter().flatten().find(|(other, _)| *other == row).map(|(_, style)| style);
        style.filter(|style| !style.name.is_empty()).map_or_else(|| self.t.map_row(row), |style| style.name)
    }

    /// The rows in which cells of a phase are empty; where only some of its steps are, these steps.
    fn cells(&self, cells: &[Cell]) -> String {
        let mut texts: Vec<String> = Vec::new();
        for cell in cells {
            let Some(phase) = self.workspace.get::<Phase>(cell.phase) else { continue };
            let alike = cells.iter().filter(|other| other.lane == cell.lane).count();
            let row = self.row(Row::Notes(cell.lane), cell.phase);
            let step =
                cell.step.and_then(|step| phase.steps.get(&step)).filter(|_| alike < phase.columns().len());
            let text = match step {
                Some(step) => self.t.mapfind_cell(&row, &step.name),
                None => isolated(&row),
            };
            if !texts.contains(&text) {
                texts.push(text);
            }
        }
        texts.join(", ")
    }
}

/// The names are the user's and may run in the other direction.
fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}

fn list(names: impl Iterator<Item = String>) -> String {
    names.map(|name| isolated(&name)).collect::<Vec<_>>().join(", ")
}

/// A finding of the map in words; what to do next depends on where it is told.
pub fn map_said(desk: Desk, finding: &MapFinding) -> Said {
    desk.with(|session| {
        let names = Names { workspace: session.workspace(), t: desk.t() };
        let (sentence, facts) = words(desk, &names, finding);
        Said {
            kind: finding.flaw.kind(),
            key: finding.key(),
            state: finding.state(),
            word: desk.t().mapfind_kind(&finding.flaw),
            sentence,
            facts,
            deals: finding.deals.count,
            figure: Figure::Journey(finding.figure.clone()),
            hue: None,
            next: None,
        }
    })
}

fn words(desk: Desk, names: &Names<'_>, finding: &MapFinding) -> (String, Vec<String>) {
    let t = names.t;
    let count = |count: u64| desk.formats().count(count);
    let order = |(one, next): &(StageId, StageId)| {
        let (phase, its) = (names.phase_of(*one), names.phase_of(*next));
        t.mapfind_order(&names.stage(*one), &phase, &names.stage(*next), &its)
    };
    match &finding.evidence {
        MapEvidence::Stages(stages) => {
            let said =
                t.mapfind_unlinked(stages.len() as u64, &list(stages.iter().map(|id| names.stage(*id))));
            (said, vec![t.mapfind_no_figure().to_owned()])
        }
        MapEvidence::Phases(phases) => {
            let all = list(phases.iter().map(|id| names.phase(*id)));
            match finding.flaw {
                Flaw::NoExit => (t.mapfind_no_exit(&all), Vec::new()),
                Flaw::NoOwner => (t.mapfind_no_owner(&all), Vec::new()),
                _ => (t.mapfind_without_stages(&all), vec![t.mapfind_stays_empty().to_owned()]),
            }
        }
        MapEvidence::Pairs(pairs) => {
            let mut told = pairs.iter().map(order);
            let first = told.next().unwrap_or_default();
            (first, told.collect())
        }
        MapEvidence::Empty { cells, lost } => {
            let phase = cells.first().map(|cell| names.phase(cell.phase)).unwrap_or_default();
            (
                t.mapfind_gap(&phase, &names.cells(cells)),
                vec![t.mapfind_gap_lost((lost.part, &count(lost.part)), (lost.of, &count(lost.of)))],
            )
        }
        MapEvidence::Pain { words, noted, .. } => {
            let (deals, written) = (finding.deals.count, count(finding.deals.count));
            let said = if *noted {
                t.mapfind_pain_noted(words, deals, &written)
            } else {
                t.mapfind_pain(words, deals, &written)
            };
            (said, Vec::new())
        }
        MapEvidence::Bare(bare) => {
            let which = |lacks: &dyn Fn(&Bare) -> bool, tell: &dyn Fn(&str) -> String| {
                let some: Vec<String> =
                    bare.iter().filter(|bare| lacks(bare)).map(|bare| names.stage(bare.stage)).collect();
                (!some.is_empty()).then(|| tell(&list(some.into_iter())))
            };
            let facts = [
                which(&|bare| bare.exit_action, &|names| t.mapfind_bare_exit(names)),
                which(&|bare| bare.definition, &|names| t.mapfind_bare_definition(names)),
                which(&|bare| bare.criteria, &|names| t.mapfind_bare_criteria(names)),
            ];
            let all = bare.len() as u64;
            (t.mapfind_bare(all, &count(all)), facts.into_iter().flatten().collect())
        }
    }
}
