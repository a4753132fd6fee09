//! Commands on the journey map: phases, steps, rows, notes; on the workshop and the guided mapping.

use std::sync::Arc;

use super::{Outcomes, Work, long_name, long_text, mood, name, note_text};
use crate::model::change::{Change, Edit, Edits};
use crate::model::{
    Cell, Lane, Mood, NewNote, Note, NoteEdit, NoteId, PersonaId, Phase, PhaseEdit, PhaseId, Pipeline,
    PipelineEdit, PipelineId, Rank, Rejection, Row, Stage,
};

/// The last state of the guided mapping: all of its five steps are done.
const GUIDE_DONE: u8 = 6;

impl Work<'_> {
    // --- phases ---

    pub(super) fn add_phase(&mut self, phase: Phase) -> Outcomes {
        self.pipeline(phase.pipeline)?;
        name(&phase.name)?;
        moods_fit(Mood { now: phase.mood, aim: phase.aim })?;
        phase.moods.values().try_for_each(|mood| moods_fit(*mood))?;
        phase.steps.values().try_for_each(|step| name(&step.name).map(drop))?;
        long_name(&phase.owner)?;
        long_text(&phase.exit_action)?;
        self.add(phase, |change| &mut change.phases)
    }

    fn phase(&self, id: PhaseId) -> Result<Phase, Rejection> {
        self.record(id).ok_or(Rejection::UnknownPhase(id))
    }

    pub(super) fn edit_phase(&mut self, id: PhaseId, edit: PhaseEdit) -> Outcomes {
        let mut record = self.phase(id)?;
        match edit {
            PhaseEdit::Name(text) => record.name = name(&text)?,
            PhaseEdit::Mood(value) => record.mood = mood(value)?,
            PhaseEdit::Aim(value) => {
                value.map_or(Ok(0), mood)?;
                record.aim = value;
            }
            PhaseEdit::PersonaMood(persona, None) => drop(record.moods.remove(&persona)),
            PhaseEdit::PersonaMood(persona, Some(value)) => {
                self.known_persona(Some(persona))?;
                moods_fit(value)?;
                record.moods.insert(persona, value);
            }
            PhaseEdit::Step(item, None) => {
                record.steps.remove(&item);
                self.set(record, |change| &mut change.phases)?;
                return self
                    .edit_notes(|note| note.phase == id && note.step == Some(item), |note| note.step = None);
            }
            PhaseEdit::Step(item, Some(mut step)) => {
                step.name = name(&step.name)?;
                record.steps.insert(item, step);
            }
            PhaseEdit::Owner(text) => record.owner = long_name(&text)?,
            PhaseEdit::ExitAction(text) => record.exit_action = long_text(&text)?,
            PhaseEdit::Evidence(evidence) => record.evidence = evidence,
        }
        self.set(record, |change| &mut change.phases)
    }

    pub(super) fn move_phase(&mut self, id: PhaseId, before: Option<PhaseId>) -> Outcomes {
        let phase = self.phase(id)?;
        if before == Some(id) {
            return Ok(());
        }
        let mut order: Vec<Phase> =
            self.workspace.phases(phase.pipeline).into_iter().map(|phase| Phase::clone(phase)).collect();
        order.retain(|other| other.id != id);
        let at = match before {
            None => order.len(),
            Some(other) => {
                order.iter().position(|phase| phase.id == other).ok_or(Rejection::UnknownPhase(other))?
            }
        };
        self.place_among(phase, order, at, |change| &mut change.phases)
    }

    pub(super) fn remove_phase(&mut self, id: PhaseId) -> Outcomes {
        self.phase(id)?;
        let linked: Vec<Stage> = {
            let of = self.workspace.all::<Stage>().values().filter(|stage| stage.phase == Some(id));
            of.map(|stage| Stage::clone(stage)).collect()
        };
        for stage in linked {
            self.set(Stage { phase: None, ..stage }, |change| &mut change.stages)?;
        }
        self.remove_notes(|note| note.phase == id);
        let edit = Edit { from: self.workspace.get::<Phase>(id).cloned(), to: None };
        self.change_with(Change { phases: Edits::<Phase>::from([(id, edit)]), ..Change::default() });
        Ok(())
    }

    // --- notes ---

    /// Changes the notes of which `of` is true.
    fn edit_notes(&mut self, of: impl Fn(&Note) -> bool, change: impl Fn(&mut Note)) -> Outcomes {
        let mut found: Vec<Note> = Vec::new();
        for note in self.workspace.all::<Note>().values().filter(|note| of(note)) {
            found.push(Note::clone(note));
        }
        found.into_iter().try_for_each(|mut note| {
            change(&mut note);
            self.set(note, |change| &mut change.notes)
        })
    }

    fn remove_notes(&mut self, of: impl Fn(&Note) -> bool) {
        let mut edits = Edits::<Note>::new();
        for (id, note) in self.workspace.all::<Note>().iter().filter(|(_, note)| of(note)) {
            edits.insert(*id, Edit { from: Some(Arc::clone(note)), to: None });
        }
        self.change_with(Change { notes: edits, ..Change::default() });
    }

    fn known_persona(&self, persona: Option<PersonaId>) -> Outcomes {
        match persona.filter(|id| !self.workspace.meta().personas.contains_key(id)) {
            Some(unknown) => Err(Rejection::UnknownPersona(unknown)),
            None => Ok(()),
        }
    }

    /// The pipeline of a cell's map, if the cell is one.
    fn cell_fits(&self, cell: Cell) -> Result<PipelineId, Rejection> {
        let phase = self.phase(cell.phase)?;
        if cell.step.is_some_and(|step| !phase.steps.contains_key(&step)) {
            return Err(Rejection::UnknownPhase(cell.phase));
        }
        let own = matches!(cell.lane, Lane::Own(_));
        let known = |pipeline: &Pipeline| pipeline.rows.contains_key(&Row::Notes(cell.lane));
        if own && !self.workspace.get::<Pipeline>(phase.pipeline).is_some_and(|pipeline| known(pipeline)) {
            return Err(Rejection::UnknownLane);
        }
        Ok(phase.pipeline)
    }

    pub(super) fn add_note(&mut self, new: NewNote) -> Outcomes {
        self.cell_fits(new.cell)?;
        self.known_persona(new.persona)?;
        let rank = match self.workspace.cell_notes(new.cell).last() {
            Some(last) => Rank::between(Some(&last.rank), None).ok_or(Rejection::ColumnFull)?,
            None => Rank::middle(),
        };
        let text = note_text(&new.text)?;
        let note = Note { persona: new.persona, ..Note::new(new.id, new.cell, rank, text) };
        self.add(note, |change| &mut change.notes)
    }

    pub(super) fn import_note(&mut self, note: Note) -> Outcomes {
        self.cell_fits(Cell { phase: note.phase, step: note.step, lane: note.lane })?;
        self.known_persona(note.persona)?;
        note_text(&note.text)?;
        long_name(&note.channel)?;
        self.add(note, |change| &mut change.notes)
    }

    pub(super) fn edit_note(&mut self, id: NoteId, edit: NoteEdit) -> Outcomes {
        let mut record = self.record::<Note>(id).ok_or(Rejection::UnknownNote(id))?;
        match edit {
            NoteEdit::Text(text) if text.trim().is_empty() => {
                self.remove_notes(|note| note.id == id);
                return Ok(());
            }
            NoteEdit::Text(text) => record.text = note_text(&text)?,
            NoteEdit::Persona(persona) => {
                self.known_persona(persona)?;
                record.persona = persona;
            }
            NoteEdit::Channel(text) => record.channel = long_name(&text)?,
            NoteEdit::Moment(is_one) => record.moment = is_one,
            NoteEdit::Votes(by, 0) => drop(record.votes.remove(&by)),
            NoteEdit::Votes(by, votes) => {
                let pipeline = self.phase(record.phase)?.pipeline;
                let each = u32::from(self.pipeline(pipeline)?.workshop.votes_each);
                if !self.pipeline(pipeline)?.workshop.participants.contains_key(&by) {
                    return Err(Rejection::UnknownParticipant);
                }
                let before = record.votes.insert(by, votes).unwrap_or(0);
                let counted = if Lane::VOTED.contains(&record.lane) { before } else { 0 };
                let elsewhere = self.workspace.votes_given(pipeline, by).saturating_sub(u32::from(counted));
                // Whoever has given more than there are by now can still take some back.
                if votes > before && elsewhere + u32::from(votes) > each {
                    return Err(Rejection::NoVotesLeft);
                }
            }
        }
        self.set(record, |change| &mut change.notes)
    }

    pub(super) fn move_note(&mut self, id: NoteId, to: Cell, before: Option<NoteId>) -> Outcomes {
        let mut record = self.record::<Note>(id).ok_or(Rejection::UnknownNote(id))?;
        if self.cell_fits(to)? != self.phase(record.phase)?.pipeline {
            return Err(Rejection::OtherPipeline);
        }
        if before == Some(id) {
            return Ok(());
        }
        let mut order: Vec<Note> =
            self.workspace.cell_notes(to).into_iter().map(|note| Note::clone(note)).collect();
        order.retain(|other| other.id != id);
        let at = match before {
            None => order.len(),
            Some(other) => {
                order.iter().position(|note| note.id == other).ok_or(Rejection::UnknownNote(other))?
            }
        };
        record.phase = to.phase;
        record.step = to.step;
        record.lane = to.lane;
        self.place_among(record, order, at, |change| &mut change.notes)
    }

    /// What was true of a persona that is no more becomes true of all buyers; its moods go.
    pub(super) fn forget_persona_on_maps(&mut self, id: PersonaId) -> Outcomes {
        self.edit_notes(|note| note.persona == Some(id), |note| note.persona = None)?;
        let mut phases: Vec<Phase> = Vec::new();
        for phase in self.workspace.all::<Phase>().values().filter(|phase| phase.moods.contains_key(&id)) {
            phases.push(Phase::clone(phase));
        }
        phases.into_iter().try_for_each(|mut phase| {
            phase.moods.remove(&id);
            self.set(phase, |change| &mut change.phases)
        })
    }

    // --- rows, the workshop, the guide ---

    /// An edit of what a pipeline keeps beside its map.
    pub(super) fn edit_map(&mut self, mut record: Pipeline, edit: PipelineEdit) -> Outcomes {
        let pipeline = record.id;
        match edit {
            PipelineEdit::Row(row, None) => {
                record.rows.remove(&row);
                self.set(record, |change| &mut change.pipelines)?;
                if let Row::Notes(lane @ Lane::Own(_)) = row {
                    let phases: Vec<PhaseId> =
                        self.workspace.phases(pipeline).iter().map(|phase| phase.id).collect();
                    self.remove_notes(|note| note.lane == lane && phases.contains(&note.phase));
                }
                return Ok(());
            }
            PipelineEdit::Row(row, Some(mut style)) => {
                style.name = match row {
                    Row::Notes(Lane::Own(_)) => name(&style.name)?,
                    _ => long_name(&style.name)?,
                };
                record.rows.insert(row, style);
            }
            PipelineEdit::VotesEach(votes) => record.workshop.votes_each = votes,
            PipelineEdit::Participant(item, None) => {
                record.workshop.participants.remove(&item);
                self.set(record, |change| &mut change.pipelines)?;
                return self.edit_notes(
                    |note| note.votes.contains_key(&item),
                    |note| {
                        note.votes.remove(&item);
                    },
                );
            }
            PipelineEdit::Participant(item, Some(mut participant)) => {
                participant.name = name(&participant.name)?;
                record.workshop.participants.insert(item, participant);
            }
            PipelineEdit::Parked(item, None) => drop(record.workshop.parked.remove(&item)),
            PipelineEdit::Parked(item, Some(mut parked)) => {
                parked.text = note_text(&parked.text)?;
                record.workshop.parked.insert(item, parked);
            }
            PipelineEdit::WorkshopCriterion(criterion, false) => {
                record.workshop.criteria.remove(&criterion);
            }
            PipelineEdit::WorkshopCriterion(criterion, true) => {
                record.workshop.criteria.entry(criterion).or_insert(self.now);
            }
            PipelineEdit::GuideStep(step) if step > GUIDE_DONE => return Err(Rejection::StepOutOfRange),
            PipelineEdit::GuideStep(step) => record.guide.step = step,
            PipelineEdit::GuideGoals(text) => record.guide.goals = long_text(&text)?,
            PipelineEdit::Involved(item, None) => drop(record.guide.involved.remove(&item)),
            PipelineEdit::Involved(item, Some(mut involved)) => {
                involved.who = name(&involved.who)?;
                involved.part = long_text(&involved.part)?;
                record.guide.involved.insert(item, involved);
            }
            PipelineEdit::GuideWatch(text) => record.guide.watch = long_text(&text)?,
            PipelineEdit::ReviewOn(day) => record.guide.review_on = day,
            // Everything else of a pipeline is changed where the process is.
            _ => return Ok(()),
        }
        self.set(record, |change| &mut change.pipelines)
    }
}

fn moods_fit(value: Mood) -> Outcomes {
    mood(value.now)?;
    value.aim.map_or(Ok(0), mood).map(drop)
}
