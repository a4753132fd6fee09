//! Small marks: a word on a coloured ground.

use leptos::prelude::*;

/// What a badge's colour stands for. Its word says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing in particular.
    #[default]
    Plain,
    /// Reached, won.
    Good,
    /// Needs somebody's attention.
    Warn,
    /// Overdue, lost.
    Bad,
}

/// A word or two that mark something.
#[component]
pub fn Badge(
    /// What the colour stands for.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let class = move || match tone.get() {
        Tone::Plain => "badge",
        Tone::Good => "badge badge-good",
        Tone::Warn => "badge badge-warn",
        Tone::Bad => "badge badge-bad",
    };
    view! { <span class=class dir="auto">{children()}</span> }
}
