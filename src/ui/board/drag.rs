//! Lifting, carrying and dropping a card: one path for mouse, pen, touch and keys.
//!
//! A mouse lifts by moving, a finger by resting; until then a finger scrolls. Positions are read once, when the card is lifted.

use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::tick;

use crate::browser::page::{self, HtmlElement, MouseEvent, PointerEvent};
use crate::exchange::Deed;
use crate::model::{Command, Deal, DealId, OutcomeKind, Place, Rung, StageId};
use crate::ui::desk::{Desk, Dialog};

use super::gate::{Passage, pass};
use super::geometry::Geometry;

/// A mouse lifts once it has moved so far, in CSS pixels.
const MOUSE_SLOP: f64 = 4.0;
/// A finger that moves so far before it lifts means to scroll.
const TOUCH_SLOP: f64 = 8.0;
/// How long a finger rests before it lifts, in milliseconds.
const TOUCH_REST: u32 = 250;
/// Height of the zones for won and lost, in CSS pixels; as in the style sheet.
const ZONES: f64 = 72.0;

/// Where a lifted card would land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// In a stage, above the card of that number as the column is shown.
    Slot(StageId, usize),
    /// Closed as won.
    Won,
    /// Closed as lost.
    Lost,
}

/// A card that is lifted.
#[derive(Debug, Clone, PartialEq)]
pub struct Lift {
    /// Whose.
    pub deal: DealId,
    /// Its title, for what is spoken.
    pub title: String,
    /// The stage that it came from.
    pub from: StageId,
    /// Its number there, as the column is shown.
    pub index: usize,
    /// Whether keys carry it.
    pub keyboard: bool,
}

struct Press {
    deal: DealId,
    pointer: i32,
    number: u32,
    at: (f64, f64),
    /// From the card's corner to the pointer.
    grip: (f64, f64),
}

#[derive(Default)]
struct Hand {
    press: Option<Press>,
    presses: u32,
    geometry: Option<Geometry>,
    at: (f64, f64),
    ghost: Option<NodeRef<Div>>,
    /// The click that follows a drop opens nothing.
    swallow_click: bool,
}

/// What is lifted, for the board and its parts.
#[derive(Clone, Copy)]
pub struct Drag {
    desk: Desk,
    columns: NodeRef<Div>,
    /// The lifted card.
    pub lift: RwSignal<Option<Lift>>,
    /// The lifted deal.
    pub lifted: Memo<Option<DealId>>,
    /// Where it would land.
    pub target: RwSignal<Option<Target>>,
    hand: StoredValue<Hand, LocalStorage>,
}

impl Drag {
    /// For a board whose columns stand in that element.
    pub fn new(desk: Desk, columns: NodeRef<Div>) -> Drag {
        let lift = RwSignal::new(None::<Lift>);
        Drag {
            desk,
            columns,
            lift,
            lifted: Memo::new(move |_| lift.with(|lift| lift.as_ref().map(|lift| lift.deal))),
            target: RwSignal::new(None),
            hand: StoredValue::new_local(Hand::default()),
        }
    }

    /// Names the element that follows the pointer.
    pub fn carry(self, ghost: NodeRef<Div>) {
        self.hand.update_value(|hand| hand.ghost = Some(ghost));
    }

    /// Where the carried card's corner is.
    pub fn at(self) -> (f64, f64) {
        self.hand.with_value(|hand| {
            let grip = hand.press.as_ref().map_or((0.0, 0.0), |press| press.grip);
            (hand.at.0 - grip.0, hand.at.1 - grip.1)
        })
    }

    /// Whether a pointer carries a card.
    pub fn is_lifted(self) -> bool {
        self.lift.with_untracked(|lift| lift.as_ref().is_some_and(|lift| !lift.keyboard))
    }

    /// Whether a pointer is down on a card.
    pub fn is_pressed(self) -> bool {
        self.hand.with_value(|hand| hand.press.is_some())
    }

    /// A pointer goes down.
    pub fn press(self, event: &PointerEvent) {
        self.hand.update_value(|hand| hand.swallow_click = false);
        if self.lift.with_untracked(Option::is_some) {
            self.cancel();
        }
        let plain =
            event.button() == 0 && event.is_primary() && page::closest(event, "button, input").is_none();
        let Some(card) = page::closest(event, "[data-deal]").filter(|_| plain) else { return };
        let Some(deal) = deal_of(&card) else { return };
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let (left, top, ..) = page::rect(&card);
        let number = self.hand.with_value(|hand| hand.presses) + 1;
        self.hand.update_value(|hand| {
            hand.presses = number;
            hand.at = at;
            hand.press = Some(Press {
                deal,
                pointer: event.pointer_id(),
                number,
                at,
                grip: (at.0 - left, at.1 - top),
            });
        });
        if event.pointer_type() == "touch" {
            page::spawn(async move {
                page::sleep(TOUCH_REST).await;
                let rests = self.hand.try_with_value(|hand| hand.press.as_ref().map(|press| press.number));
                if rests.flatten() == Some(number) {
                    self.lift_pressed();
                }
            });
        }
    }

    /// A pointer moves.
    pub fn moved(self, event: &PointerEvent) {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let Some((pointer, start)) =
            self.hand.with_value(|hand| hand.press.as_ref().map(|press| (press.pointer, press.at)))
        else {
            return;
        };
        if pointer != event.pointer_id() {
            return;
        }
        self.hand.update_value(|hand| hand.at = at);
        if self.is_lifted() {
            self.follow();
            return;
        }
        let far = (at.0 - start.0).hypot(at.1 - start.1);
        if event.pointer_type() == "touch" {
            if far > TOUCH_SLOP {
                self.hand.update_value(|hand| hand.press = None);
            }
        } else if far > MOUSE_SLOP {
            self.lift_pressed();
        }
    }

    /// A pointer goes up.
    pub fn released(self, event: &PointerEvent) {
        let ours = self
            .hand
            .with_value(|hand| hand.press.as_ref().is_some_and(|press| press.pointer == event.pointer_id()));
        if !ours {
            return;
        }
        if self.is_lifted() {
            self.hand.update_value(|hand| hand.swallow_click = true);
            self.drop_card();
        }
        self.hand.update_value(|hand| hand.press = None);
    }

    /// The browser took the pointer for itself.
    pub fn lost(self, event: &PointerEvent) {
        let ours = self
            .hand
            .with_value(|hand| hand.press.as_ref().is_some_and(|press| press.pointer == event.pointer_id()));
        if ours {
            self.cancel();
        }
    }

    /// A click on a card opens it, on its menu button the menu.
    pub fn clicked(self, event: &MouseEvent) {
        let swallow = self.hand.with_value(|hand| hand.swallow_click);
        self.hand.update_value(|hand| hand.swallow_click = false);
        if swallow {
            return;
        }
        let Some(deal) = page::closest(event, "[data-deal]").and_then(|card| deal_of(&card)) else { return };
        if let Some(button) = page::closest(event, "[data-move]") {
            self.open_menu(deal, &button);
        } else {
            self.desk.open_deal.set(Some(deal));
        }
    }

    /// Shows the places that a deal can go to, at an element.
    pub fn open_menu(self, deal: DealId, at: &HtmlElement) {
        let (left, top, width, height) = page::rect(at);
        let point = ((left + width) as i32, (top + height) as i32);
        self.desk.dialog.set(Some(Dialog::Move(deal, point)));
    }

    /// Lifts a card; gives `false` where it is not on the board or cannot be moved.
    pub fn lift(self, deal: DealId, keyboard: bool) -> bool {
        if self.desk.shown.get_untracked() != OutcomeKind::Open {
            return false;
        }
        let found = self.desk.with(|session| session.workspace().get::<Deal>(deal).cloned());
        let Some(record) = found else { return false };
        let stage = self.desk.stage_of(&record);
        let cards = self.desk.column(stage).with_untracked(|column| column.cards.clone());
        let Some(index) = cards.iter().position(|id| *id == deal) else { return false };
        let t = self.desk.t();
        if keyboard {
            self.desk.say(t.lifted(&record.title, &self.stage_name(stage), index + 1, cards.len()));
        }
        self.target.set(Some(Target::Slot(stage, index)));
        self.lift.set(Some(Lift { deal, title: record.title.clone(), from: stage, index, keyboard }));
        true
    }

    fn lift_pressed(self) {
        let Some((deal, pointer)) =
            self.hand.with_value(|hand| hand.press.as_ref().map(|press| (press.deal, press.pointer)))
        else {
            return;
        };
        let Some(columns) = self.columns.get_untracked() else { return };
        let geometry = Geometry::measure(columns.clone().into(), ZONES);
        if !self.lift(deal, false) {
            return;
        }
        page::capture_pointer(&columns, pointer);
        self.hand.update_value(|hand| hand.geometry = Some(geometry));
        page::spawn(async move {
            // Runs as long as the card is up: the board scrolls under a pointer that rests at an edge.
            while self.lift.try_with_untracked(Option::is_some) == Some(true) {
                page::next_frame().await;
                let scrolled = self.hand.try_with_value(|hand| {
                    hand.geometry.as_ref().is_some_and(|geometry| geometry.scroll_at(hand.at.0, hand.at.1))
                });
                match scrolled {
                    Some(true) => self.aim(),
                    Some(false) => {}
                    None => break,
                }
            }
        });
    }

    fn follow(self) {
        let at = self.at();
        let ghost = self.hand.with_value(|hand| hand.ghost).and_then(|ghost| ghost.get_untracked());
        if let Some(ghost) = ghost {
            page::translate(&ghost, at.0, at.1);
        }
        self.aim();
    }

    fn aim(self) {
        let desk = self.desk;
        let target = self.hand.with_value(|hand| {
            let len = |stage| desk.column(stage).with_untracked(|column| column.cards.len());
            hand.geometry.as_ref().and_then(|geometry| geometry.target(hand.at.0, hand.at.1, len))
        });
        if self.target.get_untracked() != target {
            self.target.set(target);
        }
    }

    /// Puts the card back where it was.
    pub fn cancel(self) {
        let lift = self.lift.try_get_untracked().flatten();
        self.hand.try_update_value(|hand| {
            hand.press = None;
            hand.geometry = None;
        });
        if let Some(lift) = lift {
            self.lift.set(None);
            self.target.set(None);
            self.desk.say(self.desk.t().drag_cancelled(&lift.title));
        }
    }

    /// Drops the card where it would land.
    pub fn drop_card(self) {
        let (lift, target) = (self.lift.get_untracked(), self.target.get_untracked());
        self.lift.set(None);
        self.target.set(None);
        self.hand.update_value(|hand| hand.geometry = None);
        let (Some(lift), Some(target)) = (lift, target) else { return };
        match target {
            Target::Won => self.desk.dialog.set(Some(Dialog::Win(lift.deal))),
            Target::Lost => self.desk.dialog.set(Some(Dialog::Lose(lift.deal))),
            Target::Slot(stage, slot) => {
                let cards = self.desk.column(stage).with_untracked(|column| column.cards.clone());
                let above = cards.get(..slot.min(cards.len())).unwrap_or_default();
                let above = above.iter().rev().find(|id| **id != lift.deal);
                let place = above.map_or(Place::First, |id| Place::After(*id));
                self.move_to(lift.deal, stage, place);
                if lift.keyboard {
                    self.reveal(lift.deal);
                }
            }
        }
    }

    /// Moves a deal, and says where it is now.
    pub fn move_to(self, deal: DealId, stage: StageId, place: Place) {
        move_deal(self.desk, deal, stage, place);
    }

    /// Scrolls a card into sight and gives it the focus, once it stands where it belongs.
    pub fn reveal(self, deal: DealId) {
        let Some(columns) = self.columns.get_untracked() else { return };
        let stage = self.desk.with(|session| {
            session.workspace().get::<Deal>(deal).map(|deal| session.workspace().stage_of(deal))
        });
        let Some(stage) = stage else { return };
        let index =
            self.desk.column(stage).with_untracked(|column| column.cards.iter().position(|id| *id == deal));
        let Some(index) = index else { return };
        page::spawn(async move {
            // Once the columns stand as they should: soon enough for the next key.
            tick().await;
            if let Some(card) = page::find(&columns, &format!("[data-deal='{deal}']")) {
                page::focus(&card);
            }
            let list = page::find(&columns, &format!("[data-stage='{stage}'] .column-list"));
            if let Some(list) = list {
                page::show_row(&list, index as f64 * super::PITCH, super::PITCH);
                page::next_frame().await;
            }
            if let Some(card) = page::find(&columns, &format!("[data-deal='{deal}']")) {
                page::focus(&card);
                page::show_across(&columns, &card);
            }
        });
    }

    /// Scrolls the place where a carried card would land into sight.
    pub fn show(self, target: Target) {
        let (Some(columns), Target::Slot(stage, slot)) = (self.columns.get_untracked(), target) else {
            return;
        };
        if let Some(column) = page::find(&columns, &format!("[data-stage='{stage}']")) {
            page::show_across(&columns, &column);
            if let Some(list) = page::find(&column, ".column-list") {
                page::show_row(&list, slot as f64 * super::PITCH, super::PITCH);
            }
        }
    }

    /// Whether text runs from right to left here.
    pub fn is_rtl(self) -> bool {
        self.columns.get_untracked().is_some_and(|columns| page::is_rtl(&columns))
    }

    /// The name of a stage.
    pub fn stage_name(self, stage: StageId) -> String {
        stage_name(self.desk, stage)
    }
}

/// The name of a stage.
pub fn stage_name(desk: Desk, stage: StageId) -> String {
    desk.with(|session| {
        session
            .workspace()
            .get::<crate::model::Stage>(stage)
            .map(|stage| stage.name.clone())
            .unwrap_or_default()
    })
}

/// Moves a deal, and says where it is now; the one way that every move of a single deal goes. Says whether it moved: where a gate is
/// shut, its dialog opens instead.
pub fn move_deal(desk: Desk, deal: DealId, stage: StageId, place: Place) -> bool {
    let command = Command::MoveDeal { deal, stage, place };
    if !pass(desk, Passage { deal, to: Rung::Stage(stage), command, deed: Deed::MoveDeal, told: None }) {
        return false;
    }
    let title = desk.with(|session| session.workspace().get::<Deal>(deal).map(|deal| deal.title.clone()));
    let cards = desk.column(stage).with_untracked(|column| column.cards.clone());
    if let (Some(title), Some(index)) = (title, cards.iter().position(|id| *id == deal)) {
        desk.say(desk.t().dropped(&title, &stage_name(desk, stage), index + 1, cards.len()));
    }
    true
}

/// The deal of a card.
pub fn deal_of(card: &HtmlElement) -> Option<DealId> {
    page::data(card, "deal")?.parse().ok()
}
