//! What the parts of the map share: which phases, rows, notes and persona it shows, and what is being written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page;
use crate::metrics::{PhaseFigures, Population, journey};
use crate::model::{
    Cell, ItemId, Lane, Note, NoteId, Persona, PersonaId, Phase, PhaseId, PipelineId, Row, RowStyle,
};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::insights::Insights;
use crate::ui::parts::focus_drawn;

use super::lanes;

/// How long an empty field stays when it is left, in milliseconds.
const LEAVE_MS: u32 = 200;

/// What is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A note that is there.
    Note(NoteId),
    /// A new note for a cell.
    New(Cell),
    /// A phase's name.
    Name(PhaseId),
    /// The name of a step of a phase.
    Step(PhaseId, ItemId),
    /// A row's name.
    Row(Row),
    /// A text of a phase, in the row that shows it.
    Text(PhaseId, Row),
}

/// A column of the map: a phase, or a step of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Column {
    /// The phase.
    pub phase: PhaseId,
    /// The step; `None` in a phase without steps.
    pub step: Option<ItemId>,
}

impl Column {
    /// Its cell in a row.
    pub fn cell(self, lane: Lane) -> Cell {
        Cell { phase: self.phase, step: self.step, lane }
    }
}

/// The columns that a phase takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The phase.
    pub phase: PhaseId,
    /// How many columns come before it.
    pub start: usize,
    /// How many are its own, at least one.
    pub len: usize,
}

/// The notes of the map by their cells.
type Notes = BTreeMap<Cell, Vec<Arc<Note>>>;

/// What the parts of the map share.
#[derive(Clone, Copy)]
pub struct Map {
    /// The desk.
    pub desk: Desk,
    /// The phases of the pipeline that is shown, in order.
    pub phases: Memo<Vec<PhaseId>>,
    /// The columns in order; all are equally wide.
    pub columns: Memo<Vec<Column>>,
    /// The phases in order with the columns that they take.
    pub spans: Memo<Vec<Span>>,
    /// All rows with how they stand, the hidden ones too.
    pub rows: Memo<Vec<(Row, RowStyle)>>,
    /// The notes that are shown, by their cells.
    pub notes: Memo<Notes>,
    /// The personas in order.
    pub personas: Memo<Vec<(PersonaId, Persona)>>,
    /// The persona whose map is shown; `None` for everybody's. Set it by [`Map::choose`].
    pub persona: RwSignal<Option<PersonaId>>,
    /// The deals of that persona as the figures count them, and the list of the deals behind one.
    pub insights: Insights,
    /// The figures of the phases; they follow the deals at some distance.
    pub figures: Memo<Vec<PhaseFigures>>,
    /// What is being written, if anything.
    pub editing: RwSignal<Option<Spot>>,
    /// The phase whose stages are being chosen, and where in the window.
    pub linking: RwSignal<Option<(PhaseId, (i32, i32))>>,
    /// The note whose menu is open, and where in the window.
    pub menu: RwSignal<Option<(NoteId, (i32, i32))>>,
    /// The phase or the step whose menu is open, and where in the window.
    pub head_menu: RwSignal<Option<(Column, (i32, i32))>>,
    /// The rows of notes that still show what they did before another persona was chosen, or nothing yet.
    pub waiting: RwSignal<BTreeSet<Lane>>,
    /// What the table scrolls in.
    pub frame: NodeRef<Div>,
}

/// The personas of the workspace in order.
fn personas_of(desk: Desk) -> Vec<(PersonaId, Persona)> {
    let mut found: Vec<_> =
        desk.with(|session| session.workspace().meta().personas.clone().into_iter().collect());
    found.sort_by(|a: &(PersonaId, Persona), b| (&a.1.rank, a.0).cmp(&(&b.1.rank, b.0)));
    found
}

fn column_words(desk: Desk, column: Column) -> String {
    desk.with(|session| {
        let Some(phase) = session.workspace().get::<Phase>(column.phase) else { return String::new() };
        match column.step.and_then(|step| phase.steps.get(&step)) {
            Some(step) => desk.t().map_step_of(&step.name, &phase.name),
            None => phase.name.clone(),
        }
    })
}

fn row_words(desk: Desk, rows: &[(Row, RowStyle)], row: Row) -> String {
    match rows.iter().find(|(other, _)| *other == row) {
        Some((_, style)) => lanes::name(row, style, desk.t()),
        None => lanes::name(row, &row.style(), desk.t()),
    }
}

/// Where this browser keeps whose map of a pipeline was shown last.
fn persona_key(pipeline: PipelineId) -> String {
    format!("map-persona-{pipeline}")
}

fn kept_persona(desk: Desk, pipeline: Option<PipelineId>) -> Option<PersonaId> {
    let id = desk.prefs.get::<String>(&persona_key(pipeline?))?.parse().ok()?;
    desk.with(|session| session.workspace().meta().personas.contains_key(&id)).then_some(id)
}

impl Map {
    /// The map of the pipeline that the desk shows.
    pub fn new() -> Map {
        let desk = use_desk();
        let phases = Memo::new(move |_| {
            desk.structure.track();
            let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
            desk.with(|session| session.workspace().phases(pipeline).iter().map(|phase| phase.id).collect())
        });
        let columns = Memo::new(move |_| {
            desk.structure.track();
            let of = |phase: &PhaseId| {
                let steps = desk.with(|session| Some(session.workspace().get::<Phase>(*phase)?.columns()));
                let phase = *phase;
                steps
                    .unwrap_or_default()
                    .into_iter()
                    .map(move |step| Column { phase, step })
                    .collect::<Vec<_>>()
            };
            phases.with(|phases| phases.iter().flat_map(of).collect::<Vec<_>>())
        });
        let spans = Memo::new(move |_| {
            let mut spans: Vec<Span> = Vec::new();
            for (at, column) in columns.get().into_iter().enumerate() {
                match spans.last_mut().filter(|last| last.phase == column.phase) {
                    Some(last) => last.len += 1,
                    None => spans.push(Span { phase: column.phase, start: at, len: 1 }),
                }
            }
            spans
        });
        let rows = Memo::new(move |_| {
            desk.structure.track();
            let Some(pipeline) = desk.pipeline.get() else { return Vec::new() };
            desk.with(|session| session.workspace().rows(pipeline))
        });
        let personas = Memo::new(move |_| {
            desk.structure.track();
            personas_of(desk)
        });
        let persona = RwSignal::new(kept_persona(desk, desk.pipeline.get_untracked()));
        Effect::new(move |before: Option<Option<PipelineId>>| {
            let pipeline = desk.pipeline.get();
            let gone =
                |id: PersonaId| personas.with(|personas| personas.iter().all(|(other, _)| *other != id));
            if before.is_some_and(|before| before != pipeline) {
                persona.set(kept_persona(desk, pipeline));
            } else if persona.get_untracked().is_some_and(gone) {
                persona.set(None);
            }
            pipeline
        });
        let notes = Memo::new(move |_| {
            desk.structure.track();
            let Some(pipeline) = desk.pipeline.get() else { return Notes::new() };
            let whose = persona.get();
            desk.with(|session| {
                let notes = session.workspace().map_notes(pipeline, whose);
                notes.into_iter().map(|(cell, notes)| (cell, notes.into_iter().cloned().collect())).collect()
            })
        });
        let insights = Insights::over(move || {
            let population = Population::of(desk.pipeline.get()?);
            Some(population.of_persona(persona.get()))
        });
        let found = insights.report(move |census| desk.with(|session| journey(session.workspace(), census)));
        let figures = Memo::new(move |_| found.get().unwrap_or_default());
        let map = Map {
            desk,
            phases,
            columns,
            spans,
            rows,
            notes,
            personas,
            persona,
            insights,
            figures,
            editing: RwSignal::new(None),
            linking: RwSignal::new(None),
            menu: RwSignal::new(None),
            waiting: RwSignal::new(BTreeSet::new()),
            head_menu: RwSignal::new(None),
            frame: NodeRef::new(),
        };
        map.queue_first();
        map
    }

    /// Shows the map of a persona, or everybody's, also when it is opened again.
    pub fn choose(self, persona: Option<PersonaId>) {
        self.queue(self.lanes_out_of_sight());
        self.persona.set(persona);
        if let Some(pipeline) = self.desk.pipeline.get_untracked() {
            let key = persona_key(pipeline);
            match persona {
                Some(persona) => drop(self.desk.prefs.set(&key, persona.to_string())),
                None => self.desk.prefs.delete(&key),
            }
        }
    }

    /// A phase, as long as the calling component stands.
    pub fn phase(self, id: PhaseId) -> Memo<Option<Arc<Phase>>> {
        let desk = self.desk;
        Memo::new(move |_| {
            desk.structure.track();
            desk.with(|session| session.workspace().get::<Phase>(id).cloned())
        })
    }

    /// A phase's name, to be tracked.
    pub fn name(self, id: PhaseId) -> Memo<String> {
        let phase = self.phase(id);
        Memo::new(move |_| {
            phase.with(|phase| phase.as_ref().map(|phase| phase.name.clone()).unwrap_or_default())
        })
    }

    /// The name of a step of a phase, to be tracked.
    pub fn step_name(self, phase: PhaseId, step: ItemId) -> Memo<String> {
        Memo::new(move |_| {
            self.desk.structure.track();
            self.step_words(phase, step)
        })
    }

    /// What a column is called, to be tracked.
    pub fn column_name(self, column: Column) -> Memo<String> {
        let desk = self.desk;
        Memo::new(move |_| {
            desk.structure.track();
            column_words(desk, column)
        })
    }

    /// What a row is called, to be tracked.
    pub fn row_name(self, row: Row) -> Memo<String> {
        Memo::new(move |_| self.rows.with(|rows| row_words(self.desk, rows, row)))
    }

    /// What a cell is called.
    pub fn cell_words(self, cell: Cell) -> String {
        let row = self.rows.with_untracked(|rows| row_words(self.desk, rows, Row::Notes(cell.lane)));
        self.desk.t().note_in(&row, &column_words(self.desk, Column { phase: cell.phase, step: cell.step }))
    }

    /// What a row is called; follows its name.
    pub fn row_words(self, row: Row) -> String {
        self.rows.with(|rows| row_words(self.desk, rows, row))
    }

    /// What a column is called.
    pub fn column_words(self, column: Column) -> String {
        column_words(self.desk, column)
    }

    /// What a step is called.
    pub fn step_words(self, phase: PhaseId, step: ItemId) -> String {
        self.desk.with(|session| {
            let phase = session.workspace().get::<Phase>(phase);
            phase.and_then(|phase| Some(phase.steps.get(&step)?.name.clone())).unwrap_or_default()
        })
    }

    /// What a phase is called.
    pub fn phase_words(self, phase: PhaseId) -> String {
        column_words(self.desk, Column { phase, step: None })
    }

    /// The rows of notes that are shown, from the top.
    pub fn lanes(self) -> Vec<Lane> {
        self.rows.with_untracked(|rows| {
            let shown = rows.iter().filter(|(_, style)| !style.hidden);
            shown.filter_map(|(row, _)| if let Row::Notes(lane) = row { Some(*lane) } else { None }).collect()
        })
    }

    /// How many columns a phase takes, as an attribute.
    pub fn colspan(self, id: PhaseId) -> Memo<String> {
        Memo::new(move |_| {
            let span = self.spans.with(|spans| spans.iter().find(|span| span.phase == id).copied());
            span.map_or(1, |span| span.len).to_string()
        })
    }

    /// Whether a spot is being written.
    pub fn is_editing(self, spot: Spot) -> Memo<bool> {
        Memo::new(move |_| self.editing.get() == Some(spot))
    }

    /// Ends the writing of a spot. Says whether it was still going on: a field that goes loses the focus, and must not count twice.
    pub fn end(self, spot: Spot) -> bool {
        let going_on = self.editing.try_get_untracked().flatten() == Some(spot);
        if going_on {
            self.editing.set(None);
        }
        going_on
    }

    /// As [`Map::end`], but some moments later: what is pressed to leave an empty field must not move away under the pointer.
    pub fn end_soon(self, spot: Spot) {
        if self.editing.try_get_untracked().flatten() != Some(spot) {
            return;
        }
        page::spawn(async move {
            page::sleep(LEAVE_MS).await;
            let frame = self.frame.try_get_untracked().flatten();
            let is_back = frame.is_some_and(|frame| page::find(&frame, ".note-field:focus").is_some());
            if !is_back {
                self.end(spot);
            }
        });
    }

    /// Gives the focus to an element of the map once it is drawn.
    pub fn focus(self, selector: String) {
        focus_drawn(move || {
            let frame = self.frame.try_get_untracked().flatten()?;
            page::find(&frame, &selector)
        });
    }
}

/// The map that a component is part of.
pub fn use_map() -> Map {
    expect_context::<Map>()
}
