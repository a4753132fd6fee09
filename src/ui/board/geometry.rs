//! Where the columns stand, measured once when a card is lifted, so that a frame of the drag measures nothing.

use crate::browser::page::{self, HtmlElement};
use crate::model::StageId;

use super::PITCH;
use super::drag::Target;

struct Place {
    stage: StageId,
    left: f64,
    right: f64,
    list: HtmlElement,
}

/// The board as it stood when the card was lifted.
pub struct Geometry {
    columns: HtmlElement,
    scroll_at_lift: f64,
    left: f64,
    right: f64,
    list_top: f64,
    list_bottom: f64,
    zones_top: f64,
    rtl: bool,
    places: Vec<Place>,
}

/// Distance from an edge within which the board scrolls under a lifted card, in CSS pixels.
const EDGE: f64 = 56.0;
/// Fastest scrolling at an edge, in CSS pixels a frame.
const SPEED: f64 = 16.0;

impl Geometry {
    /// Measures. `zones` is the height of the zones at the bottom.
    pub fn measure(columns: HtmlElement, zones: f64) -> Geometry {
        let (left, top, width, height) = page::rect(&columns);
        let (mut list_top, mut list_bottom) = (top, top + height);
        let places = page::find_all(&columns, "[data-stage]")
            .into_iter()
            .filter_map(|element| {
                let stage = page::data(&element, "stage")?.parse().ok()?;
                let list = page::find(&element, ".column-list")?;
                let (column_left, _, column_width, _) = page::rect(&element);
                let (_, y, _, list_height) = page::rect(&list);
                (list_top, list_bottom) = (y, y + list_height);
                Some(Place { stage, left: column_left, right: column_left + column_width, list })
            })
            .collect();
        let scroll_at_lift = f64::from(columns.scroll_left());
        let rtl = page::is_rtl(&columns);
        Geometry {
            scroll_at_lift,
            left,
            right: left + width,
            list_top,
            list_bottom,
            zones_top: top + height - zones,
            rtl,
            places,
            columns,
        }
    }

    fn column_at(&self, x: f64) -> Option<&Place> {
        let x = x + f64::from(self.columns.scroll_left()) - self.scroll_at_lift;
        let distance = |place: &&Place| {
            if x < place.left {
                place.left - x
            } else if x > place.right {
                x - place.right
            } else {
                0.0
            }
        };
        self.places.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }

    /// What is under a point. `len` tells how many cards a column has.
    pub fn target(&self, x: f64, y: f64, len: impl Fn(StageId) -> usize) -> Option<Target> {
        if y >= self.zones_top {
            let start = x < self.left + (self.right - self.left) / 2.0;
            return Some(if start != self.rtl { Target::Won } else { Target::Lost });
        }
        let place = self.column_at(x)?;
        let offset = y - self.list_top + f64::from(place.list.scroll_top());
        let slot = (offset / PITCH).round().max(0.0) as usize;
        Some(Target::Slot(place.stage, slot.min(len(place.stage))))
    }

    /// Scrolls the board or the column under a point that is near an edge; says whether it did.
    pub fn scroll_at(&self, x: f64, y: f64) -> bool {
        let push = |near: f64, far: f64| {
            let toward = |distance: f64| SPEED * (1.0 - (distance / EDGE).clamp(0.0, 1.0));
            (toward(far) - toward(near)).round() as i32
        };
        let across = push(x - self.left, self.right - x);
        let before = self.columns.scroll_left();
        if across != 0 {
            self.columns.set_scroll_left(before + across);
        }
        let mut scrolled = self.columns.scroll_left() != before;
        if y < self.zones_top
            && let Some(place) = self.column_at(x)
        {
            let along = push(y - self.list_top, self.list_bottom.min(self.zones_top) - y);
            let before = place.list.scroll_top();
            if along != 0 {
                place.list.set_scroll_top(before + along);
            }
            scrolled |= place.list.scroll_top() != before;
        }
        scrolled
    }
}
