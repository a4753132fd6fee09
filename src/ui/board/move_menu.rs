//! "Move to…": every place that a drag can reach, without a drag.

use leptos::prelude::*;

use crate::browser::page::{self, Event};
use crate::model::{Deal, DealId, OutcomeKind, Place};
use crate::ui::desk::{Dialog, use_desk};

use super::drag::move_deal;

/// The menu of a card.
#[component]
pub fn MoveMenu(
    /// Whose.
    id: DealId,
    /// Where it opens, in the window.
    at: (i32, i32),
    /// Called when it closes.
    on_close: Callback<()>,
) -> impl IntoView {
    let desk = use_desk();
    let t = desk.t();
    let node = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = node.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
            page::place_within_window(&dialog, at);
        }
    });
    let Some(deal) = desk.with(|session| session.workspace().get::<Deal>(id).cloned()) else {
        on_close.run(());
        return ().into_any();
    };
    let open = deal.outcome.kind() == OutcomeKind::Open;
    let go = move |stage, place| {
        on_close.run(());
        move_deal(desk, id, stage, place);
    };
    let here = desk.stage_of(&deal);
    view! {
        <dialog
            class="menu move-menu"
            aria-label=t.move_menu_name(&deal.title)
            node_ref=node
            on:cancel=move |event: Event| {
                event.prevent_default();
                on_close.run(());
            }
            on:click=move |event| {
                if page::closest(&event, "button").is_none() {
                    on_close.run(());
                }
            }
            on:keydown=move |event| {
                match event.key().as_str() {
                    "ArrowDown" => page::focus_next(&event, "button", 1),
                    "ArrowUp" => page::focus_next(&event, "button", -1),
                    _ => {
                        event.stop_propagation();
                        return;
                    }
                }
                event.prevent_default();
                event.stop_propagation();
            }
        >
            {open
                .then(|| {
                    desk.ladder()
                        .into_iter()
                        .filter(|stage| stage.id != here)
                        .map(|stage| {
                            let id = stage.id;
                            view! {
                                <button
                                    type="button"
                                    class=format!("hue-{} stage-dot", desk.colour(&stage))
                                    data-to=id.to_string()
                                    on:click=move |_| go(id, Place::First)
                                >
                                    {stage.name.clone()}
                                </button>
                            }
                        })
                        .collect_view()
                })}
            <button type="button" data-to="top" on:click=move |_| go(here, Place::First)>{t.move_top()}</button>
            <button type="button" data-to="bottom" on:click=move |_| go(here, Place::Last)>{t.move_bottom()}</button>
            {open
                .then(|| {
                    view! {
                        <hr />
                        <button type="button" data-to="won" on:click=move |_| desk.dialog.set(Some(Dialog::Win(id)))>
                            {t.win_deal()}
                        </button>
                        <button type="button" data-to="lost" on:click=move |_| desk.dialog.set(Some(Dialog::Lose(id)))>
                            {t.lose_deal()}
                        </button>
                    }
                })}
        </dialog>
    }
    .into_any()
}
