//! From an empty element to a working page: opens the store, puts the session on a desk, mounts the views.

use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::browser::clock::BrowserClock;
use crate::browser::ids::{BrowserIds, random_bits};
use crate::browser::page::{self, HtmlElement};
use crate::browser::prefs::Prefs;
use crate::browser::vault::{Opening, Sentinel, Vault};
use crate::exchange::document::FileError;
use crate::i18n::texts;
use crate::model::{FORM, Ids, Pipeline, Workspace, WorkspaceId};
use crate::session::{Ports, Session};

use super::board::BoardView;
use super::deal::DealPanel;
use super::desk::{Desk, DeskSource, View, use_desk};
use super::drafts::Drafts;
use super::fetched::{FetchedPart, Part, fetch_all, fetch_first};
use super::frame::{Dialogs, Header, Notices, SampleBar, shortcuts};
use super::start::{Recovery, Welcome};

/// Why a page does not begin with the workspace.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// The store is empty, but there was a workspace.
    Lost(Sentinel),
    /// What is stored does not read; with its text.
    Damaged(FileError, String),
    /// The browser refused to open or to read the store; with what is known of it.
    Failed(Option<Sentinel>),
}

/// The name of the database, and of the channel between tabs.
const STORE: &str = "stageline";

/// Mounts the product in every element of the page that asks for it.
pub async fn mount_all() {
    for (number, element) in page::mounts().into_iter().enumerate() {
        mount(element, u32::try_from(number).unwrap_or(0)).await;
    }
    page::next_frame().await;
    page::mark_ready();
    page::spawn(fetch_all());
}

async fn mount(element: HtmlElement, number: u32) {
    let prefs = Prefs::open();
    page::set_theme(&element, prefs.get::<String>("theme").as_deref());
    let (vault, opening) = Vault::open(STORE, prefs).await;

    let mut ids = BrowserIds::default();
    let empty = Workspace::empty(WorkspaceId(ids.next()));
    let (workspace, newer, passed_over, unsaved, fresh, mut trouble) = match opening {
        Opening::Kept(kept) => (kept.workspace, kept.newer, kept.passed_over, kept.unsaved, false, None),
        Opening::Fresh | Opening::Denied => (empty, Vec::new(), false, 0, true, None),
        Opening::Begun(tail) => {
            let unsaved = tail.len();
            (empty, tail, false, unsaved, true, None)
        }
        Opening::Failed(known) => (empty, Vec::new(), false, 0, true, Some(Trouble::Failed(known))),
        Opening::Lost(sentinel) => (empty, Vec::new(), false, 0, true, Some(Trouble::Lost(sentinel))),
        Opening::Damaged(error, raw) => {
            (empty, Vec::new(), false, 0, true, Some(Trouble::Damaged(error, raw)))
        }
    };
    let base = fresh.then(|| workspace.clone());
    let ports =
        Ports { clock: Box::new(BrowserClock::new()), ids: Box::new(ids), journal: Box::new(vault.clone()) };
    let mut session = Session::new(workspace, random_bits(20), ports);
    let (_, skipped) = session.replay(newer);
    let form = session.workspace().meta().form;
    if form > FORM {
        // The snapshot is of this version, but a newer one has written to the journal since.
        trouble = Some(Trouble::Damaged(FileError::Newer(form.into()), vault.raw().await));
    }
    if !session.workspace().all::<Pipeline>().is_empty() {
        fetch_first(View::kept(&prefs)).await;
    }

    let overtaken = vault.was_overtaken();
    page::empty(&element);
    let root = element.clone();
    let handle = mount_to(element, move || {
        let desk = Desk::new(session, vault.clone(), prefs, texts(&page::language()), number, root.clone());
        provide_context(desk);
        Drafts::provide(desk);
        let trouble = RwSignal::new(trouble);
        if trouble.with_untracked(Option::is_none) {
            begin(desk, base.clone(), false);
        }
        if trouble.with_untracked(Option::is_some) {
            // The screen says what there is to say.
        } else if overtaken {
            desk.warn(desk.t().overtaken().into());
        } else if passed_over {
            desk.warn(desk.t().passed_over().into());
        } else if !skipped.is_empty() {
            desk.warn(desk.t().skipped_entries(skipped.len() as u64));
        } else if unsaved > 0 {
            desk.notify(desk.t().unsaved_found().into());
        }
        view! { <App trouble base /> }
    });
    handle.forget();
}

/// From now on what changes is written; `anew` gives up what the store held, once something is.
pub fn begin(desk: Desk, base: Option<Workspace>, anew: bool) {
    let vault = desk.vault();
    let fresh = base.is_some();
    vault.begin(DeskSource::shared(desk), base, anew);
    desk.migrate();
    page::spawn(async move {
        let older = if fresh { Vec::new() } else { vault.older().await };
        desk.recall(older);
    });
}

/// The whole page of an instance.
#[component]
fn App(
    /// What keeps the page from beginning.
    trouble: RwSignal<Option<Trouble>>,
    /// The workspace to begin with once the trouble is settled.
    base: Option<Workspace>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let base = StoredValue::new(base);
    let has_pipelines = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| !session.workspace().all::<Pipeline>().is_empty())
    });
    let theme = RwSignal::new(desk.prefs.get::<String>("theme"));
    Effect::new(move |before: Option<()>| {
        let theme = theme.get();
        if before.is_some() {
            desk.prefs.set("theme", &theme);
        }
        desk.root.with_value(|root| page::set_theme(root, theme.as_deref()));
    });
    let listener = StoredValue::new_local(None);
    if desk.number == 0 {
        // Keys that nobody has the focus for belong to the first instance on the page.
        listener.set_value(page::WindowListener::new("keydown", move |event| {
            if let Some(event) = page::as_key_event(event)
                && page::is_on_body(&event)
            {
                shortcuts(desk, &event);
            }
        }));
    }
    let main = desk.element_id("main");
    let skip = format!("#{main}");
    view! {
        <div class="app" tabindex="-1" on:keydown=move |event| shortcuts(desk, &event)>
            {move || match trouble.get() {
                Some(found) => {
                    view! { <Recovery found trouble base=base.get_value() /> }.into_any()
                }
                None if !has_pipelines.get() => view! { <Welcome /> }.into_any(),
                None => {
                    let (main, skip) = (main.clone(), skip.clone());
                    view! {
                        <a class="skip" href=skip>{t.skip_to_main()}</a>
                        <Header theme />
                        <SampleBar />
                        <div class="stage-area">
                            <main class="view" id=main tabindex="-1">
                                {move || match Part::of(desk.view.get()) {
                                    None => view! { <BoardView /> }.into_any(),
                                    Some(part) => view! { <FetchedPart part /> }.into_any(),
                                }}
                            </main>
                            <DealPanel />
                        </div>
                    }
                        .into_any()
                }
            }}
            <Notices />
            <Dialogs />
        </div>
    }
}
