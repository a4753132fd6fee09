//! The message at the bottom, and the live region that screen readers hear.

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::Command;
use crate::ui::desk::use_desk;
use crate::ui::parts::{Icon, Sign};

/// How long a message stays, in milliseconds: long enough to reach its button by keyboard.
const TOAST_MS: u32 = 8_000;

/// Messages, and a bar that says that this is a sample.
#[component]
pub fn Notices() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    Effect::new(move |_| {
        let Some(number) = desk.toast.with(|toast| toast.as_ref().map(|toast| toast.number)) else { return };
        page::spawn(async move {
            page::sleep(TOAST_MS).await;
            let same = desk.toast.try_with_untracked(|toast| toast.as_ref().map(|toast| toast.number));
            if same.flatten() == Some(number) {
                desk.toast.set(None);
            }
        });
    });
    view! {
        <div class="spoken" role="status" aria-live="polite">{move || desk.spoken.get()}</div>
        <div class="toasts">
            {move || {
                desk.toast
                    .get()
                    .map(|toast| {
                        view! {
                            <div class="toast" class:toast-trouble=toast.trouble>
                                <span>{toast.text}</span>
                                {toast
                                    .undo
                                    .then(|| {
                                        view! {
                                            <button type="button" class="toast-button" on:click=move |_| desk.undo()>
                                                {t.undo()}
                                            </button>
                                        }
                                    })}
                                <button
                                    type="button"
                                    class="icon-button"
                                    aria-label=t.close()
                                    on:click=move |_| desk.toast.set(None)
                                >
                                    <Icon sign=Sign::Close />
                                </button>
                            </div>
                        }
                    })
            }}
        </div>
    }
}

/// Says that the deals are a sample's, and clears them.
#[component]
pub fn SampleBar() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let sample = Memo::new(move |_| {
        desk.structure.track();
        desk.with(|session| session.workspace().meta().sample)
    });
    view! {
        <Show when=move || sample.get()>
            <div class="sample-bar">
                <span>{t.sample_note()}</span>
                <button
                    type="button"
                    on:click=move |_| {
                        desk.open_deal.set(None);
                        if desk.dispatch(Command::Clear, Deed::Clear) {
                            desk.notify_undo(t.cleared_toast());
                        }
                    }
                >
                    {t.sample_clear()}
                </button>
            </div>
        </Show>
    }
}
