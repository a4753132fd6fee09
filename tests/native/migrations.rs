//! A workspace that the first version saved opens, from a file and from what a browser kept, and every step was run.

use serde_json::Value;
use stageline::exchange::Entry;
use stageline::exchange::document::{self, read, read_parts};
use stageline::exchange::migrations::migration;
use stageline::model::*;
use stageline::session::{FixedClock, MemoryJournal, Ports, Session};

const FILE: &str = include_str!("../fixtures/v1/workspace.json");
const BROWSER: &str = include_str!("../fixtures/v1/browser.json");
const NOW: Timestamp = Timestamp(1_795_400_000_000);

/// What form 2 promises.
fn is_of_form_two(workspace: &Workspace) {
    assert_eq!(workspace.meta().form, 2);
    assert_eq!(check(workspace), vec![]);
    let pipeline = workspace.pipelines()[0].id;
    let colours: Vec<Option<u8>> = workspace.ladder(pipeline).iter().map(|stage| stage.colour).collect();
    assert_eq!(colours, [0, 1, 2, 3, 4, 5].map(Some), "each stage keeps the colour that it was shown in");
    let mut owners: Vec<String> = workspace.all::<Deal>().values().map(|deal| deal.owner.clone()).collect();
    owners.sort_unstable();
    owners.dedup();
    owners.retain(|name| !name.is_empty());
    let mut people: Vec<String> =
        workspace.meta().people.values().map(|person| person.name.clone()).collect();
    people.sort_unstable();
    assert_eq!(people, owners, "whoever owns a deal is somebody of the team");
    assert!(people.contains(&"Noor Haddad".to_owned()));
    assert!(workspace.meta().people.values().all(|person| person.role == Role::Representative));
}

#[test]
fn a_file_of_version_one_opens_in_the_form_of_today() {
    assert!(FILE.contains("\"version\": 1"));
    let workspace = read(FILE).expect("a file of version 1 opens");
    is_of_form_two(&workspace);
    assert_eq!(workspace.all::<Deal>().len(), 41);
    assert_eq!(migration(&workspace), None, "nothing is left to do");
    assert_eq!(read(&document::write(&workspace)), Ok(workspace));
}

#[test]
fn what_a_browser_kept_for_version_one_opens_in_the_form_of_today_and_is_kept_so() {
    let kept: Value = serde_json::from_str(BROWSER).expect("JSON");
    let texts = |store: &str| -> Vec<String> {
        let rows = kept["stores"][store]["rows"].as_array().expect("rows").iter();
        rows.map(|row| row[1].as_str().expect("text").to_owned()).collect()
    };
    let parts = texts("parts");
    assert_eq!(parts.len(), 1, "the snapshot of an empty workspace");
    let workspace = read_parts(&parts[0], std::iter::empty()).expect("a snapshot of version 1 reads");
    let ports = || Ports {
        clock: Box::new(FixedClock(NOW)),
        ids: Box::new(SeededIds::new(NOW, 1)),
        journal: Box::new(MemoryJournal::default()),
    };
    let mut session = Session::new(workspace.clone(), 1, ports());
    let entries: Vec<Entry> =
        texts("journal").into_iter().map(|text| Entry::read(text).expect("an entry")).collect();
    let count = entries.len();
    let (_, skipped) = session.replay(entries.clone());
    assert_eq!(skipped, vec![]);
    assert_eq!(session.workspace().meta().form, 1);
    let change = session.migrate();
    assert!(!change.is_empty());
    is_of_form_two(session.workspace());
    assert!(session.migrate().is_empty(), "once is enough");
    let added =
        session.workspace().all::<Deal>().values().find(|deal| deal.title == "Written by the first version");
    assert_eq!(added.map(|deal| deal.owner.as_str()), Some("Noor Haddad"));

    // The steps that the first version wrote can still be taken back, all of them; the migration is none of them.
    let mut steps = 0;
    while session.undo().is_some() {
        steps += 1;
    }
    assert_eq!(steps, count);
    assert_eq!(session.workspace().all::<Deal>().len(), 0);

    // Two pages that migrate the same data do the same.
    let [first, second] = [(); 2].map(|()| {
        let mut session = Session::new(workspace.clone(), 1, ports());
        session.replay(entries.clone());
        session.migrate();
        session.workspace().clone()
    });
    assert_eq!(first, second);
}
