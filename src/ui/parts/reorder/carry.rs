//! What is lifted in a list, where it would land, and how the others make room.
//!
//! The items keep their places in the page until the drop: only their drawing is moved, so that the focus and the pointer
//! stay with the handle.

use leptos::html::Ol;
use leptos::prelude::*;

use crate::browser::page::{self, HtmlElement, KeyboardEvent, PointerEvent};
use crate::ui::desk::Desk;
use crate::ui::parts::focus_found;

/// A pointer lifts once it has moved so far, in CSS pixels.
const SLOP: f64 = 4.0;
/// How near the edge of what scrolls a pointer makes it scroll, in CSS pixels.
const EDGE: f64 = 40.0;
/// How far it scrolls in a frame, in CSS pixels.
const STRIDE: f64 = 9.0;

/// An item that is lifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lift {
    id: u64,
    /// Its place.
    from: usize,
    /// The place where it would land.
    to: usize,
    /// Whether keys carry it.
    keyboard: bool,
}

struct Press {
    id: u64,
    pointer: i32,
    handle: HtmlElement,
    /// Where the pointer went down, along the list.
    start: f64,
    /// Where it is.
    at: f64,
}

#[derive(Default)]
struct Hand {
    press: Option<Press>,
    /// Where each item begins and how long it is, along the list, at the time of the lift.
    spans: Vec<(f64, f64)>,
    /// What scrolls around the list, and how far it had scrolled.
    scroller: Option<(HtmlElement, f64)>,
    /// The click that follows a drop opens nothing.
    swallow_click: bool,
}

/// A list and what is lifted in it.
#[derive(Clone, Copy)]
pub struct Carry {
    pub desk: Desk,
    pub across: bool,
    pub ids: Memo<Vec<u64>>,
    pub name: Callback<u64, String>,
    pub lift: RwSignal<Option<Lift>>,
    /// The item whose menu is open, and where in the window.
    pub menu: RwSignal<Option<(u64, (i32, i32))>>,
    pub list: NodeRef<Ol>,
    on_move: Callback<(usize, usize), bool>,
    /// How far a pointer has carried the item.
    by: RwSignal<f64>,
    hand: StoredValue<Hand, LocalStorage>,
}

impl Carry {
    pub fn new(
        desk: Desk,
        ids: Signal<Vec<u64>>,
        name: Callback<u64, String>,
        on_move: Callback<(usize, usize), bool>,
        across: bool,
        list: NodeRef<Ol>,
    ) -> Carry {
        let carry = Carry {
            desk,
            across,
            ids: Memo::new(move |_| ids.get()),
            name,
            lift: RwSignal::new(None),
            menu: RwSignal::new(None),
            list,
            on_move,
            by: RwSignal::new(0.0),
            hand: StoredValue::new_local(Hand::default()),
        };
        Effect::new(move |_| {
            // The list changed under a lifted item: where it would land is not known any more.
            carry.ids.with(|_| ());
            if carry.lift.with_untracked(Option::is_some) {
                carry.cancel();
            }
        });
        carry
    }

    /// Whether an item is lifted.
    pub fn is_lifted(self, id: u64) -> bool {
        self.lift.with(|lift| lift.is_some_and(|lift| lift.id == id))
    }

    /// The place of an item, and the last place.
    pub fn place(self, id: u64) -> Option<(usize, usize)> {
        self.ids.with(|ids| Some((ids.iter().position(|other| *other == id)?, ids.len() - 1)))
    }

    /// How an item's drawing is moved while one is carried.
    pub fn transform(self, id: u64) -> String {
        let none = || "none".to_owned();
        let Some(lift) = self.lift.get() else { return none() };
        let Some((index, _)) = self.place(id) else { return none() };
        let by = self.hand.with_value(|hand| {
            let span = |index: usize| hand.spans.get(index).copied().unwrap_or_default();
            let end = |index: usize| span(index).0 + span(index).1;
            let (from, to) = (lift.from, lift.to);
            if index == from {
                return if !lift.keyboard {
                    self.by.get()
                } else if to > from {
                    end(to) - end(from)
                } else {
                    span(to).0 - span(from).0
                };
            }
            // The room of the lifted item, with the gap to the next.
            let room = if to > from {
                span(from + 1).0 - span(from).0
            } else if from > 0 {
                end(from) - end(from - 1)
            } else {
                0.0
            };
            if (from + 1..=to).contains(&index) {
                -room
            } else if (to..from).contains(&index) {
                room
            } else {
                0.0
            }
        });
        match (by == 0.0, self.across) {
            (true, _) => none(),
            (_, true) => format!("translateX({}px)", if self.is_rtl() { -by } else { by }),
            (_, false) => format!("translateY({by}px)"),
        }
    }

    /// A pointer goes down on a handle.
    pub fn press(self, id: u64, event: &PointerEvent) {
        self.hand.update_value(|hand| hand.swallow_click = false);
        self.cancel();
        let plain = event.button() == 0 && event.is_primary();
        let Some(handle) = page::closest(event, "button").filter(|_| plain) else { return };
        // Not every browser gives the focus to a button that is pressed; Escape shall reach it.
        page::focus(&handle);
        let (start, pointer) = (self.along(event), event.pointer_id());
        let press = Press { id, pointer, handle, start, at: start };
        self.hand.update_value(|hand| hand.press = Some(press));
    }

    /// A pointer moves.
    pub fn moved(self, event: &PointerEvent) {
        let at = self.along(event);
        let found = self.hand.try_update_value(|hand| {
            let press = hand.press.as_mut().filter(|press| press.pointer == event.pointer_id())?;
            press.at = at;
            Some((press.id, press.start, press.handle.clone()))
        });
        let Some((id, start, handle)) = found.flatten() else { return };
        if self.lift.with_untracked(Option::is_some) {
            self.aim();
        } else if (at - start).abs() > SLOP && self.lift(id, false) {
            page::capture_pointer(&handle, event.pointer_id());
            self.aim();
            self.scroll_while_lifted();
        }
    }

    /// A pointer goes up.
    pub fn released(self, event: &PointerEvent) {
        if self.is_ours(event) {
            let lifted = self.lift.with_untracked(Option::is_some);
            self.hand.update_value(|hand| {
                hand.press = None;
                hand.swallow_click = lifted;
            });
            self.drop_item();
        }
    }

    /// The browser took the pointer for itself.
    pub fn lost(self, event: &PointerEvent) {
        if self.is_ours(event) {
            self.cancel();
        }
    }

    /// The handle lost the focus.
    pub fn left(self, id: u64) {
        let by_keys = |lift: &Option<Lift>| lift.is_some_and(|lift| lift.id == id && lift.keyboard);
        if self.lift.try_with_untracked(by_keys) == Some(true) {
            self.cancel();
        }
    }

    /// Whether a click is one, and not the end of a drag.
    pub fn is_click(self) -> bool {
        self.hand.try_update_value(|hand| !std::mem::take(&mut hand.swallow_click)).unwrap_or(false)
    }

    /// A key goes down on a handle.
    pub fn key(self, id: u64, event: &KeyboardEvent) {
        self.hand.update_value(|hand| hand.swallow_click = false);
        let key = event.key();
        let carried = self.lift.get_untracked();
        let Some((here, last)) = untrack(|| self.place(id)) else { return };
        let step = match (key.as_str(), self.across, self.across && self.is_rtl()) {
            ("ArrowUp", ..) | ("ArrowLeft", true, false) | ("ArrowRight", true, true) => Some(-1),
            ("ArrowDown", ..) | ("ArrowRight", true, false) | ("ArrowLeft", true, true) => Some(1),
            _ => None,
        };
        let to = |place: usize| match (step, key.as_str()) {
            (Some(step), _) => Some(place.saturating_add_signed(step).min(last)),
            (None, "Home") => Some(0),
            (None, "End") => Some(last),
            _ => None,
        };
        match carried {
            None if event.alt_key() && step.is_some() => {
                if let Some(to) = to(here) {
                    self.put(id, to);
                }
            }
            None if key == " " => {
                self.lift(id, true);
            }
            None => return,
            Some(_) if key == "Escape" => self.cancel(),
            Some(lift) if lift.keyboard => match key.as_str() {
                " " | "Enter" => self.drop_item(),
                "Tab" => return self.cancel(),
                _ => {
                    if let Some(to) = to(lift.to).filter(|to| *to != lift.to) {
                        self.lift.set(Some(Lift { to, ..lift }));
                        self.desk.say(self.desk.t().reorder_over(to + 1, last + 1));
                    }
                }
            },
            Some(_) => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// Moves an item to a place, says so, and gives its handle the focus.
    pub fn put(self, id: u64, to: usize) {
        let Some((from, last)) = untrack(|| self.place(id)) else { return };
        let name = untrack(|| self.name.run(id));
        if from == to || self.on_move.run((from, to)) {
            self.desk.say(self.desk.t().reordered(&name, to + 1, last + 1));
        }
        self.focus(id);
    }

    /// Gives the focus to an item's handle once the list stands in its order.
    pub fn focus(self, id: u64) {
        focus_found(self.desk, format!("[data-handle='{id}']"));
    }

    fn is_rtl(self) -> bool {
        self.list.get_untracked().is_some_and(|list| page::is_rtl(&list))
    }

    /// A point's distance along the list, rising from item to item.
    fn along(self, event: &PointerEvent) -> f64 {
        match (self.across, self.across && self.is_rtl()) {
            (true, true) => -f64::from(event.client_x()),
            (true, false) => f64::from(event.client_x()),
            (false, _) => f64::from(event.client_y()),
        }
    }

    fn is_ours(self, event: &PointerEvent) -> bool {
        self.hand
            .with_value(|hand| hand.press.as_ref().is_some_and(|press| press.pointer == event.pointer_id()))
    }

    fn lift(self, id: u64, keyboard: bool) -> bool {
        let Some((from, last)) = untrack(|| self.place(id)) else { return false };
        let Some(list) = self.list.get_untracked() else { return false };
        let rtl = self.across && self.is_rtl();
        let items = page::children(&list);
        let spans = items.iter().map(|item| {
            let (left, top, width, height) = page::rect(item);
            match (self.across, rtl) {
                (true, true) => (-left - width, width),
                (true, false) => (left, width),
                (false, _) => (top, height),
            }
        });
        let spans = spans.collect();
        let scroller = page::scroller(&list, self.across);
        self.hand.update_value(|hand| {
            hand.spans = spans;
            hand.scroller = scroller.map(|element| {
                let scrolled = page::scrolled(&element, self.across);
                (element, scrolled)
            });
        });
        self.by.set(0.0);
        self.lift.set(Some(Lift { id, from, to: from, keyboard }));
        if keyboard {
            let name = untrack(|| self.name.run(id));
            self.desk.say(self.desk.t().reorder_lifted(&name, from + 1, last + 1));
        }
        true
    }

    /// Follows the pointer: by the way that it went, and by what was scrolled since.
    fn aim(self) {
        let Some(lift) = self.lift.get_untracked() else { return };
        let rtl = self.across && self.is_rtl();
        let found = self.hand.with_value(|hand| {
            let press = hand.press.as_ref()?;
            let scrolled = hand.scroller.as_ref().map_or(0.0, |(element, before)| {
                let by = page::scrolled(element, self.across) - before;
                if rtl { -by } else { by }
            });
            let by = press.at - press.start + scrolled;
            let (start, size) = hand.spans.get(lift.from).copied()?;
            let middle = |(start, size): &(f64, f64)| start + size / 2.0;
            let passed = if by > 0.0 {
                let after = hand.spans.iter().skip(lift.from + 1);
                lift.from + after.filter(|span| start + size + by > middle(span)).count()
            } else {
                let before = hand.spans.iter().take(lift.from);
                lift.from - before.filter(|span| start + by < middle(span)).count()
            };
            Some((by, passed))
        });
        let Some((by, to)) = found else { return };
        self.by.set(by);
        if to != lift.to {
            self.lift.set(Some(Lift { to, ..lift }));
        }
    }

    fn scroll_while_lifted(self) {
        page::spawn(async move {
            while self.lift.try_with_untracked(Option::is_some) == Some(true) {
                page::next_frame().await;
                let scrolled = self.hand.try_with_value(|hand| {
                    let (Some(press), Some((element, _))) = (&hand.press, &hand.scroller) else {
                        return false;
                    };
                    let rtl = self.across && self.is_rtl();
                    let at = if rtl { -press.at } else { press.at };
                    let (left, top, width, height) = page::rect(element);
                    let (from, size) = if self.across { (left, width) } else { (top, height) };
                    let stride = if at < from + EDGE {
                        -STRIDE
                    } else if at > from + size - EDGE {
                        STRIDE
                    } else {
                        return false;
                    };
                    page::scroll_along(element, self.across, stride)
                });
                match scrolled {
                    Some(true) => self.aim(),
                    Some(false) => {}
                    None => break,
                }
            }
        });
    }

    fn drop_item(self) {
        if let Some(lift) = self.lift.get_untracked() {
            self.lift.set(None);
            self.put(lift.id, lift.to);
        }
    }

    fn cancel(self) {
        let lift = self.lift.try_get_untracked().flatten();
        self.hand.try_update_value(|hand| {
            hand.press = None;
            hand.swallow_click = lift.is_some_and(|lift| !lift.keyboard);
        });
        if let Some(lift) = lift {
            self.lift.set(None);
            let name = untrack(|| self.name.run(lift.id));
            self.desk.say(self.desk.t().drag_cancelled(&name));
        }
    }
}
