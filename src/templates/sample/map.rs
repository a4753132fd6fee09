//! What the team has made of its map: notes and moods of personas, a row of its own, a workshop, and a guided mapping
//! that stands in its middle.

use super::team::{FINANCE, OPERATIONS, OWNER, OWNERS, PEOPLE};
use crate::model::{
    Cell, Command, Ids, Involved, ItemId, Lane, Mood, Note, NoteEdit, NoteId, Parked, Participant, PersonaId,
    Phase, PhaseEdit, PipelineEdit, PipelineId, Proposal, Rank, Row, RowStyle, StageEdit, StageId, in_order,
};
use crate::templates::build::Ranks;

/// Notes that are true of one persona only: the index of the phase and of its step, the row, the persona, the text, and
/// the channel of a touchpoint.
const NOTES: [(usize, usize, Lane, usize, &str, &str); 12] = [
    (0, 0, Lane::Questions, OWNER, "Can I get my Sundays back?", ""),
    (0, 0, Lane::PainPoints, FINANCE, "Overtime costs more than planned, month after month", ""),
    (0, 0, Lane::PainPoints, PEOPLE, "Complaints about unfair weekends", ""),
    (0, 0, Lane::Touchpoints, OWNER, "A talk at the trade association", "Event"),
    (1, 0, Lane::Questions, OWNER, "Can it be learned in a day?", ""),
    (1, 0, Lane::Obstacles, PEOPLE, "The works council wants to know who sees what", ""),
    (1, 0, Lane::Content, FINANCE, "What it saves, worked out with their own hours", ""),
    (1, 0, Lane::Response, PEOPLE, "Offer to come to a meeting of the works council", ""),
    (2, 0, Lane::PainPoints, OWNER, "Fear of a long contract", ""),
    (2, 0, Lane::Questions, OPERATIONS, "Who stands by on the first Saturday?", ""),
    (2, 1, Lane::Questions, FINANCE, "What does it cost in the third year?", ""),
    (2, 1, Lane::Response, OWNER, "A contract that can be ended every month", ""),
];

/// Moods that differ from those of all buyers: the index of the phase, the persona, as it is, as it is to be.
const MOODS: [(usize, usize, i8, Option<i8>); 5] = [
    (0, OWNER, -2, Some(0)),
    (1, FINANCE, -1, Some(1)),
    (1, OWNER, 2, None),
    (2, FINANCE, -1, Some(1)),
    (2, OPERATIONS, 1, Some(2)),
];

/// The row of the team's own, and what stands in it by phase and step.
const OWN_ROW: &str = "Who is in the room";
const IN_THE_ROOM: [(usize, usize, &str); 5] = [
    (0, 0, "The one who writes the rota"),
    (1, 0, "Head of operations or personnel"),
    (1, 0, "Somebody from payroll"),
    (2, 0, "Finance, with the works council in the background"),
    (2, 1, "Purchasing and the management"),
];

/// What got votes in the workshop, and how many from each of those who took part.
const VOTES: [(&str, [u8; 3]); 5] = [
    ("Finance does not see the benefit", [2, 1, 0]),
    ("Approval takes weeks", [1, 0, 1]),
    ("Hours are typed into payroll a second time", [0, 1, 1]),
    ("A trial in one house, with real shifts", [0, 1, 0]),
    ("A fixed price until the season is over", [0, 0, 1]),
];

/// What was said in the workshop and has no place yet.
const PARKED: [&str; 2] =
    ["Do we want customers below twenty staff at all?", "Support has no cover on Saturdays"];

/// "What must be true to leave this stage?": the index of the stage and the answer.
const PROPOSALS: [(usize, &str); 2] =
    [(3, "Their own rota of last month has been shown"), (3, "The works council knows of it")];

/// What the guided mapping has asked of the stages so far: the index, what worked, where buyers dropped out.
const LOOKED_BACK: [(usize, &str, &str); 3] = [
    (1, "Sending the guide for their trade before anything else", "Owners of small firms who never replied"),
    (
        3,
        "Their own rota on the screen: most ask for an offer the same week",
        "Presentations at which nobody from finance was present",
    ),
    (4, "Reference calls with a planner of the same trade", "Prices that had no benefit beside them"),
];

/// The step of the guided mapping that the team stands in: the buyer's journey.
const GUIDE_STEP: u8 = 4;
const GOALS: &str =
    "Know by the summer why one in three offers is lost. Lose none of them for want of a reason to pay.";

/// Who is involved in the mapping, and what each knows or does.
const INVOLVED: [(&str, &str); 4] = [
    ("Sales", "Brings the notes of the last ten lost deals"),
    ("Marketing", "Knows what is read before anybody calls"),
    ("Support", "Knows what hurts in the first weeks"),
    ("Product", "Says what can be built by the autumn"),
];

/// The commands that put all this onto the map of the pipeline which `built` adds.
pub(super) fn commands(
    built: &Command,
    pipeline: PipelineId,
    stages: &[StageId],
    personas: &[PersonaId],
    ids: &mut dyn Ids,
) -> Vec<Command> {
    let (mut phases, mut there) = (Vec::new(), Vec::new());
    collect(built, &mut phases, &mut there);
    let own = ItemId(ids.next());
    let mut commands = vec![edit(pipeline, own_row(own))];
    commands.push(Command::ImportNotes(notes(&phases, &there, own, personas, ids)));
    for (phase, persona, now, aim) in MOODS {
        if let (Some(phase), Some(persona)) = (phases.get(phase), personas.get(persona)) {
            let edit = PhaseEdit::PersonaMood(*persona, Some(Mood { now, aim }));
            commands.push(Command::EditPhase { phase: phase.id, edit });
        }
    }
    commands.extend(workshop(pipeline, &there, ids));
    commands.extend(guide(pipeline, stages, ids));
    commands
}

fn edit(pipeline: PipelineId, edit: PipelineEdit) -> Command {
    Command::EditPipeline { pipeline, edit }
}

/// The phases and the notes that a command adds.
fn collect<'a>(command: &'a Command, phases: &mut Vec<&'a Phase>, notes: &mut Vec<&'a Note>) {
    match command {
        Command::Batch(commands) => commands.iter().for_each(|command| collect(command, phases, notes)),
        Command::AddPhase(phase) => phases.push(phase),
        Command::ImportNotes(added) => notes.extend(added),
        _ => {}
    }
}

/// The row of the team's own stands below what the buyer decides.
fn own_row(own: ItemId) -> PipelineEdit {
    let above = Row::Notes(Lane::Decisions).style().rank;
    let below = Row::Notes(Lane::Touchpoints).style().rank;
    let rank = Rank::between(Some(&above), Some(&below)).unwrap_or(above);
    let style = RowStyle { rank, name: OWN_ROW.to_owned(), hidden: false };
    PipelineEdit::Row(Row::Notes(Lane::Own(own)), Some(style))
}

/// The notes of personas, behind those that are `there`, and those of the team's own row.
fn notes(
    phases: &[&Phase],
    there: &[&Note],
    own: ItemId,
    personas: &[PersonaId],
    ids: &mut dyn Ids,
) -> Vec<Note> {
    let cell = |phase: usize, step: usize, lane: Lane| {
        let phase = phases.get(phase)?;
        let step = in_order(&phase.steps).get(step).map(|(id, _)| *id);
        Some(Cell { phase: phase.id, step, lane })
    };
    let mut made: Vec<Note> = Vec::new();
    let of_personas = NOTES.iter().map(|(phase, step, lane, persona, text, channel)| {
        (cell(*phase, *step, *lane), personas.get(*persona).copied(), *text, *channel)
    });
    let of_the_row =
        IN_THE_ROOM.iter().map(|(phase, step, text)| (cell(*phase, *step, Lane::Own(own)), None, *text, ""));
    for (cell, persona, text, channel) in of_personas.chain(of_the_row) {
        let Some(cell) = cell else { continue };
        let here = |note: &&Note| note.phase == cell.phase && note.lane == cell.lane;
        let last = there.iter().copied().chain(&made).filter(here).map(|note| note.rank.clone()).max();
        let rank = Ranks::behind(last).next();
        let note = Note::new(NoteId(ids.next()), cell, rank, text);
        made.push(Note { persona, channel: channel.to_owned(), ..note });
    }
    made
}

/// The workshop: who took part, what they voted for, what was parked.
fn workshop(pipeline: PipelineId, there: &[&Note], ids: &mut dyn Ids) -> Vec<Command> {
    let mut commands = Vec::new();
    let mut ranks = Ranks::default();
    let mut participants = Vec::new();
    for name in OWNERS.into_iter().take(3) {
        let id = ItemId(ids.next());
        participants.push(id);
        let participant = Participant { rank: ranks.next(), name: name.to_owned() };
        commands.push(edit(pipeline, PipelineEdit::Participant(id, Some(participant))));
    }
    for (text, votes) in VOTES {
        let Some(note) = there.iter().find(|note| note.text == text) else { continue };
        for (participant, votes) in participants.iter().zip(votes).filter(|(_, votes)| *votes > 0) {
            let edit = NoteEdit::Votes(*participant, votes);
            commands.push(Command::EditNote { note: note.id, edit });
        }
    }
    let mut ranks = Ranks::default();
    for text in PARKED {
        let parked = Parked { rank: ranks.next(), text: text.to_owned() };
        commands.push(edit(pipeline, PipelineEdit::Parked(ItemId(ids.next()), Some(parked))));
    }
    commands
}

/// The guided mapping as far as it came: goals, whom it involves, and a look back at the stages.
fn guide(pipeline: PipelineId, stages: &[StageId], ids: &mut dyn Ids) -> Vec<Command> {
    let mut commands = vec![
        edit(pipeline, PipelineEdit::GuideStep(GUIDE_STEP)),
        edit(pipeline, PipelineEdit::GuideGoals(GOALS.to_owned())),
    ];
    let mut ranks = Ranks::default();
    for (who, part) in INVOLVED {
        let involved = Involved { rank: ranks.next(), who: who.to_owned(), part: part.to_owned() };
        commands.push(edit(pipeline, PipelineEdit::Involved(ItemId(ids.next()), Some(involved))));
    }
    let mut ask = |stage: usize, edit: StageEdit| {
        commands.extend(stages.get(stage).map(|stage| Command::EditStage { stage: *stage, edit }));
    };
    for (stage, worked, dropped) in LOOKED_BACK {
        ask(stage, StageEdit::Worked(worked.to_owned()));
        ask(stage, StageEdit::Dropped(dropped.to_owned()));
    }
    let mut ranks = Ranks::default();
    for (stage, text) in PROPOSALS {
        let proposal = Proposal { rank: ranks.next(), text: text.to_owned() };
        ask(stage, StageEdit::Proposal(ItemId(ids.next()), Some(proposal)));
    }
    commands
}
