//! Small marks: a word on a coloured ground, a share as a bar.

use leptos::prelude::*;

use crate::ui::desk::use_desk;

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

/// A share as a small bar, with the percentage behind it.
#[component]
pub fn Meter(
    /// What it measures.
    #[prop(into)]
    label: Signal<String>,
    /// The share, from 0 to 1; the bar ends there, the text does not.
    #[prop(into)]
    share: Signal<f64>,
    /// What stands behind the bar instead of the percentage, such as "3 of 5".
    #[prop(optional, into)]
    text: Option<Signal<String>>,
) -> impl IntoView {
    let desk = use_desk();
    let words =
        Memo::new(move |_| text.map_or_else(|| desk.formats().percent_whole(share.get()), |text| text.get()));
    let percent = Memo::new(move |_| {
        let share = Some(share.get()).filter(|share| share.is_finite()).unwrap_or_default();
        (share.clamp(0.0, 1.0) * 100.0).round().to_string()
    });
    view! {
        <div
            class="meter"
            role="meter"
            aria-label=move || label.get()
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || percent.get()
            aria-valuetext=move || words.get()
        >
            <span class="meter-bar" aria-hidden="true">
                <span style:inline-size=move || format!("{}%", percent.get())></span>
            </span>
            <span class="meter-text">{move || words.get()}</span>
        </div>
    }
}
