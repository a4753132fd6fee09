//! A list whose items can be put in another order: by a drag on a handle, by keys on it, or by the handle's menu.

mod carry;

use leptos::html::Ol;
use leptos::prelude::*;

use super::{Icon, Popup, Sign, below, own_id};
use crate::browser::page;
use crate::ui::desk::use_desk;
use carry::Carry;

/// The list. Its items are its children, each with a [`Handle`]; what the items are is the caller's.
#[component]
pub fn Reorder<Row, View>(
    /// The items as they are stored, in order.
    #[prop(into)]
    ids: Signal<Vec<u64>>,
    /// What the list is called.
    #[prop(into)]
    label: Signal<String>,
    /// What an item is called, to be said.
    #[prop(into)]
    name: Callback<u64, String>,
    /// Moves the item at the first place to the second, both counted from 0 in the list with the item in it; says whether
    /// that was accepted.
    #[prop(into)]
    on_move: Callback<(usize, usize), bool>,
    /// Whether items stand beside each other, in the direction of the text.
    #[prop(optional)]
    across: bool,
    /// A class of the list's own.
    #[prop(optional)]
    class: &'static str,
    /// The view of an item.
    children: Row,
) -> impl IntoView
where
    Row: Fn(u64) -> View + Send + Sync + 'static,
    View: IntoView + 'static,
{
    let row = Callback::new(move |id| children(id).into_any());
    let list = NodeRef::<Ol>::new();
    let carry = Carry::new(use_desk(), ids, name, on_move, across, list);
    whole(carry, row, label, class)
}

/// The part that is the same whatever the items are, and in the page once.
fn whole(carry: Carry, row: Callback<u64, AnyView>, label: Signal<String>, class: &'static str) -> AnyView {
    let hint = own_id("reorder");
    let of = Of { carry, hint: StoredValue::new(hint.clone()) };
    let row = move |id| {
        // Here, where the row has an owner of its own: other lists may stand beside this one.
        provide_context(of);
        row.run(id)
    };
    let t = carry.desk.t();
    view! {
        <ol
            class=format!("reorder {class}")
            class:reorder-across=carry.across
            class:is-carrying=move || carry.lift.with(Option::is_some)
            aria-label=move || label.get()
            node_ref=carry.list
        >
            <For each=move || carry.ids.get() key=|id| *id let:id>
                <li
                    class="reorder-item"
                    class:is-lifted=move || carry.is_lifted(id)
                    data-item=id.to_string()
                    style:transform=move || carry.transform(id)
                >
                    {row(id)}
                </li>
            </For>
        </ol>
        <p class="hidden" id=hint>{t.reorder_hint()}</p>
        {move || carry.menu.get().map(|(id, at)| view! { <Menu carry id at /> })}
    }
    .into_any()
}

/// The list that a handle is part of, and the id of the sentence that tells what handles are for.
#[derive(Clone, Copy)]
struct Of {
    carry: Carry,
    hint: StoredValue<String>,
}

/// What an item is dragged by. Space lifts it, arrows move it, Space drops it, Escape puts it back; Alt with an arrow moves
/// it at once; a click shows the places.
#[component]
pub fn Handle(
    /// The item's id.
    id: u64,
) -> impl IntoView {
    let Of { carry, hint } = expect_context::<Of>();
    let t = carry.desk.t();
    view! {
        <button
            type="button"
            class="icon-button reorder-handle"
            data-handle=id.to_string()
            aria-label=move || t.reorder_handle(&carry.name.run(id))
            aria-describedby=hint.get_value()
            aria-haspopup="dialog"
            aria-pressed=move || carry.is_lifted(id).then_some("true")
            on:pointerdown=move |event| carry.press(id, &event)
            on:pointermove=move |event| carry.moved(&event)
            on:pointerup=move |event| carry.released(&event)
            on:pointercancel=move |event| carry.lost(&event)
            on:keydown=move |event| carry.key(id, &event)
            on:keyup=move |event| {
                // Where a button is pressed at the key's way up, Space would show the places too.
                if event.key() == " " {
                    event.prevent_default();
                }
            }
            on:blur=move |_| carry.left(id)
            on:click=move |event| {
                if let Some(handle) = page::closest(&event, "button").filter(|_| carry.is_click()) {
                    carry.menu.set(Some((id, below(&handle))));
                }
            }
        >
            <Icon sign=Sign::Grip />
        </button>
    }
}

/// The places, without a drag.
#[component]
fn Menu(carry: Carry, id: u64, at: (i32, i32)) -> impl IntoView {
    let t = carry.desk.t();
    let words = if carry.across {
        [t.to_the_start(), t.one_back(), t.one_on(), t.to_the_end()]
    } else {
        [t.to_the_top(), t.one_up(), t.one_down(), t.to_the_bottom()]
    };
    let (here, last) = untrack(|| carry.place(id)).unwrap_or_default();
    let places = [0, here.saturating_sub(1), (here + 1).min(last), last];
    let close = move || {
        carry.menu.set(None);
        carry.focus(id);
    };
    view! {
        <Popup label=t.reorder_handle(&untrack(|| carry.name.run(id))) at on_close=move |()| close() class="reorder-menu">
            {words
                .into_iter()
                .zip(places)
                .zip(["first", "back", "on", "last"])
                .map(|((word, to), key)| {
                    view! {
                        <button
                            type="button"
                            data-to=key
                            disabled=to == here
                            on:click=move |_| {
                                close();
                                carry.put(id, to);
                            }
                        >
                            {word}
                        </button>
                    }
                })
                .collect_view()}
        </Popup>
    }
}
