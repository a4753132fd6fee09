//! What is drawn while a note or a phase is carried.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page;

use super::carry::{Carry, Held};
use super::measure::Rect;

/// What is drawn while something is carried: the place where it would land, within the frame.
#[component]
pub fn DropMark(carry: Carry) -> impl IntoView {
    let mark = Memo::new(move |_| carry.mark());
    let place = |class: &'static str, rect: Rect| {
        view! {
            <div
                class=class
                dir="ltr"
                aria-hidden="true"
                style:transform=format!("translate({}px, {}px)", rect.0, rect.1)
                style:inline-size=format!("{}px", rect.2)
                style:block-size=format!("{}px", rect.3)
            ></div>
        }
    };
    move || {
        mark.get().map(|(cell, line)| {
            view! {
                {cell.map(|cell| place("drop-cell", cell))}
                {place("drop-line", line)}
            }
        })
    }
}

/// What follows the pointer.
#[component]
pub fn Ghost(carry: Carry) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    carry.follow_with(node);
    move || {
        carry.lift.get().filter(|lift| !lift.keyboard).map(|lift| {
            let (left, top, width) = carry.at();
            Effect::new(move |_| {
                if let Some(ghost) = node.get() {
                    page::translate(&ghost, left, top);
                }
            });
            let phase = matches!(lift.held, Held::Phase(..));
            view! {
                <div
                    class="ghost note-ghost"
                    class:is-phase=phase
                    node_ref=node
                    aria-hidden="true"
                    dir="auto"
                    style:inline-size=format!("{width}px")
                >
                    {lift.name}
                </div>
            }
        })
    }
}
