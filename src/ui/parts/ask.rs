//! A dialog that asks something: fields, a button that says what will be done, and the way back.

use leptos::prelude::*;

use super::Modal;
use crate::ui::desk::use_desk;

/// Asks, and does it when the form is sent: by the button, or by Enter in a field.
#[component]
pub fn AskDialog(
    /// Its heading.
    #[prop(into)]
    title: String,
    /// The word on the button.
    #[prop(into)]
    yes: String,
    /// The button's `data-action`.
    action: &'static str,
    /// Called when it is sent.
    on_yes: Callback<()>,
    /// Called when the user closes it without a decision.
    on_close: Callback<()>,
    /// Another answer: the word on its button, and what it does.
    #[prop(optional)]
    or: Option<(&'static str, Callback<()>)>,
    /// What is asked.
    children: Children,
) -> impl IntoView {
    let t = use_desk().t();
    view! {
        <Modal title on_close>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    on_yes.run(());
                }
            >
                {children()}
                <div class="button-row">
                    <button type="submit" class="button button-main" data-action=action>{yes}</button>
                    {or
                        .map(|(word, answer)| {
                            view! {
                                <button type="button" class="button" on:click=move |_| answer.run(())>{word}</button>
                            }
                        })}
                    <button type="button" class="button" on:click=move |_| on_close.run(())>{t.cancel()}</button>
                </div>
            </form>
        </Modal>
    }
}
