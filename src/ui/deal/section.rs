//! A section of the panel that folds, and the forms by which something is added to one.

use std::collections::BTreeMap;

use leptos::html::{Button, Details};
use leptos::prelude::*;

use crate::browser::page::{self, Event};
use crate::ui::desk::{Desk, use_desk};
use crate::ui::parts::{Icon, Sign, focus_button};

/// Where it is kept which sections the user folded or unfolded.
const KEPT: &str = "deal-sections";

fn kept(desk: Desk) -> BTreeMap<String, bool> {
    desk.prefs.get(KEPT).unwrap_or_default()
}

/// A section with its title and a count. What is in it is made when it is first unfolded; whether it is unfolded is kept for
/// the next deal.
#[component]
pub fn Section(
    /// Its name, for scripts and for what is kept.
    name: &'static str,
    /// Its title.
    #[prop(into)]
    title: Signal<String>,
    /// What is counted in it; empty for nothing.
    #[prop(optional, into)]
    count: Option<Signal<String>>,
    /// Whether the count tells of something that should not wait.
    #[prop(optional, into)]
    urgent: Option<Signal<bool>>,
    /// Whether it is unfolded until the user says otherwise.
    #[prop(optional)]
    open: bool,
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let desk = use_desk();
    let at_first = kept(desk).get(name).copied().unwrap_or(open);
    let open = RwSignal::new(at_first);
    let made = RwSignal::new(at_first);
    let node = NodeRef::<Details>::new();
    let fold = move |now: bool| {
        if now != open.get_untracked() {
            open.set(now);
            made.update(|made| *made |= now);
            let mut all = kept(desk);
            all.insert(name.to_owned(), now);
            desk.prefs.set(KEPT, all);
        }
    };
    // The browser tells of a fold some moments later, when the panel may be gone: a press counts at once. What unfolds without
    // one, such as a search on the page, is heard of by the event.
    let pressed = move |event: page::MouseEvent| {
        event.prevent_default();
        fold(!open.get_untracked());
    };
    let toggled = move |_: Event| {
        if let Some(details) = node.get_untracked() {
            fold(details.open());
        }
    };
    let class = move || {
        if urgent.is_some_and(|urgent| urgent.get()) { "part-count part-urgent" } else { "part-count" }
    };
    view! {
        <details class="part" data-section=name node_ref=node prop:open=move || open.get() on:toggle=toggled>
            <summary class="part-head" on:click=pressed>
                <h3>{move || title.get()}</h3>
                {count
                    .map(|count| {
                        view! { <span class=class>{move || count.get()}</span> }
                    })}
            </summary>
            <div class="part-body">
                <Show when=move || made.get()>{children()}</Show>
            </div>
        </details>
    }
}

/// "Add …": a button that becomes a form. Escape closes the form and gives the focus back to the button.
#[component]
pub fn AddForm(
    /// The form's name, for scripts.
    name: &'static str,
    /// What stands on the button.
    #[prop(into)]
    label: Signal<String>,
    /// Whether the form stands there.
    open: RwSignal<bool>,
    /// Called when the form is sent; says whether what was in it was taken.
    #[prop(into)]
    on_send: Callback<(), bool>,
    /// The fields and the buttons. A button of type submit sends the form.
    children: ChildrenFn,
) -> impl IntoView {
    let button = NodeRef::<Button>::new();
    let form = NodeRef::<leptos::html::Form>::new();
    Effect::new(move |_| {
        if open.get()
            && let Some(field) = form.get().and_then(|form| page::find(&form, "input, select, textarea"))
        {
            page::focus_in_sight(&field);
        }
    });
    let close = move || {
        open.set(false);
        focus_button(button);
    };
    let children = StoredValue::new(children);
    view! {
        <Show
            when=move || open.get()
            fallback=move || {
                view! {
                    <button type="button" class="add" data-add=name node_ref=button on:click=move |_| open.set(true)>
                        <Icon sign=Sign::Plus />
                        {move || label.get()}
                    </button>
                }
            }
        >
            <form
                class="add-form"
                data-form=name
                node_ref=form
                on:submit=move |event| {
                    event.prevent_default();
                    if on_send.run(()) {
                        close();
                    }
                }
                on:keydown=move |event| {
                    if event.key() == "Escape" && !event.is_composing() {
                        event.prevent_default();
                        event.stop_propagation();
                        close();
                    }
                }
            >
                {children.with_value(|children| children())}
            </form>
        </Show>
    }
}

/// A quiet button that takes something out of a list.
#[component]
pub fn RemoveButton(
    /// What it says to those who do not see the cross.
    #[prop(into)]
    label: Signal<String>,
    /// Takes it out.
    #[prop(into)]
    on_remove: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button remove"
            aria-label=move || label.get()
            title=move || label.get()
            on:click=move |_| on_remove.run(())
        >
            <Icon sign=Sign::Close />
        </button>
    }
}
