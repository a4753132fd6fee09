//! The message at the bottom, and the live region that screen readers hear.

use leptos::prelude::*;

use crate::browser::page;
use crate::exchange::Deed;
use crate::model::{Command, Deal, Pipeline};
use crate::templates;
use crate::ui::desk::{Dialog, use_desk};
use crate::ui::parts::{Icon, Sign, back_to};

/// How long a message stays, in milliseconds: long enough to reach its button by keyboard.
const TOAST_MS: u32 = 8_000;

/// The live region that screen readers hear, the message at the bottom, and how long it stays.
#[component]
pub fn Notices() -> impl IntoView {
    let desk = use_desk();
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
        // It stands all the time, for what a dialog that closes has said in the same moment.
        <div class="spoken" role="status" aria-live="polite">{move || desk.spoken.get()}</div>
        <Show when=move || desk.modals.get() == 0>
            <div class="toasts">
                <Message />
            </div>
        </Show>
    }
}

/// The same within a dialog, which makes inert what is behind it: what is said from when it opens on.
#[component]
pub fn Messages() -> impl IntoView {
    let desk = use_desk();
    let (spoken, fresh) = (RwSignal::new(String::new()), RwSignal::new(false));
    Effect::new(move |before: Option<()>| {
        let text = desk.spoken.get();
        if before.is_some() {
            spoken.set(text);
        }
    });
    Effect::new(move |before: Option<()>| {
        desk.toast.track();
        if before.is_some() {
            fresh.set(true);
        }
    });
    view! {
        <div class="spoken" role="status" aria-live="polite">{move || spoken.get()}</div>
        <div class="toasts">{move || fresh.get().then(|| view! { <Message /> })}</div>
    }
}

/// The message, with what can be done about it.
#[component]
fn Message() -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    // Who came to the message by keyboard goes on from where they were.
    let before = StoredValue::new_local(None);
    let came = move |event: page::FocusEvent| {
        if let Some(element) = page::focus_came_from(&event).filter(|from| !page::is_within(from, ".toast")) {
            before.set_value(Some(element));
        }
    };
    move || {
        let toast = desk.toast.get()?;
        let step = toast.undo.then(|| {
            let undo = move |_| {
                desk.undo();
                back_to(before.get_value());
            };
            view! { <button type="button" class="toast-button" on:click=undo>{t.undo()}</button> }
        });
        let close = move |_| {
            desk.toast.set(None);
            back_to(before.get_value());
        };
        Some(view! {
            <div class="toast" class:toast-trouble=toast.trouble on:focusin=came>
                <span>{toast.text}</span>
                {step}
                <button type="button" class="icon-button" aria-label=t.close_message() on:click=close>
                    <Icon sign=Sign::Close />
                </button>
            </div>
        })
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
    let has_more = move || {
        desk.with(|session| {
            let workspace = session.workspace();
            workspace.all::<Pipeline>().len() > 1 || workspace.all::<Deal>().len() > templates::SAMPLE_DEALS
        })
    };
    view! {
        <Show when=move || sample.get()>
            <div class="sample-bar">
                <span>{t.sample_note()}</span>
                <button
                    type="button"
                    on:click=move |_| {
                        // What is not the sample's is not thrown away by one click.
                        if has_more() {
                            desk.dialog.set(Some(Dialog::Clear));
                            return;
                        }
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
