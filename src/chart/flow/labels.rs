//! Where the texts of the bands stand: none upon another, those of the most moves first.

use super::super::text::text_width;
use super::bands::{Band, LINE, Layout, MARK, Piece, STRONG, Spot, TEXT};
use super::{FlowChart, FlowKind};

/// How far along a curve a text may stand, the best place first.
const SHARES: [f64; 7] = [0.5, 0.36, 0.64, 0.27, 0.73, 0.2, 0.8];
/// How many lines of text one may stand further along a straight lane.
const STEPS: i32 = 6;

/// The room that a text takes on the drawing: from left to right and from top to bottom.
#[derive(Clone, Copy)]
struct Area([f64; 4]);

impl Area {
    fn of(wide: bool, (along, across): Spot, width: f64, before: bool) -> Area {
        let (x, y) = if wide { (along, across) } else { (across, along) };
        let (from, to) = if before { (x - width, x) } else { (x - width / 2.0, x + width / 2.0) };
        Area([from - 3.0, to + 3.0, y - LINE / 2.0 + 1.0, y + LINE / 2.0 - 1.0])
    }

    fn meets(&self, other: &Area) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        a < f && e < b && c < h && g < d
    }
}

/// What stands already.
struct Taken(Vec<Area>);

impl Taken {
    /// The first of some places where a text meets nothing; it is taken then.
    fn first(
        &mut self,
        wide: bool,
        width: f64,
        places: impl IntoIterator<Item = (Spot, bool)>,
    ) -> Option<(Spot, bool)> {
        let free = |(spot, before): &(Spot, bool)| {
            let area = Area::of(wide, *spot, width, *before);
            !self.0.iter().any(|taken| area.meets(taken))
        };
        let (spot, before) = places.into_iter().find(free)?;
        self.0.push(Area::of(wide, spot, width, before));
        Some((spot, before))
    }
}

/// Puts the texts of a layout where they meet nothing. A text for which there is no such place is left out: the pointer reads it, and so
/// does the table.
pub(super) fn place(chart: &FlowChart, layout: &mut Layout) {
    let wide = layout.wide;
    let width = |text: &str, size: f64| f64::from(text_width(text, size));
    let mut taken = Taken(Vec::new());
    for (mark, node) in layout.marks.iter().zip(&chart.nodes) {
        let middle = mark.along + MARK / 2.0;
        let (spot, before) = if wide {
            ((middle, mark.across.0 - LINE / 2.0 - 2.0), false)
        } else {
            ((middle, layout.names), true)
        };
        let long = width(&node.name, STRONG).min(if wide { f64::MAX } else { layout.names });
        taken.0.push(Area::of(wide, spot, long, before));
    }
    let text = |number: usize| chart.bands.get(number).map(|band| band.text.as_str()).unwrap_or_default();
    let mut order: Vec<usize> = (0..layout.bands.len()).collect();
    let count = |at: &usize| {
        let number = layout.bands.get(*at).map(|band| band.number);
        number.and_then(|number| chart.bands.get(number)).map_or(0, |band| band.count)
    };
    order.sort_by_key(|at| std::cmp::Reverse(count(at)));
    // What comes and leaves has a place of its own, or stands some lines beside it: what comes above, what leaves below.
    let names = layout.names;
    for at in &order {
        let Some(band) = layout.bands.get_mut(*at).filter(|band| band.ways().is_none()) else { continue };
        let Some((along, across)) = band.label else { continue };
        let long = width(text(band.number), TEXT).min(if wide { f64::MAX } else { names });
        let down = if matches!(band.pieces.as_slice(), [Piece::Turn(_)]) { LINE } else { -LINE };
        let places = (0..3).map(|line| {
            let by = f64::from(line) * down;
            (if wide { (along, across + by) } else { (along + by, across) }, band.before)
        });
        band.label = taken.first(wide, long, places).map(|(spot, _)| spot);
    }
    // What began anew in its stage is told on the mark, or else below its name.
    for (number, band) in chart.bands.iter().enumerate() {
        let FlowKind::Between(from, to) = band.kind else { continue };
        let Some(mark) = layout.marks.get(from).filter(|_| from == to) else { continue };
        let said = format!("{} {}", super::AGAIN, band.text);
        let (middle, long) = (mark.along + MARK / 2.0, width(&said, TEXT));
        let below = if wide {
            vec![((middle, mark.across.1 + LINE / 2.0 + 2.0), false)]
        } else {
            let on = (long + 4.0 <= mark.across.1 - mark.across.0)
                .then_some(((middle, (mark.across.0 + mark.across.1) / 2.0), false));
            let lines = (1..=3).map(|line| ((middle + f64::from(line) * LINE, layout.names), true));
            let lines = lines.filter(|((along, _), _)| along + LINE / 2.0 <= layout.size.0);
            on.into_iter().chain(lines).collect()
        };
        layout
            .again
            .extend(taken.first(wide, long, below).map(|(spot, before)| (number, said, spot, before)));
    }
    let edge = layout.size.1;
    for at in order {
        let Some(band) = layout.bands.get_mut(at) else { continue };
        let Some(places) = band.ways() else { continue };
        let long = width(text(band.number), TEXT);
        let within = |spot: Spot| if wide { spot } else { (spot.0, spot.1.min(edge - long / 2.0 - 2.0)) };
        let own = band.label.into_iter().chain(places).map(|spot| (within(spot), false));
        let found = taken.first(wide, long, own);
        band.label = found.map(|(spot, _)| spot);
    }
}

impl Band {
    /// Where the text of a band between two stages may stand; `None` for one that comes from outside or leaves.
    fn ways(&self) -> Option<Vec<Spot>> {
        match *self.pieces.as_slice() {
            [Piece::Ess(end)] => {
                let start = self.start;
                let at = |share: f64| {
                    let ess = share * share * (3.0 - 2.0 * share);
                    (start.0 + (end.0 - start.0) * share, start.1 + (end.1 - start.1) * ess)
                };
                Some(SHARES.into_iter().map(at).collect())
            }
            [Piece::Ess(first), Piece::Line(last), Piece::Ess(_)] => {
                let middle = (first.0 + last.0) / 2.0;
                let (low, high) = (first.0.min(last.0) - LINE, first.0.max(last.0) + LINE);
                let steps = (0..=STEPS).flat_map(|step| [step, -step]);
                let along = steps.map(|step| middle + f64::from(step) * LINE);
                Some(
                    along
                        .filter(|along| (low..=high).contains(along))
                        .map(|along| (along, first.1))
                        .collect(),
                )
            }
            _ => None,
        }
    }
}
