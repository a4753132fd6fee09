//! A deal's history as the trace of a process: the events that lead to a stage or close the deal, with its stages counted as what
//! they are by now.

use super::{Deal, Happened, StageId, Timestamp, Workspace};

/// An event of a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcessEvent<'a> {
    /// When it was; never before the event in front of it. A closing that was dated back stands with that, as its visit does.
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
        let mut last: Option<Timestamp> = None;
        deal.history.iter().filter_map(move |event| {
            let from = self.part_of(stage);
            let step = match &event.what {
                Happened::Created { stage: first } => {
                    stage = *first;
                    ProcessStep::Created { stage: self.part_of(stage) }
                }
                Happened::Moved { to: next, .. } => {
                    let (is_same, to) = (stage == *next, self.part_of(*next));
                    stage = *next;
                    if from == to && !is_same {
                        return None;
                    }
                    ProcessStep::Moved { from, to }
                }
                Happened::Won => ProcessStep::Won { from },
                Happened::Lost { reason } => ProcessStep::Lost { from, reason },
                Happened::Nurtured { reason, .. } => ProcessStep::Nurtured { from, reason },
                Happened::Reopened => ProcessStep::Reopened { to: from },
                Happened::Overridden { .. } | Happened::Revalued { .. } | Happened::Rescheduled { .. } => {
                    return None;
                }
            };
            let at = last.map_or(event.at, |last| event.at.max(last));
            last = Some(at);
            Some(ProcessEvent { at, step })
        })
    }
}
