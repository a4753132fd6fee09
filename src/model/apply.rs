//! The one way in: a command becomes a change, or a rejection and nothing.

mod journey;
mod process;
mod stages;
mod story;
mod team;

use std::sync::Arc;

use super::change::{Change, Edit, Edits, note};
use super::{
    Command, Day, Deal, DealEdit, DealId, Event, Gate, Happened, MAX_NAME, MAX_TEXT, MAX_VALUE, NewDeal,
    Outcome, OutcomeKind, Place, Rank, Ranked, Record, Rejection, Rung, StageId, Story, Timestamp, Workspace,
    barriers, check::history_fits,
};

/// Applies a command to a workspace at the time `now` and says what changed; an empty change if all was so already.
///
/// # Errors
/// A [`Rejection`] that says why not; the workspace is then as it was, also where a part of a batch was fine.
pub fn apply(workspace: &mut Workspace, command: Command, now: Timestamp) -> Result<Change, Rejection> {
    let mut work = Work { workspace, change: Change::default(), now };
    match work.run(command).and_then(|()| work.weights_fit()) {
        Ok(()) => Ok(work.change),
        Err(rejection) => {
            let done = std::mem::take(&mut work.change);
            done.reverse().apply_to(work.workspace);
            Err(rejection)
        }
    }
}

struct Work<'a> {
    workspace: &'a mut Workspace,
    change: Change,
    now: Timestamp,
}

type Outcomes = Result<(), Rejection>;

impl Work<'_> {
    fn run(&mut self, command: Command) -> Outcomes {
        match command {
            Command::Batch(commands) => commands.into_iter().try_for_each(|command| self.run(command)),
            Command::SetMeta(meta) => self.set_meta(meta),
            Command::AddPipeline(pipeline) => {
                name(&pipeline.name)?;
                self.add(pipeline, |change| &mut change.pipelines)
            }
            Command::SetPerson(id, person) => self.set_person(id, person),
            Command::RenameOwner { from, to } => self.rename_owner(&from, &to),
            Command::SetPersona(id, persona) => self.set_persona(id, persona),
            Command::SetList(kind, words) => self.set_list(kind, words),
            Command::EditPipeline { pipeline, edit } => self.edit_pipeline(pipeline, edit),
            Command::RemovePipeline(pipeline) => self.remove_pipeline(pipeline),
            Command::AddStage(stage) => self.add_stage(stage),
            Command::MoveStage { stage, before } => self.move_stage(stage, before),
            Command::MergeStages { stage, into } => self.merge_stages(stage, into),
            Command::SplitStage { stage, new, criteria, tasks, deals } => {
                self.split_stage(stage, *new, &criteria, &tasks, deals)
            }
            Command::RetireStage { stage, to } => self.retire_stage(stage, to),
            Command::RestoreStage(stage) => self.restore_stage(stage),
            Command::SetWeights { pipeline, weights } => self.set_weights(pipeline, &weights),
            Command::EditStage { stage, edit } => self.edit_stage(stage, edit),
            Command::AddDeal(new) => self.add_deal(new),
            Command::ImportDeals(deals) => self.import_deals(deals),
            Command::EditDeal { deal, edit } => self.edit_deal(deal, edit),
            Command::MoveDeal { deal, stage, place } => self.move_deal(deal, stage, place),
            Command::WinDeal { deal, at, value } => self.win(deal, at, value),
            Command::LoseDeal { deal, at, reason } => self.lose(deal, at, &reason),
            Command::ReopenDeal { deal } => self.reopen(deal),
            Command::TransferDeal { deal, stage, value } => self.transfer(deal, stage, value),
            Command::OverrideGate { deal, to, by, note } => self.override_gate(deal, to, &by, &note),
            Command::NurtureDeal { deal, reason, until } => self.nurture(deal, &reason, until),
            Command::RemoveDeals(deals) => {
                for id in deals {
                    self.deal(id)?;
                    self.change_deals(vec![(id, None)]);
                }
                Ok(())
            }
            Command::AddPhase(phase) => self.add_phase(phase),
            Command::EditPhase { phase, edit } => self.edit_phase(phase, edit),
            Command::MovePhase { phase, before } => self.move_phase(phase, before),
            Command::RemovePhase(phase) => self.remove_phase(phase),
            Command::AddNote(new) => self.add_note(new),
            Command::ImportNotes(notes) => notes.into_iter().try_for_each(|note| self.import_note(note)),
            Command::EditNote { note, edit } => self.edit_note(note, edit),
            Command::MoveNote { note, to, before } => self.move_note(note, to, before),
            Command::Clear => {
                let empty = Workspace::empty(self.workspace.meta.id);
                let change = Change::between(self.workspace, &empty);
                self.change_with(change);
                Ok(())
            }
        }
    }

    // --- the only places that change anything ---

    fn change_with(&mut self, change: Change) {
        change.apply_to(self.workspace);
        self.change = std::mem::take(&mut self.change).then(change);
    }

    fn change_deals(&mut self, deals: Vec<(DealId, Option<Deal>)>) {
        let mut change = Change::default();
        for (id, to) in deals {
            let edit = Edit { from: self.workspace.deals.get(&id).cloned(), to: to.map(Arc::new) };
            note(&mut change.deals, id, edit);
        }
        self.change_with(change);
    }

    fn add<R: Record>(&mut self, record: R, edits: fn(&mut Change) -> &mut Edits<R>) -> Outcomes {
        if R::table(self.workspace).contains_key(&record.id()) {
            return Err(Rejection::DuplicateId);
        }
        self.set(record, edits)
    }

    fn set<R: Record>(&mut self, record: R, edits: fn(&mut Change) -> &mut Edits<R>) -> Outcomes {
        let id = record.id();
        let edit = Edit { from: R::table(self.workspace).get(&id).cloned(), to: Some(Arc::new(record)) };
        let mut change = Change::default();
        note(edits(&mut change), id, edit);
        self.change_with(change);
        Ok(())
    }

    /// Sets a record at a place among its siblings, which `order` gives without it; where no rank is left between two of them, all
    /// get new ones.
    fn place_among<R: Record + Ranked>(
        &mut self,
        mut record: R,
        mut order: Vec<R>,
        at: usize,
        edits: fn(&mut Change) -> &mut Edits<R>,
    ) -> Outcomes {
        let above = at.checked_sub(1).and_then(|above| order.get(above)).map(Ranked::rank);
        let below = order.get(at).map(Ranked::rank);
        if let Some(rank) = Rank::between(above, below) {
            record.set_rank(rank);
            return self.set(record, edits);
        }
        order.insert(at.min(order.len()), record);
        let ranks = Rank::spread(None, order.len()).ok_or(Rejection::ColumnFull)?;
        for (mut record, rank) in order.into_iter().zip(ranks) {
            record.set_rank(rank);
            self.set(record, edits)?;
        }
        Ok(())
    }

    // --- look-ups ---

    fn record<R: Record>(&self, id: R::Id) -> Option<R> {
        R::table(self.workspace).get(&id).map(|record| R::clone(record))
    }

    fn pipeline(&self, id: super::PipelineId) -> Result<super::Pipeline, Rejection> {
        self.record(id).ok_or(Rejection::UnknownPipeline(id))
    }

    fn stage(&self, id: StageId) -> Result<super::Stage, Rejection> {
        self.record(id).ok_or(Rejection::UnknownStage(id))
    }

    fn deal(&self, id: DealId) -> Result<Deal, Rejection> {
        self.record(id).ok_or(Rejection::UnknownDeal(id))
    }

    fn stage_in_use(&self, id: StageId) -> Result<super::Stage, Rejection> {
        let stage = self.stage(id)?;
        if stage.in_use() { Ok(stage) } else { Err(Rejection::StageRetired(id)) }
    }

    /// The stage itself if it is in use, else the nearest one in use below it, else the nearest above.
    fn nearest_in_use(&self, pipeline: super::PipelineId, stage: StageId) -> Option<StageId> {
        let ladder = self.workspace.whole_ladder(pipeline);
        let at = ladder.iter().position(|other| other.id == stage)?;
        let (below, above) = ladder.split_at_checked(at + 1)?;
        let found = below.iter().rev().chain(above).find(|stage| stage.in_use());
        found.map(|stage| stage.id)
    }

    fn same_pipeline_phase(&self, stage: &super::Stage) -> Outcomes {
        let Some(phase) = stage.phase else { return Ok(()) };
        match self.workspace.phases.get(&phase) {
            None => Err(Rejection::UnknownPhase(phase)),
            Some(record) if record.pipeline != stage.pipeline => Err(Rejection::OtherPipeline),
            Some(_) => Ok(()),
        }
    }

    // --- commands of some length ---

    fn add_deal(&mut self, new: NewDeal) -> Outcomes {
        let stage = self.stage_in_use(new.stage)?;
        let title = name(&new.title)?;
        if self.workspace.deals.contains_key(&new.id) {
            return Err(Rejection::DuplicateId);
        }
        let rank = self.rank_at(new.id, stage.id, OutcomeKind::Open, new.place)?;
        let deal = Deal {
            id: new.id,
            pipeline: stage.pipeline,
            stage: stage.id,
            rank,
            title,
            company: String::new(),
            contact: String::new(),
            owner: String::new(),
            value: 0,
            source: String::new(),
            product: String::new(),
            reference: String::new(),
            expected: None,
            chance: None,
            notes: String::new(),
            outcome: Outcome::Open,
            story: Story::default(),
            created: self.now,
            history: vec![Event { at: self.now, what: Happened::Created { stage: stage.id } }],
        };
        self.change_deals(vec![(deal.id, Some(deal))]);
        Ok(())
    }

    fn import_deals(&mut self, deals: Vec<Deal>) -> Outcomes {
        let mut change = Change::default();
        for deal in deals {
            self.pipeline(deal.pipeline)?;
            if self.stage(deal.stage)?.pipeline != deal.pipeline {
                return Err(Rejection::OtherPipeline);
            }
            self.story_fits(&deal.story)?;
            name(&deal.title)?;
            [&deal.company, &deal.contact, &deal.owner, &deal.source, &deal.product, &deal.reference]
                .into_iter()
                .try_for_each(|text| long_name(text).map(|_| ()))?;
            long_text(&deal.notes)?;
            value(deal.value)?;
            deal.chance.map_or(Ok(0), chance)?;
            if !history_fits(&deal, |stage| self.workspace.part_of(stage)) {
                return Err(Rejection::BrokenHistory(deal.id));
            }
            if self.workspace.deals.contains_key(&deal.id) || change.deals.contains_key(&deal.id) {
                return Err(Rejection::DuplicateId);
            }
            change.deals.insert(deal.id, Edit { from: None, to: Some(Arc::new(deal)) });
        }
        self.change_with(change);
        Ok(())
    }

    fn edit_deal(&mut self, id: DealId, edit: DealEdit) -> Outcomes {
        let mut deal = self.deal(id)?;
        match edit {
            DealEdit::Title(text) => deal.title = name(&text)?,
            DealEdit::Company(text) => deal.company = long_name(&text)?,
            DealEdit::Contact(text) => deal.contact = long_name(&text)?,
            DealEdit::Owner(text) => deal.owner = long_name(&text)?,
            DealEdit::Source(text) => deal.source = long_name(&text)?,
            DealEdit::Product(text) => deal.product = long_name(&text)?,
            DealEdit::Notes(text) => deal.notes = long_text(&text)?,
            DealEdit::Chance(percent) => {
                percent.map_or(Ok(0), chance)?;
                deal.chance = percent;
            }
            DealEdit::Value(to) => self.revalue(&mut deal, to)?,
            DealEdit::Expected(to) => {
                if deal.expected != to {
                    let what = Happened::Rescheduled { from: deal.expected, to };
                    deal.history.push(Event { at: self.now, what });
                    deal.expected = to;
                }
            }
            DealEdit::LossReason(text) => {
                let Outcome::Lost { reason, .. } = &mut deal.outcome else {
                    return Err(Rejection::NotClosed);
                };
                *reason = long_name(&text)?;
                let said = deal.history.iter_mut().rev().find_map(|event| match &mut event.what {
                    Happened::Lost { reason } => Some(reason),
                    _ => None,
                });
                if let Some(said) = said {
                    said.clone_from(reason);
                }
            }
            DealEdit::Nurture { until, reason } => nurture_as(&mut deal, until, &reason)?,
            DealEdit::Closed(to) => {
                self.not_in_the_future(to)?;
                let (Outcome::Won { at } | Outcome::Lost { at, .. }) = &mut deal.outcome else {
                    return Err(Rejection::NotClosed);
                };
                *at = to;
                let closing = deal
                    .history
                    .iter_mut()
                    .rev()
                    .find(|e| matches!(e.what, Happened::Won | Happened::Lost { .. }));
                if let Some(event) = closing {
                    event.at = to;
                }
            }
            other => self.edit_story(&mut deal, other)?,
        }
        self.change_deals(vec![(id, Some(deal))]);
        Ok(())
    }

    fn move_deal(&mut self, id: DealId, stage: StageId, place: Place) -> Outcomes {
        let deal = self.deal(id)?;
        let here = self.workspace.stage_of(&deal);
        if here != stage && deal.pipeline == self.stage(stage)?.pipeline {
            self.gate_is_open(&deal, Rung::Stage(stage))?;
        }
        self.put_deal(deal, stage, place)
    }

    /// Moves a deal whatever the gates say.
    fn put_deal(&mut self, mut deal: Deal, stage: StageId, place: Place) -> Outcomes {
        let id = deal.id;
        let here = self.workspace.stage_of(&deal);
        let outcome = deal.outcome.kind();
        let record = if here == stage { self.stage(stage)? } else { self.stage_in_use(stage)? };
        if record.pipeline != deal.pipeline {
            return Err(Rejection::OtherPipeline);
        }
        if here != stage && outcome != OutcomeKind::Open {
            return Err(Rejection::Closed);
        }
        if here == stage && self.is_there(&deal, place) {
            return Ok(());
        }
        deal.rank = self.rank_at(id, stage, outcome, place)?;
        if here != stage {
            deal.history.push(Event { at: self.now, what: Happened::Moved { from: here, to: stage } });
            deal.stage = stage;
        }
        self.change_deals(vec![(id, Some(deal))]);
        Ok(())
    }

    /// Only a gate that blocks stops a deal; one that warns lets the page say so.
    fn gate_is_open(&self, deal: &Deal, to: Rung) -> Outcomes {
        let shut = barriers(self.workspace, deal, to).into_iter().find(|barrier| barrier.gate == Gate::Block);
        match shut {
            Some(barrier) if deal.outcome == Outcome::Open => Err(Rejection::GateShut(barrier.stage)),
            _ => Ok(()),
        }
    }

    fn win(&mut self, id: DealId, at: Timestamp, worth: i64) -> Outcomes {
        let mut deal = self.open_deal(id)?;
        self.not_in_the_future(at)?;
        self.gate_is_open(&deal, Rung::Won)?;
        self.revalue(&mut deal, worth)?;
        deal.outcome = Outcome::Won { at };
        deal.history.push(Event { at, what: Happened::Won });
        self.close_in_column(deal)
    }

    fn lose(&mut self, id: DealId, at: Timestamp, reason: &str) -> Outcomes {
        let mut deal = self.open_deal(id)?;
        self.not_in_the_future(at)?;
        let reason = long_name(reason)?;
        deal.outcome = Outcome::Lost { at, reason: reason.clone() };
        deal.history.push(Event { at, what: Happened::Lost { reason } });
        self.close_in_column(deal)
    }

    fn reopen(&mut self, id: DealId) -> Outcomes {
        let mut deal = self.deal(id)?;
        if deal.outcome == Outcome::Open {
            return Err(Rejection::NotClosed);
        }
        deal.outcome = Outcome::Open;
        deal.story.archived = None;
        deal.history.push(Event { at: self.now, what: Happened::Reopened });
        let here = self.workspace.stage_of(&deal);
        if let Some(stage) = self.nearest_in_use(deal.pipeline, here).filter(|stage| *stage != here) {
            deal.history.push(Event { at: self.now, what: Happened::Moved { from: here, to: stage } });
            deal.stage = stage;
        }
        self.close_in_column(deal)
    }

    fn transfer(&mut self, id: DealId, stage: StageId, worth: i64) -> Outcomes {
        let mut deal = self.open_deal(id)?;
        let target = self.stage_in_use(stage)?;
        if target.pipeline == deal.pipeline {
            return Err(Rejection::OtherPipeline);
        }
        self.gate_is_open(&deal, Rung::Stage(stage))?;
        self.revalue(&mut deal, worth)?;
        let from = self.workspace.stage_of(&deal);
        deal.history.push(Event { at: self.now, what: Happened::Moved { from, to: stage } });
        deal.pipeline = target.pipeline;
        deal.stage = stage;
        deal.rank = self.rank_at(id, stage, OutcomeKind::Open, Place::First)?;
        self.change_deals(vec![(id, Some(deal))]);
        Ok(())
    }

    fn nurture(&mut self, id: DealId, reason: &str, until: Option<Day>) -> Outcomes {
        let mut deal = self.open_deal(id)?;
        let reason = long_name(reason)?;
        deal.outcome = Outcome::Nurture { since: self.now, until, reason: reason.clone() };
        deal.history.push(Event { at: self.now, what: Happened::Nurtured { reason, until } });
        self.close_in_column(deal)
    }

    // --- parts of commands ---

    fn open_deal(&self, id: DealId) -> Result<Deal, Rejection> {
        let deal = self.deal(id)?;
        if deal.outcome == Outcome::Open { Ok(deal) } else { Err(Rejection::Closed) }
    }

    fn revalue(&self, deal: &mut Deal, to: i64) -> Outcomes {
        value(to)?;
        if deal.value != to {
            let what = Happened::Revalued { from: deal.value, to };
            deal.history.push(Event { at: self.now, what });
            deal.value = to;
        }
        Ok(())
    }

    /// Puts a deal whose outcome changed on top of the column that it belongs to now.
    fn close_in_column(&mut self, mut deal: Deal) -> Outcomes {
        deal.rank =
            self.rank_at(deal.id, self.workspace.stage_of(&deal), deal.outcome.kind(), Place::First)?;
        self.change_deals(vec![(deal.id, Some(deal))]);
        Ok(())
    }

    fn not_in_the_future(&self, at: Timestamp) -> Outcomes {
        // A date without an hour stands at 10:30 of its day, which may still be to come today: a day of grace.
        if at > self.now.plus_days(1) { Err(Rejection::InTheFuture) } else { Ok(()) }
    }

    fn neighbours(
        &self,
        id: DealId,
        stage: StageId,
        outcome: OutcomeKind,
        place: Place,
    ) -> (Option<Rank>, Option<Rank>) {
        let column = self.workspace.columns.of(stage, outcome);
        let slot = slot(column, place);
        let rank = |entry: &(Rank, DealId)| (entry.1 != id).then(|| entry.0.clone());
        let below = column.get(slot..).unwrap_or_default().iter().find_map(rank);
        let above = column.get(..slot).unwrap_or_default().iter().rev().find_map(rank);
        (above, below)
    }

    /// Asked by position, not by rank: cards of equal rank stand in the order of their ids.
    fn is_there(&self, deal: &Deal, place: Place) -> bool {
        let column = self.workspace.columns.of(self.workspace.stage_of(deal), deal.outcome.kind());
        let slot = slot(column, place);
        column.iter().position(|(_, id)| *id == deal.id).is_some_and(|own| slot == own || slot == own + 1)
    }

    fn rank_at(
        &mut self,
        id: DealId,
        stage: StageId,
        outcome: OutcomeKind,
        place: Place,
    ) -> Result<Rank, Rejection> {
        let (above, below) = self.neighbours(id, stage, outcome, place);
        if let Some(rank) = Rank::between(above.as_ref(), below.as_ref()) {
            return Ok(rank);
        }
        self.rank_anew(stage, outcome)?;
        let (above, below) = self.neighbours(id, stage, outcome, place);
        Rank::between(above.as_ref(), below.as_ref()).ok_or(Rejection::ColumnFull)
    }

    /// Gives every card of a column a new short key, two apart, where no room was left between two of them.
    fn rank_anew(&mut self, stage: StageId, outcome: OutcomeKind) -> Outcomes {
        let column: Vec<DealId> = self.workspace.column(stage, outcome).collect();
        let ranks = Rank::spread(None, column.len() * 2).ok_or(Rejection::ColumnFull)?;
        let moved = column
            .iter()
            .zip(ranks.into_iter().step_by(2))
            .filter_map(|(id, rank)| {
                let deal = self.workspace.deals.get(id)?;
                Some((*id, Some(Deal { rank, ..Deal::clone(deal) })))
            })
            .collect();
        self.change_deals(moved);
        Ok(())
    }
}

/// Where a card goes in a column that keeps all its cards, the card itself included.
fn slot(column: &[(Rank, DealId)], place: Place) -> usize {
    let end = column.len();
    let position = |of: DealId| column.iter().position(|(_, other)| *other == of);
    match place {
        Place::First => 0,
        Place::Last => end,
        Place::Before(other) => position(other).unwrap_or(end),
        Place::After(other) => position(other).map_or(end, |at| at + 1),
    }
}

/// Changes when and why to come back to a deal on the nurture list; its history tells the last word.
fn nurture_as(deal: &mut Deal, to: Option<Day>, why: &str) -> Outcomes {
    let Outcome::Nurture { until, reason, .. } = &mut deal.outcome else { return Err(Rejection::NotClosed) };
    *until = to;
    *reason = long_name(why)?;
    let said = deal.history.iter_mut().rev().find_map(|event| match &mut event.what {
        Happened::Nurtured { reason, until } => Some((reason, until)),
        _ => None,
    });
    if let Some(said) = said {
        said.0.clone_from(reason);
        *said.1 = *until;
    }
    Ok(())
}

// --- what may be written ---

fn name(text: &str) -> Result<String, Rejection> {
    let text = text.trim();
    if text.is_empty() { Err(Rejection::Blank) } else { long_name(text) }
}

fn long_name(text: &str) -> Result<String, Rejection> {
    let text = text.trim();
    if text.chars().count() > MAX_NAME { Err(Rejection::TooLong) } else { Ok(text.to_owned()) }
}

fn long_text(text: &str) -> Result<String, Rejection> {
    if text.chars().count() > MAX_TEXT { Err(Rejection::TooLong) } else { Ok(text.to_owned()) }
}

fn note_text(text: &str) -> Result<String, Rejection> {
    let text = text.trim();
    if text.is_empty() { Err(Rejection::Blank) } else { long_text(text) }
}

fn value(minor: i64) -> Result<i64, Rejection> {
    if (0..=MAX_VALUE).contains(&minor) { Ok(minor) } else { Err(Rejection::ValueOutOfRange) }
}

fn chance(percent: u8) -> Result<u8, Rejection> {
    if percent <= 100 { Ok(percent) } else { Err(Rejection::ChanceOutOfRange) }
}

fn mood(value: i8) -> Result<i8, Rejection> {
    if (-2..=2).contains(&value) { Ok(value) } else { Err(Rejection::MoodOutOfRange) }
}
