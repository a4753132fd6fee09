//! Where the data lives and whether the last change is there.

use leptos::prelude::*;

use crate::browser::vault::SaveState;
use crate::ui::desk::use_desk;
use crate::ui::parts::{Icon, Sign};

use super::files::download_workspace;

/// The sign in the corner; opens an explanation with what can be done.
#[component]
pub fn SaveSign() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let open = RwSignal::new(false);
    let word = move || match desk.save_state.get() {
        SaveState::Saved => t.saved(),
        SaveState::Saving => t.saving(),
        SaveState::NotSaved => t.not_saved(),
        SaveState::MemoryOnly => t.memory_only(),
    };
    let more = move || match desk.save_state.get() {
        SaveState::Saved | SaveState::Saving => t.saved_more(),
        SaveState::NotSaved => t.not_saved_more(),
        SaveState::MemoryOnly => t.memory_only_more(),
    };
    let key = move || match desk.save_state.get() {
        SaveState::Saved => "saved",
        SaveState::Saving => "saving",
        SaveState::NotSaved => "not-saved",
        SaveState::MemoryOnly => "memory-only",
    };
    let sign = move || match desk.save_state.get() {
        SaveState::Saved => Sign::Tick,
        SaveState::Saving => Sign::Wait,
        _ => Sign::Warning,
    };
    // Trouble is said aloud; that all is well is not.
    Effect::new(move |_| match desk.save_state.get() {
        SaveState::NotSaved => desk.say(t.not_saved_more().into()),
        SaveState::MemoryOnly => desk.say(t.memory_only_more().into()),
        _ => {}
    });
    let id = desk.element_id("saving");
    view! {
        <div
            class="save-holder"
            on:focusout=move |event| {
                if !crate::browser::page::focus_stays(&event) {
                    open.set(false);
                }
            }
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.stop_propagation();
                    open.set(false);
                }
            }
        >
            <button
                type="button"
                class="save-sign"
                data-save=key
                aria-expanded=move || open.get().to_string()
                aria-controls=id.clone()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || view! { <Icon sign=sign() /> }}
                <span>{word}</span>
            </button>
            <div class="save-more" id=id.clone() tabindex="-1" hidden=move || !open.get()>
                <p>{more}</p>
                <div class="button-row">
                    <button type="button" class="button" on:click=move |_| download_workspace(desk)>
                        {t.download_copy()}
                    </button>
                    <Show when=move || desk.save_state.get() == SaveState::NotSaved>
                        <button type="button" class="button" on:click=move |_| desk.vault().retry()>
                            {t.retry()}
                        </button>
                    </Show>
                </div>
            </div>
        </div>
    }
}
