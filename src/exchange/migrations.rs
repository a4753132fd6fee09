//! What older data needs to be as if written today: numbered steps, each frozen once it is released.
//!
//! New fields read as absent from older data, so reading needs no step of its own; a step fills in what was implied. Steps
//! work on a workspace, whatever it came from: a file, a snapshot, or a journal that an earlier version wrote. They give the same
//! result wherever they run, so that two pages that migrate the same data do not disagree.

use crate::model::{Command, Deal, FORM, Meta, Person, PersonId, Pipeline, Role, StageEdit, Workspace};

use super::document::digest;

/// A step from one form to the next.
struct Migration {
    /// The form that it leads to.
    to: u32,
    /// What is to be done to a workspace of the form before.
    commands: fn(&Workspace) -> Vec<Command>,
}

/// All steps in order.
const MIGRATIONS: [Migration; 1] =
    [Migration { to: 2, commands: stages_keep_colours_and_owners_become_people }];

/// What brings a workspace to the form of today, as one batch; `None` if it is in it.
pub fn migration(workspace: &Workspace) -> Option<Command> {
    let form = workspace.meta().form;
    if form >= FORM {
        return None;
    }
    let due = MIGRATIONS.iter().filter(|step| step.to > form);
    let commands = due.flat_map(|step| (step.commands)(workspace)).collect();
    Some(Command::Batch(commands))
}

/// Form 2. Stages were coloured by their places: each keeps the colour that it has. Owners were only named on deals: each becomes
/// somebody of the team, a representative.
fn stages_keep_colours_and_owners_become_people(workspace: &Workspace) -> Vec<Command> {
    let mut commands = Vec::new();
    for pipeline in workspace.all::<Pipeline>().keys() {
        for (place, stage) in workspace.whole_ladder(*pipeline).into_iter().enumerate() {
            let colour = stage.colour.or_else(|| u8::try_from(place % 8).ok());
            commands.push(Command::EditStage { stage: stage.id, edit: StageEdit::Colour(colour) });
        }
    }
    let mut meta = Meta { form: 2, ..workspace.meta().clone() };
    for deal in workspace.all::<Deal>().values().filter(|deal| !deal.owner.trim().is_empty()) {
        if !meta.people.values().any(|person| person.name == deal.owner) {
            let person = Person { name: deal.owner.clone(), role: Role::Representative };
            meta.people.insert(PersonId(digest(&deal.owner)), person);
        }
    }
    commands.push(Command::SetMeta(meta));
    commands
}
