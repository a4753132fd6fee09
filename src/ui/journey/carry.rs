//! Lifting, carrying and dropping a note or a phase: one path for mouse, pen, touch and keys.
//!
//! A mouse lifts by moving, a finger by resting; until then a finger scrolls.

use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::page::{self, HtmlElement, PointerEvent};
use crate::exchange::Deed;
use crate::model::{Cell, Command, NoteId, PhaseId};

use super::measure::{Ground, Rect, note_mark, phase_mark, reveal};
use super::state::Map;

/// A mouse lifts once it has moved so far, in CSS pixels.
const MOUSE_SLOP: f64 = 4.0;
/// A finger that moves so far before it lifts means to scroll.
const TOUCH_SLOP: f64 = 8.0;
/// How long a finger rests before it lifts, in milliseconds.
const TOUCH_REST: u32 = 250;

/// What is lifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// A note, from a place of a cell.
    Note(NoteId, Cell, usize),
    /// A phase, from its place.
    Phase(PhaseId, usize),
}

/// Where it would land: how many of the others come before it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A note in a cell.
    Cell(Cell, usize),
    /// A phase among the others.
    Phase(usize),
}

/// A note or a phase that is lifted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lift {
    /// What.
    pub held: Held,
    /// Its text or name.
    pub name: String,
    /// Whether keys carry it.
    pub keyboard: bool,
}

struct Press {
    /// The note or the phase that it went down on.
    note: Option<NoteId>,
    phase: Option<PhaseId>,
    pointer: i32,
    number: u32,
    at: (f64, f64),
    /// From the element's corner to the pointer.
    grip: (f64, f64),
    width: f64,
}

#[derive(Default)]
struct Hand {
    press: Option<Press>,
    presses: u32,
    ground: Option<Ground>,
    at: (f64, f64),
    ghost: Option<NodeRef<Div>>,
    /// The element of the lifted note.
    lifted: Option<HtmlElement>,
    /// The click that follows a drop opens nothing.
    swallow_click: bool,
}

/// What is lifted, for the map and its parts.
#[derive(Clone, Copy)]
pub struct Carry {
    map: Map,
    /// What is lifted.
    pub lift: RwSignal<Option<Lift>>,
    /// Where it would land.
    pub target: RwSignal<Option<Target>>,
    hand: StoredValue<Hand, LocalStorage>,
}

impl Carry {
    /// For a map.
    pub fn new(map: Map) -> Carry {
        Carry {
            map,
            lift: RwSignal::new(None),
            target: RwSignal::new(None),
            hand: StoredValue::new_local(Hand::default()),
        }
    }

    /// Names the element that follows the pointer.
    pub fn follow_with(self, ghost: NodeRef<Div>) {
        self.hand.update_value(|hand| hand.ghost = Some(ghost));
    }

    /// Where the carried element's corner is in the window, and how wide it was.
    pub fn at(self) -> (f64, f64, f64) {
        self.hand.with_value(|hand| {
            let (grip, width) =
                hand.press.as_ref().map_or(((0.0, 0.0), 0.0), |press| (press.grip, press.width));
            (hand.at.0 - grip.0, hand.at.1 - grip.1, width)
        })
    }

    /// Whether a pointer carries something.
    pub fn is_dragged(self) -> bool {
        self.lift.with_untracked(|lift| lift.as_ref().is_some_and(|lift| !lift.keyboard))
    }

    /// Whether a pointer is down on something that can be carried.
    pub fn is_pressed(self) -> bool {
        self.hand.with_value(|hand| hand.press.is_some())
    }

    /// Whether a click is one, and not the end of a drag. Asked once for each click.
    pub fn is_click(self) -> bool {
        let swallow = self.hand.with_value(|hand| hand.swallow_click);
        self.hand.update_value(|hand| hand.swallow_click = false);
        !swallow
    }

    /// What comes next from the keys is no end of a drag.
    pub fn begin_anew(self) {
        self.hand.update_value(|hand| hand.swallow_click = false);
    }

    /// A pointer goes down.
    pub fn press(self, event: &PointerEvent) {
        self.begin_anew();
        if self.lift.with_untracked(Option::is_some) {
            self.cancel();
        }
        let plain = event.button() == 0
            && event.is_primary()
            && page::closest(event, "input, textarea, select, .icon-button, .note-more").is_none();
        let Some(element) = page::closest(event, "[data-note], .phase-head").filter(|_| plain) else {
            return;
        };
        let note = page::data(&element, "note").and_then(|id| id.parse().ok());
        let phase = page::data(&element, "phase").and_then(|id| id.parse().ok());
        if note.is_none() && phase.is_none() {
            return;
        }
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let (left, top, width, _) = page::rect(&element);
        let number = self.hand.with_value(|hand| hand.presses) + 1;
        self.hand.update_value(|hand| {
            hand.presses = number;
            hand.at = at;
            let grip = (at.0 - left, at.1 - top);
            hand.press = Some(Press { note, phase, pointer: event.pointer_id(), number, at, grip, width });
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
        let Some(start) = self.of_press(event, |press| press.at) else { return };
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        self.hand.update_value(|hand| hand.at = at);
        if self.is_dragged() {
            let (left, top, _) = self.at();
            let ghost = self.hand.with_value(|hand| hand.ghost).and_then(|ghost| ghost.get_untracked());
            if let Some(ghost) = ghost {
                page::translate(&ghost, left, top);
            }
            self.aim();
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
        if self.of_press(event, |_| ()).is_none() {
            return;
        }
        if self.is_dragged() {
            self.hand.update_value(|hand| hand.swallow_click = true);
            self.put_down();
        }
        self.hand.update_value(|hand| hand.press = None);
    }

    /// The browser took the pointer for itself.
    pub fn lost(self, event: &PointerEvent) {
        if self.of_press(event, |_| ()).is_some() {
            self.cancel();
        }
    }

    fn of_press<T>(self, event: &PointerEvent, look: impl Fn(&Press) -> T) -> Option<T> {
        let id = event.pointer_id();
        self.hand.with_value(|hand| hand.press.as_ref().filter(|press| press.pointer == id).map(look))
    }

    /// Lifts a note by keys; gives `false` where it is not on the map.
    pub fn lift_note(self, id: NoteId, keyboard: bool) -> bool {
        let map = self.map;
        let found = map.notes.with_untracked(|notes| {
            notes.iter().find_map(|(cell, notes)| {
                let at = notes.iter().position(|note| note.id == id)?;
                Some((*cell, at, notes.len(), notes.get(at)?.text.clone()))
            })
        });
        let Some((cell, at, len, text)) = found else { return false };
        if keyboard {
            map.desk.say(map.desk.t().map_lifted(&text, &map.cell_words(cell), at + 1, len));
        }
        let element =
            map.frame.get_untracked().and_then(|frame| page::find(&frame, &format!("[data-note='{id}']")));
        if let Some(element) = &element {
            page::flag(element, "data-lifted", true);
        }
        self.hand.update_value(|hand| hand.lifted = element);
        self.begin(Lift { held: Held::Note(id, cell, at), name: text, keyboard }, Target::Cell(cell, at));
        true
    }

    fn lift_phase(self, id: PhaseId) -> bool {
        let Some(at) = self.map.phases.with_untracked(|phases| phases.iter().position(|other| *other == id))
        else {
            return false;
        };
        let lift = Lift { held: Held::Phase(id, at), name: self.map.phase_words(id), keyboard: false };
        self.begin(lift, Target::Phase(at));
        true
    }

    fn begin(self, lift: Lift, target: Target) {
        self.lift.set(Some(lift));
        self.target.set(Some(target));
    }

    fn lift_pressed(self) {
        let press = self
            .hand
            .with_value(|hand| hand.press.as_ref().map(|press| (press.note, press.phase, press.pointer)));
        let Some((note, phase, pointer)) = press else { return };
        let Some(frame) = self.map.frame.get_untracked() else { return };
        let ground = Ground::measure(frame.clone().into());
        let lifted = match (note, phase) {
            (Some(note), _) => self.lift_note(note, false),
            (None, Some(phase)) => self.lift_phase(phase),
            (None, None) => false,
        };
        if !lifted {
            return;
        }
        page::capture_pointer(&frame, pointer);
        self.hand.update_value(|hand| hand.ground = Some(ground));
        page::spawn(async move {
            // Runs as long as it is up: the map scrolls under a pointer that rests at an edge.
            while self.lift.try_with_untracked(Option::is_some) == Some(true) {
                page::next_frame().await;
                let scrolled = self.hand.try_with_value(|hand| {
                    hand.ground.as_ref().is_some_and(|ground| ground.scroll_at(hand.at))
                });
                match scrolled {
                    Some(true) => self.aim(),
                    Some(false) => {}
                    None => break,
                }
            }
        });
    }

    fn aim(self) {
        let Some(held) = self.lift.with_untracked(|lift| lift.as_ref().map(|lift| lift.held)) else { return };
        let target = self.hand.with_value(|hand| {
            let ground = hand.ground.as_ref()?;
            Some(match held {
                Held::Note(id, ..) => {
                    let (cell, slot) = ground.slot_at(hand.at, id)?;
                    Target::Cell(cell, slot)
                }
                Held::Phase(_, at) => Target::Phase(ground.phases_before(hand.at, at)),
            })
        });
        if target.is_some() && self.target.get_untracked() != target {
            self.target.set(target);
        }
    }

    /// Where to draw the target: around the cell, and the line where it would land.
    pub fn mark(self) -> Option<(Option<Rect>, Rect)> {
        let (held, keyboard) = self.lift.with(|lift| lift.as_ref().map(|lift| (lift.held, lift.keyboard)))?;
        let target = self.target.get()?;
        let frame: HtmlElement = self.map.frame.get_untracked()?.into();
        let (cell, line) = match (held, target) {
            (Held::Note(id, ..), Target::Cell(cell, slot)) => {
                let (cell, line) = note_mark(&frame, cell, slot, id)?;
                (Some(cell), line)
            }
            (Held::Phase(_, at), Target::Phase(slot)) => (None, phase_mark(&frame, slot, at)?),
            _ => return None,
        };
        if keyboard {
            reveal(&frame, line);
        }
        Some((cell, line))
    }

    fn end(self) -> Option<(Lift, Target)> {
        let lift = self.lift.try_get_untracked().flatten();
        let target = self.target.try_get_untracked().flatten();
        if lift.is_some() {
            self.lift.set(None);
            self.target.set(None);
        }
        self.hand.try_update_value(|hand| {
            hand.ground = None;
            if let Some(element) = hand.lifted.take() {
                page::flag(&element, "data-lifted", false);
            }
        });
        lift.zip(target)
    }

    /// Puts it back where it was.
    pub fn cancel(self) {
        self.hand.try_update_value(|hand| {
            hand.swallow_click = hand.press.is_some();
            hand.press = None;
        });
        if let Some((lift, _)) = self.end() {
            self.map.desk.say(self.map.desk.t().drag_cancelled(&lift.name));
        }
    }

    /// Puts it down where it would land.
    pub fn put_down(self) {
        let map = self.map;
        match self.end() {
            Some((Lift { held: Held::Note(id, ..), keyboard, .. }, Target::Cell(cell, slot))) => {
                move_note(map, id, cell, slot);
                if keyboard {
                    map.focus(format!("[data-note='{id}'] .note-text"));
                }
            }
            Some((Lift { held: Held::Phase(id, _), .. }, Target::Phase(slot))) => {
                move_phase(map, id, slot);
            }
            _ => {}
        }
    }
}

/// Puts a note into a cell before the `slot`-th of the others there, and says where it is now.
pub fn move_note(map: Map, id: NoteId, cell: Cell, slot: usize) {
    let (others, here, text) = map.notes.with_untracked(|notes| {
        let there = notes.get(&cell).map(Vec::as_slice).unwrap_or_default();
        let others: Vec<NoteId> = there.iter().map(|note| note.id).filter(|other| *other != id).collect();
        let text = notes.values().flatten().find(|note| note.id == id).map(|note| note.text.clone());
        (others, there.iter().position(|note| note.id == id), text.unwrap_or_default())
    });
    let slot = slot.min(others.len());
    let command = Command::MoveNote { note: id, to: cell, before: others.get(slot).copied() };
    if here == Some(slot) || map.desk.dispatch(command, Deed::EditJourney) {
        let words = map.cell_words(cell);
        map.desk.say(map.desk.t().map_dropped(&text, &words, slot + 1, others.len() + 1));
    }
}

/// Puts a phase before the `slot`-th of the others, and says where it is now. Says whether that is another place.
pub fn move_phase(map: Map, id: PhaseId, slot: usize) -> bool {
    let phases = map.phases.get_untracked();
    let others: Vec<PhaseId> = phases.iter().copied().filter(|other| *other != id).collect();
    let slot = slot.min(others.len());
    let command = Command::MovePhase { phase: id, before: others.get(slot).copied() };
    let moved = phases.get(slot) != Some(&id) && map.desk.dispatch(command, Deed::EditJourney);
    if moved {
        map.desk.say(map.desk.t().reordered(&map.phase_words(id), slot + 1, phases.len()));
    }
    moved
}
