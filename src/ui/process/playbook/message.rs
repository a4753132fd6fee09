//! The placeholders of a message: buttons that put them in, and which words in brackets nobody will fill in.

use leptos::prelude::*;

use crate::browser::page;
use crate::templates::fill::{Piece, Placeholder, fill};
use crate::ui::desk::use_desk;

/// The words in brackets that are no placeholders, each once, in order.
fn unknown(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for piece in fill(text, |placeholder| placeholder.word().to_owned()) {
        if let Piece::Missing(word) = piece
            && !found.contains(&word)
        {
            found.push(word);
        }
    }
    found
}

/// The row of buttons below a message, and the hint.
#[component]
pub fn Placeholders(
    /// The message.
    text: Signal<String>,
) -> impl IntoView {
    let t = use_desk().t();
    let unknown = Memo::new(move |_| text.with(|text| unknown(text)));
    let means = |placeholder: Placeholder| match placeholder {
        Placeholder::Name => t.means_name(),
        Placeholder::Company => t.means_company(),
        Placeholder::Problem => t.means_problem(),
        Placeholder::Product => t.means_product(),
        Placeholder::Me => t.means_me(),
        Placeholder::Value => t.means_value(),
        Placeholder::ExpectedClose => t.means_expected(),
        Placeholder::Deal => t.means_deal(),
    };
    let buttons = Placeholder::ALL.map(|placeholder| {
        let word = placeholder.word();
        let put = move |event: page::MouseEvent| {
            if let Some(script) = page::closest(&event, ".script") {
                page::put_at_caret(&script, &format!("[{word}]"));
            }
        };
        view! {
            <button
                type="button"
                class="placeholder"
                data-placeholder=word
                aria-label=t.insert_placeholder(word)
                title=means(placeholder)
                // The text keeps the focus, so that the caret stays where it is.
                on:pointerdown=move |event| event.prevent_default()
                on:click=put
            >
                {format!("[{word}]")}
            </button>
        }
    });
    let hint = move || {
        let unknown = unknown.get();
        (!unknown.is_empty()).then(|| {
            let text = t.unknown_placeholders(unknown.len() as u64, &unknown.join(", "));
            view! { <p class="script-unknown" data-hint="unknown">{text}</p> }
        })
    };
    view! {
        <div class="placeholder-row" role="group" aria-label=t.placeholders() title=t.placeholders_hint()>
            {buttons.collect_view()}
        </div>
        <div role="status">{hint}</div>
    }
}
