//! Who is in the team, over the sample: `metrics::roster`.

use stageline::metrics::roster;
use stageline::model::*;
use stageline::templates::sample;

#[test]
fn method_row_9_everybody_who_owns_deals_is_listed_managers_first() {
    let now = Timestamp(1_795_348_800_000);
    let mut workspace = Workspace::empty(WorkspaceId(1));
    let mut ids = SeededIds::new(now, 1);
    let start = sample(workspace.meta(), &mut ids, now);
    apply(&mut workspace, start.command, now).expect("the sample is sound");
    let first = *workspace.all::<Deal>().keys().next().expect("a deal");
    let zoe = Command::EditDeal { deal: first, edit: DealEdit::Owner("Zoe, who helps out".into()) };
    let boss = Command::SetPerson(PersonId(1), Some(Person { name: "Ada".into(), role: Role::Manager }));
    apply(&mut workspace, Command::Batch(vec![zoe, boss]), now).expect("granted");
    let roster = roster(&workspace);
    assert_eq!(roster.first().and_then(|member| member.person).map(|(_, role)| role), Some(Role::Manager));
    let last = roster.last().expect("somebody");
    assert_eq!((last.name.as_str(), last.person), ("Zoe, who helps out", None));
    let owned = workspace
        .all::<Deal>()
        .values()
        .filter(|d| !d.owner.is_empty() && !matches!(d.outcome, Outcome::Nurture { .. }));
    let listed: u64 = roster.iter().map(|member| member.open + member.won.count + member.lost).sum();
    assert_eq!(listed, owned.count() as u64);
}
