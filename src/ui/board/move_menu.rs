//! "Move to…": every place that a drag can reach, without a drag.

use leptos::prelude::*;

use crate::model::{Deal, DealId, OutcomeKind, Place};
use crate::ui::desk::{Dialog, use_desk};
use crate::ui::parts::Popup;

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
        <Popup label=t.move_menu_name(&deal.title) at on_close=on_close class="move-menu">
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
        </Popup>
    }
    .into_any()
}
