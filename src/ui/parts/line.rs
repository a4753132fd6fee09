//! The field of one line that the fields of text, numbers, money and days are made of.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::page;

/// What is typed into a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    /// Any text.
    Text,
    /// An amount.
    Decimal,
    /// A whole number.
    Whole,
    /// A day, with the browser's own calendar.
    Day,
}

/// A field of one line, one for all kinds: their code is in the page once.
pub(super) struct Line {
    pub name: &'static str,
    pub label: Signal<String>,
    /// What is stored, as it stands in the field.
    pub stored: Signal<String>,
    /// Takes what was typed. `false` where the field is to show again what is stored.
    pub commit: Callback<String, bool>,
    pub typed: Typed,
    /// What stands in the field while it is empty.
    pub hint: Option<Signal<String>>,
    /// What stands behind the field.
    pub unit: Option<Signal<String>>,
    /// The id of a list of known texts.
    pub list: Option<String>,
    pub look: Look,
}

/// How much room a field takes for its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Look {
    /// The label stands above.
    #[default]
    Labelled,
    /// The label is spoken only, and the edge is quiet.
    Bare,
    /// As bare, in the size of a heading.
    Heading,
}

impl Look {
    /// From the flag that the fields have.
    pub fn bare(bare: bool) -> Look {
        if bare { Look::Bare } else { Look::Labelled }
    }

    /// The class of the label around a field.
    pub fn class(self) -> &'static str {
        match self {
            Look::Labelled => "field",
            Look::Bare => "field field-bare",
            Look::Heading => "field field-large",
        }
    }
}

impl Line {
    pub fn view(self) -> AnyView {
        let Line { name, label, stored, commit, typed, hint, unit, list, look } = self;
        let node = NodeRef::<Input>::new();
        let (kind, keys, longest, direction) = match typed {
            Typed::Text => ("text", None, 500, Some("auto")),
            Typed::Decimal => ("text", Some("decimal"), 40, None),
            Typed::Whole => ("text", Some("numeric"), 20, None),
            Typed::Day => ("date", None, 20, None),
        };
        // A field that goes with its view says that it was changed when its signals are gone already: nobody asks any more.
        let take = move |text: String| {
            let (Some(kept), Some(now)) = (commit.try_run(text.clone()), stored.try_get_untracked()) else {
                return;
            };
            // What was taken shows by itself; not so spaces that change nothing.
            if (!kept || now.trim() == text.trim())
                && let Some(input) = node.try_get_untracked().flatten()
            {
                input.set_value(&now);
            }
        };
        // Each key in a date makes another whole one: the years 2, 20 and 202 on the way to 2027. So what is typed counts when it is
        // left, or with Enter; what is picked at once.
        let keyed = StoredValue::new(false);
        let changed = move |event: page::Event| {
            if keyed.try_get_value() != Some(true) {
                take(page::value_of(&event));
            }
        };
        let typed_in = move || {
            if keyed.try_update_value(std::mem::take) != Some(true) {
                return;
            }
            let Some(input) = node.try_get_untracked().flatten() else { return };
            if page::is_whole(&input) {
                take(input.value());
            } else if let Some(now) = stored.try_get_untracked() {
                input.set_value(&now);
            }
        };
        let back = move |event: page::KeyboardEvent| {
            if typed == Typed::Day {
                match event.key().as_str() {
                    "Enter" => typed_in(),
                    // With Alt the arrows open the calendar.
                    "ArrowUp" | "ArrowDown" if !event.alt_key() => keyed.set_value(true),
                    "Backspace" | "Delete" => keyed.set_value(true),
                    digit if digit.chars().all(char::is_numeric) => keyed.set_value(true),
                    _ => {}
                }
            }
            if look == Look::Bare
                && event.key() == "Escape"
                && let Some(input) =
                    node.get_untracked().filter(|input| input.value() != stored.get_untracked())
            {
                input.set_value(&stored.get_untracked());
                event.prevent_default();
                event.stop_propagation();
            }
        };
        let input = view! {
            <input
                type=kind
                inputmode=keys
                dir=direction
                maxlength=longest
                autocomplete="off"
                data-field=name
                placeholder=move || hint.map(|hint| hint.get())
                list=list
                node_ref=node
                prop:value=move || stored.get()
                on:change=changed
                on:blur=move |_| typed_in()
                on:keydown=back
            />
        };
        let field = match unit {
            None => input.into_any(),
            Some(unit) => view! {
                <span class="field-line">{input}<span class="field-unit">{move || unit.get()}</span></span>
            }
            .into_any(),
        };
        view! { <label class=look.class()><span class="field-name">{move || label.get()}</span>{field}</label> }.into_any()
    }
}
