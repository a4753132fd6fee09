//! The foot of the dialog: what is still to be said, how far the work is, and the button that brings the deals in.

use leptos::prelude::*;

use crate::exchange::Deed;
use crate::model::{Command, PipelineId};
use crate::ui::desk::{Desk, use_desk};

/// How far the work on a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// Something is still to be decided.
    Waiting,
    /// So many rows have been read.
    Reading(usize),
    /// What would come in is known.
    Done,
    /// It cannot be done like this, or the workspace refused it; why, in words.
    Failed(String),
}

/// How far an import is. Copies are the same.
#[derive(Clone, Copy)]
pub struct Progress {
    /// What is still to be said, or why nothing can come in.
    pub message: Memo<Option<String>>,
    /// How many rows there are.
    pub total: usize,
    /// How many of them are read, while they are being read.
    pub reading: Signal<Option<usize>>,
    /// How many deals would come in, once that is known.
    pub deals: Memo<Option<usize>>,
    /// Whether the user has said to go on.
    pub importing: RwSignal<bool>,
}

impl Progress {
    /// The progress of the work in `state`. `need` says what is still to be decided; `none` is said where no deal would come in.
    pub fn of(
        state: RwSignal<State>,
        deals: Memo<Option<usize>>,
        importing: RwSignal<bool>,
        total: usize,
        need: impl Fn() -> Option<String> + Send + Sync + 'static,
        none: &'static str,
    ) -> Progress {
        let message = move || {
            need().or_else(|| match state.get() {
                State::Failed(why) => Some(why),
                State::Done if deals.get() == Some(0) => Some(none.to_owned()),
                _ => None,
            })
        };
        let reading =
            move || state.with(|state| if let State::Reading(rows) = state { Some(*rows) } else { None });
        Progress {
            message: Memo::new(move |_| message()),
            total,
            reading: Signal::derive(reading),
            deals,
            importing,
        }
    }
}

/// Brings `count` deals in by one command and shows the pipeline that they are in.
///
/// # Errors
/// Why the workspace refused it, in words.
pub fn take_in(desk: Desk, command: Command, target: PipelineId, count: u64) -> Result<(), String> {
    if desk.dispatch(command, Deed::Import) {
        desk.open_deal.set(None);
        desk.search.set(String::new());
        desk.pipeline.set(Some(target));
        desk.dialog.set(None);
        desk.notify_undo(desk.t().import_done(count, &desk.formats().count(count)));
        return Ok(());
    }
    // The message at the bottom is behind this dialog.
    let why = desk.toast.get_untracked().map(|toast| toast.text).unwrap_or_default();
    desk.toast.set(None);
    Err(desk.t().import_refused(&why))
}

/// The foot.
#[component]
pub fn Foot(
    /// How far it is.
    progress: Progress,
    /// Brings the deals in.
    on_start: Callback<()>,
    /// Closes the dialog, or stops the work first.
    close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let Progress { message, total, reading, deals, importing } = progress;
    let busy = move || importing.get() || reading.with(Option::is_some);
    view! {
        <div class="import-foot">
            <p class="import-need" role="status">{move || message.get()}</p>
            <progress
                class="import-progress"
                class:import-idle=move || !busy()
                aria-label=move || if importing.get() { t.import_working() } else { t.import_checking() }
                max=total.to_string()
                prop:value=move || reading.get().unwrap_or(total) as f64
            ></progress>
            <div class="button-row">
                <button
                    type="button"
                    class="button button-main"
                    data-action="import"
                    disabled=move || message.with(Option::is_some) || deals.get().is_none() || importing.get()
                    on:click=move |_| on_start.run(())
                >
                    {move || {
                        if importing.get() {
                            return t.import_working().to_owned();
                        }
                        match deals.get() {
                            Some(count) => t.import_button(count as u64, &desk.formats().count(count as u64)),
                            None => t.import_title().to_owned(),
                        }
                    }}
                </button>
                <button type="button" class="button" data-action="cancel" on:click=move |_| close.run(())>
                    {move || if importing.get() { t.import_stop() } else { t.cancel() }}
                </button>
            </div>
        </div>
    }
}
