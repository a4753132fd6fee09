//! What the desk's signals hold: views, dialogs, messages, columns.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::browser::prefs::Prefs;
use crate::metrics::Back;
use crate::model::{DealId, ItemId, Workspace};
use crate::ui::board::Passage;

/// One of the views.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Stages as columns.
    Board,
    /// The deals as a table.
    List,
    /// Figures.
    Insights,
    /// The buyer's way.
    Journey,
    /// The stages themselves.
    Process,
}

impl View {
    /// All views in the order of their tabs.
    pub const ALL: [View; 5] = [View::Board, View::List, View::Insights, View::Journey, View::Process];

    /// The one that was looked at last.
    pub fn kept(prefs: &Prefs) -> View {
        let kept = prefs.get::<String>("view");
        View::ALL.into_iter().find(|view| Some(view.key()) == kept.as_deref()).unwrap_or(View::Board)
    }

    /// The word that `data-view` carries.
    pub fn key(self) -> &'static str {
        match self {
            View::Board => "board",
            View::List => "list",
            View::Insights => "insights",
            View::Journey => "journey",
            View::Process => "process",
        }
    }
}

/// What the figures are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// With those of an earlier time.
    Back(Back),
    /// An owner's with the team's.
    Team,
    /// With those before a change of the process.
    Review,
}

/// A comparison as the reader chose it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Comparison {
    /// With what.
    pub with: Against,
    /// The owner who is compared with the team.
    pub owner: String,
    /// The note on the change before and after which is looked.
    pub review: Option<ItemId>,
    /// How many days before and after it at most.
    pub days: u16,
    /// Whether the key figures say how they changed.
    pub chips: bool,
    /// Whether somebody asked for the comparison from elsewhere, so that it is to be shown.
    #[serde(skip)]
    pub asked: bool,
}

impl Default for Comparison {
    fn default() -> Comparison {
        Comparison {
            with: Against::Back(Back::Month),
            owner: String::new(),
            review: None,
            days: 90,
            chips: false,
            asked: false,
        }
    }
}

/// What stands in front of everything else.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    /// Closing a deal as won.
    Win(DealId),
    /// Closing a deal as lost.
    Lose(DealId),
    /// The places that a deal can be moved to; at a point of the window.
    Move(DealId, (i32, i32)),
    /// A gate that is shut, and what is to happen once it is open.
    Gate(Box<Passage>),
    /// Putting a deal on the nurture list.
    Nurture(DealId),
    /// Moving a deal to another pipeline.
    Transfer(DealId),
    /// Importing deals from a file of that name and text.
    Import(Arc<str>, Arc<str>),
    /// Opening a workspace file that has been read.
    Restore(Arc<Workspace>),
    /// Clearing everything.
    Clear,
    /// A new pipeline from a template.
    NewPipeline,
    /// The list of shortcuts.
    Shortcuts,
}

/// A short message at the bottom; may offer to take the step back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What it says.
    pub text: String,
    /// Whether it offers undo.
    pub undo: bool,
    /// Whether it tells of trouble.
    pub trouble: bool,
    /// Tells it from the one before.
    pub number: u32,
}

/// A column of the board as it is shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Column {
    /// The cards, after search.
    pub cards: Arc<[DealId]>,
    /// How many deals, before search.
    pub count: u64,
    /// Their values, in minor units.
    pub total: i64,
    /// Their weighted values, in minor units.
    pub weighted: i64,
}
