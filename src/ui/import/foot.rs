//! The foot of the dialog: what is still to be said, how far the work is, and the button that brings the deals in.

use leptos::prelude::*;

use crate::ui::desk::use_desk;

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
