//! A deal's history as the trace of a process: the events that lead to a stage or close the deal, with its stages counted as what
//! they are by now.

use super::{Deal, Happened, StageId, Timestamp, Workspace};

/// An event of a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcessEvent<'a> {
    /// When it was; never before the event in front of it. A closing that was dated back stands with the visit before it; work that
    /// began anew after that date stands with the closing.
    pub at: Timestamp,
    /// What it was.
    pub step: ProcessStep<'a>,
}

/// What an event of a trace is. Every stage is the one that it is part of by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProcessStep<'a> {
    /// The deal came to be in a stage.
    Created {
        /// That stage.
        stage: StageId,
    },
    /// It went to another stage, or the work of its stage began anew: then both are the same.
    Moved {
        /// The stage that it left.
        from: StageId,
        /// The stage that it entered.
        to: StageId,
    },
    /// It was won.
    Won {
        /// In that stage.
        from: StageId,
    },
    /// It was lost.
    Lost {
        /// In that stage.
        from: StageId,
        /// Why; empty if nobody said.
        reason: &'a str,
    },
    /// It was put on the nurture list.
    Nurtured {
        /// In that stage.
        from: StageId,
        /// Why; empty if nobody said.
        reason: &'a str,
    },
    /// It is open again, and so entered the stage again that it had left.
    Reopened {
        /// That stage.
        to: StageId,
    },
}

impl Workspace {
    /// The trace of a deal, in order. Notes on values, dates and gates are no part of it, nor is a move between stages of which
    /// one has become part of the other; a move to the very stage that the deal was in is, although it is no new visit.
    pub fn trace<'a>(&'a self, deal: &'a Deal) -> impl Iterator<Item = ProcessEvent<'a>> + 'a {
        let mut stage = deal.stage;
        // The time of the last event that made or ended a visit, and that of the last event.
        let (mut floor, mut last) = (None, None);
        deal.history.iter().enumerate().filter_map(move |(place, event)| {
            let from = self.part_of(stage);
            let mut repeats = false;
            let step = match &event.what {
                Happened::Created { stage: first } => {
                    stage = *first;
                    ProcessStep::Created { stage: self.part_of(stage) }
                }
                Happened::Moved { to: next, .. } => {
                    let (is_same, to) = (stage == *next, self.part_of(*next));
                    stage = *next;
                    repeats = from == to;
                    if repeats && !is_same {
                        return None;
                    }
                    ProcessStep::Moved { from, to }
                }
                Happened::Won => ProcessStep::Won { from },
                Happened::Lost { reason } => ProcessStep::Lost { from, reason },
                Happened::Nurtured { reason, .. } => ProcessStep::Nurtured { from, reason },
                Happened::Reopened => ProcessStep::Reopened { to: from },
                Happened::Overridden(_) | Happened::Revalued { .. } | Happened::Rescheduled { .. } => {
                    return None;
                }
            };
            let own = if repeats {
                self.next_step(deal, place, from).map_or(event.at, |t| t.min(event.at))
            } else {
                event.at
            };
            let at = own.max(if repeats { last } else { floor }.unwrap_or(own));
            last = Some(at);
            if !repeats {
                floor = last;
            }
            Some(ProcessEvent { at, step })
        })
    }

    /// When the first event behind that place leads a deal out of a stage or closes it there.
    fn next_step(&self, deal: &Deal, place: usize, stage: StageId) -> Option<Timestamp> {
        let leads_on = |what: &Happened| match what {
            Happened::Moved { to, .. } => self.part_of(*to) != stage,
            Happened::Won | Happened::Lost { .. } | Happened::Nurtured { .. } => true,
            _ => false,
        };
        deal.history.iter().skip(place + 1).find(|event| leads_on(&event.what)).map(|event| event.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Command, apply};
    use crate::model::{
        Currency, DealId, Event, Outcome, Pipeline, PipelineId, Rank, Stage, Story, WorkspaceId,
    };

    const A: StageId = StageId(1);
    const B: StageId = StageId(2);

    /// A workspace with a deal of that history, which ends as lost.
    fn with(history: Vec<(i64, Happened)>, stage: StageId, end: i64) -> Workspace {
        let pipeline = Pipeline::new(PipelineId(1), Rank::middle(), "Sales", Currency::EUR);
        let stages = [A, B].map(|id| Stage::new(id, pipeline.id, Rank::middle(), format!("S{}", id.0)));
        let deal = Deal {
            id: DealId(1),
            pipeline: pipeline.id,
            stage,
            rank: Rank::middle(),
            title: "A".into(),
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
            outcome: Outcome::Lost { at: Timestamp(end), reason: String::new() },
            story: Story::default(),
            created: Timestamp(0),
            history: history.into_iter().map(|(at, what)| Event { at: Timestamp(at), what }).collect(),
        };
        let [one, two] = stages.map(Command::AddStage);
        let all = vec![Command::AddPipeline(pipeline), one, two, Command::ImportDeals(vec![deal])];
        let mut workspace = Workspace::empty(WorkspaceId(1));
        apply(&mut workspace, Command::Batch(all), Timestamp(1_000)).expect("it is sound");
        workspace
    }

    fn told(workspace: &Workspace) -> Vec<(i64, &'static str)> {
        let deal = workspace.get::<Deal>(DealId(1)).expect("the deal");
        let word = |step| match step {
            ProcessStep::Created { .. } => "created",
            ProcessStep::Moved { from, to } if from == to => "again",
            ProcessStep::Moved { .. } => "moved",
            ProcessStep::Won { .. } => "won",
            ProcessStep::Lost { .. } => "lost",
            ProcessStep::Nurtured { .. } => "nurtured",
            ProcessStep::Reopened { .. } => "re-opened",
        };
        workspace.trace(deal).map(|event| (event.at.0, word(event.step))).collect()
    }

    fn repeated(closed: i64) -> Workspace {
        let lost = Happened::Lost { reason: String::new() };
        let history = vec![
            (0, Happened::Created { stage: A }),
            (10, Happened::Moved { from: A, to: B }),
            (15, Happened::Revalued { from: 0, to: 5 }),
            (20, Happened::Moved { from: B, to: B }),
            (30, Happened::Moved { from: B, to: B }),
            (closed, lost),
        ];
        with(history, B, closed)
    }

    #[test]
    fn work_that_begins_anew_is_told_and_is_no_visit() {
        let workspace = repeated(40);
        assert_eq!(
            told(&workspace),
            [(0, "created"), (10, "moved"), (20, "again"), (30, "again"), (40, "lost")]
        );
        let deal = workspace.get::<Deal>(DealId(1)).expect("the deal");
        assert_eq!(workspace.visits(deal).len(), 2);
    }

    #[test]
    fn a_closing_dated_back_stands_where_its_visit_ends() {
        for (closed, times) in
            [(25, [0, 10, 20, 25, 25]), (15, [0, 10, 15, 15, 15]), (5, [0, 10, 10, 10, 10])]
        {
            let workspace = repeated(closed);
            assert_eq!(told(&workspace).iter().map(|(at, _)| *at).collect::<Vec<_>>(), times);
            let deal = workspace.get::<Deal>(DealId(1)).expect("the deal");
            let left = workspace.visits(deal).last().and_then(|visit| visit.left);
            assert_eq!(left, Some(Timestamp(times[4])));
        }
    }

    #[test]
    fn a_move_within_what_is_one_stage_by_now_is_none() {
        let mut workspace = repeated(40);
        apply(&mut workspace, Command::MergeStages { stage: A, into: B }, Timestamp(1_000))
            .expect("both are in use");
        assert_eq!(told(&workspace), [(0, "created"), (20, "again"), (30, "again"), (40, "lost")]);
    }
}
