//! Small signs, drawn in the colour of the text; never the only carrier of a meaning.

use leptos::prelude::*;

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// An arrow turning back.
    Undo,
    /// An arrow turning forth.
    Redo,
    /// Three lines.
    Menu,
    /// A cross.
    Close,
    /// A plus.
    Plus,
    /// Three dots.
    Dots,
    /// A magnifying glass.
    Search,
    /// A tick.
    Tick,
    /// A clock.
    Clock,
    /// An exclamation mark in a triangle.
    Warning,
    /// An arrow that goes round.
    Wait,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A tip that points down: more is below.
    Unfold,
    /// Six dots.
    Grip,
    /// A circle of dashes: something that is not there yet.
    NoStep,
    /// What somebody says.
    Speech,
    /// A pencil.
    Pencil,
    /// A star of five points.
    Star,
}

impl Sign {
    fn path(self) -> &'static str {
        match self {
            Sign::Undo => "M6.5 3.5 3 7l3.5 3.5M3.5 7H10a3.5 3.5 0 0 1 0 7H7",
            Sign::Redo => "M9.5 3.5 13 7l-3.5 3.5M12.5 7H6a3.5 3.5 0 0 0 0 7h3",
            Sign::Menu => "M2.5 4h11M2.5 8h11M2.5 12h11",
            Sign::Close => "m4 4 8 8M12 4l-8 8",
            Sign::Plus => "M8 3v10M3 8h10",
            Sign::Dots => "M3.5 8h.01M8 8h.01M12.5 8h.01",
            Sign::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.5 10.5 14 14",
            Sign::Tick => "m3 8.5 3.5 3.5L13 4.5",
            Sign::Clock => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 5v3.2l2 1.3",
            Sign::Warning => "M8 2.2 14.2 13H1.8L8 2.2ZM8 6.5v3M8 11.4h.01",
            Sign::Wait => "M8 2a6 6 0 1 0 6 6",
            Sign::Up => "M8 13V3.5M4 7l4-4 4 4",
            Sign::Unfold => "m4 6 4 4 4-4",
            Sign::Grip => "M6 4h.01M6 8h.01M6 12h.01M10 4h.01M10 8h.01M10 12h.01",
            Sign::Down => "M8 3v9.5M4 9l4 4 4-4",
            Sign::NoStep => {
                "M6.4 2.4a5.8 5.8 0 0 1 3.2 0M12.4 4.2a5.8 5.8 0 0 1 1.4 2.9M13.4 10.3a5.8 5.8 0 0 1-2 2.6M8.6 13.8a5.8 5.8 0 0 1-3.1-.6M3.2 11.4a5.8 5.8 0 0 1-1-3M2.7 5.6a5.8 5.8 0 0 1 1-1.6"
            }
            Sign::Speech => "M2.5 3.5h11v7h-6l-3 3v-3h-2v-7Z",
            Sign::Star => "m8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5Z",
            Sign::Pencil => "m3 13 .7-3L10.5 3.2l2.3 2.3L6 12.3 3 13Z",
        }
    }
}

/// A sign of 16 pixels.
#[component]
pub fn Icon(
    /// Which.
    sign: Sign,
) -> impl IntoView {
    let class = if matches!(sign, Sign::Dots | Sign::Grip) { "icon icon-dots" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d=sign.path() />
        </svg>
    }
}
