//! The way of a stage in a drawing of the process: a line with places for deals along it.

/// How far apart marks stand, in pixels: each is large enough to be met by a finger's tip.
pub const STEP: f64 = 26.0;
/// Half of the room that a mark needs.
pub const HALF: f64 = STEP / 2.0;

/// A point of a drawing, in pixels from its upper corner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Spot {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Spot {
    /// A point.
    pub fn new(x: f64, y: f64) -> Spot {
        Spot { x, y }
    }

    /// So far from here into a direction.
    pub fn on(self, direction: Spot, by: f64) -> Spot {
        Spot::new(self.x + direction.x * by, self.y + direction.y * by)
    }

    /// How far another point is.
    pub fn distance(self, to: Spot) -> f64 {
        (to.x - self.x).hypot(to.y - self.y)
    }

    /// The direction to another point; none (0, 0) to the same one.
    pub fn toward(self, to: Spot) -> Spot {
        let far = self.distance(to);
        if far == 0.0 { Spot::default() } else { Spot::new((to.x - self.x) / far, (to.y - self.y) / far) }
    }

    /// The same point of a drawing of that width as it stands where people read from right to left.
    pub fn mirrored(self, width: f64) -> Spot {
        Spot::new(width - self.x, self.y)
    }
}

/// What a text is aligned by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Its start is at the point.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The other end.
    pub fn mirrored(self) -> Anchor {
        match self {
            Anchor::Start => Anchor::End,
            Anchor::Middle => Anchor::Middle,
            Anchor::End => Anchor::Start,
        }
    }
}

/// The room for what is said of a stage.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Label {
    /// The upper edge of the text, at its anchor.
    pub at: Spot,
    /// Where the text is held.
    pub anchor: Anchor,
    /// How wide it may be, in pixels.
    pub width: f64,
    /// How many lines there is room for; 0 for the stage's number alone.
    pub lines: usize,
}

impl Label {
    /// The same room in a mirrored drawing of that width.
    pub fn mirrored(self, width: f64) -> Label {
        Label { at: self.at.mirrored(width), anchor: self.anchor.mirrored(), ..self }
    }
}

/// A straight part of a way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leg {
    /// Where it begins.
    pub from: Spot,
    /// Where it ends.
    pub to: Spot,
    /// The side on which further rows of marks stand, as a direction.
    pub beside: Spot,
    /// What stays free of marks at both ends, in pixels.
    pub free: (f64, f64),
}

impl Leg {
    fn mirrored(self, width: f64) -> Leg {
        let beside = Spot::new(-self.beside.x, self.beside.y);
        Leg { from: self.from.mirrored(width), to: self.to.mirrored(width), beside, free: self.free }
    }

    /// How long it is between what stays free at its ends; negative if they meet.
    pub fn room(self) -> f64 {
        self.from.distance(self.to) - self.free.0 - self.free.1
    }

    /// The slots along it, at least one.
    fn slots(self) -> Vec<Spot> {
        let direction = self.from.toward(self.to);
        let long = self.from.distance(self.to);
        let room = self.room();
        if room < 0.0 {
            let share = self.free.0 / (self.free.0 + self.free.1);
            return vec![self.from.on(direction, long * share)];
        }
        // As many as fit, in the middle of the room.
        let count = (room / STEP).floor() as usize;
        let first = self.free.0 + (room - count as f64 * STEP) / 2.0;
        (0..=count).map(|n| self.from.on(direction, first + n as f64 * STEP)).collect()
    }
}

/// The way of a stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Way {
    /// Its parts in order.
    pub legs: Vec<Leg>,
    /// What is said of it.
    pub label: Label,
    /// How many rows of marks it has.
    pub rows: usize,
}

impl Way {
    /// The slots along it, from its beginning; each the point of the first row, and the direction of the further ones.
    pub fn slots(&self) -> Vec<(Spot, Spot)> {
        self.legs.iter().flat_map(|leg| leg.slots().into_iter().map(|spot| (spot, leg.beside))).collect()
    }

    /// The same way in a mirrored drawing of that width.
    pub fn mirrored(self, width: f64) -> Way {
        let legs = self.legs.into_iter().map(|leg| leg.mirrored(width)).collect();
        Way { legs, label: self.label.mirrored(width), rows: self.rows }
    }

    /// Where it ends, and where it leads to there.
    pub fn end(&self) -> Option<(Spot, Spot)> {
        self.legs.last().map(|leg| (leg.to, leg.from.toward(leg.to)))
    }
}

/// The place of a row in a slot.
pub fn spot_in((spot, beside): (Spot, Spot), row: usize) -> Spot {
    spot.on(beside, row as f64 * STEP)
}

/// The two strokes of an arrow's head with its tip at a point.
pub fn head(tip: Spot, direction: Spot, size: f64) -> String {
    let back = tip.on(direction, -size);
    let side = Spot::new(-direction.y, direction.x);
    let (a, b) = (back.on(side, size * 0.7), back.on(side, -size * 0.7));
    format!("M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}", a.x, a.y, tip.x, tip.y, b.x, b.y)
}
