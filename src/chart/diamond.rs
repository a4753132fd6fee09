//! The process as a baseball diamond (method row 38): stages are the ways from base to base.

use super::way::{Anchor, HALF, Label, Leg, STEP, Spot, Way};

/// Below this width, in pixels, there is no room for words beside the diamond: the stages are marked by their numbers.
const ROOMY: f64 = 560.0;
/// What a base keeps free around itself.
const BASE: f64 = 16.0;
/// The height of a line of text.
pub const LINE: f64 = 18.0;

/// The diamond, laid out for a width.
#[derive(Debug, Clone, PartialEq)]
pub struct Diamond {
    /// Its width in pixels.
    pub width: f64,
    /// Its height in pixels.
    pub height: f64,
    /// Home, first, second and third base.
    pub bases: [Spot; 4],
    /// The ways of the stages, in order.
    pub ways: Vec<Way>,
    /// Whether there is room for words.
    pub roomy: bool,
}

/// A part of the way round: where it begins and ends, as sides from home (0) round to home again (4).
type Stretch = (f64, f64);

/// Shares the way round out among stages. With five or more the last stands at home; the others take the sides in order, several
/// on a side where they are many, several sides each where they are few.
fn stretches(stages: usize) -> Vec<Vec<Stretch>> {
    let running = if stages >= 5 { stages - 1 } else { stages };
    if running == 0 {
        return Vec::new();
    }
    if running <= 4 {
        // Which side belongs to whom: as evenly as whole sides can be, the later ones longer.
        let ends: Vec<usize> = (0..=running).map(|n| n * 4 / running).collect();
        let sides = |pair: &[usize]| match pair {
            [from, to] => (*from..*to).map(|side| (side as f64, side as f64 + 1.0)).collect(),
            _ => Vec::new(),
        };
        return ends.windows(2).map(sides).collect();
    }
    let mut found = Vec::new();
    for side in 0..4 {
        let count = running / 4 + usize::from(side < running % 4);
        for part in 0..count {
            let at = |part: usize| side as f64 + part as f64 / count as f64;
            found.push(vec![(at(part), at(part + 1))]);
        }
    }
    found
}

impl Diamond {
    /// The diamond for so many stages in a width of pixels; narrower than 240 is drawn as 240.
    pub fn new(width: f64, stages: usize) -> Diamond {
        let width = width.max(240.0);
        let roomy = width >= ROOMY;
        let (across, down) = if roomy {
            let across = (width * 0.28).clamp(150.0, 270.0);
            (across, across * 0.85)
        } else {
            let across = (width / 2.0 - 34.0).min(200.0);
            (across, across * 1.15)
        };
        let most_rows = if roomy { 3 } else { 2 };
        let centre = Spot::new(width / 2.0, 48.0 + down);
        let bases = [
            Spot::new(centre.x, centre.y + down),
            Spot::new(centre.x + across, centre.y),
            Spot::new(centre.x, centre.y - down),
            Spot::new(centre.x - across, centre.y),
        ];
        let mut field = Diamond { width, height: centre.y + down + 48.0, bases, ways: Vec::new(), roomy };
        for parts in stretches(stages) {
            let label = parts.first().map(|stretch| field.label(*stretch)).unwrap_or_default();
            // Fewer rows where the corners would leave no room for them.
            let legs = |rows: usize| -> Vec<Leg> {
                parts.iter().filter_map(|stretch| field.leg(*stretch, centre, rows)).collect()
            };
            let fits = |rows: &usize| legs(*rows).iter().all(|leg| leg.room() >= 0.0);
            let rows = (1..=most_rows).rev().find(fits).unwrap_or(1);
            let way = Way { legs: legs(rows), label, rows };
            field.ways.push(way);
        }
        if stages >= 5 {
            let home = field.at_home();
            field.height += 2.0 * STEP + 4.0;
            field.ways.push(home);
        }
        field
    }

    /// The same as it stands where people read from right to left.
    pub fn mirrored(self) -> Diamond {
        let width = self.width;
        let bases = self.bases.map(|base| base.mirrored(width));
        let ways = self.ways.into_iter().map(|way| way.mirrored(width)).collect();
        Diamond { bases, ways, ..self }
    }

    /// The point so many sides from home.
    fn point(&self, sides: f64) -> Spot {
        let side = (sides.floor() as usize).min(3);
        let (from, to) = (self.base(side), self.base(side + 1));
        from.on(from.toward(to), from.distance(to) * (sides - side as f64))
    }

    fn base(&self, number: usize) -> Spot {
        self.bases.get(number % 4).copied().unwrap_or_default()
    }

    fn leg(&self, (from, to): Stretch, centre: Spot, rows: usize) -> Option<Leg> {
        let (a, b) = (self.point(from), self.point(to));
        let direction = a.toward(b);
        // Square to the way, on the side of the middle.
        let left = Spot::new(direction.y, -direction.x);
        let inward = (centre.x - a.x) * left.x + (centre.y - a.y) * left.y > 0.0;
        let beside = if inward { left } else { Spot::new(-left.x, -left.y) };
        let reach = (rows.saturating_sub(1)) as f64 * STEP;
        let free = |sides: f64| {
            if sides.fract() > 0.0 { HALF + 3.0 } else { self.corner(sides as usize, reach) }
        };
        (a != b).then(|| Leg { from: a, to: b, beside, free: (free(from), free(to)) })
    }

    /// What stays free of marks at a base, so that those of both sides that meet there keep apart: a mark `reach` beside its side
    /// and d along it is d·sin h − reach·cos h off the line that halves the corner of 2 h.
    fn corner(&self, base: usize, reach: f64) -> f64 {
        let here = self.base(base);
        let (one, other) = (here.toward(self.base(base + 1)), here.toward(self.base(base + 3)));
        let half = (one.x * other.x + one.y * other.y).clamp(-1.0, 1.0).acos() / 2.0;
        ((HALF + reach * half.cos()) / half.sin()).max(BASE + HALF)
    }

    /// Words stand outside of the diamond: below the middle of a lower side, above that of an upper one.
    fn label(&self, (from, to): Stretch) -> Label {
        let middle = self.point((from + to) / 2.0);
        let side = from.floor();
        let (right, lower) = (side < 2.0, side == 0.0 || side == 3.0);
        let room = (to - from) * (self.base(0).y - self.base(1).y);
        let lines = if !self.roomy { 0 } else { ((room / LINE).floor() as usize).clamp(1, 4) };
        let gap = if self.roomy { 30.0 } else { 22.0 };
        let x = if right { middle.x + gap } else { middle.x - gap };
        let tall = lines.min(3) as f64 * LINE;
        let y = match (self.roomy, lower) {
            (false, true) => middle.y + 16.0,
            (false, false) => middle.y - 16.0,
            (true, true) => middle.y,
            (true, false) => middle.y - tall,
        };
        Label {
            at: Spot::new(x, y),
            anchor: if right { Anchor::Start } else { Anchor::End },
            width: if right { self.width - x } else { x }.max(0.0),
            lines: lines.min(3),
        }
    }

    /// The last of many stages: before home plate.
    fn at_home(&self) -> Way {
        let home = self.base(0);
        let half = if self.roomy { 130.0 } else { (self.width / 2.0 - 40.0).min(110.0) };
        let y = home.y + 44.0;
        let leg = Leg {
            from: Spot::new(home.x - half, y),
            to: Spot::new(home.x + half, y),
            beside: Spot::new(0.0, 1.0),
            free: (HALF, HALF + 8.0),
        };
        let x = leg.to.x + if self.roomy { 30.0 } else { 20.0 };
        let label = Label {
            at: Spot::new(x, if self.roomy { y - 4.0 } else { y }),
            anchor: Anchor::Start,
            width: (self.width - x).max(0.0),
            lines: if self.roomy { 3 } else { 0 },
        };
        Way { legs: vec![leg], label, rows: 2 }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::way::spot_in;
    use super::*;

    fn sides(stages: usize) -> Vec<(f64, f64)> {
        let ends = |parts: &Vec<Stretch>| Some((parts.first()?.0, parts.last()?.1));
        stretches(stages).iter().filter_map(ends).collect()
    }

    #[test]
    fn method_row_38_five_stages_are_the_four_sides_and_home() {
        assert_eq!(sides(5), [(0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0)]);
        let field = Diamond::new(960.0, 5);
        assert_eq!(field.ways.len(), 5);
        let [home, first, second, third] = field.bases;
        let legs: Vec<_> = field.ways.iter().map(|way| (way.legs[0].from, way.legs[0].to)).collect();
        for (leg, (from, to)) in
            legs.iter().zip([(home, first), (first, second), (second, third), (third, home)])
        {
            assert!(leg.0.distance(from) < 0.01 && leg.1.distance(to) < 0.01, "{leg:?}");
        }
        assert!(legs[4].0.y > home.y, "the last stage is at home plate");
        // Counter-clockwise, as the game is played: first base on the right, third on the left.
        assert!(first.x > home.x && third.x < home.x && second.y < home.y);
    }

    #[test]
    fn from_right_to_left_the_diamond_is_mirrored() {
        let (field, mirrored) = (Diamond::new(960.0, 5), Diamond::new(960.0, 5).mirrored());
        assert!(mirrored.bases[1].x < mirrored.bases[0].x, "first base on the left");
        for (way, other) in field.ways.iter().zip(&mirrored.ways) {
            assert_eq!(other.label.anchor, way.label.anchor.mirrored());
            assert!((other.label.at.x + way.label.at.x - 960.0).abs() < 0.01);
            for (slot, turned) in way.slots().into_iter().zip(other.slots()) {
                let (spot, turned) = (spot_in(slot, 1), spot_in(turned, 1));
                assert!(turned.distance(spot.mirrored(960.0)) < 0.01, "{spot:?} {turned:?}");
            }
        }
    }

    #[test]
    fn method_row_38_other_numbers_of_stages_go_all_the_way_round_too() {
        assert_eq!(sides(1), [(0.0, 4.0)]);
        assert_eq!(sides(2), [(0.0, 2.0), (2.0, 4.0)]);
        assert_eq!(sides(3), [(0.0, 1.0), (1.0, 2.0), (2.0, 4.0)]);
        assert_eq!(sides(4), [(0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0)]);
        assert_eq!(sides(6), [(0.0, 0.5), (0.5, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 4.0)]);
        assert!(sides(0).is_empty());
    }

    proptest! {
        #[test]
        fn ways_follow_each_other_from_home_to_home(stages in 1usize..30) {
            let sides = sides(stages);
            prop_assert_eq!(sides.len(), if stages >= 5 { stages - 1 } else { stages });
            prop_assert_eq!(sides[0].0, 0.0);
            prop_assert!((sides[sides.len() - 1].1 - 4.0).abs() < 1e-9);
            prop_assert!(sides.windows(2).all(|pair| (pair[0].1 - pair[1].0).abs() < 1e-9));
        }

        #[test]
        fn marks_of_up_to_nine_stages_keep_apart_and_stay_in_the_drawing(width in 300.0..1_200.0, stages in 1usize..10) {
            let field = Diamond::new(width, stages);
            let mut spots = Vec::new();
            for way in &field.ways {
                for slot in way.slots() {
                    spots.extend((0..way.rows).map(|row| spot_in(slot, row)));
                }
            }
            for (at, spot) in spots.iter().enumerate() {
                prop_assert!((HALF..=field.width - HALF).contains(&spot.x), "{spot:?}");
                prop_assert!((HALF..=field.height - HALF).contains(&spot.y), "{spot:?}");
                for other in &spots[at + 1..] {
                    prop_assert!(spot.distance(*other) >= 23.9, "{spot:?} {other:?}");
                }
            }
        }
    }
}
