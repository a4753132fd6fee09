//! Parts of the page that come in files of their own, so that the first view stands without them. They are fetched right after it, one
//! by one, and at once when somebody asks for one.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::browser::page;
use crate::ui::parts::Modal;

use super::desk::{Dialog, View, use_desk};

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The list of deals.
    List,
    /// The figures.
    Insights,
    /// The buyer's journey, with the guide and the workshop.
    Journey,
    /// The process.
    Process,
    /// The dialog that imports a file.
    Import,
}

impl Part {
    const ALL: [Part; 5] = [Part::List, Part::Insights, Part::Journey, Part::Process, Part::Import];

    /// The part that a view is; `None` for the one that the page begins with.
    pub fn of(view: View) -> Option<Part> {
        match view {
            View::Board => None,
            View::List => Some(Part::List),
            View::Insights => Some(Part::Insights),
            View::Journey => Some(Part::Journey),
            View::Process => Some(Part::Process),
        }
    }
}

/// Makes the view of a part.
type Make = fn() -> AnyView;
type Fetched = Result<Make, SplitLoaderError>;

// What stands in these functions, and what nothing else asks for, is not in the file that the page begins with. Those of one name come in
// one file.

#[wasm_split(tables, fallible)]
fn list() -> Fetched {
    Ok(|| view! { <super::list::ListView /> }.into_any())
}

#[wasm_split(tables, fallible)]
fn process() -> Fetched {
    Ok(|| view! { <super::process::ProcessView /> }.into_any())
}

#[wasm_split(tables, fallible)]
fn import() -> Fetched {
    Ok(|| {
        let desk = use_desk();
        let on_close = Callback::new(move |()| desk.dialog.set(None));
        match desk.dialog.get_untracked() {
            Some(Dialog::Import(name, text)) => {
                view! { <super::import::ImportDialog name text on_close /> }.into_any()
            }
            _ => ().into_any(),
        }
    })
}

#[wasm_split(insights, fallible)]
fn insights() -> Fetched {
    Ok(|| view! { <super::insights::InsightsView /> }.into_any())
}

#[wasm_split(journey, fallible)]
fn journey() -> Fetched {
    Ok(|| view! { <super::journey::JourneyView /> }.into_any())
}

thread_local! {
    /// What is here.
    static HERE: RefCell<Vec<(Part, Make)>> = const { RefCell::new(Vec::new()) };
}

fn here(part: Part) -> Option<Make> {
    HERE.with_borrow(|all| all.iter().find(|(own, _)| *own == part).map(|(_, make)| *make))
}

/// Fetches a part, unless it is here; `None` if that failed.
async fn fetch(part: Part) -> Option<Make> {
    if let Some(make) = here(part) {
        return Some(make);
    }
    let fetched = match part {
        Part::List => list().await,
        Part::Insights => insights().await,
        Part::Journey => journey().await,
        Part::Process => process().await,
        Part::Import => import().await,
    };
    let make = fetched.ok()?;
    HERE.with_borrow_mut(|all| all.push((part, make)));
    Some(make)
}

/// How long the page waits for what its first view needs, in milliseconds: then all else is to be seen without it.
const PATIENCE: u32 = 5_000;

/// Fetches what the first view needs, before it is mounted: nothing is seen twice. If it fails, the view says so.
pub async fn fetch_first(view: View) {
    if let Some(part) = Part::of(view) {
        page::wait_at_most(PATIENCE, async move {
            fetch(part).await;
        })
        .await;
    }
}

/// How long after the first view the other parts are fetched, in milliseconds.
const PAUSE: u32 = 400;

/// Fetches all parts one after the other, so that no view is waited for, and that all work without the server from then on.
pub async fn fetch_all() {
    page::sleep(PAUSE).await;
    for part in Part::ALL {
        if fetch(part).await.is_none() {
            // Whoever asks for it is told, and can try again.
            return;
        }
        page::next_frame().await;
    }
}

/// Where a part is.
#[derive(Clone, Copy)]
enum State {
    Coming,
    Here(Make),
    Failed,
}

/// A part of the page: at once if it is here, else as soon as it is.
#[component]
pub fn FetchedPart(
    /// Which.
    part: Part,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let state = RwSignal::new(here(part).map_or(State::Coming, State::Here));
    let ask = move || {
        state.set(State::Coming);
        page::spawn(async move {
            let found = fetch(part).await.map_or(State::Failed, State::Here);
            let _ = state.try_set(found);
        });
    };
    if here(part).is_none() {
        ask();
    }
    let failed = move || {
        view! {
            <div class="fetch-failed" role="alert" data-fetch="failed">
                <p>{t.part_failed()}</p>
                <div class="button-row">
                    <button type="button" class="button button-main" data-action="fetch-again" on:click=move |_| ask()>
                        {t.part_again()}
                    </button>
                    <button type="button" class="button" on:click=move |_| page::reload()>{t.part_reload()}</button>
                </div>
            </div>
        }
    };
    let close = Callback::new(move |()| desk.dialog.set(None));
    move || match state.get() {
        State::Here(make) => make(),
        State::Coming => {
            view! { <p class="fetching" role="status" data-fetch="coming">{t.part_coming()}</p> }.into_any()
        }
        State::Failed if part == Part::Import => {
            view! { <Modal title=t.import_title() on_close=close>{failed()}</Modal> }.into_any()
        }
        State::Failed => failed().into_any(),
    }
}
