//! The votes of a workshop: which notes got how many, and who has some left.

use crate::model::{ItemId, Lane, NoteId, PhaseId, Pipeline, PipelineId, Workspace, in_order};

/// A note that can be voted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Voted {
    /// The note.
    pub note: NoteId,
    /// The phase that it stands in.
    pub phase: PhaseId,
    /// The votes that it got.
    pub votes: u32,
    /// Its place among those with votes, from 1; equal votes share a place. `None` without a vote.
    pub place: Option<u32>,
}

/// The notes of a row of a pipeline's map in the order of the map, each with its votes and its place.
pub fn ballot(workspace: &Workspace, pipeline: PipelineId, lane: Lane) -> Vec<Voted> {
    let mut found: Vec<Voted> = Vec::new();
    for phase in workspace.phases(pipeline) {
        for step in phase.columns() {
            let notes = workspace.cell_notes(crate::model::Cell { phase: phase.id, step, lane });
            found.extend(notes.into_iter().map(|note| Voted {
                note: note.id,
                phase: phase.id,
                votes: note.vote_count(),
                place: None,
            }));
        }
    }
    let counts: Vec<u32> = found.iter().map(|voted| voted.votes).collect();
    for voted in found.iter_mut().filter(|voted| voted.votes > 0) {
        let above = counts.iter().filter(|votes| **votes > voted.votes).count();
        voted.place = u32::try_from(above + 1).ok();
    }
    found
}

/// The same notes by their votes, the most first; those with as many stay in the order of the map.
pub fn ranked(mut ballot: Vec<Voted>) -> Vec<Voted> {
    ballot.sort_by_key(|voted| std::cmp::Reverse(voted.votes));
    ballot
}

/// The participants of a pipeline's workshop in order, each with how many votes they have left. Votes on notes that were moved out of
/// the rows that are voted on do not count. Whoever gave more than there are by
/// now has none.
pub fn votes_left(workspace: &Workspace, pipeline: PipelineId) -> Vec<(ItemId, u32)> {
    let Some(found) = workspace.get::<Pipeline>(pipeline) else { return Vec::new() };
    let each = u32::from(found.workshop.votes_each);
    let left = |id| each.saturating_sub(workspace.votes_given(pipeline, id));
    in_order(&found.workshop.participants).into_iter().map(|(id, _)| (id, left(id))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Cell, Command, Currency, NewNote, NoteEdit, Participant, Phase, PipelineEdit, Rank, Rejection,
        Timestamp, WorkspaceId, apply,
    };

    const PIPELINE: PipelineId = PipelineId(1);
    const NOW: Timestamp = Timestamp(1_760_000_000_000);

    fn vote(workspace: &mut Workspace, note: u64, who: u64, votes: u8) -> Result<(), Rejection> {
        let edit = NoteEdit::Votes(ItemId(who), votes);
        apply(workspace, Command::EditNote { note: NoteId(note), edit }, NOW).map(drop)
    }

    /// Two phases with two pains each, two participants with three votes each.
    fn scene() -> Workspace {
        let mut workspace = Workspace::empty(WorkspaceId(7));
        let ranks = Rank::spread(None, 2).unwrap();
        let mut asks =
            vec![Command::AddPipeline(Pipeline::new(PIPELINE, Rank::middle(), "Sales", Currency::EUR))];
        for (at, rank) in ranks.into_iter().enumerate() {
            let id = at as u64 + 1;
            asks.push(Command::AddPhase(Phase::new(PhaseId(id), PIPELINE, rank.clone(), "Phase")));
            let cell = Cell { phase: PhaseId(id), step: None, lane: Lane::PainPoints };
            for number in [10 * id, 10 * id + 1] {
                let text = format!("pain {number}");
                asks.push(Command::AddNote(NewNote { id: NoteId(number), cell, persona: None, text }));
            }
            let participant = Participant { rank, name: format!("Person {id}") };
            let edit = PipelineEdit::Participant(ItemId(id), Some(participant));
            asks.push(Command::EditPipeline { pipeline: PIPELINE, edit });
        }
        apply(&mut workspace, Command::Batch(asks), NOW).unwrap();
        workspace
    }

    #[test]
    fn notes_stand_in_the_order_of_the_map_and_equal_votes_share_a_place() {
        let mut workspace = scene();
        for (note, who, votes) in [(21, 1, 2), (11, 1, 1), (10, 2, 1)] {
            vote(&mut workspace, note, who, votes).unwrap();
        }
        let found = ballot(&workspace, PIPELINE, Lane::PainPoints);
        let row = |voted: &Voted| (voted.note.0, voted.phase.0, voted.votes, voted.place);
        let expected = [(10, 1, 1, Some(2)), (11, 1, 1, Some(2)), (20, 2, 0, None), (21, 2, 2, Some(1))];
        assert_eq!(found.iter().map(row).collect::<Vec<_>>(), expected);
        let order: Vec<u64> = ranked(found).iter().map(|voted| voted.note.0).collect();
        assert_eq!(order, [21, 10, 11, 20]);
        assert!(ballot(&workspace, PIPELINE, Lane::Ideas).is_empty());
    }

    #[test]
    fn nobody_gives_more_votes_than_there_are() {
        let mut workspace = scene();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 3), (ItemId(2), 3)]);
        vote(&mut workspace, 10, 1, 2).unwrap();
        vote(&mut workspace, 20, 1, 1).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 0), (ItemId(2), 3)]);
        assert_eq!(vote(&mut workspace, 21, 1, 1), Err(Rejection::NoVotesLeft));
        let fewer = Command::EditPipeline { pipeline: PIPELINE, edit: PipelineEdit::VotesEach(1) };
        apply(&mut workspace, fewer, NOW).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 0), (ItemId(2), 1)]);
        vote(&mut workspace, 10, 1, 0).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 0), (ItemId(2), 1)]);
    }

    #[test]
    fn dots_on_a_note_that_is_not_voted_on_any_more_can_be_given_again() {
        let mut workspace = scene();
        vote(&mut workspace, 10, 1, 3).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 0), (ItemId(2), 3)]);
        let cell = |lane| Cell { phase: PhaseId(1), step: None, lane };
        let go = |lane| Command::MoveNote { note: NoteId(10), to: cell(lane), before: None };
        apply(&mut workspace, go(Lane::Obstacles), NOW).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 3), (ItemId(2), 3)]);
        vote(&mut workspace, 20, 1, 2).unwrap();
        vote(&mut workspace, 10, 1, 2).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 1), (ItemId(2), 3)]);
        // Back among those that are voted on it counts again, and can be taken back.
        apply(&mut workspace, go(Lane::PainPoints), NOW).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 0), (ItemId(2), 3)]);
        assert_eq!(vote(&mut workspace, 21, 1, 1), Err(Rejection::NoVotesLeft));
        vote(&mut workspace, 10, 1, 0).unwrap();
        assert_eq!(votes_left(&workspace, PIPELINE), [(ItemId(1), 1), (ItemId(2), 3)]);
    }
}
