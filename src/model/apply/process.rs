//! Commands on a pipeline as a whole: what it is called, measured by and aims at.

use super::{Outcomes, Work, long_name, long_text, name, note_text};
use crate::model::change::Change;
use crate::model::{Deal, MAX_VALUE, PipelineEdit, PipelineId, Rejection, Rung, Stage, StageId};

/// Most findings put away: more than stages, kinds and the filters that somebody uses can make. Beyond that all are told again.
const MAX_DISMISSED: usize = 2_000;

impl Work<'_> {
    pub(super) fn edit_pipeline(&mut self, id: PipelineId, edit: PipelineEdit) -> Outcomes {
        let mut record = self.pipeline(id)?;
        match edit {
            PipelineEdit::Row(..)
            | PipelineEdit::VotesEach(_)
            | PipelineEdit::Participant(..)
            | PipelineEdit::Parked(..)
            | PipelineEdit::WorkshopCriterion(..)
            | PipelineEdit::GuideStep(_)
            | PipelineEdit::GuideGoals(_)
            | PipelineEdit::Involved(..)
            | PipelineEdit::GuideWatch(_)
            | PipelineEdit::ReviewOn(_) => return self.edit_map(record, edit),
            PipelineEdit::Name(text) => record.name = name(&text)?,
            PipelineEdit::Currency(currency) => record.currency = currency,
            PipelineEdit::Qualification(questions) => record.qualification = questions,
            PipelineEdit::Diagram(diagram) => record.diagram = diagram,
            PipelineEdit::Archived(away) => {
                record.archived = away.then(|| record.archived.unwrap_or(self.now))
            }
            PipelineEdit::Review(item, None) => drop(record.reviews.remove(&item)),
            PipelineEdit::Review(item, Some(mut review)) => {
                review.text = note_text(&review.text)?;
                review.stages.iter().try_for_each(|stage| self.stage(*stage).map(drop))?;
                record.reviews.insert(item, review);
            }
            PipelineEdit::Assessment(item, None) => drop(record.assessments.remove(&item)),
            PipelineEdit::Assessment(item, Some(assessment)) => {
                long_text(&assessment.note)?;
                record.assessments.insert(item, assessment);
            }
            PipelineEdit::Target(key, None) => drop(record.goals.targets.remove(&key)),
            PipelineEdit::Target(key, Some(target)) => {
                long_name(&key.owner)?;
                if !(0..=MAX_VALUE).contains(&target) {
                    return Err(Rejection::ValueOutOfRange);
                }
                record.goals.targets.insert(key, target);
            }
            PipelineEdit::CallsGoal(calls) => record.goals.calls = calls,
            PipelineEdit::IndustryCycle(days) => record.goals.industry_cycle = days,
            PipelineEdit::Dismiss { finding, state: None } => drop(record.dismissed.remove(&finding)),
            PipelineEdit::Dismiss { finding, state: Some(state) } => {
                let (finding, state) = (name(&finding)?, long_name(&state)?);
                if record.dismissed.len() >= MAX_DISMISSED && !record.dismissed.contains_key(&finding) {
                    record.dismissed.clear();
                }
                record.dismissed.insert(finding, state);
            }
        }
        self.set(record, |change| &mut change.pipelines)
    }

    pub(super) fn remove_pipeline(&mut self, id: PipelineId) -> Outcomes {
        self.pipeline(id)?;
        let of =
            |stage: StageId| self.workspace.get::<Stage>(stage).is_some_and(|stage| stage.pipeline == id);
        let been =
            |deal: &Deal| deal.visits().iter().any(|v| matches!(v.rung, Rung::Stage(stage) if of(stage)));
        if self.workspace.all::<Deal>().values().any(|deal| deal.pipeline == id || been(deal)) {
            return Err(Rejection::PipelineNotEmpty);
        }
        let mut empty = self.workspace.clone();
        empty.pipelines.remove(&id);
        empty.stages.retain(|_, stage| stage.pipeline != id);
        let gone: Vec<_> = self.workspace.phases(id).iter().map(|phase| phase.id).collect();
        empty.phases.retain(|id, _| !gone.contains(id));
        empty.notes.retain(|_, note| !gone.contains(&note.phase));
        let change = Change::between(self.workspace, &empty);
        self.change_with(change);
        Ok(())
    }
}
