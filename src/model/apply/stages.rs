//! Commands on the stages of a pipeline, with their criteria and weights.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Outcomes, Work, chance, long_name, long_text, name};
use crate::model::change::{Change, Edit, Edits, note};
use crate::model::{
    COLOURS, Criterion, CriterionId, Deal, DealId, MAX_NAME, OutcomeKind, PipelineId, Place, Rank, Ranked,
    Rejection, Rung, Stage, StageEdit, StageId, TaskId, Workspace, balanced,
};

impl Work<'_> {
    pub(super) fn add_stage(&mut self, stage: Stage) -> Outcomes {
        stage_fits(&stage)?;
        self.pipeline(stage.pipeline)?;
        self.same_pipeline_phase(&stage)?;
        let taken =
            |id: &CriterionId| self.workspace.stages.values().any(|other| other.criteria.contains_key(id));
        if stage.criteria.keys().any(taken) || stage.merged_into.is_some() {
            return Err(Rejection::DuplicateId);
        }
        self.add(stage, |change| &mut change.stages)
    }

    /// Whether the weights of the pipelines whose stages changed add up. Asked at the end of a command: the stages of a template
    /// come one by one. Where they did not add up before (two pages edited them at once), a command that leaves their sum
    /// alone is granted.
    pub(super) fn weights_fit(&self) -> Outcomes {
        let weight = |stage: &Stage| stage.criteria.values().map(|c| i64::from(c.weight)).sum::<i64>();
        let touched = self.change.stages.values().flat_map(|edit| [&edit.from, &edit.to]).flatten();
        let pipelines: BTreeSet<PipelineId> = touched.map(|stage| stage.pipeline).collect();
        for pipeline in pipelines {
            let of = |stage: &&Arc<Stage>| stage.pipeline == pipeline;
            let sum: i64 = self.workspace.stages.values().filter(of).map(|stage| weight(stage)).sum();
            let changed = |pick: fn(&Edit<Stage>) -> &Option<Arc<Stage>>| -> i64 {
                self.change
                    .stages
                    .values()
                    .filter_map(|edit| pick(edit).as_ref())
                    .filter(of)
                    .map(|s| weight(s))
                    .sum()
            };
            let same = changed(|edit| &edit.from) == changed(|edit| &edit.to);
            if !matches!(sum, 0 | 100) && !same {
                return Err(Rejection::WeightsOff(u32::try_from(sum).unwrap_or(0)));
            }
        }
        Ok(())
    }

    pub(super) fn edit_stage(&mut self, id: StageId, edit: StageEdit) -> Outcomes {
        let mut stage = self.stage(id)?;
        let mut shared_out = false;
        match edit {
            StageEdit::Name(text) => stage.name = name(&text)?,
            StageEdit::Definition(text) => stage.definition = long_text(&text)?,
            StageEdit::Phase(phase) => {
                stage.phase = phase;
                self.same_pipeline_phase(&stage)?;
            }
            StageEdit::Chance(percent) => stage.chance = chance(percent)?,
            StageEdit::StaleDays(days) => stage.stale_days = days,
            StageEdit::Colour(colour) => {
                if colour.is_some_and(|colour| colour >= COLOURS) {
                    return Err(Rejection::ValueOutOfRange);
                }
                stage.colour = colour;
            }
            StageEdit::ExitAction(text) => stage.exit_action = long_text(&text)?,
            StageEdit::ExpectedDays(days) => stage.expected_days = days,
            StageEdit::WipLimit(deals) => stage.wip_limit = deals,
            StageEdit::Gate(gate) => stage.gate = gate,
            StageEdit::Criterion(item, None) => {
                shared_out = stage.criteria.remove(&item).is_some_and(|criterion| criterion.weight > 0);
            }
            StageEdit::Criterion(item, Some(mut criterion)) => {
                criterion.name = name(&criterion.name)?;
                let elsewhere = self.workspace.stages.values().find(|s| s.criteria.contains_key(&item));
                if elsewhere.is_some_and(|other| other.id != id) {
                    return Err(Rejection::ForeignCriterion(item));
                }
                criterion.weight = stage.criteria.get(&item).map_or(0, |known| known.weight);
                stage.criteria.insert(item, criterion);
            }
            StageEdit::Task(item, None) => drop(stage.tasks.remove(&item)),
            StageEdit::Task(item, Some(mut task)) => {
                task.name = name(&task.name)?;
                stage.tasks.insert(item, task);
            }
            StageEdit::Duty(item, None) => drop(stage.duties.remove(&item)),
            StageEdit::Duty(item, Some(mut duty)) => {
                duty.department = name(&duty.department)?;
                duty.does = long_text(&duty.does)?;
                stage.duties.insert(item, duty);
            }
            StageEdit::Play(item, None) => drop(stage.plays.remove(&item)),
            StageEdit::Play(item, Some(mut play)) => {
                play.title = name(&play.title)?;
                play.topic = long_name(&play.topic)?;
                play.text = long_text(&play.text)?;
                stage.plays.insert(item, play);
            }
            StageEdit::Proposal(item, None) => drop(stage.proposals.remove(&item)),
            StageEdit::Proposal(item, Some(mut proposal)) => {
                proposal.text = name(&proposal.text)?;
                stage.proposals.insert(item, proposal);
            }
            StageEdit::Worked(text) => stage.worked = long_text(&text)?,
            StageEdit::Dropped(text) => stage.dropped = long_text(&text)?,
        }
        let pipeline = stage.pipeline;
        self.set(stage, |change| &mut change.stages)?;
        if shared_out { self.share_out(pipeline) } else { Ok(()) }
    }

    pub(super) fn move_stage(&mut self, id: StageId, before: Option<StageId>) -> Outcomes {
        let stage = self.stage(id)?;
        let mut order = self.all_of(stage.pipeline);
        order.retain(|other| other.id != id);
        let at = match before {
            None => order.len(),
            Some(other) if other == id => return Ok(()),
            Some(other) => {
                order.iter().position(|stage| stage.id == other).ok_or(Rejection::UnknownStage(other))?
            }
        };
        self.place_among(stage, order, at, |change| &mut change.stages)
    }

    /// The stages of a pipeline in order, those that became part of others too.
    fn all_of(&self, pipeline: PipelineId) -> Vec<Stage> {
        let of = self.workspace.stages.values().filter(|stage| stage.pipeline == pipeline);
        let mut found: Vec<Stage> = of.map(|stage| Stage::clone(stage)).collect();
        found.sort_by(|a, b| (&a.rank, a.id).cmp(&(&b.rank, b.id)));
        found
    }

    pub(super) fn merge_stages(&mut self, id: StageId, into: StageId) -> Outcomes {
        if id == into {
            return Err(Rejection::SameStage);
        }
        let (mut gone, mut stays) = (self.stage_in_use(id)?, self.stage_in_use(into)?);
        if gone.pipeline != stays.pipeline {
            return Err(Rejection::OtherPipeline);
        }
        go_along(&mut gone.criteria, &mut stays.criteria, |_| true);
        go_along(&mut gone.tasks, &mut stays.tasks, |_| true);
        go_along(&mut gone.duties, &mut stays.duties, |_| true);
        go_along(&mut gone.plays, &mut stays.plays, |_| true);
        go_along(&mut gone.proposals, &mut stays.proposals, |_| true);
        stays.expected_days = stays.expected_days.saturating_add(gone.expected_days);
        if stays.stale_days > 0 && gone.stale_days > 0 {
            stays.stale_days = stays.stale_days.saturating_add(gone.stale_days);
        }
        gone.retired = Some(self.now);
        gone.merged_into = Some(into);
        self.set(gone, |change| &mut change.stages)?;
        self.set(stays, |change| &mut change.stages)
    }

    pub(super) fn split_stage(
        &mut self,
        id: StageId,
        new: Stage,
        criteria: &[CriterionId],
        tasks: &[TaskId],
        deals: Vec<DealId>,
    ) -> Outcomes {
        let mut stage = self.stage_in_use(id)?;
        let mut new = Stage { pipeline: stage.pipeline, rank: stage.rank.clone(), ..new };
        stage_fits(&new)?;
        if new.retired.is_some() || new.merged_into.is_some() || !new.criteria.is_empty() {
            return Err(Rejection::StageRetired(new.id));
        }
        if self.workspace.stages.contains_key(&new.id) {
            return Err(Rejection::DuplicateId);
        }
        self.same_pipeline_phase(&new)?;
        let foreign = criteria.iter().find(|item| !stage.criteria.contains_key(item));
        if let Some(item) = foreign {
            return Err(Rejection::ForeignCriterion(*item));
        }
        go_along(&mut stage.criteria, &mut new.criteria, |item| criteria.contains(item));
        go_along(&mut stage.tasks, &mut new.tasks, |item| tasks.contains(item));
        self.set(stage, |change| &mut change.stages)?;
        let order = self.all_of(new.pipeline);
        let at = order.iter().position(|other| other.id == id).map_or(order.len(), |at| at + 1);
        let to = new.id;
        self.place_among(new, order, at, |change| &mut change.stages)?;
        for deal in deals {
            let deal = self.open_deal(deal)?;
            if self.workspace.stage_of(&deal) != id {
                return Err(Rejection::OtherPipeline);
            }
            self.put_deal(deal, to, Place::Last)?;
        }
        Ok(())
    }

    pub(super) fn retire_stage(&mut self, id: StageId, to: Option<StageId>) -> Outcomes {
        let stage = self.stage_in_use(id)?;
        let pipeline = stage.pipeline;
        if self.workspace.ladder(pipeline).len() < 2 {
            return Err(Rejection::LastStage);
        }
        let open: Vec<DealId> = self.workspace.column(id, OutcomeKind::Open).collect();
        match to {
            Some(to) if to == id => return Err(Rejection::SameStage),
            None if !open.is_empty() => return Err(Rejection::StageNotEmpty(id)),
            _ => {}
        }
        for (deal, to) in open.into_iter().filter_map(|deal| Some((deal, to?))) {
            let deal = self.deal(deal)?;
            self.put_deal(deal, to, Place::Last)?;
        }
        let weighed = stage.criteria.values().any(|criterion| criterion.weight > 0);
        if self.was_visited(id) {
            let mut stage = self.stage(id)?;
            stage.retired = Some(self.now);
            stage.criteria.values_mut().for_each(|criterion| criterion.weight = 0);
            self.set(stage, |change| &mut change.stages)?;
        } else {
            let edit = Edit { from: self.workspace.get::<Stage>(id).cloned(), to: None };
            let mut edits = Edits::<Stage>::new();
            note(&mut edits, id, edit);
            self.change_with(Change { stages: edits, ..Change::default() });
        }
        if weighed { self.share_out(pipeline) } else { Ok(()) }
    }

    /// Whether any history, or any stage that became part of it, refers to a stage; or a review does.
    fn was_visited(&self, id: StageId) -> bool {
        let workspace: &Workspace = self.workspace;
        let named =
            |deal: &Deal| deal.stage == id || deal.visits().iter().any(|visit| visit.rung == Rung::Stage(id));
        workspace.stages.values().any(|stage| stage.merged_into == Some(id))
            || workspace
                .pipelines
                .values()
                .any(|p| p.reviews.values().any(|review| review.stages.contains(&id)))
            || workspace.deals.values().any(|deal| named(deal))
    }

    pub(super) fn restore_stage(&mut self, id: StageId) -> Outcomes {
        let mut stage = self.stage(id)?;
        stage.retired = None;
        stage.merged_into = None;
        self.set(stage, |change| &mut change.stages)
    }

    // --- weights ---

    pub(super) fn set_weights(
        &mut self,
        pipeline: PipelineId,
        weights: &BTreeMap<CriterionId, u8>,
    ) -> Outcomes {
        self.pipeline(pipeline)?;
        let of = self.workspace.stages.values().filter(|stage| stage.pipeline == pipeline && stage.in_use());
        let stages: Vec<Stage> = of.map(|stage| Stage::clone(stage)).collect();
        let known = |id: &&CriterionId| stages.iter().any(|stage| stage.criteria.contains_key(id));
        if let Some(foreign) = weights.keys().find(|id| !known(id)) {
            return Err(Rejection::ForeignCriterion(*foreign));
        }
        let sum: u32 = weights.values().map(|weight| u32::from(*weight)).sum();
        if !matches!(sum, 0 | 100) {
            return Err(Rejection::WeightsOff(sum));
        }
        for mut stage in stages {
            for (id, criterion) in &mut stage.criteria {
                criterion.weight = weights.get(id).copied().unwrap_or(0);
            }
            self.set(stage, |change| &mut change.stages)?;
        }
        Ok(())
    }

    /// Brings the weights of what is left back to 100, in proportion.
    fn share_out(&mut self, pipeline: PipelineId) -> Outcomes {
        let weighed: Vec<(CriterionId, u32)> = self
            .workspace
            .ladder(pipeline)
            .iter()
            .flat_map(|stage| &stage.criteria)
            .filter(|(_, criterion)| criterion.weight > 0)
            .map(|(id, criterion)| (*id, u32::from(criterion.weight)))
            .collect();
        let shares = balanced(&weighed.iter().map(|(_, weight)| *weight).collect::<Vec<_>>());
        let weights = weighed.iter().map(|(id, _)| *id).zip(shares).collect();
        self.set_weights(pipeline, &weights)
    }
}

/// Takes items from one map to another, behind those that are there.
fn go_along<I: Copy + Ord, T: Ranked>(
    from: &mut BTreeMap<I, T>,
    to: &mut BTreeMap<I, T>,
    goes: impl Fn(&I) -> bool,
) {
    let mut last = to.values().map(|item| item.rank().clone()).max();
    let going: Vec<I> = crate::model::in_order(from).into_iter().map(|(id, _)| id).filter(goes).collect();
    for id in going {
        let Some(mut item) = from.remove(&id) else { continue };
        if let Some(rank) = Rank::between(last.as_ref(), None) {
            item.set_rank(rank);
        }
        last = Some(item.rank().clone());
        to.insert(id, item);
    }
}

fn stage_fits(stage: &Stage) -> Outcomes {
    name(&stage.name)?;
    long_text(&stage.definition)?;
    long_text(&stage.exit_action)?;
    chance(stage.chance)?;
    if stage.colour.is_some_and(|colour| colour >= COLOURS) || stage.criteria.values().any(weighs_too_much) {
        return Err(Rejection::ValueOutOfRange);
    }
    let names = stage.criteria.values().map(|c| &c.name).chain(stage.tasks.values().map(|t| &t.name));
    let names = names
        .chain(stage.duties.values().map(|d| &d.department))
        .chain(stage.plays.values().map(|p| &p.title))
        .chain(stage.proposals.values().map(|p| &p.text));
    for text in names {
        name(text)?;
    }
    let texts = stage.duties.values().map(|d| &d.does).chain(stage.plays.values().map(|p| &p.text));
    let texts = texts.chain([&stage.worked, &stage.dropped]);
    texts.into_iter().try_for_each(|text| long_text(text).map(drop))?;
    let topics = stage.plays.values().map(|play| &play.topic);
    topics.into_iter().all(|topic| topic.chars().count() <= MAX_NAME).then_some(()).ok_or(Rejection::TooLong)
}

fn weighs_too_much(criterion: &Criterion) -> bool {
    criterion.weight > 100
}
