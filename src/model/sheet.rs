//! The map as it is to be read by somebody who is not at the page: its columns, and what stands in each row.

use std::ops::Range;

use super::{
    Cell, Evidence, ItemId, Lane, Mood, Note, PersonaId, PhaseId, PipelineId, Row, Workspace, in_order,
};

/// The map of a pipeline, of everybody or of one persona, without the rows that are hidden.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the pipeline.
    pub name: String,
    /// The persona whose map it is; empty for that of all buyers.
    pub persona: String,
    /// The phases in order.
    pub phases: Vec<SheetPhase>,
    /// The rows from the top.
    pub rows: Vec<SheetRow>,
}

/// A phase as it heads its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetPhase {
    /// The phase.
    pub id: PhaseId,
    /// Its name.
    pub name: String,
    /// The names of its steps; none if it is one piece.
    pub steps: Vec<String>,
    /// The mood in it.
    pub mood: Mood,
}

impl SheetPhase {
    /// How many columns it has.
    pub fn columns(&self) -> usize {
        self.steps.len().max(1)
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Which.
    pub row: Row,
    /// The team's name for it; empty for the interface's.
    pub name: String,
    /// What stands in it.
    pub cells: SheetCells,
}

/// What stands in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetCells {
    /// Notes, by column: steps are columns.
    Notes(Vec<Vec<SheetNote>>),
    /// The stages of each phase, with the numbers of their colours.
    Stages(Vec<Vec<(String, u8)>>),
    /// What is said of each phase.
    Texts(Vec<SheetText>),
    /// How well each phase is known.
    Evidence(Vec<Option<Evidence>>),
    /// The figures of each phase, which are counted elsewhere.
    Figures,
    /// The moods of [`Sheet::phases`].
    Mood,
}

/// What is said of a phase as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetText {
    /// Of the phase; empty where nobody said.
    pub own: String,
    /// What its stages say of the same, a line each.
    pub stages: Vec<String>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetNote {
    /// Its text.
    pub text: String,
    /// The persona of whom alone it is true; empty for all buyers.
    pub persona: String,
    /// By what channel buyer and seller meet; mostly empty.
    pub channel: String,
    /// Whether it is a moment of truth.
    pub moment: bool,
    /// How many votes it got.
    pub votes: u32,
}

impl Sheet {
    /// The map of a pipeline: for everybody all notes, for a persona its own and those of all buyers, as
    /// [`Workspace::map_notes`] has them.
    pub fn of(workspace: &Workspace, pipeline: PipelineId, persona: Option<PersonaId>) -> Sheet {
        let personas = &workspace.meta().personas;
        let persona = persona.filter(|id| personas.contains_key(id));
        let named = |id: Option<PersonaId>| {
            id.and_then(|id| personas.get(&id)).map(|persona| persona.name.clone()).unwrap_or_default()
        };
        let phases = workspace.phases(pipeline);
        let notes = workspace.map_notes(pipeline, persona);
        let written = |note: &Note| SheetNote {
            text: note.text.clone(),
            persona: named(note.persona),
            channel: note.channel.clone(),
            moment: note.moment,
            votes: note.vote_count(),
        };
        let in_cell = |phase: PhaseId, step: Option<ItemId>, lane: Lane| {
            let found = notes.get(&Cell { phase, step, lane });
            found.into_iter().flatten().map(|note| written(note)).collect::<Vec<_>>()
        };
        let ladder = workspace.ladder(pipeline);
        let stages = |phase: PhaseId| {
            let own = ladder.iter().filter(|stage| stage.phase == Some(phase));
            own.map(|stage| (stage.name.clone(), workspace.colour(stage))).collect()
        };
        let at_stages = |phase: PhaseId| ladder.iter().filter(move |stage| stage.phase == Some(phase));
        let departments = |phase: PhaseId| {
            let mut found: Vec<String> = Vec::new();
            for (_, duty) in at_stages(phase).flat_map(|stage| in_order(&stage.duties)) {
                if !found.contains(&duty.department) {
                    found.push(duty.department.clone());
                }
            }
            found
        };
        let exits = |phase: PhaseId| {
            let said = at_stages(phase).filter(|stage| !stage.exit_action.trim().is_empty());
            said.map(|stage| format!("{} · {}", stage.name, stage.exit_action)).collect()
        };
        let cells = |row: Row| match row {
            Row::Notes(lane) => {
                let columns =
                    phases.iter().flat_map(|phase| phase.columns().into_iter().map(|step| (phase.id, step)));
                SheetCells::Notes(columns.map(|(phase, step)| in_cell(phase, step, lane)).collect())
            }
            Row::Stages => SheetCells::Stages(phases.iter().map(|phase| stages(phase.id)).collect()),
            Row::Owner => {
                let said = phases
                    .iter()
                    .map(|phase| SheetText { own: phase.owner.clone(), stages: departments(phase.id) });
                SheetCells::Texts(said.collect())
            }
            Row::ExitAction => {
                let said = phases
                    .iter()
                    .map(|phase| SheetText { own: phase.exit_action.clone(), stages: exits(phase.id) });
                SheetCells::Texts(said.collect())
            }
            Row::Evidence => SheetCells::Evidence(phases.iter().map(|phase| phase.evidence).collect()),
            Row::Figures => SheetCells::Figures,
            Row::Mood => SheetCells::Mood,
        };
        let rows = workspace.rows(pipeline).into_iter().filter(|(_, style)| !style.hidden);
        Sheet {
            name: workspace
                .get::<super::Pipeline>(pipeline)
                .map(|found| found.name.clone())
                .unwrap_or_default(),
            persona: named(persona),
            rows: rows.map(|(row, style)| SheetRow { row, name: style.name, cells: cells(row) }).collect(),
            phases: phases
                .iter()
                .map(|phase| SheetPhase {
                    id: phase.id,
                    name: phase.name.clone(),
                    steps: in_order(&phase.steps).into_iter().map(|(_, step)| step.name.clone()).collect(),
                    mood: phase.mood_of(persona),
                })
                .collect(),
        }
    }

    /// The same of some of the phases.
    pub fn part(&self, phases: Range<usize>) -> Sheet {
        fn some<T: Clone>(all: &[T], range: Range<usize>) -> Vec<T> {
            all.iter().skip(range.start).take(range.len()).cloned().collect()
        }
        let columns = self.first_column(phases.start)..self.first_column(phases.end);
        let rows = self.rows.iter().map(|row| {
            let cells = match &row.cells {
                SheetCells::Notes(all) => SheetCells::Notes(some(all, columns.clone())),
                SheetCells::Stages(all) => SheetCells::Stages(some(all, phases.clone())),
                SheetCells::Texts(all) => SheetCells::Texts(some(all, phases.clone())),
                SheetCells::Evidence(all) => SheetCells::Evidence(some(all, phases.clone())),
                SheetCells::Figures => SheetCells::Figures,
                SheetCells::Mood => SheetCells::Mood,
            };
            SheetRow { cells, ..row.clone() }
        });
        Sheet {
            name: self.name.clone(),
            persona: self.persona.clone(),
            rows: rows.collect(),
            phases: some(&self.phases, phases),
        }
    }

    /// The same in as few parts as it takes if none is to have more than so many columns, all about equally wide. A phase is never
    /// taken apart: one with more steps than that is a part by itself.
    pub fn parts(&self, most: usize) -> Vec<Sheet> {
        let split = |most: usize| {
            let (mut ranges, mut from, mut columns) = (Vec::new(), 0, 0);
            for (at, phase) in self.phases.iter().enumerate() {
                if at > from && columns + phase.columns() > most {
                    ranges.push(from..at);
                    (from, columns) = (at, 0);
                }
                columns += phase.columns();
            }
            ranges.push(from..self.phases.len());
            ranges
        };
        let fewest = split(most).len();
        let even = (1..=most.max(1)).map(split).find(|ranges| ranges.len() <= fewest);
        even.unwrap_or_default().into_iter().map(|range| self.part(range)).collect()
    }

    /// How many columns all phases have together.
    pub fn columns(&self) -> usize {
        self.phases.iter().map(SheetPhase::columns).sum()
    }

    /// The column that a phase begins with.
    pub fn first_column(&self, phase: usize) -> usize {
        self.phases.iter().take(phase).map(SheetPhase::columns).sum()
    }
}

/// The words and numbers with which a [`Sheet`] is written, in the reader's language.
pub trait SheetWords {
    /// What the sheet is called.
    fn title(&self, sheet: &Sheet) -> String;
    /// Whose it is and of when.
    fn about(&self, sheet: &Sheet) -> String;
    /// What a row is called.
    fn row(&self, row: &SheetRow) -> String;
    /// A mood, such as `−1`.
    fn mood(&self, mood: i8) -> String;
    /// A mood as it is to be, such as `to be +1`.
    fn aim(&self, mood: i8) -> String;
    /// How well something is known.
    fn evidence(&self, evidence: Evidence) -> String;
    /// That a note is a moment of truth.
    fn moment(&self) -> String;
    /// So many votes.
    fn votes(&self, votes: u32) -> String;
    /// The figures of a phase: names and values.
    fn figures(&self, phase: PhaseId) -> Vec<(String, String)>;
    /// The share of its deals that leaves a phase, from 0 to 1, and as text; `None` where there is no figure.
    fn leaves(&self, phase: PhaseId) -> Option<(f64, String)>;
    /// What these shares are called.
    fn leave(&self) -> String;
}

impl SheetNote {
    /// What is known of a note besides its text: that it is a moment of truth, the channel, the persona, the votes.
    pub fn marks(&self, words: &dyn SheetWords) -> Vec<String> {
        let moment = self.moment.then(|| words.moment());
        let votes = (self.votes > 0).then(|| words.votes(self.votes));
        let said = [&self.channel, &self.persona].into_iter().filter(|text| !text.is_empty()).cloned();
        moment.into_iter().chain(said).chain(votes).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn sheet(columns: &[usize]) -> Sheet {
        let phase = |(at, steps): (usize, &usize)| SheetPhase {
            id: PhaseId(at as u64),
            name: at.to_string(),
            steps: if *steps > 1 { (0..*steps).map(|step| step.to_string()).collect() } else { Vec::new() },
            mood: Mood::default(),
        };
        let phases: Vec<SheetPhase> = columns.iter().enumerate().map(phase).collect();
        let note = |at: usize| {
            vec![SheetNote {
                text: at.to_string(),
                persona: String::new(),
                channel: String::new(),
                moment: false,
                votes: 0,
            }]
        };
        let cells = SheetCells::Notes((0..columns.iter().sum()).map(note).collect());
        let rows = vec![SheetRow { row: Row::Notes(Lane::Actions), name: String::new(), cells }];
        Sheet { phases, rows, ..Sheet::default() }
    }

    proptest! {
        #[test]
        fn parts_put_together_are_the_whole(columns in vec(1usize..6, 1..12), most in 0usize..9) {
            let whole = sheet(&columns);
            let parts = whole.parts(most);
            let phases: Vec<SheetPhase> = parts.iter().flat_map(|part| part.phases.clone()).collect();
            prop_assert_eq!(&phases, &whole.phases);
            let notes: Vec<String> = parts
                .iter()
                .flat_map(|part| &part.rows)
                .flat_map(|row| match &row.cells {
                    SheetCells::Notes(columns) => columns.iter().flatten().map(|note| note.text.clone()).collect(),
                    _ => Vec::new(),
                })
                .collect();
            prop_assert_eq!(notes, (0..columns.iter().sum()).map(|at: usize| at.to_string()).collect::<Vec<_>>());
            prop_assert!(parts.iter().all(|part| part.columns() <= most || part.phases.len() == 1));
        }
    }

    #[test]
    fn parts_are_about_equally_wide() {
        let wide = |columns: &[usize], most: usize| {
            sheet(columns).parts(most).iter().map(Sheet::columns).collect::<Vec<_>>()
        };
        assert_eq!(wide(&[1; 6], 5), [3, 3]);
        assert_eq!(wide(&[1; 5], 5), [5]);
        assert_eq!(wide(&[3, 1, 3], 4), [4, 3]);
        assert_eq!(wide(&[7, 1], 5), [7, 1]);
        assert_eq!(wide(&[], 5), [0]);
    }
}
