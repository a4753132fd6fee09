//! Who sells, to whom, and what the team made of its process over the past year.

use super::day;
use crate::model::{
    Assessment, Command, Currency, Ids, ItemId, Meta, Person, PersonId, Persona, PersonaId, PipelineEdit,
    PipelineId, Review, Role, StageId, TargetKey, Term, Timestamp, Zone,
};
use crate::templates::build::Ranks;

/// The four who sell. A tale names its owner by index.
pub(super) const OWNERS: [&str; 4] = ["Aina Rahman", "Jānis Kalniņš", "Lin Wei", "Sari Virtanen"];
/// Which of them leads the team.
const MANAGER: usize = 3;

// The kinds of buyers (method row 14), as indexes into [`PERSONAS`].
pub(super) const OPERATIONS: usize = 0;
pub(super) const PEOPLE: usize = 1;
pub(super) const FINANCE: usize = 2;
pub(super) const OWNER: usize = 3;

/// Their names, and what they want, fear and ask.
const PERSONAS: [(&str, &str); 4] = [
    (
        "Head of operations",
        "Wants every shift filled. Fears a change-over in the busy season. Asks how long it takes until it runs.",
    ),
    (
        "Head of personnel",
        "Wants fair rotas and fewer complaints. Fears the works council. Asks who sees what.",
    ),
    (
        "Head of finance",
        "Wants overtime and hours that can be relied on. Fears running costs. Asks what it saves in a year.",
    ),
    (
        "Owner of a small business",
        "Wants evenings and Sundays back. Fears long contracts. Asks whether it can be learned in a day.",
    ),
];

/// What was changed in the process and why (method row 12): days ago, the stages concerned, and the note.
const REVIEWS: [(i64, &[usize], &str); 3] = [
    (
        290,
        &[2],
        "A deal goes on only after four times yes; the others go to the nurture list with a date. Before, we \
         presented to people who could not decide.",
    ),
    (
        150,
        &[3, 4],
        "Finance is offered a presentation of its own. Objections to the price came up late, from people who had \
         not seen the benefit.",
    ),
    (
        32,
        &[5],
        "The list of approvals is written together with the buyer, after signatures had been promised and did not \
         come. To be looked at again in two months.",
    ),
];

/// How mature the team found its process (method row 11): days ago, what held, and what was said about it.
const ASSESSMENTS: [(i64, [bool; 4], &str); 2] = [
    (
        360,
        [true, false, false, false],
        "Everybody sells in their own way. We agree on the words for the stages first.",
    ),
    (
        20,
        [true, true, true, false],
        "All work by the same stages, and deals are looked at every week. What buyers say does not yet change the \
         process often enough.",
    ),
];

/// What each of [`OWNERS`] is to win in a month (method row 5), in whole euros.
pub(super) const MONTHLY: [i64; 4] = [9_000, 12_000, 14_000, 10_000];
/// What the team is to win in a quarter, in whole euros: somewhat more than its months add up to.
pub(super) const QUARTERLY: i64 = 150_000;

/// The commands that set targets: for each owner by month, from three months back to five ahead, and for the team by quarter, from that
/// of the first of these months to that of the last.
pub(super) fn targets(pipeline: PipelineId, now: Timestamp) -> Vec<Command> {
    let month = Zone::UTC.day(now).month();
    let set = |term: Term, owner: &str, euros: i64| {
        let key = TargetKey { term, owner: owner.to_owned() };
        let edit = PipelineEdit::Target(key, Some(euros * Currency::EUR.scale()));
        Command::EditPipeline { pipeline, edit }
    };
    let mut commands = Vec::new();
    for month in (-5..=3).map(|back| month.back(back)) {
        for (owner, euros) in OWNERS.into_iter().zip(MONTHLY) {
            commands.push(set(Term::Month(month), owner, euros));
        }
        let quarter = set(Term::quarter_of(month), "", QUARTERLY);
        if !commands.contains(&quarter) {
            commands.push(quarter);
        }
    }
    commands
}
/// How many calls each is to make in a month.
const CALLS: u16 = 4;

/// Puts the team and the personas into a workspace's particulars; the personas' ids come back in their order.
pub(super) fn meta(mut meta: Meta, ids: &mut dyn Ids) -> (Meta, Vec<PersonaId>) {
    for (index, name) in OWNERS.into_iter().enumerate() {
        let role = if index == MANAGER { Role::Manager } else { Role::Representative };
        meta.people.insert(PersonId(ids.next()), Person { name: name.to_owned(), role });
    }
    let mut personas = Vec::with_capacity(PERSONAS.len());
    let mut ranks = Ranks::default();
    for (name, about) in PERSONAS {
        let id = PersonaId(ids.next());
        personas.push(id);
        let persona = Persona { rank: ranks.next(), name: name.to_owned(), about: about.to_owned() };
        meta.personas.insert(id, persona);
    }
    (meta, personas)
}

/// The commands that add the reviews, the assessments and the number of calls to the pipeline.
pub(super) fn reviews(
    pipeline: PipelineId,
    stages: &[StageId],
    ids: &mut dyn Ids,
    now: Timestamp,
) -> Vec<Command> {
    let mut commands = Vec::new();
    for (days_ago, about, text) in REVIEWS {
        let Some(day) = day(now, -days_ago) else { continue };
        let stages = about.iter().filter_map(|index| stages.get(*index).copied()).collect();
        let review = Review { day, text: text.to_owned(), stages };
        let edit = PipelineEdit::Review(ItemId(ids.next()), Some(review));
        commands.push(Command::EditPipeline { pipeline, edit });
    }
    commands.push(Command::EditPipeline { pipeline, edit: PipelineEdit::CallsGoal(CALLS) });
    for (days_ago, holds, note) in ASSESSMENTS {
        let Some(day) = day(now, -days_ago) else { continue };
        let assessment = Assessment { day, holds, note: note.to_owned() };
        let edit = PipelineEdit::Assessment(ItemId(ids.next()), Some(assessment));
        commands.push(Command::EditPipeline { pipeline, edit });
    }
    commands
}
