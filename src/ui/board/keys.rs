//! The board by keyboard: Space lifts, arrows move, Space drops, Escape puts back; Enter opens; arrows walk.

use leptos::prelude::*;

use crate::browser::page::{self, HtmlElement, KeyboardEvent};
use crate::model::StageId;
use crate::ui::desk::Desk;

use super::drag::{Drag, Target, deal_of};

/// A key goes down somewhere on the board.
pub fn pressed(desk: Desk, drag: Drag, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let carrying = drag.lift.with_untracked(|lift| lift.as_ref().is_some_and(|lift| lift.keyboard));
    if drag.is_lifted() && event.key() == "Escape" {
        drag.cancel();
        event.prevent_default();
        event.stop_propagation();
        return;
    }
    let handled = if carrying { carry(desk, drag, &event.key()) } else { walk(desk, drag, event) };
    if handled {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The arrow as a step along the ladder: +1 towards won, whatever the direction of the text.
fn step(key: &str, rtl: bool) -> Option<isize> {
    match (key, rtl) {
        ("ArrowRight", false) | ("ArrowLeft", true) => Some(1),
        ("ArrowLeft", false) | ("ArrowRight", true) => Some(-1),
        _ => None,
    }
}

fn stages(desk: Desk) -> Vec<StageId> {
    untrack(|| desk.ladder().into_iter().map(|stage| stage.id).collect())
}

fn len(desk: Desk, stage: StageId) -> usize {
    desk.column(stage).with_untracked(|column| column.cards.len())
}

fn carry(desk: Desk, drag: Drag, key: &str) -> bool {
    let (Some(lift), Some(target)) = (drag.lift.get_untracked(), drag.target.get_untracked()) else {
        return false;
    };
    let stages = stages(desk);
    let slot = if let Target::Slot(_, slot) = target { slot } else { lift.index };
    // The rungs that a card can be carried to: the stages, then won, then lost.
    let rung = match target {
        Target::Slot(stage, _) => stages.iter().position(|id| *id == stage).unwrap_or(0),
        Target::Won => stages.len(),
        Target::Lost => stages.len() + 1,
    };
    let next = match key {
        " " | "Enter" => {
            drag.drop_card();
            return true;
        }
        "Escape" | "Tab" => {
            drag.cancel();
            drag.reveal(lift.deal);
            return key == "Escape";
        }
        "ArrowUp" | "ArrowDown" => {
            let Target::Slot(stage, slot) = target else { return true };
            let end = len(desk, stage);
            let own = (stage == lift.from).then_some(lift.index);
            // In its own column the places above and below the card itself are one.
            let slot = if key == "ArrowUp" {
                let up = slot.saturating_sub(1);
                if own.is_some_and(|own| up == own + 1) { up - 1 } else { up }
            } else {
                let down = (slot + 1).min(end);
                if own.is_some_and(|own| down == own + 1) { (down + 1).min(end) } else { down }
            };
            if own.is_some_and(|own| slot == own + 1) { target } else { Target::Slot(stage, slot) }
        }
        _ => {
            let Some(step) = step(key, drag.is_rtl()) else { return true };
            let to = rung.saturating_add_signed(step).min(stages.len() + 1);
            match stages.get(to) {
                Some(stage) if *stage == lift.from => Target::Slot(*stage, lift.index),
                Some(stage) => Target::Slot(*stage, slot.min(len(desk, *stage))),
                None if to == stages.len() => Target::Won,
                None => Target::Lost,
            }
        }
    };
    if next != target {
        drag.target.set(Some(next));
        drag.show(next);
        let t = desk.t();
        desk.say(match next {
            Target::Won => t.over_won(),
            Target::Lost => t.over_lost(),
            Target::Slot(stage, slot) => {
                let own = stage == lift.from;
                let place = if own && slot > lift.index { slot } else { slot + 1 };
                let of = len(desk, stage) + usize::from(!own);
                t.over(&drag.stage_name(stage), place, of)
            }
        });
    }
    true
}

fn walk(desk: Desk, drag: Drag, event: &KeyboardEvent) -> bool {
    if page::closest(event, "button, input, textarea, select").is_some() {
        return false;
    }
    let Some(card) = page::closest(event, "[data-deal]") else { return false };
    let Some(deal) = deal_of(&card) else { return false };
    match event.key().as_str() {
        " " => drag.lift(deal, true),
        "Enter" => {
            desk.open_deal.set(Some(deal));
            desk.focus_panel();
            true
        }
        "m" | "M" => {
            drag.open_menu(deal, &card);
            true
        }
        key @ ("ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight") => {
            neighbour(desk, drag, &card, key);
            true
        }
        _ => false,
    }
}

fn neighbour(desk: Desk, drag: Drag, card: &HtmlElement, key: &str) {
    let stages = untrack(|| desk.board_stages());
    let here = deal_of(card).and_then(|deal| {
        stages.iter().enumerate().find_map(|(rung, stage)| {
            let cards = desk.column(*stage).with_untracked(|column| column.cards.clone());
            Some((rung, cards.iter().position(|id| *id == deal)?))
        })
    });
    let Some((rung, index)) = here else { return };
    let found = if let Some(step) = step(key, page::is_rtl(card)) {
        let mut rung = rung as isize + step;
        loop {
            let Some(stage) = usize::try_from(rung).ok().and_then(|rung| stages.get(rung)) else {
                break None;
            };
            let cards = desk.column(*stage).with_untracked(|column| column.cards.clone());
            if let Some(last) = cards.len().checked_sub(1) {
                break cards.get(index.min(last)).copied();
            }
            rung += step;
        }
    } else {
        let next = if key == "ArrowUp" { index.checked_sub(1) } else { Some(index + 1) };
        stages.get(rung).and_then(|stage| {
            desk.column(*stage).with_untracked(|column| next.and_then(|next| column.cards.get(next).copied()))
        })
    };
    if let Some(deal) = found {
        drag.reveal(deal);
    }
}
